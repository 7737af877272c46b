//! `Sensitivity`: which uncertain input decides, at which value the decision flips, and on what the variance rests
//! (docs/model.md, "Sensitivity").

use crate::measures::Unit;
use crate::report::words::{self, change_format, count, in_sentence, list};
use crate::report::{Block, Cell, Column, Format, Kind, Page, Report, Story, Table};
use crate::report::{contents, inputs, run};
use crate::say;
use crate::study::{Decision, Flip, Sensitivity};

mod answer;
mod shares;
mod tornado;
mod values;

pub use answer::answer;
pub use values::{cell, estimated, said, supported, titles, unit};

/// Scenarios whose tornado the first page shows.
const PICTURED: usize = 2;
/// Inputs of such a tornado.
const LARGEST: usize = 7;

/// The workbook of a study: an answer on one page, all figures, what the baseline assumes, how to repeat it.
pub fn report(story: &Story<'_>) -> Report {
    let settings = &story.inputs.programme.settings;
    let evidence = vec![inputs::page(story.inputs), run::page(story)];
    let chapters = [(Kind::Subjects, page(story).into_iter().collect()), (Kind::Evidence, evidence)];
    Report {
        title: say!("Which assumption decides: {file}", file = story.run.file),
        subject: say!("Sensitivity of policy scenarios to uncertain inputs, seed {seed}", seed = story.run.seed),
        created: settings.start,
        currency: settings.currency.clone(),
        pages: summary(story).map_or_else(Vec::new, |first| contents::bound(first, chapters)),
        embedded: Vec::new(),
        names: Vec::new(),
    }
}

/// The page with all figures; none where nothing is uncertain, or where there is nothing to decide.
pub fn page(story: &Story<'_>) -> Option<Page> {
    let found = story.sensitivity.filter(|found| !found.factors.is_empty() && !found.decisions.is_empty())?;
    let currency = &story.inputs.programme.settings.currency;
    let mut blocks = Vec::new();
    for (at, decision) in found.decisions.iter().enumerate() {
        if found.decisions.len() > 1 {
            blocks.push(Block::Heading(decision.name.clone()));
        }
        blocks.push(Block::Answer(answer(found, decision, currency)));
        blocks.extend(figures(found, decision, at + 1, currency));
    }
    blocks.push(Block::Text(method(found)));
    Some(Page {
        name: say!("Sensitivity"),
        title: say!("Which assumption decides"),
        subtitle: say!(
            "{measure} of a scenario against the baseline; {basis}",
            measure = found.measure.label.said(),
            basis = basis(story, found)
        ),
        one_page: false,
        blocks,
    })
}

/// All tables and charts of a scenario.
fn figures(found: &Sensitivity, decision: &Decision, number: usize, currency: &str) -> Vec<Block> {
    let alone = tornado::table(found, decision, format!("tornado_{number}"), currency);
    let (lines, spider) = tornado::spider(found, decision, format!("spider_{number}"), currency);
    let together = shares::table(found, decision, format!("shares_{number}"), false);
    // A chart shows all rows of its table, so that the largest of many inputs stand in tables of their own.
    let mut short = Vec::new();
    let tornado = if tornado::is_long(&alone) {
        short.push(tornado::short_table(found, decision, format!("tornado_chart_{number}"), tornado::MOST));
        tornado::chart(found, decision, &short[0], currency)
    } else {
        tornado::chart(found, decision, &alone, currency)
    };
    let bars = if shares::is_long(found) {
        short.push(shares::table(found, decision, format!("shares_chart_{number}"), true));
        shares::chart(found, decision, &short[short.len() - 1])
    } else {
        shares::chart(found, decision, &together)
    };
    let mut blocks = vec![
        Block::Charts(vec![tornado, bars]),
        Block::Heading(say!("One input at a time, all others as entered")),
        Block::Table(alone),
        Block::Charts(vec![spider]),
        Block::Table(lines),
        Block::Heading(say!("All inputs at once")),
        Block::Table(together),
        Block::Heading(say!("Assumption ledger")),
        Block::Text(shares::ledger_words(found, decision)),
        Block::Table(shares::ledger_table(found, decision, format!("ledger_{number}"))),
    ];
    if !short.is_empty() {
        blocks.push(Block::Heading(say!("Figures of the charts")));
        blocks.extend(short.into_iter().map(Block::Table));
    }
    blocks
}

