//! SplitMix64 (Steele, Lea and Flood 2014, "Fast splittable pseudorandom number generators").

/// The odd step from one state to the next: 2^64 by the golden ratio.
const STEP: u64 = 0x9E37_79B9_7F4A_7C15;

/// Output number `at`, from 0, of the generator that starts from the state `seed`; the finaliser is variant 13 of Stafford.
#[inline(always)]
pub fn split_mix(seed: u64, at: u64) -> u64 {
    let state = seed.wrapping_add(STEP.wrapping_mul(at.wrapping_add(1)));
    let once = (state ^ (state >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let twice = (once ^ (once >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    twice ^ (twice >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn outputs_are_those_of_the_reference_code() {
        assert_eq!(
            [0, 1, 2, 3, 4].map(|at| split_mix(1_234_567, at)),
            [
                6_457_827_717_110_365_317,
                3_203_168_211_198_807_973,
                9_817_491_932_198_370_423,
                4_593_380_528_125_082_431,
                16_408_922_859_458_223_821,
            ]
        );
    }
}
