//! No parameter is dead: each one, changed where it can matter, moves some measure.

use std::collections::BTreeSet;

use super::{Game, edited, play, small};
use partnersim::check::programme_problems;
use partnersim::measures::{Amounts, MEASURES};
use partnersim::programme::{Partner, PartnerTraits, Programme, Regime, SizeDistribution, SizeFamily, Year};
use partnersim::schema::{self, Kind, Parameter, Value};
use partnersim::units::{Money, Rate};

/// Where a parameter can matter: what a scenario has besides.
type Context = fn(&mut Programme);

/// The shipped rules: restricted, narrow.
fn narrow(_: &mut Programme) {}

fn open(p: &mut Programme) {
    p.registration.regime = Regime::Open;
}

/// A scenario that opens new eligibility to a backlog.
fn launch(p: &mut Programme) {
    p.registration.installed_base = true;
    p.launch.backlog = 60.0;
}

/// More requests than one person can review.
fn overload(p: &mut Programme) {
    (p.desk.reviewers, p.desk.minutes_per_request) = (1, 700.0);
}

/// A sales cycle that the protection hardly covers.
fn slow(p: &mut Programme) {
    p.quotation.cycle_days = 120.0;
}

/// Something that differs from the baseline, so that the start of it matters.
fn deeper_support(p: &mut Programme) {
    p.quotation.support = Rate::per_mille(150);
}

fn uneven(p: &mut Programme) {
    p.seasonality[0].weight = 4.0;
}

fn recession(p: &mut Programme) {
    p.settings.months = 24;
    p.years = vec![Year { year: 1, demand_change: Rate::per_mille(-160), thresholds_suspended: false }];
}

fn uniform_sizes(p: &mut Programme) {
    for group in &mut p.groups {
        group.purchases.family = SizeFamily::Uniform;
    }
}

fn a_listed_partner(p: &mut Programme) {
    p.partners = vec![Partner {
        id: "Northern".into(),
        name: "-".into(),
        purchases: Money::from_units(3_000_000),
        service_sales: Money::ZERO,
        traits: PartnerTraits { level: "Gold".into(), ..PartnerTraits::default() },
    }];
}

const fn rate(thousandths: i64) -> Value {
    Value::Rate(Rate::per_mille(thousandths))
}

const fn money(units: i64) -> Value {
    Value::Money(Money::from_units(units))
}

/// Every parameter with another value and a context in which it matters.
#[rustfmt::skip]
const PARAMETERS: &[(&str, Context, Value)] = &[
    ("scenario.from_month",            deeper_support, Value::Count(7)),
    ("quotations.expected_per_year",   narrow,         Value::Number(260.0)),
    ("registration.regime",            narrow,         Value::Choice("open")),
    ("registration.installed_base",    narrow,         Value::YesNo(true)),
    ("registration.lookback_months",   narrow,         Value::Number(6.0)),
    ("registration.min_level",         narrow,         Value::named("Gold")),
    ("registration.min_deal",          narrow,         money(40_000)),
    ("registration.propensity",        narrow,         rate(700)),
    ("registration.conflict_rate",     narrow,         rate(200)),
    ("registration.approval_rate",     narrow,         rate(900)),
    ("quotation.support",              narrow,         rate(100)),
    ("quotation.open_support",         open,           rate(80)),
    ("quotation.originator_topup",     open,           rate(30)),
    ("quotation.budget",               narrow,         money(100_000)),
    ("protection.days",                slow,           Value::Number(30.0)),
    ("protection.extension_rate",      slow,           rate(200)),
    ("cycle.mean_days",                slow,           Value::Number(40.0)),
    ("rivals.drop_out",                narrow,         rate(200)),
    ("bidding.cost_spread",            narrow,         rate(90)),
    ("accounts.months_between_orders", narrow,         Value::Number(30.0)),
    ("origination.size_elasticity",    narrow,         Value::Number(0.2)),
    ("origination.pool_level",         narrow,         Value::named("Gold")),
    ("presales.originator",            narrow,         money(2_000)),
    ("presales.originator_rate",       narrow,         rate(10)),
    ("presales.rival",                 narrow,         money(500)),
    ("desk.reviewers",                 overload,       Value::Count(2)),
    ("desk.minutes_per_request",       overload,       Value::Number(500.0)),
    ("desk.hours_per_day",             overload,       Value::Number(5.0)),
    ("desk.hourly_cost",               narrow,         money(60)),
    ("desk.free_days",                 overload,       Value::Number(20.0)),
    ("desk.win_loss_per_day",          overload,       rate(10)),
    ("launch.backlog",                 launch,         Value::Number(90.0)),
    ("launch.day",                     launch,         Value::Number(60.0)),
    ("launch.half_life_days",          launch,         Value::Number(10.0)),
    ("distribution.margin",            narrow,         rate(40)),
    ("distribution.share",             narrow,         rate(800)),
    ("run_rate.unit_cost",             narrow,         rate(600)),
    ("demand.common_sd",               narrow,         Value::Number(0.1)),
    ("demand.own_sd",                  narrow,         Value::Number(0.4)),
];

