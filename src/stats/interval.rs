//! How far an estimate may lie off: confidence intervals of means and percentiles, and the digits a figure deserves
//! (docs/model.md, "Reading the results of uncertainty").

use super::order::order_statistics;
use super::student::student;
use crate::quantile::normal;

/// An estimate with its standard error.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Estimate {
    /// The estimate.
    pub value: f64,
    /// Its standard error, in the same unit; 0 where no luck is involved.
    pub se: f64,
}

impl Estimate {
    /// The interval that holds the true value with a `confidence` between 0 and 1, by the normal distribution: for
    /// estimates whose standard error rests on many trials.
    pub fn interval(self, confidence: f64) -> Interval {
        Interval::around(self.value, normal(0.5 + confidence / 2.0) * self.se)
    }
}

/// A range that holds the true value with a stated confidence; both ends belong to it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// Its lower end.
    pub low: f64,
    /// Its upper end.
    pub high: f64,
}

impl Interval {
    fn around(middle: f64, half: f64) -> Interval {
        Interval { low: middle - half, high: middle + half }
    }

    /// The interval of the mean of `n >= 2` independent values by Student's t with `n - 1` degrees of freedom, from its
    /// estimate (`se` is sd / sqrt(n)) and a `confidence` between 0 and 1.
    ///
    /// Exact for normal values. Else its error falls with 1/n: for values as skewed as the exponential distribution, 400
    /// of them give 94.8 % where 95 % are stated (the expansion of Hall 1988).
    pub fn of_mean(mean: Estimate, n: usize, confidence: f64) -> Interval {
        Interval::around(mean.value, student(0.5 + confidence / 2.0, (n - 1) as f64) * mean.se)
    }

    /// The interval of the `p` quantile, between two of the values in order; `None` where there are too few of them.
    pub fn of_percentile(ordered: &[f64], p: f64, confidence: f64) -> Option<Interval> {
        let places = order_statistics(ordered.len(), p, confidence)?;
        Some(Interval { low: ordered[places.low], high: ordered[places.high] })
    }

    /// The interval of a share seen in `n >= 1` independent trials (Wilson 1927): unlike one around the share itself it
    /// does not shrink to nothing where all trials agree.
    pub fn of_share(share: f64, n: usize, confidence: f64) -> Interval {
        let (n, z) = (n as f64, normal(0.5 + confidence / 2.0));
        let weight = 1.0 + z * z / n;
        let middle = (share + z * z / (2.0 * n)) / weight;
        let half = z / weight * libm::sqrt(share * (1.0 - share) / n + z * z / (4.0 * n * n));
        Interval { low: (middle - half).max(0.0), high: (middle + half).min(1.0) }
    }

    /// Half of its width.
    pub fn half_width(self) -> f64 {
        (self.high - self.low) / 2.0
    }

    /// Whether a value lies in it.
    pub fn holds(self, value: f64) -> bool {
        (self.low..=self.high).contains(&value)
    }
}

/// The confidence that each of several statements takes so that all of them together hold with `confidence`, whatever
/// they have to do with each other (Bonferroni).
pub fn each_of(confidence: f64, statements: usize) -> f64 {
    1.0 - (1.0 - confidence) / statements.max(1) as f64
}

/// The decimals that a figure deserves: its standard error is kept to two digits, and the figure to the same place (Guide
/// to the Expression of Uncertainty in Measurement, JCGM 100:2008, 7.2.6). Below 0 it stands for tens, hundreds and so on;
/// `None` where there is no error to go by (0, or not finite).
///
/// An error of 0.0345 gives 3 decimals, one of 34,500 gives -3.
pub fn decimals(se: f64) -> Option<i32> {
    if !(se.is_finite() && se > 0.0) {
        return None;
    }
    let decimals = 1 - libm::log10(se).floor() as i32;
    // 0.0996 is 0.10 in two digits: what is rounded up to the next power of ten takes one decimal less.
    let two_digits = (se * libm::pow(10.0, f64::from(decimals))).round();
    Some(if two_digits >= 100.0 { decimals - 1 } else { decimals })
}

