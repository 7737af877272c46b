//! `Quotations`: the funnel from opportunity to won quotation, month by month or year by year, and the desk.

use crate::measures::{Amounts, measure, ratio};
use crate::outcome::{Dimension, Field};
use crate::report::measures::year_names;
use crate::report::words::{capitalised, count, percent_mean, reading, reading_cell};
use crate::report::{Block, Cell, Chart, ChartKind, Column, Format, Page, Series, Story, Table, Total};
use crate::say;
use crate::summary::ProgrammeSummary;

/// The page.
pub fn page(story: &Story<'_>) -> Page {
    let period = period(story);
    let mut blocks = vec![Block::Heading("By programme, whole horizon".to_owned()), Block::Table(funnel(story))];
    for (at, programme) in story.summary.programmes.iter().enumerate() {
        blocks.push(Block::Heading(format!("{}, by {period}, {}", programme.name, reading(programme.reading))));
        blocks.push(Block::Table(periods(story, at)));
        if programme.measure("quotation_requests").mean > 0.0 {
            blocks.push(Block::Charts(vec![funnel_chart(story, at), desk_chart(story, at)]));
        }
    }
    Page {
        name: say!("Quotations"),
        title: "Requests, grants and the desk".to_owned(),
        subtitle: format!(
            "Means over {} trials; requests are what partners ask for, granted is what the desk accepts",
            count(story.summary.trials as f64)
        ),
        one_page: false,
        blocks,
    }
}

fn funnel(story: &Story<'_>) -> Table {
    let ids = [
        "opportunities",
        "quotation_requests",
        "requests_first_13_days",
        "quotations_granted",
        "quotations_won",
        "deals_won",
        "win_rate",
        "desk_load",
        "desk_wait_days",
        "desk_cost",
        "partner_presales_wasted",
    ];
    let mut columns = vec![Column::new("Programme", Format::Plain, 28), Column::new("Reading", Format::Plain, 12)];
    for (_, measure) in ids.iter().filter_map(|id| measure(id)) {
        let format = crate::report::words::format(measure.unit);
        columns.push(Column::new(measure.label.en, format, 12).note(measure.help));
    }
    let row = |programme: &ProgrammeSummary| {
        let mut row = vec![Cell::text(&*programme.name), reading_cell(programme.reading)];
        row.extend(ids.iter().map(|id| Cell::Number(programme.measure(id).mean)));
        row
    };
    Table { id: "funnel".to_owned(), columns, rows: story.summary.all().map(row).collect(), totals: None }
}

fn table_id(at: usize) -> String {
    format!("funnel_by_period_{at}")
}

/// What the figures are listed by: months, or fiscal years where the months would be too many.
fn period(story: &Story<'_>) -> &'static str {
    if story.plans.months > 12 { "fiscal year" } else { "month" }
}

fn periods(story: &Story<'_>, at: usize) -> Table {
    let programme = &story.summary.programmes[at];
    let row = |name: &str, amounts: &Amounts| {
        vec![
            Cell::text(name),
            reading_cell(programme.reading),
            Cell::Number(amounts[Field::Opportunities]),
            Cell::Number(amounts[Field::Requests]),
            Cell::Number(amounts[Field::Granted]),
            Cell::Number(amounts[Field::QuotationsWon]),
            Cell::Number(amounts[Field::DealsWon]),
            Cell::Number(ratio(amounts[Field::DeskWork], amounts[Field::DeskCapacity])),
            Cell::Number(ratio(amounts[Field::WaitedMicroDays] / 1e6, amounts[Field::Requests])),
            Cell::Number((amounts[Field::Presales] - amounts[Field::WinnersPresales]) / 100.0),
        ]
    };
    let rows: Vec<Vec<Cell>> = if story.plans.months > 12 {
        year_names(story.plans.months)
            .zip(programme.years(story.summary))
            .map(|(name, year)| row(&name, &year))
            .collect()
    } else {
        let months = story.summary.rows_of(Dimension::Month);
        months.map(|(place, month)| row(&month.name, &programme.by_row[place])).collect()
    };
    Table {
        id: table_id(at),
        columns: vec![
            Column::new(capitalised(period(story)), Format::Plain, 28).note("Counted from the start of the horizon."),
            Column::new("Reading", Format::Plain, 12),
            Column::new("Opportunities", Format::Decimal, 12),
            Column::new("Requests", Format::Decimal, 12),
            Column::new("Granted", Format::Decimal, 12),
            Column::new("Quotations won", Format::Decimal, 12),
            Column::new("Deals won", Format::Decimal, 12),
            Column::new("Desk load", Format::Percent, 12).note("Time worked on requests over the time there is."),
            Column::new("Wait, working days", Format::Decimal, 12).note("Mean wait of a request."),
            Column::new("Wasted pre-sales", Format::Money, 12).note("What bidders other than the winner spent."),
        ],
        rows,
        totals: Some(vec![
            Total::Label("Total".to_owned()),
            Total::Empty,
            Total::Sum,
            Total::Sum,
            Total::Sum,
            Total::Sum,
            Total::Sum,
            Total::Empty,
            Total::Empty,
            Total::Sum,
        ]),
    }
}

fn funnel_chart(story: &Story<'_>, at: usize) -> Chart {
    let programme = &story.summary.programmes[at];
    let title = format!(
        "{}: of {} requests {} are granted and {} won",
        programme.name,
        count(programme.measure("quotation_requests").mean),
        count(programme.measure("quotations_granted").mean),
        count(programme.measure("quotations_won").mean)
    );
    let series =
        |name: &str, colour: usize| Series { name: name.to_owned(), values: name.to_owned(), colour, error_bars: None };
    Chart {
        // Two or three years make no line.
        kind: if story.plans.months > 12 { ChartKind::Columns } else { ChartKind::Lines },
        alt: format!("{title}. By {}.", period(story)),
        title,
        table: table_id(at),
        categories: capitalised(period(story)),
        series: vec![series("Requests", 1), series("Granted", 2), series("Quotations won", 3)],
        x_title: period(story).to_owned(),
        y_title: format!("a {}", period(story)),
        format: Format::Count,
    }
}

fn desk_chart(story: &Story<'_>, at: usize) -> Chart {
    let programme = &story.summary.programmes[at];
    let title =
        format!("{}: the desk is busy {} of the time", programme.name, percent_mean(programme.measure("desk_load")));
    Chart {
        kind: ChartKind::Columns,
        alt: format!("{title}. Load of the desk by {}.", period(story)),
        title,
        table: table_id(at),
        categories: capitalised(period(story)),
        series: vec![Series {
            name: "Desk load".to_owned(),
            values: "Desk load".to_owned(),
            colour: 4,
            error_bars: None,
        }],
        x_title: period(story).to_owned(),
        y_title: "share of the desk's time".to_owned(),
        format: Format::WholePercent,
    }
}
