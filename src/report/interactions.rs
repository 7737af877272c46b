//! `Interactions`: what policies bring together beyond what they bring one by one.

use crate::report::headline::{direction, headline};
use crate::report::words::{
    change_format, count, format, list, money_change, money_change_and_range, reading, reading_cell, unit,
};
use crate::report::{Block, Cell, Column, Format, Page, Story, Table};
use crate::say;
use crate::stats::Statistics;
use crate::summary::{Difference, ProgrammeSummary};

/// The page; none without a scenario that is made of others.
pub fn page(story: &Story<'_>) -> Option<Page> {
    joint(story).next()?;
    let mut blocks = vec![Block::Text(say!(
        "Joint effect: the scenario against the baseline of its reading. Sum of single effects: the same of each scenario \
         that it includes, added up. The interaction is what is left, future by future: what the policies do to each other, \
         and what the scenario edits beyond its includes."
    ))];
    blocks.extend(joint(story).filter_map(|programme| sentence(story, programme)).map(Block::Answer));
    blocks.push(Block::Table(table(story)));
    Some(Page {
        name: say!("Interactions"),
        title: say!("Do the policies add up?"),
        subtitle: say!(
            "Scenarios made of others, {trials} trials, whole horizon, by reading; percentages in points",
            trials = count(story.summary.trials as f64)
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
    let clauses: Vec<String> = [super::headline::lead(story).id, "vendor_contribution"]
        .into_iter()
        .filter_map(|id| {
            let (place, measure) = crate::measures::measure(id)?;
            let (joint, term) = (programme.difference(id)?.statistics.mean, programme.interactions.get(place)?);
            Some(split(measure.label.said(), joint, term, currency))
        })
        .collect();
    Some(say!(
        "{name} ({reading}) includes {parts}. {clauses}",
        name = programme.name,
        reading = reading(programme.reading),
        parts = list(&parts),
        clauses = clauses.join(" ")
    ))
}

/// A joint effect beside the sum of the single ones.
fn split(measure: &str, joint: f64, term: &Statistics, currency: &str) -> String {
    let change = |amount: f64| money_change(amount, currency);
    let beyond = direction(&Difference { statistics: *term, probability_better: 0.5, variance_ratio: None }).is_ne();
    let (together, single) = (change(joint), change(joint - term.mean));
    let (left, range) = money_change_and_range(term, currency);
    if beyond {
        say!(
            "{measure}: {together} together and {single} one by one; the interaction is {left} (90 % range {range}).",
            measure,
            together,
            single,
            left,
            range
        )
    } else {
        say!(
            "{measure}: {together} together and {single} one by one; the interaction is {left} (90 % range {range}), \
             within chance.",
            measure,
            together,
            single,
            left,
            range
        )
    }
}

fn table(story: &Story<'_>) -> Table {
    let currency = &story.inputs.programme.settings.currency;
    let (together, single) = (say!("Joint effect"), say!("Sum of single effects"));
    let mut rows = Vec::new();
    for programme in joint(story) {
        for (at, measure) in headline() {
            let (joint, term) = (programme.differences[at].statistics.mean, &programme.interactions[at]);
            let (low, high) = term.range();
            let shown = change_format(measure.unit);
            rows.push(vec![
                Cell::text(&*programme.name),
                reading_cell(programme.reading),
                Cell::text(measure.label.said()),
                Cell::text(unit(measure.unit, currency)),
                Cell::Figure(joint, shown),
                Cell::Figure(joint - term.mean, shown),
                Cell::Formula(format!("=[@{together}]-[@{single}]"), term.mean, shown),
                Cell::Figure(term.se, format(measure.unit)),
                Cell::Figure(low, shown),
                Cell::Figure(high, shown),
            ]);
        }
    }
    let figure = |heading: String| Column::new(heading, Format::Plain, 14);
    Table {
        id: "interactions".to_owned(),
        columns: vec![
            Column::new(say!("Scenario"), Format::Plain, 26),
            Column::new(say!("Reading"), Format::Plain, 12),
            Column::new(say!("Measure"), Format::Plain, 24),
            Column::new(say!("Unit"), Format::Plain, 10),
            figure(together).note(say!("Mean difference with the baseline.")),
            figure(single).note(say!("Mean differences of the included scenarios, added up.")),
            figure(say!("Interaction")).note(say!("Joint effect less the sum of the single effects.")),
            figure(say!("Standard error")).note(say!("Of the mean interaction, because the trials are finite.")),
            figure(say!("5 % below")).note(say!("In one future of twenty the interaction is below this.")),
            figure(say!("5 % above")).note(say!("In one future of twenty the interaction is above this.")),
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
            split("Margin", 1_000_000.0, &term, "EUR"),
            "Margin: +1.00 M EUR together and +1.20 M EUR one by one; the interaction is -200 k EUR (90 % range -300 to \
             -100 k EUR)."
        );
        let chance = Statistics { se: 200_000.0, ..term };
        assert!(split("Margin", 1_000_000.0, &chance, "EUR").ends_with("within chance."));
    }
}
