//! `Checks`: what was checked in every trial.

use crate::report::{Block, Cell, Column, Format, Page, Story, Table};
use crate::sim::check::CHECKS;

/// The page. It is only written when every check held: a failure stops the run.
pub fn page(story: &Story<'_>) -> Page {
    // Every programme in every reading, and the replay of the baseline.
    let programmes = story.plans.plans.len() as f64;
    let trials = story.summary.trials as f64;
    let rows = CHECKS.iter().map(|check| {
        vec![Cell::text(*check), Cell::Number(trials), Cell::Number(programmes), Cell::Number(0.0), Cell::text("holds")]
    });
    Page {
        name: "Checks",
        title: "What was checked".to_owned(),
        subtitle:
            "Identities that must hold to the cent in every trial and every reading; a failure stops the run and nothing is \
             written"
                .to_owned(),
        one_page: false,
        blocks: vec![Block::Table(Table {
            id: "checks".to_owned(),
            columns: vec![
                Column::new("Identity", Format::Plain, 70),
                Column::new("Trials", Format::Count, 12),
                Column::new("Programmes", Format::Count, 12).note("Each in every reading, and the baseline played again."),
                Column::new("Failures", Format::Count, 12),
                Column::new("Verdict", Format::Plain, 12),
            ],
            rows: rows.collect(),
            totals: None,
        })],
    }
}
