//! Means and deviations of datasets whose statistics are certified by the National Institute of Standards and Technology
//! (Statistical Reference Datasets, Univariate Summary Statistics).

use super::{KnownAnswer, bounded};
use crate::say;
use crate::sim::check::CheckFailed;
use crate::stats::Statistics;

/// A dataset with its certified statistics.
pub struct Dataset {
    /// NIST's name of it.
    pub name: &'static str,
    /// The data.
    pub values: Vec<f64>,
    /// Certified mean.
    pub mean: f64,
    /// Certified standard deviation (n - 1).
    pub sd: f64,
}

/// Computes mean and deviation of each; nothing is drawn.
pub fn answers(_seed: u64, _trials: usize) -> Result<Vec<KnownAnswer>, CheckFailed> {
    Ok(num_acc().into_iter().chain([mavro()]).flat_map(compared).collect())
}

fn compared(Dataset { name, mut values, mean, sd }: Dataset) -> [KnownAnswer; 2] {
    // The data are decimals: in binary each is off by up to half a unit in its last place, and with them, at most, the
    // mean and (by the triangle inequality, n / (n - 1) of it at most) the deviation.
    let greatest = values.iter().fold(0.0_f64, |greatest, value| greatest.max(value.abs()));
    let n = values.len() as f64;
    let off = greatest * f64::EPSILON / 2.0 * (n / (n - 1.0));
    let found = Statistics::of(&mut values);
    let known = |what: String, known, found| {
        bounded("Measures", say!("NIST {dataset}: {what}", dataset = name, what), known, found, off)
    };
    [known(say!("mean"), mean, found.mean), known(say!("standard deviation"), sd, found.sd)]
}

/// The four datasets of numerical accuracy, made so that fewer and fewer digits tell the values apart.
pub fn num_acc() -> [Dataset; 4] {
    let swinging = |name, middle: f64, low, high| Dataset {
        name,
        values: std::iter::once(middle).chain((0..500).flat_map(|_| [low, high])).collect(),
        mean: middle,
        sd: 0.1,
    };
    let values = vec![10_000_001.0, 10_000_003.0, 10_000_002.0];
    [
        Dataset { name: "NumAcc1", values, mean: 10_000_002.0, sd: 1.0 },
        swinging("NumAcc2", 1.2, 1.1, 1.3),
        swinging("NumAcc3", 1_000_000.2, 1_000_000.1, 1_000_000.3),
        swinging("NumAcc4", 10_000_000.2, 10_000_000.1, 10_000_000.3),
    ]
}

/// 50 measurements of what a filter lets through (R. Mavrodineanu).
pub fn mavro() -> Dataset {
    let values = MAVRO.iter().map(|above| f64::from(200_000 + above) / 100_000.0).collect();
    Dataset { name: "Mavro", values, mean: 2.001_856, sd: 0.000_429_123_454_003_053 }
}

/// In hundred-thousandths above 2.
#[rustfmt::skip]
const MAVRO: [i32; 50] = [
    180, 170, 180, 190, 180, 170, 150, 140, 150, 150, 170, 180, 180, 190, 190, 210, 200, 160, 140, 130, 130, 150, 150,
    160, 150, 140, 130, 140, 150, 140, 150, 160, 150, 160, 190, 200, 200, 210, 220, 230, 240, 250, 270, 260, 260, 260,
    270, 260, 250, 240,
];
