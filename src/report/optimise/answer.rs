//! What a search found, in words: the best setting, how sure it is, and what the guardrails cost.

use super::{Told, change};
use crate::language::number;
use crate::measures::MEASURES;
use crate::report::guardrails::rule;
use crate::report::words::{clauses, in_sentence, list, per_cent};
use crate::say;
use crate::study::optimise::Optimised;

/// The answer in words, also that of the terminal.
pub fn answer(told: &Told<'_>, found: &Optimised) -> Vec<String> {
    let currency = told.currency();
    let objective = found.objective;
    let label = in_sentence(MEASURES[objective.place].label.said());
    let mut said = Vec::new();
    let Some(winner) = found.winner() else {
        said.push(say!("No setting that was tried keeps every guardrail."));
        if let Some((setting, missed)) = &found.binding {
            said.push(say!(
                "The nearest is {setting}; it misses {rules}.",
                setting = told.words(setting),
                rules = rules(told, missed)
            ));
        }
        return said;
    };
    let (gain, interval) = found.gain(winner);
    let sign = if objective.up { 1.0 } else { -1.0 };
    let ends = [interval.low, interval.high].map(|end| change(objective.unit(), sign * end, currency));
    let (low, high) = if objective.up { (&ends[0], &ends[1]) } else { (&ends[1], &ends[0]) };
    said.push(say!(
        "Best setting: {setting}. It changes {label} by {gain} against the baseline ({low} to {high}, {confidence} \
         confidence).",
        setting = told.words(&winner.setting),
        label,
        gain = change(objective.unit(), sign * gain.value, currency),
        low,
        high,
        confidence = asked(found)
    ));
    if interval.low <= 0.0 {
        said.push(say!("Whether it is better than the baseline at all is not certain."));
    }
    if told.edits(&winner.setting).is_empty() {
        said.push(say!("{name} has this setting already.", name = told.scenario.name));
    }
    said.push(confidence(told, found));
    if !told.guardrails.is_empty() {
        let unsure: Vec<String> = told
            .guardrails
            .iter()
            .zip(&winner.verdicts)
            .filter(|(guardrail, verdict)| verdict.is_certain(guardrail) == Some(false))
            .map(|(guardrail, _)| rule(guardrail, currency))
            .collect();
        said.push(match (told.guardrails.len(), unsure.is_empty()) {
            (1, true) => say!("It keeps the guardrail."),
            (1, false) => say!("It keeps the guardrail, by chance perhaps."),
            (guardrails, true) => say!("It keeps all {guardrails} guardrails.", guardrails),
            (guardrails, false) => say!(
                "It keeps all {guardrails} guardrails, by chance perhaps: {unsure}.",
                guardrails,
                unsure = clauses(&unsure)
            ),
        });
    }
    if let Some((setting, missed)) = &found.binding {
        said.push(say!(
            "Without guardrails {setting} would look better: it misses {rules}.",
            setting = told.words(setting),
            rules = rules(told, missed)
        ));
    }
    if let (count @ 1.., Some(reason)) = (found.unplayable.0, &found.unplayable.1) {
        said.push(say!("{settings} settings cannot be played; the first: {reason}.", settings = count, reason));
    }
    said
}

fn rules(told: &Told<'_>, missed: &[usize]) -> String {
    let rules: Vec<String> =
        missed.iter().filter_map(|at| told.guardrails.get(*at)).map(|it| rule(it, told.currency())).collect();
    list(&rules.iter().map(String::as_str).collect::<Vec<_>>())
}

/// The confidence asked for.
pub(super) fn asked(found: &Optimised) -> String {
    per_cent(number::written((found.budget.confidence * 100.0).to_string()))
}

/// How sure it is that the winner is the best of the finalists.
fn confidence(told: &Told<'_>, found: &Optimised) -> String {
    if found.comparisons.is_empty() {
        return say!("No other setting that was played to the end keeps every guardrail.");
    }
    if found.is_clear() {
        let least = found.comparisons.iter().map(|comparison| comparison.confidence).fold(1.0, f64::min);
        // Rounded down: no more is claimed than there is.
        return say!(
            "On new trials it is better than every runner-up with {confidence} confidence.",
            confidence = per_cent(number::fixed((least * 1_000.0).floor() / 10.0, 1))
        );
    }
    let alike: Vec<String> = found
        .comparisons
        .iter()
        .zip(&found.finalists[1..])
        .filter(|(comparison, _)| comparison.confidence < found.budget.confidence)
        .map(|(_, finalist)| told.words(&finalist.setting))
        .collect();
    say!("On new trials it cannot be told from: {settings}.", settings = clauses(&alike))
}
