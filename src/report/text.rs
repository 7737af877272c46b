//! The answer as a short table for the terminal.

use crate::measures::Unit;
use crate::report::headline::{in_behaviour, lead};
use crate::report::sensitivity::{answer, said, titles};
use crate::report::words::{self, Supported, capitalised, futures, percent, percent_mean, reading, scale};
use crate::report::{Story, guardrails};
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
    let mut rows = vec![
        [
            "Programme",
            "Partner margin",
            "difference, 90 % range",
            "Vendor contribution",
            "difference, 90 % range",
            "Win rate",
        ]
        .map(str::to_owned),
    ];
    for programme in programmes {
        let value = |id: &str| Supported::mean(programme.measure(id)).in_units(unit, 2);
        rows.push([
            programme.name.clone(),
            value(lead.id),
            difference(programme, lead.id, unit),
            value("vendor_contribution"),
            difference(programme, "vendor_contribution", unit),
            percent_mean(programme.measure("win_rate")),
        ]);
    }
    let mut text = format!(
        "{} and vendor contribution in{suffix} {}, {}\n\n",
        capitalised(lead.name),
        story.inputs.programme.settings.currency,
        reading(story.summary.reading)
    );
    text.push_str(&aligned(&rows));
    if programmes.len() > 1 {
        text.push('\n');
    }
    for scenario in &programmes[1..] {
        if let (Some(partner), Some(vendor)) =
            (scenario.difference(lead.id), scenario.difference("vendor_contribution"))
        {
            text.push_str(&format!(
                "{}: better for partners {}, for the vendor {}\n",
                scenario.name,
                futures(partner.probability_better),
                futures(vendor.probability_better)
            ));
        }
    }
    if story.summary.behavioural.is_some() && programmes.len() > 1 {
        text.push_str("\nThe same differences in the behavioural reading, where people answer to the rules:\n");
    }
    for (at, scenario) in programmes.iter().enumerate().skip(1) {
        if let Some(words) = in_behaviour(story, at) {
            text.push_str(&format!("{}: {words}.\n", scenario.name));
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
        text.push_str(&format!(
            "{}: difference of {} in{suffix} {counted}, one input at a time, {}\n\n",
            decision.name,
            found.measure.label.en.to_lowercase(),
            reading(found.reading)
        ));
        let mut rows =
            vec![["Input", "5 %", "95 %", "at 5 %", "at 95 %", "of variance", "flips at"].map(str::to_owned)];
        for at in decision.by_swing().into_iter().take(LARGEST) {
            let (factor, effect) = (&found.factors[at], &decision.effects[at]);
            let [low, .., high] = factor.percentiles.map(|value| said(factor, value, currency));
            let [at_low, at_high] = effect.ends().map(|end| format!("{:+.2}", end / unit));
            let share = effect.index.map_or(effect.contribution.share.abs(), |index| index.total.value);
            let flips = match effect.flip {
                Flip::At { value, plausible } => {
                    let outside = if plausible { "" } else { " (not plausible)" };
                    said(factor, value.value, currency) + outside
                }
                Flip::Never { .. } => "never".to_owned(),
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
        format!("{} ({low} to {high})", Supported::mean(statistics).change_in_units(unit, 2))
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