/// The first page of a study's own workbook.
fn summary(story: &Story<'_>) -> Option<Page> {
    let found = story.sensitivity?;
    let currency = &story.inputs.programme.settings.currency;
    let names: Vec<&str> = found.decisions.iter().map(|decision| decision.name.as_str()).collect();
    let mut blocks = vec![Block::Text(say!(
        "{inputs} uncertain inputs of {file}, and what each of them does to the difference that {scenarios} makes in \
         {measure}.",
        inputs = found.factors.len(),
        file = story.run.file,
        scenarios = list(&names),
        measure = in_sentence(found.measure.label.said())
    ))];
    blocks.extend(found.decisions.iter().map(|decision| Block::Answer(answer(found, decision, currency))));
    blocks.push(Block::Table(overview(found, currency)));
    let pictured: Vec<(&Decision, Table)> = found
        .decisions
        .iter()
        .take(PICTURED)
        .enumerate()
        .map(|(at, decision)| {
            (decision, tornado::short_table(found, decision, format!("summary_tornado_{}", at + 1), LARGEST))
        })
        .collect();
    let chart = |(decision, table): &(&Decision, Table)| tornado::chart(found, decision, table, currency);
    blocks.extend(pictured.iter().map(|pictured| Block::Charts(vec![chart(pictured)])));
    blocks.push(Block::Text(say!(
        "Every input with its range, the value at which the decision flips and its share of the variance is on the \
         sheet {sheet}; what the baseline assumes is on the sheet {inputs}.",
        sheet = say!("Sensitivity"),
        inputs = say!("Inputs")
    )));
    // Last, for the printed page ends before them.
    blocks.extend(pictured.into_iter().map(|(_, table)| Block::Table(table)));
    Some(Page {
        name: say!("Summary"),
        title: say!("Which assumption decides"),
        subtitle: basis(story, found),
        one_page: true,
        blocks,
    })
}

/// One line a scenario.
fn overview(found: &Sensitivity, currency: &str) -> Table {
    let names = titles(found);
    let shown = change_format(found.measure.unit);
    let row = |decision: &Decision| {
        let plausible = |at: &usize| matches!(decision.effects[*at].flip, Flip::At { plausible: true, .. });
        let first = decision.by_share().first().map_or("", |at| names[*at].as_str());
        let flipping = decision.by_swing().into_iter().filter(plausible).count();
        vec![
            Cell::text(&*decision.name),
            Cell::Figure(decision.entered.value, shown),
            Cell::Figure(decision.entered.se, size_format(found)),
            Cell::text(first),
            Cell::Number(flipping as f64),
            decision.luck.map_or(Cell::Empty, |luck| Cell::Number(luck.total.value.clamp(0.0, 1.0))),
        ]
    };
    Table {
        id: "decisions".to_owned(),
        columns: vec![
            Column::new(say!("Scenario"), Format::Plain, 24),
            Column::new(say!("Difference, {unit}", unit = measure_unit(found, currency)), shown, 13)
                .note(say!("Mean difference with the baseline, all inputs as entered.")),
            Column::new(say!("Standard error"), Format::Plain, 11),
            Column::new(say!("Decides most"), Format::Plain, 32)
                .note(say!("The input with the largest share of the variance.")),
            Column::new(say!("Inputs that can flip it"), Format::Count, 12)
                .note(say!("Inputs that alone flip the decision at a value within their plausible range.")),
            Column::new(say!("Luck"), Format::WholePercent, 8)
                .note(say!("Share of the variance of a single future that luck takes part in.")),
        ],
        rows: found.decisions.iter().map(row).collect(),
        totals: None,
    }
}

/// What the figures rest on, in a line.
fn basis(story: &Story<'_>, found: &Sensitivity) -> String {
    let points = found.base_points.map_or_else(String::new, |points| {
        say!(", Sobol indices from {points} base points", points = count(points as f64))
    });
    say!(
        "{months} months, {reading}; {trials} trials of every value{points}; amounts in {currency}",
        months = story.inputs.programme.settings.months,
        reading = words::reading(found.reading),
        trials = count(found.trials as f64),
        points,
        currency = story.inputs.programme.settings.currency
    )
}

/// How to read the page.
fn method(found: &Sensitivity) -> String {
    let indices = match (found.base_points, found.correlated) {
        (None, _) => String::new(),
        (Some(_), false) => {
            say!(
                " Sobol indices split the variance of a single future, with luck as one more input; first orders and \
                 what acts together make 100 %, within their intervals. Estimates are not held above 0."
            )
        }
        (Some(_), true) => {
            say!(
                " Sobol indices split the variance of a single future, with luck as one more input, as if the inputs \
                 were drawn independently: the correlations of the workbook are left out of them, and of nothing else."
            )
        }
    };
    say!(
        "Every value was tried on the same simulated futures, so that differences between values are not luck. The \
         plausible range of an input goes from its 5th to its 95th percentile; flips were looked for beyond it too. \
         Rank correlations are from {futures} futures, each with its own values of all inputs.{indices}",
        futures = count(found.sampled as f64),
        indices
    )
}

/// The format of sizes of differences, without sign.
fn size_format(found: &Sensitivity) -> Format {
    match words::format(found.measure.unit) {
        Format::Count => Format::Decimal,
        format => format,
    }
}

/// The format of axes.
fn axis_format(found: &Sensitivity) -> Format {
    match found.measure.unit {
        Unit::Fraction => Format::Points,
        _ => size_format(found),
    }
}

fn measure_unit(found: &Sensitivity, currency: &str) -> String {
    words::unit(found.measure.unit, currency)
}
