//! One input at a time: the tornado, the flip values and the spider.

use super::answer::change;
use super::values::{cell, titles, unit};
use crate::report::words::change_format;
use crate::report::{Cell, Chart, ChartKind, Column, Format, Series, Table};
use crate::say;
use crate::schema::place;
use crate::study::{Decision, Flip, Sensitivity};

/// Inputs that a tornado shows at most.
const SHOWN: usize = 15;
/// Lines of a spider: more could not be told apart in grey.
const LINES: usize = 5;
/// The points of a spider.
const POINTS: [&str; 5] = ["5 %", "25 %", "50 %", "75 %", "95 %"];

fn low() -> String {
    say!("Change at 5 %")
}

fn high() -> String {
    say!("Change at 95 %")
}

/// The effects of every input alone, the largest swing first.
pub fn table(found: &Sensitivity, decision: &Decision, id: String, currency: &str) -> Table {
    let names = titles(found);
    let shown = change_format(found.measure.unit);
    let rows = decision.by_swing().into_iter().map(|at| {
        let (factor, effect) = (&found.factors[at], &decision.effects[at]);
        let [least, .., most] = factor.percentiles;
        let ends = effect.ends();
        let mut row = vec![Cell::text(&*names[at]), Cell::text(unit(factor, currency))];
        row.extend([factor.entered, least, most].map(|value| cell(factor, value)));
        row.extend(ends.map(|end| Cell::Figure(end, shown)));
        row.extend(ends.map(|end| Cell::Figure(end - decision.entered.value, shown)));
        row.push(Cell::Figure(effect.swing(), super::size_format(found)));
        let (value, error, words) = match effect.flip {
            Flip::At { value, plausible, .. } => {
                let words = match (value.value < factor.entered, plausible) {
                    (true, true) => say!("below it; plausible"),
                    (true, false) => say!("below it; outside the plausible range"),
                    (false, true) => say!("above it; plausible"),
                    (false, false) => say!("above it; outside the plausible range"),
                };
                (cell(factor, value.value), cell(factor, value.se), words)
            }
            Flip::Never { .. } => (Cell::Empty, Cell::Empty, never(found, at, effect.flip, currency)),
        };
        row.extend([value, error, Cell::text(words), Cell::text(place::said(&factor.name))]);
        row
    });
    let end = |heading: String, note: String| Column::new(heading, shown, 13).note(note);
    Table {
        id,
        columns: vec![
            Column::new(say!("Input"), Format::Plain, 34),
            Column::new(say!("Unit"), Format::Plain, 12),
            Column::new(say!("Entered"), Format::Plain, 10).note(say!("The workbook's own value.")),
            Column::new(say!("5 %"), Format::Plain, 10).note(say!("Low end of the plausible range: one value in twenty lies below.")),
            Column::new(say!("95 %"), Format::Plain, 10).note(say!("High end of the plausible range: one value in twenty lies above.")),
            end(say!("Difference at 5 %"), say!("Mean difference with this input at the low end, all others as entered.")),
            end(say!("Difference at 95 %"), say!("Mean difference with this input at the high end, all others as entered.")),
            end(low(), say!("The difference at the low end less the difference with all inputs as entered.")),
            end(high(), say!("The difference at the high end less the difference with all inputs as entered.")),
            end(say!("Swing"), say!("How far the differences at the two ends lie apart.")),
            Column::new(say!("Flips at"), Format::Plain, 11)
                .note(say!("Where the mean difference changes its sign, all other inputs as entered; of several values the nearest to the entered one.")),
            Column::new(say!("Error"), Format::Plain, 10).note(say!("Standard error of that value: how far it could be off because the trials are finite.")),
            Column::new(say!("The decision flips"), Format::Plain, 27),
            Column::new(say!("Name"), Format::Plain, 32).note(say!("The name of the workbook.")),
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
            say!("never between {from} and {to}", from, to)
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
            Column::new(say!("Input"), Format::Plain, 34),
            Column::new(low(), shown, 15),
            Column::new(high(), shown, 15),
        ],
        rows: rows.collect(),
        totals: None,
    }
}

/// The tornado over a table of this file.
pub fn chart(found: &Sensitivity, decision: &Decision, table: &Table, currency: &str) -> Chart {
    let title = match decision.by_swing().first() {
        Some(at) => {
            let [one, .., other] = decision.effects[*at].spider;
            let (low, high) = if one.value <= other.value { (one, other) } else { (other, one) };
            say!(
                "{name}: {input} alone moves the difference from {low} to {high}",
                name = decision.name,
                input = titles(found)[*at],
                low = change(found, low, currency),
                high = change(found, high, currency)
            )
        }
        None => decision.name.clone(),
    };
    let series = |name: String, values: String, colour| Series { name, values, colour, error_bars: None };
    Chart {
        kind: ChartKind::Tornado,
        alt: say!(
            "{title}. Bars show how the mean difference changes with each input at the 5th and the 95th percentile, all \
             others as entered; the largest swing on top.",
            title
        ),
        title,
        table: table.id.clone(),
        categories: say!("Input"),
        series: vec![
            series(say!("input at its 5th percentile"), low(), 1),
            series(say!("input at its 95th percentile"), high(), 2),
        ],
        x_title: String::new(),
        y_title: say!(
            "change of the difference from {entered} with all inputs as entered",
            entered = change(found, decision.entered, currency)
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
    let mut columns = vec![Column::new(say!("Percentile of the input"), Format::Plain, 34)];
    columns.extend(inputs.iter().map(|at| Column::new(&*names[*at], shown, 15)));
    let rows = POINTS.iter().enumerate().map(|(point, name)| {
        let values = inputs.iter().map(|at| Cell::Number(decision.effects[*at].spider[point].value));
        std::iter::once(Cell::text(*name)).chain(values).collect()
    });
    let table = Table { id, columns, rows: rows.collect(), totals: None };
    let flips =
        inputs.iter().filter(|at| matches!(decision.effects[**at].flip, Flip::At { plausible: true, .. })).count();
    let name = &decision.name;
    let title = match flips {
        0 => say!("{name}: no input alone turns the sign of the difference within its plausible range", name),
        1 => say!("{name}: one input alone turns the sign of the difference within its plausible range", name),
        _ => say!("{name}: {flips} inputs turn the sign of the difference within their plausible range", name, flips),
    };
    let chart = Chart {
        kind: ChartKind::Lines,
        alt: say!(
            "{title}. The mean difference along each input, all others as entered: a line an input, over five percentiles.",
            title
        ),
        title,
        table: table.id.clone(),
        categories: say!("Percentile of the input"),
        series: inputs.iter().enumerate().map(|(line, at)| Series::column(&*names[*at], line + 1)).collect(),
        x_title: say!("percentile of the input"),
        y_title: say!("mean difference, {unit}", unit = super::measure_unit(found, currency)),
        format: super::axis_format(found),
    };
    (table, chart)
}
