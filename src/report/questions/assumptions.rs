//! Which assumptions drive the answer.

use super::scenarios;
use crate::inputs::Target;
use crate::report::Story;
use crate::report::grounds::unstudied;
use crate::report::headline::{direction, lead};
use crate::report::sensitivity::answer;
use crate::report::words::{count, futures, list};
use crate::say;
use crate::schema::value::text;
use crate::schema::{self, Basis};

/// How many edits of a scenario are named.
const NAMED: usize = 6;

/// What the assumptions rest on, what decides where some are uncertain, and which signs are open.
pub fn drivers(story: &Story<'_>) -> Vec<String> {
    let mut answers = vec![founded(story)];
    match story.sensitivity.filter(|found| !found.factors.is_empty()) {
        Some(found) => {
            let currency = &story.inputs.programme.settings.currency;
            answers.extend(found.decisions.iter().map(|decision| answer(found, decision, currency)));
        }
        None if story.drawn.is_some() => answers.push(unstudied(story)),
        None => answers.push(say!(
            "Nothing in this workbook is uncertain, so that no sensitivity was studied: the ranges hold the luck of \
             deals, demand and people, not what is unknown about the assumptions."
        )),
    }
    let all: Vec<String> = scenarios(story)
        .iter()
        .filter_map(|played| {
            let scenario = story.scenarios.iter().find(|scenario| scenario.name == played.first.name)?;
            let named: Vec<String> = scenario.edits.iter().take(NAMED).map(|edit| edit.place.said()).collect();
            let more = match scenario.edits.len().saturating_sub(NAMED) {
                0 => String::new(),
                more => say!(" and {more} more (sheet {sheet})", more, sheet = say!("Scenarios")),
            };
            let lead = lead(story).id;
            let signs = [
                ("vendor_contribution", text("the vendor", "le constructeur")),
                (lead, text("partners", "les partenaires")),
            ];
            let signs = signs.into_iter();
            let open: Vec<String> = signs
                .filter_map(|(id, whom)| {
                    let difference = played.first.difference(id)?;
                    let unsure = (0.05..0.95).contains(&difference.probability_better) || direction(difference).is_eq();
                    let flips =
                        played.behavioural.and_then(|programme| programme.difference(id)).is_some_and(|moved| {
                            direction(difference).is_ne() && direction(moved) == direction(difference).reverse()
                        });
                    let better = say!(
                        "better for {whom} {futures}",
                        whom = whom.said(),
                        futures = futures(difference.probability_better)
                    );
                    match (unsure, flips) {
                        (_, true) => Some(say!("{better} and flips in the behavioural reading", better)),
                        (true, false) => Some(better),
                        (false, false) => None,
                    }
                })
                .collect();
            let open = match open.is_empty() {
                true => say!("the signs for partners and vendor hold in nearly all futures"),
                false => say!("the sign is open: {open}", open = open.join(", ")),
            };
            Some(say!(
                "{label}: it varies {varied}{more}; {open}.",
                label = played.label(),
                varied = list(&named),
                more,
                open
            ))
        })
        .collect();
    answers.extend(all);
    answers
}

/// How well founded the parameters are.
fn founded(story: &Story<'_>) -> String {
    let bases: Vec<Option<Basis>> = schema::parameters()
        .map(|parameter| story.inputs.origins.get(&Target::Parameter(parameter.key)).and_then(|origin| origin.basis))
        .collect();
    let assumed = bases.iter().filter(|basis| **basis == Some(Basis::Assumption)).count();
    say!(
        "{assumed} of {all} parameters are marked as assumptions (sheet {sheet}).",
        assumed = count(assumed as f64),
        all = count(bases.len() as f64),
        sheet = say!("Inputs")
    )
}
