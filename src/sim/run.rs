//! Trials on all threads: fixed chunks, each with its own working memory, integer sums merged as they finish.

use std::sync::Mutex;

use rayon::prelude::*;

use crate::language::{speaking, spoken};
use crate::outcome::Tally;
use crate::plan::Plans;
use crate::sim::breakdown::Sums;
use crate::sim::changes::Changes;
use crate::sim::check::CheckFailed;
use crate::sim::chunks::{self, Dealt, firsts};
use crate::sim::courses::Courses;
use crate::sim::roll::RunSums;
use crate::sim::trial::Setting;

mod chunk;
mod first;
mod joined;
mod totals;

pub use first::First;
pub use totals::Totals;

use chunk::{Chunk, ChunkWork, RunTotals};
use first::Hearing;

/// All that is kept of a run.
#[derive(Debug)]
pub struct Trials {
    /// What each trial came to.
    pub totals: Totals,
    /// Sums by row of the breakdown, for each programme.
    pub breakdown: Vec<Sums>,
    /// Sums by partner, and by what partners share, for each programme.
    pub partners: Vec<RunSums>,
    /// Changes of each partner's net margin.
    pub changes: Changes,
    /// How differences with the baseline run up month by month.
    pub courses: Courses,
}

impl Trials {
    /// Number of trials.
    pub fn count(&self) -> usize {
        self.totals.count
    }

    /// Number of programmes in all readings, each reading's baseline first.
    pub fn programmes(&self) -> usize {
        self.totals.programmes
    }

    /// The totals of a programme in a trial.
    pub fn total(&self, trial: usize, programme: usize) -> &Tally {
        self.totals.total(trial, programme)
    }

    /// The partners at each level after the last evaluation of a trial.
    pub fn held(&self, trial: usize, programme: usize) -> &[u32] {
        self.totals.held(trial, programme)
    }
}

/// The plans of each trial.
#[derive(Clone, Copy)]
pub enum Worlds<'a> {
    /// Those of the run, in every trial.
    Same,
    /// Those that are drawn for the trial, counted from 0 in the batch: as many programmes as the run has, on the same
    /// ground.
    Drawn(&'a (dyn Fn(usize) -> Plans + Sync)),
}

/// Hears how many trials were finished since it last heard.
pub type Progress<'a> = &'a (dyn Fn(usize) + Sync);

/// A run that is played in batches.
#[derive(Debug)]
pub struct Run<'a> {
    setting: Setting<'a>,
    /// The number that keys the luck of its first trial.
    luck: u64,
    totals: Totals,
    sums: Mutex<RunTotals>,
    changes: Changes,
    courses: Courses,
}

impl<'a> Run<'a> {
    /// A run of at most `most` trials; `plans` are those of the inputs as they are entered.
    pub fn new(plans: &'a Plans, seed: u64, most: usize) -> Run<'a> {
        Run {
            setting: Setting::new(plans, seed),
            luck: 0,
            totals: Totals::new(plans),
            sums: Mutex::new(RunTotals::new(plans)),
            changes: Changes::new(plans, most),
            courses: Courses::new(plans, most),
        }
    }

    /// The same with the luck of trials `first` and on.
    pub fn from(self, first: u64) -> Run<'a> {
        Run { luck: first, ..self }
    }

    /// What was played so far.
    pub fn totals(&self) -> &Totals {
        &self.totals
    }

    /// Plays `count` more trials; somebody may hear of the first of them before the others are played.
    ///
    /// # Errors
    /// The first identity of docs/model.md, "What must hold", that a trial breaks.
    pub fn play(
        &mut self,
        count: usize,
        worlds: Worlds<'_>,
        progress: Progress<'_>,
        first: Option<First<'_>>,
    ) -> Result<(), CheckFailed> {
        let hearing = first.map(|first| Hearing::new(self.setting.plans, first, count));
        let sizes = chunks::sizes(count);
        let luck = self.luck + self.totals.count as u64;
        let kept = self.changes.grow(&sizes).into_iter().zip(self.courses.grow(&sizes));
        let rooms = self.totals.grow(&sizes).zip(kept);
        let chunks = firsts(&sizes).zip(rooms).map(|(first, ((totals, held), (changes, courses)))| Chunk {
            first,
            luck: luck + first as u64,
            totals,
            held,
            changes,
            courses,
        });
        play(&self.setting, chunks.collect(), Some(&self.sums), worlds, (progress, hearing.as_ref()))
    }

