//! What a workbook consists of, free of any spreadsheet engine's types: a [`Report`] is a list of [`Page`]s, each a list of
//! [`Block`]s from top to bottom.

use crate::embedded::Record;
use crate::programme::Date;
use crate::say;

mod chart;
mod table;

pub use chart::{Chart, ChartKind, Series};
pub use table::{Bars, Cell, Column, Family, Format, Table, Total};

/// A result workbook.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// Title of the document.
    pub title: String,
    /// One sentence for the document's properties.
    pub subject: String,
    /// The day the document carries: the programme's start, so that the bytes do not depend on the clock.
    pub created: Date,
    /// ISO code of the currency of every [`Format::Money`].
    pub currency: String,
    /// The sheets in their order.
    pub pages: Vec<Page>,
    /// What the result was made from, on a sheet that is not shown; nothing where it does not carry that.
    pub embedded: Vec<Record>,
    /// Names of cells and columns that formulas of any sheet may use.
    pub names: Vec<CellName>,
}

/// A name for a cell of a table, or for all cells of a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellName {
    /// The name: letters, digits and underscores, unique in the report.
    pub name: String,
    /// [`Table::id`] of the table.
    pub table: String,
    /// Place of the column.
    pub column: usize,
    /// Place of the row; `None` for all of them.
    pub row: Option<usize>,
}

/// One sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// Name on the tab.
    pub name: String,
    /// Title above all else: what the sheet answers, as the contents say too.
    pub title: String,
    /// One line below it: what is shown, in which unit, on how many trials.
    pub subtitle: String,
    /// Whether it must fit one printed page; the others fit one page wide. The contents and what comes after them, or a
    /// table at its end that only gives the figures of its charts, are not printed.
    pub one_page: bool,
    /// What stands on it, from top to bottom.
    pub blocks: Vec<Block>,
}

/// A part of a page.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A heading within the page.
    Heading(String),
    /// A paragraph, wrapped over the width of the page.
    Text(String),
    /// A paragraph that carries the page's message.
    Answer(String),
    /// A native table.
    Table(Table),
    /// Charts side by side, at most two.
    Charts(Vec<Chart>),
    /// Where every other sheet of the report is found; they lead back to it.
    Contents(Vec<Section>),
}

/// What a sheet is to its reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// It answers questions in words.
    Answers,
    /// It has the scenarios and all their figures.
    Figures,
    /// It has the figures of one subject.
    Subjects,
    /// It says what the figures rest on.
    Evidence,
}

impl Kind {
    /// The heading of such sheets.
    pub fn heading(self) -> String {
        match self {
            Kind::Answers => say!("Answers in words"),
            Kind::Figures => say!("Scenarios and all figures"),
            Kind::Subjects => say!("By subject"),
            Kind::Evidence => say!("What the figures rest on"),
        }
    }
}

/// A part of the contents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// What its sheets are to the reader.
    pub kind: Kind,
    /// Its sheets in their order.
    pub entries: Vec<Entry>,
}

/// A line of the contents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// [`Page::name`] of the sheet.
    pub name: String,
    /// What it answers: [`Page::title`].
    pub answers: String,
}
