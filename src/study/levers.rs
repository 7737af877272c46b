//! Settings of the levers, and what they come to when played side by side on the same draws.

use std::cmp::Ordering;

use crate::check::memory;
use crate::inputs::{Inputs, Lever};
use crate::measures::{MEASURES, Unit};
use crate::plan::Plans;
use crate::scenario::{Change, Scenario, Step, obstacle};
use crate::schema::Value;
use crate::sim::check::CheckFailed;
use crate::sim::chunks::CHUNK;
use crate::sim::design::BATCH;
use crate::sim::run::{Progress, Run, Worlds, totals};
use crate::sim::sampled::Sampled;
use crate::sim::trial::Setting as Trial;
use crate::stats::Moments;
use crate::stats::interval::Estimate;
use crate::study::evidence::{Evidence, Needs};
use crate::study::guardrails::{Guardrail, Verdict, needs};
use crate::summary::Row;
use crate::uncertainty::Uncertainty;

/// A setting of the levers: for each the place of its value.
pub type Setting = Vec<usize>;

/// Programmes that are played side by side at most, where memory allows: they share what they can.
const SIDE_BY_SIDE: usize = 24;

/// What the levers are put on and judged by.
#[derive(Debug)]
pub struct Bench<'a> {
    /// What the workbook says; its baseline is what is compared with.
    pub inputs: &'a Inputs,
    /// What is uncertain.
    pub uncertainty: &'a Uncertainty,
    /// What the levers are put on.
    pub scenario: &'a Scenario,
    /// The levers.
    pub levers: &'a [Lever],
    /// The guardrails that concern the scenario.
    pub guardrails: Vec<Guardrail>,
    /// The rows of the breakdown.
    pub rows: &'a [Row],
    /// The seed.
    pub seed: u64,
    /// Trials in all, of the search and of what confirms it.
    pub trials: usize,
}

/// The measure that decides, and which way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Objective {
    /// Its place among [`MEASURES`].
    pub place: usize,
    /// Whether more of it is wanted.
    pub up: bool,
}

/// How good a setting is: the first guardrails, then the objective.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rank {
    /// Whether some guardrail is missed beyond what chance could do.
    pub broken: bool,
    /// How far guardrails are missed in all, as shares of their limits.
    pub shortfall: f64,
    /// Mean difference of the objective with the baseline, positive where it is better.
    pub gain: f64,
}

/// A setting with what it came to.
#[derive(Debug, Clone, PartialEq)]
pub struct Judged {
    /// The setting; empty for the scenario as it is entered.
    pub setting: Setting,
    /// What its trials say.
    pub evidence: Evidence,
    /// The verdicts, in the order of the guardrails.
    pub verdicts: Vec<Verdict>,
    /// How good it is.
    pub rank: Rank,
}

impl Objective {
    /// The differences of the objective with the baseline, trial by trial, positive where they are better.
    pub fn gains(self, evidence: &Evidence) -> Vec<f64> {
        let mut gains = evidence.differences(self.place);
        if !self.up {
            gains.iter_mut().for_each(|gain| *gain = -*gain);
        }
        gains
    }

    /// Its id.
    pub fn id(self) -> &'static str {
        MEASURES[self.place].id
    }

    /// What it is counted in.
    pub fn unit(self) -> Unit {
        MEASURES[self.place].unit
    }
}

impl Rank {
    /// That of a setting that cannot be played.
    pub const UNPLAYABLE: Rank = Rank { broken: true, shortfall: f64::INFINITY, gain: f64::NEG_INFINITY };

    /// The better of two comes first: what may keep the guardrails before what does not, among the others the nearest to
    /// keeping them, then the objective.
    pub fn order(&self, other: &Rank) -> Ordering {
        let nearest = if self.broken { self.shortfall.total_cmp(&other.shortfall) } else { Ordering::Equal };
        self.broken.cmp(&other.broken).then(nearest).then(other.gain.total_cmp(&self.gain))
    }
}

impl Judged {
    /// Whether every guardrail is kept.
    pub fn keeps_all(&self) -> bool {
        self.verdicts.iter().all(|verdict| verdict.kept)
    }

    /// The mean difference of a measure with the baseline, with its standard error.
    pub fn difference(&self, measure: usize) -> Estimate {
        estimate(self.evidence.differences(measure))
    }
}

/// The mean of a sample with its standard error; 0 of nothing.
pub fn estimate(values: Vec<f64>) -> Estimate {
    if values.len() < 2 {
        return Estimate { value: values.first().copied().unwrap_or(0.0), se: 0.0 };
    }
    let Moments { mean, se, .. } = Moments::of(&values);
    Estimate { value: mean, se }
}

