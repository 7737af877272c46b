//! The answer in words: what a scenario does for partners and for the vendor.

use crate::measures::{self, Measure};
use crate::outcome::{Business, Dimension, Field};
use crate::report::Story;
use crate::report::words::{futures, money, money_range, percent};
use crate::summary::{Difference, ProgrammeSummary};

/// Where a difference lies: it is called a rise or a fall only where it is larger than its error.
fn direction(difference: &Difference) -> std::cmp::Ordering {
    let mean = difference.statistics.mean;
    if mean.abs() <= 2.0 * difference.statistics.se { std::cmp::Ordering::Equal } else { mean.total_cmp(&0.0) }
}

/// The sentence of a scenario.
pub fn sentence(story: &Story<'_>, scenario: &ProgrammeSummary) -> String {
    let currency = &story.inputs.programme.settings.currency;
    let clause = |id: &str, up: &str, down: &str, level: &str| {
        let difference = scenario.difference(id)?;
        let change = money(difference.statistics.mean, currency);
        let range = money_range(difference.statistics.range(), currency);
        Some(match direction(difference) {
            std::cmp::Ordering::Greater => format!("{up} by {change} (90 % range {range})"),
            std::cmp::Ordering::Less => format!("{down} by {change} (90 % range {range})"),
            std::cmp::Ordering::Equal => format!("{level} (90 % range {range})"),
        })
    };
    let partner = clause(
        "partner_front_margin",
        "raises partner front margin",
        "lowers partner front margin",
        "leaves partner front margin where it is",
    );
    let vendor = clause(
        "vendor_contribution",
        "raises the vendor's contribution",
        "lowers the vendor's contribution",
        "leaves the vendor's contribution where it is",
    );
    let (Some(partner), Some(vendor)) = (partner, vendor) else { return String::new() };
    let launch = launch_margin(story, scenario);
    let launch = if launch == 0.0 {
        String::new()
    } else {
        format!(" Deals that waited for the rule bring {} of that front margin, once.", money(launch, currency))
    };
    let chance = |id: &str| scenario.difference(id).map_or(0.5, |difference| difference.probability_better);
    let rate = |summary: &ProgrammeSummary| percent(summary.measure("win_rate").mean);
    format!(
        "{} {partner} and {vendor}. It is better for partners {} and for the vendor {}; the win rate goes from {} to {}.{launch}",
        scenario.name,
        futures(chance("partner_front_margin")),
        futures(chance("vendor_contribution")),
        rate(&story.summary.programmes[0]),
        rate(scenario),
    )
}

/// Mean front margin of the deals that a launch releases, in currency units.
fn launch_margin(story: &Story<'_>, scenario: &ProgrammeSummary) -> f64 {
    let rows = story.summary.rows_of(Dimension::Business);
    let launch = rows.filter(|(_, row)| row.name == Business::Launch.key());
    launch.map(|(at, _)| scenario.by_row[at][Field::FrontMargin] / 100.0).sum()
}

/// The measures an executive looks at first.
pub const HEADLINE: [&str; 5] =
    ["partner_front_margin", "partner_net_margin", "vendor_contribution", "win_rate", "customer_price_index"];

/// The headline measures with their places.
pub fn headline() -> impl Iterator<Item = (usize, &'static Measure)> {
    HEADLINE.iter().filter_map(|id| measures::measure(id))
}
