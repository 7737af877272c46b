//! The main run: every trial with its own sample of the uncertain inputs, in batches until it is enough.

use crate::plan::Plans;
use crate::sim::check::CheckFailed;
use crate::sim::design::BATCH;
use crate::sim::run::{Progress, Run, Totals, Trials, Worlds, totals};
use crate::sim::sampled::{Batch, Sampled};
use crate::sim::trial::Setting;
use crate::study::enough::{Exactness, Precision};

/// A run that was played.
#[derive(Debug)]
pub struct Played {
    /// The plans of the inputs as they are entered.
    pub plans: Plans,
    /// The trials.
    pub trials: Trials,
    /// The values of each uncertain input, by trial.
    pub drawn: Vec<Vec<f64>>,
    /// The first trials again with the same inputs and other luck; `None` where nothing is uncertain, or that was not wanted.
    pub other_luck: Option<Totals>,
    /// How exact the watched differences became.
    pub exactness: Exactness,
}

/// The trials that are played again with other luck, at most.
pub const TWICE: usize = BATCH;
/// What keys the luck of trials that are played again: beyond the trials of any run.
const OTHER_LUCK: u64 = 1 << 40;

/// Plays at most `most` trials of a seed, and where inputs are uncertain the first `again` of them, at most
/// [`TWICE`], once more with other luck.
///
/// # Errors
/// The first identity of docs/model.md, "What must hold", that a trial breaks.
pub fn play(
    sampled: &Sampled<'_>,
    precision: &Precision,
    (seed, most, again): (u64, usize, usize),
    progress: Progress<'_>,
) -> Result<Played, CheckFailed> {
    let plans = sampled.entered();
    let uncertain = !sampled.uncertainty.is_empty();
    let mut drawn = vec![Vec::new(); sampled.uncertainty.inputs.len()];
    let mut run = Run::new(&plans, seed, most);
    // Where every trial has the same programmes and all are wanted, batches would only wait for each other.
    let size = if uncertain || precision.is_asked() { BATCH } else { most };
    for batch in 0..most.div_ceil(size) {
        let count = (most - batch * size).min(size);
        if uncertain {
            let values = sampled.batch(batch);
            play_batch(sampled, &values, |worlds| run.play(count, worlds, progress))?;
            keep(&values, &mut drawn);
        } else {
            run.play(count, Worlds::Same, progress)?;
        }
        if precision.is_asked() && precision.of(run.totals(), &plans).is_reached() {
            break;
        }
    }
    let other_luck = if uncertain && again > 0 {
        let count = run.totals().count.min(again.min(TWICE));
        let setting = Setting::new(&plans, seed);
        let again = |worlds: Worlds<'_>| totals(&setting, OTHER_LUCK, count, worlds, progress);
        Some(play_batch(sampled, &sampled.batch(0), again)?)
    } else {
        None
    };
    let exactness = precision.of(run.totals(), &plans);
    let trials = run.finish();
    Ok(Played { plans, trials, drawn, other_luck, exactness })
}

/// Plays trials with the values of a batch.
fn play_batch<T>(sampled: &Sampled<'_>, values: &Batch, play: impl FnOnce(Worlds<'_>) -> T) -> T {
    play(Worlds::Drawn(&|trial| sampled.plans(values.trial(trial))))
}

fn keep(values: &Batch, drawn: &mut [Vec<f64>]) {
    for trial in 0..values.trials() {
        for (of_input, value) in drawn.iter_mut().zip(values.trial(trial)) {
            of_input.push(*value);
        }
    }
}
