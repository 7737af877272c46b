//! The changes that a scenario is made of, each as a scenario of its own.

use crate::inputs::Inputs;
use crate::programme::Programme;
use crate::scenario::{Scenario, Step, obstacle};
use crate::schema::{Place, Value};
use crate::uncertainty::Uncertainty;

/// A change that a scenario makes: an included scenario, a row of its own, or rows that only hold together.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// The included scenarios and the values that rows of its own set, in the order of the workbook.
    pub of: Vec<Source>,
    /// The change on the baseline.
    pub scenario: Scenario,
    /// The changes without which it does nothing, by their places: its effect is what it adds to theirs.
    pub on: Vec<usize>,
    /// The places of its steps in the whole scenario.
    pub(super) steps: Vec<usize>,
}

/// Where a change comes from.
#[derive(Debug, Clone, PartialEq)]
pub enum Source {
    /// An included scenario, by name.
    Included(String),
    /// A row: each place with its value in the baseline and after the change.
    Row(Vec<(Place, Value, Value)>),
}

/// Whether two scenarios make the same change, whatever is drawn.
pub(super) fn is_alike(one: &Scenario, other: &Scenario, uncertainty: &Uncertainty) -> bool {
    let is_drawn = |step: &Step| uncertainty.inputs.iter().any(|input| input.edit.as_ref() == Some(&step.at));
    let alike = |(a, b): (&Step, &Step)| {
        a.place == b.place && a.change == b.change && (a.at == b.at || !is_drawn(a) && !is_drawn(b))
    };
    one.steps.len() == other.steps.len() && one.steps.iter().zip(&other.steps).all(alike)
}

/// The changes of a scenario, in the order of the workbook. Rows that make no valid programme alone are joined with the
/// first that they are valid with; one change is left where there is none.
pub fn parts(inputs: &Inputs, scenario: &Scenario, uncertainty: &Uncertainty) -> Vec<Part> {
    let holds = |steps: &[usize]| holds(inputs, &alone(inputs, scenario, steps), uncertainty);
    let mut groups = rows(&scenario.steps);
    while let Some(broken) = groups.iter().position(|steps| !holds(steps)) {
        let joined = |other: usize| {
            let mut steps = [groups[broken].as_slice(), groups[other].as_slice()].concat();
            steps.sort_unstable();
            steps
        };
        let partner = (0..groups.len()).filter(|other| *other != broken).find(|other| holds(&joined(*other)));
        let Some(other) = partner else {
            groups = vec![(0..scenario.steps.len()).collect()];
            break;
        };
        groups[broken.min(other)] = joined(other);
        groups.remove(broken.max(other));
    }
    groups.iter().map(|steps| part(inputs, scenario, steps)).collect()
}

/// The steps of each included scenario and of each row, by their places.
fn rows(steps: &[Step]) -> Vec<Vec<usize>> {
    let mut rows: Vec<Vec<usize>> = Vec::new();
    for (at, step) in steps.iter().enumerate() {
        let same = |row: &&mut Vec<usize>| row.first().is_some_and(|first| is_one_row(&steps[*first], step));
        match rows.iter_mut().find(same) {
            Some(row) => row.push(at),
            None => rows.push(vec![at]),
        }
    }
    rows
}

fn is_one_row(a: &Step, b: &Step) -> bool {
    match (&a.part, &b.part) {
        (None, None) => a.at == b.at,
        (a, b) => a == b,
    }
}

/// A scenario with some of another's steps.
fn alone(inputs: &Inputs, scenario: &Scenario, steps: &[usize]) -> Scenario {
    let steps: Vec<Step> = steps.iter().map(|step| scenario.steps[*step].clone()).collect();
    let mut part = Scenario {
        name: scenario.name.clone(),
        edits: Vec::new(),
        steps,
        programme: inputs.programme.clone(),
        includes: Vec::new(),
    };
    part.programme = part.on(&inputs.programme, |_| None);
    part
}

/// Several changes as one; `None` where that makes no valid programme.
pub(super) fn joined(inputs: &Inputs, scenario: &Scenario, uncertainty: &Uncertainty, parts: &[&Part]) -> Option<Part> {
    let mut steps: Vec<usize> = parts.iter().flat_map(|part| part.steps.iter().copied()).collect();
    steps.sort_unstable();
    let joined = part(inputs, scenario, &steps);
    holds(inputs, &joined.scenario, uncertainty).then_some(joined)
}

fn holds(inputs: &Inputs, scenario: &Scenario, uncertainty: &Uncertainty) -> bool {
    obstacle(inputs, &scenario.programme).is_none() && uncertainty.holds_with(&inputs.programme, scenario)
}

fn part(inputs: &Inputs, scenario: &Scenario, steps: &[usize]) -> Part {
    let alone = alone(inputs, scenario, steps);
    let source = |row: &Vec<usize>| match row.first().map(|first| &alone.steps[*first].part) {
        Some(Some(included)) => Source::Included(included.clone()),
        _ => Source::Row(row.iter().map(|step| value(&inputs.programme, &alone, &alone.steps[*step].place)).collect()),
    };
    Part { of: rows(&alone.steps).iter().map(source).collect(), scenario: alone, on: Vec::new(), steps: steps.to_vec() }
}

fn value(baseline: &Programme, alone: &Scenario, place: &Place) -> (Place, Value, Value) {
    (place.clone(), place.get(baseline), place.get(&alone.programme))
}
