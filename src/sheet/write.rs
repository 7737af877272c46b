//! Turns a report into the bytes of a workbook. Nothing outside this module names the engine that writes it.
//!
//! The same report gives the same bytes. `layout` settles where everything goes (by `size` and `measure`), `table`
//! and `chart` write it, `style` and `numbers` say how it looks and `paper` how it prints.

use std::collections::BTreeMap;

use rayon::prelude::*;
use rust_xlsxwriter::utility::row_col_to_cell_absolute;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, IgnoreError, Workbook, Worksheet};

use crate::embedded::{self, Record};
use crate::language::{Language, speaking, spoken};
use crate::report::glossary::Glossary;
use crate::report::{CellName, Page, Report};
use crate::say;
use plan::{FIRST_COLUMN, MARGIN, Part, Placed, Plan};

mod chart;
mod error;
pub mod input;
mod layout;
mod links;
mod measure;
mod numbers;
mod palette;
mod paper;
mod plan;
mod scale;
mod size;
mod style;
mod table;
mod theme;

#[cfg(test)]
mod tests;

pub use error::WriteError;

/// Height of a row and width of a column where nothing is said, in pixels: those of Arial 10.
const DEFAULT_CELL: (u32, u32) = (17, 64);

/// How hard the parts of a file are packed: half the work of the usual 6, and files 6 % larger.
const COMPRESSION: u8 = 4;
/// The same where somebody waits: half of that work again, and files 40 % larger.
const COMPRESSION_AT_ONCE: u8 = 1;

/// The bytes of the workbook of a report.
///
/// # Errors
/// [`WriteError`], if the report has a number that is not finite, refers to something it does not have, or goes beyond
/// what a workbook can hold.
pub fn workbook(report: &Report) -> Result<Vec<u8>, WriteError> {
    packed(report, COMPRESSION)
}

/// The same workbook, packed less: for an answer at once, which the next one replaces.
///
/// # Errors
/// See [`workbook`].
pub fn workbook_at_once(report: &Report) -> Result<Vec<u8>, WriteError> {
    packed(report, COMPRESSION_AT_ONCE)
}

fn packed(report: &Report, compression: u8) -> Result<Vec<u8>, WriteError> {
    let mut workbook = Workbook::new();
    workbook.set_zip_compression_level(compression);
    theme::put(&mut workbook)?;
    workbook.set_properties(&properties(report)?);
    workbook.set_default_format(&style::plain(), DEFAULT_CELL.0, DEFAULT_CELL.1)?;
    let links = links::Links::of(report);
    for _ in &report.pages {
        workbook.add_worksheet();
    }
    // Sentences are in the language of the thread that asks for the workbook.
    let language = spoken();
    let written = |(sheet, page)| {
        speaking(language, || {
            let plan = plan(page, links.is_some())?;
            fill(sheet, page, &plan, links).map(|()| plan)
        })
    };
    let plans: Vec<Result<Plan<'_>, WriteError>> =
        workbook.worksheets_mut().par_iter_mut().zip(&report.pages).map(written).collect();
    for (page, plan) in report.pages.iter().zip(plans) {
        define_names(&mut workbook, report, page, &plan?)?;
    }
    if !report.embedded.is_empty() {
        embed(&mut workbook, &report.embedded)?;
    }
    let bytes = workbook.save_to_buffer()?;
    // Nobody need wait until all its cells are given back.
    rayon::spawn(|| drop(workbook));
    Ok(bytes)
}

/// Adds what the result was made from, as words on a sheet that only a program shows.
fn embed(workbook: &mut Workbook, records: &[Record]) -> Result<(), WriteError> {
    let sheet = workbook.add_worksheet();
    sheet.set_name(embedded::SHEET)?.set_very_hidden(true);
    for (row, record) in (0..).zip(records) {
        for (column, text) in (0..).zip(record) {
            sheet.write_string(row, column, text)?;
        }
    }
    Ok(())
}

/// Defines the report's names for tables of a page.
fn define_names(workbook: &mut Workbook, report: &Report, page: &Page, plan: &Plan<'_>) -> Result<(), WriteError> {
    let tables: BTreeMap<&str, (u32, usize)> = plan
        .parts
        .iter()
        .filter_map(|placed| match placed.part {
            Part::Table(table, _) => Some((table.id.as_str(), (placed.row, table.rows.len()))),
            _ => None,
        })
        .collect();
    for CellName { name, table, column, row } in &report.names {
        let Some((heading, rows)) = tables.get(table.as_str()) else { continue };
        let first = heading + 1 + row.unwrap_or(0) as u32;
        let last = if row.is_some() { first } else { heading + (*rows).max(1) as u32 };
        let column = FIRST_COLUMN + *column as u16;
        let (first, last) = (row_col_to_cell_absolute(first, column), row_col_to_cell_absolute(last, column));
        let cells = if first == last { first } else { format!("{first}:{last}") };
        workbook.define_name(name, &format!("='{}'!{cells}", page.name.replace('\'', "''")))?;
    }
    Ok(())
}

