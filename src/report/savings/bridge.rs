//! From gross savings to cash: by kind, and line by line.

use crate::measures::Amounts;
use crate::model::savings::{SavingsMonth, run_rate};
use crate::outcome::Field;
use crate::programme::SavingsKind;
use crate::report::savings::amount;
use crate::report::waterfall::{self, waterfall};
use crate::report::words::{count, money, money_change, percent};
use crate::report::{Block, Cell, Chart, Column, Format, Story, Table, Total};
use crate::say;
use crate::units::Money;

const KINDS: [SavingsKind; 4] =
    [SavingsKind::Jobs, SavingsKind::RealEstate, SavingsKind::Process, SavingsKind::Subcontracting];

/// What a programme spares because fewer tickets are subcontracted than under the baseline.
fn avoided_name() -> String {
    say!("Subcontracting avoided")
}

fn kind_name(kind: SavingsKind) -> String {
    match kind {
        SavingsKind::Jobs => say!("Jobs"),
        SavingsKind::RealEstate => say!("Real estate"),
        SavingsKind::Process => say!("Process"),
        SavingsKind::Subcontracting => say!("Subcontracting"),
    }
}

fn steps_table(at: usize) -> String {
    format!("savings_steps_{at}")
}

/// A line's totals over the horizon.
fn over_horizon(story: &Story<'_>, at: usize, line: usize) -> SavingsMonth {
    let plan = &story.plans.plans[at].savings;
    let mut sum = SavingsMonth::default();
    for month in 0..story.plans.months {
        sum += plan.line(line, month);
    }
    sum
}

/// Gross savings that no line plans.
pub fn avoided(story: &Story<'_>, at: usize, total: &Amounts) -> f64 {
    let plan = &story.plans.plans[at].savings;
    let planned: Money = (0..story.plans.months).map(|month| plan.month(month).gross).sum();
    total[Field::SavingsGross] / 100.0 - planned.to_units()
}

/// The table that the waterfall shows.
pub fn steps(story: &Story<'_>, at: usize) -> Table {
    let total = story.summary.programmes[at].total(story.summary);
    let lines = &story.programme(at).savings_lines;
    let mut gains: Vec<(String, f64)> = Vec::new();
    for kind in KINDS {
        let of_kind = lines.iter().enumerate().filter(|(_, line)| line.kind == kind);
        let gross: Money = of_kind.map(|(row, _)| over_horizon(story, at, row).gross).sum();
        if gross != Money::ZERO {
            gains.push((kind_name(kind), gross.to_units()));
        }
    }
    let avoided = avoided(story, at, &total);
    if avoided.abs() >= 0.005 {
        gains.push((avoided_name(), avoided));
    }
    let costs = vec![
        (say!("Spent again"), -amount(&total, Field::SavingsReinvested)),
        (say!("One-off cost"), -amount(&total, Field::SavingsOneOff)),
    ];
    gains.sort_by(|a, b| b.1.total_cmp(&a.1));
    waterfall::table(steps_table(at), waterfall(gains.into_iter().chain(costs).collect(), say!("Cash")))
}

/// From gross savings by kind to cash.
pub fn chart(story: &Story<'_>, at: usize) -> Chart {
    let programme = &story.summary.programmes[at];
    let currency = &story.inputs.programme.settings.currency;
    let mean = |id: &str| programme.measure(id).mean;
    let left = mean("savings_cumulative");
    let title = say!(
        "{name}: of {gross} saved, {again} is spent again and {once} spent once; {left} is left",
        name = programme.shown(),
        gross = money(mean("savings_gross"), currency),
        again = money(mean("savings_gross") - mean("savings_net"), currency),
        once = money(mean("savings_one_off"), currency),
        left = money_change(left, currency)
    );
    let alt = say!("{title}. Steps from gross savings by kind to cash, over the whole horizon.", title);
    waterfall::chart(title, alt, steps_table(at), at, currency)
}

/// How a plan's saving is made up of jobs.
#[derive(Debug, PartialEq)]
struct Jobs {
    /// Jobs that go.
    units: f64,
    /// Their share of the saving a year once all is done.
    share: f64,
    /// How many jobs would have to go if nothing but jobs saved it.
    equivalent: f64,
}

/// From (jobs?, units, run-rate) of each line; `None` without jobs that save anything.
fn jobs(lines: &[(bool, f64, f64)]) -> Option<Jobs> {
    let all: f64 = lines.iter().map(|line| line.2).sum();
    let of_jobs = || lines.iter().filter(|line| line.0);
    let (units, saving) = (of_jobs().map(|line| line.1).sum::<f64>(), of_jobs().map(|line| line.2).sum::<f64>());
    (saving > 0.0).then(|| Jobs { units, share: saving / all, equivalent: units * all / saving })
}

