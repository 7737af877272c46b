//! Native tables, free of any spreadsheet engine's types.

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
    /// To both sides of 0, all rows on one scale.
    ChangesOfAll,
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
    /// A formula over the same row's columns, named by heading in `[@heading]` form, and over [`Report::names`](super::Report::names), with its
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
    pub(in crate::report) fn bars(mut self, bars: Bars) -> Column {
        self.bars = bars;
        self
    }

    /// The same, in a family of columns.
    pub(in crate::report) fn family(mut self, family: Family) -> Column {
        self.family = family;
        self
    }

    /// The same, shaded with the other such columns of its row.
    pub(in crate::report) fn heat(mut self) -> Column {
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
