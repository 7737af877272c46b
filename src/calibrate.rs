//! Parameters of a programme from a log of past opportunities: maximum likelihood, intervals by resampling, goodness of
//! fit (docs/model.md, "Calibration").

use std::collections::BTreeMap;

use crate::inputs::{Inputs, Origin, Target};
use crate::language::number;
use crate::programme::Programme;
use crate::quantile::Poisson;
use crate::report::words::list;
use crate::say;
use crate::schema::segments::SEGMENTS;
use crate::schema::{self, Basis, Kind, Value};
use crate::sim::draws::{Draws, Flow, Kind as Drawn};
use crate::stats::{Statistics, percentile};
use crate::template::calibrated::Law;
use crate::units::{Money, Rate};
use estimator::{Estimator, Quantity, period};
use fits::Agreement;
use log::Log;
use newton::Asks;

pub mod estimator;
pub mod fits;
pub mod log;
mod newton;
pub mod page;
pub mod prices;
mod tail;
pub mod text;

/// How often the log is resampled.
pub const RESAMPLES: u64 = 400;

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

/// What a log says of a programme.
#[derive(Debug, Clone)]
pub struct Calibration {
    /// The base with the estimates in it.
    pub inputs: Inputs,
    /// What is uncertain about them.
    pub laws: BTreeMap<Target, Law>,
    /// The estimates.
    pub estimates: Vec<Estimate>,
    /// How the fitted laws agree with the log.
    pub agreement: Agreement,
    /// What could not be estimated, and how rows were understood.
    pub remarks: Vec<String>,
    /// What the log holds, in a sentence.
    pub about: String,
}

/// Calibrates a base with a log that was read against it. Segments of an own base that the log does not know are kept
/// without a share; those of the defaults are left out. `file` is the name of the log.
pub fn calibrate(log: &Log, base: &Inputs, own_base: bool, file: &str) -> Calibration {
    let mut inputs = with_segments(log, base, own_base);
    let start = inputs.programme.clone();
    let mut estimator = Estimator::new(log, &start);
    let mut remarks = segment_remarks(log, &base.programme, own_base);
    remarks.extend(left_out(base));
    remarks.append(&mut estimator.remarks);
    let ones = vec![1.0; log.opportunities.len()];
    let counts = estimator.prices.weigh(&ones);
    let asks = estimator.prices.fit(&counts, &estimator.prices.start(&counts, &start));
    let unfitted = Asks { spread: start.bidding.cost_spread.to_f64(), asks: Vec::new() };
    let from = asks.as_ref().unwrap_or(&unfitted);
    let values = estimator.estimates(&ones, from);
    let mut resampled: Vec<Vec<f64>> = vec![Vec::with_capacity(RESAMPLES as usize); values.len()];
    for weights in (0..RESAMPLES).map(|number| weights(&start, log, number)) {
        for (values, value) in resampled.iter_mut().zip(estimator.estimates(&weights, from)) {
            values.extend(value.is_finite().then_some(value));
        }
    }
    let mut estimates = Vec::new();
    for ((&(quantity, used), value), resampled) in estimator.quantities.iter().zip(values).zip(resampled) {
        match estimate(quantity, used, value, resampled, &start, log) {
            Some(estimate) => estimates.push(estimate),
            None => remarks.push(say!("{name}: the log leaves nothing to estimate it from.", name = quantity.target())),
        }
    }
    let mut laws = BTreeMap::new();
    let shares = shares(&estimates, inputs.programme.segments.len());
    for estimate in &estimates {
        let target = estimate.quantity.target();
        let Some((kind, _)) = declared(&target) else { continue };
        let (low, high) = limits(kind);
        if !(low..=high).contains(&estimate.value) {
            remarks.push(say!("{name} is held at the limit of what is allowed.", name = estimate.name));
        }
        let natural = match estimate.quantity {
            Quantity::Share(segment) => shares[segment],
            _ => estimate.value,
        };
        let source = say!(
            "{file}, {number} opportunities, maximum likelihood, se {error}",
            file,
            number = schema::Value::Count(estimate.used as i64).shown(),
            error = shown(kind, estimate.se)
        );
        put(&mut inputs.programme, &target, value_of(kind, natural));
        let origin = Origin { cell: None, basis: Some(Basis::Derived), source: source.clone() };
        inputs.origins.insert(target.clone(), origin);
        // Shares must add up: none of them can be drawn alone.
        let is_share = matches!(estimate.quantity, Quantity::Share(_));
        let (from, to) = (estimate.range.0.clamp(low, high), estimate.range.1.clamp(low, high));
        let mode = estimate.value.clamp(low, high);
        if !is_share && from < to && (from..=to).contains(&mode) {
            laws.insert(target, Law { word: "normal", low: from, mode, high: to, source });
        }
    }
    let agreement = fits::agreement(log, &inputs.programme, &estimator, asks.as_ref());
    Calibration { about: about(log, file, estimator.years), agreement, estimates, laws, remarks, inputs }
}

