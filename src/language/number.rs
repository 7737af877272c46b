//! Numbers as the language that is [`spoken`] writes them.

use rust_decimal::prelude::FromPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};

use super::{Language, spoken};

/// Between groups of three digits in French: a narrow space that no line breaks at.
const THOUSANDS: &str = "\u{202f}";

/// A number that is written as English does (`-1,234.5`), as the spoken language writes it (`-1 234,5`).
pub fn written(english: String) -> String {
    match spoken() {
        Language::En => english,
        Language::Fr => english
            .chars()
            .map(|letter| match letter {
                ',' => THOUSANDS.to_owned(),
                '.' => ",".to_owned(),
                other => other.to_string(),
            })
            .collect(),
    }
}

/// A number with so many decimals, as English writes it. Halves go away from zero, as in the cells of a spreadsheet: what
/// words and cells say of the same number is the same.
fn rounded(number: f64, decimals: usize) -> String {
    // A decimal has the fifteen digits that a spreadsheet shows of a number, so that 1.005 is a half as it is there.
    let decimal = Decimal::from_f64(number).filter(|decimal| decimals <= 28 && !decimal.is_zero());
    match decimal {
        Some(decimal) => {
            let places = decimals as u32;
            let rounded = decimal.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero);
            format!("{rounded:.decimals$}")
        }
        // Too large for a decimal, or too small: then no half is shown. So is nothing, which keeps its sign.
        None => format!("{number:.decimals$}"),
    }
}

/// A number with so many decimals: `1234.50`.
pub fn fixed(number: f64, decimals: usize) -> String {
    written(rounded(number, decimals))
}

/// The same with its sign: `+0.25`.
pub fn signed(number: f64, decimals: usize) -> String {
    let rounded = rounded(number, decimals);
    written(if rounded.starts_with('-') { rounded } else { format!("+{rounded}") })
}

/// A number with so many decimals, thousands set apart: `1,234.50`.
pub fn grouped(number: f64, decimals: usize) -> String {
    written(with_thousands(&rounded(number, decimals)))
}

/// Digits with a comma between thousands, as English writes them.
pub fn with_thousands(digits: &str) -> String {
    let (sign, digits) = digits.strip_prefix('-').map_or(("", digits), |rest| ("-", rest));
    let (whole, fraction) = digits.split_at(digits.find('.').unwrap_or(digits.len()));
    let mut shown = sign.to_owned();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            shown.push(',');
        }
        shown.push(digit);
    }
    shown + fraction
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::speaking;

    #[test]
    fn thousands_and_decimals_are_the_languages_own() {
        let said = || [grouped(-1_234_567.891, 2), grouped(999.0, 0), fixed(1_234.5, 1), signed(0.25, 2)];
        assert_eq!(said(), ["-1,234,567.89", "999", "1234.5", "+0.25"]);
        let french = ["-1\u{202f}234\u{202f}567,89", "999", "1234,5", "+0,25"];
        assert_eq!(speaking(Language::Fr, said), french);
    }

    #[test]
    fn halves_go_away_from_zero_as_in_a_spreadsheet() {
        assert_eq!([98.5, 97.5, 0.5, -0.5, -2.5].map(|number| fixed(number, 0)), ["99", "98", "1", "-1", "-3"]);
        assert_eq!([1.005, 0.125, -1.005].map(|number| fixed(number, 2)), ["1.01", "0.13", "-1.01"]);
        assert_eq!(signed(-0.125, 2) + &signed(0.0, 1) + &signed(12.35, 1), "-0.13+0.0+12.4");
        // As format! has it: what a decimal cannot hold, and nothing.
        assert_eq!(
            [1e30, -0.0, 1e-40].map(|number| fixed(number, 1)),
            [format!("{:.1}", 1e30), "-0.0".into(), "0.0".into()]
        );
        assert_eq!([f64::INFINITY, f64::NAN].map(|number| fixed(number, 1)), ["inf", "NaN"]);
    }
}
