//! Savings by fiscal year and by month: what was saved, the pace at the end, and the cash so far.

use crate::outcome::{Dimension, Field};
use crate::report::alike::names;
use crate::report::savings::amount;
use crate::report::savings::payback::{Payback, payback};
use crate::report::words::{fiscal_years, money};
use crate::report::{Block, Cell, Chart, ChartKind, Column, Format, Series, Story, Table, Total};
use crate::say;
use crate::summary::ProgrammeSummary;

const CUMULATIVE: &str = "savings_cumulative_by_month";

fn year_table(at: usize) -> String {
    format!("savings_by_year_{at}")
}

/// Savings by fiscal year.
pub fn by_year(story: &Story<'_>, at: usize) -> Table {
    let (mut cash, mut pace) = (0.0, 0.0);
    let years = story.summary.programmes[at].years(story.summary);
    let rows = years.iter().zip(fiscal_years(story.plans.months)).map(|(year, name)| {
        let gross = amount(year, Field::SavingsGross);
        let again = amount(year, Field::SavingsReinvested);
        let one_off = amount(year, Field::SavingsOneOff);
        let cash_of_year = gross - again - one_off;
        cash += cash_of_year;
        pace += amount(year, Field::SavingsExitRunRate);
        let mut row = vec![Cell::text(name)];
        row.extend([gross, again, gross - again, one_off, cash_of_year, cash, pace].map(Cell::Number));
        row
    });
    let sums = [Total::Sum, Total::Sum, Total::Sum, Total::Sum, Total::Sum, Total::Empty, Total::Empty];
    Table {
        id: year_table(at),
        rows: rows.collect(),
        columns: vec![
            Column::new(say!("Fiscal year"), Format::Plain, 28),
            Column::new(say!("Gross savings"), Format::Money, 14).note(say!("What the year really saved.")),
            Column::new(say!("Spent again"), Format::Money, 14),
            Column::new(say!("Net savings"), Format::Money, 14),
            Column::new(say!("One-off cost"), Format::Money, 14),
            Column::new(say!("Cash of the year"), Format::MoneyChange, 14),
            Column::new(say!("Cumulative cash"), Format::Money, 14),
            Column::new(say!("Exit run-rate"), Format::Money, 14)
                .note(say!("Gross savings of a year at the pace of the year's last day.")),
        ],
        totals: Some([Total::Label(say!("Total"))].into_iter().chain(sums).collect()),
    }
}

/// What a year saves, beside the pace at its end, by which plans are announced.
pub fn pace_chart(story: &Story<'_>, at: usize) -> Chart {
    let programme = &story.summary.programmes[at];
    let years = programme.years(story.summary);
    let last = years.last().map_or(0.0, |year| amount(year, Field::SavingsGross));
    let currency = &story.inputs.programme.settings.currency;
    let title = say!(
        "{name}: the last year saves {saved}, the pace at its end is {pace} a year",
        name = programme.shown(),
        saved = money(last, currency),
        pace = money(programme.measure("savings_exit_run_rate").mean, currency)
    );
    Chart {
        kind: ChartKind::Columns,
        alt: say!("{title}. Columns show by fiscal year what was saved and the exit run-rate.", title),
        title,
        table: year_table(at),
        categories: say!("Fiscal year"),
        series: vec![Series::column(say!("Gross savings"), 1), Series::column(say!("Exit run-rate"), 4)],
        x_title: String::new(),
        y_title: currency.clone(),
        format: Format::Money,
    }
}

/// Cumulative cash by month, a column a programme.
pub fn by_month(story: &Story<'_>, saving: &[usize]) -> Table {
    let mut columns =
        vec![Column::new(say!("Month"), Format::Plain, 28).note(say!("Counted from the start of the horizon."))];
    let mut courses = Vec::new();
    for at in saving {
        let programme = &story.summary.programmes[*at];
        columns.push(Column::new(programme.shown(), Format::Money, 14));
        courses.push(cash_by_month(story, programme));
    }
    let rows = (0..story.plans.months).map(|month| {
        let mut row = vec![Cell::Number((month + 1) as f64)];
        row.extend(courses.iter().map(|cash| Cell::Number(cash[month])));
        row
    });
    Table { id: CUMULATIVE.to_owned(), rows: rows.collect(), columns, totals: None }
}

