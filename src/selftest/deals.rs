//! Whole simulations of a market in which a deal can be worked out: one segment, one discount, one list value.

use super::auctions::{chance_to_win, rent_ahead};
use super::{KnownAnswer, answer, by_trial, mean, ratio};
use crate::measures::{Amounts, measure};
use crate::outcome::Field;
use crate::plan::Plans;
use crate::programme::{Programme, Readings, Regime, Segment};
use crate::quantile::normal_cdf;
use crate::say;
use crate::schema;
use crate::sim::check::CheckFailed;
use crate::sim::run::{Trials, run};
use crate::units::{Money, Rate};

/// Opportunities a year.
const A_YEAR: f64 = 500.0;
pub const LIST: f64 = 50_000.0;
pub const DISCOUNT: f64 = 0.2;
const SPREAD: f64 = 0.12;
pub const SUPPORT: f64 = 0.08;
/// More than the spread: whoever has it wins.
const DEEP_SUPPORT: f64 = 0.15;
const DROP_OUT: f64 = 0.6;
const RIVALS: f64 = 2.0;
/// So many that the limit of seven is felt.
const MANY_RIVALS: f64 = 6.0;
pub const UNIT_COST: f64 = 0.54;
/// Mean and spread of a competing ask that is felt.
const ASK: [f64; 2] = [0.8, 0.08];

/// Plays the market without quotations and under five scenarios, then one with the default list values.
pub fn answers(seed: u64, trials: usize) -> Result<Vec<KnownAnswer>, CheckFailed> {
    let baseline = plain();
    let scenarios =
        [protected(SUPPORT), protected(DEEP_SUPPORT), alone_and_late(), alone_against_the_ask(), many_rivals()];
    let programmes: Vec<&Programme> = scenarios.iter().collect();
    let run = run(&Plans::new(&baseline, &programmes), seed, trials, &|_| {})?;
    let mut answers = rents(&run);
    answers.extend(supported(&run));
    answers.extend(lapsed_and_lost(&run, &scenarios));
    answers.extend(list_values(seed, trials)?);
    Ok(answers)
}

pub fn rate(share: f64) -> Rate {
    Rate::per_mille((share * 1_000.0).round() as i64)
}

/// No quotations; no competing ask below list; every request that is made is granted at once.
fn plain() -> Programme {
    let mut programme = schema::defaults();
    programme.settings.readings = Readings::Static;
    programme.groups.retain(|group| group.name != "Business");
    programme.levels.iter_mut().for_each(|level| level.base_discount = rate(DISCOUNT));
    programme.segments = vec![Segment {
        name: "All".into(),
        share: Rate::ONE,
        new_generation: Rate::ONE,
        new_account: Rate::ONE,
        deal_median: Money::from_units(LIST as i64),
        deal_sigma: 0.0,
        rivals_mean: RIVALS,
        rival_price_mean: Rate::per_mille(2_000),
        rival_price_sd: Rate::ZERO,
        unit_cost: rate(UNIT_COST),
        loyalty: Rate::ZERO,
    }]
    .into();
    programme.expected_per_year = A_YEAR;
    programme.registration.regime = Regime::None;
    programme.registration.propensity = Rate::ONE;
    programme.registration.conflict_rate = Rate::ZERO;
    programme.registration.approval_rate = Rate::ONE;
    programme.bidding.cost_spread = rate(SPREAD);
    programme.bidding.drop_out = rate(DROP_OUT);
    programme.quotation.protection_days = 3_650.0;
    programme.quotation.cycle_days = 1.0;
    programme.distribution.margin = Rate::ZERO;
    // So quick that waiting takes no thousandth of a day off the protection.
    programme.desk.reviewers = 1_000;
    programme.desk.minutes_per_request = 0.1;
    programme
}

fn protected(support: f64) -> Programme {
    let mut programme = plain();
    programme.registration.regime = Regime::Restricted;
    programme.quotation.support = rate(support);
    programme
}

