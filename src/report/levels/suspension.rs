//! Whom a suspension saves and who rides free on it, by the level they hold.

use super::View;
use crate::measures::Amounts;
use crate::outcome::{Dimension, Field};
use crate::report::words::reading_cell;
use crate::report::{Block, Cell, Column, Format, Story, Table};
use crate::say;
use crate::summary::UNASSIGNED;

/// The heading and the table; nothing where no programme suspends a threshold that somebody misses.
pub fn blocks(story: &Story<'_>, views: &[View<'_>]) -> Vec<Block> {
    let rows: Vec<Vec<Cell>> = views.iter().flat_map(|view| rows(story, view)).collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let columns = vec![
        Column::new(say!("Programme"), Format::Plain, 28),
        Column::new(say!("Reading"), Format::Plain, 13),
        Column::new(say!("Level"), Format::Plain, 13).note(say!("The level that is kept.")),
        Column::new(say!("Saved"), Format::Decimal, 11),
        Column::new(say!("Ride free"), Format::Decimal, 11),
        Column::new(say!("Back-end of free riders"), Format::Money, 13),
    ];
    vec![
        Block::Heading(say!("Who is saved and who rides free by the level that is kept, mean partners over all years")),
        Block::Table(Table { id: "suspension_by_level".to_owned(), columns, rows, totals: None }),
    ]
}

/// The levels at which somebody is saved or rides free.
fn rows(story: &Story<'_>, view: &View<'_>) -> Vec<Vec<Cell>> {
    let levels = story.summary.rows_of(Dimension::Level).filter(|(_, row)| row.name != UNASSIGNED);
    let touched = |amounts: &Amounts| amounts[Field::Saved] > 0.0 || amounts[Field::FreeRiders] > 0.0;
    levels
        .map(|(place, row)| (row, &view.figures.by_row[place]))
        .filter(|(_, amounts)| touched(amounts))
        .map(|(row, amounts)| {
            vec![
                Cell::text(view.figures.shown()),
                reading_cell(view.figures.reading),
                Cell::text(row.shown()),
                Cell::Number(amounts[Field::Saved]),
                Cell::Number(amounts[Field::FreeRiders]),
                Cell::Number(amounts[Field::FreeRiderRebates] / 100.0),
            ]
        })
        .collect()
}
