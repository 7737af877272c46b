//! Problems as data: what is wrong, where, and what would mend it. Rendering stands in [`text`].

use std::fmt;
use std::sync::Arc;

pub mod text;

/// The address of one cell: sheet, row and column, both counted from zero.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CellRef {
    /// The sheet's name as the workbook spells it.
    pub sheet: Arc<str>,
    /// The row, 0 for Excel's row 1.
    pub row: u32,
    /// The column, 0 for Excel's column A.
    pub column: u16,
}

impl fmt::Display for CellRef {
    /// `Parameters!C14`; a name with anything but letters and digits stands in quotes, as Excel writes it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plain = self.sheet.chars().all(|c| c.is_alphanumeric() || c == '_');
        if plain {
            write!(f, "{}!", self.sheet)?;
        } else {
            write!(f, "'{}'!", self.sheet.replace('\'', "''"))?;
        }
        write!(f, "{}{}", column_letters(self.column), self.row + 1)
    }
}

/// The letters of a column counted from zero: 0 is A, 26 is AA.
pub fn column_letters(column: u16) -> String {
    let mut rest = u32::from(column) + 1;
    let mut letters = Vec::new();
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + (rest % 26) as u8));
        rest /= 26;
    }
    letters.iter().rev().collect()
}

/// How grave a diagnostic is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Severity {
    /// The input is refused.
    Error,
    /// The input is accepted; the reader should know how it was understood.
    Note,
}

/// One problem, or one remark, about the input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// A word that names the kind of problem; listed with an example in docs/errors.md.
    pub id: &'static str,
    /// Whether it refuses the input.
    pub severity: Severity,
    /// One sentence: what is allowed and what was found.
    pub message: String,
    /// The cell, where there is one.
    pub at: Option<CellRef>,
    /// What would mend it.
    pub hint: Option<String>,
}

impl Diagnostic {
    /// An error without a cell; see [`Diagnostic::at`] and [`Diagnostic::hint`].
    pub fn error(id: &'static str, message: impl Into<String>) -> Diagnostic {
        Diagnostic { id, severity: Severity::Error, message: message.into(), at: None, hint: None }
    }

    /// A remark that refuses nothing.
    pub fn note(id: &'static str, message: impl Into<String>) -> Diagnostic {
        Diagnostic { severity: Severity::Note, ..Diagnostic::error(id, message) }
    }

    /// The same, at a cell.
    pub fn at(mut self, cell: &CellRef) -> Diagnostic {
        self.at = Some(cell.clone());
        self
    }

    /// The same, with a hint.
    pub fn hint(mut self, hint: impl Into<String>) -> Diagnostic {
        self.hint = Some(hint.into());
        self
    }
}

/// All that was found in one workbook. Collecting never stops at the first problem.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Diagnostics {
    found: Vec<Diagnostic>,
}

impl Diagnostics {
    /// Adds one.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.found.push(diagnostic);
    }

    /// Adds all of another list.
    pub fn extend(&mut self, other: Diagnostics) {
        self.found.extend(other.found);
    }

    /// Whether any of them refuses the input.
    pub fn has_errors(&self) -> bool {
        self.found.iter().any(|d| d.severity == Severity::Error)
    }

    /// How many errors and how many notes there are.
    pub fn counts(&self) -> (usize, usize) {
        let errors = self.found.iter().filter(|d| d.severity == Severity::Error).count();
        (errors, self.found.len() - errors)
    }

    /// In the order of the workbook: by the place of the sheet in `sheets`, then row, then column; what has no
    /// cell comes first.
    pub fn in_workbook_order(mut self, sheets: &[Arc<str>]) -> Diagnostics {
        let place = |sheet: &Arc<str>| sheets.iter().position(|s| s == sheet).unwrap_or(sheets.len());
        self.found.sort_by_key(|d| d.at.as_ref().map(|cell| (place(&cell.sheet), cell.row, cell.column)));
        self
    }

    /// The list.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.found.iter()
    }
}

impl From<Diagnostic> for Diagnostics {
    fn from(diagnostic: Diagnostic) -> Diagnostics {
        Diagnostics { found: vec![diagnostic] }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_written_as_excel_writes_them() {
        let cell = |sheet: &str, row, column| CellRef { sheet: sheet.into(), row, column }.to_string();
        assert_eq!(cell("Parameters", 13, 2), "Parameters!C14");
        assert_eq!(cell("Partner groups", 0, 26), "'Partner groups'!AA1");
        assert_eq!(cell("L'an", 0, 16_383), "'L''an'!XFD1");
    }
}
