//! Which uncertain input decides: against answers that can be worked out (docs/model.md, "Sensitivity").

use partnersim::diagnostic::CellRef;
use partnersim::embedded::Extent;
use partnersim::inputs::Inputs;
use partnersim::law::{Law, Truncated};
use partnersim::measures::{Measure, measure};
use partnersim::plan::Plans;
use partnersim::programme::{Programme, Readings};
use partnersim::report::{RunFacts, Story, json, sensitivity::report};
use partnersim::scenario::{Change, Scenario, Step};
use partnersim::schema::{self, Basis, Place, Value, place};
use partnersim::sheet::write::workbook;
use partnersim::sim::run::{on_threads, run};
use partnersim::study::ledger::{Rests, ledger};
use partnersim::study::sensitivity::full;
use partnersim::study::{Case, Effect, Flip, Sensitivity};
use partnersim::summary::{Names, Summary};
use partnersim::uncertainty::{Correlations, Uncertain, Uncertainty};
use partnersim::units::Rate;

const SEED: u64 = 2017;

/// The defaults with a tenth of the opportunities and only the partners that meet some, in the static reading.
fn small() -> Programme {
    let mut programme = schema::defaults();
    programme.settings.readings = Readings::Static;
    programme.groups.retain(|group| group.name != "Business");
    programme.expected_per_year = 200.0;
    programme
}

fn at(row: u32) -> CellRef {
    CellRef { sheet: "Scenarios".into(), row, column: 0 }
}

/// A scenario with one edit.
fn scenario(baseline: &Programme, key: &str, value: Value) -> Scenario {
    let place = Place::of(schema::parameter(key).expect("a parameter"));
    let steps = vec![Step { place, change: Change::Set(value), at: at(1), part: None }];
    let mut scenario = Scenario {
        name: "Extended".into(),
        edits: Vec::new(),
        steps,
        programme: baseline.clone(),
        includes: Vec::new(),
    };
    scenario.programme = scenario.on(baseline, |_| None);
    scenario
}

/// An input that is uniform between two values.
fn uniform(baseline: &Programme, target: &str, (low, high): (f64, f64), basis: Option<Basis>) -> Uncertain {
    let places = place::find(target, baseline).expect("a target");
    let entered = places[0].get(baseline).as_number().expect("a number");
    let (least, most) = places[0].kind().range().expect("a range");
    let law = Truncated::new(Law::uniform(low, high).expect("a law"), least, most).expect("within the range");
    Uncertain { name: target.into(), places, edit: None, law, entered, basis, source: String::new(), at: at(9) }
}

fn explained(id: &str) -> &'static Measure {
    measure(id).expect("a measure").1
}

fn study(baseline: &Programme, scenarios: &[Scenario], inputs: Vec<Uncertain>, id: &str, points: usize) -> Sensitivity {
    let uncertainty = Uncertainty { inputs, correlations: None };
    let case = Case::new(baseline, scenarios, &uncertainty, explained(id), SEED);
    full(&case, points, 24, &|_| {}).expect("every check holds")
}

/// Mean difference of a measure over the trials that a study gives each value.
fn mean_difference(baseline: &Programme, scenario: &Programme, id: &str) -> f64 {
    let plans = Plans::new(baseline, &[scenario]);
    let trials = run(&plans, SEED, 24, &|_| {}).expect("every check holds");
    let read = |trial, programme| (explained(id).read)(&trials.total(trial, programme).into());
    (0..24).map(|trial| read(trial, 1) - read(trial, 0)).sum::<f64>() / 24.0
}

