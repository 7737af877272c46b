//! What the rules of a programme must do over its horizon: late starts, budgets, the desk, seasons, fiscal years.

use super::{Game, assert_mean, difference, edited, play, play_seed, small};
use partnersim::measures::{Amounts, measure};
use partnersim::model::horizon::month_start;
use partnersim::outcome::{Dimension, Field};
use partnersim::programme::{Programme, Regime};
use partnersim::units::{Money, Rate};

/// What a scenario changes.
type Edit = fn(&mut Programme);

/// Known when the horizon ends and booked there, so no part of any month's own figures.
const AT_THE_END: &[Field] = &[Field::WorseOff, Field::Held];
/// What compares with the baseline or counts from a programme's own start; and what is due on a whole year's purchases,
/// of which the months before a start within the year get their part.
const ITS_OWN: &[Field] = &[Field::WorseOff, Field::EarlyRequests, Field::Rebates];

#[test]
fn before_it_starts_a_scenario_is_the_baseline() {
    let baseline = small();
    let edits: [(&str, Edit); 6] = [
        ("support", |p| p.quotation.support = Rate::per_mille(150)),
        ("rule", |p| {
            p.registration.installed_base = true;
            p.launch.backlog = 30.0;
        }),
        ("desk", |p| p.desk.minutes_per_request = 400.0),
        ("market", |p| p.levels[2].base_discount = Rate::per_mille(240)),
        ("arrivals", |p| p.expected_per_year *= 1.8),
        ("run-rate business", |p| p.levels[1].run_rate_margin = Rate::per_mille(60)),
    ];
    for (what, edit) in edits {
        let late = edited(&edited(&baseline, edit), |p| p.from_month = 7);
        let game = play(&baseline, &[&late], 10);
        let rows = |month| [0, 1].map(|programme| game.row(programme, Dimension::Month, month, ITS_OWN));
        for month in 0..6 {
            let [before, late] = rows(month);
            // Run-rate business of a year with two rules is rounded to the cent partner by partner.
            let cents = if what == "run-rate business" { (10 * game.plans.members.len()) as i128 } else { 0 };
            let off = before.iter().zip(&late).map(|(before, late)| (before - late).abs()).max();
            assert!(off <= Some(cents), "{what}: month {}", month + 1);
        }
        assert!((6..12).any(|month| rows(month)[0] != rows(month)[1]), "{what}: changes something from month 7 on");
    }
}

/// Support paid in a fiscal year (from 0) of a run of one trial.
fn paid(game: &Game, programme: usize, year: usize) -> i64 {
    let months = year * 12..(year + 1) * 12;
    months.map(|month| game.sum(programme, Dimension::Month, month, Field::SupportCost) as i64).sum()
}

#[test]
fn a_budget_is_kept_in_every_fiscal_year() {
    let free = edited(&small(), |p| p.settings.months = 24);
    let budget = Money::from_units(200_000);
    let kept = edited(&free, |p| p.quotation.budget = budget);
    let mut bound = 0;
    for seed in 0..20 {
        let game = play_seed(&free, &[&kept], 1, seed);
        for year in 0..2 {
            let [without, with] = [0, 1].map(|programme| paid(&game, programme, year));
            assert!(with <= budget.minor(), "seed {seed}, year {year}: {with}");
            assert!(with > 0, "seed {seed}, year {year}: first come, first served");
            bound += usize::from(without > budget.minor());
        }
    }
    assert!(bound > 30, "the budget must bind for this test: {bound} of 40 years");
}

#[test]
fn a_budget_is_kept_in_the_year_of_a_late_start() {
    let budget = Money::from_units(200_000);
    let baseline = edited(&small(), |p| p.quotation.budget = budget);
    // It changes what the desk costs and nothing else: it has no more to give than the baseline.
    let late = edited(&baseline, |p| {
        p.from_month = 7;
        p.desk.hourly_cost = Money::from_units(60);
    });
    for seed in 0..10 {
        let game = play_seed(&baseline, &[&late], 1, seed);
        assert_eq!(paid(&game, 1, 0), paid(&game, 0, 0), "seed {seed}");
    }
}

#[test]
fn a_budget_that_never_binds_is_none() {
    let none = small();
    let huge = edited(&none, |p| p.quotation.budget = Money::from_units(10_000_000_000));
    let game = play(&none, &[&huge], 30);
    assert_eq!(difference((&game, 0), (&game, 1), &[]), None);
}

#[test]
fn an_overloaded_desk_carries_requests_over() {
    // One person, ten hours a request: 14.7 requests a month, where about 9.5 come under the narrow rule and 16.7 with
    // the installed base.
    let baseline = edited(&small(), |p| {
        p.settings.months = 24;
        p.desk.reviewers = 1;
        p.desk.minutes_per_request = 600.0;
        p.desk.win_loss_per_day = Rate::per_mille(5);
    });
    let opened = edited(&baseline, |p| p.registration.installed_base = true);
    let patient = edited(&opened, |p| p.desk.win_loss_per_day = Rate::ZERO);
    let mut won = [0; 2];
    for seed in 0..10 {
        let game = play_seed(&baseline, &[&opened, &patient], 1, seed);
        for (programme, rules) in [(0, &baseline), (1, &opened)] {
            assert_desk(&game, programme, rules);
        }
        for (won, programme) in won.iter_mut().zip([1, 2]) {
            *won += game.values(programme, Field::QuotationsWon)[0];
        }
        assert_eq!(game.values(1, Field::Granted), game.values(2, Field::Granted));
        assert!(game.values(1, Field::QuotationsWon)[0] <= game.values(2, Field::QuotationsWon)[0]);
    }
    assert!(won[0] < won[1], "waiting loses deals: {won:?}");
}

