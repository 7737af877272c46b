//! What a workbook says is uncertain: the columns Distribution, Low, Mode and High of a row, and the sheet `Uncertain
//! cells` (docs/model.md, "Uncertainty"). What the words mean is understood later, beside the value they are about.

use super::heading::{self, Columns, Heading};
use super::{Inputs, basis, observations, words};
use crate::diagnostic::{CellRef, Diagnostic, Diagnostics};
use crate::say;
use crate::schema::Basis;
use crate::schema::kind::described;
use crate::schema::value::text;
use crate::schema::words::alike;
use crate::sheet::{Cell, Grid, Row, Sheet};

/// The heading of the column Distribution.
pub const DISTRIBUTION: Heading = Heading { key: "Distribution", label: text("Distribution", "Loi") };
/// The heading of the column Low.
pub const LOW: Heading = Heading { key: "Low", label: text("Low", "Bas") };
/// The heading of the column Mode.
pub const MODE: Heading = Heading { key: "Mode", label: text("Mode", "Mode") };
/// The heading of the column High.
pub const HIGH: Heading = Heading { key: "High", label: text("High", "Haut") };

/// The columns of `Uncertain cells`, in the order of the template.
pub const HEADINGS: &[Heading] = &[
    Heading { key: "Target", label: text("Target", "Cible") },
    DISTRIBUTION,
    LOW,
    MODE,
    HIGH,
    Heading { key: "Basis", label: text("Basis", "Fondement") },
    Heading { key: "Source", label: text("Source", "Source") },
];

const TARGET: usize = 0;
const BASIS: usize = 5;
const SOURCE: usize = 6;

/// An uncertain input of the baseline as the workbook says it.
#[derive(Debug, Clone, PartialEq)]
pub struct UncertainInput {
    /// What is uncertain: a key, or a table cell.
    pub target: String,
    /// Where that stands.
    pub target_at: CellRef,
    /// Its distribution.
    pub law: LawInput,
    /// How well founded it is, if that is said.
    pub basis: Option<Basis>,
    /// Its source, if that is said.
    pub source: String,
}

/// A distribution as a row says it.
#[derive(Debug, Clone, PartialEq)]
pub struct LawInput {
    /// What stands under Distribution.
    pub words: String,
    /// Where that stands.
    pub at: CellRef,
    /// The cell under Low.
    pub low: Argument,
    /// The cell under Mode.
    pub mode: Argument,
    /// The cell under High.
    pub high: Argument,
    /// The cells of the range that the words name, if they name one.
    pub observations: Vec<(CellRef, Cell)>,
}

/// A cell that may be blank.
#[derive(Debug, Clone, PartialEq)]
pub struct Argument {
    /// What it holds.
    pub cell: Option<Cell>,
    /// Where it stands; the cell under Distribution if the sheet has no such column.
    pub at: CellRef,
}

/// The distribution of a row whose sheet has the four columns from the `first` heading on; `None` if the row's value is
/// fixed. A blank cell says so, and so does the word; what stands beside it is then a remark.
pub fn law(
    grid: &Grid,
    sheet: &Sheet,
    row: &Row,
    (columns, first): (&Columns, usize),
    inputs: &mut Inputs,
    found: &mut Diagnostics,
) -> Option<LawInput> {
    let at = sheet.cell(row.number, columns.place(first)?);
    let words = match columns.cell(row, first)? {
        Cell::Text(words) => words.trim().to_owned(),
        other => {
            found.push(
                Diagnostic::error(
                    "unknown-distribution",
                    say!("there is no distribution {words}", words = described(other)),
                )
                .at(&at)
                .hint(say!("write a word such as triangular, or leave the cell blank")),
            );
            return None;
        }
    };
    if ["fixed", "fixe"].iter().any(|fixed| alike(fixed, &words)) {
        return None;
    }
    let argument = |heading| Argument {
        cell: columns.cell(row, heading).cloned(),
        at: columns.place(heading).map_or_else(|| at.clone(), |column| sheet.cell(row.number, column)),
    };
    let [low, mode, high] = [1, 2, 3].map(|next| argument(first + next));
    let observations = observations::named(grid, &words, &at, inputs, found)?;
    Some(LawInput { words, at, low, mode, high, observations })
}

/// Reads the sheet `Uncertain cells`.
pub fn read(grid: &Grid, sheet: &Sheet, inputs: &mut Inputs, found: &mut Diagnostics) {
    let Some(columns) = Columns::find(sheet, HEADINGS, found) else { return };
    if columns.place(1).is_none() {
        found.push(
            Diagnostic::error(
                "missing-heading",
                say!("no column is headed \"{heading}\"", heading = DISTRIBUTION.said()),
            )
            .at(&sheet.cell(columns.row, 0))
            .hint(say!("the headings of this sheet are {names}", names = heading::names(HEADINGS))),
        );
        return;
    }
    for row in sheet.rows.iter().filter(|row| row.number > columns.row) {
        let at = |heading| sheet.cell(row.number, columns.place(heading).unwrap_or(0));
        let Some(law) = law(grid, sheet, row, (&columns, 1), inputs, found) else { continue };
        let target = match columns.cell(row, TARGET) {
            Some(Cell::Text(target)) => target.trim().to_owned(),
            other => {
                let what = other.map_or(say!("a blank cell"), described);
                found.push(
                    Diagnostic::error(
                        "missing-target",
                        say!("{words} names nothing that can be uncertain", words = what),
                    )
                    .at(&at(TARGET))
                    .hint(say!("write a key such as cycle.mean_days, or a cell such as Segments[*].loyalty")),
                );
                continue;
            }
        };
        let basis = columns.cell(row, BASIS).and_then(|cell| basis::read(cell, &at(BASIS), found));
        let source = words(columns.cell(row, SOURCE));
        inputs.uncertain.push(UncertainInput { target, target_at: at(TARGET), law, basis, source });
    }
}