#[test]
fn an_effect_in_proportion_has_a_tornado_in_proportion_and_no_flip() {
    // The cost of the desk is hours x rate: the difference of cost goes with the rate, and is 0 at a rate of 0.
    let baseline = small();
    let open = scenario(&baseline, "registration.installed_base", Value::YesNo(true));
    let entered = mean_difference(&baseline, &open.programme, "desk_cost");
    let rate = baseline.desk.hourly_cost.to_units();
    let input = uniform(&baseline, "desk.hourly_cost", (0.5 * rate, 1.5 * rate), None);
    let idle = uniform(&baseline, "desk.free_days", (1.0, 3.0), None);
    let found = study(&baseline, &[open], vec![idle, input], "desk_cost", 16);
    let decision = &found.decisions[0];
    assert!(entered > 0.0 && (decision.entered.value - entered).abs() < 1e-9);
    let Effect { spider, flip, .. } = decision.effects[1];
    for (difference, share) in spider.iter().zip([0.05, 0.25, 0.50, 0.75, 0.95]) {
        // Hours are in minutes and amounts in cents: each month's cost is rounded once.
        let expected = entered * (0.5 + share);
        assert!((difference.value - expected).abs() < 0.2, "{difference:?} {expected}");
    }
    assert!(matches!(flip, Flip::Never { from: 0.0, .. }), "{flip:?}");
    assert_eq!(decision.by_swing(), [1, 0]);
    assert_eq!(decision.effects[0].swing(), 0.0);
}

#[test]
fn a_flip_is_the_break_even_of_a_straight_line() {
    // Contribution without the cost of the desk is D, its additional hours are H: it breaks even at a rate of D / H. What
    // opening quotations gains or loses depends on the support; not every gain is one.
    let mut met = 0;
    for support in [5, 20, 40, 80] {
        let mut baseline = small();
        baseline.quotation.support = Rate::per_mille(support);
        let open = scenario(&baseline, "registration.installed_base", Value::YesNo(true));
        let [contribution, cost] =
            ["vendor_contribution", "desk_cost"].map(|id| mean_difference(&baseline, &open.programme, id));
        let rate = baseline.desk.hourly_cost.to_units();
        let break_even = rate * (contribution + cost) / cost;
        let most = schema::parameter("desk.hourly_cost").and_then(|p| p.kind.range()).map_or(0.0, |range| range.1);
        if break_even <= 1.0 || break_even >= most {
            continue;
        }
        let input =
            uniform(&baseline, "desk.hourly_cost", (0.5 * break_even.min(rate), break_even.max(rate) + 1.0), None);
        let found = study(&baseline, &[open], vec![input], "vendor_contribution", 16);
        let Flip::At { value, .. } = found.decisions[0].effects[0].flip else { panic!("flips at {break_even}") };
        assert!((value.value / break_even - 1.0).abs() < 2e-4, "{value:?} {break_even}");
        assert!(value.se > 0.0);
        met += 1;
    }
    assert!(met > 0, "no support at which opening breaks even");
}

#[test]
fn where_effects_add_up_first_orders_and_luck_make_the_whole() {
    // The wins of a year times two costs that both fall on the scenario alone: nearly additive in small ranges.
    let baseline = small();
    let open = scenario(&baseline, "quotation.support", Value::Rate(Rate::per_mille(150)));
    let inputs = vec![
        uniform(&baseline, "Segments[*].unit_cost", (0.45, 0.65), Some(Basis::Assumption)),
        uniform(&baseline, "desk.hourly_cost", (20.0, 200.0), Some(Basis::Fact)),
    ];
    let found = study(&baseline, &[open], inputs, "vendor_contribution", 512);
    let decision = &found.decisions[0];
    let luck = decision.luck.expect("indices");
    let indices: Vec<_> = decision.effects.iter().map(|effect| effect.index.expect("indices")).collect();
    let sum = luck.first.value + indices.iter().map(|index| index.first.value).sum::<f64>();
    let of = |estimate: partnersim::stats::interval::Estimate| estimate.se * estimate.se;
    let se = (of(luck.first) + indices.iter().map(|index| of(index.first)).sum::<f64>()).sqrt();
    // What acts together is what totals have beyond first orders; half of that, for it is counted by both.
    let together = luck.total.value - luck.first.value;
    assert!((sum - 1.0).abs() < together.abs() + 4.0 * se, "{sum} {together} {se}");
    let lines = ledger(decision, &found.factors);
    assert!((lines.iter().map(|line| line.share).sum::<f64>() - 1.0).abs() < 1e-12, "{lines:?}");
    let fact = lines.iter().find(|line| line.rests == Rests::On(Some(Basis::Fact))).expect("a line");
    assert_eq!(fact.inputs, [1]);
}

