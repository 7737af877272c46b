//! Draws of uncertain inputs: a distribution with known moments, rank correlations by a published example, and intervals
//! that cover as often as they say.

use super::{KnownAnswer, answer, bounded};
use crate::law::Law;
use crate::programme::{Correlating, Sampling};
use crate::quantile::{normal, uniform};
use crate::say;
use crate::sim::check::CheckFailed;
use crate::sim::design::{Dependence, Design, iman_conover};
use crate::sim::draws::{Draws, Flow, Kind};
use crate::stats::Statistics;
use crate::stats::interval::{Estimate, Interval};
use crate::stats::order::order_statistics;
use crate::stats::rank::spearman;

const SECTION: &str = "Uncertainty";

/// Draws for each trial of a simulation: so many that a mean that is 2 % off is many standard errors off.
const DRAWS_A_TRIAL: usize = 64;
/// Samples whose intervals are held against what is true of them.
const REPLICATIONS: u64 = 1_000;
/// Values of each such sample.
const SAMPLE: usize = 20;
/// What the intervals say of themselves.
const CONFIDENCE: f64 = 0.95;

/// Draws and intervals; nothing is simulated that could break a check.
///
/// # Errors
/// None: as those of the other subjects, who play trials.
pub fn answers(seed: u64, trials: usize) -> Result<Vec<KnownAnswer>, CheckFailed> {
    let draws = Draws::new(seed);
    let trials = trials * DRAWS_A_TRIAL;
    let mut answers = pert(&draws, trials);
    answers.extend(iman_and_conover());
    answers.push(copula(&draws, trials));
    answers.extend(coverage(&draws));
    Ok(answers)
}

/// PERT(10, 20, 50): mean (10 + 4 x 20 + 50) / 6, variance (mean - 10) (50 - mean) / 7.
fn pert(draws: &Draws, trials: usize) -> Vec<KnownAnswer> {
    let Ok(law) = Law::pert(10.0, 20.0, 50.0) else { return Vec::new() };
    let (mean, variance) = (70.0 / 3.0, (40.0 / 3.0) * (80.0 / 3.0) / 7.0);
    let design = Design::new(draws, &["PERT".to_owned()], Sampling::Plain, false, None, &|_| None, trials);
    let mut values: Vec<f64> =
        (0..design.batches()).flat_map(|batch| design.batch(batch)).map(|u| law.quantile(u)).collect();
    let drawn = Statistics::of(&mut values);
    vec![
        bounded(SECTION, say!("PERT(10, 20, 50): mean"), mean, law.mean(), 0.0),
        bounded(SECTION, say!("PERT(10, 20, 50): variance"), variance, law.variance(), 0.0),
        answer(SECTION, say!("PERT(10, 20, 50): mean of plain draws"), mean, (drawn.mean, drawn.se)),
    ]
}

/// The ranks of a score matrix of 20 trials and four inputs, one row an input, rising (S. Mildenhall, "Correlation and
/// aggregate loss distributions with an emphasis on the Iman-Conover method", 2005, the simple example: its matrix M).
pub const MILDENHALL: [[usize; 20]; 4] = [
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20],
    [18, 2, 20, 9, 16, 3, 6, 7, 4, 14, 8, 13, 10, 1, 12, 17, 5, 19, 11, 15],
    [4, 2, 16, 17, 13, 6, 18, 7, 12, 11, 3, 15, 9, 5, 20, 19, 1, 14, 10, 8],
    [7, 16, 6, 4, 20, 12, 8, 10, 15, 3, 14, 13, 18, 9, 1, 19, 17, 2, 11, 5],
];

/// The correlations of scores that he asks for.
pub const MILDENHALL_WANTED: [[f64; 4]; 4] =
    [[1.0, 0.8, 0.4, 0.0], [0.8, 1.0, 0.3, -0.2], [0.4, 0.3, 1.0, 0.1], [0.0, -0.2, 0.1, 1.0]];

