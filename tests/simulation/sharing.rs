//! What is no part of a programme changes none of its figures: threads, other scenarios, the order of rows.

use super::{Game, assert_mean, difference, edited, listed, play, rich, small};
use partnersim::outcome::{Dimension, Field};
use partnersim::programme::{CompensationModel, CountsAs, Programme, Readings, RebateBasis, Regime};
use partnersim::sim::run::on_threads;
use partnersim::units::{Money, Rate};

/// More than one chunk of trials, and a last one that is not full.
const CHUNKS: usize = 150;

/// Scenarios that differ from the baseline in all that programmes can share.
fn varied(baseline: &Programme) -> Vec<Programme> {
    vec![
        edited(baseline, |p| p.quotation.support = Rate::per_mille(120)),
        edited(baseline, |p| p.registration.regime = Regime::Open),
        edited(baseline, |p| p.levels[2].base_discount = Rate::per_mille(240)),
        edited(baseline, |p| p.levels[1].run_rate_margin = Rate::per_mille(50)),
        edited(baseline, |p| p.expected_per_year *= 2.3),
        edited(baseline, |p| p.bidding.pool_level = "Gold".into()),
        edited(baseline, |p| p.rebates.basis = RebateBasis::Marginal),
        edited(baseline, |p| p.levels[2].threshold = Money::from_units(900_000)),
        edited(baseline, |p| (p.terms.days_after, p.terms.factored) = (120.0, true)),
        edited(baseline, |p| {
            p.registration.installed_base = true;
            p.launch.backlog = 40.0;
            p.from_month = 4;
        }),
    ]
}

/// Everything that is kept of a programme.
fn assert_same(one: (&Game, usize), other: (&Game, usize), what: &str) {
    assert_eq!(difference(one, other, &[]), None, "{what}");
    let [(a, at), (b, as_at)] = [one, other];
    assert_eq!(a.trials.breakdown[at], b.trials.breakdown[as_at], "{what}: breakdown");
    assert_eq!(a.trials.partners[at], b.trials.partners[as_at], "{what}: by partner");
    assert_eq!(a.held(at), b.held(as_at), "{what}: levels held");
    for partner in 0..a.plans.members.len() {
        let [one, other] = [(a, at), (b, as_at)].map(|(game, programme)| game.trials.changes.of(programme, partner));
        assert_eq!(one, other, "{what}: changes of partner {partner}");
    }
}

/// Each scenario comes to the same among all others and beside the baseline alone, as does the baseline.
fn assert_each_alone(baseline: &Programme, scenarios: &[Programme], trials: usize) {
    let all = play(baseline, &scenarios.iter().collect::<Vec<_>>(), trials);
    let alone = play(baseline, &[], trials);
    assert_same((&alone, 0), (&all, 0), "the baseline with and without scenarios");
    for (at, scenario) in scenarios.iter().enumerate() {
        let single = play(baseline, &[scenario], trials);
        assert_same((&single, 0), (&all, 0), "the baseline beside one scenario and beside all");
        assert_same((&single, 1), (&all, at + 1), &format!("scenario {at} alone and among others"));
        assert!(difference((&single, 1), (&single, 0), &[]).is_some(), "scenario {at} changes something");
    }
}

/// Scenarios that change every system of the rich programme.
fn varied_systems(baseline: &Programme) -> Vec<Programme> {
    vec![
        edited(baseline, |p| p.compensation.model = CompensationModel::Legacy),
        edited(baseline, |p| p.compensation.budget_neutral = true),
        edited(baseline, |p| {
            p.compensation.budget_neutral = true;
            p.from_month = 13;
        }),
        edited(baseline, |p| p.field.new_staff = 30),
        edited(baseline, |p| p.services.threshold = Money::from_units(20_000)),
        edited(baseline, |p| p.pay_per_use.counts_as = CountsAs::Billings),
        edited(baseline, |p| {
            p.savings_lines[0].units = 9.0;
            p.coverage.cut = Rate::per_mille(300);
        }),
        edited(baseline, |p| p.years[1].thresholds_suspended = false),
        edited(baseline, |p| {
            p.quotation.support = Rate::per_mille(120);
            p.from_month = 7;
        }),
    ]
}

#[test]
fn the_number_of_threads_changes_nothing() {
    let baseline = small();
    let scenarios = varied(&baseline);
    let scenarios: Vec<&Programme> = scenarios.iter().collect();
    let game = |threads| on_threads(Some(threads), || play(&baseline, &scenarios, CHUNKS));
    let one = game(1);
    for threads in [2, 7] {
        let other = game(threads);
        for programme in 0..=scenarios.len() {
            assert_same((&one, programme), (&other, programme), &format!("programme {programme} on {threads} threads"));
        }
    }
}

