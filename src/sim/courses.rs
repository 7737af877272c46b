//! How the differences with the baseline run up month by month, trial by trial: what a fan chart is made of.

use crate::outcome::account::{Account, CONTRIBUTION, NET_MARGIN};
use crate::outcome::{Dimension, Field};
use crate::plan::Plans;
use crate::sim::partners::CHUNK;
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
    /// By chunk, scenario, measure and month, the trials of the chunk.
    values: Vec<f32>,
}

impl Courses {
    /// Memory for a run of `count` trials.
    pub fn new(plans: &Plans, count: usize) -> Courses {
        let (scenarios, months) = (plans.programmes_a_reading() - 1, plans.months);
        let a_trial = scenarios * months * FOLLOWED.len();
        let trials = Courses::trials(plans, count);
        Courses { trials, scenarios, months, values: vec![0.0; trials.div_ceil(CHUNK) * CHUNK * a_trial] }
    }

    /// How many of a run's `count` trials are kept.
    pub fn trials(plans: &Plans, count: usize) -> usize {
        let a_trial = (plans.programmes_a_reading() - 1) * plans.months * FOLLOWED.len();
        let chunks = (MOST_VALUES / a_trial.max(1) / CHUNK).max(1);
        count.min(chunks * CHUNK)
    }

    fn a_chunk(&self) -> usize {
        self.scenarios * self.months * FOLLOWED.len() * CHUNK
    }

    /// The memory of some chunks from `first` on; `None` for those that are not kept.
    pub fn chunks(&mut self, first: usize, chunks: usize) -> Vec<Option<&mut [f32]>> {
        let size = self.a_chunk().max(1);
        let mut parts: Vec<Option<&mut [f32]>> = self.values.chunks_mut(size).skip(first).map(Some).collect();
        parts.resize_with(chunks, || None);
        parts
    }

    /// What is kept where no more than the first `count` trials were played.
    pub fn of_first(self, count: usize) -> Courses {
        Courses { trials: self.trials.min(count), ..self }
    }

    /// The courses of the plans' scenarios in the first `count` trials of a run of `most`, each from where it was kept,
    /// with its place there; `None` where less was kept than a run of these scenarios keeps.
    pub fn joined(plans: &Plans, (count, most): (usize, usize), parts: &[(&Courses, usize)]) -> Option<Courses> {
        let mut joined = Courses::new(plans, most).of_first(count);
        let (trials, months) = (joined.trials, joined.months);
        if parts.iter().any(|(part, _)| part.trials < trials || part.months != months) {
            return None;
        }
        let size = months * FOLLOWED.len() * CHUNK;
        for (chunk, values) in joined.values.chunks_mut((parts.len() * size).max(1)).enumerate() {
            for ((part, scenario), values) in parts.iter().zip(values.chunks_mut(size.max(1))) {
                values.copy_from_slice(part.values.get((chunk * part.scenarios + scenario) * size..)?.get(..size)?);
            }
        }
        Some(joined)
    }

    /// The differences of a scenario, from 0, in a measure of [`FOLLOWED`] at the end of a month, from 0, by trial.
    pub fn of(&self, scenario: usize, measure: usize, month: usize) -> Vec<f32> {
        let start = ((scenario * FOLLOWED.len() + measure) * self.months + month) * CHUNK;
        let mut values = Vec::with_capacity(self.trials);
        for chunk in self.values.chunks(self.a_chunk().max(1)) {
            let left = self.trials - values.len();
            values.extend(&chunk[start..start + CHUNK.min(left)]);
        }
        values
    }
}

/// Writes the courses of one trial of a chunk.
pub fn keep(plans: &Plans, at: usize, states: &[PlanState], chunk: &mut [f32]) {
    let scenarios = states[..plans.programmes_a_reading()].iter().enumerate().skip(1);
    let mut places = chunk.chunks_mut(CHUNK);
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
        assert!(courses.values.len() <= MOST_VALUES && courses.trials.is_multiple_of(CHUNK));
        // 2 scenarios, 14 months, 3 measures: 84 values a trial.
        assert_eq!(courses.trials, MOST_VALUES / 84 / CHUNK * CHUNK);
    }
}
