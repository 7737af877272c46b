//! One estimated figure: its value, its error and the digits that the error supports.

use super::RESAMPLES;
use super::log::Log;
use super::quantity::Quantity;
use super::target::declared;
use crate::inputs::Target;
use crate::programme::Programme;
use crate::schema;
use crate::schema::segments::SEGMENTS;
use crate::stats::{Statistics, percentile};

/// One estimated figure, in natural units: currency units, fractions, numbers.
#[derive(Debug, Clone, PartialEq)]
pub struct Estimate {
    /// What it is.
    pub quantity: Quantity,
    /// Its key or its cell, as scenarios name it.
    pub name: String,
    /// What it is called.
    pub label: &'static str,
    /// The likeliest value, with the digits that its error supports.
    pub value: f64,
    /// Its standard error.
    pub se: f64,
    /// Percentiles 5 and 95 over resampled logs.
    pub range: (f64, f64),
    /// The base's value.
    pub base: f64,
    /// From how many opportunities.
    pub used: usize,
}

/// An estimate with its error, `None` where log or resampled logs leave nothing to estimate it from.
pub fn estimate(
    quantity: Quantity,
    used: usize,
    value: f64,
    mut resampled: Vec<f64>,
    base: &Programme,
    log: &Log,
) -> Option<Estimate> {
    if !value.is_finite() || resampled.len() < RESAMPLES as usize / 2 {
        return None;
    }
    let se = Statistics::of(&mut resampled).sd;
    let round = |value: f64| rounded(value, se);
    let target = quantity.target();
    let (_, label) = declared(&target)?;
    let (name, base) = match &target {
        Target::Parameter(key) => ((*key).to_owned(), schema::parameter(key).map(|parameter| (parameter.get)(base))),
        Target::Cell(sheet, row, key) => {
            let column = SEGMENTS.columns.iter().find(|column| column.key == *key);
            (format!("{sheet}[{}].{key}", log.segments.get(*row)?), column.map(|column| (column.get)(base, *row)))
        }
    };
    Some(Estimate {
        quantity,
        name,
        label,
        value: round(value),
        se: rounded(se, se),
        range: (round(percentile(&resampled, 0.05)), round(percentile(&resampled, 0.95))),
        base: base.and_then(|value| value.as_number())?,
        used,
    })
}

/// A number with as many digits as a standard error supports: the error's first two.
fn rounded(value: f64, se: f64) -> f64 {
    if !(se.is_finite() && se > 0.0) {
        return value;
    }
    let decimals = 1.0 - libm::floor(libm::log10(se));
    if decimals > 0.0 {
        let decimals = decimals.min(12.0) as usize;
        return format!("{value:.decimals$}").parse().unwrap_or(value);
    }
    let step = libm::pow(10.0, -decimals);
    libm::round(value / step) * step
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_the_digits_that_their_error_supports() {
        assert_eq!(rounded(42_137.55, 812.0), 42_140.0);
        assert_eq!(rounded(0.123_456, 0.001_2), 0.1235);
        assert_eq!(rounded(1.098_76, 0.03), 1.099);
        assert_eq!(rounded(3.0, 0.0), 3.0);
    }
}
