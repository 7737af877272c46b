//! The inverses of the regularised incomplete gamma and beta functions: quantiles, sought in the smaller of the
//! two tails.

use super::{beta, binomial_mass, gamma, logistic, poisson_mass};
use crate::law::roots::newton;
use crate::quantile;

/// The quantile of the gamma distribution of shape `a` and scale 1 at `p` in (0, 1).
///
/// Newton's method on the logarithm of the smaller tail against ln x. The logarithm of a gamma variate has a
/// log-concave density, so both tails are log-concave in ln x and the method converges from anywhere.
pub fn gamma_quantile(a: f64, p: f64) -> f64 {
    let upper = p > 0.5;
    let target = libm::log(if upper { 1.0 - p } else { p });
    // Wilson and Hilferty (1931), or the first term of the series.
    let cube = 1.0 - 1.0 / (9.0 * a) + quantile::normal(p) / (3.0 * a.sqrt());
    let start = if a > 0.5 && cube > 0.3 {
        libm::log(a) + 3.0 * libm::log(cube)
    } else {
        (libm::log(p) + libm::lgamma(a + 1.0)) / a
    };
    let most = libm::log(a + 20.0 * a.sqrt() + 100.0);
    let root = newton(start, (-744.0, most), |t| {
        let x = libm::exp(t);
        let (lower_tail, upper_tail) = gamma(a, x);
        let density = a * poisson_mass(a, x);
        if upper {
            (target - libm::log(upper_tail), density / upper_tail)
        } else {
            (libm::log(lower_tail) - target, density / lower_tail)
        }
    });
    libm::exp(root)
}

/// The quantile of the beta distribution of shapes `a` and `b` at `p` in (0, 1), and 1 less it.
///
/// Newton's method on the logarithm of the smaller tail against the logit of x, which has a log-concave density.
pub fn beta_quantile(a: f64, b: f64, p: f64) -> (f64, f64) {
    if p > 0.5 {
        let (y, x) = beta_quantile(b, a, 1.0 - p);
        return (x, y);
    }
    let target = libm::log(p);
    let start = if a >= 1.0 && b >= 1.0 {
        // Abramowitz and Stegun (1964), 26.5.22.
        let z = -quantile::normal(p);
        let lambda = (z * z - 3.0) / 6.0;
        let (s, t) = (1.0 / (2.0 * a - 1.0), 1.0 / (2.0 * b - 1.0));
        let h = 2.0 / (s + t);
        let w = z * (lambda + h).max(0.0).sqrt() / h - (t - s) * (lambda + 5.0 / 6.0 - 2.0 / (3.0 * h));
        libm::log(a / b) - 2.0 * w
    } else {
        // The first term of the series.
        let log_beta = libm::lgamma(a) + libm::lgamma(b) - libm::lgamma(a + b);
        let log = (target + libm::log(a) + log_beta) / a;
        if log < -0.1 { log - libm::log1p(-libm::exp(log)) } else { 0.0 }
    };
    let root = newton(start, (-744.0, 744.0), |t| {
        let (x, y) = logistic(t);
        let (lower_tail, _) = beta(a, b, x, y);
        // The density of the logit.
        let density = binomial_mass(a, b, x, y) * a * b / (a + b);
        (libm::log(lower_tail) - target, density / lower_tail)
    });
    logistic(root)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_are_the_published_ones() {
        // NIST/SEMATECH e-Handbook, 1.3.6.7.4: chi-square, upper 5 % with 1, 10 and 100 degrees of freedom.
        for (freedom, x) in [(1.0, 3.841), (10.0, 18.307), (100.0, 124.342)] {
            assert!((2.0 * gamma_quantile(freedom / 2.0, 0.95) - x).abs() < 5e-4);
        }
        // The same, 1.3.6.7.3: F, upper 5 % with 5 and 10 degrees of freedom, 3.326: x = 5 F / (5 F + 10).
        let (x, y) = beta_quantile(2.5, 5.0, 0.95);
        assert!((2.0 * x / y - 3.326).abs() < 5e-4);
    }

    #[test]
    fn inverses_lead_back_in_both_tails() {
        let shapes = [0.001, 0.05, 0.5, 1.0, 2.0, 30.0, 1e4, 1e6];
        for p in [1e-12, 1e-5, 0.01, 0.3, 0.5, 0.7, 0.99, 1.0 - 1e-5, 1.0 - 1e-12] {
            for a in shapes {
                let x = gamma_quantile(a, p);
                // Small shapes have their low quantiles below the least float.
                if x > 1e-300 {
                    let (lower, upper) = gamma(a, x);
                    let wrong = if p < 0.5 { lower / p } else { upper / (1.0 - p) } - 1.0;
                    assert!(wrong.abs() < 2e-10, "gamma {a} at {p}: {wrong:e}");
                }
                for b in shapes {
                    let (x, y) = beta_quantile(a, b, p);
                    if x > 1e-300 && y > 1e-300 {
                        let (lower, upper) = beta(a, b, x, y);
                        let wrong = if p < 0.5 { lower / p } else { upper / (1.0 - p) } - 1.0;
                        assert!(wrong.abs() < 2e-10, "beta {a} {b} at {p}: {wrong:e}");
                    }
                }
            }
        }
    }
}
