//! Numbers as the language that is [`spoken`] writes them.

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

/// A number with so many decimals: `1234.50`.
pub fn fixed(number: f64, decimals: usize) -> String {
    written(format!("{number:.decimals$}"))
}

/// The same with its sign: `+0.25`.
pub fn signed(number: f64, decimals: usize) -> String {
    written(format!("{number:+.decimals$}"))
}

/// A number with so many decimals, thousands set apart: `1,234.50`.
pub fn grouped(number: f64, decimals: usize) -> String {
    written(with_thousands(&format!("{number:.decimals$}")))
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
}
