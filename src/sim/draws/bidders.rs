//! The draw of an opportunity's bidders: one number, of which every bidder's marks are made.
//!
//! Most opportunities have a few of the bidders that they have room for. So what is random of each is not drawn beside
//! the others, but made where it is asked for: the outputs of SplitMix64 (Steele, Lea and Flood 2014, "Fast splittable
//! pseudorandom number generators") from a seed that is drawn.

use crate::model::auction::BIDDERS;

/// The odd step from one state to the next: 2^64 by the golden ratio.
const STEP: u64 = 0x9E37_79B9_7F4A_7C15;

/// What is random of the bidders of an opportunity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct BidderDraw(pub u64);

impl BidderDraw {
    /// How many rivals there are: the fewer, the smaller.
    #[inline(always)]
    pub fn rivals(self) -> u32 {
        self.mark(0)
    }

    /// Who the rival in a slot is, from 1.
    #[inline(always)]
    pub fn rival(self, slot: usize) -> u32 {
        self.mark(slot)
    }

    /// The own need of the bidder in a slot, the originator in 0.
    #[inline(always)]
    pub fn need(self, slot: usize) -> u32 {
        self.mark(BIDDERS + slot)
    }

    /// Whether the rival in a slot, from 1, stays out.
    #[inline(always)]
    pub fn drop_out(self, slot: usize) -> u32 {
        self.mark(2 * BIDDERS - 1 + slot)
    }

    /// The upper half of an output of SplitMix64, from 0, whose finaliser is variant 13 of Stafford.
    #[inline(always)]
    fn mark(self, output: usize) -> u32 {
        let state = self.0.wrapping_add(STEP.wrapping_mul(output as u64 + 1));
        let once = (state ^ (state >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let twice = (once ^ (once >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((twice ^ (twice >> 31)) >> 32) as u32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_the_outputs_of_splitmix64() {
        // The first outputs of its reference code from the state 1234567.
        let outputs: [u64; 5] = [
            6_457_827_717_110_365_317,
            3_203_168_211_198_807_973,
            9_817_491_932_198_370_423,
            4_593_380_528_125_082_431,
            16_408_922_859_458_223_821,
        ];
        let draw = BidderDraw(1_234_567);
        assert_eq!([0, 1, 2, 3, 4].map(|output| draw.mark(output)), outputs.map(|output| (output >> 32) as u32));
    }

    #[test]
    fn every_mark_is_asked_for_by_one_name() {
        let draw = BidderDraw(7);
        let rivals = (1..BIDDERS).flat_map(|slot| [draw.rival(slot), draw.drop_out(slot)]);
        let needs = (0..BIDDERS).map(|slot| draw.need(slot));
        let mut marks: Vec<u32> = rivals.chain(needs).chain([draw.rivals()]).collect();
        let count = marks.len();
        marks.sort_unstable();
        marks.dedup();
        assert_eq!((count, marks.len()), (3 * BIDDERS - 1, 3 * BIDDERS - 1));
    }
}
