//! What each programme changes for each partner, trial by trial, for the first trials of a run.

use std::iter;

use rayon::prelude::*;

use crate::outcome::{Dimension, Field};
use crate::plan::Plans;
use crate::sim::chunks::{CHUNK, for_first};
use crate::sim::trial::{ChainState, PlanState};
use crate::units::Money;

/// The most trials that are kept of each partner.
const MOST_TRIALS: usize = 1_000;
/// The most changes that are kept in all, so that memory does not grow with the population.
const MOST_VALUES: usize = 24_000_000;

/// Changes of partners' net margin against the baseline of the same reading, in currency units.
#[derive(Debug, Clone, PartialEq)]
pub struct Changes {
    /// How many trials are kept.
    pub trials: usize,
    members: usize,
    programmes: usize,
    /// In the order of trials.
    chunks: Vec<Kept>,
}

/// What is kept of a chunk.
#[derive(Debug, Clone, PartialEq)]
struct Kept {
    /// How many trials it has.
    trials: usize,
    by_programme: Vec<ChunkChanges>,
}

/// What a programme changes in a chunk of trials. Most partners meet no deal that a scenario changes: they take no memory.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ChunkChanges {
    /// Place in `values` by partner, [`NOWHERE`] for one whom nothing changes for; empty where that is everybody.
    places: Vec<u32>,
    /// The trials of the chunk, of one partner that something changes for after the other.
    values: Vec<f32>,
}

/// The place of what is not there.
const NOWHERE: u32 = u32::MAX;

impl Changes {
    /// Nothing yet of a run of `count` trials.
    pub fn new(plans: &Plans, count: usize) -> Changes {
        let (members, programmes) = (plans.members.len(), plans.programmes());
        Changes { trials: Changes::trials(plans, count), members, programmes, chunks: Vec::new() }
    }

    /// How many of a run's `count` trials are kept.
    pub fn trials(plans: &Plans, count: usize) -> usize {
        let a_trial = (plans.programmes() * plans.members.len()).max(1);
        let chunks = (MOST_VALUES / a_trial / CHUNK).max(1);
        count.min(MOST_TRIALS).min(chunks * CHUNK)
    }

    /// Makes room for more chunks, of so many trials, by programme; `None` for those that are not kept.
    pub fn grow(&mut self, chunks: &[usize]) -> Vec<Option<&mut [ChunkChanges]>> {
        let before = self.chunks.len();
        let played = self.chunks.iter().map(|chunk| chunk.trials).sum::<usize>();
        let more = for_first(chunks.iter().copied(), self.trials.saturating_sub(played));
        self.chunks.extend(chunks[..more].iter().map(|trials| {
            let by_programme = vec![ChunkChanges::default(); self.programmes];
            Kept { trials: *trials, by_programme }
        }));
        let rooms = self.chunks[before..].iter_mut().map(|chunk| Some(chunk.by_programme.as_mut_slice()));
        rooms.chain(iter::repeat_with(|| None)).take(chunks.len()).collect()
    }

    /// What is kept where no more than the first `count` trials were played.
    pub fn of_first(self, count: usize) -> Changes {
        Changes { trials: self.trials.min(count), ..self }
    }

    /// The changes of the plans' programmes in the first `count` trials of a run of `most`, each from where it was kept,
    /// with its place there; `None` where less was kept than a run of these programmes keeps.
    pub fn joined(plans: &Plans, (count, most): (usize, usize), parts: &[(&Changes, usize)]) -> Option<Changes> {
        let joined = Changes::new(plans, most).of_first(count);
        if parts.iter().any(|(part, _)| part.trials < joined.trials || part.members != joined.members) {
            return None;
        }
        let of_chunk = |(at, like): (usize, &Kept)| {
            let of_part = |(part, place): &(&Changes, usize)| {
                let chunk = part.chunks.get(at).filter(|chunk| chunk.trials == like.trials)?;
                chunk.by_programme.get(*place).cloned()
            };
            Some(Kept { trials: like.trials, by_programme: parts.iter().map(of_part).collect::<Option<_>>()? })
        };
        // Where a scenario changes something for everybody, more than everything else that is kept of a run.
        let chunks = &parts.first()?.0.chunks;
        let kept = for_first(chunks.iter().map(|chunk| chunk.trials), joined.trials);
        let chunks = chunks[..kept].par_iter().enumerate().map(of_chunk).collect::<Option<_>>()?;
        Some(Changes { chunks, ..joined })
    }

