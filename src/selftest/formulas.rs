//! Formulas that need no deal: the desk's queue, the population, the business outside quotations.

use super::{KnownAnswer, answer, by_trial, mean, shown};
use crate::model::desk::{erlang_b, erlang_c};
use crate::model::population::population;
use crate::outcome::Field;
use crate::plan::Plans;
use crate::programme::{Desk, Readings, SizeDistribution, SizeFamily, Year};
use crate::say;
use crate::schema;
use crate::sim::check::CheckFailed;
use crate::sim::run::run;
use crate::units::{Money, Rate};

/// Computes the formulas and plays a year of run-rate business.
pub fn answers(seed: u64, trials: usize) -> Result<Vec<KnownAnswer>, CheckFailed> {
    let mut answers = run_rate(seed, trials)?;
    answers.extend([sellers(), sellers_at(1.3)]);
    answers.extend(queue());
    Ok(answers)
}

/// Demand falls by 16 % on average, whatever the shocks.
fn run_rate(seed: u64, trials: usize) -> Result<Vec<KnownAnswer>, CheckFailed> {
    let mut programme = schema::defaults();
    programme.settings.readings = Readings::Static;
    let fall = Rate::per_mille(-160);
    programme.years = vec![Year { year: 1, demand_change: fall, thresholds_suspended: false }].into();
    programme.distribution.margin = Rate::ZERO;
    // As good as no opportunities; their revenue is taken off below.
    programme.expected_per_year = 1.0;
    let run = run(&Plans::new(&programme, &[]), seed, trials, &|_| {})?;
    let purchases: f64 = population(&programme).iter().map(|member| member.purchases.to_units()).sum();
    let margin = programme.levels[0].run_rate_margin.to_f64();
    let sales = mean(by_trial(&run, 0, Field::RunRateSpend).iter().map(|cents| cents / 100.0).collect());
    let bought = by_trial(&run, 0, Field::RunRateSpend).into_iter().zip(by_trial(&run, 0, Field::RunRateMargin));
    let bought = mean(bought.map(|(sales, margin)| (sales - margin) / 100.0).collect());
    let known = purchases * (1.0 + fall.to_f64());
    Ok(vec![
        answer("Run-rate business", say!("purchases at 16 % less demand, mean"), known, bought),
        answer("Run-rate business", say!("sales at 16 % less demand, mean"), known / (1.0 - margin), sales),
    ])
}

/// A threshold of 10,000 instead of 14,300: 70 partners become 100 at a tail index of 1.
fn sellers() -> KnownAnswer {
    sellers_at(1.0)
}

fn sellers_at(tail: f64) -> KnownAnswer {
    let (low, threshold, count) = (10_000.0, 14_300.0, 100);
    let mut programme = schema::defaults();
    programme.groups.truncate(1);
    programme.groups[0].count = count;
    programme.groups[0].purchases = SizeDistribution {
        family: SizeFamily::Pareto,
        low: Money::from_units(low as i64),
        high: Money::ZERO,
        shape: tail,
    };
    let reach = Money::from_units(threshold as i64);
    let found = population(&programme).iter().filter(|member| member.purchases >= reach).count();
    let known = (count as f64 * libm::pow(threshold / low, -tail)).round();
    let name = say!("of 100 partners above 10,000, above 14,300 at tail index {tail}", tail = shown(tail));
    answer("Population", name, known, (found as f64, 0.0))
}

/// Erlang B by its definition: the last term of a sum over the last of all.
pub fn blocked(servers: usize, offered: f64) -> f64 {
    let terms: Vec<f64> = (0..=servers)
        .scan(1.0, |term, count| {
            *term *= if count == 0 { 1.0 } else { offered / count as f64 };
            Some(*term)
        })
        .collect();
    terms[servers] / terms.iter().sum::<f64>()
}

fn queue() -> Vec<KnownAnswer> {
    let section = "The desk";
    let desk = Desk {
        reviewers: 1,
        minutes_per_request: 60.0,
        hours_per_day: 8.0,
        hourly_cost: Money::ZERO,
        free_days: 0.0,
        win_loss_per_day: Rate::ZERO,
    };
    // 10 servers at 5 of load: blocked B, waiting B / (1 - load (1 - B)).
    let b = blocked(10, 5.0);
    vec![
        answer(section, say!("Erlang B, 2 servers, load 1"), 0.2, (erlang_b(2, 1.0), 0.0)),
        answer(section, say!("Erlang C, 2 servers, load 1"), 1.0 / 3.0, (erlang_c(2, 1.0), 0.0)),
        answer(section, say!("Erlang B, 10 servers, load 5"), b, (erlang_b(10, 5.0), 0.0)),
        answer(section, say!("Erlang C, 10 servers, load 5"), b / (1.0 - 0.5 * (1.0 - b)), (erlang_c(10, 5.0), 0.0)),
        answer(section, say!("days of wait, 1 person, 4 of 8 requests a day"), 0.125, (desk.month(84, 0.0).wait, 0.0)),
        answer(section, say!("days of wait, 1 person, 6 of 8 requests a day"), 0.375, (desk.month(126, 0.0).wait, 0.0)),
        // M/M/2: a wait lasts longer than t with the chance C e^(-(c - a) mu t), here 9/14 and 4 a day; its mean is C / 4.
        answer(
            section,
            say!("days of wait, 2 people, 12 of 16 requests a day: mean of P(wait > t)"),
            9.0 / 56.0,
            (Desk { reviewers: 2, ..desk.clone() }.month(252, 0.0).wait, 0.0),
        ),
        // 42 requests are left over after a month, 21 on average: 21/8 days, and 0.95 / (8 x 0.05) for the queue.
        answer(section, say!("days of wait, 1 person, 10 of 8 requests a day"), 5.0, (desk.month(210, 0.0).wait, 0.0)),
    ]
}
