//! How the differences with the baseline run up month by month, trial by trial: what a fan chart is made of.

use std::iter;

use crate::outcome::account::{Account, CONTRIBUTION, NET_MARGIN};
use crate::outcome::{Dimension, Field};
use crate::plan::Plans;
use crate::sim::chunks::{CHUNK, for_first};
use crate::sim::trial::PlanState;

/// The measures whose course is kept, with what they are made of.
pub const FOLLOWED: [(&str, Account); 3] = [
    ("partner_front_margin", Account(&[(1, Field::FrontMargin)])),
    ("partner_net_margin", NET_MARGIN),
    ("vendor_contribution", CONTRIBUTION),
];

/// The most values that are kept in all, 48 MB: 10,000 trials of five scenarios over 60 months need 9 million.
const MOST_VALUES: usize = 12_000_000;

/// The differences of [`FOLLOWED`] with the baseline, run up from the start to the end of each month, in currency units.
///
/// Only the scenarios of the first reading are followed, in the first trials of a run: in all of them up to 48 MB.
#[derive(Debug, Clone, PartialEq)]
pub struct Courses {
    /// How many trials are kept.
    pub trials: usize,
    scenarios: usize,
    months: usize,
    /// In the order of trials.
    chunks: Vec<Kept>,
}

/// What is kept of a chunk.
#[derive(Debug, Clone, PartialEq)]
struct Kept {
    /// How many trials it has.
    trials: usize,
    /// By scenario, measure and month, all of them.
    values: Vec<f32>,
}

impl Courses {
    /// Nothing yet of a run of `count` trials.
    pub fn new(plans: &Plans, count: usize) -> Courses {
        let (scenarios, months) = (plans.programmes_a_reading() - 1, plans.months);
        let trials = Courses::trials(plans, count);
        Courses { trials, scenarios, months, chunks: Vec::new() }
    }

    /// How many of a run's `count` trials are kept.
    pub fn trials(plans: &Plans, count: usize) -> usize {
        let a_trial = (plans.programmes_a_reading() - 1) * plans.months * FOLLOWED.len();
        let chunks = (MOST_VALUES / a_trial.max(1) / CHUNK).max(1);
        count.min(chunks * CHUNK)
    }

    /// Makes room for more chunks, of so many trials; `None` for those that are not kept.
    pub fn grow(&mut self, chunks: &[usize]) -> Vec<Option<&mut [f32]>> {
        let (before, a_trial) = (self.chunks.len(), self.scenarios * self.months * FOLLOWED.len());
        let played = self.chunks.iter().map(|chunk| chunk.trials).sum::<usize>();
        let more = for_first(chunks.iter().copied(), self.trials.saturating_sub(played));
        let room = |trials: &usize| Kept { trials: *trials, values: vec![0.0; trials * a_trial] };
        self.chunks.extend(chunks[..more].iter().map(room));
        let rooms = self.chunks[before..].iter_mut().map(|chunk| Some(chunk.values.as_mut_slice()));
        rooms.chain(iter::repeat_with(|| None)).take(chunks.len()).collect()
    }

    /// What is kept where no more than the first `count` trials were played.
    pub fn of_first(self, count: usize) -> Courses {
        Courses { trials: self.trials.min(count), ..self }
    }

    /// The courses of the plans' scenarios in the first `count` trials of a run of `most`, each from where it was kept,
    /// with its place there; `None` where less was kept than a run of these scenarios keeps.
    pub fn joined(plans: &Plans, (count, most): (usize, usize), parts: &[(&Courses, usize)]) -> Option<Courses> {
        let joined = Courses::new(plans, most).of_first(count);
        let (trials, months) = (joined.trials, joined.months);
        if parts.iter().any(|(part, _)| part.trials < trials || part.months != months) {
            return None;
        }
        let of_chunk = |(at, like): (usize, &Kept)| {
            let size = months * FOLLOWED.len() * like.trials;
            let mut values = Vec::with_capacity(parts.len() * size);
            for (part, scenario) in parts {
                let chunk = part.chunks.get(at).filter(|chunk| chunk.trials == like.trials)?;
                values.extend(chunk.values.get(scenario * size..)?.get(..size)?);
            }
            Some(Kept { trials: like.trials, values })
        };
        let chunks = parts.first().map_or(&[][..], |(part, _)| &part.chunks);
        let kept = for_first(chunks.iter().map(|chunk| chunk.trials), trials);
        let chunks = chunks[..kept].iter().enumerate().map(of_chunk).collect::<Option<_>>()?;
        Some(Courses { chunks, ..joined })
    }

