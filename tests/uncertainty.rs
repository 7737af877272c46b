//! Runs with uncertain inputs (docs/model.md, "Uncertainty").

use partnersim::diagnostic::CellRef;
use partnersim::law::{Law, Truncated};
use partnersim::programme::{Programme, Readings, Sampling};
use partnersim::scenario::{Change, Scenario, Step};
use partnersim::schema::{self, Place, Value};
use partnersim::sim::design::BATCH;
use partnersim::sim::run::on_threads;
use partnersim::sim::sampled::Sampled;
use partnersim::study::enough::Precision;
use partnersim::study::played::{Played, TWICE, play};
use partnersim::summary::{Names, Summary};
use partnersim::uncertainty::{Uncertain, Uncertainty};
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

/// A scenario that sets one parameter.
fn sets(baseline: &Programme, key: &str, value: Value) -> Scenario {
    let place = Place::of(schema::parameter(key).expect("a parameter"));
    let mut scenario = Scenario {
        name: "Scenario".into(),
        edits: Vec::new(),
        steps: vec![Step { place, change: Change::Set(value), at: at(1), part: None }],
        programme: baseline.clone(),
        includes: Vec::new(),
    };
    scenario.programme = scenario.on(baseline, |_| None);
    scenario
}

/// A parameter that is uniform between two values.
fn uniform(baseline: &Programme, key: &str, (low, high): (f64, f64)) -> Uncertain {
    let place = Place::of(schema::parameter(key).expect("a parameter"));
    let entered = place.get(baseline).as_number().expect("a number");
    let (least, most) = place.kind().range().expect("a range");
    let law = Truncated::new(Law::uniform(low, high).expect("a law"), least, most).expect("within the range");
    let (basis, source) = (None, String::new());
    Uncertain { name: key.into(), places: vec![place], edit: None, law, entered, basis, source, at: at(9) }
}

fn played(baseline: &Programme, scenarios: &[Scenario], inputs: Vec<Uncertain>, trials: usize) -> Played {
    let uncertainty = Uncertainty { inputs, correlations: None };
    let sampled = Sampled::new(baseline, scenarios, &uncertainty, (SEED, trials));
    let precision = Precision::new(&baseline.settings.uncertainty).expect("known measures");
    play(&sampled, &precision, (SEED, trials, TWICE), &|_| {}, None).expect("every check holds")
}

fn summary(baseline: &Programme, played: &Played) -> Summary {
    let names = Names {
        programmes: ["Baseline", "Scenario"].map(String::from).into(),
        includes: vec![Vec::new(); 2],
        levels: baseline.levels.iter().map(|level| level.name.clone()).collect(),
        segments: baseline.segments.iter().map(|segment| segment.name.clone()).collect(),
    };
    let mut summary = Summary::new(&played.trials, &played.plans, &names);
    summary.tell_luck_apart(&played.trials, played.other_luck.as_ref().expect("inputs are uncertain"));
    summary
}

/// What each trial of a programme came to.
fn totals(played: &Played, programme: usize) -> Vec<partnersim::outcome::Tally> {
    (0..played.trials.count()).map(|trial| *played.trials.total(trial, programme)).collect()
}

#[test]
fn another_uncertain_input_leaves_every_draw_as_it_was() {
    let mut baseline = small();
    for sampling in [Sampling::Plain, Sampling::LatinHypercube, Sampling::Sobol] {
        baseline.settings.uncertainty.sampling = sampling;
        let one = || uniform(&baseline, "registration.approval_rate", (0.5, 0.9));
        let other = uniform(&baseline, "desk.hourly_cost", (30.0, 60.0));
        let alone = played(&baseline, &[], vec![one()], 96);
        let beside = played(&baseline, &[], vec![other, one()], 96);
        assert_eq!(alone.drawn[0], beside.drawn[1], "{sampling:?}");
        // The hourly cost decides on nothing but the desk's cost: the same deals are made, to the cent.
        let spend = |played: &Played| -> Vec<i64> {
            totals(played, 0).iter().map(|total| total[partnersim::outcome::Field::CustomerSpend]).collect()
        };
        assert_eq!(spend(&alone), spend(&beside));
    }
}

