//! The base that the estimates go into: the log's segments beside its own, and what of it is not carried over.

use super::log::Log;
use crate::inputs::{Inputs, Origin, Target};
use crate::programme::Programme;
use crate::report::words::list;
use crate::say;
use crate::schema::Basis;
use crate::schema::segments::SEGMENTS;
use crate::units::Rate;

/// The base with the log's segments first, each of the base's own keeping what the log does not tell.
pub fn with_segments(log: &Log, base: &Inputs, own_base: bool) -> Inputs {
    let mut inputs = base.clone();
    let sheet = SEGMENTS.sheet.en;
    inputs.origins.retain(|target, _| !matches!(target, Target::Cell(table, ..) if *table == sheet));
    let known = &base.programme.segments;
    let silent = known.iter().map(|segment| &segment.name).filter(|name| own_base && !log.segments.contains(name));
    (SEGMENTS.clear)(&mut inputs.programme);
    for (row, name) in log.segments.iter().chain(silent).enumerate() {
        (SEGMENTS.push)(&mut inputs.programme);
        let from = known.iter().position(|segment| segment.name == *name);
        for column in SEGMENTS.columns {
            let value = match from {
                Some(from) => Some((column.get)(&base.programme, from)),
                None => column.default.clone(),
            };
            if let Some(value) = value {
                (column.set)(&mut inputs.programme, row, value);
            }
            let origin = from.and_then(|from| base.origins.get(&Target::Cell(sheet, from, column.key)).cloned());
            let default =
                || Origin { cell: None, basis: Some(Basis::Assumption), source: say!("the column's default") };
            inputs.origins.insert(Target::Cell(sheet, row, column.key), origin.unwrap_or_else(default));
        }
        if let Some(segment) = inputs.programme.segments.get_mut(row) {
            segment.name.clone_from(name);
            // Its share is the log's.
            segment.share = if row < log.segments.len() { segment.share } else { Rate::ZERO };
        }
    }
    inputs
}

/// What a base says that the calibrated workbook does not; `None` where it is nothing.
pub fn left_out(base: &Inputs) -> Option<String> {
    let edits = base.scenarios.iter().flat_map(|scenario| &scenario.edits);
    let drawn = !base.uncertain.is_empty() || edits.into_iter().any(|edit| edit.law.is_some());
    let parts = [
        (drawn, say!("distributions")),
        (base.correlations.is_some(), say!("correlations")),
        (!base.levers.is_empty(), say!("levers")),
        (!base.guardrails.is_empty(), say!("guardrails")),
    ];
    let said: Vec<&str> = parts.iter().filter(|(is_there, _)| *is_there).map(|(_, words)| words.as_str()).collect();
    (!said.is_empty()).then(|| {
        say!(
            "Of the base, {parts} are not carried over, for they were chosen beside other values: enter anew those that \
             still hold.",
            parts = list(&said)
        )
    })
}

/// What log and base say of different segments.
pub fn segment_remarks(log: &Log, base: &Programme, own_base: bool) -> Vec<String> {
    let known = |name: &String| base.segments.iter().any(|segment| segment.name == *name);
    let mut remarks = Vec::new();
    for name in log.segments.iter().filter(|name| !known(name)) {
        remarks.push(say!(
            "{name} is a segment of the log alone: what the log does not tell of it, such as its unit cost, is the \
             column's default.",
            name
        ));
    }
    for segment in base.segments.iter().filter(|segment| own_base && !log.segments.contains(&segment.name)) {
        remarks.push(say!("{name} does not occur in the log: its share is 0 %.", name = segment.name));
    }
    remarks
}
