//! `Partner margin`: by programme, level and segment, and how it is spread over the futures.

use crate::measures::{Amounts, measure};
use crate::outcome::{Dimension, Field};
use crate::report::words::percent;
use crate::report::{Block, Cell, Chart, ChartKind, Column, Format, Page, Series, Story, Table, Total};
use crate::say;
use crate::summary::{ProgrammeSummary, UNASSIGNED};

mod histogram;

use histogram::Histogram;

const DEAL_RATE: &str = "partner_deal_margin_rate";

/// The page.
pub fn page(story: &Story<'_>) -> Page {
    let currency = &story.inputs.programme.settings.currency;
    let mut blocks = vec![
        Block::Heading(say!("By programme")),
        Block::Table(by_programme(story)),
        Block::Charts(vec![rate_chart(story)]),
    ];
    for dimension in [Dimension::Level, Dimension::Segment] {
        let heading = |level: String, segment: String| if dimension == Dimension::Level { level } else { segment };
        let front = heading(
            say!("Front margin by level, mean in {currency}", currency),
            say!("Front margin by segment, mean in {currency}", currency),
        );
        let net = heading(
            say!("Net margin by level, mean in {currency}", currency),
            say!("Net margin by segment, mean in {currency}", currency),
        );
        for (heading, id) in [(front, "partner_front_margin"), (net, "partner_net_margin")] {
            blocks.push(Block::Heading(heading));
            blocks.push(Block::Table(by_row(story, dimension, id)));
        }
        if story.summary.programmes.len() > 1 {
            blocks.push(Block::Heading(heading(
                say!("Difference of front margin by level, mean in {currency}", currency),
                say!("Difference of front margin by segment, mean in {currency}", currency),
            )));
            blocks.push(Block::Table(differences(story, dimension)));
        }
    }
    let histogram = Histogram::of(story);
    blocks.push(Block::Heading(say!(
        "{measure} over the futures: share of the futures by its total, in millions of {currency}",
        measure = histogram.label(),
        currency
    )));
    // The charts answer; the figures stand below them.
    for pair in (1..story.summary.programmes.len()).collect::<Vec<_>>().chunks(2) {
        blocks.push(Block::Charts(pair.iter().map(|at| histogram.chart(story, *at)).collect()));
    }
    if story.summary.programmes.len() == 1 {
        blocks.push(Block::Charts(vec![histogram.chart(story, 0)]));
    }
    blocks.push(Block::Table(histogram.table(story)));
    Page {
        name: say!("Partner margin"),
        title: say!("What partners earn"),
        subtitle: say!(
            "Means over {trials} trials and the whole horizon, in {currency}; {reading}",
            trials = crate::report::words::count(story.summary.trials as f64),
            currency,
            reading = crate::report::words::reading(story.summary.reading)
        ),
        one_page: false,
        blocks,
    }
}

fn by_programme(story: &Story<'_>) -> Table {
    let ids = [
        "partner_front_margin",
        "partner_rent",
        "partner_presales",
        "partner_presales_wasted",
        "partner_net_margin",
        DEAL_RATE,
        "partner_margin_rate",
    ];
    let mut columns = vec![Column::new(say!("Programme"), Format::Plain, 28)];
    for (_, measure) in ids.iter().filter_map(|id| measure(id)) {
        let format = crate::report::words::format(measure.unit);
        columns.push(Column::new(measure.label.said(), format, 15).note(measure.help));
    }
    let row = |programme: &ProgrammeSummary| {
        let mut row = vec![Cell::text(programme.shown())];
        row.extend(ids.iter().map(|id| Cell::Number(programme.measure(id).mean)));
        row
    };
    Table {
        id: "margin_by_programme".to_owned(),
        columns,
        rows: story.summary.programmes.iter().map(row).collect(),
        totals: None,
    }
}

fn label(id: &str) -> &'static str {
    measure(id).map_or("", |(_, measure)| measure.label.said())
}

