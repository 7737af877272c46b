//! Native tables: headings with notes, rows, formulas and totals, each formula with the value it will have.

use rust_xlsxwriter::{
    ConditionalFormatFormula, Formula, Table as NativeTable, TableColumn, TableFunction, TableStyle, Worksheet,
};

use super::plan::{FIRST_COLUMN, is_long};
use super::{WriteError, style};
use crate::report::glossary::Glossary;
use crate::report::{Cell, Column, Family, Format, Table, Total};

mod formulas;
mod looks;
mod marks;
mod values;

pub(super) use values::{check, column_of, totals, value_of};

use formulas::{Places, in_cells, places, total_formula};
use looks::{Look, Looks};

/// Rows whose cells get their looks together: they are still at hand then, and are enough to look a format up for.
const ROWS_AT_A_TIME: u32 = 64;

/// Writes a table that [`check`] has let pass, its heading in `row`.
pub(super) fn write(
    sheet: &mut Worksheet,
    table: &Table,
    glossary: &mut Glossary,
    row: u32,
    page: &str,
) -> Result<(), WriteError> {
    let first = row + 1;
    let after = first + table.rows.len().max(1) as u32;
    let last_column = FIRST_COLUMN + table.columns.len() as u16 - 1;
    let columns = native_columns(table, first, after, page)?;
    let mut native = NativeTable::new()
        .set_name(&table.id)
        .set_columns(&columns)
        // Table styles are not drawn everywhere; the cells have formats of their own instead.
        .set_style(TableStyle::None)
        .set_autofilter(is_long(table))
        .set_banded_rows(false);
    if table.totals.is_some() {
        native = native.set_total_row(true);
    }
    let last = if table.totals.is_some() { after } else { after - 1 };
    sheet.add_table(row, FIRST_COLUMN, last, last_column, &native)?;

    for (at, note) in glossary.headings(table).iter().enumerate() {
        if let Some(text) = note {
            sheet.insert_note(row, cell_column(at), &style::note(text, style::NOTE))?;
        }
    }
    let places = places(table);
    let mut looks = Looks::default();
    for (number, cells) in (first..).zip(&table.rows) {
        if (number - first).is_multiple_of(ROWS_AT_A_TIME) {
            std::mem::take(&mut looks).put(sheet)?;
        }
        for (at, (cell, column)) in cells.iter().zip(&table.columns).enumerate() {
            let place = (number, cell_column(at));
            if let Some(look) = write_cell(sheet, place, cell, column, (table, &places), page)? {
                looks.take_down(place, look);
            }
            if let Cell::Text(text) = cell
                && let Some(note) = glossary.note(text)
            {
                sheet.insert_note(number, cell_column(at), &style::note(&note, style::NOTE))?;
            }
        }
    }
    looks.put(sheet)?;
    if table.rows.is_empty() {
        for at in 0..table.columns.len() {
            sheet.write_blank(first, cell_column(at), &style::words())?;
        }
    }
    marks::shade(sheet, table, first)?;
    marks::bars(sheet, table, first)?;
    // A rule rather than fills, so that the bands stay in order when a reader sorts the table.
    let odd = u32::from(first % 2 == 1);
    let band = ConditionalFormatFormula::new().set_rule(format!("=MOD(ROW(),2)={odd}").as_str());
    sheet.add_conditional_format(first, FIRST_COLUMN, after - 1, last_column, &band.set_format(style::band()))?;
    write_totals(sheet, table, first, after, page)
}

fn cell_column(at: usize) -> u16 {
    FIRST_COLUMN + at as u16
}

fn native_columns(table: &Table, first: u32, after: u32, page: &str) -> Result<Vec<TableColumn>, WriteError> {
    let mut columns = Vec::with_capacity(table.columns.len());
    for (at, column) in table.columns.iter().enumerate() {
        let mut native = TableColumn::new().set_header(&column.heading).set_header_format(style::header(
            is_numeric(table, at),
            is_long(table),
            column.family,
        ));
        match table.totals.as_ref().and_then(|totals| totals.get(at)) {
            Some(Total::Label(label)) => native = native.set_total_label(label),
            Some(total @ (Total::Sum | Total::Ratio(..))) => {
                let formula = total_formula(table, at, total, first, after, page)?;
                native = native.set_total_function(TableFunction::Custom(Formula::new(formula)));
            }
            Some(Total::Empty) | None => (),
        }
        columns.push(native);
    }
    Ok(columns)
}

/// Whether a column is read as numbers: the side on which its heading stands.
fn is_numeric(table: &Table, at: usize) -> bool {
    let mut cells = table.rows.iter().filter_map(|row| row.get(at)).filter(|cell| **cell != Cell::Empty);
    match cells.next() {
        Some(cell) => value_of(cell).is_some(),
        None => at > 0,
    }
}

/// Writes what a cell holds, and says how it looks; `None` for one that is left out.
fn write_cell(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    cell: &Cell,
    heading: &Column,
    (table, places): (&Table, &Places<'_>),
    page: &str,
) -> Result<Option<Look>, WriteError> {
    let among_formulas = heading.family != Family::Plain;
    Ok(Some(match cell {
        // A wide table has many, and the file would carry each.
        Cell::Empty if among_formulas => return Ok(None),
        Cell::Empty => Look::words(),
        Cell::Text(text) => {
            sheet.write_string(row, column, text)?;
            Look::words().entered(among_formulas)
        }
        Cell::Number(value) => {
            sheet.write_number(row, column, *value)?;
            Look::number_of(*value, heading.format).entered(among_formulas)
        }
        Cell::Figure(value, format) => {
            sheet.write_number(row, column, *value)?;
            Look::number_of(*value, *format).entered(among_formulas)
        }
        Cell::Formula(formula, value, format) => {
            sheet.write_formula(row, column, valued(&in_cells(formula, (table, places), row, page)?, *value))?;
            Look::number(*format)
        }
        Cell::Words(formula, text) => {
            let formula = Formula::new(in_cells(formula, (table, places), row, page)?).set_result(text);
            sheet.write_formula(row, column, formula)?;
            Look::words()
        }
    }))
}

/// A formula with its value.
fn valued(formula: &str, value: f64) -> Formula {
    // Adding 0 turns -0 into 0. Rust writes the fewest digits that read back as the same number.
    Formula::new(formula).set_result((value + 0.0).to_string())
}

/// Writes the total row over the one the engine has made: with formats, and with the values of the formulas.
fn write_totals(sheet: &mut Worksheet, table: &Table, first: u32, after: u32, page: &str) -> Result<(), WriteError> {
    let values = totals(table);
    for (at, total) in table.totals.iter().flatten().enumerate() {
        let cell = (after, cell_column(at));
        let format = table.columns.get(at).map_or(Format::Plain, |column| column.format);
        match (total, values.get(at).copied().flatten()) {
            (Total::Label(label), _) => {
                sheet.write_string_with_format(cell.0, cell.1, label, &style::total(None))?;
            }
            (Total::Sum | Total::Ratio(..), Some(value)) => {
                let formula = total_formula(table, at, total, first, after, page)?;
                let format = style::total(Some(format));
                sheet.write_formula_with_format(cell.0, cell.1, valued(&formula, value), &format)?;
            }
            _ => {
                sheet.write_blank(cell.0, cell.1, &style::total(None))?;
            }
        }
    }
    Ok(())
}
