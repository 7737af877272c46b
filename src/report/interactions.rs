//! `Interactions`: what policies bring together beyond what they bring one by one.

use crate::report::headline::{direction, headline};
use crate::report::words::{
    change_format, count, format, list, money_change, money_change_mean, money_range_of, reading, reading_cell, unit,
};
use crate::report::{Block, Cell, Column, Format, Page, Story, Table};
use crate::say;
use crate::stats::Statistics;
use crate::summary::{Difference, ProgrammeSummary};

/// The page; none without a scenario that is made of others.
pub fn page(story: &Story<'_>) -> Option<Page> {
    joint(story).next()?;
    let mut blocks = vec![Block::Text(
        "Joint effect: the scenario against the baseline of its reading. Sum of single effects: the same of each scenario \
         that it includes, added up. The interaction is what is left, future by future: what the policies do to each other, \
         and what the scenario edits beyond its includes."
            .to_owned(),
    )];
    blocks.extend(joint(story).filter_map(|programme| sentence(story, programme)).map(Block::Answer));
    blocks.push(Block::Table(table(story)));
    Some(Page {
        name: say!("Interactions"),
        title: "Do the policies add up?".to_owned(),
        subtitle: format!(
            "Scenarios made of others, {} trials, whole horizon, by reading; percentages in points",
            count(story.summary.trials as f64)
        ),
        one_page: false,
        blocks,
    })
}

/// The programmes that are made of others, static ones first.
pub fn joint<'a>(story: &'a Story<'_>) -> impl Iterator<Item = &'a ProgrammeSummary> {
    story.summary.all().filter(|programme| !programme.interactions.is_empty())
}

/// Whether what a scenario's policies do to each other goes beyond chance, in words.
pub fn sentence(story: &Story<'_>, programme: &ProgrammeSummary) -> Option<String> {
    let currency = &story.inputs.programme.settings.currency;
    let scenario = story.scenarios.iter().find(|scenario| scenario.name == programme.name)?;
    let parts: Vec<&str> = scenario.includes.iter().map(String::as_str).collect();
    let lead = super::headline::lead(story);
    let clauses: Vec<String> = [(lead.id, lead.name), ("vendor_contribution", "vendor contribution")]
        .into_iter()
        .filter_map(|(id, name)| {
            let (place, _) = crate::measures::measure(id)?;
            let (joint, term) = (programme.difference(id)?.statistics.mean, programme.interactions.get(place)?);
            Some(format!("{name} {}", split(joint, term, currency)))
        })
        .collect();
    Some(format!(
        "{} ({}) includes {}: {}.",
        programme.name,
        reading(programme.reading),
        list(&parts),
        list_of(&clauses)
    ))
}

fn list_of(clauses: &[String]) -> String {
    clauses.join("; ")
}

/// A joint effect beside the sum of the single ones.
fn split(joint: f64, term: &Statistics, currency: &str) -> String {
    let change = |amount: f64| money_change(amount, currency);
    let beyond = direction(&Difference { statistics: *term, probability_better: 0.5, variance_ratio: None }).is_ne();
    let verdict = if beyond { "" } else { ", within chance" };
    format!(
        "changes by {} together and by {} one by one: the interaction is {} (90 % range {}{verdict})",
        change(joint),
        change(joint - term.mean),
        money_change_mean(term, currency),
        money_range_of(term, currency)
    )
}

fn table(story: &Story<'_>) -> Table {
    let currency = &story.inputs.programme.settings.currency;
    let mut rows = Vec::new();
    for programme in joint(story) {
        for (at, measure) in headline() {
            let (joint, term) = (programme.differences[at].statistics.mean, &programme.interactions[at]);
            let (low, high) = term.range();
            let shown = change_format(measure.unit);
            rows.push(vec![
                Cell::text(&*programme.name),
                reading_cell(programme.reading),
                Cell::text(measure.label.en),
                Cell::text(unit(measure.unit, currency)),
                Cell::Figure(joint, shown),
                Cell::Figure(joint - term.mean, shown),
                Cell::Formula("=[@Joint effect]-[@Sum of single effects]".to_owned(), term.mean, shown),
                Cell::Figure(term.se, format(measure.unit)),
                Cell::Figure(low, shown),
                Cell::Figure(high, shown),
            ]);
        }
    }
    let figure = |heading: &str| Column::new(heading, Format::Plain, 14);
    Table {
        id: "interactions".to_owned(),
        columns: vec![
            Column::new("Scenario", Format::Plain, 26),
            Column::new("Reading", Format::Plain, 12),
            Column::new("Measure", Format::Plain, 24),
            Column::new("Unit", Format::Plain, 10),
            figure("Joint effect").note("Mean difference with the baseline."),
            figure("Sum of single effects").note("Mean differences of the included scenarios, added up."),
            figure("Interaction").note("Joint effect less the sum of the single effects."),
            figure("Standard error").note("Of the mean interaction, because the trials are finite."),
            figure("5 % below").note("In one future of twenty the interaction is below this."),
            figure("5 % above").note("In one future of twenty the interaction is above this."),
        ],
        rows,
        totals: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_interaction_is_split_off_the_joint_effect() {
        let term =
            Statistics { mean: -200_000.0, sd: 1.0, se: 1_000.0, percentiles: [-300_000.0, 0.0, 0.0, 0.0, -100_000.0] };
        assert_eq!(
            split(1_000_000.0, &term, "EUR"),
            "changes by +1.00 M EUR together and by +1.20 M EUR one by one: the interaction is -200 k EUR (90 % range -300 \
             to -100 k EUR)"
        );
        let chance = Statistics { se: 200_000.0, ..term };
        assert!(split(1_000_000.0, &chance, "EUR").ends_with("within chance)"));
    }
}
