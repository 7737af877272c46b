//! What we do not know and luck, told apart by playing each draw of the uncertain inputs under two futures
//! (docs/model.md, "Reading the results of uncertainty").

use super::interval::{Estimate, Interval};
use super::percentile;
use super::sobol::ratio;

/// The variance of an output in two parts: by the uncertain inputs, and by luck at given inputs.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Split {
    /// The share of the variance that rests on the inputs, Var(E[Y|X]) / Var(Y); the rest is luck. Not held between 0
    /// and 1: below 0 it is nothing within its error. 0 where the output never varies.
    pub unknown_share: Estimate,
    /// Nine in ten expected outputs lie between, as the inputs vary: the percentiles 5 and 95 of E[Y|X].
    pub unknown_range: Interval,
    /// Nine in ten outputs lie no further from what their inputs lead to expect: around 0, as wide on both sides.
    pub luck_range: Interval,
}

/// Splits the variance by at least two pairs of outputs; both of a pair share the inputs, and nothing else.
///
/// The share is the intraclass correlation, the estimate T of Janon et al. (2014):
///
/// ```text
/// mean((y1 - m) (y2 - m)) / mean(((y1 - m)^2 + (y2 - m)^2) / 2)
/// ```
///
/// with `m` the mean of all outputs and the standard error by linearisation (delta method). The range of what we do not
/// know is that of the means of pairs, drawn together around `m` until their variance is that of E[Y|X], since the mean
/// of two futures still has half of the variance of luck. The range of luck is that of (y1 - y2) / sqrt 2, in which
/// skewness cancels. Both ranges have the right variance, and are exact for normal parts.
pub fn split(pairs: &[(f64, f64)]) -> Split {
    let n = pairs.len() as f64;
    let mut means: Vec<f64> = pairs.iter().map(|(one, other)| (one + other) / 2.0).collect();
    let mean = means.iter().sum::<f64>() / n;
    let products: Vec<f64> = pairs.iter().map(|(one, other)| (one - mean) * (other - mean)).collect();
    let square = |value: f64| (value - mean) * (value - mean);
    let variances: Vec<f64> = pairs.iter().map(|(one, other)| (square(*one) + square(*other)) / 2.0).collect();
    let unknown_share = ratio(&products, &variances);
    // The mean of a pair has the variance (1 + share) / 2 of one output's.
    let held = unknown_share.value.clamp(0.0, 1.0);
    let shrink = libm::sqrt(2.0 * held / (1.0 + held));
    means.sort_unstable_by(f64::total_cmp);
    let [low, high] = [0.05, 0.95].map(|p| mean + shrink * (percentile(&means, p) - mean));
    let mut luck: Vec<f64> =
        pairs.iter().map(|(one, other)| (one - other).abs() * std::f64::consts::FRAC_1_SQRT_2).collect();
    luck.sort_unstable_by(f64::total_cmp);
    let reach = percentile(&luck, 0.9);
    Split { unknown_share, unknown_range: Interval { low, high }, luck_range: Interval { low: -reach, high: reach } }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantile::normal;
    use crate::stats::tests::SplitMix;

    /// Z(95 %): nine in ten of a normal variate lie within as many standard deviations.
    const REACH: f64 = 1.644_853_626_951_472_7;

    #[test]
    fn a_split_of_worked_pairs() {
        // m = 5. Products -1 (4, 6), 16 (1, 1), 16 (9, 9); variances 1, 16, 16: 31/33.
        let split = split(&[(4.0, 6.0), (1.0, 1.0), (9.0, 9.0)]);
        assert!((split.unknown_share.value - 31.0 / 33.0).abs() < 1e-15);
        // Off by -1 - 31/33, 16/33 x 2 and so on: -64/33, 32/33, 32/33; squares 6144/1089, over 2 and 3, root, over 11.
        assert!((split.unknown_share.se - libm::sqrt(6_144.0 / 1_089.0 / 6.0) / 11.0).abs() < 1e-15);
        // Luck: 0, 0, sqrt 2; place 1.8 of 0 to 2: 0.8 sqrt 2.
        assert!((split.luck_range.high - 0.8 * libm::sqrt(2.0)).abs() < 1e-15);
        // Pair means 1, 5, 9; place 0.1: 1.4; drawn together by sqrt(2 x 31/33 / (64/33)) = sqrt(31/32).
        assert!((split.unknown_range.low - (5.0 - 3.6 * libm::sqrt(31.0 / 32.0))).abs() < 1e-14);
    }

    #[test]
    fn normal_parts_are_told_apart() {
        // Y = 10 + 3 X + 2 L: 9/13 of the variance. Percentiles 5 and 95 of n = 40,000 normal values have the standard
        // error sqrt(0.05 x 0.95 / n) / density = 0.0106 standard deviations; four of them, and as much for the share's.
        let mut draws = SplitMix::new(31);
        let mut z = || normal(draws.uniform());
        let mut pair = || {
            let known = 10.0 + 3.0 * z();
            (known + 2.0 * z(), known + 2.0 * z())
        };
        let split = split(&(0..40_000).map(|_| pair()).collect::<Vec<_>>());
        let share = split.unknown_share;
        assert!((share.value - 9.0 / 13.0).abs() < 4.0 * share.se, "{share:?}");
        // (1 - share^2) / sqrt(n) for normal pairs.
        assert!((share.se / ((1.0 - share.value * share.value) / 200.0) - 1.0).abs() < 0.05, "{share:?}");
        for (found, known) in [
            (split.unknown_range.low, 10.0 - 3.0 * REACH),
            (split.unknown_range.high, 10.0 + 3.0 * REACH),
            (split.luck_range.low, -2.0 * REACH),
            (split.luck_range.high, 2.0 * REACH),
        ] {
            assert!((found - known).abs() < 0.085 * 3.0, "{found} {known}");
        }
    }

    #[test]
    fn all_luck_and_no_luck() {
        let mut draws = SplitMix::new(32);
        let luck: Vec<(f64, f64)> = (0..10_000).map(|_| (draws.uniform(), draws.uniform())).collect();
        let all = split(&luck);
        assert!(all.unknown_share.value.abs() < 4.0 * all.unknown_share.se, "{all:?}");
        assert!(all.unknown_range.half_width() < 0.2 * all.luck_range.half_width());
        let none = split(&luck.iter().map(|(one, _)| (*one, *one)).collect::<Vec<_>>());
        assert_eq!((none.unknown_share.value, none.unknown_share.se), (1.0, 0.0));
        assert_eq!((none.luck_range.low, none.luck_range.high), (0.0, 0.0));
        // Uniform on 0 to 1: 0.05 and 0.95, within four standard errors of 0.0022.
        assert!((none.unknown_range.low - 0.05).abs() < 0.009 && (none.unknown_range.high - 0.95).abs() < 0.009);
        let still = split(&[(2.0, 2.0), (2.0, 2.0)]);
        assert_eq!((still.unknown_share.value, still.unknown_range.low), (0.0, 2.0));
    }
}