impl Bench<'_> {
    /// The scenario with a setting.
    pub fn set(&self, setting: &[usize]) -> Scenario {
        let values: Vec<Value> =
            self.levers.iter().zip(setting).filter_map(|(lever, at)| lever.values.get(*at).cloned()).collect();
        self.with(&values)
    }

    /// The scenario with values for the first levers.
    pub fn with(&self, values: &[Value]) -> Scenario {
        let mut scenario = self.scenario.clone();
        for (lever, value) in self.levers.iter().zip(values) {
            lever.set(&mut scenario.programme, value);
            scenario.steps.extend(lever.places.iter().map(|place| Step {
                place: place.clone(),
                change: Change::Set(value.clone()),
                at: lever.at.clone(),
                part: None,
            }));
        }
        scenario
    }

    /// Why a setting cannot be played, in words; `None` if it can.
    pub fn obstacle(&self, setting: &[usize]) -> Option<String> {
        obstacle(self.inputs, &self.set(setting).programme)
    }

    /// The setting nearest to the scenario as it is entered.
    pub fn entered(&self) -> Setting {
        let place = |lever: &Lever| {
            let value = lever.places[0].get(&self.scenario.programme);
            let gap = |other: &Value| match (value.as_number(), other.as_number()) {
                (Some(value), Some(other)) => (value - other).abs(),
                _ if *other == value => 0.0,
                _ => 1.0,
            };
            let gaps = lever.values.iter().map(gap).enumerate();
            gaps.min_by(|a, b| a.1.total_cmp(&b.1)).map_or(0, |(at, _)| at)
        };
        self.levers.iter().map(place).collect()
    }

    /// What is asked of the trials: what the guardrails ask, and some measures.
    pub fn needs(&self, measures: &[usize]) -> Needs {
        let mut needs = needs(&self.guardrails);
        measures.iter().for_each(|place| needs.measure(*place));
        needs
    }

    /// What `count` trials of each candidate say, with the luck of trials `first` and on: all on the same draws.
    ///
    /// # Errors
    /// The first identity of docs/model.md, "What must hold", that a trial breaks.
    pub fn play(
        &self,
        candidates: &[Scenario],
        (first, count): (usize, usize),
        needs: &Needs,
        progress: Progress<'_>,
    ) -> Result<Vec<Evidence>, CheckFailed> {
        let mut evidence = Vec::with_capacity(candidates.len());
        let baseline = &self.inputs.programme;
        // What is found is the same however many are played at once: all of them meet the same draws.
        let fitting = memory::side_by_side(baseline, count).saturating_sub(1).clamp(1, SIDE_BY_SIDE);
        for candidates in candidates.chunks(fitting) {
            let sampled = Sampled::new(baseline, candidates, self.uncertainty, (self.seed, self.trials));
            let entered = sampled.entered();
            let batches: Vec<_> = if self.uncertainty.is_empty() {
                Vec::new()
            } else {
                (first / BATCH..(first + count).div_ceil(BATCH)).map(|at| sampled.batch(at)).collect()
            };
            let drawn = |trial: usize| -> Plans {
                let at = first % BATCH + trial;
                sampled.plans(batches[at / BATCH].trial(at % BATCH))
            };
            let worlds = if batches.is_empty() { Worlds::Same } else { Worlds::Drawn(&drawn) };
            let tell = |finished: usize| progress(finished * candidates.len());
            // The last reading: the one in which people answer, where both are played.
            let from = entered.programmes() - entered.programmes_a_reading();
            let places = (1..=candidates.len()).map(|at| [from + at, from]);
            if needs.rows || needs.partners {
                let mut run = Run::new(&entered, self.seed, CHUNK).from(first as u64);
                run.play(count, worlds, &tell, None)?;
                let trials = run.finish();
                evidence.extend(places.map(|at| Evidence::of(&trials.totals, Some(&trials), at, needs)));
            } else {
                let setting = Trial::new(&entered, self.seed);
                let totals = totals(&setting, first as u64, count, worlds, &tell)?;
                evidence.extend(places.map(|at| Evidence::of(&totals, None, at, needs)));
            }
        }
        Ok(evidence)
    }

    /// Judges a setting by its evidence.
    pub fn judge(&self, setting: Setting, evidence: Evidence, objective: Objective) -> Judged {
        let verdicts: Vec<Verdict> =
            self.guardrails.iter().map(|guardrail| guardrail.judge(&evidence, self.rows)).collect();
        let judged = || self.guardrails.iter().zip(&verdicts);
        let rank = Rank {
            // Where there is no saying what chance does, the verdict stands.
            broken: judged().any(|(guardrail, verdict)| !verdict.kept && verdict.is_certain(guardrail) != Some(false)),
            shortfall: judged().map(|(guardrail, verdict)| verdict.shortfall(guardrail)).sum(),
            gain: estimate(objective.gains(&evidence)).value,
        };
        Judged { setting, evidence, verdicts, rank }
    }
}
