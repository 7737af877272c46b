//! Laws within a range.

use super::values::moments;
use super::{Law, LawError};
use crate::language::number;
use crate::say;

/// The least probability that may lie in the range.
const LEAST_INSIDE: f64 = 1e-6;

/// A law conditional on a value in a range, ends included.
#[derive(Debug, Clone, PartialEq)]
pub struct Truncated {
    law: Law,
    /// The smallest and the largest value that can come.
    support: (f64, f64),
    /// The probabilities of the law below the range, and up to its end.
    cut: (f64, f64),
    mean: f64,
    sd: f64,
}

impl Truncated {
    /// `law` within `low` and `high`, either of which may be infinite. Refused if less than one in a million lies
    /// there.
    ///
    /// # Errors
    /// [`LawError`] names the argument: bounds that are not in order, or too little of the law between them.
    pub fn new(law: Law, low: f64, high: f64) -> Result<Truncated, LawError> {
        if low.is_nan() || high.is_nan() || low > high {
            return Err(LawError::new("high", say!("must not be below low")));
        }
        let cut = (law.below(low), law.cdf(high));
        if cut.1 - cut.0 < LEAST_INSIDE {
            let [low, high] = [low, high].map(|end| number::written(end.to_string()));
            let allowed = say!("between {low} and {high}", low, high);
            let message = say!("must have values {allowed}: less than one in a million lies there", allowed);
            return Err(LawError::new("law", message));
        }
        let (least, most) = law.support();
        let support = if law.is_discrete() {
            // The first value above the cut, and the last at it.
            let first = if cut.0 > 0.0 { law.quantile(cut.0.next_up()) } else { least };
            let last = if cut.1 < 1.0 { law.quantile(cut.1) } else { most };
            (first, last)
        } else {
            (least.max(low), most.min(high))
        };
        let mut truncated = Truncated { law, support, cut, mean: 0.0, sd: 0.0 };
        let (mean, variance) = truncated.moments();
        (truncated.mean, truncated.sd) = (mean, variance.max(0.0).sqrt());
        Ok(truncated)
    }

    /// The law it is cut from.
    pub fn law(&self) -> &Law {
        &self.law
    }

    /// The smallest and the largest value, which may be infinite.
    pub fn support(&self) -> (f64, f64) {
        self.support
    }

    /// The value with probability `p` up to it, `p` above 0 and below 1. A range that cuts nothing gives the law's own
    /// values, bit for bit.
    pub fn quantile(&self, p: f64) -> f64 {
        let (from, to) = self.cut;
        self.law.quantile(from + p * (to - from)).clamp(self.support.0, self.support.1)
    }

    /// The probability of at most `x`.
    pub fn cdf(&self, x: f64) -> f64 {
        if x < self.support.0 {
            return 0.0;
        }
        if x >= self.support.1 {
            return 1.0;
        }
        let (from, to) = self.cut;
        ((self.law.cdf(x) - from) / (to - from)).clamp(0.0, 1.0)
    }

    /// The mean, to a millionth of the standard deviation.
    pub fn mean(&self) -> f64 {
        self.mean
    }

    /// The standard deviation, to a millionth of itself.
    pub fn sd(&self) -> f64 {
        self.sd
    }

    fn moments(&self) -> (f64, f64) {
        let (from, to) = self.cut;
        let inside = to - from;
        let whole = (self.law.mean(), self.law.variance());
        if from <= 0.0 && to >= 1.0 {
            return whole;
        }
        if self.law.is_discrete() {
            let held = |value: f64| value >= self.support.0 && value <= self.support.1;
            let points = self.law.points().into_iter().filter(|(value, _)| held(*value));
            let points: Vec<(f64, f64)> = points.map(|(value, mass)| (value, mass / inside)).collect();
            return moments(&points);
        }
        // An upper tail that is kept is known best as the whole less what is cut: probabilities near 1 have fewer
        // digits than those near 0. Where little is kept the difference would lose more.
        if to >= 1.0 && from < 0.5 && whole.0.is_finite() {
            let mean = (whole.0 - self.integral(0.0, from, |x| x)) / inside;
            let squares = whole.1 + (whole.0 - mean) * (whole.0 - mean);
            return (mean, (squares - self.integral(0.0, from, |x| (x - mean) * (x - mean))) / inside);
        }
        let mean = self.integral(from, to, |x| x) / inside;
        (mean, self.integral(from, to, |x| (x - mean) * (x - mean)) / inside)
    }

    /// The integral of a function of the quantile over probabilities, piece by piece where the quantile has bends.
    fn integral(&self, from: f64, to: f64, f: impl Fn(f64) -> f64) -> f64 {
        let inner = self.law.kinks().into_iter().filter(|kink| *kink > from && *kink < to);
        let mut left = from;
        let mut sum = 0.0;
        for right in inner.chain([to]) {
            sum += tanh_sinh(left, right, |p| f(self.law.quantile(p)));
            left = right;
        }
        sum
    }
}

