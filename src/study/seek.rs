//! Goal seek: the value of one lever with which the mean of a measure is what it should be.

use crate::measures::MEASURES;
use crate::say;
use crate::schema::{Kind, Value};
use crate::sim::check::CheckFailed;
use crate::sim::run::Progress;
use crate::stats::interval::{Estimate, Interval};
use crate::study::evidence::Needs;
use crate::study::levers::{Bench, estimate};

/// What is sought.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Goal {
    /// Place of the measure among [`MEASURES`].
    pub measure: usize,
    /// Whether its difference with the baseline is meant.
    pub of_difference: bool,
    /// The mean it should have, in its unit.
    pub target: f64,
}

impl Goal {
    /// The measure's id.
    pub fn id(&self) -> &'static str {
        MEASURES[self.measure].id
    }
}

/// One value of the lever that was tried.
#[derive(Debug, Clone, PartialEq)]
pub struct Tried {
    /// The lever's value.
    pub value: Value,
    /// The measure's mean, or its difference's.
    pub mean: Estimate,
}

/// What a search for a goal found.
#[derive(Debug, Clone, PartialEq)]
pub struct Sought {
    /// The values that were tried, rising.
    pub curve: Vec<Tried>,
    /// What came of it.
    pub outcome: Outcome,
    /// Trials that each value was played on.
    pub trials: usize,
}

/// What came of a search for a goal.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// A value meets it.
    Met {
        /// The value: of those the lever may take, the nearest to meeting the goal.
        found: Tried,
        /// Where the true value lies with 95 % confidence, by the slope around it.
        interval: Interval,
        /// The measure's mean with it on new trials.
        again: Estimate,
        /// Whether there are other ranges of the lever in which the goal is met.
        others: bool,
    },
    /// None does: what the lever can reach.
    OutOfReach {
        /// The least mean and the lever's value there.
        least: Tried,
        /// The greatest mean and the lever's value there.
        most: Tried,
    },
    /// The lever's range cannot be played, for this reason.
    Unplayable(String),
}

/// Parts of the lever's range in whose ends the goal is looked for first.
const PARTS: usize = 8;
/// Values that are tried after that at most.
const MOST_STEPS: usize = 40;

/// Seeks a goal with the first lever of a bench, whose values are numbers: in an eighth of its range at whose ends the
/// mean lies on both sides of the target, by the Illinois variant of false position (Dowell and Jarratt 1971), every
/// value on the same trials, so that the mean moves with the lever and not with luck.
///
/// # Errors
/// The first identity of docs/model.md, "What must hold", that a trial breaks.
pub fn seek(bench: &Bench<'_>, goal: Goal, trials: usize, progress: Progress<'_>) -> Result<Sought, CheckFailed> {
    let lever = &bench.levers[0];
    let kind = lever.places[0].kind();
    let (low, high) = lever.range().unwrap_or((0.0, 0.0));
    let mut values: Vec<Value> = Vec::new();
    for part in 0..=PARTS {
        let value = kind.nearest(low + (high - low) * part as f64 / PARTS as f64);
        values.extend(value.filter(|value| !values.contains(value)));
    }
    let playing = Playing { bench, goal, needs: bench.needs(&[goal.measure]), progress };
    let sought = |curve: Vec<Tried>, outcome| Ok(Sought { curve, outcome, trials });
    if let Some(reason) = values.iter().find_map(|value| playing.obstacle(value)) {
        return sought(Vec::new(), Outcome::Unplayable(reason));
    }
    let mut curve = playing.play(values, (0, trials))?;
    let over = |tried: &Tried| tried.mean.value - goal.target;
    let crosses = |pair: &[Tried]| over(&pair[0]) == 0.0 || over(&pair[0]) * over(&pair[1]) <= 0.0;
    let brackets: Vec<usize> = (1..curve.len()).filter(|at| crosses(&curve[at - 1..=*at])).collect();
    let entered = lever.places[0].get(&bench.scenario.programme).as_number().unwrap_or(low);
    let middle = |at: &usize| (number(&curve[at - 1]) + number(&curve[*at])) / 2.0;
    let nearest = brackets.iter().min_by(|a, b| (middle(a) - entered).abs().total_cmp(&(middle(b) - entered).abs()));
    let Some(&bracket) = nearest else {
        let by_mean = |a: &&Tried, b: &&Tried| a.mean.value.total_cmp(&b.mean.value);
        let ends = (curve.iter().min_by(by_mean).cloned(), curve.iter().max_by(by_mean).cloned());
        let (Some(least), Some(most)) = ends else {
            return sought(curve, Outcome::Unplayable(say!("it has no values")));
        };
        return sought(curve, Outcome::OutOfReach { least, most });
    };
    let (left, right) = (curve[bracket - 1].clone(), curve[bracket].clone());
    let slope = (right.mean.value - left.mean.value) / (number(&right) - number(&left));
    let steps = playing.close_in(left.clone(), right.clone(), kind, trials)?;
    let closest = |a: &&Tried, b: &&Tried| over(a).abs().total_cmp(&over(b).abs());
    let Some(found) = [left, right].iter().chain(&steps).min_by(closest).cloned() else {
        return sought(curve, Outcome::Unplayable(say!("it has no values")));
    };
    let half = if slope == 0.0 { 0.0 } else { found.mean.se / slope.abs() };
    let interval = Interval::of_mean(Estimate { value: number(&found), se: half }, trials.max(2), 0.95);
    let again = playing.play(vec![found.value.clone()], (first_new_trial(trials), trials))?;
    let again = again.first().map_or(found.mean, |tried| tried.mean);
    curve.extend(steps);
    curve.sort_by(|a, b| number(a).total_cmp(&number(b)));
    curve.dedup_by(|a, b| a.value == b.value);
    // A value that meets it exactly ends one range and begins the next.
    let others = brackets.iter().any(|at| at.abs_diff(bracket) > 1);
    sought(curve, Outcome::Met { found, interval, again, others })
}

