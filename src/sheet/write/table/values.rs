//! What a table holds in numbers, and whether it can be written as it is.

use crate::report::{Cell, Table, Total};
use crate::sheet::write::WriteError;

/// Refuses a table that cannot be written as it is: a row with too few or too many cells, a number that is not finite,
/// a name that names nothing.
pub(in crate::sheet::write) fn check(table: &Table, page: &str) -> Result<(), WriteError> {
    let columns = table.columns.len();
    let even = table.rows.iter().all(|row| row.len() == columns);
    if columns == 0 || !even || table.totals.as_ref().is_some_and(|totals| totals.len() != columns) {
        return Err(WriteError::Uneven { page: page.into(), table: table.id.clone() });
    }
    let values = table.rows.iter().flatten().filter_map(value_of);
    let mut sums = totals(table).into_iter().flatten();
    if values.into_iter().chain(&mut sums).any(|value| !value.is_finite()) {
        return Err(WriteError::NotFinite { page: page.into(), table: table.id.clone() });
    }
    for total in table.totals.iter().flatten() {
        if let Total::Ratio(over, under) = total {
            for heading in [over, under] {
                let at = column_of(table, heading, page)?;
                if !matches!(table.totals.as_ref().and_then(|totals| totals.get(at)), Some(Total::Sum)) {
                    return Err(unknown(table, heading, page));
                }
            }
        }
    }
    Ok(())
}

/// The place of a column.
pub(in crate::sheet::write) fn column_of(table: &Table, heading: &str, page: &str) -> Result<usize, WriteError> {
    let found = table.columns.iter().position(|column| column.heading == heading);
    found.ok_or_else(|| unknown(table, heading, page))
}

/// The error of a heading that the table does not have.
pub(super) fn unknown(table: &Table, heading: &str, page: &str) -> WriteError {
    WriteError::UnknownHeading { page: page.into(), table: table.id.clone(), heading: heading.into() }
}

/// The number in a cell.
pub(in crate::sheet::write) fn value_of(cell: &Cell) -> Option<f64> {
    match cell {
        Cell::Number(value) | Cell::Figure(value, _) | Cell::Formula(_, value, _) => Some(*value),
        Cell::Empty | Cell::Text(_) | Cell::Words(..) => None,
    }
}

/// The values of the total row by column; `None` where it has no number.
pub(in crate::sheet::write) fn totals(table: &Table) -> Vec<Option<f64>> {
    let Some(totals) = &table.totals else { return Vec::new() };
    let at = |heading: &str| table.columns.iter().position(|column| column.heading == heading);
    let values = totals.iter().enumerate().map(|(column, total)| match total {
        Total::Empty | Total::Label(_) => None,
        Total::Sum => Some(sum(table, column)),
        Total::Ratio(over, under) => {
            let (over, under) = (sum(table, at(over)?), sum(table, at(under)?));
            Some(if under == 0.0 { 0.0 } else { over / under })
        }
    });
    values.collect()
}

/// The sum of a column, with the rounding made good (Neumaier), so that it agrees with whatever the spreadsheet does.
fn sum(table: &Table, column: usize) -> f64 {
    let (mut total, mut lost) = (0.0_f64, 0.0_f64);
    for value in table.rows.iter().filter_map(|row| row.get(column).and_then(value_of)) {
        let next = total + value;
        lost += if total.abs() >= value.abs() { (total - next) + value } else { (value - next) + total };
        total = next;
    }
    total + lost
}
