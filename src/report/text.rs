//! The answer as a short table for the terminal.

use crate::measures::Unit;
use crate::report::headline::{in_behaviour, lead};
use crate::report::sensitivity::{answer, estimated, said, supported, titles};
use crate::report::words::{
    self, Supported, capitalised, futures, in_sentence, per_cent, percent, percent_mean, reading, scale,
};
use crate::report::{Story, guardrails};
use crate::say;
use crate::study::{Flip, Sensitivity};
use crate::summary::ProgrammeSummary;

/// Inputs of a study that are listed.
const LARGEST: usize = 10;

/// A line a programme: the partners' margin and the vendor's contribution, and for scenarios their differences; then what
/// people's responses make of it.
pub fn table(story: &Story<'_>) -> String {
    let programmes = &story.summary.programmes;
    let lead = lead(story);
    // One scale for all, so that the columns can be compared; differences would be lost in billions.
    let (unit, suffix) = scale(programmes[0].measure(lead.id).mean.abs().min(1e6));
    let mut rows = vec![[
        say!("Programme"),
        say!("Partner margin"),
        say!("difference, 90 % range"),
        say!("Vendor contribution"),
        say!("difference, 90 % range"),
        say!("Win rate"),
    ]];
    for programme in programmes {
        let value = |id: &str| Supported::mean(programme.measure(id)).in_units(unit, 2);
        rows.push([
            programme.shown().to_owned(),
            value(lead.id),
            difference(programme, lead.id, unit),
            value("vendor_contribution"),
            difference(programme, "vendor_contribution", unit),
            percent_mean(programme.measure("win_rate")),
        ]);
    }
    let mut text = say!(
        "{measure} and vendor contribution in{suffix} {currency}, {reading}",
        measure = capitalised(lead.name),
        suffix,
        currency = story.inputs.programme.settings.currency,
        reading = reading(story.summary.reading)
    );
    text.push_str("\n\n");
    text.push_str(&aligned(&rows));
    if programmes.len() > 1 {
        text.push('\n');
    }
    for scenario in &programmes[1..] {
        if let (Some(partner), Some(vendor)) =
            (scenario.difference(lead.id), scenario.difference("vendor_contribution"))
        {
            let [partners, vendors] = [partner, vendor].map(|of| match of.is_nothing() {
                true => say!("the same"),
                false => say!("better {share}", share = futures(of.probability_better)),
            });
            text.push_str(&say!(
                "{name}: for partners {partners}, for the vendor {vendor}",
                name = scenario.name,
                partners,
                vendor = vendors
            ));
            text.push('\n');
        }
    }
    if story.summary.behavioural.is_some() && programmes.len() > 1 {
        text.push('\n');
        text.push_str(&say!("The same differences in the behavioural reading, where people answer to the rules:"));
        text.push('\n');
    }
    for (at, scenario) in programmes.iter().enumerate().skip(1) {
        if let Some(words) = in_behaviour(story, at) {
            text.push_str(&say!("{name}: {text}.", name = scenario.name, text = words));
            text.push('\n');
        }
    }
    if !story.guarded.is_empty() {
        text.push('\n');
    }
    for judgement in story.guarded {
        text.push_str(&guardrails::line(story, judgement));
        text.push('\n');
    }
    text
}

/// For each scenario the inputs that move its difference most, and what decides.
pub fn sensitivity(found: &Sensitivity, currency: &str) -> String {
    let titles = titles(found);
    let mut text = String::new();
    for decision in &found.decisions {
        let widest = decision.by_swing().first().map_or(0.0, |at| decision.effects[*at].swing());
        let (unit, suffix) = match found.measure.unit {
            Unit::Money => scale(widest.min(1e6)),
            Unit::Fraction => (0.01, ""),
            Unit::Count | Unit::Days | Unit::Index => (1.0, ""),
        };
        let counted = words::unit(found.measure.unit, currency);
        text.push_str(&say!(
            "{name}: difference of {measure} in{suffix} {unit}, one input at a time, {reading}",
            name = decision.name,
            measure = in_sentence(found.measure.label.said()),
            suffix,
            unit = counted,
            reading = reading(found.reading)
        ));
        text.push_str("\n\n");
        let mut rows = vec![[
            say!("Input"),
            per_cent(5),
            per_cent(95),
            say!("at 5 %"),
            say!("at 95 %"),
            say!("of variance"),
            say!("flips at"),
        ]];
        for at in decision.by_swing().into_iter().take(LARGEST) {
            let (factor, effect) = (&found.factors[at], &decision.effects[at]);
            let [low, .., high] = factor.percentiles.map(|value| said(factor, value, currency));
            let [at_low, .., at_high] = effect.spider.map(|mean| supported(mean, unit));
            let share = decision.share(effect);
            let flips = match effect.flip {
                Flip::At { value, plausible } => {
                    let outside = if plausible { String::new() } else { say!(" (not plausible)") };
                    estimated(factor, value, currency) + &outside
                }
                Flip::Never { .. } => say!("never"),
            };
            rows.push([titles[at].clone(), low, high, at_low, at_high, percent(share), flips]);
        }
        text.push_str(&aligned(&rows));
        text.push_str(&format!("\n{}\n\n", answer(found, decision, currency)));
    }
    text.truncate(text.trim_end().len());
    text + "\n"
}

/// Rows with their columns in line, the first to the left and the others to the right.
pub fn aligned<const N: usize>(rows: &[[String; N]]) -> String {
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let widths: [usize; N] = std::array::from_fn(width);
    let mut text = String::new();
    for row in rows {
        let cells = row.iter().zip(widths).enumerate();
        let line: Vec<String> = cells
            .map(|(at, (cell, width))| if at == 0 { format!("{cell:<width$}") } else { format!("{cell:>width$}") })
            .collect();
        text.push_str(line.join("  ").trim_end());
        text.push('\n');
    }
    text
}

fn difference(programme: &ProgrammeSummary, id: &str, unit: f64) -> String {
    programme.difference(id).map_or_else(String::new, |difference| {
        let statistics = &difference.statistics;
        let (low, high) = Supported::range(statistics);
        let [low, high] = [low, high].map(|end| end.in_units(unit, 2));
        say!("{mean} ({low} to {high})", mean = Supported::mean(statistics).change_in_units(unit, 2), low, high)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_stand_in_line() {
        let rows = [["a", "10"], ["longer", "9"]].map(|row| row.map(str::to_owned));
        assert_eq!(aligned(&rows), "a       10\nlonger   9\n");
    }
}
