//! Where everything of a page goes: widths of columns, heights of rows, the row of each block.
//!
//! All of it is settled before the first cell is written, so that a chart may stand above the table it shows.

use super::measure;
use super::paper;
use super::size::{self, line_height};
use super::style::Role;
use crate::report::{Block, Chart, Page, Section, Table};

/// The column in which everything starts; the one before it is the margin of the page on the screen.
pub(super) const FIRST_COLUMN: u16 = 1;
/// Width of that margin.
pub(super) const MARGIN: u32 = 14;
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
/// Height of the row of links above the title.
pub(super) const LINK_ROW: u32 = 18;
/// Height of a line of the contents.
pub(super) const CONTENTS_ROW: u32 = 19;
/// What the names of sheets take in the contents.
const CONTENTS_NAME: u32 = 170;
/// Height of the rows kept free for a chart, each.
pub(super) const CHART_ROW: u32 = 20;
/// What a chart keeps away from the edge of the page, where print would cut its frame.
pub(super) const CHART_EDGE: u32 = 4;
/// Space between two charts side by side.
pub(super) const BETWEEN_CHARTS: u32 = 12;
/// What a paragraph keeps free left and right of its words together.
const PADDING: u32 = 8;
/// From this many rows on a table has filter buttons, and a heading that stays in sight.
const LONG_TABLE: usize = 25;
/// How far down a table may start for its heading to stay in sight.
const NEAR_THE_TOP: u32 = 220;

/// A page laid out.
#[derive(Debug)]
pub(super) struct Plan<'a> {
    /// Widths in pixels of the columns from [`FIRST_COLUMN`] on.
    pub columns: Vec<u32>,
    /// How many of them paragraphs and charts span.
    pub span: u16,
    /// The row of the title: 1 where a row of links stands above it, else 0.
    pub top: u32,
    /// What stands where, from top to bottom.
    pub parts: Vec<Placed<'a>>,
    /// The row after the last.
    pub end: u32,
}

/// A part of a page with its first row.
#[derive(Debug)]
pub(super) struct Placed<'a> {
    /// The first row, 0 for the topmost.
    pub row: u32,
    /// Height of the blank row above it, 0 if there is none.
    pub gap: u32,
    /// What stands there.
    pub part: Part<'a>,
}

/// What a block becomes.
#[derive(Debug)]
pub(super) enum Part<'a> {
    /// One row across the page, with its height.
    Paragraph(Role, String, u32),
    /// A table, with the heights of its heading, its rows and its total row.
    Table(&'a Table, Vec<u32>),
    /// Charts side by side, with their height.
    Charts(&'a [Chart], u32),
    /// The contents: a heading, and a row for each section and each of its sheets.
    Contents(&'a [Section]),
}

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

    /// Width in pixels of paragraphs and charts.
    pub fn text_width(&self) -> u32 {
        self.columns.iter().take(usize::from(self.span)).sum()
    }

    /// The column of the contents that says what a sheet answers: the first that leaves room for names before it.
    pub fn contents_column(&self) -> u16 {
        let mut used = 0;
        let names = self.columns.iter().take_while(|width| {
            let taken = used < CONTENTS_NAME;
            used += **width;
            taken
        });
        FIRST_COLUMN + names.count() as u16
    }

    /// The row of the contents, if they stand on the page.
    pub fn contents_row(&self) -> Option<u32> {
        self.parts.iter().find(|placed| matches!(placed.part, Part::Contents(_))).map(|placed| placed.row)
    }

    /// The last column in use.
    pub fn last_column(&self) -> u16 {
        FIRST_COLUMN + (self.columns.len() as u16).saturating_sub(1)
    }

    /// The rows and columns that stay in sight.
    pub fn frozen(&self) -> (u32, u16) {
        match self.long_table() {
            Some((row, table)) if self.above(row) <= NEAR_THE_TOP => {
                let wide = table.columns.len() > usize::from(self.span);
                let narrow_first = self.columns.first().is_some_and(|width| *width <= 260);
                (row + 1, if wide && narrow_first { FIRST_COLUMN + 1 } else { 0 })
            }
            _ => (
                self.parts
                    .iter()
                    .find(|placed| !is_title(placed))
                    .map_or(self.end, |placed| placed.row.saturating_sub(1)),
                0,
            ),
        }
    }

    /// The row that is printed on every sheet of paper: the heading of the page's only table.
    pub fn repeated(&self) -> Option<u32> {
        self.long_table().map(|(row, _)| row)
    }

    /// The first row and the table of a page that is one long table, whatever is said above it.
    fn long_table(&self) -> Option<(u32, &'a Table)> {
        let mut found = None;
        for placed in &self.parts {
            match placed.part {
                Part::Paragraph(..) | Part::Contents(_) => (),
                Part::Table(table, _) if found.is_none() && is_long(table) => found = Some((placed.row, table)),
                Part::Table(..) | Part::Charts(..) => return None,
            }
        }
        found
    }

    /// Pixels above a row.
    fn above(&self, row: u32) -> u32 {
        self.parts.iter().filter(|placed| placed.row < row).map(|placed| placed.gap + placed.part.height()).sum()
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

    /// Puts a part below what is there.
    fn put(&mut self, gap: u32, part: Part<'a>) {
        let row = self.end + u32::from(gap > 0);
        self.end = row + part.rows();
        self.parts.push(Placed { row, gap, part });
    }
}

impl Part<'_> {
    fn rows(&self) -> u32 {
        match self {
            Part::Paragraph(..) => 1,
            Part::Table(_, heights) => heights.len() as u32,
            Part::Charts(_, height) => height.div_ceil(CHART_ROW),
            Part::Contents(sections) => {
                1 + sections.iter().map(|section| 1 + section.entries.len() as u32).sum::<u32>()
            }
        }
    }

    /// Height in pixels.
    pub fn height(&self) -> u32 {
        match self {
            Part::Paragraph(_, _, height) => *height,
            Part::Table(_, heights) => heights.iter().sum(),
            Part::Charts(..) => self.rows() * CHART_ROW,
            Part::Contents(_) => self.rows() * CONTENTS_ROW,
        }
    }
}

fn is_title(placed: &Placed) -> bool {
    matches!(placed.part, Part::Paragraph(Role::Title | Role::Subtitle, ..))
}

fn tables(page: &Page) -> impl Iterator<Item = &Table> {
    page.blocks.iter().filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    })
}

/// Whether a table is long enough for filter buttons and a heading that stays in sight.
pub(super) fn is_long(table: &Table) -> bool {
    table.rows.len() > LONG_TABLE
}
