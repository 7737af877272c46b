//! What people make of the rules: the behavioural reading beside the static one.

use super::{Played, programmes};
use crate::measures::Amounts;
use crate::outcome::Field;
use crate::plan::Reading;
use crate::programme::Behaviour;
use crate::report::Story;
use crate::report::words::{clauses, list, money, percent, pieces, reading_word};
use crate::say;
use crate::summary::ProgrammeSummary;

/// What the rules invite, by programme.
pub fn invited(story: &Story<'_>) -> Vec<String> {
    let mut answers = vec![responses(story)];
    // Programmes of which the same is told stand together.
    let mut told: Vec<(Vec<&str>, String)> = Vec::new();
    let all = programmes(story);
    for played in &all {
        let Some(text) = of(story, played) else { continue };
        match told.iter_mut().find(|(_, known)| *known == text) {
            Some((names, _)) => names.push(played.first.shown()),
            None => told.push((vec![played.first.shown()], text)),
        }
    }
    answers.extend(told.iter().map(|(names, text)| say!("{name}: {text}.", name = list(names), text)));
    answers
}

/// Which responses are simulated.
fn responses(story: &Story<'_>) -> String {
    let behaviour = &story.inputs.programme.behaviour;
    let on = switched_on(behaviour);
    let readings = &story.plans.readings;
    match (readings.as_slice(), on.is_empty()) {
        ([Reading::Static], true) => {
            say!(
                "Only the static reading was played, for all responses are switched off (behaviour.*): what follows is \
                 no gaming."
            )
        }
        ([Reading::Static], false) => {
            say!(
                "Only the static reading was played: nobody answers to the rules, and gaming cannot be seen. Set \
                 settings.readings to both."
            )
        }
        ([_, _, ..], _) => say!(
            "Responses simulated in the baseline: {responses}. Squatting on deals without intent and holding sales \
             back are not simulated.",
            responses = if on.is_empty() {
                say!("none; scenarios switch some on")
            } else {
                list(&on.iter().map(String::as_str).collect::<Vec<_>>())
            }
        ),
        _ => say!("Only the behavioural reading was played: there is nothing to tell responses from."),
    }
}

fn switched_on(behaviour: &Behaviour) -> Vec<String> {
    let all = [
        (behaviour.registration, say!("registering where it pays")),
        (behaviour.effort, say!("effort that follows the reward")),
        (behaviour.entry, say!("entry of rivals")),
        (behaviour.stretch, say!("stretching to thresholds")),
        (behaviour.track_choice, say!("choice of tracks")),
        (behaviour.gaming > 0.0, say!("gaming of indicators")),
    ];
    all.into_iter().filter(|(on, _)| *on).map(|(_, name)| name).collect()
}

fn of(story: &Story<'_>, played: &Played<'_>) -> Option<String> {
    let currency = &story.inputs.programme.settings.currency;
    let value = |programme: &ProgrammeSummary, id: &str| programme.measure(id).mean;
    let last = played.behavioural.unwrap_or(played.first);
    let pair = |id: &str, write: &dyn Fn(f64) -> String| match played.behavioural {
        Some(moved) => say!(
            "{before} static, {after} behavioural",
            before = write(value(played.first, id)),
            after = write(value(moved, id))
        ),
        None => say!(
            "{value} {reading}",
            value = write(value(played.first, id)),
            reading = reading_word(played.first.reading)
        ),
    };
    let any = |id: &str| played.readings().any(|programme| value(programme, id) != 0.0);
    let amount = |amount: f64| money(amount, currency);
    let mut told = Vec::new();
    if any("quotation_requests") {
        told.push(say!("requests {requests}", requests = pair("quotation_requests", &pieces)));
        let granted = |programme: &ProgrammeSummary| {
            percent(value(programme, "quotations_granted") / value(programme, "quotation_requests").max(1.0))
        };
        let shares: Vec<String> = played
            .readings()
            .map(|programme| {
                say!("{value} {reading}", value = granted(programme), reading = reading_word(programme.reading))
            })
            .collect();
        told.push(say!("of them granted {shares}", shares = shares.join(", ")));
    }
    if any("partner_presales_wasted") {
        told.push(say!("wasted pre-sales {wasted}", wasted = pair("partner_presales_wasted", &amount)));
    }
    if any("partners_free_riding") {
        told.push(say!("free-riding partner-years {years}", years = pair("partners_free_riding", &pieces)));
    }
    let stretch = stretched(&last.total(story.summary));
    if stretch > 0.0 {
        let pulled = behaviour_of(story, last).pull_forward;
        told.push(say!(
            "purchases stretched to a threshold {stretched} (behavioural), of which {missing} is missing in the year \
             after",
            stretched = amount(stretch),
            missing = percent(pulled.to_f64())
        ));
    }
    (!told.is_empty()).then(|| clauses(&told))
}

/// Purchases that partners added to reach a threshold, in currency units.
fn stretched(amounts: &Amounts) -> f64 {
    amounts[Field::StretchPurchases] / 100.0
}

fn behaviour_of<'a>(story: &'a Story<'_>, programme: &ProgrammeSummary) -> &'a Behaviour {
    let scenario = story.scenarios.iter().find(|scenario| scenario.name == programme.name);
    scenario.map_or(&story.inputs.programme.behaviour, |scenario| &scenario.programme.behaviour)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn responses_are_named_by_their_switches() {
        let behaviour = Behaviour { stretch: true, gaming: 0.3, ..Behaviour::default() };
        assert_eq!(switched_on(&behaviour), ["stretching to thresholds", "gaming of indicators"]);
    }
}
