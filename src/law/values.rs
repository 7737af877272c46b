//! Laws that are given by values: weighted ones, and observations.

use super::LawError;
use crate::say;

/// Values with probabilities.
#[derive(Debug, Clone, PartialEq)]
pub struct Discrete {
    /// Rising values, each once, with their probabilities.
    pub points: Vec<(f64, f64)>,
    up_to: Vec<f64>,
}

impl Discrete {
    /// Values with weights above 0, in any order; weights of the same value add up.
    pub fn new(weighted: &[(f64, f64)]) -> Result<Discrete, LawError> {
        if weighted.is_empty() {
            return Err(LawError::new("values", say!("must be at least one value with its weight")));
        }
        if weighted.iter().any(|(value, _)| !value.is_finite()) {
            return Err(LawError::new("values", say!("must be finite numbers")));
        }
        if weighted.iter().any(|(_, weight)| !(*weight > 0.0 && weight.is_finite())) {
            return Err(LawError::new("weights", say!("must be above 0")));
        }
        let mut ordered = weighted.to_vec();
        ordered.sort_by(|one, other| one.0.total_cmp(&other.0).then(one.1.total_cmp(&other.1)));
        let total: f64 = ordered.iter().map(|(_, weight)| weight).sum();
        if !total.is_finite() {
            return Err(LawError::new("weights", say!("must have a finite sum")));
        }
        let mut points: Vec<(f64, f64)> = Vec::with_capacity(ordered.len());
        for (value, weight) in ordered {
            match points.last_mut() {
                Some(last) if last.0 == value => last.1 += weight / total,
                _ => points.push((value, weight / total)),
            }
        }
        let mut sum = 0.0;
        let up_to = points.iter().map(|(_, chance)| {
            sum += chance;
            sum
        });
        Ok(Discrete { up_to: up_to.collect(), points })
    }

    /// The smallest value with a probability of at least `p` up to it.
    pub fn quantile(&self, p: f64) -> f64 {
        let at = self.up_to.partition_point(|up_to| *up_to < p);
        self.points[at.min(self.points.len() - 1)].0
    }

    /// The probability of at most `x`.
    pub fn cdf(&self, x: f64) -> f64 {
        match self.points.partition_point(|(value, _)| *value <= x) {
            0 => 0.0,
            all if all == self.points.len() => 1.0,
            some => self.up_to[some - 1].min(1.0),
        }
    }

    /// Mean and variance.
    pub fn moments(&self) -> (f64, f64) {
        moments(&self.points)
    }

    /// The smallest and the largest value.
    pub fn support(&self) -> (f64, f64) {
        (self.points[0].0, self.points[self.points.len() - 1].0)
    }
}

/// Mean and variance of values with probabilities.
pub fn moments(points: &[(f64, f64)]) -> (f64, f64) {
    let mean = points.iter().map(|(value, chance)| value * chance).sum::<f64>();
    (mean, points.iter().map(|(value, chance)| (value - mean) * (value - mean) * chance).sum())
}

/// Observations, joined by straight lines: the quantile of type 7 of Hyndman and Fan (1996).
#[derive(Debug, Clone, PartialEq)]
pub struct Empirical {
    ordered: Vec<f64>,
}

impl Empirical {
    /// At least two different observations, in any order.
    pub fn new(observations: &[f64]) -> Result<Empirical, LawError> {
        if observations.iter().any(|value| !value.is_finite()) {
            return Err(LawError::new("observations", say!("must be finite numbers")));
        }
        let mut ordered = observations.to_vec();
        ordered.sort_by(f64::total_cmp);
        if ordered.first() == ordered.last() {
            return Err(LawError::new("observations", say!("must be at least two different values")));
        }
        Ok(Empirical { ordered })
    }

    fn gaps(&self) -> f64 {
        (self.ordered.len() - 1) as f64
    }

    /// The quantile of type 7.
    pub fn quantile(&self, p: f64) -> f64 {
        let place = p * self.gaps();
        let below = (place as usize).min(self.ordered.len() - 2);
        let (left, right) = (self.ordered[below], self.ordered[below + 1]);
        left + (place - below as f64) * (right - left)
    }

    /// The probability of at most `x`.
    pub fn cdf(&self, x: f64) -> f64 {
        self.share(x, self.ordered.partition_point(|value| *value <= x))
    }

    /// The probability of less than `x`.
    pub fn below(&self, x: f64) -> f64 {
        self.share(x, self.ordered.partition_point(|value| *value < x))
    }

    /// The share at `x`, which follows that many observations.
    fn share(&self, x: f64, before: usize) -> f64 {
        if before == 0 {
            return 0.0;
        }
        if before == self.ordered.len() {
            return 1.0;
        }
        let (left, right) = (self.ordered[before - 1], self.ordered[before]);
        ((before - 1) as f64 + (x - left) / (right - left)) / self.gaps()
    }

    /// Mean and variance of the joined observations.
    pub fn moments(&self) -> (f64, f64) {
        let pairs = || self.ordered.iter().zip(&self.ordered[1..]);
        let mean = pairs().map(|(left, right)| 0.5 * (left + right)).sum::<f64>() / self.gaps();
        let squares = pairs().map(|(left, right)| {
            let (left, right) = (left - mean, right - mean);
            (left * left + left * right + right * right) / 3.0
        });
        (mean, squares.sum::<f64>() / self.gaps())
    }

    /// The smallest and the largest observation.
    pub fn support(&self) -> (f64, f64) {
        (self.ordered[0], self.ordered[self.ordered.len() - 1])
    }

    /// The probabilities at which the straight lines meet.
    pub fn kinks(&self) -> Vec<f64> {
        (1..self.ordered.len() - 1).map(|at| at as f64 / self.gaps()).collect()
    }
}
