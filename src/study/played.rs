//! The main run: every trial with its own sample of the uncertain inputs, in batches until it is enough.

use crate::plan::Plans;
use crate::sim::check::CheckFailed;
use crate::sim::design::BATCH;
use crate::sim::run::{First, Progress, Run, Totals, Trials, Worlds, totals};
use crate::sim::sampled::{Batch, Sampled};
use crate::sim::trial::Setting;
use crate::study::enough::{Exactness, Precision};

mod kept;

pub use kept::{Kept, play_on};

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
/// [`TWICE`], once more with other luck. Somebody may hear of the first before the others are played.
///
/// # Errors
/// The first identity of docs/model.md, "What must hold", that a trial breaks.
pub fn play(
    sampled: &Sampled<'_>,
    precision: &Precision,
    (seed, most, again): (u64, usize, usize),
    progress: Progress<'_>,
    mut first: Option<First<'_>>,
) -> Result<Played, CheckFailed> {
    let plans = sampled.entered();
    let uncertain = !sampled.uncertainty.is_empty();
    let mut drawn = vec![Vec::new(); sampled.uncertainty.inputs.len()];
    let mut run = Run::new(&plans, seed, most);
    // Where every trial has the same programmes and all are wanted, batches would only wait for each other.
    let size = if uncertain || precision.is_asked() { BATCH } else { most };
    for batch in 0..most.div_ceil(size) {
        let count = (most - batch * size).min(size);
        let values = uncertain.then(|| sampled.batch(batch));
        let of_trial = values.as_ref().map(|values| |trial: usize| sampled.plans(values.trial(trial)));
        let worlds = of_trial.as_ref().map_or(Worlds::Same, |of_trial| Worlds::Drawn(of_trial));
        run.play(count, worlds, progress, first.take())?;
        values.iter().for_each(|values| keep(values, &mut drawn));
        if precision.is_asked() && precision.of(run.totals(), &plans).is_reached() {
            break;
        }
    }
    let other_luck = if uncertain && again > 0 {
        let count = run.totals().count.min(again.min(TWICE));
        let setting = Setting::new(&plans, seed);
        let values = sampled.batch(0);
        let plans = |trial: usize| sampled.plans(values.trial(trial));
        Some(totals(&setting, OTHER_LUCK, count, Worlds::Drawn(&plans), progress)?)
    } else {
        None
    };
    let exactness = precision.of(run.totals(), &plans);
    let trials = run.finish();
    Ok(Played { plans, trials, drawn, other_luck, exactness })
}

fn keep(values: &Batch, drawn: &mut [Vec<f64>]) {
    for trial in 0..values.trials() {
        for (of_input, value) in drawn.iter_mut().zip(values.trial(trial)) {
            of_input.push(*value);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::diagnostic::CellRef;
    use crate::law::{Law, Truncated};
    use crate::programme::{Readings, Sampling};
    use crate::schema::{self, place};
    use crate::uncertainty::{Uncertain, Uncertainty};

    #[test]
    fn a_run_that_was_listened_to_is_the_same_and_goes_on_from_what_was_heard() {
        let mut programme = schema::defaults();
        programme.settings.readings = Readings::Static;
        programme.settings.months = 12;
        programme.settings.uncertainty.sampling = Sampling::LatinHypercube;
        let law = Law::uniform(30.0, 90.0).expect("a law");
        let uncertain = Uncertain {
            name: "desk.minutes_per_request".to_owned(),
            places: place::find("desk.minutes_per_request", &programme).expect("a place"),
            edit: None,
            law: Truncated::new(law, 1.0, 10_000.0).expect("within the range"),
            entered: 60.0,
            basis: None,
            source: String::new(),
            at: CellRef { sheet: Arc::from("Parameters"), row: 1, column: 3 },
        };
        for inputs in [vec![], vec![uncertain]] {
            let uncertainty = Uncertainty { inputs, correlations: None };
            let sampled = Sampled::new(&programme, &[], &uncertainty, (7, 96));
            let play = |first: Option<First<'_>>| {
                play(&sampled, &Precision::default(), (7, 96, 0), &|_| {}, first).expect("every check holds")
            };
            let mut heard = Vec::new();
            let mut hear = |totals: &Totals| heard.push(totals.clone());
            let listened = play(Some(First { trials: 64, hear: &mut hear }));
            let alone = play(None);
            assert_eq!(format!("{listened:?}"), format!("{alone:?}"));
            assert_eq!(heard.iter().map(|totals| totals.count).collect::<Vec<_>>(), [64]);
            assert!((0..64).all(|trial| heard[0].total(trial, 0) == alone.trials.total(trial, 0)));
        }
    }
}
