//! The figures of every measure, on all threads: each measure stands for itself.

use rayon::prelude::*;

use crate::measures::{self, Amounts, MEASURES};
use crate::sim::run::Totals;
use crate::stats::paired::variance_ratio;
use crate::stats::{Statistics, probability_better};
use crate::summary::Names;

/// The difference of a measure with the baseline, trial by trial.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Difference {
    /// Its statistics.
    pub statistics: Statistics,
    /// Share of trials in which it is better for the measure's owner, ties counting half.
    pub probability_better: f64,
    /// How many times the trials two independent runs would take for the same standard error; `None` where the difference
    /// never varies.
    pub variance_ratio: Option<f64>,
}

impl Difference {
    /// Whether it is nothing in every trial: then no future is better than another for anybody.
    pub fn is_nothing(&self) -> bool {
        self.statistics.mean == 0.0 && self.statistics.sd == 0.0
    }
}

/// How many measures are worked out together: each pass over the trials reads every amount of them.
const MEASURES_AT_A_TIME: usize = 8;

/// The figures of the first `measures` measures, by measure and programme of a reading, whose baseline has place `first`
/// in the run.
pub fn of_measures(totals: &Totals, names: &Names, (first, measures): (usize, usize)) -> Vec<Vec<Figures>> {
    let places: Vec<usize> = (0..measures).collect();
    // Some measures at a time: what is held beside the trials is a few numbers a trial and programme.
    let figures = places.par_chunks(MEASURES_AT_A_TIME).flat_map_iter(|places| {
        let values: Vec<Vec<Vec<f64>>> =
            (0..names.programmes.len()).map(|at| columns(totals, first + at, places)).collect();
        let figures = |(column, place): (usize, &usize)| {
            let values: Vec<&[f64]> = values.iter().map(|columns| columns[column].as_slice()).collect();
            (0..values.len()).map(|at| Figures::of(*place, at, &values, names)).collect::<Vec<Figures>>()
        };
        places.iter().enumerate().map(figures).collect::<Vec<_>>()
    });
    figures.collect()
}

/// The figures of a measure under one programme.
pub struct Figures {
    /// Of its values.
    pub statistics: Statistics,
    /// Of its differences with the baseline; `None` for the baseline.
    pub difference: Option<Difference>,
    /// Of the joint effect less the sum of the single effects, where the programme is made of others.
    pub interaction: Option<Statistics>,
    /// The values in the order of size, of measures whose distribution is shown.
    pub values: Vec<f64>,
}

impl Figures {
    /// Those of the programme at a place, by the values of the measure in every programme.
    fn of(place: usize, at: usize, values: &[&[f64]], names: &Names) -> Figures {
        let (own, baseline) = (values[at], values[0]);
        let parts = names.includes.get(at).map_or(&[][..], Vec::as_slice);
        // One part is no interaction; a part that is not played cannot be taken out.
        let joint = parts.len() > 1 && parts.iter().all(|part| *part < at);
        let difference = (at > 0).then(|| {
            let mut differences: Vec<f64> = own.iter().zip(baseline).map(|(value, base)| value - base).collect();
            let more_is_better = MEASURES.get(place).is_none_or(|measure| measure.more_is_better);
            let probability_better = probability_better(&differences, more_is_better);
            let variance_ratio = variance_ratio(own, baseline);
            Difference { statistics: Statistics::of(&mut differences), probability_better, variance_ratio }
        });
        let interaction = joint.then(|| {
            let parts: Vec<&[f64]> = parts.iter().map(|part| values[*part]).collect();
            interaction(own, baseline, &parts)
        });
        let mut values = own.to_vec();
        let shown = MEASURES.get(place).is_some_and(|measure| SHOWN_WHOLE.contains(&measure.id));
        let (statistics, values) = match shown {
            true => (Statistics::ordering(&mut values), values),
            false => (Statistics::of(&mut values), Vec::new()),
        };
        Figures { statistics, difference, interaction, values }
    }
}

/// The measures whose values are kept in the order of size.
const SHOWN_WHOLE: [&str; 2] = ["partner_front_margin", "partner_net_margin"];

/// The joint effect of a programme less the sum of the effects of its parts, by the values of a measure in each.
fn interaction(own: &[f64], base: &[f64], parts: &[&[f64]]) -> Statistics {
    let mut terms: Vec<f64> = own
        .iter()
        .zip(base)
        .enumerate()
        .map(|(trial, (value, base))| {
            let singles: f64 = parts.iter().map(|part| part[trial] - base).sum();
            value - base - singles
        })
        .collect();
    Statistics::of(&mut terms)
}

/// What the measures at some places of [`Summary::measures`] were in each trial, a column a measure, by the programme's
/// place in the run.
fn columns(totals: &Totals, programme: usize, places: &[usize]) -> Vec<Vec<f64>> {
    let mut columns = vec![Vec::with_capacity(totals.count); places.len()];
    for trial in 0..totals.count {
        let amounts = Amounts::from(totals.total(trial, programme));
        for (column, place) in columns.iter_mut().zip(places) {
            column.push(match MEASURES.get(*place) {
                Some(measure) => (measure.read)(&amounts),
                None => measures::value(*place, totals, trial, programme),
            });
        }
    }
    columns
}
