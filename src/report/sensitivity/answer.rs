//! What decides, in words.

use crate::language::number;
use crate::say;
use std::cmp::Ordering;

use super::values::{estimated, said, titles};
use crate::measures::Unit;
use crate::report::words::{in_sentence, list, money_change, percent, points};
use crate::stats::interval::{Estimate, rounded};
use crate::study::{Decision, Flip, Sensitivity};

/// Flips that a sentence names.
const NAMED: usize = 3;
/// An input that makes less of the variance is not said to decide.
const DECIDES: f64 = 0.05;

/// A mean difference of the measure, in words, to the place that its standard error supports.
pub fn change(found: &Sensitivity, mean: Estimate, currency: &str) -> String {
    let value = rounded(mean.value, mean.se);
    match found.measure.unit {
        Unit::Money => money_change(value, currency),
        Unit::Fraction => points(value),
        Unit::Count | Unit::Days | Unit::Index => number::signed(value, 1),
    }
}

/// The answer for a scenario.
pub fn answer(found: &Sensitivity, decision: &Decision, currency: &str) -> String {
    let names = titles(found);
    let measure = in_sentence(found.measure.label.said());
    let mean = decision.entered.value;
    let moved = match (mean.abs() <= 2.0 * decision.entered.se, mean.total_cmp(&0.0)) {
        (true, _) => {
            say!("{name} leaves {measure} where it is with all inputs as entered.", name = decision.name, measure)
        }
        (false, Ordering::Less) => {
            say!(
                "{name} lowers {measure} with all inputs as entered ({change}).",
                name = decision.name,
                measure,
                change = change(found, decision.entered, currency)
            )
        }
        (false, _) => {
            say!(
                "{name} raises {measure} with all inputs as entered ({change}).",
                name = decision.name,
                measure,
                change = change(found, decision.entered, currency)
            )
        }
    };
    format!(
        "{moved} {} {}{}",
        decides(found, decision, &names, currency),
        flips(found, decision, &names, currency),
        luck(decision)
    )
}

/// The inputs that make most of the variance.
fn decides(found: &Sensitivity, decision: &Decision, names: &[String], currency: &str) -> String {
    let order: Vec<usize> =
        decision.by_share().into_iter().filter(|at| decision.share(&decision.effects[*at]) >= DECIDES).collect();
    let said: Vec<String> = order
        .iter()
        .take(NAMED)
        .map(|at| {
            let effect = &decision.effects[*at];
            let [low, .., high] = effect.spider.map(|mean| change(found, mean, currency));
            let share = percent(decision.share(effect).min(1.0));
            say!(
                "{name} ({share} of the variance; {low} at its 5th percentile, {high} at its 95th)",
                name = names[*at],
                share,
                low,
                high
            )
        })
        .collect();
    let said: Vec<&str> = said.iter().map(String::as_str).collect();
    match said.is_empty() {
        true => say!("No single input makes {share} of the variance.", share = percent(DECIDES)),
        false => say!("What decides: {names}.", names = list(&said)),
    }
}

/// Where the decision flips.
fn flips(found: &Sensitivity, decision: &Decision, names: &[String], currency: &str) -> String {
    let clause = |at: usize| match decision.effects[at].flip {
        Flip::At { value, .. } => {
            let factor = &found.factors[at];
            let [low, .., high] = factor.percentiles.map(|value| said(factor, value, currency));
            let (name, bound) = (&names[at], estimated(factor, value, currency));
            Some(if value.value < factor.entered {
                say!("{name} falls below {bound} (plausible: {low} to {high})", name, bound, low, high)
            } else {
                say!("{name} rises above {bound} (plausible: {low} to {high})", name, bound, low, high)
            })
        }
        Flip::Never { .. } => None,
    };
    let is_plausible = |at: &usize| matches!(decision.effects[*at].flip, Flip::At { plausible: true, .. });
    let (within, beyond): (Vec<usize>, Vec<usize>) = decision.by_swing().into_iter().partition(is_plausible);
    let said = |places: &[usize]| -> Vec<String> { places.iter().filter_map(|at| clause(*at)).take(NAMED).collect() };
    let (within, beyond) = (said(&within), said(&beyond));
    let joined = within.join(&say!(", or if "));
    match (within.as_slice(), beyond.first()) {
        ([], None) => say!("No single input flips the decision, wherever it was tried."),
        ([], Some(beyond)) => say!(
            "No single input flips the decision within its plausible range; it flips if {beyond}, which lies outside.",
            beyond
        ),
        ([_], _) => say!("The decision flips if {joined}, which is plausible.", joined),
        _ => say!("The decision flips if {joined}, all of which is plausible.", joined),
    }
}

/// How much of a single future is luck.
fn luck(decision: &Decision) -> String {
    let Some(luck) = decision.luck else { return String::new() };
    let share = luck.total.value.clamp(0.0, 1.0);
    say!(
        " Luck makes {share} of the variance of a single future, with all that it acts together with.",
        share = percent(share)
    )
}
