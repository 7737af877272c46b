//! `Run`: what identifies the run, so that it can be repeated to the byte.

use crate::report::words::list;
use crate::report::{Block, Cell, Column, Format, Page, Story, Table};
use crate::say;
use crate::schema;
use crate::stats::interval::rounded;
use crate::study::enough::Exactness;
use crate::summary::ProgrammeSummary;

/// The page.
pub fn page(story: &Story<'_>) -> Page {
    let names: Vec<&str> = story.summary.programmes.iter().map(|programme| programme.name.as_str()).collect();
    let readings: Vec<&str> = story.plans.readings.iter().map(|reading| reading.word()).collect();
    let mut rows = vec![
        pair("Program", format!("partnersim {}", story.run.version)),
        pair("Input", story.run.file.clone()),
        pair("SHA-256 of the input", story.run.sha256.clone()),
        pair("Trials played", story.summary.trials.to_string()),
        pair("Seed used", story.run.seed.to_string()),
        pair("Programmes", list(&names)),
        pair("Partners", story.members.len().to_string()),
        pair("Readings", list(&readings)),
    ];
    rows.extend(
        schema::settings::SETTINGS
            .parameters
            .iter()
            .map(|setting| pair(setting.key, (setting.get)(&story.inputs.programme).shown())),
    );
    rows.extend(story.exactness.into_iter().flat_map(|exactness| exact(story, exactness)));
    rows.extend(story.sensitivity.into_iter().flat_map(|found| {
        let points = found.base_points.map(|points| pair("Base points of Sobol indices", points.to_string()));
        let tried = pair("Trials of each value that was tried alone", found.trials.to_string());
        [Some(pair("Measure explained", found.measure.id.to_owned())), Some(tried), points].into_iter().flatten()
    }));
    Page {
        name: say!("Run"),
        title: "How to repeat this run".to_owned(),
        subtitle: "The same input, seed, trials and version give the same bytes, on any number of threads".to_owned(),
        one_page: true,
        blocks: vec![Block::Table(Table {
            id: "run_facts".to_owned(),
            columns: vec![Column::new("What", Format::Plain, 30), Column::new("Value", Format::Plain, 70)],
            rows,
            totals: None,
        })],
    }
}

/// How exact the watched differences became, where an exactness was asked for.
fn exact(story: &Story<'_>, exactness: &Exactness) -> Vec<Vec<Cell>> {
    if exactness.wanted == 0.0 {
        return Vec::new();
    }
    let confidence = format!("{:.2} % each, 95 % all together", exactness.confidence * 100.0);
    let verdict = if exactness.is_reached() { "reached" } else { "not reached: all trials were played" };
    let mut rows = vec![pair("Precision", verdict.to_owned()), pair("Confidence of the half-widths", confidence)];
    let programmes: Vec<&ProgrammeSummary> = story.summary.all().collect();
    for statement in &exactness.statements {
        let programme = programmes[statement.programme];
        let what = format!("{}, {}: {}", programme.name, programme.reading.word(), statement.watched.label());
        let rounding = statement.half_width / 2.0;
        let [value, half_width] = [statement.value, statement.half_width].map(|x| rounded(x, rounding));
        let share = match statement.value.abs() {
            0.0 => String::new(),
            value => format!(", {:.2} %", statement.half_width / value * 100.0),
        };
        rows.push(pair(&what, format!("{value} with a half-width of {half_width}{share}")));
    }
    rows
}

fn pair(what: &str, value: String) -> Vec<Cell> {
    vec![Cell::text(what), Cell::text(value)]
}
