//! Finding a sheet's heading row and its columns.

use super::is_called;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::language::{Language, spoken};
use crate::say;
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

impl Heading {
    /// The heading in the language that is spoken.
    pub fn said(&self) -> &'static str {
        self.names()[0]
    }

    /// The names to suggest, that of the spoken language first; in English the key, which is what templates write.
    fn names(&self) -> [&'static str; 2] {
        match spoken() {
            Language::En => [self.key, self.label.fr],
            Language::Fr => [self.label.fr, self.key],
        }
    }
}

/// Where a sheet's columns are.
#[derive(Debug)]
pub struct Columns {
    /// By heading its column and how the sheet spells it.
    places: Vec<Option<(u16, String)>>,
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
                    Diagnostic::error(
                        "missing-heading",
                        say!("no column is headed \"{heading}\"", heading = first.said()),
                    )
                    .at(&sheet.cell(sheet.rows[0].number, 0))
                    .hint(say!("the headings of this sheet are {names}", names = names(headings))),
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
                        say!("two columns are headed \"{heading}\"", heading = headings[place].said()),
                    )
                    .at(&at)
                    .hint(say!("remove or rename one of them")),
                ),
                Some(place) => places[place] = Some((*column, spelt(cell))),
                None => {
                    if let Cell::Text(text) = cell
                        && let Some(near) = nearest(text, headings.iter().flat_map(Heading::names))
                    {
                        found.push(
                            Diagnostic::error(
                                "unknown-heading",
                                say!("there is no column \"{heading}\"", heading = text.trim()),
                            )
                            .at(&at)
                            .hint(say!("did you mean {near}?", near)),
                        );
                    }
                }
            }
        }
        Some(Columns { places, row: row.number })
    }

    /// Tells the columns among the known ones that hold something and have no heading: one that was deleted, or lost to
    /// merged cells.
    pub fn refuse_headless(&self, sheet: &Sheet, found: &mut Diagnostics) {
        let known = || self.places.iter().flatten().map(|(column, _)| *column);
        let (Some(first), Some(last)) = (known().min(), known().max()) else { return };
        let holds = |wanted: u16, row: &Row| row.get(wanted).is_some();
        let is_headless = |column: &u16| {
            let of_rows = |row: &Row| row.number > self.row && holds(*column, row);
            let headed = sheet.rows.iter().any(|row| row.number == self.row && holds(*column, row));
            !headed && sheet.rows.iter().any(of_rows)
        };
        for column in (first..=last).filter(is_headless) {
            found.push(
                Diagnostic::error("blank-heading", say!("the column has values and no heading"))
                    .at(&sheet.cell(self.row, column))
                    .hint(say!("write its heading, of each column in a cell of its own, or empty the column")),
            );
        }
    }

    /// The column of a heading, by its place in the list.
    pub fn place(&self, heading: usize) -> Option<u16> {
        self.places.get(heading)?.as_ref().map(|(column, _)| *column)
    }

    /// A heading as the sheet spells it, by its place in the list; empty if it is not there.
    pub fn heading(&self, heading: usize) -> &str {
        self.places.get(heading).and_then(Option::as_ref).map_or("", |(_, spelt)| spelt)
    }

    /// The cell of a row under a heading.
    pub fn cell<'a>(&self, row: &'a Row, heading: usize) -> Option<&'a Cell> {
        self.place(heading).and_then(|column| row.get(column))
    }
}

fn spelt(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => text.trim().to_owned(),
        _ => String::new(),
    }
}

/// Headings, as a message lists them.
pub(super) fn names(headings: &[Heading]) -> String {
    headings.iter().map(Heading::said).collect::<Vec<_>>().join(", ")
}
