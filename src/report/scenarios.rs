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
                Cell::text(edit.place.label()),
                Cell::text(edit.place.said()),
                Cell::text(edit.place.kind().shown(&edit.from)),
                Cell::text(edit.place.kind().shown(&edit.to)),
                Cell::text(&*edit.why),
                Cell::text(edit.at.to_string()),
                Cell::text(edit.via.clone().unwrap_or_default()),
            ]);
        }
    }
    let mut blocks = Vec::new();
    if rows.is_empty() {
        blocks.push(Block::Text(say!("No scenario was played.")));
    } else {
        blocks.push(Block::Table(Table {
            id: "edits".to_owned(),
            columns: vec![
                Column::new(say!("Scenario"), Format::Plain, 24),
                Column::new(say!("What"), Format::Plain, 30),
                Column::new(say!("Key"), Format::Plain, 28),
                Column::new(say!("From"), Format::Plain, 12),
                Column::new(say!("To"), Format::Plain, 12),
                Column::new(say!("Why"), Format::Plain, 36),
                Column::new(say!("Cell"), Format::Plain, 14).note(say!("The cell of the input workbook that says so.")),
                Column::new(say!("Included from"), Format::Plain, 20)
                    .note(say!("The scenario whose edit it is, if it was included.")),
            ],
            rows,
            totals: None,
        }));
    }
    Page {
        name: say!("Scenarios"),
        title: say!("What each scenario changes"),
        subtitle: say!("Every edit against the baseline, in the order in which it is applied"),
        one_page: false,
        blocks,
    }
}
