//! A chunk of trials: played one by one in the memory of a thread, what is kept of them added up.

use std::sync::Mutex;

use crate::outcome::{Dimension, Field, Tally};
use crate::plan::Plans;
use crate::sim::breakdown::{Sums, ThreadSums};
use crate::sim::changes::{self, ChunkChanges};
use crate::sim::check::{self, CheckFailed};
use crate::sim::courses;
use crate::sim::partners::PartnerDraws;
use crate::sim::roll::RunSums;
use crate::sim::run::Worlds;
use crate::sim::trial::{Setting, Workspace};
use crate::sim::witness::NoTrace;

/// The part of the results that a chunk of trials writes.
pub struct Chunk<'a> {
    /// Its first trial in the batch.
    pub first: usize,
    /// The number that keys the luck of its first trial.
    pub luck: u64,
    /// Totals by trial and programme.
    pub totals: &'a mut [Tally],
    /// Partners by trial, programme and level.
    pub held: &'a mut [u32],
    /// Changes by programme, where they are kept.
    pub changes: Option<&'a mut [ChunkChanges]>,
    /// Courses by scenario, measure, month and trial, where they are kept.
    pub courses: Option<&'a mut [f32]>,
}

/// Sums of a whole run, by programme.
#[derive(Debug)]
pub struct RunTotals {
    /// By row of the breakdown.
    pub breakdown: Vec<Sums>,
    /// By partner.
    pub partners: Vec<RunSums>,
}

impl RunTotals {
    /// Sums of nothing.
    pub fn new(plans: &Plans) -> RunTotals {
        let programmes = plans.programmes();
        RunTotals {
            breakdown: vec![Sums::new(plans.shape.len()); programmes],
            partners: vec![RunSums::new(plans); programmes],
        }
    }
}

/// The memory of a thread.
pub struct ChunkWork<'a> {
    entered: &'a Setting<'a>,
    worlds: Worlds<'a>,
    /// Where sums by row and partner go, if they are wanted.
    sums: Option<&'a Mutex<RunTotals>>,
    workspace: Workspace,
    /// The programme's succession of rules in the workspace, by programme.
    chains: Vec<usize>,
    draws: PartnerDraws,
    breakdown: Vec<ThreadSums>,
    /// Trials whose sums have not gone to the run's yet.
    summed: usize,
}

/// The sums of so many trials go to the run's at once: those by partner have 64 bits.
const SUMMED: usize = 1_024;

impl<'a> ChunkWork<'a> {
    /// Memory for the trials of a run.
    pub fn new(entered: &'a Setting<'a>, sums: Option<&'a Mutex<RunTotals>>, worlds: Worlds<'a>) -> ChunkWork<'a> {
        let plans = entered.plans;
        let rows = if sums.is_some() { plans.shape.len() } else { 0 };
        ChunkWork {
            entered,
            worlds,
            sums,
            workspace: Workspace::new(entered, sums.is_some()),
            chains: chains(plans),
            draws: PartnerDraws::new(plans, matches!(worlds, Worlds::Drawn(_))),
            breakdown: vec![ThreadSums::new(rows); plans.programmes()],
            summed: 0,
        }
    }

    /// Plays the trials of a chunk.
    ///
    /// # Errors
    /// The first identity that does not hold.
    pub fn play(&mut self, chunk: &mut Chunk<'_>) -> Result<(), CheckFailed> {
        let entered = self.entered;
        let count = chunk.totals.len() / entered.plans.programmes();
        self.draws.draw(entered.plans, &entered.draws, chunk.luck, count);
        for at in 0..count {
            match self.worlds {
                Worlds::Same => self.play_trial(entered, chunk, at)?,
                Worlds::Drawn(of_trial) => {
                    let plans = of_trial(chunk.first + at);
                    let setting = entered.of(&plans);
                    if !self.workspace.fits(&setting) {
                        self.hand_over();
                        self.workspace = Workspace::new(&setting, self.sums.is_some());
                        self.chains = chains(&plans);
                    }
                    self.play_trial(&setting, chunk, at)?;
                }
            }
        }
        self.summed += count;
        if self.summed >= SUMMED {
            self.hand_over();
        }
        Ok(())
    }

    fn play_trial(&mut self, setting: &Setting<'_>, chunk: &mut Chunk<'_>, at: usize) -> Result<(), CheckFailed> {
        let plans = setting.plans;
        let (programmes, levels) = (plans.programmes(), plans.shape.levels);
        let (trial, trials) = (chunk.first + at, chunk.totals.len() / programmes);
        self.draws.deal(plans, at);
        self.workspace.play(setting, (&self.draws, at), chunk.luck + at as u64, &mut NoTrace);
        let (states, chains) = self.workspace.outcomes();
        changes::compare(plans, states, chains, ((at, trials), chunk.changes.as_deref_mut()));
        let totals: Vec<Tally> = states.iter().map(|state| plans.shape.total(&state.rows)).collect();
        check::trial(plans, trial, (states, &totals), chains)?;
        for (plan, state) in states[..programmes].iter().enumerate() {
            let place = at * programmes + plan;
            chunk.totals[place] = totals[plan];
            for (level, held) in chunk.held[place * levels..][..levels].iter_mut().enumerate() {
                *held = state.rows[plans.shape.row(Dimension::Level, level)][Field::Held] as u32;
            }
            if self.sums.is_some() {
                let baseline = &states[plans.plans[plan].baseline];
                self.breakdown[plan].add(&state.rows, &baseline.rows);
            }
        }
        if let Some(kept) = &mut chunk.courses {
            courses::keep(plans, (at, trials), states, kept);
        }
        Ok(())
    }

    /// Adds what the workspace and the breakdown hold to the run's sums, and empties them: the work is done, or goes on.
    pub fn hand_over(&mut self) {
        self.summed = 0;
        let (states, chains) = self.workspace.outcomes();
        if let Some(sums) = self.sums {
            let mut sums = sums.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
            for (sums, added) in sums.breakdown.iter_mut().zip(&self.breakdown) {
                sums.merge(added);
            }
            for ((sums, state), chain) in sums.partners.iter_mut().zip(states.iter()).zip(&self.chains) {
                sums.add(0, &state.sums);
                sums.add(state.roll.len(), &chains[*chain].sums);
            }
        }
        self.breakdown.iter_mut().for_each(ThreadSums::clear);
        states.iter_mut().for_each(|state| state.sums.clear());
        chains.iter_mut().for_each(|chain| chain.sums.clear());
    }
}

/// The succession of year-end rules of each programme.
fn chains(plans: &Plans) -> Vec<usize> {
    plans.plans[..plans.programmes()].iter().map(|plan| plan.chain).collect()
}
