//! `Goal seek`: the value of a lever that meets a goal, and the curve that it was read off.

use crate::measures::{MEASURES, Unit};
use crate::report::optimise::{Told, change, value_cell};
use crate::report::words::{change_format, count, format, money, percent, pieces};
use crate::report::{Block, Cell, Chart, ChartKind, Column, Format, Page, Report, Series, Table};
use crate::say;
use crate::schema::Value;
use crate::stats::interval::Interval;
use crate::study::seek::{Goal, Outcome, Sought, Tried};

const CURVE: &str = "curve";

/// The result workbook of a goal seek.
pub fn report(told: &Told<'_>, goal: &Goal, sought: &Sought) -> Report {
    let facts = vec![
        ("Goal", format!("{} = {}", goal.id(), goal.target)),
        ("Lever", told.levers[0].target.clone()),
        ("Trials of each value", sought.trials.to_string()),
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
        Unit::Days => format!("{value:.1} days"),
        Unit::Index => format!("{value:.1}"),
    }
}

/// The answer in words, also that of the terminal.
pub fn answer(told: &Told<'_>, goal: &Goal, sought: &Sought) -> Vec<String> {
    let currency = &told.inputs.programme.settings.currency;
    let lever = &told.levers[0];
    let label = MEASURES[goal.measure].label.en.to_lowercase();
    let label = if goal.of_difference { format!("the difference of {label}") } else { label };
    let target = figure(goal, goal.target, currency);
    match &sought.outcome {
        Outcome::Met { found, interval, again, others } => {
            let mut said = vec![format!(
                "With {} at {}, {label} is {} on average; wanted is {target}.",
                lever.target,
                end(lever.places[0].kind(), interval, found.value.as_number().unwrap_or(0.0)),
                figure(goal, found.mean.value, currency)
            )];
            said.push(if interval.low == interval.high {
                "Luck has no part in it: the value is exact.".to_owned()
            } else {
                format!(
                    "Because the trials are finite, the true value lies between {} and {} with 95 % confidence. On {} new \
                     trials the mean is {}.",
                    end(lever.places[0].kind(), interval, interval.low),
                    end(lever.places[0].kind(), interval, interval.high),
                    count(sought.trials as f64),
                    figure(goal, again.value, currency)
                )
            });
            if *others {
                said.push(
                    "The goal is met in other parts of the lever's range too: this is the one nearest to the value entered."
                        .to_owned(),
                );
            }
            said
        }
        Outcome::OutOfReach { least, most } => {
            let at =
                |tried: &Tried| format!("{} (at {})", figure(goal, tried.mean.value, currency), tried.value.shown());
            vec![format!(
                "{label} of {target} is out of reach of {}: it goes from {} to {}.",
                lever.target,
                at(least),
                at(most)
            )]
        }
        Outcome::Unplayable(reason) => vec![format!("{} cannot be played over its range: {reason}.", lever.target)],
    }
}

/// An end of the interval as the lever's kind writes it, numbers to the digits that the interval supports.
fn end(kind: &crate::schema::Kind, interval: &Interval, value: f64) -> String {
    let rounded = crate::stats::interval::rounded(value, interval.half_width() / 2.0);
    match kind.nearest(rounded) {
        // Between whole numbers the interval has ends too.
        Some(Value::Count(_)) | None => format!("{rounded}"),
        Some(value) => value.shown(),
    }
}

fn page(told: &Told<'_>, goal: &Goal, sought: &Sought) -> Page {
    let mut blocks: Vec<Block> = answer(told, goal, sought).into_iter().map(Block::Answer).collect();
    if !sought.curve.is_empty() {
        blocks.push(Block::Charts(vec![chart(told, goal)]));
        blocks.push(Block::Heading("Values that were tried, all on the same trials".to_owned()));
        blocks.push(Block::Table(curve(told, goal, sought)));
    }
    Page {
        name: say!("Goal seek"),
        title: format!("Which {} gives the {} wanted", told.levers[0].target, goal.id()),
        subtitle: format!("Put on {}; {} trials of each value", told.scenario.name, count(sought.trials as f64)),
        one_page: false,
        blocks,
    }
}

fn headings(told: &Told<'_>, goal: &Goal) -> [String; 2] {
    let measure = MEASURES[goal.measure].label.en;
    let measure = if goal.of_difference { format!("{measure}, difference") } else { measure.to_owned() };
    [told.levers[0].places[0].label().en.to_owned(), measure]
}

fn curve(told: &Told<'_>, goal: &Goal, sought: &Sought) -> Table {
    let unit = MEASURES[goal.measure].unit;
    let shown = if goal.of_difference { change_format(unit) } else { format(unit) };
    let [lever, measure] = headings(told, goal);
    let columns = vec![
        Column::new(lever, Format::Plain, 24),
        Column::new(measure, shown, 24),
        Column::new("Standard error", format(unit), 16),
    ];
    let rows = sought
        .curve
        .iter()
        .map(|tried| vec![value_cell(&tried.value), Cell::Number(tried.mean.value), Cell::Number(tried.mean.se)]);
    Table { id: CURVE.to_owned(), columns, rows: rows.collect(), totals: None }
}

fn chart(told: &Told<'_>, goal: &Goal) -> Chart {
    let [lever, measure] = headings(told, goal);
    let unit = MEASURES[goal.measure].unit;
    Chart {
        kind: ChartKind::Points,
        title: format!("{measure} by {}", told.levers[0].target),
        alt: format!("{measure} at each value of {} that was tried.", told.levers[0].target),
        table: CURVE.to_owned(),
        categories: lever,
        series: vec![Series::column(measure, 1)],
        x_title: told.levers[0].places[0].unit().en.to_owned(),
        y_title: crate::report::words::unit(unit, &told.inputs.programme.settings.currency),
        format: if goal.of_difference { change_format(unit) } else { format(unit) },
    }
}
