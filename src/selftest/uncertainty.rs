//! Two functions whose Sobol indices are known, and a sum of what is not known and luck: which share of the variance is
//! whose.

use super::{Estimate, KnownAnswer, answer};
use crate::quantile::{normal, uniform};
use crate::say;
use crate::sim::check::CheckFailed;
use crate::sim::draws::{Draws, Flow, Kind};
use crate::stats::decompose::split;
use crate::stats::interval;
use crate::stats::sobol::indices;

const SECTION: &str = "Uncertainty";

/// Base points drawn for each trial of a simulation: so many that an index that matters is known to a hundredth.
const POINTS_A_TRIAL: usize = 64;

/// A function of uniform inputs with its Sobol indices in closed form.
pub struct Function {
    /// Its name.
    pub name: &'static str,
    /// The function, of as many uniforms as it has inputs.
    pub of: fn(&[f64]) -> f64,
    /// First-order index of each input.
    pub first: &'static [f64],
    /// Total index of each input.
    pub total: &'static [f64],
}

/// sin x1 + 7 sin^2 x2 + 0.1 x3^4 sin x1, all even between -pi and pi (Ishigami and Homma 1990), with
///
/// ```text
/// V1 = (1 + b pi^4 / 5)^2 / 2      V2 = a^2 / 8      V13 = 8 b^2 pi^8 / 225      V = V1 + V2 + V13
/// ```
pub const ISHIGAMI: Function = Function {
    name: "Ishigami",
    of: ishigami,
    first: &[0.313_905_191_147_811_46, 0.442_411_144_790_040_9, 0.0],
    total: &[0.557_588_855_209_959_2, 0.442_411_144_790_040_9, 0.243_683_664_062_147_73],
};

/// The product of (|4 u - 2| + a) / (1 + a) with a = 0, 1, 4.5, 9, 99, 99, 99, 99 (Saltelli and Sobol 1995), with
///
/// ```text
/// Vi = 1 / (3 (1 + ai)^2)      V = product(1 + Vi) - 1      Si = Vi / V      STi = Vi (1 + V) / (1 + Vi) / V
/// ```
pub const G: Function = Function {
    name: "Sobol g",
    of: g,
    first: &[
        0.716_192_168_879_033_1,
        0.179_048_042_219_758_29,
        0.023_675_774_177_819_28,
        0.007_161_921_688_790_333,
        7.161_921_688_790_333e-5,
        7.161_921_688_790_333e-5,
        7.161_921_688_790_333e-5,
        7.161_921_688_790_333e-5,
    ],
    total: &[
        0.787_144_126_659_274_9,
        0.242_198_192_818_238_43,
        0.034_316_910_154_082_83,
        0.010_460_387_065_239_532,
        0.000_104_949_051_919_506_01,
        0.000_104_949_051_919_506_01,
        0.000_104_949_051_919_506_01,
        0.000_104_949_051_919_506_01,
    ],
};

fn ishigami(uniforms: &[f64]) -> f64 {
    let [x1, x2, x3] = [0, 1, 2].map(|at| (2.0 * uniforms[at] - 1.0) * std::f64::consts::PI);
    let (one, two) = (libm::sin(x1), libm::sin(x2));
    one + 7.0 * two * two + 0.1 * x3 * x3 * x3 * x3 * one
}

/// How little each input of [`G`] matters.
const G_WEIGHTS: [f64; 8] = [0.0, 1.0, 4.5, 9.0, 99.0, 99.0, 99.0, 99.0];

fn g(uniforms: &[f64]) -> f64 {
    uniforms.iter().zip(G_WEIGHTS).map(|(u, a)| ((4.0 * u - 2.0).abs() + a) / (1.0 + a)).product()
}

impl Function {
    /// Adds a base point to the outputs: of both samples, then of the first one with each input from the second. The
    /// `uniforms` are those of the first sample and then those of the second.
    pub fn base_point(&self, uniforms: &[f64], outputs: &mut [Vec<f64>]) {
        let (first, second) = uniforms.split_at(uniforms.len() / 2);
        let mut mixed = first.to_vec();
        let [a, b, ab @ ..] = outputs else { return };
        a.push((self.of)(first));
        b.push((self.of)(second));
        for (at, output) in ab.iter_mut().enumerate() {
            mixed[at] = second[at];
            output.push((self.of)(&mixed));
            mixed[at] = first[at];
        }
    }

