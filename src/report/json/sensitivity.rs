//! Which uncertain input decides, as JSON.

use serde::Serialize;

use crate::stats::interval::Estimate;
use crate::stats::sobol::Index as Found;
use crate::study::ledger::{Rests, ledger};
use crate::study::{Decision, Effect, Factor, Flip, Sensitivity};

#[derive(Serialize)]
pub(super) struct Study<'a> {
    measure: &'static str,
    reading: &'static str,
    trials: usize,
    sampled: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    base_points: Option<usize>,
    /// Whether some inputs are correlated, which the indices do not regard.
    correlated: bool,
    scenarios: Vec<Scenario<'a>>,
}

#[derive(Serialize)]
struct Scenario<'a> {
    name: &'a str,
    entered: Figure,
    inputs: Vec<Input<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    luck: Option<Index>,
    ledger: Vec<Line>,
}

#[derive(Serialize)]
struct Input<'a> {
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    basis: Option<&'static str>,
    entered: f64,
    /// The input's values at the percentiles 5, 25, 50, 75 and 95.
    percentiles: [f64; 5],
    /// The mean difference at each of them, all other inputs as entered.
    differences: Vec<Figure>,
    swing: f64,
    /// Where the mean difference changes its sign.
    #[serde(skip_serializing_if = "Option::is_none")]
    flip: Option<Flipping>,
    /// The values between which the sign was looked at.
    #[serde(skip_serializing_if = "Option::is_none")]
    never_flips_between: Option<[f64; 2]>,
    rank_correlation: Figure,
    contribution: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    sobol: Option<Index>,
}

#[derive(Serialize)]
struct Flipping {
    value: f64,
    se: f64,
    plausible: bool,
}

#[derive(Serialize)]
struct Index {
    first: Figure,
    total: Figure,
}

#[derive(Serialize)]
struct Figure {
    value: f64,
    se: f64,
}

#[derive(Serialize)]
struct Line {
    rests_on: &'static str,
    share: f64,
}

impl From<Estimate> for Figure {
    fn from(estimate: Estimate) -> Figure {
        Figure { value: estimate.value, se: estimate.se }
    }
}

impl From<Found> for Index {
    fn from(found: Found) -> Index {
        Index { first: found.first.into(), total: found.total.into() }
    }
}

/// The study of a story.
pub(super) fn study(found: &Sensitivity) -> Study<'_> {
    Study {
        measure: found.measure.id,
        reading: found.reading.word(),
        trials: found.trials,
        sampled: found.sampled,
        base_points: found.base_points,
        correlated: found.correlated,
        scenarios: found.decisions.iter().map(|decision| scenario(found, decision)).collect(),
    }
}

fn scenario<'a>(found: &'a Sensitivity, decision: &'a Decision) -> Scenario<'a> {
    let line = |rests: Rests| match rests {
        Rests::On(Some(basis)) => basis.word(),
        Rests::On(None) => "no basis",
        Rests::Luck => "luck",
        Rests::Together => "together",
    };
    Scenario {
        name: &decision.name,
        entered: decision.entered.into(),
        inputs: found.factors.iter().zip(&decision.effects).map(|(factor, effect)| input(factor, effect)).collect(),
        luck: decision.luck.map(Index::from),
        ledger: ledger(decision, &found.factors)
            .into_iter()
            .map(|of| Line { rests_on: line(of.rests), share: of.share })
            .collect(),
    }
}

fn input<'a>(factor: &'a Factor, effect: &Effect) -> Input<'a> {
    let (flip, never) = match effect.flip {
        Flip::At { value, plausible } => (Some(Flipping { value: value.value, se: value.se, plausible }), None),
        Flip::Never { from, to } => (None, Some([from, to])),
    };
    let ranked = effect.contribution;
    Input {
        name: &factor.name,
        basis: factor.basis.map(|basis| basis.word()),
        entered: factor.entered,
        percentiles: factor.percentiles,
        differences: effect.spider.map(Figure::from).into(),
        swing: effect.swing(),
        flip,
        never_flips_between: never,
        rank_correlation: Figure { value: ranked.rank_correlation, se: ranked.se },
        contribution: ranked.share,
        sobol: effect.index.map(Index::from),
    }
}
