//! Which edits and scenarios differ.

use super::change::{Change, Line, Part};
use super::{Side, laws};
use crate::inputs::{EditInput, Inputs, ScenarioInput};
use crate::say;
use crate::schema::place::find;
use crate::sheet::Cell;

/// What differs in the scenarios: those of the first side in their order, then what is new.
pub(super) fn changes(from: &Side, to: &Side) -> Vec<Change> {
    let mut changes = Vec::new();
    for own in &from.inputs.scenarios {
        match to.scenario(&own.name) {
            Some(its) if own.edits.iter().map(edit).eq(its.edits.iter().map(edit)) => {}
            Some(its) if can_be_paired(own, its) => changes.extend(of_edits(own, its, [from, to])),
            Some(its) => changes.push(whole(&own.name, [Some(own), Some(its)], [from, to])),
            None => changes.push(whole(&own.name, [Some(own), None], [from, to])),
        }
    }
    let new = to.inputs.scenarios.iter().filter(|its| from.scenario(&its.name).is_none());
    changes.extend(new.map(|its| whole(&its.name, [None, Some(its)], [from, to])));
    changes
}

/// What an edit does, wherever it stands: to what, the value, and the distribution in words.
fn edit(edit: &EditInput) -> (&str, &Cell, Option<String>) {
    (&edit.target, &edit.set_to, edit.law.as_ref().map(laws::said))
}

/// Whether the edits of a scenario can be held against each other one by one: each target is named once, and those that
/// both name are named in the same order.
fn can_be_paired(own: &ScenarioInput, its: &ScenarioInput) -> bool {
    let targets = |scenario: &ScenarioInput| scenario.edits.iter().map(|edit| edit.target.clone()).collect::<Vec<_>>();
    let (own, its) = (targets(own), targets(its));
    let once = |list: &[String]| (1..list.len()).all(|at| !list[..at].contains(&list[at]));
    let shared = |list: &[String], other: &[String]| list.iter().filter(|it| other.contains(it)).cloned().collect();
    let (mine, theirs): (Vec<String>, Vec<String>) = (shared(&own, &its), shared(&its, &own));
    once(&own) && once(&its) && mine == theirs
}

fn of_edits(own: &ScenarioInput, its: &ScenarioInput, sides: [&Side; 2]) -> Vec<Change> {
    let find =
        |scenario: &ScenarioInput, target: &str| scenario.edits.iter().find(|edit| edit.target == target).cloned();
    let new = its.edits.iter().filter(|edit| find(own, &edit.target).is_none());
    let edits = own.edits.iter().chain(new).map(|edit| edit.target.clone());
    edits
        .filter_map(|target| {
            let both = [find(own, &target), find(its, &target)];
            if both[0].as_ref().map(edit) == both[1].as_ref().map(edit) {
                return None;
            }
            let line = edit_line(&own.name, &target, &both, sides);
            Some(Change::new(line.place.clone(), &own.name, Part::Edit(own.name.clone(), target), vec![line]))
        })
        .collect()
}

fn edit_line(scenario: &str, target: &str, edits: &[Option<EditInput>; 2], sides: [&Side; 2]) -> Line {
    let shown = |at: usize| edits[at].as_ref().map_or_else(String::new, |edit| set_to(edit, &sides[at].inputs));
    let places = sides.iter().find_map(|side| find(target, &side.inputs.programme).ok()).unwrap_or_default();
    Line {
        place: format!("{scenario}: {target}"),
        label: places.first().map_or_else(String::new, |place| place.label().said().to_owned()),
        from: shown(0),
        to: shown(1),
        cells: [0, 1].map(|at| edits[at].as_ref().map(|edit| edit.at.clone())),
    }
}

/// What an edit sets, as a person writes it.
fn set_to(edit: &EditInput, inputs: &Inputs) -> String {
    let kind = find(&edit.target, &inputs.programme).ok().and_then(|places| places.first().map(|place| place.kind()));
    let value = match (&edit.set_to, kind) {
        (Cell::Text(text), _) => text.trim().to_owned(),
        (cell, Some(kind)) => kind.read(cell).map_or_else(|_| laws::plain(cell), |reading| kind.shown(&reading.value)),
        (cell, None) => laws::plain(cell),
    };
    match &edit.law {
        Some(law) => format!("{value}, {}", laws::said(law)),
        None => value,
    }
}

/// A scenario that is new, gone, or changed in a way that only makes sense as a whole.
fn whole(name: &str, scenarios: [Option<&ScenarioInput>; 2], sides: [&Side; 2]) -> Change {
    let inside = |at: usize| -> String {
        let edits = scenarios[at].iter().flat_map(|scenario| &scenario.edits);
        let edits: Vec<String> =
            edits.map(|edit| format!("{} = {}", edit.target, set_to(edit, &sides[at].inputs))).collect();
        edits.join("; ")
    };
    let line = Line {
        place: name.to_owned(),
        label: say!("Scenario"),
        from: inside(0),
        to: inside(1),
        cells: scenarios.map(|scenario| scenario.map(|scenario| scenario.at.clone())),
    };
    // A scenario that only one side has moves nothing that both have, unless others include it.
    let played = scenarios.iter().all(Option::is_some) || sides.iter().any(|side| is_included(name, side));
    let part = if played { Part::Scenario(name.to_owned()) } else { Part::Idle };
    Change::new(say!("scenario {name}", name), name, part, vec![line])
}

fn is_included(name: &str, side: &Side) -> bool {
    let edits = side.inputs.scenarios.iter().flat_map(|scenario| &scenario.edits);
    edits.filter(|edit| edit.target == "include").any(|edit| laws::plain(&edit.set_to).trim() == name)
}
