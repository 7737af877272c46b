//! Days and months of the horizon (docs/model.md, "Conventions"): 365 days and 12 months a fiscal year, counted from
//! the programme's start.

/// Days of a fiscal year.
pub const YEAR_DAYS: usize = 365;
/// Months of a fiscal year.
pub const YEAR_MONTHS: usize = 12;
/// Working days of a month.
pub const WORKING_DAYS: f64 = 21.0;

/// The first day of a month, both counted from 0: months have 30 or 31 days and twelve of them make a year.
pub fn month_start(month: usize) -> usize {
    (month * YEAR_DAYS + YEAR_MONTHS / 2) / YEAR_MONTHS
}

/// The expected arrivals on each day of each month of the fiscal year: a year's total spread by the months' weights.
pub fn daily_rates(per_year: f64, weights: &[f64; YEAR_MONTHS]) -> [f64; YEAR_MONTHS] {
    let days = |month: usize| (month_start(month + 1) - month_start(month)) as f64;
    let all: f64 = (0..YEAR_MONTHS).map(|m| weights[m] * days(m)).sum();
    std::array::from_fn(|m| per_year * weights[m] / all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn twelve_months_make_a_year() {
        assert_eq!((month_start(0), month_start(12), month_start(24)), (0, 365, 730));
        for month in 0..60 {
            let days = month_start(month + 1) - month_start(month);
            assert!((30..=31).contains(&days), "month {month} has {days} days");
        }
    }

    #[test]
    fn the_year_gets_its_total_whatever_the_weights() {
        let weights = [0.5, 1.0, 2.0, 0.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 3.0];
        let rates = daily_rates(4_000.0, &weights);
        let total: f64 = (0..12).map(|m| rates[m] * (month_start(m + 1) - month_start(m)) as f64).sum();
        assert!((total - 4_000.0).abs() < 1e-9);
        assert_eq!(daily_rates(730.0, &[1.0; 12]), [2.0; 12]);
    }
}
