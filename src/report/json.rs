//! The result as JSON: the stable contract for other programs. Keys are only ever added.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::language::{Language, speaking};
use crate::measures::{Amounts, MEASURES, Sums};
use crate::outcome::Dimension;
use crate::report::{Story, guardrails};
use crate::stats::Statistics;
use crate::study::guardrails::Judgement;
use crate::summary::{Difference, ProgrammeSummary, Summary, sum};

mod search;

pub use search::{optimised, sought};
mod sensitivity;

/// Version of the layout.
const SCHEMA: u32 = 1;

#[derive(Serialize)]
struct Document<'a> {
    schema: u32,
    version: &'a str,
    input: Input<'a>,
    seed: u64,
    trials: usize,
    months: i64,
    currency: &'a str,
    scenarios: Vec<Scenario<'a>>,
    /// Verdicts on the workbook's guardrails; left out where it has none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    guardrails: Vec<Guarded<'a>>,
    /// Which uncertain input decides, where that was studied.
    #[serde(skip_serializing_if = "Option::is_none")]
    sensitivity: Option<sensitivity::Study<'a>>,
}

#[derive(Serialize)]
struct Guarded<'a> {
    scenario: &'a str,
    reading: &'static str,
    measure: &'a str,
    statistic: String,
    of_difference: bool,
    operator: &'static str,
    limit: f64,
    value: f64,
    /// By how much the limit is missed; negative: the room that is left.
    beyond: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    interval: Option<[f64; 2]>,
    kept: bool,
    stop: bool,
    /// Who misses it, where it holds for rows, the worst first.
    offenders: Vec<Offender>,
}

#[derive(Serialize)]
struct Offender {
    name: String,
    value: f64,
}

#[derive(Serialize)]
struct Input<'a> {
    file: &'a str,
    sha256: &'a str,
}

/// Values by id, in the order of the result.
type ById<T> = serde_json::Map<String, T>;

#[derive(Serialize)]
struct Scenario<'a> {
    name: &'a str,
    reading: &'static str,
    measures: ById<serde_json::Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    difference: Option<ById<serde_json::Value>>,
    /// Joint effect less the sum of the single ones, of a scenario made of others.
    #[serde(skip_serializing_if = "Option::is_none")]
    interaction: Option<ById<serde_json::Value>>,
    by: BTreeMap<&'static str, ById<serde_json::Value>>,
}

#[derive(Serialize)]
struct Figures {
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<String>,
    mean: f64,
    sd: f64,
    se: f64,
    p05: f64,
    p25: f64,
    p50: f64,
    p75: f64,
    p95: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    probability_better: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    variance_ratio: Option<f64>,
}

#[derive(Serialize)]
struct Mean {
    mean: f64,
}

/// The JSON document of a run.
///
/// # Errors
/// Never in practice: every figure is finite.
pub fn document(story: &Story<'_>) -> serde_json::Result<String> {
    let settings = &story.inputs.programme.settings;
    let document = Document {
        schema: SCHEMA,
        version: story.run.version,
        input: Input { file: &story.run.file, sha256: &story.run.sha256 },
        seed: story.run.seed,
        trials: story.summary.trials,
        months: settings.months,
        currency: &settings.currency,
        scenarios: by_scenario(story.summary)
            .into_iter()
            .map(|programme| scenario(story.summary, programme, &settings.currency))
            .collect::<serde_json::Result<_>>()?,
        guardrails: story.guarded.iter().map(|judgement| guarded(story, judgement)).collect(),
        sensitivity: story.sensitivity.map(sensitivity::study),
    };
    Ok(serde_json::to_string_pretty(&document)? + "\n")
}

fn guarded<'a>(story: &Story<'_>, judgement: &'a Judgement) -> Guarded<'a> {
    let Judgement { guardrail, verdict, .. } = judgement;
    let named = guardrails::named(story, judgement);
    Guarded {
        scenario: &judgement.scenario,
        reading: judgement.reading.word(),
        measure: &guardrail.measure.id,
        statistic: guardrail.statistic.word(),
        of_difference: guardrail.of_difference,
        operator: guardrail.operator.sign(),
        limit: guardrail.limit,
        value: verdict.value,
        beyond: verdict.short,
        interval: verdict.interval.map(|interval| [interval.low, interval.high]),
        kept: verdict.kept,
        stop: guardrail.stop,
        offenders: named.map(|(name, value)| Offender { name, value }).collect(),
    }
}

