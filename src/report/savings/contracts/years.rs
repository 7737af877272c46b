//! Pay-per-use by fiscal year: the trough in revenue, and partners' margin.

use crate::model::horizon::YEAR_MONTHS;
use crate::outcome::Field;
use crate::report::savings::amount;
use crate::report::savings::contracts::{Margins, deepest_gap};
use crate::report::words::{fiscal_years, money, percent};
use crate::report::{Cell, Chart, ChartKind, Column, Format, Series, Story, Table, Total};
use crate::say;

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
        Column::new(say!("Fiscal year"), Format::Plain, 28),
        Column::new(say!("Contracts signed, value"), Format::Money, 14),
        Column::new(say!("Sold outright"), Format::Money, 14)
            .note(say!("What customers would have paid in the year for the deals that became contracts in it.")),
        Column::new(say!("Recognised"), Format::Money, 14)
            .note(say!("What is recognised in the year of all contracts so far.")),
        Column::new(say!("Gap"), Format::MoneyChange, 14).note(say!("Recognised less sold outright.")),
        Column::new(say!("Cumulative gap"), Format::MoneyChange, 14),
        Column::new(say!("Partner margin outright"), Format::Money, 14),
        Column::new(say!("Partner margin recognised"), Format::Money, 14),
        Column::new(say!("Partner margin paid"), Format::Money, 14)
            .note(say!("By the day it is paid: a part at signing, ahead of its recognition.")),
    ];
    let mut totals = vec![Total::Label(say!("Total"))];
    totals.extend([Total::Sum, Total::Sum, Total::Sum, Total::Sum, Total::Empty, Total::Sum, Total::Sum, Total::Sum]);
    if at > 0 {
        columns.push(
            Column::new(say!("Vendor net revenue against the baseline"), Format::MoneyChange, 14)
                .note(say!("Mean difference; whatever else the scenario changes is in it too.")),
        );
        columns.push(Column::new(say!("The same, cumulative"), Format::MoneyChange, 14));
        totals.extend([Total::Sum, Total::Empty]);
    }
    Table { id: year_table(at), rows, columns, totals: Some(totals) }
}

/// What is recognised beside what would have been sold outright.
pub fn trough_chart(story: &Story<'_>, at: usize) -> Chart {
    let currency = &story.inputs.programme.settings.currency;
    let programme = &story.summary.programmes[at];
    let (gap, year) = deepest_gap(&programme.years(story.summary));
    let (name, depth) = (&programme.name, money(gap, currency));
    let title = if gap >= 0.0 {
        say!("{name}: contracts never bring less than the same deals sold outright", name)
    } else if year * YEAR_MONTHS >= story.plans.months {
        say!("{name}: the trough is {depth} deep at the end of year {year}, the last", name, depth, year)
    } else {
        say!("{name}: the trough is {depth} deep at the end of year {year}", name, depth, year)
    };
    chart(story, at, title, [say!("Sold outright"), say!("Recognised"), say!("Cumulative gap")], [0, 1, 5])
}

/// The partners' margin outright, recognised and paid.
pub fn margin_chart(story: &Story<'_>, at: usize) -> Chart {
    let programme = &story.summary.programmes[at];
    let margins = Margins::of(&programme.total(story.summary));
    let title = say!(
        "{name}: partners' margin goes from {outright} at once to {by_use} over the term",
        name = programme.name,
        outright = percent(margins.outright),
        by_use = percent(margins.by_use)
    );
    let columns = [say!("Partner margin outright"), say!("Partner margin recognised"), say!("Partner margin paid")];
    chart(story, at, title, columns, [0, 1, 3])
}

fn chart(story: &Story<'_>, at: usize, title: String, columns: [String; 3], colours: [usize; 3]) -> Chart {
    Chart {
        kind: ChartKind::Columns,
        alt: say!("{title}. Columns by fiscal year.", title),
        title,
        table: year_table(at),
        categories: say!("Fiscal year"),
        series: columns.into_iter().zip(colours).map(|(column, colour)| Series::column(column, colour)).collect(),
        x_title: String::new(),
        y_title: story.inputs.programme.settings.currency.clone(),
        format: Format::Money,
    }
}
