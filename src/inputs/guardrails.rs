//! The sheet `Guardrails`: a row a limit that scenarios must keep.

use super::heading::{Columns, Heading};
use super::{settle, words};
use crate::diagnostic::{CellRef, Diagnostic, Diagnostics};
use crate::say;
use crate::schema::Kind;
use crate::schema::kind::Choice;
use crate::schema::value::text;
use crate::sheet::{Cell, Sheet};

/// A guardrail as the workbook says it.
#[derive(Debug, Clone, PartialEq)]
pub struct GuardrailInput {
    /// The id of the measure.
    pub measure: String,
    /// What of its distribution is held against the limit: a key of [`STATISTICS`].
    pub statistic: &'static str,
    /// Whether of the difference with the baseline, and not of the value.
    pub of_difference: bool,
    /// How it stands to the limit: a key of [`OPERATORS`].
    pub operator: &'static str,
    /// The limit, to be read by the measure's unit.
    pub limit: Cell,
    /// The rows it holds for; empty for the total.
    pub scope: String,
    /// How many of these rows, or which share of them, may miss the limit.
    pub allowed: f64,
    /// The scenario it holds for; `None` for all of them.
    pub scenario: Option<String>,
    /// Whether `run` fails if it is missed.
    pub stop: bool,
    /// Why.
    pub why: String,
    /// Where its cells stand, in the order of [`HEADINGS`].
    pub at: Vec<CellRef>,
}

/// Places in [`HEADINGS`].
pub const MEASURE: usize = 0;
/// See [`MEASURE`].
pub const STATISTIC: usize = 1;
const OF: usize = 2;
const OPERATOR: usize = 3;
/// See [`MEASURE`].
pub const LIMIT: usize = 4;
/// See [`MEASURE`].
pub const SCOPE: usize = 5;
/// See [`MEASURE`].
pub const ALLOWED: usize = 6;
/// See [`MEASURE`].
pub const SCENARIO: usize = 7;
const STOP: usize = 8;
const WHY: usize = 9;

/// The columns, in the order of the template.
pub const HEADINGS: &[Heading] = &[
    Heading { key: "Measure", label: text("Measure", "Mesure") },
    Heading { key: "Statistic", label: text("Statistic", "Statistique") },
    Heading { key: "Of", label: text("Of", "De") },
    Heading { key: "Operator", label: text("Operator", "Opérateur") },
    Heading { key: "Limit", label: text("Limit", "Limite") },
    Heading { key: "Scope", label: text("Scope", "Périmètre") },
    Heading { key: "Allowed", label: text("Allowed", "Tolérés") },
    Heading { key: "Scenario", label: text("Scenario", "Scénario") },
    Heading { key: "Stop", label: text("Stop", "Bloquant") },
    Heading { key: "Why", label: text("Why", "Pourquoi") },
];

/// What of a measure is held against the limit, by key.
pub const STATISTICS: &[Choice] = &[
    Choice { key: "mean", label: text("mean", "moyenne") },
    Choice { key: "p05", label: text("5th percentile", "5e centile") },
    Choice { key: "p25", label: text("25th percentile", "25e centile") },
    Choice { key: "p50", label: text("median", "médiane") },
    Choice { key: "p75", label: text("75th percentile", "75e centile") },
    Choice { key: "p95", label: text("95th percentile", "95e centile") },
    Choice { key: "probability", label: text("probability of being better", "probabilité d'être meilleur") },
];

/// What the statistic is of, by key.
pub const OFS: &[Choice] = &[
    Choice { key: "value", label: text("the value", "valeur") },
    Choice { key: "difference", label: text("the difference with the baseline", "écart") },
];

/// How a statistic stands to its limit, by key.
pub const OPERATORS: &[Choice] = &[
    Choice { key: ">=", label: text("at least", "au moins") },
    Choice { key: "<=", label: text("at most", "au plus") },
    Choice { key: ">", label: text("more than", "plus de") },
    Choice { key: "<", label: text("less than", "moins de") },
];

/// The most guardrails of a workbook.
pub const MOST_GUARDRAILS: usize = 50;

