//! Two points between which a difference changes its sign, drawn together until the value is known.

use crate::stats::interval::Estimate;

/// A value is known when it lies between two that differ by less than this share of them.
const DIGITS: f64 = 5e-5;

/// A point along an input.
pub(super) type Point = (f64, Estimate);

/// Two points with different signs, which are moved together by Chandrupatla's method (1997): inverse quadratic
/// interpolation through the last three points where it can be trusted, else the middle; at first the secant. It takes a
/// smooth difference some eight steps, and a jump hardly more than halving does.
#[derive(Debug, Clone)]
pub(super) struct Bracket {
    pub(super) input: usize,
    pub(super) scenario: usize,
    newest: Point,
    /// The end with the other sign.
    other: Point,
    /// What the newest took the place of.
    before: Option<Point>,
    slope: f64,
    whole: bool,
    pub(super) done: bool,
}

impl Bracket {
    pub(super) fn new(input: usize, scenario: usize, [newest, other]: [Point; 2], whole: bool) -> Bracket {
        let slope = (other.1.value - newest.1.value) / (other.0 - newest.0);
        let mut bracket = Bracket { input, scenario, newest, other, before: None, slope, whole, done: false };
        bracket.done = bracket.is_narrow();
        bracket
    }

    /// Where to look next.
    pub(super) fn next(&self) -> f64 {
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

    pub(super) fn take(&mut self, value: f64, found: Estimate) {
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
    pub(super) fn flip(&self, entered: f64) -> Estimate {
        let [one, two] = [self.newest, self.other];
        let far = if (one.0 - entered).abs() > (two.0 - entered).abs() { one } else { two };
        let near = if one.1.value.abs() < two.1.value.abs() { one } else { two };
        let (value, found) = if self.whole { far } else { near };
        Estimate { value, se: if self.slope == 0.0 { 0.0 } else { (found.se / self.slope).abs() } }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::study::flip::ROUNDS;

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