/// A figure rounded to the [`decimals`] that its standard error supports, halves away from zero; as it is where there is
/// no error, or where the error is finer than the figure's own digits.
pub fn rounded(value: f64, se: f64) -> f64 {
    let Some(decimals) = decimals(se) else { return value };
    let scale = libm::pow(10.0, f64::from(decimals.abs()));
    let round = if decimals >= 0 { (value * scale).round() / scale } else { (value / scale).round() * scale };
    if round.is_finite() { round } else { value }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::Statistics;
    use crate::stats::tests::SplitMix;

    #[test]
    fn several_statements_share_the_doubt() {
        assert!((each_of(0.95, 5) - 0.99).abs() < 1e-15);
        assert_eq!(each_of(0.95, 0), each_of(0.95, 1));
    }

    #[test]
    fn figures_keep_two_digits_of_their_error() {
        for (se, expected) in [(0.0345, 3), (0.345, 2), (3.45, 1), (34.5, 0), (345.0, -1), (34_500.0, -3), (0.1, 2)] {
            assert_eq!(decimals(se), Some(expected), "{se}");
        }
        // 0.0996 is 0.10, 9.96 is 10.
        assert_eq!((decimals(0.0996), decimals(9.96)), (Some(2), Some(0)));
        assert_eq!((decimals(0.0), decimals(f64::NAN), decimals(f64::INFINITY)), (None, None, None));
        assert_eq!(rounded(1_234_567.0, 34_500.0), 1_235_000.0);
        assert_eq!(rounded(-0.123_456, 0.0345), -0.123);
        assert_eq!((rounded(1.25, 0.0), rounded(1e300, 1e-300)), (1.25, 1e300));
    }

    /// 1,000 replications of a statement of 95 % leave 0.69 % of standard error: four of them are 2.76 %.
    const REPLICATIONS: usize = 1_000;

    fn four_errors(coverage: f64) -> f64 {
        4.0 * libm::sqrt(coverage * (1.0 - coverage) / REPLICATIONS as f64)
    }

    #[test]
    fn the_mean_of_a_skewed_sample_is_covered_as_stated() {
        // Exponential, mean 1; the normal error of 0.2 % that is left at n = 400 is within the bound.
        let mut draws = SplitMix::new(11);
        let covered = (0..REPLICATIONS).filter(|_| {
            let mut values: Vec<f64> = (0..400).map(|_| -libm::log(draws.uniform())).collect();
            let statistics = Statistics::of(&mut values);
            let mean = Estimate { value: statistics.mean, se: statistics.se };
            Interval::of_mean(mean, values.len(), 0.95).holds(1.0)
        });
        let share = covered.count() as f64 / REPLICATIONS as f64;
        assert!((share - 0.95).abs() < four_errors(0.95), "{share}");
    }

    #[test]
    fn percentiles_are_covered_as_stated() {
        let mut draws = SplitMix::new(12);
        for p in [0.05, 0.5] {
            let n = 300;
            let stated = order_statistics(n, p, 0.95).expect("places").coverage;
            let covered = (0..REPLICATIONS).filter(|_| {
                let mut values: Vec<f64> = (0..n).map(|_| -libm::log(draws.uniform())).collect();
                values.sort_unstable_by(f64::total_cmp);
                Interval::of_percentile(&values, p, 0.95).is_some_and(|interval| interval.holds(-libm::log1p(-p)))
            });
            let share = covered.count() as f64 / REPLICATIONS as f64;
            assert!(stated >= 0.95 && (share - stated).abs() < four_errors(stated), "{p}: {share} of {stated}");
        }
    }

    #[test]
    fn a_share_has_wilsons_interval() {
        // 10 of 10: 1 / (1 + 1.96^2 / 10) = 0.7225 (Brown, Cai and DasGupta 2001 give 0.722 to 1); 5 of 10 by hand:
        // 0.5 -+ 1.96 / 1.38415 x sqrt(0.025 + 0.0096036) = 0.2366 to 0.7634.
        let all = Interval::of_share(1.0, 10, 0.95);
        assert!((all.low - 0.7225).abs() < 5e-5 && all.high == 1.0, "{all:?}");
        let half = Interval::of_share(0.5, 10, 0.95);
        assert!((half.low - 0.2366).abs() < 5e-5 && (half.high - 0.7634).abs() < 5e-5, "{half:?}");
    }

    #[test]
    fn a_half_width_is_half_of_the_width() {
        // Four values, 3 degrees of freedom: 3.182 x 0.5.
        let interval = Interval::of_mean(Estimate { value: 10.0, se: 0.5 }, 4, 0.95);
        assert!((interval.half_width() - 1.591).abs() < 5e-4 && interval.holds(11.5) && !interval.holds(11.6));
        let normal = Estimate { value: 1.0, se: 1.0 }.interval(0.95);
        assert!((normal.high - 2.959_963_984_540_054).abs() < 1e-12);
    }
}
