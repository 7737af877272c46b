//! The first look at a save: what a few trials already say of it, while the others are still to be played.
//!
//! The same few trials were played at the save before, with the same draws, so that what a change does shows in them
//! long before the figures themselves are exact.

use crate::cli::RunArgs;
use crate::commands::Failure;
use crate::commands::load::Loaded;
use crate::commands::progress::Waiting;
use crate::commands::run::{choose, options, tell};
use crate::commands::simulation::Simulation;
use crate::embedded::{Extent, Options};
use crate::report::since::Headline;
use crate::say;

/// Trials of a first look: a chunk for each of two threads.
const TRIALS: u64 = 128;
/// A first look is worth its time where a save has so many times its trials.
const WORTH: u64 = 4;

/// What the first look at the save before said.
#[derive(Debug, Default)]
pub struct FirstLook {
    before: Option<Headline>,
}

impl FirstLook {
    /// Plays the first trials of a save, and tells what has moved since the one before, if there was one.
    ///
    /// # Errors
    /// As [`Simulation::play`].
    pub fn take(&mut self, run: &RunArgs, extent: Extent, mut loaded: Loaded) -> Result<(), Failure> {
        choose(&mut loaded, &run.scenario)?;
        let settings = &loaded.inputs.programme.settings;
        if run.writing.quiet || options(run, extent, settings).trials < WORTH * TRIALS {
            self.before = None;
            return Ok(());
        }
        let options = Options { trials: TRIALS, ledger: None, ..options(run, Extent::Answer, settings) };
        let simulation = Simulation::play(loaded, options, run.simulation.threads(), &Waiting::new(true))?;
        let now = Headline::of(&simulation.story());
        if let Some(before) = &self.before {
            let title = say!("Since the last save, by {trials} trials", trials = TRIALS);
            tell(run, &format!("{}\n", now.since(before, title)));
        }
        self.before = Some(now);
        Ok(())
    }
}