/// Writes a page to a sheet.
fn fill(
    sheet: &mut Worksheet,
    page: &Page,
    plan: &Plan<'_>,
    links: Option<links::Links<'_>>,
) -> Result<(), WriteError> {
    sheet.set_name(&page.name)?;
    set_up(sheet, plan)?;
    paper::set_up(sheet, page, plan)?;
    if let Some(links) = links {
        links.write(sheet, page, plan)?;
    }
    write_parts(sheet, page, plan)
}

/// What the file says about itself. The engine would put the hour of the day there if the report did not say the day.
fn properties(report: &Report) -> Result<DocProperties, WriteError> {
    let day = report.created;
    let created = ExcelDateTime::from_ymd(u16::try_from(day.year).unwrap_or(0), day.month, day.day)?;
    Ok(DocProperties::new()
        .set_title(&report.title)
        .set_subject(&report.subject)
        .set_author("partnersim")
        .set_category(super::origin::RESULT_CATEGORY)
        .set_keywords(say!("partner programme, simulation, scenarios, Monte Carlo"))
        .set_custom_property(
            "Language",
            match spoken() {
                Language::En => "en",
                Language::Fr => "fr",
            },
        )
        .set_creation_datetime(&created))
}

fn plan(page: &Page, linked: bool) -> Result<Plan<'_>, WriteError> {
    for block in &page.blocks {
        if let crate::report::Block::Table(table) = block {
            table::check(table, &page.name)?;
        }
    }
    Ok(Plan::of(page, linked))
}

/// How the sheet looks on the screen.
fn set_up(sheet: &mut Worksheet, plan: &Plan) -> Result<(), WriteError> {
    sheet.set_screen_gridlines(false);
    sheet.set_column_width_pixels(0, MARGIN)?;
    for (column, width) in (FIRST_COLUMN..).zip(&plan.columns) {
        sheet.set_column_width_pixels(column, *width)?;
    }
    let (rows, columns) = plan.frozen();
    sheet.set_freeze_panes(rows, columns)?;

    // Years and names such as "1" are words here, and no slip.
    sheet.ignore_error_range(0, 0, plan.end, plan.last_column(), IgnoreError::NumberStoredAsText)?;
    Ok(())
}

fn write_parts(sheet: &mut Worksheet, page: &Page, plan: &Plan) -> Result<(), WriteError> {
    let tables: BTreeMap<&str, chart::Source> = plan
        .parts
        .iter()
        .filter_map(|placed| match placed.part {
            Part::Table(table, _) => {
                Some((table.id.as_str(), chart::Source { page: &page.name, table, row: placed.row }))
            }
            _ => None,
        })
        .collect();
    let mut glossary = Glossary::default();
    for Placed { row, gap, part } in &plan.parts {
        if *gap > 0 {
            sheet.set_row_height_pixels(row.saturating_sub(1), *gap)?;
        }
        match part {
            Part::Paragraph(role, text, height) => {
                sheet.set_row_height_pixels(*row, *height)?;
                let format = role.format();
                let last = FIRST_COLUMN + plan.span - 1;
                if last == FIRST_COLUMN {
                    sheet.write_string_with_format(*row, FIRST_COLUMN, text, &format)?;
                } else {
                    sheet.merge_range(*row, FIRST_COLUMN, *row, last, text, &format)?;
                }
                if let Some(note) = glossary.note(text) {
                    sheet.insert_note(*row, FIRST_COLUMN, &style::note(&note, style::WIDE_NOTE))?;
                }
            }
            Part::Table(table, heights) => {
                table::write(sheet, table, &mut glossary, *row, &page.name)?;
                for (row, height) in (*row..).zip(heights) {
                    sheet.set_row_height_pixels(row, *height)?;
                }
            }
            Part::Contents(sections) => links::contents(sheet, sections, &mut glossary, *row, plan)?,
            Part::Charts(charts, height) => {
                for row in (*row..).take(height.div_ceil(plan::CHART_ROW) as usize) {
                    sheet.set_row_height_pixels(row, plan::CHART_ROW)?;
                }
                let beside = charts.len().max(1) as u32;
                let between = plan::BETWEEN_CHARTS * (beside - 1);
                let width = plan.text_width().saturating_sub(between + plan::CHART_EDGE) / beside;
                for (place, chart) in (0..).zip(charts.iter()) {
                    let source = tables.get(chart.table.as_str()).copied().ok_or_else(|| WriteError::UnknownTable {
                        page: page.name.as_str().into(),
                        table: chart.table.clone(),
                    })?;
                    let native = chart::native(chart, source, width, *height)?;
                    let left = place * (width + plan::BETWEEN_CHARTS);
                    sheet.insert_chart_with_offset(*row, FIRST_COLUMN, &native, left, 0)?;
                }
            }
        }
    }
    Ok(())
}
