//! The first trials of a run, with the run's scenarios and with others beside them.

use crate::measures;
use crate::programme::Programme;
use crate::scenario::Scenario;
use crate::sim::check::CheckFailed;
use crate::sim::run::{Progress, Totals};
use crate::sim::sampled::Sampled;
use crate::study::attribution::parts::is_alike;
use crate::study::attribution::{ATTRIBUTED, first_trials, of_family};
use crate::uncertainty::Uncertainty;

/// What scenarios come to in the first trials of a run; each is played once.
pub(super) struct Trials<'a> {
    /// The baseline, with one reading.
    pub baseline: &'a Programme,
    /// The scenarios of the run.
    pub scenarios: &'a [Scenario],
    /// What is drawn.
    pub uncertainty: &'a Uncertainty,
    /// The trials of the run.
    pub run: &'a Totals,
    /// The seed and the trials that the run was to have.
    pub of: (u64, usize),
    /// How many of the first trials count.
    pub count: usize,
    /// What was played beside the run.
    pub more: Vec<(Vec<Scenario>, Totals)>,
}

impl Trials<'_> {
    /// Plays those of some scenarios that were not played yet.
    pub fn play(&mut self, wanted: Vec<Scenario>, progress: Progress<'_>) -> Result<(), CheckFailed> {
        let mut fresh: Vec<Scenario> = Vec::new();
        for scenario in wanted {
            let is_fresh = |other: &Scenario| !is_alike(&scenario, other, self.uncertainty);
            if self.place(&scenario).is_none() && fresh.iter().all(is_fresh) {
                fresh.push(scenario);
            }
        }
        if fresh.is_empty() {
            return Ok(());
        }
        let sampled = Sampled::new(self.baseline, &fresh, self.uncertainty, self.of);
        let tell = |finished: usize| progress(of_family(finished, fresh.len(), self.scenarios.len()));
        let totals = first_trials(&sampled, (self.of.0, self.count), &tell)?;
        self.more.push((fresh, totals));
        Ok(())
    }

    /// The trials that hold a scenario, and its place among their programmes.
    fn place(&self, scenario: &Scenario) -> Option<(&Totals, usize)> {
        let at = |of: &[Scenario]| of.iter().position(|other| is_alike(scenario, other, self.uncertainty));
        let run = at(self.scenarios).map(|at| (self.run, 1 + at));
        run.or_else(|| self.more.iter().find_map(|(of, totals)| Some((totals, 1 + at(of)?))))
    }

    /// A measure of [`ATTRIBUTED`] in each trial of a scenario that was played, or of the baseline.
    pub fn values(&self, measure: usize, scenario: Option<&Scenario>) -> Vec<f64> {
        let (totals, programme) = scenario.and_then(|scenario| self.place(scenario)).unwrap_or((self.run, 0));
        let place = measures::measure(ATTRIBUTED[measure]).map_or(0, |(place, _)| place);
        (0..self.count).map(|trial| measures::value(place, totals, trial, programme)).collect()
    }

    /// Whether two scenarios, or a scenario and the baseline, come to the same in every trial.
    pub fn are_equal(&self, a: &Scenario, b: Option<&Scenario>) -> bool {
        (0..ATTRIBUTED.len()).all(|measure| self.values(measure, Some(a)) == self.values(measure, b))
    }
}