/// Reads the guardrails.
pub fn read(sheet: &Sheet, found: &mut Diagnostics) -> Vec<GuardrailInput> {
    let mut guardrails: Vec<GuardrailInput> = Vec::new();
    let Some(columns) = Columns::find(sheet, HEADINGS, found) else { return guardrails };
    for row in sheet.rows.iter().filter(|row| row.number > columns.row) {
        if (0..HEADINGS.len()).all(|place| columns.cell(row, place).is_none()) {
            continue;
        }
        let at: Vec<CellRef> =
            (0..HEADINGS.len()).map(|place| sheet.cell(row.number, columns.place(place).unwrap_or(0))).collect();
        if guardrails.len() == MOST_GUARDRAILS {
            let message = say!("a workbook has at most {most} guardrails", most = MOST_GUARDRAILS);
            let hint = say!("keep those that would change the decision");
            found.push(Diagnostic::error("too-many-guardrails", message).at(&at[MEASURE]).hint(hint));
            return guardrails;
        }
        let mut choice = |place: usize, choices: &'static [Choice], blank: Option<&'static str>| match (
            columns.cell(row, place),
            blank,
        ) {
            (Some(cell), _) => {
                let subject = column(place);
                settle(Kind::Choice(choices).read(cell), &subject, &at[place], found).map(|value| value.choice())
            }
            (None, Some(blank)) => Some(blank),
            (None, None) => missing(place, &at, found),
        };
        let statistic = choice(STATISTIC, STATISTICS, Some("mean"));
        let of = choice(OF, OFS, Some("value"));
        let operator = choice(OPERATOR, OPERATORS, None);
        let measure = match columns.cell(row, MEASURE) {
            Some(cell) => Some(words(Some(cell))),
            None => missing(MEASURE, &at, found),
        };
        let limit = match columns.cell(row, LIMIT) {
            Some(cell) => Some(cell.clone()),
            None => missing(LIMIT, &at, found),
        };
        let stop = match columns.cell(row, STOP) {
            Some(cell) => settle(Kind::YesNo.read(cell), &column(STOP), &at[STOP], found).map(|value| value.yes()),
            None => Some(false),
        };
        let allowed = match columns.cell(row, ALLOWED) {
            Some(cell) => allowance(cell, &at[ALLOWED], found),
            None => Some(0.0),
        };
        let (Some(statistic), Some(of), Some(operator)) = (statistic, of, operator) else { continue };
        let (Some(measure), Some(limit), Some(stop), Some(allowed)) = (measure, limit, stop, allowed) else { continue };
        let scenario = words(columns.cell(row, SCENARIO));
        guardrails.push(GuardrailInput {
            measure,
            statistic,
            of_difference: of == "difference",
            operator,
            limit,
            scope: words(columns.cell(row, SCOPE)),
            allowed,
            scenario: (!scenario.is_empty()).then_some(scenario),
            stop,
            why: words(columns.cell(row, WHY)),
            at,
        });
    }
    guardrails
}

/// How many rows may miss the limit: a whole number, or a share below 1.
fn allowance(cell: &Cell, at: &CellRef, found: &mut Diagnostics) -> Option<f64> {
    const SHARE: Kind = Kind::Rate { min: crate::units::Rate::ZERO, max: crate::units::Rate::ONE };
    const NUMBER: Kind = Kind::Count { min: 0, max: 100_000 };
    let is_share = match cell {
        Cell::Number(number) => *number < 1.0,
        Cell::Text(text) => text.trim().ends_with('%'),
        _ => false,
    };
    let kind = if is_share { &SHARE } else { &NUMBER };
    settle(kind.read(cell), &column(ALLOWED), at, found)?.as_number()
}

/// A column, as messages name it.
fn column(place: usize) -> String {
    say!("the column {heading}", heading = HEADINGS[place].label.said())
}

fn missing<T>(place: usize, at: &[CellRef], found: &mut Diagnostics) -> Option<T> {
    found.push(
        Diagnostic::error("missing-value", say!("{name} must be filled in", name = HEADINGS[place].label.said()))
            .at(&at[place])
            .hint(say!(
                "a guardrail needs a measure, an operator and a limit, such as vendor_contribution, >= and 5,000,000"
            )),
    );
    None
}
