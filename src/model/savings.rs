//! What a restructuring saves and costs, month by month (docs/model.md, "Savings").

use crate::model::horizon::YEAR_MONTHS;
use crate::programme::{Programme, Savings, SavingsKind, SavingsLine};
use crate::units::{Money, Rate};

/// What a savings plan, or a line of it, does in a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct SavingsMonth {
    /// Saved in the month.
    pub gross: Money,
    /// The part of it that comes from lines of the kind jobs.
    pub from_jobs: Money,
    /// Saved in the month and not spent again.
    pub net: Money,
    /// One-off costs of the month.
    pub one_off: Money,
    /// Gross saving of a year at the pace of the month's end.
    pub exit_run_rate: Money,
}

/// A savings plan over the horizon, by month and line; both counted from 0.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SavingsPlan {
    /// The lines of each month, month after month.
    by_line: Vec<SavingsMonth>,
    lines: usize,
    /// All lines of each month.
    by_month: Vec<SavingsMonth>,
}

/// Share of a line's run-rate that is reached `t_months` after its calendar began, 0 to 1. A line without a ramp has
/// nothing at its start and all right after it.
pub fn reached(line: &SavingsLine, t_months: f64) -> f64 {
    let since = t_months - line.start_month;
    if since <= 0.0 {
        0.0
    } else if since >= line.ramp_months {
        1.0
    } else {
        since / line.ramp_months
    }
}

/// Months of the full run-rate that were saved up to `t_months`: the integral of [`reached`].
pub fn saved_months(line: &SavingsLine, t_months: f64) -> f64 {
    let since = t_months - line.start_month;
    if since <= 0.0 {
        0.0
    } else if since >= line.ramp_months {
        since - line.ramp_months / 2.0
    } else {
        since * since / (2.0 * line.ramp_months)
    }
}

/// What a line saves a year once its ramp is over.
pub fn run_rate(line: &SavingsLine, savings: &Savings) -> Money {
    let planned = line.units * line.saving_per_unit.minor() as f64;
    Money::round_minor(planned * line.realisation.to_f64() * savings.country_share.to_f64())
}

/// What a line costs in all. It is spent whether or not the saving is achieved.
pub fn one_off(line: &SavingsLine, savings: &Savings) -> Money {
    Money::round_minor(line.units * line.one_off_per_unit.minor() as f64 * savings.country_share.to_f64())
}

/// A line on the calendar of the horizon.
struct Course<'a> {
    line: &'a SavingsLine,
    /// The month from which its months are counted.
    origin: usize,
    run_rate: Money,
    one_off: Money,
    reinvestment: Rate,
}

impl<'a> Course<'a> {
    fn new(line: &'a SavingsLine, savings: &Savings, origin: usize) -> Course<'a> {
        let (run_rate, one_off) = (run_rate(line, savings), one_off(line, savings));
        Course { line, origin, run_rate, one_off, reinvestment: savings.reinvestment }
    }

    /// All that was saved and spent before a month, and the run-rate at its beginning.
    fn before(&self, month: usize) -> SavingsMonth {
        let t = month as f64 - self.origin as f64;
        let part = |amount: Money, share: f64| Money::round_minor(amount.minor() as f64 * share);
        let gross = part(self.run_rate, saved_months(self.line, t) / YEAR_MONTHS as f64);
        let reached = reached(self.line, t);
        SavingsMonth {
            gross,
            from_jobs: if self.line.kind == SavingsKind::Jobs { gross } else { Money::ZERO },
            net: gross - gross.times(self.reinvestment),
            one_off: part(self.one_off, reached),
            exit_run_rate: part(self.run_rate, reached),
        }
    }

    /// A month as the difference of two totals, so that months add up to the cent.
    fn month(&self, month: usize) -> SavingsMonth {
        let (before, after) = (self.before(month), self.before(month + 1));
        SavingsMonth {
            gross: after.gross - before.gross,
            from_jobs: after.from_jobs - before.from_jobs,
            net: after.net - before.net,
            one_off: after.one_off - before.one_off,
            exit_run_rate: after.exit_run_rate,
        }
    }
}

impl SavingsPlan {
    /// The plan of a programme over `months` months. All start months are counted from `from_month`, itself counted
    /// from 0.
    pub fn new(programme: &Programme, months: usize, from_month: usize) -> SavingsPlan {
        let course = |line| Course::new(line, &programme.savings, from_month);
        let courses: Vec<Course> = programme.savings_lines.iter().map(course).collect();
        SavingsPlan::of(courses.len(), months, |line, month| courses[line].month(month))
    }

    /// The plan of a scenario whose rules begin in month `from_month`: before it the baseline's plan holds. A line that
    /// the baseline runs already keeps its calendar; a line that it leaves out (0 units) starts with the scenario.
    pub fn late(baseline: &Programme, own: &Programme, months: usize, from_month: usize) -> SavingsPlan {
        let earlier = SavingsPlan::new(baseline, months.min(from_month), 0);
        let runs = |line: usize| baseline.savings_lines.get(line).is_some_and(|line| line.units > 0.0);
        let course = |(at, line)| Course::new(line, &own.savings, if runs(at) { 0 } else { from_month });
        let courses: Vec<Course> = own.savings_lines.iter().enumerate().map(course).collect();
        SavingsPlan::of(courses.len(), months, |line, month| {
            if month >= from_month {
                courses[line].month(month)
            } else if line < earlier.lines {
                earlier.line(line, month)
            } else {
                SavingsMonth::default()
            }
        })
    }

    fn of(lines: usize, months: usize, at: impl Fn(usize, usize) -> SavingsMonth) -> SavingsPlan {
        let mut plan = SavingsPlan { lines, ..SavingsPlan::default() };
        for month in 0..months {
            let mut all = SavingsMonth::default();
            for line in 0..lines {
                let part = at(line, month);
                all += part;
                plan.by_line.push(part);
            }
            plan.by_month.push(all);
        }
        plan
    }

    /// All lines in a month.
    pub fn month(&self, month: usize) -> SavingsMonth {
        self.by_month[month]
    }

    /// A line, by its row, in a month.
    pub fn line(&self, line: usize, month: usize) -> SavingsMonth {
        self.by_line[month * self.lines + line]
    }
}

/// The month, from 1, in which a plan has paid for itself: the first at whose end cumulative `cash` is not negative and
/// stays so. A plan that is never in debt has paid in the month of its first cash; `None` where it is still in debt at
/// the end, or where no cash moves.
pub fn payback_month(cash: &[Money]) -> Option<usize> {
    let settled = match cash.iter().rposition(|cash| *cash < Money::ZERO) {
        Some(in_debt) => in_debt + 1,
        None => cash.iter().position(|cash| *cash > Money::ZERO)?,
    };
    (settled < cash.len()).then_some(settled + 1)
}

impl std::ops::AddAssign for SavingsMonth {
    fn add_assign(&mut self, other: SavingsMonth) {
        self.gross += other.gross;
        self.from_jobs += other.from_jobs;
        self.net += other.net;
        self.one_off += other.one_off;
        self.exit_run_rate += other.exit_run_rate;
    }
}

#[cfg(test)]
mod tests;
