//! The result as JSON: the stable contract for other programs. Keys are only ever added.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::measures::{Amounts, MEASURES};
use crate::outcome::Dimension;
use crate::report::Story;
use crate::stats::Statistics;
use crate::summary::{ProgrammeSummary, Summary, sum};

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
        scenarios: story
            .summary
            .programmes
            .iter()
            .map(|programme| scenario(story.summary, programme, &settings.currency))
            .collect::<serde_json::Result<_>>()?,
    };
    Ok(serde_json::to_string_pretty(&document)? + "\n")
}

fn scenario<'a>(
    summary: &Summary,
    programme: &'a ProgrammeSummary,
    currency: &str,
) -> serde_json::Result<Scenario<'a>> {
    let mut measures = ById::new();
    let mut differences = ById::new();
    for (at, measure) in MEASURES.iter().enumerate() {
        let unit = crate::report::words::unit(measure.unit, currency);
        let id = measure.id.to_owned();
        measures.insert(id.clone(), serde_json::to_value(figures(Some(unit), &programme.measures[at], None))?);
        if let Some(difference) = programme.differences.get(at) {
            let figures = figures(None, &difference.statistics, Some(difference.probability_better));
            differences.insert(id, serde_json::to_value(figures)?);
        }
    }
    let mut by = BTreeMap::new();
    for (dimension, key) in [
        (Dimension::Level, "level"),
        (Dimension::Segment, "segment"),
        (Dimension::Month, "month"),
        (Dimension::Business, "business"),
    ] {
        let rows = summary.rows_of(dimension).map(|(at, row)| (row.name.clone(), programme.by_row[at]));
        by.insert(key, rows_of_means(rows)?);
    }
    let months: Vec<Amounts> = summary.rows_of(Dimension::Month).map(|(at, _)| programme.by_row[at]).collect();
    let years = months.chunks(12).enumerate().map(|(year, months)| ((year + 1).to_string(), sum(months.iter())));
    by.insert("year", rows_of_means(years)?);
    let difference = if programme.differences.is_empty() { None } else { Some(differences) };
    Ok(Scenario { name: &programme.name, reading: "static", measures, difference, by })
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

fn figures(unit: Option<String>, statistics: &Statistics, probability_better: Option<f64>) -> Figures {
    let [p05, p25, p50, p75, p95] = statistics.percentiles;
    let (mean, sd, se) = (statistics.mean, statistics.sd, statistics.se);
    Figures { unit, mean, sd, se, p05, p25, p50, p75, p95, probability_better }
}
