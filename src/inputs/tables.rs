//! The tables: a row an entity, replacing the default rows whole.

use std::collections::BTreeMap;

use super::basis::{self, PROVENANCE};
use super::heading::{Columns, Heading};
use super::{Inputs, Origin, Target, settle, words};
use crate::diagnostic::{CellRef, Diagnostic, Diagnostics};
use crate::say;
use crate::schema::{Table, Value};
use crate::sheet::Sheet;

/// The most rows of a table.
const MOST_ROWS: usize = 100_000;

/// Rows whose source is kept: a long list of partners does not repeat it for each of their values.
const MOST_SOURCES: usize = 1_000;

/// Reads a table's sheet into the baseline.
pub fn read(table: &'static Table, sheet: &Sheet, inputs: &mut Inputs, found: &mut Diagnostics) {
    let own = table.columns.iter().map(|column| Heading { key: column.key, label: column.label });
    let headings: Vec<Heading> = own.chain(PROVENANCE).collect();
    let (basis_place, source_place) = (table.columns.len(), table.columns.len() + 1);
    let Some(columns) = Columns::find(sheet, &headings, found) else { return };
    for (place, column) in table.columns.iter().enumerate() {
        if column.default.is_none() && columns.place(place).is_none() {
            found.push(
                Diagnostic::error(
                    "missing-heading",
                    say!("no column is headed \"{heading}\"", heading = headings[place].said()),
                )
                .at(&sheet.cell(columns.row, 0))
                .hint(say!("add the column: {help}", help = column.help.said())),
            );
            return;
        }
    }
    if (0..table.columns.len()).any(|place| columns.place(place).is_none()) {
        columns.refuse_headless(sheet, found);
    }
    (table.clear)(&mut inputs.programme);
    let mut names: BTreeMap<String, CellRef> = BTreeMap::new();
    for row in sheet.rows.iter().filter(|row| row.number > columns.row) {
        if (0..table.columns.len()).all(|place| columns.cell(row, place).is_none()) {
            continue;
        }
        let index = (table.len)(&inputs.programme);
        if index >= MOST_ROWS {
            found.push(
                Diagnostic::error(
                    "too-many-rows",
                    say!("a table has at most {most} rows", most = Value::Count(MOST_ROWS as i64).shown()),
                )
                .at(&sheet.cell(row.number, 0))
                .hint(say!("give partners as groups")),
            );
            return;
        }
        (table.push)(&mut inputs.programme);
        let basis = columns.cell(row, basis_place).and_then(|cell| {
            let at = sheet.cell(row.number, columns.place(basis_place).unwrap_or(0));
            basis::read(cell, &at, found)
        });
        let source = columns.cell(row, source_place).filter(|_| index < MOST_SOURCES);
        let source = words(source);
        for (place, column) in table.columns.iter().enumerate() {
            let cell = columns.cell(row, place);
            let at = sheet.cell(row.number, columns.place(place).unwrap_or(0));
            let value = match (cell, &column.default) {
                (Some(cell), _) => settle(column.kind.read(cell), columns.heading(place), &at, found),
                (None, Some(default)) => Some(default.clone()),
                (None, None) => {
                    found.push(
                        Diagnostic::error(
                            "missing-value",
                            say!("{name} must be filled in", name = columns.heading(place)),
                        )
                        .at(&at)
                        .hint(say!(
                            "{help} Allowed: {allowed}.",
                            help = column.help.said(),
                            allowed = column.kind.allowed()
                        )),
                    );
                    None
                }
            };
            let Some(value) = value else { continue };
            if place == 0 {
                refuse_twice(&value, &at, &mut names, found);
            }
            (column.set)(&mut inputs.programme, index, value);
            let origin = match cell {
                Some(_) => Origin { cell: Some(at), basis, source: source.clone() },
                None => Origin { cell: None, basis: None, source: say!("the column's default") },
            };
            inputs.origins.insert(Target::Cell(table.sheet.en, index, column.key), origin);
        }
    }
}

/// The first column names the row: two rows cannot have one name.
fn refuse_twice(name: &Value, at: &CellRef, names: &mut BTreeMap<String, CellRef>, found: &mut Diagnostics) {
    let name = name.shown();
    match names.get(&name) {
        Some(first) => found.push(
            Diagnostic::error("duplicate-row", say!("\"{name}\" stands twice, first in {cell}", name, cell = first))
                .at(at)
                .hint(say!("remove one of the rows, or rename it")),
        ),
        None => {
            names.insert(name, at.clone());
        }
    }
}
