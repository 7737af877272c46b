//! The sheets `Parameters` and `Settings`: a row a key.

use super::basis::{self, PROVENANCE};
use super::heading::{Columns, Heading};
use super::uncertain::{self, DISTRIBUTION, HIGH, LOW, MODE, UncertainInput};
use super::{Inputs, Origin, Target, settle, words};
use crate::diagnostic::{CellRef, Diagnostic, Diagnostics};
use crate::say;
use crate::schema::kind::{described, quoted};
use crate::schema::value::text;
use crate::schema::words::nearest;
use crate::schema::{Parameter, settings};
use crate::sheet::{Cell, Grid, Sheet};

/// The columns of `Parameters`, in the order of the template; `Settings` has the first and the third.
pub const HEADINGS: &[Heading] = &[
    Heading { key: "Key", label: text("Key", "Clé") },
    Heading { key: "Parameter", label: text("Parameter", "Paramètre") },
    Heading { key: "Value", label: text("Value", "Valeur") },
    Heading { key: "Unit", label: text("Unit", "Unité") },
    DISTRIBUTION,
    LOW,
    MODE,
    HIGH,
    PROVENANCE[0],
    PROVENANCE[1],
];

const KEY: usize = 0;
const VALUE: usize = 2;
const LAW: usize = 4;
const BASIS: usize = 8;
const SOURCE: usize = 9;

/// Reads a sheet of keys and values into the baseline.
pub fn read(grid: &Grid, sheet: &Sheet, known: &[&'static Parameter], inputs: &mut Inputs, found: &mut Diagnostics) {
    let Some(columns) = Columns::find(sheet, HEADINGS, found) else { return };
    let Some(value_column) = columns.place(VALUE) else {
        found.push(
            Diagnostic::error(
                "missing-heading",
                say!("no column is headed \"{heading}\"", heading = HEADINGS[VALUE].said()),
            )
            .at(&sheet.cell(columns.row, 0))
            .hint(say!("add the column Value beside the column Key")),
        );
        return;
    };
    let mut seen: Vec<(&'static str, CellRef)> = Vec::new();
    for row in sheet.rows.iter().filter(|row| row.number > columns.row) {
        let at = |heading| sheet.cell(row.number, columns.place(heading).unwrap_or(value_column));
        let value = columns.cell(row, VALUE);
        let key = match columns.cell(row, KEY) {
            Some(Cell::Text(key)) => key.trim(),
            Some(other) => {
                found.push(unknown("", described(other), known).at(&at(KEY)));
                continue;
            }
            None => {
                if value.is_some() {
                    found.push(
                        Diagnostic::error("missing-key", say!("a value stands in a row without a key"))
                            .at(&at(VALUE))
                            .hint(say!("write the parameter's key beside it, or empty the cell")),
                    );
                }
                continue;
            }
        };
        let Some(parameter) = known.iter().find(|parameter| parameter.key == key) else {
            found.push(unknown(key, quoted(key), known).at(&at(KEY)));
            continue;
        };
        if let Some((_, first)) = seen.iter().find(|(other, _)| *other == parameter.key) {
            found.push(
                Diagnostic::error("duplicate-key", say!("{key} is given twice, first in {cell}", key, cell = first))
                    .at(&at(KEY))
                    .hint(say!("keep one of the two rows")),
            );
            continue;
        }
        seen.push((parameter.key, at(KEY)));
        let law = uncertain::law(grid, sheet, row, (&columns, LAW), inputs, found);
        let value = value.and_then(|value| settle(parameter.kind.read(value), parameter.key, &at(VALUE), found));
        if value.is_none() && law.is_none() {
            continue;
        }
        let basis = columns.cell(row, BASIS).and_then(|cell| basis::read(cell, &at(BASIS), found));
        let source = words(columns.cell(row, SOURCE));
        if let Some(law) = law {
            let (target, source) = (parameter.key.to_owned(), source.clone());
            inputs.uncertain.push(UncertainInput { target, target_at: at(KEY), law, basis, source });
        }
        let Some(value) = value else { continue };
        (parameter.set)(&mut inputs.programme, value);
        inputs.origins.insert(Target::Parameter(parameter.key), Origin { cell: Some(at(VALUE)), basis, source });
    }
}

fn unknown(word: &str, words: String, known: &[&'static Parameter]) -> Diagnostic {
    let error = Diagnostic::error("unknown-key", say!("there is no parameter {words}", words));
    if let Some(near) = nearest(word, known.iter().map(|parameter| parameter.key)) {
        return error.hint(say!("did you mean {near}?", near));
    }
    if settings::SETTINGS.parameters.iter().any(|parameter| parameter.key == word) {
        return error.hint(say!("it belongs on the sheet Settings"));
    }
    error.hint(say!("docs/reference.md lists all keys"))
}
