//! Finding a sheet's heading row and its columns.

use super::is_called;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::schema::Text;
use crate::schema::words::nearest;
use crate::sheet::{Cell, Row, Sheet};

/// A column that a sheet can have: the names it goes by, the first being its key.
#[derive(Debug, Clone, Copy)]
pub struct Heading {
    /// The key.
    pub key: &'static str,
    /// The label.
    pub label: Text,
}

/// Where a sheet's columns are.
#[derive(Debug)]
pub struct Columns {
    places: Vec<Option<u16>>,
    /// The row of the headings.
    pub row: u32,
}

/// Rows above the headings, for a title or a remark.
const SEARCHED_ROWS: usize = 20;

impl Columns {
    /// Finds the headings of a sheet; the first of them must be there. `None` if it is not, which is told.
    pub fn find(sheet: &Sheet, headings: &[Heading], found: &mut Diagnostics) -> Option<Columns> {
        let is = |cell: &Cell, heading: &Heading| match cell {
            Cell::Text(text) => {
                is_called(text, Text { en: heading.key, fr: heading.key }) || is_called(text, heading.label)
            }
            _ => false,
        };
        let first = headings.first()?;
        let row = sheet.rows.iter().take(SEARCHED_ROWS).find(|row| row.cells.iter().any(|(_, cell)| is(cell, first)));
        let Some(row) = row else {
            if !sheet.rows.is_empty() {
                found.push(
                    Diagnostic::error("missing-heading", format!("no column is headed \"{}\"", first.key))
                        .at(&sheet.cell(sheet.rows[0].number, 0))
                        .hint(format!("the headings of this sheet are {}", names(headings))),
                );
            }
            return None;
        };
        let mut places = vec![None; headings.len()];
        for (column, cell) in &row.cells {
            let at = sheet.cell(row.number, *column);
            match headings.iter().position(|heading| is(cell, heading)) {
                Some(place) if places[place].is_some() => found.push(
                    Diagnostic::error(
                        "duplicate-heading",
                        format!("two columns are headed \"{}\"", headings[place].key),
                    )
                    .at(&at)
                    .hint("remove or rename one of them"),
                ),
                Some(place) => places[place] = Some(*column),
                None => {
                    if let Cell::Text(text) = cell
                        && let Some(near) = nearest(text, headings.iter().map(|heading| heading.key))
                    {
                        found.push(
                            Diagnostic::error("unknown-heading", format!("there is no column \"{}\"", text.trim()))
                                .at(&at)
                                .hint(format!("did you mean {near}?")),
                        );
                    }
                }
            }
        }
        Some(Columns { places, row: row.number })
    }

    /// The column of a heading, by its place in the list.
    pub fn place(&self, heading: usize) -> Option<u16> {
        self.places.get(heading).copied().flatten()
    }

    /// The cell of a row under a heading.
    pub fn cell<'a>(&self, row: &'a Row, heading: usize) -> Option<&'a Cell> {
        self.place(heading).and_then(|column| row.get(column))
    }
}

fn names(headings: &[Heading]) -> String {
    headings.iter().map(|heading| heading.key).collect::<Vec<_>>().join(", ")
}
