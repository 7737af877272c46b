//! The answer in words: what a scenario does for partners and for the vendor.

use std::cmp::Ordering;

use crate::measures::{self, Measure};
use crate::outcome::{Business, Dimension, Field};
use crate::report::Story;
use crate::report::words::{money, money_change_mean, money_mean_and_range, of_losses, share_of_futures};
use crate::say;
use crate::schema::value::text;
use crate::summary::{Difference, ProgrammeSummary};

mod moves;
mod turns;

pub use moves::{best, direction, mean, raises};
pub use turns::{in_behaviour, turns_of};

/// The measures an executive looks at first.
pub const HEADLINE: [&str; 5] =
    ["partner_front_margin", "partner_net_margin", "vendor_contribution", "win_rate", "customer_price_index"];

/// So many programmes, the baseline among them, have all headline measures on the printed page.
const MOST_IN_FULL: usize = 3;
/// So many have the measures of both sides and a third one.
const MOST_WITH_A_THIRD: usize = 6;

/// The headline measures with their places.
pub fn headline() -> impl Iterator<Item = (usize, &'static Measure)> {
    HEADLINE.iter().filter_map(|id| measures::measure(id))
}

/// The measures of the printed page, back-end among them where the answer is given in net margin. The more scenarios,
/// the fewer measures have room; all of them stand on the sheet Measures.
pub fn printed(story: &Story<'_>) -> Vec<(usize, &'static Measure)> {
    // What matters most comes first.
    let ids = match lead(story).id {
        "partner_net_margin" => {
            ["partner_net_margin", "vendor_contribution", "partner_rebates", "partner_front_margin", "win_rate"]
        }
        _ => ["partner_front_margin", "vendor_contribution", "win_rate", "partner_net_margin", "customer_price_index"],
    };
    let room = match story.summary.programmes.len() {
        programmes if programmes <= MOST_IN_FULL => ids.len(),
        programmes if programmes <= MOST_WITH_A_THIRD => 3,
        _ => 2,
    };
    ids.into_iter().take(room).filter_map(measures::measure).collect()
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
    let (id, name) = match story.summary.programmes.iter().any(|programme| others_decide(|id| mean(programme, id))) {
        true => ("partner_net_margin", text("partner net margin", "marge nette des partenaires")),
        false => ("partner_front_margin", text("partner front margin", "marge avant des partenaires")),
    };
    Lead { id, name: name.said() }
}

/// Whether a scenario changes the partners' other incomes more than their front margin, by the mean difference of each
/// measure.
pub fn others_decide(mean: impl Fn(&str) -> f64) -> bool {
    let front = mean("partner_front_margin");
    let others = mean("partner_net_margin") - front + mean("partner_presales");
    others.abs() > front.abs()
}

/// The measures that scenarios are taken apart by: the partners' in which the answer is given, and the vendor's.
pub fn both_sides(story: &Story<'_>) -> [&'static str; 2] {
    [lead(story).id, "vendor_contribution"]
}

/// The name in a sentence of a measure that scenarios are taken apart by.
pub fn said(id: &str) -> String {
    match id {
        "partner_front_margin" => say!("partner front margin"),
        "partner_net_margin" => say!("partner net margin"),
        "vendor_contribution" => say!("vendor contribution"),
        _ => say!("savings less one-off cost"),
    }
}

/// The decision sentence of a scenario, in the reading of [`crate::summary::Summary::programmes`]: what it brings partners
/// and the vendor, with the range of nine futures in ten, and how often it is better for each.
pub fn sentence(story: &Story<'_>, scenario: &ProgrammeSummary) -> String {
    let currency = &story.inputs.programme.settings.currency;
    let lead = lead(story);
    let (Some(partner), Some(vendor)) = (scenario.difference(lead.id), scenario.difference("vendor_contribution"))
    else {
        return String::new();
    };
    let name = lead.name;
    let (change, range) = with_spread(partner, currency);
    let range = range.map_or_else(String::new, |range| format!(" ({})", say!("90 % range {range}", range)));
    let to_partners = match direction(partner) {
        Ordering::Greater => say!("raises {name} by {change}{range}", name, change, range),
        Ordering::Less => say!("lowers {name} by {change}{range}", name, change, range),
        Ordering::Equal => say!("leaves {name} where it is{range}", name, range),
    };
    let (change, range) = with_spread(vendor, currency);
    let range = range.map_or_else(String::new, |range| format!(" ({range})"));
    let to_vendor = match direction(vendor) {
        Ordering::Greater => say!("brings the vendor {change} of contribution{range}", change, range),
        Ordering::Less => say!("costs the vendor {change} of contribution{range}", change, range),
        Ordering::Equal => say!("leaves the vendor's contribution where it is{range}", range),
    };
    let often = often([partner, vendor]);
    let said = say!(
        "{scenario} {to_partners} and {to_vendor}; {often}.",
        scenario = &scenario.name,
        to_partners,
        to_vendor,
        often
    );
    said + &asides(story, scenario)
}

