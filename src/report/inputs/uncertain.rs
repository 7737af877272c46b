//! What is uncertain, what goes together, and what the optimiser may turn, as the workbook says it.

use super::{basis_column, figure, source_column};
use crate::inputs::uncertain::Argument;
use crate::inputs::{CORRELATIONS, Inputs, LEVERS, LawInput, Lever};
use crate::report::{Block, Cell, Column, Format, Table};
use crate::say;
use crate::schema::place::{canonical, find_drawn, said};
use crate::schema::{Basis, Place, Value};

/// What is uncertain, as the workbook says it; nothing where all is fixed.
pub(super) fn uncertain(inputs: &Inputs) -> Vec<Block> {
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
        basis_column(),
        source_column(),
        Column::new(say!("Cell"), Format::Plain, 18).note(say!("Where the distribution stands in the input workbook.")),
    ];
    let table = Table { id: "inputs_uncertain".to_owned(), columns, rows, totals: None };
    vec![Block::Heading(say!("Uncertain")), Block::Table(table)]
}

/// The rank correlations that are wanted; nothing where none is.
pub(super) fn correlations(inputs: &Inputs) -> Vec<Block> {
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
pub(super) fn levers(inputs: &Inputs) -> Vec<Block> {
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
        Cell::text(super::basis(basis)),
        Cell::text(source),
        Cell::text(law.at.to_string()),
    ]
}
