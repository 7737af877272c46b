//! `Scenarios`: every edit, from, to, why and where it stands.

use crate::report::{Block, Cell, Column, Format, Page, Story, Table};
use crate::say;

/// The page.
pub fn page(story: &Story<'_>) -> Page {
    let mut rows = Vec::new();
    for scenario in story.scenarios {
        for edit in &scenario.edits {
            rows.push(vec![
                Cell::text(&*scenario.name),
                Cell::text(edit.place.label().en),
                Cell::text(&*edit.place.name),
                Cell::text(edit.from.shown()),
                Cell::text(edit.to.shown()),
                Cell::text(&*edit.why),
                Cell::text(edit.at.to_string()),
                Cell::text(edit.via.clone().unwrap_or_default()),
            ]);
        }
    }
    let mut blocks = Vec::new();
    if rows.is_empty() {
        blocks.push(Block::Text("No scenario was played.".to_owned()));
    } else {
        blocks.push(Block::Table(Table {
            id: "edits".to_owned(),
            columns: vec![
                Column::new("Scenario", Format::Plain, 24),
                Column::new("What", Format::Plain, 30),
                Column::new("Key", Format::Plain, 28),
                Column::new("From", Format::Plain, 12),
                Column::new("To", Format::Plain, 12),
                Column::new("Why", Format::Plain, 36),
                Column::new("Cell", Format::Plain, 14).note("The cell of the input workbook that says so."),
                Column::new("Included from", Format::Plain, 20)
                    .note("The scenario whose edit it is, if it was included."),
            ],
            rows,
            totals: None,
        }));
    }
    Page {
        name: say!("Scenarios"),
        title: "What each scenario changes".to_owned(),
        subtitle: "Every edit against the baseline, in the order in which it is applied".to_owned(),
        one_page: false,
        blocks,
    }
}
