//! What the trials of a programme say, as far as guardrails and objectives ask for it.

use crate::measures::{Amounts, value};
use crate::sim::run::{Totals, Trials};
use crate::summary::{by_row, partner_changes, partner_means};

/// What is asked of the trials.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Needs {
    /// Measures, by place among those listed, whose values are kept trial by trial.
    pub measures: Vec<usize>,
    /// Whether means by row of the breakdown are.
    pub rows: bool,
    /// Whether mean changes of each partner are.
    pub partners: bool,
}

impl Needs {
    /// Asks for a measure, once.
    pub fn measure(&mut self, place: usize) {
        if !self.measures.contains(&place) {
            self.measures.push(place);
        }
    }
}

/// A measure in every trial.
#[derive(Debug, Clone, PartialEq)]
struct Sample {
    measure: usize,
    own: Vec<f64>,
    baseline: Vec<f64>,
}

/// The mean change of a partner's net margin.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Shift {
    /// The mean, in currency units.
    pub mean: f64,
    /// Its standard error.
    pub se: f64,
}

/// What the trials of a programme say beside those of its baseline.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Evidence {
    /// Number of trials.
    pub trials: usize,
    samples: Vec<Sample>,
    /// Mean amounts by row, the programme's own and the baseline's; empty if nobody asked.
    pub rows: [Vec<Amounts>; 2],
    /// The change of each partner; empty if nobody asked.
    pub partners: Vec<Shift>,
}

impl Evidence {
    /// Reads what is asked off the totals of a programme and its baseline, by their places in the run; rows and partners
    /// off all trials, where they were kept.
    pub fn of(totals: &Totals, trials: Option<&Trials>, [programme, baseline]: [usize; 2], needs: &Needs) -> Evidence {
        let values =
            |measure, programme| (0..totals.count).map(|trial| value(measure, totals, trial, programme)).collect();
        let sample = |measure: &usize| Sample {
            measure: *measure,
            own: values(*measure, programme),
            baseline: values(*measure, baseline),
        };
        let mut evidence = Evidence {
            trials: totals.count,
            samples: needs.measures.iter().map(sample).collect(),
            ..Evidence::default()
        };
        if let Some(trials) = trials {
            if needs.rows {
                evidence.rows = [programme, baseline].map(|at| by_row(&trials.breakdown[at], trials.count()));
            }
            if needs.partners && programme != baseline {
                let [own, base] = [programme, baseline].map(|at| partner_means(trials, at));
                let changes = partner_changes(trials, programme, [&own, &base]);
                evidence.partners = changes.iter().map(|change| Shift { mean: change.mean, se: change.se }).collect();
            }
        }
        evidence
    }

    /// Adds what other trials of the same programme say.
    pub fn join(&mut self, later: Evidence) {
        let (before, after) = (self.trials as f64, later.trials as f64);
        let mean = |a: f64, b: f64| (a * before + b * after) / (before + after);
        for (sample, more) in self.samples.iter_mut().zip(later.samples) {
            sample.own.extend(more.own);
            sample.baseline.extend(more.baseline);
        }
        for (rows, more) in self.rows.iter_mut().zip(&later.rows) {
            for (row, more) in rows.iter_mut().zip(more) {
                for (value, more) in row.0.iter_mut().zip(&more.0) {
                    *value = mean(*value, *more);
                }
            }
        }
        for (shift, more) in self.partners.iter_mut().zip(&later.partners) {
            // The variance of a mean of two independent parts.
            let (a, b) = (shift.se * before, more.se * after);
            shift.mean = mean(shift.mean, more.mean);
            shift.se = libm::sqrt(a * a + b * b) / (before + after);
        }
        self.trials += later.trials;
    }

    /// The values of a measure, trial by trial; empty if nobody asked.
    pub fn values(&self, measure: usize) -> &[f64] {
        self.samples.iter().find(|sample| sample.measure == measure).map_or(&[], |sample| &sample.own)
    }

    /// The differences of a measure with the baseline, trial by trial; empty if nobody asked.
    pub fn differences(&self, measure: usize) -> Vec<f64> {
        let sample = self.samples.iter().find(|sample| sample.measure == measure);
        sample.map_or_else(Vec::new, |sample| {
            sample.own.iter().zip(&sample.baseline).map(|(own, baseline)| own - baseline).collect()
        })
    }
}

#[cfg(test)]
impl Evidence {
    /// Evidence of one measure.
    pub fn sampled(measure: usize, own: Vec<f64>, baseline: Vec<f64>) -> Evidence {
        Evidence { trials: own.len(), samples: vec![Sample { measure, own, baseline }], ..Evidence::default() }
    }

    /// Evidence of rows and partners.
    pub fn told(trials: usize, rows: [Vec<Amounts>; 2], partners: Vec<Shift>) -> Evidence {
        Evidence { trials, rows, partners, ..Evidence::default() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn later_trials_weigh_as_many_as_they_are() {
        // 1 trial with 4 and 3 trials with 8: 7. Errors 2 and 1: sqrt((1 x 2)^2 + (3 x 1)^2) / 4 = 0.901388.
        let mut first = Evidence::sampled(3, vec![1.0], vec![0.5]);
        first.partners = vec![Shift { mean: 4.0, se: 2.0 }];
        let mut later = Evidence::sampled(3, vec![2.0, 3.0, 4.0], vec![1.0; 3]);
        later.partners = vec![Shift { mean: 8.0, se: 1.0 }];
        first.join(later);
        assert_eq!((first.trials, first.values(3)), (4, &[1.0, 2.0, 3.0, 4.0][..]));
        assert_eq!(first.differences(3), [0.5, 1.0, 2.0, 3.0]);
        assert_eq!(first.partners[0].mean, 7.0);
        assert!((first.partners[0].se - libm::sqrt(13.0) / 4.0).abs() < 1e-15);
        assert!(first.values(4).is_empty());
    }
}
