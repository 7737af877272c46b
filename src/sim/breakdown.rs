//! Exact sums over trials, by plan and by every row of the breakdown. Sums of integers do not depend on their order, so
//! threads may add theirs when they are done.

use crate::outcome::{FIELDS, Field, Tally};

/// Sums of some tallies over trials.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sums {
    sums: Vec<[i128; FIELDS]>,
    /// Sums of the squared differences of the front margin with the baseline.
    squares: Vec<i128>,
}

impl Sums {
    /// Sums over `rows` tallies, all zero.
    pub fn new(rows: usize) -> Sums {
        Sums { sums: vec![[0; FIELDS]; rows], squares: vec![0; rows] }
    }

    /// Back to zero.
    pub fn clear(&mut self) {
        self.sums.fill([0; FIELDS]);
        self.squares.fill(0);
    }

    /// Adds one trial's tallies; `baseline` are the baseline's of the same rows.
    pub fn add(&mut self, tallies: &[Tally], baseline: &[Tally]) {
        let rows = self.sums.iter_mut().zip(&mut self.squares).zip(tallies.iter().zip(baseline));
        for ((sums, square), (tally, base)) in rows {
            for (sum, value) in sums.iter_mut().zip(&tally.0) {
                *sum += i128::from(*value);
            }
            let difference = i128::from(tally[Field::FrontMargin] - base[Field::FrontMargin]);
            *square = square.saturating_add(difference * difference);
        }
    }

    /// Adds other sums of the same rows.
    pub fn merge(&mut self, other: &Sums) {
        for (row, added) in self.sums.iter_mut().zip(&other.sums) {
            for (sum, value) in row.iter_mut().zip(added) {
                *sum += value;
            }
        }
        for (square, added) in self.squares.iter_mut().zip(&other.squares) {
            *square += added;
        }
    }

    /// Number of rows.
    pub fn len(&self) -> usize {
        self.sums.len()
    }

    /// Whether there are no rows.
    pub fn is_empty(&self) -> bool {
        self.sums.is_empty()
    }

    /// The sum of a field over the trials.
    pub fn sum(&self, row: usize, field: Field) -> i128 {
        self.sums[row][field as usize]
    }

    /// The mean of a field.
    pub fn mean(&self, row: usize, field: Field, trials: usize) -> f64 {
        self.sum(row, field) as f64 / trials as f64
    }

    /// The standard error of the mean difference of the front margin with the baseline, whose sums are given.
    pub fn margin_error(&self, baseline: &Sums, row: usize, trials: usize) -> f64 {
        let n = trials as f64;
        let mean = (self.sum(row, Field::FrontMargin) - baseline.sum(row, Field::FrontMargin)) as f64 / n;
        let spread = self.squares[row] as f64 / n - mean * mean;
        (spread.max(0.0) / (n - 1.0)).sqrt()
    }
}
