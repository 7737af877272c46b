//! How a measure stands in a table: in its unit, or in millions of it.

use super::{change_format, format, unit};
use crate::measures::Unit;
use crate::report::Format;

/// From so many currency units on the figures of a table are read in millions.
const MILLIONS_FROM: f64 = 1e7;

/// The formats of a measure in a table, and what its heading says that it is counted in.
#[derive(Debug, PartialEq)]
pub struct Scaled {
    /// Of its values.
    pub values: Format,
    /// Of its differences.
    pub changes: Format,
    /// The unit, in words.
    pub unit: String,
}

/// The formats of a measure whose value is about so large.
pub fn scaled(of: Unit, value: f64, currency: &str) -> Scaled {
    match of == Unit::Money && value.abs() >= MILLIONS_FROM {
        true => Scaled { values: Format::Millions, changes: Format::MillionsChange, unit: format!("M {currency}") },
        false => Scaled { values: format(of), changes: change_format(of), unit: unit(of, currency) },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_in_millions_from_ten_millions_on() {
        let of = |unit, value| scaled(unit, value, "EUR");
        assert_eq!(of(Unit::Money, -1e7).unit, "M EUR");
        assert_eq!(of(Unit::Money, -1e7).changes, Format::MillionsChange);
        assert_eq!(of(Unit::Money, 9_999_999.0).unit, "EUR");
        assert_eq!(of(Unit::Money, 9_999_999.0).values, Format::Money);
        assert_eq!(of(Unit::Count, 1e9).values, Format::Count);
    }
}
