//! From trials to figures: statistics of every measure, of its paired difference with the baseline, and its means by
//! every dimension.

use crate::measures::{self, Amounts, MEASURES, Measure, Owner, Sums as HowItSums, Unit};
use crate::outcome::{Business, Dimension, FIELDS, Field, Shape, Tally};
use crate::plan::{Plans, Reading};
use crate::say;
use crate::schema::value::text;
use crate::sim::breakdown::Sums;
use crate::sim::courses::FOLLOWED;
use crate::sim::run::{Totals, Trials};
use crate::stats::decompose::{Split, split};
use crate::stats::{Statistics, percentiles};

mod figures;
mod partners;

pub use partners::{PartnerChange, PartnerMeans, SharedMeans, TrackMeans, changes as partner_changes};

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

/// A measure as it is listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// The id of the JSON and the result.
    pub id: String,
    /// What it is called.
    pub label: String,
    /// What it is, in a sentence.
    pub help: String,
    /// What it is counted in.
    pub unit: Unit,
    /// Whose it is.
    pub owner: Owner,
    /// Whether its owner wants more of it.
    pub more_is_better: bool,
    /// How its rows make its total.
    pub sums: HowItSums,
}

/// The figures of one programme in one reading.
#[derive(Debug, Clone)]
pub struct ProgrammeSummary {
    /// Name: `Baseline`, or the scenario's.
    pub name: String,
    /// What people do.
    pub reading: Reading,
    /// Statistics, by place in [`Summary::measures`].
    pub measures: Vec<Statistics>,
    /// The same of the differences with the baseline; empty for the baseline.
    pub differences: Vec<Difference>,
    /// Joint effect less the sum of the single effects, where the programme is made of others; else empty.
    pub interactions: Vec<Statistics>,
    /// Mean amounts, by place in [`Summary::rows`].
    pub by_row: Vec<Amounts>,
    /// Standard error of the mean difference of the front margin, by place in [`Summary::rows`], in currency units.
    pub margin_errors: Vec<f64>,
    /// Mean amounts by partner, in the order of the plans' members.
    pub partners: Vec<PartnerMeans>,
    /// What changes for each partner; empty for the baseline.
    pub changes: Vec<PartnerChange>,
    /// What partners share: migration between levels, tracks, indicators.
    pub shared: SharedMeans,
    /// Partners' front margin of each trial, in currency units, in the order of size.
    pub front_margins: Vec<f64>,
    /// The same of their net margin.
    pub net_margins: Vec<f64>,
    /// How differences with the baseline run up month by month, by place in [`FOLLOWED`]; empty for a baseline and in the
    /// second of two readings.
    pub courses: Vec<Course>,
    /// What is not known and what is luck, by place in [`Summary::measures`]: of the values of a baseline, of the
    /// differences of a scenario; empty where nothing is uncertain.
    pub splits: Vec<Split>,
}

/// [`PERCENTILES`](crate::stats::PERCENTILES) of a measure's difference with the baseline from the start to the end of each
/// month, in currency units.
pub type Course = Vec<[f64; 5]>;

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

/// A row of a breakdown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// What it is a breakdown by.
    pub dimension: Dimension,
    /// Its key in the JSON; levels and segments are called by it in the result too.
    pub name: String,
}

impl Row {
    /// Its name in the result, in the language that is spoken where it is not the user's own.
    pub fn shown(&self) -> &str {
        let business = Business::ALL.iter().find(|business| business.key() == self.name);
        match (self.dimension, business, self.name.as_str()) {
            (Dimension::Business, Some(business), _) => business.label().said(),
            (Dimension::Segment, _, RUN_RATE) => text(RUN_RATE, "Flux courant").said(),
            (_, _, UNASSIGNED) => text(UNASSIGNED, "Non affecté").said(),
            (_, _, name) => name,
        }
    }
}

/// What belongs to no row.
pub const UNASSIGNED: &str = "Unassigned";
/// The segment of business outside quotations.
pub const RUN_RATE: &str = "Run-rate";

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
    let summary = |(at, name): (usize, &String)| {
        let programme = first + at;
        ProgrammeSummary {
            name: name.clone(),
            reading,
            measures: Vec::with_capacity(measures),
            differences: Vec::new(),
            interactions: Vec::new(),
            by_row: by_row(&trials.breakdown[programme], trials.count()),
            margin_errors: margin_errors(trials, [programme, first], &plans.shape),
            partners: partners::means(trials, programme),
            changes: if at > 0 { partners::changes(trials, [programme, first]) } else { Vec::new() },
            shared: SharedMeans::new(trials, programme, plans.shape.levels),
            front_margins: Vec::new(),
            net_margins: Vec::new(),
            courses: if at > 0 && first == 0 { courses(trials, at - 1, plans.months) } else { Vec::new() },
            splits: Vec::new(),
        }
    };
    let mut programmes: Vec<ProgrammeSummary> = names.programmes.iter().enumerate().map(summary).collect();
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

