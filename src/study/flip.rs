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

/// Rounds of refinement: enough to halve a bracket until it is a hundred-thousandth of what it was.
const ROUNDS: usize = 18;
/// A value is known when it lies between two that differ by less than this share of them.
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

/// Two points with different signs, which are moved together by Chandrupatla's method (1997): inverse quadratic
/// interpolation through the last three points where it can be trusted, else the middle; at first the secant. It takes a
/// smooth difference some eight steps, and a jump hardly more than halving does.
#[derive(Debug, Clone)]
struct Bracket {
    input: usize,
    scenario: usize,
    newest: Point,
    /// The end with the other sign.
    other: Point,
    /// What the newest took the place of.
    before: Option<Point>,
    slope: f64,
    whole: bool,
    done: bool,
}

impl Bracket {
    fn new(input: usize, scenario: usize, [newest, other]: [Point; 2], whole: bool) -> Bracket {
        let slope = (other.1.value - newest.1.value) / (other.0 - newest.0);
        let mut bracket = Bracket { input, scenario, newest, other, before: None, slope, whole, done: false };
        bracket.done = bracket.is_narrow();
        bracket
    }

    /// Where to look next.
    fn next(&self) -> f64 {
        let value = self.newest.0 + self.step() * (self.other.0 - self.newest.0);
        let [low, high] = self.ends();
        if self.whole { value.round().clamp(low + 1.0, high - 1.0) } else { value }
    }

    /// How far from the newest point to the other end, as a share of the way.
    fn step(&self) -> f64 {
        let [a, b] = [self.newest, self.other].map(|(_, found)| found.value);
        let Some(before) = self.before else { return a / (a - b) };
        let c = before.1.value;
        let place = (self.newest.0 - self.other.0) / (before.0 - self.other.0);
        let height = (a - b) / (c - b);
        if !(1.0 - libm::sqrt(1.0 - place) < height && height < libm::sqrt(place)) {
            return 0.5;
        }
        let along = (before.0 - self.newest.0) / (self.other.0 - self.newest.0);
        let step = a / (b - a) * c / (b - c) + along * a / (c - a) * b / (c - b);
        // A step across the root, however small, moves the other end.
        let least = 0.5 * self.narrow() / (self.other.0 - self.newest.0).abs();
        step.clamp(least, 1.0 - least)
    }

    fn ends(&self) -> [f64; 2] {
        [self.newest.0.min(self.other.0), self.newest.0.max(self.other.0)]
    }

    /// The width at which the value is known.
    fn narrow(&self) -> f64 {
        if self.whole { 1.0 } else { DIGITS * self.newest.0.abs().max(self.other.0.abs()) }
    }

    fn is_narrow(&self) -> bool {
        (self.other.0 - self.newest.0).abs() <= self.narrow()
    }

    fn take(&mut self, value: f64, found: Estimate) {
        if (found.value < 0.0) == (self.newest.1.value < 0.0) {
            self.before = Some(self.newest);
        } else {
            self.before = Some(self.other);
            self.other = self.newest;
        }
        self.newest = (value, found);
        if found.value == 0.0 {
            self.other = self.newest;
        }
        self.done = self.is_narrow();
    }

    /// The value at which the sign is the other one's, seen from `entered`.
    fn flip(&self, entered: f64) -> Estimate {
        let [one, two] = [self.newest, self.other];
        let far = if (one.0 - entered).abs() > (two.0 - entered).abs() { one } else { two };
        let near = if one.1.value.abs() < two.1.value.abs() { one } else { two };
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

    /// Refines a bracket of a function.
    fn refined(mut bracket: Bracket, f: impl Fn(f64) -> f64) -> (Bracket, usize) {
        for round in 0..ROUNDS {
            if bracket.done {
                return (bracket, round);
            }
            let value = bracket.next();
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