#[test]
fn a_scenario_keeps_what_it_sets_and_starts_from_what_is_drawn() {
    let baseline = small();
    let cost = |hourly| Value::Money(partnersim::units::Money::from_units(hourly));
    let scenario = sets(&baseline, "desk.hourly_cost", cost(45));
    let run = played(&baseline, &[scenario], vec![uniform(&baseline, "desk.hourly_cost", (30.0, 60.0))], 80);
    let desk = |programme: usize, trial: usize| {
        run.trials.total(trial, programme)[partnersim::outcome::Field::DeskCost] as f64 / 100.0
    };
    for trial in 0..80 {
        // Both have the same requests, so the costs stand as the hourly costs do, but for the cent each month rounds.
        let hours = desk(1, trial) / 45.0;
        let drawn = (run.drawn[0][trial] * 100.0).round() / 100.0;
        assert!((desk(0, trial) - hours * drawn).abs() <= 12.0 * 0.01 * (1.0 + drawn / 45.0), "trial {trial}");
    }
}

#[test]
fn threads_and_batches_change_nothing() {
    let baseline = small();
    let scenario = [sets(&baseline, "registration.installed_base", Value::YesNo(true))];
    let inputs = || vec![uniform(&baseline, "quotations.expected_per_year", (100.0, 400.0))];
    let on = |threads| on_threads(Some(threads), || played(&baseline, &scenario, inputs(), 130));
    let one = on(1);
    for threads in [2, 7] {
        let other = on(threads);
        assert_eq!(other.drawn, one.drawn);
        assert!((0..2).all(|programme| totals(&other, programme) == totals(&one, programme)), "{threads} threads");
        assert_eq!(other.trials.partners, one.trials.partners);
    }
}

#[test]
fn what_is_not_known_and_luck_share_the_variance() {
    let mut baseline = small();
    // Nothing but the number of requests moves the desk's cost: Poisson luck with the mean 200 x 1/2 eligible or so,
    // against an hourly cost between 1 and 200, whose variance is some hundred times larger.
    baseline.registration.installed_base = true;
    let scenario = [sets(&baseline, "registration.propensity", Value::Rate(Rate::per_mille(250)))];
    let wide = played(&baseline, &scenario, vec![uniform(&baseline, "desk.hourly_cost", (1.0, 200.0))], 256);
    let split = *summary(&baseline, &wide).programmes[0].split("desk_cost").expect("a split");
    assert!(split.unknown_share.value > 0.95, "{split:?}");
    // An input that moves nothing of the measure: all of it is luck, within four standard errors.
    let none = played(&baseline, &scenario, vec![uniform(&baseline, "desk.hourly_cost", (1.0, 200.0))], 256);
    let split = *summary(&baseline, &none).programmes[0].split("customer_spend").expect("a split");
    assert!(split.unknown_share.value.abs() <= 4.0 * split.unknown_share.se, "{split:?}");
}

#[test]
fn a_run_stops_at_the_first_batch_that_is_exact_enough() {
    let mut baseline = small();
    let scenario = [sets(&baseline, "registration.installed_base", Value::YesNo(true))];
    baseline.settings.uncertainty.precision_measures = "quotation_requests, quotation_requests p50".to_owned();
    baseline.settings.uncertainty.precision = Rate::per_mille(100);
    let run = played(&baseline, &scenario, Vec::new(), 3_000);
    assert_eq!(run.trials.count(), BATCH, "the requests more than double: 10 % is soon reached");
    assert!(run.exactness.is_reached());
    assert_eq!(run.exactness.statements.len(), 2);
    assert!((run.exactness.confidence - 0.975).abs() < 1e-12, "Bonferroni for two statements");
    baseline.settings.uncertainty.precision = Rate::from_ppb(1);
    let run = played(&baseline, &scenario, Vec::new(), 1_100);
    assert_eq!(run.trials.count(), 1_100, "never so exact: all trials are played");
    assert!(!run.exactness.is_reached());
}

#[test]
fn watched_measures_must_be_known() {
    let mut settings = small().settings.uncertainty;
    settings.precision_measures = "vendor_contribution, partner_net_margn".to_owned();
    let (message, hint) = Precision::new(&settings).expect_err("a slip");
    assert!(message.contains("partner_net_margn") && hint.contains("partner_net_margin"), "{message}; {hint}");
    settings.precision_measures = "win_rate p10".to_owned();
    assert!(Precision::new(&settings).is_err(), "a percentile that is not reported");
}
