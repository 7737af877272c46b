//! Random valid programmes: each can be played, and keeps what the model implies.

use partnersim::check::programme_problems;
use partnersim::measures::{Amounts, MEASURES};
use partnersim::outcome::{Dimension, Field};
use partnersim::plan::Plans;
use partnersim::programme::{Programme, Readings, Regime, SavingsKind, SavingsLine, Year};
use partnersim::schema::{self, Kind, Value};
use partnersim::sim::run::run;
use partnersim::units::{Money, Rate};
use proptest::prelude::*;

/// Partners, opportunities and months that keep a run in milliseconds; everything else over the schema's own ranges.
fn smaller(key: &str, kind: &Kind) -> Option<BoxedStrategy<Value>> {
    let number = |min: f64, max: f64| (min..=max).prop_map(Value::Number).boxed();
    Some(match key {
        "quotations.expected_per_year" => number(1.0, 500.0),
        // The baseline's is no 0, and the expected requests stand for at most ten times as many opportunities.
        "registration.propensity" => {
            (100_000_000..=1_000_000_000_i64).prop_map(|ppb| Value::Rate(Rate::from_ppb(ppb))).boxed()
        }
        "launch.backlog" => number(0.0, 300.0),
        "tickets.per_year" => number(0.0, 100_000.0),
        "scenario.from_month" => (1..=12_i64).prop_map(Value::Count).boxed(),
        // Discount and support stay below list together.
        "quotation.open_support" | "quotation.originator_topup" => {
            (0..=100_000_000_i64).prop_map(|ppb| Value::Rate(Rate::from_ppb(ppb))).boxed()
        }
        _ => any_value(kind)?,
    })
}

/// Any value of a kind, its bounds now and then.
fn any_value(kind: &Kind) -> Option<BoxedStrategy<Value>> {
    Some(match *kind {
        Kind::Money { min, max } => bounded(min.minor(), max.minor()).prop_map(money).boxed(),
        Kind::Rate { min, max } => bounded(min.ppb(), max.ppb()).prop_map(|x| Value::Rate(Rate::from_ppb(x))).boxed(),
        Kind::Count { min, max } => bounded(min, max).prop_map(Value::Count).boxed(),
        Kind::Identifier { max } => bounded(0, max).prop_map(Value::Identifier).boxed(),
        Kind::Number { min, max } => prop_oneof![
            Just(Value::Number(min)),
            Just(Value::Number(max)),
            (min..=max).prop_map(Value::Number),
            // Ranges are wide; most values of practice are near their lower ends.
            (min..=min + (max - min) / 50.0).prop_map(Value::Number),
        ]
        .boxed(),
        Kind::YesNo => any::<bool>().prop_map(Value::YesNo).boxed(),
        Kind::Choice(choices) => (0..choices.len()).prop_map(|at| Value::Choice(choices[at].key)).boxed(),
        Kind::Level => (0..LEVELS.len()).prop_map(|at| Value::named(LEVELS[at])).boxed(),
        Kind::Track | Kind::Name | Kind::Currency | Kind::Date => return None,
    })
}

const LEVELS: &[&str] = &["Business", "Silver", "Gold", "Platinum"];

fn money(minor: i64) -> Value {
    Value::Money(Money::from_minor(minor))
}

fn bounded(min: i64, max: i64) -> BoxedStrategy<i64> {
    prop_oneof![1 => Just(min), 1 => Just(max), 4 => min..=max, 4 => min..=min + (max - min) / 1_000].boxed()
}