#[test]
fn the_number_of_threads_changes_nothing_in_any_system() {
    let baseline = edited(&rich(), |p| p.settings.readings = Readings::Both);
    let scenarios = varied_systems(&baseline);
    let scenarios: Vec<&Programme> = scenarios.iter().collect();
    let game = |threads| on_threads(Some(threads), || play(&baseline, &scenarios, CHUNKS));
    let one = game(1);
    assert_eq!(one.trials.programmes(), 2 * (scenarios.len() + 1), "in both readings");
    for threads in [2, 7] {
        let other = game(threads);
        for programme in 0..one.trials.programmes() {
            assert_same((&one, programme), (&other, programme), &format!("programme {programme} on {threads} threads"));
        }
    }
}

#[test]
fn a_scenario_changes_no_other_programme_in_any_system() {
    let baseline = rich();
    let scenarios = varied_systems(&baseline);
    assert_each_alone(&baseline, &scenarios, 6);
}

#[test]
fn both_readings_are_one_future_seen_twice() {
    let baseline = edited(&rich(), |p| p.settings.readings = Readings::Both);
    let scenarios = varied_systems(&baseline);
    let scenarios: Vec<&Programme> = scenarios.iter().take(3).collect();
    let both = play(&baseline, &scenarios, 6);
    for (reading, first) in [(Readings::Static, 0), (Readings::Behavioural, scenarios.len() + 1)] {
        let alone = edited(&baseline, |p| p.settings.readings = reading);
        let alone = play(&alone, &scenarios, 6);
        for at in 0..=scenarios.len() {
            assert_same((&alone, at), (&both, first + at), &format!("{reading:?}, programme {at}"));
        }
    }
}

#[test]
fn a_larger_pool_elsewhere_changes_nothing() {
    let baseline = edited(&listed_partners(), |p| p.groups[2].traits.level = "Business".into());
    let larger = edited(&baseline, |p| p.bidding.pool_level = "Business".into());
    let alone = play(&baseline, &[], 20);
    let beside = play(&baseline, &[&larger], 20);
    assert_eq!(difference((&alone, 0), (&beside, 0), &[]), None);
    assert_eq!(alone.trials.partners[0], beside.trials.partners[0]);
    assert_eq!(alone.trials.breakdown[0], beside.trials.breakdown[0]);
}

#[test]
fn more_trials_only_add_trials() {
    let baseline = small();
    let [few, many] = [CHUNKS - 11, CHUNKS].map(|trials| play(&baseline, &[], trials));
    assert_eq!(few.totals(0)[..], many.totals(0)[..few.trials.count()]);
}

#[test]
fn a_scenario_changes_no_other_programme() {
    let baseline = small();
    let scenarios = varied(&baseline);
    assert_each_alone(&baseline, &scenarios, 20);
}

/// Two years whose desk cannot keep up at twice the minutes, and scenarios that each change one rule of quotations, or
/// when it begins: most of their deals are treated alike.
pub(super) fn nearly_alike() -> (Programme, Vec<Programme>) {
    let baseline = edited(&small(), |p| {
        p.settings.months = 24;
        p.expected_per_year = 600.0;
        p.desk.reviewers = 1;
        p.desk.minutes_per_request = 100.0;
    });
    let one = |edit: fn(&mut Programme)| edited(&baseline, edit);
    let scenarios = vec![
        one(|p| p.registration.propensity = Rate::per_mille(600)),
        one(|p| p.registration.conflict_rate = Rate::per_mille(150)),
        one(|p| p.registration.approval_rate = Rate::per_mille(900)),
        one(|p| p.registration.lookback_months = 12.0),
        one(|p| p.registration.min_deal = Money::from_units(40_000)),
        one(|p| p.quotation.protection_days = 20.0),
        one(|p| p.quotation.extension_rate = Rate::per_mille(100)),
        one(|p| p.desk.minutes_per_request = 200.0),
        one(|p| (p.registration.installed_base, p.launch.backlog) = (true, 60.0)),
        one(|p| {
            p.registration.installed_base = true;
            p.launch.backlog = 60.0;
            p.registration.approval_rate = Rate::per_mille(500);
        }),
        one(|p| (p.registration.installed_base, p.from_month) = (true, 7)),
        one(|p| (p.registration.installed_base, p.from_month) = (true, 13)),
        one(|p| p.levels[2].rebate = Rate::per_mille(45)),
    ];
    (baseline, scenarios)
}