/// The measures of a run with these levels: those of [`MEASURES`], then one for each level.
pub fn all_measures(levels: &[String]) -> Vec<Listed> {
    MEASURES.iter().map(listed).chain(levels.iter().map(|level| at_level(level))).collect()
}

fn listed(measure: &Measure) -> Listed {
    Listed {
        id: measure.id.to_owned(),
        label: measure.label.said().to_owned(),
        help: measure.help.said().to_owned(),
        unit: measure.unit,
        owner: measure.owner,
        more_is_better: measure.more_is_better,
        sums: measure.sums,
    }
}

/// The measure that counts the partners at a level.
fn at_level(level: &str) -> Listed {
    let slug: String =
        level.to_lowercase().chars().map(|letter| if letter.is_alphanumeric() { letter } else { '_' }).collect();
    Listed {
        id: format!("partners_at_{slug}"),
        label: say!("Partners at {level}", level),
        help: say!("Partners that hold the level {level} after the last evaluation.", level),
        unit: Unit::Count,
        owner: Owner::Partner,
        more_is_better: true,
        sums: HowItSums::Stock,
    }
}

impl ProgrammeSummary {
    /// Its name in the result: that of the baseline in the language that is spoken, a scenario's as it was entered.
    pub fn shown(&self) -> &str {
        if self.differences.is_empty() { text("Baseline", "Référence").said() } else { &self.name }
    }

    fn add(&mut self, place: usize, figures: figures::Figures) {
        self.measures.push(figures.statistics);
        self.differences.extend(figures.difference);
        self.interactions.extend(figures.interaction);
        match MEASURES.get(place).map(|measure| measure.id) {
            Some("partner_front_margin") => self.front_margins = figures.values,
            Some("partner_net_margin") => self.net_margins = figures.values,
            _ => {}
        }
    }

    /// The statistics of the measure with an id.
    ///
    /// # Panics
    /// If there is no such measure: ids are written in the program, not read.
    pub fn measure(&self, id: &str) -> &Statistics {
        &self.measures[place(id)]
    }

    /// What of the measure with an id, or of its difference, is not known and what is luck, where anything is uncertain.
    pub fn split(&self, id: &str) -> Option<&Split> {
        self.splits.get(place(id))
    }

    /// The difference of the measure with an id; `None` for the baseline.
    pub fn difference(&self, id: &str) -> Option<&Difference> {
        self.differences.get(place(id))
    }

    /// Mean amounts over the whole horizon.
    pub fn total(&self, summary: &Summary) -> Amounts {
        sum(summary.rows_of(Dimension::Month).map(|(at, _)| &self.by_row[at]))
    }

    /// Mean amounts by fiscal year.
    pub fn years(&self, summary: &Summary) -> Vec<Amounts> {
        let months: Vec<&Amounts> = summary.rows_of(Dimension::Month).map(|(at, _)| &self.by_row[at]).collect();
        months.chunks(12).map(|months| sum(months.iter().copied())).collect()
    }
}

fn place(id: &str) -> usize {
    crate::measures::measure(id).map_or_else(|| unreachable!("no measure {id}"), |(place, _)| place)
}

/// What the measure at a place of [`Summary::measures`] was in each trial, by the programme's place in the run.
pub fn values(totals: &Totals, programme: usize, place: usize) -> Vec<f64> {
    (0..totals.count).map(|trial| measures::value(place, totals, trial, programme)).collect()
}

/// The mean amounts of every row over so many trials.
pub fn by_row(sums: &Sums, trials: usize) -> Vec<Amounts> {
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

fn margin_errors(trials: &Trials, programmes: [usize; 2], shape: &Shape) -> Vec<f64> {
    let [sums, baseline] = programmes.map(|at| &trials.breakdown[at]);
    (0..shape.len()).map(|row| sums.margin_error(baseline, row, trials.count()) / 100.0).collect()
}

/// The rows of every breakdown.
pub fn listed_rows(months: usize, levels: &[String], segments: &[String]) -> Vec<Row> {
    let mut rows = Vec::new();
    for dimension in Shape::DIMENSIONS {
        let mut names: Vec<String> = match dimension {
            Dimension::Level => levels.to_vec(),
            Dimension::Segment => segments.iter().cloned().chain([RUN_RATE.to_owned()]).collect(),
            Dimension::Month => (1..=months).map(|month| month.to_string()).collect(),
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
