//! Which inputs of two runs differ, as changes that can be made one at a time.

use super::{Side, laws, scenarios, tables};
use crate::diagnostic::CellRef;
use crate::inputs::{Inputs, Target};
use crate::say;
use crate::schema::{Column, Parameter, Table, settings};
use crate::schema::{GROUPS, parameters};

/// The most changes that are played one at a time; with more of them those of one table, group of parameters or scenario
/// are made together.
const MOST_ALONE: usize = 40;

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
    family: String,
    parts: Vec<Part>,
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

/// Settings in whose place the run's own facts are told: options may say otherwise.
const TOLD_WITH_RUN: [&str; 2] = ["settings.seed", "settings.trials"];

impl Change {
    pub(super) fn new(name: String, family: &str, part: Part, lines: Vec<Line>) -> Change {
        let plays = part != Part::Idle;
        Change { name, lines, plays, family: family.to_owned(), parts: vec![part] }
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
            Part::Table(table) => tables::copy(table, &mut own.programme, &its.programme),
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

/// What differs between two sides, in the order of the workbook.
pub fn changes(from: &Side, to: &Side) -> Vec<Change> {
    let mut changes = Vec::new();
    let mut fact = |name: String, part, of: fn(&Side) -> String| {
        let (before, after) = (of(from), of(to));
        if before != after {
            let line = Line { place: name.clone(), label: String::new(), from: before, to: after, cells: [None, None] };
            changes.push(Change::new(name, "", part, vec![line]));
        }
    };
    fact(say!("Seed used"), Part::Seed, |side| side.seed.to_string());
    fact(say!("Trials, at most"), Part::Trials, |side| side.trials.to_string());
    for parameter in settings::SETTINGS.parameters.iter().chain(parameters()) {
        changes.extend(of_parameter(parameter, [&from.inputs, &to.inputs]));
    }
    changes.extend(tables::changes(&from.inputs, &to.inputs));
    changes.extend(scenarios::changes(from, to));
    changes.extend(laws::changes(&from.inputs, &to.inputs));
    if changes.iter().filter(|change| change.plays).count() > MOST_ALONE { by_family(changes) } else { changes }
}

fn of_parameter(parameter: &'static Parameter, [from, to]: [&Inputs; 2]) -> Option<Change> {
    if TOLD_WITH_RUN.contains(&parameter.key) {
        return None;
    }
    let values = [from, to].map(|inputs| (parameter.get)(&inputs.programme));
    let [before, after] = &values;
    if before == after {
        return None;
    }
    let line = Line {
        place: parameter.key.to_owned(),
        label: parameter.label.said().to_owned(),
        from: before.shown(),
        to: after.shown(),
        cells: [from, to].map(|inputs| cell(inputs, &Target::Parameter(parameter.key))),
    };
    // No figure depends on the language.
    let part = if parameter.key == settings::LANGUAGE { Part::Idle } else { Part::Parameter(parameter) };
    let is_member = |member: &Parameter| member.key == parameter.key;
    let group = GROUPS.iter().find(|group| group.parameters.iter().any(is_member));
    let family = group.map_or(settings::SETTINGS.title, |group| group.title).said();
    Some(Change::new(parameter.key.to_owned(), family, part, vec![line]))
}

/// The cell that gives a value, if one does.
pub(super) fn cell(inputs: &Inputs, target: &Target) -> Option<CellRef> {
    inputs.origins.get(target).and_then(|origin| origin.cell.clone())
}

/// Changes that belong together as one change, in the order of their first.
fn by_family(changes: Vec<Change>) -> Vec<Change> {
    let mut families: Vec<Change> = Vec::new();
    for change in changes {
        let is_kin = |kin: &&mut Change| change.plays && kin.plays && kin.family == change.family;
        match families.iter_mut().find(is_kin).filter(|_| !change.family.is_empty()) {
            Some(kin) => {
                kin.name.clone_from(&kin.family);
                kin.lines.extend(change.lines);
                kin.parts.extend(change.parts);
            }
            None => families.push(change),
        }
    }
    families
}
