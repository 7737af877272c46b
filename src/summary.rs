//! From trials to figures: statistics of every measure, of its paired difference with the baseline, and its means by
//! every dimension.

use rayon::prelude::*;

use crate::measures::{self, MEASURES};
use crate::outcome::Dimension;
use crate::plan::{Plans, Reading};
use crate::sim::courses::FOLLOWED;
use crate::sim::run::{Totals, Trials};
use crate::stats::decompose::split;
use crate::stats::percentiles;

mod figures;
mod listed;
mod partners;
mod programme;
mod rows;

pub use figures::Difference;
pub use listed::{Listed, all_measures};
pub use partners::{
    PartnerChange, PartnerMeans, SharedMeans, TrackMeans, changes as partner_changes, means as partner_means,
};
pub use programme::{Course, ProgrammeSummary};
pub use rows::{RUN_RATE, Row, UNASSIGNED, by_row, listed_rows, sum};

/// The figures of a run.
#[derive(Debug, Clone)]
pub struct Summary {
    /// Number of trials.
    pub trials: usize,
    /// What people do in [`Summary::programmes`].
    pub reading: Reading,
    /// The programmes, the baseline first: in the static reading, unless only the other was asked for.
    pub programmes: Vec<ProgrammeSummary>,
    /// The same programmes in the behavioural reading, where both were asked for and people answer to the rules.
    pub behavioural: Option<Vec<ProgrammeSummary>>,
    /// The measures: those of [`MEASURES`], then one for each level.
    pub measures: Vec<Listed>,
    /// The rows of every breakdown.
    pub rows: Vec<Row>,
    /// The trials behind [`ProgrammeSummary::courses`]: the first of the run, nearly always all of them.
    pub followed: usize,
}

/// What the figures are called.
#[derive(Debug, Clone, Default)]
pub struct Names {
    /// The programmes: the baseline's name, then the scenarios'.
    pub programmes: Vec<String>,
    /// For each programme the places of the programmes that it is made of by `include`; empty for others.
    pub includes: Vec<Vec<usize>>,
    /// The levels, lowest first.
    pub levels: Vec<String>,
    /// The segments.
    pub segments: Vec<String>,
}

impl Summary {
    /// The figures of a run.
    pub fn new(trials: &Trials, plans: &Plans, names: &Names) -> Summary {
        let count = plans.programmes_a_reading();
        let mut readings = plans.readings.iter().enumerate().map(|(at, reading)| {
            let first = at * count;
            (*reading, reading_of(trials, plans, names, (*reading, first)))
        });
        let (reading, programmes) = readings.next().unwrap_or((Reading::Static, Vec::new()));
        let behavioural = readings.next().map(|(_, programmes)| programmes);
        let rows = listed_rows(plans.months, &names.levels, &names.segments);
        Summary {
            trials: trials.count(),
            reading,
            programmes,
            behavioural,
            measures: all_measures(&names.levels),
            rows,
            followed: trials.courses.trials,
        }
    }

    /// Tells what is not known from luck, by the first trials played again with the same inputs and other luck.
    pub fn tell_luck_apart(&mut self, trials: &Trials, other_luck: &Totals) {
        let count = self.programmes.len();
        let readings = std::iter::once(&mut self.programmes).chain(&mut self.behavioural);
        for (reading, programmes) in readings.enumerate() {
            let baseline = reading * count;
            for (at, programme) in programmes.iter_mut().enumerate() {
                let of = |totals: &Totals, trial: usize, measure: usize| {
                    let own = measures::value(measure, totals, trial, baseline + at);
                    if at == 0 { own } else { own - measures::value(measure, totals, trial, baseline) }
                };
                let pair =
                    |trial: usize, measure: usize| (of(&trials.totals, trial, measure), of(other_luck, trial, measure));
                let pairs =
                    |measure: usize| (0..other_luck.count).map(|trial| pair(trial, measure)).collect::<Vec<_>>();
                programme.splits = (0..self.measures.len()).map(|measure| split(&pairs(measure))).collect();
            }
        }
    }

    /// The places of a dimension's rows.
    pub fn rows_of(&self, dimension: Dimension) -> impl Iterator<Item = (usize, &Row)> {
        self.rows.iter().enumerate().filter(move |(_, row)| row.dimension == dimension)
    }

    /// Whether any scenario changes anything for a partner, by its place.
    pub fn changes_for(&self, partner: usize) -> bool {
        self.programmes.iter().skip(1).any(|scenario| !scenario.changes[partner].is_none())
    }

    /// The programmes of both readings, the static ones first.
    pub fn all(&self) -> impl Iterator<Item = &ProgrammeSummary> {
        self.programmes.iter().chain(self.behavioural.iter().flatten())
    }
}

/// The programmes of a reading, whose baseline has place `first` in the run.
fn reading_of(
    trials: &Trials,
    plans: &Plans,
    names: &Names,
    (reading, first): (Reading, usize),
) -> Vec<ProgrammeSummary> {
    let measures = MEASURES.len() + plans.shape.levels;
    let programmes = first..first + names.programmes.len();
    let partners: Vec<Vec<PartnerMeans>> = programmes.into_par_iter().map(|at| partners::means(trials, at)).collect();
    let summary = |((at, name), means): ((usize, &String), &Vec<PartnerMeans>)| {
        let programme = first + at;
        let baseline = &partners[0];
        ProgrammeSummary {
            name: name.clone(),
            reading,
            measures: Vec::with_capacity(measures),
            differences: Vec::new(),
            interactions: Vec::new(),
            by_row: by_row(&trials.breakdown[programme], trials.count()),
            margin_errors: rows::margin_errors(trials, [programme, first], &plans.shape),
            partners: Vec::new(),
            changes: if at > 0 { partners::changes(trials, programme, [means, baseline]) } else { Vec::new() },
            shared: SharedMeans::new(trials, programme, plans.shape.levels),
            front_margins: Vec::new(),
            net_margins: Vec::new(),
            courses: if at > 0 && first == 0 { courses(trials, at - 1, plans.months) } else { Vec::new() },
            splits: Vec::new(),
        }
    };
    let mut programmes: Vec<ProgrammeSummary> =
        names.programmes.par_iter().enumerate().zip(&partners).map(summary).collect();
    for (programme, means) in programmes.iter_mut().zip(partners) {
        programme.partners = means;
    }
    for (place, figures) in figures::of_measures(&trials.totals, names, (first, measures)).into_iter().enumerate() {
        for (programme, figures) in programmes.iter_mut().zip(figures) {
            programme.add(place, figures);
        }
    }
    programmes
}

fn courses(trials: &Trials, scenario: usize, months: usize) -> Vec<Course> {
    let of = |measure: usize, month: usize| {
        let mut values: Vec<f64> = trials.courses.of(scenario, measure, month).into_iter().map(f64::from).collect();
        percentiles(&mut values)
    };
    (0..FOLLOWED.len()).map(|measure| (0..months).map(|month| of(measure, month)).collect()).collect()
}

/// What the measure at a place of [`Summary::measures`] was in each trial, by the programme's place in the run.
pub fn values(totals: &Totals, programme: usize, place: usize) -> Vec<f64> {
    (0..totals.count).map(|trial| measures::value(place, totals, trial, programme)).collect()
}
