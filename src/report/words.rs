//! Figures in words, as sentences carry them.

use std::fmt::Display;

use crate::language::number;
use crate::measures::Unit;
use crate::model::horizon::YEAR_MONTHS;
use crate::plan::Reading;
use crate::report::{Cell, Format};
use crate::say;
use crate::schema::value::text;
use crate::stats::Statistics;
use crate::stats::interval;

/// The format of a measure's values.
pub fn format(unit: Unit) -> Format {
    match unit {
        Unit::Money => Format::Money,
        Unit::Fraction => Format::Percent,
        Unit::Count => Format::Count,
        Unit::Days | Unit::Index => Format::Decimal,
    }
}

/// The format of a difference of a measure.
pub fn change_format(unit: Unit) -> Format {
    match unit {
        Unit::Money => Format::MoneyChange,
        Unit::Fraction => Format::Points,
        Unit::Count | Unit::Days | Unit::Index => Format::DecimalChange,
    }
}

/// What a measure is counted in, in words.
pub fn unit(unit: Unit, currency: &str) -> String {
    match unit {
        Unit::Money => currency.to_owned(),
        Unit::Fraction => "%".to_owned(),
        Unit::Count => say!("number"),
        Unit::Days => say!("working days"),
        Unit::Index => say!("index"),
    }
}

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

/// An amount without sign, in thousands, millions or billions where it is large: `2.85 M EUR`.
pub fn money(of: f64, currency: &str) -> String {
    let (scale, suffix) = scale(of.abs());
    amount(&number::grouped(of.abs() / scale, decimals(scale)), suffix, currency)
}

/// A number of currency units in a scale.
pub fn amount(number: &str, suffix: &str, currency: &str) -> String {
    say!("{number}{suffix} {currency}", number, suffix, currency)
}

/// An amount with its sign: `+2.85 M EUR`, `-46 k EUR`.
pub fn money_change(amount: f64, currency: &str) -> String {
    signed(amount, money(amount, currency))
}

fn signed(amount: f64, shown: String) -> String {
    match amount {
        _ if is_nothing(&shown) => shown,
        amount if amount < 0.0 => format!("-{shown}"),
        _ => format!("+{shown}"),
    }
}

/// A range of amounts in the same scale: `2.61 to 3.09 M EUR`.
pub fn money_range((low, high): (f64, f64), currency: &str) -> String {
    range_to(low, high, currency, decimals)
}

/// A range of amounts, to the decimals that go with their scale.
fn range_to(low: f64, high: f64, currency: &str, decimals: impl Fn(f64) -> usize) -> String {
    let common = scale(low.abs().max(high.abs()));
    range_in(low, high, common, currency, decimals(common.0))
}

fn range_in(low: f64, high: f64, (scale, suffix): Scale, currency: &str, decimals: usize) -> String {
    let end = |amount: f64| match number::grouped(amount.abs() / scale, decimals) {
        shown if amount < 0.0 && !is_nothing(&shown) => format!("-{shown}"),
        shown => shown,
    };
    let (low, high) = (end(low), end(high));
    if low == high {
        amount(&low, suffix, currency)
    } else {
        say!("{low} to {high}", low, high = amount(&high, suffix, currency))
    }
}

/// Whether a number is shown as 0, which has no sign.
fn is_nothing(shown: &str) -> bool {
    !shown.chars().any(|letter| ('1'..='9').contains(&letter))
}

/// How much a scale counts, and its suffix.
type Scale = (f64, &'static str);

/// The scale an amount is said in, with its suffix: billions, millions, thousands or units. What would round to a
/// thousand of one scale is said in the next.
pub fn scale(amount: f64) -> Scale {
    if amount >= 9.999_95e8 {
        (1e9, text(" bn", "\u{a0}Md").said())
    } else if amount >= 9.995e5 {
        (1e6, text(" M", "\u{a0}M").said())
    } else if amount >= 1e4 {
        (1e3, text(" k", "\u{a0}k").said())
    } else {
        (1.0, "")
    }
}

fn decimals(scale: f64) -> usize {
    if scale >= 1e6 { 2 } else { 0 }
}

/// A fraction in percent: `7.5 %`, `1,571.3 %`.
pub fn percent(fraction: f64) -> String {
    per_cent(number::grouped(fraction * 100.0, 1))
}

/// A fraction in whole percent: `8 %`.
pub fn whole_percent(fraction: f64) -> String {
    per_cent(number::grouped(fraction * 100.0, 0))
}

/// A number of percent: `95 %`.
pub fn per_cent(number: impl Display) -> String {
    say!("{number} %", number)
}

/// A difference of fractions in percentage points: `+1.2 points`.
pub fn points(fraction: f64) -> String {
    // Adding 0 turns what is rounded to -0 into 0.
    let points = (fraction * 1000.0).round() / 10.0 + 0.0;
    let number = if points == 0.0 { number::fixed(points, 1) } else { number::signed(points, 1) };
    // French has a plural from 2 on.
    let word = if points.abs() < 2.0 { text("points", "point") } else { text("points", "points") };
    say!("{number} {word}", number, word = word.said())
}

/// A mean number of pieces: whole where there are many, with a decimal where there are few.
pub fn pieces(number: f64) -> String {
    let is_whole = number.abs() >= 9.95 || (number - number.round()).abs() < 0.05;
    if is_whole { count(number) } else { number::fixed(number, 1) }
}

/// A probability as a count of futures: never quite all or none unless it is.
pub fn futures(probability: f64) -> String {
    match probability {
        1.0 => say!("in every simulated future"),
        0.0 => say!("in none of the simulated futures"),
        p if p > 0.995 => say!("in more than 99 % of the futures"),
        p if p < 0.005 => say!("in less than 1 % of the futures"),
        p => say!("in {share} of the futures", share = whole_percent(p)),
    }
}

/// A whole number with thousands set apart.
pub fn count(number: f64) -> String {
    number::grouped(number.round() + 0.0, 0)
}

/// The fiscal years of a horizon, the last one with its months if it is not whole.
pub fn fiscal_years(months: usize) -> Vec<String> {
    let year = |year: usize| match months - year * YEAR_MONTHS {
        left if left < YEAR_MONTHS => say!("Year {number} ({left} months)", number = year + 1, left),
        _ => say!("Year {number}", number = year + 1),
    };
    (0..months.div_ceil(YEAR_MONTHS)).map(year).collect()
}

/// What people do in a reading, as labels say it.
pub fn reading(reading: Reading) -> &'static str {
    match reading {
        Reading::Static => text("static reading", "lecture statique").said(),
        Reading::Behavioural => text("behavioural reading", "lecture comportementale").said(),
    }
}

