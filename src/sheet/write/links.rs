//! The way through a workbook: the contents, the links back to them, and the colours of the tabs.

use rust_xlsxwriter::{Url, Worksheet};

use super::plan::{CONTENTS_ROW, FIRST_COLUMN, LINK_ROW, Plan};
use super::{WriteError, style};
use crate::report::glossary::Glossary;
use crate::report::{Block, Kind, Page, Report, Section};
use crate::say;

/// The contents of a report and the page that they stand on.
#[derive(Debug, Clone, Copy)]
pub(super) struct Links<'a> {
    page: &'a Page,
    sections: &'a [Section],
}

impl<'a> Links<'a> {
    /// The links of a report; `None` if it has no contents.
    pub fn of(report: &'a Report) -> Option<Links<'a>> {
        report.pages.iter().find_map(|page| {
            page.blocks.iter().find_map(|block| match block {
                Block::Contents(sections) => Some(Links { page, sections }),
                _ => None,
            })
        })
    }

    /// Writes the link above the title of a page, to the contents or back to their page, and colours its tab.
    pub fn write(self, sheet: &mut Worksheet, page: &Page, plan: &Plan) -> Result<(), WriteError> {
        match plan.contents_row() {
            Some(row) => above_title(sheet, &place(&page.name, row), &say!("Contents ↓"))?,
            None => back(sheet, &self.page.name)?,
        }
        let listed = |section: &&Section| section.entries.iter().any(|entry| entry.name == page.name);
        let kind = self.sections.iter().find(listed).map_or(Kind::Answers, |section| section.kind);
        sheet.set_tab_color(style::tab(kind));
        Ok(())
    }
}

/// Writes the link above the title of a page back to a sheet.
pub(super) fn back(sheet: &mut Worksheet, to: &str) -> Result<(), WriteError> {
    above_title(sheet, &place(to, 0), &format!("← {to}"))
}

fn above_title(sheet: &mut Worksheet, target: &str, text: &str) -> Result<(), WriteError> {
    sheet.set_row_height_pixels(0, LINK_ROW)?;
    sheet.write_url_with_format(0, FIRST_COLUMN, Url::new(target).set_text(text), &style::link())?;
    Ok(())
}

/// Writes the contents, their heading in `row`: the name of each sheet, which leads there, and what it answers.
pub(super) fn contents(
    sheet: &mut Worksheet,
    sections: &[Section],
    glossary: &mut Glossary,
    mut row: u32,
    plan: &Plan,
) -> Result<(), WriteError> {
    let beside = plan.contents_column();
    let last = FIRST_COLUMN + plan.span - 1;
    for column in FIRST_COLUMN..=last {
        sheet.write_blank(row, column, &style::Role::Heading.format())?;
    }
    sheet.write_string_with_format(row, FIRST_COLUMN, say!("Contents"), &style::Role::Heading.format())?;
    for section in sections {
        row += 1;
        sheet.set_row_height_pixels(row, CONTENTS_ROW)?;
        sheet.write_string_with_format(row, FIRST_COLUMN, section.kind.heading(), &style::section())?;
        for entry in &section.entries {
            row += 1;
            sheet.set_row_height_pixels(row, CONTENTS_ROW)?;
            let url = Url::new(place(&entry.name, 0)).set_text(entry.name.as_str());
            sheet.write_url_with_format(row, FIRST_COLUMN, url, &style::link())?;
            sheet.write_string_with_format(row, beside, &entry.answers, &style::plain())?;
            for (column, text) in [(FIRST_COLUMN, &entry.name), (beside, &entry.answers)] {
                if let Some(note) = glossary.note(text) {
                    sheet.insert_note(row, column, &style::note(&note, style::NOTE))?;
                }
            }
        }
    }
    Ok(())
}

/// The first cell of a row of a sheet, as links name it.
fn place(sheet: &str, row: u32) -> String {
    format!("internal:'{}'!A{}", sheet.replace('\'', "''"), row + 1)
}
