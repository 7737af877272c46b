//! What an input workbook holds, free of any spreadsheet engine's types.
//!
//! A [`Book`](InputBook) is a list of sheets, each a grid of cells with what is allowed in them;
//! [`crate::sheet::write`] turns it into bytes.

use crate::programme::Date;
use crate::report::Page;
use crate::schema::Basis;

/// An input workbook.
#[derive(Debug, Clone, PartialEq)]
pub struct InputBook {
    /// Title of the document.
    pub title: String,
    /// One sentence for the document's properties.
    pub subject: String,
    /// The day the document carries, so that the bytes do not depend on the clock.
    pub created: Date,
    /// The sheets in their order.
    pub sheets: Vec<InputSheet>,
    /// Names that formulas can use for cells.
    pub names: Vec<DefinedName>,
    /// Pages behind the sheets that are there to be read, with tables and charts.
    pub pages: Vec<Page>,
}

/// A name for one cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DefinedName {
    /// The name.
    pub name: String,
    /// The sheet.
    pub sheet: String,
    /// Row and column, counted from zero.
    pub cell: (u32, u16),
}

/// One sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct InputSheet {
    /// Name on the tab.
    pub name: String,
    /// What the tab's colour says.
    pub tab: Tab,
    /// Widths of the columns, in characters.
    pub widths: Vec<u16>,
    /// The rows from the top.
    pub rows: Vec<Vec<InputCell>>,
    /// How many rows from the top stay in sight; the last of them is printed on every sheet of paper.
    pub frozen: u32,
    /// How many columns from the left stay in sight.
    pub frozen_columns: u16,
    /// The native table, if the sheet is one.
    pub table: Option<Area>,
    /// What is allowed where.
    pub checks: Vec<Check>,
    /// Where colours follow the word in a Basis column.
    pub coloured: Option<Coloured>,
    /// First and last row of the groups that can be folded below their titles.
    pub folds: Vec<(u32, u32)>,
}

/// What a sheet is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tab {
    /// To be read.
    Guide,
    /// To be filled in.
    Input,
    /// To be filled in with what is compared.
    Scenarios,
    /// How the simulation is run.
    Settings,
}

/// A native table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Area {
    /// Its name in formulas.
    pub name: String,
    /// The row of the headings.
    pub heading: u32,
    /// The last row.
    pub last: u32,
}

/// One cell.
#[derive(Debug, Clone, PartialEq)]
pub struct InputCell {
    /// What it holds.
    pub content: Content,
    /// What it is to the reader.
    pub look: Look,
    /// A note on it.
    pub note: Option<String>,
}

/// What a cell holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Content {
    /// Nothing.
    Empty,
    /// Words.
    Text(String),
    /// A number; a percentage is its fraction.
    Number(f64),
    /// A day.
    Date(Date),
    /// Words that lead to a row of a sheet.
    Link {
        /// The words.
        words: String,
        /// The sheet's name.
        sheet: String,
        /// The row, counted from zero.
        row: u32,
    },
}

/// What a cell is to the reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// The sheet's title.
    Title,
    /// The line below it.
    Subtitle,
    /// A heading within the sheet.
    Section,
    /// The heading of a column.
    Heading {
        /// Whether its cells are numbers.
        number: bool,
    },
    /// A remark above a heading: the column's key or its unit.
    Remark {
        /// Whether the cells below are numbers.
        number: bool,
    },
    /// The title of a group of rows.
    Group,
    /// A key.
    Key,
    /// Words that explain.
    Words,
    /// A number of a list of steps.
    Step,
    /// Words that lead to another sheet, in a list of them.
    Link,
    /// Words above a table that lead back.
    Back,
    /// A value to be filled in, coloured by how well founded it is.
    Value {
        /// How it is written.
        figure: Figure,
        /// How well founded it is, if that is said.
        basis: Option<Basis>,
        /// Whether it stands on the right, as numbers do.
        right: bool,
    },
    /// A word of the Basis column.
    Basis(Basis),
}

/// How a value is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Figure {
    /// An amount.
    Money,
    /// A percentage.
    Percent,
    /// A whole number, thousands set apart.
    Count,
    /// Any number, as it is.
    Number,
    /// A day, year first.
    Date,
    /// A day, day first.
    DateDayFirst,
    /// Words.
    Words,
}

/// What is allowed in a range of cells.
#[derive(Debug, Clone, PartialEq)]
pub struct Check {
    /// First and last row.
    pub rows: (u32, u32),
    /// The column.
    pub column: u16,
    /// The rule.
    pub rule: Rule,
    /// Heading of the refusal, at most 32 characters.
    pub title: String,
    /// What the refusal says, at most 255 characters; `None` if other entries are let in too.
    pub refusal: Option<String>,
}

/// A rule that a spreadsheet can enforce.
#[derive(Debug, Clone, PartialEq)]
pub enum Rule {
    /// A whole number from the first to the second.
    Whole(i64, i64),
    /// A number from the first to the second.
    Between(f64, f64),
    /// A day from the first to the second.
    Days(Date, Date),
    /// One of these words, offered to choose from.
    List(Vec<String>),
    /// One of the words in part of a column, offered to choose from; blanks at its end are left out.
    Column {
        /// The sheet.
        sheet: String,
        /// The column.
        column: u16,
        /// First and last row.
        rows: (u32, u32),
        /// Whether there are blanks between the words.
        gaps: bool,
    },
    /// A text of a length from the first to the second.
    Length(u32, u32),
}

/// Rows whose colour follows the word in a Basis column.
#[derive(Debug, Clone, PartialEq)]
pub struct Coloured {
    /// First and last row.
    pub rows: (u32, u32),
    /// The columns that are coloured.
    pub columns: Vec<u16>,
    /// The column with the word.
    pub basis: u16,
    /// The words.
    pub words: Vec<(Basis, String)>,
}

impl Look {
    /// A value on the side of its kind: numbers on the right, words on the left.
    pub fn value(figure: Figure, basis: Option<Basis>) -> Look {
        Look::Value { figure, basis, right: !matches!(figure, Figure::Words | Figure::Date | Figure::DateDayFirst) }
    }
}

impl InputCell {
    /// A cell with words.
    pub fn text(text: impl Into<String>, look: Look) -> InputCell {
        InputCell { content: Content::Text(text.into()), look, note: None }
    }

    /// An empty cell.
    pub fn empty(look: Look) -> InputCell {
        InputCell { content: Content::Empty, look, note: None }
    }

    /// The same with a note.
    pub fn note(mut self, note: impl Into<String>) -> InputCell {
        self.note = Some(note.into());
        self
    }
}
