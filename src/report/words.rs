//! Figures in words, as sentences carry them.

use std::borrow::Borrow;
use std::fmt::Display;

use crate::language::number;
use crate::measures::Unit;
use crate::model::horizon::YEAR_MONTHS;
use crate::plan::Reading;
use crate::report::{Cell, Format};
use crate::say;
use crate::schema::value::text;

mod scaled;
mod supported;

pub use scaled::{Scaled, scaled};
pub use supported::{
    Supported, money_change_and_range, money_change_mean, money_mean, money_mean_and_range, of_losses, percent_mean,
};

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
        p => say!("in {share} of the futures", share = share_of_futures(p)),
    }
}

/// A share of futures: never quite all or none unless it is.
pub fn share_of_futures(probability: f64) -> String {
    match probability {
        p if (0.995..1.0).contains(&p) => say!("more than {share}", share = per_cent(99)),
        p if p > 0.0 && p <= 0.005 => say!("less than {share}", share = per_cent(1)),
        p => whole_percent(p),
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
pub fn list(names: &[impl Borrow<str>]) -> String {
    match names {
        [] => String::new(),
        [one] => one.borrow().to_owned(),
        [head @ .., last] => say!("{head} and {last}", head = head.join(", "), last = last.borrow()),
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
mod tests;