/// Every simulated column of a table: sheet, column, row, context, another value.
#[rustfmt::skip]
const COLUMNS: &[(&str, &str, usize, Context, Value)] = &[
    ("Levels",         "base_discount",    2, narrow,           rate(240)),
    ("Levels",         "run_rate_margin",  1, narrow,           rate(50)),
    ("Partners",       "level",            0, a_listed_partner, Value::named("Platinum")),
    ("Partners",       "purchases",        0, a_listed_partner, money(5_000_000)),
    ("Partner groups", "level",            2, narrow,           Value::named("Gold")),
    ("Partner groups", "count",            1, narrow,           Value::Count(60)),
    ("Partner groups", "distribution",     1, narrow,           Value::Choice("uniform")),
    ("Partner groups", "low",              1, narrow,           money(900_000)),
    ("Partner groups", "high",             1, uniform_sizes,    money(6_000_000)),
    ("Partner groups", "shape",            1, narrow,           Value::Number(1.5)),
    ("Segments",       "share",            0, narrow,           rate(430)),
    ("Segments",       "new_generation",   0, narrow,           rate(500)),
    ("Segments",       "new_account",      0, narrow,           rate(600)),
    ("Segments",       "deal_median",      0, narrow,           money(60_000)),
    ("Segments",       "deal_sigma",       0, narrow,           Value::Number(0.7)),
    ("Segments",       "rivals_mean",      0, narrow,           Value::Number(1.0)),
    ("Segments",       "rival_price_mean", 0, narrow,           rate(800)),
    ("Segments",       "rival_price_sd",   0, narrow,           rate(30)),
    ("Segments",       "unit_cost",        0, narrow,           rate(500)),
    ("Segments",       "loyalty",          0, narrow,           rate(60)),
    ("Years",          "year",             0, recession,        Value::Count(2)),
    ("Years",          "demand_change",    0, recession,        rate(200)),
    ("Seasonality",    "month",            0, uneven,           Value::Count(6)),
    ("Seasonality",    "weight",           3, narrow,           Value::Number(2.5)),
];

/// What must change along with a column so that the programme stays valid.
fn along(sheet: &str, column: &str, p: &mut Programme) {
    match (sheet, column) {
        // Shares add up to one, and each month is there once.
        ("Segments", "share") => p.segments[1].share = p.segments[1].share + Rate::per_mille(100),
        ("Seasonality", "month") => p.seasonality[5].month = 1,
        _ => {}
    }
}

/// The measures that differ between two programmes in some trial.
fn moved((one, at): (&Game, usize), (other, as_at): (&Game, usize)) -> BTreeSet<&'static str> {
    let differs = |read: fn(&Amounts) -> f64| {
        let read = |(game, programme): (&Game, usize)| -> Vec<f64> {
            game.totals(programme).into_iter().map(|total| read(&Amounts::from(total))).collect()
        };
        read((one, at)) != read((other, as_at))
    };
    MEASURES.iter().filter(|measure| differs(measure.read)).map(|measure| measure.id).collect()
}

/// Enough that a rate of some percent meets a deal.
const TRIALS: usize = 4;

#[test]
fn every_parameter_moves_a_measure() {
    let baseline = small();
    for parameter in schema::parameters() {
        let key = parameter.key;
        let (_, context, value) =
            PARAMETERS.iter().find(|(known, ..)| *known == key).unwrap_or_else(|| panic!("no case for {key}"));
        let before = edited(&baseline, context);
        let after = set(parameter, &before, value);
        let game = play(&baseline, &[&before, &after], TRIALS);
        assert!(!moved((&game, 1), (&game, 2)).is_empty(), "{key} = {} moves no measure", value.shown());
    }
    assert_eq!(PARAMETERS.len(), schema::parameters().count(), "a case for a parameter that there is not");
}

