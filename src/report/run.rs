//! `Run`: what identifies the run, so that it can be repeated to the byte.

use crate::language::number;
use crate::report::words::{list, reading_word};
use crate::report::{Block, Cell, Column, Format, Page, Story, Table};
use crate::say;
use crate::schema;
use crate::stats::interval::rounded;
use crate::study::enough::Exactness;
use crate::summary::ProgrammeSummary;

/// The page.
pub fn page(story: &Story<'_>) -> Page {
    let names: Vec<&str> = story.summary.programmes.iter().map(|programme| programme.shown()).collect();
    let readings: Vec<&str> = story.plans.readings.iter().map(|reading| reading_word(*reading)).collect();
    let mut rows = vec![
        pair(say!("Program"), format!("partnersim {}", story.run.version)),
        pair(say!("Input"), story.run.file.clone()),
        pair(say!("SHA-256 of the input"), story.run.sha256.clone()),
        pair(say!("Trials played"), story.summary.trials.to_string()),
        pair(say!("Seed used"), story.run.seed.to_string()),
        pair(say!("Programmes"), list(&names)),
        pair(say!("Partners"), story.members.len().to_string()),
        pair(say!("Readings"), list(&readings)),
    ];
    rows.extend(
        schema::settings::SETTINGS
            .parameters
            .iter()
            .map(|setting| pair(setting.key, setting.kind.shown(&(setting.get)(&story.inputs.programme)))),
    );
    rows.extend(story.exactness.into_iter().flat_map(|exactness| exact(story, exactness)));
    rows.extend(story.sensitivity.into_iter().flat_map(|found| {
        let points = found.base_points.map(|points| pair(say!("Base points of Sobol indices"), points.to_string()));
        let tried = pair(say!("Trials of each value that was tried alone"), found.trials.to_string());
        [Some(pair(say!("Measure explained"), found.measure.id.to_owned())), Some(tried), points].into_iter().flatten()
    }));
    Page {
        name: say!("Run"),
        title: say!("How to repeat this run"),
        subtitle: say!("The same input, seed, trials and version give the same bytes, on any number of threads"),
        one_page: true,
        blocks: vec![Block::Table(Table {
            id: "run_facts".to_owned(),
            columns: vec![Column::new(say!("What"), Format::Plain, 30), Column::new(say!("Value"), Format::Plain, 70)],
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
    let confidence = say!("{share} % each, 95 % all together", share = number::fixed(exactness.confidence * 100.0, 2));
    let verdict = if exactness.is_reached() { say!("reached") } else { say!("not reached: all trials were played") };
    let mut rows = vec![pair(say!("Precision"), verdict), pair(say!("Confidence of the half-widths"), confidence)];
    let programmes: Vec<&ProgrammeSummary> = story.summary.all().collect();
    for statement in &exactness.statements {
        let programme = programmes[statement.programme];
        let what = say!(
            "{name}, {reading}: {what}",
            name = programme.shown(),
            reading = reading_word(programme.reading),
            what = statement.watched.label()
        );
        let rounding = statement.half_width / 2.0;
        let [value, half_width] =
            [statement.value, statement.half_width].map(|x| number::written(rounded(x, rounding).to_string()));
        let share = match statement.value.abs() {
            0.0 => String::new(),
            value => say!(", {share} %", share = number::fixed(statement.half_width / value * 100.0, 2)),
        };
        rows.push(pair(what, say!("{value} with a half-width of {half_width}{share}", value, half_width, share)));
    }
    rows
}

fn pair(what: impl Into<String>, value: String) -> Vec<Cell> {
    vec![Cell::text(what), Cell::text(value)]
}
