//! A scenario's changes by decile of net margin in the baseline.

use super::Side;
use super::tables::{group_row, groups_table};
use super::verdict::{BAND_SHARE, Case, Group, deciles};
use crate::report::words::{count, percent};
use crate::report::{Cell, Chart, ChartKind, Column, Format, Series, Table, Total};
use crate::say;

/// A scenario's changes by decile of net margin in the baseline.
pub fn table(side: &Side<'_>) -> Table {
    let mut table = groups_table(say!("Decile"), format!("changes_by_decile_{}", side.place));
    table.columns.extend([
        Column::new(say!("From"), Format::Money, 11).note(say!("Lowest net margin of the decile in the baseline.")),
        Column::new(say!("To"), Format::Money, 11).note(say!("Highest net margin of the decile in the baseline.")),
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
            let (name, share_said) = (side.name, percent(share.abs()));
            if share > 0.0 {
                say!("{name}: decile {decile} gains most, {share} of its net margin", name, decile, share = share_said)
            } else {
                say!("{name}: decile {decile} loses most, {share} of its net margin", name, decile, share = share_said)
            }
        }
        _ => say!(
            "{name}: no decile gains or loses {share} of its net margin",
            name = side.name,
            share = percent(BAND_SHARE)
        ),
    };
    let top = |number: fn(&Group) -> usize| {
        groups.iter().enumerate().fold(
            (0, 0),
            |top, (at, group)| {
                if number(group) > top.1 { (at + 1, number(group)) } else { top }
            },
        )
    };
    let gain = match top(|group| group.gain) {
        (_, 0) => say!("nobody gains"),
        (decile, number) => {
            say!("most winners are in decile {decile} ({number})", decile, number = count(number as f64))
        }
    };
    let lose = match top(|group| group.lose) {
        (_, 0) => say!("nobody loses"),
        (decile, number) => {
            say!("most losers are in decile {decile} ({number})", decile, number = count(number as f64))
        }
    };
    let counts = say!("{name}: {gain}, {lose}", name = side.name, gain, lose);
    let series = |heading: String, colour: usize| Series::column(heading, colour);
    let chart = |title: String, alt: String, series: Vec<Series>, y_title: String, format: Format| Chart {
        kind: ChartKind::Columns,
        alt,
        title,
        table: table.id.clone(),
        categories: say!("Decile"),
        series,
        x_title: say!("decile of net margin in the baseline, 1 the lowest"),
        y_title,
        format,
    };
    vec![
        chart(
            change.clone(),
            say!("{title}. Change in percent, a column a decile of net margin in the baseline.", title = change),
            vec![series(say!("Change, %"), side.place)],
            say!("change, % of the baseline's net margin"),
            Format::Percent,
        ),
        chart(
            counts.clone(),
            say!(
                "{title}. Partners that gain and that lose, a column a decile of net margin in the baseline.",
                title = counts
            ),
            vec![series(say!("Gain"), 1), series(say!("Lose"), 5)],
            say!("partners"),
            Format::Count,
        ),
    ]
}