/// The programmes of both readings, each programme's readings side by side, static first.
fn by_scenario(summary: &Summary) -> Vec<&ProgrammeSummary> {
    let behavioural = |at: usize| summary.behavioural.as_ref().map(|programmes| &programmes[at]);
    let programmes = summary.programmes.iter().enumerate();
    programmes.flat_map(|(at, programme)| std::iter::once(programme).chain(behavioural(at))).collect()
}

fn scenario<'a>(
    summary: &Summary,
    programme: &'a ProgrammeSummary,
    currency: &str,
) -> serde_json::Result<Scenario<'a>> {
    let mut measures = ById::new();
    let mut differences = ById::new();
    let mut interactions = ById::new();
    for (at, measure) in summary.measures.iter().enumerate() {
        // The units of the contract, whatever is spoken.
        let unit = speaking(Language::En, || crate::report::words::unit(measure.unit, currency));
        let id = measure.id.clone();
        measures.insert(id.clone(), serde_json::to_value(figures(Some(unit), &programme.measures[at], None))?);
        if let Some(difference) = programme.differences.get(at) {
            let figures = figures(None, &difference.statistics, Some(difference));
            differences.insert(id.clone(), serde_json::to_value(figures)?);
        }
        if let Some(interaction) = programme.interactions.get(at) {
            interactions.insert(id, serde_json::to_value(figures(None, interaction, None))?);
        }
    }
    let mut by = BTreeMap::new();
    for (dimension, key) in
        [(Dimension::Level, "level"), (Dimension::Segment, "segment"), (Dimension::Business, "business")]
    {
        let rows = summary.rows_of(dimension).map(|(at, row)| (row.name.clone(), programme.by_row[at]));
        by.insert(key, rows_of_means(rows)?);
    }
    let months: Vec<Amounts> = summary.rows_of(Dimension::Month).map(|(at, _)| programme.by_row[at]).collect();
    by.insert("month", periods_of_means(&months)?);
    by.insert("year", periods_of_means(&programme.years(summary))?);
    let some = |map: ById<serde_json::Value>| (!map.is_empty()).then_some(map);
    let (difference, interaction) = (some(differences), some(interactions));
    Ok(Scenario { name: &programme.name, reading: programme.reading.word(), measures, difference, interaction, by })
}

/// The means of every measure in every row: ratios are ratios of the row's means.
fn rows_of_means(rows: impl Iterator<Item = (String, Amounts)>) -> serde_json::Result<ById<serde_json::Value>> {
    let mut all = ById::new();
    for (name, amounts) in rows {
        let mut row = ById::new();
        for measure in MEASURES {
            row.insert(measure.id.to_owned(), serde_json::to_value(Mean { mean: (measure.read)(&amounts) })?);
        }
        all.insert(name, serde_json::Value::Object(row));
    }
    Ok(all)
}

/// The same for periods in their order, numbered from 1: what runs up over time is given as it stands at their end.
fn periods_of_means(periods: &[Amounts]) -> serde_json::Result<ById<serde_json::Value>> {
    let mut all = ById::new();
    for (at, amounts) in periods.iter().enumerate() {
        let so_far = sum(periods[..=at].iter());
        let mut row = ById::new();
        for measure in MEASURES {
            let read = if measure.sums == Sums::Stock { &so_far } else { amounts };
            row.insert(measure.id.to_owned(), serde_json::to_value(Mean { mean: (measure.read)(read) })?);
        }
        all.insert((at + 1).to_string(), serde_json::Value::Object(row));
    }
    Ok(all)
}

fn figures(unit: Option<String>, statistics: &Statistics, difference: Option<&Difference>) -> Figures {
    let [p05, p25, p50, p75, p95] = statistics.percentiles;
    let (mean, sd, se) = (statistics.mean, statistics.sd, statistics.se);
    let probability_better = difference.map(|difference| difference.probability_better);
    let variance_ratio = difference.and_then(|difference| difference.variance_ratio);
    Figures { unit, mean, sd, se, p05, p25, p50, p75, p95, probability_better, variance_ratio }
}
