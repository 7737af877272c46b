//! What each of several changes brings, and what they bring together beyond that (docs/model.md, "What each change
//! brings").

use crate::inputs::Inputs;
use crate::measures;
use crate::programme::Readings;
use crate::scenario::Scenario;
use crate::sim::check::CheckFailed;
use crate::sim::run::{Progress, Totals, Worlds, totals};
use crate::sim::sampled::Sampled;
use crate::sim::trial::Setting;
use crate::stats::interval::Estimate;
use crate::stats::variance;
use crate::study::played::Played;
use crate::uncertainty::Uncertainty;

mod parts;

pub use parts::{Part, Source, parts};

/// A difference taken apart: every change alone, and what is left.
///
/// Each change starts from the same ground and none from another, so that their order does not matter.
#[derive(Debug, Clone, PartialEq)]
pub struct Attribution {
    /// Mean difference with all changes.
    pub together: Estimate,
    /// Mean difference with one change alone, in their order.
    pub alone: Vec<Estimate>,
    /// The difference with all changes less the sum of those with one: what they do to each other.
    pub interaction: Estimate,
}

impl Attribution {
    /// From the values of a measure in at least two trials, the same ones throughout: before any change, after each one
    /// alone, and after all. The errors are those of paired differences.
    pub fn of(before: &[f64], alone: &[Vec<f64>], after: &[f64]) -> Attribution {
        let difference = |values: &[f64]| values.iter().zip(before).map(|(value, base)| value - base).collect();
        let singles: Vec<Vec<f64>> = alone.iter().map(|values| difference(values)).collect();
        let joint: Vec<f64> = difference(after);
        let left = |(trial, joint): (usize, &f64)| joint - singles.iter().map(|single| single[trial]).sum::<f64>();
        let interaction: Vec<f64> = joint.iter().enumerate().map(left).collect();
        Attribution {
            together: mean(&joint),
            alone: singles.iter().map(|single| mean(single)).collect(),
            interaction: mean(&interaction),
        }
    }
}

fn mean(values: &[f64]) -> Estimate {
    let n = values.len() as f64;
    Estimate { value: values.iter().sum::<f64>() / n, se: libm::sqrt(variance(values) / n) }
}

/// What the first `count` trials of a seed come to in the programmes of a workbook, at most a batch of them: the luck and
/// the drawn inputs are those of a run of the same `sampled`.
///
/// Two workbooks played so can be compared trial by trial. The first reading of the totals is the one that the baseline's
/// settings ask for, of both the static one.
///
/// # Errors
/// The first identity of docs/model.md, "What must hold", that a trial breaks.
pub fn first_trials(
    sampled: &Sampled<'_>,
    (seed, count): (u64, usize),
    progress: Progress<'_>,
) -> Result<Totals, CheckFailed> {
    let plans = sampled.entered();
    let setting = Setting::new(&plans, seed);
    if sampled.uncertainty.is_empty() {
        return totals(&setting, 0, count, Worlds::Same, progress);
    }
    let values = sampled.batch(0);
    let drawn = |trial: usize| sampled.plans(values.trial(trial));
    totals(&setting, 0, count.min(values.trials()), Worlds::Drawn(&drawn), progress)
}

/// The value of the measure at a place of [`crate::summary::Summary::measures`] in each trial of a programme.
fn values(place: usize, totals: &Totals, programme: usize, count: usize) -> Vec<f64> {
    (0..count).map(|trial| measures::value(place, totals, trial, programme)).collect()
}

/// The measures that are taken apart.
pub const ATTRIBUTED: [&str; 4] =
    ["partner_front_margin", "partner_net_margin", "vendor_contribution", "savings_cumulative"];

/// The trials that are played with each change alone, at most.
const MOST_TRIALS: usize = 256;

/// What the changes of a scenario bring.
#[derive(Debug, Clone, PartialEq)]
pub struct Brought {
    /// The place of the scenario among those of the run, from 0.
    pub scenario: usize,
    /// Its changes, in the order of the workbook; at least two.
    pub parts: Vec<Part>,
    /// One for each of [`ATTRIBUTED`].
    pub measures: Vec<Attribution>,
    /// The trials behind it: the first of the run.
    pub trials: usize,
}

/// Takes apart the scenarios of a run that make several changes. What no scenario plays already is played on the run's
/// first trials: at most 256.
///
/// # Errors
/// The first identity of docs/model.md, "What must hold", that a trial breaks.
pub fn brought(
    inputs: &Inputs,
    scenarios: &[Scenario],
    uncertainty: &Uncertainty,
    played: &Played,
    (seed, planned): (u64, usize),
    progress: Progress<'_>,
) -> Result<Vec<Brought>, CheckFailed> {
    let count = played.trials.count().min(MOST_TRIALS);
    let taken_apart: Vec<(usize, Vec<Part>)> = scenarios
        .iter()
        .enumerate()
        .map(|(at, scenario)| (at, parts(inputs, scenario, uncertainty)))
        .filter(|(_, parts)| parts.len() > 1)
        .collect();
    let mut extra: Vec<Scenario> = Vec::new();
    let known = |part: &Part| scenarios.iter().position(|scenario| part.is_played_by(scenario, uncertainty));
    for part in taken_apart.iter().flat_map(|(_, parts)| parts) {
        if known(part).is_none() && !extra.iter().any(|scenario| part.is_played_by(scenario, uncertainty)) {
            extra.push(part.scenario.clone());
        }
    }
    let mut baseline = inputs.programme.clone();
    if baseline.settings.readings == Readings::Both {
        baseline.settings.readings = Readings::Static;
    }
    let more = match extra.is_empty() {
        true => Totals::default(),
        false => first_trials(&Sampled::new(&baseline, &extra, uncertainty, (seed, planned)), (seed, count), progress)?,
    };
    let run = &played.trials.totals;
    let alone = |part: &Part, place: usize| match known(part) {
        Some(at) => values(place, run, 1 + at, count),
        None => {
            let at = extra.iter().position(|scenario| part.is_played_by(scenario, uncertainty)).unwrap_or(0);
            values(place, &more, 1 + at, count)
        }
    };
    let places = ATTRIBUTED.iter().filter_map(|id| measures::measure(id)).map(|(place, _)| place);
    let places: Vec<usize> = places.collect();
    let apart = |(scenario, parts): (usize, Vec<Part>)| {
        let of = |place: &usize| {
            let alone: Vec<Vec<f64>> = parts.iter().map(|part| alone(part, *place)).collect();
            Attribution::of(&values(*place, run, 0, count), &alone, &values(*place, run, 1 + scenario, count))
        };
        Brought { scenario, measures: places.iter().map(of).collect(), parts, trials: count }
    };
    Ok(taken_apart.into_iter().map(apart).collect())
}

#[cfg(test)]
mod tests;
