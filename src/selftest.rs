//! Known answers: limits in which the result can be written down, beside what this program computes (docs/model.md,
//! "Known answers"). `partnersim selftest` prints them; they are computed for real, by the same kernel as every run.

use std::fmt::Write as _;

use crate::language::number;
use crate::outcome::Field;
use crate::say;
use crate::schema::value::text;
use crate::schema::{Text, Value};
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
mod terms;
mod tracks;
pub mod uncertainty;

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

/// The answers as a table of text: one a line, with the verdict.
pub fn table(answers: &[KnownAnswer]) -> String {
    let width = answers.iter().map(|answer| answer.name.chars().count()).max().unwrap_or(0);
    let mut text = String::new();
    let mut section = "";
    for answer in answers {
        if answer.section != section {
            section = answer.section;
            let _ = writeln!(
                text,
                "{}{:<width$}  {:>14}  {:>14}  {:>10}  {:>6}",
                if text.is_empty() { "" } else { "\n" },
                section_said(section),
                say!("known"),
                say!("simulated"),
                say!("std. error"),
                "z"
            );
        }
        let verdict = if answer.passes() { say!("ok") } else { say!("WRONG") };
        let (error, z) = match answer.is_exact() {
            true if answer.within > 0.0 => (number::written(format!("+-{:.1e}", answer.within)), String::new()),
            true => (say!("exact"), String::new()),
            false => (number::written(format!("{:.2e}", answer.standard_error)), number::signed(answer.z(), 2)),
        };
        let _ = writeln!(
            text,
            "{:<width$}  {:>14}  {:>14}  {error:>10}  {z:>6}  {verdict}",
            answer.name,
            figure(answer.closed_form),
            figure(answer.simulated),
        );
    }
    text
}

/// Seven significant digits.
fn figure(value: f64) -> String {
    let whole = if value == 0.0 { 1 } else { libm::log10(value.abs()).floor() as i32 + 1 };
    number::fixed(value, (7 - whole).clamp(0, 7) as usize)
}

/// A number of a case, all its digits.
fn shown(number: f64) -> String {
    number::written(number.to_string())
}

/// A whole number of a case.
fn count(number: i64) -> String {
    Value::Count(number).shown()
}

/// A section of docs/model.md, whose headings are English, in the language that is spoken.
fn section_said(section: &'static str) -> &'static str {
    SECTIONS.iter().find(|known| known.en == section).map_or(section, |known| known.said())
}

/// The sections that are tested.
const SECTIONS: [Text; 24] = [
    text("Price", "Prix"),
    text("Support", "Soutien"),
    text("Measures", "Mesures"),
    text("Protection", "Protection"),
    text("Opportunities", "Affaires"),
    text("Run-rate business", "Flux courant"),
    text("Population", "Population"),
    text("The desk", "Cellule de cotation"),
    text("Known answers", "Réponses connues"),
    text("Levels", "Niveaux"),
    text("Pay-per-use", "Paiement à l'usage"),
    text("Rebates", "Remises arrière"),
    text("Arrivals", "Arrivées"),
    text("Eligibility and requests", "Éligibilité et demandes"),
    text("Launch", "Lancement"),
    text("Behaviour", "Comportement"),
    text("Uncertainty", "Incertitude"),
    text("Savings", "Économies"),
    text("Services programme", "Programme de services"),
    text("Tickets and the field force", "Tickets et techniciens"),
    text("Payment terms", "Délais de paiement"),
    text("Financing", "Financement"),
    text("Tracks", "Voies"),
    text("What must hold", "Ce qui doit tenir"),
];

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

    #[test]
    fn the_table_is_told_in_french() {
        let known = answer("Price", "rente", 0.04, (0.041, 0.001));
        let text = crate::language::speaking(crate::language::Language::Fr, || table(&[known]));
        assert!(text.starts_with("Prix ") && text.contains("0,0410000") && text.contains("+1,00  ok"), "{text}");
    }

    #[test]
    fn the_table_names_what_is_wrong() {
        let right = answer("Price", "right", 0.04, (0.041, 0.001));
        let wrong = answer("Price", "wrong", 1.0, (1.1, 0.0));
        let text = table(&[right, wrong]);
        assert!(text.contains("+1.00  ok") && text.contains("WRONG"), "{text}");
    }
}
