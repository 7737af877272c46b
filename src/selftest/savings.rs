//! A restructuring plan by fiscal year.

use super::calm::{FEW, calm, partner, pieces};
use super::{KnownAnswer, answer};
use crate::model::horizon::YEAR_MONTHS;
use crate::outcome::{Dimension, Field};
use crate::plan::Plans;
use crate::programme::{Programme, SavingsKind, SavingsLine};
use crate::say;
use crate::sim::check::CheckFailed;
use crate::sim::run::{Trials, run};
use crate::units::{Money, Rate};

const SECTION: &str = "Savings";

/// A million currency units.
const MILLION: f64 = 1e6;
const YEARS: usize = 4;
/// Share of gross savings that is spent again.
const AGAIN: f64 = 0.2;

/// The three waves: run-rate and one-off cost in millions, months before and of the ramp.
const WAVES: [(i64, i64, f64, f64); 3] = [(200, 384, 6.0, 6.0), (400, 690, 12.0, 12.0), (400, 253, 24.0, 12.0)];

/// Plays linear exits, the same as three waves with their charges, one job cut and one plan paid at once.
pub fn answers(seed: u64, _trials: usize) -> Result<Vec<KnownAnswer>, CheckFailed> {
    let mut linear = calm();
    linear.settings.months = (YEARS * YEAR_MONTHS) as i64;
    linear.savings.reinvestment = Rate::per_mille((AGAIN * 1_000.0) as i64);
    linear.partners.push(partner("Gold", 1_000_000));
    linear.savings_lines = vec![line(1.0, 1_000_000_000, 0, 6.0, 30.0)].into();
    let with = |lines: Vec<SavingsLine>| Programme { savings_lines: lines.into(), ..linear.clone() };
    let wave = |(saving, cost, start, ramp): (i64, i64, f64, f64)| {
        line(1.0, saving * MILLION as i64, cost * MILLION as i64, start, ramp)
    };
    let waves = with(WAVES.map(wave).to_vec());
    let jobs = with(vec![line(500.0, 125_000, 0, 6.0, 30.0)]);
    let other = SavingsLine { kind: SavingsKind::Process, ..line(1.0, 937_500_000, 0, 6.0, 30.0) };
    let mixed = with(vec![line(500.0, 125_000, 0, 6.0, 30.0), other]);
    let at_once = with(vec![line(1.0, 1_000_000_000, 1_300_000_000, 0.0, 0.0)]);
    let plans = Plans::new(&linear, &[&waves, &jobs, &at_once, &mixed]);
    let run = run(&plans, seed, FEW, &|_| {})?;

    let mut answers = by_year(&plans, &run);
    let exact = |name: String, known, found| answer(SECTION, name, known, (found, 0.0));
    let gross = |programme| up_to(&plans, &run, programme, Field::SavingsGross, YEARS);
    answers.push(exact(say!("500 jobs at 125,000: share of 1 bn"), 0.0625, gross(2) / gross(0)));
    let from_jobs = up_to(&plans, &run, 4, Field::SavingsFromJobs, YEARS);
    answers.push(exact(say!("the same jobs within a plan of 1 bn: share of its kind"), 0.0625, from_jobs / gross(4)));
    answers.push(exact(
        say!("charges of three waves, millions"),
        1_327.0,
        up_to(&plans, &run, 1, Field::SavingsOneOff, YEARS),
    ));
    answers.push(exact(say!("payback month of the three waves"), 41.0, pieces(&run, 1, Field::PaybackMonth)));
    // 1.3 bn over 0.8 bn a year are 19.5 months: paid back in the 20th.
    answers.push(exact(say!("payback month of 1.3 bn for 0.8 bn a year"), 20.0, pieces(&run, 3, Field::PaybackMonth)));
    Ok(answers)
}

fn line(units: f64, saving: i64, one_off: i64, start_month: f64, ramp_months: f64) -> SavingsLine {
    SavingsLine {
        line: format!("from {start_month}"),
        units,
        saving_per_unit: Money::from_units(saving),
        one_off_per_unit: Money::from_units(one_off),
        start_month,
        ramp_months,
        realisation: Rate::ONE,
        ..SavingsLine::default()
    }
}

fn by_year(plans: &Plans, run: &Trials) -> Vec<KnownAnswer> {
    let in_year = |programme, field, year| {
        up_to(plans, run, programme, field, year) - up_to(plans, run, programme, field, year - 1)
    };
    let cash = |year| {
        let so_far = |field| up_to(plans, run, 1, field, year);
        so_far(Field::SavingsGross) - so_far(Field::SavingsReinvested) - so_far(Field::SavingsOneOff)
    };
    let mut answers = Vec::new();
    let mut exact = |name: String, known, found| answers.push(answer(SECTION, name, known, (found, 0.0)));
    for (year, known) in (1..).zip([50.0, 400.0, 800.0, 1_000.0]) {
        exact(say!("linear exits, in-year gross of year {year}", year), known, in_year(0, Field::SavingsGross, year));
    }
    for (year, known) in (1..).zip([200.0, 600.0, 1_000.0, 1_000.0]) {
        let rate = up_to(plans, run, 0, Field::SavingsExitRunRate, year);
        exact(say!("linear exits, exit run-rate of year {year}", year), known, rate);
    }
    for (year, known) in (1..).zip([384.0, 690.0, 253.0, 0.0]) {
        exact(say!("three waves, charges of year {year}", year), known, in_year(1, Field::SavingsOneOff, year));
    }
    for (year, known) in (1..).zip([-344.0, -714.0, -327.0, 473.0]) {
        exact(say!("three waves, cumulative cash after year {year}", year), known, cash(year));
    }
    answers
}

/// A field up to the end of a fiscal year, in millions.
fn up_to(plans: &Plans, run: &Trials, programme: usize, field: Field, years: usize) -> f64 {
    let months = 0..years * YEAR_MONTHS;
    let cents: i128 =
        months.map(|month| run.breakdown[programme].sum(plans.shape.row(Dimension::Month, month), field)).sum();
    cents as f64 / run.count() as f64 / 100.0 / MILLION
}
