//! From trials to figures: statistics of every measure, of its paired difference with the baseline, and its means by
//! every dimension.

use crate::measures::{Amounts, MEASURES, Measure};
use crate::model::population::Member;
use crate::outcome::{Business, Dimension, FIELDS, Field, Shape, Tally};
use crate::plan::Plans;
use crate::sim::breakdown::{PartnerSums, Sums};
use crate::sim::run::Trials;
use crate::stats::{Statistics, probability_better};

/// The figures of a run.
#[derive(Debug, Clone)]
pub struct Summary {
    /// Number of trials.
    pub trials: usize,
    /// The programmes, the baseline first.
    pub programmes: Vec<ProgrammeSummary>,
    /// The rows of every breakdown.
    pub rows: Vec<Row>,
}

/// The figures of one programme.
#[derive(Debug, Clone)]
pub struct ProgrammeSummary {
    /// Name: `Baseline`, or the scenario's.
    pub name: String,
    /// Statistics, by place in [`MEASURES`].
    pub measures: Vec<Statistics>,
    /// The same of the differences with the baseline; empty for the baseline.
    pub differences: Vec<Difference>,
    /// Mean amounts, by place in [`Summary::rows`].
    pub by_row: Vec<Amounts>,
    /// Standard error of the mean difference of the front margin, by place in [`Summary::rows`], in currency units.
    pub margin_errors: Vec<f64>,
    /// Mean amounts by partner, run-rate business included.
    pub by_partner: Vec<Amounts>,
    /// Front margin of each trial, in currency units, in the order of size.
    pub front_margins: Vec<f64>,
}

/// The difference of a measure with the baseline, trial by trial.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Difference {
    /// Its statistics.
    pub statistics: Statistics,
    /// Share of trials in which it is better for the measure's owner, ties counting half.
    pub probability_better: f64,
}

/// A row of a breakdown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// What it is a breakdown by.
    pub dimension: Dimension,
    /// Its key in the JSON and its name in the result.
    pub name: String,
}

/// What belongs to no row.
pub const UNASSIGNED: &str = "Unassigned";
/// The segment of business outside quotations.
pub const RUN_RATE: &str = "Run-rate";

impl Summary {
    /// The figures of a run; `names` are the programmes', `levels` and `segments` the workbook's.
    pub fn new(trials: &Trials, plans: &Plans, names: &[String], levels: &[String], segments: &[String]) -> Summary {
        let baseline: Vec<Vec<f64>> = MEASURES.iter().map(|measure| values(trials, 0, measure)).collect();
        let programmes = names
            .iter()
            .enumerate()
            .map(|(at, name)| {
                let mut summary = ProgrammeSummary {
                    name: name.clone(),
                    measures: Vec::new(),
                    differences: Vec::new(),
                    by_row: by_row(&trials.breakdown[at], trials.count),
                    margin_errors: margin_errors(trials, at, &plans.shape),
                    by_partner: by_partner(trials, at, &plans.members),
                    front_margins: Vec::new(),
                };
                for (measure, base) in MEASURES.iter().zip(&baseline) {
                    summary.add(measure, values(trials, at, measure), base, at > 0);
                }
                summary
            })
            .collect();
        Summary { trials: trials.count, programmes, rows: rows(&plans.shape, levels, segments) }
    }

    /// The places of a dimension's rows.
    pub fn rows_of(&self, dimension: Dimension) -> impl Iterator<Item = (usize, &Row)> {
        self.rows.iter().enumerate().filter(move |(_, row)| row.dimension == dimension)
    }
}

impl ProgrammeSummary {
    fn add(&mut self, measure: &Measure, mut values: Vec<f64>, baseline: &[f64], compare: bool) {
        if compare {
            let mut differences: Vec<f64> = values.iter().zip(baseline).map(|(value, base)| value - base).collect();
            let probability_better = probability_better(&differences, measure.more_is_better);
            self.differences.push(Difference { statistics: Statistics::of(&mut differences), probability_better });
        }
        self.measures.push(Statistics::of(&mut values));
        if measure.id == "partner_front_margin" {
            self.front_margins = values;
        }
    }

    /// The statistics of the measure with an id.
    ///
    /// # Panics
    /// If there is no such measure: ids are written in the program, not read.
    pub fn measure(&self, id: &str) -> &Statistics {
        &self.measures[place(id)]
    }

    /// The difference of the measure with an id; `None` for the baseline.
    pub fn difference(&self, id: &str) -> Option<&Difference> {
        self.differences.get(place(id))
    }
}

fn place(id: &str) -> usize {
    crate::measures::measure(id).map_or_else(|| unreachable!("no measure {id}"), |(place, _)| place)
}

fn values(trials: &Trials, programme: usize, measure: &Measure) -> Vec<f64> {
    (0..trials.count).map(|trial| (measure.read)(&Amounts::from(trials.total(trial, programme)))).collect()
}

fn by_row(sums: &Sums, trials: usize) -> Vec<Amounts> {
    (0..sums.len())
        .map(|row| {
            let mut means = [0.0; FIELDS];
            for field in Field::ALL {
                means[*field as usize] = sums.mean(row, *field, trials);
            }
            Amounts(means)
        })
        .collect()
}

fn margin_errors(trials: &Trials, programme: usize, shape: &Shape) -> Vec<f64> {
    let [sums, baseline] = [programme, 0].map(|at| &trials.breakdown[at]);
    (0..shape.len()).map(|row| sums.difference_error(baseline, row, Field::FrontMargin, trials.count) / 100.0).collect()
}

fn by_partner(trials: &Trials, programme: usize, members: &[Member]) -> Vec<Amounts> {
    let mean = |sums: &PartnerSums, partner: usize, field: Field| {
        if partner < sums.0.len() { sums.mean(partner, field, trials.count) } else { 0.0 }
    };
    (0..members.len())
        .map(|partner| {
            let mut means = [0.0; FIELDS];
            for field in Field::ALL {
                means[*field as usize] = mean(&trials.deals[programme], partner, *field)
                    + mean(&trials.run_rate[programme], partner, *field);
            }
            Amounts(means)
        })
        .collect()
}

fn rows(shape: &Shape, levels: &[String], segments: &[String]) -> Vec<Row> {
    let mut rows = Vec::with_capacity(shape.len());
    for dimension in Shape::DIMENSIONS {
        let mut names: Vec<String> = match dimension {
            Dimension::Level => levels.to_vec(),
            Dimension::Segment => segments.iter().cloned().chain([RUN_RATE.to_owned()]).collect(),
            Dimension::Month => (1..=shape.months).map(|month| month.to_string()).collect(),
            Dimension::Business => Business::ALL.iter().map(|business| business.key().to_owned()).collect(),
        };
        if dimension != Dimension::Month {
            names.push(UNASSIGNED.to_owned());
        }
        rows.extend(names.into_iter().map(|name| Row { dimension, name }));
    }
    rows
}

/// Sums amounts, such as those of a fiscal year's months.
pub fn sum<'a>(amounts: impl Iterator<Item = &'a Amounts>) -> Amounts {
    let mut sum = Amounts::from(&Tally::default());
    for row in amounts {
        for (total, value) in sum.0.iter_mut().zip(&row.0) {
            *total += value;
        }
    }
    sum
}