/// A scenario with one parameter changed, and valid.
fn set(parameter: &Parameter, before: &Programme, value: &Value) -> Programme {
    let after = edited(before, |p| (parameter.set)(p, value.clone()));
    assert_eq!(parameter.kind.admits(value), Ok(()), "{}", parameter.key);
    assert_ne!((parameter.get)(before), *value, "{} is to be changed", parameter.key);
    assert_eq!(programme_problems(&after), [], "{}", parameter.key);
    after
}

#[test]
fn every_simulated_column_moves_a_measure() {
    let mut cases = 0;
    for table in schema::TABLES {
        // Names are only names.
        for column in table.columns.iter().filter(|c| c.simulated && !matches!(c.kind, Kind::Name)) {
            let what = format!("{}.{}", table.sheet.en, column.key);
            let (sheet, key, row, context, value) = COLUMNS
                .iter()
                .find(|(sheet, key, ..)| *sheet == table.sheet.en && *key == column.key)
                .unwrap_or_else(|| panic!("no case for {what}"));
            let before = edited(&small(), context);
            let after = edited(&before, |p| {
                (column.set)(p, *row, value.clone());
                along(sheet, key, p);
            });
            assert_eq!(column.kind.admits(value), Ok(()), "{what}");
            assert_ne!((column.get)(&before, *row), *value, "{what} is to be changed");
            assert_eq!(programme_problems(&after), [], "{what}");
            // Each plays as a baseline, as no scenario may edit the population.
            let [before, after] = [&before, &after].map(|programme| play(programme, &[], TRIALS));
            assert!(!moved((&before, 0), (&after, 0)).is_empty(), "{what} = {} moves no measure", value.shown());
            cases += 1;
        }
    }
    assert_eq!(COLUMNS.len(), cases, "a case for a column that there is not");
}

#[test]
fn columns_of_later_versions_move_nothing() {
    let before = edited(&small(), |p| {
        a_listed_partner(p);
        recession(p);
    });
    let baseline = play(&before, &[], TRIALS);
    let mut carried = 0;
    for table in schema::TABLES {
        for column in table.columns.iter().filter(|column| !column.simulated) {
            let after = edited(&before, |p| {
                let other = other_value(&(column.get)(p, 0));
                (column.set)(p, 0, other);
            });
            let what = format!("{}.{}", table.sheet.en, column.key);
            assert_ne!(before, after, "{what} is to be changed");
            let game = play(&after, &[], TRIALS);
            assert_eq!(moved((&baseline, 0), (&game, 0)), BTreeSet::new(), "{what} is said not to be simulated");
            carried += 1;
        }
    }
    assert!(carried > 0);
}

fn other_value(value: &Value) -> Value {
    match value {
        Value::Money(amount) => Value::Money(*amount + Money::from_units(1_000)),
        Value::Rate(rate) => Value::Rate(*rate + Rate::per_mille(10)),
        Value::Count(count) => Value::Count(count + 1),
        Value::Number(number) => Value::Number(number + 1.0),
        Value::YesNo(yes) => Value::YesNo(!yes),
        Value::Choice(_) => Value::Choice("uniform"),
        other => Value::Name(format!("{} too", other.shown()).into()),
    }
}

#[test]
fn a_size_is_what_its_family_says() {
    // The families differ in the measures too, not only in the expansion.
    let games: Vec<Game> = [SizeFamily::Fixed, SizeFamily::Uniform, SizeFamily::Pareto, SizeFamily::Lognormal]
        .into_iter()
        .map(|family| {
            let programme = edited(&small(), |p| {
                for group in &mut p.groups {
                    group.purchases = SizeDistribution { family, shape: 0.8, ..group.purchases.clone() };
                }
            });
            play(&programme, &[], 2)
        })
        .collect();
    for (at, game) in games.iter().enumerate() {
        for other in &games[..at] {
            assert!(moved((game, 0), (other, 0)).contains("customer_spend"));
        }
    }
}
