//! The series of a chart: where each finds its figures, and how its columns, lines or points are drawn.

use rust_xlsxwriter::{
    Chart as NativeChart, ChartErrorBars, ChartErrorBarsType, ChartFormat, ChartLine, ChartMarker, ChartPoint,
    ChartSeries, ChartSolidFill,
};

use super::super::{WriteError, palette};
use super::{Source, TEXT};
use crate::report::{Chart, ChartKind, Series};

/// With more points than this a line has no markers.
const MOST_MARKERS: usize = 26;

/// Says where a series finds its figures and how it is drawn.
pub(super) fn set_series(
    native: &mut ChartSeries,
    chart: &Chart,
    series: &Series,
    source: Source,
) -> Result<(), WriteError> {
    let colour = palette::colour(series.colour);
    native
        .set_name(series.name.as_str())
        .set_categories(&source.range(&chart.categories)?)
        .set_values(&source.range(&series.values)?);
    match chart.kind {
        ChartKind::Lines => {
            let dash = palette::dash(series.colour);
            native.set_format(ChartLine::new().set_color(colour).set_width(2.25).set_dash_type(dash));
            native.set_marker(&marker(series.colour, colour, source.table.rows.len()));
        }
        ChartKind::Histogram => {
            // What stands in front is sheer with a dark edge, so that what is behind shows in print without colour too.
            let in_front = chart.series.first().is_some_and(|first| first.values != series.values);
            let (sheer, edge) = if in_front { (45, colour) } else { (0, 0xFF_FFFF) };
            let edge = ChartLine::new().set_color(edge).set_width(if in_front { 1.0 } else { 0.5 }).clone();
            let fill = ChartSolidFill::new().set_color(colour).set_transparency(sheer).clone();
            native.set_format(ChartFormat::new().set_solid_fill(&fill).set_border(&edge));
            native.set_gap(2).set_overlap(100);
        }
        ChartKind::ByScenario => {
            native.set_format(ChartFormat::new().set_solid_fill(ChartSolidFill::new().set_color(colour)));
            let point = |row: usize| {
                let fill = ChartSolidFill::new().set_color(palette::colour(row + 1)).clone();
                ChartPoint::new().set_format(ChartFormat::new().set_solid_fill(&fill))
            };
            native.set_points(&(0..source.table.rows.len()).map(point).collect::<Vec<_>>());
            native.set_gap(55).set_overlap(0);
        }
        // Their series are made of the rows of the table.
        ChartKind::Points | ChartKind::TradeOff => (),
        ChartKind::Columns | ChartKind::Bars => {
            native.set_format(ChartFormat::new().set_solid_fill(ChartSolidFill::new().set_color(colour)));
            native.set_gap(if chart.series.len() > 1 { 70 } else { 55 }).set_overlap(0);
        }
        ChartKind::Stacked | ChartKind::Waterfall | ChartKind::Tornado => {
            native.set_format(ChartFormat::new().set_solid_fill(ChartSolidFill::new().set_color(colour)));
            native.set_gap(55).set_overlap(100);
        }
        // Its bands differ, so that they are made where their places are known.
        ChartKind::Fan => (),
    }
    if let Some((below, above)) = &series.error_bars {
        let mut bars = ChartErrorBars::new();
        // The engine takes the lengths above first, and calls the values of lying bars x.
        bars.set_type(ChartErrorBarsType::Custom(source.range(above)?, source.range(below)?))
            .set_end_cap(true)
            .set_format(ChartLine::new().set_color(TEXT).set_width(1.25));
        match chart.kind {
            ChartKind::Bars | ChartKind::Tornado => native.set_x_error_bars(&bars),
            _ => native.set_y_error_bars(&bars),
        };
    }
    Ok(())
}

/// A series for each number of each series; gives the places of those that have the name of one before.
pub(super) fn points(native: &mut NativeChart, chart: &Chart, source: Source) -> Result<Vec<usize>, WriteError> {
    let (mut repeated, mut place) = (Vec::new(), 0);
    for series in &chart.series {
        let filled = source.is_filled(&series.values)?.into_iter().enumerate().filter(|(_, filled)| *filled);
        for (nth, (row, _)) in filled.enumerate() {
            // Whose size is the program's own: the engine writes a marker before the line's format, and the
            // schema wants it after. The point says its colour itself; programs that
            // take it from the line find it there, and a line there is not.
            let colour = ChartSolidFill::new().set_color(palette::colour(series.colour)).clone();
            point(native, (chart, source), series, row)?
                .set_name(series.name.as_str())
                .set_format(ChartLine::new().set_color(palette::colour(series.colour)).set_width(2.25))
                .set_points(&[ChartPoint::new().set_format(ChartFormat::new().set_solid_fill(&colour))]);
            repeated.extend((nth > 0).then_some(place));
            place += 1;
        }
    }
    Ok(repeated)
}

/// Adds a series of one point.
pub(super) fn point<'n>(
    native: &'n mut NativeChart,
    (chart, source): (&Chart, Source),
    series: &Series,
    row: usize,
) -> Result<&'n mut ChartSeries, WriteError> {
    let added = native.add_series();
    Ok(added.set_categories(&source.cell(&chart.categories, row)?).set_values(&source.cell(&series.values, row)?))
}

fn marker(place: usize, colour: u32, points: usize) -> ChartMarker {
    let mut marker = ChartMarker::new();
    if points > MOST_MARKERS {
        marker.set_none();
        return marker;
    }
    shaped(place, colour, 7)
}

/// A marker of a shape, colour and size.
pub(super) fn shaped(place: usize, colour: u32, size: u8) -> ChartMarker {
    let mut marker = ChartMarker::new();
    let kind = palette::marker(place);
    let mut format = ChartFormat::new();
    format
        .set_solid_fill(ChartSolidFill::new().set_color(colour))
        .set_border(ChartLine::new().set_color(colour).set_width(0.75));
    marker.set_type(kind).set_size(size).set_format(&mut format);
    marker
}
