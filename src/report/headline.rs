//! The answer in words: what a scenario does for partners and for the vendor, and what people's responses make of it.

use std::cmp::Ordering;

use crate::measures::{self, Measure};
use crate::outcome::{Business, Dimension, Field};
use crate::report::Story;
use crate::report::words::{futures, list, money, money_change_mean, money_mean, money_range_of, percent_mean};
use crate::summary::{Difference, ProgrammeSummary};

/// The measures an executive looks at first.
pub const HEADLINE: [&str; 5] =
    ["partner_front_margin", "partner_net_margin", "vendor_contribution", "win_rate", "customer_price_index"];

/// So many programmes have all their headline measures on one printed page.
const MOST_IN_FULL: usize = 8;

/// The headline measures with their places.
pub fn headline() -> impl Iterator<Item = (usize, &'static Measure)> {
    HEADLINE.iter().filter_map(|id| measures::measure(id))
}

/// The measures of the printed page, back-end among them where the answer is given in net margin. With very many
/// scenarios there are three; all of them stand on the sheet Measures.
pub fn printed(story: &Story<'_>) -> Vec<(usize, &'static Measure)> {
    let mut ids = match lead(story).id {
        "partner_net_margin" => {
            ["partner_net_margin", "partner_front_margin", "partner_rebates", "vendor_contribution", "win_rate"]
        }
        _ => HEADLINE,
    }
    .to_vec();
    if story.summary.programmes.len() > MOST_IN_FULL {
        ids.retain(|id| [lead(story).id, "partner_rebates", "vendor_contribution"].contains(id));
    }
    ids.into_iter().filter_map(measures::measure).collect()
}

/// Whether there are so many scenarios that one printed page takes only the shortest answers.
pub fn is_crowded(story: &Story<'_>) -> bool {
    story.summary.programmes.len() > 5
}

/// The partners' measure in which the answer is given, with its name in a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lead {
    /// Its id.
    pub id: &'static str,
    /// Its name.
    pub name: &'static str,
}

/// Front margin, or net margin where a scenario changes the partners' other incomes more than their front margin: back-end,
/// services, financing. One for all scenarios, so that they can be compared.
pub fn lead(story: &Story<'_>) -> Lead {
    let others_decide = story.summary.programmes.iter().any(|programme| {
        let front = mean(programme, "partner_front_margin");
        let others = mean(programme, "partner_net_margin") - front + mean(programme, "partner_presales");
        others.abs() > front.abs()
    });
    match others_decide {
        true => Lead { id: "partner_net_margin", name: "partner net margin" },
        false => Lead { id: "partner_front_margin", name: "partner front margin" },
    }
}

/// The mean difference of a measure with the baseline; 0 for the baseline.
pub fn mean(programme: &ProgrammeSummary, id: &str) -> f64 {
    programme.difference(id).map_or(0.0, |difference| difference.statistics.mean)
}

/// Where a difference lies: it is called a rise or a fall only where it is larger than its error.
pub fn direction(difference: &Difference) -> Ordering {
    let mean = difference.statistics.mean;
    if mean.abs() <= 2.0 * difference.statistics.se { Ordering::Equal } else { mean.total_cmp(&0.0) }
}

/// The sentence of a scenario, in the reading of [`crate::summary::Summary::programmes`].
pub fn sentence(story: &Story<'_>, scenario: &ProgrammeSummary) -> String {
    let currency = &story.inputs.programme.settings.currency;
    let lead = lead(story);
    let clause = |id: &str, name: &str| {
        let difference = scenario.difference(id)?;
        let change = money_mean(&difference.statistics, currency);
        let range = money_range_of(&difference.statistics, currency);
        // A range that is shown as one amount tells nothing more.
        let spread = if range.contains(" to ") { format!(" ({range})") } else { String::new() };
        Some(match direction(difference) {
            Ordering::Greater => format!("raises {name} by {change}{spread}"),
            Ordering::Less => format!("lowers {name} by {change}{spread}"),
            Ordering::Equal => format!("leaves {name} where it is{spread}"),
        })
    };
    let (Some(partner), Some(vendor)) =
        (clause(lead.id, lead.name), clause("vendor_contribution", "the vendor's contribution"))
    else {
        return String::new();
    };
    let launch = launch_margin(story, scenario);
    let launch = if launch == 0.0 {
        String::new()
    } else {
        format!(" Deals that waited for the rule bring {} of front margin, once.", money(launch, currency))
    };
    let savings = match scenario.difference("savings_cumulative").map(|difference| difference.statistics) {
        Some(savings) if savings.mean != 0.0 => format!(
            " Beside the contribution, savings less their one-off cost bring {}.",
            money_change_mean(&savings, currency)
        ),
        _ => String::new(),
    };
    let chance = |id: &str| scenario.difference(id).map_or(0.5, |difference| difference.probability_better);
    let rate = |summary: &ProgrammeSummary| percent_mean(summary.measure("win_rate"));
    let (before, after) = (rate(&story.summary.programmes[0]), rate(scenario));
    let rates = if before == after { format!("stays at {after}") } else { format!("goes from {before} to {after}") };
    if is_crowded(story) {
        return format!("{} {partner} and {vendor}; the win rate {rates}.{launch}{savings}", scenario.name);
    }
    format!(
        "{} {partner} and {vendor}. It is better for partners {} and for the vendor {}; the win rate {rates}.{launch}{savings}",
        scenario.name,
        futures(chance(lead.id)),
        futures(chance("vendor_contribution")),
    )
}

