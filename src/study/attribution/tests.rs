use super::*;

#[test]
fn what_is_left_of_a_worked_sample_is_the_interaction() {
    // Before 10 and 20. Alone +1, +3 and +2, +2; together +4, +8: left are +1, +3.
    let of = Attribution::of(&[10.0, 20.0], &[vec![11.0, 23.0], vec![12.0, 22.0]], &[14.0, 28.0]);
    let values = |of: &Attribution| (of.together.value, of.alone[0].value, of.alone[1].value, of.interaction.value);
    assert_eq!(values(&of), (6.0, 2.0, 2.0, 2.0));
    // The variances are 2 of two values each, but of what is always +2: errors 1 and 0. Together 4 and 8: 8 / 2 = 4, 2.
    assert_eq!((of.interaction.se, of.alone[1].se, of.together.se), (1.0, 0.0, 2.0));
}

use std::sync::Arc;

use crate::diagnostic::CellRef;
use crate::scenario::{Change, Step};
use crate::schema::{self, Value, place};
use crate::study::enough::Precision;
use crate::study::played::play;
use crate::units::Rate;

fn inputs() -> Inputs {
    let mut programme = schema::defaults();
    programme.settings.readings = Readings::Static;
    Inputs::new(programme)
}

/// A scenario of rows, each a target and its value.
fn scenario(inputs: &Inputs, rows: &[(&str, Value)]) -> Scenario {
    let step = |(row, (target, value)): (usize, &(&str, Value))| Step {
        place: place::find(target, &inputs.programme).expect("a place")[0].clone(),
        change: Change::Set(value.clone()),
        at: CellRef { sheet: Arc::from("Scenarios"), row: row as u32, column: 2 },
        part: None,
    };
    let mut scenario = Scenario {
        name: "Case".to_owned(),
        edits: Vec::new(),
        steps: rows.iter().enumerate().map(step).collect(),
        programme: inputs.programme.clone(),
        includes: Vec::new(),
    };
    scenario.programme = scenario.on(&inputs.programme, |_| None);
    scenario
}

fn taken_apart(inputs: &Inputs, scenarios: &[Scenario]) -> Vec<Brought> {
    told_apart(inputs, scenarios, &|_| {})
}

fn told_apart(inputs: &Inputs, scenarios: &[Scenario], progress: Progress<'_>) -> Vec<Brought> {
    let (known, of) = (Uncertainty::default(), (5, 4));
    let sampled = Sampled::new(&inputs.programme, scenarios, &known, of);
    let precision = Precision::default();
    let played = play(&sampled, &precision, (of.0, of.1, 0), &|_| {}, None).expect("every check holds");
    brought(inputs, scenarios, &known, &played, of, progress).expect("every check holds")
}

#[test]
fn as_much_is_played_as_was_expected() {
    // Four trials of the baseline with two changes, each alone, are as much as six of a run with one scenario.
    let inputs = inputs();
    let rows =
        [("registration.installed_base", Value::YesNo(true)), ("quotation.support", Value::Rate(Rate::per_mille(60)))];
    let scenarios = [scenario(&inputs, &rows)];
    let done = std::sync::atomic::AtomicUsize::new(0);
    let found = told_apart(&inputs, &scenarios, &|trials| {
        done.fetch_add(trials, std::sync::atomic::Ordering::Relaxed);
    });
    assert_eq!((found.len(), done.into_inner()), (1, 6));
    assert_eq!(expected_work(&inputs, &scenarios, &Uncertainty::default(), 4), 6);
    assert_eq!(expected_work(&inputs, &[scenario(&inputs, &rows[..1])], &Uncertainty::default(), 4), 0);
}

#[test]
fn what_changes_bring_does_not_depend_on_their_order() {
    let inputs = inputs();
    let rows =
        [("registration.installed_base", Value::YesNo(true)), ("quotation.support", Value::Rate(Rate::per_mille(60)))];
    let mut turned = rows.clone();
    turned.reverse();
    let found = taken_apart(&inputs, &[scenario(&inputs, &rows), scenario(&inputs, &turned)]);
    let (one, other) = (&found[0].measures[0], &found[1].measures[0]);
    assert_eq!((one.alone[0], one.alone[1]), (other.alone[1], other.alone[0]));
    assert_eq!((one.together, one.interaction.value.round()), (other.together, other.interaction.value.round()));
    // More may be registered, and each deal is worth less: they take from each other.
    assert!(one.alone[0].value > 0.0 && one.alone[1].value < 0.0 && one.interaction.value < 0.0, "{one:?}");
    let sum: f64 = one.alone.iter().map(|alone| alone.value).sum();
    assert!((one.together.value - sum - one.interaction.value).abs() < 0.01);
}

#[test]
fn a_change_that_does_nothing_alone_is_measured_on_top_of_what_it_works_through() {
    let inputs = inputs();
    let rows = [("launch.backlog", Value::Number(188.0)), ("registration.installed_base", Value::YesNo(true))];
    let found = taken_apart(&inputs, &[scenario(&inputs, &rows)]);
    let (parts, margin) = (&found[0].parts, &found[0].measures[0]);
    assert_eq!((parts[0].on.as_slice(), parts[1].on.as_slice()), (&[1][..], &[][..]));
    assert!(margin.alone[0].value > 0.0, "the requests that waited: {margin:?}");
    assert!(margin.interaction.value.abs() < 0.01, "nothing is left between one and what stands on it");
}

#[test]
fn changes_that_only_work_or_only_hold_together_are_one() {
    let inputs = inputs();
    // The law allows 60 days without a factor, and a factor without longer terms carries nothing.
    let terms = [("terms.days_after", Value::Number(90.0)), ("terms.factored", Value::YesNo(true))];
    assert!(taken_apart(&inputs, &[scenario(&inputs, &terms)]).is_empty(), "one change");
    // Thresholds must ascend: Silver's may pass Gold's 750 k only with Gold's.
    let thresholds = [
        ("Levels[Silver].threshold", Value::Money(crate::units::Money::from_units(800_000))),
        ("quotation.support", Value::Rate(Rate::per_mille(60))),
        ("Levels[Gold].threshold", Value::Money(crate::units::Money::from_units(900_000))),
    ];
    let parts = parts(&inputs, &scenario(&inputs, &thresholds), &Uncertainty::default());
    let sizes: Vec<usize> = parts.iter().map(|part| part.of.len()).collect();
    assert_eq!(sizes, [2, 1]);
}
