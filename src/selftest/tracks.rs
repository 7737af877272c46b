//! Compensation tracks: who chooses which, what they pay in all, and what does not change a payout.

use super::calm::{FEW, back_end, calm, group, money, out_of_the_pool, pareto, partner};
use super::{KnownAnswer, answer, shown};
use crate::language::number;
use crate::outcome::Field;
use crate::outcome::partner::PartnerField;
use crate::plan::Plans;
use crate::programme::{CompensationModel, Indicator, Programme, Readings, Track};
use crate::say;
use crate::schema;
use crate::sim::check::CheckFailed;
use crate::sim::run::{Trials, run};
use crate::units::Rate;

const SECTION: &str = "Tracks";

/// Least purchases of the partners that choose a track, and how many there are.
const LOW: i64 = 175_000;
const PARTNERS: usize = 1_000;
/// Trials in which payouts are held against rebates, partner by partner.
const TRIALS: usize = 20;

/// Plays partners that choose their track, and payouts beside the rebates they replace.
pub fn answers(seed: u64, _trials: usize) -> Result<Vec<KnownAnswer>, CheckFailed> {
    let mut answers = chosen(seed, 1.0)?;
    answers.extend(chosen(seed, 1.3)?);
    answers.extend(paid(seed)?);
    answers.extend(scores(seed)?);
    Ok(answers)
}

/// Everybody is on a track; all indicators are drawn and stand at their mean.
fn tracks() -> Programme {
    let mut programme = calm();
    programme.compensation.model = CompensationModel::Tracks;
    programme.compensation.enrolled = Rate::ONE;
    programme.compensation.data_sharing_opt_in = Rate::ONE;
    programme.indicators = vec![indicator("Satisfaction", 1.0, 1.0)].into();
    programme.tracks = schema::defaults().tracks;
    programme
}

/// An indicator from 0 to 1 that is drawn without spread.
fn indicator(name: &str, weight: f64, mean: f64) -> Indicator {
    Indicator { indicator: name.to_owned(), weight, unit: "-".to_owned(), floor: 0.0, target: 1.0, mean, sd: 0.0 }
}

/// Power pays better than Synergy from F / dr on: 40,000 over 2.5 points at the full score, 1.5 at half of it.
fn chosen(seed: u64, tail: f64) -> Result<Vec<KnownAnswer>, CheckFailed> {
    let mut full = tracks();
    full.settings.readings = Readings::Both;
    full.behaviour.track_choice = true;
    full.groups.push(group("Silver", PARTNERS, pareto(LOW, tail)));
    let mut half = full.clone();
    half.indicators = vec![indicator("Satisfaction", 1.0, 0.5)].into();
    // Full and half score, static and then behavioural.
    let run = run(&Plans::new(&full, &[&half]), seed, FEW, &|_| {})?;
    let in_power = |programme: usize| run.partners[programme].tracks[1][0] as f64 / run.count() as f64;
    let count = |name: String, step: f64, programme| {
        let above = PARTNERS as f64 * libm::pow(LOW as f64 / (40_000.0 / step), tail);
        let name = say!(
            "tail index {tail}, {name}: partners above F/dr in Power, {above} to the nearest whole",
            tail = shown(tail),
            name,
            above = number::fixed(above, 1)
        );
        answer(SECTION, name, above.round(), (in_power(programme), 0.0))
    };
    Ok(vec![
        count(say!("full score"), 0.025, 2),
        count(say!("half score"), 0.015, 3),
        answer(
            SECTION,
            say!("tail index {tail}, static reading: partners in Power", tail = shown(tail)),
            0.0,
            (in_power(0), 0.0),
        ),
    ])
}

