//! At which value of an input the decision flips: where the mean difference changes its sign (docs/model.md,
//! "Sensitivity").

use super::case::{Case, Vector};
use crate::check::programme_problems;
use crate::schema::Kind;
use crate::sim::check::CheckFailed;
use crate::sim::run::Progress;
use crate::stats::interval::Estimate;
use crate::uncertainty::Uncertain;
use bracket::{Bracket, Point};

mod bracket;

/// Where a decision flips along one input, all others as entered.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Flip {
    /// At a value: of several the nearest to the entered one.
    At {
        /// The value, with the error that the luck of finite trials leaves.
        value: Estimate,
        /// Whether it lies in the input's plausible range.
        plausible: bool,
    },
    /// Nowhere between two values.
    Never {
        /// The lowest that was tried.
        from: f64,
        /// The highest.
        to: f64,
    },
}

/// Rounds of refinement: enough to halve a bracket until it is a hundred-thousandth of what it was.
const ROUNDS: usize = 18;
/// How far beyond the plausible range is searched, in widths of that range.
const BEYOND: [f64; 3] = [0.5, 1.5, 4.0];

/// Where one input is tried: percentiles, the entered value, and values beyond what is plausible; ascending.
pub(super) fn grid(case: &Case<'_>, at: usize, percentiles: &[f64]) -> Vec<f64> {
    let input = &case.uncertainty.inputs[at];
    let (low, high) = input.plausible();
    let support = [input.law.quantile(0.001), input.law.quantile(0.999)];
    let width = if high > low { high - low } else { support[1] - support[0] };
    let (least, most) = possible(input);
    let entered = case.uncertainty.entered();
    let fits = |value: &f64| {
        let mut values = entered.clone();
        values[at] = *value;
        let world = case.world(&values);
        world.family().into_iter().all(|programme| programme_problems(programme).is_empty())
    };
    let beyond = BEYOND.iter().flat_map(|widths| [low - widths * width, high + widths * width]);
    let beyond = beyond.map(|value| value.clamp(least, most)).filter(fits);
    let mut tried: Vec<f64> = percentiles.iter().copied().chain([input.entered]).chain(support).chain(beyond).collect();
    if is_whole(input) {
        tried.iter_mut().for_each(|value| *value = value.round());
    }
    tried.sort_by(f64::total_cmp);
    tried.dedup();
    tried
}

/// The values that all of an input's places allow.
fn possible(input: &Uncertain) -> (f64, f64) {
    let ranges = input.places.iter().filter_map(|place| place.kind().range());
    ranges.fold((f64::NEG_INFINITY, f64::INFINITY), |(least, most), (min, max)| (least.max(min), most.min(max)))
}

fn is_whole(input: &Uncertain) -> bool {
    input.places.iter().any(|place| matches!(place.kind(), Kind::Count { .. }))
}

/// For each scenario and input where the decision flips. `tried` has what is known so far: by input the points of
/// [`grid`], each with its differences by scenario; `entered` the differences with all inputs as entered.
pub(super) fn flips(
    case: &Case<'_>,
    tried: &[Vec<(f64, Vec<Estimate>)>],
    entered: &[Estimate],
    trials: usize,
    progress: Progress<'_>,
) -> Result<Vec<Vec<Flip>>, CheckFailed> {
    let mut brackets = Vec::new();
    for scenario in 0..case.scenarios.len() {
        for (input, points) in tried.iter().enumerate() {
            let points: Vec<Point> = points.iter().map(|(value, means)| (*value, means[scenario])).collect();
            let subject = &case.uncertainty.inputs[input];
            let pairs = nearest_pairs(&points, subject.entered);
            brackets.extend(pairs.map(|pair| Bracket::new(input, scenario, pair, is_whole(subject))));
        }
    }
    for _ in 0..ROUNDS {
        let open: Vec<usize> = (0..brackets.len()).filter(|at| !brackets[*at].done).collect();
        if open.is_empty() {
            break;
        }
        let vectors: Vec<Vector> = open
            .iter()
            .map(|at| {
                let mut values = case.uncertainty.entered();
                values[brackets[*at].input] = brackets[*at].next();
                values
            })
            .collect();
        let means = case.means(&vectors, trials, progress)?;
        for ((at, vector), means) in open.iter().zip(&vectors).zip(&means) {
            let bracket = &mut brackets[*at];
            bracket.take(vector[bracket.input], means[bracket.scenario]);
        }
    }
    let flip = |scenario: usize, input: usize| {
        let subject = &case.uncertainty.inputs[input];
        let own = brackets.iter().filter(|bracket| (bracket.scenario, bracket.input) == (scenario, input));
        let found = own.map(|bracket| bracket.flip(subject.entered));
        let distance = |value: &Estimate| (value.value - subject.entered).abs();
        let (low, high) = subject.plausible();
        let at = |value: Estimate| Flip::At { value, plausible: value.value >= low && value.value <= high };
        let ends = tried[input].first().zip(tried[input].last());
        let (from, to) = ends.map_or((subject.entered, subject.entered), |(first, last)| (first.0, last.0));
        let still = entered[scenario].value == 0.0;
        match found.min_by(|a, b| distance(a).total_cmp(&distance(b))) {
            Some(found) if !still => at(found),
            _ => Flip::Never { from, to },
        }
    };
    let inputs = case.uncertainty.inputs.len();
    Ok((0..case.scenarios.len()).map(|scenario| (0..inputs).map(|input| flip(scenario, input)).collect()).collect())
}

/// The first change of sign above the entered value, and the first below it.
fn nearest_pairs(points: &[Point], entered: f64) -> impl Iterator<Item = [Point; 2]> {
    let signed: Vec<Point> = points.iter().filter(|point| point.1.value != 0.0).copied().collect();
    let changes = |pair: &&[Point]| (pair[0].1.value < 0.0) != (pair[1].1.value < 0.0);
    let above = signed.windows(2).filter(changes).find(|pair| pair[1].0 > entered).map(|pair| [pair[0], pair[1]]);
    let below = signed.windows(2).filter(changes).rfind(|pair| pair[0].0 < entered).map(|pair| [pair[0], pair[1]]);
    let below = below.filter(|below| above.is_none_or(|above| above[0].0 != below[0].0));
    above.into_iter().chain(below)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn points(values: &[(f64, f64)]) -> Vec<Point> {
        values.iter().map(|(x, y)| (*x, Estimate { value: *y, se: 1.0 })).collect()
    }

    #[test]
    fn the_changes_next_to_the_entered_value_are_looked_at() {
        let points = points(&[(0.0, -1.0), (1.0, 1.0), (2.0, 0.0), (3.0, 2.0), (4.0, -1.0), (5.0, 1.0)]);
        let pairs: Vec<[f64; 2]> = nearest_pairs(&points, 2.5).map(|pair| pair.map(|point| point.0)).collect();
        assert_eq!(pairs, [[3.0, 4.0], [0.0, 1.0]]);
        // The same change lies below one end and above the other.
        assert_eq!(nearest_pairs(&points[..2], 0.5).count(), 1);
    }
}
