//! A scenario's changes by decile of net margin in the baseline.

use super::Side;
use super::tables::{group_row, groups_table};
use super::verdict::{BAND_SHARE, Case, Group, deciles};
use crate::report::words::{count, percent};
use crate::report::{Cell, Chart, ChartKind, Column, Format, Series, Table, Total};

/// A scenario's changes by decile of net margin in the baseline.
pub fn table(side: &Side<'_>) -> Table {
    let mut table = groups_table("Decile", format!("changes_by_decile_{}", side.place));
    table.columns.extend([
        Column::new("From", Format::Money, 11).note("Lowest net margin of the decile in the baseline."),
        Column::new("To", Format::Money, 11).note("Highest net margin of the decile in the baseline."),
    ]);
    if let Some(totals) = &mut table.totals {
        totals.extend([Total::Empty, Total::Empty]);
    }
    for (decile, cases) in by_decile(side).into_iter().enumerate() {
        let name = (decile + 1).to_string();
        let margins = || cases.iter().map(|case| case.baseline);
        let ends = [margins().fold(f64::INFINITY, f64::min), margins().fold(f64::NEG_INFINITY, f64::max)];
        let mut row = group_row(&name, &Group::of(cases));
        row.extend(ends.map(Cell::Number));
        table.rows.push(row);
    }
    table
}

/// The partners of each decile, the lowest first; none is empty, for there are ten partners or more.
fn by_decile(side: &Side<'_>) -> Vec<Vec<Case>> {
    let margins: Vec<f64> = side.cases.iter().map(|case| case.baseline).collect();
    let mut cases = vec![Vec::new(); 10];
    for (case, decile) in side.cases.iter().zip(deciles(&margins)) {
        cases[decile].push(*case);
    }
    cases
}

/// How much the deciles change, and how many of each gain and lose.
pub fn charts(side: &Side<'_>, table: &Table) -> Vec<Chart> {
    let groups: Vec<Group> = by_decile(side).into_iter().map(Group::of).collect();
    let shares = groups.iter().enumerate().filter_map(|(at, group)| group.share().map(|share| (at + 1, share)));
    let most = shares.fold((0, 0.0), |most: (usize, f64), next| if next.1.abs() > most.1.abs() { next } else { most });
    let change = match most {
        (decile, share) if share.abs() >= BAND_SHARE => {
            let verb = if share > 0.0 { "gains" } else { "loses" };
            format!("{}: decile {decile} {verb} most, {} of its net margin", side.name, percent(share.abs()))
        }
        _ => format!("{}: no decile gains or loses {} of its net margin", side.name, percent(BAND_SHARE)),
    };
    let top = |number: fn(&Group) -> usize| {
        groups.iter().enumerate().fold(
            (0, 0),
            |top, (at, group)| {
                if number(group) > top.1 { (at + 1, number(group)) } else { top }
            },
        )
    };
    let told = |(decile, number): (usize, usize), who: &str, verb: &str| match number {
        0 => format!("nobody {verb}"),
        _ => format!("most {who} are in decile {decile} ({})", count(number as f64)),
    };
    let counts = format!(
        "{}: {}, {}",
        side.name,
        told(top(|group| group.gain), "winners", "gains"),
        told(top(|group| group.lose), "losers", "loses")
    );
    let series = |heading: &str, colour: usize| Series {
        name: heading.to_owned(),
        values: heading.to_owned(),
        colour,
        error_bars: None,
    };
    let chart = |title: String, what: &str, series: Vec<Series>, y_title: String, format: Format| Chart {
        kind: ChartKind::Columns,
        alt: format!("{title}. {what}, a column a decile of net margin in the baseline."),
        title,
        table: table.id.clone(),
        categories: "Decile".to_owned(),
        series,
        x_title: "decile of net margin in the baseline, 1 the lowest".to_owned(),
        y_title,
        format,
    };
    vec![
        chart(
            change,
            "Change in percent",
            vec![series("Change, %", side.place)],
            "change, % of the baseline's net margin".to_owned(),
            Format::Percent,
        ),
        chart(
            counts,
            "Partners that gain and that lose",
            vec![series("Gain", 1), series("Lose", 5)],
            "partners".to_owned(),
            Format::Count,
        ),
    ]
}
