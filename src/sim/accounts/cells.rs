//! What deals bring by the level and segment of who earned or spent it, and their contracts month by month.

use crate::outcome::{DealTally, add_each};
use crate::plan::Plans;
use crate::sim::accrual::{Accrual, Signature};

/// Totals by level and segment since they were last emptied, of each month, and contracts, which go on.
#[derive(Debug, Clone)]
pub struct Cells {
    segments: usize,
    month: usize,
    /// One tally for each level and segment.
    pub(super) tallies: Vec<DealTally>,
    /// What all came to when the last month was closed.
    closed: DealTally,
    /// Contracts signed so far, where some plan sells by use.
    pub accrual: Option<Box<Accrual>>,
}

impl Cells {
    /// Empty cells for the plans' levels and segments.
    pub fn new(plans: &Plans) -> Cells {
        Cells {
            segments: plans.shape.segments,
            month: 0,
            tallies: vec![DealTally::default(); plans.shape.levels * plans.shape.segments],
            closed: DealTally::default(),
            accrual: plans.sells_by_use().then(|| Box::new(Accrual::new(plans))),
        }
    }

    /// Opens a month.
    pub fn start_month(&mut self, month: usize) {
        self.month = month;
    }

    /// Empties everything.
    pub fn next_trial(&mut self) {
        self.empty();
        if let Some(accrual) = &mut self.accrual {
            accrual.clear();
        }
    }

    /// Empties everything but contracts, which go on.
    pub fn empty(&mut self) {
        self.tallies.fill(DealTally::default());
        self.closed = DealTally::default();
    }

    /// Adds what others have by level and segment, and came to when the last month was closed.
    pub fn add(&mut self, other: &Cells) {
        add_each(&mut self.tallies, &other.tallies);
        self.closed += &other.closed;
    }

    /// Whether any contract was signed.
    pub fn has_contracts(&self) -> bool {
        self.accrual.as_ref().is_some_and(|accrual| accrual.is_used())
    }

    /// Books a contract of a partner that holds `level`, in a segment, `times` times.
    pub fn sign(&mut self, (level, segment, partner): (usize, usize, u32), signature: &Signature, times: i64) {
        let cell = self.at(level, segment);
        if let Some(accrual) = &mut self.accrual {
            accrual.sign(self.month, cell, partner, signature, times);
        }
    }

    /// The place of a level and a segment.
    #[inline(always)]
    pub(super) fn at(&self, level: usize, segment: usize) -> usize {
        level * self.segments + segment
    }

    /// Closes the month: with what is recognised of contracts in it, what it came to altogether.
    pub fn close_month(&mut self) -> DealTally {
        self.recognise();
        let mut all = DealTally::default();
        for tally in &self.tallies {
            all += tally;
        }
        let mut month = all;
        month -= &self.closed;
        self.closed = all;
        month
    }

    /// Adds what is recognised this month of contracts.
    fn recognise(&mut self) {
        let recognised = self.accrual.as_ref().and_then(|accrual| accrual.month(self.month));
        for (tally, part) in self.tallies.iter_mut().zip(recognised.unwrap_or_default()) {
            part.book(tally);
        }
    }

    /// The months that were closed by level, then by segment, then altogether.
    pub fn sums(&self) -> (Vec<DealTally>, Vec<DealTally>, DealTally) {
        let mut by_segment = vec![DealTally::default(); self.segments];
        let by_level = self.tallies.chunks(self.segments).map(|row| {
            let mut level = DealTally::default();
            for (segment, tally) in by_segment.iter_mut().zip(row) {
                *segment += tally;
                level += tally;
            }
            level
        });
        (by_level.collect(), by_segment, self.closed)
    }
}
