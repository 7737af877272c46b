//! What partners do at a threshold, and what suspending it saves.

use super::calm::{FEW, calm_with, group, money, pareto, pieces, uniform};
use super::{KnownAnswer, answer, bounded, shown};
use crate::language::number;
use crate::outcome::Field;
use crate::plan::Plans;
use crate::programme::{Partner, Programme, RateBy, Readings, RebateBasis, Year};
use crate::say;
use crate::sim::check::CheckFailed;
use crate::sim::run::{Trials, run};
use crate::units::{Money, Rate};

/// The threshold, and the rebate below and from it on, in thousandths.
const THRESHOLD: f64 = 750_000.0;
const REBATES: [i64; 2] = [10, 30];
/// What crossing it adds to the rate.
const STEP: f64 = 0.02;
/// Purchases that can be stretched, of the threshold.
const CAPACITY: f64 = 0.36;
/// Partners are spread evenly from here to the threshold.
const LOW: f64 = 500_000.0;
const PARTNERS: f64 = 1_000.0;
/// How near a threshold is near, of it.
const NEAR: f64 = 0.1;
/// The fall of demand.
const SHOCK: f64 = 0.16;
/// Partners above the threshold of which the value of a suspension is known.
const SUSPENDED: f64 = 150.0;

/// Plays partners that stretch to a threshold, and levels that are kept without the purchases they take.
pub fn answers(seed: u64, _trials: usize) -> Result<Vec<KnownAnswer>, CheckFailed> {
    let mut answers = notch(seed)?;
    answers.push(edge(seed)?);
    answers.extend(pulled_forward(seed)?);
    for (tail, partners) in [(1.0, PARTNERS), (1.3, PARTNERS)] {
        answers.extend(saved(seed, tail, partners)?);
    }
    answers.push(value_of_suspension(seed)?);
    Ok(answers)
}

/// Partners with a rebate on everything at the rate of the band they reach, who stretch to the next band.
fn stretching() -> Programme {
    let mut programme = calm_with(&[(0, REBATES[0]), (THRESHOLD as i64, REBATES[1])]);
    programme.settings.readings = Readings::Both;
    programme.rebates.rate_by = RateBy::Reached;
    programme.behaviour.stretch = true;
    programme.behaviour.stretch_capacity = CAPACITY;
    programme.behaviour.pull_forward = Rate::ONE;
    programme
}

fn spread_evenly() -> Programme {
    let mut programme = stretching();
    programme.groups.push(group("L0", PARTNERS as usize, uniform(LOW as i64, THRESHOLD as i64)));
    programme
}

fn notch(seed: u64) -> Result<Vec<KnownAnswer>, CheckFailed> {
    let mut notch = spread_evenly();
    notch.level_rules.cliff_window = Rate::per_mille((NEAR * 1_000.0) as i64);
    let mut kink = notch.clone();
    kink.rebates.basis = RebateBasis::Marginal;
    // Notch and kink, static and then behavioural.
    let run = run(&Plans::new(&notch, &[&kink]), seed, FEW, &|_| {})?;
    let (density, a) = (PARTNERS / (THRESHOLD - LOW), CAPACITY * THRESHOLD);
    let window = (2.0 * a * STEP * THRESHOLD).sqrt();
    let (others, other_mean) = (PARTNERS - density * window, (LOW + THRESHOLD - window) / 2.0);
    let low_rate = REBATES[0] as f64 / 1_000.0;
    let rebates = low_rate * others * other_mean + (low_rate + STEP) * density * window * THRESHOLD;
    // The mean of x^2 over a cell of width h is that of its middle and h^2 / 12; each cost is rounded to the cent.
    let cost = density * window.powi(3) / (6.0 * a);
    let cell = 1.0 / density;
    let coarse = density * window * (cell * cell / 12.0 / (2.0 * a) + 0.005);
    let section = "Levels";
    let known = |name: String, known, found| answer(section, name, known, (found, 0.0));
    Ok(vec![
        known(say!("notch: partners that stretch, static reading"), 0.0, pieces(&run, 0, Field::Promoted)),
        known(
            say!("notch: partners that stretch, f sqrt(2 a dr T)"),
            density * window,
            pieces(&run, 2, Field::Promoted),
        ),
        known(
            say!("notch: purchases they add, f a dr T"),
            density * a * STEP * THRESHOLD,
            money(&run, 2, Field::StretchPurchases),
        ),
        bounded(section, say!("notch: what that costs them"), cost, money(&run, 2, Field::StretchCosts), coarse),
        known(say!("notch: rebates of all"), rebates, money(&run, 2, Field::Rebates)),
        known(
            say!("notch: cost if all within 10 % of it cross, f w dr T"),
            density * NEAR * THRESHOLD * STEP * THRESHOLD,
            money(&run, 0, Field::CliffCost),
        ),
        known(say!("notch: the same once all of them have stretched"), 0.0, money(&run, 2, Field::CliffCost)),
        known(say!("kink: cost if all within 10 % of it cross"), 0.0, money(&run, 1, Field::CliffCost)),
        known(say!("kink: partners that stretch"), 0.0, pieces(&run, 3, Field::Promoted)),
        known(say!("kink: purchases they add"), 0.0, money(&run, 3, Field::StretchPurchases)),
    ])
}

