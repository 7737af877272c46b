//! `Goal seek`: the value of a lever that meets a goal, and the curve that it was read off.

use crate::language::number;
use crate::measures::{MEASURES, Unit};
use crate::report::optimise::{Told, change, value_cell};
use crate::report::words::{change_format, count, format, in_sentence, money, percent, pieces};
use crate::report::{Block, Cell, Chart, ChartKind, Column, Format, Page, Report, Series, Table};
use crate::say;
use crate::schema::Value;
use crate::stats::interval::Interval;
use crate::study::seek::{Goal, Outcome, Sought, Tried};

const CURVE: &str = "curve";

/// The result workbook of a goal seek.
pub fn report(told: &Told<'_>, goal: &Goal, sought: &Sought) -> Report {
    let facts = vec![
        (say!("Goal"), format!("{} = {}", goal.id(), goal.target)),
        (say!("Lever"), told.levers[0].target.clone()),
        (say!("Trials of each value"), sought.trials.to_string()),
    ];
    told.workbook(page(told, goal, sought), facts)
}

/// A value of the goal's measure in words.
fn figure(goal: &Goal, value: f64, currency: &str) -> String {
    let unit = MEASURES[goal.measure].unit;
    let sign = if value < 0.0 { "-" } else { "" };
    match unit {
        _ if goal.of_difference => change(unit, value, currency),
        Unit::Money => format!("{sign}{}", money(value, currency)),
        Unit::Fraction => percent(value),
        Unit::Count => pieces(value),
        Unit::Days => say!("{number} days", number = number::fixed(value, 1)),
        Unit::Index => number::fixed(value, 1),
    }
}

/// The answer in words, also that of the terminal.
pub fn answer(told: &Told<'_>, goal: &Goal, sought: &Sought) -> Vec<String> {
    let currency = &told.inputs.programme.settings.currency;
    let lever = &told.levers[0];
    let label = in_sentence(MEASURES[goal.measure].label.said());
    let label = if goal.of_difference { say!("the difference of {label}", label) } else { label };
    let target = figure(goal, goal.target, currency);
    match &sought.outcome {
        Outcome::Met { found, interval, again, others } => {
            let mut said = vec![say!(
                "With {lever} at {value}, {label} is {mean} on average; wanted is {target}.",
                lever = lever.target,
                value = end(lever.places[0].kind(), interval, found.value.as_number().unwrap_or(0.0)),
                label,
                mean = figure(goal, found.mean.value, currency),
                target
            )];
            said.push(if interval.low == interval.high {
                say!("Luck has no part in it: the value is exact.")
            } else {
                say!(
                    "Because the trials are finite, the true value lies between {low} and {high} with 95 % confidence. \
                     On {trials} new trials the mean is {mean}.",
                    low = end(lever.places[0].kind(), interval, interval.low),
                    high = end(lever.places[0].kind(), interval, interval.high),
                    trials = count(sought.trials as f64),
                    mean = figure(goal, again.value, currency)
                )
            });
            if *others {
                said.push(say!(
                    "The goal is met in other parts of the lever's range too: this is the one nearest to the value \
                     entered."
                ));
            }
            said
        }
        Outcome::OutOfReach { least, most } => {
            let at = |tried: &Tried| {
                say!(
                    "{mean} (at {value})",
                    mean = figure(goal, tried.mean.value, currency),
                    value = tried.value.shown()
                )
            };
            vec![say!(
                "{label} of {target} is out of reach of {lever}: it goes from {least} to {most}.",
                label,
                target,
                lever = lever.target,
                least = at(least),
                most = at(most)
            )]
        }
        Outcome::Unplayable(reason) => {
            vec![say!("{lever} cannot be played over its range: {reason}.", lever = lever.target, reason)]
        }
    }
}

/// An end of the interval as the lever's kind writes it, numbers to the digits that the interval supports.
fn end(kind: &crate::schema::Kind, interval: &Interval, value: f64) -> String {
    let rounded = crate::stats::interval::rounded(value, interval.half_width() / 2.0);
    match kind.nearest(rounded) {
        // Between whole numbers the interval has ends too.
        Some(Value::Count(_)) | None => number::written(rounded.to_string()),
        Some(value) => value.shown(),
    }
}

fn page(told: &Told<'_>, goal: &Goal, sought: &Sought) -> Page {
    let mut blocks: Vec<Block> = answer(told, goal, sought).into_iter().map(Block::Answer).collect();
    if !sought.curve.is_empty() {
        blocks.push(Block::Charts(vec![chart(told, goal, sought)]));
        blocks.push(Block::Heading(say!("Values that were tried, all on the same trials")));
        blocks.push(Block::Table(curve(told, goal, sought)));
    }
    let [lever, measure] = headings(told, goal);
    let measure = in_sentence(&measure);
    Page {
        name: say!("Goal seek"),
        title: say!("{lever}: the value that brings {measure} to its goal", lever, measure),
        subtitle: say!(
            "Put on {scenario}; {trials} trials of each value",
            scenario = told.scenario.name,
            trials = count(sought.trials as f64)
        ),
        one_page: false,
        blocks,
    }
}

fn headings(told: &Told<'_>, goal: &Goal) -> [String; 2] {
    let measure = MEASURES[goal.measure].label.said();
    let measure = if goal.of_difference { say!("{measure}, difference", measure) } else { measure.to_owned() };
    [told.levers[0].places[0].label().said().to_owned(), measure]
}

fn curve(told: &Told<'_>, goal: &Goal, sought: &Sought) -> Table {
    let unit = MEASURES[goal.measure].unit;
    let shown = if goal.of_difference { change_format(unit) } else { format(unit) };
    let [lever, measure] = headings(told, goal);
    let columns = vec![
        Column::new(lever, Format::Plain, 24),
        Column::new(measure, shown, 24),
        Column::new(say!("Standard error"), format(unit), 16),
    ];
    let row = |tried: &Tried| {
        vec![value_cell(&told.levers[0], &tried.value), Cell::Number(tried.mean.value), Cell::Number(tried.mean.se)]
    };
    let rows = sought.curve.iter().map(row);
    Table { id: CURVE.to_owned(), columns, rows: rows.collect(), totals: None }
}

fn chart(told: &Told<'_>, goal: &Goal, sought: &Sought) -> Chart {
    let [lever, measure] = headings(told, goal);
    let unit = MEASURES[goal.measure].unit;
    let currency = &told.inputs.programme.settings.currency;
    let target = figure(goal, goal.target, currency);
    let axis = |name: &str, unit: &str| if unit.is_empty() { name.to_owned() } else { format!("{name}, {unit}") };
    Chart {
        kind: ChartKind::Points,
        title: match &sought.outcome {
            Outcome::Met { found, interval, .. } => say!(
                "{measure} comes to {target} at {value}",
                measure,
                target,
                value = end(told.levers[0].places[0].kind(), interval, found.value.as_number().unwrap_or(0.0))
            ),
            Outcome::OutOfReach { .. } | Outcome::Unplayable(_) => {
                say!("{measure} comes to {target} nowhere", measure, target)
            }
        },
        alt: say!("{measure} at each value of {lever} that was tried.", measure, lever = told.levers[0].target),
        table: CURVE.to_owned(),
        x_title: axis(&lever, told.levers[0].places[0].unit().said()),
        y_title: axis(&measure, &crate::report::words::unit(unit, currency)),
        categories: lever,
        series: vec![Series::column(measure, 1)],
        format: if goal.of_difference { change_format(unit) } else { format(unit) },
    }
}
