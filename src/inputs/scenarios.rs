//! The sheet `Scenarios`: a row an edit; a blank scenario continues the one above.

use super::heading::{self, Columns, Heading};
use super::uncertain::{self, DISTRIBUTION, HIGH, LOW, LawInput, MODE};
use super::{Inputs, words};
use crate::diagnostic::{CellRef, Diagnostic, Diagnostics};
use crate::say;
use crate::schema::Kind;
use crate::schema::kind::described;
use crate::schema::value::text;
use crate::schema::words::alike;
use crate::sheet::{Cell, Grid, Sheet};

/// A scenario as the workbook says it.
#[derive(Debug, Clone, PartialEq)]
pub struct ScenarioInput {
    /// Name.
    pub name: String,
    /// Where it stands.
    pub at: CellRef,
    /// Its rows.
    pub edits: Vec<EditInput>,
}

/// One row of a scenario.
#[derive(Debug, Clone, PartialEq)]
pub struct EditInput {
    /// What is edited: a key, a table cell, or `include`.
    pub target: String,
    /// Where that stands.
    pub target_at: CellRef,
    /// What it is set to.
    pub set_to: Cell,
    /// Where that stands.
    pub at: CellRef,
    /// Why.
    pub why: String,
    /// The distribution of what it is set to, if that is uncertain.
    pub law: Option<LawInput>,
}

/// The columns, in the order of the template.
pub const HEADINGS: &[Heading] = &[
    Heading { key: "Scenario", label: text("Scenario", "Scénario") },
    Heading { key: "Parameter", label: text("Parameter", "Paramètre") },
    Heading { key: "Set to", label: text("Set to", "Valeur") },
    Heading { key: "Why", label: text("Why", "Pourquoi") },
    DISTRIBUTION,
    LOW,
    MODE,
    HIGH,
];

const LAW: usize = 4;

/// The most scenarios a workbook can have.
const MOST_SCENARIOS: usize = 50;

/// Reads the scenarios.
pub fn read(grid: &Grid, sheet: &Sheet, inputs: &mut Inputs, found: &mut Diagnostics) -> Vec<ScenarioInput> {
    let mut scenarios: Vec<ScenarioInput> = Vec::new();
    let Some(columns) = Columns::find(sheet, HEADINGS, found) else { return scenarios };
    if let Some(missing) = [1, 2].into_iter().find(|place| columns.place(*place).is_none()) {
        let heading = HEADINGS[missing].said();
        found.push(
            Diagnostic::error("missing-heading", say!("no column is headed \"{heading}\"", heading))
                .at(&sheet.cell(columns.row, 0))
                .hint(say!("the headings of this sheet are {names}", names = heading::names(&HEADINGS[..LAW]))),
        );
        return scenarios;
    }
    let mut unread = false;
    for row in sheet.rows.iter().filter(|row| row.number > columns.row) {
        let at = |place| sheet.cell(row.number, columns.place(place).unwrap_or(0));
        let [name, target, set_to] = [0, 1, 2].map(|place| columns.cell(row, place));
        if name.is_none() && target.is_none() && set_to.is_none() {
            continue;
        }
        if let Some(name) = name {
            match Kind::Name.read(name) {
                Ok(reading) => {
                    unread = false;
                    start(reading.value.name(), at(0), &mut scenarios, found);
                }
                Err(refusal) => {
                    unread = true;
                    found.push(super::located(refusal, &say!("the scenario"), &at(0)));
                }
            }
        }
        // The edits of a scenario whose name could not be read belong to no other.
        if unread {
            continue;
        }
        let Some(scenario) = scenarios.last_mut() else {
            found.push(
                Diagnostic::error("missing-scenario", say!("the first edit belongs to no scenario"))
                    .at(&at(0))
                    .hint(say!("write the scenario's name in the column Scenario")),
            );
            continue;
        };
        let (Some(target), Some(set_to)) = (target, set_to) else {
            let place = if target.is_none() { 1 } else { 2 };
            let heading = HEADINGS[place].said();
            found.push(
                Diagnostic::error("incomplete-edit", say!("the edit has nothing in the column {heading}", heading))
                    .at(&at(place))
                    .hint(say!("an edit names what it sets and what it sets it to")),
            );
            continue;
        };
        let Cell::Text(target) = target else {
            found.push(
                Diagnostic::error(
                    "unknown-target",
                    say!("{words} names nothing that can be edited", words = described(target)),
                )
                .at(&at(1))
                .hint(say!(
                    "write a key such as quotation.support, or a table cell such as Levels[Gold].base_discount"
                )),
            );
            continue;
        };
        let law = uncertain::law(grid, sheet, row, (&columns, LAW), inputs, found);
        scenario.edits.push(EditInput {
            target: target.trim().to_owned(),
            target_at: at(1),
            set_to: set_to.clone(),
            at: at(2),
            why: words(columns.cell(row, 3)),
            law,
        });
    }
    scenarios
}

fn start(name: String, at: CellRef, scenarios: &mut Vec<ScenarioInput>, found: &mut Diagnostics) {
    // The same name in the row below goes on with the scenario.
    if scenarios.last().is_some_and(|last| last.name == name) {
        return;
    }
    if ["baseline", "reference"].iter().any(|own| alike(own, &name)) {
        found.push(
            Diagnostic::error("reserved-name", say!("a scenario cannot be called \"{name}\"", name))
                .at(&at)
                .hint(say!("the baseline is what the other sheets say; choose another name")),
        );
    }
    if let Some(other) = scenarios.iter().find(|scenario| alike(&scenario.name, &name)) {
        found.push(
            Diagnostic::error(
                "duplicate-scenario",
                say!("\"{name}\" is a scenario already, in {cell}", name, cell = other.at),
            )
            .at(&at)
            .hint(say!("put its edits together, or choose another name")),
        );
    }
    if scenarios.len() == MOST_SCENARIOS {
        found.push(
            Diagnostic::error(
                "too-many-scenarios",
                say!("a workbook has at most {most} scenarios", most = MOST_SCENARIOS),
            )
            .at(&at)
            .hint(say!("put some of them into another workbook")),
        );
    }
    scenarios.push(ScenarioInput { name, at, edits: Vec::new() });
}
