//! Scenarios: the baseline with named edits, checked one by one. The baseline itself is never changed.

use crate::check::programme_problems;
use crate::diagnostic::{CellRef, Diagnostics};
use crate::inputs::Inputs;
use crate::programme::Programme;
use crate::schema::{Place, Value};

mod builder;
mod change;
mod whole;

pub use change::Change;
pub use whole::obstacle;

use builder::Builder;

/// The baseline's name in every result.
pub const BASELINE: &str = "Baseline";

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
            let mut scenario = Scenario {
                name: input.name.clone(),
                edits: Vec::new(),
                steps: Vec::new(),
                programme: inputs.programme.clone(),
                includes: Vec::new(),
            };
            Builder::new(inputs, input, found).apply(input, None, &mut scenario);
            whole::check(inputs, input, &scenario, &broken_before, found);
            scenario
        })
        .collect()
}
