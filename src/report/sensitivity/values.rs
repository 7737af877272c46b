//! Values of inputs, each in the unit and format of its place.

use crate::language::number;
use crate::report::words::{amount, capitalised, count, money, per_cent};
use crate::report::{Cell, Format};
use crate::schema::{Kind, place};
use crate::stats::interval::{Estimate, decimals, rounded};
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

/// A value in a sentence, to the place that its standard error supports.
pub fn estimated(factor: &Factor, value: Estimate, currency: &str) -> String {
    let shown = rounded(value.value, value.se);
    match (factor.kind, decimals(value.se)) {
        // Cents stand only where they are known.
        (Kind::Money { .. }, Some(..=0)) if (0.0..1e3).contains(&shown) => {
            amount(&number::fixed(shown, 0), "", currency)
        }
        _ => said(factor, shown, currency),
    }
}

/// A mean change in a unit, to the place that its standard error supports, with two decimals at most.
pub fn supported(mean: Estimate, unit: f64) -> String {
    let places = decimals(mean.se / unit).map_or(2, |places| places.clamp(0, 2) as usize);
    // Adding 0 turns -0 into 0.
    number::signed(rounded(mean.value, mean.se) / unit + 0.0, places)
}

fn plain(factor: &Factor, value: f64, currency: &str) -> String {
    match factor.kind {
        Kind::Rate { .. } => per_cent(number::written(four_digits(value * 100.0).to_string())),
        Kind::Money { .. } => money(value, currency),
        Kind::Count { .. } => count(value),
        _ => number::written(number::with_thousands(&four_digits(value).to_string())),
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
        None if alike(factor.label.said()) => {
            capitalised(&format!("{} ({})", factor.label.said(), place::said(&factor.name)))
        }
        None => capitalised(factor.label.said()),
    };
    found.factors.iter().map(title).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::value::text;
    use crate::units::{Money, Rate};

    #[test]
    fn numbers_have_four_digits() {
        assert_eq!([0.123_456, 35.709_6, 0.0, 1_234.56, -7.5].map(four_digits), [0.123_5, 35.71, 0.0, 1_235.0, -7.5]);
    }

    #[test]
    fn what_is_estimated_has_the_digits_of_its_error() {
        let rate = Kind::Rate { min: Rate::ZERO, max: Rate::ONE };
        let money = Kind::Money { min: Money::ZERO, max: Money::round_minor(1e5) };
        let said = |kind: &'static Kind, value, se| {
            let factor = Factor {
                name: "x".to_owned(),
                label: text("X", "X"),
                unit: text("", ""),
                kind,
                basis: None,
                entered: 0.0,
                percentiles: [0.0; 5],
            };
            estimated(&factor, Estimate { value, se }, "EUR")
        };
        // Errors of 9.1 and 0.091 points; no error, of an exact break-even. Four digits at most.
        let (rate, money): (&'static Kind, &'static Kind) = (Box::leak(Box::new(rate)), Box::leak(Box::new(money)));
        assert_eq!([0.091, 0.000_91, 0.0].map(|se| said(rate, 0.304_721, se)), ["30.5 %", "30.47 %", "30.47 %"]);
        assert_eq!([12.0, 0.12, 0.0].map(|se| said(money, 47.351, se)), ["47 EUR", "47.35 EUR", "47.35 EUR"]);
        let changes = [(1_639.01, 3_100.0, 1.0), (1_639.01, 0.2, 1.0), (1_639.01, 310.0, 1e3), (-0.01, 12.0, 1.0)];
        let changes = changes.map(|(value, se, unit)| supported(Estimate { value, se }, unit));
        assert_eq!(changes, ["+1600", "+1639.01", "+1.64", "+0"]);
    }
}
