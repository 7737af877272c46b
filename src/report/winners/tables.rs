//! The tables of `Winners and losers`.

use super::Side;
use super::verdict::{Group, Verdict};
use crate::plan::Reading;
use crate::report::words::reading_cell;
use crate::report::{Cell, Column, Format, Story, Table, Total};
use crate::say;

/// Partners shown at either end of a scenario's changes.
const ENDS: usize = 10;

/// How many gain and lose under each scenario, a row a reading.
pub fn overview(sides: &[(Reading, &Side<'_>)]) -> Table {
    let mut columns =
        vec![Column::new(say!("Scenario"), Format::Plain, 24), Column::new(say!("Reading"), Format::Plain, 11)];
    columns.extend([
        Column::new(say!("Gain"), Format::Count, 11),
        Column::new(say!("Lose"), Format::Count, 11),
        Column::new(say!("Hardly change"), Format::Count, 11).note(say!("Within the dead band.")),
        Column::new(say!("Too close to tell"), Format::Count, 11).note(say!(
            "Of those that hardly change: in the dead band only because of the simulation's error; more trials tell."
        )),
        Column::new(say!("Lose over 1 point"), Format::Count, 11).note(say!(
            "Partners whose net margin falls by more than 1 point of what their customers pay, in the band or not."
        )),
        Column::new(say!("Winners gain"), Format::Money, 11),
        Column::new(say!("Losers lose"), Format::Money, 11),
        Column::new(say!("Change of all"), Format::MoneyChange, 11),
    ]);
    let rows = sides.iter().map(|(reading, side)| {
        let all = &side.all;
        vec![
            Cell::text(side.name),
            reading_cell(*reading),
            Cell::Number(all.gain as f64),
            Cell::Number(all.lose as f64),
            Cell::Number(all.hardly() as f64),
            Cell::Number(all.untold as f64),
            Cell::Number(all.points as f64),
            Cell::Number(all.gained),
            Cell::Number(all.lost),
            Cell::Number(all.change),
        ]
    });
    Table { id: "winners_and_losers".to_owned(), columns, rows: rows.collect(), totals: None }
}

/// The partners that gain most and those that lose most, by name.
pub fn ends_table(story: &Story<'_>, side: &Side<'_>) -> Table {
    let mut order: Vec<usize> = (0..side.cases.len()).collect();
    order.sort_by(|a, b| side.cases[*b].change.total_cmp(&side.cases[*a].change).then(a.cmp(b)));
    let with = |verdict: Verdict| order.iter().copied().filter(move |at| side.cases[*at].verdict() == verdict);
    let mut losses: Vec<usize> = with(Verdict::Loses).collect();
    let losses = losses.split_off(losses.len().saturating_sub(ENDS));
    let rows = with(Verdict::Gains).take(ENDS).chain(losses).map(|partner| {
        let change = &side.scenario.changes[partner];
        let mut row = who(story, partner);
        row.extend([
            Cell::Number(side.baseline.partners[partner].net_margin()),
            Cell::Number(side.scenario.partners[partner].net_margin()),
            Cell::Number(change.mean),
            Cell::Number(change.range.0),
            Cell::Number(change.range.1),
            Cell::Number(change.worse),
        ]);
        row
    });
    let mut columns = who_columns();
    columns.extend([
        Column::new(say!("Net margin, scenario"), Format::Money, 11),
        Column::new(say!("Expected change"), Format::MoneyChange, 11),
        Column::new(say!("5 %"), Format::MoneyChange, 11)
            .note(say!("In one future of twenty its change is below this.")),
        Column::new(say!("95 %"), Format::MoneyChange, 11)
            .note(say!("In one future of twenty its change is above this.")),
        Column::new(say!("Worse off"), Format::WholePercent, 11)
            .note(say!("Share of the futures in which its net margin is below the baseline's.")),
    ]);
    Table { id: format!("gains_and_losses_{}", side.place), columns, rows: rows.collect(), totals: None }
}

/// A scenario's changes by the level that partners hold at the start.
pub fn level_table(side: &Side<'_>) -> Table {
    let mut table = groups_table(say!("Level"), format!("changes_by_level_{}", side.place));
    table.rows.extend(side.levels.iter().map(|(name, group)| group_row(name, group)));
    table
}

/// A table of groups without its rows.
pub fn groups_table(first: String, id: String) -> Table {
    let columns = vec![
        Column::new(first, Format::Plain, 24),
        Column::new(say!("Partners"), Format::Count, 11),
        Column::new(say!("Net margin, baseline"), Format::Money, 11),
        Column::new(say!("Expected change"), Format::MoneyChange, 11),
        Column::new(say!("Change, %"), Format::Percent, 11)
            .note(say!("Of the baseline's net margin; empty where that is not above 0 or less than the change.")),
        Column::new(say!("Gain"), Format::Count, 11),
        Column::new(say!("Lose"), Format::Count, 11),
        Column::new(say!("Hardly change"), Format::Count, 11).note(say!("Within the dead band.")),
        Column::new(say!("Lose over 1 point"), Format::Count, 11)
            .note(say!("Partners whose net margin falls by more than 1 point of what their customers pay.")),
    ];
    let mut totals = vec![Total::Label(say!("All"))];
    totals.extend(columns.iter().skip(1).map(|column| match column.format {
        Format::Percent => Total::Ratio(say!("Expected change"), say!("Net margin, baseline")),
        _ => Total::Sum,
    }));
    Table { id, columns, rows: Vec::new(), totals: Some(totals) }
}

/// The row of a group.
pub fn group_row(name: &str, group: &Group) -> Vec<Cell> {
    vec![
        Cell::text(name),
        Cell::Number(group.partners as f64),
        Cell::Number(group.baseline),
        Cell::Number(group.change),
        group.share().map_or(Cell::Empty, Cell::Number),
        Cell::Number(group.gain as f64),
        Cell::Number(group.lose as f64),
        Cell::Number(group.hardly() as f64),
        Cell::Number(group.points as f64),
    ]
}

/// Partners with what each scenario changes for them, in whole cents: of thousands of rows every digit counts.
pub fn partners_table(story: &Story<'_>, sides: &[Side<'_>], order: &[usize]) -> Table {
    let mut columns = who_columns();
    for side in sides {
        let name = side.name;
        columns.extend([
            Column::new(say!("{name}: expected change", name), Format::MoneyChange, 11),
            Column::new(say!("{name}: 5 %", name), Format::MoneyChange, 11)
                .note(say!("In one future of twenty its change is below this.")),
            Column::new(say!("{name}: 95 %", name), Format::MoneyChange, 11)
                .note(say!("In one future of twenty its change is above this.")),
            Column::new(say!("{name}: worse off", name), Format::WholePercent, 11)
                .note(say!("Share of the futures in which its net margin is below the baseline's.")),
        ]);
    }
    let rows = order.iter().filter_map(|partner| {
        let first = sides.first()?;
        let mut row = who(story, *partner);
        row.push(cents(first.baseline.partners[*partner].net_margin()));
        for side in sides {
            let change = &side.scenario.changes[*partner];
            row.extend([cents(change.mean), cents(change.range.0), cents(change.range.1), Cell::Number(change.worse)]);
        }
        Some(row)
    });
    Table { id: "partners".to_owned(), columns, rows: rows.collect(), totals: None }
}

/// An amount to the cent.
fn cents(amount: f64) -> Cell {
    Cell::Number((amount * 100.0).round() / 100.0)
}

fn who_columns() -> Vec<Column> {
    vec![
        Column::new(say!("Partner"), Format::Plain, 24),
        Column::new(say!("Level"), Format::Plain, 11).note(say!("At the start.")),
        Column::new(say!("Run-rate purchases a year"), Format::Money, 11)
            .note(say!("As entered, before any change of demand.")),
        Column::new(say!("Net margin, baseline"), Format::Money, 11),
    ]
}

fn who(story: &Story<'_>, partner: usize) -> Vec<Cell> {
    let member = &story.members[partner];
    vec![
        Cell::text(&*member.name),
        Cell::text(&*story.inputs.programme.levels[member.level].name),
        Cell::Number(member.purchases.to_units()),
    ]
}