/// How often each opportunity stands in a resampled log: Poisson with mean 1, so that the number of opportunities is
/// uncertain too.
fn weights(base: &Programme, log: &Log, number: u64) -> Vec<f64> {
    let mut marks = vec![0; log.opportunities.len()];
    Draws::new(base.settings.seed as u64).of_trial(Drawn::Resample, Flow::Market(0), number).marks(&mut marks);
    let law = Poisson::new(1.0);
    marks.into_iter().map(|mark| law.count(mark) as f64).collect()
}

/// An estimate with its error, `None` where log or resampled logs leave nothing to estimate it from.
fn estimate(
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

/// The segments' shares in ten-thousandths; the largest takes what rounding leaves, so that they add up to one.
fn shares(estimates: &[Estimate], segments: usize) -> Vec<f64> {
    const PARTS: f64 = 10_000.0;
    let mut parts = vec![0_i64; segments];
    for estimate in estimates {
        if let Quantity::Share(segment) = estimate.quantity {
            parts[segment] = libm::round(estimate.value * PARTS) as i64;
        }
    }
    let left = PARTS as i64 - parts.iter().sum::<i64>();
    if let Some(largest) = parts.iter_mut().max_by_key(|parts| **parts) {
        *largest += left;
    }
    parts.into_iter().map(|parts| parts as f64 / PARTS).collect()
}

/// Kind and label of a value that is estimated.
fn declared(target: &Target) -> Option<(&'static Kind, &'static str)> {
    match target {
        Target::Parameter(key) => schema::parameter(key).map(|parameter| (&parameter.kind, parameter.label.said())),
        Target::Cell(_, _, key) => {
            SEGMENTS.columns.iter().find(|column| column.key == *key).map(|column| (&column.kind, column.label.said()))
        }
    }
}

fn put(programme: &mut Programme, target: &Target, value: Value) {
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
fn limits(kind: &Kind) -> (f64, f64) {
    match kind {
        Kind::Money { min, max } => (min.to_units(), max.to_units()),
        Kind::Rate { min, max } => (min.to_f64(), max.to_f64()),
        Kind::Number { min, max } => (*min, *max),
        _ => (f64::NEG_INFINITY, f64::INFINITY),
    }
}

/// A number of natural units as a value of a kind, held in its range.
fn value_of(kind: &Kind, number: f64) -> Value {
    let (low, high) = limits(kind);
    let number = number.clamp(low, high);
    match kind {
        Kind::Money { .. } => Value::Money(Money::round_minor(number * 100.0)),
        Kind::Rate { .. } => Value::Rate(Rate::from_ppb(libm::round(number * 1e9) as i64)),
        _ => Value::Number(number),
    }
}

/// A figure as the sources, the page and the terminal write it.
pub(crate) fn shown(kind: &Kind, number: f64) -> String {
    match kind {
        Kind::Rate { .. } => Value::Rate(Rate::from_ppb(libm::round(number * 1e9) as i64)).shown(),
        _ => Value::Number(number).shown(),
    }
}

/// The base with the log's segments first, each of the base's own keeping what the log does not tell.
fn with_segments(log: &Log, base: &Inputs, own_base: bool) -> Inputs {
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
fn left_out(base: &Inputs) -> Option<String> {
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

fn segment_remarks(log: &Log, base: &Programme, own_base: bool) -> Vec<String> {
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

fn about(log: &Log, file: &str, years: f64) -> String {
    let (first, last) = period(log);
    let day = |serial| crate::programme::Date::from_excel_serial(serial);
    let count = |number: usize| Value::Count(number as i64).shown();
    let mut about = say!(
        "{file}: {number} opportunities from {first} to {last} ({years} fiscal years)",
        file,
        number = count(log.opportunities.len()),
        first = day(first).said(),
        last = day(last).said(),
        years = number::fixed(years, 2)
    );
    if log.accounts > 0 {
        about.push_str(&say!(", {number} accounts", number = count(log.accounts)));
    }
    if log.partners > 0 {
        about.push_str(&say!(", {number} partners", number = count(log.partners)));
    }
    let won = log.opportunities.iter().filter(|row| row.price.is_some()).count();
    let granted = log.opportunities.iter().filter(|row| row.granted).count();
    about.push_str(&say!(", {granted} with a grant, {won} won", granted = count(granted), won = count(won)));
    about
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

    #[test]
    fn shares_add_up_to_one() {
        let share = |segment, value| Estimate {
            quantity: Quantity::Share(segment),
            name: String::new(),
            label: "",
            value,
            se: 0.01,
            range: (0.0, 1.0),
            base: 0.0,
            used: 10,
        };
        let thirds = [share(0, 0.333_333), share(1, 0.333_333), share(2, 0.333_334)];
        assert_eq!(shares(&thirds, 4).iter().sum::<f64>(), 1.0);
        assert_eq!(shares(&thirds, 4)[3], 0.0);
    }
}
