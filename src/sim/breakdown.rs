//! Exact sums over trials, by plan and by every row of the breakdown. Sums of integers do not depend on their order, so
//! threads may add theirs when they are done.
//!
//! A thread adds trial after trial in two columns of 64 bits, which several fields go through at once; those of all
//! threads come together in 128.

use crate::outcome::{FIELDS, Field, Tally};

/// Sums of some tallies over trials.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sums {
    sums: Vec<[i128; FIELDS]>,
    /// Sums of the squared differences of the front margin with the baseline.
    squares: Vec<i128>,
}

/// Sums of some tallies over trials of one thread.
#[derive(Debug, Clone)]
pub struct ThreadSums {
    /// Of the lower 32 bits of each field: room for 2^32 trials.
    low: Vec<[u64; FIELDS]>,
    /// Of the upper ones, with their sign.
    high: Vec<[i64; FIELDS]>,
    /// Sums of the squared differences of the front margin with the baseline.
    squares: Vec<i128>,
}

impl ThreadSums {
    /// Sums over `rows` tallies, all zero.
    pub fn new(rows: usize) -> ThreadSums {
        ThreadSums { low: vec![[0; FIELDS]; rows], high: vec![[0; FIELDS]; rows], squares: vec![0; rows] }
    }

    /// Back to zero.
    pub fn clear(&mut self) {
        self.low.fill([0; FIELDS]);
        self.high.fill([0; FIELDS]);
        self.squares.fill(0);
    }

    /// Adds one trial's tallies; `baseline` are the baseline's of the same rows.
    pub fn add(&mut self, tallies: &[Tally], baseline: &[Tally]) {
        add_halves(&mut self.low, &mut self.high, tallies);
        for (square, (tally, base)) in self.squares.iter_mut().zip(tallies.iter().zip(baseline)) {
            let difference = i128::from(tally[Field::FrontMargin] - base[Field::FrontMargin]);
            *square = square.saturating_add(difference * difference);
        }
    }
}

/// Adds the two halves of each field to sums of their own. Compiled for several processors, as [`crate::units::column`].
#[multiversion::multiversion(targets("x86_64+avx512f+avx512dq+avx512vl", "x86_64+avx2"))]
fn add_halves(low: &mut [[u64; FIELDS]], high: &mut [[i64; FIELDS]], tallies: &[Tally]) {
    for ((low, high), tally) in low.iter_mut().zip(high).zip(tallies) {
        for ((low, high), value) in low.iter_mut().zip(high).zip(&tally.0) {
            *low = low.wrapping_add(*value as u64 & u64::from(u32::MAX));
            *high = high.wrapping_add(*value >> 32);
        }
    }
}

impl Sums {
    /// Sums over `rows` tallies, all zero.
    pub fn new(rows: usize) -> Sums {
        Sums { sums: vec![[0; FIELDS]; rows], squares: vec![0; rows] }
    }

    /// Adds a thread's sums of the same rows.
    pub fn merge(&mut self, other: &ThreadSums) {
        for ((row, low), high) in self.sums.iter_mut().zip(&other.low).zip(&other.high) {
            for ((sum, low), high) in row.iter_mut().zip(low).zip(high) {
                *sum += (i128::from(*high) << 32) + i128::from(*low);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outcome::Totals;

    #[test]
    fn sums_of_halves_are_exact() {
        let values = [i64::MAX, i64::MAX - 1, -1, i64::MIN, 1 << 32, (1 << 32) - 1, -(1 << 32)];
        let mut thread = ThreadSums::new(1);
        for value in values {
            thread.add(&[Totals([value; FIELDS])], &[Totals([value; FIELDS])]);
        }
        let mut sums = Sums::new(1);
        sums.merge(&thread);
        sums.merge(&thread);
        assert_eq!(sums.sum(0, Field::Held), 2 * values.iter().map(|value| i128::from(*value)).sum::<i128>());
    }
}
