//! Statistics of trials: moments, order statistics, paired differences; and what they are worth: intervals, ranks, Sobol
//! indices, what is known and what is luck.

mod beta;
pub mod decompose;
pub mod interval;
pub mod order;
pub mod paired;
pub mod rank;
pub mod sobol;
pub mod student;
#[cfg(test)]
mod tests;

/// What is reported of a sample.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Statistics {
    /// Mean.
    pub mean: f64,
    /// Standard deviation (n - 1).
    pub sd: f64,
    /// Standard error of the mean: sd / sqrt(n).
    pub se: f64,
    /// Percentiles 5, 25, 50, 75 and 95, linear interpolation between order statistics (type 7 of Hyndman and Fan).
    pub percentiles: [f64; 5],
}

/// The percentiles that are reported.
pub const PERCENTILES: [f64; 5] = [0.05, 0.25, 0.50, 0.75, 0.95];

impl Statistics {
    /// The statistics of at least two values, which are put in order.
    pub fn of(values: &mut [f64]) -> Statistics {
        let n = values.len() as f64;
        let mean = values.iter().sum::<f64>() / n;
        // Two passes: the second is exact where all values are nearly the same.
        let squares: f64 = values.iter().map(|value| (value - mean) * (value - mean)).sum();
        let sd = (squares / (n - 1.0)).sqrt();
        values.sort_unstable_by(f64::total_cmp);
        Statistics { mean, sd, se: sd / n.sqrt(), percentiles: PERCENTILES.map(|p| percentile(values, p)) }
    }

    /// The 5th and the 95th percentile: nine futures in ten lie between.
    pub fn range(&self) -> (f64, f64) {
        (self.percentiles[0], self.percentiles[4])
    }
}

/// The percentile of values in order, at `p` from 0 to 1: type 7.
pub fn percentile(ordered: &[f64], p: f64) -> f64 {
    let place = p * (ordered.len() - 1) as f64;
    let below = place.floor() as usize;
    let above = (below + 1).min(ordered.len() - 1);
    ordered[below] + (place - below as f64) * (ordered[above] - ordered[below])
}

/// [`PERCENTILES`] of at least one value, which need not be put in order for so few of them.
pub fn percentiles(values: &mut [f64]) -> [f64; 5] {
    let mut found = [0.0; 5];
    let last = values.len() - 1;
    let mut end = values.len();
    // From the highest down: what lies above one is not looked at again.
    for (found, p) in found.iter_mut().zip(PERCENTILES).rev() {
        let place = p * last as f64;
        let above = (place.floor() as usize + 1).min(last);
        let (lower, high, _) = values[..end].select_nth_unstable_by(above, f64::total_cmp);
        let high = *high;
        let low = lower.iter().copied().max_by(f64::total_cmp).unwrap_or(high);
        *found = low + (place - place.floor()) * (high - low);
        end = above + 1;
    }
    found
}

/// The variance (n - 1) of at least two values.
pub fn variance(values: &[f64]) -> f64 {
    let n = values.len() as f64;
    let mean = values.iter().sum::<f64>() / n;
    values.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>() / (n - 1.0)
}

/// The share of differences that are strictly better, ties counting half.
pub fn probability_better(differences: &[f64], more_is_better: bool) -> f64 {
    let better = |d: f64| if more_is_better { d > 0.0 } else { d < 0.0 };
    let twice: usize = differences.iter().map(|d| if *d == 0.0 { 1 } else { 2 * usize::from(better(*d)) }).sum();
    twice as f64 / (2.0 * differences.len() as f64)
}
