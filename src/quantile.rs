//! Inverse distributions: one uniform draw in, one variate out, so that the same draw can be mapped through any
//! programme's own distribution. `libm` is used rather than the standard library's functions, which differ by platform.

mod normal;
mod split_mix;

pub use normal::{normal, normals};
pub use split_mix::split_mix;

/// The uniform in (0, 1) behind 64 random bits: the middle of one of 2^53 equal cells, never 0 or 1 (the middle of the
/// last cell would round to 1, and is put just below it).
#[inline(always)]
pub fn uniform(bits: u64) -> f64 {
    (((bits >> 11) as f64 + 0.5) * (1.0 / 9_007_199_254_740_992.0)).min(1.0 - f64::EPSILON / 2.0)
}

/// The mark whose uniform is `share`, for tables that stand marks in for ranges.
pub fn mark(share: f64) -> u32 {
    (share.clamp(0.0, 1.0) * 4_294_967_295.0) as u32
}

/// A probability against which a mark, 32 random bits, is held: exact to 2^-32.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Chance(u64);

/// How many marks there are.
const MARKS: f64 = 4_294_967_296.0;

impl Chance {
    /// It never happens.
    pub const NEVER: Chance = Chance(0);

    /// A probability; what lies outside 0 to 1 is taken as 0 or 1.
    pub fn new(probability: f64) -> Chance {
        Chance((probability.clamp(0.0, 1.0) * MARKS).round() as u64)
    }

    /// The probability.
    pub fn probability(self) -> f64 {
        self.0 as f64 / MARKS
    }

    /// Whether it happens on this mark: with probability 0 never, with probability 1 always.
    #[inline(always)]
    pub fn hits(self, mark: u32) -> bool {
        // Marks as narrow as they are go through more at a time than widened ones.
        (self.0 != 0) & (mark <= self.0.wrapping_sub(1) as u32)
    }
}

/// The exponential function of a block, in place: relative error below 4e-16 between -700 and 700; arguments beyond are
/// held there.
#[multiversion::multiversion(targets("x86_64+avx512f+avx512dq+avx512vl", "x86_64+avx2"))]
pub fn exps(values: &mut [f64]) {
    for value in values {
        *value = exp(*value);
    }
}

/// exp(x) = 2^k exp(r) with |r| <= ln 2 / 2, and exp(r) by its Taylor series: the terms left out are below 1e-17.
#[inline(always)]
fn exp(x: f64) -> f64 {
    /// Adding it rounds to a whole number, which then stands in the last bits.
    const ROUNDER: f64 = 6_755_399_441_055_744.0;
    /// ln 2 in two parts: products of the first with whole numbers up to 2^11 are exact.
    const LN_2: [f64; 2] = [0.693_147_180_369_123_8, 1.908_214_929_270_587_7e-10];
    let x = x.clamp(-700.0, 700.0);
    let rounded = x * std::f64::consts::LOG2_E + ROUNDER;
    let k = rounded - ROUNDER;
    let r = x - k * LN_2[0] - k * LN_2[1];
    let mut sum = 1.0 / 6_227_020_800.0;
    for term in [
        1.0 / 479_001_600.0,
        1.0 / 39_916_800.0,
        1.0 / 3_628_800.0,
        1.0 / 362_880.0,
        1.0 / 40_320.0,
        1.0 / 5_040.0,
        1.0 / 720.0,
        1.0 / 120.0,
        1.0 / 24.0,
        1.0 / 6.0,
        0.5,
        1.0,
        1.0,
    ] {
        sum = sum * r + term;
    }
    sum * f64::from_bits((rounded.to_bits() << 52).wrapping_add(1_023 << 52))
}

/// Standard normal distribution function.
pub fn normal_cdf(z: f64) -> f64 {
    0.5 * libm::erfc(-z * std::f64::consts::FRAC_1_SQRT_2)
}

/// Pareto quantile from `low` with a tail index, conditional on staying below `high` (0: no limit).
pub fn pareto(p: f64, low: f64, high: f64, tail: f64) -> f64 {
    let beyond = if high > low { libm::pow(low / high, tail) } else { 0.0 };
    low * libm::pow(1.0 - p * (1.0 - beyond), -1.0 / tail)
}

/// Log-normal quantile around a median, conditional on staying below `high` (0: no limit).
pub fn lognormal(p: f64, median: f64, high: f64, sigma: f64) -> f64 {
    let below = if high > 0.0 && sigma > 0.0 { normal_cdf(libm::log(high / median) / sigma) } else { 1.0 };
    median * libm::exp(sigma * normal(p * below))
}

/// Poisson counts by inversion of a table of the distribution function.
#[derive(Debug, Clone, PartialEq)]
pub struct Poisson {
    first: usize,
    /// `steps[i]` is the probability of a count of at most `first + i`.
    steps: Vec<Chance>,
}

