//! The axes of a chart: where they begin and end, and how they are labelled.

use rust_xlsxwriter::{
    Chart as NativeChart, ChartAxisCrossing, ChartAxisLabelPosition, ChartAxisTickType, ChartLayout, ChartLine,
};

use super::super::scale::Scale;
use super::super::{WriteError, measure, numbers};
use super::{AXIS, GRID, LABEL, Source, font, is_lying, title_face, title_room};
use crate::report::{Cell, Chart, ChartKind, Format};

/// Sets up both axes of a chart.
pub(super) fn axes(native: &mut NativeChart, chart: &Chart, source: Source, width: u32) -> Result<(), WriteError> {
    let lying = is_lying(chart);
    let categories = if lying { native.y_axis() } else { native.x_axis() };
    categories
        .set_name(chart.x_title.as_str())
        .set_name_font(&font(9))
        .set_label_position(ChartAxisLabelPosition::Low)
        .set_major_tick_type(ChartAxisTickType::None)
        .set_major_gridlines(false)
        .set_format(ChartLine::new().set_color(AXIS).set_width(0.75));
    let mut letters = font(9);
    match chart.kind {
        // Then the values are written below the last category, not above the first.
        ChartKind::Bars | ChartKind::Tornado => {
            categories.set_reverse().set_crossing(ChartAxisCrossing::Max);
        }
        ChartKind::Histogram | ChartKind::Lines | ChartKind::Fan => {
            let (interval, slanted) = labels(chart, source, width)?;
            categories.set_label_interval(interval).set_tick_interval(interval);
            if slanted {
                letters.set_rotation(-45);
            }
        }
        ChartKind::Columns
        | ChartKind::ByScenario
        | ChartKind::Stacked
        | ChartKind::Waterfall
        | ChartKind::Points
        | ChartKind::TradeOff => (),
    }
    categories.set_font(&letters);
    if matches!(chart.kind, ChartKind::Points | ChartKind::TradeOff) {
        let (across, _) = axes_of(chart, source)?;
        categories
            .set_num_format(across.format)
            .set_min(across.low)
            .set_max(across.high)
            .set_major_unit(across.step)
            .set_major_gridlines(true)
            .set_major_gridlines_line(ChartLine::new().set_color(GRID).set_width(0.75));
    }
    let scale = scale(chart, source)?;
    // Low is the side of the first category, and that is the top of lying bars.
    let place = if lying { ChartAxisLabelPosition::NextTo } else { ChartAxisLabelPosition::Low };
    let values = if lying { native.x_axis() } else { native.y_axis() };
    values
        .set_name(chart.y_title.as_str())
        .set_name_font(&font(9))
        .set_font(&font(9))
        .set_num_format(scale.format)
        .set_min(scale.low)
        .set_max(scale.high)
        .set_major_unit(scale.step)
        .set_label_position(place)
        .set_major_gridlines(true)
        .set_major_gridlines_line(ChartLine::new().set_color(GRID).set_width(0.75))
        .set_major_tick_type(ChartAxisTickType::None)
        .set_format(ChartLine::new().set_hidden(true));
    Ok(())
}

/// The scale of the values.
fn scale(chart: &Chart, source: Source) -> Result<Scale, WriteError> {
    let (low, high) = ends(chart, source)?;
    Ok(Scale::over(low, high, !matches!(chart.kind, ChartKind::Lines | ChartKind::Points), chart.format))
}

/// The scales of a chart of points, across and up.
pub(super) fn axes_of(chart: &Chart, source: Source) -> Result<(Scale, Scale), WriteError> {
    let values = source.values(&chart.categories)?;
    let (low, high) =
        values.iter().fold((f64::INFINITY, f64::MIN), |(low, high), value| (low.min(*value), high.max(*value)));
    // 0 is where neither side has more or less.
    let across = Scale::over(low, high, chart.kind == ChartKind::TradeOff, source.format(&chart.categories)?);
    Ok((across, scale(chart, source)?))
}

/// Every how many categories one is labelled, so that labels do not touch, and whether labels are slanted.
fn labels(chart: &Chart, source: Source, width: u32) -> Result<(u16, bool), WriteError> {
    let widest = widest_label(chart, source)? + 10.0;
    // The value axis and the edges take about 90 pixels.
    let room = f64::from(width.saturating_sub(90).max(1));
    let every = |wide: f64| (wide * source.table.rows.len() as f64 / room).ceil().clamp(1.0, 1_000.0) as u16;
    // Slanted labels need the height of a line each, whatever their length.
    let slanted = every(widest) > 2 && widest > 45.0;
    Ok((every(if slanted { 20.0 } else { widest }), slanted))
}

