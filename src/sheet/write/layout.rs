//! Where everything of a page goes: widths of columns, heights of rows, the row of each block.
//!
//! All of it is settled before the first cell is written, so that a chart may stand above the table it shows.

use super::measure::{self, Face};
use super::style::{self, Role};
use crate::report::{Block, Cell, Chart, ChartKind, Page, Table, Total};

/// The column in which everything starts; the one before it is the margin of the page on the screen.
pub(super) const FIRST_COLUMN: u16 = 1;
/// Width of that margin.
pub(super) const MARGIN: u32 = 14;
/// Width of columns that carry no table but are needed for paragraphs and charts.
const SPARE_COLUMN: u32 = 64;
/// The least width of a page: about what a sheet of paper takes in landscape without being made smaller.
const LEAST_WIDTH: u32 = 960;
/// Paragraphs and charts are no wider than this, for a table may be wider than the screen.
const MOST_WIDTH: u32 = 1_240;
/// Height of a row of a table with one line.
const ROW: u32 = 20;
/// Height of the blank row between blocks.
const GAP: u32 = 12;
/// Height of the rows kept free for a chart, each.
pub(super) const CHART_ROW: u32 = 20;
/// Space between two charts side by side.
pub(super) const BETWEEN_CHARTS: u32 = 12;
/// What a cell keeps free left and right of its contents together.
const CELL_PADDING: u32 = 8;
/// What the filter button of a heading takes.
const FILTER_BUTTON: u32 = 18;
/// A word longer than this is broken rather than making its column wider.
const WIDEST_WORD: f64 = 320.0;
/// Spreadsheets allow rows of 409 points; a longer paragraph goes on in the next row.
const MOST_HEIGHT: u32 = 540;
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
    /// Blank rows with their heights.
    pub gaps: Vec<(u32, u32)>,
    /// The row after the last.
    pub end: u32,
}

