//! Applying a scenario's rows one by one: edits, and other scenarios that it includes.

use crate::diagnostic::{CellRef, Diagnostic, Diagnostics};
use crate::inputs::{EditInput, Inputs, ScenarioInput};
use crate::say;
use crate::scenario::{Change, Edit, Scenario, Step};
use crate::schema::words::nearest;
use crate::schema::{Kind, place};

/// The most includes that one scenario leads to.
const MOST_INCLUDES: usize = 200;

/// Applies the rows of one scenario to the baseline.
pub(super) struct Builder<'a, 'd> {
    inputs: &'a Inputs,
    /// Where the scenario being built begins.
    start: &'a CellRef,
    /// The scenarios being included, outermost first.
    path: Vec<&'a str>,
    /// How many scenarios were included so far.
    included: usize,
    found: &'d mut Diagnostics,
}

impl<'a, 'd> Builder<'a, 'd> {
    /// For a scenario, its problems told.
    pub(super) fn new(inputs: &'a Inputs, input: &'a ScenarioInput, found: &'d mut Diagnostics) -> Builder<'a, 'd> {
        Builder { inputs, start: &input.at, path: vec![&input.name], included: 0, found }
    }

    /// Applies the rows of a scenario; `via` is its name if it is included by another.
    pub(super) fn apply(&mut self, input: &'a ScenarioInput, via: Option<&str>, scenario: &mut Scenario) {
        for edit in &input.edits {
            if edit.target == "include" {
                self.include(edit, via.is_none(), scenario);
            } else {
                self.edit(edit, via, scenario);
            }
        }
    }

    fn include(&mut self, edit: &EditInput, told: bool, scenario: &mut Scenario) {
        let problem = |id, message: String, hint: String| Diagnostic::error(id, message).at(&edit.at).hint(hint);
        let name = match Kind::Name.read(&edit.set_to) {
            Ok(reading) => reading.value.name(),
            Err(refusal) => {
                let hint = refusal.hint.unwrap_or_default();
                return self.tell(
                    told,
                    problem(refusal.id, say!("the included scenario {problem}", problem = refusal.message), hint),
                );
            }
        };
        let Some(included) = self.inputs.scenarios.iter().find(|other| other.name == name) else {
            let names = self.inputs.scenarios.iter().map(|other| other.name.as_str());
            let hint = match nearest(&name, names) {
                Some(near) => say!("did you mean {near}?", near),
                None => say!("write the name of a scenario of this sheet"),
            };
            return self.tell(told, problem("unknown-scenario", say!("there is no scenario \"{name}\"", name), hint));
        };
        if self.path.contains(&included.name.as_str()) {
            // Told by the scenario that is included by itself: each row of the circle once.
            let told = self.path.first() == Some(&included.name.as_str());
            let circle = format!("{} -> {name}", self.path.join(" -> "));
            let hint = say!("remove one of the includes");
            return self
                .tell(told, problem("include-loop", say!("scenarios include each other: {circle}", circle), hint));
        }
        self.included += 1;
        if self.included > MOST_INCLUDES {
            let message = say!(
                "\"{name}\" includes more than {most} scenarios, one way or another",
                name = scenario.name,
                most = MOST_INCLUDES
            );
            let error = problem("too-many-includes", message, say!("include each scenario once"));
            // Told once, where the scenario begins: no single row is at fault.
            return self.tell(self.included == MOST_INCLUDES + 1, error.at(self.start));
        }
        if told {
            scenario.includes.push(name.clone());
        }
        self.path.push(&included.name);
        self.apply(included, Some(&included.name), scenario);
        self.path.pop();
    }

    /// Problems of an included scenario are told where it stands itself.
    fn tell(&mut self, told: bool, diagnostic: Diagnostic) {
        if told {
            self.found.push(diagnostic);
        }
    }

    fn edit(&mut self, edit: &EditInput, via: Option<&str>, scenario: &mut Scenario) {
        let told = via.is_none();
        let places = match place::find(&edit.target, &scenario.programme) {
            Ok(places) => places,
            Err((message, hint)) => {
                let mut error = Diagnostic::error("unknown-target", message).at(&edit.target_at);
                error.hint = hint;
                return self.tell(told, error);
            }
        };
        let mut changes = Vec::new();
        for place in &places {
            let from = place.get(&scenario.programme);
            match Change::read(&edit.set_to, place.kind(), &from) {
                Ok((change, to, note)) => {
                    if let Some(note) = note {
                        let note = Diagnostic::note(
                            "text-number",
                            say!("{name}: {problem}", name = edit.target, problem = note),
                        )
                        .at(&edit.at);
                        self.tell(told, note);
                    }
                    changes.push((place, change, from, to));
                }
                Err(refusal) => {
                    let error = Diagnostic::error(refusal.id, format!("{} {}", edit.target, refusal.message));
                    return self.tell(told, Diagnostic { hint: refusal.hint, ..error.at(&edit.at) });
                }
            }
        }
        let before = scenario.edits.len();
        let part = self.path.get(1).map(|name| (*name).to_owned());
        for (place, change, from, to) in changes {
            scenario.steps.push(Step { place: place.clone(), change, at: edit.at.clone(), part: part.clone() });
            if from == to {
                continue;
            }
            place.set(&mut scenario.programme, to.clone());
            scenario.edits.push(Edit {
                place: place.clone(),
                from,
                to,
                why: edit.why.clone(),
                at: edit.at.clone(),
                via: via.map(str::to_owned),
            });
        }
        if scenario.edits.len() == before {
            let error = Diagnostic::error(
                "edit-changes-nothing",
                say!("{target} has this value already", target = edit.target),
            );
            self.tell(told, error.at(&edit.at).hint(say!("remove the row, or set another value")));
        }
    }
}
