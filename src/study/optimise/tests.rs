use std::sync::Arc;

use super::*;
use crate::diagnostic::CellRef;
use crate::inputs::{Inputs, Lever};
use crate::programme::Readings;
use crate::scenario::Scenario;
use crate::schema::{self, Value, place};
use crate::study::guardrails::{Guardrail, Operator, Scope, Statistic};
use crate::summary::all_measures;
use crate::uncertainty::Uncertainty;

fn inputs() -> Inputs {
    let mut programme = schema::defaults();
    programme.settings.readings = Readings::Static;
    Inputs::new(programme)
}

pub fn lever(inputs: &Inputs, target: &str, values: Vec<Value>) -> Lever {
    let at = CellRef { sheet: Arc::from("Levers"), row: 1, column: 0 };
    Lever { target: target.to_owned(), places: place::find(target, &inputs.programme).expect("a place"), values, at }
}

fn as_is(inputs: &Inputs) -> Scenario {
    Scenario {
        name: "Baseline rules".to_owned(),
        edits: Vec::new(),
        steps: Vec::new(),
        programme: inputs.programme.clone(),
        includes: Vec::new(),
    }
}

fn objective(id: &str, up: bool) -> Objective {
    Objective { place: measure(id).expect("a measure").0, up }
}

fn found(
    inputs: &Inputs,
    levers: &[Lever],
    guardrails: Vec<Guardrail>,
    objective: Objective,
    budget: Budget,
) -> Optimised {
    let (uncertainty, scenario) = (Uncertainty::default(), as_is(inputs));
    let trials = search_trials(&budget) + budget.trials;
    let bench = Bench {
        inputs,
        uncertainty: &uncertainty,
        scenario: &scenario,
        levers,
        guardrails,
        rows: &[],
        seed: 7,
        trials,
    };
    optimise(&bench, objective, budget, &|_| {}).expect("no identity breaks").expect("a setting")
}

fn reviewers(inputs: &Inputs, most: i64) -> Vec<Lever> {
    vec![lever(inputs, "desk.reviewers", (1..=most).map(Value::Count).collect())]
}

fn limit(id: &str, operator: Operator, limit: f64) -> Guardrail {
    let (place, _) = measure(id).expect("a measure");
    Guardrail {
        place,
        measure: all_measures(&[]).swap_remove(place),
        statistic: Statistic::Mean,
        of_difference: false,
        operator,
        limit,
        scope: Scope::Total,
        allowed: 0.0,
        scenario: None,
        stop: false,
        why: String::new(),
        at: CellRef { sheet: Arc::from("Guardrails"), row: 1, column: 0 },
    }
}

const SMALL: Budget = Budget { trials: 128, candidates: 50, confidence: 0.95 };

#[test]
fn what_costs_each_hour_is_cheapest_at_its_least() {
    // The desk's cost is its hours times the hourly cost, so contribution falls with it, in every trial: certain.
    let inputs = inputs();
    let cents = |euros: i64| Value::Money(crate::units::Money::from_units(euros));
    let levers = [lever(&inputs, "desk.hourly_cost", (2..8).map(|tens| cents(tens * 10)).collect())];
    let found = found(&inputs, &levers, Vec::new(), objective("vendor_contribution", true), SMALL);
    let winner = found.winner().expect("a winner");
    assert_eq!(winner.setting, [0]);
    assert!(found.is_clear() && found.comparisons.len() == 4 && found.binding.is_none());
    assert_eq!(found.rounds[0], Round { candidates: 6, trials: 128 });
}

#[test]
fn a_guardrail_that_binds_is_named() {
    // Fewest reviewers wait longest; a limit on the wait takes the best by cost per request away.
    let inputs = inputs();
    let levers = reviewers(&inputs, 4);
    let free = found(&inputs, &levers, Vec::new(), objective("desk_wait_days", false), SMALL);
    assert_eq!(free.winner().map(|winner| winner.setting.clone()), Some(vec![3]), "most reviewers wait least");
    let waits: Vec<f64> = free.frontier.iter().map(|point| point.setting[0] as f64).collect();
    assert!(!waits.is_empty());
    let longest = objective("desk_wait_days", true);
    let unlimited = found(&inputs, &levers, Vec::new(), longest, SMALL);
    let most = unlimited.finalists[0].evidence.values(longest.place).iter().sum::<f64>() / 128.0;
    let next = unlimited.finalists[1].evidence.values(longest.place).iter().sum::<f64>() / 128.0;
    let rule = limit("desk_wait_days", Operator::AtMost, (most + next) / 2.0);
    let limited = found(&inputs, &levers, vec![rule], longest, SMALL);
    assert_eq!(limited.winner().map(|winner| winner.setting.clone()), Some(vec![1]));
    assert_eq!(limited.binding, Some((vec![0], vec![0])));
}

