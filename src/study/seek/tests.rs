use std::sync::Arc;

use super::*;
use crate::diagnostic::CellRef;
use crate::inputs::{Inputs, Lever};
use crate::measures::measure;
use crate::programme::Readings;
use crate::scenario::Scenario;
use crate::schema::{self, place};
use crate::uncertainty::Uncertainty;
use crate::units::Money;

const TRIALS: usize = 128;

fn sought(target: &str, values: [Value; 2], goal: impl Fn(&str) -> Goal) -> Sought {
    let mut programme = schema::defaults();
    programme.settings.readings = Readings::Static;
    let inputs = Inputs::new(programme);
    let scenario = Scenario {
        name: "Baseline rules".to_owned(),
        edits: Vec::new(),
        steps: Vec::new(),
        programme: inputs.programme.clone(),
        includes: Vec::new(),
    };
    let at = CellRef { sheet: Arc::from("Levers"), row: 1, column: 0 };
    let places = place::find(target, &inputs.programme).expect("a place");
    let levers = [Lever { target: target.to_owned(), places, values: values.to_vec(), at }];
    let uncertainty = Uncertainty::default();
    let bench = Bench {
        inputs: &inputs,
        uncertainty: &uncertainty,
        scenario: &scenario,
        levers: &levers,
        guardrails: Vec::new(),
        rows: &[],
        seed: 3,
        trials: 2_048,
    };
    seek(&bench, goal(target), TRIALS, &|_| {}).expect("no identity breaks")
}

fn goal(id: &str, target: f64) -> Goal {
    Goal { measure: measure(id).expect("a measure").0, of_difference: false, target }
}

#[test]
fn a_cost_that_rises_in_line_is_met_to_the_cent() {
    // The desk's cost is its hours times the hourly cost: what it is at 20 and 100 says where it is anything between.
    let units = |units| Value::Money(Money::from_units(units));
    let ends = sought("desk.hourly_cost", [units(20), units(100)], |_| goal("desk_cost", -1.0));
    let Outcome::OutOfReach { least, most } = ends.outcome else { panic!("no cost is below nothing") };
    assert_eq!((least.value, most.value), (units(20), units(100)));
    let line = |hourly: f64| least.mean.value + (hourly - 20.0) / 80.0 * (most.mean.value - least.mean.value);
    let met = sought("desk.hourly_cost", [units(20), units(100)], |_| goal("desk_cost", line(47.35)));
    let Outcome::Met { found, interval, .. } = met.outcome else { panic!("it is within reach") };
    assert_eq!(found.value, Value::Money(Money::from_minor(4_735)));
    // The error of the cost, by its slope a euro an hour.
    let slope = (most.mean.value - least.mean.value) / 80.0;
    let half = crate::stats::student::student(0.975, (TRIALS - 1) as f64) * found.mean.se / slope;
    assert!((interval.half_width() / half - 1.0).abs() < 1e-6, "{interval:?} {half}");
}

#[test]
fn whole_numbers_come_as_near_as_they_can() {
    let counts = [Value::Count(1), Value::Count(6)];
    let curve = sought("desk.reviewers", counts.clone(), |_| goal("desk_load", -1.0)).curve;
    let load = |people: usize| curve[people - 1].mean.value;
    assert_eq!(curve.len(), 6, "every whole number in the range");
    // Nearer to three people than to two.
    let target = load(3) + 0.3 * (load(2) - load(3));
    let Outcome::Met { found, .. } = sought("desk.reviewers", counts, |_| goal("desk_load", target)).outcome else {
        panic!("it is within reach")
    };
    assert_eq!(found.value, Value::Count(3));
}
