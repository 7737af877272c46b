//! From the cells of a workbook to a baseline and its scenarios' edits, every problem located.
//!
//! Sheets are found by name and columns by heading, in English or French; what is nearly a known name is a slip and
//! refused with a suggestion; what is not known at all is left alone. Values may also stand anywhere, under names that
//! the workbook defines ([`names`]).

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use crate::diagnostic::{CellRef, Diagnostic, Diagnostics};
use crate::programme::Programme;
use crate::say;
use crate::schema::kind::{Reading, Refusal};
use crate::schema::{self, Basis, Table};
use crate::sheet::{Cell, Grid};

pub mod basis;
pub mod correlations;
pub mod guardrails;
pub mod heading;
mod language;
pub mod levers;
pub mod names;
mod observations;
pub mod parameters;
pub mod scenarios;
mod sheets;
mod tables;
pub mod uncertain;

pub use correlations::CorrelationsInput;
pub use guardrails::GuardrailInput;
pub use language::language;
pub use levers::Lever;
pub use names::Bound;
pub use scenarios::{EditInput, ScenarioInput};
use sheets::Sheets;
pub use sheets::{CORRELATIONS, GUARDRAILS, GUIDE, LEVERS, PARAMETERS, SCENARIOS, SETTINGS, UNCERTAIN_CELLS};
pub(crate) use sheets::{is_called, sheet_names};
pub use uncertain::{LawInput, UncertainInput};

/// What a workbook says: read and of the right kind, not yet checked as a whole.
#[derive(Debug, Clone, PartialEq)]
pub struct Inputs {
    /// The baseline: defaults, overlaid with what the workbook says.
    pub programme: Programme,
    /// Where each value of the baseline comes from.
    pub origins: BTreeMap<Target, Origin>,
    /// The values that stand under names which the workbook defines.
    pub bound: Vec<Bound>,
    /// The scenarios in their order.
    pub scenarios: Vec<ScenarioInput>,
    /// What of the baseline is uncertain, in the order of the workbook.
    pub uncertain: Vec<UncertainInput>,
    /// The rank correlations that are wanted.
    pub correlations: Option<CorrelationsInput>,
    /// What the optimiser may turn.
    pub levers: Vec<Lever>,
    /// The limits that scenarios must keep.
    pub guardrails: Vec<GuardrailInput>,
    /// Sheets that are none of the program's.
    pub unread: Vec<Arc<str>>,
}

impl Inputs {
    /// A baseline alone: no scenario, and nothing uncertain.
    pub fn new(programme: Programme) -> Inputs {
        Inputs {
            programme,
            origins: BTreeMap::new(),
            bound: Vec::new(),
            scenarios: Vec::new(),
            uncertain: Vec::new(),
            correlations: None,
            levers: Vec::new(),
            guardrails: Vec::new(),
            unread: Vec::new(),
        }
    }
}

/// One value of a programme: a parameter or a table cell.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target {
    /// The parameter with this key.
    Parameter(&'static str),
    /// A cell of a table, by sheet, row and column key.
    Cell(&'static str, usize, &'static str),
}

/// Where a value comes from.
#[derive(Debug, Clone, PartialEq)]
pub struct Origin {
    /// The cell; `None` for a default.
    pub cell: Option<CellRef>,
    /// How well founded it is, if that is said.
    pub basis: Option<Basis>,
    /// Its source, if that is said.
    pub source: String,
}

impl Target {
    /// What a problem of the value is told of, in the language that is spoken: the key, or sheet and column.
    pub fn subject(&self) -> String {
        match self {
            Target::Parameter(key) => (*key).to_owned(),
            Target::Cell(sheet, _, column) => {
                let table = schema::TABLES.iter().find(|table| table.sheet.en == *sheet);
                let sheet = table.map_or(*sheet, |table| table.sheet.said());
                format!("{sheet}.{column}")
            }
        }
    }
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Target::Parameter(key) => f.write_str(key),
            Target::Cell(sheet, row, column) => write!(f, "{sheet}[{}].{column}", row + 1),
        }
    }
}

