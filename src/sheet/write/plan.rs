//! A page laid out: what stands where, and how far it goes.

use super::style::Role;
use crate::report::{Chart, Section, Table};

/// The column in which everything starts; the one before it is the margin of the page on the screen.
pub(super) const FIRST_COLUMN: u16 = 1;
/// Width of that margin.
pub(super) const MARGIN: u32 = 14;
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

    /// Puts a part below what is there.
    pub fn put(&mut self, gap: u32, part: Part<'a>) {
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

/// Whether a table is long enough for filter buttons and a heading that stays in sight.
pub(super) fn is_long(table: &Table) -> bool {
    table.rows.len() > LONG_TABLE
}
