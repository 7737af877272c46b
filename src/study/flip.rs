//! At which value of an input the decision flips: where the mean difference changes its sign (docs/model.md,
//! "Sensitivity").

use super::case::{Case, Vector};
use crate::check::programme_problems;
use crate::schema::Kind;
use crate::sim::check::CheckFailed;
use crate::sim::run::Progress;
use crate::stats::interval::Estimate;
use crate::uncertainty::Uncertain;

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

/// Rounds of refinement: every third halves, so that no bracket is left wider than a 60th of what it was, and smooth
/// differences need four or five.
const ROUNDS: usize = 18;
/// A value is known when it moves by less than this share of itself.
const DIGITS: f64 = 5e-5;
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

/// A point along an input.
type Point = (f64, Estimate);

/// Two neighbours with different signs, which are moved together.
#[derive(Debug, Clone)]
struct Bracket {
    input: usize,
    scenario: usize,
    low: Point,
    high: Point,
    /// Weights of the two ends' heights (Illinois): an end that stays is halved, so that both ends move.
    weights: [f64; 2],
    slope: f64,
    whole: bool,
    /// The value that was tried last.
    last: Option<f64>,
    done: bool,
}

impl Bracket {
    fn new(input: usize, scenario: usize, [low, high]: [Point; 2], whole: bool) -> Bracket {
        let slope = (high.1.value - low.1.value) / (high.0 - low.0);
        let weights = [1.0; 2];
        Bracket { input, scenario, low, high, weights, slope, whole, last: None, done: false }
    }

    /// Where to look next: on the secant, in every third round in the middle.
    fn next(&self, round: usize) -> f64 {
        let (low, high) = (self.low.1.value * self.weights[0], self.high.1.value * self.weights[1]);
        let share = if round % 3 == 2 { 0.5 } else { low / (low - high) };
        let value = self.low.0 + share * (self.high.0 - self.low.0);
        if self.whole { value.round().clamp(self.low.0 + 1.0, self.high.0 - 1.0) } else { value }
    }

    fn is_narrow(&self) -> bool {
        let width = self.high.0 - self.low.0;
        if self.whole { width <= 1.0 } else { width <= DIGITS * self.low.0.abs().max(self.high.0.abs()) }
    }

    fn take(&mut self, value: f64, found: Estimate) {
        let near = |last: f64| (value - last).abs() <= DIGITS * value.abs().max(last.abs());
        if found.value == 0.0 {
            (self.low, self.high) = ((value, found), (value, found));
        } else if (found.value < 0.0) == (self.low.1.value < 0.0) {
            self.low = (value, found);
            self.weights = [1.0, self.weights[1] / 2.0];
        } else {
            self.high = (value, found);
            self.weights = [self.weights[0] / 2.0, 1.0];
        }
        self.done = found.value == 0.0 || self.is_narrow() || (!self.whole && self.last.is_some_and(near));
        self.last = Some(value);
    }

    /// The value at which the sign is the other one's, seen from `entered`.
    fn flip(&self, entered: f64) -> Estimate {
        let far = if (self.low.0 - entered).abs() > (self.high.0 - entered).abs() { self.low } else { self.high };
        let near = if self.low.1.value.abs() < self.high.1.value.abs() { self.low } else { self.high };
        let (value, found) = if self.whole { far } else { near };
        Estimate { value, se: if self.slope == 0.0 { 0.0 } else { (found.se / self.slope).abs() } }
    }
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
    brackets.iter_mut().for_each(|bracket| bracket.done = bracket.is_narrow());
    for round in 0..ROUNDS {
        let open: Vec<usize> = (0..brackets.len()).filter(|at| !brackets[*at].done).collect();
        if open.is_empty() {
            break;
        }
        let vectors: Vec<Vector> = open
            .iter()
            .map(|at| {
                let mut values = case.uncertainty.entered();
                values[brackets[*at].input] = brackets[*at].next(round);
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

    /// Refines a bracket of a function.
    fn refined(mut bracket: Bracket, f: impl Fn(f64) -> f64) -> (Bracket, usize) {
        for round in 0..ROUNDS {
            if bracket.done || bracket.is_narrow() {
                return (bracket, round);
            }
            let value = bracket.next(round);
            bracket.take(value, Estimate { value: f(value), se: 1.0 });
        }
        (bracket, ROUNDS)
    }

    #[test]
    fn the_changes_next_to_the_entered_value_are_looked_at() {
        let points = points(&[(0.0, -1.0), (1.0, 1.0), (2.0, 0.0), (3.0, 2.0), (4.0, -1.0), (5.0, 1.0)]);
        let pairs: Vec<[f64; 2]> = nearest_pairs(&points, 2.5).map(|pair| pair.map(|point| point.0)).collect();
        assert_eq!(pairs, [[3.0, 4.0], [0.0, 1.0]]);
        // The same change lies below one end and above the other.
        assert_eq!(nearest_pairs(&points[..2], 0.5).count(), 1);
    }

    #[test]
    fn a_straight_line_is_met_at_once_and_a_curve_to_four_digits() {
        let line = |x: f64| 3.0 - x;
        let ends = points(&[(1.0, line(1.0)), (9.0, line(9.0))]);
        let (bracket, rounds) = refined(Bracket::new(0, 0, [ends[0], ends[1]], false), line);
        assert_eq!((bracket.flip(1.0).value, rounds), (3.0, 1));
        // One unit of error at a slope of one.
        assert_eq!(bracket.flip(1.0).se, 1.0);
        let curve = |x: f64| x * x * x - 2.0;
        let ends = points(&[(0.0, curve(0.0)), (10.0, curve(10.0))]);
        let (bracket, rounds) = refined(Bracket::new(0, 0, [ends[0], ends[1]], false), curve);
        assert!((bracket.flip(0.0).value - libm::cbrt(2.0)).abs() < 1e-4 && rounds < ROUNDS, "{bracket:?} {rounds}");
        // A jump is found by halving.
        let jump = |x: f64| if x < 7.3 { -1.0 } else { 100.0 };
        let ends = points(&[(0.0, -1.0), (10.0, 100.0)]);
        let (bracket, _) = refined(Bracket::new(0, 0, [ends[0], ends[1]], false), jump);
        assert!((bracket.flip(0.0).value - 7.3).abs() < 0.01, "{bracket:?}");
    }

    #[test]
    fn a_count_flips_at_the_first_whole_number_beyond() {
        let line = |x: f64| x - 6.4;
        let ends = points(&[(1.0, line(1.0)), (40.0, line(40.0))]);
        let bracket = || Bracket::new(0, 0, [ends[0], ends[1]], true);
        assert_eq!(refined(bracket(), line).0.flip(2.0).value, 7.0);
        assert_eq!(refined(bracket(), line).0.flip(30.0).value, 6.0);
    }
}
