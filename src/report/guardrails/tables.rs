//! The tables of guardrails: verdicts in full, those of the one page, and who misses a limit.

use super::{format_of, limited, name, reading, word};
use crate::report::{Cell, Column, Format, Story, Table};
use crate::say;
use crate::study::guardrails::Judgement;

/// So many verdicts have room on the one page.
const MOST_ON_A_PAGE: usize = 5;

/// The first cells of a verdict's row, to its verdict, in the order of the short table's columns.
fn cells(judgement: &Judgement, currency: &str) -> Vec<Cell> {
    let Judgement { guardrail, verdict, .. } = judgement;
    let figure = |value: f64| Cell::Figure(value, format_of(guardrail));
    vec![
        Cell::text(limited(guardrail, currency)),
        Cell::text(reading(judgement.reading)),
        Cell::text(&*judgement.scenario),
        figure(guardrail.limit),
        figure(verdict.value),
        figure(verdict.short),
        Cell::text(word(guardrail, verdict)),
    ]
}

/// Their columns, with the widths of the guardrail, the reading and a figure.
fn columns([rule, reading, figure]: [u16; 3]) -> Vec<Column> {
    let figure = |heading: String| Column::new(heading, Format::Plain, figure);
    vec![
        Column::new(say!("Guardrail"), Format::Plain, rule),
        Column::new(say!("Reading"), Format::Plain, reading),
        Column::new(say!("Scenario"), Format::Plain, 22),
        figure(say!("Limit")),
        figure(say!("Value")).note(say!("Of rows, the one that misses its limit most or comes nearest to it.")),
        figure(say!("Beyond by")).note(say!("By how much the limit is missed; below 0 the room that is left.")),
        figure(say!("Verdict")),
    ]
}

/// The verdicts of the one page: what is missed before what is kept, and no more of them than it has room for.
pub(super) fn short_table(story: &Story<'_>) -> Table {
    let mut told: Vec<&Judgement> = story.guarded.iter().collect();
    told.sort_by_key(|judgement| judgement.verdict.kept);
    let currency = &story.inputs.programme.settings.currency;
    let rows = told.into_iter().take(MOST_ON_A_PAGE).map(|judgement| cells(judgement, currency)).collect();
    Table { id: "guardrails_kept".to_owned(), columns: columns([20, 7, 9]), rows, totals: None }
}

/// All verdicts, with how sure they are and where they come from.
pub(super) fn table(story: &Story<'_>) -> Table {
    let mut columns = columns([46, 12, 12]);
    columns.extend([
        Column::new(say!("From"), Format::Plain, 12).note(say!("Lower end of the 95 % interval, where one is known.")),
        Column::new(say!("To"), Format::Plain, 12).note(say!("Upper end.")),
        Column::new(say!("Rows missed"), Format::Count, 9),
        Column::new(say!("Rows allowed"), Format::Plain, 9).note(say!("A number of rows, or below 1 a share of them.")),
        Column::new(say!("Stops a run"), Format::Plain, 8),
        Column::new(say!("Why"), Format::Plain, 36),
        Column::new(say!("Cell"), Format::Plain, 16),
    ]);
    let rows = story.guarded.iter().map(|judgement| {
        let Judgement { guardrail, verdict, .. } = judgement;
        let end = |end: Option<f64>| end.map_or(Cell::Empty, |end| Cell::Figure(end, format_of(guardrail)));
        let mut row = cells(judgement, &story.inputs.programme.settings.currency);
        row.extend([
            end(verdict.interval.map(|interval| interval.low)),
            end(verdict.interval.map(|interval| interval.high)),
            Cell::Number(verdict.offenders.len() as f64),
            Cell::Number(guardrail.allowed),
            Cell::text(if guardrail.stop { say!("yes") } else { say!("no") }),
            Cell::text(&*guardrail.why),
            Cell::text(guardrail.at.to_string()),
        ]);
        row
    });
    Table { id: "guardrails".to_owned(), columns, rows: rows.collect(), totals: None }
}

/// All who miss a limit, a row each.
pub(super) fn offending_rows(story: &Story<'_>) -> Vec<Vec<Cell>> {
    let currency = story.inputs.programme.settings.currency.as_str();
    let rows = story.guarded.iter().flat_map(|judgement| {
        let Judgement { guardrail, verdict, .. } = judgement;
        let format = format_of(guardrail);
        verdict.offenders.iter().map(move |offender| {
            vec![
                Cell::text(limited(guardrail, currency)),
                Cell::text(&*judgement.scenario),
                Cell::text(reading(judgement.reading)),
                Cell::text(name(story, guardrail, offender)),
                Cell::Figure(offender.value, format),
                Cell::Figure(offender.short, format),
            ]
        })
    });
    rows.collect()
}
