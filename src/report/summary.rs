//! `Summary`: the one page an executive can read alone.

use std::cmp::Ordering;

use crate::measures::{self, Unit};
use crate::plan::Reading;
use crate::report::headline::{direction, in_behaviour, is_crowded, lead, printed, sentence, turns_of};
use crate::report::words::{change_format, format, list, reading, unit};
use crate::report::{Block, Cell, Chart, ChartKind, Column, Format, Page, Series, Story, Table};
use crate::report::{alike, guardrails};
use crate::say;

const DIFFERENCES: &str = "differences";

/// The page.
pub fn page(story: &Story<'_>) -> Page {
    let scenarios = &story.summary.programmes[1..];
    let settings = &story.inputs.programme.settings;
    let names: Vec<&str> = scenarios.iter().map(|scenario| scenario.name.as_str()).collect();
    let mut blocks = Vec::new();
    if scenarios.is_empty() {
        blocks.push(Block::Answer(
            "The workbook has no scenario: the page shows the baseline alone. Add scenarios on the sheet Scenarios to \
             compare policies."
                .to_owned(),
        ));
    } else {
        blocks.push(Block::Text(format!(
            "Compared with the baseline of {}: {}. Every programme was played on the same simulated futures, so that a \
             difference is the policy's and not luck. In brackets: the range of nine futures in ten.",
            story.run.file,
            list(&names)
        )));
        let crowded = is_crowded(story);
        blocks.extend(scenarios.iter().enumerate().map(|(at, scenario)| {
            let answered = in_behaviour(story, at + 1).filter(|_| !crowded);
            let answered = answered.map_or_else(String::new, |words| format!(" Behavioural reading: {words}."));
            Block::Answer(sentence(story, scenario) + &answered)
        }));
        if crowded {
            blocks.extend(all_turns(story));
        }
    }
    blocks.push(Block::Table(table(story)));
    blocks.extend(guardrails::summary(story));
    if !scenarios.is_empty() {
        blocks.push(Block::Charts(vec![chart(story, lead(story).id, 1), chart(story, "vendor_contribution", 2)]));
    }
    blocks.push(Block::Text(format!(
        "{} What the baseline assumes is on the sheet Inputs, what each scenario changes on the sheet Scenarios, every \
         measure with its ranges in both readings on the sheet Measures.",
        people(story)
    )));
    if !scenarios.is_empty() {
        // Last, for the printed page ends before it.
        blocks.push(Block::Table(differences(story)));
    }
    Page {
        name: say!("Summary"),
        title: "What the policies bring".to_owned(),
        subtitle: format!(
            "{} months from {}, {} trials, amounts in {}; {}{}",
            settings.months,
            settings.start,
            crate::report::words::count(story.summary.trials as f64),
            settings.currency,
            reading(story.summary.reading),
            if story.summary.behavioural.is_some() { " unless it says behavioural" } else { "" }
        ),
        one_page: true,
        blocks,
    }
}

/// What the behavioural reading makes of all scenarios, those with the same together.
fn all_turns(story: &Story<'_>) -> Option<Block> {
    let places = 1..story.summary.programmes.len();
    let groups = alike::groups(places.filter_map(|at| turns_of(story, at).map(|turns| (at, turns))));
    let said: Vec<String> =
        groups.iter().map(|(group, turns)| format!("{}: {turns}", alike::names(story, group))).collect();
    (!said.is_empty()).then(|| Block::Text(format!("In the behavioural reading: {}.", said.join("; "))))
}

