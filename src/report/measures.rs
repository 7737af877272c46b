//! `Measures`: every measure of every programme, and its difference with the baseline.

use crate::measures::{MEASURES, Measure};
use crate::report::words::{change_format, format, unit};
use crate::report::{Block, Cell, Column, Format, Page, Story, Table};
use crate::stats::Statistics;

/// The page.
pub fn page(story: &Story<'_>) -> Page {
    let currency = &story.inputs.programme.settings.currency;
    let mut values = Vec::new();
    let mut differences = Vec::new();
    for (at, measure) in MEASURES.iter().enumerate() {
        for programme in &story.summary.programmes {
            values.push(row(measure, &programme.name, currency, &programme.measures[at], format(measure.unit)));
            if let Some(difference) = programme.differences.get(at) {
                let shown = change_format(measure.unit);
                let mut row = row(measure, &programme.name, currency, &difference.statistics, shown);
                row.push(Cell::Figure(difference.probability_better, Format::WholePercent));
                differences.push(row);
            }
        }
    }
    let mut blocks = vec![
        Block::Heading("Values over the whole horizon".to_owned()),
        Block::Table(Table { id: "measure_values".to_owned(), columns: columns(), rows: values, totals: None }),
    ];
    if !differences.is_empty() {
        let mut columns = columns();
        columns.push(
            Column::new("Better in", Format::WholePercent, 9)
                .note("Share of the futures in which the difference is better for its owner; ties count half."),
        );
        blocks
            .push(Block::Heading("Differences with the baseline in the same future, percentages in points".to_owned()));
        blocks.push(Block::Table(Table {
            id: "measure_differences".to_owned(),
            columns,
            rows: differences,
            totals: None,
        }));
    }
    blocks.push(Block::Heading("What the measures are".to_owned()));
    blocks.extend(MEASURES.iter().map(definition));
    Page {
        name: "Measures",
        title: "All measures".to_owned(),
        subtitle: format!(
            "Static reading, {} trials; amounts in {currency}, ratios are ratios of a future's totals",
            crate::report::words::count(story.summary.trials as f64)
        ),
        one_page: false,
        blocks,
    }
}

fn columns() -> Vec<Column> {
    let figure = |heading: &str| Column::new(heading, Format::Plain, 13);
    vec![
        Column::new("Measure", Format::Plain, 26),
        Column::new("Unit", Format::Plain, 12),
        Column::new("Programme", Format::Plain, 26),
        figure("Mean"),
        figure("Standard deviation"),
        figure("Standard error").note("Of the mean: how far it could be off because the trials are finite."),
        figure("5 %"),
        figure("25 %"),
        figure("50 %"),
        figure("75 %"),
        figure("95 %"),
    ]
}

fn row(measure: &Measure, programme: &str, currency: &str, statistics: &Statistics, format: Format) -> Vec<Cell> {
    // Spreads are no changes: they are written without a sign.
    let spread = self::format(measure.unit);
    let mut row = vec![
        Cell::text(measure.label.en),
        Cell::text(unit(measure.unit, currency)),
        Cell::text(programme),
        Cell::Figure(statistics.mean, format),
        Cell::Figure(statistics.sd, spread),
        Cell::Figure(statistics.se, if spread == Format::Count { Format::Decimal } else { spread }),
    ];
    row.extend(statistics.percentiles.map(|value| Cell::Figure(value, format)));
    row
}

fn definition(measure: &Measure) -> Block {
    let better = if measure.more_is_better { "more" } else { "less" };
    Block::Text(format!(
        "{}: {} Belongs to the {}, {better} is better; {} in the JSON output.",
        measure.label.en,
        measure.help,
        measure.owner.word(),
        measure.id
    ))
}
