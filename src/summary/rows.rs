//! The rows of every breakdown: by level, segment, month and business, and their mean amounts.

use crate::measures::Amounts;
use crate::outcome::{Business, Dimension, FIELDS, Field, Shape, Tally};
use crate::schema::value::text;
use crate::sim::breakdown::Sums;
use crate::sim::run::Trials;

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

/// Standard errors of the mean difference of the front margin between two programmes, by row, in currency units.
pub(super) fn margin_errors(trials: &Trials, programmes: [usize; 2], shape: &Shape) -> Vec<f64> {
    let [sums, baseline] = programmes.map(|at| &trials.breakdown[at]);
    (0..shape.len()).map(|row| sums.margin_error(baseline, row, trials.count()) / 100.0).collect()
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