/// About how many trials of a candidate [`seek`] plays, for whoever waits: a value at each end of a part, a handful between
/// two of them, and the one that is found again.
pub fn expected_work(trials: usize) -> usize {
    (PARTS + 1 + 6 + 1) * trials
}

/// The first trial that no value was tried on: it begins a batch.
pub fn first_new_trial(trials: usize) -> usize {
    trials.next_multiple_of(crate::sim::design::BATCH)
}

fn number(tried: &Tried) -> f64 {
    tried.value.as_number().unwrap_or(0.0)
}

/// What every value of the lever is played with.
struct Playing<'a> {
    bench: &'a Bench<'a>,
    goal: Goal,
    needs: Needs,
    progress: Progress<'a>,
}

impl Playing<'_> {
    fn obstacle(&self, value: &Value) -> Option<String> {
        let edited = self.bench.with(std::slice::from_ref(value)).programme;
        crate::scenario::obstacle(self.bench.inputs, &edited)
    }

    fn play(&self, values: Vec<Value>, window: (usize, usize)) -> Result<Vec<Tried>, CheckFailed> {
        let scenarios: Vec<_> = values.iter().map(|value| self.bench.with(std::slice::from_ref(value))).collect();
        let evidence = self.bench.play(&scenarios, window, &self.needs, self.progress)?;
        let mean = |evidence: &crate::study::evidence::Evidence| {
            let measure = self.goal.measure;
            if self.goal.of_difference {
                estimate(evidence.differences(measure))
            } else {
                estimate(evidence.values(measure).to_vec())
            }
        };
        Ok(values.into_iter().zip(&evidence).map(|(value, evidence)| Tried { value, mean: mean(evidence) }).collect())
    }

    /// Values between two that the goal lies between, ever nearer to it, until one meets it within a hundredth of what
    /// luck leaves open or there are none between.
    fn close_in(&self, left: Tried, right: Tried, kind: &Kind, trials: usize) -> Result<Vec<Tried>, CheckFailed> {
        let over = |tried: &Tried| tried.mean.value - self.goal.target;
        let mut steps = Vec::new();
        let (mut a, mut b) = ((number(&left), over(&left)), (number(&right), over(&right)));
        let close = |tried: &Tried| over(tried).abs() <= tried.mean.se / 100.0;
        if close(&left) || close(&right) {
            return Ok(steps);
        }
        while steps.len() < MOST_STEPS {
            let between = a.0 + (b.0 - a.0) * a.1 / (a.1 - b.1);
            let Some(value) = kind.nearest(between).map(|value| self.inside(value, (a.0, b.0), kind)) else { break };
            let Some(value) = value.filter(|value| self.obstacle(value).is_none()) else { break };
            let Some(tried) = self.play(vec![value], (0, trials))?.pop() else { break };
            let point = (number(&tried), over(&tried));
            let done = close(&tried);
            steps.push(tried);
            if done {
                break;
            }
            if point.1 * b.1 < 0.0 {
                (a, b) = (b, point);
            } else {
                // The other end has stayed: its weight is halved.
                (a, b) = ((a.0, a.1 / 2.0), point);
            }
        }
        Ok(steps)
    }

    /// A value strictly between two others; `None` if there is none.
    fn inside(&self, value: Value, (a, b): (f64, f64), kind: &Kind) -> Option<Value> {
        let (low, high) = (a.min(b), a.max(b));
        let lies = |value: &Value| value.as_number().is_some_and(|number| number > low && number < high);
        // Rounding to the lever's unit may fall on an end: the middle is tried instead.
        [Some(value), kind.nearest((low + high) / 2.0)].into_iter().flatten().find(lies)
    }
}

#[cfg(test)]
mod tests;
