//! `Measures`: every measure of every programme in every reading, its difference with the baseline, and the headline
//! measures by fiscal year.

use crate::measures::Sums;
use crate::report::headline::headline;
use crate::report::words::{capitalised, change_format, fiscal_years, format, list, reading_cell, reading_word, unit};
use crate::report::{Block, Cell, Column, Format, Page, Story, Table};
use crate::say;
use crate::stats::Statistics;
use crate::summary::{Listed, ProgrammeSummary, sum};

/// The page.
pub fn page(story: &Story<'_>) -> Page {
    let currency = &story.inputs.programme.settings.currency;
    let mut values = Vec::new();
    let mut differences = Vec::new();
    let (used, unused): (Vec<_>, Vec<_>) =
        story.summary.measures.iter().enumerate().partition(|(at, _)| is_used(story, *at));
    for (at, measure) in &used {
        for programme in by_programme(story) {
            values.push(row(measure, programme, currency, &programme.measures[*at], format(measure.unit)));
            if let Some(difference) = programme.differences.get(*at) {
                let shown = change_format(measure.unit);
                let mut row = row(measure, programme, currency, &difference.statistics, shown);
                row.push(Cell::Figure(difference.probability_better, Format::WholePercent));
                differences.push(row);
            }
        }
    }
    let mut blocks = Vec::new();
    if story.plans.months > 12 {
        blocks.push(Block::Heading(say!("Headline measures by fiscal year, means")));
        blocks.push(Block::Table(years(story)));
    }
    blocks.push(Block::Heading(say!("Values over the whole horizon")));
    blocks.push(Block::Table(Table {
        id: "measure_values".to_owned(),
        columns: columns(),
        rows: values,
        totals: None,
    }));
    if !differences.is_empty() {
        let mut columns = columns();
        columns.push(
            Column::new(say!("Better in"), Format::WholePercent, 9)
                .note(say!("Share of the futures in which the difference is better for its owner; ties count half.")),
        );
        blocks.push(Block::Heading(say!(
            "Differences with the baseline of the same reading in the same future, percentages in points"
        )));
        blocks.push(Block::Table(Table {
            id: "measure_differences".to_owned(),
            columns,
            rows: differences,
            totals: None,
        }));
    }
    if !unused.is_empty() {
        let names: Vec<String> = unused.iter().map(|(_, measure)| measure.label.to_lowercase()).collect();
        blocks.push(Block::Text(say!(
            "Left out, because they are 0 in every programme and every future: {names}.",
            names = names.join(", ")
        )));
    }
    blocks.push(Block::Heading(say!("What the measures are")));
    blocks.extend(used.iter().map(|(_, measure)| definition(measure)));
    let readings: Vec<&str> = story.plans.readings.iter().map(|reading| reading_word(*reading)).collect();
    Page {
        name: say!("Measures"),
        title: say!("All measures"),
        subtitle: say!(
            "{readings}, {trials} trials; amounts in {currency}, ratios are ratios of a future's totals",
            readings = capitalised(&say!("{readings} reading", readings = list(&readings))),
            trials = crate::report::words::count(story.summary.trials as f64),
            currency
        ),
        one_page: false,
        blocks,
    }
}

/// Whether a measure is other than 0 anywhere.
fn is_used(story: &Story<'_>, at: usize) -> bool {
    story.summary.all().any(|programme| programme.measures[at].mean != 0.0 || programme.measures[at].sd != 0.0)
}

/// The programmes, each in all its readings, static first.
fn by_programme<'a>(story: &'a Story<'_>) -> impl Iterator<Item = &'a ProgrammeSummary> {
    let behavioural = |at: usize| story.summary.behavioural.as_ref().map(|programmes| &programmes[at]);
    let programmes = story.summary.programmes.iter().enumerate();
    programmes.flat_map(move |(at, programme)| std::iter::once(programme).chain(behavioural(at)))
}

fn columns() -> Vec<Column> {
    let figure = |heading: String| Column::new(heading, Format::Plain, 13);
    vec![
        Column::new(say!("Measure"), Format::Plain, 26),
        Column::new(say!("Unit"), Format::Plain, 12),
        Column::new(say!("Programme"), Format::Plain, 26),
        Column::new(say!("Reading"), Format::Plain, 11),
        figure(say!("Mean")),
        figure(say!("Standard deviation")),
        figure(say!("Standard error"))
            .note(say!("Of the mean: how far it could be off because the trials are finite.")),
        figure(say!("5 %")),
        figure(say!("25 %")),
        figure(say!("50 %")),
        figure(say!("75 %")),
        figure(say!("95 %")),
    ]
}

fn row(
    measure: &Listed,
    programme: &ProgrammeSummary,
    currency: &str,
    statistics: &Statistics,
    format: Format,
) -> Vec<Cell> {
    // Spreads are no changes: they are written without a sign.
    let spread = self::format(measure.unit);
    let mut row = vec![
        Cell::text(&*measure.label),
        Cell::text(unit(measure.unit, currency)),
        Cell::text(programme.shown()),
        reading_cell(programme.reading),
        Cell::Figure(statistics.mean, format),
        Cell::Figure(statistics.sd, spread),
        Cell::Figure(statistics.se, if spread == Format::Count { Format::Decimal } else { spread }),
    ];
    row.extend(statistics.percentiles.map(|value| Cell::Figure(value, format)));
    row
}

/// The headline measures by fiscal year: ratios are ratios of the year's means, what runs up over time stands as it is at
/// the year's end.
fn years(story: &Story<'_>) -> Table {
    let currency = &story.inputs.programme.settings.currency;
    let mut columns = columns();
    columns.truncate(4);
    columns.extend(year_names(story.plans.months).map(|name| Column::new(name, Format::Plain, 13)));
    let mut rows = Vec::new();
    for (_, measure) in headline() {
        for programme in by_programme(story) {
            let years = programme.years(story.summary);
            let mut row = vec![
                Cell::text(measure.label),
                Cell::text(unit(measure.unit, currency)),
                Cell::text(programme.shown()),
                reading_cell(programme.reading),
            ];
            row.extend((0..years.len()).map(|year| {
                let from = if measure.sums == Sums::Stock { 0 } else { year };
                Cell::Figure((measure.read)(&sum(years[from..=year].iter())), format(measure.unit))
            }));
            rows.push(row);
        }
    }
    Table { id: "headline_by_year".to_owned(), columns, rows, totals: None }
}

/// The fiscal years of a horizon; the last may be cut short.
pub fn year_names(months: usize) -> impl Iterator<Item = String> {
    fiscal_years(months).into_iter()
}

fn definition(measure: &Listed) -> Block {
    let better = if measure.more_is_better { say!("more is better") } else { say!("less is better") };
    Block::Text(say!(
        "{label}: {help} Belongs to the {owner}, {better}; {id} in the JSON output.",
        label = measure.label,
        help = measure.help,
        owner = measure.owner.label().said(),
        better,
        id = measure.id
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_that_is_cut_short_says_so() {
        let names = |months: usize| year_names(months).collect::<Vec<_>>();
        assert_eq!(names(24), ["Year 1", "Year 2"]);
        assert_eq!(names(30), ["Year 1", "Year 2", "Year 3 (6 months)"]);
    }
}