/// No rivals, so that support is paid exactly where it has not lapsed.
fn alone_and_late() -> Programme {
    let mut programme = protected(SUPPORT);
    programme.segments[0].rivals_mean = 0.0;
    programme.quotation.protection_days = 60.0;
    programme.quotation.cycle_days = 75.0;
    programme.quotation.extension_rate = rate(0.5);
    programme
}

pub fn alone_against_the_ask() -> Programme {
    let mut programme = plain();
    let segment = &mut programme.segments[0];
    segment.rivals_mean = 0.0;
    (segment.rival_price_mean, segment.rival_price_sd) = (rate(ASK[0]), rate(ASK[1]));
    programme
}

/// Only rivals spend, one currency unit each: the spending counts them.
fn many_rivals() -> Programme {
    let mut programme = plain();
    programme.segments[0].rivals_mean = MANY_RIVALS;
    programme.presales.originator = Money::ZERO;
    programme.presales.rival = Money::from_units(1);
    programme
}

/// The chances of 0 to 7 rivals: Poisson, what is beyond counted as seven.
fn rivals(mean: f64) -> [f64; 8] {
    let mut chances = [0.0; 8];
    let mut term = libm::exp(-mean);
    for (count, chance) in chances.iter_mut().enumerate().take(7) {
        *chance = term;
        term *= mean / (count + 1) as f64;
    }
    chances[7] = 1.0 - chances.iter().sum::<f64>();
    chances
}

/// The chances of 0 to 7 rivals after each stays out with some probability.
fn who_stay(rivals: [f64; 8], drop_out: f64) -> [f64; 8] {
    let mut left = [0.0; 8];
    for (count, chance) in rivals.iter().enumerate() {
        let mut ways = 1.0;
        for (stay, sum) in left.iter_mut().enumerate().take(count + 1) {
            let out = count - stay;
            *sum += chance * ways * libm::pow(1.0 - drop_out, stay as f64) * libm::pow(drop_out, out as f64);
            ways *= out as f64 / (stay + 1) as f64;
        }
    }
    left
}

/// The mean, over the number of bidders, of something known for each.
fn over(rivals: [f64; 8], known: impl Fn(f64) -> f64) -> f64 {
    rivals.iter().enumerate().map(|(count, chance)| chance * known(count as f64 + 1.0)).sum()
}

/// Cents by trial as shares of the list value of `counted` deals.
fn of_list(run: &Trials, programme: usize, cents: Field, counted: Field) -> (f64, f64) {
    let values = by_trial(run, programme, cents);
    let lists: Vec<f64> = by_trial(run, programme, counted).iter().map(|deals| deals * LIST * 100.0).collect();
    ratio(&values, &lists)
}

fn rents(run: &Trials) -> Vec<KnownAnswer> {
    // A single bidder is paid list: its rent is the discount less its own need.
    let equal = |n: f64| if n == 1.0 { DISCOUNT - SPREAD / 2.0 } else { SPREAD / (n + 1.0) };
    let ahead = |n: f64| match n {
        1.0 => DISCOUNT + DEEP_SUPPORT - SPREAD / 2.0,
        n => SPREAD * rent_ahead(n, DEEP_SUPPORT / SPREAD),
    };
    let deep = over(who_stay(rivals(RIVALS), DROP_OUT), ahead);
    let rent = |programme| of_list(run, programme, Field::Rent, Field::Opportunities);
    vec![
        answer(
            "Price",
            say!("simulated deals without quotations: rent, of list"),
            over(rivals(RIVALS), equal),
            rent(0),
        ),
        answer("Price", say!("simulated deals with support beyond the spread: rent, of list"), deep, rent(2)),
    ]
}

