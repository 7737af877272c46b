//! The tables and the chart of the page `Optimise`.

use super::{Told, value_cell};
use crate::report::guardrails::{asked, format_of, word};
use crate::report::words::{change_format, money_change};
use crate::report::{Cell, Chart, ChartKind, Column, Format, Series, Table};
use crate::say;
use crate::schema::Text;
use crate::schema::value::text;
use crate::study::levers::Judged;
use crate::study::optimise::{Optimised, Point};

const FRONTIER: &str = "frontier";
const SERIES: [Text; 4] = [
    text("Best setting", "Meilleur réglage"),
    text("On the frontier", "Sur la frontière"),
    text("Other settings", "Autres réglages"),
    text("Misses a guardrail", "Enfreint un garde-fou"),
];

/// The values of a setting beside those that are entered.
pub(super) fn setting_table(told: &Told<'_>, best: &Judged) -> Table {
    let columns = vec![
        Column::new(say!("Lever"), Format::Plain, 40),
        Column::new(say!("Key"), Format::Plain, 30),
        Column::new(say!("From"), Format::Plain, 12).note(say!("As entered in what the levers were put on.")),
        Column::new(say!("To"), Format::Plain, 12),
        Column::new(say!("Lowest"), Format::Plain, 12).note(say!("Of the values that the lever may take.")),
        Column::new(say!("Highest"), Format::Plain, 12),
        Column::new(say!("At an end"), Format::Plain, 10).note(say!("The best may lie beyond the lever's range.")),
    ];
    let rows = told.levers.iter().zip(&best.setting).filter_map(|(lever, at)| {
        let place = lever.places.first()?;
        let end = lever.range().is_some() && (*at == 0 || at + 1 == lever.values.len());
        Some(vec![
            Cell::text(place.label()),
            Cell::text(&*lever.target),
            value_cell(lever, &place.get(&told.scenario.programme)),
            value_cell(lever, lever.values.get(*at)?),
            value_cell(lever, lever.values.first()?),
            value_cell(lever, lever.values.last()?),
            Cell::text(if end { say!("yes") } else { say!("no") }),
        ])
    });
    Table { id: "best_setting".to_owned(), columns, rows: rows.collect(), totals: None }
}

/// The verdicts on a setting.
pub(super) fn guardrail_table(told: &Told<'_>, best: &Judged) -> Table {
    let columns = vec![
        Column::new(say!("Guardrail"), Format::Plain, 46),
        Column::new(say!("Limit"), Format::Plain, 12),
        Column::new(say!("Value"), Format::Plain, 12),
        Column::new(say!("Beyond by"), Format::Plain, 12)
            .note(say!("By how much the limit is missed; below 0 the room that is left.")),
        Column::new(say!("Verdict"), Format::Plain, 24),
    ];
    let rows = told.guardrails.iter().zip(&best.verdicts).map(|(guardrail, verdict)| {
        let figure = |value: f64| Cell::Figure(value, format_of(guardrail));
        vec![
            Cell::text(format!("{} {}", asked(guardrail), guardrail.operator.sign())),
            figure(guardrail.limit),
            figure(verdict.value),
            figure(verdict.short),
            Cell::text(word(guardrail, verdict)),
        ]
    });
    Table { id: "best_guardrails".to_owned(), columns, rows: rows.collect(), totals: None }
}

/// The best beside the runners-up, and what is entered.
pub(super) fn finalists(told: &Told<'_>, found: &Optimised) -> Table {
    let unit = found.objective.unit();
    let shown = change_format(unit);
    let columns = vec![
        Column::new(say!("Setting"), Format::Plain, 40),
        Column::new(say!("Difference"), shown, 12).note(say!("Mean difference of the objective with the baseline.")),
        Column::new(say!("Standard error"), Format::Plain, 12),
        Column::new(say!("Keeps all guardrails"), Format::Plain, 12),
        Column::new(say!("Behind the best by"), Format::Plain, 12),
        Column::new(say!("Its standard error"), Format::Plain, 12),
        Column::new(say!("Confidence"), Format::Percent, 12)
            .note(say!("That the best is better, all runners-up taken together.")),
        Column::new(say!("Verdict"), Format::Plain, 22),
    ];
    let error = crate::report::words::format(unit);
    let row = |judged: &Judged, place: Option<usize>| {
        let gain = judged.difference(found.objective.place);
        let comparison = place.and_then(|place| place.checked_sub(1)).and_then(|at| found.comparisons.get(at));
        let verdict = match (place, comparison) {
            (None, _) => say!("for comparison"),
            (_, Some(comparison)) if comparison.confidence >= found.budget.confidence => say!("beaten"),
            (_, Some(_)) => say!("cannot be told apart"),
            (Some(0), None) if judged.keeps_all() => say!("the best"),
            _ => say!("misses a guardrail"),
        };
        vec![
            Cell::text(told.words(&judged.setting)),
            Cell::Figure(gain.value, shown),
            Cell::Figure(gain.se, error),
            Cell::text(if judged.keeps_all() { say!("yes") } else { say!("no") }),
            comparison.map_or(Cell::Empty, |comparison| Cell::Figure(comparison.lead.value, error)),
            comparison.map_or(Cell::Empty, |comparison| Cell::Figure(comparison.lead.se, error)),
            comparison.map_or(Cell::Empty, |comparison| Cell::Number(comparison.confidence)),
            Cell::text(verdict),
        ]
    };
    let mut rows: Vec<Vec<Cell>> =
        found.finalists.iter().enumerate().map(|(place, judged)| row(judged, Some(place))).collect();
    rows.push(row(&found.entered, None));
    Table { id: "finalists".to_owned(), columns, rows, totals: None }
}

