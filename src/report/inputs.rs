//! `Inputs`: every value of the baseline, where it comes from, how well founded it is and which scenarios edit it; and
//! what is uncertain.

use std::collections::BTreeMap;

use crate::inputs::uncertain::Argument;
use crate::inputs::{CORRELATIONS, Inputs, LEVERS, LawInput, Lever, Target};
use crate::report::words::list;
use crate::report::{Block, Cell, Column, Format, Page, Table};
use crate::say;
use crate::schema::place::{canonical, find, find_drawn, said};
use crate::schema::{self, Basis, Kind, Place, Value};

mod names;

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
    for table_of in schema::TABLES {
        let mut rows = Vec::new();
        for at in 0..(table_of.len)(programme) {
            let name = (table_of.columns[0].get)(programme, at).shown();
            for column in &table_of.columns[1..] {
                let target = Target::Cell(table_of.sheet.en, at, column.key);
                let key = format!("{}[{name}].{}", table_of.sheet.en, column.key);
                let words = [column.label.said(), column.unit.said()];
                let value = (column.get)(programme, at);
                rows.push(row(inputs, &target, key, words, (&column.kind, &value), &edited));
            }
        }
        if !rows.is_empty() {
            blocks.push(Block::Heading(table_of.sheet.said().to_owned()));
            blocks.push(Block::Table(table(&id(table_of.sheet.en), rows)));
        }
    }
    blocks.extend(uncertain(inputs));
    blocks.extend(correlations(inputs));
    blocks.extend(levers(inputs));
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
        Column::new(say!("Input"), Format::Plain, 34),
        Column::new(say!("Distribution"), Format::Plain, 38),
        Column::new(say!("Low"), Format::Plain, 14)
            .note(say!("An end of the distribution, or a percentile; see docs/reference.md.")),
        Column::new(say!("Mode"), Format::Plain, 18)
            .note(say!("Blank: the entered value, where the distribution has a mode.")),
        Column::new(say!("High"), Format::Plain, 18).note(say!("As Low.")),
        Column::new(say!("Basis"), Format::Plain, 12).note(say!("fact, derived or assumption.")),
        Column::new(say!("Source"), Format::Plain, 44),
        Column::new(say!("Cell"), Format::Plain, 18).note(say!("Where the distribution stands in the input workbook.")),
    ];
    let table = Table { id: "inputs_uncertain".to_owned(), columns, rows, totals: None };
    vec![Block::Heading(say!("Uncertain")), Block::Table(table)]
}

/// The rank correlations that are wanted; nothing where none is.
fn correlations(inputs: &Inputs) -> Vec<Block> {
    let Some(wanted) = inputs.correlations.as_ref().filter(|wanted| !wanted.given.is_empty()) else {
        return Vec::new();
    };
    let given = wanted.given.iter().filter_map(|(row, column, value, at)| {
        let (one, other) = (wanted.rows.get(*row)?, wanted.columns.get(*column)?);
        Some(vec![
            Cell::text(&*one.name),
            Cell::text(&*other.name),
            Cell::Figure(*value, Format::Hundredths),
            Cell::text(at.to_string()),
        ])
    });
    let columns = vec![
        Column::new(say!("Input"), Format::Plain, 34),
        Column::new(say!("With"), Format::Plain, 38),
        Column::new(say!("Correlation"), Format::Hundredths, 14).note(say!("Of the ranks, from -1 to 1.")),
        Column::new(say!("Cell"), Format::Plain, 18).note(say!("Where the value stands in the input workbook.")),
    ];
    let table = Table { id: "inputs_correlations".to_owned(), columns, rows: given.collect(), totals: None };
    vec![Block::Heading(CORRELATIONS.said().to_owned()), Block::Table(table)]
}

/// What the optimiser may turn; nothing where there is no lever.
fn levers(inputs: &Inputs) -> Vec<Block> {
    if inputs.levers.is_empty() {
        return Vec::new();
    }
    let row = |lever: &Lever| {
        let end = |value: Option<&Value>| Some(figure(lever.places.first()?.kind(), value?));
        let [low, high] = [lever.values.first(), lever.values.last()].map(|value| end(value).unwrap_or(Cell::Empty));
        let values = Cell::Number(lever.values.len() as f64);
        vec![Cell::text(&*lever.target), low, high, values, Cell::text(lever.at.to_string())]
    };
    let columns = vec![
        Column::new(say!("Key"), Format::Plain, 34),
        Column::new(say!("Lowest"), Format::Plain, 38),
        Column::new(say!("Highest"), Format::Plain, 14),
        Column::new(say!("Values"), Format::Count, 18).note(say!("How many values the lever may take.")),
        Column::new(say!("Cell"), Format::Plain, 18).note(say!("Where the value stands in the input workbook.")),
    ];
    let rows = inputs.levers.iter().map(row).collect();
    let table = Table { id: "inputs_levers".to_owned(), columns, rows, totals: None };
    vec![Block::Heading(LEVERS.said().to_owned()), Block::Table(table)]
}

fn uncertain_row(
    inputs: &Inputs,
    scenario: Option<&str>,
    target: &str,
    law: &LawInput,
    (basis, source): (Option<Basis>, &str),
) -> Vec<Cell> {
    let places = find_drawn(target, &inputs.programme).unwrap_or_default();
    let name = said(&canonical(target, &places).unwrap_or_else(|| target.to_owned()));
    let argument = |argument: &Argument| {
        let cell = argument.cell.as_ref();
        let read = |(cell, place): (_, &Place)| Some(figure(place.kind(), &place.kind().read(cell).ok()?.value));
        cell.zip(places.first()).and_then(read).unwrap_or_else(|| Cell::text(""))
    };
    vec![
        Cell::text(scenario.map_or_else(|| name.clone(), |scenario| format!("{scenario}: {name}"))),
        Cell::text(law.words.clone()),
        argument(&law.low),
        argument(&law.mode),
        argument(&law.high),
        Cell::text(self::basis(basis)),
        Cell::text(source),
        Cell::text(law.at.to_string()),
    ]
}

fn table(id: &str, rows: Vec<Vec<Cell>>) -> Table {
    Table {
        id: id.to_owned(),
        columns: vec![
            Column::new(say!("Key"), Format::Plain, 34),
            Column::new(say!("Name"), Format::Plain, 38),
            Column::new(say!("Value"), Format::Plain, 14),
            Column::new(say!("Unit"), Format::Plain, 18),
            Column::new(say!("Cell"), Format::Plain, 18).note(say!("Where the value stands in the input workbook.")),
            Column::new(say!("Basis"), Format::Plain, 12).note(say!("fact, derived or assumption.")),
            Column::new(say!("Source"), Format::Plain, 44),
            Column::new(say!("Edited by"), Format::Plain, 26).note(say!(
                "The scenarios whose own edits change it; the sheet {sheet} says how.",
                sheet = say!("Scenarios")
            )),
        ],
        rows,
        totals: None,
    }
}
