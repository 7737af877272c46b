//! `Inputs`: every value of the baseline, where it comes from and how well founded it is; and what is uncertain.

use crate::inputs::uncertain::Argument;
use crate::inputs::{Inputs, LawInput, Target};
use crate::report::{Block, Cell, Column, Format, Page, Table};
use crate::say;
use crate::schema::place::{canonical, find_drawn};
use crate::schema::{self, Basis, Value};

/// The page.
pub fn page(inputs: &Inputs) -> Page {
    let programme = &inputs.programme;
    let mut rows = Vec::new();
    for parameter in schema::settings::SETTINGS.parameters.iter().chain(schema::parameters()) {
        let target = Target::Parameter(parameter.key);
        let value = (parameter.get)(programme);
        rows.push(row(inputs, &target, parameter.key.to_owned(), parameter.label.en, &value, parameter.unit.en));
    }
    let mut blocks = vec![Block::Table(table("inputs", rows))];
    for table_of in schema::TABLES {
        let mut rows = Vec::new();
        for at in 0..(table_of.len)(programme) {
            let name = (table_of.columns[0].get)(programme, at).shown();
            for column in &table_of.columns[1..] {
                let target = Target::Cell(table_of.sheet.en, at, column.key);
                let key = format!("{}[{name}].{}", table_of.sheet.en, column.key);
                rows.push(row(inputs, &target, key, column.label.en, &(column.get)(programme, at), column.unit.en));
            }
        }
        if !rows.is_empty() {
            blocks.push(Block::Heading(table_of.sheet.en.to_owned()));
            blocks.push(Block::Table(table(&id(table_of.sheet.en), rows)));
        }
    }
    blocks.extend(uncertain(inputs));
    if !inputs.unread.is_empty() {
        blocks.push(Block::Text(format!(
            "Sheets of the workbook that are not the program's and were not read: {}.",
            inputs.unread.join(", ")
        )));
    }
    Page {
        name: say!("Inputs"),
        title: "What the baseline assumes".to_owned(),
        subtitle: "Every value with the cell it came from; a default is the program's own, documented in its reference"
            .to_owned(),
        one_page: false,
        blocks,
    }
}

fn id(sheet: &str) -> String {
    format!("inputs_{}", sheet.to_lowercase().replace(' ', "_"))
}

fn row(inputs: &Inputs, target: &Target, key: String, label: &str, value: &Value, unit: &str) -> Vec<Cell> {
    let origin = inputs.origins.get(target);
    let cell = origin.and_then(|origin| origin.cell.as_ref());
    vec![
        Cell::text(key),
        Cell::text(label),
        figure(value),
        Cell::text(unit),
        cell.map_or_else(|| Cell::text("default"), |cell| Cell::text(cell.to_string())),
        Cell::text(origin.and_then(|origin| origin.basis).map_or("", |basis| basis.word())),
        Cell::text(origin.map_or("", |origin| origin.source.as_str())),
    ]
}

fn figure(value: &Value) -> Cell {
    let format = match value {
        Value::Money(_) => Format::Cents,
        Value::Rate(_) => Format::Percent,
        _ => Format::Plain,
    };
    value.as_number().map_or_else(|| Cell::text(value.shown()), |number| Cell::Figure(number, format))
}

/// What is uncertain, as the workbook says it; nothing where all is fixed.
fn uncertain(inputs: &Inputs) -> Vec<Block> {
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for input in &inputs.uncertain {
        rows.push(uncertain_row(inputs, None, &input.target, &input.law, (input.basis, &input.source)));
    }
    for scenario in &inputs.scenarios {
        for edit in &scenario.edits {
            let row = |law| uncertain_row(inputs, Some(&scenario.name), &edit.target, law, (None, &edit.why));
            rows.extend(edit.law.as_ref().map(row));
        }
    }
    if rows.is_empty() {
        return Vec::new();
    }
    let columns = vec![
        Column::new("Input", Format::Plain, 34),
        Column::new("Distribution", Format::Plain, 38),
        Column::new("Low", Format::Plain, 14)
            .note("An end of the distribution, or a percentile; see docs/reference.md."),
        Column::new("Mode", Format::Plain, 18).note("Blank: the entered value, where the distribution has a mode."),
        Column::new("High", Format::Plain, 18).note("As Low."),
        Column::new("Basis", Format::Plain, 12).note("fact, derived or assumption."),
        Column::new("Source", Format::Plain, 44),
        Column::new("Cell", Format::Plain, 18).note("Where the distribution stands in the input workbook."),
    ];
    let table = Table { id: "inputs_uncertain".to_owned(), columns, rows, totals: None };
    vec![Block::Heading("Uncertain".to_owned()), Block::Table(table)]
}

fn uncertain_row(
    inputs: &Inputs,
    scenario: Option<&str>,
    target: &str,
    law: &LawInput,
    (basis, source): (Option<Basis>, &str),
) -> Vec<Cell> {
    let places = find_drawn(target, &inputs.programme).unwrap_or_default();
    let name = canonical(target, &places).unwrap_or_else(|| target.to_owned());
    let argument = |argument: &Argument| {
        let cell = argument.cell.as_ref();
        let reading = cell.zip(places.first()).and_then(|(cell, place)| place.kind().read(cell).ok());
        reading.map_or_else(|| Cell::text(""), |reading| figure(&reading.value))
    };
    vec![
        Cell::text(scenario.map_or_else(|| name.clone(), |scenario| format!("{scenario}: {name}"))),
        Cell::text(law.words.clone()),
        argument(&law.low),
        argument(&law.mode),
        argument(&law.high),
        Cell::text(basis.map_or("", Basis::word)),
        Cell::text(source),
        Cell::text(law.at.to_string()),
    ]
}

fn table(id: &str, rows: Vec<Vec<Cell>>) -> Table {
    Table {
        id: id.to_owned(),
        columns: vec![
            Column::new("Key", Format::Plain, 34),
            Column::new("Name", Format::Plain, 38),
            Column::new("Value", Format::Plain, 14),
            Column::new("Unit", Format::Plain, 18),
            Column::new("Cell", Format::Plain, 18).note("Where the value stands in the input workbook."),
            Column::new("Basis", Format::Plain, 12).note("fact, derived or assumption."),
            Column::new("Source", Format::Plain, 44),
        ],
        rows,
        totals: None,
    }
}
