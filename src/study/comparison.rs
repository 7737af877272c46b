//! What moved between two runs, and how much of it every changed input explains (docs/model.md, "Comparing results").
//!
//! Every change is played alone on the first run, the rest as it was there, so that the order does not matter; what the
//! changes do to each other is the interaction.

use crate::check;
use crate::diagnostic::{Diagnostic, Diagnostics, Severity};
use crate::embedded::Options;
use crate::inputs::{Inputs, ScenarioInput};
use crate::measures;
use crate::plan::Reading;
use crate::scenario;
use crate::sim::check::CheckFailed;
use crate::sim::run::{Progress, Totals};
use crate::sim::sampled::Sampled;
use crate::study::enough::Precision;
use crate::study::played::play;
use crate::summary::{Listed, all_measures};
use crate::uncertainty;

pub mod change;
mod changes;
mod effects;
mod laws;
mod scenarios;
mod tables;
#[cfg(test)]
mod tests;

pub use change::{Change, Line};
pub use changes::changes;
pub use effects::{Effects, Explained, explain};
use effects::{Figure, move_of};

/// What a run is played from.
#[derive(Debug, Clone)]
pub struct Side {
    /// What the workbook says; the reading that was asked for is in its settings.
    pub inputs: Inputs,
    /// Seed.
    pub seed: u64,
    /// Trials, at most.
    pub trials: usize,
    /// The scenarios that are played.
    pub wanted: Vec<String>,
}

impl Side {
    /// What a run is played from that was asked for in this way.
    pub fn new(mut inputs: Inputs, options: &Options) -> Side {
        let settings = &mut inputs.programme.settings;
        settings.readings = options.reading.unwrap_or(settings.readings);
        let all = || inputs.scenarios.iter().map(|scenario| scenario.name.clone()).collect();
        let wanted = if options.scenarios.is_empty() { all() } else { options.scenarios.clone() };
        Side { seed: options.seed, trials: options.trials as usize, wanted, inputs }
    }

    fn scenario(&self, name: &str) -> Option<&ScenarioInput> {
        self.inputs.scenarios.iter().find(|scenario| scenario.name == name)
    }
}

/// A side that was played.
#[derive(Debug)]
pub struct Run {
    /// Seed.
    pub seed: u64,
    /// The baseline's name is empty; then the scenarios in their order.
    pub programmes: Vec<String>,
    /// What people do, one after the other.
    pub readings: Vec<Reading>,
    /// All measures.
    pub measures: Vec<Listed>,
    totals: Totals,
}

impl Run {
    /// Plays a side; `None` if its inputs do not hold together.
    ///
    /// # Errors
    /// The first identity of docs/model.md, "What must hold", that a trial breaks.
    pub fn play(side: &Side, progress: Progress<'_>) -> Result<Option<Run>, CheckFailed> {
        let inputs = &side.inputs;
        let mut found = Diagnostics::default();
        check::baseline(inputs, &mut found);
        let mut scenarios = scenario::build(inputs, &mut found);
        let uncertainty = uncertainty::build(inputs, &scenarios, &mut found);
        let settings = &inputs.programme.settings.uncertainty;
        let (Ok(precision), false) = (Precision::new(settings), found.iter().any(|it| refuses(it, side))) else {
            return Ok(None);
        };
        scenarios.retain(|scenario| side.wanted.contains(&scenario.name));
        let key = (side.seed, side.trials);
        let sampled = Sampled::new(&inputs.programme, &scenarios, &uncertainty, key);
        let played = play(&sampled, &precision, (side.seed, side.trials, 0), progress, None)?;
        let names = scenarios.into_iter().map(|scenario| scenario.name);
        let levels: Vec<String> = inputs.programme.levels.iter().map(|level| level.name.clone()).collect();
        Ok(Some(Run {
            seed: side.seed,
            programmes: std::iter::once(String::new()).chain(names).collect(),
            readings: played.plans.readings,
            measures: all_measures(&levels),
            totals: played.trials.totals,
        }))
    }

    /// Trials that were played.
    pub fn trials(&self) -> usize {
        self.totals.count
    }

    /// The values of a figure by trial; `None` if the run does not have it.
    fn values(&self, figure: &Figure) -> Option<Vec<f64>> {
        let reading = self.readings.iter().position(|reading| *reading == figure.reading)?;
        let programme = self.programmes.iter().position(|name| *name == figure.programme)?;
        let measure = self.measures.iter().position(|measure| measure.id == figure.measure)?;
        let baseline = reading * self.programmes.len();
        let value = |trial: usize, at: usize| measures::value(measure, &self.totals, trial, at);
        let of = |trial: usize| match figure.of_difference {
            true => value(trial, baseline + programme) - value(trial, baseline),
            false => value(trial, baseline + programme),
        };
        Some((0..self.trials()).map(of).collect())
    }
}

/// Whether a problem keeps a side from being played. An edit that changes nothing any more can be played, and the problems
/// of scenarios that are not played are their own.
fn refuses(problem: &Diagnostic, side: &Side) -> bool {
    let idle = ["edit-changes-nothing", "scenario-changes-nothing"].contains(&problem.id);
    let of_others = problem.at.as_ref().is_some_and(|at| {
        let is_there =
            |scenario: &&ScenarioInput| scenario.at == *at || scenario.edits.iter().any(|edit| edit.at == *at);
        side.inputs.scenarios.iter().find(is_there).is_some_and(|own| !side.wanted.contains(&own.name))
    });
    problem.severity == Severity::Error && !idle && !of_others
}

/// What a figure was and what it is.
#[derive(Debug, Clone, PartialEq)]
pub struct Moved {
    /// What people do.
    pub reading: Reading,
    /// Name of the programme; empty for the baseline.
    pub programme: String,
    /// Whether of its difference with the baseline, and not of its value.
    pub of_difference: bool,
    /// The measure.
    pub measure: Listed,
    /// Before, after, and the move, in the measure's unit.
    pub effects: Effects,
}

/// All figures that both runs have: values of the baseline, values and differences of the scenarios.
pub fn moves(before: &Run, after: &Run) -> Vec<Moved> {
    let mut moves = Vec::new();
    for measure in &before.measures {
        for programme in &before.programmes {
            for reading in &before.readings {
                for of_difference in [false, true] {
                    if of_difference && programme.is_empty() {
                        continue;
                    }
                    let figure = Figure {
                        reading: *reading,
                        programme: programme.clone(),
                        measure: measure.id.clone(),
                        of_difference,
                    };
                    let Some(effects) = move_of(&figure, before, after) else { continue };
                    let (reading, programme, measure) = (*reading, programme.clone(), measure.clone());
                    moves.push(Moved { reading, programme, of_difference, measure, effects });
                }
            }
        }
    }
    moves
}

impl Moved {
    fn figure(&self) -> Figure {
        Figure {
            reading: self.reading,
            programme: self.programme.clone(),
            measure: self.measure.id.clone(),
            of_difference: self.of_difference,
        }
    }

    /// Whether the move is larger than twice its error.
    pub fn is_beyond_chance(&self) -> bool {
        self.effects.change.value.abs() > 2.0 * self.effects.change.se
    }

    /// Whether its owner likes the move.
    pub fn is_better(&self) -> bool {
        (self.effects.change.value > 0.0) == self.measure.more_is_better
    }
}
