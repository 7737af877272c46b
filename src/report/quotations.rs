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
    let mut blocks = vec![Block::Heading(say!("By programme, whole horizon")), Block::Table(funnel(story))];
    for (at, programme) in story.summary.programmes.iter().enumerate() {
        let (name, reading) = (programme.shown(), reading(programme.reading));
        blocks.push(Block::Heading(if is_by_year(story) {
            say!("{name}, by fiscal year, {reading}", name, reading)
        } else {
            say!("{name}, by month, {reading}", name, reading)
        }));
        blocks.push(Block::Table(periods(story, at)));
        if programme.measure("quotation_requests").mean > 0.0 {
            blocks.push(Block::Charts(vec![funnel_chart(story, at), desk_chart(story, at)]));
        }
    }
    Page {
        name: say!("Quotations"),
        title: say!("Requests, grants and the desk"),
        subtitle: say!(
            "Means over {trials} trials; requests are what partners ask for, granted is what the desk accepts",
            trials = count(story.summary.trials as f64)
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
    let mut columns =
        vec![Column::new(say!("Programme"), Format::Plain, 28), Column::new(say!("Reading"), Format::Plain, 12)];
    for (_, measure) in ids.iter().filter_map(|id| measure(id)) {
        let format = crate::report::words::format(measure.unit);
        columns.push(Column::new(measure.label.said(), format, 12).note(measure.help));
    }
    let row = |programme: &ProgrammeSummary| {
        let mut row = vec![Cell::text(programme.shown()), reading_cell(programme.reading)];
        row.extend(ids.iter().map(|id| Cell::Number(programme.measure(id).mean)));
        row
    };
    Table { id: "funnel".to_owned(), columns, rows: story.summary.all().map(row).collect(), totals: None }
}

fn table_id(at: usize) -> String {
    format!("funnel_by_period_{at}")
}

/// Whether the figures are listed by fiscal years, because months would be too many.
fn is_by_year(story: &Story<'_>) -> bool {
    story.plans.months > 12
}

/// What the figures are listed by.
fn period(story: &Story<'_>) -> String {
    if is_by_year(story) { say!("fiscal year") } else { say!("month") }
}

/// What they are counted in.
fn a_period(story: &Story<'_>) -> String {
    if is_by_year(story) { say!("a fiscal year") } else { say!("a month") }
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
    let rows: Vec<Vec<Cell>> = if is_by_year(story) {
        year_names(story.plans.months)
            .zip(programme.years(story.summary))
            .map(|(name, year)| row(&name, &year))
            .collect()
    } else {
        let months = story.summary.rows_of(Dimension::Month);
        months.map(|(place, month)| row(month.shown(), &programme.by_row[place])).collect()
    };
    Table {
        id: table_id(at),
        columns: vec![
            Column::new(capitalised(&period(story)), Format::Plain, 28)
                .note(say!("Counted from the start of the horizon.")),
            Column::new(say!("Reading"), Format::Plain, 12),
            Column::new(say!("Opportunities"), Format::Decimal, 12),
            Column::new(say!("Requests"), Format::Decimal, 12),
            Column::new(say!("Granted"), Format::Decimal, 12),
            Column::new(say!("Quotations won"), Format::Decimal, 12),
            Column::new(say!("Deals won"), Format::Decimal, 12),
            Column::new(say!("Desk load"), Format::Percent, 12)
                .note(say!("Time worked on requests over the time there is.")),
            Column::new(say!("Wait, working days"), Format::Decimal, 12).note(say!("Mean wait of a request.")),
            Column::new(say!("Wasted pre-sales"), Format::Money, 12)
                .note(say!("What bidders other than the winner spent.")),
        ],
        rows,
        totals: Some(vec![
            Total::Label(say!("Total")),
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
    let title = say!(
        "{name}: of {requests} requests {granted} are granted and {won} won",
        name = programme.shown(),
        requests = count(programme.measure("quotation_requests").mean),
        granted = count(programme.measure("quotations_granted").mean),
        won = count(programme.measure("quotations_won").mean)
    );
    let series = |name: String, colour: usize| Series::column(name, colour);
    Chart {
        // Two or three years make no line.
        kind: if is_by_year(story) { ChartKind::Columns } else { ChartKind::Lines },
        alt: say!("{title}. One point or column {a_period}.", title, a_period = a_period(story)),
        title,
        table: table_id(at),
        categories: capitalised(&period(story)),
        series: vec![series(say!("Requests"), 1), series(say!("Granted"), 2), series(say!("Quotations won"), 3)],
        x_title: period(story),
        y_title: a_period(story),
        format: Format::Count,
    }
}

fn desk_chart(story: &Story<'_>, at: usize) -> Chart {
    let programme = &story.summary.programmes[at];
    let title = say!(
        "{name}: the desk is busy {load} of the time",
        name = programme.shown(),
        load = percent_mean(programme.measure("desk_load"))
    );
    Chart {
        kind: ChartKind::Columns,
        alt: say!("{title}. Load of the desk, one column {a_period}.", title, a_period = a_period(story)),
        title,
        table: table_id(at),
        categories: capitalised(&period(story)),
        series: vec![Series::column(say!("Desk load"), 4)],
        x_title: period(story),
        y_title: say!("share of the desk's time"),
        format: Format::WholePercent,
    }
}