    /// The run, played.
    pub fn finish(self) -> Trials {
        let sums = self.sums.into_inner().unwrap_or_else(|poisoned| poisoned.into_inner());
        let count = self.totals.count;
        Trials {
            totals: self.totals,
            breakdown: sums.breakdown,
            partners: sums.partners,
            changes: self.changes.of_first(count),
            courses: self.courses.of_first(count),
        }
    }
}

/// Plays `count` trials of the same plans.
///
/// # Errors
/// See [`Run::play`].
pub fn run(plans: &Plans, seed: u64, count: usize, progress: Progress<'_>) -> Result<Trials, CheckFailed> {
    let mut run = Run::new(plans, seed, count);
    run.play(count, Worlds::Same, progress, None)?;
    Ok(run.finish())
}

/// What `count` trials with the luck of trials `first` and on came to, and nothing else of them.
///
/// # Errors
/// See [`Run::play`].
pub fn totals(
    setting: &Setting<'_>,
    first: u64,
    count: usize,
    worlds: Worlds<'_>,
    progress: Progress<'_>,
) -> Result<Totals, CheckFailed> {
    let mut totals = Totals::new(setting.plans);
    let sizes = chunks::sizes(count);
    let chunks = firsts(&sizes).zip(totals.grow(&sizes)).map(|(at, (totals, held))| Chunk {
        first: at,
        luck: first + at as u64,
        totals,
        held,
        changes: None,
        courses: None,
    });
    play(setting, chunks.collect(), None, worlds, (progress, None))?;
    Ok(totals)
}

fn play(
    setting: &Setting<'_>,
    chunks: Vec<Chunk<'_>>,
    sums: Option<&Mutex<RunTotals>>,
    worlds: Worlds<'_>,
    (progress, hearing): (Progress<'_>, Option<&Hearing<'_>>),
) -> Result<(), CheckFailed> {
    let threads = rayon::current_num_threads().min(chunks.len());
    let dealt = Dealt::new(chunks);
    let work_off = |_| {
        let mut chunk = dealt.next()?;
        let mut work = ChunkWork::new(setting, sums, worlds);
        loop {
            let count = chunk.totals.len() / setting.plans.programmes();
            if let Err(failure) = work.play(&mut chunk) {
                dealt.end();
                return Some((chunk.first, failure));
            }
            progress(count);
            hearing.into_iter().for_each(|hearing| hearing.note(&chunk));
            let Some(next) = dealt.next() else { break };
            chunk = next;
        }
        work.hand_over();
        None
    };
    let failures: Vec<_> = (0..threads).into_par_iter().with_max_len(1).filter_map(work_off).collect();
    // The first failure in the order of trials, whichever thread met one first: all chunks before it were taken.
    failures.into_iter().min_by_key(|(first, _)| *first).map_or(Ok(()), |(_, failure)| Err(failure))
}

/// Does something on a number of threads, or on one a core; the figures do not depend on it.
pub fn on_threads<T: Send>(threads: Option<usize>, task: impl FnOnce() -> T + Send) -> T {
    match threads.map(|threads| rayon::ThreadPoolBuilder::new().num_threads(threads).build()) {
        // A pool's thread speaks English unless it is told otherwise.
        Some(Ok(pool)) => {
            let language = spoken();
            pool.install(|| speaking(language, task))
        }
        // A pool that cannot be made is not worth failing for.
        Some(Err(_)) | None => task(),
    }
}