/// The points of the chart.
pub(super) fn frontier(told: &Told<'_>, found: &Optimised) -> Table {
    let mut columns = vec![
        Column::new(say!("Setting"), Format::Plain, 40),
        Column::new(say!("Partner net margin"), Format::MoneyChange, 12)
            .note(say!("Mean difference with the baseline.")),
    ];
    columns.extend(SERIES.map(|series| {
        Column::new(series, Format::MoneyChange, 12)
            .note(say!("Vendor contribution, mean difference with the baseline."))
    }));
    let best = found.winner().map(|winner| &winner.setting);
    let rows = found.frontier.iter().map(|point| {
        let place = match () {
            () if Some(&point.setting) == best => 0,
            () if !point.keeps_all => 3,
            () if point.on_frontier => 1,
            () => 2,
        };
        let mut row = vec![Cell::text(told.words(&point.setting)), Cell::Number(point.partners.value)];
        row.extend(
            (0..SERIES.len()).map(|at| if at == place { Cell::Number(point.vendor.value) } else { Cell::Empty }),
        );
        row
    });
    Table { id: FRONTIER.to_owned(), columns, rows: rows.collect(), totals: None }
}

/// What is traded between partners and the vendor.
pub(super) fn chart(told: &Told<'_>, found: &Optimised) -> Chart {
    let currency = told.currency();
    let change = |amount: f64| money_change(amount, currency);
    let mut frontier: Vec<&Point> = found.frontier.iter().filter(|point| point.on_frontier).collect();
    frontier.sort_by(|a, b| a.partners.value.total_cmp(&b.partners.value));
    let title = match frontier.as_slice() {
        [] => say!("No setting keeps every guardrail"),
        [one] => say!(
            "One setting is best for both sides: {partners} for partners, {vendor} for the vendor",
            partners = change(one.partners.value),
            vendor = change(one.vendor.value)
        ),
        [least, .., most] => say!(
            "{count} settings trade one side for the other: from {least} for partners and {dear} for the vendor to {most} \
             and {cheap}",
            count = frontier.len(),
            least = change(least.partners.value),
            dear = change(least.vendor.value),
            most = change(most.partners.value),
            cheap = change(most.vendor.value)
        ),
    };
    let used = |series: &usize| {
        let best = found.winner().map(|winner| &winner.setting);
        found.frontier.iter().any(|point| match series {
            0 => Some(&point.setting) == best,
            3 => !point.keeps_all,
            1 => point.keeps_all && point.on_frontier && Some(&point.setting) != best,
            _ => point.keeps_all && !point.on_frontier && Some(&point.setting) != best,
        })
    };
    Chart {
        kind: ChartKind::Points,
        alt: say!(
            "{title}. Each point is a setting: partner net margin and vendor contribution against the baseline.",
            title
        ),
        title,
        table: FRONTIER.to_owned(),
        categories: say!("Partner net margin"),
        series: (0..SERIES.len()).filter(used).map(|at| Series::column(SERIES[at], [2, 1, 0, 5][at])).collect(),
        x_title: say!("partner net margin, difference, {currency}", currency),
        y_title: say!("vendor contribution, difference, {currency}", currency),
        format: Format::MoneyChange,
    }
}

/// The best setting as edits: what it leaves as it is entered is no edit.
pub(super) fn paste(told: &Told<'_>, best: Option<&Judged>) -> Table {
    let heading =
        |at: usize, width: u16| Column::new(crate::inputs::scenarios::HEADINGS[at].label, Format::Plain, width);
    let mut edits: Vec<(String, Cell)> = Vec::new();
    if told.inputs.scenarios.iter().any(|scenario| scenario.name == told.scenario.name) {
        edits.push(("include".to_owned(), Cell::text(&*told.scenario.name)));
    }
    let changes = best.map_or_else(Vec::new, |best| told.edits(&best.setting));
    edits.extend(changes.into_iter().map(|(lever, value)| (lever.target.clone(), value_cell(lever, value))));
    let rows = edits.into_iter().enumerate().map(|(at, (target, value))| {
        let name = if at == 0 { Cell::text(say!("Optimised")) } else { Cell::Empty };
        vec![name, Cell::text(target), value, Cell::text(say!("found by optimise"))]
    });
    Table {
        id: "rows_to_paste".to_owned(),
        columns: vec![heading(0, 40), heading(1, 30), heading(2, 12), heading(3, 24)],
        rows: rows.collect(),
        totals: None,
    }
}
