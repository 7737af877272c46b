//! Native charts over the cells of a table of the same page.

use rust_xlsxwriter::{
    Chart as NativeChart, ChartFont, ChartFormat, ChartLegendPosition, ChartLine, ChartMarker, ChartRange,
    ChartSolidFill, ChartType, ObjectMovement,
};

use super::measure::{self, Face};
use super::plan::FIRST_COLUMN;
use super::table::{column_of, value_of};
use super::{WriteError, palette, style};
use crate::report::{Cell, Chart, ChartKind, Format, Series, Table};

mod axes;
mod series;
mod trade_off;

use axes::{axes, axes_of, bars_layout};
use series::{points, set_series};

const GRID: u32 = 0xDD_E2E8;
const AXIS: u32 = 0x7A_8290;
const TEXT: u32 = 0x37_4151;
const LABEL: Face = Face { size: 9, bold: false };
const TITLE: Face = Face { size: 11, bold: true };
/// The same of a chart that is narrower than this, such as one beside another.
const NARROW: u32 = 640;
const NARROW_TITLE: Face = Face { size: 10, bold: true };
/// Size of the markers of points, in points.
const POINT: u8 = 9;
/// How sheer the bands of a fan are, in percent: in the middle, where half of the futures lie, they are darkest.
const BANDS: [u8; 3] = [70, 35, 70];
/// Longest text that spreadsheets keep as the description of a chart.
const LONGEST_ALT: usize = 255;

/// Where a chart finds its figures.
#[derive(Debug, Clone, Copy)]
pub(super) struct Source<'a> {
    /// Name of the sheet.
    pub page: &'a str,
    /// The table.
    pub table: &'a Table,
    /// The row of its heading.
    pub row: u32,
}

impl Source<'_> {
    fn column(&self, heading: &str) -> Result<usize, WriteError> {
        column_of(self.table, heading, self.page)
    }

    fn range(&self, heading: &str) -> Result<ChartRange, WriteError> {
        let column = FIRST_COLUMN + self.column(heading)? as u16;
        let last = self.row + self.table.rows.len().max(1) as u32;
        Ok(ChartRange::new_from_range(self.page, self.row + 1, column, last, column))
    }

    /// One cell of a column, by the place of its row.
    fn cell(&self, heading: &str, row: usize) -> Result<ChartRange, WriteError> {
        let column = FIRST_COLUMN + self.column(heading)? as u16;
        let row = self.row + 1 + row as u32;
        Ok(ChartRange::new_from_range(self.page, row, column, row, column))
    }

    /// How the numbers of a column are written: as its first cell is.
    fn format(&self, heading: &str) -> Result<Format, WriteError> {
        let at = self.column(heading)?;
        let first = self.table.rows.first().and_then(|row| row.get(at));
        Ok(match (first, self.table.columns.get(at)) {
            (Some(Cell::Figure(_, format) | Cell::Formula(_, _, format)), _) => *format,
            (_, Some(column)) => column.format,
            (_, None) => Format::Plain,
        })
    }

    /// Whether a row has a number in a column.
    fn is_filled(&self, heading: &str) -> Result<Vec<bool>, WriteError> {
        let at = self.column(heading)?;
        Ok(self.table.rows.iter().map(|row| row.get(at).and_then(value_of).is_some()).collect())
    }

    fn values(&self, heading: &str) -> Result<Vec<f64>, WriteError> {
        let at = self.column(heading)?;
        let cells = self.table.rows.iter().map(|row| row.get(at).and_then(value_of).unwrap_or(0.0));
        Ok(cells.collect())
    }
}

