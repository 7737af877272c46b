//! What levels, rebates, payment terms and financing must satisfy.

use super::population::known_level;
use super::{Problem, problem};
use crate::inputs::Target;
use crate::programme::Programme;
use crate::say;
use crate::schema::Value;
use crate::units::Rate;

/// The most levels of a programme.
const MOST_LEVELS: usize = 20;
/// The levels, and what names one of them.
pub(super) fn levels(programme: &Programme, problems: &mut Vec<Problem>) {
    let levels = &programme.levels;
    if levels.is_empty() || levels.len() > MOST_LEVELS {
        problems.push(problem(
            "number-of-levels",
            Target::Cell("Levels", 0, "level"),
            say!("must list 1 to {most} levels, found {found}", most = MOST_LEVELS, found = levels.len()),
            say!("list the levels, lowest first"),
        ));
    }
    for (row, pair) in levels.windows(2).enumerate() {
        if pair[1].threshold <= pair[0].threshold {
            problems.push(problem(
                "unsorted-thresholds",
                Target::Cell("Levels", row + 1, "threshold"),
                say!("of {name} is not above that of {other}", name = pair[1].name, other = pair[0].name),
                say!("list the levels from the lowest threshold to the highest"),
            ));
        }
    }
    for (key, name) in [
        ("registration.min_level", &programme.registration.min_level),
        ("origination.pool_level", &programme.bidding.pool_level),
    ] {
        known_level(programme, Target::Parameter(key), name, problems);
    }
}

/// Checks the rules of rebates, payment terms and financing of a programme.
pub(super) fn rewards(programme: &Programme, problems: &mut Vec<Problem>) {
    rebates(programme, problems);
    early_payment(programme, problems);
    deferral(programme, problems);
}

fn rebates(programme: &Programme, problems: &mut Vec<Problem>) {
    let rebates = &programme.rebates;
    if rebates.cap != Rate::ZERO && rebates.cap < rebates.gate {
        let gate = Value::Rate(rebates.gate).shown();
        problems.push(problem(
            "cap-below-gate",
            Target::Parameter("rebates.cap"),
            say!("is {cap}, below rebates.gate, which is {gate}", cap = Value::Rate(rebates.cap).shown(), gate),
            say!("raise the cap, or enter 0 for no cap"),
        ));
    }
}

fn early_payment(programme: &Programme, problems: &mut Vec<Problem>) {
    let terms = &programme.terms;
    let days = terms.lawful(terms.days_after);
    if terms.early_uptake != Rate::ZERO && terms.early_days > days {
        problems.push(problem(
            "paid-too-early",
            Target::Parameter("terms.early_days"),
            say!(
                "is {days}, more than the {most} days to pay",
                days = Value::Number(terms.early_days).shown(),
                most = Value::Number(days).shown()
            ),
            say!("count the days from the day of payment back; at most terms.days_after, or the legal limit"),
        ));
    }
}

fn deferral(programme: &Programme, problems: &mut Vec<Problem>) {
    let financing = &programme.financing;
    if financing.deferral_months >= financing.term_months {
        problems.push(problem(
            "deferral-length",
            Target::Parameter("financing.deferral_months"),
            say!(
                "is {deferred}; the contract is paid in {months} months",
                deferred = financing.deferral_months,
                months = financing.term_months
            ),
            say!("leave at least one month for the rest, or set financing.term_months higher"),
        ));
    }
    let level = 1.0 / financing.term_months as f64;
    if financing.deferral_rate.to_f64() > level {
        let rate = Value::Rate(financing.deferral_rate).shown();
        problems.push(problem(
            "deferral-rate",
            Target::Parameter("financing.deferral_rate"),
            say!(
                "is {rate} a month, more than an even payment over {months} months",
                rate,
                months = financing.term_months
            ),
            say!("a deferral pays less in the first months than evenly"),
        ));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema;

    fn ids(change: impl Fn(&mut Programme)) -> Vec<&'static str> {
        let mut programme = schema::defaults();
        change(&mut programme);
        let mut problems = Vec::new();
        rewards(&programme, &mut problems);
        problems.iter().map(|problem| problem.id).collect()
    }

    #[test]
    fn the_defaults_hold_together() {
        assert!(ids(|_| {}).is_empty());
    }

    #[test]
    fn what_does_not_hold_together_is_refused() {
        let gate = |p: &mut Programme| p.rebates.gate = Rate::per_mille(800);
        assert!(ids(gate).is_empty(), "no cap is above every gate");
        assert_eq!(
            ids(|p| {
                gate(p);
                p.rebates.cap = Rate::per_mille(790);
            }),
            ["cap-below-gate"]
        );
        let early = |p: &mut Programme| p.terms.early_days = 61.0;
        assert!(ids(early).is_empty(), "nobody pays early");
        assert_eq!(
            ids(|p| {
                early(p);
                p.terms.early_uptake = Rate::per_mille(100);
            }),
            ["paid-too-early"]
        );
        assert_eq!(ids(|p| p.financing.deferral_months = 36), ["deferral-length"]);
        assert_eq!(ids(|p| p.financing.deferral_rate = Rate::per_mille(28)), ["deferral-rate"]);
        assert!(ids(|p| p.financing.deferral_rate = Rate::per_mille(27)).is_empty());
    }
}
