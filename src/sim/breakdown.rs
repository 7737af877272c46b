//! Exact sums over trials, by plan and by every row of the breakdown. Sums of integers do not depend on their order, so
//! threads may add theirs when they are done.

use crate::outcome::{FIELDS, Field, Tally};

/// Sums of some tallies over trials.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sums {
    sums: Vec<[i128; FIELDS]>,
    /// Sums of the squared differences with the baseline.
    squares: Vec<[i128; FIELDS]>,
}

impl Sums {
    /// Sums over `rows` tallies, all zero.
    pub fn new(rows: usize) -> Sums {
        Sums { sums: vec![[0; FIELDS]; rows], squares: vec![[0; FIELDS]; rows] }
    }

    /// Back to zero.
    pub fn clear(&mut self) {
        self.sums.fill([0; FIELDS]);
        self.squares.fill([0; FIELDS]);
    }

    /// Adds one trial's tallies; `baseline` are the baseline's of the same rows.
    pub fn add(&mut self, tallies: &[Tally], baseline: &[Tally]) {
        let rows = self.sums.iter_mut().zip(&mut self.squares).zip(tallies.iter().zip(baseline));
        for ((sums, squares), (tally, base)) in rows {
            for field in 0..FIELDS {
                let difference = tally.0[field] - base.0[field];
                sums[field] += i128::from(tally.0[field]);
                squares[field] = squares[field].saturating_add(i128::from(difference) * i128::from(difference));
            }
        }
    }

    /// Adds other sums of the same rows.
    pub fn merge(&mut self, other: &Sums) {
        let mine = self.sums.iter_mut().chain(&mut self.squares);
        for (row, added) in mine.zip(other.sums.iter().chain(&other.squares)) {
            for (sum, value) in row.iter_mut().zip(added) {
                *sum += value;
            }
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

    /// The standard error of the mean difference with the baseline, whose sums are given.
    pub fn difference_error(&self, baseline: &Sums, row: usize, field: Field, trials: usize) -> f64 {
        let n = trials as f64;
        let mean = (self.sum(row, field) - baseline.sum(row, field)) as f64 / n;
        let spread = self.squares[row][field as usize] as f64 / n - mean * mean;
        (spread.max(0.0) / (n - 1.0)).sqrt()
    }
}

/// Sums by partner over trials.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartnerSums(pub Vec<[i128; FIELDS]>);

impl PartnerSums {
    /// Sums over partners, all zero.
    pub fn new(partners: usize) -> PartnerSums {
        PartnerSums(vec![[0; FIELDS]; partners])
    }

    /// Back to zero.
    pub fn clear(&mut self) {
        self.0.fill([0; FIELDS]);
    }

    /// Adds the tallies of the first partners.
    pub fn add(&mut self, tallies: &[Tally]) {
        for (sums, tally) in self.0.iter_mut().zip(tallies) {
            for (sum, value) in sums.iter_mut().zip(&tally.0) {
                *sum += i128::from(*value);
            }
        }
    }

    /// Adds other sums of the same partners.
    pub fn merge(&mut self, other: &PartnerSums) {
        for (sums, added) in self.0.iter_mut().zip(&other.0) {
            for (sum, value) in sums.iter_mut().zip(added) {
                *sum += value;
            }
        }
    }

    /// The mean of a field of a partner, in cents or pieces.
    pub fn mean(&self, partner: usize, field: Field, trials: usize) -> f64 {
        self.0[partner][field as usize] as f64 / trials as f64
    }
}
