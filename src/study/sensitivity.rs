//! Which uncertain input decides (docs/model.md, "Sensitivity").

use super::Flip;
use super::case::{Case, Vector};
use super::flip::{flips, grid};
use super::saltelli::{Drawn, Indices, correlated, saltelli};
use crate::measures::Measure;
use crate::plan::Reading;
use crate::schema::{Basis, Kind, Text};
use crate::sim::check::CheckFailed;
use crate::sim::design::BATCH;
use crate::sim::run::Progress;
use crate::stats::PERCENTILES;
use crate::stats::interval::Estimate;
use crate::stats::rank::{Contribution, contributions};
use crate::stats::sobol::Index;
use crate::uncertainty::Uncertain;

/// Which input decides, for every scenario.
#[derive(Debug, Clone)]
pub struct Sensitivity {
    /// The measure whose difference with the baseline is explained.
    pub measure: &'static Measure,
    /// What people do.
    pub reading: Reading,
    /// The uncertain inputs, in the order of the workbook.
    pub factors: Vec<Factor>,
    /// The scenarios, in their order.
    pub decisions: Vec<Decision>,
    /// Trials of every value that was tried alone.
    pub trials: usize,
    /// Sampled trials behind rank correlations.
    pub sampled: usize,
    /// Base points of the Sobol indices, where there are any.
    pub base_points: Option<usize>,
    /// Whether some inputs are correlated: Sobol indices take them as independent all the same.
    pub correlated: bool,
}

/// An uncertain input.
#[derive(Debug, Clone)]
pub struct Factor {
    /// Its name.
    pub name: String,
    /// What it is called, in the words of its place.
    pub label: Text,
    /// Its unit, in words.
    pub unit: Text,
    /// What its place holds.
    pub kind: &'static Kind,
    /// How well founded it is, if that is said.
    pub basis: Option<Basis>,
    /// The value that the workbook enters, in natural units.
    pub entered: f64,
    /// Its values at [`PERCENTILES`].
    pub percentiles: [f64; 5],
}

/// What decides about one scenario.
#[derive(Debug, Clone, PartialEq)]
pub struct Decision {
    /// The scenario's name.
    pub name: String,
    /// The mean difference where all inputs are as entered.
    pub entered: Estimate,
    /// What each input does, in the order of [`Sensitivity::factors`].
    pub effects: Vec<Effect>,
    /// The share of the variance of ranks that a linear relation of ranks explains.
    pub explained: f64,
    /// The indices of luck, where Sobol indices were estimated.
    pub luck: Option<Index>,
}

/// What one input does to a difference.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Effect {
    /// The mean difference with the input at [`PERCENTILES`], all others as entered.
    pub spider: [Estimate; 5],
    /// Where the decision flips.
    pub flip: Flip,
    /// Rank correlation and contribution to variance.
    pub contribution: Contribution,
    /// Sobol indices, where they were estimated.
    pub index: Option<Index>,
}

impl Effect {
    /// The mean differences at the low and at the high end of the plausible range.
    pub fn ends(&self) -> [f64; 2] {
        [self.spider[0].value, self.spider[4].value]
    }

    /// How far the two lie apart.
    pub fn swing(&self) -> f64 {
        let [low, high] = self.ends();
        (high - low).abs()
    }
}

impl Decision {
    /// The places of the inputs, the largest swing first; of equal ones in the order of the workbook.
    pub fn by_swing(&self) -> Vec<usize> {
        self.ordered(Effect::swing)
    }

    /// The places of the inputs, the largest share first.
    pub fn by_share(&self) -> Vec<usize> {
        self.ordered(|effect| self.share(effect))
    }

    /// The share of the variance that an input takes part in, luck being the rest: its total index, which as an estimate may
    /// come out beyond 0 and 1; without indices its part of what ranks explain.
    pub fn share(&self, effect: &Effect) -> f64 {
        effect.index.map_or(effect.contribution.share.abs() * self.explained, |index| index.total.value)
    }

    fn ordered(&self, size: impl Fn(&Effect) -> f64) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.effects.len()).collect();
        order.sort_by(|a, b| size(&self.effects[*b]).total_cmp(&size(&self.effects[*a])));
        order
    }
}

/// Trials whose inputs were drawn, one luck each.
#[derive(Debug, Clone, Copy)]
pub struct Sample<'a> {
    /// By input the drawn value of each trial.
    pub values: &'a [Vec<f64>],
    /// By scenario the difference of the case's measure in each trial.
    pub differences: &'a [Vec<f64>],
}

