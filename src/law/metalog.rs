//! The metalog law of Keelin (2016), "The Metalog Distributions", Decision Analysis 13(4): through any quantiles,
//! unbounded, bounded on one side, or on both.

use super::LawError;
use super::fit::least_squares;
use super::roots::newton;
use super::special::logistic;
use crate::say;

/// The most terms that are fitted.
const TERMS: usize = 10;

/// Coefficients below this share of the range of the quantiles are rounding.
const ROUNDING: f64 = 1e-13;

/// Logits between which the density is checked: probabilities of 1e-15 on either side.
const REACH: f64 = 34.5;

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
    /// Through quantiles `(p, x)`, with as many terms as quantiles, at most ten; more are fitted by least squares.
    ///
    /// # Errors
    /// [`LawError`] names the argument: fewer than three quantiles, quantiles that do not rise with their probabilities,
    /// bounds within them, a density that would not be positive.
    pub fn new(quantiles: &[(f64, f64)], bounds: (Option<f64>, Option<f64>)) -> Result<Metalog, LawError> {
        let mut ordered = quantiles.to_vec();
        ordered.sort_by(|one, other| one.0.total_cmp(&other.0));
        refuse(&ordered, bounds)?;
        let terms = ordered.len().min(TERMS);
        Metalog::fitted(&ordered, bounds, terms).ok_or_else(no_density)
    }

    /// The law without bounds that is nearest to quantiles `(p, x)` by least squares, with so many terms, 2 to 10. The
    /// quantiles stand in order of `p`, above 0 and below 1, and may be tied; there are at least as many as terms. `None`
    /// where the curve does not rise, as through quantiles that are all the same.
    pub fn near(quantiles: &[(f64, f64)], terms: usize) -> Option<Metalog> {
        Metalog::fitted(quantiles, (None, None), terms)
    }

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

    /// By least squares, through quantiles in order; `None` where the curve does not rise.
    fn fitted(ordered: &[(f64, f64)], bounds: (Option<f64>, Option<f64>), terms: usize) -> Option<Metalog> {
        let (low, high) = bounds;
        let transformed = |x: f64| match bounds {
            (None, None) => x,
            (Some(low), None) => libm::log(x - low),
            (None, Some(high)) => -libm::log(high - x),
            (Some(low), Some(high)) => libm::log((x - low) / (high - x)),
        };
        let fit = |order: &[usize]| {
            let row = |(p, x): &(f64, f64)| {
                let logit = libm::log(*p) - libm::log1p(-p);
                let basis = order.iter().map(|at| {
                    let (has_logit, power) = term(*at);
                    libm::pow(p - 0.5, power as f64) * if has_logit { logit } else { 1.0 }
                });
                basis.chain([transformed(*x)]).collect()
            };
            least_squares(ordered.iter().map(row).collect(), terms)
        };
        // Of the first seven terms four are odd in p - 1/2, and seven probabilities even around 1/2 tell only
        // three odd terms apart. The eighth term, which is even, then stands in for the seventh.
        let mut order: Vec<usize> = (0..terms).collect();
        let mut fitted = fit(&order);
        if fitted.is_none() && terms < TERMS {
            order[terms - 1] = terms;
            fitted = fit(&order);
        }
        let coefficients = fitted?;
        let range = transformed(ordered[ordered.len() - 1].1) - transformed(ordered[0].1);
        let (mut plain, mut logit) = ([0.0; TERMS / 2], [0.0; TERMS / 2]);
        for (at, coefficient) in order.into_iter().zip(coefficients) {
            if coefficient.abs() > ROUNDING * range {
                let (has_logit, power) = term(at);
                if has_logit { logit[power] = coefficient } else { plain[power] = coefficient }
            }
        }
        let mut law = Metalog { plain, logit, low, high, moments: (0.0, 0.0) };
        if !law.rises() {
            return None;
        }
        law.moments = law.moments_by_quadrature();
        Some(law)
    }

    /// Whether the quantile function rises, checked at 7,000 logits and in the limit on either side.
    fn rises(&self) -> bool {
        let tail = |side: f64| horner(&self.logit, side).0;
        let grid = (-3_450..=3_450).all(|at| self.curve(f64::from(at) * (REACH / 3_450.0)).1 > 0.0);
        grid && tail(0.5) >= 0.0 && tail(-0.5) >= 0.0
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
        let wanted = match (self.low, self.high) {
            (None, None) => x,
            (Some(low), None) => libm::log(x - low),
            (None, Some(high)) => -libm::log(high - x),
            (Some(low), Some(high)) => libm::log((x - low) / (high - x)),
        };
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

/// A polynomial and its derivative.
fn horner(coefficients: &[f64], u: f64) -> (f64, f64) {
    let step = |(value, slope): (f64, f64), c: &f64| (value * u + c, slope * u + value);
    coefficients.iter().rev().fold((0.0, 0.0), step)
}

fn no_density() -> LawError {
    let message = say!(
        "must be quantiles that a smooth law can have: the curve through these has no positive density \
                   everywhere; move them nearer to a straight line, or give fewer"
    );
    LawError::new("quantiles", message)
}

/// What cannot be quantiles, in order of probability.
fn refuse(ordered: &[(f64, f64)], (low, high): (Option<f64>, Option<f64>)) -> Result<(), LawError> {
    if ordered.len() < 3 {
        return Err(LawError::new("quantiles", say!("must be three or more")));
    }
    if ordered.iter().any(|(p, x)| !(*p > 0.0 && *p < 1.0 && x.is_finite())) {
        return Err(LawError::new("quantiles", say!("must be finite, with probabilities above 0 and below 1")));
    }
    if ordered.windows(2).any(|pair| pair[0].0 == pair[1].0 || pair[0].1 >= pair[1].1) {
        return Err(LawError::new("quantiles", say!("must rise with their probabilities, each given once")));
    }
    let (least, most) = (ordered[0].1, ordered[ordered.len() - 1].1);
    if low.is_some_and(|low| !(low.is_finite() && low < least)) {
        return Err(LawError::new("lower bound", say!("must be below every quantile")));
    }
    if high.is_some_and(|high| !(high.is_finite() && high > most)) {
        return Err(LawError::new("upper bound", say!("must be above every quantile")));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(found: f64, expected: f64, within: f64) {
        assert!((found - expected).abs() <= within, "{found} against {expected}");
    }

    #[test]
    fn three_symmetric_percentiles_give_the_published_coefficients() {
        // Keelin (2016), section 6.2.1, with alpha = 0.1 and r = (q50 - q10) / (q90 - q10): a1 = q50,
        // a2 = (q90 - q10) / (2 ln 9), a3 = (1 - 2 r) (q90 - q10) / (0.8 ln 9).
        let law = Metalog::new(&[(0.1, 10.0), (0.5, 20.0), (0.9, 45.0)], (None, None)).expect("a law");
        let log = libm::log(9.0);
        near(law.plain[0], 20.0, 1e-12);
        near(law.logit[0], 35.0 / (2.0 * log), 1e-12);
        near(law.logit[1], (1.0 - 20.0 / 35.0) * 35.0 / (0.8 * log), 1e-12);
    }

    #[test]
    fn three_symmetric_percentiles_are_feasible_where_published() {
        // The same: r is between k and 1 - k with k = (1 - 1.66711 (1/2 - alpha)) / 2, here 0.16658.
        let feasible = |r: f64| Metalog::new(&[(0.1, 0.0), (0.5, r), (0.9, 1.0)], (None, None)).is_ok();
        assert_eq!([0.165, 0.168, 0.832, 0.835].map(feasible), [false, true, true, false]);
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
    fn up_to_ten_quantiles_are_met_and_more_are_fitted() {
        // 2 logit p + exp p, which no metalog is.
        let x = |p: f64| 2.0 * libm::log(p / (1.0 - p)) + libm::exp(p);
        for count in 3..=10 {
            let at = |i: usize| (i as f64 + 0.5) / count as f64;
            let pairs: Vec<(f64, f64)> = (0..count).map(|i| (at(i), x(at(i)))).collect();
            let law = Metalog::new(&pairs, (None, None)).expect("a law");
            for (p, x) in pairs {
                near(law.quantile(p), x, 1e-9);
                near(law.cdf(x), p, 1e-9);
            }
        }
        let at = |i: i32| (f64::from(i) + 0.5) / 40.0;
        let pairs: Vec<(f64, f64)> = (0..40).map(|i| (at(i), x(at(i)))).collect();
        let law = Metalog::new(&pairs, (None, None)).expect("a law");
        assert!(pairs.iter().all(|(p, x)| (law.quantile(*p) - x).abs() < 1e-3));
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

    #[test]
    fn what_is_no_law_is_refused() {
        let refused = |quantiles: &[(f64, f64)], bounds| Metalog::new(quantiles, bounds).expect_err("no law").argument;
        let three = [(0.1, 1.0), (0.5, 2.0), (0.9, 3.0)];
        assert_eq!(refused(&[(0.1, 1.0), (0.5, 0.5), (0.9, 3.0)], (None, None)), "quantiles");
        assert_eq!(refused(&[(0.1, 1.0), (0.1, 2.0), (0.9, 3.0)], (None, None)), "quantiles");
        assert_eq!(refused(&[(0.0, 1.0), (0.1, 2.0), (0.9, 3.0)], (None, None)), "quantiles");
        assert_eq!(refused(&three, (Some(1.0), None)), "lower bound");
        assert_eq!(refused(&three, (None, Some(2.5))), "upper bound");
    }

    #[test]
    fn a_fit_without_bounds_gives_its_coefficients_in_keelins_order() {
        // Quantiles of a1 = 2, a2 = 3, a4 = 5, a5 = 7, which four terms cannot meet and five can.
        let quantile = |p: f64| {
            let u = p - 0.5;
            2.0 + 3.0 * libm::log(p / (1.0 - p)) + 5.0 * u + 7.0 * u * u
        };
        let quantiles: Vec<(f64, f64)> = (1..20).map(|at| f64::from(at) / 20.0).map(|p| (p, quantile(p))).collect();
        let coefficients = Metalog::near(&quantiles, 5).expect("a law").coefficients();
        for (found, known) in coefficients.iter().zip([2.0, 3.0, 0.0, 5.0, 7.0]) {
            assert!((found - known).abs() < 1e-10, "{coefficients:?}");
        }
        assert_eq!(coefficients.len(), 5);
        let logistic = Metalog::near(&quantiles, 2).expect("a law");
        assert_eq!(logistic.coefficients().len(), 2);
        // Ties are allowed, values that are all the same are not.
        assert!(Metalog::near(&[(0.2, 1.0), (0.4, 1.0), (0.6, 2.0), (0.8, 2.0)], 2).is_some());
        assert_eq!(Metalog::near(&[(0.2, 1.0), (0.5, 1.0), (0.8, 1.0)], 2), None);
    }
}
