//! The one cell that a name refers to.

use crate::diagnostic::{CellRef, Diagnostic, column_letters};
use crate::inputs::observations::Range;
use crate::inputs::{PARAMETERS, SETTINGS, is_called};
use crate::say;
use crate::schema::words::nearest;
use crate::sheet::{DefinedName, Grid};

/// What a name referred to before it was deleted.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Lost {
    /// A sheet, by name.
    Sheet(String),
    /// A cell, or one of a sheet that a spreadsheet program forgot.
    Cell,
}

/// A name that refers to no cell.
#[derive(Debug)]
pub(super) struct Broken {
    /// What went with its cell; many names can have lost the same.
    pub lost: Option<Lost>,
    /// The problem.
    pub told: Box<Diagnostic>,
}

/// One problem for all names that lost the same, of which the first are listed.
pub(super) fn lost_together(lost: &Lost, names: &[&str]) -> Diagnostic {
    const LISTED: usize = 3;
    let more = names.len().saturating_sub(LISTED);
    let names = names.iter().take(LISTED).copied().collect::<Vec<_>>().join(", ");
    let message = match lost {
        Lost::Sheet(sheet) => {
            say!(
                "the names {names} and {more} more refer to the sheet \"{sheet}\", which there is not",
                names,
                more,
                sheet
            )
        }
        Lost::Cell => say!("the names {names} and {more} more refer to cells that were deleted", names, more),
    };
    *refused(message, say!("bring back what was deleted, or delete the names in the Name Manager"))
}

/// The cell that a name refers to; `None` for that of a template's row that was deleted, which asks for the default.
///
/// # Errors
/// `name-not-a-cell`, with what would mend it.
pub(super) fn refers_to(name: &DefinedName, grid: &Grid) -> Result<Option<CellRef>, Broken> {
    let (reference, name) = (name.refers_to.trim().trim_start_matches('='), &*name.name);
    if reference.contains("#REF!") {
        if of_own_row(reference) {
            return Ok(None);
        }
        let told = refused(
            say!("the name {name} refers to a cell that was deleted: {reference}", name, reference),
            say!("let it refer to a cell again in the Name Manager, or delete it"),
        );
        return Err(Broken { lost: Some(Lost::Cell), told });
    }
    let range = Range::read(reference).filter(|range| !range.sheet.contains(['!', ',']));
    let range = range.ok_or_else(|| Broken { lost: None, told: several(name, reference) })?;
    if range.sheet.starts_with('[') {
        let told = refused(
            say!("the name {name} refers to another workbook: {reference}", name, reference),
            say!("let it refer to a cell of this workbook"),
        );
        return Err(Broken { lost: None, told });
    }
    let wanted = range.sheet.to_lowercase();
    let Some(sheet) = grid.sheets.iter().find(|sheet| sheet.name.to_lowercase() == wanted) else {
        let hint = match nearest(&range.sheet, grid.sheets.iter().map(|sheet| &*sheet.name)) {
            Some(near) => say!("did you mean {near}?", near),
            None => say!("let it refer to a cell of this workbook"),
        };
        let sheet = range.sheet;
        let told =
            refused(say!("the name {name} refers to the sheet \"{sheet}\", which there is not", name, sheet), hint);
        return Err(Broken { lost: Some(Lost::Sheet(sheet)), told });
    };
    let cell = sheet.cell(range.from.0, range.from.1);
    let error = if range.from != range.to {
        several(name, reference)
    } else if !is_fixed(reference) {
        let fixed = fixed(&cell);
        refused(
            say!("the name {name} must refer to the same cell from everywhere, found {reference}", name, reference),
            say!("let it refer to ={fixed}", fixed),
        )
    } else {
        return Ok(Some(cell));
    };
    Err(Broken { lost: None, told: Box::new(error.at(&cell)) })
}

fn refused(message: String, hint: String) -> Box<Diagnostic> {
    Box::new(Diagnostic::error("name-not-a-cell", message).hint(hint))
}

fn several(name: &str, reference: &str) -> Box<Diagnostic> {
    refused(
        say!("the name {name} must refer to one cell, found {reference}", name, reference),
        say!("let it refer to a single cell, such as =Data!$B$4"),
    )
}

/// Whether a broken reference is what Excel leaves of a row deleted on `Parameters` or `Settings`.
fn of_own_row(reference: &str) -> bool {
    let sheet = reference.split(['!', '.']).next().unwrap_or_default().trim_start_matches('$').trim_matches('\'');
    [PARAMETERS, SETTINGS].iter().any(|own| is_called(sheet, *own))
}

/// Whether every cell of a reference has both its dollars: without them it is another cell wherever the name is used.
fn is_fixed(reference: &str) -> bool {
    let address = reference.rsplit('!').next().unwrap_or_default();
    address.split(':').all(|end| end.matches('$').count() == 2)
}

/// A cell as names refer to it: `Data!$B$4`.
fn fixed(cell: &CellRef) -> String {
    let plain = cell.to_string();
    let sheet = plain.rsplit_once('!').map_or("", |(sheet, _)| sheet);
    format!("{sheet}!${}${}", column_letters(cell.column), cell.row + 1)
}
