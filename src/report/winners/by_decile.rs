//! A scenario's changes by decile of net margin in the baseline.

use super::Side;
use super::tables::{group_row, groups_table};
use super::verdict::{BAND_SHARE, Deciles, Group};
use crate::report::words::{count, money, percent};
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
pub fn charts(side: &Side<'_>, table: &Table, currency: &str) -> Vec<Chart> {
    let groups: Vec<Group> = side.deciles.tenths.iter().map(|cases| Group::of(cases.iter().copied())).collect();
    let change = Change::of(&groups);
    let title = change.sentence(side.name, &groups, currency);
    let (alt, heading, y_title, format) = match change {
        Change::Shares(_) => (
            say!("{title}. Change in percent, a column a decile of net margin in the baseline.", title),
            say!("Change, %"),
            say!("change, % of the baseline's net margin"),
            Format::Percent,
        ),
        Change::Amounts(_) => (
            say!("{title}. Expected change, a column a decile of net margin in the baseline.", title),
            say!("Expected change"),
            say!("expected change, {currency}", currency),
            Format::MoneyChange,
        ),
    };
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
        chart(title, alt, vec![series(heading, side.place)], y_title, format),
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

/// What each decile's net margin changes by, in shares of it or, where some have hardly any that a share could be of, in
/// amounts.
enum Change {
    Shares(Vec<f64>),
    Amounts(Vec<f64>),
}

impl Change {
    fn of(groups: &[Group]) -> Change {
        let shares: Option<Vec<f64>> = groups.iter().map(Group::share).collect();
        shares.map_or_else(|| Change::Amounts(groups.iter().map(|group| group.change).collect()), Change::Shares)
    }

    /// Which decile changes most; all of them where they change alike.
    fn sentence(&self, name: &str, groups: &[Group], currency: &str) -> String {
        if groups.iter().all(|group| group.change.abs() <= BAND_SHARE * group.baseline.abs()) {
            return say!(
                "{name}: no decile gains or loses {share} of its net margin",
                name,
                share = percent(BAND_SHARE)
            );
        }
        let larger = |most: (usize, f64), next: (usize, f64)| if next.1.abs() > most.1.abs() { next } else { most };
        let largest = |values: &[f64]| (1..).zip(values.iter().copied()).fold((0, 0.0), larger);
        match self {
            Change::Shares(shares) => {
                let (decile, most) = largest(shares);
                let share = percent(most.abs());
                let alike = shares.iter().all(|own| percent(*own) == percent(most));
                match (alike, most > 0.0) {
                    (true, true) => say!("{name}: every decile gains {share} of its net margin", name, share),
                    (true, false) => say!("{name}: every decile loses {share} of its net margin", name, share),
                    (false, true) => {
                        say!("{name}: decile {decile} gains most, {share} of its net margin", name, decile, share)
                    }
                    (false, false) => {
                        say!("{name}: decile {decile} loses most, {share} of its net margin", name, decile, share)
                    }
                }
            }
            Change::Amounts(amounts) => {
                let (decile, most) = largest(amounts);
                let amount = money(most.abs(), currency);
                match most > 0.0 {
                    true => say!("{name}: decile {decile} gains most, {amount}", name, decile, amount),
                    false => say!("{name}: decile {decile} loses most, {amount}", name, decile, amount),
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::winners::verdict::Case;

    fn group(baseline: f64, change: f64) -> Group {
        Group::of([Case { baseline, change, se: 0.0, rate_change: None, wins_deals: true }])
    }

    fn said(groups: &[Group]) -> String {
        Change::of(groups).sentence("Open", groups, "EUR")
    }

    #[test]
    fn the_decile_that_changes_most_is_told_by_its_share() {
        // 5 % and 2 %, though the second amount is larger.
        assert_eq!(
            said(&[group(1_000.0, 50.0), group(9_000.0, -180.0)]),
            "Open: decile 1 gains most, 5.0 % of its net margin"
        );
        assert_eq!(
            said(&[group(1_000.0, 20.0), group(9_000.0, 180.0)]),
            "Open: every decile gains 2.0 % of its net margin"
        );
    }

    #[test]
    fn it_is_told_by_the_amount_where_there_is_no_margin_for_a_share() {
        for margin in [-36_000.0, 0.0, 2_973.0] {
            let groups = [group(margin, -85_812.0), group(2_559_240.0, -360_576.0)];
            assert_eq!(said(&groups), "Open: decile 2 loses most, 361 k EUR", "{margin}");
        }
        assert_eq!(said(&[group(-10.0, 4_000.0)]), "Open: decile 1 gains most, 4,000 EUR");
    }

    #[test]
    fn what_is_within_the_dead_band_is_no_gain() {
        let groups = [group(-1_000.0, -0.4), group(0.0, 0.0), group(9_000.0, 45.0)];
        assert_eq!(said(&groups), "Open: no decile gains or loses 0.5 % of its net margin");
    }
}
