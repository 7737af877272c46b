//! One input at a time: the tornado, the flip values and the spider.

use super::answer::change;
use super::values::{cell, titles, unit};
use crate::report::words::change_format;
use crate::report::{Cell, Chart, ChartKind, Column, Format, Series, Table};
use crate::study::{Decision, Flip, Sensitivity};

/// Inputs that a tornado shows at most.
const SHOWN: usize = 15;
/// Lines of a spider: more could not be told apart.
const LINES: usize = 7;
/// The points of a spider.
const POINTS: [&str; 5] = ["5 %", "25 %", "50 %", "75 %", "95 %"];

const LOW: &str = "Change at 5 %";
const HIGH: &str = "Change at 95 %";

/// The effects of every input alone, the largest swing first.
pub fn table(found: &Sensitivity, decision: &Decision, id: String, currency: &str) -> Table {
    let names = titles(found);
    let shown = change_format(found.measure.unit);
    let rows = decision.by_swing().into_iter().map(|at| {
        let (factor, effect) = (&found.factors[at], &decision.effects[at]);
        let [low, .., high] = factor.percentiles;
        let ends = effect.ends();
        let mut row = vec![Cell::text(&*names[at]), Cell::text(unit(factor, currency))];
        row.extend([factor.entered, low, high].map(|value| cell(factor, value)));
        row.extend(ends.map(|end| Cell::Figure(end, shown)));
        row.extend(ends.map(|end| Cell::Figure(end - decision.entered.value, shown)));
        row.push(Cell::Figure(effect.swing(), super::size_format(found)));
        let (value, error, words) = match effect.flip {
            Flip::At { value, plausible, .. } => {
                let way = if value.value < factor.entered { "below" } else { "above" };
                let range = if plausible { "plausible" } else { "outside the plausible range" };
                (cell(factor, value.value), cell(factor, value.se), format!("{way} it; {range}"))
            }
            Flip::Never { .. } => (Cell::Empty, Cell::Empty, never(found, at, effect.flip, currency)),
        };
        row.extend([value, error, Cell::text(words), Cell::text(&*factor.name)]);
        row
    });
    let end = |heading: &str, note: &str| Column::new(heading, shown, 13).note(note);
    Table {
        id,
        columns: vec![
            Column::new("Input", Format::Plain, 34),
            Column::new("Unit", Format::Plain, 12),
            Column::new("Entered", Format::Plain, 10).note("The workbook's own value."),
            Column::new("5 %", Format::Plain, 10).note("Low end of the plausible range: one value in twenty lies below."),
            Column::new("95 %", Format::Plain, 10).note("High end of the plausible range: one value in twenty lies above."),
            end("Difference at 5 %", "Mean difference with this input at the low end, all others as entered."),
            end("Difference at 95 %", "Mean difference with this input at the high end, all others as entered."),
            end(LOW, "The difference at the low end less the difference with all inputs as entered."),
            end(HIGH, "The difference at the high end less the difference with all inputs as entered."),
            end("Swing", "How far the differences at the two ends lie apart."),
            Column::new("Flips at", Format::Plain, 11)
                .note("Where the mean difference changes its sign, all other inputs as entered; of several values the nearest to the entered one."),
            Column::new("Error", Format::Plain, 10).note("Standard error of that value: how far it could be off because the trials are finite."),
            Column::new("The decision flips", Format::Plain, 27),
            Column::new("Name", Format::Plain, 32).note("The name of the workbook."),
        ],
        rows: rows.collect(),
        totals: None,
    }
}

fn never(found: &Sensitivity, at: usize, flip: Flip, currency: &str) -> String {
    let factor = &found.factors[at];
    match flip {
        Flip::Never { from, to } => {
            let [from, to] = [from, to].map(|value| super::values::said(factor, value, currency));
            format!("never between {from} and {to}")
        }
        Flip::At { .. } => String::new(),
    }
}

/// The largest swings: the figures of a tornado that stands on another page than its table.
pub fn short_table(found: &Sensitivity, decision: &Decision, id: String, most: usize) -> Table {
    let names = titles(found);
    let shown = change_format(found.measure.unit);
    let rows = decision.by_swing().into_iter().take(most).map(|at| {
        let change = decision.effects[at].ends().map(|end| Cell::Number(end - decision.entered.value));
        std::iter::once(Cell::text(&*names[at])).chain(change).collect()
    });
    Table {
        id,
        columns: vec![
            Column::new("Input", Format::Plain, 34),
            Column::new(LOW, shown, 15),
            Column::new(HIGH, shown, 15),
        ],
        rows: rows.collect(),
        totals: None,
    }
}

/// The tornado over a table of this file.
pub fn chart(found: &Sensitivity, decision: &Decision, table: &Table, currency: &str) -> Chart {
    let first = decision.by_swing().first().map_or_else(String::new, |at| titles(found)[*at].clone());
    let title = format!("{}: {first} moves the difference most", decision.name);
    let series = |name: &str, values: &str, colour| Series {
        name: name.to_owned(),
        values: values.to_owned(),
        colour,
        error_bars: None,
    };
    Chart {
        kind: ChartKind::Tornado,
        alt: format!(
            "{title}. Bars show how the mean difference changes with each input at the 5th and the 95th percentile, all \
             others as entered; the largest swing on top."
        ),
        title,
        table: table.id.clone(),
        categories: "Input".to_owned(),
        series: vec![series("input at its 5th percentile", LOW, 1), series("input at its 95th percentile", HIGH, 2)],
        x_title: String::new(),
        y_title: format!(
            "change of the difference from {} with all inputs as entered",
            change(found, decision.entered.value, currency)
        ),
        format: super::axis_format(found),
    }
}

/// Whether a table has so many inputs that the chart takes one of its own.
pub fn is_long(table: &Table) -> bool {
    table.rows.len() > SHOWN
}

/// The most inputs of a chart.
pub const MOST: usize = SHOWN;

/// The mean difference along the inputs with the largest swings.
pub fn spider(found: &Sensitivity, decision: &Decision, id: String, currency: &str) -> (Table, Chart) {
    let names = titles(found);
    let shown = change_format(found.measure.unit);
    let inputs: Vec<usize> = decision.by_swing().into_iter().take(LINES).collect();
    let mut columns = vec![Column::new("Percentile of the input", Format::Plain, 34)];
    columns.extend(inputs.iter().map(|at| Column::new(&*names[*at], shown, 15)));
    let rows = POINTS.iter().enumerate().map(|(point, name)| {
        let values = inputs.iter().map(|at| Cell::Number(decision.effects[*at].spider[point].value));
        std::iter::once(Cell::text(*name)).chain(values).collect()
    });
    let table = Table { id, columns, rows: rows.collect(), totals: None };
    let title = format!("{}: the difference along each input, all others as entered", decision.name);
    let chart = Chart {
        kind: ChartKind::Lines,
        alt: format!("{title}. One line an input, over five percentiles."),
        title,
        table: table.id.clone(),
        categories: "Percentile of the input".to_owned(),
        series: inputs.iter().enumerate().map(|(line, at)| Series::column(&*names[*at], line + 1)).collect(),
        x_title: "percentile of the input".to_owned(),
        y_title: format!("mean difference, {}", super::measure_unit(found, currency)),
        format: super::axis_format(found),
    };
    (table, chart)
}
