//! Guardrails: limits that scenarios must keep, and whether they do (docs/model.md, "Guardrails, levers and
//! optimising").

use crate::diagnostic::CellRef;
use crate::measures::MEASURES;
use crate::plan::{Plans, Reading};
use crate::sim::run::Trials;
use crate::stats::interval::{Estimate, Interval};
use crate::stats::{Moments, percentile, probability_better};
use crate::study::evidence::{Evidence, Needs};
use crate::summary::{Listed, Summary};

mod build;
mod judge;

pub use build::build;

/// The confidence of the intervals in verdicts.
pub const CONFIDENCE: f64 = 0.95;

/// A limit that scenarios must keep.
#[derive(Debug, Clone, PartialEq)]
pub struct Guardrail {
    /// Place of the measure among those listed.
    pub place: usize,
    /// The measure.
    pub measure: Listed,
    /// What of it is held against the limit.
    pub statistic: Statistic,
    /// Whether of its difference with the baseline.
    pub of_difference: bool,
    /// How it must stand to the limit.
    pub operator: Operator,
    /// The limit, in the measure's unit.
    pub limit: f64,
    /// The rows it holds for.
    pub scope: Scope,
    /// How many of them, or which share below 1, may miss the limit.
    pub allowed: f64,
    /// The scenario it holds for; `None` for every scenario.
    pub scenario: Option<String>,
    /// Whether a run fails if it is missed.
    pub stop: bool,
    /// Why.
    pub why: String,
    /// The cell that names the measure.
    pub at: CellRef,
}

/// A statistic of a measure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Statistic {
    /// Its mean.
    Mean,
    /// Its percentile, from 0 to 1.
    Percentile(f64),
    /// The probability that it is better than in the baseline, ties counting half.
    Probability,
}

/// How a value must stand to a limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Operator {
    /// >=
    AtLeast,
    /// <=
    AtMost,
    /// >
    Above,
    /// <
    Below,
}

/// The rows that a guardrail holds for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scope {
    /// The total.
    Total,
    /// Rows of a breakdown, by their places.
    Rows(Vec<usize>),
    /// Fiscal years, from 0.
    Years(Vec<usize>),
    /// Each partner.
    Partners,
}

/// Whether a programme keeps a guardrail.
#[derive(Debug, Clone, PartialEq)]
pub struct Verdict {
    /// The statistic; of the row that comes nearest to missing the limit, or misses it most.
    pub value: f64,
    /// Where the true statistic lies with 95 % confidence; `None` where there is no saying.
    pub interval: Option<Interval>,
    /// Whether the limit is kept, by no more rows missing it than may.
    pub kept: bool,
    /// By how much the limit is missed, in the measure's unit; negative: the room that is left.
    pub short: f64,
    /// The rows that miss it, worst first; of the total none.
    pub offenders: Vec<Offender>,
    /// How many rows were looked at.
    pub rows: usize,
}

/// A row that misses a limit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Offender {
    /// Its place: of a row in the breakdown, of a year, of a partner.
    pub row: usize,
    /// Its value.
    pub value: f64,
    /// By how much it misses the limit.
    pub short: f64,
}

impl Operator {
    /// The sign.
    pub fn sign(self) -> &'static str {
        match self {
            Operator::AtLeast => ">=",
            Operator::AtMost => "<=",
            Operator::Above => ">",
            Operator::Below => "<",
        }
    }

    fn holds(self, value: f64, limit: f64) -> bool {
        match self {
            Operator::AtLeast => value >= limit,
            Operator::AtMost => value <= limit,
            Operator::Above => value > limit,
            Operator::Below => value < limit,
        }
    }

    /// By how much a value lies on the wrong side; negative on the right one.
    fn short(self, value: f64, limit: f64) -> f64 {
        match self {
            Operator::AtLeast | Operator::Above => limit - value,
            Operator::AtMost | Operator::Below => value - limit,
        }
    }
}

impl Statistic {
    /// The word of the workbook.
    pub fn word(self) -> String {
        match self {
            Statistic::Mean => "mean".to_owned(),
            Statistic::Percentile(p) => format!("p{:02.0}", p * 100.0),
            Statistic::Probability => "probability".to_owned(),
        }
    }

