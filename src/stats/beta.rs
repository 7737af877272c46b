//! The regularized incomplete beta function: behind it stand Student's t and the binomial distribution.

/// I_x(a, b) for `a, b > 0`, with `y = 1 - x` given by itself so that neither end loses digits.
///
/// By the continued fraction of DLMF 8.17.22, which converges in some sqrt(max(a, b)) steps below the mean; above it the
/// reflection I_x(a, b) = 1 - I_y(b, a) is used. The logarithms of the gamma function cancel, which leaves an error of some
/// 1e-16 a ln a: 1e-10 where a and b are 1e5.
pub(super) fn incomplete_beta(a: f64, b: f64, x: f64, y: f64) -> f64 {
    if x <= 0.0 {
        return 0.0;
    }
    if y <= 0.0 {
        return 1.0;
    }
    let log = |part: f64, rest: f64| if part < 0.5 { libm::log(part) } else { libm::log1p(-rest) };
    let beta = libm::lgamma(a) + libm::lgamma(b) - libm::lgamma(a + b);
    let front = libm::exp(a * log(x, y) + b * log(y, x) - beta);
    if x < (a + 1.0) / (a + b + 2.0) { front * fraction(a, b, x) / a } else { 1.0 - front * fraction(b, a, y) / b }
}

/// Far more steps than the fraction takes for samples of a billion.
const MOST_STEPS: u32 = 1_000_000;

/// 1 / (1 + d1 / (1 + d2 / (1 + ...))), by the method of Lentz as modified by Thompson and Barnett (1986).
fn fraction(a: f64, b: f64, x: f64) -> f64 {
    // Stands in for a denominator of 0.
    const TINY: f64 = 1e-300;
    let away = |value: f64| if value.abs() < TINY { TINY } else { value };
    let mut c = 1.0;
    let mut d = 1.0 / away(1.0 - (a + b) / (a + 1.0) * x);
    let mut value = d;
    for step in 1..MOST_STEPS {
        let m = f64::from(step);
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        let mut change = 1.0;
        for term in [even, odd] {
            d = 1.0 / away(1.0 + term * d);
            c = away(1.0 + term / c);
            change *= c * d;
        }
        value *= change;
        if (change - 1.0).abs() <= f64::EPSILON {
            break;
        }
    }
    value
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_parameters_give_binomial_tails() {
        // I_p(k, n - k + 1) = P(at least k of n): at least 2 of 3 at 0.3 is 3 x 0.09 x 0.7 + 0.027 = 0.216.
        assert!((incomplete_beta(2.0, 2.0, 0.3, 0.7) - 0.216).abs() < 1e-15);
        // At least 9 of 10 fair coins: 11 / 1,024; at least 2: 1,013 / 1,024.
        assert!((incomplete_beta(9.0, 2.0, 0.5, 0.5) - 11.0 / 1_024.0).abs() < 1e-15);
        assert!((incomplete_beta(2.0, 9.0, 0.5, 0.5) - 1_013.0 / 1_024.0).abs() < 1e-15);
    }

    #[test]
    fn closed_forms_hold() {
        for x in [1e-9, 0.01, 0.3, 0.5, 0.9, 0.999_999] {
            // I_x(1, b) = 1 - (1 - x)^b, and the arcsine law at a = b = 1/2.
            let power = -libm::expm1(7.0 * libm::log1p(-x));
            assert!((incomplete_beta(1.0, 7.0, x, 1.0 - x) / power - 1.0).abs() < 1e-13, "{x}");
            let arcsine = 2.0 / std::f64::consts::PI * libm::asin(libm::sqrt(x));
            assert!((incomplete_beta(0.5, 0.5, x, 1.0 - x) / arcsine - 1.0).abs() < 1e-13, "{x}");
        }
        assert_eq!(incomplete_beta(3.0, 4.0, 0.0, 1.0), 0.0);
        assert_eq!(incomplete_beta(3.0, 4.0, 1.0, 0.0), 1.0);
    }

    #[test]
    fn large_parameters_lose_few_digits() {
        // I_(1/2)(a, a) = 1/2 by symmetry; four times the stated error, and what rounding leaves where there is none.
        for a in [10.0, 1e3, 1e5, 1e7] {
            let bound = 4e-16 * a * libm::log(a) + 1e-14;
            assert!((incomplete_beta(a, a, 0.5, 0.5) - 0.5).abs() < bound, "{a}: {bound}");
        }
    }
}
