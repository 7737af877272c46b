//! `Run`: what identifies the run, so that it can be repeated to the byte.

use crate::report::words::list;
use crate::report::{Block, Cell, Column, Format, Page, Story, Table};
use crate::schema;

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
    Page {
        name: "Run",
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

fn pair(what: &str, value: String) -> Vec<Cell> {
    vec![Cell::text(what), Cell::text(value)]
}
