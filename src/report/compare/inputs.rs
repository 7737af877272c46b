//! `Inputs that differ`.

use super::Told;
use crate::report::{Block, Cell, Column, Format, Page, Table};
use crate::say;
use crate::schema::place;

/// The page.
pub(super) fn page(told: &Told<'_>) -> Page {
    let mut rows = Vec::new();
    for change in told.changes {
        for line in &change.lines {
            let cell = |at: usize| line.cells[at].as_ref().map_or_else(String::new, ToString::to_string);
            rows.push(vec![
                Cell::text(place::said(&line.place)),
                Cell::text(&*line.label),
                Cell::text(&*line.from),
                Cell::text(&*line.to),
                Cell::text(cell(0)),
                Cell::text(cell(1)),
                Cell::text(if change.plays { change.name.clone() } else { String::new() }),
            ]);
        }
    }
    let blocks = if rows.is_empty() {
        vec![Block::Text(say!("Every input of A is also that of B."))]
    } else {
        vec![Block::Table(Table {
            id: "inputs_that_differ".to_owned(),
            columns: vec![
                Column::new(say!("Key"), Format::Plain, 34),
                Column::new(say!("Name"), Format::Plain, 38),
                Column::new("A", Format::Plain, 18).note(told.files[0].clone()),
                Column::new("B", Format::Plain, 18).note(told.files[1].clone()),
                Column::new(say!("Cell in A"), Format::Plain, 18)
                    .note(say!("Blank: a default, or an option of the run.")),
                Column::new(say!("Cell in B"), Format::Plain, 18)
                    .note(say!("Blank: a default, or an option of the run.")),
                Column::new(say!("Played as"), Format::Plain, 34)
                    .note(say!("The change that it is part of where moves are explained; blank: it moves no figure.")),
            ],
            rows,
            totals: None,
        })]
    };
    Page {
        name: say!("Inputs that differ"),
        title: say!("Which inputs differ"),
        subtitle: say!("Every value that A and B do not share, with the cells of their input workbooks"),
        one_page: false,
        blocks,
    }
}
