//! Native tables: headings with notes, rows, formulas and totals, each formula with the value it will have.

use std::collections::BTreeMap;

use rust_xlsxwriter::utility::row_col_to_cell;
use rust_xlsxwriter::{
    ConditionalFormat2ColorScale, ConditionalFormatDataBar, ConditionalFormatDataBarAxisPosition,
    ConditionalFormatFormula, ConditionalFormatType, Formula, Table as NativeTable, TableColumn, TableFunction,
    TableStyle, Worksheet,
};

use super::plan::{FIRST_COLUMN, is_long};
use super::{WriteError, style};
use crate::report::glossary::Glossary;
use crate::report::{Bars, Cell, Column, Family, Format, Table, Total};

/// Refuses a table that cannot be written as it is: a row with too few or too many cells, a number that is not finite,
/// a name that names nothing.
pub(super) fn check(table: &Table, page: &str) -> Result<(), WriteError> {
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
pub(super) fn column_of(table: &Table, heading: &str, page: &str) -> Result<usize, WriteError> {
    let found = table.columns.iter().position(|column| column.heading == heading);
    found.ok_or_else(|| unknown(table, heading, page))
}

fn unknown(table: &Table, heading: &str, page: &str) -> WriteError {
    WriteError::UnknownHeading { page: page.into(), table: table.id.clone(), heading: heading.into() }
}

/// The number in a cell.
pub(super) fn value_of(cell: &Cell) -> Option<f64> {
    match cell {
        Cell::Number(value) | Cell::Figure(value, _) | Cell::Formula(_, value, _) => Some(*value),
        Cell::Empty | Cell::Text(_) | Cell::Words(..) => None,
    }
}

/// The values of the total row by column; `None` where it has no number.
pub(super) fn totals(table: &Table) -> Vec<Option<f64>> {
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
    for (number, cells) in (first..).zip(&table.rows) {
        for (at, (cell, column)) in cells.iter().zip(&table.columns).enumerate() {
            write_cell(sheet, (number, cell_column(at)), cell, column, (table, &places), page)?;
            if let Cell::Text(text) = cell
                && let Some(note) = glossary.note(text)
            {
                sheet.insert_note(number, cell_column(at), &style::note(&note, style::NOTE))?;
            }
        }
    }
    if table.rows.is_empty() {
        for at in 0..table.columns.len() {
            sheet.write_blank(first, cell_column(at), &style::words())?;
        }
    }
    shade(sheet, table, first)?;
    bars(sheet, table, first)?;
    // A rule rather than fills, so that the bands stay in order when a reader sorts the table.
    let odd = u32::from(first % 2 == 1);
    let band = ConditionalFormatFormula::new().set_rule(format!("=MOD(ROW(),2)={odd}").as_str());
    sheet.add_conditional_format(first, FIRST_COLUMN, after - 1, last_column, &band.set_format(style::band()))?;
    write_totals(sheet, table, first, after, page)
}

/// Puts bars behind the numbers of the columns that have them.
fn bars(sheet: &mut Worksheet, table: &Table, first: u32) -> Result<(), WriteError> {
    let bar = || {
        ConditionalFormatDataBar::new()
            .set_fill_color(style::BAR)
            .set_negative_fill_color(style::BAR_BELOW)
            .set_solid_fill(true)
            .set_border_off(true)
    };
    for (at, column) in table.columns.iter().enumerate() {
        let at = cell_column(at);
        let last = first + table.rows.len().max(1) as u32 - 1;
        match column.bars {
            Bars::None => (),
            Bars::Shares => {
                let whole =
                    bar().set_minimum(ConditionalFormatType::Number, 0).set_maximum(ConditionalFormatType::Number, 1);
                sheet.add_conditional_format(first, at, last, at, &whole)?;
            }
            Bars::Changes => {
                let mut top = first;
                for alike in table.rows.chunk_by(|one, next| one.first() == next.first()) {
                    let end = top + alike.len() as u32;
                    // Where the numbers stand there shall be no axis through them.
                    let bar = bar().set_axis_position(ConditionalFormatDataBarAxisPosition::Midpoint);
                    sheet.add_conditional_format(top, at, end - 1, at, &bar)?;
                    top = end;
                }
            }
        }
    }
    Ok(())
}

/// Shades the cells of the columns that are a heat map, each row by itself: the shades of a row say where it goes.
fn shade(sheet: &mut Worksheet, table: &Table, first: u32) -> Result<(), WriteError> {
    let hot = |column: &Column| column.heat;
    let ends = (table.columns.iter().position(hot), table.columns.iter().rposition(hot));
    let (Some(left), Some(right)) = ends else { return Ok(()) };
    for row in (first..).take(table.rows.len()) {
        let scale = ConditionalFormat2ColorScale::new()
            .set_minimum(ConditionalFormatType::Number, 0)
            .set_minimum_color(style::COLD)
            .set_maximum_color(style::HOT);
        sheet.add_conditional_format(row, cell_column(left), row, cell_column(right), &scale)?;
    }
    Ok(())
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

fn write_cell(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    cell: &Cell,
    heading: &Column,
    (table, places): (&Table, &Places<'_>),
    page: &str,
) -> Result<(), WriteError> {
    // Among formulas, what is none has an ink of its own.
    let entered = |format| if heading.family == Family::Plain { format } else { style::entered(format) };
    match cell {
        // A wide table has many, and the file would carry each.
        Cell::Empty if heading.family != Family::Plain => return Ok(()),
        Cell::Empty => sheet.write_blank(row, column, &style::words())?,
        Cell::Text(text) => sheet.write_string_with_format(row, column, text, &entered(style::words()))?,
        Cell::Number(value) => {
            sheet.write_number_with_format(row, column, *value, &entered(style::number_of(*value, heading.format)))?
        }
        Cell::Figure(value, format) => {
            sheet.write_number_with_format(row, column, *value, &entered(style::number_of(*value, *format)))?
        }
        Cell::Formula(formula, value, format) => {
            let formula = in_cells(formula, (table, places), row, page)?;
            write_formula(sheet, (row, column), &formula, *value, &style::number(*format))?
        }
        Cell::Words(formula, text) => {
            let formula = Formula::new(in_cells(formula, (table, places), row, page)?).set_result(text);
            sheet.write_formula_with_format(row, column, formula, &style::words())?
        }
    };
    Ok(())
}

fn write_formula<'s>(
    sheet: &'s mut Worksheet,
    (row, column): (u32, u16),
    formula: &str,
    value: f64,
    format: &rust_xlsxwriter::Format,
) -> Result<&'s mut Worksheet, WriteError> {
    // Adding 0 turns -0 into 0. Rust writes the fewest digits that read back as the same number.
    let formula = Formula::new(formula).set_result((value + 0.0).to_string());
    Ok(sheet.write_formula_with_format(row, column, formula, format)?)
}

/// The places of columns by heading, where no heading holds brackets.
type Places<'a> = BTreeMap<&'a str, usize>;

fn places(table: &Table) -> Places<'_> {
    let headings: Vec<&str> = table.columns.iter().map(|column| column.heading.as_str()).collect();
    match headings.iter().any(|heading| heading.contains(['[', ']'])) {
        true => Places::new(),
        false => headings.into_iter().zip(0..).collect(),
    }
}

/// A formula with `[@heading]` turned into the cell of that column in the same row, which every spreadsheet reads.
fn in_cells(formula: &str, (table, places): (&Table, &Places<'_>), row: u32, page: &str) -> Result<String, WriteError> {
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

fn total_formula(
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
                write_formula(sheet, cell, &formula, value, &style::total(Some(format)))?;
            }
            _ => {
                sheet.write_blank(cell.0, cell.1, &style::total(None))?;
            }
        }
    }
    Ok(())
}
