//! How the numbers of a report are written: what the spreadsheet is told, and what it then shows.

use crate::report::Format;

/// The spreadsheet's name for a format.
pub(super) fn number_format(format: Format) -> &'static str {
    match format {
        Format::Plain => "General",
        Format::Money | Format::Count => "#,##0",
        Format::Cents => "#,##0.00",
        Format::MoneyChange => "+#,##0;-#,##0;0",
        Format::Millions => "#,##0.00,,",
        Format::MillionsChange => "+#,##0.00,,;-#,##0.00,,;0.00",
        Format::Decimal => "#,##0.0",
        Format::Hundredths => "0.00",
        Format::DecimalChange => "+#,##0.0;-#,##0.0;0.0",
        Format::Percent => "0.0%",
        Format::FinePercent => "0.00%",
        Format::WholePercent => "0%",
        // A difference of 3.5 % and 2.5 %; the cell holds 0.01, as the difference of the two cells does.
        Format::Points => "+0.0%\" pts\";-0.0%\" pts\";0.0%\" pts\"",
    }
}

/// How the digits of a number come about: what it is multiplied by, its decimals, whether it always has a sign, and what
/// stands behind; `None` for numbers that are written as they are.
fn digits(format: Format) -> Option<(f64, usize, bool, &'static str)> {
    Some(match format {
        Format::Plain => return None,
        Format::Money | Format::Count => (1.0, 0, false, ""),
        Format::Cents => (1.0, 2, false, ""),
        Format::MoneyChange => (1.0, 0, true, ""),
        Format::Millions => (1e-6, 2, false, ""),
        Format::MillionsChange => (1e-6, 2, true, ""),
        Format::Decimal => (1.0, 1, false, ""),
        Format::Hundredths => (1.0, 2, false, ""),
        Format::DecimalChange => (1.0, 1, true, ""),
        Format::Percent => (100.0, 1, false, "%"),
        Format::FinePercent => (100.0, 2, false, "%"),
        Format::WholePercent => (100.0, 0, false, "%"),
        Format::Points => (100.0, 1, true, "% pts"),
    })
}

/// A text as wide as the number is when a spreadsheet shows it.
pub(super) fn shown(value: f64, format: Format) -> String {
    let Some((scale, decimals, signed, tail)) = digits(format) else {
        // Spreadsheets shorten such numbers to the room there is.
        return value.to_string().chars().take(10).collect();
    };
    let digits = format!("{:.decimals$}", (value * scale).abs());
    let whole = digits.split('.').next().map_or(0, str::len);
    let commas = ",".repeat(whole.saturating_sub(1) / 3);
    let sign = if value < 0.0 || signed { "+" } else { "" };
    format!("{sign}{commas}{digits}{tail}")
}

/// Whether a number that is not 0 is rounded to 0 where it is shown.
pub(super) fn is_rounded_to_nothing(value: f64, format: Format) -> bool {
    // One that has a digit before the decimal point needs no look at how it is written: nearly all have.
    let is_small = digits(format).is_some_and(|(scale, ..)| value != 0.0 && (value * scale).abs() < 1.0);
    is_small && !shown(value, format).chars().any(|letter| ('1'..='9').contains(&letter))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_measured_as_wide_as_they_are_shown() {
        for (value, format, wide_as) in [
            (-1_234_567.8, Format::Money, "-1,234,568"),
            (999.0, Format::Money, "999"),
            (1_000.0, Format::Cents, "1,000.00"),
            (12.0, Format::MoneyChange, "+12"),
            (-1_234_567_890.0, Format::MillionsChange, "-1,234.57"),
            (0.0314, Format::Points, "+3.1% pts"),
            (0.5, Format::WholePercent, "50%"),
        ] {
            assert_eq!(shown(value, format).len(), wide_as.len(), "{value} {format:?}");
        }
    }

    #[test]
    fn a_number_that_is_rounded_to_nothing_is_told() {
        for value in [0.0, 1.0, -0.6, 5_000.0] {
            assert!(!is_rounded_to_nothing(value, Format::MoneyChange), "{value}");
        }
        assert!(is_rounded_to_nothing(-0.4, Format::MoneyChange) && is_rounded_to_nothing(0.000_04, Format::Points));
        assert!(is_rounded_to_nothing(4_000.0, Format::MillionsChange));
        assert!(!is_rounded_to_nothing(6_000.0, Format::MillionsChange));
        assert!(!is_rounded_to_nothing(1e-9, Format::Plain) && !is_rounded_to_nothing(-0.05, Format::Decimal));
    }
}
