//! Which distributions, correlations and limits differ.

use super::change::{Change, Line, Part};
use crate::diagnostic::CellRef;
use crate::inputs::correlations::Named;
use crate::inputs::{
    CORRELATIONS, CorrelationsInput, GUARDRAILS, GuardrailInput, Inputs, LEVERS, LawInput, Lever, UNCERTAIN_CELLS,
    UncertainInput,
};
use crate::say;
use crate::schema::Text;
use crate::sheet::Cell;

/// The rows of a sheet in words.
type Rows = fn(&Inputs) -> Vec<String>;

/// What differs, in the order of the workbook. Levers and guardrails move no figure.
pub(super) fn changes(from: &Inputs, to: &Inputs) -> Vec<Change> {
    let mut changes = of_laws(from, to);
    let sheets: [(Text, Part, Rows); 3] = [
        (CORRELATIONS, Part::Correlations, correlations),
        (LEVERS, Part::Idle, levers),
        (GUARDRAILS, Part::Idle, guardrails),
    ];
    for (sheet, part, rows) in sheets {
        let (before, after) = (rows(from), rows(to));
        if before != after {
            let only = |own: &[String], other: &[String]| {
                own.iter().filter(|row| !other.contains(row)).cloned().collect::<Vec<_>>().join("; ")
            };
            let name = sheet.said().to_owned();
            let (from, to) = (only(&before, &after), only(&after, &before));
            let line = Line { place: name.clone(), label: String::new(), from, to, cells: [None, None] };
            changes.push(Change::new(name.clone(), &name, part, vec![line]));
        }
    }
    changes
}

fn of_laws(from: &Inputs, to: &Inputs) -> Vec<Change> {
    let find = |inputs: &Inputs, target: &str| inputs.uncertain.iter().find(|input| input.target == target).cloned();
    let new = to.uncertain.iter().filter(|input| find(from, &input.target).is_none());
    let targets = from.uncertain.iter().chain(new).map(|input| input.target.clone());
    let said = |input: &Option<UncertainInput>| input.as_ref().map_or_else(String::new, |input| self::said(&input.law));
    let cell = |input: &Option<UncertainInput>| input.as_ref().map(|input| input.law.at.clone());
    let changed = |target: String| {
        let both = [find(from, &target), find(to, &target)];
        let held = |input: &Option<UncertainInput>| input.as_ref().map(|input| held(&input.law));
        if both.each_ref().map(said)[0] == both.each_ref().map(said)[1] && held(&both[0]) == held(&both[1]) {
            return None;
        }
        let name = say!("distribution of {target}", target);
        let [before, after] = both.each_ref().map(said);
        let line = Line {
            place: target.clone(),
            label: name.clone(),
            from: before,
            to: after,
            cells: both.each_ref().map(cell),
        };
        Some(Change::new(name, UNCERTAIN_CELLS.said(), Part::Law(target), vec![line]))
    };
    targets.filter_map(changed).collect()
}

/// The observations of a distribution.
fn held(law: &LawInput) -> Vec<Cell> {
    law.observations.iter().map(|(_, cell)| cell.clone()).collect()
}

/// A distribution as its row says it: `triangular (0.06; 0.08; 0.1)`.
pub(super) fn said(law: &LawInput) -> String {
    let arguments: Vec<String> =
        [&law.low, &law.mode, &law.high].iter().filter_map(|argument| argument.cell.as_ref()).map(plain).collect();
    if arguments.is_empty() { law.words.clone() } else { format!("{} ({})", law.words, arguments.join("; ")) }
}

/// A cell as it stands there.
pub(super) fn plain(cell: &Cell) -> String {
    match cell {
        Cell::Number(number) | Cell::Date(number) => number.to_string(),
        Cell::Text(text) | Cell::Error(text) => text.clone(),
        Cell::Bool(value) => value.to_string().to_uppercase(),
        Cell::Unsaved => String::new(),
    }
}

fn correlations(inputs: &Inputs) -> Vec<String> {
    let given = |wanted: &CorrelationsInput| {
        let name = |list: &[Named], at: usize| list.get(at).map_or_else(String::new, |named| named.name.clone());
        let row = |(row, column, value, _): &(usize, usize, f64, CellRef)| {
            format!("{} / {}: {value}", name(&wanted.rows, *row), name(&wanted.columns, *column))
        };
        wanted.given.iter().map(row).collect::<Vec<_>>()
    };
    inputs.correlations.iter().flat_map(given).collect()
}

fn levers(inputs: &Inputs) -> Vec<String> {
    let row = |lever: &Lever| {
        let values: Vec<String> = lever.values.iter().map(|value| lever.shown(value)).collect();
        format!("{}: {}", lever.target, values.join(", "))
    };
    inputs.levers.iter().map(row).collect()
}

fn guardrails(inputs: &Inputs) -> Vec<String> {
    let row = |rail: &GuardrailInput| {
        let scenario = rail.scenario.as_deref().unwrap_or("*");
        let what = if rail.of_difference { "difference" } else { "value" };
        let (limit, stop) = (plain(&rail.limit), if rail.stop { "stop" } else { "" });
        let words = [&*rail.measure, rail.statistic, what, rail.operator, &limit, &rail.scope, scenario, stop];
        let words: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
        format!("{} ({})", words.join(" "), rail.allowed)
    };
    inputs.guardrails.iter().map(row).collect()
}
