//! One trial of one programme to be audited deal by deal: the one whose answer is nearest the median.

use crate::model::horizon::YEAR_MONTHS;
use crate::outcome::Field;
use crate::plan::Plans;
use crate::programme::Programme;
use crate::scenario::Scenario;
use crate::sim::sampled::Sampled;
use crate::sim::trace::{Trace, trace};
use crate::sim::trial::Setting;
use crate::stats::percentile;
use crate::study::played::Played;
use crate::summary::Summary;

/// What is audited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Subject {
    /// The programme by its place in [`Summary::programmes`].
    pub programme: usize,
    /// Fiscal year, from 0.
    pub year: usize,
    /// Trial, from 0.
    pub trial: usize,
}

/// A trial of a programme, told in full.
#[derive(Debug)]
pub struct Audit {
    /// What is audited.
    pub subject: Subject,
    /// The median over all trials by which the trial was chosen, and the trial's own value; `None` if it was asked for.
    pub nearest: Option<Nearest>,
    /// The baseline with the values drawn for the trial.
    pub baseline: Programme,
    /// The programme with the values drawn for the trial.
    pub own: Programme,
    /// The plans of the trial.
    pub plans: Plans,
    /// The trial.
    pub trace: Trace,
}

/// The trial whose value is nearest the median.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Nearest {
    /// Its place.
    pub trial: usize,
    /// Its value.
    pub value: f64,
    /// The median.
    pub median: f64,
}

/// The trial whose value is nearest the median of all (type 7); the first of several. `None` without trials.
pub fn nearest_median(values: &[f64]) -> Option<Nearest> {
    let mut ordered = values.to_vec();
    ordered.sort_by(f64::total_cmp);
    let median = if ordered.is_empty() { return None } else { percentile(&ordered, 0.5) };
    let distance = |trial: &usize| (values[*trial] - median).abs();
    let trial = (0..values.len()).min_by(|a, b| distance(a).total_cmp(&distance(b)))?;
    Some(Nearest { trial, value: values[trial], median })
}

/// The programme that an auditor looks at first: the first scenario with granted quotations, else the first, else the
/// baseline.
pub fn first_with_quotations(summary: &Summary) -> usize {
    let grants = |at: &usize| summary.programmes[*at].total(summary)[Field::Granted] > 0.0;
    let scenarios = 1..summary.programmes.len();
    scenarios.clone().find(grants).or(scenarios.clone().next()).unwrap_or(0)
}

/// The first fiscal year that a programme plays wholly by its own rules, from 0; the one in which it starts if there is
/// none.
pub fn first_own_year(programme: &Programme) -> usize {
    let from = (programme.from_month - 1) as usize;
    let whole = from.div_ceil(YEAR_MONTHS);
    let years = programme.settings.months as usize / YEAR_MONTHS;
    if whole < years { whole } else { from / YEAR_MONTHS }
}

impl Audit {
    /// Plays the trial of a run again and listens.
    pub fn new(
        sampled: &Sampled<'_>,
        (baseline, scenarios): (&Programme, &[Scenario]),
        played: &Played,
        seed: u64,
        (subject, nearest): (Subject, Option<Nearest>),
    ) -> Audit {
        let setting = Setting::new(&played.plans, seed);
        let entered = |at: usize| match at.checked_sub(1) {
            Some(scenario) => &scenarios[scenario].programme,
            None => baseline,
        };
        let trial = subject.trial as u64;
        if sampled.uncertainty.is_empty() {
            return Audit {
                subject,
                nearest,
                baseline: baseline.clone(),
                own: entered(subject.programme).clone(),
                plans: played.plans.clone(),
                trace: trace(&setting, None, trial, subject.programme),
            };
        }
        let values: Vec<f64> = played.drawn.iter().map(|of_input| of_input[subject.trial]).collect();
        let plans = sampled.plans(&values);
        let mut world = sampled.uncertainty.world(baseline, scenarios, &values);
        let own = match subject.programme.checked_sub(1) {
            Some(scenario) => world.scenarios.swap_remove(scenario),
            None => world.baseline.clone(),
        };
        let trace = trace(&setting, Some(&plans), trial, subject.programme);
        Audit { subject, nearest, baseline: world.baseline, own, plans, trace }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema;

    #[test]
    fn the_trial_nearest_the_median_is_the_first_of_several() {
        // Ordered -3, 1, 4, 6: the median is 2.5, from which 1 and 4 are equally far.
        let found = nearest_median(&[6.0, 4.0, -3.0, 1.0]);
        assert_eq!(found, Some(Nearest { trial: 1, value: 4.0, median: 2.5 }));
        assert_eq!(nearest_median(&[]), None);
    }

    #[test]
    fn the_first_year_of_its_own_rules_is_looked_at() {
        let year = |months, from_month| {
            let mut programme = schema::defaults();
            (programme.settings.months, programme.from_month) = (months, from_month);
            first_own_year(&programme)
        };
        // From the start; from month 13; from month 4 of three years and of one; in the last year of two.
        assert_eq!([year(12, 1), year(24, 13), year(36, 4), year(12, 4), year(24, 14)], [0, 1, 1, 0, 1]);
    }
}