/// What people do in the readings of the page.
fn people(story: &Story<'_>) -> &'static str {
    match (story.summary.reading, &story.summary.behavioural) {
        (Reading::Static, None) => {
            "Static reading: partners and customers do not change their behaviour in answer to the policy."
        }
        (Reading::Static, Some(_)) => {
            "Static reading: partners and customers do not change their behaviour in answer to the policy. Behavioural \
             reading: they do, under the baseline too, and differences are with the baseline in the same reading."
        }
        (Reading::Behavioural, _) => {
            "Behavioural reading: partners answer to the rules, under the baseline too; the static reading was not played."
        }
    }
}

/// The headline measures of every scenario beside the baseline's; the baseline's alone if there is no scenario.
fn table(story: &Story<'_>) -> Table {
    let currency = &story.inputs.programme.settings.currency;
    let (baseline, scenarios) = (&story.summary.programmes[0], &story.summary.programmes[1..]);
    let mut columns = vec![
        Column::new("Measure", Format::Plain, 20).note("What each measure is stands on the sheet Measures."),
        Column::new("Unit", Format::Plain, 7),
        Column::new("Scenario", Format::Plain, 22),
        Column::new("Baseline", Format::Plain, 9).note("Mean over all simulated futures, whole horizon."),
    ];
    if !scenarios.is_empty() {
        let figure = |heading: &str| Column::new(heading, Format::Plain, 9);
        columns.extend([
            figure("With the scenario").note("Mean over all simulated futures, whole horizon."),
            figure("Difference").note("Mean difference with the baseline in the same future; percentages in points."),
            figure("5 % below").note("In one future of twenty the difference is below this."),
            figure("5 % above").note("In one future of twenty the difference is above this."),
            Column::new("Better in", Format::WholePercent, 7)
                .note("Share of the futures in which the difference is better for whom the measure belongs to; ties count half."),
        ]);
        if story.summary.behavioural.is_some() {
            columns.extend([
                Column::new("Behavioural difference", Format::Plain, 11).note(
                    "Mean difference with the baseline where people answer to the rules, under the baseline too; its \
                     range is on the sheet Measures.",
                ),
                Column::new("Behavioural better in", Format::WholePercent, 11)
                    .note("Share of the futures in which that difference is better; ties count half."),
            ]);
        }
    }
    let mut rows = Vec::new();
    for (at, measure) in printed(story) {
        let large = measure.unit == Unit::Money && baseline.measures[at].mean.abs() >= 1e7;
        let (shown, change) = match large {
            true => (Format::Millions, Format::MillionsChange),
            false => (format(measure.unit), change_format(measure.unit)),
        };
        let counted = unit(measure.unit, currency);
        let counted = if large { format!("M {counted}") } else { counted };
        let start = |programme: &str| {
            vec![
                Cell::text(measure.label.en),
                Cell::text(&*counted),
                Cell::text(programme),
                Cell::Figure(baseline.measures[at].mean, shown),
            ]
        };
        if scenarios.is_empty() {
            rows.push(start(&baseline.name));
        }
        for (place, scenario) in scenarios.iter().enumerate() {
            let mut row = start(&scenario.name);
            row.push(Cell::Figure(scenario.measures[at].mean, shown));
            let difference = &scenario.differences[at];
            let (low, high) = difference.statistics.range();
            row.extend([difference.statistics.mean, low, high].map(|value| Cell::Figure(value, change)));
            row.push(Cell::Number(difference.probability_better));
            if let Some(moved) = story.summary.behavioural.as_ref().map(|moved| &moved[place + 1].differences[at]) {
                row.push(Cell::Figure(moved.statistics.mean, change));
                row.push(Cell::Number(moved.probability_better));
            }
            rows.push(row);
        }
    }
    Table { id: "headline".to_owned(), columns, rows, totals: None }
}

/// The measures of the two charts: the partners' and the vendor's.
fn charted(story: &Story<'_>) -> [(&'static str, &'static str); 2] {
    [lead(story).id, "vendor_contribution"]
        .map(|id| measures::measure(id).map_or((id, id), |(_, measure)| (id, measure.label.en)))
}

/// The differences behind the two charts, with the lengths of their error bars.
fn differences(story: &Story<'_>) -> Table {
    let rows = story.summary.programmes[1..].iter().map(|scenario| {
        let mut row = vec![Cell::text(&*scenario.name)];
        for (id, _) in charted(story) {
            if let Some(difference) = scenario.difference(id) {
                let mean = difference.statistics.mean;
                let (low, high) = difference.statistics.range();
                row.extend([
                    Cell::Number(mean),
                    Cell::Number((mean - low).max(0.0)),
                    Cell::Number((high - mean).max(0.0)),
                ]);
            }
        }
        row
    });
    let mut columns = vec![Column::new("Scenario", Format::Plain, 22)];
    for (_, name) in charted(story) {
        columns.push(Column::new(format!("{name}, change"), Format::MoneyChange, 10));
        columns.push(Column::new(format!("{name}, down to 5 %"), Format::Money, 10));
        columns.push(Column::new(format!("{name}, up to 95 %"), Format::Money, 10));
    }
    Table { id: DIFFERENCES.to_owned(), columns, rows: rows.collect(), totals: None }
}

/// The chart of a measure's differences.
fn chart(story: &Story<'_>, id: &str, colour: usize) -> Chart {
    let name = measures::measure(id).map_or(id, |(_, measure)| measure.label.en);
    let best = story.summary.programmes[1..]
        .iter()
        .filter_map(|scenario| scenario.difference(id).map(|difference| (difference, scenario.name.as_str())))
        .reduce(|best, next| if best.0.statistics.mean >= next.0.statistics.mean { best } else { next });
    let title = match best {
        Some((difference, scenario)) if direction(difference) == Ordering::Greater => {
            format!("{name}: most with {scenario}")
        }
        _ => format!("{name}: no scenario raises it"),
    };
    let reading = reading(story.summary.reading);
    Chart {
        kind: ChartKind::Columns,
        alt: format!("{title}. Columns show the mean difference with the baseline, bars the 90 % range; {reading}."),
        title: format!("{title} ({reading})"),
        table: DIFFERENCES.to_owned(),
        categories: "Scenario".to_owned(),
        series: vec![Series {
            name: format!("{name}, difference with the baseline"),
            values: format!("{name}, change"),
            colour,
            error_bars: Some((format!("{name}, down to 5 %"), format!("{name}, up to 95 %"))),
        }],
        x_title: String::new(),
        y_title: format!("difference, {}", story.inputs.programme.settings.currency),
        format: Format::Money,
    }
}