    /// The differences of a scenario, from 0, in a measure of [`FOLLOWED`] at the end of a month, from 0, by trial.
    pub fn of(&self, scenario: usize, measure: usize, month: usize) -> Vec<f32> {
        let column = (scenario * FOLLOWED.len() + measure) * self.months + month;
        let of_chunk = |chunk: &Kept| chunk.values[column * chunk.trials..][..chunk.trials].to_vec();
        let mut values: Vec<f32> = self.chunks.iter().flat_map(of_chunk).collect();
        values.truncate(self.trials);
        values
    }
}

/// Writes the courses of one trial of a chunk, which has so many.
pub fn keep(plans: &Plans, (at, trials): (usize, usize), states: &[PlanState], chunk: &mut [f32]) {
    let scenarios = states[..plans.programmes_a_reading()].iter().enumerate().skip(1);
    let mut places = chunk.chunks_mut(trials);
    for (place, state) in scenarios {
        let baseline = &states[plans.plans[place].baseline];
        for (_, account) in &FOLLOWED {
            let mut cents = 0;
            for (month, values) in plans.shape.rows(Dimension::Month).zip(&mut places) {
                cents += account.whole(|field| state.rows[month][field] - baseline.rows[month][field]);
                values[at] = (cents as f64 / 100.0) as f32;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measures;
    use crate::programme::{Programme, Readings};
    use crate::schema;
    use crate::sim::run::run;

    fn plans() -> Plans {
        let mut baseline = schema::defaults();
        baseline.settings.readings = Readings::Static;
        baseline.settings.months = 14;
        let other = |change: fn(&mut Programme)| {
            let mut scenario = baseline.clone();
            change(&mut scenario);
            scenario
        };
        let open = other(|p| p.registration.installed_base = true);
        let rebate = other(|p| p.rebates.gate = crate::units::Rate::per_mille(800));
        Plans::new(&baseline, &[&open, &rebate])
    }

    #[test]
    fn courses_end_in_the_differences_of_the_whole_horizon() {
        let plans = plans();
        // More than a chunk, so that the last one is not full.
        let count = CHUNK + 3;
        let trials = run(&plans, 1, count, &|_| {}).expect("every check holds");
        assert_eq!(trials.courses.trials, count);
        for scenario in 0..2 {
            for (at, (id, _)) in FOLLOWED.iter().enumerate() {
                let (place, _) = measures::measure(id).expect("a measure");
                let ends = trials.courses.of(scenario, at, plans.months - 1);
                for (trial, end) in ends.iter().enumerate() {
                    let value = |programme| measures::value(place, &trials.totals, trial, programme);
                    assert_eq!(*end, (value(1 + scenario) - value(0)) as f32, "{id}, trial {trial}");
                }
            }
        }
        // A gate moves rebates, not deals.
        assert!(trials.courses.of(1, 0, 13).iter().all(|change| *change == 0.0));
        assert!(trials.courses.of(0, 0, 0).iter().any(|change| *change != 0.0));
    }

    #[test]
    fn memory_is_bounded_whatever_is_played() {
        let plans = plans();
        let courses = Courses::new(&plans, 1_000_000_000);
        assert!(courses.trials * 84 <= MOST_VALUES && courses.trials.is_multiple_of(CHUNK));
        // 2 scenarios, 14 months, 3 measures: 84 values a trial.
        assert_eq!(courses.trials, MOST_VALUES / 84 / CHUNK * CHUNK);
    }
}
