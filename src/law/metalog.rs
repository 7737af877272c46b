//! The metalog law of Keelin (2016), "The Metalog Distributions", Decision Analysis 13(4): through any quantiles,
//! unbounded, bounded on one side, or on both.

use super::roots::newton;
use super::special::logistic;

mod fitting;

/// The most terms that are fitted.
const TERMS: usize = 10;

/// A metalog law: a quantile function that is linear in its coefficients.
#[derive(Debug, Clone, PartialEq)]
pub struct Metalog {
    /// Coefficients of the powers of p - 1/2.
    plain: [f64; TERMS / 2],
    /// Coefficients of the powers of p - 1/2, each times the logit of p.
    logit: [f64; TERMS / 2],
    low: Option<f64>,
    high: Option<f64>,
    /// Mean and variance; a heavy tail may make them infinite.
    pub moments: (f64, f64),
}

/// The term at a place of Keelin's order: whether it has the logit, and its power of p - 1/2.
fn term(at: usize) -> (bool, usize) {
    match at {
        0 => (false, 0),
        1 => (true, 0),
        2 => (true, 1),
        3 => (false, 1),
        even if even % 2 == 0 => (false, even / 2),
        odd => (true, odd / 2),
    }
}

impl Metalog {
    /// The coefficients `a1, a2, ...` in Keelin's order, up to the last that is not 0.
    pub fn coefficients(&self) -> Vec<f64> {
        let all =
            (0..TERMS).map(term).map(|(has_logit, power)| (if has_logit { self.logit } else { self.plain })[power]);
        let mut all: Vec<f64> = all.collect();
        while all.len() > 1 && all[all.len() - 1] == 0.0 {
            all.pop();
        }
        all
    }

    /// The transformed quantile at a logit, and its derivative by the logit.
    fn curve(&self, t: f64) -> (f64, f64) {
        let (p, rest) = logistic(t);
        let (plain, plain_slope) = horner(&self.plain, 0.5 * (p - rest));
        let (logit, logit_slope) = horner(&self.logit, 0.5 * (p - rest));
        (plain + t * logit, p * rest * (plain_slope + t * logit_slope) + logit)
    }

    /// What the transformed quantile stands for.
    fn back(&self, z: f64) -> f64 {
        match (self.low, self.high) {
            (None, None) => z,
            (Some(low), None) => low + libm::exp(z),
            (None, Some(high)) => high - libm::exp(-z),
            (Some(low), Some(high)) => {
                let (share, rest) = logistic(z);
                if share < 0.5 { low + (high - low) * share } else { high - (high - low) * rest }
            }
        }
    }

    /// The quantile at `p`.
    pub fn quantile(&self, p: f64) -> f64 {
        let t = libm::log(p) - libm::log1p(-p);
        self.back(horner(&self.plain, p - 0.5).0 + t * horner(&self.logit, p - 0.5).0)
    }

    /// The probability of at most `x`.
    pub fn cdf(&self, x: f64) -> f64 {
        let (least, most) = self.support();
        if x <= least {
            return 0.0;
        }
        if x >= most {
            return 1.0;
        }
        let wanted = transformed(x, (self.low, self.high));
        let logit = newton(0.0, (-744.0, 744.0), |t| {
            let (value, slope) = self.curve(t);
            (value - wanted, slope)
        });
        logistic(logit).0
    }

    /// The range of values: the bounds, or what the tails reach where they have no logit.
    pub fn support(&self) -> (f64, f64) {
        let end = |side: f64| {
            if horner(&self.logit, side).0 > 0.0 {
                self.back(side * f64::INFINITY)
            } else {
                self.back(horner(&self.plain, side).0)
            }
        };
        (end(-0.5), end(0.5))
    }

    /// Mean and variance by the trapezoidal rule over w, with logit = sinh w: the integrand is analytic within pi/2 of
    /// the line, so a step of 1/16 leaves an error far below the last bit.
    fn moments_by_quadrature(&self) -> (f64, f64) {
        const STEP: f64 = 1.0 / 16.0;
        let nodes = || {
            (-208..=208).map(|at| {
                let w = f64::from(at) * STEP;
                let t = libm::sinh(w);
                // The logarithm of p (1 - p), the density of the logit.
                let density = -t.abs() - 2.0 * libm::log1p(libm::exp(-t.abs()));
                (self.curve(t).0, density + libm::log(STEP * libm::cosh(w)))
            })
        };
        // One bound: exp(z) or exp(-z), which falls with the density or outgrows it.
        let (bound, side) = match (self.low, self.high) {
            (Some(low), None) => (low, 1.0),
            (None, Some(high)) => (high, -1.0),
            _ => {
                let mean = nodes().map(|(z, log_weight)| self.back(z) * libm::exp(log_weight)).sum::<f64>();
                let square = |(z, log_weight): (f64, f64)| {
                    let gap = self.back(z) - mean;
                    gap * gap * libm::exp(log_weight)
                };
                return (mean, nodes().map(square).sum());
            }
        };
        let tail = horner(&self.logit, 0.5 * side).0;
        if tail >= 1.0 {
            return (side * f64::INFINITY, f64::INFINITY);
        }
        let mean = nodes().map(|(z, log_weight)| libm::exp(side * z + log_weight)).sum::<f64>();
        if tail >= 0.5 {
            return (bound + side * mean, f64::INFINITY);
        }
        let square = |(z, log_weight): (f64, f64)| {
            let z = side * z;
            if z > 300.0 {
                return libm::exp(2.0 * z + log_weight);
            }
            let gap = libm::exp(z) - mean;
            gap * gap * libm::exp(log_weight)
        };
        (bound + side * mean, nodes().map(square).sum())
    }
}

