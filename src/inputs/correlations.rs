//! The sheet `Correlations`: names of inputs down the first column and along the first row, rank correlations between.

use super::settle;
use crate::diagnostic::{CellRef, Diagnostics};
use crate::say;
use crate::schema::{Kind, Value};
use crate::sheet::{Cell, Sheet};

/// Wanted correlations as the workbook says them.
#[derive(Debug, Clone, PartialEq)]
pub struct CorrelationsInput {
    /// The corner between the names.
    pub at: CellRef,
    /// The names down the first column.
    pub rows: Vec<Named>,
    /// The names along the first row.
    pub columns: Vec<Named>,
    /// The correlations that are given: places among the rows and columns, from -1 to 1, the cell.
    pub given: Vec<(usize, usize, f64, CellRef)>,
}

/// A name beside or above the correlations.
#[derive(Debug, Clone, PartialEq)]
pub struct Named {
    /// The name.
    pub name: String,
    /// Where it stands.
    pub at: CellRef,
}

/// What a correlation may be.
pub const CORRELATION: Kind = Kind::Number { min: -1.0, max: 1.0 };

/// Reads the sheet. The first row with a cell beside its first column has the names; what stands above is a title.
/// `None` if there is nothing below that row.
pub fn read(sheet: &Sheet, found: &mut Diagnostics) -> Option<CorrelationsInput> {
    let first = sheet.rows.iter().filter_map(|row| row.cells.first()).map(|(column, _)| *column).min()?;
    let beside = |(column, _): &(u16, Cell)| *column > first;
    let heading = sheet.rows.iter().position(|row| row.cells.iter().any(beside))?;
    let (heading, below) = (&sheet.rows[heading], &sheet.rows[heading + 1..]);
    let named = |cell: &Cell, at: CellRef| Named { name: super::words(Some(cell)), at };
    let columns = heading.cells.iter().filter(|cell| beside(cell));
    let places: Vec<u16> = columns.clone().map(|(column, _)| *column).collect();
    let mut read = CorrelationsInput {
        at: sheet.cell(heading.number, first),
        rows: Vec::new(),
        columns: columns.map(|(column, cell)| named(cell, sheet.cell(heading.number, *column))).collect(),
        given: Vec::new(),
    };
    for row in below {
        // A row without a name is a remark, and so is what stands outside of the named columns.
        let Some(name) = row.get(first) else { continue };
        let name = named(name, sheet.cell(row.number, first));
        for (place, column) in places.iter().enumerate() {
            let Some(cell) = row.get(*column) else { continue };
            let at = sheet.cell(row.number, *column);
            let subject = say!("the correlation of {one} and {two}", one = name.name, two = read.columns[place].name);
            if let Some(Value::Number(value)) = settle(CORRELATION.read(cell), &subject, &at, found) {
                read.given.push((read.rows.len(), place, value, at));
            }
        }
        read.rows.push(name);
    }
    (!read.rows.is_empty()).then_some(read)
}