#[test]
fn correlated_inputs_are_ranked_as_they_go_together_and_indexed_as_if_they_did_not() {
    let baseline = small();
    let open = scenario(&baseline, "registration.installed_base", Value::YesNo(true));
    let inputs = vec![
        uniform(&baseline, "desk.hourly_cost", (20.0, 200.0), None),
        uniform(&baseline, "desk.free_days", (1.0, 3.0), None),
    ];
    let names = inputs.iter().map(|input| input.name.clone()).collect();
    let matrix = vec![vec![1.0, 0.9], vec![0.9, 1.0]];
    let uncertainty = Uncertainty { inputs, correlations: Some(Correlations { names, matrix, at: at(3) }) };
    let scenarios = [open];
    let case = Case::new(&baseline, &scenarios, &uncertainty, explained("desk_cost"), SEED);
    let found = full(&case, 64, 4, &|_| {}).expect("every check holds");
    let [rate, idle] = &found.decisions[0].effects[..] else { panic!("two inputs") };
    assert!(found.correlated && idle.contribution.rank_correlation > 0.6, "{idle:?}");
    // Beside the rate the idle input has nothing to do with the cost; four standard errors of a correlation of 128.
    let partial = idle.contribution.partial.expect("told apart");
    assert!(partial.correlation.abs() < 4.0 / 128_f64.sqrt(), "{partial:?}");
    assert_eq!(idle.index.map(|index| index.total.value), Some(0.0));
    assert!(rate.index.is_some_and(|index| index.first.value > 0.5), "{rate:?}");
}

/// The workbook and the JSON of a study.
fn told(threads: usize) -> (Vec<u8>, String) {
    let baseline = small();
    let scenarios = [scenario(&baseline, "registration.installed_base", Value::YesNo(true))];
    let inputs = vec![
        uniform(&baseline, "desk.hourly_cost", (20.0, 200.0), Some(Basis::Fact)),
        uniform(&baseline, "Segments[*].unit_cost", (0.45, 0.65), None),
        uniform(&baseline, "registration.propensity", (0.3, 0.7), Some(Basis::Assumption)),
    ];
    let uncertainty = Uncertainty { inputs, correlations: None };
    let case = Case::new(&baseline, &scenarios, &uncertainty, explained("vendor_contribution"), SEED);
    let plans = Plans::new(&baseline, &[&scenarios[0].programme]);
    let (found, trials) = on_threads(Some(threads), || {
        let found = full(&case, 128, 130, &|_| {}).expect("every check holds");
        (found, run(&plans, SEED, 130, &|_| {}).expect("every check holds"))
    });
    let names = Names {
        programmes: ["Baseline", "Extended"].map(String::from).into(),
        includes: vec![Vec::new(); 2],
        levels: baseline.levels.iter().map(|level| level.name.clone()).collect(),
        segments: baseline.segments.iter().map(|segment| segment.name.clone()).collect(),
    };
    let inputs = Inputs::new(baseline.clone());
    let story = Story {
        inputs: &inputs,
        scenarios: &scenarios,
        members: &plans.members,
        plans: &plans,
        summary: &Summary::new(&trials, &plans, &names),
        run: &RunFacts {
            file: "study.xlsx".into(),
            sha256: String::new(),
            seed: SEED,
            version: "",
            extent: Extent::Whole,
            asked: Readings::Both,
        },
        drawn: None,
        exactness: None,
        sensitivity: Some(&found),
        audit: None,
        guarded: &[],
        brought: &[],
    };
    (workbook(&report(&story)).expect("written"), json::document(&story).expect("written"))
}

#[test]
fn threads_change_no_byte_of_a_study() {
    let one = told(1);
    assert!(one.1.contains("\"sensitivity\""));
    for threads in [2, 7] {
        assert!(told(threads) == one, "{threads} threads");
    }
}
