//! Writes input workbooks: grids of cells with what is allowed in them.

use rust_xlsxwriter::utility::row_col_to_cell_absolute;
use rust_xlsxwriter::{
    ConditionalFormatFormula, DocProperties, ExcelDateTime, Table as NativeTable, TableColumn, TableStyle, Url,
    Workbook, Worksheet,
};

use super::{DEFAULT_CELL, WriteError, measure, style};
use crate::programme::Date;
use crate::template::book::{Coloured, Content, InputBook, InputCell, InputSheet};

mod allowed;
mod look;

/// Width of a note in pixels.
const NOTE_WIDTH: u32 = 300;
/// Number of A4 in the list of paper sizes.
const A4: u8 = 9;
/// Titles and remarks run over to the right; a sheet is printed at least this wide.
const LEAST_WIDTH: u32 = 760;

/// The bytes of an input workbook. The same book gives the same bytes.
///
/// # Errors
/// [`WriteError`], if the book has a number that is not finite or goes beyond what a workbook can hold.
pub fn input_workbook(book: &InputBook) -> Result<Vec<u8>, WriteError> {
    let mut workbook = Workbook::new();
    super::theme::put(&mut workbook)?;
    let created = day(book.created)?;
    workbook.set_properties(
        &DocProperties::new()
            .set_title(&book.title)
            .set_subject(&book.subject)
            .set_author("partnersim")
            .set_creation_datetime(&created),
    );
    workbook.set_default_format(&style::plain(), DEFAULT_CELL.0, DEFAULT_CELL.1)?;
    for sheet in &book.sheets {
        let native = workbook.add_worksheet();
        native.set_name(&sheet.name)?;
        write_sheet(native, sheet)?;
    }
    for page in &book.pages {
        let sheet = workbook.add_worksheet();
        super::fill(sheet, page, &super::plan(page, true)?, None)?;
        if let Some(guide) = book.sheets.first() {
            super::links::back(sheet, &guide.name)?;
        }
    }
    for name in &book.names {
        let cell = row_col_to_cell_absolute(name.cell.0, name.cell.1);
        workbook.define_name(&name.name, &format!("={}!{cell}", allowed::quoted(&name.sheet)))?;
    }
    Ok(workbook.save_to_buffer()?)
}

/// A day as the engine has it.
fn day(date: Date) -> Result<ExcelDateTime, WriteError> {
    Ok(ExcelDateTime::from_ymd(u16::try_from(date.year).unwrap_or(0), date.month, date.day)?)
}

fn write_sheet(native: &mut Worksheet, sheet: &InputSheet) -> Result<(), WriteError> {
    set_up(native, sheet)?;
    if let Some(area) = &sheet.table {
        // The headings are cells of the grid; the engine wants to write them, and they are written over below.
        let headings = sheet.rows.get(area.heading as usize).map(Vec::as_slice).unwrap_or_default();
        let columns: Vec<TableColumn> = headings
            .iter()
            .map(|cell| TableColumn::new().set_header(words(&cell.content)).set_header_format(look::format(cell.look)))
            .collect();
        let last_column = (columns.len() as u16).saturating_sub(1);
        let table = NativeTable::new()
            .set_name(&area.name)
            .set_columns(&columns)
            .set_style(TableStyle::None)
            .set_banded_rows(false)
            .set_autofilter(false);
        native.add_table(area.heading, 0, area.last, last_column, &table)?;
    }
    for (row, cells) in (0..).zip(&sheet.rows) {
        native.set_row_height_pixels(row, row_height(sheet, cells))?;
        for (column, cell) in (0..).zip(cells) {
            write_cell(native, (row, column), cell, &sheet.name)?;
        }
    }
    for check in &sheet.checks {
        let rule = allowed::validation(check)?;
        native.add_data_validation(check.rows.0, check.column, check.rows.1, check.column, &rule)?;
    }
    if let Some(coloured) = &sheet.coloured {
        colour(native, coloured)?;
    }
    native.group_symbols_above(true);
    for (first, last) in &sheet.folds {
        native.group_rows(*first, *last)?;
    }
    Ok(())
}