/// In how many futures partners and the vendor fare better.
fn often(of: [&Difference; 2]) -> String {
    let [partners, vendor] = of.map(|of| share_of_futures(of.probability_better));
    match of.map(Difference::is_nothing) {
        [false, false] => {
            say!("better for partners in {partners} of futures, for the vendor in {vendor}", partners, vendor)
        }
        [true, false] => say!("the same for partners in all futures, better for the vendor in {vendor}", vendor),
        [false, true] => say!("better for partners in {partners} of futures, the same for the vendor in all", partners),
        [true, true] => say!("the same for both in all futures"),
    }
}

/// What belongs to the answer and to neither figure: what a launch brings once, and savings.
fn asides(story: &Story<'_>, scenario: &ProgrammeSummary) -> String {
    let currency = &story.inputs.programme.settings.currency;
    let mut said = String::new();
    let launch = launch_margin(story, scenario);
    if launch != 0.0 {
        let amount = money(launch, currency);
        said.push(' ');
        said.push_str(&say!("Deals that waited for the rule bring {amount} of front margin, once.", amount));
    }
    let savings = scenario.difference("savings_cumulative").map(|difference| difference.statistics);
    if let Some(savings) = savings.filter(|savings| savings.mean != 0.0) {
        let amount = money_change_mean(&savings, currency);
        said.push(' ');
        said.push_str(&say!("Beside the contribution, savings less their one-off cost bring {amount}.", amount));
    }
    said
}

/// A difference of amounts without sign and its 90 % range, of a fall as the range of what is lost; no range where it is
/// shown as one amount, which tells nothing more.
fn with_spread(of: &Difference, currency: &str) -> (String, Option<String>) {
    let statistics = if direction(of) == Ordering::Less { of_losses(of.statistics) } else { of.statistics };
    let between = say!("{low} to {high}", low = "", high = "");
    let (mean, range) = money_mean_and_range(&statistics, currency);
    (mean, Some(range).filter(|range| range.contains(&between)))
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
    fn the_range_of_a_fall_is_the_range_of_what_is_lost() {
        let of = |ends: [f64; 2]| {
            let mean = (ends[0] + ends[1]) / 2.0;
            let statistics = Statistics { mean, sd: 1e5, se: 1e3, percentiles: [ends[0], mean, mean, mean, ends[1]] };
            with_spread(&Difference { statistics, probability_better: 0.5, variance_ratio: None }, "EUR").1
        };
        assert_eq!(of([2.8e6, 3.4e6]).as_deref(), Some("2.80 to 3.40 M EUR"));
        // Between a loss of 3.4 M and one of 2.8 M; between a loss of 2 M and a gain of 1 M.
        assert_eq!(of([-3.4e6, -2.8e6]).as_deref(), Some("2.80 to 3.40 M EUR"));
        assert_eq!(of([-2e6, 1e6]).as_deref(), Some("-1.00 to 2.00 M EUR"));
        assert_eq!(of([2e6, 2e6]), None);
    }

    #[test]
    fn what_never_differs_is_better_for_nobody() {
        let statistics = Statistics { mean: 0.0, sd: 0.0, se: 0.0, percentiles: [0.0; 5] };
        let nothing = Difference { statistics, ..difference(0.0) };
        let some = difference(0.0);
        assert_eq!(often([&some, &some]), "better for partners in 50 % of futures, for the vendor in 50 %");
        assert_eq!(often([&nothing, &some]), "the same for partners in all futures, better for the vendor in 50 %");
        assert_eq!(often([&some, &nothing]), "better for partners in 50 % of futures, the same for the vendor in all");
        assert_eq!(often([&nothing, &nothing]), "the same for both in all futures");
    }
}
