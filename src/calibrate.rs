//! Parameters of a programme from a log of past opportunities: maximum likelihood, intervals by resampling, goodness of
//! fit (docs/model.md, "Calibration").

use std::collections::BTreeMap;

use crate::inputs::{Inputs, Origin, Target};
use crate::language::number;
use crate::programme::Programme;
use crate::quantile::Poisson;
use crate::say;
use crate::schema::{Basis, Value};
use crate::sim::draws::{Draws, Flow, Kind as Drawn};
use crate::template::calibrated::Law;
use base::{left_out, segment_remarks, with_segments};
pub use estimate::Estimate;
use estimate::estimate;
use estimator::{Estimator, period};
use fits::Agreement;
use log::Log;
use newton::Asks;
use quantity::Quantity;
use target::{declared, limits, put, shown, value_of};

mod base;
mod estimate;
pub mod estimator;
pub mod fits;
pub mod log;
mod newton;
pub mod page;
pub mod prices;
pub mod quantity;
mod tail;
mod target;
pub mod text;

/// How often the log is resampled.
pub const RESAMPLES: u64 = 400;

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
            number = Value::Count(estimate.used as i64).shown(),
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