#[test]
fn programmes_that_are_nearly_alike_come_to_what_they_do_alone() {
    let (baseline, scenarios) = nearly_alike();
    assert_each_alone(&baseline, &scenarios, 6);
}

/// Two years in which levels count for quotations, and scenarios that differ in the competing ask; all but the first three
/// differ in something else as well that decides on a bid, or on what a deal brings beside it.
fn other_asks() -> (Programme, Vec<Programme>) {
    let baseline = edited(&small(), |p| p.settings.months = 24);
    let edits: [fn(&mut Programme); 11] = [
        |p| p.segments[1].rival_price_mean = Rate::per_mille(800),
        |p| p.segments[0].loyalty = Rate::per_mille(150),
        |p| p.coverage.cut = Rate::per_mille(300),
        |p| p.levels[2].threshold = Money::from_units(900_000),
        |p| p.bidding.cost_spread = Rate::per_mille(90),
        |p| p.presales.originator = Money::from_units(2_000),
        |p| p.presales.rival = Money::from_units(900),
        |p| p.distribution.share = Rate::per_mille(900),
        |p| p.segments[0].unit_cost = Rate::per_mille(400),
        |p| p.levels[1].base_discount = Rate::per_mille(290),
        |p| (p.rebates.pass_through, p.levels[2].rebate) = (Rate::per_mille(700), Rate::per_mille(60)),
    ];
    let one = |(at, edit): (usize, &fn(&mut Programme))| {
        edited(&baseline, |p| {
            p.segments[0].rival_price_mean = Rate::per_mille(750 + at as i64);
            edit(p);
        })
    };
    let scenarios = edits.iter().enumerate().map(one).collect();
    (baseline, scenarios)
}

#[test]
fn programmes_that_meet_other_asks_come_to_what_they_do_alone() {
    let (baseline, scenarios) = other_asks();
    assert_each_alone(&baseline, &scenarios, 6);
    // Beside the baseline it may share what is bid; as its own baseline it has nobody to share it with.
    let all = play(&baseline, &scenarios.iter().collect::<Vec<_>>(), 6);
    for (at, scenario) in scenarios.iter().enumerate() {
        let own = play(scenario, &[], 6);
        assert_eq!(difference((&own, 0), (&all, at + 1), &[Field::WorseOff]), None, "scenario {at}");
        assert_eq!(own.trials.partners[0], all.trials.partners[at + 1], "scenario {at}: by partner");
    }
}

/// A programme with three listed partners, one of them without a group's level.
fn listed_partners() -> Programme {
    edited(&small(), |p| {
        p.partners = vec![
            listed("Northern", "Gold", 2_000_000),
            listed("Alpine", "Gold", 900_000),
            listed("Corner shop", "Business", 50_000),
        ]
        .into();
    })
}

#[test]
fn the_order_of_rows_changes_no_figure() {
    let baseline = listed_partners();
    let reversed = edited(&baseline, |p| {
        p.segments.reverse();
        p.groups.reverse();
        p.partners.reverse();
        p.seasonality.reverse();
    });
    let [one, other] = [&baseline, &reversed].map(|programme| play(programme, &[], 20));
    assert_eq!(difference((&one, 0), (&other, 0), &[]), None);
    assert_eq!(one.trials.partners, other.trials.partners);
    // Rows of the breakdown follow the workbook's order.
    let segments = baseline.segments.len();
    for row in 0..segments {
        let [here, there] = [(&one, row), (&other, segments - 1 - row)];
        let amounts = |(game, row): (&Game, usize)| game.row(0, Dimension::Segment, row, &[]);
        assert_eq!(amounts(here), amounts(there), "{}", baseline.segments[row].name);
        assert!(amounts(here).iter().any(|sum| *sum != 0), "{} has deals", baseline.segments[row].name);
    }
}

#[test]
fn a_higher_rate_of_arrivals_only_adds_opportunities() {
    let baseline = small();
    let propensity = baseline.registration.propensity.to_f64();
    for factor in [0.4, 1.5, 2.7] {
        let scenario = edited(&baseline, |p| p.expected_per_year *= factor);
        let game = play(&baseline, &[&scenario], 600);
        let added: Vec<i64> = game
            .values(1, Field::Opportunities)
            .iter()
            .zip(game.values(0, Field::Opportunities))
            .map(|(with, without)| with - without)
            .collect();
        let expected = baseline.expected_per_year * (factor - 1.0) / propensity;
        assert_mean(&added, expected, "opportunities that are added");
        // Thinning: what is there at the lower rate is there at the higher one.
        assert!(added.iter().all(|added| (*added >= 0) == (factor > 1.0)), "at {factor} of the rate");
    }
}
