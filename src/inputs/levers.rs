//! The sheet `Levers`: a row a value that the optimiser may turn, with its range and its steps.

use super::heading::{Columns, Heading};
use super::{located, settle};
use crate::diagnostic::{CellRef, Diagnostic, Diagnostics};
use crate::programme::Programme;
use crate::say;
use crate::schema::kind::described;
use crate::schema::value::text;
use crate::schema::{Kind, Place, Value, place};
use crate::sheet::{Cell, Row, Sheet};

mod grid;

use grid::{grid, step_kind};

/// A value that the optimiser may turn.
#[derive(Debug, Clone, PartialEq)]
pub struct Lever {
    /// The key or table cell as the workbook names it.
    pub target: String,
    /// The places that it sets, at least one, all to the same value.
    pub places: Vec<Place>,
    /// The values it may take, at least two; numbers rise.
    pub values: Vec<Value>,
    /// The cell that names it.
    pub at: CellRef,
}

impl Lever {
    /// The range from the lowest to the highest value in natural units (currency units, fractions); `None` for what is no
    /// number.
    pub fn range(&self) -> Option<(f64, f64)> {
        Some((self.values.first()?.as_number()?, self.values.last()?.as_number()?))
    }

    /// A value of its kind as it is written in the language that is spoken.
    pub fn shown(&self, value: &Value) -> String {
        self.places.first().map_or_else(|| value.shown(), |place| place.kind().shown(value))
    }

    /// Puts a value of its kind at all its places.
    pub fn set(&self, programme: &mut Programme, value: &Value) {
        self.places.iter().for_each(|place| place.set(programme, value.clone()));
    }
}

/// The columns, in the order of the template.
pub const HEADINGS: &[Heading] = &[
    Heading { key: "Key", label: text("Key", "Clé") },
    Heading { key: "Min", label: text("Min", "Minimum") },
    Heading { key: "Max", label: text("Max", "Maximum") },
    Heading { key: "Step", label: text("Step", "Pas") },
];

/// The most levers of a workbook.
pub const MOST_LEVERS: usize = 20;
/// The most values of a lever.
pub const MOST_VALUES: usize = 1_000;

/// Reads the levers of a baseline.
pub fn read(sheet: &Sheet, baseline: &Programme, found: &mut Diagnostics) -> Vec<Lever> {
    let mut levers: Vec<Lever> = Vec::new();
    let Some(columns) = Columns::find(sheet, HEADINGS, found) else { return levers };
    for row in sheet.rows.iter().filter(|row| row.number > columns.row) {
        let at = |place| sheet.cell(row.number, columns.place(place).unwrap_or(0));
        if (0..HEADINGS.len()).all(|place| columns.cell(row, place).is_none()) {
            continue;
        }
        let Some((target, places)) = target(columns.cell(row, 0), &at(0), baseline, found) else { continue };
        let taken = levers.iter().find(|other| other.places.iter().any(|place| places.contains(place)));
        if let Some(taken) = taken {
            found.push(
                Diagnostic::error(
                    "duplicate-lever",
                    say!("{target} is turned by the lever in {cell} already", target, cell = taken.at),
                )
                .at(&at(0))
                .hint(say!("remove one of the rows")),
            );
            continue;
        }
        if levers.len() == MOST_LEVERS {
            found.push(
                Diagnostic::error("too-many-levers", say!("a workbook has at most {most} levers", most = MOST_LEVERS))
                    .at(&at(0))
                    .hint(say!("keep those that matter; the sensitivity tells them")),
            );
            return levers;
        }
        if let Some(values) = values(places[0].kind(), &target, &columns, row, &at, found) {
            levers.push(Lever { target, places, values, at: at(0) });
        }
    }
    levers
}

