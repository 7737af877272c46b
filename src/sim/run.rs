//! Trials on all threads: fixed chunks, each with its own working memory, integer sums merged as they finish.

use std::sync::Mutex;

use rayon::prelude::*;

use crate::outcome::{Dimension, Field, Shape, Tally};
use crate::plan::Plans;
use crate::sim::breakdown::Sums;
use crate::sim::changes::{self, Changes, for_each_change};
use crate::sim::check::{self, CheckFailed};
use crate::sim::partners::PartnerDraws;
use crate::sim::roll::RunSums;
use crate::sim::trial::{ChainState, PlanState, Setting, Workspace};

/// Trials that are played together on one thread.
pub const CHUNK: usize = 64;

/// All that is kept of a run.
#[derive(Debug)]
pub struct Trials {
    /// Number of trials.
    pub count: usize,
    /// Number of programmes in all readings, each reading's baseline first.
    pub programmes: usize,
    levels: usize,
    /// Totals over the horizon, by trial and programme.
    totals: Vec<Tally>,
    /// Partners after the last evaluation, by trial, programme and level.
    held: Vec<u32>,
    /// Sums by row of the breakdown, for each programme.
    pub breakdown: Vec<Sums>,
    /// Sums by partner, and by what partners share, for each programme.
    pub partners: Vec<RunSums>,
    /// Changes of each partner's net margin.
    pub changes: Changes,
}

impl Trials {
    /// The totals of a programme in a trial.
    pub fn total(&self, trial: usize, programme: usize) -> &Tally {
        &self.totals[trial * self.programmes + programme]
    }

    /// The partners at each level after the last evaluation of a trial.
    pub fn held(&self, trial: usize, programme: usize) -> &[u32] {
        &self.held[(trial * self.programmes + programme) * self.levels..][..self.levels]
    }
}

/// Plays `count` trials of the plans; `progress` hears how many trials were finished since it last heard.
///
/// # Errors
/// The first identity of docs/model.md, "What must hold", that a trial breaks.
pub fn run(plans: &Plans, seed: u64, count: usize, progress: &(dyn Fn(usize) + Sync)) -> Result<Trials, CheckFailed> {
    let setting = Setting::new(plans, seed);
    let (programmes, levels) = (plans.programmes(), plans.shape.levels);
    let mut totals = vec![Tally::default(); count * programmes];
    let mut held = vec![0; count * programmes * levels];
    let mut changes = Changes::new(plans, count);
    let sums = Mutex::new(RunTotals::new(plans));
    let chunks: Vec<Chunk<'_>> = totals
        .chunks_mut(CHUNK * programmes)
        .zip(held.chunks_mut(CHUNK * programmes * levels))
        .zip(changes.chunks(count.div_ceil(CHUNK)))
        .enumerate()
        .map(|(at, ((totals, held), changes))| Chunk { first: at * CHUNK, totals, held, changes })
        .collect();
    chunks
        .into_par_iter()
        .map_init(
            || ChunkWork::new(&setting),
            |work, mut chunk| {
                work.play(&setting, &mut chunk)?;
                sums.lock().unwrap_or_else(|poisoned| poisoned.into_inner()).merge(plans, work);
                progress(chunk.totals.len() / programmes);
                Ok(())
            },
        )
        // The first failure in the order of trials, whichever thread met one first.
        .collect::<Vec<Result<(), CheckFailed>>>()
        .into_iter()
        .collect::<Result<(), CheckFailed>>()?;
    let sums = sums.into_inner().unwrap_or_else(|poisoned| poisoned.into_inner());
    let partners = (0..programmes).map(|plan| sums.partners(plans, plan)).collect();
    Ok(Trials { count, programmes, levels, totals, held, breakdown: sums.breakdown, partners, changes })
}

/// Does something on a number of threads, or on one a core; the figures do not depend on it.
pub fn on_threads<T: Send>(threads: Option<usize>, task: impl FnOnce() -> T + Send) -> T {
    match threads.map(|threads| rayon::ThreadPoolBuilder::new().num_threads(threads).build()) {
        Some(Ok(pool)) => pool.install(task),
        // A pool that cannot be made is not worth failing for.
        Some(Err(_)) | None => task(),
    }
}

/// The part of the results that a chunk of trials writes.
struct Chunk<'a> {
    first: usize,
    totals: &'a mut [Tally],
    held: &'a mut [u32],
    changes: Option<&'a mut [f32]>,
}

