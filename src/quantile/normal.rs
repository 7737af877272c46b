//! The standard normal quantile, one by one and in blocks.

use super::uniform;

/// How far from 1/2 the middle of the range reaches.
const CENTRE: f64 = 0.425;
/// Up to this square root of -ln p a tail is a near one.
const NEAR: f64 = 5.0;
/// Draws of a block whose tails are worked out together.
const PART: usize = 128;
/// Tails that are worked out side by side.
const GROUP: usize = 8;

/// Standard normal quantile of Wichura (1988), algorithm AS 241, PPND16: relative accuracy about 1e-16.
pub fn normal(p: f64) -> f64 {
    let q = p - 0.5;
    if q.abs() <= CENTRE { normal_centre(q) } else { normal_tail(p, q) }
}

#[inline(always)]
fn normal_centre(q: f64) -> f64 {
    let r = 0.180625 - q * q;
    let numerator = ((((((r * 2_509.080_928_730_122_7 + 33_430.575_583_588_13) * r + 67_265.770_927_008_7) * r
        + 45_921.953_931_549_87)
        * r
        + 13_731.693_765_509_46)
        * r
        + 1_971.590_950_306_551_3)
        * r
        + 133.141_667_891_784_38)
        * r
        + 3.387_132_872_796_366_5;
    let denominator = ((((((r * 5_226.495_278_852_854 + 28_729.085_735_721_943) * r + 39_307.895_800_092_71) * r
        + 21_213.794_301_586_597)
        * r
        + 5_394.196_021_424_751)
        * r
        + 687.187_007_492_057_9)
        * r
        + 42.313_330_701_600_91)
        * r
        + 1.0;
    q * numerator / denominator
}

fn normal_tail(p: f64, q: f64) -> f64 {
    let r = libm::sqrt(-libm::log(if q < 0.0 { p } else { 1.0 - p }));
    let value = if r <= NEAR { near_tail(r) } else { far_tail(r) };
    if q < 0.0 { -value } else { value }
}

#[inline(always)]
fn near_tail(r: f64) -> f64 {
    let r = r - 1.6;
    let numerator =
        ((((((r * 7.745_450_142_783_414e-4 + 2.272_384_498_926_918_4e-2) * r + 2.417_807_251_774_506e-1) * r
            + 1.270_458_252_452_368_4)
            * r
            + 3.647_848_324_763_204_5)
            * r
            + 5.769_497_221_460_691)
            * r
            + 4.630_337_846_156_546)
            * r
            + 1.423_437_110_749_683_5;
    let denominator =
        ((((((r * 1.050_750_071_644_416_9e-9 + 5.475_938_084_995_345e-4) * r + 1.519_866_656_361_645_7e-2) * r
            + 1.481_039_764_274_800_8e-1)
            * r
            + 6.897_673_349_851e-1)
            * r
            + 1.676_384_830_183_803_8)
            * r
            + 2.053_191_626_637_759)
            * r
            + 1.0;
    numerator / denominator
}

#[cold]
fn far_tail(r: f64) -> f64 {
    let r = r - 5.0;
    let numerator =
        ((((((r * 2.010_334_399_292_288_1e-7 + 2.711_555_568_743_487_6e-5) * r + 1.242_660_947_388_078_4e-3) * r
            + 2.653_218_952_657_612_4e-2)
            * r
            + 2.965_605_718_285_048_7e-1)
            * r
            + 1.784_826_539_917_291_3)
            * r
            + 5.463_784_911_164_114)
            * r
            + 6.657_904_643_501_103;
    let denominator =
        ((((((r * 2.044_263_103_389_939_8e-15 + 1.421_511_758_316_446e-7) * r + 1.846_318_317_510_054_8e-5) * r
            + 7.868_691_311_456_133e-4)
            * r
            + 1.487_536_129_085_061_5e-2)
            * r
            + 1.369_298_809_227_358e-1)
            * r
            + 5.998_322_065_558_88e-1)
            * r
            + 1.0;
    numerator / denominator
}

