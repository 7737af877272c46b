//! Numbers typed as text, in English and in French habit, and the exact decimal behind a spreadsheet's number.

use rust_decimal::Decimal;

/// A number that was found in a text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Typed {
    /// The number; `8 %` gives 0.08.
    pub number: f64,
    /// Whether a percent sign stood behind it.
    pub percent: bool,
}

/// Why a text is not taken as a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotANumber {
    /// It is something else.
    Words,
    /// `1,234` is a thousand in English and one and a bit in French.
    Ambiguous,
}

/// Reads `1 234,50`, `1,234.50`, `8 %`, `-3`, `1'234.5`; spaces of every width set thousands apart.
///
/// # Errors
/// [`NotANumber`] tells a text that is none from one that could be two.
pub fn typed(text: &str) -> Result<Typed, NotANumber> {
    let mut body = text.trim();
    let percent = body.ends_with('%');
    if percent {
        body = body[..body.len() - 1].trim_end();
    }
    let compact: String = body.chars().filter(|c| !c.is_whitespace() && !"'\u{2019}".contains(*c)).collect();
    let digits = compact.strip_prefix(['-', '+']).unwrap_or(&compact);
    if digits.is_empty() || !digits.chars().all(|c| c.is_ascii_digit() || ".,".contains(c)) {
        return Err(NotANumber::Words);
    }
    let plain = match (digits.matches(',').count(), digits.matches('.').count()) {
        (0, 0 | 1) => compact,
        (1, 0) => {
            let (whole, fraction) = compact.split_once(',').unwrap_or_default();
            let spaced = body.chars().any(char::is_whitespace);
            if fraction.len() == 3 && !spaced && !whole.trim_start_matches(['-', '+', '0']).is_empty() {
                return Err(NotANumber::Ambiguous);
            }
            format!("{whole}.{fraction}")
        }
        // The last of the two signs is the decimal one.
        (_, 1) if digits.rfind('.') > digits.rfind(',') => thousands(&compact, ',')?,
        (1, _) if digits.rfind(',') > digits.rfind('.') => thousands(&compact, '.')?.replace(',', "."),
        (_, 0) => thousands(&compact, ',')?,
        (0, _) => thousands(&compact, '.')?,
        _ => return Err(NotANumber::Words),
    };
    let number: f64 = plain.parse().map_err(|_| NotANumber::Words)?;
    let number = if percent { nearest_decimal(number / 100.0) } else { number };
    Ok(Typed { number, percent })
}

/// Takes the thousands sign away if it stands before groups of three only.
fn thousands(number: &str, sign: char) -> Result<String, NotANumber> {
    let whole = number.split(if sign == ',' { '.' } else { ',' }).next().unwrap_or_default();
    if whole.split(sign).skip(1).all(|group| group.len() == 3) {
        Ok(number.replace(sign, ""))
    } else {
        Err(NotANumber::Words)
    }
}

/// The decimal number a spreadsheet shows: 15 significant digits, which drops the dust of binary fractions.
pub fn decimal(number: f64) -> Option<Decimal> {
    if !number.is_finite() || number.abs() >= 1e20 {
        return None;
    }
    Decimal::from_scientific(&format!("{number:.14e}")).ok().map(|d| d.normalize())
}

fn nearest_decimal(number: f64) -> f64 {
    format!("{number:.14e}").parse().unwrap_or(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_habits_are_read() {
        let cases = [
            ("1 234,50", 1234.5),
            ("1\u{a0}234,5", 1234.5),
            ("1\u{202f}234\u{202f}567", 1_234_567.0),
            ("1,234.50", 1234.5),
            ("1.234,50", 1234.5),
            ("1,234,567", 1_234_567.0),
            ("1.234.567", 1_234_567.0),
            ("12,5", 12.5),
            ("0,125", 0.125),
            ("-3", -3.0),
            ("8 %", 0.08),
            ("4,3%", 0.043),
        ];
        for (text, number) in cases {
            assert_eq!(typed(text).map(|t| t.number), Ok(number), "{text}");
        }
    }

    #[test]
    fn what_could_be_two_numbers_is_asked_back() {
        assert_eq!(typed("1,234"), Err(NotANumber::Ambiguous));
        for text in ["", "n/a", "1,23,4", "1.2.3,4,5", "NaN", "inf", "1e5", "5 EUR", "%"] {
            assert_eq!(typed(text), Err(NotANumber::Words), "{text}");
        }
    }

    #[test]
    fn binary_dust_is_dropped() {
        assert_eq!(decimal(0.1 + 0.2), Some(Decimal::new(3, 1)));
        assert_eq!(decimal(1.0 - 0.47), Some(Decimal::new(53, 2)));
        assert_eq!(decimal(f64::NAN), None);
        assert_eq!(decimal(1e300), None);
    }
}
