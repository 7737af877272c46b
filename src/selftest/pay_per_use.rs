//! Deals that are paid as they are used: what the year's revenue is short of, and what the margin is worth.

use super::calm::{calm, money, partner};
use super::{Estimate, KnownAnswer, answer, bounded, by_trial, mean};
use crate::language::number;
use crate::model::horizon::{YEAR_MONTHS, month_start};
use crate::outcome::Field;
use crate::plan::Plans;
use crate::programme::{Programme, Regime, Season, Segment};
use crate::say;
use crate::sim::check::CheckFailed;
use crate::sim::run::{Trials, run};
use crate::units::{Money, Rate};

const SECTION: &str = "Pay-per-use";

/// Deals a year, all won at list; whole cents a month over four years.
const A_YEAR: f64 = 100.0;
const LIST: f64 = 48_000.0;
const DISCOUNT: f64 = 0.2;
/// Share of deals that are moved.
const SHARE: f64 = 0.5;
/// Term in years.
const TERM: f64 = 4.0;
/// Present values at 8 % a year, a twelfth of it each month.
const MONTHLY: f64 = 0.08 / 12.0;
/// Trials for what all contracts have alike.
const ALIKE: usize = 10;

/// Plays outright sales beside contracts over five years, and what a partner's margin on contracts is worth.
pub fn answers(seed: u64, trials: usize) -> Result<Vec<KnownAnswer>, CheckFailed> {
    let booked = SHARE * A_YEAR * LIST;
    let weight = |month: i64| month_start(month as usize) - month_start(month as usize - 1);
    // Months of the same expected bookings, whatever their days; then all of a year in its first month.
    let evenly = (1..=12).map(|month| Season { month, weight: 1.0 / weight(month) as f64 }).collect();
    let monthly = [booked * (TERM - 1.0 / 12.0) / 2.0, booked];
    let yearly = [booked * (TERM - 1.0) / 2.0, booked];
    let mut answers = trough(seed, trials, evenly, (say!("signed month by month, s B (T - 1/12)/2"), monthly))?;
    answers.extend(trough(seed, trials, all_at_start(), (say!("signed as the year begins, s B (T - 1)/2"), yearly))?);
    answers.push(second_year(seed, trials)?);
    answers.push(steady_state(seed, trials)?);
    answers.extend(worth(seed)?);
    Ok(answers)
}

/// One bidder, who is paid list: nobody else asks for less.
fn outright() -> Programme {
    let mut programme = calm();
    programme.expected_per_year = A_YEAR;
    programme.registration.propensity = Rate::ONE;
    programme.registration.regime = Regime::None;
    programme.distribution.margin = Rate::ZERO;
    programme.links.aas_margin = false;
    programme.levels.iter_mut().for_each(|level| level.base_discount = Rate::per_mille((DISCOUNT * 1_000.0) as i64));
    programme.segments = vec![Segment {
        name: "All".to_owned(),
        share: Rate::ONE,
        deal_median: Money::from_units(LIST as i64),
        rival_price_mean: Rate::per_mille(2_000),
        unit_cost: Rate::per_mille(500),
        ..Segment::default()
    }]
    .into();
    programme.partners.push(partner("Gold", 1_000_000));
    programme
}

fn moved(outright: &Programme) -> Programme {
    let mut programme = outright.clone();
    let rules = &mut programme.pay_per_use;
    rules.share_start = Rate::per_mille((SHARE * 1_000.0) as i64);
    rules.share_end = rules.share_start;
    rules.term_years = TERM as i64;
    (rules.uplift, rules.renewal, rules.marketplace_share) = (Rate::ZERO, Rate::ZERO, Rate::ZERO);
    programme
}

/// What is recognised less over five years, by customers' spend and by the vendor's revenue.
fn trough(
    seed: u64,
    trials: usize,
    seasonality: Vec<Season>,
    (name, [known, booked]): (String, [f64; 2]),
) -> Result<Vec<KnownAnswer>, CheckFailed> {
    let outright = Programme { seasonality: seasonality.into(), ..with_months(outright(), 60) };
    let run = run(&Plans::new(&outright, &[&moved(&outright)]), seed, trials, &|_| {})?;
    let signed = mean(by_trial(&run, 1, Field::ContractValue).iter().map(|cents| cents / 100.0 / 5.0).collect());
    Ok(vec![
        answer(SECTION, say!("{name}: spend short after 5 years", name), known, short(&run, Field::CustomerSpend)),
        answer(
            SECTION,
            say!("{name}: vendor's revenue short", name),
            known * (1.0 - DISCOUNT),
            short(&run, Field::NetRevenue),
        ),
        answer(SECTION, say!("{name}: contracts signed a year, s B", name), booked, signed),
    ])
}

