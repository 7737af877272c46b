//! Values of inputs, each in the unit and format of its place.

use crate::language::number;
use crate::report::words::{amount, capitalised, count, money, per_cent};
use crate::report::{Cell, Format};
use crate::schema::Kind;
use crate::stats::interval::rounded;
use crate::study::{Factor, Sensitivity};

/// A value in a cell.
pub fn cell(factor: &Factor, value: f64) -> Cell {
    match factor.kind {
        Kind::Rate { .. } => Cell::Figure(value, Format::FinePercent),
        Kind::Money { .. } if value.abs() < 1e4 => Cell::Figure(value, Format::Cents),
        Kind::Money { .. } => Cell::Figure(value, Format::Money),
        Kind::Count { .. } => Cell::Figure(value.round(), Format::Count),
        _ => Cell::Figure(four_digits(value), Format::Plain),
    }
}

/// A value in a sentence.
pub fn said(factor: &Factor, value: f64, currency: &str) -> String {
    match factor.kind {
        // The sign of an amount is not part of its words.
        Kind::Money { .. } if value < 0.0 => format!("-{}", money(value, currency)),
        Kind::Money { .. } if value < 1e3 => amount(&number::fixed(value, 2), "", currency),
        _ => plain(factor, value, currency),
    }
}

fn plain(factor: &Factor, value: f64, currency: &str) -> String {
    match factor.kind {
        Kind::Rate { .. } => per_cent(number::written(four_digits(value * 100.0).to_string())),
        Kind::Money { .. } => money(value, currency),
        Kind::Count { .. } => count(value),
        _ => number::written(four_digits(value).to_string()),
    }
}

/// A number to four digits.
fn four_digits(value: f64) -> f64 {
    // The second digit of an error is the last that is shown: a fiftieth of the magnitude leaves four digits.
    let magnitude = if value == 0.0 { 1.0 } else { libm::pow(10.0, libm::floor(libm::log10(value.abs()))) };
    rounded(value, magnitude * 0.02)
}

/// A unit as tables say it: amounts are in the currency.
pub fn unit<'a>(factor: &Factor, currency: &'a str) -> &'a str {
    match factor.kind {
        Kind::Money { .. } => currency,
        Kind::Rate { .. } => "%",
        _ => factor.unit.said(),
    }
}

/// What each input is called: by its label, with its name where several have the same label or where a scenario edits it.
pub fn titles(found: &Sensitivity) -> Vec<String> {
    let alike = |label: &str| found.factors.iter().filter(|factor| factor.label.said() == label).count() > 1;
    let title = |factor: &Factor| match factor.name.split_once(": ") {
        Some((scenario, _)) => capitalised(&format!("{} ({scenario})", factor.label.said())),
        None if alike(factor.label.said()) => capitalised(&format!("{} ({})", factor.label.said(), factor.name)),
        None => capitalised(factor.label.said()),
    };
    found.factors.iter().map(title).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_four_digits() {
        assert_eq!([0.123_456, 35.709_6, 0.0, 1_234.56, -7.5].map(four_digits), [0.123_5, 35.71, 0.0, 1_235.0, -7.5]);
    }
}
