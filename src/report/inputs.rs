//! `Inputs`: every value of the baseline, where it comes from, how well founded it is and which scenarios edit it; and
//! what is uncertain.

use std::collections::BTreeMap;

use crate::inputs::{Inputs, Target};
use crate::report::words::list;
use crate::report::{Block, Cell, Column, Format, Page, Table};
use crate::say;
use crate::schema::partners::is_list;
use crate::schema::place::{find, said};
use crate::schema::{self, Basis, Kind, Value};

mod names;
mod partners;
mod uncertain;

pub use names::names;

/// Place of the column with the values.
const VALUE: usize = 2;

/// The page.
pub fn page(inputs: &Inputs) -> Page {
    let programme = &inputs.programme;
    let edited = edited(inputs);
    let mut rows = Vec::new();
    for parameter in schema::settings::SETTINGS.parameters.iter().chain(schema::parameters()) {
        let target = Target::Parameter(parameter.key);
        let value = (parameter.get)(programme);
        let words = [parameter.label.said(), parameter.unit.said()];
        rows.push(row(inputs, &target, parameter.key.to_owned(), words, (&parameter.kind, &value), &edited));
    }
    let mut blocks = vec![Block::Table(table("inputs", rows))];
    for table_of in schema::TABLES.iter().filter(|table| (table.len)(programme) > 0) {
        blocks.push(Block::Heading(table_of.sheet.said().to_owned()));
        match is_list(table_of) {
            true => blocks.extend(partners::blocks(inputs)),
            false => blocks.push(Block::Table(table(&id(table_of.sheet.en), cells(inputs, table_of, &edited)))),
        }
    }
    blocks.extend(uncertain::uncertain(inputs));
    blocks.extend(uncertain::correlations(inputs));
    blocks.extend(uncertain::levers(inputs));
    if !inputs.unread.is_empty() {
        blocks.push(Block::Text(say!(
            "Sheets of the workbook that are not the program's and were not read: {sheets}.",
            sheets = inputs.unread.join(", ")
        )));
    }
    Page {
        name: say!("Inputs"),
        title: say!("What the baseline assumes"),
        subtitle: say!(
            "Every value with the cell it came from; a default is the program's own, documented in its reference"
        ),
        one_page: false,
        blocks,
    }
}

fn id(sheet: &str) -> String {
    format!("inputs_{}", sheet.to_lowercase().replace(' ', "_"))
}

/// A row for every value of a table.
fn cells(inputs: &Inputs, table: &schema::Table, edited: &BTreeMap<String, Vec<&str>>) -> Vec<Vec<Cell>> {
    let programme = &inputs.programme;
    let mut rows = Vec::new();
    for at in 0..(table.len)(programme) {
        let name = (table.columns[0].get)(programme, at).shown();
        for column in &table.columns[1..] {
            let target = Target::Cell(table.sheet.en, at, column.key);
            let key = format!("{}[{name}].{}", table.sheet.en, column.key);
            let words = [column.label.said(), column.unit.said()];
            let value = (column.get)(programme, at);
            rows.push(row(inputs, &target, key, words, (&column.kind, &value), edited));
        }
    }
    rows
}

/// The scenarios that edit each place, by its name, in their order.
fn edited(inputs: &Inputs) -> BTreeMap<String, Vec<&str>> {
    let mut edited: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for scenario in &inputs.scenarios {
        for edit in &scenario.edits {
            for place in find(&edit.target, &inputs.programme).unwrap_or_default() {
                let names = edited.entry(place.name).or_default();
                if names.last() != Some(&&*scenario.name) {
                    names.push(&scenario.name);
                }
            }
        }
    }
    edited
}

fn row(
    inputs: &Inputs,
    target: &Target,
    key: String,
    [label, unit]: [&str; 2],
    (kind, value): (&Kind, &Value),
    edited: &BTreeMap<String, Vec<&str>>,
) -> Vec<Cell> {
    let origin = inputs.origins.get(target);
    let cell = origin.and_then(|origin| origin.cell.as_ref());
    let by = edited.get(&key).map_or_else(String::new, |names| list(names));
    vec![
        Cell::text(said(&key)),
        Cell::text(label),
        figure(kind, value),
        Cell::text(unit),
        Cell::text(cell.map_or_else(|| say!("default"), ToString::to_string)),
        Cell::text(basis(origin.and_then(|origin| origin.basis))),
        Cell::text(origin.map_or("", |origin| origin.source.as_str())),
        Cell::text(by),
    ]
}

/// The word for a basis, in the language that is spoken.
fn basis(of: Option<Basis>) -> &'static str {
    of.map_or("", |of| of.label().said())
}

fn figure(kind: &Kind, value: &Value) -> Cell {
    let format = match value {
        Value::Money(_) => Format::Cents,
        Value::Rate(_) => Format::Percent,
        _ => Format::Plain,
    };
    value.as_number().map_or_else(|| Cell::text(kind.shown(value)), |number| Cell::Figure(number, format))
}

fn table(id: &str, rows: Vec<Vec<Cell>>) -> Table {
    Table {
        id: id.to_owned(),
        columns: vec![
            Column::new(say!("Key"), Format::Plain, 34),
            Column::new(say!("Name"), Format::Plain, 38),
            Column::new(say!("Value"), Format::Plain, 14),
            Column::new(say!("Unit"), Format::Plain, 18),
            cell_column(),
            basis_column(),
            source_column(),
            Column::new(say!("Edited by"), Format::Plain, 26).note(say!(
                "The scenarios whose own edits change it; the sheet {sheet} says how.",
                sheet = say!("Scenarios")
            )),
        ],
        rows,
        totals: None,
    }
}

fn cell_column() -> Column {
    Column::new(say!("Cell"), Format::Plain, 18).note(say!("Where the value stands in the input workbook."))
}

fn basis_column() -> Column {
    Column::new(say!("Basis"), Format::Plain, 12).note(say!("fact, derived or assumption."))
}

fn source_column() -> Column {
    Column::new(say!("Source"), Format::Plain, 44)
}
