//! A scenario's changes by decile of net margin in the baseline.

use super::Side;
use super::tables::{group_row, groups_table};
use super::verdict::{BAND_SHARE, Deciles, Group};
use crate::report::words::{count, percent};
use crate::report::{Cell, Chart, ChartKind, Column, Format, Series, Table, Total};
use crate::say;

/// A scenario's changes by decile of net margin in the baseline, and those of the partners that stand in none.
pub fn table(side: &Side<'_>) -> Table {
    let deciles = &side.deciles;
    let mut table = groups_table(say!("Decile"), format!("changes_by_decile_{}", side.place));
    table.columns.extend([
        Column::new(say!("Gain, %"), Format::WholePercent, 11).note(say!("Share of the row's partners.")),
        Column::new(say!("Lose, %"), Format::WholePercent, 11).note(say!("Share of the row's partners.")),
        Column::new(say!("From"), Format::Money, 11).note(say!("Lowest net margin of the row in the baseline.")),
        Column::new(say!("To"), Format::Money, 11).note(say!("Highest net margin of the row in the baseline.")),
    ]);
    if let Some(totals) = &mut table.totals {
        let share = |of: String| Total::Ratio(of, say!("Partners"));
        totals.extend([share(say!("Gain")), share(say!("Lose")), Total::Empty, Total::Empty]);
    }
    let tenths = deciles.tenths.iter().enumerate().map(|(at, cases)| ((at + 1).to_string(), cases));
    let others = (!deciles.others.is_empty()).then(|| (say!("Without deals"), &deciles.others));
    for (name, cases) in tenths.chain(others) {
        let margins = || cases.iter().map(|case| case.baseline);
        let ends = [margins().fold(f64::INFINITY, f64::min), margins().fold(f64::NEG_INFINITY, f64::max)];
        let group = Group::of(cases.iter().copied());
        let share = |of: usize| of as f64 / group.partners as f64;
        let mut row = group_row(&name, &group);
        row.extend([share(group.gain), share(group.lose)].into_iter().chain(ends).map(Cell::Number));
        table.rows.push(row);
    }
    table
}

/// Whom the deciles are of.
pub fn said(deciles: &Deciles) -> String {
    let (counted, others) = (count(deciles.counted() as f64), count(deciles.others.len() as f64));
    if deciles.others.is_empty() {
        say!("Deciles are of all {counted} partners.", counted)
    } else {
        say!(
            "Deciles are of the {counted} partners that win a deal in any future of the baseline; the {others} others, whose \
             business is run-rate alone, stand in a row below them.",
            counted,
            others
        )
    }
}

/// How much the deciles change, and how many of each gain and lose.
pub fn charts(side: &Side<'_>, table: &Table) -> Vec<Chart> {
    let change = change(side);
    let all = Group::of(side.deciles.tenths.iter().flatten().copied());
    let numbers = [all.partners, all.gain, all.lose].map(|number| count(number as f64));
    let [partners, gain, lose] = numbers;
    let counts = say!(
        "{name}: of the {partners} partners in deciles {gain} gain and {lose} lose",
        name = side.name,
        partners,
        gain,
        lose
    );
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
            vec![series(say!("Gain, %"), 1), series(say!("Lose, %"), 5)],
            say!("share of the partners"),
            Format::WholePercent,
        ),
    ]
}

/// Which decile changes most; all of them where they change alike.
fn change(side: &Side<'_>) -> String {
    let name = side.name;
    let groups = side.deciles.tenths.iter().map(|cases| Group::of(cases.iter().copied()));
    let shares: Vec<(usize, f64)> =
        groups.enumerate().filter_map(|(at, group)| group.share().map(|share| (at + 1, share))).collect();
    let larger = |most: (usize, f64), next: &(usize, f64)| if next.1.abs() > most.1.abs() { *next } else { most };
    let (decile, most) = shares.iter().fold((0, 0.0), larger);
    if most.abs() < BAND_SHARE {
        return say!("{name}: no decile gains or loses {share} of its net margin", name, share = percent(BAND_SHARE));
    }
    let share = percent(most.abs());
    let alike = shares.iter().all(|(_, own)| percent(*own) == percent(most));
    match (alike, most > 0.0) {
        (true, true) => say!("{name}: every decile gains {share} of its net margin", name, share),
        (true, false) => say!("{name}: every decile loses {share} of its net margin", name, share),
        (false, true) => say!("{name}: decile {decile} gains most, {share} of its net margin", name, decile, share),
        (false, false) => say!("{name}: decile {decile} loses most, {share} of its net margin", name, decile, share),
    }
}
