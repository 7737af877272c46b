//! Order statistics that enclose a quantile, whatever the distribution.

use super::beta::incomplete_beta;

/// Two order statistics and the chance that they enclose a quantile.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct OrderStatistics {
    /// Place of the lower one among the values in order, from 0.
    pub low: usize,
    /// Place of the upper one, from 0.
    pub high: usize,
    /// The exact chance, at least the confidence asked for: no two places give any confidence exactly. Where values are
    /// tied it is more.
    pub coverage: f64,
}

/// The places among `n` values in order that enclose their `p` quantile with a `confidence` between 0 and 1, as little as
/// possible beyond on either side; `None` where even the least or the greatest value leaves too much beyond.
///
/// Whatever the distribution, the number of values below its `p` quantile is binomial (Hahn and Meeker, Statistical
/// Intervals, section 5.2). Its tails are computed exactly for every `n`, by the incomplete beta function.
pub fn order_statistics(n: usize, p: f64, confidence: f64) -> Option<OrderStatistics> {
    let beyond = (1.0 - confidence) / 2.0;
    // P(at least k of n), which falls in k.
    let at_least = |k: usize| match k {
        0 => 1.0,
        k if k > n => 0.0,
        k => incomplete_beta(k as f64, (n - k + 1) as f64, p, 1.0 - p),
    };
    // The first of 0..=n + 1 at which `fails` holds, which it does from there on.
    let first = |fails: &dyn Fn(usize) -> bool| {
        let (mut low, mut high) = (0, n + 1);
        while low < high {
            let middle = low + (high - low) / 2;
            if fails(middle) { high = middle } else { low = middle + 1 }
        }
        low
    };
    // Counted from 1: the greatest `low` with P(fewer than `low`) <= beyond, the least `high` with P(at least) <= beyond.
    let low = first(&|k| 1.0 - at_least(k) > beyond) - 1;
    let high = first(&|k| at_least(k) <= beyond);
    if low == 0 || high > n {
        return None;
    }
    Some(OrderStatistics { low: low - 1, high: high - 1, coverage: at_least(low) - at_least(high) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn order_statistics_of_ten_values_are_the_published_ones() {
        // Median of 10: the 2nd and the 9th, 1 - 2 x 11 / 1,024 (Hahn and Meeker).
        let median = order_statistics(10, 0.5, 0.95).expect("places");
        assert_eq!((median.low, median.high), (1, 8));
        assert!((median.coverage - (1.0 - 22.0 / 1_024.0)).abs() < 1e-14);
        // Of 5, 1 - 2/32 = 93.75 % is all there is.
        assert_eq!(order_statistics(5, 0.5, 0.95), None);
        assert!(order_statistics(5, 0.5, 0.9375).is_some_and(|places| (places.low, places.high) == (0, 4)));
        // Nothing is below the least: 0.95^n <= 2.5 % takes 72 values.
        assert_eq!(order_statistics(71, 0.05, 0.95), None);
        assert_eq!(order_statistics(72, 0.05, 0.95).map(|places| places.low), Some(0));
        assert_eq!(order_statistics(0, 0.5, 0.95), None);
    }

    #[test]
    fn places_are_the_narrowest_that_still_cover() {
        // The binomial distribution added up term by term.
        for (n, p) in [(20, 0.5), (200, 0.05), (200, 0.95), (1_000, 0.3)] {
            let log_mass = |k: usize| {
                let (n, k) = (n as f64, k as f64);
                libm::lgamma(n + 1.0) - libm::lgamma(k + 1.0) - libm::lgamma(n - k + 1.0)
                    + k * libm::log(p)
                    + (n - k) * libm::log(1.0 - p)
            };
            let chance = |from: usize, to: usize| (from..to).map(|k| libm::exp(log_mass(k))).sum::<f64>();
            let places = order_statistics(n, p, 0.95).expect("places");
            let (low, high) = (places.low + 1, places.high + 1);
            assert!(chance(0, low) <= 0.025 && chance(0, low + 1) > 0.025, "{n} {p}");
            assert!(chance(high, n + 1) <= 0.025 && chance(high - 1, n + 1) > 0.025, "{n} {p}");
            assert!((chance(low, high) - places.coverage).abs() < 1e-11, "{n} {p}");
        }
    }

    #[test]
    fn many_values_take_the_places_of_the_normal_distribution() {
        // 50,000 -+ 1.96 sqrt(100,000 / 4) = 50,000 -+ 309.9, to a place or two.
        let places = order_statistics(100_000, 0.5, 0.95).expect("places");
        assert!(places.low.abs_diff(49_690) <= 2 && places.high.abs_diff(50_310) <= 2, "{places:?}");
        assert!((0.95..0.956).contains(&places.coverage));
    }
}
