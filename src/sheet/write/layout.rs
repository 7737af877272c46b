//! Where everything of a page goes: widths of columns, heights of rows, the row of each block.
//!
//! All of it is settled before the first cell is written, so that a chart may stand above the table it shows.

use super::measure;
use super::paper;
use super::plan::{CHART_ROW, Part, Plan};
use super::size::{self, line_height};
use super::style::Role;
use crate::report::{Block, Chart, Page, Table};

/// Width of columns that carry no table but are needed for paragraphs and charts.
const SPARE_COLUMN: u32 = 64;
/// The least width of a page: about what a sheet of paper takes in landscape without being made smaller.
const LEAST_WIDTH: u32 = 960;
/// How wide a page may be that is printed on one sheet, and in which steps the best width is looked for.
const ONE_SHEET: std::ops::RangeInclusive<u32> = 1_040..=1_640;
const WIDTH_STEP: usize = 40;
/// How high its charts may be, and in which steps; they take what room is left.
const CHART_HEIGHTS: std::ops::RangeInclusive<u32> = 220..=340;
/// Paragraphs and charts are as wide as the widest table, but no wider than this, for a table may be wider than the screen.
const MOST_WIDTH: u32 = 1_480;
/// Height of the blank row between blocks.
const GAP: u32 = 12;
/// The same on a page that is printed on one sheet.
const SMALL_GAP: u32 = 7;
/// What a paragraph keeps free left and right of its words together.
const PADDING: u32 = 8;
impl<'a> Plan<'a> {
    /// Lays out a page, `linked` with a row of links above its title.
    pub fn of(page: &'a Page, linked: bool) -> Plan<'a> {
        if !page.one_page {
            return Plan::within(page, linked, LEAST_WIDTH, MOST_WIDTH, None);
        }
        let lay = |width: u32, charts: u32| Plan::within(page, linked, width, width, Some(charts));
        let printed = |(width, charts): &(u32, u32)| paper::scale(page, &lay(*width, *charts));
        // The first of those that are printed largest.
        let largest = |one: (u32, u32), next: (u32, u32)| if printed(&next) > printed(&one) { next } else { one };
        // Widths from the narrowest on, for the wider a page is, the fewer lines its words take; then what room is left goes
        // to the charts.
        let lowest = *CHART_HEIGHTS.start();
        let widths = ONE_SHEET.step_by(WIDTH_STEP).map(|width| (width, lowest));
        let width = widths.reduce(largest).map_or(LEAST_WIDTH, |(width, _)| width);
        let heights = CHART_HEIGHTS.rev().step_by(CHART_ROW as usize).map(|charts| (width, charts));
        let (width, charts) = heights.reduce(largest).unwrap_or((width, lowest));
        lay(width, charts)
    }

    /// Lays out a page that is at least so wide, with paragraphs and charts at most so wide, and with the charts of a page
    /// that is printed on one sheet so high.
    fn within(page: &'a Page, linked: bool, least: u32, most: u32, charts_high: Option<u32>) -> Plan<'a> {
        let mut columns = Vec::new();
        for table in tables(page) {
            for (at, width) in size::column_widths(table).into_iter().enumerate() {
                match columns.get_mut(at) {
                    Some(widest) => *widest = width.max(*widest),
                    None => columns.push(width),
                }
            }
        }
        let needed: u32 = columns.iter().sum();
        if page.one_page && needed < least {
            // Tables are as wide as all that stands above and below them.
            columns.iter_mut().for_each(|width| *width = *width * least / needed.max(1));
        }
        while columns.iter().sum::<u32>() + SPARE_COLUMN / 2 < least {
            columns.push(SPARE_COLUMN);
        }
        let most = if page.one_page { most.max(needed) } else { most };
        let mut used = 0;
        let fitting = columns.iter().take_while(|width| {
            used += **width;
            used <= most
        });
        let span = fitting.count().max(1) as u16;
        let top = u32::from(linked);
        let mut plan = Plan { columns, span, top, parts: Vec::new(), end: top };
        plan.paragraph(Role::Title, &page.title, 0);
        plan.paragraph(Role::Subtitle, &page.subtitle, 0);
        let rows = |chart: &Chart| tables(page).find(|table| table.id == chart.table).map_or(0, |t| t.rows.len());
        let usual = if page.one_page { SMALL_GAP } else { GAP };
        let mut gap = usual;
        for block in &page.blocks {
            match block {
                Block::Heading(text) => plan.paragraph(Role::Heading, text, gap),
                Block::Text(text) => plan.paragraph(Role::Text, text, gap),
                Block::Answer(text) => plan.paragraph(Role::Answer, text, gap),
                Block::Table(table) => plan.put(gap, Part::Table(table, size::row_heights(table, &plan.columns))),
                Block::Charts(charts) => {
                    let height = size::chart_height(charts, rows, plan.text_width(), charts_high);
                    plan.put(gap, Part::Charts(charts, height));
                }
                Block::Contents(sections) => plan.put(2 * GAP, Part::Contents(sections)),
            }
            gap = if matches!(block, Block::Heading(_)) { usual / 2 } else { usual };
        }
        plan
    }

    fn paragraph(&mut self, role: Role, text: &str, mut gap: u32) {
        let face = role.face();
        let indent = if role == Role::Answer { 16 } else { 0 };
        let lines = measure::lines(text, face, self.text_width().saturating_sub(PADDING + indent));
        let most = ((size::HIGHEST_ROW - role.padding()) / line_height(face)).max(1) as usize;
        for rows in lines.chunks(most) {
            let height = rows.len() as u32 * line_height(face) + role.padding();
            // Unless it goes on in the next row, a paragraph is written as it came, for the spreadsheet to wrap.
            let text = if lines.len() <= most { text.to_string() } else { rows.join("\n") };
            self.put(gap, Part::Paragraph(role, text, height));
            gap = 0;
        }
    }
}

fn tables(page: &Page) -> impl Iterator<Item = &Table> {
    page.blocks.iter().filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    })
}