/// The desk's months of one trial, worked out from the requests of each.
fn assert_desk(game: &Game, programme: usize, rules: &Programme) {
    let desk = &rules.desk;
    let (mut backlog, mut waited, mut cost) = (0.0, 0.0, Money::ZERO);
    for month in 0..24 {
        let requests = game.sum(programme, Dimension::Month, month, Field::Requests) as u64;
        let played = desk.month(requests, backlog);
        backlog = played.backlog;
        waited += played.wait * requests as f64;
        cost += desk.cost(requests);
    }
    let total = game.totals(programme)[0];
    let requests = total[Field::Requests] as f64;
    let read = |id: &str| measure(id).map(|(_, measure)| (measure.read)(&Amounts::from(total))).expect("a measure");
    // Waits are booked in millionths of a day, once a month.
    assert!((read("desk_wait_days") - waited / requests).abs() <= 24.0 * 0.5e-6 / requests + 1e-9);
    let load = requests * 600.0 / (24.0 * 21.0 * rules.desk.hours_per_day * 60.0);
    assert!((read("desk_load") / load - 1.0).abs() < 1e-6);
    assert_eq!(total.money(Field::DeskCost), cost);
    if programme == 1 {
        assert!(load > 1.0 && backlog > 20.0, "the desk is overloaded: {load}, {backlog}");
    }
}

#[test]
fn a_longer_horizon_only_adds_months() {
    let of = |months| edited(&small(), |p| p.settings.months = months);
    let [one, two, three] = [12, 24, 36].map(|months| play(&of(months), &[], 200));
    for month in 0..24 {
        let [short, long] = [if month < 12 { &one } else { &two }, &three];
        let row = |game: &Game| game.row(0, Dimension::Month, month, AT_THE_END);
        assert_eq!(row(short), row(long), "month {}", month + 1);
    }
    for (game, years) in [(&one, 1.0), (&two, 2.0), (&three, 3.0)] {
        assert_mean(&game.values(0, Field::Opportunities), 400.0 * years, "opportunities over the horizon");
    }
}

#[test]
fn seasons_move_deals_and_run_rate_business() {
    let mut weights = [1.0; 12];
    (weights[0], weights[3], weights[11]) = (3.0, 0.0, 2.0);
    let baseline = edited(&small(), |p| {
        p.settings.months = 24;
        for (season, weight) in p.seasonality.iter_mut().zip(weights) {
            season.weight = weight;
        }
    });
    let even = edited(&baseline, |p| p.seasonality.iter_mut().for_each(|season| season.weight = 1.0));
    let trials = 400;
    let game = play(&baseline, &[&even], trials);
    let days = |month: usize| (month_start(month + 1) - month_start(month)) as f64;
    let whole: f64 = (0..12).map(|month| weights[month] * days(month)).sum();
    for month in 0..24 {
        let weight = weights[month % 12];
        let arrivals = game.sum(0, Dimension::Month, month, Field::Opportunities);
        let expected = 400.0 * weight * days(month) / whole * trials as f64;
        // Poisson: the variance is the mean.
        assert!((arrivals as f64 - expected).abs() <= partnersim::selftest::Z_BOUND * expected.sqrt(), "{month}");
        // A year's purchases are the same in every month but for the weight.
        let [sales, first] = [month, month / 12 * 12].map(|m| game.sum(0, Dimension::Month, m, Field::RunRateSpend));
        let share = sales as f64 / first as f64 * weights[0] / if weight == 0.0 { 1.0 } else { weight };
        assert!((share - f64::from(u8::from(weight != 0.0))).abs() < 1e-6, "month {month}: {share}");
        assert!(game.sum(1, Dimension::Month, month, Field::Opportunities) > 0, "the even scenario has all months");
    }
    // Seasons move business within the year, and no money into or out of it but for rounding to the cent.
    let spend = |programme| game.values(programme, Field::RunRateSpend);
    for (seasonal, even) in spend(0).iter().zip(spend(1)) {
        assert!((seasonal - even).abs() <= game.plans.members.len() as i64 * 2, "{seasonal} and {even}");
    }
}

#[test]
fn without_quotations_nobody_asks_and_nothing_is_paid() {
    let baseline = edited(&small(), |p| p.registration.regime = Regime::None);
    let game = play(&baseline, &[], 20);
    for total in game.totals(0) {
        for field in [Field::Requests, Field::Granted, Field::QuotationsWon, Field::SupportCost, Field::DeskCost] {
            assert_eq!(total[field], 0, "{field:?}");
        }
    }
}

#[test]
fn a_late_rise_of_margins_makes_nobody_worse_off() {
    let baseline = small();
    let late = edited(&baseline, |p| {
        p.from_month = 6;
        p.levels[1].run_rate_margin = Rate::per_mille(50);
    });
    // Nobody's deals change, Silver earns more, and parts of a year that are left alone add up to the whole.
    let game = play(&baseline, &[&late], 10);
    assert_eq!(game.values(1, Field::WorseOff), [0; 10]);
    assert_ne!(game.values(1, Field::FrontMargin), game.values(0, Field::FrontMargin));
}