    /// The statistic of a sample and where the true one lies.
    fn of(self, mut values: Vec<f64>, more_is_better: bool) -> (f64, Option<Interval>) {
        let n = values.len();
        if n < 2 {
            return (values.first().copied().unwrap_or(0.0), None);
        }
        match self {
            Statistic::Mean => {
                let Moments { mean, se, .. } = Moments::of(&values);
                (mean, Some(Interval::of_mean(Estimate { value: mean, se }, n, CONFIDENCE)))
            }
            Statistic::Percentile(p) => {
                values.sort_unstable_by(f64::total_cmp);
                (percentile(&values, p), Interval::of_percentile(&values, p, CONFIDENCE))
            }
            Statistic::Probability => {
                let share = probability_better(&values, more_is_better);
                (share, Some(Interval::of_share(share, n, CONFIDENCE)))
            }
        }
    }
}

impl Verdict {
    /// Whether chance could not have turned it: the interval lies on one side of the limit. `None` where there is no
    /// saying.
    pub fn is_certain(&self, guardrail: &Guardrail) -> Option<bool> {
        let interval = self.interval?;
        Some(interval.low == interval.high || !interval.holds(guardrail.limit))
    }

    /// By how much the limit is missed as a share of it; 0 if it is kept. Of a limit of 0 it is from 1 to 2, the more the
    /// farther the limit is missed.
    pub fn shortfall(&self, guardrail: &Guardrail) -> f64 {
        let short = self.short.max(0.0);
        match guardrail.limit.abs() {
            _ if self.kept => 0.0,
            0.0 => 1.0 + short / (1.0 + short),
            // What is missed by nothing, under > and <, is missed all the same.
            size => (short / size).max(f64::MIN_POSITIVE),
        }
    }
}

impl Guardrail {
    /// Whether it holds for a scenario.
    pub fn concerns(&self, scenario: &str) -> bool {
        self.scenario.as_ref().is_none_or(|name| name == scenario)
    }

    /// Asks for what a verdict takes.
    pub fn ask(&self, needs: &mut Needs) {
        match self.scope {
            Scope::Total => needs.measure(self.place),
            Scope::Rows(_) | Scope::Years(_) => needs.rows = true,
            Scope::Partners => needs.partners = true,
        }
    }
}

/// What a set of guardrails asks of the trials.
pub fn needs(guardrails: &[Guardrail]) -> Needs {
    let mut needs = Needs::default();
    guardrails.iter().for_each(|guardrail| guardrail.ask(&mut needs));
    needs
}

/// A verdict on a programme of a run.
#[derive(Debug, Clone, PartialEq)]
pub struct Judgement {
    /// The guardrail.
    pub guardrail: Guardrail,
    /// The scenario, or the baseline where the guardrail names it.
    pub scenario: String,
    /// What people do.
    pub reading: Reading,
    /// The verdict.
    pub verdict: Verdict,
}

/// The verdicts on every programme that a guardrail concerns, in every reading of a run, by guardrail.
pub fn judge_run(guardrails: &[Guardrail], trials: &Trials, plans: &Plans, summary: &Summary) -> Vec<Judgement> {
    let mut judgements = Vec::new();
    for guardrail in guardrails {
        for (at, programme) in summary.all().enumerate() {
            let baseline = plans.plans[at].baseline;
            let concerned = match baseline == at {
                true => guardrail.scenario.as_ref() == Some(&programme.name),
                false => guardrail.concerns(&programme.name),
            };
            if concerned {
                let evidence =
                    Evidence::of(&trials.totals, Some(trials), [at, baseline], &needs(std::slice::from_ref(guardrail)));
                judgements.push(Judgement {
                    verdict: guardrail.judge(&evidence, &summary.rows),
                    guardrail: guardrail.clone(),
                    scenario: programme.name.clone(),
                    reading: programme.reading,
                });
            }
        }
    }
    judgements
}

/// Whether partners have a figure of their own for a measure: the change of their net margin.
fn is_by_partner(place: usize) -> bool {
    MEASURES.get(place).is_some_and(|measure| measure.id == "partner_net_margin")
}

#[cfg(test)]
mod tests;
