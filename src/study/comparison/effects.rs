//! Moves and what explains them, with their errors.

use super::{Change, Moved, Run, Side};
use crate::plan::Reading;
use crate::sim::check::CheckFailed;
use crate::sim::run::Progress;
use crate::stats::interval::Estimate;
use crate::stats::variance;

/// A figure of a run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Figure {
    pub reading: Reading,
    /// Empty for the baseline.
    pub programme: String,
    /// Id of the measure.
    pub measure: String,
    pub of_difference: bool,
}

/// A mean in two runs, with the standard errors.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Effects {
    /// In the first run.
    pub before: Estimate,
    /// In the second.
    pub after: Estimate,
    /// The second less the first: of trials with the same draws the error of the paired difference, else that of
    /// independent runs.
    pub change: Estimate,
}

/// How much of a move every change explains.
#[derive(Debug, Clone, PartialEq)]
pub struct Explained {
    /// The move.
    pub moved: Moved,
    /// With each change alone, by place among the changes; `None` for those that were not played alone.
    pub alone: Vec<Option<Estimate>>,
    /// What is left: what the changes do to each other.
    pub interaction: Estimate,
}

/// The move of a figure; `None` unless both runs have it.
pub(super) fn move_of(figure: &Figure, before: &Run, after: &Run) -> Option<Effects> {
    let (from, to) = (before.values(figure)?, after.values(figure)?);
    Some(Effects { before: mean(&from), after: mean(&to), change: change([&from, &to], share_draws(before, after)) })
}

/// Whether the trials of two runs can be held against each other one by one.
fn share_draws(one: &Run, other: &Run) -> bool {
    (one.seed, one.trials()) == (other.seed, other.trials())
}

fn change([from, to]: [&[f64]; 2], paired: bool) -> Estimate {
    if paired {
        return mean(&from.iter().zip(to).map(|(from, to)| to - from).collect::<Vec<_>>());
    }
    let (from, to) = (mean(from), mean(to));
    Estimate { value: to.value - from.value, se: libm::sqrt(from.se * from.se + to.se * to.se) }
}

fn mean(values: &[f64]) -> Estimate {
    let n = values.len() as f64;
    Estimate { value: values.iter().sum::<f64>() / n, se: libm::sqrt(variance(values) / n) }
}

/// Takes moves between two runs apart by the changes between their inputs: each is played alone on the first side.
///
/// A change that cannot be played without others is left to the interaction.
///
/// # Errors
/// The first identity of docs/model.md, "What must hold", that a trial breaks.
pub fn explain(
    moves: Vec<Moved>,
    changes: &[Change],
    [from, to]: [&Side; 2],
    [before, after]: [&Run; 2],
    progress: Progress<'_>,
) -> Result<Vec<Explained>, CheckFailed> {
    let known = |moved: Moved| Some((before.values(&moved.figure())?, after.values(&moved.figure())?, moved));
    let moves: Vec<(Vec<f64>, Vec<f64>, Moved)> = moves.into_iter().filter_map(known).collect();
    let mut paired = share_draws(before, after);
    // By move: what each change does alone, and trial by trial the move less all of them.
    let mut alone: Vec<Vec<Option<Estimate>>> = vec![Vec::new(); moves.len()];
    let apart = |(from, to, _): &(Vec<f64>, Vec<f64>, Moved)| from.iter().zip(to).map(|(from, to)| to - from).collect();
    let mut left: Vec<Vec<f64>> = moves.iter().map(apart).collect();
    for change in changes {
        let run = match change.plays {
            true => Run::play(&change.alone(from, to), progress)?,
            false => None,
        };
        let own_luck = run.as_ref().is_some_and(|run| !share_draws(before, run));
        paired &= !own_luck;
        for (at, (start, _, moved)) in moves.iter().enumerate() {
            let values = run.as_ref().and_then(|run| run.values(&moved.figure()));
            if let Some(values) = &values {
                let singles = start.iter().zip(values).map(|(start, single)| single - start);
                left[at].iter_mut().zip(singles).for_each(|(left, single)| *left -= single);
            }
            alone[at].push(values.map(|values| self::change([start, &values], !own_luck)));
        }
    }
    let explained = moves.into_iter().zip(alone).zip(left).map(|(((_, _, moved), alone), left)| {
        let whole = moved.effects.change;
        let singles = || alone.iter().flatten();
        let rest = whole.value - singles().map(|single| single.value).sum::<f64>();
        let squares = whole.se * whole.se + singles().map(|single| single.se * single.se).sum::<f64>();
        let se = if paired { mean(&left).se } else { libm::sqrt(squares) };
        Explained { interaction: Estimate { value: rest, se }, moved, alone }
    });
    Ok(explained.collect())
}
