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

/// The mean of a sample and how its values lie about it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Moments {
    /// Mean.
    pub mean: f64,
    /// Standard deviation (n - 1).
    pub sd: f64,
    /// Standard error of the mean: sd / sqrt(n).
    pub se: f64,
}

impl Moments {
    /// Those of at least two values.
    pub fn of(values: &[f64]) -> Moments {
        let (mean, variance) = mean_and_variance(values);
        let sd = variance.sqrt();
        Moments { mean, sd, se: sd / (values.len() as f64).sqrt() }
    }
}

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
    /// The statistics of at least two values, of which no more are put in order than that takes.
    pub fn of(values: &mut [f64]) -> Statistics {
        let Moments { mean, sd, se } = Moments::of(values);
        Statistics { mean, sd, se, percentiles: percentiles(values) }
    }

    /// The same of values that are put in order.
    pub fn ordering(values: &mut [f64]) -> Statistics {
        let statistics = Statistics::of(values);
        values.sort_unstable_by(f64::total_cmp);
        statistics
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

/// [`PERCENTILES`] of at least one value, of which no more are put in order than that takes.
pub fn percentiles(values: &mut [f64]) -> [f64; 5] {
    percentiles_at(PERCENTILES, values)
}

/// The percentiles at some places from 0 to 1 of at least one value, of which no more are put in order than that takes.
pub fn percentiles_at<const N: usize>(places: [f64; N], values: &mut [f64]) -> [f64; N] {
    let last = values.len() - 1;
    let between = |p: f64| {
        let below = (p * last as f64).floor() as usize;
        [below, (below + 1).min(last)]
    };
    let mut ranks = places.map(between).concat();
    // Those of few values are the same.
    ranks.sort_unstable();
    ranks.dedup();
    put_in_place(values, 0, &ranks);
    places.map(|p| percentile(values, p))
}

/// Puts the values of some ranks in their places, those before and after each on its sides; `first` is the rank of the first
/// value.
fn put_in_place(values: &mut [f64], first: usize, ranks: &[usize]) {
    // From the middle one out: what is above it is not looked at for those below.
    let (below, rest) = ranks.split_at(ranks.len() / 2);
    if let Some((rank, above)) = rest.split_first() {
        let (lower, _, higher) = values.select_nth_unstable_by(rank - first, f64::total_cmp);
        put_in_place(lower, first, below);
        put_in_place(higher, rank + 1, above);
    }
}

/// The variance (n - 1) of at least two values.
pub fn variance(values: &[f64]) -> f64 {
    mean_and_variance(values).1
}

/// In two passes: the second is exact where all values are nearly the same.
fn mean_and_variance(values: &[f64]) -> (f64, f64) {
    let n = values.len() as f64;
    let mean = values.iter().sum::<f64>() / n;
    let squares: f64 = values.iter().map(|value| (value - mean) * (value - mean)).sum();
    (mean, squares / (n - 1.0))
}

/// The share of differences that are strictly better, ties counting half.
pub fn probability_better(differences: &[f64], more_is_better: bool) -> f64 {
    let better = |d: f64| if more_is_better { d > 0.0 } else { d < 0.0 };
    let twice: usize = differences.iter().map(|d| if *d == 0.0 { 1 } else { 2 * usize::from(better(*d)) }).sum();
    twice as f64 / (2.0 * differences.len() as f64)
}