/// Reads a workbook; problems and remarks are added to `found`.
pub fn read(grid: &Grid, found: &mut Diagnostics) -> Inputs {
    let mut inputs = Inputs::new(schema::defaults());
    let sheets = Sheets::find(grid, &mut inputs.unread, found);
    if let Some(sheet) = sheets.get(SETTINGS) {
        let known: Vec<_> = schema::settings::SETTINGS.parameters.iter().collect();
        parameters::read(grid, sheet, &known, &mut inputs, found);
    }
    if let Some(sheet) = sheets.get(PARAMETERS) {
        parameters::read(grid, sheet, &schema::parameters().collect::<Vec<_>>(), &mut inputs, found);
    }
    let any_partners = [&schema::partners::PARTNERS, &schema::partners::GROUPS].map(|t| sheets.get(t.sheet));
    for table in schema::TABLES {
        match sheets.get(table.sheet) {
            Some(sheet) => tables::read(table, sheet, &mut inputs, found),
            // Either of the two replaces the default population.
            None if is_population(table) && any_partners.iter().any(Option::is_some) => {
                (table.clear)(&mut inputs.programme);
            }
            None => {}
        }
    }
    names::read(grid, &mut inputs, found);
    if let Some(sheet) = sheets.get(SCENARIOS) {
        inputs.scenarios = scenarios::read(grid, sheet, &mut inputs, found);
    }
    if let Some(sheet) = sheets.get(UNCERTAIN_CELLS) {
        uncertain::read(grid, sheet, &mut inputs, found);
    }
    inputs.correlations = sheets.get(CORRELATIONS).and_then(|sheet| correlations::read(sheet, found));
    if let Some(sheet) = sheets.get(LEVERS) {
        inputs.levers = levers::read(sheet, &inputs.programme, found);
    }
    if let Some(sheet) = sheets.get(GUARDRAILS) {
        inputs.guardrails = guardrails::read(sheet, found);
    }
    if inputs.unread.len() == grid.sheets.len() && inputs.bound.is_empty() && !found.has_errors() {
        found.push(nothing_read());
    }
    defaults_origins(&mut inputs);
    inputs
}

/// That a workbook says nothing to the program: perhaps it is another file than was meant.
fn nothing_read() -> Diagnostic {
    Diagnostic::note("nothing-read", say!("no sheet and no name of the workbook gives a value: all are the defaults"))
        .hint(say!("partnersim template writes a workbook to start from"))
}

fn is_population(table: &Table) -> bool {
    [schema::partners::PARTNERS.sheet, schema::partners::GROUPS.sheet].contains(&table.sheet)
}

/// Every value that no cell gave is a documented default.
fn defaults_origins(inputs: &mut Inputs) {
    for parameter in schema::settings::SETTINGS.parameters.iter().chain(schema::parameters()) {
        inputs.origins.entry(Target::Parameter(parameter.key)).or_insert_with(|| Origin {
            cell: None,
            basis: Some(parameter.basis),
            source: parameter.source.said().to_owned(),
        });
    }
    for table in schema::TABLES {
        for row in 0..(table.len)(&inputs.programme) {
            for column in table.columns {
                inputs.origins.entry(Target::Cell(table.sheet.en, row, column.key)).or_insert_with(|| Origin {
                    cell: None,
                    basis: Some(table.basis.0),
                    source: table.basis.1.said().to_owned(),
                });
            }
        }
    }
}

/// A refusal at a cell; the subject stands before the message.
fn located(refusal: Refusal, subject: &str, cell: &CellRef) -> Diagnostic {
    let diagnostic = Diagnostic::error(refusal.id, format!("{subject} {}", refusal.message)).at(cell);
    match refusal.hint {
        Some(hint) => diagnostic.hint(hint),
        None => diagnostic,
    }
}

/// The value of a cell that was read, its remark told; `None` after a refusal, which is told too.
pub fn settle(
    reading: Result<Reading, Refusal>,
    subject: &str,
    cell: &CellRef,
    found: &mut Diagnostics,
) -> Option<schema::Value> {
    match reading {
        Ok(reading) => {
            if let Some(note) = reading.note {
                found.push(
                    Diagnostic::note("text-number", say!("{name}: {problem}", name = subject, problem = note)).at(cell),
                );
            }
            Some(reading.value)
        }
        Err(refusal) => {
            found.push(located(refusal, subject, cell));
            None
        }
    }
}

/// The words of a cell that is only carried, such as a source.
fn words(cell: Option<&Cell>) -> String {
    match cell {
        Some(Cell::Text(text)) => text.trim().to_owned(),
        Some(Cell::Number(number)) => number.to_string(),
        _ => String::new(),
    }
}