#[test]
fn where_no_setting_keeps_them_the_nearest_is_told() {
    let inputs = inputs();
    let impossible = limit("desk_wait_days", Operator::Below, 0.0);
    let found = found(&inputs, &reviewers(&inputs, 3), vec![impossible], objective("vendor_contribution", true), SMALL);
    assert!(found.winner().is_none() && found.comparisons.is_empty());
    assert_eq!(found.binding, Some((vec![2], vec![0])), "three reviewers wait least");
    assert!(found.frontier.iter().all(|point| !point.on_frontier));
}

#[test]
fn a_search_of_part_of_the_grid_finds_what_all_of_it_gives() {
    let inputs = inputs();
    let rates = |range: std::ops::RangeInclusive<i64>| -> Vec<Value> {
        range.map(|percent| Value::Rate(crate::units::Rate::per_mille(percent * 10))).collect()
    };
    let levers = [lever(&inputs, "quotation.support", rates(0..=20)), reviewers(&inputs, 3).remove(0)];
    let objective = objective("vendor_contribution", true);
    let all = found(&inputs, &levers, Vec::new(), objective, Budget { candidates: 63, ..SMALL });
    let part = found(&inputs, &levers, Vec::new(), objective, Budget { candidates: 36, ..SMALL });
    assert_eq!((all.rounds[0].candidates, part.rounds[0].candidates <= 36), (63, true));
    assert_eq!(all.winner().map(|best| &best.setting), part.winner().map(|best| &best.setting));
}

#[test]
fn settings_that_change_nothing_are_never_told_apart() {
    // Without deals that waited for the rule, the day of its launch has no part in anything.
    let inputs = inputs();
    let days = (1..=4).map(|days| Value::Number(f64::from(days) * 10.0)).collect();
    let levers = [lever(&inputs, "launch.half_life_days", days)];
    let found = found(&inputs, &levers, Vec::new(), objective("vendor_contribution", true), SMALL);
    assert!(!found.is_clear());
    assert!(found.comparisons.iter().all(|comparison| comparison.confidence == 0.0));
}

#[test]
fn drawn_inputs_and_rows_are_played_as_well() {
    let inputs = inputs();
    let names: Vec<String> = inputs.programme.levels.iter().map(|level| level.name.clone()).collect();
    let segments: Vec<String> = inputs.programme.segments.iter().map(|segment| segment.name.clone()).collect();
    let rows = crate::summary::listed_rows(12, &names, &segments);
    let at = CellRef { sheet: Arc::from("Uncertain cells"), row: 1, column: 0 };
    let places = place::find("desk.minutes_per_request", &inputs.programme).expect("a place");
    let law = crate::law::Law::uniform(30.0, 90.0).expect("a law");
    let uncertain = crate::uncertainty::Uncertain {
        name: "desk.minutes_per_request".to_owned(),
        places,
        edit: None,
        law: crate::law::Truncated::new(law, 1.0, 10_000.0).expect("within the range"),
        entered: 60.0,
        basis: None,
        source: String::new(),
        at,
    };
    let uncertainty = Uncertainty { inputs: vec![uncertain], correlations: None };
    let scenario = as_is(&inputs);
    let levers = reviewers(&inputs, 2);
    let mut of_levels = limit("partner_net_margin", Operator::AtLeast, -1e9);
    of_levels.scope = Scope::Rows((0..names.len()).collect());
    let bench = Bench {
        inputs: &inputs,
        uncertainty: &uncertainty,
        scenario: &scenario,
        levers: &levers,
        guardrails: vec![of_levels],
        rows: &rows,
        seed: 7,
        trials: 2_048,
    };
    let wait = measure("desk_wait_days").expect("a measure").0;
    let needs = bench.needs(&[wait]);
    let scenarios = [bench.set(&[0]), bench.set(&[1])];
    let whole = bench.play(&scenarios, (0, 192), &needs, &|_| {}).expect("no identity breaks");
    // The same trials in two parts, and another number of candidates beside them.
    let mut parts = bench.play(&scenarios[1..], (0, 128), &needs, &|_| {}).expect("no identity breaks").remove(0);
    parts.join(bench.play(&scenarios[1..], (128, 64), &needs, &|_| {}).expect("no identity breaks").remove(0));
    assert_eq!(parts.values(wait), whole[1].values(wait));
    let verdict = bench.guardrails[0].judge(&whole[1], &rows);
    let again = bench.guardrails[0].judge(&parts, &rows);
    assert!(verdict.kept && (verdict.value / again.value - 1.0).abs() < 1e-12 && verdict.rows == names.len());
}
