//! `Checks`: what was checked in every trial, and what the same draws in all programmes spare.

use crate::report::headline::headline;
use crate::report::words::reading_cell;
use crate::report::{Block, Cell, Column, Format, Page, Story, Table};
use crate::say;
use crate::sim::check::CHECKS;

/// The page. It is only written when every check held: a failure stops the run.
pub fn page(story: &Story<'_>) -> Page {
    // Every programme in every reading, and the replay of the baseline.
    let programmes = story.plans.plans.len() as f64;
    let trials = story.summary.trials as f64;
    let rows = CHECKS.iter().map(|check| {
        vec![
            Cell::text(*check),
            Cell::Number(trials),
            Cell::Number(programmes),
            Cell::Number(0.0),
            Cell::text(say!("holds")),
        ]
    });
    let mut blocks = vec![Block::Table(Table {
        id: "checks".to_owned(),
        columns: vec![
            Column::new(say!("Identity"), Format::Plain, 70),
            Column::new(say!("Trials"), Format::Count, 12),
            Column::new(say!("Programmes"), Format::Count, 12)
                .note(say!("Each in every reading, and the baseline played again.")),
            Column::new(say!("Failures"), Format::Count, 12),
            Column::new(say!("Verdict"), Format::Plain, 12),
        ],
        rows: rows.collect(),
        totals: None,
    })];
    if story.summary.programmes.len() > 1 {
        blocks.push(Block::Heading(say!("What the same futures for every programme are worth, in times the trials")));
        blocks.push(Block::Text(say!(
            "Two runs that are independent of each other would take so many times the trials to know the difference \
             with the baseline as well: the variances of both programmes added up, over the variance of their \
             difference. Blank: the difference never varies."
        )));
        blocks.push(Block::Table(common_draws(story)));
    }
    Page {
        name: say!("Checks"),
        title: say!("What was checked"),
        subtitle: say!(
            "Identities that must hold to the cent in every trial and every reading; a failure stops the run and \
             nothing is written"
        ),
        one_page: false,
        blocks,
    }
}

/// The variance ratio of the headline measures' differences.
fn common_draws(story: &Story<'_>) -> Table {
    let scenarios = story.summary.all().filter(|programme| !programme.differences.is_empty());
    let rows = scenarios.map(|scenario| {
        let start = [Cell::text(scenario.shown()), reading_cell(scenario.reading)];
        let ratios = headline().map(|(at, _)| match scenario.differences[at].variance_ratio {
            Some(ratio) => Cell::Number(ratio),
            None => Cell::Empty,
        });
        start.into_iter().chain(ratios).collect()
    });
    let mut columns =
        vec![Column::new(say!("Scenario"), Format::Plain, 70), Column::new(say!("Reading"), Format::Plain, 12)];
    columns.extend(headline().map(|(_, measure)| Column::new(measure.label, Format::Decimal, 12)));
    Table { id: "common_draws".to_owned(), columns, rows: rows.collect(), totals: None }
}
