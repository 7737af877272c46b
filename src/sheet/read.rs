//! Bytes to a [`Grid`]. The only file that names the reading engine.
//!
//! Cells are streamed: the engine's ranges hide formulas without a saved value and allocate the whole rectangle
//! between the corners, however few cells are in it.

use std::collections::BTreeSet;
use std::io::Cursor;
use std::sync::Arc;

use calamine::{DataRef, Reader, SheetType, Xlsx, XlsxError, XlsxFormulaMetadata};

use super::guard::{self, damaged, password_protected, too_large};
use super::{Cell, Grid, Row, Sheet, names, origin};
use crate::diagnostic::{CellRef, Diagnostic};
use crate::say;

mod quiet;

/// The most text that is kept. A text that many cells share counts for each: a small file can repeat a long one.
const MOST_TEXT: usize = 64 << 20;
/// Excel's last row and column, counted from zero.
const LAST: (u32, u32) = (1_048_575, 16_383);
/// Days between the epochs of 1900 and 1904.
const EPOCH_1904: f64 = 1_462.0;

type Workbook<'a> = Xlsx<Cursor<&'a [u8]>>;

/// Reads all worksheets of a workbook (`.xlsx` or `.xlsm`), hidden ones too.
///
/// # Errors
/// What [`guard::inspect`] refuses, and `damaged-workbook` for what the engine cannot read.
pub fn read(bytes: &[u8]) -> Result<Grid, Diagnostic> {
    // The engine counts and slices unchecked; on a damaged file that may end in a panic.
    quiet::catch(|| guard::inspect(bytes).and_then(|()| read_sheets(bytes)))
        .unwrap_or_else(|| Err(damaged(say!("the workbook is damaged in a way that does not let it be read"))))
}

/// The same of a workbook that people fill in, which a result is not.
///
/// # Errors
/// See [`read`], and `result-as-input`.
pub fn read_input(bytes: &[u8]) -> Result<Grid, Diagnostic> {
    let grid = read(bytes)?;
    origin::refuse_result(bytes)?;
    Ok(grid)
}

fn read_sheets(bytes: &[u8]) -> Result<Grid, Diagnostic> {
    let mut workbook: Workbook = Xlsx::new(Cursor::new(bytes)).map_err(|e| refused(&say!("the workbook"), &e))?;
    let sheets = workbook.sheets_metadata().iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
    let names: Vec<Arc<str>> = sheets.map(|sheet| sheet.name.as_str().into()).collect();
    let mut seen = BTreeSet::new();
    if let Some(twice) = names.iter().find(|name| !seen.insert(name.to_lowercase())) {
        return Err(damaged(say!("two sheets have the same name, “{name}”", name = twice)));
    }
    let mut text_left = MOST_TEXT;
    let read_all = names.into_iter().map(|name| read_sheet(&mut workbook, name, &mut text_left));
    Ok(Grid { sheets: read_all.collect::<Result<_, _>>()?, names: names::read(bytes)? })
}

fn read_sheet(workbook: &mut Workbook, name: Arc<str>, text_left: &mut usize) -> Result<Sheet, Diagnostic> {
    let is_1904 = workbook.has_1904_epoch();
    let mut rows = Rows::default();
    let mut last = None;
    let mut cells = workbook.worksheet_cells_reader(&name).map_err(|e| sheet_refused(&name, None, &e))?;
    // The plain variant writes out every shared formula, which takes as long as a hostile file likes.
    while let Some(cell) = cells.next_cell_with_formula_metadata().map_err(|e| sheet_refused(&name, last, &e))? {
        let (row, column) = cell.pos;
        last = Some(cell.pos);
        if row > LAST.0 || column > LAST.1 {
            return Err(beyond_last_cell(&name, row, column));
        }
        let Some(value) = value(cell.value, cell.formula.is_some_and(|f| has_formula(&f)), is_1904) else { continue };
        if let Cell::Text(text) | Cell::Error(text) = &value {
            let left = text_left.checked_sub(text.len());
            *text_left = left
                .ok_or_else(|| too_large(say!("the workbook holds over {most} MB of text", most = MOST_TEXT >> 20)))?;
        }
        rows.push(row, column as u16, value);
    }
    Ok(Sheet { name, rows: rows.in_order() })
}

/// What a cell holds; `None` if that is nothing.
fn value(value: DataRef, formula: bool, is_1904: bool) -> Option<Cell> {
    Some(match value {
        DataRef::Empty if formula => Cell::Unsaved,
        DataRef::Empty => return None,
        DataRef::Int(number) => Cell::Number(number as f64),
        DataRef::Float(number) => finite(number, Cell::Number),
        DataRef::DateTime(date) if date.is_datetime() => {
            finite(date.as_f64() + if is_1904 { EPOCH_1904 } else { 0.0 }, Cell::Date)
        }
        DataRef::DateTime(duration) => finite(duration.as_f64(), Cell::Number),
        DataRef::DateTimeIso(text) => iso_date(&text).map_or(Cell::Text(text), Cell::Date),
        DataRef::Bool(value) => Cell::Bool(value),
        DataRef::Error(error) => Cell::Error(error.to_string()),
        DataRef::SharedString(text) if text.trim().is_empty() => return None,
        DataRef::SharedString(text) => Cell::Text(text.to_string()),
        DataRef::String(text) | DataRef::DurationIso(text) if text.trim().is_empty() => return None,
        DataRef::String(text) | DataRef::DurationIso(text) => Cell::Text(text),
    })
}

