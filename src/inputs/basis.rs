//! How well founded a row is, and where it comes from.

use super::heading::Heading;
use super::settle;
use crate::diagnostic::{CellRef, Diagnostics};
use crate::say;
use crate::schema::kind::Choice;
use crate::schema::value::text;
use crate::schema::{Basis, Kind, Value};
use crate::sheet::Cell;

/// The columns that say how well founded a row is and where it comes from, in tables too.
pub const PROVENANCE: [Heading; 2] = [
    Heading { key: "Basis", label: text("Basis", "Fondement") },
    Heading { key: "Source", label: text("Source", "Source") },
];

/// The words of the Basis column.
pub const BASES: &[Choice] = &[
    Choice { key: "fact", label: text("fact", "fait") },
    Choice { key: "derived", label: text("derived", "dérivé") },
    Choice { key: "assumption", label: text("assumption", "hypothèse") },
];

/// Reads a cell of the Basis column, problems told.
pub(super) fn read(cell: &Cell, at: &CellRef, found: &mut Diagnostics) -> Option<Basis> {
    let word = settle(Kind::Choice(BASES).read(cell), &say!("the basis"), at, found)?;
    [Basis::Fact, Basis::Derived, Basis::Assumption].into_iter().find(|basis| Value::Choice(basis.word()) == word)
}
