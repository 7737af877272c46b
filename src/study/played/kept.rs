//! What a run came to, kept for the next one, which plays only the scenarios that are no longer what they were.
//!
//! Draws are keyed, so a programme comes to the same in the same trials whatever is played beside it. What decides its
//! trials is what [`Sampled`] and [`Plans::on`] are made of: the seed and the number of trials, the baseline, the uncertain
//! inputs, the ground, and the scenario itself. All of it is compared as a whole, and the baseline, which is played again
//! with every scenario that is, has to come to what it came to before.

use std::iter::once;

use crate::plan::Plans;
use crate::programme::Programme;
use crate::scenario::Scenario;
use crate::sim::check::CheckFailed;
use crate::sim::run::{First, Progress, Totals, Trials};
use crate::sim::sampled::Sampled;
use crate::study::enough::Precision;
use crate::study::played::{Played, play};
use crate::uncertainty::Uncertainty;

/// A run that was played, with all that decided it.
#[derive(Debug)]
pub struct Kept {
    /// The seed, and the trials that were asked for.
    luck: (u64, usize),
    baseline: Programme,
    scenarios: Vec<Scenario>,
    uncertainty: Uncertainty,
    plans: Plans,
    trials: Trials,
}

/// Where the trials of a scenario are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Taken {
    /// Among those that were kept.
    Kept(usize),
    /// Among those that are played.
    Played(usize),
}

impl Kept {
    /// Keeps the run of a baseline and its scenarios, with what was uncertain in them.
    pub fn new(
        luck: (u64, usize),
        (baseline, scenarios): (Programme, Vec<Scenario>),
        uncertainty: Uncertainty,
        played: Played,
    ) -> Kept {
        Kept { luck, baseline, scenarios, uncertainty, plans: played.plans, trials: played.trials }
    }

    /// Where the trials of each scenario of another run are; `None` where it has to be played whole.
    fn taken(&self, sampled: &Sampled<'_>, plans: &Plans, luck: (u64, usize)) -> Option<Vec<Taken>> {
        let common = self.luck == luck
            && self.trials.count() == luck.1
            && self.trials.are_enough(plans, luck.1)
            && self.baseline == *sampled.baseline
            && self.uncertainty == *sampled.uncertainty
            && self.plans.share_ground(plans);
        if !common {
            return None;
        }
        let mut played = 0;
        let taken = sampled.scenarios.iter().map(|scenario| {
            let kept = self.scenarios.iter().position(|other| self.comes_to_the_same(scenario, other));
            kept.map_or_else(
                || {
                    played += 1;
                    Taken::Played(played - 1)
                },
                Taken::Kept,
            )
        });
        let taken: Vec<Taken> = taken.collect();
        (played < taken.len()).then_some(taken)
    }

    /// Whether a scenario plays what another one did. With nothing uncertain its programme says it all; else its cells say
    /// which of its edits are drawn.
    fn comes_to_the_same(&self, one: &Scenario, other: &Scenario) -> bool {
        one.programme == other.programme && (self.uncertainty.is_empty() || one == other)
    }

    /// Plays the scenarios that are not kept, and puts them together with those that are; `None` where nothing can be taken
    /// over.
    fn play(
        &self,
        sampled: &Sampled<'_>,
        precision: &Precision,
        luck: (u64, usize),
        progress: Progress<'_>,
        first: &mut Option<First<'_>>,
    ) -> Result<Option<Played>, CheckFailed> {
        let plans = sampled.entered();
        let Some(taken) = self.taken(sampled, &plans, luck) else { return Ok(None) };
        let differ = sampled.scenarios.iter().zip(&taken).filter(|(_, taken)| matches!(taken, Taken::Played(_)));
        let fresh: Vec<Scenario> = differ.map(|(scenario, _)| scenario.clone()).collect();
        let readings = plans.readings.len();
        let sizes = (self.plans.programmes_a_reading(), 1 + fresh.len());
        let joined = |totals: &Totals| {
            let parts = parts(&taken, readings, sizes, (&self.trials.totals, totals));
            Totals::joined(&plans, totals.count, &parts)
        };
        let mut first = first.take();
        let mut first = first.as_mut().map(|First { trials, hear }| (*trials, |totals: &Totals| hear(&joined(totals))));
        let first = first.as_mut().map(|(trials, hear)| First { trials: *trials, hear });
        let played = play(&sampled.of(&fresh), precision, (luck.0, luck.1, 0), progress, first)?;
        let as_before = |reading: usize| played.trials.are_equal(reading * sizes.1, (&self.trials, reading * sizes.0));
        if !(0..readings).all(as_before) {
            return Ok(None);
        }
        let parts = parts(&taken, readings, sizes, (&self.trials, &played.trials));
        let Some(trials) = Trials::joined(&plans, luck.1, &parts) else { return Ok(None) };
        let exactness = precision.of(&trials.totals, &plans);
        Ok(Some(Played { plans, trials, exactness, ..played }))
    }
}

/// Of each programme in all readings where it was played, in the run that was kept or in the new one, and its place there;
/// `sizes` are the programmes of a reading in each.
fn parts<'a, T>(
    taken: &[Taken],
    readings: usize,
    sizes: (usize, usize),
    (kept, played): (&'a T, &'a T),
) -> Vec<(&'a T, usize)> {
    let scenario = |reading: usize, taken: &Taken| match taken {
        Taken::Kept(at) => (kept, reading * sizes.0 + 1 + at),
        Taken::Played(at) => (played, reading * sizes.1 + 1 + at),
    };
    let reading = |reading: usize| {
        once((played, reading * sizes.1)).chain(taken.iter().map(move |taken| scenario(reading, taken)))
    };
    (0..readings).flat_map(reading).collect()
}

/// [`play`], taking over from the run before what has not changed since.
///
/// # Errors
/// See [`play`].
pub fn play_on(
    sampled: &Sampled<'_>,
    precision: &Precision,
    (seed, most, again): (u64, usize, usize),
    kept: Option<&Kept>,
    progress: Progress<'_>,
    mut first: Option<First<'_>>,
) -> Result<Played, CheckFailed> {
    // How many trials are enough is decided by all programmes together.
    if let Some(kept) = kept.filter(|_| again == 0 && !precision.is_asked())
        // What a check finds here it finds in the whole run too, where the programme has its own number.
        && let Ok(Some(played)) = kept.play(sampled, precision, (seed, most), progress, &mut first)
    {
        return Ok(played);
    }
    play(sampled, precision, (seed, most, again), progress, first)
}

#[cfg(test)]
mod tests;
