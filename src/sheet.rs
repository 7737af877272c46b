//! Workbooks as grids of cells, free of any spreadsheet engine's types.
//!
//! [`guard`] refuses files that are not workbooks or are made to be huge, [`read`] turns bytes into a [`Grid`], and
//! [`mod@write`] turns a report into bytes.

use std::sync::Arc;

use crate::diagnostic::CellRef;

pub mod confirm;
pub mod guard;
mod names;
pub mod origin;
pub mod read;
pub mod write;

/// What a cell holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// A number; a percentage is its fraction.
    Number(f64),
    /// A text, not trimmed, never empty.
    Text(String),
    /// TRUE or FALSE.
    Bool(bool),
    /// A number that the workbook formats as a date: days since the workbook's epoch, brought to 1900's.
    Date(f64),
    /// An error value such as `#REF!`.
    Error(String),
    /// A formula that was saved without a value.
    Unsaved,
}

/// One row with at least one cell.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The row's number, 0 for Excel's row 1.
    pub number: u32,
    /// Its non-empty cells by column, ascending.
    pub cells: Vec<(u16, Cell)>,
}

impl Row {
    /// The cell in a column, if it is not empty.
    pub fn get(&self, column: u16) -> Option<&Cell> {
        self.cells.binary_search_by_key(&column, |(c, _)| *c).ok().map(|at| &self.cells[at].1)
    }
}

/// One worksheet, its rows ascending.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// The name on the tab.
    pub name: Arc<str>,
    /// Rows that have a cell.
    pub rows: Vec<Row>,
}

impl Sheet {
    /// The address of a cell of this sheet.
    pub fn cell(&self, row: u32, column: u16) -> CellRef {
        CellRef { sheet: Arc::clone(&self.name), row, column }
    }
}

/// A name that a workbook defines, such as for a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DefinedName {
    /// The name as the workbook spells it.
    pub name: String,
    /// What it refers to, as the workbook writes it: `Data!$B$4`, or any formula.
    pub refers_to: String,
    /// Whether it holds on one sheet only.
    pub local: bool,
}

/// A workbook's worksheets and names, both in their order.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Grid {
    /// The worksheets.
    pub sheets: Vec<Sheet>,
    /// The names that it defines.
    pub names: Vec<DefinedName>,
}
