//! The scale of a value axis: from where to where, in which steps, and written how.
//!
//! Spreadsheet programs choose scales without a look at error bars and write every amount to the last unit, so the
//! scale is chosen here.

use crate::report::Format;

/// How many steps an axis may have from one end to the other.
const STEPS: std::ops::RangeInclusive<f64> = 3.0..=8.0;
/// How many it has best.
const LIKED: f64 = 5.0;

/// The scale of an axis.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Scale {
    /// The lower end.
    pub low: f64,
    /// The upper end.
    pub high: f64,
    /// From one label to the next.
    pub step: f64,
    /// Number format of the labels.
    pub format: String,
}

impl Scale {
    /// A scale that has room for all values from `low` to `high`; with `zero` it has 0 in it too.
    pub fn over(low: f64, high: f64, zero: bool, format: Format) -> Scale {
        // A curve that stays far from 0 would be flat if the axis began there.
        let near_zero = (high - low) > 0.3 * low.abs().max(high.abs());
        let (low, high) = if zero || near_zero { (low.min(0.0), high.max(0.0)) } else { (low, high) };
        let high = if high > low { high } else { low + low.abs().max(1.0) };
        // Powers of ten around the range; numbers of things are counted in whole steps.
        let magnitude = ((high - low).log10().floor() as i32).clamp(-12, 18);
        let finest = if format == Format::Count { 0 } else { i32::MIN };
        let steps = (magnitude - 2..=magnitude + 1)
            .flat_map(|power| [1.0, 2.0, 5.0].map(|digit| (digit, power)))
            .filter(|(_, power)| *power >= finest);
        let ends = |digit: f64, power: i32| {
            let step = times_ten_to(digit, power);
            ((low / step).floor(), (high / step).ceil())
        };
        let fitting = steps.filter_map(|(digit, power)| {
            let (first, last) = ends(digit, power);
            let count = last - first;
            let reach = times_ten_to(count * digit, power);
            STEPS.contains(&count).then_some((reach, (count - LIKED).abs(), digit, power))
        });
        // The scale that wastes least room; of those, the one with a good number of steps.
        let best = fitting.min_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
        let (digit, power) = best.map_or((1.0, magnitude.max(finest)), |(_, _, digit, power)| (digit, power));
        let step = times_ten_to(digit, power);
        let (first, last) = ends(digit, power);
        let last = last.max(first + 1.0);
        Scale {
            low: times_ten_to(first * digit, power),
            high: times_ten_to(last * digit, power),
            step,
            format: labels(format, power, low.abs().max(high.abs())),
        }
    }

    /// Where a value lies between the ends, 0 at the lower and 1 at the upper one.
    pub fn share(&self, value: f64) -> f64 {
        (value - self.low) / (self.high - self.low)
    }
}

/// A whole number times a power of ten, without the dust of multiplying by 0.1.
fn times_ten_to(number: f64, power: i32) -> f64 {
    if power < 0 { number / 10_f64.powi(-power) } else { number * 10_f64.powi(power) }
}

/// How labels are written: with just the decimals that tell neighbours apart, large amounts in thousands or millions.
fn labels(format: Format, power: i32, largest: f64) -> String {
    let (percent, signed) = match format {
        Format::Plain => return "General".into(),
        Format::Percent | Format::FinePercent | Format::WholePercent => (true, false),
        Format::Points => (true, true),
        Format::MoneyChange | Format::MillionsChange | Format::DecimalChange => (false, true),
        Format::Money | Format::Millions | Format::Cents | Format::Count | Format::Decimal | Format::Hundredths => {
            (false, false)
        }
    };
    let (power, tail) = match () {
        () if format == Format::Points => (power + 2, "%\" pts\""),
        () if percent => (power + 2, "%"),
        () if largest >= 1e6 && power >= 5 => (power - 6, ",,\" M\""),
        () if largest >= 1e4 && power >= 3 => (power - 3, ",\" k\""),
        () => (power, ""),
    };
    let whole = if percent { "0" } else { "#,##0" };
    let decimals = "0".repeat(usize::try_from(-power).unwrap_or(0));
    let point = if decimals.is_empty() { "" } else { "." };
    let number = format!("{whole}{point}{decimals}{tail}");
    let zero = if percent { "0%" } else { "0" };
    if signed { format!("+{number};-{number};{zero}") } else { format!("{number};-{number};{zero}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scales_hold_the_values_in_round_steps() {
        for (low, high, zero, format, expected) in [
            (-1_020_000.0, 1_870_000.0, true, Format::MoneyChange, (-1.5e6, 2e6, 5e5)),
            (2.0, 1_200.0, true, Format::Count, (0.0, 1_200.0, 200.0)),
            (0.0, 3.0, true, Format::Count, (0.0, 3.0, 1.0)),
            (0.0, 1.0, true, Format::Count, (0.0, 1.0, 1.0)),
            (-0.011, 0.031, true, Format::Points, (-0.02, 0.04, 0.01)),
            (0.0, 0.97, true, Format::WholePercent, (0.0, 1.0, 0.2)),
            (0.0, 0.0, true, Format::Money, (0.0, 1.0, 0.2)),
            (98.0, 103.0, false, Format::Decimal, (98.0, 103.0, 1.0)),
            (5.0, 5.0, false, Format::Decimal, (5.0, 10.0, 1.0)),
            (1.6e6, 2.4e6, false, Format::Money, (0.0, 2.5e6, 5e5)),
        ] {
            let scale = Scale::over(low, high, zero, format);
            assert_eq!((scale.low, scale.high, scale.step), expected, "{low} to {high}");
        }
    }

    #[test]
    fn labels_tell_neighbours_apart() {
        for (low, high, format, expected) in [
            (0.0, 2.4e6, Format::Money, "#,##0.0,,\" M\""),
            (0.0, 3e7, Format::Money, "#,##0,,\" M\""),
            (0.0, 41_000.0, Format::Money, "#,##0,\" k\""),
            (0.0, 900.0, Format::Count, "#,##0"),
            (0.0, 1.0, Format::WholePercent, "0%"),
            (-0.001, 0.003, Format::Points, "+0.0%\" pts\""),
            (0.0, 3.0, Format::Money, "#,##0.0"),
            (-3e4, 5e4, Format::MoneyChange, "+#,##0,\" k\""),
        ] {
            let written = Scale::over(low, high, true, format).format;
            assert_eq!(written.split(';').next(), Some(expected), "{low} to {high}");
        }
    }
}