/// A part of a page with its first row.
#[derive(Debug)]
pub(super) struct Placed<'a> {
    /// The first row, 0 for the topmost.
    pub row: u32,
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
            for (at, width) in column_widths(table).into_iter().enumerate() {
                match columns.get_mut(at) {
                    Some(widest) => *widest = width.max(*widest),
                    None => columns.push(width),
                }
            }
        }
        while columns.iter().sum::<u32>() < LEAST_WIDTH {
            columns.push(SPARE_COLUMN);
        }
        let mut used = 0;
        let fitting = columns.iter().take_while(|width| {
            used += **width;
            used <= MOST_WIDTH
        });
        let span = fitting.count().max(1) as u16;
        let mut plan = Plan { columns, span, parts: Vec::new(), gaps: Vec::new(), end: 0 };
        plan.paragraph(Role::Title, &page.title);
        plan.paragraph(Role::Subtitle, &page.subtitle);
        for (at, block) in page.blocks.iter().enumerate() {
            let under_heading = at > 0 && matches!(page.blocks.get(at - 1), Some(Block::Heading(_)));
            plan.gaps.push((plan.end, if under_heading { GAP / 2 } else { GAP }));
            plan.end += 1;
            match block {
                Block::Heading(text) => plan.paragraph(Role::Heading, text),
                Block::Text(text) => plan.paragraph(Role::Text, text),
                Block::Answer(text) => plan.paragraph(Role::Answer, text),
                Block::Table(table) => plan.table(table),
                Block::Charts(charts) => plan.charts(charts),
            }
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
            _ => (self.parts.iter().find(|placed| !is_title(placed)).map_or(self.end, |placed| placed.row - 1), 0),
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

    /// Pixels above a row of a page that has only paragraphs there.
    fn above(&self, row: u32) -> u32 {
        let gaps = self.gaps.iter().filter(|(at, _)| *at < row).map(|(_, height)| *height);
        let paragraphs = self.parts.iter().filter(|placed| placed.row < row).map(|placed| match &placed.part {
            Part::Paragraph(_, _, height) => *height,
            Part::Table(..) | Part::Charts(..) => NEAR_THE_TOP,
        });
        gaps.sum::<u32>() + paragraphs.sum::<u32>()
    }

    fn paragraph(&mut self, role: Role, text: &str) {
        let face = role.face();
        let indent = if role == Role::Answer { 16 } else { 0 };
        let lines = measure::lines(text, face, self.text_width().saturating_sub(CELL_PADDING + indent));
        let most = (MOST_HEIGHT - role.padding()) / line_height(face);
        for lines in lines.chunks(most.max(1) as usize) {
            let height = lines.len() as u32 * line_height(face) + role.padding();
            // Unless it goes on in the next row, a paragraph is written as it came, for the spreadsheet to wrap.
            let text = if lines.len() as u32 <= most { text.to_string() } else { lines.join("\n") };
            self.parts.push(Placed { row: self.end, part: Part::Paragraph(role, text, height) });
            self.end += 1;
        }
    }

    fn table(&mut self, table: &'a Table) {
        let heights = row_heights(table, &self.columns);
        let rows = heights.len() as u32;
        self.parts.push(Placed { row: self.end, part: Part::Table(table, heights) });
        self.end += rows;
    }

    fn charts(&mut self, charts: &'a [Chart]) {
        let height = charts.iter().map(|chart| chart_height(chart, charts.len())).max().unwrap_or(0);
        self.parts.push(Placed { row: self.end, part: Part::Charts(charts, height) });
        self.end += height.div_ceil(CHART_ROW);
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

fn line_height(face: Face) -> u32 {
    // Arial takes 1.15 of its size; the rest keeps letters with accents apart.
    (f64::from(face.size) * 96.0 / 72.0 * 1.25).ceil() as u32
}

fn chart_height(chart: &Chart, beside: usize) -> u32 {
    match (chart.kind, beside) {
        (ChartKind::Bars, _) => 380,
        (_, 1) => 340,
        _ => 320,
    }
}

/// The widths that a table needs: what the report asks for, and never less than its numbers and its words need.
fn column_widths(table: &Table) -> Vec<u32> {
    let totals = super::table::totals(table);
    let columns = table.columns.iter().enumerate().map(|(at, column)| {
        let asked = f64::from(column.width) * 7.0 + 5.0;
        let button = if is_long(table) { FILTER_BUTTON } else { 0 };
        let heading = measure::widest_word(&column.heading, style::STRONG).min(WIDEST_WORD) + f64::from(button);
        let cells = table.rows.iter().filter_map(|row| row.get(at)).map(|cell| match cell {
            Cell::Empty => 0.0,
            Cell::Text(text) => measure::widest_word(text, style::BODY).min(WIDEST_WORD),
            Cell::Number(value) => measure::width(&style::shown(*value, column.format), style::BODY),
            Cell::Figure(value, format) | Cell::Formula(_, value, format) => {
                measure::width(&style::shown(*value, *format), style::BODY)
            }
        });
        let total = match totals.get(at) {
            Some(Some(value)) => measure::width(&style::shown(*value, column.format), style::STRONG),
            _ => 0.0,
        };
        let needed = cells.fold(heading.max(total), f64::max) + f64::from(CELL_PADDING);
        asked.max(needed).ceil() as u32
    });
    columns.collect()
}

/// Heights of a table's heading, of its rows and of its total row.
fn row_heights(table: &Table, columns: &[u32]) -> Vec<u32> {
    let button = if is_long(table) { FILTER_BUTTON } else { 0 };
    let high = |text: &str, face: Face, at: usize, taken: u32| {
        let room = columns.get(at).map_or(0, |width| width.saturating_sub(CELL_PADDING + taken));
        measure::lines(text, face, room).len() as u32 * line_height(face)
    };
    let headings = table.columns.iter().enumerate();
    let heading = headings.map(|(at, column)| high(&column.heading, style::STRONG, at, button)).max();
    let mut heights = vec![heading.unwrap_or(0) + 8];
    for row in &table.rows {
        let words = row.iter().enumerate().map(|(at, cell)| match cell {
            Cell::Text(text) => high(text, style::BODY, at, 0),
            _ => 0,
        });
        heights.push((words.max().unwrap_or(0) + 3).clamp(ROW, MOST_HEIGHT));
    }
    if table.rows.is_empty() {
        heights.push(ROW);
    }
    if let Some(totals) = &table.totals {
        let words = totals.iter().enumerate().map(|(at, total)| match total {
            Total::Label(text) => high(text, style::STRONG, at, 0),
            Total::Empty | Total::Sum | Total::Ratio(..) => 0,
        });
        heights.push((words.max().unwrap_or(0) + 4).max(ROW + 2));
    }
    heights
}