/// Net savings less one-off cost up to the end of each month.
fn cash_by_month(story: &Story<'_>, programme: &ProgrammeSummary) -> Vec<f64> {
    let mut cash = 0.0;
    let months = story.summary.rows_of(Dimension::Month);
    months
        .map(|(place, _)| {
            let row = &programme.by_row[place];
            let net = amount(row, Field::SavingsGross) - amount(row, Field::SavingsReinvested);
            cash += net - amount(row, Field::SavingsOneOff);
            cash
        })
        .collect()
}

/// Cumulative cash beside another so many times smaller would be a line along zero.
const SCALES_APART: f64 = 8.0;

/// Cumulative cash of programmes with the same savings: a line each in one chart, or charts of their own where one
/// would hide the other.
pub fn cumulative_charts(story: &Story<'_>, groups: &[Vec<usize>]) -> Vec<Block> {
    let height = |group: &Vec<usize>| {
        let cash = cash_by_month(story, &story.summary.programmes[group[0]]);
        cash.iter().fold(0.0_f64, |most, cash| most.max(cash.abs()))
    };
    let heights = || groups.iter().map(height);
    let (low, high) = (heights().fold(f64::INFINITY, f64::min), heights().fold(0.0, f64::max));
    if groups.is_empty() {
        Vec::new()
    } else if high > low * SCALES_APART {
        let charts: Vec<Chart> =
            groups.iter().map(|group| cumulative_chart(story, std::slice::from_ref(group))).collect();
        charts.chunks(2).map(|pair| Block::Charts(pair.to_vec())).collect()
    } else {
        vec![Block::Charts(vec![cumulative_chart(story, groups)])]
    }
}

fn cumulative_chart(story: &Story<'_>, groups: &[Vec<usize>]) -> Chart {
    let currency = &story.inputs.programme.settings.currency;
    let deepest = |at: usize| {
        let cash = cash_by_month(story, &story.summary.programmes[at]);
        cash.into_iter()
            .enumerate()
            .fold((0, 0.0), |low, (month, cash)| if cash < low.1 { (month + 1, cash) } else { low })
    };
    let debts = groups.iter().map(|group| (group[0], deepest(group[0])));
    let (at, (month, debt)) = debts.min_by(|a, b| a.1.1.total_cmp(&b.1.1)).unwrap_or((0, (0, 0.0)));
    let name = names(story, groups.iter().find(|group| group[0] == at).map_or(&[], Vec::as_slice));
    let title = if debt < 0.0 {
        let debt = money(debt, currency);
        match payback(story.summary.programmes[at].measure("savings_payback_month")) {
            Payback::Month(paid) => say!(
                "{name}: paid back in month {paid}, after cash was lowest in month {month}, {debt} below zero",
                name,
                paid,
                month,
                debt
            ),
            Payback::Between(first, last) => say!(
                "{name}: paid back in months {first} to {last}, after cash was lowest in month {month}, {debt} below zero",
                name,
                first,
                last,
                month,
                debt
            ),
            Payback::NotAlways => say!(
                "{name}: not paid back in every future; cash is lowest in month {month}, {debt} below zero",
                name,
                month,
                debt
            ),
            Payback::Never => say!(
                "{name}: not paid back within the horizon; cash is lowest in month {month}, {debt} below zero",
                name,
                month,
                debt
            ),
        }
    } else {
        say!("{name}: cumulative cash is never below zero", name)
    };
    let series = groups.iter().map(|group| Series {
        name: names(story, group),
        ..Series::column(story.summary.programmes[group[0]].shown(), group[0])
    });
    Chart {
        kind: ChartKind::Lines,
        alt: say!(
            "{title}. Lines of cumulative cash by month over {months} months.",
            title,
            months = story.plans.months
        ),
        title,
        table: CUMULATIVE.to_owned(),
        categories: say!("Month"),
        series: series.collect(),
        x_title: say!("month"),
        y_title: say!("{currency}, savings less one-off cost", currency),
        format: Format::Money,
    }
}
