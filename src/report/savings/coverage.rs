//! What fewer channel managers do to partners, customers and the desk.

use crate::report::alike::{groups, names};
use crate::report::words::{count, percent};
use crate::report::{Block, Cell, Column, Format, Story, Table};
use crate::say;

/// A table of the baseline and the programmes that cut managers, if any does.
pub fn blocks(story: &Story<'_>) -> Vec<Block> {
    let cuts = |at: &usize| story.programme(*at).coverage.load_ratio() > 1.0;
    let programmes = || 0..story.summary.programmes.len();
    let said = groups(programmes().filter(cuts).map(|at| (at, sentence(story, at))));
    if said.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![Block::Heading(say!("Channel managers"))];
    blocks.extend(said.iter().map(|(group, said)| Block::Text(format!("{}{said}", names(story, group)))));
    blocks.extend([
        Block::Text(say!("The pay of managers who go is among the savings only where a line of the plan says so.")),
        Block::Table(table(programmes().filter(|at| *at == 0 || cuts(at)).map(|at| row(story, at)).collect())),
    ]);
    blocks
}

fn sentence(story: &Story<'_>, at: usize) -> String {
    let coverage = &story.programme(at).coverage;
    let per_manager = story.members.len() as f64 / coverage.managers as f64;
    say!(
        ": each channel manager looks after {after} partners instead of {before}, and the competing vendor's ask is \
         {factor} of what it was.",
        after = count(per_manager * coverage.load_ratio()),
        before = count(per_manager),
        factor = percent(ask_factor(story, at)),
    )
}

fn table(rows: Vec<Vec<Cell>>) -> Table {
    Table {
        id: "coverage".to_owned(),
        rows,
        columns: vec![
            Column::new(say!("Programme"), Format::Plain, 28),
            Column::new(say!("Managers before"), Format::Count, 14),
            Column::new(say!("Managers after"), Format::Count, 14),
            Column::new(say!("Partners a manager, before"), Format::Decimal, 14),
            Column::new(say!("Partners a manager, after"), Format::Decimal, 14),
            Column::new(say!("Competing ask"), Format::Percent, 14).note(say!(
                "Of what it is with all managers: customers with less attention settle for the other vendor sooner."
            )),
            Column::new(say!("Minutes a request, before"), Format::Decimal, 14),
            Column::new(say!("Minutes a request, after"), Format::Decimal, 14)
                .note(say!("What managers no longer prepare is left to the desk.")),
            Column::new(say!("Win rate"), Format::Percent, 14),
            Column::new(say!("Win rate against the baseline"), Format::Points, 14)
                .note(say!("Whatever else the scenario changes is in it too.")),
            Column::new(say!("Load of the desk"), Format::Percent, 14),
        ],
        totals: None,
    }
}

/// Factor on the competing ask, as it is played.
fn ask_factor(story: &Story<'_>, at: usize) -> f64 {
    let programme = story.programme(at);
    if programme.links.coverage_quotations { programme.coverage.ask_factor() } else { 1.0 }
}

fn row(story: &Story<'_>, at: usize) -> Vec<Cell> {
    let programme = story.programme(at);
    let figures = &story.summary.programmes[at];
    let coverage = &programme.coverage;
    let managers = coverage.managers as f64;
    let each = |managers: f64| {
        if managers > 0.0 { Cell::Number(story.members.len() as f64 / managers) } else { Cell::Empty }
    };
    let left = managers / coverage.load_ratio();
    vec![
        Cell::text(figures.shown()),
        Cell::Number(managers),
        Cell::Number(left.round()),
        each(managers),
        each(left),
        Cell::Number(ask_factor(story, at)),
        Cell::Number(programme.desk.minutes_per_request),
        Cell::Number(story.plans.plans[at].desk.minutes_per_request),
        Cell::Number(figures.measure("win_rate").mean),
        figures.difference("win_rate").map_or(Cell::Empty, |change| Cell::Number(change.statistics.mean)),
        Cell::Number(figures.measure("desk_load").mean),
    ]
}
