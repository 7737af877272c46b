//! The figures of one programme.

use crate::measures::{Amounts, MEASURES, measure};
use crate::outcome::Dimension;
use crate::plan::Reading;
use crate::schema::value::text;
use crate::stats::Statistics;
use crate::stats::decompose::Split;
use crate::summary::figures::{Difference, Figures};
use crate::summary::rows::sum;
use crate::summary::{PartnerChange, PartnerMeans, SharedMeans, Summary};

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
    /// How differences with the baseline run up month by month, by place in [`FOLLOWED`](crate::sim::courses::FOLLOWED); empty for a baseline and in the
    /// second of two readings.
    pub courses: Vec<Course>,
    /// What is not known and what is luck, by place in [`Summary::measures`]: of the values of a baseline, of the
    /// differences of a scenario; empty where nothing is uncertain.
    pub splits: Vec<Split>,
}

/// [`PERCENTILES`](crate::stats::PERCENTILES) of a measure's difference with the baseline from the start to the end of each
/// month, in currency units.
pub type Course = Vec<[f64; 5]>;

impl ProgrammeSummary {
    /// Its name in the result: that of the baseline in the language that is spoken, a scenario's as it was entered.
    pub fn shown(&self) -> &str {
        if self.differences.is_empty() { text("Baseline", "Référence").said() } else { &self.name }
    }

    /// Adds the figures of the measure at a place.
    pub(super) fn add(&mut self, place: usize, figures: Figures) {
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
    measure(id).map_or_else(|| unreachable!("no measure {id}"), |(place, _)| place)
}
