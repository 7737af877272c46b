//! Rebates: expected ones on log-normal purchases, and published cases.

use super::calm::{FEW, back_end, calm, calm_with, fixed, group, money, out_of_the_pool, partner};
use super::{Estimate, KnownAnswer, answer, by_trial, count, mean};
use crate::model::rebates::Band;
use crate::model::rebates::expected::Purchases;
use crate::outcome::Field;
use crate::plan::Plans;
use crate::programme::{Programme, RateBy, RebateBasis, Rebates, Year};
use crate::say;
use crate::sim::check::CheckFailed;
use crate::sim::run::run;
use crate::units::Rate;

const SECTION: &str = "Rebates";

/// Equal partners, what they buy a year on average, and the spread of its logarithm.
const PARTNERS: usize = 500;
const MEAN: i64 = 600_000;
const SIGMA: f64 = 0.8;
/// The spread at which gates are held against a target.
const ATTAINMENT: f64 = 0.35;

/// Plays log-normal purchases over bands, gates and caps, and the published cases.
pub fn answers(seed: u64, trials: usize) -> Result<Vec<KnownAnswer>, CheckFailed> {
    let mut answers = log_normal(seed, trials)?;
    answers.extend(each_line_and_the_running_total(seed)?);
    answers.extend(floor_and_maximum(seed)?);
    answers.extend(least_payment(seed)?);
    answers.extend(commission(seed)?);
    Ok(answers)
}

fn by_band(basis: RebateBasis) -> Rebates {
    Rebates { rate_by: RateBy::Reached, basis, ..Rebates::default() }
}

fn log_normal(seed: u64, trials: usize) -> Result<Vec<KnownAnswer>, CheckFailed> {
    let mut whole = calm();
    whole.run_rate.own_sd = SIGMA;
    whole.rebates = by_band(RebateBasis::Whole);
    whole.groups.push(group("Gold", PARTNERS, fixed(MEAN)));
    out_of_the_pool(&mut whole);
    let marginal = Programme { rebates: by_band(RebateBasis::Marginal), ..whole.clone() };
    let gated = |gate, cap| {
        let rebates = Rebates { gate: Rate::per_mille(gate), cap: Rate::per_mille(cap), ..Rebates::default() };
        let mut programme = Programme { rebates, ..whole.clone() };
        programme.run_rate.own_sd = ATTAINMENT;
        programme
    };
    let [capped, gate_80, gate_100] = [gated(0, 1_200), gated(800, 3_000), gated(1_000, 3_000)];
    let run = run(&Plans::new(&whole, &[&marginal, &capped, &gate_80, &gate_100]), seed, trials, &|_| {})?;

    let bands: Vec<Band> =
        whole.levels.iter().map(|level| Band { threshold: level.threshold, rate: level.rebate }).collect();
    let bought = Purchases { mean: MEAN as f64, sigma: SIGMA };
    let attained = Purchases { mean: 1.0, sigma: ATTAINMENT };
    let gold = whole.levels[2].rebate.to_f64();
    let scaled = |programme, unit: f64| -> Estimate {
        mean(
            by_trial(&run, programme, Field::Rebates)
                .iter()
                .map(|cents| cents / 100.0 / PARTNERS as f64 / unit)
                .collect(),
        )
    };
    let flat = |programme| scaled(programme, gold * MEAN as f64);
    Ok(vec![
        answer(
            SECTION,
            say!("log-normal purchases, rate on everything: mean rebate"),
            bought.whole(&bands),
            scaled(0, 1.0),
        ),
        answer(
            SECTION,
            say!("log-normal purchases, each rate on its band: mean rebate"),
            bought.marginal(&bands),
            scaled(1, 1.0),
        ),
        answer(SECTION, say!("cap at 120 % of target: share of the rebate"), attained.counted(0.0, 1.2), flat(2)),
        answer(SECTION, say!("gate at 80 %, cap at 300 %: share of the rebate"), attained.counted(0.8, 3.0), flat(3)),
        answer(SECTION, say!("gate at 100 %, cap at 300 %: share of the rebate"), attained.counted(1.0, 3.0), flat(4)),
    ])
}

/// Partners called after what they buy, with each rate on its band.
fn banded(seed: u64, levels: &[(i64, i64)], bought: &[i64]) -> Result<Vec<f64>, CheckFailed> {
    let mut programme = calm_with(levels);
    programme.rebates = by_band(RebateBasis::Marginal);
    programme.partners = bought.iter().map(|units| partner("L0", *units)).collect();
    let plans = Plans::new(&programme, &[]);
    let run = run(&plans, seed, FEW, &|_| {})?;
    Ok(bought.iter().map(|units| back_end(&plans, &run, 0, &units.to_string())).collect())
}

