//! What each indicator earns of the bonus.

use crate::measures::ratio;
use crate::programme::Indicator;
use crate::report::alike::{groups, names};
use crate::report::words::percent;
use crate::report::{Block, Cell, Chart, ChartKind, Column, Format, Series, Story, Table, Total};
use crate::say;

/// The tables and charts of the programmes' indicators, without those where no bonus is paid.
pub fn blocks(story: &Story<'_>, programmes: &[usize]) -> Vec<Block> {
    let paying =
        programmes.iter().filter(|at| story.summary.programmes[**at].shared.indicators.iter().any(|sum| *sum > 0.0));
    let said = groups(paying.map(|at| (*at, contributions(story, *at))));
    let mut blocks = Vec::new();
    for (group, rows) in said {
        let names = names(story, &group);
        let at = group[0];
        blocks.push(Block::Heading(say!("{names}: what each indicator earns of the bonus", names)));
        blocks.push(Block::Table(table(at, rows)));
        if group.iter().any(|at| story.programme(*at).compensation.budget_neutral) {
            blocks.push(Block::Text(say!("The amounts are those before payouts are scaled to a budget.")));
        }
        blocks.push(Block::Charts(vec![chart(story, at)]));
    }
    blocks
}

fn table(at: usize, rows: Vec<Vec<Cell>>) -> Table {
    Table {
        id: table_id(at),
        rows,
        columns: vec![
            Column::new(say!("Indicator"), Format::Plain, 28),
            Column::new(say!("Unit"), Format::Plain, 24),
            Column::new(say!("Floor"), Format::Plain, 12).note(say!("Where it begins to count.")),
            Column::new(say!("Target"), Format::Plain, 12)
                .note(say!("From where it counts fully; below the floor where less is better.")),
            Column::new(say!("Weight"), Format::Percent, 12).note(say!("Share of the score.")),
            Column::new(say!("Bonus earned"), Format::Money, 14)
                .note(say!("Over the horizon, by all enrolled partners.")),
            Column::new(say!("Share of the bonus"), Format::Percent, 14),
            Column::new(say!("Against its weight"), Format::Points, 14)
                .note(say!("Share of the bonus less weight: above 0 it is reached more than the others.")),
        ],
        totals: Some(vec![
            Total::Label(say!("Total")),
            Total::Empty,
            Total::Empty,
            Total::Empty,
            Total::Sum,
            Total::Sum,
            Total::Sum,
            Total::Empty,
        ]),
    }
}

fn table_id(at: usize) -> String {
    format!("indicators_{at}")
}

/// Rows by what they earn, the most first.
fn contributions(story: &Story<'_>, at: usize) -> Vec<Vec<Cell>> {
    let programme = story.programme(at);
    let earned = &story.summary.programmes[at].shared.indicators;
    let all: f64 = earned.iter().sum();
    let mut listed: Vec<_> = programme.indicators.iter().zip(earned).collect();
    listed.sort_by(|a, b| b.1.total_cmp(a.1));
    let row = |(indicator, earned): (&Indicator, &f64)| {
        vec![
            Cell::text(&*indicator.indicator),
            Cell::text(&*indicator.unit),
            Cell::Number(indicator.floor),
            Cell::Number(indicator.target),
            Cell::Number(indicator.weight),
            Cell::Number(*earned),
            Cell::Number(ratio(*earned, all)),
            Cell::Number(ratio(*earned, all) - indicator.weight),
        ]
    };
    listed.into_iter().map(row).collect()
}

fn chart(story: &Story<'_>, at: usize) -> Chart {
    let programme = &story.summary.programmes[at];
    let earned = &programme.shared.indicators;
    let all: f64 = earned.iter().sum();
    let best = story.programme(at).indicators.iter().zip(earned).max_by(|a, b| a.1.total_cmp(b.1));
    let title = match best {
        Some((indicator, most)) => {
            say!(
                "{name}: {indicator} earns {share} of the bonus",
                name = programme.shown(),
                indicator = indicator.indicator,
                share = percent(ratio(*most, all))
            )
        }
        None => say!("{name}: the bonus by indicator", name = programme.shown()),
    };
    Chart {
        kind: ChartKind::Bars,
        alt: say!("{title}. Bars show each indicator's share of the bonus and its weight.", title),
        title,
        table: table_id(at),
        categories: say!("Indicator"),
        series: vec![Series::column(say!("Share of the bonus"), 1), Series::column(say!("Weight"), 0)],
        x_title: String::new(),
        y_title: say!("share"),
        format: Format::WholePercent,
    }
}