/// A number that no workbook program writes becomes an error value, so that none goes on into a calculation.
fn finite(number: f64, cell: fn(f64) -> Cell) -> Cell {
    if number.is_finite() { cell(number) } else { Cell::Error(number.to_string()) }
}

fn has_formula(formula: &XlsxFormulaMetadata) -> bool {
    match formula {
        XlsxFormulaMetadata::Normal { formula } => !formula.trim().is_empty(),
        _ => true,
    }
}

/// Days since 1900's epoch of a date written as `2025-03-01` or `2025-03-01T12:00:00`, as some programs save dates.
fn iso_date(text: &str) -> Option<f64> {
    let (date, time) = text.split_once('T').unwrap_or((text, ""));
    let mut parts = date.splitn(3, '-').map(|part| part.parse::<i64>().ok());
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    if !(1900..=9999).contains(&year) || !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    // Counted from 1 March, so that the leap day ends the year.
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let days = 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day;
    let mut seconds = 0.0;
    for (part, unit) in time.trim_end_matches('Z').split(':').zip([3_600.0, 60.0, 1.0]).filter(|(p, _)| !p.is_empty()) {
        seconds += part.parse::<f64>().ok().filter(|p| (0.0..60.0).contains(p))? * unit;
    }
    // 30 December 1899 is day 0 from March 1900 on; Excel counts a 29 February 1900 that never was.
    let serial = days - 693_900;
    Some((if serial < 61 { serial - 1 } else { serial }) as f64 + seconds / 86_400.0)
}

/// The rows of a sheet in the order in which its part has them.
#[derive(Default)]
struct Rows {
    rows: Vec<Row>,
}

impl Rows {
    fn push(&mut self, number: u32, column: u16, cell: Cell) {
        match self.rows.last_mut() {
            Some(row) if row.number == number => row.cells.push((column, cell)),
            before => {
                if let Some(row) = before {
                    row.cells.shrink_to_fit();
                }
                self.rows.push(Row { number, cells: vec![(column, cell)] });
            }
        }
    }

    /// Ascending rows and cells; of cells with one address the one that stands last counts.
    fn in_order(self) -> Vec<Row> {
        let mut rows = self.rows;
        rows.sort_by_key(|row| row.number);
        rows.dedup_by(|later, row| {
            let same = later.number == row.number;
            if same {
                row.cells.append(&mut later.cells);
            }
            same
        });
        for row in &mut rows {
            row.cells.sort_by_key(|(column, _)| *column);
            row.cells.dedup_by(|later, cell| {
                let same = later.0 == cell.0;
                if same {
                    std::mem::swap(later, cell);
                }
                same
            });
        }
        rows
    }
}

fn beyond_last_cell(sheet: &str, row: u32, column: u32) -> Diagnostic {
    let message = say!(
        "the sheet “{sheet}” holds a cell in row {row} and column {column}, but the last cell is XFD1048576",
        sheet,
        row = u64::from(row) + 1,
        column = u64::from(column) + 1
    );
    Diagnostic::error("bad-cell-address", message)
        .hint(say!("delete the rows and columns after the last that is filled in"))
}

/// The refusal of a sheet, with the last cell that could be read.
fn sheet_refused(sheet: &Arc<str>, last: Option<(u32, u32)>, error: &XlsxError) -> Diagnostic {
    let what = match last {
        Some((row, column)) => {
            let cell = CellRef { sheet: Arc::clone(sheet), row, column: column as u16 };
            say!("the sheet “{sheet}”, after cell {cell},", sheet, cell)
        }
        None => say!("the sheet “{sheet}”", sheet),
    };
    refused(&what, error)
}

fn refused(what: &str, error: &XlsxError) -> Diagnostic {
    match error {
        XlsxError::Password => password_protected(),
        XlsxError::CellError(value) => {
            damaged(say!("{part} holds an error value that is not known, `{error}`", part = what, error = value))
        }
        XlsxError::WorksheetNotFound(_) => {
            damaged(say!("{part} is listed in the workbook but missing from the file", part = what))
        }
        _ => damaged(say!("{part} cannot be read: {error}", part = what, error)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_in_words_count_as_excel_counts_days() {
        assert_eq!(iso_date("2025-10-13"), Some(45_943.0));
        assert_eq!(iso_date("1900-01-01"), Some(1.0));
        assert_eq!(iso_date("1900-03-01"), Some(61.0));
        assert_eq!(iso_date("2024-02-29T12:00:00"), Some(45_351.5));
        assert_eq!(iso_date("29/02/2024"), None);
    }

    #[test]
    fn rows_out_of_order_are_sorted_and_the_last_of_equal_cells_counts() {
        let mut rows = Rows::default();
        for (row, column, number) in [(3, 1, 1.0), (1, 2, 2.0), (1, 0, 3.0), (3, 0, 4.0), (3, 1, 5.0)] {
            rows.push(row, column, Cell::Number(number));
        }
        let cells = |list: &[(u16, f64)]| list.iter().map(|(c, n)| (*c, Cell::Number(*n))).collect::<Vec<_>>();
        let expected = vec![
            Row { number: 1, cells: cells(&[(0, 3.0), (2, 2.0)]) },
            Row { number: 3, cells: cells(&[(0, 4.0), (1, 5.0)]) },
        ];
        assert_eq!(rows.in_order(), expected);
    }
}