fn each_line_and_the_running_total(seed: u64) -> Result<Vec<KnownAnswer>, CheckFailed> {
    let due = banded(seed, &[(0, 50), (100, 100)], &[60, 200, 260])?;
    let case = |what: String, known, found| {
        let name = say!("5 % to 100, then 10 % (NetSuite help, volume rebates): {what}", what);
        answer(SECTION, name, known, (found, 0.0))
    };
    Ok(vec![
        case(say!("a line of 60"), 3.0, due[0]),
        case(say!("a line of 200 anew"), 15.0, due[1]),
        case(say!("200 after 60"), 18.0, due[2] - due[0]),
    ])
}

/// What a partner is paid at one rate on what it buys: nothing below a gate, no more than on a cap, both in currency
/// units; a cap of 0 is none. Its target is 100,000, and demand makes its purchases of it.
fn gated_and_capped(seed: u64, rate: Rate, (gate, cap): (i64, i64), bought: &[i64]) -> Result<Vec<f64>, CheckFailed> {
    let of_target = |units: i64| Rate::from_ppb(units * 10_000);
    let mut terms = calm_with(&[(0, 0)]);
    terms.levels[0].rebate = rate;
    terms.partners.push(partner("L0", 100_000));
    terms.rebates = Rebates { gate: of_target(gate), cap: of_target(cap), ..Rebates::default() };
    let buying = |units: &i64| {
        let demand_change = of_target(*units) - Rate::ONE;
        Programme { years: vec![Year { year: 1, demand_change, thresholds_suspended: false }].into(), ..terms.clone() }
    };
    let programmes: Vec<Programme> = bought.iter().map(buying).collect();
    let scenarios: Vec<&Programme> = programmes.iter().collect();
    let run = run(&Plans::new(&terms, &scenarios), seed, FEW, &|_| {})?;
    Ok((1..=bought.len()).map(|programme| money(&run, programme, Field::Rebates)).collect())
}

/// The case as it was given to this project; no public text of it was found.
fn floor_and_maximum(seed: u64) -> Result<Vec<KnownAnswer>, CheckFailed> {
    let cases = [(7_999, 0.0), (8_000, 200.0), (480_000, 12_000.0), (600_000, 12_000.0)];
    let due = gated_and_capped(seed, Rate::per_mille(25), (8_000, 480_000), &cases.map(|(bought, _)| bought))?;
    let case = |((bought, known), due): (&(i64, f64), &f64)| {
        let name = say!(
            "2.5 %, at least 200 and at most 12,000 (given, source not found): on {bought}",
            bought = count(*bought)
        );
        answer(SECTION, name, *known, (*due, 0.0))
    };
    Ok(cases.iter().zip(&due).map(case).collect())
}

/// A published floor: "RaccoonPay rebate" (RoomRaccoon help centre, read in 2026) gives 0.15 % of a month's payments, pays
/// nothing if that is less than 10.00, and says of 9.00 that it is not paid.
fn least_payment(seed: u64) -> Result<Vec<KnownAnswer>, CheckFailed> {
    let cases = [(6_000, 0.0), (6_667, 10.0)];
    let due = gated_and_capped(seed, Rate::from_ppb(1_500_000), (6_667, 0), &cases.map(|(bought, _)| bought))?;
    let case = |((bought, known), due): (&(i64, f64), &f64)| {
        let name = say!(
            "0.15 %, nothing below 10.00 (RoomRaccoon help, RaccoonPay rebate): on {bought}",
            bought = count(*bought)
        );
        answer(SECTION, name, *known, (*due, 0.0))
    };
    Ok(cases.iter().zip(&due).map(case).collect())
}

/// "Commission Calculations" (Progress, samples of the rule engine Corticon, 2024): 1 % up to quota, 5 % on the quarter of it
/// after that, 10 % on the next, 15 % above. Its own test pays 13,475 on 1,149,500 at a quota of 1,100,000; the cases at a
/// quota of 100 follow from the same rule.
fn commission(seed: u64) -> Result<Vec<KnownAnswer>, CheckFailed> {
    let steps = |quota: i64| [(0, 10), (quota, 50), (quota * 5 / 4, 100), (quota * 3 / 2, 150)];
    let mut answers = Vec::new();
    for (quota, cases) in
        [(1_100_000, &[(1_149_500, 13_475.0)][..]), (100, &[(125, 2.25), (150, 4.75), (160, 6.25)][..])]
    {
        let attained: Vec<i64> = cases.iter().map(|(attained, _)| *attained).collect();
        let due = banded(seed, &steps(quota), &attained)?;
        answers.extend(cases.iter().zip(&due).map(|((attained, known), due)| {
            let name = say!(
                "1 / 5 / 10 / 15 % (Progress, Corticon sample Commission Calculations): {attained} of {quota}",
                attained = count(*attained),
                quota = count(quota)
            );
            answer(SECTION, name, *known, (*due, 0.0))
        }));
    }
    Ok(answers)
}
