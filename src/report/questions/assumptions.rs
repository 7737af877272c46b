//! Which assumptions drive the answer.

use super::scenarios;
use crate::inputs::Target;
use crate::report::Story;
use crate::report::headline::{direction, lead};
use crate::report::words::{count, futures, list};
use crate::schema::{self, Basis};

/// How many edits of a scenario are named.
const NAMED: usize = 6;

/// What is known of it without a sensitivity analysis.
pub fn drivers(story: &Story<'_>) -> Vec<String> {
    let mut answers = vec![format!(
        "This version has no sensitivity analysis: it comes with a later one. The ranges hold the luck of deals, demand and \
         people, not what is unknown about the assumptions. {}",
        founded(story)
    )];
    let all: Vec<String> = scenarios(story)
        .iter()
        .filter_map(|played| {
            let scenario = story.scenarios.iter().find(|scenario| scenario.name == played.first.name)?;
            let edited = scenario.edits.iter().map(|edit| edit.place.name.as_str());
            let named: Vec<&str> = edited.clone().take(NAMED).collect();
            let more = match edited.count().saturating_sub(NAMED) {
                0 => String::new(),
                more => format!(" and {more} more (sheet Scenarios)"),
            };
            let lead = lead(story).id;
            let signs = ["vendor_contribution", lead].into_iter().zip(["the vendor", "partners"]);
            let open: Vec<String> = signs
                .filter_map(|(id, whom)| {
                    let difference = played.first.difference(id)?;
                    let unsure = (0.05..0.95).contains(&difference.probability_better) || direction(difference).is_eq();
                    let flips =
                        played.behavioural.and_then(|programme| programme.difference(id)).is_some_and(|moved| {
                            direction(difference).is_ne() && direction(moved) == direction(difference).reverse()
                        });
                    let better = format!("better for {whom} {}", futures(difference.probability_better));
                    match (unsure, flips) {
                        (_, true) => Some(format!("{better} and flips in the behavioural reading")),
                        (true, false) => Some(better),
                        (false, false) => None,
                    }
                })
                .collect();
            let open = match open.is_empty() {
                true => "the signs for partners and vendor hold in nearly all futures".to_owned(),
                false => format!("the sign is open: {}", open.join(", ")),
            };
            Some(format!("{}: it varies {}{more}; {open}.", played.label(), list(&named)))
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
    format!(
        "{} of {} parameters are marked as assumptions (sheet Inputs).",
        count(assumed as f64),
        count(bases.len() as f64)
    )
}
