//! What a workbook consists of, free of any spreadsheet engine's types: a [`Report`] is a list of [`Page`]s, each a list of
//! [`Block`]s from top to bottom.

use super::Kind;
use crate::embedded::Record;
use crate::programme::Date;

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

impl Column {
    /// A column with a heading, a format and a width in characters.
    pub fn new(heading: impl Into<String>, format: Format, width: u16) -> Column {
        Column {
            heading: heading.into(),
            format,
            note: None,
            width,
            heat: false,
            bars: Bars::None,
            family: Family::Plain,
        }
    }

    /// The same, with a note on what the heading means.
    pub fn note(mut self, note: impl Into<String>) -> Column {
        self.note = Some(note.into());
        self
    }

    /// The same, with bars behind its numbers.
    pub(super) fn bars(mut self, bars: Bars) -> Column {
        self.bars = bars;
        self
    }

    /// The same, in a family of columns.
    pub(super) fn family(mut self, family: Family) -> Column {
        self.family = family;
        self
    }

    /// The same, shaded with the other such columns of its row.
    pub(super) fn heat(mut self) -> Column {
        self.heat = true;
        self
    }
}

impl Cell {
    /// A cell of words; nothing if there are none.
    pub fn text(words: impl Into<String>) -> Cell {
        let words = words.into();
        if words.is_empty() { Cell::Empty } else { Cell::Text(words) }
    }
}

/// A native table with a heading row.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// Name of the table in the workbook: letters and underscores, unique in the report.
    pub id: String,
    /// Columns from left to right.
    pub columns: Vec<Column>,
    /// Rows; each has a cell a column.
    pub rows: Vec<Vec<Cell>>,
    /// The total row, if there is one.
    pub totals: Option<Vec<Total>>,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// Heading, unique in the table.
    pub heading: String,
    /// How its numbers are written where a cell does not say otherwise.
    pub format: Format,
    /// What the heading means, shown as a note on it.
    pub note: Option<String>,
    /// Width in characters.
    pub width: u16,
    /// Whether its cells are shaded by size, from nothing at 0 to the darkest at the largest of all such columns in the
    /// row; they stand side by side.
    pub heat: bool,
    /// The bars behind its numbers.
    pub bars: Bars,
    /// What it belongs to in a wide table.
    pub family: Family,
}

/// Bars behind the numbers of a column, as long as they are large.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bars {
    /// None.
    None,
    /// Of shares: from nothing at 0 to the whole cell at 1.
    Shares,
    /// To both sides of 0. Rows below each other with the same word in the first column have one scale.
    Changes,
}

/// What a column of a wide table belongs to; its heading shows it. In any family but the plain one, what is no formula is
/// set apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Family {
    /// Nothing in particular.
    #[default]
    Plain,
    /// What happened: drawn, whatever the rules.
    Facts,
    /// What the rules made of it.
    Terms,
    /// Who asks for how much.
    Bids,
    /// What it brings to whom.
    Money,
}

/// What a cell of a table shows.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// Words.
    Text(String),
    /// A finite number in the column's format.
    Number(f64),
    /// A finite number in a format of its own, for tables whose rows have different units.
    Figure(f64, Format),
    /// A formula over the same row's columns, named by heading in `[@heading]` form, and over [`Report::names`], with its
    /// value and format.
    Formula(String, f64, Format),
    /// Such a formula that gives words.
    Words(String, String),
}

/// How a number is written. Amounts are in currency units, rates are fractions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// As it is.
    Plain,
    /// An amount in whole currency units.
    Money,
    /// An amount with its cents.
    Cents,
    /// A signed difference of amounts, in whole currency units.
    MoneyChange,
    /// An amount in millions, two decimals.
    Millions,
    /// A signed difference of amounts, in millions.
    MillionsChange,
    /// A whole number, thousands set apart.
    Count,
    /// A number with one decimal.
    Decimal,
    /// A number with two decimals, such as a correlation.
    Hundredths,
    /// A signed difference of numbers, one decimal.
    DecimalChange,
    /// A percentage with one decimal.
    Percent,
    /// A percentage with two decimals, such as a standard error.
    FinePercent,
    /// A percentage without decimals, such as a probability.
    WholePercent,
    /// A signed difference of percentages in percentage points, held as a fraction.
    Points,
}

/// What stands in the total row under a column.
#[derive(Debug, Clone, PartialEq)]
pub enum Total {
    /// Nothing.
    Empty,
    /// A word, such as "Total".
    Label(String),
    /// The sum of the column.
    Sum,
    /// The total of one column over the total of another, both named by heading.
    Ratio(String, String),
}

/// A native chart, by what it means.
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    /// What shape shows it.
    pub kind: ChartKind,
    /// One sentence: what the reader sees.
    pub title: String,
    /// The same for readers who hear it.
    pub alt: String,
    /// [`Table::id`] of a table of the same page that holds the figures.
    pub table: String,
    /// Heading of the column with the categories.
    pub categories: String,
    /// The series.
    pub series: Vec<Series>,
    /// Title of the category axis.
    pub x_title: String,
    /// Title of the value axis.
    pub y_title: String,
    /// How the value axis is written.
    pub format: Format,
}

/// Shapes of charts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChartKind {
    /// Upright bars side by side.
    Columns,
    /// Upright bars without gaps: a histogram.
    Histogram,
    /// Lying bars, first category on top.
    Bars,
    /// The same, the series of a category on one line: what goes down and what goes up from 0.
    Tornado,
    /// Lines.
    Lines,
    /// Points by two numbers: the categories are the first.
    Points,
    /// Upright bars of one series, one for each scenario in its colour: the rows of the table are the scenarios.
    ByScenario,
    /// Points by two numbers, one for each scenario in its colour and with its name, which stands in the first column of
    /// the table: the rows are the scenarios.
    TradeOff,
    /// Upright bars, the series one on top of the other.
    Stacked,
    /// The same, of which the first series is not drawn: it carries the others, so that they seem to float.
    Waterfall,
    /// Five series along a line: the lowest, not drawn; three bands on top of each other, the middle one the darkest; and
    /// what lies in the middle, as a line.
    Fan,
}

/// One series of a chart.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// Name in the legend.
    pub name: String,
    /// Heading of the column with the values.
    pub values: String,
    /// Place of the scenario in the palette, 0 for the baseline; the same scenario has the same colour everywhere.
    pub colour: usize,
    /// Headings of the columns with the lengths of the error bars below and above the value.
    pub error_bars: Option<(String, String)>,
}

impl Series {
    /// The series of a column, named as its heading.
    pub fn column(heading: impl Into<String>, colour: usize) -> Series {
        let heading = heading.into();
        Series { name: heading.clone(), values: heading, colour, error_bars: None }
    }
}
