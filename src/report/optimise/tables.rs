//! The tables and the chart of the page `Optimise`.

use super::{Told, value_cell};
use crate::report::guardrails::{asked, format_of, word};
use crate::report::words::change_format;
use crate::report::{Cell, Chart, ChartKind, Column, Format, Series, Table};
use crate::study::levers::Judged;
use crate::study::optimise::Optimised;

/// The name of the scenario that the best setting makes.
const OPTIMISED: &str = "Optimised";
const FRONTIER: &str = "frontier";
const SERIES: [&str; 4] = ["Best setting", "On the frontier", "Other settings", "Misses a guardrail"];

/// The values of a setting beside those that are entered.
pub(super) fn setting_table(told: &Told<'_>, best: &Judged) -> Table {
    let columns = vec![
        Column::new("Lever", Format::Plain, 40),
        Column::new("Key", Format::Plain, 30),
        Column::new("From", Format::Plain, 12).note("As entered in what the levers were put on."),
        Column::new("To", Format::Plain, 12),
        Column::new("Lowest", Format::Plain, 12).note("Of the values that the lever may take."),
        Column::new("Highest", Format::Plain, 12),
        Column::new("At an end", Format::Plain, 10).note("The best may lie beyond the lever's range."),
    ];
    let rows = told.levers.iter().zip(&best.setting).filter_map(|(lever, at)| {
        let place = lever.places.first()?;
        let end = lever.range().is_some() && (*at == 0 || at + 1 == lever.values.len());
        Some(vec![
            Cell::text(place.label().en),
            Cell::text(&*lever.target),
            value_cell(&place.get(&told.scenario.programme)),
            value_cell(lever.values.get(*at)?),
            value_cell(lever.values.first()?),
            value_cell(lever.values.last()?),
            Cell::text(if end { "yes" } else { "no" }),
        ])
    });
    Table { id: "best_setting".to_owned(), columns, rows: rows.collect(), totals: None }
}

/// The verdicts on a setting.
pub(super) fn guardrail_table(told: &Told<'_>, best: &Judged) -> Table {
    let columns = vec![
        Column::new("Guardrail", Format::Plain, 46),
        Column::new("Limit", Format::Plain, 12),
        Column::new("Value", Format::Plain, 12),
        Column::new("Beyond by", Format::Plain, 12)
            .note("By how much the limit is missed; below 0 the room that is left."),
        Column::new("Verdict", Format::Plain, 24),
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
        Column::new("Setting", Format::Plain, 40),
        Column::new("Difference", shown, 12).note("Mean difference of the objective with the baseline."),
        Column::new("Standard error", Format::Plain, 12),
        Column::new("Keeps all guardrails", Format::Plain, 12),
        Column::new("Behind the best by", Format::Plain, 12),
        Column::new("Its standard error", Format::Plain, 12),
        Column::new("Confidence", Format::Percent, 12).note("That the best is better, all runners-up taken together."),
        Column::new("Verdict", Format::Plain, 22),
    ];
    let error = crate::report::words::format(unit);
    let row = |judged: &Judged, place: Option<usize>| {
        let gain = judged.difference(found.objective.place);
        let comparison = place.and_then(|place| place.checked_sub(1)).and_then(|at| found.comparisons.get(at));
        let verdict = match (place, comparison) {
            (None, _) => "for comparison",
            (_, Some(comparison)) if comparison.confidence >= found.budget.confidence => "beaten",
            (_, Some(_)) => "cannot be told apart",
            (Some(0), None) if judged.keeps_all() => "the best",
            _ => "misses a guardrail",
        };
        vec![
            Cell::text(told.words(&judged.setting)),
            Cell::Figure(gain.value, shown),
            Cell::Figure(gain.se, error),
            Cell::text(if judged.keeps_all() { "yes" } else { "no" }),
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
        Column::new("Setting", Format::Plain, 40),
        Column::new("Partner net margin", Format::MoneyChange, 12).note("Mean difference with the baseline."),
    ];
    columns.extend(SERIES.map(|series| {
        Column::new(series, Format::MoneyChange, 12).note("Vendor contribution, mean difference with the baseline.")
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
    let count = found.frontier.iter().filter(|point| point.on_frontier).count();
    let title = match count {
        0 => "No setting keeps every guardrail".to_owned(),
        1 => "One setting is best for both sides".to_owned(),
        more => format!("{more} settings cannot be bettered for one side without loss to the other"),
    };
    let currency = told.currency();
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
        alt: format!(
            "{title}. Each point is a setting: partner net margin and vendor contribution against the baseline."
        ),
        title,
        table: FRONTIER.to_owned(),
        categories: "Partner net margin".to_owned(),
        series: (0..SERIES.len()).filter(used).map(|at| Series::column(SERIES[at], [2, 1, 0, 5][at])).collect(),
        x_title: format!("partner net margin, difference, {currency}"),
        y_title: format!("vendor contribution, difference, {currency}"),
        format: Format::MoneyChange,
    }
}

/// The best setting as edits: what it leaves as it is entered is no edit.
pub(super) fn paste(told: &Told<'_>, best: Option<&Judged>) -> Table {
    let heading = |at: usize, width: u16| Column::new(crate::inputs::scenarios::HEADINGS[at].key, Format::Plain, width);
    let mut edits: Vec<(String, Cell)> = Vec::new();
    if told.inputs.scenarios.iter().any(|scenario| scenario.name == told.scenario.name) {
        edits.push(("include".to_owned(), Cell::text(&*told.scenario.name)));
    }
    let changes = best.map_or_else(Vec::new, |best| told.edits(&best.setting));
    edits.extend(changes.into_iter().map(|(target, value)| (target.to_owned(), value_cell(value))));
    let rows = edits.into_iter().enumerate().map(|(at, (target, value))| {
        let name = if at == 0 { Cell::text(OPTIMISED) } else { Cell::Empty };
        vec![name, Cell::text(target), value, Cell::text("found by optimise")]
    });
    Table {
        id: "rows_to_paste".to_owned(),
        columns: vec![heading(0, 40), heading(1, 30), heading(2, 12), heading(3, 24)],
        rows: rows.collect(),
        totals: None,
    }
}
