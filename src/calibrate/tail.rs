//! Chances of test statistics under what they test.

/// The chance that a chi-square with some degrees of freedom is above `x`: the regularised incomplete gamma function
/// `Q(degrees / 2, x / 2)`, by its series or its continued fraction (Abramowitz and Stegun, 6.5.29 and 6.5.31).
pub fn chi_square(x: f64, degrees: usize) -> f64 {
    let (a, x) = (degrees as f64 / 2.0, x / 2.0);
    if x <= 0.0 || degrees == 0 {
        return 1.0;
    }
    let front = libm::exp(a * libm::log(x) - x - libm::lgamma(a));
    if x < a + 1.0 {
        let (mut term, mut sum) = (1.0 / a, 1.0 / a);
        for n in 1..2_000 {
            term *= x / (a + f64::from(n));
            sum += term;
            if term < sum * 1e-16 {
                break;
            }
        }
        return (1.0 - front * sum).clamp(0.0, 1.0);
    }
    // Lentz's way through the fraction.
    let (mut b, mut c) = (x + 1.0 - a, 1e300);
    let mut d = 1.0 / b;
    let mut fraction = d;
    for n in 1..2_000 {
        let step = f64::from(n);
        let numerator = -step * (step - a);
        b += 2.0;
        d = 1.0 / (numerator * d + b);
        c = b + numerator / c;
        fraction *= c * d;
        if (c * d - 1.0).abs() < 1e-15 {
            break;
        }
    }
    (front * fraction).clamp(0.0, 1.0)
}

/// Anderson and Darling's statistic of values for a normal law with their own mean and standard deviation, adjusted for
/// their number, and the chance of a larger one (Stephens, in D'Agostino and Stephens 1986, table 4.9). `None` for fewer
/// than eight values or without any spread.
pub fn anderson_darling(values: &mut [f64]) -> Option<(f64, f64)> {
    let n = values.len() as f64;
    let mean = values.iter().sum::<f64>() / n;
    let sd = libm::sqrt(values.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>() / (n - 1.0));
    if values.len() < 8 || sd.is_nan() || sd <= 1e-12 {
        return None;
    }
    values.sort_unstable_by(f64::total_cmp);
    let below = |value: f64| crate::quantile::normal_cdf((value - mean) / sd).clamp(1e-300, 1.0);
    let above = |value: f64| crate::quantile::normal_cdf((mean - value) / sd).clamp(1e-300, 1.0);
    let pairs = values.iter().zip(values.iter().rev()).enumerate();
    let sum: f64 =
        pairs.map(|(i, (low, high))| (2 * i + 1) as f64 * (libm::log(below(*low)) + libm::log(above(*high)))).sum();
    let a = (-n - sum / n) * (1.0 + 0.75 / n + 2.25 / (n * n));
    Some((a, larger_by_chance(a)))
}

/// The chance of a larger adjusted statistic.
fn larger_by_chance(a: f64) -> f64 {
    let chance = match a {
        // The parabola turns up again far beyond any value that is met.
        a if a > 100.0 => 0.0,
        a if a >= 0.6 => libm::exp(1.2937 - 5.709 * a + 0.0186 * a * a),
        a if a > 0.34 => libm::exp(0.9177 - 4.279 * a - 1.38 * a * a),
        a if a > 0.2 => 1.0 - libm::exp(-8.318 + 42.796 * a - 59.938 * a * a),
        a => 1.0 - libm::exp(-13.436 + 101.14 * a - 223.73 * a * a),
    };
    chance.clamp(0.0, 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantile;

    #[test]
    fn chi_square_has_its_tabled_points() {
        // Percentage points of the chi-square distribution (Abramowitz and Stegun, table 26.8).
        for (x, degrees, chance) in [
            (3.841_46, 1, 0.05),
            (18.307_0, 10, 0.05),
            (23.209_3, 10, 0.01),
            (2.558_21, 10, 0.99),
            (124.342, 100, 0.05),
        ] {
            let found = chi_square(x, degrees);
            assert!((found - chance).abs() < 2e-6, "{x}, {degrees}: {found}");
        }
        assert_eq!(chi_square(0.0, 5), 1.0);
        assert!(chi_square(1e4, 5) < 1e-300);
    }

    #[test]
    fn normal_scores_fit_and_exponential_ones_do_not() {
        // Normal scores fit far better than chance, exponential ones not at all.
        let scores =
            |law: fn(f64) -> f64| -> Vec<f64> { (0..200).map(|i| law((f64::from(i) + 0.5) / 200.0)).collect() };
        let (a, chance) = anderson_darling(&mut scores(quantile::normal)).expect("a statistic");
        assert!(a < 0.1 && chance > 0.99, "{a} {chance}");
        let (a, chance) = anderson_darling(&mut scores(|p| -libm::log(1.0 - p))).expect("a statistic");
        assert!(a > 5.0 && chance < 1e-6, "{a} {chance}");
        assert_eq!(anderson_darling(&mut [1.0; 50]), None);
    }

    #[test]
    fn the_chances_of_the_statistic_are_the_tabled_ones() {
        // Upper points of Stephens' table 4.7: 0.631 at 10 %, 0.752 at 5 %, 0.873 at 2.5 %, 1.035 at 1 %.
        for (a, chance) in [(0.631, 0.1), (0.752, 0.05), (0.873, 0.025), (1.035, 0.01)] {
            assert!((larger_by_chance(a) / chance - 1.0).abs() < 0.03, "{a}: {}", larger_by_chance(a));
        }
    }
}