/// Sums of a whole run.
#[derive(Debug)]
struct RunTotals {
    breakdown: Vec<Sums>,
    /// By plan: the partners that meet deals.
    pool: Vec<RunSums>,
    /// By succession of year-end rules: the others.
    others: Vec<RunSums>,
}

impl RunTotals {
    fn new(plans: &Plans) -> RunTotals {
        let (programmes, pool) = (plans.programmes(), plans.pool());
        RunTotals {
            breakdown: vec![Sums::new(plans.shape.len()); programmes],
            pool: vec![RunSums::new(plans, pool); programmes],
            others: vec![RunSums::new(plans, plans.members.len() - pool); plans.chains.len()],
        }
    }

    fn merge(&mut self, plans: &Plans, work: &mut ChunkWork) {
        for (sums, added) in self.breakdown.iter_mut().zip(&work.breakdown) {
            sums.merge(added);
        }
        let (states, chains) = work.workspace.outcomes();
        for (sums, state) in self.pool.iter_mut().zip(&states[..plans.programmes()]) {
            sums.add(&state.sums);
        }
        for (sums, chain) in self.others.iter_mut().zip(chains.iter()) {
            sums.add(&chain.sums);
        }
    }

    /// All partners of a plan.
    fn partners(&self, plans: &Plans, plan: usize) -> RunSums {
        self.pool[plan].beside(&self.others[plans.plans[plan].chain])
    }
}

/// The memory of a thread.
struct ChunkWork {
    workspace: Workspace,
    draws: PartnerDraws,
    breakdown: Vec<Sums>,
}

impl ChunkWork {
    fn new(setting: &Setting<'_>) -> ChunkWork {
        let plans = setting.plans;
        ChunkWork {
            workspace: Workspace::new(setting),
            draws: PartnerDraws::new(plans),
            breakdown: vec![Sums::new(plans.shape.len()); plans.programmes()],
        }
    }

    fn play(&mut self, setting: &Setting<'_>, chunk: &mut Chunk<'_>) -> Result<(), CheckFailed> {
        let plans = setting.plans;
        let (programmes, levels) = (plans.programmes(), plans.shape.levels);
        let count = chunk.totals.len() / programmes;
        self.breakdown.iter_mut().for_each(Sums::clear);
        let (states, chains) = self.workspace.outcomes();
        states.iter_mut().for_each(|state| state.sums.clear());
        chains.iter_mut().for_each(|chain| chain.sums.clear());
        self.draws.draw(plans, &setting.draws, chunk.first as u64, count);
        for at in 0..count {
            let trial = chunk.first + at;
            self.workspace.play(setting, &self.draws, at, trial as u64);
            let (states, chains) = self.workspace.outcomes();
            count_worse_off(plans, states, chains);
            check::trial(plans, trial, states, chains)?;
            for (plan, state) in states[..programmes].iter().enumerate() {
                let place = at * programmes + plan;
                chunk.totals[place] = total(&plans.shape, &state.rows);
                for (level, held) in chunk.held[place * levels..][..levels].iter_mut().enumerate() {
                    *held = state.rows[plans.shape.row(Dimension::Level, level)][Field::Held] as u32;
                }
                let baseline = &states[plans.plans[plan].baseline];
                self.breakdown[plan].add(&state.rows, &baseline.rows);
            }
            if let Some(kept) = &mut chunk.changes {
                changes::keep(plans, at, states, chains, kept);
            }
        }
        Ok(())
    }
}

/// The total of all rows: the months', as everything happens in a month.
pub fn total(shape: &Shape, rows: &[Tally]) -> Tally {
    let mut total = Tally::default();
    for row in shape.rows(Dimension::Month) {
        total += &rows[row];
    }
    total
}

/// Counts, for each plan, the partners whose net margin is below what it is under the baseline in the same trial, by
/// the level they held at first.
fn count_worse_off(plans: &Plans, states: &mut [PlanState], chains: &[ChainState]) {
    let shape = &plans.shape;
    for place in 0..states.len() {
        let mut by_level = vec![0; shape.levels];
        for_each_change(plans, place, &states[place], states, chains, |partner, change| {
            by_level[usize::from(plans.levels[partner])] += i64::from(change < 0);
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
