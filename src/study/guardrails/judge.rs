//! The verdict of a guardrail on a programme: on its total, or on rows, years and partners.

use super::{CONFIDENCE, Guardrail, Offender, Scope, Statistic, Verdict};
use crate::measures::{Amounts, MEASURES, Sums};
use crate::outcome::Dimension;
use crate::stats::interval::{Estimate, Interval, each_of};
use crate::study::evidence::{Evidence, Shift};
use crate::summary::{Row, sum};

/// A row with its value, and where the true one lies if that is known.
type Figure = (usize, f64, Option<Interval>);

impl Guardrail {
    /// The verdict on a programme, by evidence that was asked for; `rows` are those of the breakdown.
    pub fn judge(&self, evidence: &Evidence, rows: &[Row]) -> Verdict {
        match &self.scope {
            Scope::Total => {
                let differs = self.of_difference || self.statistic == Statistic::Probability;
                let values =
                    if differs { evidence.differences(self.place) } else { evidence.values(self.place).to_vec() };
                let (value, interval) = self.statistic.of(values, self.measure.more_is_better);
                let kept = self.operator.holds(value, self.limit);
                let short = self.operator.short(value, self.limit);
                Verdict { value, interval, kept, short, offenders: Vec::new(), rows: 1 }
            }
            Scope::Rows(places) => {
                let figures = places.iter().map(|row| (*row, self.mean(evidence, |rows| rows.get(*row).copied())));
                self.of_rows(figures.map(|(row, value)| (row, value, None)).collect())
            }
            Scope::Years(years) => {
                let months: Vec<usize> =
                    (0..rows.len()).filter(|row| rows[*row].dimension == Dimension::Month).collect();
                let figures =
                    years.iter().map(|year| (*year, self.mean(evidence, |rows| self.year(rows, &months, *year))));
                self.of_rows(figures.map(|(year, value)| (year, value, None)).collect())
            }
            Scope::Partners => {
                let n = evidence.trials;
                // The worst of many is told: all of them together hold with the confidence.
                let confidence = each_of(CONFIDENCE, evidence.partners.len());
                let figure = |(partner, shift): (usize, &Shift)| {
                    let mean = Estimate { value: shift.mean, se: shift.se };
                    (partner, shift.mean, (n > 1).then(|| Interval::of_mean(mean, n, confidence)))
                };
                self.of_rows(evidence.partners.iter().enumerate().map(figure).collect())
            }
        }
    }

    /// The mean amounts of a fiscal year: up to its end where the measure runs up over time.
    fn year(&self, rows: &[Amounts], months: &[usize], year: usize) -> Option<Amounts> {
        let from = if self.measure.sums == Sums::Stock { 0 } else { year * 12 };
        let months = months.get(from..months.len().min((year + 1) * 12))?;
        let amounts: Option<Vec<&Amounts>> = months.iter().map(|row| rows.get(*row)).collect();
        Some(sum(amounts?.into_iter()))
    }

    /// The measure, or its difference, of the mean amounts that `row` finds.
    fn mean(&self, evidence: &Evidence, row: impl Fn(&[Amounts]) -> Option<Amounts>) -> f64 {
        let read = |rows: &[Amounts]| match (MEASURES.get(self.place), row(rows)) {
            (Some(measure), Some(amounts)) => (measure.read)(&amounts),
            _ => 0.0,
        };
        let [own, baseline] = evidence.rows.each_ref().map(|rows| read(rows));
        if self.of_difference { own - baseline } else { own }
    }

    /// The verdict on rows.
    fn of_rows(&self, figures: Vec<Figure>) -> Verdict {
        let short = |value: f64| self.operator.short(value, self.limit);
        let mut offenders: Vec<Offender> = figures
            .iter()
            .filter(|(_, value, _)| !self.operator.holds(*value, self.limit))
            .map(|(row, value, _)| Offender { row: *row, value: *value, short: short(*value) })
            .collect();
        offenders.sort_by(|a, b| b.short.total_cmp(&a.short).then(a.row.cmp(&b.row)));
        let worst = figures.iter().max_by(|a, b| short(a.1).total_cmp(&short(b.1)).then(b.0.cmp(&a.0)));
        let (value, interval) = worst.map_or((self.limit, None), |(_, value, interval)| (*value, *interval));
        let most = if self.allowed < 1.0 { self.allowed * figures.len() as f64 } else { self.allowed };
        // Where some may miss the limit, the worst does not decide.
        let interval = interval.filter(|_| self.allowed == 0.0);
        let kept = offenders.len() as f64 <= most;
        Verdict { value, interval, kept, short: short(value), offenders, rows: figures.len() }
    }
}