fn rate_chart(story: &Story<'_>) -> Chart {
    let rate = |programme: &ProgrammeSummary| programme.measure(DEAL_RATE).mean;
    let programmes = &story.summary.programmes;
    let baseline = percent(rate(&programmes[0]));
    let with = |programme: &ProgrammeSummary| format!("{} ({})", percent(rate(programme)), programme.shown());
    let by_rate = |a: &&ProgrammeSummary, b: &&ProgrammeSummary| rate(a).total_cmp(&rate(b));
    let title = match &programmes[1..] {
        [] => say!("Front margin on deals is {baseline} of what customers pay", baseline),
        [one] => say!("Front margin on deals: {baseline} in the baseline, {one}", baseline, one = with(one)),
        many => {
            let ends = [many.iter().min_by(by_rate), many.iter().max_by(by_rate)]
                .map(|end| end.map_or_else(String::new, with));
            let [low, high] = ends;
            say!(
                "Front margin on deals: {baseline} in the baseline, {low} to {high} in the scenarios",
                baseline,
                low,
                high
            )
        }
    };
    Chart {
        kind: ChartKind::Columns,
        alt: say!("{title}. One column a programme.", title),
        title,
        table: "margin_by_programme".to_owned(),
        categories: say!("Programme"),
        series: vec![Series::column(label(DEAL_RATE), 1)],
        x_title: String::new(),
        y_title: say!("share of customer spend"),
        format: Format::Percent,
    }
}

/// A measure's means by the rows of a dimension, a column a programme.
fn by_row(story: &Story<'_>, dimension: Dimension, id: &str) -> Table {
    let read = |amounts: &Amounts| measure(id).map_or(0.0, |(_, measure)| (measure.read)(amounts));
    let programmes = &story.summary.programmes;
    let mut columns = vec![Column::new(row_heading(dimension), Format::Plain, 28)];
    columns.extend(programmes.iter().map(|programme| Column::new(programme.shown(), Format::Money, 15)));
    let rows = story.summary.rows_of(dimension).filter(|(_, row)| row.name != UNASSIGNED).map(|(at, row)| {
        let mut cells = vec![Cell::text(row.shown())];
        cells.extend(programmes.iter().map(|programme| Cell::Number(read(&programme.by_row[at]))));
        cells
    });
    let mut totals = vec![Total::Label(say!("Total"))];
    totals.extend(programmes.iter().map(|_| Total::Sum));
    Table { id: format!("{id}_by_{}", key(dimension)), rows: rows.collect(), columns, totals: Some(totals) }
}

fn row_heading(dimension: Dimension) -> String {
    if dimension == Dimension::Level { say!("Level") } else { say!("Segment") }
}

fn key(dimension: Dimension) -> &'static str {
    if dimension == Dimension::Level { "level" } else { "segment" }
}

/// The scenarios' differences of front margin with the baseline by the rows of a dimension, with standard errors.
fn differences(story: &Story<'_>, dimension: Dimension) -> Table {
    let (baseline, scenarios) = (&story.summary.programmes[0], &story.summary.programmes[1..]);
    let margin = |programme: &ProgrammeSummary, at: usize| programme.by_row[at][Field::FrontMargin] / 100.0;
    let mut columns = vec![Column::new(row_heading(dimension), Format::Plain, 28)];
    let mut totals = vec![Total::Label(say!("Total"))];
    for scenario in scenarios {
        columns.push(Column::new(&*scenario.name, Format::MoneyChange, 15));
        columns.push(
            Column::new(say!("{scenario}: standard error", scenario = scenario.name), Format::Money, 15)
                .note(say!("Of the mean difference, over the trials; errors do not add up.")),
        );
        totals.extend([Total::Sum, Total::Empty]);
    }
    let rows = story.summary.rows_of(dimension).filter(|(_, row)| row.name != UNASSIGNED).map(|(at, row)| {
        let mut cells = vec![Cell::text(row.shown())];
        for scenario in scenarios {
            cells.push(Cell::Number(margin(scenario, at) - margin(baseline, at)));
            cells.push(Cell::Number(scenario.margin_errors[at]));
        }
        cells
    });
    Table {
        id: format!("margin_difference_by_{}", key(dimension)),
        rows: rows.collect(),
        columns,
        totals: Some(totals),
    }
}