impl Poisson {
    /// The table for a mean; what lies more than ten standard deviations off is left out (probability below 1e-22).
    pub fn new(mean: f64) -> Poisson {
        let reach = 10.0 * libm::sqrt(mean) + 30.0;
        let first = (mean - reach).max(0.0) as usize;
        let last = (mean + reach) as usize;
        let mut below = 0.0;
        let mut steps = Vec::new();
        for mass in poisson_masses(mean, first).take(last - first + 1) {
            below += mass;
            let step = Chance::new(below);
            steps.push(step);
            // No draw goes beyond a step that holds for all.
            if step.hits(u32::MAX) {
                break;
            }
        }
        Poisson { first, steps }
    }

    /// The count for a draw.
    #[inline]
    pub fn count(&self, mark: u32) -> usize {
        let at = self.steps.partition_point(|step| !step.hits(mark));
        self.first + at.min(self.steps.len() - 1)
    }

    /// The probabilities of a count of at most 0, 1, ... `N - 1`, for counts that are cut off at `N`.
    pub fn chances<const N: usize>(mean: f64) -> [Chance; N] {
        let mut chances = [Chance::NEVER; N];
        let mut below = 0.0;
        for (chance, mass) in chances.iter_mut().zip(poisson_masses(mean, 0)) {
            below += mass;
            *chance = Chance::new(below);
        }
        chances
    }
}

/// The probabilities of counts of `first` and more, each from the one before.
fn poisson_masses(mean: f64, first: usize) -> impl Iterator<Item = f64> {
    let k = first as f64;
    let logarithm = if first == 0 { -mean } else { k * libm::log(mean) - mean - libm::lgamma(k + 1.0) };
    let mass = move |mass: &(usize, f64)| Some((mass.0 + 1, mass.1 * mean / (mass.0 + 1) as f64));
    std::iter::successors(Some((first, libm::exp(logarithm))), mass).map(|(_, mass)| mass)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_normal_quantile_is_the_published_one() {
        // Wichura (1988), table of check values.
        for (p, z) in
            [(0.25, -0.674_489_750_196_081_7), (0.001, -3.090_232_306_167_813_6), (1e-20, -9.262_340_089_798_408)]
        {
            assert!((normal(p) / z - 1.0).abs() < 1e-14, "{p}: {}", normal(p));
            assert!((normal_cdf(z) / p - 1.0).abs() < 1e-12, "{p}");
        }
        assert_eq!(normal(0.5), 0.0);
    }

    #[test]
    fn a_uniform_is_never_0_or_1() {
        assert!(uniform(0) > 0.0 && uniform(u64::MAX) < 1.0);
        assert!(normal(uniform(u64::MAX)).is_finite());
    }

    #[test]
    fn the_exponential_of_a_block_is_libms() {
        let arguments: Vec<f64> = (-70_000..=70_000).map(|i| f64::from(i) * 0.009_999_7).collect();
        let mut values = arguments.clone();
        exps(&mut values);
        for (x, value) in arguments.iter().zip(values) {
            let reference = libm::exp(x.clamp(-700.0, 700.0));
            assert!((value / reference - 1.0).abs() < 4.5e-16, "{x}: {value} against {reference}");
        }
        let mut edges = [0.0, 1e9, -1e9];
        exps(&mut edges);
        assert_eq!(edges[0], 1.0);
        assert!(edges[1].is_finite() && edges[2] > 0.0);
    }

    #[test]
    fn a_chance_of_one_always_hits_and_of_zero_never() {
        for mark in [0, 1, u32::MAX / 2, u32::MAX] {
            assert!(Chance::new(1.0).hits(mark));
            assert!(!Chance::new(0.0).hits(mark));
        }
        assert!(Chance::new(0.5).hits(u32::MAX / 2) && !Chance::new(0.5).hits(u32::MAX / 2 + 1));
    }

    #[test]
    fn poisson_tables_have_the_right_moments() {
        for mean in [0.0, 0.3, 2.0, 11.0, 400.0, 30_000.0] {
            let table = Poisson::new(mean);
            let mut before = 0.0;
            let (mut first, mut second) = (0.0, 0.0);
            for (i, step) in table.steps.iter().enumerate() {
                let mass = step.probability() - before;
                before += mass;
                let count = (table.first + i) as f64;
                first += mass * count;
                second += mass * (count - mean) * (count - mean);
            }
            // Each step is exact to 2^-32, and there are some hundreds of them.
            assert!((first - mean).abs() <= 1e-6 * mean.max(1.0), "{mean}: {first}");
            assert!((second - mean).abs() <= 1e-4 * mean.max(1.0), "{mean}: {second}");
        }
    }

    #[test]
    fn truncated_sizes_stay_in_their_range() {
        assert!((pareto(0.5, 175.0, 0.0, 1.0) - 350.0).abs() < 1e-9);
        // Conditional on staying below 700: F(x) = (1 - 175/x) / (1 - 1/4), half at 280.
        assert!((pareto(0.5, 175.0, 700.0, 1.0) - 280.0).abs() < 1e-9);
        assert!(pareto(1.0 - 1e-12, 175.0, 700.0, 1.0) <= 700.0);
        assert!(lognormal(1.0 - 1e-12, 100.0, 300.0, 1.0) <= 300.0);
        assert_eq!(lognormal(0.5, 100.0, 0.0, 1.0), 100.0);
    }
}