/// The table by line, and what jobs explain of it.
pub fn lines(story: &Story<'_>, at: usize) -> Vec<Block> {
    let programme = story.programme(at);
    let total = story.summary.programmes[at].total(story.summary);
    let gross = amount(&total, Field::SavingsGross);
    let share = |part: f64| if gross == 0.0 { 0.0 } else { part / gross };
    let mut rows = Vec::new();
    let mut parts = Vec::new();
    let paces: Vec<f64> =
        programme.savings_lines.iter().map(|line| run_rate(line, &programme.savings).to_units()).collect();
    let whole: f64 = paces.iter().sum();
    for (place, (line, pace)) in programme.savings_lines.iter().zip(paces).enumerate() {
        let sum = over_horizon(story, at, place);
        parts.push((line.kind == SavingsKind::Jobs, line.units, pace));
        rows.push(vec![
            Cell::text(&*line.line),
            Cell::text(kind_name(line.kind)),
            Cell::Number(line.units),
            Cell::Number(line.saving_per_unit.to_units()),
            Cell::Number(pace),
            Cell::Number(if whole == 0.0 { 0.0 } else { pace / whole }),
            Cell::Number(sum.gross.to_units()),
            Cell::Number(share(sum.gross.to_units())),
            Cell::Number(sum.net.to_units()),
            Cell::Number(sum.one_off.to_units()),
            Cell::Number((sum.net - sum.one_off).to_units()),
        ]);
    }
    let avoided = avoided(story, at, &total);
    if avoided.abs() >= 0.005 {
        let mut row = vec![
            Cell::text(avoided_name()),
            Cell::text(say!("Subcontracting")),
            Cell::Empty,
            Cell::Empty,
            Cell::Empty,
            Cell::Empty,
        ];
        row.extend([avoided, share(avoided), avoided, 0.0, avoided].map(Cell::Number));
        rows.push(row);
    }
    let mut blocks = vec![Block::Table(lines_table(at, rows))];
    let currency = &story.inputs.programme.settings.currency;
    if let Some(jobs) = jobs(&parts) {
        blocks.push(Block::Text(say!(
            "{jobs} jobs explain {share} of the {whole} a year that the plan's lines save once all is done. If jobs alone \
             were to save it, {equivalent} would have to go.",
            jobs = count(jobs.units),
            share = percent(jobs.share),
            whole = money(whole, currency),
            equivalent = count(jobs.equivalent)
        )));
    }
    if avoided.abs() >= 0.005 {
        blocks.push(Block::Text(say!(
            "Subcontracting avoided is what subcontractors are paid less than under the baseline, the mean over the \
             trials. It is in the vendor's service cost already: savings and contribution must not be added up."
        )));
    }
    blocks
}

fn lines_table(at: usize, rows: Vec<Vec<Cell>>) -> Table {
    let sums = [Total::Sum, Total::Sum, Total::Sum, Total::Sum, Total::Sum, Total::Sum, Total::Sum];
    let before = [Total::Label(say!("Total")), Total::Empty, Total::Empty, Total::Empty];
    Table {
        id: format!("savings_lines_{at}"),
        rows,
        columns: vec![
            Column::new(say!("Line"), Format::Plain, 28),
            Column::new(say!("Kind"), Format::Plain, 14),
            Column::new(say!("Units"), Format::Count, 14).note(say!("Jobs, sites, contracts: what the line counts.")),
            Column::new(say!("Saving a unit and year"), Format::Money, 14),
            Column::new(say!("Run-rate once done"), Format::Money, 14)
                .note(say!("Saved a year once all units have gone, after realisation and the country's share.")),
            Column::new(say!("Share of run-rate"), Format::Percent, 14),
            Column::new(say!("Gross savings"), Format::Money, 14),
            Column::new(say!("Share of gross"), Format::Percent, 14),
            Column::new(say!("Net savings"), Format::Money, 14),
            Column::new(say!("One-off cost"), Format::Money, 14),
            Column::new(say!("Cash"), Format::Money, 14),
        ],
        totals: Some(before.into_iter().chain(sums).collect()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn five_hundred_jobs_explain_a_sixteenth_of_a_billion() {
        // 500 jobs at 125,000 are 62.5 M, 6.25 % of 1 bn, which would take 8,000 jobs (docs/model.md, "Savings").
        let jobs = jobs(&[(true, 500.0, 62.5e6), (false, 1.0, 937.5e6)]).expect("jobs");
        assert_eq!(jobs, Jobs { units: 500.0, share: 0.0625, equivalent: 8_000.0 });
        assert_eq!(super::jobs(&[(false, 1.0, 1e6)]), None);
    }
}
