//! Which inputs of two runs differ, as changes that can be made one at a time.

use super::change::{Change, Line, Part, cell};
use super::{Side, laws, scenarios, tables};
use crate::inputs::{Inputs, Target};
use crate::say;
use crate::schema::{GROUPS, Parameter, parameters, settings};

/// The most changes that are played one at a time; with more of them those of one table, group of parameters or scenario
/// are made together.
const MOST_ALONE: usize = 40;

/// Settings in whose place the run's own facts are told: options may say otherwise.
const TOLD_WITH_RUN: [&str; 2] = ["settings.seed", "settings.trials"];

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
        from: parameter.kind.shown(before),
        to: parameter.kind.shown(after),
        cells: [from, to].map(|inputs| cell(inputs, &Target::Parameter(parameter.key))),
    };
    // No figure depends on the language.
    let part = if parameter.key == settings::LANGUAGE { Part::Idle } else { Part::Parameter(parameter) };
    let is_member = |member: &Parameter| member.key == parameter.key;
    let group = GROUPS.iter().find(|group| group.parameters.iter().any(is_member));
    let family = group.map_or(settings::SETTINGS.title, |group| group.title).said();
    Some(Change::new(parameter.key.to_owned(), family, part, vec![line]))
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
