//! Guardrails: which are kept, by how much, and who misses them.

use crate::measures::Unit;
use crate::plan::Reading;
use crate::report::words::{change_format, format, list, money, percent, pieces};
use crate::report::{Block, Cell, Column, Format, Page, Story, Table};
use crate::say;
use crate::study::guardrails::{Guardrail, Judgement, Offender, Scope, Statistic, Verdict};

/// So many names are told in a sentence.
const MOST_NAMES: usize = 5;
/// So many verdicts have room on the one page.
const MOST_ON_A_PAGE: usize = 6;

/// A figure of a guardrail in words: `-46 k EUR`, `7.5 %`.
pub fn shown(guardrail: &Guardrail, value: f64, currency: &str) -> String {
    let sign = if value < 0.0 { "-" } else { "" };
    match (guardrail.statistic, guardrail.measure.unit) {
        (Statistic::Probability, _) | (_, Unit::Fraction) => percent(value),
        (_, Unit::Money) => format!("{sign}{}", money(value, currency)),
        (_, Unit::Count) => pieces(value),
        (_, Unit::Days) => format!("{value:.1} days"),
        (_, Unit::Index) => format!("{value:.1}"),
    }
}

/// The format of a guardrail's figures.
pub fn format_of(guardrail: &Guardrail) -> Format {
    match guardrail.statistic {
        Statistic::Probability => Format::Percent,
        _ if guardrail.of_difference => change_format(guardrail.measure.unit),
        _ => format(guardrail.measure.unit),
    }
}

/// What a guardrail asks, without its limit: `vendor_contribution, p05 of the difference`.
pub fn asked(guardrail: &Guardrail) -> String {
    let of = match guardrail.statistic {
        Statistic::Probability => "probability of being better".to_owned(),
        statistic if guardrail.of_difference => format!("{} of the difference", statistic.word()),
        statistic => statistic.word(),
    };
    let scope = match &guardrail.scope {
        Scope::Total => "",
        Scope::Rows(rows) if rows.len() == 1 => " of the row",
        Scope::Rows(_) => " of every row",
        Scope::Years(years) if years.len() == 1 => " of the year",
        Scope::Years(_) => " of every year",
        Scope::Partners => " of every partner",
    };
    format!("{}, {of}{scope}", guardrail.measure.id)
}

/// What a guardrail asks, with its limit.
pub fn rule(guardrail: &Guardrail, currency: &str) -> String {
    let limit = shown(guardrail, guardrail.limit, currency);
    format!("{} {} {limit}", asked(guardrail), guardrail.operator.sign())
}

/// Whether a limit is kept, and how surely.
pub fn word(guardrail: &Guardrail, verdict: &Verdict) -> &'static str {
    match (verdict.kept, verdict.is_certain(guardrail)) {
        (true, Some(false)) => "kept, by chance perhaps",
        (true, _) => "kept",
        (false, Some(false)) => "missed, by chance perhaps",
        (false, _) => "missed",
    }
}

/// The name of a row that misses a limit.
fn name(story: &Story<'_>, guardrail: &Guardrail, offender: &Offender) -> String {
    match guardrail.scope {
        Scope::Years(_) => format!("year {}", offender.row + 1),
        Scope::Partners => story.members.get(offender.row).map_or_else(String::new, |member| member.name.clone()),
        Scope::Total | Scope::Rows(_) => {
            story.summary.rows.get(offender.row).map_or_else(String::new, |row| row.name.clone())
        }
    }
}

/// Those who miss a limit, the worst first, in a sentence; empty where nobody does.
fn offenders(story: &Story<'_>, judgement: &Judgement) -> String {
    let Judgement { guardrail, verdict, .. } = judgement;
    let currency = &story.inputs.programme.settings.currency;
    if verdict.offenders.is_empty() {
        return String::new();
    }
    let told: Vec<String> = verdict
        .offenders
        .iter()
        .take(MOST_NAMES)
        .map(|offender| {
            format!("{} ({})", name(story, guardrail, offender), shown(guardrail, offender.value, currency))
        })
        .collect();
    let told: Vec<&str> = told.iter().map(String::as_str).collect();
    let more = verdict.offenders.len() - told.len();
    let rest = if more > 0 { format!(" and {more} more") } else { String::new() };
    let names = if more > 0 { told.join(", ") } else { list(&told) };
    format!("; {} of {} miss the limit: {names}{rest}", verdict.offenders.len(), verdict.rows)
}

