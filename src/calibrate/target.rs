//! The parameter or cell that an estimate stands for: what is declared of it, and its value put in and shown.

use crate::inputs::Target;
use crate::programme::Programme;
use crate::schema::segments::SEGMENTS;
use crate::schema::{self, Kind, Value};
use crate::units::{Money, Rate};

/// Kind and label of a value that is estimated.
pub fn declared(target: &Target) -> Option<(&'static Kind, &'static str)> {
    match target {
        Target::Parameter(key) => schema::parameter(key).map(|parameter| (&parameter.kind, parameter.label.said())),
        Target::Cell(_, _, key) => {
            SEGMENTS.columns.iter().find(|column| column.key == *key).map(|column| (&column.kind, column.label.said()))
        }
    }
}

/// Puts a value where it stands in a programme.
pub fn put(programme: &mut Programme, target: &Target, value: Value) {
    match target {
        Target::Parameter(key) => {
            if let Some(parameter) = schema::parameter(key) {
                (parameter.set)(programme, value);
            }
        }
        Target::Cell(_, row, key) => {
            if let Some(column) = SEGMENTS.columns.iter().find(|column| column.key == *key) {
                (column.set)(programme, *row, value);
            }
        }
    }
}

/// The range of a kind of numbers, in natural units.
pub fn limits(kind: &Kind) -> (f64, f64) {
    match kind {
        Kind::Money { min, max } => (min.to_units(), max.to_units()),
        Kind::Rate { min, max } => (min.to_f64(), max.to_f64()),
        Kind::Number { min, max } => (*min, *max),
        _ => (f64::NEG_INFINITY, f64::INFINITY),
    }
}

/// A number of natural units as a value of a kind, held in its range.
pub fn value_of(kind: &Kind, number: f64) -> Value {
    let (low, high) = limits(kind);
    let number = number.clamp(low, high);
    match kind {
        Kind::Money { .. } => Value::Money(Money::round_minor(number * 100.0)),
        Kind::Rate { .. } => Value::Rate(Rate::from_ppb(libm::round(number * 1e9) as i64)),
        _ => Value::Number(number),
    }
}

/// A figure as the sources, the page and the terminal write it.
pub fn shown(kind: &Kind, number: f64) -> String {
    match kind {
        Kind::Rate { .. } => Value::Rate(Rate::from_ppb(libm::round(number * 1e9) as i64)).shown(),
        _ => Value::Number(number).shown(),
    }
}