/// The width of the widest label of a category.
fn widest_label(chart: &Chart, source: Source) -> Result<f64, WriteError> {
    let at = source.column(&chart.categories)?;
    let format = source.table.columns.get(at).map_or(Format::Plain, |column| column.format);
    let widths = source.table.rows.iter().filter_map(|row| row.get(at)).map(|cell| match cell {
        Cell::Empty => 0.0,
        Cell::Text(text) | Cell::Words(_, text) => measure::width(text, LABEL),
        Cell::Number(value) => measure::width(&numbers::shown(*value, format), LABEL),
        Cell::Figure(value, format) | Cell::Formula(_, value, format) => {
            measure::width(&numbers::shown(*value, *format), LABEL)
        }
    });
    Ok(widths.fold(0.0, f64::max))
}

/// Room beside lying bars for their labels, which spreadsheet programs let run out of the chart otherwise.
pub(super) fn bars_layout(chart: &Chart, source: Source, width: u32, height: u32) -> Result<ChartLayout, WriteError> {
    let (width, height) = (f64::from(width), f64::from(height));
    let name = if chart.x_title.is_empty() { 0.0 } else { 22.0 };
    let left = (widest_label(chart, source)? + 16.0).min(width * 0.42) + name;
    let face = title_face(width as u32);
    let above = 22.0 + 18.0 * measure::lines(&chart.title, face, title_room(width as u32)).len().min(3) as f64;
    let legend = if chart.series.len() > 1 { 28.0 } else { 4.0 };
    let below = 26.0 + if chart.y_title.is_empty() { 4.0 } else { 22.0 } + legend;
    let (right, inside) = (24.0, height - above - below);
    Ok(ChartLayout::new()
        .set_offset(left / width, above / height)
        .set_dimensions((width - left - right) / width, inside.max(40.0) / height))
}

/// The lowest and the highest point that the chart shows, error bars included.
fn ends(chart: &Chart, source: Source) -> Result<(f64, f64), WriteError> {
    match chart.kind {
        ChartKind::Stacked | ChartKind::Waterfall => return stacked_ends(chart, source),
        ChartKind::Fan => return fan_ends(chart, source),
        _ => {}
    }
    let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
    for series in &chart.series {
        let values = source.values(&series.values)?;
        let (below, above) = match &series.error_bars {
            Some((below, above)) => (source.values(below)?, source.values(above)?),
            None => (vec![0.0; values.len()], vec![0.0; values.len()]),
        };
        // A point that is not there lies nowhere, not at 0.
        let filled = source.is_filled(&series.values)?;
        let shown = |at: &usize| chart.kind != ChartKind::Points || filled.get(*at).copied().unwrap_or(false);
        let points = values.iter().zip(&below).zip(&above).enumerate();
        for (_, ((value, below), above)) in points.filter(|(at, _)| shown(at)) {
            low = low.min(value - below);
            high = high.max(value + above);
        }
    }
    Ok(if low <= high { (low, high) } else { (0.0, 0.0) })
}

/// The same of stacked bars: what is above 0 is piled up from there, what is below is hung from there.
fn stacked_ends(chart: &Chart, source: Source) -> Result<(f64, f64), WriteError> {
    let mut piles = vec![(0.0, 0.0); source.table.rows.len()];
    for series in &chart.series {
        for ((below, above), value) in piles.iter_mut().zip(source.values(&series.values)?) {
            *below += value.min(0.0);
            *above += value.max(0.0);
        }
    }
    Ok(piles.iter().fold((0.0, 0.0), |(low, high), (below, above)| (f64::min(low, *below), f64::max(high, *above))))
}

/// The same of bands: from the lowest, which may lie below 0, to the top of what stands on it.
fn fan_ends(chart: &Chart, source: Source) -> Result<(f64, f64), WriteError> {
    let (mut low, mut high) = (0.0, 0.0);
    let bands = chart.series.len().saturating_sub(1);
    let mut heights = vec![0.0; source.table.rows.len()];
    for series in chart.series.iter().take(bands) {
        for (height, value) in heights.iter_mut().zip(source.values(&series.values)?) {
            *height += value;
            (low, high) = (f64::min(low, *height), f64::max(high, *height));
        }
    }
    Ok((low, high))
}