/// The rebates by level, beside tracks scaled to their cost and a track that pays what they pay.
fn paid(seed: u64) -> Result<Vec<KnownAnswer>, CheckFailed> {
    let mut legacy = calm();
    legacy.settings.months = 24;
    legacy.run_rate.own_sd = 0.25;
    legacy.groups.push(group("Silver", 300, pareto(LOW, 1.0)));
    out_of_the_pool(&mut legacy);
    let mut neutral = legacy.clone();
    neutral.compensation.model = CompensationModel::Tracks;
    neutral.compensation.budget_neutral = true;
    let mut flat = legacy.clone();
    flat.levels.iter_mut().for_each(|level| level.rebate = Rate::per_mille(30));
    let mut copied = flat.clone();
    copied.compensation.model = CompensationModel::Tracks;
    copied.tracks = vec![Track { track: "One".to_owned(), base_rate: Rate::per_mille(30), ..Track::default() }].into();
    let run = run(&Plans::new(&legacy, &[&neutral, &flat, &copied]), seed, TRIALS, &|_| {})?;
    let exact = |name: String, found| answer(SECTION, name, 0.0, (found, 0.0));
    Ok(vec![
        exact(say!("budget-neutral: cents between what tracks and rebates cost, every trial"), apart(&run, [0, 1])),
        exact(say!("a rebate entered as a track: partners that are paid otherwise"), paid_otherwise(&run, [2, 3])),
    ])
}

/// The widest difference, in cents, between what two programmes pay at the back end in a trial.
fn apart(run: &Trials, programmes: [usize; 2]) -> f64 {
    let paid = |trial, programme| {
        let total = run.total(trial, programme);
        total[Field::Rebates] + total[Field::TrackPayouts]
    };
    let of = |trial| {
        let [one, other] = programmes.map(|programme| paid(trial, programme));
        (one - other).abs()
    };
    (0..run.count()).map(of).max().unwrap_or(0) as f64
}

fn paid_otherwise(run: &Trials, [one, other]: [usize; 2]) -> f64 {
    let paid =
        |programme: usize| run.partners[programme].partners.iter().map(|sums| sums[PartnerField::BackEnd as usize]);
    paid(one).zip(paid(other)).filter(|(one, other)| one != other).count() as f64
}

/// One partner in Power that buys a million: 1.5 % and up to 3.5 % more.
fn scores(seed: u64) -> Result<Vec<KnownAnswer>, CheckFailed> {
    let with = |rows: [(f64, f64); 4]| {
        let names = ["Sales volume", "Sales against target", "Satisfaction", "Retention"];
        let mut programme = tracks();
        programme.indicators =
            names.iter().zip(rows).map(|(name, (weight, mean))| indicator(name, weight, mean)).collect();
        programme.partners.push(partner("Gold", 1_000_000));
        programme.partners[0].traits.compensation_track = "Power".to_owned();
        programme
    };
    // What is computed stands at 1: volume and attainment without shocks.
    let full = with([(0.25, 0.0), (0.25, 0.0), (0.25, 1.0), (0.25, 1.0)]);
    let halfway = |weights: [f64; 4]| {
        let mut programme = with(weights.map(|weight| (weight, 0.5)));
        programme.indicators[..2].iter_mut().for_each(|indicator| indicator.target = 2.0);
        programme
    };
    let (even, uneven) = (halfway([0.25; 4]), halfway([0.55, 0.05, 0.1, 0.3]));
    let plans = Plans::new(&full, &[&even, &uneven]);
    let run = run(&plans, seed, FEW, &|_| {})?;
    let known = |name: String, known, found| answer(SECTION, name, known, (found, 0.0));
    Ok(vec![
        known(say!("all indicators at target: payout on 1 M at 5 %"), 50_000.0, back_end(&plans, &run, 0, "1000000")),
        known(say!("all halfway, even weights: payout at 3.25 %"), 32_500.0, back_end(&plans, &run, 1, "1000000")),
        known(say!("all halfway, uneven weights: payout at 3.25 %"), 32_500.0, back_end(&plans, &run, 2, "1000000")),
        known(say!("fixed cost of the track"), 40_000.0, money(&run, 0, Field::TrackCosts)),
    ])
}
