//! What each of several changes brings, and what they bring together beyond that (docs/model.md, "What each change
//! brings").

use crate::inputs::Inputs;
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

mod idle;
mod parts;
mod trials;

pub use parts::{Part, Source, parts};
use trials::Trials;

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

/// About how many trials of a run's family [`brought`] plays in a run of so many, for whoever waits.
pub fn expected_work(inputs: &Inputs, scenarios: &[Scenario], uncertainty: &Uncertainty, trials: usize) -> usize {
    let parts = scenarios.iter().map(|scenario| parts(inputs, scenario, uncertainty).len()).filter(|parts| *parts > 1);
    match parts.sum() {
        0 => 0,
        parts => of_family(trials.min(MOST_TRIALS), parts, scenarios.len()),
    }
}

/// What trials of a baseline with `played` scenarios come to in trials of one with `scenarios`.
fn of_family(trials: usize, played: usize, scenarios: usize) -> usize {
    trials * (1 + played) / (1 + scenarios)
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
    of: (u64, usize),
    progress: Progress<'_>,
) -> Result<Vec<Brought>, CheckFailed> {
    let mut baseline = inputs.programme.clone();
    if baseline.settings.readings == Readings::Both {
        baseline.settings.readings = Readings::Static;
    }
    let (run, count) = (&played.trials.totals, played.trials.count().min(MOST_TRIALS));
    let mut trials = Trials { baseline: &baseline, scenarios, uncertainty, run, of, count, more: Vec::new() };
    let apart = scenarios.iter().enumerate().map(|(at, scenario)| (at, parts(inputs, scenario, uncertainty)));
    let apart: Vec<(usize, Vec<Part>)> = apart.filter(|(_, parts)| parts.len() > 1).collect();
    let alone = apart.iter().flat_map(|(_, parts)| parts).map(|part| part.scenario.clone());
    trials.play(alone.collect(), progress)?;
    let mut brought = Vec::with_capacity(apart.len());
    for (at, parts) in apart {
        let parts = idle::settled(inputs, &scenarios[at], parts, &mut trials, progress)?;
        if parts.len() > 1 {
            let of = |measure| attribution(inputs, &scenarios[at], &parts, &trials, measure);
            let measures = (0..ATTRIBUTED.len()).map(of).collect();
            brought.push(Brought { scenario: at, measures, parts, trials: count });
        }
    }
    Ok(brought)
}

/// A measure of [`ATTRIBUTED`] taken apart: what was played covers all that is asked for.
fn attribution(
    inputs: &Inputs,
    scenario: &Scenario,
    parts: &[Part],
    trials: &Trials<'_>,
    measure: usize,
) -> Attribution {
    let before = trials.values(measure, None);
    let alone = |part: &Part| {
        let ends = if part.on.is_empty() { None } else { idle::ends(inputs, scenario, parts, part, trials) };
        let Some(ends) = ends else { return trials.values(measure, Some(&part.scenario)) };
        let [without, with] = ends.map(|end| trials.values(measure, Some(&end.scenario)));
        let adds = with.iter().zip(&without).map(|(with, without)| with - without);
        before.iter().zip(adds).map(|(before, adds)| before + adds).collect()
    };
    let alone: Vec<Vec<f64>> = parts.iter().map(alone).collect();
    Attribution::of(&before, &alone, &trials.values(measure, Some(scenario)))
}

#[cfg(test)]
mod tests;
