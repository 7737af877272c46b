//! Known answers: limits in which the result can be written down, beside what this program computes (docs/model.md,
//! "Known answers"). `partnersim selftest` prints them; they are computed for real, by the same kernel as every run.

use crate::language::number;
use crate::outcome::Field;
use crate::schema::Value;
use crate::sim::run::Trials;
use crate::stats::Statistics;

mod auctions;
mod calm;
mod deals;
mod formulas;
mod identities;
mod levels;
mod pay_per_use;
mod queues;
mod rebates;
mod requests;
mod responses;
pub mod sampling;
mod savings;
mod services;
pub mod statistics;
mod support;
mod table;
mod terms;
mod tracks;
pub mod uncertainty;

pub use table::table;

/// A figure that is known, and what the program makes of it.
#[derive(Debug, Clone, PartialEq)]
pub struct KnownAnswer {
    /// What is known, with its unit.
    pub name: String,
    /// Section of docs/model.md that it tests.
    pub section: &'static str,
    /// The known answer.
    pub closed_form: f64,
    /// The program's.
    pub simulated: f64,
    /// Standard error of the program's; 0 where no luck is involved.
    pub standard_error: f64,
    /// How far rounding to the cent, or partners that stand at quantiles, may move it: a bound that is derived, 0 where
    /// nothing is rounded.
    pub within: f64,
}

/// How many standard errors a simulated figure may lie off.
///
/// [`MOST_ANSWERS`] answers may be wrong by luck in one self-test of ten thousand (Bonferroni): each in one of a million,
/// on either side, which for a mean of many draws is 4.892 standard errors.
pub const Z_BOUND: f64 = 4.892;

/// The most answers that [`Z_BOUND`] was derived for.
pub const MOST_ANSWERS: usize = 100;

/// Relative accuracy of answers without luck: both sides are rounded in double precision, in another order.
pub const EXACT: f64 = 1e-12;

impl KnownAnswer {
    /// How many standard errors the program's figure lies off; 0 where no luck is involved.
    pub fn z(&self) -> f64 {
        if self.is_exact() { 0.0 } else { (self.simulated - self.closed_form) / self.standard_error }
    }

    /// Whether no luck is involved, so that both figures must agree.
    pub fn is_exact(&self) -> bool {
        self.standard_error == 0.0
    }

    /// Whether the program's figure is the known one: to twelve digits and what is rounded, or as near as luck allows.
    pub fn passes(&self) -> bool {
        if self.is_exact() {
            (self.simulated - self.closed_form).abs() <= EXACT * self.closed_form.abs().max(0.1) + self.within
        } else {
            self.z().abs() <= Z_BOUND
        }
    }
}

/// Computes all known answers, from `trials` trials (at least two) of each simulation; a simulation that breaks one of
/// its own checks is an answer that is wrong. `finished` hears how many
/// simulations are done, and of how many.
pub fn known_answers(seed: u64, trials: usize, finished: &dyn Fn(usize, usize)) -> Vec<KnownAnswer> {
    let simulations = [
        requests::answers,
        auctions::answers,
        deals::answers,
        support::answers,
        formulas::answers,
        identities::answers,
        levels::answers,
        rebates::answers,
        terms::answers,
        savings::answers,
        pay_per_use::answers,
        tracks::answers,
        services::answers,
        queues::answers,
        responses::answers,
        statistics::answers,
        uncertainty::answers,
        sampling::answers,
    ];
    let mut answers = Vec::new();
    for (at, simulation) in simulations.into_iter().enumerate() {
        match simulation(seed, trials) {
            Ok(known) => answers.extend(known),
            Err(failed) => answers.push(answer("What must hold", failed.to_string(), 0.0, (1.0, 0.0))),
        }
        finished(at + 1, simulations.len());
    }
    answers
}

/// A number of a case, all its digits.
fn shown(number: f64) -> String {
    number::written(number.to_string())
}

/// A whole number of a case.
fn count(number: i64) -> String {
    Value::Count(number).shown()
}

/// An estimate and its standard error.
type Estimate = (f64, f64);

fn answer(
    section: &'static str,
    name: impl Into<String>,
    closed_form: f64,
    (simulated, standard_error): Estimate,
) -> KnownAnswer {
    KnownAnswer { name: name.into(), section, closed_form, simulated, standard_error, within: 0.0 }
}

/// An answer without luck that is rounded on the way.
fn bounded(
    section: &'static str,
    name: impl Into<String>,
    closed_form: f64,
    simulated: f64,
    within: f64,
) -> KnownAnswer {
    KnownAnswer { within, ..answer(section, name, closed_form, (simulated, 0.0)) }
}

/// A field by trial.
fn by_trial(trials: &Trials, programme: usize, field: Field) -> Vec<f64> {
    (0..trials.count()).map(|trial| trials.total(trial, programme)[field] as f64).collect()
}

/// The mean of values.
fn mean(mut values: Vec<f64>) -> Estimate {
    let statistics = Statistics::of(&mut values);
    (statistics.mean, statistics.se)
}

/// The variance of values; its standard error by their fourth moment.
fn variance(values: &[f64]) -> Estimate {
    let n = values.len() as f64;
    let mean = values.iter().sum::<f64>() / n;
    let moment = |power: i32| values.iter().map(|value| (value - mean).powi(power)).sum::<f64>() / n;
    let second = moment(2) * n / (n - 1.0);
    let spread = moment(4) - (n - 3.0) / (n - 1.0) * second * second;
    (second, (spread.max(0.0) / n).sqrt())
}

/// The ratio of two sums over trials; its standard error by linearisation (delta method).
fn ratio(parts: &[f64], wholes: &[f64]) -> Estimate {
    let n = parts.len() as f64;
    let whole = wholes.iter().sum::<f64>() / n;
    let ratio = parts.iter().sum::<f64>() / n / whole;
    let squares: f64 = parts.iter().zip(wholes).map(|(part, whole)| (part - ratio * whole).powi(2)).sum();
    (ratio, (squares / (n - 1.0) / n).sqrt() / whole)
}

/// The share of independent things of which each has it or not.
fn share(have: i128, all: i128) -> Estimate {
    let share = have as f64 / all as f64;
    (share, (share * (1.0 - share) / all as f64).sqrt())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantile::normal;

    #[test]
    fn the_bound_is_derived_from_the_number_of_answers() {
        let each_side = 1e-4 / MOST_ANSWERS as f64 / 2.0;
        assert!((normal(1.0 - each_side) - Z_BOUND).abs() < 1e-3);
    }

    #[test]
    fn estimates_of_worked_samples() {
        // 1, 2, 3, 6: mean 3, squares 14, variance 14/3, fourth powers 98; (98/4 - (14/3)^2 / 3) / 4 = 4.31481...
        assert_eq!(mean(vec![1.0, 2.0, 3.0, 6.0]), (3.0, (14.0_f64 / 3.0).sqrt() / 2.0));
        let (second, error) = variance(&[1.0, 2.0, 3.0, 6.0]);
        assert!((second - 14.0 / 3.0).abs() < 1e-12 && (error * error - (24.5 - 196.0 / 27.0) / 4.0).abs() < 1e-12);
        // Halves exactly: no error. One of four: sqrt(3/64).
        assert_eq!(ratio(&[1.0, 2.0], &[2.0, 4.0]), (0.5, 0.0));
        assert_eq!(share(1, 4), (0.25, (3.0_f64 / 64.0).sqrt()));
    }
}