/// Makes a chart of a size in pixels.
pub(super) fn native(chart: &Chart, source: Source, width: u32, height: u32) -> Result<NativeChart, WriteError> {
    let mut native = NativeChart::new(match chart.kind {
        ChartKind::Columns | ChartKind::Histogram | ChartKind::ByScenario => ChartType::Column,
        ChartKind::Bars | ChartKind::Tornado => ChartType::Bar,
        ChartKind::Lines => ChartType::Line,
        // A series has one point, so that there is no line to draw.
        ChartKind::Points | ChartKind::TradeOff => ChartType::ScatterStraightWithMarkers,
        ChartKind::Stacked | ChartKind::Waterfall => ChartType::ColumnStacked,
        ChartKind::Fan => ChartType::AreaStacked,
    });
    native.set_width(width).set_height(height).set_alt_text(shortened(&chart.alt, LONGEST_ALT));
    native.set_object_movement(ObjectMovement::MoveButDontSizeWithCells);
    native
        .title()
        .set_name(title(&chart.title, width).as_str())
        .set_font(font(title_face(width).size).set_bold())
        .set_overlay(false);
    native.chart_area().set_format(ChartFormat::new().set_border(ChartLine::new().set_color(GRID).set_width(0.75)));
    // Places in the legend of what is named there already.
    let repeated = match chart.kind {
        ChartKind::Points => points(&mut native, chart, source)?,
        ChartKind::TradeOff => {
            trade_off::series(&mut native, chart, source, (width, height))?;
            Vec::new()
        }
        _ => Vec::new(),
    };
    let (drawn, line): (&[Series], _) = match (chart.kind, chart.series.split_last()) {
        (ChartKind::Fan, Some((middle, bands))) => (bands, Some(middle)),
        (ChartKind::Points | ChartKind::TradeOff, _) => (&[], None),
        _ => (chart.series.as_slice(), None),
    };
    for (place, series) in drawn.iter().enumerate() {
        // Filled in place: the engine takes the markers off series that are pushed.
        let added = native.add_series();
        set_series(added, chart, series, source)?;
        if is_carried(chart.kind) && place == 0 {
            added.set_format(ChartFormat::new().set_no_fill().set_no_border());
        } else if chart.kind == ChartKind::Fan {
            let sheer = BANDS.get(place - 1).copied().unwrap_or(0);
            let fill = ChartSolidFill::new().set_color(palette::colour(series.colour)).set_transparency(sheer).clone();
            added.set_format(ChartFormat::new().set_solid_fill(&fill).set_no_border());
        }
    }
    if let Some(series) = line {
        let mut middle = NativeChart::new(ChartType::Line);
        let added = middle.add_series();
        set_series(added, &Chart { kind: ChartKind::Lines, ..chart.clone() }, series, source)?;
        added.set_format(ChartLine::new().set_color(palette::colour(series.colour)).set_width(2.25));
        added.set_marker(ChartMarker::new().set_none());
        native.combine(&middle);
    }
    // The steps of a waterfall say themselves what they are.
    if chart.series.len() > 1 && chart.kind != ChartKind::Waterfall {
        native.legend().set_position(ChartLegendPosition::Bottom).set_font(&font(9));
        if chart.kind == ChartKind::Fan {
            // What is not drawn, and the upper band, which has the name and the colour of the lower one.
            native.legend().delete_entries(&[0, 3]);
        } else if !repeated.is_empty() {
            native.legend().delete_entries(&repeated);
        }
    } else {
        native.legend().set_hidden();
    }
    axes(&mut native, chart, source, width)?;
    if is_lying(chart) {
        native.plot_area().set_layout(&bars_layout(chart, source, width, height)?);
    }
    Ok(native)
}

/// Whether the first series of a chart only carries the others.
fn is_carried(kind: ChartKind) -> bool {
    matches!(kind, ChartKind::Waterfall | ChartKind::Fan)
}

fn is_lying(chart: &Chart) -> bool {
    matches!(chart.kind, ChartKind::Bars | ChartKind::Tornado)
}

fn font(size: u32) -> ChartFont {
    let mut font = ChartFont::new();
    font.set_name(style::FONT).set_size(size).unset_bold().set_color(TEXT);
    font
}

fn title_face(width: u32) -> Face {
    if width < NARROW { NARROW_TITLE } else { TITLE }
}

/// Spreadsheet programs break titles at about four fifths of the chart's width.
fn title_room(width: u32) -> u32 {
    width.saturating_mul(4) / 5
}

/// A title of at most three lines over a chart, for more would leave the chart no room.
fn title(text: &str, width: u32) -> String {
    let lines = measure::lines(text, title_face(width), title_room(width));
    if lines.len() <= 3 {
        text.into()
    } else {
        format!("{}…", lines.iter().take(3).map(String::as_str).collect::<Vec<_>>().join(" "))
    }
}

/// A text of at most so many UTF-16 units, the way spreadsheets count.
fn shortened(text: &str, most: usize) -> String {
    if text.encode_utf16().count() <= most {
        return text.into();
    }
    let mut left = most - 1;
    let kept = text.chars().take_while(|letter| match left.checked_sub(letter.len_utf16()) {
        Some(rest) => {
            left = rest;
            true
        }
        None => false,
    });
    kept.chain(['…']).collect()
}
