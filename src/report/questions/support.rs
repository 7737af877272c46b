//! What of the spending buys nothing, and what it would have to buy.

use super::told_together;
use crate::measures::Amounts;
use crate::outcome::Field;
use crate::report::Story;
use crate::report::words::{money, percent, pieces};
use crate::say;
use crate::stats::Statistics;
use crate::summary::ProgrammeSummary;

/// Support and rebates that were not needed.
pub fn deadweight(story: &Story<'_>) -> Vec<String> {
    let currency = &story.inputs.programme.settings.currency;
    let mut answers = told_together(story, |programme, _| deadweight_of(programme, currency));
    if answers.is_empty() {
        answers.push(say!("No programme pays support on quotations or suspends thresholds."));
    }
    answers
}

fn deadweight_of(programme: &ProgrammeSummary, currency: &str) -> Option<String> {
    let value = |id: &str| programme.measure(id).mean;
    let mut told = Vec::new();
    let (paid, wasted) = (value("vendor_support_cost"), value("vendor_deadweight"));
    if paid > 0.0 {
        told.push(say!(
            "{wasted} of {paid} support ({share}) is paid on deals that partners would have won without it",
            wasted = money(wasted, currency),
            paid = money(paid, currency),
            share = percent(wasted / paid)
        ));
    }
    let free = value("free_rider_rebates");
    if value("partners_free_riding") > 0.0 {
        told.push(say!(
            "{years} partner-years keep a level whose threshold they miss, with {free} of {paid} back-end",
            years = pieces(value("partners_free_riding")),
            free = money(free, currency),
            paid = money(value("vendor_rebate_cost"), currency)
        ));
    }
    (!told.is_empty()).then(|| told.join(&say!(", and ")))
}

/// The break-even uplift of supported deals beside the uplift that was simulated.
pub fn break_even(story: &Story<'_>) -> Vec<String> {
    let mut answers = told_together(story, |programme, _| {
        let simulated = uplift(&programme.total(story.summary))?;
        Some(needed_words(programme.measure("break_even_win_uplift"), simulated))
    });
    if answers.is_empty() {
        return vec![say!("No programme pays support on quotations: no rise of wins is needed.")];
    }
    answers.push(say!(
        "Needed: how many more of the supported deals must be won, against no support, for the support to repay itself \
         out of gross profit. Simulated: support paid in all against support paid on deals that are won anyway; deals \
         lost by rivals staying out are not in it, the contribution has them."
    ));
    answers
}

/// By how much support raises the wins of supported deals, weighed by the support paid; `None` without support.
fn uplift(amounts: &Amounts) -> Option<f64> {
    let (paid, anyway) = (amounts[Field::SupportCost], amounts[Field::Deadweight]);
    (paid > 0.0 && anyway > 0.0).then(|| paid / anyway - 1.0)
}

fn needed_words(needed: &Statistics, simulated: f64) -> String {
    let (low, high) = needed.range();
    let verdict = match simulated {
        simulated if simulated > high => say!("on average support more than repays itself in gross profit"),
        simulated if simulated < low => say!("on average support does not repay itself in gross profit"),
        _ => say!("that is too close to call"),
    };
    say!(
        "needed are {needed} more wins (90 % range {low} to {high}), simulated {simulated}: {verdict}",
        needed = percent(needed.mean),
        low = percent(low),
        high = percent(high),
        simulated = percent(simulated),
        verdict
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outcome::Tally;

    #[test]
    fn support_on_three_deals_of_which_two_are_won_anyway_raises_wins_by_half() {
        let mut tally = Tally::default();
        tally[Field::SupportCost] = 300;
        assert_eq!(uplift(&Amounts::from(&tally)), None, "nothing to compare with");
        tally[Field::Deadweight] = 200;
        assert_eq!(uplift(&Amounts::from(&tally)), Some(0.5));
    }

    #[test]
    fn the_verdict_needs_the_range_to_be_cleared() {
        let needed = Statistics { mean: 0.3, sd: 0.0, se: 0.0, percentiles: [0.25, 0.28, 0.3, 0.32, 0.35] };
        assert!(needed_words(&needed, 0.5).ends_with("support more than repays itself in gross profit"));
        assert!(needed_words(&needed, 0.33).ends_with("that is too close to call"));
        assert!(needed_words(&needed, 0.1).ends_with("support does not repay itself in gross profit"));
    }
}