/// The ranks he finds, falling.
pub const MILDENHALL_RESULT: [[usize; 20]; 4] = [
    [20, 19, 18, 17, 16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1],
    [14, 20, 10, 18, 11, 19, 17, 13, 15, 8, 12, 6, 9, 16, 5, 3, 7, 2, 4, 1],
    [20, 19, 16, 4, 14, 13, 2, 15, 5, 12, 17, 6, 11, 8, 1, 3, 18, 9, 7, 10],
    [18, 6, 15, 14, 2, 8, 9, 13, 4, 19, 10, 7, 3, 12, 17, 1, 5, 20, 11, 16],
];

/// The rank correlations of each pair of inputs, by his ranks and by the program's.
fn iman_and_conover() -> Vec<KnownAnswer> {
    let value = |rank: usize| (rank as f64 - 0.5) / 20.0;
    let mut sample: Vec<f64> = (0..20).flat_map(|trial| MILDENHALL.map(|ranks| value(ranks[trial]))).collect();
    iman_conover(&mut sample, &MILDENHALL_WANTED.map(Vec::from));
    let found = |input: usize| sample.iter().skip(input).step_by(4).copied().collect::<Vec<f64>>();
    let published = |input: usize| MILDENHALL_RESULT[input].map(|rank| -(rank as f64));
    let pairs = [(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)];
    let compare = |(one, other): (usize, usize)| {
        let name = say!(
            "Iman-Conover, Mildenhall's example: rank correlation of inputs {one} and {other}",
            one = one + 1,
            other = other + 1
        );
        bounded(SECTION, name, spearman(&published(one), &published(other)), spearman(&found(one), &found(other)), 0.0)
    };
    pairs.into_iter().map(compare).collect()
}

/// Two inputs of a Gaussian copula with the rank correlation 0.6.
fn copula(draws: &Draws, trials: usize) -> KnownAnswer {
    let names = ["one", "other"].map(String::from);
    let matrix = [vec![1.0, 0.6], vec![0.6, 1.0]];
    let (dependence, _) = Dependence::new(Correlating::Copula, names.to_vec(), &matrix);
    let design = Design::new(draws, &names, Sampling::Plain, false, Some(&dependence), &|_| None, trials);
    let sample: Vec<f64> = (0..design.batches()).flat_map(|batch| design.batch(batch)).collect();
    let column = |input: usize| sample.iter().skip(input).step_by(2).copied().collect::<Vec<f64>>();
    let found = spearman(&column(0), &column(1));
    // Bonett and Wright (2000).
    let se = (1.0 - 0.36) * libm::sqrt((1.0 + 0.18) / (trials as f64 - 3.0));
    answer(SECTION, say!("Gaussian copula: rank correlation"), 0.6, (found, se))
}

/// How many of 1,000 intervals of normal samples hold the mean, and the median.
fn coverage(draws: &Draws) -> Vec<KnownAnswer> {
    let places = order_statistics(SAMPLE, 0.5, CONFIDENCE);
    let (mut means, mut medians) = (0.0, 0.0);
    let mut bits = [0; SAMPLE];
    for replication in 0..REPLICATIONS {
        draws.of_trial(Kind::Value, Flow::Market(0), replication).bits(&mut bits);
        let mut values = bits.map(|bits| normal(uniform(bits)));
        let found = Statistics::ordering(&mut values);
        let mean = Estimate { value: found.mean, se: found.se };
        means += f64::from(u8::from(Interval::of_mean(mean, SAMPLE, CONFIDENCE).holds(0.0)));
        let median = Interval::of_percentile(&values, 0.5, CONFIDENCE);
        medians += f64::from(u8::from(median.is_some_and(|interval| interval.holds(0.0))));
    }
    let n = REPLICATIONS as f64;
    let held = |name: String, known: f64, count: f64| {
        answer(SECTION, name, known, (count / n, libm::sqrt(known * (1.0 - known) / n)))
    };
    let of_median = places.map_or(CONFIDENCE, |places| places.coverage);
    vec![
        held(say!("95 % intervals of the mean of 20 normal values: share that holds it"), CONFIDENCE, means),
        held(say!("95 % intervals of their median by order statistics: share that holds it"), of_median, medians),
    ]
}
