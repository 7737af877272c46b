//! What people make of the rules: the behavioural reading beside the static one.

use super::{Played, programmes};
use crate::measures::Amounts;
use crate::outcome::Field;
use crate::plan::Reading;
use crate::programme::Behaviour;
use crate::report::Story;
use crate::report::words::{list, money, percent, pieces};
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
            Some((names, _)) => names.push(&played.first.name),
            None => told.push((vec![&played.first.name], text)),
        }
    }
    answers.extend(told.iter().map(|(names, text)| format!("{}: {text}.", list(names))));
    answers
}

/// Which responses are simulated.
fn responses(story: &Story<'_>) -> String {
    let behaviour = &story.inputs.programme.behaviour;
    let on = switched_on(behaviour);
    let readings = &story.plans.readings;
    match (readings.as_slice(), on.is_empty()) {
        ([Reading::Static], true) => {
            "Only the static reading was played, for all responses are switched off (behaviour.*): what follows is no gaming."
                .to_owned()
        }
        ([Reading::Static], false) => {
            "Only the static reading was played: nobody answers to the rules, and gaming cannot be seen. Set settings.readings \
             to both."
                .to_owned()
        }
        ([_, _, ..], _) => format!(
            "Responses simulated in the baseline: {}. Squatting on deals without intent and holding sales back are not \
             simulated.",
            if on.is_empty() { "none; scenarios switch some on".to_owned() } else { list(&on) }
        ),
        _ => "Only the behavioural reading was played: there is nothing to tell responses from.".to_owned(),
    }
}

fn switched_on(behaviour: &Behaviour) -> Vec<&'static str> {
    let all = [
        (behaviour.registration, "registering where it pays"),
        (behaviour.effort, "effort that follows the reward"),
        (behaviour.entry, "entry of rivals"),
        (behaviour.stretch, "stretching to thresholds"),
        (behaviour.track_choice, "choice of tracks"),
        (behaviour.gaming > 0.0, "gaming of indicators"),
    ];
    all.into_iter().filter(|(on, _)| *on).map(|(_, name)| name).collect()
}

fn of(story: &Story<'_>, played: &Played<'_>) -> Option<String> {
    let currency = &story.inputs.programme.settings.currency;
    let value = |programme: &ProgrammeSummary, id: &str| programme.measure(id).mean;
    let last = played.behavioural.unwrap_or(played.first);
    let pair = |id: &str, write: &dyn Fn(f64) -> String| match played.behavioural {
        Some(moved) => format!("{} static, {} behavioural", write(value(played.first, id)), write(value(moved, id))),
        None => format!("{} {}", write(value(played.first, id)), played.first.reading.word()),
    };
    let any = |id: &str| played.readings().any(|programme| value(programme, id) != 0.0);
    let amount = |amount: f64| money(amount, currency);
    let mut told = Vec::new();
    if any("quotation_requests") {
        told.push(format!("requests {}", pair("quotation_requests", &pieces)));
        let granted = |programme: &ProgrammeSummary| {
            percent(value(programme, "quotations_granted") / value(programme, "quotation_requests").max(1.0))
        };
        let shares: Vec<String> =
            played.readings().map(|programme| format!("{} {}", granted(programme), programme.reading.word())).collect();
        told.push(format!("of them granted {}", shares.join(", ")));
    }
    if any("partner_presales_wasted") {
        told.push(format!("wasted pre-sales {}", pair("partner_presales_wasted", &amount)));
    }
    if any("partners_free_riding") {
        told.push(format!("free-riding partner-years {}", pair("partners_free_riding", &pieces)));
    }
    let stretch = stretched(&last.total(story.summary));
    if stretch > 0.0 {
        let pulled = behaviour_of(story, last).pull_forward;
        told.push(format!(
            "purchases stretched to a threshold {} (behavioural), of which {} is missing in the year after",
            amount(stretch),
            percent(pulled.to_f64())
        ));
    }
    (!told.is_empty()).then(|| told.join("; "))
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