/// [`normal`] of a block of draws, to the last bit: the middle of the range first, in a loop without branches, then the
/// tails, gathered and worked out side by side.
// Compiled for several processors, the widest one present being chosen when the program runs. The operations are the
// same and in the same order (nothing is fused), so the results are too.
#[multiversion::multiversion(targets("x86_64+avx512f+avx512dq+avx512vl", "x86_64+avx2"))]
pub fn normals(bits: &[u64], out: &mut [f64]) {
    let (mut uniforms, mut places) = ([0.0; PART], [0; PART]);
    let (mut roots, mut values) = ([0.0; PART], [0.0; PART]);
    for (bits, out) in bits.chunks(PART).zip(out.chunks_mut(PART)) {
        for ((z, p), bits) in out.iter_mut().zip(&mut uniforms).zip(bits) {
            *p = uniform(*bits);
            *z = normal_centre(*p - 0.5);
        }
        let mut tails = 0;
        for (place, p) in uniforms[..bits.len()].iter().enumerate() {
            places[tails % PART] = place as u8;
            tails += usize::from((p - 0.5).abs() > CENTRE);
        }
        for (root, place) in roots.iter_mut().zip(&places[..tails]) {
            let p = uniforms[usize::from(*place) % PART];
            *root = p.min(1.0 - p);
        }
        // Whole groups, so that none is worked out one by one: what the last one has too much is not read.
        roots[tails..tails.next_multiple_of(GROUP)].fill(0.5);
        let groups = roots.as_chunks_mut::<GROUP>().0.iter_mut().zip(values.as_chunks_mut::<GROUP>().0);
        for (roots, values) in groups.take(tails.div_ceil(GROUP)) {
            for (root, value) in roots.iter_mut().zip(values) {
                *root = (-ln(*root)).sqrt();
                *value = near_tail(*root);
            }
        }
        for ((place, root), value) in places[..tails].iter().zip(&roots).zip(&values) {
            let place = usize::from(*place) % PART;
            let value = if *root <= NEAR { *value } else { far_tail(*root) };
            out[place] = value.copysign(uniforms[place] - 0.5);
        }
    }
}

/// The natural logarithm of a positive normal number other than 1, to the last bit the one of `libm`: its operations
/// in its order, without its branches for other numbers.
#[inline(always)]
fn ln(x: f64) -> f64 {
    /// ln 2 in two parts: products of the first with whole numbers up to 2^11 are exact.
    const LN_2: [f64; 2] = [0.693_147_180_369_123_8, 1.908_214_929_270_587_7e-10];
    /// The upper half of the bits of the root of 1/2, and of those of 1.
    const ROOT_HALF: u64 = 0x3FE6_A09E << 32;
    const ONE: u64 = 0x3FF0_0000 << 32;
    /// A whole number put into its last bits is added to it.
    const WHOLE: f64 = 4_503_599_627_370_496.0;
    // x = 2^k (1 + f), with 1 + f between the root of 1/2 and that of 2.
    let bits = x.to_bits().wrapping_add(ONE - ROOT_HALF);
    let k = f64::from_bits(WHOLE.to_bits() | bits >> 52) - (WHOLE + 1_023.0);
    let f = f64::from_bits((bits & 0x000F_FFFF_FFFF_FFFF).wrapping_add(ROOT_HALF)) - 1.0;
    let half_square = 0.5 * f * f;
    let s = f / (2.0 + f);
    let z = s * s;
    let w = z * z;
    let even = w * (0.399_999_999_994_094_2 + w * (0.222_221_984_321_497_84 + w * 0.153_138_376_992_093_73));
    let odd = z
        * (0.666_666_666_666_673_5
            + w * (0.285_714_287_436_623_9 + w * (0.181_835_721_616_180_5 + w * 0.147_981_986_051_165_86)));
    s * (half_square + (odd + even)) + k * LN_2[1] - half_square + f + k * LN_2[0]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Numbers spread over 64 bits.
    fn spread(count: u64) -> impl Iterator<Item = u64> {
        (0..count).map(|i| i.wrapping_mul(0x9E37_79B9_7F4A_7C15))
    }

    #[test]
    fn a_block_gives_what_one_by_one_gives() {
        // Both ends, where the tails are far ones, and what lies between.
        let ends = (0..3_000).flat_map(|i| [1 << (i % 64), !(1 << (i % 64)), i << 11, !(i << 11), i << 33, !(i << 33)]);
        let bits: Vec<u64> = spread(200_000).chain(ends).collect();
        let mut block = vec![0.0; bits.len()];
        normals(&bits, &mut block);
        for (bits, z) in bits.iter().zip(block) {
            assert_eq!(z.to_bits(), normal(uniform(*bits)).to_bits(), "{bits:#x}");
        }
    }

    #[test]
    fn a_short_block_is_whole() {
        for count in 0..40 {
            let bits: Vec<u64> = spread(count).map(|bits| bits >> 5).collect();
            let mut block = vec![0.0; bits.len()];
            normals(&bits, &mut block);
            assert!(bits.iter().zip(block).all(|(bits, z)| z == normal(uniform(*bits))), "{count}");
        }
    }

    #[test]
    fn the_logarithm_is_libms() {
        let bits = spread(300_000).map(uniform);
        let small = (1..1_000).flat_map(|i| [f64::from(i) * f64::EPSILON, 1.0 / f64::from(i + 1)]);
        for x in bits.chain(small) {
            assert_eq!(ln(x).to_bits(), libm::log(x).to_bits(), "{x:e}");
        }
    }
}