/// The integral of a function that may grow without limit at the ends, which are not touched: Takahasi and Mori
/// (1974).
fn tanh_sinh(from: f64, to: f64, f: impl Fn(f64) -> f64) -> f64 {
    const STEP: f64 = 1.0 / 24.0;
    let node = |at: i32| {
        let w = f64::from(at) * STEP;
        let (share, rest) = super::special::logistic(std::f64::consts::PI * libm::sinh(w));
        let weight = STEP * std::f64::consts::PI * libm::cosh(w) * share * rest;
        let p = if share < 0.5 { from + (to - from) * share } else { to - (to - from) * rest };
        if p > 0.0 && p < 1.0 { weight * f(p) } else { 0.0 }
    };
    (to - from) * (-96..=96).map(node).sum::<f64>()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(found: f64, expected: f64, within: f64) {
        assert!((found - expected).abs() <= within, "{found} against {expected}");
    }

    const EVER: f64 = f64::INFINITY;

    #[test]
    fn a_range_that_cuts_nothing_changes_no_bit() {
        for law in [Law::pert(10.0, 20.0, 50.0), Law::lognormal(180.0, 0.6), Law::poisson(3.0), Law::normal(9.0, 1.0)] {
            let law = law.expect("a law");
            let cut = Truncated::new(law.clone(), -1e9, EVER).expect("a range");
            for p in [1e-12, 0.1, 1.0 / 3.0, 0.5, 0.95, 1.0 - 1e-12] {
                assert_eq!(cut.quantile(p).to_bits(), law.quantile(p).to_bits());
            }
            assert_eq!((cut.mean(), cut.sd()), (law.mean(), law.variance().sqrt()));
        }
    }

    #[test]
    fn truncated_laws_have_their_closed_moments() {
        // Half a normal law: mean sqrt(2 / pi), variance 1 - 2 / pi.
        let half = Truncated::new(Law::normal(0.0, 1.0).expect("a law"), 0.0, EVER).expect("a range");
        near(half.mean(), (2.0 / std::f64::consts::PI).sqrt(), 1e-12);
        near(half.sd(), (1.0 - 2.0 / std::f64::consts::PI).sqrt(), 1e-12);
        near(half.quantile(0.5), 0.674_489_750_196_081_7, 1e-12);
        near(half.cdf(0.674_489_750_196_081_7), 0.5, 1e-12);
        // Beyond 4 (probability 3.17e-5): mean phi(4) / Q(4) = m, variance 1 + 4 m - m^2.
        let far = Truncated::new(Law::normal(0.0, 1.0).expect("a law"), 4.0, EVER).expect("a range");
        let ratio = libm::exp(-8.0) / (2.0 * std::f64::consts::PI).sqrt() / crate::quantile::normal_cdf(-4.0);
        near(far.mean(), ratio, 1e-7);
        near(far.sd(), (1.0 + 4.0 * ratio - ratio * ratio).sqrt(), 1e-7);
        // An exponential law has no memory, whether much or little is kept.
        for low in [0.5, 9.0] {
            let later = Truncated::new(Law::exponential(2.0).expect("a law"), low, EVER).expect("a range");
            near(later.mean(), low + 2.0, 2e-6);
            near(later.sd(), 2.0, 2e-6);
        }
        // Parts of a uniform law, and of a triangular one across its mode: from 1 to 3 of 0, 2, 4, mean 2,
        // E (x - 2)^2 = 2 (1/2 / 3 - 1/4 / 4) / (3/4) = 5/18.
        let part = Truncated::new(Law::uniform(0.0, 10.0).expect("a law"), 2.0, 5.0).expect("a range");
        near(part.mean(), 3.5, 1e-12);
        near(part.sd(), (9.0_f64 / 12.0).sqrt(), 1e-12);
        let middle = Truncated::new(Law::triangular(0.0, 2.0, 4.0).expect("a law"), 1.0, 3.0).expect("a range");
        near(middle.mean(), 2.0, 1e-12);
        near(middle.sd(), (5.0_f64 / 18.0).sqrt(), 1e-12);
    }

    #[test]
    fn counts_keep_both_ends() {
        // Two coins: 1, 2, 1 quarters. From 0.5 to 2: 1 and 2 with 2/3 and 1/3.
        let coins = Law::binomial(2.0, 0.5).expect("a law");
        let some = Truncated::new(coins.clone(), 0.5, 2.0).expect("a range");
        assert_eq!([0.01, 0.66, 0.67, 0.99].map(|p| some.quantile(p)), [1.0, 1.0, 2.0, 2.0]);
        near(some.mean(), 4.0 / 3.0, 1e-15);
        near(some.sd(), (2.0_f64 / 9.0).sqrt(), 1e-15);
        assert_eq!(some.support(), (1.0, 2.0));
        let ends = Truncated::new(coins, 0.0, 1.0).expect("a range");
        assert_eq!([1e-12, 0.34, 1.0 - 1e-12].map(|p| ends.quantile(p)), [0.0, 1.0, 1.0]);
        // No memory of rounding: the last count below a limit that is not whole.
        let limit = Truncated::new(Law::poisson(40.0).expect("a law"), 30.0, 45.5).expect("a range");
        assert_eq!(limit.support(), (30.0, 45.0));
        assert_eq!((limit.quantile(1e-15), limit.quantile(1.0 - 1e-15)), (30.0, 45.0));
    }

    #[test]
    fn observations_are_cut_where_the_lines_are() {
        // 0, 1, 3 joined: half at 1. From 0.5 to 2 with 1/4 each side of 1: uniform parts of means 0.75 and 1.5.
        let law = Law::empirical(&[0.0, 1.0, 3.0]).expect("a law");
        let cut = Truncated::new(law, 0.5, 2.0).expect("a range");
        near(cut.mean(), 1.125, 1e-12);
        near(cut.quantile(0.5), 1.0, 1e-15);
    }

    #[test]
    fn a_range_with_nothing_in_it_is_refused() {
        let law = Law::normal(0.0, 1.0).expect("a law");
        let error = Truncated::new(law.clone(), 6.0, EVER).expect_err("nothing there");
        assert!(error.to_string().contains("less than one in a million"), "{error}");
        assert_eq!(Truncated::new(law, 2.0, 1.0).expect_err("no range").argument, "high");
        let counts = Law::poisson(2.0).expect("a law");
        assert!(Truncated::new(counts, 1.2, 1.8).is_err());
    }
}
