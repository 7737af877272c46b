//! Where everything of a page goes: widths of columns, heights of rows, the row of each block.
//!
//! All of it is settled before the first cell is written, so that a chart may stand above the table it shows.

use super::measure;
use super::size::{self, line_height};
use super::style::Role;
use crate::report::{Block, Chart, Page, Table};

/// The column in which everything starts; the one before it is the margin of the page on the screen.
pub(super) const FIRST_COLUMN: u16 = 1;
/// Width of that margin.
pub(super) const MARGIN: u32 = 14;
/// Width of columns that carry no table but are needed for paragraphs and charts.
const SPARE_COLUMN: u32 = 64;
/// The least width of a page: about what a sheet of paper takes in landscape without being made smaller.
const LEAST_WIDTH: u32 = 960;
/// The same for a page that is printed upright on one sheet.
const LEAST_UPRIGHT: u32 = 760;
/// Paragraphs and charts are no wider than this, for a table may be wider than the screen.
const MOST_WIDTH: u32 = 1_240;
/// Height of the blank row between blocks.
const GAP: u32 = 12;
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
}

impl<'a> Plan<'a> {
    /// Lays out a page.
    pub fn of(page: &'a Page) -> Plan<'a> {
        let mut columns = Vec::new();
        for table in tables(page) {
            for (at, width) in size::column_widths(table).into_iter().enumerate() {
                match columns.get_mut(at) {
                    Some(widest) => *widest = width.max(*widest),
                    None => columns.push(width),
                }
            }
        }
        let least = if page.one_page { LEAST_UPRIGHT } else { LEAST_WIDTH };
        while columns.iter().sum::<u32>() < least {
            columns.push(SPARE_COLUMN);
        }
        let mut used = 0;
        let fitting = columns.iter().take_while(|width| {
            used += **width;
            used <= MOST_WIDTH
        });
        let span = fitting.count().max(1) as u16;
        let mut plan = Plan { columns, span, parts: Vec::new(), end: 0 };
        plan.paragraph(Role::Title, &page.title, 0);
        plan.paragraph(Role::Subtitle, &page.subtitle, 0);
        let rows = |chart: &Chart| tables(page).find(|table| table.id == chart.table).map_or(0, |t| t.rows.len());
        let mut gap = GAP;
        for block in &page.blocks {
            match block {
                Block::Heading(text) => plan.paragraph(Role::Heading, text, gap),
                Block::Text(text) => plan.paragraph(Role::Text, text, gap),
                Block::Answer(text) => plan.paragraph(Role::Answer, text, gap),
                Block::Table(table) => plan.put(gap, Part::Table(table, size::row_heights(table, &plan.columns))),
                Block::Charts(charts) => plan.put(gap, Part::Charts(charts, size::chart_height(charts, rows))),
            }
            gap = if matches!(block, Block::Heading(_)) { GAP / 2 } else { GAP };
        }
        plan
    }

    /// Width in pixels of paragraphs and charts.
    pub fn text_width(&self) -> u32 {
        self.columns.iter().take(usize::from(self.span)).sum()
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
                Part::Paragraph(..) => (),
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
        }
    }

    /// Height in pixels.
    pub fn height(&self) -> u32 {
        match self {
            Part::Paragraph(_, _, height) => *height,
            Part::Table(_, heights) => heights.iter().sum(),
            Part::Charts(..) => self.rows() * CHART_ROW,
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