    /// Whether nothing changes for a partner under a programme, in any trial.
    pub fn are_none(&self, programme: usize, partner: usize) -> bool {
        self.chunks.iter().all(|chunk| chunk.of(programme, partner).is_none())
    }

    /// The changes of a partner under a programme, by trial.
    pub fn of(&self, programme: usize, partner: usize) -> Vec<f32> {
        let mut changes = Vec::with_capacity(self.trials + CHUNK);
        for chunk in &self.chunks {
            changes.extend(chunk.of(programme, partner).unwrap_or(&[0.0; CHUNK][..chunk.trials]));
        }
        changes.truncate(self.trials);
        changes
    }
}

impl Kept {
    /// The changes of a partner by trial of the chunk, `None` where there are none.
    fn of(&self, programme: usize, partner: usize) -> Option<&[f32]> {
        let ChunkChanges { places, values } = &self.by_programme[programme];
        values.chunks_exact(self.trials).nth(*places.get(partner)? as usize)
    }
}

impl ChunkChanges {
    /// Keeps the change of one of so many partners in one of so many trials of the chunk.
    fn keep(&mut self, (partner, members): (usize, usize), (trial, trials): (usize, usize), change: f32) {
        if self.places.is_empty() {
            self.places.resize(members, NOWHERE);
        }
        let place = &mut self.places[partner];
        if *place == NOWHERE {
            *place = (self.values.len() / trials) as u32;
            self.values.resize(self.values.len() + trials, 0.0);
        }
        self.values[*place as usize * trials + trial] = change;
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
    let mut compare = |first: usize, own: &[Money], base: &[Money]| {
        for (at, (own, base)) in own.iter().zip(base).enumerate() {
            if own != base {
                found(first + at, (*own - *base).minor());
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
/// the level they held at first; and keeps the changes of each programme, where there is room for those of a `trial` of a
/// chunk that has so many.
pub fn compare(
    plans: &Plans,
    states: &mut [PlanState],
    chains: &[ChainState],
    (trial, mut room): ((usize, usize), Option<&mut [ChunkChanges]>),
) {
    let (shape, members) = (&plans.shape, plans.members.len());
    for place in 0..states.len() {
        let mut by_level = vec![0; shape.levels];
        let mut kept = room.as_deref_mut().and_then(|room| room.get_mut(place));
        for_each_change(plans, place, &states[place], states, chains, |partner, change| {
            by_level[usize::from(plans.columns.levels[partner])] += i64::from(change < 0);
            if let Some(kept) = &mut kept {
                kept.keep((partner, members), trial, (change as f64 / 100.0) as f32);
            }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::programme::{Programme, Readings};
    use crate::schema;
    use crate::sim::chunks;

    #[test]
    fn what_a_run_of_more_programmes_keeps_is_taken_from_runs_of_fewer() {
        let mut baseline = schema::defaults();
        baseline.settings.readings = Readings::Static;
        let open = Programme {
            registration: crate::programme::Registration { installed_base: true, ..baseline.registration.clone() },
            ..baseline.clone()
        };
        // A run of five programmes keeps less of 1,000 trials than one of two.
        let [few, many] = [1, 4].map(|scenarios| Plans::new(&baseline, &vec![&open; scenarios]));
        let kept = |plans: &Plans| {
            let mut kept = Changes::new(plans, 1_000);
            kept.grow(&chunks::sizes(1_000));
            kept
        };
        let (of_few, of_many) = (kept(&few), kept(&many));
        assert!(of_many.trials < of_few.trials && of_many.chunks.len() < of_few.chunks.len());
        let parts = [(&of_few, 0), (&of_few, 1), (&of_many, 2), (&of_many, 3), (&of_many, 4)];
        assert_eq!(Changes::joined(&many, (1_000, 1_000), &parts), Some(of_many.clone()));
        // Not the other way round.
        assert_eq!(Changes::joined(&few, (1_000, 1_000), &[(&of_few, 0), (&of_many, 1)]), None);
    }
}
