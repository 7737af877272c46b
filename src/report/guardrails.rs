//! Guardrails: which are kept, by how much, and who misses them.

use crate::language::number;
use crate::measures::{self, Unit};
use crate::plan::Reading;
use crate::report::words::{change_format, format, list, money, percent, pieces, unit};
use crate::report::{Block, Column, Format, Page, Story, Table};
use crate::say;
use crate::study::guardrails::{Guardrail, Judgement, Offender, Scope, Statistic, Verdict};

mod tables;

/// So many names are told in a sentence.
const MOST_NAMES: usize = 5;
/// So many misses are told there in words.
const MOST_TOLD: usize = 3;

/// A figure of a guardrail in words: `-46 k EUR`, `7.5 %`.
pub fn shown(guardrail: &Guardrail, value: f64, currency: &str) -> String {
    let sign = if value < 0.0 { "-" } else { "" };
    match (guardrail.statistic, guardrail.measure.unit) {
        (Statistic::Probability, _) | (_, Unit::Fraction) => percent(value),
        (_, Unit::Money) => format!("{sign}{}", money(value, currency)),
        (_, Unit::Count) => pieces(value),
        (_, Unit::Days) => say!("{value} days", value = number::fixed(value, 1)),
        (_, Unit::Index) => number::fixed(value, 1),
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

/// What a guardrail asks, without its limit: `Vendor contribution: 5th percentile of the difference`.
pub fn asked(guardrail: &Guardrail) -> String {
    let id = guardrail.measure.id.as_str();
    let measure = measures::measure(id).map_or(guardrail.measure.label.as_str(), |(_, measure)| measure.label.said());
    let statistic = match guardrail.statistic {
        Statistic::Mean => say!("mean"),
        Statistic::Percentile(p) => say!("{percent}th percentile", percent = number::fixed(p * 100.0, 0)),
        Statistic::Probability => say!("probability of being better"),
    };
    let of = match guardrail.statistic {
        Statistic::Probability => statistic,
        _ if guardrail.of_difference => say!("{statistic} of the difference", statistic),
        _ => statistic,
    };
    match &guardrail.scope {
        Scope::Total => say!("{measure}: {of}", measure, of),
        Scope::Rows(rows) if rows.len() == 1 => say!("{measure}: {of} of the row", measure, of),
        Scope::Rows(_) => say!("{measure}: {of} of every row", measure, of),
        Scope::Years(years) if years.len() == 1 => say!("{measure}: {of} of the year", measure, of),
        Scope::Years(_) => say!("{measure}: {of} of every year", measure, of),
        Scope::Partners => say!("{measure}: {of} of every partner", measure, of),
    }
}

/// The same with the unit of its figures and how they must stand to the limit, for tables.
fn limited(guardrail: &Guardrail, currency: &str) -> String {
    let (asked, sign) = (asked(guardrail), guardrail.operator.sign());
    match (guardrail.statistic, guardrail.measure.unit) {
        // Percentages have their sign; numbers and indices have no unit.
        (Statistic::Probability, _) | (_, Unit::Fraction | Unit::Count | Unit::Index) => format!("{asked} {sign}"),
        (_, Unit::Money | Unit::Days) => format!("{asked}, {} {sign}", unit(guardrail.measure.unit, currency)),
    }
}

/// What a guardrail asks, with its limit.
pub fn rule(guardrail: &Guardrail, currency: &str) -> String {
    let limit = shown(guardrail, guardrail.limit, currency);
    format!("{} {} {limit}", asked(guardrail), guardrail.operator.sign())
}

/// Whether a limit is kept, and how surely.
pub fn word(guardrail: &Guardrail, verdict: &Verdict) -> String {
    match (verdict.kept, verdict.is_certain(guardrail)) {
        (true, Some(false)) => say!("kept, by chance perhaps"),
        (true, _) => say!("kept"),
        (false, Some(false)) => say!("missed, by chance perhaps"),
        (false, _) => say!("missed"),
    }
}

/// The name of a row that misses a limit.
fn name(story: &Story<'_>, guardrail: &Guardrail, offender: &Offender) -> String {
    match guardrail.scope {
        Scope::Years(_) => say!("year {year}", year = offender.row + 1),
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
    let names = match more {
        0 => list(&told),
        _ => say!("{names} and {more} more", names = told.join(", "), more),
    };
    say!("; {missing} of {all} miss the limit: {names}", missing = verdict.offenders.len(), all = verdict.rows, names)
}

/// How far a limit is missed, or the room that is left, in words.
fn distance(guardrail: &Guardrail, verdict: &Verdict, currency: &str) -> String {
    let far = shown(guardrail, verdict.short.abs(), currency);
    if verdict.short > 0.0 { say!("beyond it by {far}", far) } else { say!("room {far}", far) }
}

/// The line of the terminal.
pub fn line(story: &Story<'_>, judgement: &Judgement) -> String {
    let Judgement { guardrail, verdict, .. } = judgement;
    let currency = &story.inputs.programme.settings.currency;
    say!(
        "Guardrail {verdict}: {scenario}{reading}: {rule}: {value}, {distance}{offenders}",
        verdict = word(guardrail, verdict),
        scenario = &judgement.scenario,
        reading = reading_note(story, judgement),
        rule = rule(guardrail, currency),
        value = shown(guardrail, verdict.value, currency),
        distance = distance(guardrail, verdict, currency),
        offenders = offenders(story, judgement)
    )
}

/// The reading in brackets, where there is a choice.
fn reading_note(story: &Story<'_>, judgement: &Judgement) -> String {
    match story.summary.behavioural {
        Some(_) => format!(" ({})", reading(judgement.reading)),
        None => String::new(),
    }
}

/// The word of a reading.
fn reading(of: Reading) -> String {
    match of {
        Reading::Static => say!("static"),
        Reading::Behavioural => say!("behavioural"),
    }
}

/// What stands on the page `Summary`.
pub fn summary(story: &Story<'_>) -> Vec<Block> {
    if story.guarded.is_empty() {
        return Vec::new();
    }
    let currency = &story.inputs.programme.settings.currency;
    let all = story.guarded.len();
    let missed: Vec<&Judgement> = story.guarded.iter().filter(|judgement| !judgement.verdict.kept).collect();
    let said = match missed.len() {
        0 => say!("All guardrails are kept ({all} verdicts).", all),
        number => {
            let told: Vec<String> = missed
                .iter()
                .take(MOST_TOLD)
                .map(|judgement| {
                    say!(
                        "{scenario}{reading}: {rule}{offenders}",
                        scenario = &judgement.scenario,
                        reading = reading_note(story, judgement),
                        rule = rule(&judgement.guardrail, currency),
                        offenders = offenders(story, judgement)
                    )
                })
                .collect();
            let sheet = say!("Guardrails");
            say!(
                "{number} of {all} verdicts on guardrails: MISSED. {told}. The sheet {sheet} names all who miss a limit.",
                number,
                all,
                told = told.join(". "),
                sheet
            )
        }
    };
    let text = if missed.is_empty() { Block::Text(said) } else { Block::Answer(said) };
    vec![text, Block::Table(tables::short_table(story))]
}

/// The page; `None` without guardrails.
pub fn page(story: &Story<'_>) -> Option<Page> {
    if story.guarded.is_empty() {
        return None;
    }
    let mut blocks = vec![Block::Table(tables::table(story))];
    let rows = tables::offending_rows(story);
    if !rows.is_empty() {
        blocks.push(Block::Heading(say!("Who misses a limit")));
        let columns = vec![
            Column::new(say!("Guardrail"), Format::Plain, 46),
            Column::new(say!("Scenario"), Format::Plain, 24),
            Column::new(say!("Reading"), Format::Plain, 12),
            Column::new(say!("Who"), Format::Plain, 28),
            Column::new(say!("Value"), Format::Plain, 13),
            Column::new(say!("Beyond the limit"), Format::Plain, 13).note(say!("By how much the limit is missed.")),
        ];
        blocks.push(Block::Table(Table { id: "guardrail_offenders".to_owned(), columns, rows, totals: None }));
    }
    Some(Page {
        name: say!("Guardrails"),
        title: say!("Which limits are kept"),
        subtitle: say!(
            "Limits of the sheet Guardrails, held against every scenario that they concern; a verdict within the 95 % \
             interval may be chance"
        ),
        one_page: false,
        blocks,
    })
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