/// Of two partners, one stands at the edge of the window and one a cent farther away.
fn edge(seed: u64) -> Result<KnownAnswer, CheckFailed> {
    let mut programme = stretching();
    let window = THRESHOLD * (2.0 * CAPACITY * STEP).sqrt();
    let at_edge = Money::round_minor((THRESHOLD - window) * 100.0);
    for (id, purchases) in [("at", at_edge), ("beyond", at_edge - Money::from_minor(1))] {
        programme.partners.push(Partner { id: id.to_owned(), purchases, ..super::calm::partner("L0", 0) });
    }
    let run = run(&Plans::new(&programme, &[]), seed, FEW, &|_| {})?;
    let added = money(&run, 1, Field::StretchPurchases);
    Ok(answer("Levels", say!("notch: the widest stretch, sqrt(2 a dr T)"), window, (added, 0.0)))
}

/// Demand halves in the second year, so that nobody is near the threshold again.
fn pulled_forward(seed: u64) -> Result<Vec<KnownAnswer>, CheckFailed> {
    let mut all = spread_evenly();
    all.settings.months = 24;
    all.years = vec![Year { year: 2, demand_change: Rate::per_mille(-500), thresholds_suspended: false }].into();
    let mut half = all.clone();
    half.behaviour.pull_forward = Rate::per_mille(500);
    let run = run(&Plans::new(&all, &[&half]), seed, FEW, &|_| {})?;
    let added = PARTNERS / (THRESHOLD - LOW) * CAPACITY * STEP * THRESHOLD * THRESHOLD;
    let more = |plan| purchases(&run, plan) - purchases(&run, plan - 2);
    Ok(vec![
        answer("Levels", say!("purchases of two years that stretching adds, all pulled forward"), 0.0, (more(2), 0.0)),
        answer(
            "Levels",
            say!("purchases of two years that stretching adds, half pulled forward"),
            added / 2.0,
            (more(3), 0.0),
        ),
    ])
}

fn purchases(run: &Trials, programme: usize) -> f64 {
    money(run, programme, Field::RunRateSpend) - money(run, programme, Field::RunRateMargin)
}

/// Partners above the threshold, Pareto; demand falls for all alike; the second year is suspended.
fn suspended(tail: f64, partners: f64) -> Programme {
    let mut programme = calm_with(&[(0, REBATES[0]), (THRESHOLD as i64, REBATES[1])]);
    programme.settings.months = 24;
    programme.groups.push(group("L1", partners as usize, pareto(THRESHOLD as i64, tail)));
    let demand_change = Rate::per_mille(-(SHOCK * 1_000.0) as i64);
    let year = |year, thresholds_suspended| Year { year, demand_change, thresholds_suspended };
    programme.years = vec![year(1, false), year(2, true)].into();
    programme
}

fn saved(seed: u64, tail: f64, partners: f64) -> Result<Vec<KnownAnswer>, CheckFailed> {
    let suspended = suspended(tail, partners);
    let mut rule = suspended.clone();
    rule.years[1].thresholds_suspended = false;
    let run = run(&Plans::new(&suspended, &[&rule]), seed, FEW, &|_| {})?;
    let known = partners * (1.0 - libm::pow(1.0 - SHOCK, tail));
    // The population stands at quantiles: a share p of it is the nearest whole number of partners.
    let exact = |what: String, programme, field| {
        let name = say!(
            "suspension at tail index {tail}: {what}, of {partners}, {known} to the nearest whole",
            tail = shown(tail),
            what,
            partners,
            known = number::fixed(known, 1)
        );
        answer("Levels", name, known.round(), (pieces(&run, programme, field), 0.0))
    };
    Ok(vec![
        exact(say!("partners saved"), 0, Field::Saved),
        exact(say!("free-riders of the suspended year"), 0, Field::FreeRiders),
        exact(say!("those that fall when it ends"), 0, Field::Demoted),
        exact(say!("those that fall without it"), 1, Field::Demoted),
    ])
}

/// What the saved partners keep, at a tail index of 1.
fn value_of_suspension(seed: u64) -> Result<KnownAnswer, CheckFailed> {
    let suspended = suspended(1.0, SUSPENDED);
    let mut rule = suspended.clone();
    rule.years[1].thresholds_suspended = false;
    let run = run(&Plans::new(&suspended, &[&rule]), seed, FEW, &|_| {})?;
    let left = 1.0 - SHOCK;
    let a_partner = THRESHOLD * left * STEP;
    let known = SUSPENDED * a_partner * libm::log(1.0 / left);
    // The midpoint rule over p from 0 to s on 1 / (1 - p), whose second derivative is at most 2 / (1 - s)^3; and each
    // saved partner's two rebates are rounded to the cent.
    let cell = 1.0 / SUSPENDED;
    let coarse = SUSPENDED * a_partner * SHOCK * cell * cell / 24.0 * 2.0 / left.powi(3);
    let found = money(&run, 0, Field::Rebates) - money(&run, 1, Field::Rebates);
    let name = say!("suspension: rebates that 150 partners keep, N T (1-s) dr ln(1/(1-s))");
    Ok(bounded("Levels", name, known, found, coarse + SUSPENDED * SHOCK * 0.02))
}
