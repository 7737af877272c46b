//! `Partner margin`: by programme, level and segment, and how it is spread over the futures.

use crate::measures::{Amounts, measure};
use crate::outcome::{Dimension, Field};
use crate::report::words::{capitalised, money, percent};
use crate::report::{Block, Cell, Chart, ChartKind, Column, Format, Page, Series, Story, Table, Total};
use crate::say;
use crate::summary::{ProgrammeSummary, UNASSIGNED};

/// Bins of a histogram.
const BINS: usize = 24;

/// The page.
pub fn page(story: &Story<'_>) -> Page {
    let currency = &story.inputs.programme.settings.currency;
    let mut blocks = vec![
        Block::Heading("By programme".to_owned()),
        Block::Table(by_programme(story)),
        Block::Charts(vec![rate_chart(story)]),
    ];
    for (dimension, name) in [(Dimension::Level, "level"), (Dimension::Segment, "segment")] {
        for (what, id) in [("Front margin", "partner_front_margin"), ("Net margin", "partner_net_margin")] {
            blocks.push(Block::Heading(format!("{what} by {name}, mean in {currency}")));
            blocks.push(Block::Table(by_row(story, dimension, name, id)));
        }
        if story.summary.programmes.len() > 1 {
            blocks.push(Block::Heading(format!("Difference of front margin by {name}, mean in {currency}")));
            blocks.push(Block::Table(differences(story, dimension, name)));
        }
    }
    blocks.push(Block::Heading(format!(
        "Front margin over the futures: share of trials by total front margin, in millions of {currency}"
    )));
    let histogram = Histogram::of(&story.summary.programmes);
    blocks.push(Block::Table(histogram.table(story)));
    for pair in (1..story.summary.programmes.len()).collect::<Vec<_>>().chunks(2) {
        blocks.push(Block::Charts(pair.iter().map(|at| histogram.chart(story, *at)).collect()));
    }
    if story.summary.programmes.len() == 1 {
        blocks.push(Block::Charts(vec![histogram.chart(story, 0)]));
    }
    Page {
        name: say!("Partner margin"),
        title: "What partners earn".to_owned(),
        subtitle: format!(
            "Means over {} trials and the whole horizon, in {currency}; {}",
            crate::report::words::count(story.summary.trials as f64),
            crate::report::words::reading(story.summary.reading)
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
        "partner_deal_margin_rate",
        "partner_margin_rate",
    ];
    let mut columns = vec![Column::new("Programme", Format::Plain, 28)];
    for (_, measure) in ids.iter().filter_map(|id| measure(id)) {
        let format = crate::report::words::format(measure.unit);
        columns.push(Column::new(measure.label.en, format, 15).note(measure.help));
    }
    let row = |programme: &ProgrammeSummary| {
        let mut row = vec![Cell::text(&*programme.name)];
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

fn rate_chart(story: &Story<'_>) -> Chart {
    let rate = |programme: &ProgrammeSummary| programme.measure("partner_deal_margin_rate").mean;
    let programmes = &story.summary.programmes;
    let baseline = percent(rate(&programmes[0]));
    let with = |programme: &ProgrammeSummary| format!("{} ({})", percent(rate(programme)), programme.name);
    let by_rate = |a: &&ProgrammeSummary, b: &&ProgrammeSummary| rate(a).total_cmp(&rate(b));
    let title = match &programmes[1..] {
        [] => format!("Front margin on deals is {baseline} of what customers pay"),
        [one] => format!("Front margin on deals: {baseline} in the baseline, {}", with(one)),
        many => {
            let ends = [many.iter().min_by(by_rate), many.iter().max_by(by_rate)]
                .map(|end| end.map_or_else(String::new, with));
            format!("Front margin on deals: {baseline} in the baseline, {} to {} in the scenarios", ends[0], ends[1])
        }
    };
    Chart {
        kind: ChartKind::Columns,
        alt: format!("{title}. One column a programme."),
        title,
        table: "margin_by_programme".to_owned(),
        categories: "Programme".to_owned(),
        series: vec![Series {
            name: "Front margin rate on deals".to_owned(),
            values: "Front margin rate on deals".to_owned(),
            colour: 1,
            error_bars: None,
        }],
        x_title: String::new(),
        y_title: "share of customer spend".to_owned(),
        format: Format::Percent,
    }
}

/// A measure's means by the rows of a dimension, a column a programme.
fn by_row(story: &Story<'_>, dimension: Dimension, name: &str, id: &str) -> Table {
    let read = |amounts: &Amounts| measure(id).map_or(0.0, |(_, measure)| (measure.read)(amounts));
    let programmes = &story.summary.programmes;
    let mut columns = vec![Column::new(capitalised(name), Format::Plain, 28)];
    columns.extend(programmes.iter().map(|programme| Column::new(&*programme.name, Format::Money, 15)));
    let rows = story.summary.rows_of(dimension).filter(|(_, row)| row.name != UNASSIGNED).map(|(at, row)| {
        let mut cells = vec![Cell::text(&*row.name)];
        cells.extend(programmes.iter().map(|programme| Cell::Number(read(&programme.by_row[at]))));
        cells
    });
    let mut totals = vec![Total::Label("Total".to_owned())];
    totals.extend(programmes.iter().map(|_| Total::Sum));
    Table { id: format!("{id}_by_{name}"), rows: rows.collect(), columns, totals: Some(totals) }
}

/// The scenarios' differences of front margin with the baseline by the rows of a dimension, with standard errors.
fn differences(story: &Story<'_>, dimension: Dimension, name: &str) -> Table {
    let (baseline, scenarios) = (&story.summary.programmes[0], &story.summary.programmes[1..]);
    let margin = |programme: &ProgrammeSummary, at: usize| programme.by_row[at][Field::FrontMargin] / 100.0;
    let mut columns = vec![Column::new(capitalised(name), Format::Plain, 28)];
    let mut totals = vec![Total::Label("Total".to_owned())];
    for scenario in scenarios {
        columns.push(Column::new(&*scenario.name, Format::MoneyChange, 15));
        columns.push(
            Column::new(format!("{}: standard error", scenario.name), Format::Money, 15)
                .note("Of the mean difference, over the trials; errors do not add up."),
        );
        totals.extend([Total::Sum, Total::Empty]);
    }
    let rows = story.summary.rows_of(dimension).filter(|(_, row)| row.name != UNASSIGNED).map(|(at, row)| {
        let mut cells = vec![Cell::text(&*row.name)];
        for scenario in scenarios {
            cells.push(Cell::Number(margin(scenario, at) - margin(baseline, at)));
            cells.push(Cell::Number(scenario.margin_errors[at]));
        }
        cells
    });
    Table { id: format!("margin_difference_by_{name}"), rows: rows.collect(), columns, totals: Some(totals) }
}

/// Shares of trials by total front margin, in bins that all programmes share.
struct Histogram {
    from: f64,
    width: f64,
    shares: Vec<Vec<f64>>,
}

impl Histogram {
    fn of(programmes: &[ProgrammeSummary]) -> Histogram {
        let all = || programmes.iter().flat_map(|programme| &programme.front_margins);
        let low = all().copied().fold(f64::INFINITY, f64::min);
        let high = all().copied().fold(f64::NEG_INFINITY, f64::max);
        let width = ((high - low) / BINS as f64).max(1.0);
        let shares = programmes
            .iter()
            .map(|programme| {
                let mut shares = vec![0.0; BINS];
                for margin in &programme.front_margins {
                    let bin = ((margin - low) / width) as usize;
                    shares[bin.min(BINS - 1)] += 1.0 / programme.front_margins.len() as f64;
                }
                shares
            })
            .collect();
        Histogram { from: low, width, shares }
    }

    fn table(&self, story: &Story<'_>) -> Table {
        let mut columns = vec![Column::new("Around, M", Format::Plain, 28).note("Middle of the bin, in millions.")];
        columns.extend(story.summary.programmes.iter().map(|p| Column::new(&*p.name, Format::Percent, 15)));
        let rows = (0..BINS).map(|bin| {
            let middle = (self.from + (bin as f64 + 0.5) * self.width) / 1e6;
            let mut row = vec![Cell::text(format!("{middle:.1}"))];
            row.extend(self.shares.iter().map(|shares| Cell::Number(shares[bin])));
            row
        });
        let mut totals = vec![Total::Label("All".to_owned())];
        totals.extend(self.shares.iter().map(|_| Total::Sum));
        Table { id: "front_margin_histogram".to_owned(), columns, rows: rows.collect(), totals: Some(totals) }
    }

    /// A scenario's histogram with the baseline behind it.
    fn chart(&self, story: &Story<'_>, at: usize) -> Chart {
        let currency = &story.inputs.programme.settings.currency;
        let scenario = &story.summary.programmes[at];
        let series = |at: usize| Series {
            name: story.summary.programmes[at].name.clone(),
            values: story.summary.programmes[at].name.clone(),
            colour: at,
            error_bars: None,
        };
        let (low, high) = scenario.measure("partner_front_margin").range();
        let title = format!(
            "{}: front margin is between {} and {} in nine futures of ten",
            scenario.name,
            money(low, currency),
            money(high, currency)
        );
        Chart {
            kind: ChartKind::Histogram,
            alt: format!("{title}. Histogram of the trials, the baseline behind it."),
            title,
            table: "front_margin_histogram".to_owned(),
            categories: "Around, M".to_owned(),
            series: if at == 0 { vec![series(0)] } else { vec![series(0), series(at)] },
            x_title: format!("front margin, M {currency}"),
            y_title: "share of trials".to_owned(),
            format: Format::WholePercent,
        }
    }
}
