//! How wide the columns of tables, and how high their rows and the charts have to be, in pixels.

use super::measure::{self, Face};
use super::numbers::shown;
use super::plan::{CHART_ROW, is_long};
use super::style;
use crate::report::{Cell, Chart, ChartKind, Format, Table, Total};

/// Height of a row of a table with one line.
const ROW: u32 = 20;
/// What a cell keeps free left and right of its contents together.
const CELL_PADDING: u32 = 15;
/// What a heading keeps free beyond that, for its neighbours are as bold.
const HEADING_PADDING: u32 = 14;
/// What the filter button of a heading takes.
const FILTER_BUTTON: u32 = 18;
/// A word longer than this is broken rather than making its column wider.
const WIDEST_WORD: f64 = 320.0;
/// The highest row: spreadsheets allow 409 points.
pub(super) const HIGHEST_ROW: u32 = 540;

/// Lines of a chart that cross and can still be followed in a chart of the usual height.
const FEW_LINES: usize = 3;

/// The height of a line of text.
pub(super) fn line_height(face: Face) -> u32 {
    // Arial takes 1.15 of its size; the rest keeps letters with accents apart.
    (f64::from(face.size) * 96.0 / 72.0 * 1.25).ceil() as u32
}

/// The height in pixels of charts side by side, so wide together and each over so many rows; `given` is that of charts that
/// need none of their own.
pub(super) fn chart_height(charts: &[Chart], rows: impl Fn(&Chart) -> usize, width: u32, given: Option<u32>) -> u32 {
    let heights = charts.iter().map(|chart| match chart.kind {
        // Enough for every bar to have its label.
        ChartKind::Bars | ChartKind::Tornado => {
            // The bars of a tornado lie on one line.
            let lines = if chart.kind == ChartKind::Tornado { 1 } else { chart.series.len() as u32 };
            let bars = 14 * lines + 10;
            (rows(chart) as u32 * bars.max(26) + 120).clamp(300, 760)
        }
        // Lines that cross keep apart, below them a legend of two rows.
        ChartKind::Lines if given.is_none() && charts.len() == 1 && chart.series.len() > FEW_LINES => 460,
        // On a wide page they are printed smaller. Two rows of charts go on one sheet of paper below the title and a text, and
        // no row of cells is half taken.
        _ => given.unwrap_or_else(|| {
            let high = if charts.len() == 1 { (width / 5).max(300) } else { (width / 5).max(260) };
            high.min(340) / CHART_ROW * CHART_ROW
        }),
    });
    heights.max().unwrap_or(0)
}

/// The widths that a table needs: what the report asks for, and never less than its numbers and its words need.
pub(super) fn column_widths(table: &Table) -> Vec<u32> {
    let totals = super::table::totals(table);
    let columns = table.columns.iter().enumerate().map(|(at, column)| {
        let asked = f64::from(column.width) * 7.0 + 5.0;
        let button = if is_long(table) { FILTER_BUTTON } else { 0 };
        // Rather a little wider than asked for than another line, or than words behind the button.
        let fitted = |text: &str, face: Face, taken: u32| match measure::width(text, face) + f64::from(taken) {
            whole if whole <= asked * 1.15 => whole,
            _ => measure::widest_word(text, face).min(WIDEST_WORD) + f64::from(taken),
        };
        let heading = fitted(&column.heading, style::STRONG, button + HEADING_PADDING);
        let mut numbers = Numbers::default();
        let cells = table.rows.iter().filter_map(|row| row.get(at)).map(|cell| match cell {
            Cell::Empty => 0.0,
            Cell::Text(text) | Cell::Words(_, text) => fitted(text, style::BODY, 0),
            Cell::Number(value) => numbers.width(*value, column.format),
            Cell::Figure(value, format) | Cell::Formula(_, value, format) => numbers.width(*value, *format),
        });
        let total = match totals.get(at) {
            Some(Some(value)) => measure::width(&shown(*value, column.format), style::STRONG),
            _ => 0.0,
        };
        let needed = cells.fold(heading.max(total), f64::max) + f64::from(CELL_PADDING);
        asked.max(needed).ceil() as u32
    });
    columns.collect()
}

/// The numbers of a column that were measured: the largest of each format, above and below 0.
#[derive(Default)]
struct Numbers {
    largest: Vec<(Format, bool, f64)>,
}

impl Numbers {
    /// The width of a number, if none that was measured is as wide.
    fn width(&mut self, value: f64, format: Format) -> f64 {
        let (below, amount) = (value < 0.0, value.abs());
        match self.largest.iter_mut().find(|(known, sign, _)| (*known, *sign) == (format, below)) {
            // With the same decimals the larger has no fewer digits, and all digits are as wide.
            Some((_, _, largest)) if amount <= *largest && format != Format::Plain => return 0.0,
            Some((_, _, largest)) => *largest = amount,
            None => self.largest.push((format, below, amount)),
        }
        measure::width(&shown(value, format), style::BODY)
    }
}

/// Heights of a table's heading, of its rows and of its total row.
pub(super) fn row_heights(table: &Table, columns: &[u32]) -> Vec<u32> {
    let button = if is_long(table) { FILTER_BUTTON } else { 0 };
    let high = |text: &str, face: Face, at: usize, taken: u32| {
        let room = columns.get(at).map_or(0, |width| width.saturating_sub(CELL_PADDING + taken));
        measure::line_count(text, face, room) * line_height(face)
    };
    let headings = table.columns.iter().enumerate();
    let heading = headings.map(|(at, column)| high(&column.heading, style::STRONG, at, button + HEADING_PADDING)).max();
    let mut heights = vec![heading.unwrap_or(0) + 8];
    for row in &table.rows {
        let words = row.iter().enumerate().map(|(at, cell)| match cell {
            Cell::Text(text) | Cell::Words(_, text) => high(text, style::BODY, at, 0),
            _ => 0,
        });
        heights.push((words.max().unwrap_or(0) + 3).clamp(ROW, HIGHEST_ROW));
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_widest_number_of_a_column_is_measured_whichever_comes_first() {
        let values = [0.0, -0.3, 12.5, -999.6, 1_000.0, 999.4, -8.0, 123_456.7, -99_999.0, 0.1234567];
        for format in [Format::Plain, Format::Money, Format::MoneyChange, Format::Percent, Format::Points] {
            let widest = |values: &mut dyn Iterator<Item = &f64>| {
                let mut numbers = Numbers::default();
                values.map(|value| numbers.width(*value, format)).fold(0.0, f64::max)
            };
            let each = values.iter().map(|value| measure::width(&shown(*value, format), style::BODY));
            let expected = each.fold(0.0, f64::max);
            assert_eq!(widest(&mut values.iter()), expected, "{format:?}");
            assert_eq!(widest(&mut values.iter().rev()), expected, "{format:?}");
        }
    }
}
