//! A metalog law through quantiles, or near them: the fit, and whether its curve is a law at all.

use super::{Metalog, TERMS, horner, term, transformed};
use crate::law::LawError;
use crate::law::fit::least_squares;
use crate::say;

/// Coefficients below this share of the range of the quantiles are rounding.
const ROUNDING: f64 = 1e-13;

/// Logits between which the density is checked: probabilities of 1e-15 on either side.
const REACH: f64 = 34.5;

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

    /// By least squares, through quantiles in order; `None` where the curve does not rise.
    fn fitted(ordered: &[(f64, f64)], bounds: (Option<f64>, Option<f64>), terms: usize) -> Option<Metalog> {
        let (low, high) = bounds;
        let transformed = |x: f64| transformed(x, bounds);
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