/// What a value with bounds is transformed to, for the curve that knows none.
fn transformed(x: f64, bounds: (Option<f64>, Option<f64>)) -> f64 {
    match bounds {
        (None, None) => x,
        (Some(low), None) => libm::log(x - low),
        (None, Some(high)) => -libm::log(high - x),
        (Some(low), Some(high)) => libm::log((x - low) / (high - x)),
    }
}

/// A polynomial and its derivative.
fn horner(coefficients: &[f64], u: f64) -> (f64, f64) {
    let step = |(value, slope): (f64, f64), c: &f64| (value * u + c, slope * u + value);
    coefficients.iter().rev().fold((0.0, 0.0), step)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(found: f64, expected: f64, within: f64) {
        assert!((found - expected).abs() <= within, "{found} against {expected}");
    }

    #[test]
    fn a_logistic_law_is_given_back() {
        // x = 3 + 2 logit(p): variance 4 pi^2 / 3. The bounds make it log-logistic and logit-logistic.
        let quantiles = |back: &dyn Fn(f64) -> f64| {
            [0.05, 0.3, 0.5, 0.8, 0.95].map(|p| (p, back(0.3 + 0.2 * libm::log(p / (1.0 - p)))))
        };
        let plain = Metalog::new(&quantiles(&|z| 10.0 * z), (None, None)).expect("a law");
        near(plain.moments.0, 3.0, 1e-12);
        near(plain.moments.1, 4.0 * std::f64::consts::PI * std::f64::consts::PI / 3.0, 1e-10);
        near(plain.quantile(0.99), 3.0 + 2.0 * libm::log(99.0), 1e-10);
        near(plain.cdf(3.0 + 2.0 * libm::log(99.0)), 0.99, 1e-12);
        // exp of a logistic law with scale s: mean exp(0.3) (pi s) / sin(pi s), second moment with 2 s.
        let raw = |k: f64| {
            let angle = std::f64::consts::PI * 0.2 * k;
            libm::exp(0.3 * k) * angle / libm::sin(angle)
        };
        let above = Metalog::new(&quantiles(&|z| 7.0 + libm::exp(z)), (Some(7.0), None)).expect("a law");
        near(above.moments.0, 7.0 + raw(1.0), 1e-10);
        near(above.moments.1, raw(2.0) - raw(1.0) * raw(1.0), 1e-9);
        let below = Metalog::new(&quantiles(&|z| 7.0 - libm::exp(-z)), (None, Some(7.0))).expect("a law");
        near(below.quantile(0.2), 7.0 - libm::exp(-0.3 + 0.2 * libm::log(4.0)), 1e-10);
        assert_eq!((above.support(), below.support()), ((7.0, f64::INFINITY), (f64::NEG_INFINITY, 7.0)));
        let both = Metalog::new(&quantiles(&|z| 10.0 * logistic(z).0), (Some(0.0), Some(10.0))).expect("a law");
        near(both.quantile(0.8), 10.0 * logistic(0.3 + 0.2 * libm::log(4.0)).0, 1e-10);
        assert_eq!(both.support(), (0.0, 10.0));
    }

    #[test]
    fn a_uniform_law_has_ends_and_a_heavy_tail_no_moments() {
        let quantiles = [0.1, 0.3, 0.6, 0.9].map(|p| (p, 2.0 + 8.0 * p));
        let uniform = Metalog::new(&quantiles, (None, None)).expect("a law");
        let (least, most) = uniform.support();
        near(least, 2.0, 1e-9);
        near(most, 10.0, 1e-9);
        // exp(0.6 logit): a mean but no variance; exp(1.5 logit): neither.
        let tail = |s: f64| {
            let quantiles = [0.1, 0.5, 0.9].map(|p| (p, libm::exp(s * libm::log(p / (1.0 - p)))));
            Metalog::new(&quantiles, (Some(0.0), None)).expect("a law").moments
        };
        near(tail(0.6).0, 0.6 * std::f64::consts::PI / libm::sin(0.6 * std::f64::consts::PI), 1e-9);
        assert!(tail(0.6).1.is_infinite() && tail(1.5).0.is_infinite());
    }
}
