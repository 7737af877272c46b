//! Scenarios: the baseline with named edits, checked one by one. The baseline itself is never changed.

use crate::check::{Problem, programme_problems};
use crate::diagnostic::{CellRef, Diagnostic, Diagnostics};
use crate::inputs::{EditInput, Inputs, ScenarioInput};
use crate::model::launch::Launch;
use crate::model::market::Market;
use crate::model::population::population;
use crate::model::registration::Registration;
use crate::programme::Programme;
use crate::say;
use crate::schema::words::nearest;
use crate::schema::{Kind, Place, Value, place};

mod change;

pub use change::Change;

/// A scenario that can be played.
#[derive(Debug, Clone, PartialEq)]
pub struct Scenario {
    /// Name.
    pub name: String,
    /// What it changes, in order.
    pub edits: Vec<Edit>,
    /// What it does to any baseline, in order: also what leaves the workbook's own baseline as it is.
    pub steps: Vec<Step>,
    /// The baseline with all its edits.
    pub programme: Programme,
    /// The scenarios that it includes itself, in order.
    pub includes: Vec<String>,
}

/// One thing that a scenario does to a baseline.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// Where.
    pub place: Place,
    /// What.
    pub change: Change,
    /// The cell that says so.
    pub at: CellRef,
    /// The scenario that it comes from, of those that the scenario includes itself; `None` for a row of its own.
    pub part: Option<String>,
}

impl Step {
    /// Does it to a programme, whose value may be another than the workbook's.
    pub fn apply(&self, programme: &mut Programme) {
        let value = self.change.again(self.place.kind(), &self.place.get(programme));
        self.place.set(programme, value);
    }
}

impl Scenario {
    /// The scenario's programme on another baseline than the workbook's, where some steps set what was drawn for them.
    pub fn on(&self, baseline: &Programme, drawn: impl Fn(&Step) -> Option<Value>) -> Programme {
        let mut programme = baseline.clone();
        for step in &self.steps {
            match drawn(step) {
                Some(value) => step.place.set(&mut programme, value),
                None => step.apply(&mut programme),
            }
        }
        programme
    }
}

/// One value that a scenario changes.
#[derive(Debug, Clone, PartialEq)]
pub struct Edit {
    /// What is changed: a key, or a cell such as `Levels[Gold].base_discount`.
    pub place: Place,
    /// Its value before.
    pub from: Value,
    /// Its value after.
    pub to: Value,
    /// Why.
    pub why: String,
    /// The cell that says so.
    pub at: CellRef,
    /// The included scenario whose edit it is.
    pub via: Option<String>,
}

/// Builds all scenarios of a workbook on its baseline, problems told.
pub fn build(inputs: &Inputs, found: &mut Diagnostics) -> Vec<Scenario> {
    let broken_before = programme_problems(&inputs.programme);
    inputs
        .scenarios
        .iter()
        .map(|input| {
            let mut builder = Builder { inputs, start: &input.at, path: vec![&input.name], included: 0, found };
            let mut scenario = Scenario {
                name: input.name.clone(),
                edits: Vec::new(),
                steps: Vec::new(),
                programme: inputs.programme.clone(),
                includes: Vec::new(),
            };
            builder.apply(input, None, &mut scenario);
            check(inputs, input, &scenario, &broken_before, found);
            scenario
        })
        .collect()
}

/// The most includes that one scenario leads to.
const MOST_INCLUDES: usize = 200;

struct Builder<'a, 'd> {
    inputs: &'a Inputs,
    /// Where the scenario being built begins.
    start: &'a CellRef,
    /// The scenarios being included, outermost first.
    path: Vec<&'a str>,
    /// How many scenarios were included so far.
    included: usize,
    found: &'d mut Diagnostics,
}

impl<'a> Builder<'a, '_> {
    /// Applies the rows of a scenario; `via` is its name if it is included by another.
    fn apply(&mut self, input: &'a ScenarioInput, via: Option<&str>, scenario: &mut Scenario) {
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

/// Checks a scenario as a whole; what was wrong with the baseline already is told there.
fn check(
    inputs: &Inputs,
    input: &ScenarioInput,
    scenario: &Scenario,
    broken_before: &[Problem],
    found: &mut Diagnostics,
) {
    let name = &scenario.name;
    let told_at = |key: &str| {
        let edit = scenario.edits.iter().rev().find(|edit| edit.place.name.contains(key));
        edit.map_or_else(|| input.at.clone(), |edit| edit.at.clone())
    };
    for problem in programme_problems(&scenario.programme) {
        if broken_before.contains(&problem) {
            continue;
        }
        let key = match &problem.target {
            crate::inputs::Target::Parameter(key) => key,
            crate::inputs::Target::Cell(_, _, column) => column,
        };
        let message = say!("in the scenario \"{name}\", {key} {problem}", name, key, problem = problem.message);
        found.push(Diagnostic::error(problem.id, message).at(&told_at(key)).hint(problem.hint.clone()));
    }
    if scenario.programme == inputs.programme && !found.has_errors() {
        found.push(
            Diagnostic::error("scenario-changes-nothing", say!("the scenario \"{name}\" equals the baseline", name))
                .at(&input.at)
                .hint(say!("its edits take each other back; remove it")),
        );
    }
    if !found.has_errors() && growth(inputs, &scenario.programme) > MOST_GROWTH {
        found.push(
            Diagnostic::error(
                "rate-leap",
                say!("in the scenario \"{name}\", {problem}", name, problem = too_much_growth()),
            )
            .at(&input.at)
            .hint(say!("set quotations.expected_per_year or the month's weight lower, or change the baseline")),
        );
    }
    if scenario.programme.launch.backlog > 0.0 && !found.has_errors() && !opens_anything(inputs, scenario) {
        found.push(
            Diagnostic::error(
                "launch-opens-nothing",
                say!("launch.backlog: the scenario \"{name}\" makes nothing eligible that was not before", name),
            )
            .at(&told_at("launch.backlog"))
            .hint(say!("edit registration.* in the same scenario, or remove the backlog")),
        );
    }
}

/// The most that a scenario multiplies a month's opportunities by.
const MOST_GROWTH: f64 = 100.0;

fn too_much_growth() -> String {
    say!("some month has more than {most} times the baseline's opportunities", most = MOST_GROWTH)
}

/// How many times the baseline's opportunities a scenario has in the month where it has most of them.
fn growth(inputs: &Inputs, edited: &Programme) -> f64 {
    let rates = |programme: &Programme| Market::rates(programme, inputs.programme.registration.propensity);
    let (baseline, own) = (rates(&inputs.programme), rates(edited));
    let strips = Market::strip_widths(&baseline);
    own.iter().zip(&strips).fold(0.0, |most, (rate, width)| f64::max(most, rate / width))
}

/// Why an edit of a workbook's valid baseline cannot be played, in words; `None` if it can.
pub fn obstacle(inputs: &Inputs, edited: &Programme) -> Option<String> {
    let problem = programme_problems(edited).into_iter().next();
    problem
        .map(|problem| format!("{} {}", problem.target, problem.message))
        .or_else(|| (growth(inputs, edited) > MOST_GROWTH).then(too_much_growth))
}

fn opens_anything(inputs: &Inputs, scenario: &Scenario) -> bool {
    let programme = &scenario.programme;
    let members = population(programme);
    let market = Market::new(programme, &members, inputs.programme.registration.propensity, (0, 1.0));
    let rules = [&Registration::new(programme), &Registration::new(&inputs.programme)];
    Launch::new([1.0, 0.0, 1.0], 1, &market, &members, rules).is_some()
}
