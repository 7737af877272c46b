//! Student's t distribution: its quantiles and its tail.

use super::beta::incomplete_beta;
use crate::quantile::normal;

/// Quantile of Student's t at `p` between 0 and 1, with `freedom >= 1` degrees of freedom: relative accuracy 1e-9 or
/// better.
///
/// From 1,000 degrees on by the expansion of Abramowitz and Stegun 26.7.5, whose first term left out is below 1e-12 there;
/// else by halving on the distribution function.
pub fn student(p: f64, freedom: f64) -> f64 {
    let z = normal(p);
    if z < 0.0 {
        return -student(1.0 - p, freedom);
    }
    if freedom >= 1_000.0 {
        let square = z * z;
        let terms = [
            (((79.0 * square + 776.0) * square + 1_482.0) * square - 1_920.0) * square - 945.0,
            240.0 * (((3.0 * square + 19.0) * square + 17.0) * square - 15.0),
            960.0 * ((5.0 * square + 16.0) * square + 3.0),
            23_040.0 * (square + 1.0),
        ];
        let sum = terms.iter().fold(0.0, |sum, term| (sum + term) / freedom);
        return z + z * sum / 92_160.0;
    }
    let above = |t: f64| student_above(t, freedom);
    // The tails are heavier than the normal's, so that the quantile lies further out.
    let (mut low, mut high) = (z, 2.0 * z + 1.0);
    while above(high) > 1.0 - p && high < f64::MAX / 2.0 {
        (low, high) = (high, 2.0 * high);
    }
    loop {
        let middle = low + (high - low) / 2.0;
        if middle <= low || middle >= high {
            return middle;
        }
        if above(middle) > 1.0 - p { low = middle } else { high = middle }
    }
}

/// The chance that Student's t with `freedom >= 1` degrees of freedom lies above `t`.
pub fn student_above(t: f64, freedom: f64) -> f64 {
    let square = t * t;
    let beyond = incomplete_beta(freedom / 2.0, 0.5, freedom / (freedom + square), square / (freedom + square)) / 2.0;
    if t >= 0.0 { beyond } else { 1.0 - beyond }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn students_quantiles_are_the_published_ones() {
        // One and two degrees in closed form; the others from the tables of NIST's e-Handbook, 1.3.6.7.2, to three
        // decimals, and of Abramowitz and Stegun, table 26.10.
        let (one, two) = (libm::tan(0.475 * std::f64::consts::PI), 0.95 / libm::sqrt(2.0 * 0.975 * 0.025));
        assert!((student(0.975, 1.0) / one - 1.0).abs() < 1e-12, "{}", student(0.975, 1.0));
        assert!((student(0.975, 2.0) / two - 1.0).abs() < 1e-12, "{}", student(0.975, 2.0));
        for (p, freedom, t) in [
            (0.975, 5.0, 2.571),
            (0.975, 10.0, 2.228),
            (0.975, 30.0, 2.042),
            (0.975, 100.0, 1.984),
            (0.995, 20.0, 2.845),
            (0.9, 60.0, 1.296),
            (0.999, 3.0, 10.215),
        ] {
            assert!((student(p, freedom) - t).abs() <= 0.0005, "{p} {freedom}: {}", student(p, freedom));
            assert!((student(1.0 - p, freedom) + student(p, freedom)).abs() < 1e-9);
        }
        assert_eq!(student(0.5, 7.0), 0.0);
    }

    #[test]
    fn four_degrees_invert_their_closed_form() {
        // P(T <= t) = 1/2 + (3 u - u^3) / 4 with u = t / sqrt(4 + t^2).
        for p in [0.6, 0.9, 0.975, 0.999, 0.999_999] {
            let t = student(p, 4.0);
            let u = t / libm::sqrt(4.0 + t * t);
            assert!((0.5 + (3.0 * u - u * u * u) / 4.0 - p).abs() < 1e-14, "{p}");
        }
    }

    #[test]
    fn the_chance_above_a_quantile_is_what_is_left() {
        for (p, freedom) in [(0.975, 5.0), (0.3, 12.0), (0.999, 4_000.0)] {
            assert!((student_above(student(p, freedom), freedom) - (1.0 - p)).abs() < 1e-9, "{p} {freedom}");
        }
    }

    #[test]
    fn the_expansion_meets_the_inversion() {
        for p in [0.6, 0.9, 0.975, 0.995, 0.999_99] {
            let (expansion, inversion) = (student(p, 1_000.0), student(p, 1_000.0 - 1e-9));
            assert!((expansion / inversion - 1.0).abs() < 1e-10, "{p}: {expansion} {inversion}");
        }
        assert!((student(0.975, 1e12) - 1.959_963_984_540_054).abs() < 1e-11);
    }
}