/// Everything but Sobol indices: `trials` trials, at least two, for every value that is tried alone; rank correlations
/// from at least four trials of a run.
///
/// # Errors
/// The first identity of docs/model.md, "What must hold", that a trial breaks.
pub fn quick(
    case: &Case<'_>,
    sample: Sample<'_>,
    trials: usize,
    progress: Progress<'_>,
) -> Result<Sensitivity, CheckFailed> {
    let inputs = &case.uncertainty.inputs;
    let factors: Vec<Factor> = inputs.iter().map(Factor::new).collect();
    let (entered, tried) = one_at_a_time(case, &factors, trials, progress)?;
    let flips = flips(case, &tried, &entered, trials, progress)?;
    let decision = |(at, flips): (usize, &Vec<Flip>)| {
        let found = contributions(sample.values, &sample.differences[at]);
        let effect = |input: usize| {
            let spider = factors[input].percentiles.map(|value| at_value(&tried[input], value, at, entered[at]));
            let contribution = found.inputs[input];
            Effect { spider, flip: flips[input], contribution, index: None }
        };
        Decision {
            name: case.scenarios[at].name.clone(),
            entered: entered[at],
            effects: (0..inputs.len()).map(effect).collect(),
            explained: found.explained,
            luck: None,
        }
    };
    Ok(Sensitivity {
        measure: case.measure,
        reading: case.reading,
        decisions: flips.iter().enumerate().map(decision).collect(),
        factors,
        trials,
        sampled: sample.values.first().map_or(0, Vec::len),
        base_points: None,
        correlated: case.uncertainty.correlations.is_some(),
    })
}

/// Everything, with Sobol indices from `points` base points, a power of two and at least four.
///
/// # Errors
/// See [`quick`].
pub fn full(case: &Case<'_>, points: usize, trials: usize, progress: Progress<'_>) -> Result<Sensitivity, CheckFailed> {
    let (indices, independent) = saltelli(case, points, progress)?;
    let drawn = match case.uncertainty.correlations {
        Some(_) => correlated(case, correlated_trials(points), progress)?,
        None => independent,
    };
    let Drawn { values, differences } = &drawn;
    let mut found = quick(case, Sample { values, differences }, trials, progress)?;
    found.base_points = Some(points);
    for (decision, Indices { inputs, luck }) in found.decisions.iter_mut().zip(indices) {
        decision.luck = Some(luck);
        for (effect, index) in decision.effects.iter_mut().zip(inputs) {
            effect.index = Some(index);
        }
    }
    Ok(found)
}

/// Trials with correlated inputs beside so many base points: as many as these sample without, until a rank correlation is
/// known to 0.016 (one standard error).
fn correlated_trials(points: usize) -> usize {
    (2 * points).min(4 * BATCH)
}

/// About how many trials of a family [`full`] plays, for whoever waits.
pub fn expected_work(case: &Case<'_>, points: usize, trials: usize) -> usize {
    let inputs = case.uncertainty.inputs.len();
    let correlated = if case.uncertainty.correlations.is_some() { correlated_trials(points) } else { 0 };
    points * (inputs + 3) + correlated + quick_work(inputs, case.scenarios.len(), trials)
}

/// About how many trials of a family [`quick`] plays with so many inputs and scenarios, for whoever waits.
pub fn quick_work(inputs: usize, scenarios: usize, trials: usize) -> usize {
    // A dozen values an input, and about five rounds for a third of the flips.
    trials * (1 + inputs * 12 + inputs * scenarios * 5 / 3)
}

impl Factor {
    fn new(input: &Uncertain) -> Factor {
        let place = &input.places[0];
        Factor {
            name: input.name.clone(),
            label: place.label(),
            unit: place.unit(),
            kind: place.kind(),
            basis: input.basis,
            entered: input.entered,
            percentiles: PERCENTILES.map(|p| input.law.quantile(p)),
        }
    }
}

/// Values of one input, each with the mean differences by scenario.
type Tried = Vec<(f64, Vec<Estimate>)>;

/// The differences with all inputs as entered, and for each input those along it.
fn one_at_a_time(
    case: &Case<'_>,
    factors: &[Factor],
    trials: usize,
    progress: Progress<'_>,
) -> Result<(Vec<Estimate>, Vec<Tried>), CheckFailed> {
    let entered = case.uncertainty.entered();
    let grids: Vec<Vec<f64>> = factors.iter().enumerate().map(|(at, f)| grid(case, at, &f.percentiles)).collect();
    let along = |(at, values): (usize, &Vec<f64>)| {
        let entered = &entered;
        let with = move |value: &f64| {
            let mut vector = entered.clone();
            vector[at] = *value;
            vector
        };
        values.iter().map(with).collect::<Vec<Vector>>()
    };
    let mut vectors = vec![entered.clone()];
    vectors.extend(grids.iter().enumerate().flat_map(along));
    let mut means = case.means(&vectors, trials, progress)?.into_iter();
    let as_entered = means.next().unwrap_or_default();
    let tried = grids.into_iter().map(|values| values.into_iter().zip(means.by_ref()).collect()).collect();
    Ok((as_entered, tried))
}

/// What was found at a value of the grid, or next to it: whole numbers are tried for those between them.
fn at_value(tried: &Tried, value: f64, scenario: usize, entered: Estimate) -> Estimate {
    let nearest = tried.iter().min_by(|a, b| (a.0 - value).abs().total_cmp(&(b.0 - value).abs()));
    nearest.map_or(entered, |(_, means)| means[scenario])
}
