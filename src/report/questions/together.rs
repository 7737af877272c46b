//! Whether policies add up, and what comes after a suspension.

use super::{no_scenario, scenarios};
use crate::measures::measure;
use crate::outcome::Field;
use crate::programme::Year;
use crate::report::Story;
use crate::report::headline::mean;
use crate::report::interactions;
use crate::report::words::{money, money_change, pieces, reading};
use crate::say;
use crate::summary::ProgrammeSummary;

/// Interaction terms, and the years after a suspension.
pub fn add_up(story: &Story<'_>) -> Vec<String> {
    if story.summary.programmes.len() == 1 {
        return vec![no_scenario()];
    }
    let mut answers: Vec<String> =
        interactions::joint(story).filter_map(|programme| interactions::sentence(story, programme)).collect();
    if answers.is_empty() {
        answers.push(say!("No scenario is made of two or more others by include, so that no interaction can be told."));
    }
    let before = answers.len();
    for (at, played) in scenarios(story).iter().enumerate() {
        let years = suspended(&story.scenarios[at].programme.years, story.plans.months);
        if let (Some(first), Some(last)) = (years.first(), years.last()) {
            answers.extend(played.readings().map(|programme| after(story, programme, *first, *last)));
        }
    }
    if answers.len() == before {
        answers.push(say!("No scenario suspends thresholds in a year of the horizon."));
    }
    answers
}

/// The years, from 1, that the horizon reaches and in which thresholds are suspended.
fn suspended(years: &[Year], months: usize) -> Vec<usize> {
    let reached = months.div_ceil(12);
    let mut suspended: Vec<usize> =
        years.iter().filter(|year| year.thresholds_suspended).map(|year| year.year as usize).collect();
    suspended.retain(|year| (1..=reached).contains(year));
    suspended.sort_unstable();
    suspended
}

/// A suspension from a first to a last year, and what follows.
fn after(story: &Story<'_>, programme: &ProgrammeSummary, first: usize, last: usize) -> String {
    let currency = &story.inputs.programme.settings.currency;
    let baseline = super::money::baseline_of(story, programme);
    let (own, base) = (programme.years(story.summary), baseline.years(story.summary));
    let which = if first == last { say!("year {first}", first) } else { say!("years {first} to {last}", first, last) };
    let value = |id: &str| programme.measure(id).mean;
    let mut text = say!(
        "{name}, {reading}: thresholds are suspended in {which}. It saves {saved} partners from falling; {free} \
         partner-years ride free on {rebates} of back-end.",
        name = programme.shown(),
        reading = reading(programme.reading),
        which,
        saved = pieces(value("partners_saved_by_suspension")),
        free = pieces(value("partners_free_riding")),
        rebates = money(value("free_rider_rebates"), currency)
    );
    // Levels are decided at a year's end, so that the end of the last suspended year brings the rule back.
    match (own.get(last - 1), base.get(last - 1)) {
        (Some(own), Some(base)) if story.plans.months >= 12 * last => {
            text += &say!(
                " At the end of year {last} the rule is back: {own} partners fall, {base} in the baseline.",
                last,
                own = pieces(own[Field::Demoted]),
                base = pieces(base[Field::Demoted])
            );
        }
        _ => text += &say!(" The horizon ends before the rule is back."),
    }
    let net = |amounts| measure("partner_net_margin").map_or(0.0, |(_, measure)| (measure.read)(amounts));
    let gains: Vec<String> = own
        .iter()
        .zip(&base)
        .enumerate()
        .map(|(at, (own, base))| {
            say!("year {number} {change}", number = at + 1, change = money_change(net(own) - net(base), currency))
        })
        .collect();
    text += &say!(
        " Partners' net margin against the baseline: {gains} (in all {all}).",
        gains = gains.join(", "),
        all = money_change(mean(programme, "partner_net_margin"), currency)
    );
    if own.len() <= last {
        text += &say!(" Play a longer horizon to see the years after.");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_years_of_the_horizon_count_as_suspended() {
        let year = |year: i64, thresholds_suspended: bool| Year { year, thresholds_suspended, ..Year::default() };
        let years = [year(3, true), year(1, false), year(2, true), year(5, true)];
        assert_eq!(suspended(&years, 36), [2, 3]);
        assert_eq!(suspended(&years, 24), [2]);
        assert!(suspended(&[], 12).is_empty());
    }
}
