//! What each programme changes for each partner, trial by trial, for the first trials of a run.

use rayon::prelude::*;

use crate::outcome::{Dimension, Field};
use crate::plan::Plans;
use crate::sim::partners::CHUNK;
use crate::sim::trial::{ChainState, PlanState};

/// The most trials that are kept of each partner.
const MOST_TRIALS: usize = 1_000;
/// The most changes that are kept in all, so that memory does not grow with the population.
const MOST_VALUES: usize = 24_000_000;

/// Changes of partners' net margin against the baseline of the same reading, in currency units.
#[derive(Debug, Clone, PartialEq)]
pub struct Changes {
    /// How many trials are kept.
    pub trials: usize,
    programmes: usize,
    members: usize,
    /// By chunk, programme and partner, the trials of the chunk.
    values: Vec<f32>,
}

impl Changes {
    /// Memory for a run of `count` trials.
    pub fn new(plans: &Plans, count: usize) -> Changes {
        let (programmes, members) = (plans.programmes(), plans.members.len());
        let trials = Changes::trials(plans, count);
        let values = vec![0.0; trials.div_ceil(CHUNK) * CHUNK * (programmes * members).max(1)];
        Changes { trials, programmes, members, values }
    }

    /// How many of a run's `count` trials are kept.
    pub fn trials(plans: &Plans, count: usize) -> usize {
        let a_trial = (plans.programmes() * plans.members.len()).max(1);
        let chunks = (MOST_VALUES / a_trial / CHUNK).max(1);
        count.min(MOST_TRIALS).min(chunks * CHUNK)
    }

    /// The memory of some chunks from `first` on; `None` for those that are not kept.
    pub fn chunks(&mut self, first: usize, chunks: usize) -> Vec<Option<&mut [f32]>> {
        let kept = self.values.chunks_mut(self.programmes * self.members * CHUNK).skip(first);
        let mut parts: Vec<Option<&mut [f32]>> = kept.map(Some).collect();
        parts.resize_with(chunks, || None);
        parts
    }

    /// What is kept where no more than the first `count` trials were played.
    pub fn of_first(self, count: usize) -> Changes {
        Changes { trials: self.trials.min(count), ..self }
    }

    /// The changes of the plans' programmes in the first `count` trials of a run of `most`, each from where it was kept,
    /// with its place there; `None` where less was kept than a run of these programmes keeps.
    pub fn joined(plans: &Plans, (count, most): (usize, usize), parts: &[(&Changes, usize)]) -> Option<Changes> {
        let mut joined = Changes::new(plans, most).of_first(count);
        let (trials, members) = (joined.trials, joined.members);
        if parts.iter().any(|(part, _)| part.trials < trials || part.members != members) {
            return None;
        }
        let size = members * CHUNK;
        // All partners of all programmes: in a large programme more than everything else that is kept of a run.
        let chunks = joined.values.par_chunks_mut((parts.len() * size).max(1)).enumerate();
        let found = chunks.try_for_each(|(chunk, values)| {
            for ((part, programme), values) in parts.iter().zip(values.chunks_mut(size.max(1))) {
                values.copy_from_slice(part.values.get((chunk * part.programmes + programme) * size..)?.get(..size)?);
            }
            Some(())
        });
        found.map(|()| joined)
    }

    /// The changes of a partner under a programme, by trial.
    pub fn of(&self, programme: usize, partner: usize) -> Vec<f32> {
        let mut changes = Vec::with_capacity(self.trials);
        for chunk in self.values.chunks(self.programmes * self.members * CHUNK) {
            let start = (programme * self.members + partner) * CHUNK;
            let left = self.trials - changes.len();
            changes.extend(&chunk[start..start + CHUNK.min(left)]);
        }
        changes
    }
}

/// Writes the changes of one trial of a chunk.
pub fn keep(plans: &Plans, at: usize, states: &[PlanState], chains: &[ChainState], chunk: &mut [f32]) {
    let members = plans.members.len();
    for (place, state) in states[..plans.programmes()].iter().enumerate() {
        for_each_change(plans, place, state, states, chains, |partner, change| {
            chunk[(place * members + partner) * CHUNK + at] = (change as f64 / 100.0) as f32;
        });
    }
}

/// Calls with every partner, by place, whose net margin differs from the baseline's, and with the difference in cents.
fn for_each_change(
    plans: &Plans,
    place: usize,
    state: &PlanState,
    states: &[PlanState],
    chains: &[ChainState],
    mut found: impl FnMut(usize, i64),
) {
    let rules = &plans.plans[place];
    let mut compare = |first: usize, own: &[i64], base: &[i64]| {
        for (at, (own, base)) in own.iter().zip(base).enumerate() {
            if own != base {
                found(first + at, own - base);
            }
        }
    };
    compare(0, &state.roll.net, &states[rules.baseline].roll.net);
    let baseline = plans.plans[rules.baseline].chain;
    if rules.chain != baseline {
        compare(plans.pool(), &chains[rules.chain].roll.net, &chains[baseline].roll.net);
    }
}

/// Counts, for each plan, the partners whose net margin is below what it is under the baseline in the same trial, by
/// the level they held at first.
pub fn count_worse_off(plans: &Plans, states: &mut [PlanState], chains: &[ChainState]) {
    let shape = &plans.shape;
    for place in 0..states.len() {
        let mut by_level = vec![0; shape.levels];
        for_each_change(plans, place, &states[place], states, chains, |partner, change| {
            by_level[usize::from(plans.columns.levels[partner])] += i64::from(change < 0);
        });
        let rows = &mut states[place].rows;
        let worse: i64 = by_level.iter().sum();
        for (level, worse) in by_level.iter().enumerate() {
            rows[shape.row(Dimension::Level, level)][Field::WorseOff] = *worse;
        }
        for dimension in [Dimension::Segment, Dimension::Business] {
            rows[shape.unassigned(dimension)][Field::WorseOff] = worse;
        }
        // It is known when the horizon ends.
        rows[shape.row(Dimension::Month, shape.months - 1)][Field::WorseOff] = worse;
    }
}
