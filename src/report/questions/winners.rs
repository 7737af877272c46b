//! Who wins and who loses.

use super::for_each;
use crate::report::Story;
use crate::report::winners::verdict::{Case, Verdict};
use crate::report::words::{count, list, money_change, pieces};
use crate::say;
use crate::summary::ProgrammeSummary;

/// Counts and names.
pub fn who(story: &Story<'_>) -> Vec<String> {
    for_each(story, |played| {
        let mut text =
            say!("{name}: {text}", name = played.label(), text = of(story, played.first, &story.summary.programmes[0]));
        if let (Some(behavioural), Some(programmes)) = (played.behavioural, &story.summary.behavioural) {
            let census = Census::of(&programmes[0], behavioural);
            text += &say!(
                " Behavioural reading: {winners} win, {losers} lose, {by_a_point} lose more than a point.",
                winners = count(census.winners as f64),
                losers = count(census.losers as f64),
                by_a_point = count(census.by_a_point.len() as f64)
            );
        }
        text
    })
}

fn of(story: &Story<'_>, scenario: &ProgrammeSummary, baseline: &ProgrammeSummary) -> String {
    let census = Census::of(baseline, scenario);
    let worse = scenario.measure("partners_worse_off");
    let (low, high) = worse.range();
    let mut text = say!(
        "of {partners} partners {winners} can expect more net margin and {losers} less, beyond the dead band of \
         {sheet}; {by_a_point} lose more than 1 point of margin on sales{levels}. In a single future {worse} end below \
         the baseline (90 % range {low} to {high}).",
        partners = count(story.members.len() as f64),
        winners = count(census.winners as f64),
        losers = count(census.losers as f64),
        sheet = say!("Winners and losers"),
        by_a_point = count(census.by_a_point.len() as f64),
        levels = by_level(story, &census.by_a_point),
        worse = pieces(worse.mean),
        low = pieces(low),
        high = pieces(high)
    );
    let currency = &story.inputs.programme.settings.currency;
    let (best, worst) = ends(scenario);
    let told = |at: usize| (&story.members[at].name, money_change(scenario.changes[at].mean, currency));
    if let Some((name, change)) = best.map(told) {
        text += &say!(" Largest gain: {name} ({change}).", name, change);
    }
    if let Some((name, change)) = worst.map(told) {
        text += &say!(" Largest loss: {name} ({change}).", name, change);
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
    if told.is_empty() { String::new() } else { say!(" ({told} at the start)", told = list(&told)) }
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
    fn of(baseline: &ProgrammeSummary, own: &ProgrammeSummary) -> Census {
        let means = baseline.partners.iter().zip(&own.partners).zip(&own.changes);
        Census::count(means.map(|((base, own), change)| Case::new(base, own, change)))
    }

    fn count(cases: impl Iterator<Item = Case>) -> Census {
        let mut census = Census { winners: 0, losers: 0, by_a_point: Vec::new() };
        for (at, case) in cases.enumerate() {
            match case.verdict() {
                Verdict::Gains => census.winners += 1,
                Verdict::Loses => census.losers += 1,
                Verdict::HardlyChanges => {}
            }
            if case.loses_a_point() {
                census.by_a_point.push(at);
            }
        }
        census
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn partners_are_counted_by_their_expected_change() {
        // Of 80,000: 15,000 more; 300 more (0.4 %: hardly); 11,000 less (1.1 points); 5,000 less (half a point); 10,000 more
        // but 2 points less of larger sales; who sells nothing has no rate.
        let case = |change, rate_change| Case { baseline: 80_000.0, change, se: 10.0, rate_change, wins_deals: true };
        let cases = [
            case(15_000.0, Some(0.015)),
            case(300.0, Some(0.0003)),
            case(-11_000.0, Some(-0.011)),
            case(-5_000.0, Some(-0.005)),
            case(10_000.0, Some(-0.02)),
            case(-300.0, None),
        ];
        let census = Census::count(cases.into_iter());
        assert_eq!(census, Census { winners: 2, losers: 2, by_a_point: vec![2, 4] });
    }
}
