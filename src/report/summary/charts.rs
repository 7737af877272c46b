//! The two charts of the page, and the table of their figures.

use super::many;
use crate::measures;
use crate::report::headline::{best, lead, mean, raises};
use crate::report::words::{list, reading};
use crate::report::{Cell, Chart, ChartKind, Column, Format, Series, Story, Table};
use crate::say;

/// The table of the charts.
const DIFFERENCES: &str = "differences";
/// The vendor's measure of the charts.
const VENDOR: &str = "vendor_contribution";

/// The name of a measure.
fn label(id: &str) -> &str {
    measures::measure(id).map_or(id, |(_, measure)| measure.label.said())
}

/// The heading of a measure's differences in the table of the charts.
fn change_of(id: &str) -> String {
    say!("{measure}, change", measure = label(id))
}

/// The headings of the lengths of its error bars.
fn bars_of(id: &str) -> (String, String) {
    let measure = label(id);
    (say!("{measure}, down to 5 %", measure), say!("{measure}, up to 95 %", measure))
}

/// The differences behind the two charts, with the lengths of their error bars. Many scenarios are told apart by number,
/// for their names would cover each other.
pub(super) fn differences(story: &Story<'_>) -> Table {
    let charted = [lead(story).id, VENDOR];
    let scenarios = &story.summary.programmes[1..];
    let numbered = many::are(scenarios);
    let rows = scenarios.iter().enumerate().map(|(place, scenario)| {
        let mut row = match numbered {
            true => vec![Cell::text((place + 1).to_string()), Cell::text(&*scenario.name)],
            false => vec![Cell::text(&*scenario.name)],
        };
        for id in charted {
            let difference = scenario.difference(id).map(|difference| difference.statistics);
            row.extend(match difference {
                Some(statistics) => {
                    let (mean, (low, high)) = (statistics.mean, statistics.range());
                    [mean, (mean - low).max(0.0), (high - mean).max(0.0)].map(Cell::Number)
                }
                None => [Cell::Empty, Cell::Empty, Cell::Empty],
            });
        }
        row
    });
    let number = numbered.then(|| Column::new(many::number(), Format::Plain, 5));
    let mut columns: Vec<Column> = number.into_iter().collect();
    columns.push(Column::new(say!("Scenario"), Format::Plain, 22));
    for id in charted {
        let (below, above) = bars_of(id);
        columns.push(Column::new(change_of(id), Format::MoneyChange, 10));
        columns.push(Column::new(below, Format::Money, 10));
        columns.push(Column::new(above, Format::Money, 10));
    }
    Table { id: DIFFERENCES.to_owned(), columns, rows: rows.collect(), totals: None }
}

/// The chart of what each scenario brings partners.
pub(super) fn difference_chart(story: &Story<'_>) -> Chart {
    let id = lead(story).id;
    let measure = label(id);
    let scenarios = &story.summary.programmes[1..];
    let best = best(scenarios, |scenario| mean(scenario, id)).map(|at| &scenarios[at]);
    let title = match best.filter(|scenario| raises(scenario, id)) {
        Some(best) if scenarios.len() > 1 => say!("{measure}: most with {scenario}", measure, scenario = &best.name),
        Some(only) => say!("{measure}: more with {scenario} than without", measure, scenario = &only.name),
        None => say!("{measure}: no scenario raises it", measure),
    };
    let reading = reading(story.summary.reading);
    Chart {
        kind: ChartKind::ByScenario,
        alt: say!(
            "{title}. Columns show the mean difference with the baseline, lines the 90 % range; {reading}.",
            title,
            reading
        ),
        title,
        table: DIFFERENCES.to_owned(),
        categories: if many::are(scenarios) { many::number() } else { say!("Scenario") },
        series: vec![Series {
            name: say!("{measure}, difference with the baseline", measure),
            values: change_of(id),
            colour: 1,
            error_bars: Some(bars_of(id)),
        }],
        x_title: String::new(),
        y_title: say!("difference, {currency}", currency = story.inputs.programme.settings.currency),
        format: Format::MoneyChange,
    }
}

/// The chart of what partners and the vendor have of each scenario.
pub(super) fn trade_off(story: &Story<'_>) -> Chart {
    let id = lead(story).id;
    let both: Vec<&str> = story.summary.programmes[1..]
        .iter()
        .filter(|scenario| raises(scenario, id) && raises(scenario, VENDOR))
        .map(|scenario| scenario.name.as_str())
        .collect();
    let title = match both.as_slice() {
        [] => say!("No scenario is better for both sides"),
        [one] => say!("Better for both sides: {scenarios}", scenarios = one),
        [first, rest @ ..] if both.len() > 3 => {
            say!("Better for both sides: {first} and {more} more", first, more = rest.len())
        }
        all => say!("Better for both sides: {scenarios}", scenarios = list(all)),
    };
    let currency = &story.inputs.programme.settings.currency;
    Chart {
        kind: ChartKind::TradeOff,
        alt: say!(
            "{title}. A point a scenario: to the right partners have more than in the baseline, upward the vendor has more \
             contribution.",
            title
        ),
        title,
        table: DIFFERENCES.to_owned(),
        categories: change_of(id),
        series: vec![Series::column(change_of(VENDOR), 1)],
        x_title: say!("{measure}, difference in {currency}", measure = label(id), currency),
        y_title: say!("the vendor's, {currency}", currency),
        format: Format::MoneyChange,
    }
}