/// Some of the parameters, each with another value.
fn edits() -> impl Strategy<Value = Vec<(&'static str, Value)>> {
    let all: Vec<BoxedStrategy<(&'static str, Value)>> = schema::parameters()
        .filter_map(|p| Some(smaller(p.key, &p.kind)?.prop_map(move |value| (p.key, value)).boxed()))
        .collect();
    proptest::sample::subsequence(all, 0..=14).prop_flat_map(|edits| edits)
}

/// What a segment of a random programme is like: shares of new technology, new accounts; rivals; ask and its spread.
type Traits = (i64, i64, f64, i64, i64, f64);

/// Systems beside quotations: certifications, service sales and the wished track of each group; what is saved in a line; a
/// suspended year and its demand; weights of two indicators.
type Systems = (Vec<(i64, i64, usize)>, (i64, f64, f64), (i64, i64, bool), f64);

fn systems() -> impl Strategy<Value = Systems> {
    let group = (0..=20_i64, prop_oneof![Just(0_i64), 1..=200_000_i64], 0..4_usize);
    let saving = (0..=20_000_000_i64, 0.0..=30.0_f64, prop_oneof![Just(0.0), 0.0..=40.0_f64]);
    let year = (1..=3_i64, -500..=500_i64, any::<bool>());
    (proptest::collection::vec(group, 4), saving, year, 0.0..=0.4_f64)
}

fn programmes() -> impl Strategy<Value = Programme> {
    let traits = (0..=1_000_i64, 0..=1_000_i64, 0.0..=7.0_f64, 500..=1_500_i64, 0..=300_i64, 0.0..=3.0_f64);
    let segments = proptest::collection::vec(traits, 1..=4);
    let counts = proptest::collection::vec(0..=6_i64, 4);
    let weights = proptest::collection::vec(prop_oneof![Just(0.0), 0.1..=5.0_f64], 12);
    let months = prop_oneof![Just(12_i64), Just(18), Just(24), Just(36)];
    let readings = prop_oneof![Just(Readings::Static), Just(Readings::Behavioural), Just(Readings::Both)];
    let all = (edits(), segments, counts, weights, (months, readings), systems());
    all.prop_map(|(edits, segments, counts, weights, (months, readings), systems)| {
        let mut programme = random(&edits, &segments, &counts, &weights, &systems);
        (programme.settings.months, programme.settings.readings) = (months, readings);
        programme
    })
    .prop_filter("a valid programme", |programme| programme_problems(programme).is_empty())
}

fn random(edits: &[(&str, Value)], traits: &[Traits], counts: &[i64], weights: &[f64], systems: &Systems) -> Programme {
    let mut programme = schema::defaults();
    programme.expected_per_year = 300.0;
    for (group, count) in programme.groups.iter_mut().zip(counts) {
        group.count = *count;
    }
    for (season, weight) in programme.seasonality.iter_mut().zip(weights) {
        season.weight = *weight;
    }
    programme.segments.truncate(traits.len());
    let share = 1_000_000_000 / traits.len() as i64;
    for (segment, (newest, new_account, rivals, ask, sd, sigma)) in programme.segments.iter_mut().zip(traits) {
        segment.share = Rate::from_ppb(share);
        (segment.new_generation, segment.new_account) = (Rate::per_mille(*newest), Rate::per_mille(*new_account));
        (segment.rival_price_mean, segment.rival_price_sd) = (Rate::per_mille(*ask), Rate::per_mille(*sd));
        (segment.rivals_mean, segment.deal_sigma) = (*rivals, *sigma);
    }
    add_systems(&mut programme, systems);
    apply(&mut programme, edits);
    programme
}

fn add_systems(programme: &mut Programme, (groups, saving, year, weight): &Systems) {
    let tracks: Vec<String> = programme.tracks.iter().map(|track| track.track.clone()).collect();
    for (group, (certifications, service_sales, track)) in programme.groups.iter_mut().zip(groups) {
        group.traits.certifications = *certifications;
        group.services.low = Money::from_units(*service_sales);
        group.traits.delivers_services = service_sales % 2 == 1;
        group.traits.shares_data = service_sales % 3 != 0;
        group.traits.compensation_track = tracks.get(*track).cloned().unwrap_or("-".to_owned());
    }
    let (units, start_month, ramp_months) = *saving;
    programme.savings_lines = vec![SavingsLine {
        line: "everything".to_owned(),
        kind: SavingsKind::Process,
        units: 1.0,
        saving_per_unit: Money::from_units(units),
        one_off_per_unit: Money::from_units(units / 2),
        start_month,
        ramp_months,
        realisation: Rate::ONE,
    }]
    .into();
    let (year, change, thresholds_suspended) = *year;
    programme.years = vec![Year { year, demand_change: Rate::per_mille(change), thresholds_suspended }].into();
    // Sales volume gives to registrations what they get.
    programme.indicators[1].weight -= weight;
    programme.indicators[3].weight += weight;
}

/// What a programme's deals are without anything that levels make of them in later years.
fn alone(programme: &mut Programme) {
    programme.settings.readings = Readings::Static;
    programme.links.level_quotations = false;
}

fn apply(programme: &mut Programme, edits: &[(&str, Value)]) {
    for (key, value) in edits {
        if let Some(parameter) = schema::parameter(key) {
            (parameter.set)(programme, value.clone());
        }
    }
}

/// Cells that a scenario changes: the month and weight of a season; a level with its discount and run-rate margin; a
/// year with its demand and whether it is suspended.
type Cells = ((usize, f64), (usize, i64, i64), (i64, i64, bool));

fn cells() -> impl Strategy<Value = Cells> {
    ((0..12_usize, 0.1..=5.0_f64), (0..4_usize, 0..=300_i64, 0..=200_i64), (1..=2_i64, -500..=500_i64, any::<bool>()))
}

fn edit_cells(
    programme: &mut Programme,
    ((month, weight), (level, discount, margin), (year, change, suspended)): Cells,
) {
    programme.seasonality[month].weight = weight;
    programme.levels[level].base_discount = Rate::per_mille(discount);
    programme.levels[level].run_rate_margin = Rate::per_mille(margin);
    programme.levels[level].rebate = Rate::per_mille(margin);
    programme.years =
        vec![Year { year, demand_change: Rate::per_mille(change), thresholds_suspended: suspended }].into();
}

fn baseline(mut programme: Programme) -> Programme {
    (programme.from_month, programme.launch.backlog) = (1, 0.0);
    programme
}

/// How far a scenario's opportunities may exceed the baseline's: what is drawn grows with it.
fn affordable(baseline: &Programme, scenario: &Programme) -> bool {
    scenario.expected_per_year <= 20.0 * baseline.expected_per_year
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    /// Every run checks its identities in every trial, the replay of the baseline among them; and measures are numbers.
    #[test]
    fn any_valid_programme_and_scenario_can_be_played(
        programme in programmes(),
        edits in edits(),
        cells in proptest::option::of(cells()),
        seed in any::<u64>(),
    ) {
        let mut scenario = programme.clone();
        apply(&mut scenario, &edits);
        if let Some(cells) = cells {
            edit_cells(&mut scenario, cells);
        }
        let baseline = baseline(programme);
        prop_assume!(programme_problems(&scenario).is_empty() && affordable(&baseline, &scenario));
        let trials = run(&Plans::new(&baseline, &[&scenario]), seed, 4, &|_| {});
        prop_assert!(trials.is_ok(), "{}", trials.map(|_| String::new()).unwrap_or_else(|failed| failed.to_string()));
        if let Ok(trials) = trials {
            for trial in 0..4 {
                for programme in 0..trials.programmes() {
                    let total = trials.total(trial, programme);
                    for measure in MEASURES {
                        prop_assert!((measure.read)(&Amounts::from(total)).is_finite(), "{}", measure.id);
                    }
                    prop_assert!(total[Field::Deadweight] <= total[Field::SupportCost]);
                    prop_assert!(total[Field::QuotationsWon] <= total[Field::Granted]);
                    prop_assert!(total[Field::WinnersPresales] <= total[Field::Presales]);
                    prop_assert!(total[Field::Rent] >= 0);
                    prop_assert!(total[Field::Contracts] <= total[Field::DealsWon]);
                    let routes = [Field::TicketsPartner, Field::TicketsInHouse, Field::TicketsSubcontracted];
                    prop_assert_eq!(routes.map(|route| total[route]).iter().sum::<i64>(), total[Field::Tickets]);
                    prop_assert!(total[Field::FreeRiderRebates] <= total[Field::Rebates] + total[Field::TrackPayouts]);
                }
            }
        }
    }

    /// The registered partner's own reserve falls with its support, and nothing else of the auction moves: without a
    /// budget, a deal it wins or the vendor wins stays won.
    #[test]
    fn more_support_loses_the_vendor_no_deal(programme in programmes(), more in 1..=100_i64, seed in any::<u64>()) {
        let mut programme = baseline(programme);
        alone(&mut programme);
        programme.registration.regime = Regime::Restricted;
        programme.quotation.budget = Money::ZERO;
        programme.quotation.support = Rate::per_mille(50);
        let mut deeper = programme.clone();
        deeper.quotation.support = Rate::per_mille(50 + more);
        let plans = Plans::new(&programme, &[&deeper]);
        let trials = run(&plans, seed, 4, &|_| {}).map_err(|failed| TestCaseError::fail(failed.to_string()))?;
        for trial in 0..4 {
            let [less, more] = [0, 1].map(|at| trials.total(trial, at));
            for field in [Field::DealsWon, Field::QuotationsWon, Field::SupportCost] {
                prop_assert!(less[field] <= more[field], "{field:?}: {} and {}", less[field], more[field]);
            }
            for field in [Field::Requests, Field::Granted, Field::Presales] {
                prop_assert_eq!(less[field], more[field]);
            }
        }
    }

    /// Approval only thins: what is granted at a lower rate is granted at a higher one, request by request.
    #[test]
    fn rates_only_thin(programme in programmes(), rates in [0..=1_000_i64, 0..=1_000], seed in any::<u64>()) {
        let mut programme = baseline(programme);
        alone(&mut programme);
        let [low, high] = [rates[0].min(rates[1]), rates[0].max(rates[1])].map(|thousandths| {
            let mut scenario = programme.clone();
            scenario.registration.approval_rate = Rate::per_mille(thousandths);
            scenario
        });
        let plans = Plans::new(&programme, &[&low, &high]);
        let trials = run(&plans, seed, 4, &|_| {}).map_err(|failed| TestCaseError::fail(failed.to_string()))?;
        let rows = plans.shape.rows(Dimension::Month);
        for row in rows {
            let of = |at: usize, field| trials.breakdown[at].sum(row, field);
            prop_assert!(of(1, Field::Granted) <= of(2, Field::Granted));
            prop_assert_eq!(of(1, Field::Requests), of(2, Field::Requests));
        }
    }
}
