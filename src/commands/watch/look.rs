//! The first look at a save: what its first trials already say of it, while the others are still to be played.
//!
//! The same trials were the first of the save before, with the same draws, so that what a change does shows in them long
//! before the figures themselves are exact.

use crate::cli::RunArgs;
use crate::commands::chosen::is_chosen;
use crate::commands::load::Loaded;
use crate::commands::run::{options, tell};
use crate::embedded::Extent;
use crate::language::{speaking, spoken};
use crate::report::since::Headline;
use crate::say;
use crate::sim::run::Totals;

/// Trials of a first look: a chunk for each of two threads.
pub const TRIALS: usize = 128;
/// A first look is worth its time where a save has so many times its trials.
const WORTH: u64 = 4;

/// What the first look at the save before said.
#[derive(Debug, Default)]
pub struct FirstLook {
    before: Option<Headline>,
}

impl FirstLook {
    /// Who hears the first trials of a save and tells what has moved since the one before, if there was one; nobody where a
    /// save is as quickly played.
    pub fn at<'a>(
        &'a mut self,
        run: &'a RunArgs,
        extent: Extent,
        loaded: &Loaded,
    ) -> Option<impl FnMut(&Totals) + Send + use<'a>> {
        let settings = &loaded.inputs.programme.settings;
        if run.writing.quiet || options(run, extent, settings).trials < WORTH * TRIALS as u64 {
            self.before = None;
            return None;
        }
        let currency = settings.currency.clone();
        let names = loaded.scenarios.iter().map(|scenario| scenario.name.clone());
        let scenarios: Vec<String> = names.filter(|name| is_chosen(name, &run.scenario)).collect();
        // It hears on whichever thread played the last of the trials.
        let language = spoken();
        let mut hear = move |totals: &Totals| {
            let now = Headline::of_first(totals, &scenarios, &currency);
            if let Some(before) = &self.before {
                let title = say!("Since the last save, by {trials} trials", trials = TRIALS);
                tell(run, &format!("{}\n", now.since(before, title)));
            }
            self.before = Some(now);
        };
        Some(move |totals: &Totals| speaking(language, || hear(totals)))
    }
}