fn supported(run: &Trials) -> Vec<KnownAnswer> {
    let wins = |n: f64| if n == 1.0 { 1.0 } else { chance_to_win(n, SUPPORT / SPREAD) };
    let known = SUPPORT * over(who_stay(rivals(RIVALS), DROP_OUT), wins);
    let (net, cost) = (1.0 - DISCOUNT, UNIT_COST);
    // Margin and support of the net price: wins must rise by g / (g - x).
    let (g, x) = ((net - cost) / net, SUPPORT / net);
    let break_even = measure("break_even_win_uplift").map_or(f64::NAN, |(_, measure)| {
        1.0 + mean((0..run.count()).map(|trial| (measure.read)(&Amounts::from(run.total(trial, 1)))).collect()).0
    });
    let paid = of_list(run, 1, Field::SupportCost, Field::Granted);
    vec![
        answer("Support", say!("simulated protected deals: support paid, of list"), known, paid),
        answer("Measures", say!("factor on wins that repays support of 8 % of list"), g / (g - x), (break_even, 0.0)),
    ]
}

fn lapsed_and_lost(run: &Trials, scenarios: &[Programme]) -> Vec<KnownAnswer> {
    let quotation = &scenarios[2].quotation;
    let overdue = libm::exp(-quotation.protection_days / quotation.cycle_days);
    let lapsed = overdue * (1.0 - quotation.extension_rate.to_f64());
    let (kept, error) = of_list(run, 3, Field::SupportCost, Field::Granted);
    let [won, opportunities] = [Field::DealsWon, Field::Opportunities].map(|field| by_trial(run, 4, field));
    let met: f64 = over(rivals(MANY_RIVALS), |n| n - 1.0);
    let spent: Vec<f64> = by_trial(run, 5, Field::Presales).iter().map(|cents| cents / 100.0).collect();
    vec![
        answer(
            "Protection",
            say!("share of grants whose support lapses"),
            lapsed,
            (1.0 - kept / SUPPORT, error / SUPPORT),
        ),
        answer(
            "Price",
            say!("share of deals one bidder wins from the competing ask"),
            won_alone(0.0),
            ratio(&won, &opportunities),
        ),
        answer(
            "Opportunities",
            say!("rivals a deal where 6 are expected and 7 the most"),
            met,
            ratio(&spent, &by_trial(run, 5, Field::Opportunities)),
        ),
    ]
}

/// The share of deals that one bidder with some support, of list, wins: the mean of a normal distribution function over
/// its uniform need, by its antiderivative z P(z) + p(z).
pub fn won_alone(support: f64) -> f64 {
    let [ask, sd] = ASK;
    let integral = |z: f64| z * normal_cdf(z) + libm::exp(-z * z / 2.0) / (2.0 * std::f64::consts::PI).sqrt();
    let [least, most] = [0.0, SPREAD].map(|need| (ask - (1.0 - DISCOUNT) + support - need) / sd);
    (integral(least) - integral(most)) / (least - most)
}

fn list_values(seed: u64, trials: usize) -> Result<Vec<KnownAnswer>, CheckFailed> {
    let mut programme = plain();
    programme.segments = schema::defaults().segments;
    for segment in &mut programme.segments {
        (segment.rival_price_mean, segment.rival_price_sd) = (Rate::per_mille(2_000), Rate::ZERO);
    }
    let run = run(&Plans::new(&programme, &[]), seed, trials, &|_| {})?;
    let mean =
        |segment: &Segment| segment.deal_median.to_units() * libm::exp(segment.deal_sigma * segment.deal_sigma / 2.0);
    let known = programme.segments.iter().map(|segment| segment.share.to_f64() * mean(segment)).sum();
    let lists: Vec<f64> = by_trial(&run, 0, Field::ListWon).iter().map(|cents| cents / 100.0).collect();
    let estimate = ratio(&lists, &by_trial(&run, 0, Field::DealsWon));
    Ok(vec![answer("Opportunities", say!("list value of a deal, mean over segments"), known, estimate)])
}
