//! When savings have paid for themselves, over the trials.

use crate::stats::Statistics;

/// When a plan has paid for itself, over the trials.
#[derive(Debug, PartialEq, Eq)]
pub enum Payback {
    /// In this month, in nine futures of ten or more.
    Month(u32),
    /// Between these months in nine futures of ten.
    Between(u32, u32),
    /// Within the horizon in some futures only.
    NotAlways,
    /// In none of nine futures of ten.
    Never,
}

/// Reads it off the payback months of all trials. Month 0 stands for not within the horizon.
pub fn payback(months: &Statistics) -> Payback {
    let (first, last) = months.range();
    match (first.floor() as u32, last.ceil() as u32) {
        (_, 0) => Payback::Never,
        (0, _) => Payback::NotAlways,
        (first, last) if first == last => Payback::Month(first),
        (first, last) => Payback::Between(first, last),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn months(values: &[f64]) -> Payback {
        payback(&Statistics::of(&mut values.to_vec()))
    }

    #[test]
    fn payback_is_claimed_only_where_it_comes() {
        assert_eq!(months(&[41.0, 41.0, 41.0]), Payback::Month(41));
        assert_eq!(months(&[0.0, 0.0]), Payback::Never);
        // Type 7 over 40 and 44: 5 % is 40.2, 95 % is 43.8.
        assert_eq!(months(&[40.0, 44.0]), Payback::Between(40, 44));
        // Over 0 and 44 the 5th percentile is 2.2, between a month and none.
        assert_eq!(months(&[0.0, 0.0, 0.0, 44.0]), Payback::NotAlways);
    }
}