/// What a row's key names.
fn target(
    cell: Option<&Cell>,
    at: &CellRef,
    baseline: &Programme,
    found: &mut Diagnostics,
) -> Option<(String, Vec<Place>)> {
    let name = match cell {
        Some(Cell::Text(name)) => name.trim().to_owned(),
        other => {
            let is = other.map_or_else(|| say!("a blank key"), described);
            found.push(
                Diagnostic::error("unknown-target", say!("{words} names nothing that can be edited", words = is))
                    .at(at)
                    .hint(say!(
                        "write a key such as quotation.support, or a table cell such as Levels[Gold].base_discount"
                    )),
            );
            return None;
        }
    };
    match place::find(&name, baseline) {
        Ok(places) => Some((name, places)),
        Err((message, hint)) => {
            found.push(Diagnostic { hint, ..Diagnostic::error("unknown-target", message).at(at) });
            None
        }
    }
}

/// The values that a row allows; `None` if it is refused, which is told.
fn values(
    kind: &Kind,
    target: &str,
    columns: &Columns,
    row: &Row,
    at: &dyn Fn(usize) -> CellRef,
    found: &mut Diagnostics,
) -> Option<Vec<Value>> {
    let listed = match kind {
        Kind::YesNo => Some(vec![Value::YesNo(false), Value::YesNo(true)]),
        Kind::Choice(choices) => Some(choices.iter().map(|choice| Value::Choice(choice.key)).collect()),
        Kind::Money { .. } | Kind::Rate { .. } | Kind::Count { .. } | Kind::Number { .. } => None,
        Kind::Identifier { .. } | Kind::Level | Kind::Track | Kind::Name | Kind::Currency | Kind::Date => {
            let message =
                say!("{target} is {allowed}, which the optimiser cannot turn", target, allowed = kind.allowed());
            let hint = say!("take a number, a yes or no, or a choice");
            found.push(Diagnostic::error("not-a-lever", message).at(&at(0)).hint(hint));
            return None;
        }
    };
    if let Some(listed) = listed {
        if let Some(filled) = (1..=3).find(|place| columns.cell(row, *place).is_some()) {
            let message = say!(
                "{target} takes {words}: it has no {heading}",
                target,
                words = kind.allowed(),
                heading = HEADINGS[filled].said()
            );
            let hint = say!("leave Min, Max and Step blank: every value is tried");
            found.push(Diagnostic::error("lever-choice", message).at(&at(filled)).hint(hint));
            return None;
        }
        return Some(listed);
    }
    let mut read = |place: usize, kind: &Kind| {
        let heading = HEADINGS[place].said();
        match columns.cell(row, place) {
            Some(cell) => settle(kind.read(cell), &say!("{heading} of {target}", heading, target), &at(place), found),
            None => {
                found.push(
                    Diagnostic::error(
                        "missing-value",
                        say!("{name} must be filled in", name = say!("{heading} of {target}", heading, target)),
                    )
                    .at(&at(place))
                    .hint(say!("a lever goes from Min to Max in steps of Step")),
                );
                None
            }
        }
    };
    let (low, high) = (read(1, kind), read(2, kind));
    let (low, high) = (low?, high?);
    let Some(steps) = step_kind(&low, &high) else {
        let message = say!(
            "{target}: Max must be above Min, found {low} and {high}",
            target,
            low = low.shown(),
            high = high.shown()
        );
        found.push(Diagnostic::error("lever-range", message).at(&at(2)).hint(say!("exchange them, or remove the row")));
        return None;
    };
    let step = read(3, &steps)?;
    match grid(&low, &high, &step) {
        Some(values) => Some(values),
        None => {
            let refusal = crate::schema::kind::Refusal {
                id: "lever-steps",
                message: say!(
                    "takes more than {most} values in steps of {step}",
                    most = Value::Count(MOST_VALUES as i64).shown(),
                    step = step.shown()
                ),
                hint: Some(say!("take a wider step: a second run can go finer around the best setting")),
            };
            found.push(located(refusal, target, &at(3)));
            None
        }
    }
}