/// The word for a reading, in French as it goes with `lecture`.
pub fn reading_word(reading: Reading) -> &'static str {
    match reading {
        Reading::Static => text("static", "statique").said(),
        Reading::Behavioural => text("behavioural", "comportementale").said(),
    }
}

/// The same for the head of a column of readings.
pub fn reading_cell(of: Reading) -> Cell {
    Cell::text(reading_word(of))
}

/// Words as a sentence begins with them.
pub fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Several names as a sentence lists them.
pub fn list(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [head @ .., last] => say!("{head} and {last}", head = head.join(", "), last),
    }
}

/// A measure as a sentence names it; in French between quotation marks, for its label has no article.
pub fn in_sentence(label: &str) -> String {
    say!("{label}", label = label.to_lowercase())
}

/// Parts of a sentence set apart by semicolons.
pub fn clauses(parts: &[String]) -> String {
    parts.join(text("; ", "\u{a0}; ").said())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    #[test]
    fn amounts_are_scaled_as_people_say_them() {
        assert_eq!(money(2_849_000.0, "EUR"), "2.85 M EUR");
        assert_eq!(money(-45_600.0, "EUR"), "46 k EUR");
        assert_eq!(money(812.4, "EUR"), "812 EUR");
        assert_eq!(money(9_812.4, "EUR"), "9,812 EUR");
        assert_eq!(money(999_600.0, "EUR"), "1.00 M EUR");
        assert_eq!(money(2_250_000_000.0, "EUR"), "2.25 bn EUR");
        assert_eq!(money_range((-4_000.0, 1_200_000.0), "EUR"), "0.00 to 1.20 M EUR");
        assert_eq!(money_range((21_400.0, 21_410.0), "EUR"), "21 k EUR");
        assert_eq!(money_range((-400_000.0, 1_200_000.0), "EUR"), "-0.40 to 1.20 M EUR");
        assert_eq!(money_range((40_000.0, 90_000.0), "EUR"), "40 to 90 k EUR");
        assert_eq!([percent(15.713), whole_percent(28.868)], ["1,571.3 %", "2,887 %"]);
    }

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

    #[test]
    fn a_year_that_is_cut_off_says_so() {
        assert_eq!(fiscal_years(24), ["Year 1", "Year 2"]);
        assert_eq!(fiscal_years(18), ["Year 1", "Year 2 (6 months)"]);
    }

    #[test]
    fn changes_carry_their_sign() {
        assert_eq!(money_change(2_849_000.0, "EUR"), "+2.85 M EUR");
        assert_eq!(money_change(-45_600.0, "EUR"), "-46 k EUR");
        assert_eq!(money_change(-0.3, "EUR"), "0 EUR");
        assert_eq!((points(0.0123), points(-0.0123)), ("+1.2 points".to_owned(), "-1.2 points".to_owned()));
        assert_eq!(points(-0.0001), "0.0 points");
        assert_eq!([1234.4, 3.24, 4.0].map(pieces), ["1,234", "3.2", "4"]);
    }

    #[test]
    fn certainty_is_only_claimed_where_it_is() {
        assert_eq!(futures(1.0), "in every simulated future");
        assert_eq!(futures(0.9999), "in more than 99 % of the futures");
        assert_eq!(futures(0.41), "in 41 % of the futures");
        assert_eq!(list(&["A", "B", "C"]), "A, B and C");
    }

    #[test]
    fn french_writes_figures_its_own_way() {
        let [space, narrow] = ["\u{a0}", "\u{202f}"];
        crate::language::speaking(Language::Fr, || {
            assert_eq!(money(-2_849_000.0, "EUR"), format!("2,85{space}M{space}EUR"));
            assert_eq!(money_change(9_812.4, "EUR"), format!("+9{narrow}812{space}EUR"));
            assert_eq!(money(2.25e9, "EUR"), format!("2,25{space}Md{space}EUR"));
            assert_eq!(money_range((40_000.0, 90_000.0), "EUR"), format!("40 à 90{space}k{space}EUR"));
            assert_eq!(percent(0.075), format!("7,5{space}%"));
            // The plural begins at 2.
            assert_eq!([0.0123, -0.02].map(points), ["+1,2\u{a0}point", "-2,0\u{a0}points"]);
            assert_eq!([1_234.4, 3.24].map(pieces), [format!("1{narrow}234"), "3,2".to_owned()]);
            assert_eq!(futures(0.41), format!("dans 41{space}% des futurs"));
            assert_eq!(list(&["A", "B", "C"]), "A, B et C");
            assert_eq!(fiscal_years(18), ["Exercice 1", "Exercice 2 (6 mois)"]);
            assert_eq!(reading(Reading::Behavioural), format!("lecture {}", reading_word(Reading::Behavioural)));
        });
    }
}