/// What the behavioural reading makes of the differences of the scenario at a place, with its figures; `None` where it was
/// not played beside the static one.
pub fn in_behaviour(story: &Story<'_>, at: usize) -> Option<String> {
    let currency = &story.inputs.programme.settings.currency;
    let lead = lead(story);
    let moved = &story.summary.behavioural.as_ref()?[at];
    let change = |id: &str| Some(money_change_mean(&moved.difference(id)?.statistics, currency));
    let turns = turns_of(story, at)?;
    let (partner, vendor) = (change(lead.id)?, change("vendor_contribution")?);
    Some(format!("{} {partner}, the vendor's contribution {vendor}; {turns}", lead.name))
}

/// Whether the behavioural reading turns the signs of the differences of the scenario at a place; `None` where it was
/// not played beside the static one.
pub fn turns_of(story: &Story<'_>, at: usize) -> Option<String> {
    let lead = lead(story).id;
    let id = "vendor_contribution";
    let fixed = &story.summary.programmes[at];
    let moved = &story.summary.behavioural.as_ref()?[at];
    Some(turns(&[
        ("partners", fixed.difference(lead)?, moved.difference(lead)?),
        ("the vendor", fixed.difference(id)?, moved.difference(id)?),
    ]))
}

/// What becomes of the directions of differences from one reading to the other, each with the name of whom it belongs to.
pub fn turns(differences: &[(&str, &Difference, &Difference)]) -> String {
    let whose = |wanted: fn(Ordering, Ordering) -> bool| -> Vec<&str> {
        let turned = differences.iter().filter(|(_, fixed, moved)| wanted(direction(fixed), direction(moved)));
        turned.map(|(name, _, _)| *name).collect()
    };
    let flips = whose(|fixed, moved| fixed != Ordering::Equal && moved == fixed.reverse());
    let fades = whose(|fixed, moved| fixed != Ordering::Equal && moved == Ordering::Equal);
    let appears = whose(|fixed, moved| fixed == Ordering::Equal && moved != Ordering::Equal);
    let mut said = Vec::new();
    if !flips.is_empty() {
        said.push(format!("THE SIGN FLIPS for {}", list(&flips)));
    }
    if !fades.is_empty() {
        said.push(format!("for {} nothing is left beyond chance", list(&fades)));
    }
    if !appears.is_empty() {
        said.push(format!("for {} there is a difference now", list(&appears)));
    }
    if said.is_empty() { "no sign changes".to_owned() } else { said.join(" and ") }
}

/// Mean front margin of the deals that a launch releases, in currency units.
fn launch_margin(story: &Story<'_>, scenario: &ProgrammeSummary) -> f64 {
    let rows = story.summary.rows_of(Dimension::Business);
    let launch = rows.filter(|(_, row)| row.name == Business::Launch.key());
    launch.map(|(at, _)| scenario.by_row[at][Field::FrontMargin] / 100.0).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::Statistics;

    fn difference(mean: f64) -> Difference {
        let statistics = Statistics { mean, sd: 10.0, se: 1.0, percentiles: [mean; 5] };
        Difference { statistics, probability_better: 0.5, variance_ratio: None }
    }

    #[test]
    fn a_difference_within_two_errors_has_no_direction() {
        let of = |mean: f64| direction(&difference(mean));
        assert_eq!(
            [of(2.1), of(2.0), of(-1.9), of(-2.1)],
            [Ordering::Greater, Ordering::Equal, Ordering::Equal, Ordering::Less]
        );
    }

    #[test]
    fn flips_are_told_by_whose_they_are() {
        let [up, level, down] = [5.0, 0.0, -5.0].map(difference);
        assert_eq!(turns(&[("partners", &up, &up), ("the vendor", &down, &down)]), "no sign changes");
        assert_eq!(
            turns(&[("partners", &up, &down), ("the vendor", &down, &up)]),
            "THE SIGN FLIPS for partners and the vendor"
        );
        assert_eq!(
            turns(&[("partners", &up, &level), ("the vendor", &level, &down)]),
            "for partners nothing is left beyond chance and for the vendor there is a difference now"
        );
    }
}