/// How the sheet looks on the screen and on paper.
fn set_up(native: &mut Worksheet, sheet: &InputSheet) -> Result<(), WriteError> {
    native.set_screen_gridlines(false).set_tab_color(look::tab(sheet.tab));
    for (column, width) in (0..).zip(&sheet.widths) {
        native.set_column_width_pixels(column, pixels(*width))?;
    }
    native.set_freeze_panes(sheet.frozen, sheet.frozen_columns)?;
    native.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0);
    native.set_margins(0.45, 0.45, 0.5, 0.65, 0.3, 0.3).set_footer("&L&8&A&R&8&P / &N");
    let width: u32 = sheet.widths.iter().map(|width| pixels(*width)).sum();
    let spare = running_over(sheet).max(LEAST_WIDTH).saturating_sub(width).div_ceil(DEFAULT_CELL.1) as u16;
    let last_column = (sheet.widths.len() as u16 + spare).saturating_sub(1);
    native.set_print_area(0, 0, (sheet.rows.len() as u32).saturating_sub(1), last_column)?;
    if let Some(heading) = sheet.frozen.checked_sub(1) {
        native.set_repeat_rows(heading, heading)?;
    }
    Ok(())
}

/// The width of the longest words that run over the cells to their right.
fn running_over(sheet: &InputSheet) -> u32 {
    let single = sheet.rows.iter().filter(|cells| cells.len() == 1).flatten();
    let widths = single.map(|cell| measure::width(words(&cell.content), look::face(cell.look)).ceil() as u32);
    widths.max().unwrap_or(0)
}

/// The width of a column of so many characters.
fn pixels(characters: u16) -> u32 {
    u32::from(characters) * 7 + 5
}

fn words(content: &Content) -> &str {
    match content {
        Content::Text(text) | Content::Link { words: text, .. } => text,
        Content::Empty | Content::Number(_) | Content::Date(_) => "",
    }
}

/// High enough for the words of its cells, wrapped in their columns.
fn row_height(sheet: &InputSheet, cells: &[InputCell]) -> u32 {
    let high = |(cell, width): (&InputCell, &u16)| {
        let (face, padding) = (look::face(cell.look), look::padding(cell.look));
        let line = super::size::line_height(face);
        if !look::wraps(cell.look) {
            return line + padding;
        }
        let room = pixels(*width).saturating_sub(look::SIDES);
        measure::lines(words(&cell.content), face, room).len() as u32 * line + padding
    };
    cells.iter().zip(&sheet.widths).map(high).max().unwrap_or(10)
}

fn write_cell(
    native: &mut Worksheet,
    (row, column): (u32, u16),
    cell: &InputCell,
    sheet: &str,
) -> Result<(), WriteError> {
    let format = look::format_of(cell);
    match &cell.content {
        Content::Empty => native.write_blank(row, column, &format)?,
        Content::Text(text) => native.write_string_with_format(row, column, text, &format)?,
        Content::Number(number) if !number.is_finite() => {
            return Err(WriteError::NotFinite { page: sheet.into(), table: sheet.into() });
        }
        Content::Number(number) => native.write_number_with_format(row, column, *number, &format)?,
        Content::Date(date) => native.write_datetime_with_format(row, column, day(*date)?, &format)?,
        Content::Link { words, sheet, row: to } => {
            let link = Url::new(format!("internal:{}!A{}", allowed::quoted(sheet), to + 1)).set_text(words);
            native.write_url_with_format(row, column, link, &format)?
        }
    };
    if let Some(text) = &cell.note {
        native.insert_note(row, column, &style::note(text, NOTE_WIDTH))?;
    }
    Ok(())
}

/// Rules by which the colour of a value follows the word in its Basis cell.
fn colour(native: &mut Worksheet, coloured: &Coloured) -> Result<(), WriteError> {
    let (first, last) = coloured.rows;
    let basis = rust_xlsxwriter::utility::row_col_to_cell(first, coloured.basis);
    for (basis_kind, word) in &coloured.words {
        let format = rust_xlsxwriter::Format::new().set_background_color(look::fill(*basis_kind));
        let rule =
            ConditionalFormatFormula::new().set_rule(format!("=${basis}=\"{word}\"").as_str()).set_format(format);
        for column in &coloured.columns {
            native.add_conditional_format(first, *column, last, *column, &rule)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::template::book::{Figure, Look, Tab};

    #[test]
    fn a_number_that_is_not_finite_is_refused() {
        let content = Content::Number(f64::NAN);
        let cell = InputCell { content, look: Look::value(Figure::Number, None), note: None };
        let sheet = InputSheet {
            name: "Data".into(),
            tab: Tab::Input,
            widths: vec![10],
            rows: vec![vec![cell]],
            frozen: 0,
            frozen_columns: 0,
            table: None,
            checks: Vec::new(),
            coloured: None,
            folds: Vec::new(),
        };
        let created = Date { year: 2017, month: 2, day: 1 };
        let book = InputBook {
            title: String::new(),
            subject: String::new(),
            created,
            sheets: vec![sheet],
            names: Vec::new(),
            pages: Vec::new(),
        };
        assert!(matches!(input_workbook(&book), Err(WriteError::NotFinite { .. })));
    }
}
