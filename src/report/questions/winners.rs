//! Who wins and who loses.

use super::for_each;
use crate::outcome::partner::PartnerField;
use crate::report::Story;
use crate::report::words::{count, list, money_change, pieces};
use crate::summary::{PartnerMeans, ProgrammeSummary};

/// A loss of margin that executives ask for: a point of what customers pay.
const POINT: f64 = 0.01;
/// An expected change smaller than this share of a partner's net margin counts as none.
const HARDLY: f64 = 0.005;

/// Counts and names.
pub fn who(story: &Story<'_>) -> Vec<String> {
    for_each(story, |played| {
        let mut text = format!("{}: {}", played.label(), of(story, played.first, &story.summary.programmes[0]));
        if let (Some(behavioural), Some(programmes)) = (played.behavioural, &story.summary.behavioural) {
            let census = Census::of(&programmes[0].partners, &behavioural.partners);
            text += &format!(
                " Behavioural reading: {} win, {} lose, {} lose more than a point.",
                count(census.winners as f64),
                count(census.losers as f64),
                count(census.by_a_point.len() as f64)
            );
        }
        text
    })
}

fn of(story: &Story<'_>, scenario: &ProgrammeSummary, baseline: &ProgrammeSummary) -> String {
    let census = Census::of(&baseline.partners, &scenario.partners);
    let worse = scenario.measure("partners_worse_off");
    let (low, high) = worse.range();
    let mut text = format!(
        "of {} partners {} can expect more net margin and {} less, by more than 0.5 % of what they have; {} lose more than 1 \
         point of margin on sales{}. In a single future {} end below the baseline (90 % range {} to {}).",
        count(story.members.len() as f64),
        count(census.winners as f64),
        count(census.losers as f64),
        count(census.by_a_point.len() as f64),
        by_level(story, &census.by_a_point),
        pieces(worse.mean),
        pieces(low),
        pieces(high)
    );
    let currency = &story.inputs.programme.settings.currency;
    let (best, worst) = ends(scenario);
    for (what, partner) in [("gain", best), ("loss", worst)] {
        if let Some(at) = partner {
            let (name, change) = (&story.members[at].name, money_change(scenario.changes[at].mean, currency));
            text += &format!(" Largest {what}: {name} ({change}).");
        }
    }
    text
}

/// ` (3 Gold and 12 Silver at the start)`.
fn by_level(story: &Story<'_>, partners: &[usize]) -> String {
    let levels = story.inputs.programme.levels.iter().enumerate().rev();
    let told: Vec<String> = levels
        .filter_map(|(at, level)| {
            let held = partners.iter().filter(|partner| story.members[**partner].level == at).count();
            (held > 0).then(|| format!("{} {}", count(held as f64), level.name))
        })
        .collect();
    let told: Vec<&str> = told.iter().map(String::as_str).collect();
    if told.is_empty() { String::new() } else { format!(" ({} at the start)", list(&told)) }
}

/// The partners with the largest expected gain and the largest expected loss, of at least a currency unit.
fn ends(scenario: &ProgrammeSummary) -> (Option<usize>, Option<usize>) {
    let change = |at: &usize| scenario.changes[*at].mean;
    let all = 0..scenario.changes.len();
    // Of equal partners the first, in both directions.
    let best = all.clone().rev().max_by(|a, b| change(a).total_cmp(&change(b)));
    let worst = all.min_by(|a, b| change(a).total_cmp(&change(b)));
    (best.filter(|at| change(at) >= 1.0), worst.filter(|at| change(at) <= -1.0))
}

/// How many partners gain and lose.
#[derive(Debug, PartialEq, Eq)]
struct Census {
    winners: usize,
    losers: usize,
    /// Places of the partners that lose more than a point of margin.
    by_a_point: Vec<usize>,
}

impl Census {
    fn of(baseline: &[PartnerMeans], own: &[PartnerMeans]) -> Census {
        let mut census = Census { winners: 0, losers: 0, by_a_point: Vec::new() };
        for (at, (base, own)) in baseline.iter().zip(own).enumerate() {
            let change = own.net_margin() - base.net_margin();
            if change.abs() > HARDLY * base.net_margin().abs() {
                census.winners += usize::from(change > 0.0);
                census.losers += usize::from(change < 0.0);
            }
            if let (Some(before), Some(after)) = (rate(base), rate(own))
                && before - after > POINT
            {
                census.by_a_point.push(at);
            }
        }
        census
    }
}

/// Net margin as a share of what customers pay; `None` without sales.
fn rate(partner: &PartnerMeans) -> Option<f64> {
    let spend = partner[PartnerField::Spend] / 100.0;
    (spend > 0.0).then(|| partner.net_margin() / spend)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outcome::partner::PARTNER_FIELDS;

    fn partner(spend: f64, margin: f64) -> PartnerMeans {
        let mut means = [0.0; PARTNER_FIELDS];
        means[PartnerField::Spend as usize] = spend * 100.0;
        means[PartnerField::FrontMargin as usize] = margin * 100.0;
        PartnerMeans(means)
    }

    #[test]
    fn partners_are_counted_by_their_expected_change() {
        // 80 of 1,000 becomes 95, 80.3 (0.4 %: hardly), 69 (1.1 points less), 75 (half a point less) and 90 of 1,500 (more
        // money, 2 points less); who sells nothing has no rate.
        let own =
            [partner(1e3, 95.0), partner(1e3, 80.3), partner(1e3, 69.0), partner(1e3, 75.0), partner(1.5e3, 90.0)];
        let census = Census::of(&[partner(1e3, 80.0); 5], &own);
        assert_eq!(census, Census { winners: 2, losers: 2, by_a_point: vec![2, 4] });
        assert_eq!(rate(&partner(0.0, -5.0)), None);
    }
}
