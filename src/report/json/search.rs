//! The JSON of a search: the best setting of the levers, or the value of one that meets a goal.

use serde::Serialize;

use super::{Input, SCHEMA};
use crate::report::optimise::Told;
use crate::schema::Value;
use crate::study::levers::{Judged, Setting};
use crate::study::optimise::{Optimised, Point};
use crate::study::seek::{Goal, Outcome, Sought};

#[derive(Serialize)]
struct Searched<'a> {
    schema: u32,
    version: &'a str,
    input: Input<'a>,
    seed: u64,
    scenario: &'a str,
    levers: Vec<&'a str>,
    #[serde(flatten)]
    found: Found<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "lowercase")]
enum Found<'a> {
    Optimised(Best<'a>),
    Sought(Met<'a>),
}

#[derive(Serialize)]
struct Best<'a> {
    objective: &'a str,
    maximised: bool,
    trials: usize,
    confidence: f64,
    /// Whether the first setting keeps every guardrail.
    kept: bool,
    /// Whether it is better than every other that does, with the confidence asked for.
    clear: bool,
    /// The settings that were confirmed, the best first.
    settings: Vec<Finalist>,
    /// Partner net margin and vendor contribution against the baseline.
    frontier: Vec<Trade>,
}

#[derive(Serialize)]
struct Finalist {
    values: Vec<String>,
    difference: f64,
    se: f64,
    kept: bool,
    /// That the best is better than this one.
    #[serde(skip_serializing_if = "Option::is_none")]
    confidence: Option<f64>,
}

#[derive(Serialize)]
struct Trade {
    values: Vec<String>,
    partner_net_margin: f64,
    vendor_contribution: f64,
    kept: bool,
    on_frontier: bool,
}

#[derive(Serialize)]
struct Met<'a> {
    measure: &'a str,
    of_difference: bool,
    target: f64,
    trials: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    interval: Option<[f64; 2]>,
    /// The lever's value, the mean and its standard error.
    curve: Vec<(Option<f64>, f64, f64)>,
}

fn searched<'a>(told: &Told<'a>, found: Found<'a>) -> serde_json::Result<String> {
    let document = Searched {
        schema: SCHEMA,
        version: told.run.version,
        input: Input { file: &told.run.file, sha256: &told.run.sha256 },
        seed: told.run.seed,
        scenario: &told.scenario.name,
        levers: told.levers.iter().map(|lever| lever.target.as_str()).collect(),
        found,
    };
    Ok(serde_json::to_string_pretty(&document)? + "\n")
}

/// The JSON document of a search for the best setting.
///
/// # Errors
/// Never in practice: every figure is finite.
pub fn optimised(told: &Told<'_>, found: &Optimised) -> serde_json::Result<String> {
    let values = |setting: &Setting| {
        let pairs = told.levers.iter().zip(setting);
        pairs.filter_map(|(lever, at)| lever.values.get(*at)).map(Value::shown).collect()
    };
    let finalist = |(at, judged): (usize, &Judged)| {
        let gain = judged.difference(found.objective.place);
        let comparison = at.checked_sub(1).and_then(|at| found.comparisons.get(at));
        Finalist {
            values: values(&judged.setting),
            difference: gain.value,
            se: gain.se,
            kept: judged.keeps_all(),
            confidence: comparison.map(|comparison| comparison.confidence),
        }
    };
    let trade = |point: &Point| Trade {
        values: values(&point.setting),
        partner_net_margin: point.partners.value,
        vendor_contribution: point.vendor.value,
        kept: point.keeps_all,
        on_frontier: point.on_frontier,
    };
    let best = Best {
        objective: found.objective.id(),
        maximised: found.objective.up,
        trials: found.budget.trials,
        confidence: found.budget.confidence,
        kept: found.winner().is_some(),
        clear: found.winner().is_some() && found.is_clear(),
        settings: found.finalists.iter().enumerate().map(finalist).collect(),
        frontier: found.frontier.iter().map(trade).collect(),
    };
    searched(told, Found::Optimised(best))
}

/// The JSON document of a goal seek.
///
/// # Errors
/// Never in practice: every figure is finite.
pub fn sought(told: &Told<'_>, goal: &Goal, sought: &Sought) -> serde_json::Result<String> {
    let met = match &sought.outcome {
        Outcome::Met { found, interval, .. } => Some((found.value.as_number(), [interval.low, interval.high])),
        Outcome::OutOfReach { .. } | Outcome::Unplayable(_) => None,
    };
    let curve = sought.curve.iter().map(|tried| (tried.value.as_number(), tried.mean.value, tried.mean.se));
    let met = Met {
        measure: goal.id(),
        of_difference: goal.of_difference,
        target: goal.target,
        trials: sought.trials,
        value: met.and_then(|(value, _)| value),
        interval: met.map(|(_, interval)| interval),
        curve: curve.collect(),
    };
    searched(told, Found::Sought(met))
}
