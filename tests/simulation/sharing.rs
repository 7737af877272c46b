//! What is no part of a programme changes none of its figures: threads, other scenarios, the order of rows.

use super::{Game, assert_mean, difference, edited, play, small};
use partnersim::outcome::{Dimension, Field};
use partnersim::programme::{Partner, PartnerTraits, Programme, Regime};
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
    assert_eq!(a.trials.run_rate[at], b.trials.run_rate[as_at], "{what}: run-rate business by partner");
    // Deals are kept for the largest pool of a run: a smaller one's partners stand first.
    let mut deals = [&a.trials.deals[at].0, &b.trials.deals[as_at].0];
    deals.sort_by_key(|partners| partners.len());
    let (common, beyond) = deals[1].split_at(deals[0].len());
    assert_eq!(deals[0], common, "{what}: deals by partner");
    assert!(beyond.iter().flatten().all(|sum| *sum == 0), "{what}: deals beyond the pool");
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
fn more_trials_only_add_trials() {
    let baseline = small();
    let [few, many] = [CHUNKS - 11, CHUNKS].map(|trials| play(&baseline, &[], trials));
    assert_eq!(few.totals(0)[..], many.totals(0)[..few.trials.count]);
}

#[test]
fn a_scenario_changes_no_other_programme() {
    let baseline = small();
    let scenarios = varied(&baseline);
    let all = play(&baseline, &scenarios.iter().collect::<Vec<_>>(), 20);
    let alone = play(&baseline, &[], 20);
    assert_same((&alone, 0), (&all, 0), "the baseline with and without scenarios");
    for (at, scenario) in scenarios.iter().enumerate() {
        let single = play(&baseline, &[scenario], 20);
        assert_same((&single, 0), (&all, 0), "the baseline beside one scenario and beside all");
        assert_same((&single, 1), (&all, at + 1), &format!("scenario {at} alone and among others"));
        assert!(difference((&single, 1), (&single, 0), &[]).is_some(), "scenario {at} changes something");
    }
}

/// A programme with three listed partners, one of them without a group's level.
fn listed() -> Programme {
    let partner = |id: &str, level: &str, purchases| Partner {
        id: id.into(),
        name: "-".into(),
        purchases: Money::from_units(purchases),
        service_sales: Money::ZERO,
        traits: PartnerTraits { level: level.into(), ..PartnerTraits::default() },
    };
    edited(&small(), |p| {
        p.partners = vec![
            partner("Northern", "Gold", 2_000_000),
            partner("Alpine", "Gold", 900_000),
            partner("Corner shop", "Business", 50_000),
        ];
    })
}

#[test]
fn the_order_of_rows_changes_no_figure() {
    let baseline = listed();
    let reversed = edited(&baseline, |p| {
        p.segments.reverse();
        p.groups.reverse();
        p.partners.reverse();
        p.seasonality.reverse();
    });
    let [one, other] = [&baseline, &reversed].map(|programme| play(programme, &[], 20));
    assert_eq!(difference((&one, 0), (&other, 0), &[]), None);
    assert_eq!(one.trials.deals, other.trials.deals);
    assert_eq!(one.trials.run_rate, other.trials.run_rate);
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
