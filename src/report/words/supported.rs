//! Means in words, with the digits that their standard errors support.

use super::{Scale, amount, decimals, is_nothing, per_cent, range_in, scale, signed};
use crate::language::number;
use crate::stats::{Statistics, interval};

/// A mean as its standard error supports it: to the place of the error's second digit, and no finer than its kind of
/// figure is said anyway (docs/model.md, "Reading the results").
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Supported {
    value: f64,
    se: f64,
}

impl Supported {
    /// The mean of values.
    pub fn mean(of: &Statistics) -> Supported {
        Supported { value: of.mean, se: of.se }
    }

    /// The 90 % range of values, its ends to the place of their mean.
    pub fn range(of: &Statistics) -> (Supported, Supported) {
        let (low, high) = of.range();
        (Supported { value: low, se: of.se }, Supported { value: high, se: of.se })
    }

    /// With at most so many decimals, in a unit: 1,234,567 with an error of 345,000 is `1.23` in millions.
    pub fn in_units(self, unit: f64, most: usize) -> String {
        self.shown(unit, most, false)
    }

    /// The same with its sign, `+0.00` for nothing.
    pub fn change_in_units(self, unit: f64, most: usize) -> String {
        self.shown(unit, most, true)
    }

    fn shown(self, unit: f64, most: usize, signed: bool) -> String {
        // Adding 0 turns -0 into 0.
        let (value, decimals) = (self.rounded() / unit + 0.0, self.decimals(unit, most));
        if signed { number::signed(value, decimals) } else { number::fixed(value, decimals) }
    }

    fn rounded(self) -> f64 {
        interval::rounded(self.value, self.se)
    }

    fn decimals(self, unit: f64, most: usize) -> usize {
        interval::decimals(self.se / unit).map_or(most, |supported| most.min(supported.max(0) as usize))
    }
}

/// A mean amount without sign, as its error supports it: `2.85 M EUR`.
pub fn money_mean(of: &Statistics, currency: &str) -> String {
    let mean = Supported::mean(of);
    mean_in(mean, scale(mean.rounded().abs()), currency)
}

fn mean_in(mean: Supported, (scale, suffix): Scale, currency: &str) -> String {
    let number = number::grouped(mean.rounded().abs() / scale, mean.decimals(scale, decimals(scale)));
    amount(&number, suffix, currency)
}

/// A mean amount without sign, and its 90 % range in the same scale: `0.81 M EUR`, `0.39 to 1.26 M EUR`.
pub fn money_mean_and_range(of: &Statistics, currency: &str) -> (String, String) {
    let (mean, (low, high)) = (Supported::mean(of), Supported::range(of));
    let [own, ends] = [mean.rounded().abs(), low.rounded().abs().max(high.rounded().abs())];
    let common = scale(own.max(ends));
    // Nothing is left of some means in the scale of their ends.
    let common = if is_nothing(&mean_in(mean, common, "")) { scale(own) } else { common };
    let range = range_in(low.rounded(), high.rounded(), common, currency, low.decimals(common.0, decimals(common.0)));
    (mean_in(mean, common, currency), range)
}

/// The same with the sign of the mean: `+0.81 M EUR`.
pub fn money_change_and_range(of: &Statistics, currency: &str) -> (String, String) {
    let (mean, range) = money_mean_and_range(of, currency);
    (signed(of.mean, mean), range)
}

/// The statistics of what is lost, from those of what is gained.
pub fn of_losses(mut of: Statistics) -> Statistics {
    of.mean = -of.mean;
    of.percentiles.reverse();
    of.percentiles = of.percentiles.map(|value| -value);
    of
}

/// A mean amount with its sign: `+2.85 M EUR`.
pub fn money_change_mean(of: &Statistics, currency: &str) -> String {
    signed(of.mean, money_mean(of, currency))
}

/// A mean fraction in percent, as its error supports it: `7.5 %`.
pub fn percent_mean(of: &Statistics) -> String {
    per_cent(Supported::mean(of).in_units(0.01, 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_rounded_to_what_their_error_supports() {
        let of =
            |mean: f64, se: f64| Statistics { mean, sd: se, se, percentiles: [mean - se, mean, mean, mean, mean + se] };
        // 3.4 M: one decimal of a million. 34 M: none. 340 M: tens of millions.
        let shown = [34_500.0, 3_450_000.0, 34_500_000.0, 345_000_000.0].map(|se| money_mean(&of(1.23e8, se), "EUR"));
        assert_eq!(shown, ["123.00 M EUR", "123.0 M EUR", "123 M EUR", "120 M EUR"]);
        assert_eq!(money_change_mean(&of(-4_567.0, 345.0), "EUR"), "-4,570 EUR");
        assert_eq!(money_change_mean(&of(-4_567.0, 0.0), "EUR"), "-4,567 EUR");
        // Nothing beyond its error has no sign.
        assert_eq!(money_change_mean(&of(-3.0, 1_000.0), "EUR"), "0 EUR");
        assert_eq!(money_mean_and_range(&of(12.3e6, 1.5e6), "EUR").1, "10.8 to 13.8 M EUR");
        assert_eq!([0.001, 0.2].map(|se| percent_mean(&of(0.4567, se))), ["45.7 %", "46 %"]);
        let change = Supported::mean(&of(-1_234_567.0, 2_000_000.0));
        assert_eq!((change.in_units(1e6, 2), change.change_in_units(1e6, 2)), ("-1.2".to_owned(), "-1.2".to_owned()));
    }

    #[test]
    fn an_amount_and_its_range_have_one_scale() {
        let of = |mean: f64, low: f64, high: f64, se: f64| {
            money_change_and_range(&Statistics { mean, sd: se, se, percentiles: [low, mean, mean, mean, high] }, "EUR")
        };
        let pair = |mean: &str, range: &str| (mean.to_owned(), range.to_owned());
        assert_eq!(of(8.1e5, 3.9e5, 1.26e6, 1e3), pair("+0.81 M EUR", "0.39 to 1.26 M EUR"));
        assert_eq!(of(-6.87e5, -1.51e6, 2.6e4, 1e3), pair("-0.69 M EUR", "-1.51 to 0.03 M EUR"));
        assert_eq!(of(4.47e5, -3e3, 9.93e5, 1e3), pair("+447 k EUR", "-3 to 993 k EUR"));
        // 487 EUR would be 0 in thousands.
        assert_eq!(of(487.0, -1.1e4, 1.2e4, 10.0), pair("+487 EUR", "-11,000 to 12,000 EUR"));
        assert_eq!(of(0.0, 0.0, 0.0, 0.0), pair("0 EUR", "0 EUR"));
    }
}
