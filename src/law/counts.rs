//! Poisson and binomial counts, by a table of the distribution function that is prepared once.

use super::special;

/// Masses below this are left out: no uniform draw is that near to 0 or 1.
const LEAST: f64 = 1e-20;

/// A law of counts.
#[derive(Debug, Clone, PartialEq)]
pub struct Counts {
    first: f64,
    /// `masses[i]` is the probability of `first + i`, `up_to[i]` that of at most `first + i`.
    masses: Vec<f64>,
    up_to: Vec<f64>,
    /// The count that is never exceeded.
    pub most: f64,
    /// Mean and variance.
    pub moments: (f64, f64),
}

impl Counts {
    /// Poisson counts.
    pub fn poisson(mean: f64) -> Counts {
        let mode = mean.floor();
        let ratio = |k: f64| mean / (k + 1.0);
        Counts::around(mode, special::poisson_mass(mode, mean), f64::INFINITY, ratio, (mean, mean))
    }

    /// Binomial counts.
    pub fn binomial(trials: f64, chance: f64) -> Counts {
        let rest = 1.0 - chance;
        let mode = ((trials + 1.0) * chance).floor().min(trials);
        let mass = special::binomial_mass(mode, trials - mode, chance, rest);
        let ratio = |k: f64| (trials - k) / (k + 1.0) * (chance / rest);
        Counts::around(mode, mass, trials, ratio, (trials * chance, trials * chance * rest))
    }

    /// The table, from the most probable count outwards; `ratio(k)` is the mass of `k + 1` by that of `k`.
    fn around(mode: f64, mass: f64, most: f64, ratio: impl Fn(f64) -> f64, moments: (f64, f64)) -> Counts {
        let mut first = mode;
        let mut masses = vec![mass];
        while first > 0.0 && masses[masses.len() - 1] > LEAST {
            first -= 1.0;
            masses.push(masses[masses.len() - 1] / ratio(first));
        }
        masses.reverse();
        let mut last = mode;
        while last < most && masses[masses.len() - 1] > LEAST {
            masses.push(masses[masses.len() - 1] * ratio(last));
            last += 1.0;
        }
        let mut sum = 0.0;
        let up_to = masses.iter().map(|mass| {
            sum += mass;
            sum
        });
        Counts { first, up_to: up_to.collect(), masses, most, moments }
    }

    /// The smallest count with a probability of at least `p` up to it.
    pub fn quantile(&self, p: f64) -> f64 {
        let at = self.up_to.partition_point(|up_to| *up_to < p);
        self.first + at.min(self.up_to.len() - 1) as f64
    }

    /// The probability of at most `x`.
    pub fn cdf(&self, x: f64) -> f64 {
        let place = x.floor() - self.first;
        if place < 0.0 {
            return 0.0;
        }
        // A float beyond the range becomes the largest whole number.
        let at = place as usize;
        if at + 1 >= self.up_to.len() { 1.0 } else { self.up_to[at].min(1.0) }
    }

    /// The counts and their probabilities.
    pub fn points(&self) -> Vec<(f64, f64)> {
        self.masses.iter().enumerate().map(|(at, mass)| (self.first + at as f64, *mass)).collect()
    }
}