    /// The indices of the first inputs, simulated beside their closed forms.
    fn answers(&self, draws: &Draws, trials: usize, inputs: usize) -> Vec<KnownAnswer> {
        let mut outputs = vec![Vec::new(); 2 + inputs];
        let width = 2 * self.first.len();
        let mut bits = vec![0; width * POINTS_A_TRIAL];
        for trial in 0..trials as u64 {
            draws.of_trial(Kind::Value, Flow::Market(0), trial).bits(&mut bits);
            let uniforms: Vec<f64> = bits.iter().map(|bits| uniform(*bits)).collect();
            uniforms.chunks_exact(width).for_each(|point| self.base_point(point, &mut outputs));
        }
        let [a, b, ab @ ..] = &outputs[..] else { return Vec::new() };
        let ab: Vec<&[f64]> = ab.iter().map(Vec::as_slice).collect();
        let known = |(at, index): (usize, &crate::stats::sobol::Index)| {
            let (function, number) = (self.name, at + 1);
            let first = say!("{function}: first-order Sobol index of input {number}", function, number);
            let total = say!("{function}: total Sobol index of input {number}", function, number);
            [
                answer(SECTION, first, self.first[at], estimate(index.first)),
                answer(SECTION, total, self.total[at], estimate(index.total)),
            ]
        };
        indices(a, b, &ab).iter().enumerate().flat_map(known).collect()
    }
}

fn estimate(found: interval::Estimate) -> Estimate {
    (found.value, found.se)
}

/// Plays both functions and a split; they break no check, as they are no simulation.
///
/// # Errors
/// None: as those of the other subjects, who play trials.
pub fn answers(seed: u64, trials: usize) -> Result<Vec<KnownAnswer>, CheckFailed> {
    let draws = Draws::new(seed);
    let mut answers = ISHIGAMI.answers(&draws, trials, 3);
    answers.extend(G.answers(&draws, trials, 3));
    answers.push(shares(&draws, trials));
    Ok(answers)
}

/// 2 X + L, both standard normal: X stands for 4/5 of the variance.
fn shares(draws: &Draws, trials: usize) -> KnownAnswer {
    let mut pairs = Vec::new();
    let mut bits = [0; 3 * POINTS_A_TRIAL];
    for trial in 0..trials as u64 {
        draws.of_trial(Kind::Value, Flow::Market(0), trial).bits(&mut bits);
        for bits in bits.as_chunks::<3>().0 {
            let [input, one, other] = bits.map(|bits| normal(uniform(bits)));
            pairs.push((2.0 * input + one, 2.0 * input + other));
        }
    }
    let found = estimate(split(&pairs).unknown_share);
    answer(SECTION, say!("2 X + L, normal: share of the variance that rests on X"), 0.8, found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_indices_are_their_closed_forms() {
        let close = |found: f64, known: f64| assert!((found - known).abs() < 1e-14, "{found} {known}");
        let (a, b, pi) = (7.0, 0.1, std::f64::consts::PI);
        let v1 = libm::pow(1.0 + b * libm::pow(pi, 4.0) / 5.0, 2.0) / 2.0;
        let (v2, v13) = (a * a / 8.0, 8.0 * b * b * libm::pow(pi, 8.0) / 225.0);
        let v = v1 + v2 + v13;
        for (found, known) in ISHIGAMI.first.iter().zip([v1 / v, v2 / v, 0.0]) {
            close(*found, known);
        }
        for (found, known) in ISHIGAMI.total.iter().zip([(v1 + v13) / v, v2 / v, v13 / v]) {
            close(*found, known);
        }
        let parts = G_WEIGHTS.map(|a| 1.0 / (3.0 * (1.0 + a) * (1.0 + a)));
        let v = parts.iter().map(|part| 1.0 + part).product::<f64>() - 1.0;
        for ((part, first), total) in parts.iter().zip(G.first).zip(G.total) {
            close(*first, part / v);
            close(*total, part * (1.0 + v) / (1.0 + part) / v);
        }
    }
}