/// How far a limit is missed, or the room that is left, in words.
fn distance(guardrail: &Guardrail, verdict: &Verdict, currency: &str) -> String {
    let far = shown(guardrail, verdict.short.abs(), currency);
    if verdict.short > 0.0 { format!("beyond it by {far}") } else { format!("room {far}") }
}

/// The line of the terminal.
pub fn line(story: &Story<'_>, judgement: &Judgement) -> String {
    let Judgement { guardrail, verdict, .. } = judgement;
    let currency = &story.inputs.programme.settings.currency;
    let reading = reading_note(story, judgement);
    format!(
        "Guardrail {}: {}{reading}: {}: {}, {}{}",
        word(guardrail, verdict),
        judgement.scenario,
        rule(guardrail, currency),
        shown(guardrail, verdict.value, currency),
        distance(guardrail, verdict, currency),
        offenders(story, judgement),
    )
}

/// The reading in brackets, where there is a choice.
fn reading_note(story: &Story<'_>, judgement: &Judgement) -> &'static str {
    match (&story.summary.behavioural, judgement.reading) {
        (Some(_), Reading::Behavioural) => " (behavioural)",
        (Some(_), Reading::Static) => " (static)",
        (None, _) => "",
    }
}

/// What stands on the page `Summary`.
pub fn summary(story: &Story<'_>) -> Vec<Block> {
    if story.guarded.is_empty() {
        return Vec::new();
    }
    let missed: Vec<&Judgement> = story.guarded.iter().filter(|judgement| !judgement.verdict.kept).collect();
    let said = match missed.len() {
        0 => format!("All guardrails are kept ({} verdicts).", story.guarded.len()),
        one => format!(
            "{one} of {} verdicts on guardrails: MISSED. {}. The sheet Guardrails names all who miss a limit.",
            story.guarded.len(),
            missed
                .iter()
                .take(3)
                .map(|judgement| {
                    let currency = &story.inputs.programme.settings.currency;
                    let rule = rule(&judgement.guardrail, currency);
                    let reading = reading_note(story, judgement);
                    format!("{}{reading}: {rule}{}", judgement.scenario, offenders(story, judgement))
                })
                .collect::<Vec<_>>()
                .join(". ")
        ),
    };
    vec![Block::Answer(said), Block::Table(short_table(story))]
}

/// The page; `None` without guardrails.
pub fn page(story: &Story<'_>) -> Option<Page> {
    if story.guarded.is_empty() {
        return None;
    }
    let mut blocks = vec![Block::Table(table(story))];
    let rows = offending_rows(story);
    if !rows.is_empty() {
        blocks.push(Block::Heading("Who misses a limit".to_owned()));
        let columns = vec![
            Column::new("Guardrail", Format::Plain, 46),
            Column::new("Scenario", Format::Plain, 24),
            Column::new("Reading", Format::Plain, 12),
            Column::new("Who", Format::Plain, 28),
            Column::new("Value", Format::Plain, 13),
            Column::new("Beyond the limit", Format::Plain, 13).note("By how much the limit is missed."),
        ];
        blocks.push(Block::Table(Table { id: "guardrail_offenders".to_owned(), columns, rows, totals: None }));
    }
    Some(Page {
        name: say!("Guardrails"),
        title: "Which limits are kept".to_owned(),
        subtitle:
            "Limits of the sheet Guardrails, held against every scenario that they concern; a verdict within the \
                   95 % interval may be chance"
                .to_owned(),
        one_page: false,
        blocks,
    })
}

/// The first cells of a verdict's row, to its verdict, in the order of the short table's columns.
fn cells(judgement: &Judgement) -> Vec<Cell> {
    let Judgement { guardrail, verdict, .. } = judgement;
    let figure = |value: f64| Cell::Figure(value, format_of(guardrail));
    vec![
        Cell::text(format!("{} {}", asked(guardrail), guardrail.operator.sign())),
        Cell::text(judgement.reading.word()),
        Cell::text(&*judgement.scenario),
        figure(guardrail.limit),
        figure(verdict.value),
        figure(verdict.short),
        Cell::text(word(guardrail, verdict)),
    ]
}

/// Their columns, with the widths of the guardrail, the reading and a figure.
fn columns([rule, reading, figure]: [u16; 3]) -> Vec<Column> {
    let figure = |heading: &str| Column::new(heading, Format::Plain, figure);
    vec![
        Column::new("Guardrail", Format::Plain, rule),
        Column::new("Reading", Format::Plain, reading),
        Column::new("Scenario", Format::Plain, 22),
        figure("Limit"),
        figure("Value").note("Of rows, the one that misses its limit most or comes nearest to it."),
        figure("Beyond by").note("By how much the limit is missed; below 0 the room that is left."),
        figure("Verdict"),
    ]
}

/// The verdicts of the one page: what is missed before what is kept, and no more of them than it has room for.
fn short_table(story: &Story<'_>) -> Table {
    let mut told: Vec<&Judgement> = story.guarded.iter().collect();
    told.sort_by_key(|judgement| judgement.verdict.kept);
    let rows = told.into_iter().take(MOST_ON_A_PAGE).map(cells).collect();
    Table { id: "guardrails_kept".to_owned(), columns: columns([20, 7, 9]), rows, totals: None }
}

/// All verdicts, with how sure they are and where they come from.
fn table(story: &Story<'_>) -> Table {
    let mut columns = columns([46, 12, 12]);
    columns.extend([
        Column::new("From", Format::Plain, 12).note("Lower end of the 95 % interval, where one is known."),
        Column::new("To", Format::Plain, 12).note("Upper end."),
        Column::new("Rows missed", Format::Count, 9),
        Column::new("Rows allowed", Format::Plain, 9).note("A number of rows, or below 1 a share of them."),
        Column::new("Stops a run", Format::Plain, 8),
        Column::new("Why", Format::Plain, 36),
        Column::new("Cell", Format::Plain, 16),
    ]);
    let rows = story.guarded.iter().map(|judgement| {
        let Judgement { guardrail, verdict, .. } = judgement;
        let end = |end: Option<f64>| end.map_or(Cell::Empty, |end| Cell::Figure(end, format_of(guardrail)));
        let mut row = cells(judgement);
        row.extend([
            end(verdict.interval.map(|interval| interval.low)),
            end(verdict.interval.map(|interval| interval.high)),
            Cell::Number(verdict.offenders.len() as f64),
            Cell::Number(guardrail.allowed),
            Cell::text(if guardrail.stop { "yes" } else { "no" }),
            Cell::text(&*guardrail.why),
            Cell::text(guardrail.at.to_string()),
        ]);
        row
    });
    Table { id: "guardrails".to_owned(), columns, rows: rows.collect(), totals: None }
}

fn offending_rows(story: &Story<'_>) -> Vec<Vec<Cell>> {
    let rows = story.guarded.iter().flat_map(|judgement| {
        let Judgement { guardrail, verdict, .. } = judgement;
        let format = format_of(guardrail);
        verdict.offenders.iter().map(move |offender| {
            vec![
                Cell::text(format!("{} {}", asked(guardrail), guardrail.operator.sign())),
                Cell::text(&*judgement.scenario),
                Cell::text(judgement.reading.word()),
                Cell::text(name(story, guardrail, offender)),
                Cell::Figure(offender.value, format),
                Cell::Figure(offender.short, format),
            ]
        })
    });
    rows.collect()
}

/// The failures that stop a run, in words; empty if there are none.
pub fn stops(story: &Story<'_>) -> String {
    let stops = story.guarded.iter().filter(|judgement| judgement.guardrail.stop && !judgement.verdict.kept);
    stops.map(|judgement| format!("error: {}\n", line(story, judgement))).collect()
}

/// The names and values of those who miss a limit, for other programs.
pub fn named<'a>(story: &'a Story<'_>, judgement: &'a Judgement) -> impl Iterator<Item = (String, f64)> + 'a {
    let of = |offender: &Offender| (name(story, &judgement.guardrail, offender), offender.value);
    judgement.verdict.offenders.iter().map(of)
}
