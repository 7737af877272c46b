//! Native charts, by what they mean.

use super::Format;

/// A native chart, by what it means.
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    /// What shape shows it.
    pub kind: ChartKind,
    /// One sentence: what the reader sees.
    pub title: String,
    /// The same for readers who hear it.
    pub alt: String,
    /// [`Table::id`](super::Table::id) of a table of the same page that holds the figures.
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
    /// Points by two numbers, one for each scenario in its colour and with its name or number, which stands in the first
    /// column of the table: the rows are the scenarios.
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
