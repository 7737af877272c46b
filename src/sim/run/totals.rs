//! What trials came to, one by one.

use crate::outcome::Tally;
use crate::plan::Plans;
use crate::sim::chunks::cut;

/// What each trial of each programme came to over the horizon.
#[derive(Debug, Clone, Default)]
pub struct Totals {
    /// Number of trials.
    pub count: usize,
    /// Number of programmes in all readings, each reading's baseline first.
    pub programmes: usize,
    pub(super) levels: usize,
    /// By trial and programme.
    pub(super) totals: Vec<Tally>,
    /// Partners after the last evaluation, by trial, programme and level.
    pub(super) held: Vec<u32>,
}

impl Totals {
    /// Those of no trial yet.
    pub(super) fn new(plans: &Plans) -> Totals {
        Totals { programmes: plans.programmes(), levels: plans.shape.levels, ..Totals::default() }
    }

    /// The totals of a programme in a trial.
    pub fn total(&self, trial: usize, programme: usize) -> &Tally {
        &self.totals[trial * self.programmes + programme]
    }

    /// The partners at each level after the last evaluation of a trial.
    pub fn held(&self, trial: usize, programme: usize) -> &[u32] {
        &self.held[(trial * self.programmes + programme) * self.levels..][..self.levels]
    }

    /// Makes room for more trials, in chunks of so many.
    pub(super) fn grow(&mut self, chunks: &[usize]) -> impl Iterator<Item = (&mut [Tally], &mut [u32])> {
        let (programmes, levels) = (self.programmes, self.levels);
        let before = self.count * programmes;
        self.count += chunks.iter().sum::<usize>();
        self.totals.resize(self.count * programmes, Tally::default());
        self.held.resize(self.count * programmes * levels, 0);
        let of_chunk = |each: usize| chunks.iter().map(move |trials| trials * each);
        let totals = cut(&mut self.totals[before..], of_chunk(programmes));
        totals.into_iter().zip(cut(&mut self.held[before * levels..], of_chunk(programmes * levels)))
    }
}
