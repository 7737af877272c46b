//! What can be made as in the second of two sides, one thing at a time.

use super::Side;
use crate::diagnostic::CellRef;
use crate::inputs::{Inputs, Target};
use crate::programme::Programme;
use crate::schema::{Column, Parameter, Table, place};

/// Something that can be made as in the second side, the rest as in the first.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// What it is called, in the words of the workbook where it has one.
    pub name: String,
    /// What differs, at least one.
    pub lines: Vec<Line>,
    /// Whether it can move any figure.
    pub plays: bool,
    /// What it is part of: its group of parameters, table or scenario.
    pub(super) family: String,
    pub(super) parts: Vec<Part>,
}

/// One value that differs.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// Its key or place in the workbook.
    pub place: String,
    /// What it is called.
    pub label: String,
    /// What it was; empty if it was not there.
    pub from: String,
    /// What it is; empty if it is not there any more.
    pub to: String,
    /// The cells that say so, where a cell does.
    pub cells: [Option<CellRef>; 2],
}

/// What is made as in the second side.
#[derive(Debug, Clone)]
pub(super) enum Part {
    Parameter(&'static Parameter),
    Cells(&'static Table, &'static Column, Vec<usize>),
    Table(&'static Table),
    Edit(String, String),
    Scenario(String),
    Law(String),
    Correlations,
    Seed,
    Trials,
    /// Nothing that is played.
    Idle,
}

impl PartialEq for Part {
    /// Parts are the same if they are called the same.
    fn eq(&self, other: &Part) -> bool {
        match (self, other) {
            (Part::Parameter(one), Part::Parameter(other)) => one.key == other.key,
            (Part::Cells(table, column, rows), Part::Cells(other, its, places)) => {
                table.sheet == other.sheet && column.key == its.key && rows == places
            }
            (Part::Table(one), Part::Table(other)) => one.sheet == other.sheet,
            (Part::Edit(one, edit), Part::Edit(other, its)) => one == other && edit == its,
            (Part::Scenario(one), Part::Scenario(other)) | (Part::Law(one), Part::Law(other)) => one == other,
            _ => std::mem::discriminant(self) == std::mem::discriminant(other),
        }
    }
}

impl Change {
    pub(super) fn new(name: String, family: &str, part: Part, lines: Vec<Line>) -> Change {
        let plays = part != Part::Idle;
        Change { name: place::said(&name), lines, plays, family: family.to_owned(), parts: vec![part] }
    }

    /// The first side with this change made as in the second.
    pub fn alone(&self, from: &Side, to: &Side) -> Side {
        let mut mixed = from.clone();
        for part in &self.parts {
            part.make(&mut mixed, to);
        }
        // Edits are told apart by where they stand; those of two workbooks may stand in the same place.
        let edits = mixed.inputs.scenarios.iter_mut();
        let places = edits.flat_map(|scenario| {
            std::iter::once(&mut scenario.at).chain(scenario.edits.iter_mut().map(|edit| &mut edit.at))
        });
        for (row, place) in (0..).zip(places) {
            *place = CellRef { sheet: "Scenarios".into(), row, column: 0 };
        }
        mixed
    }
}

impl Part {
    fn make(&self, mixed: &mut Side, to: &Side) {
        let (own, its) = (&mut mixed.inputs, &to.inputs);
        match self {
            Part::Parameter(parameter) => (parameter.set)(&mut own.programme, (parameter.get)(&its.programme)),
            Part::Cells(_, column, rows) => {
                rows.iter().for_each(|row| (column.set)(&mut own.programme, *row, (column.get)(&its.programme, *row)));
            }
            Part::Table(table) => copy(table, &mut own.programme, &its.programme),
            Part::Edit(scenario, target) => {
                let edit = to.scenario(scenario).and_then(|it| it.edits.iter().find(|edit| edit.target == *target));
                if let Some(mine) = own.scenarios.iter_mut().find(|mine| mine.name == *scenario) {
                    put(&mut mine.edits, |edit| edit.target == *target, edit);
                }
            }
            Part::Scenario(name) => put(&mut own.scenarios, |scenario| scenario.name == *name, to.scenario(name)),
            Part::Law(target) => {
                let law = its.uncertain.iter().find(|input| input.target == *target);
                put(&mut own.uncertain, |input| input.target == *target, law);
            }
            Part::Correlations => own.correlations = its.correlations.clone(),
            Part::Seed => mixed.seed = to.seed,
            Part::Trials => mixed.trials = to.trials,
            Part::Idle => {}
        }
    }
}

/// Puts a member in the place of its like, or at the end; without one its like goes.
fn put<T: Clone>(list: &mut Vec<T>, is_like: impl Fn(&T) -> bool, member: Option<&T>) {
    match (list.iter().position(is_like), member) {
        (Some(at), Some(member)) => list[at] = member.clone(),
        (None, Some(member)) => list.push(member.clone()),
        (Some(at), None) => drop(list.remove(at)),
        (None, None) => {}
    }
}

/// The cell that gives a value, if one does.
pub(super) fn cell(inputs: &Inputs, target: &Target) -> Option<CellRef> {
    inputs.origins.get(target).and_then(|origin| origin.cell.clone())
}

/// Makes a table as another programme has it.
fn copy(table: &Table, own: &mut Programme, its: &Programme) {
    (table.clear)(own);
    for row in 0..(table.len)(its) {
        (table.push)(own);
        for column in table.columns {
            (column.set)(own, row, (column.get)(its, row));
        }
    }
}
