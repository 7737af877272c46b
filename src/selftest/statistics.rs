//! Means and deviations of datasets whose statistics are certified by the National Institute of Standards and Technology
//! (Statistical Reference Datasets, Univariate Summary Statistics).

use super::{KnownAnswer, bounded};
use crate::say;
use crate::sim::check::CheckFailed;
use crate::stats::Statistics;

pub mod nist;

use nist::{Dataset, certified};

/// Computes mean and deviation of each; nothing is drawn.
///
/// # Errors
/// None: as those of the other subjects, who play trials.
pub fn answers(_seed: u64, _trials: usize) -> Result<Vec<KnownAnswer>, CheckFailed> {
    Ok(certified().into_iter().flat_map(compared).collect())
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
