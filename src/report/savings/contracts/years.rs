//! Pay-per-use by fiscal year: the trough in revenue, and partners' margin.

use crate::model::horizon::YEAR_MONTHS;
use crate::outcome::Field;
use crate::report::savings::amount;
use crate::report::savings::contracts::{Margins, deepest_gap};
use crate::report::words::{fiscal_years, money, percent};
use crate::report::{Cell, Chart, ChartKind, Column, Format, Series, Story, Table, Total};

fn year_table(at: usize) -> String {
    format!("contracts_by_year_{at}")
}

/// What is signed, recognised and paid by fiscal year.
pub fn by_year(story: &Story<'_>, at: usize) -> Table {
    let years = story.summary.programmes[at].years(story.summary);
    let baseline = story.summary.programmes[0].years(story.summary);
    let (mut gap, mut lost) = (0.0, 0.0);
    let rows = years.iter().zip(&baseline).zip(fiscal_years(story.plans.months)).map(|((year, base), name)| {
        let of = |field: Field| amount(year, field);
        let missing = of(Field::ContractSpend) - of(Field::ContractPrice);
        gap += missing;
        let margin = of(Field::ContractMargin);
        let mut row = vec![Cell::text(name)];
        row.extend(
            [
                of(Field::ContractValue),
                of(Field::ContractPrice),
                of(Field::ContractSpend),
                missing,
                gap,
                of(Field::OutrightMargin),
                margin,
                margin + of(Field::MarginAdvanced),
            ]
            .map(Cell::Number),
        );
        if at > 0 {
            let change = of(Field::NetRevenue) - amount(base, Field::NetRevenue);
            lost += change;
            row.extend([change, lost].map(Cell::Number));
        }
        row
    });
    let rows: Vec<Vec<Cell>> = rows.collect();
    let mut columns = vec![
        Column::new("Fiscal year", Format::Plain, 28),
        Column::new("Contracts signed, value", Format::Money, 14),
        Column::new("Sold outright", Format::Money, 14)
            .note("What customers would have paid in the year for the deals that became contracts in it."),
        Column::new("Recognised", Format::Money, 14).note("What is recognised in the year of all contracts so far."),
        Column::new("Gap", Format::MoneyChange, 14).note("Recognised less sold outright."),
        Column::new("Cumulative gap", Format::MoneyChange, 14),
        Column::new("Partner margin outright", Format::Money, 14),
        Column::new("Partner margin recognised", Format::Money, 14),
        Column::new("Partner margin paid", Format::Money, 14)
            .note("By the day it is paid: a part at signing, ahead of its recognition."),
    ];
    let mut totals = vec![Total::Label("Total".to_owned())];
    totals.extend([Total::Sum, Total::Sum, Total::Sum, Total::Sum, Total::Empty, Total::Sum, Total::Sum, Total::Sum]);
    if at > 0 {
        columns.push(
            Column::new("Vendor net revenue against the baseline", Format::MoneyChange, 14)
                .note("Mean difference; whatever else the scenario changes is in it too."),
        );
        columns.push(Column::new("The same, cumulative", Format::MoneyChange, 14));
        totals.extend([Total::Sum, Total::Empty]);
    }
    Table { id: year_table(at), rows, columns, totals: Some(totals) }
}

/// What is recognised beside what would have been sold outright.
pub fn trough_chart(story: &Story<'_>, at: usize) -> Chart {
    let currency = &story.inputs.programme.settings.currency;
    let programme = &story.summary.programmes[at];
    let (gap, year) = deepest_gap(&programme.years(story.summary));
    let title = if gap < 0.0 {
        let last = if year * YEAR_MONTHS >= story.plans.months { ", the last" } else { "" };
        format!("{}: the trough is {} deep at the end of year {year}{last}", programme.name, money(gap, currency))
    } else {
        format!("{}: no trough", programme.name)
    };
    chart(story, at, title, ["Sold outright", "Recognised", "Cumulative gap"], [0, 1, 5])
}

/// The partners' margin outright, recognised and paid.
pub fn margin_chart(story: &Story<'_>, at: usize) -> Chart {
    let programme = &story.summary.programmes[at];
    let margins = Margins::of(&programme.total(story.summary));
    let title = format!(
        "{}: partners' margin goes from {} at once to {} over the term",
        programme.name,
        percent(margins.outright),
        percent(margins.by_use)
    );
    let columns = ["Partner margin outright", "Partner margin recognised", "Partner margin paid"];
    chart(story, at, title, columns, [0, 1, 3])
}

fn chart(story: &Story<'_>, at: usize, title: String, columns: [&str; 3], colours: [usize; 3]) -> Chart {
    Chart {
        kind: ChartKind::Columns,
        alt: format!("{title}. Columns by fiscal year."),
        title,
        table: year_table(at),
        categories: "Fiscal year".to_owned(),
        series: columns.into_iter().zip(colours).map(|(column, colour)| Series::column(column, colour)).collect(),
        x_title: String::new(),
        y_title: story.inputs.programme.settings.currency.clone(),
        format: Format::Money,
    }
}