/// Contracts signed as each year begins bring 1/4 and then 2/4 of what they take from outright sales: a year `k` brings
/// B (1 - s) + s B min(k, T) / T, so that two years are short of s B (3/4 + 2/4).
fn second_year(seed: u64, trials: usize) -> Result<KnownAnswer, CheckFailed> {
    let outright = Programme { seasonality: all_at_start().into(), ..with_months(outright(), 24) };
    let run = run(&Plans::new(&outright, &[&moved(&outright)]), seed, trials, &|_| {})?;
    let known = SHARE * A_YEAR * LIST * (2.0 - (1.0 + 2.0) / TERM);
    let short = short(&run, Field::CustomerSpend);
    Ok(answer(SECTION, say!("signed as the year begins: spend short after 2 years, s B (2 - 3/T)"), known, short))
}

/// From year `T` on as many contracts bring their part as there are parts, so that a year brings all of B again. Year 5 is
/// what five years bring more than four: the same futures with a longer horizon.
fn steady_state(seed: u64, trials: usize) -> Result<KnownAnswer, CheckFailed> {
    let recognised = |months: usize| -> Result<Vec<f64>, CheckFailed> {
        let programme = Programme { seasonality: all_at_start().into(), ..with_months(moved(&outright()), months) };
        Ok(by_trial(&run(&Plans::new(&programme, &[]), seed, trials, &|_| {})?, 0, Field::ContractSpend))
    };
    let (four, five) = (recognised(48)?, recognised(60)?);
    let fifth = mean(four.iter().zip(&five).map(|(four, five)| (five - four) / 100.0).collect());
    let name = say!("signed as the year begins: contracts bring in year 5 what is signed a year, s B");
    Ok(answer(SECTION, name, SHARE * A_YEAR * LIST, fifth))
}

/// All of a year's opportunities come in its first month.
fn all_at_start() -> Vec<Season> {
    (1..=12).map(|month| Season { month, weight: if month == 1 { 1.0 } else { 0.0 } }).collect()
}

/// What contracts bring less than outright sales, in currency units.
fn short(run: &Trials, field: Field) -> Estimate {
    let [before, after] = [0, 1].map(|programme| by_trial(run, programme, field));
    mean(before.iter().zip(&after).map(|(before, after)| (before - after) / 100.0).collect())
}

fn with_months(mut programme: Programme, months: usize) -> Programme {
    programme.settings.months = months as i64;
    programme
}

/// A margin of 28 % with 17 points at signing, with nothing, and the margin that matches 19 % at once.
fn worth(seed: u64) -> Result<Vec<KnownAnswer>, CheckFailed> {
    let months = TERM * YEAR_MONTHS as f64;
    // By the value of each month's payment.
    let evenly = (1..=months as i32).map(|month| libm::pow(1.0 + MONTHLY, -f64::from(month))).sum::<f64>() / months;
    let paying = |margin: f64, upfront: f64| {
        let mut programme = moved(&with_months(outright(), 12));
        programme.links.aas_margin = true;
        programme.settings.discount_rate = Rate::per_mille(80);
        programme.pay_per_use.partner_margin = Rate::from_ppb((margin * 1e9).round() as i64);
        programme.pay_per_use.upfront = Rate::per_mille((upfront * 1_000.0).round() as i64);
        programme
    };
    let match_19 = 0.19 / evenly;
    let [upfront, later, matching] = [paying(0.28, 0.17), paying(0.28, 0.0), paying(match_19, 0.0)];
    let run = run(&Plans::new(&upfront, &[&later, &matching]), seed, ALIKE, &|_| {})?;
    let found = |programme| money(&run, programme, Field::ContractWorth) / money(&run, programme, Field::ContractValue);
    // A contract's margin and its worth are each rounded to the cent, rates to the part per billion.
    let rounded = 0.01 / LIST + 1e-9;
    let known = |name: String, known, programme| bounded(SECTION, name, known, found(programme), rounded);
    Ok(vec![
        known(say!("margin of 28 %, 17 points at signing: worth, of contract"), 0.17 + 0.11 * evenly, 0),
        known(say!("margin of 28 %, nothing at signing: worth, of contract"), 0.28 * evenly, 1),
        known(
            say!(
                "margin of {margin} % spread over the term: worth, of contract",
                margin = number::fixed(match_19 * 100.0, 1)
            ),
            0.19,
            2,
        ),
    ])
}
