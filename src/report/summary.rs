//! `Summary`: the one page an executive can read alone.

use crate::report::headline::{headline, sentence};
use crate::report::words::{change_format, format, list, unit};
use crate::report::{Block, Cell, Chart, ChartKind, Column, Format, Page, Series, Story, Table};

const DIFFERENCES: &str = "differences";

/// The page.
pub fn page(story: &Story<'_>) -> Page {
    let (baseline, scenarios) = story.summary.programmes.split_at(1);
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
             difference is the policy's and not luck.",
            story.run.file,
            list(&names)
        )));
        blocks.extend(scenarios.iter().map(|scenario| Block::Answer(sentence(story, scenario))));
    }
    blocks.push(Block::Table(table(story)));
    if !baseline.is_empty() && !scenarios.is_empty() {
        blocks.push(Block::Charts(vec![
            chart(story, "Partner front margin", "vendor"),
            chart(story, "Vendor contribution", "partner"),
        ]));
        blocks.push(Block::Table(differences(story)));
    }
    blocks.push(Block::Text(
        "Static reading: partners and customers do not change their behaviour in answer to the policy. A range holds \
         nine simulated futures in ten; what the baseline assumes is on the sheet Inputs, what each scenario changes on \
         the sheet Scenarios."
            .to_owned(),
    ));
    Page {
        name: "Summary",
        title: "What the policies bring".to_owned(),
        subtitle: format!(
            "{} months from {}, {} trials, amounts in {}, static reading",
            settings.months,
            settings.start,
            crate::report::words::count(story.summary.trials as f64),
            settings.currency
        ),
        one_page: true,
        blocks,
    }
}

/// The headline measures of every scenario beside the baseline's; the baseline's alone if there is no scenario.
fn table(story: &Story<'_>) -> Table {
    let currency = &story.inputs.programme.settings.currency;
    let (baseline, scenarios) = (&story.summary.programmes[0], &story.summary.programmes[1..]);
    let mut columns = vec![
        Column::new("Measure", Format::Plain, 24).note("What each measure is stands on the sheet Measures."),
        Column::new("Unit", Format::Plain, 10),
        Column::new("Scenario", Format::Plain, 30),
        Column::new("Baseline", Format::Plain, 16).note("Mean over all simulated futures, whole horizon."),
    ];
    if !scenarios.is_empty() {
        columns.extend([
            Column::new("With the scenario", Format::Plain, 18).note("Mean over all simulated futures, whole horizon."),
            Column::new("Difference", Format::Plain, 16)
                .note("Mean difference with the baseline in the same future; percentages in points."),
            Column::new("5 % below", Format::Plain, 16).note("In one future of twenty the difference is below this."),
            Column::new("5 % above", Format::Plain, 16).note("In one future of twenty the difference is above this."),
            Column::new("Better in", Format::WholePercent, 12)
                .note("Share of the futures in which the difference is better for whom the measure belongs to; ties count half."),
        ]);
    }
    let mut rows = Vec::new();
    for (at, measure) in headline() {
        let (shown, change) = (format(measure.unit), change_format(measure.unit));
        let start = |programme: &str| {
            vec![
                Cell::text(measure.label.en),
                Cell::text(unit(measure.unit, currency)),
                Cell::text(programme),
                Cell::Figure(baseline.measures[at].mean, shown),
            ]
        };
        if scenarios.is_empty() {
            rows.push(start(&baseline.name));
        }
        for scenario in scenarios {
            let difference = &scenario.differences[at];
            let (low, high) = difference.statistics.range();
            let mut row = start(&scenario.name);
            row.extend([
                Cell::Figure(scenario.measures[at].mean, shown),
                Cell::Figure(difference.statistics.mean, change),
                Cell::Figure(low, change),
                Cell::Figure(high, change),
                Cell::Number(difference.probability_better),
            ]);
            rows.push(row);
        }
    }
    Table { id: "headline".to_owned(), columns, rows, totals: None }
}

/// The differences behind the two charts, with the lengths of their error bars.
fn differences(story: &Story<'_>) -> Table {
    let rows = story.summary.programmes[1..].iter().map(|scenario| {
        let mut row = vec![Cell::text(&*scenario.name)];
        for id in ["partner_front_margin", "vendor_contribution"] {
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
    for name in ["Partner front margin", "Vendor contribution"] {
        columns.push(Column::new(format!("{name}, change"), Format::MoneyChange, 10));
        columns.push(Column::new(format!("{name}, down to 5 %"), Format::Money, 10));
        columns.push(Column::new(format!("{name}, up to 95 %"), Format::Money, 10));
    }
    Table { id: DIFFERENCES.to_owned(), columns, rows: rows.collect(), totals: None }
}

/// One of the two charts; `other` is whose it is not.
fn chart(story: &Story<'_>, name: &str, other: &str) -> Chart {
    let id = if other == "vendor" { "partner_front_margin" } else { "vendor_contribution" };
    let best = story.summary.programmes[1..]
        .iter()
        .filter_map(|scenario| scenario.difference(id).map(|d| (d.statistics.mean, scenario.name.as_str())))
        .fold(None, |best: Option<(f64, &str)>, next| match best {
            Some(kept) if kept.0 >= next.0 => Some(kept),
            _ => Some(next),
        });
    let title = match best {
        Some((mean, scenario)) if mean > 0.0 => format!("{name}: {scenario} gains most"),
        _ => format!("{name}: no scenario gains"),
    };
    Chart {
        kind: ChartKind::Columns,
        alt: format!("{title}. Columns show the mean difference with the baseline, bars the 90 % range."),
        title,
        table: DIFFERENCES.to_owned(),
        categories: "Scenario".to_owned(),
        series: vec![Series {
            name: format!("{name}, difference with the baseline"),
            values: format!("{name}, change"),
            colour: if other == "vendor" { 1 } else { 2 },
            error_bars: Some((format!("{name}, down to 5 %"), format!("{name}, up to 95 %"))),
        }],
        x_title: String::new(),
        y_title: format!("difference, {}", story.inputs.programme.settings.currency),
        format: Format::Money,
    }
}
