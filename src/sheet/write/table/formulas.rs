//! The formulas of a table in the cells of a sheet.

use std::collections::BTreeMap;

use rust_xlsxwriter::utility::row_col_to_cell;

use super::cell_column;
use super::values::{column_of, unknown};
use crate::report::{Table, Total};
use crate::sheet::write::WriteError;

/// The places of columns by heading, where no heading holds brackets.
pub(super) type Places<'a> = BTreeMap<&'a str, usize>;

/// Those of a table.
pub(super) fn places(table: &Table) -> Places<'_> {
    let headings: Vec<&str> = table.columns.iter().map(|column| column.heading.as_str()).collect();
    match headings.iter().any(|heading| heading.contains(['[', ']'])) {
        true => Places::new(),
        false => headings.into_iter().zip(0..).collect(),
    }
}

/// A formula with `[@heading]` turned into the cell of that column in the same row, which every spreadsheet reads.
pub(super) fn in_cells(
    formula: &str,
    (table, places): (&Table, &Places<'_>),
    row: u32,
    page: &str,
) -> Result<String, WriteError> {
    let mut out = String::with_capacity(formula.len());
    let mut rest = formula;
    while let Some((before, after)) = rest.split_once("[@") {
        out.push_str(before);
        if let Some((heading, tail)) = after.split_once(']')
            && let Some(at) = places.get(heading)
        {
            out.push_str(&row_col_to_cell(row, cell_column(*at)));
            rest = tail;
            continue;
        }
        // A heading may hold brackets itself, so the longest that fits is meant.
        let fitting = table.columns.iter().enumerate().filter_map(|(at, column)| {
            let heading = column.heading.as_str();
            let plain = after.strip_prefix(heading).and_then(|tail| tail.strip_prefix(']'));
            let bracketed = || after.strip_prefix('[')?.strip_prefix(heading)?.strip_prefix("]]");
            plain.or_else(bracketed).map(|tail| (heading.len(), at, tail))
        });
        let Some((_, at, tail)) = fitting.max_by_key(|(length, _, _)| *length) else {
            let heading = after.split(']').next().unwrap_or(after);
            return Err(unknown(table, heading, page));
        };
        out.push_str(&row_col_to_cell(row, cell_column(at)));
        rest = tail;
    }
    out.push_str(rest);
    Ok(out)
}

/// The formula of the total row under a column; nothing where there is none.
pub(super) fn total_formula(
    table: &Table,
    at: usize,
    total: &Total,
    first: u32,
    after: u32,
    page: &str,
) -> Result<String, WriteError> {
    Ok(match total {
        Total::Empty | Total::Label(_) => String::new(),
        Total::Sum => {
            let (top, bottom) = (row_col_to_cell(first, cell_column(at)), row_col_to_cell(after - 1, cell_column(at)));
            // 109: the sum of the rows that a filter leaves in sight.
            format!("SUBTOTAL(109,{top}:{bottom})")
        }
        Total::Ratio(over, under) => {
            let over = row_col_to_cell(after, cell_column(column_of(table, over, page)?));
            let under = row_col_to_cell(after, cell_column(column_of(table, under, page)?));
            format!("IF({under}=0,0,{over}/{under})")
        }
    })
}
