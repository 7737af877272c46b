use super::*;
use crate::diagnostic::CellRef;
use crate::embedded::Extent;
use crate::inputs::EditInput;
use crate::programme::{Programme, Readings};
use crate::schema;
use crate::sheet::Cell;
use crate::units::{Money, Rate};

fn side(edits: &[(&str, &str, Cell)], change: impl Fn(&mut Programme)) -> Side {
    let mut inputs = Inputs::new(schema::defaults());
    inputs.programme.settings.readings = Readings::Static;
    change(&mut inputs.programme);
    let at = |row: usize| CellRef { sheet: "Scenarios".into(), row: row as u32, column: 2 };
    for (row, (scenario, target, set_to)) in edits.iter().enumerate() {
        if inputs.scenarios.last().is_none_or(|last| last.name != *scenario) {
            inputs.scenarios.push(ScenarioInput { name: (*scenario).to_owned(), at: at(row), edits: Vec::new() });
        }
        let edit = EditInput {
            target: (*target).to_owned(),
            target_at: at(row),
            set_to: set_to.clone(),
            at: at(row),
            why: String::new(),
            law: None,
        };
        inputs.scenarios.last_mut().expect("a scenario").edits.push(edit);
    }
    let options = Options {
        seed: 1,
        trials: 4,
        scenarios: Vec::new(),
        reading: None,
        extent: Extent::Whole,
        ledger: None,
        ledger_trial: None,
    };
    Side::new(inputs, &options)
}

fn names(changes: &[Change]) -> Vec<&str> {
    changes.iter().map(|change| change.name.as_str()).collect()
}

fn yes() -> Cell {
    Cell::Text("yes".into())
}

#[test]
fn a_scenario_that_names_a_target_twice_is_a_change_only_where_it_changed() {
    let include = |name: &str| ("All", "include", Cell::Text(name.into()));
    let parts = [("Open", "registration.installed_base", yes()), ("Less", "quotation.support", Cell::Number(0.06))];
    let all = |includes: [&str; 2]| side(&[&parts[..], &includes.map(include)].concat(), |_| {});
    let (a, b) = (all(["Open", "Less"]), all(["Less", "Open"]));
    assert_eq!(changes(&a, &a), []);
    assert_eq!(names(&changes(&a, &b)), ["scenario All"]);
}

#[test]
fn a_value_an_edit_and_the_seed_are_changes_of_their_own() {
    let a = side(
        &[("Open", "registration.installed_base", yes()), ("Open", "quotation.support", Cell::Number(0.1))],
        |_| {},
    );
    let mut b = side(
        &[("Open", "registration.installed_base", yes()), ("Open", "quotation.support", Cell::Text("+4 pt".into()))],
        |p| p.desk.reviewers += 1,
    );
    b.seed = 2;
    let found = changes(&a, &b);
    assert_eq!(names(&found), ["Seed used", "desk.reviewers", "Open: quotation.support"]);
    let line = &found[2].lines[0];
    assert_eq!((line.from.as_str(), line.to.as_str()), ("10 %", "+4 pt"));
    assert_eq!(changes(&a, &a), []);
    let alone = found[2].alone(&a, &b);
    assert_eq!(alone.inputs.programme, a.inputs.programme);
    assert_eq!(alone.inputs.scenarios[0].edits[1].set_to, Cell::Text("+4 pt".into()));
    // All changes made one after the other give the second side.
    let all = found.iter().fold(a.clone(), |mixed, change| change.alone(&mixed, &b));
    assert_eq!(changes(&all, &b), []);
}

#[test]
fn tables_with_other_rows_are_one_change_and_many_cells_of_a_column_too() {
    let a = side(&[], |_| {});
    let rows = side(&[], |p| drop(p.levels.pop()));
    let found = changes(&a, &rows);
    assert_eq!(names(&found), ["rows of Levels"]);
    assert_eq!((&*found[0].lines[0].place, &*found[0].lines[0].to), ("Levels[Platinum]", "removed"));
    assert_eq!(found[0].alone(&a, &rows).inputs.programme, rows.inputs.programme);
    let one = |p: &mut Programme| p.levels[2].threshold += Money::from_units(1);
    assert_eq!(names(&changes(&a, &side(&[], one))), ["Levels[Gold].threshold"]);
    let all = side(&[], |p| p.levels.iter_mut().for_each(|level| level.certifications += 1));
    let found = changes(&a, &all);
    assert_eq!((names(&found), found[0].lines.len()), (vec!["Levels[*].certifications"], 4));
}

#[test]
fn scenarios_of_one_side_only_are_told_and_not_played() {
    let open = ("Open", "registration.installed_base", yes());
    let a = side(std::slice::from_ref(&open), |_| {});
    let b = side(&[open.clone(), ("More", "quotation.support", Cell::Number(0.2))], |_| {});
    let found = changes(&a, &b);
    assert_eq!(names(&found), ["scenario More"]);
    assert_eq!((found[0].plays, &*found[0].lines[0].to), (false, "quotation.support = 20 %"));
    // Another order of the same edits may be another scenario: it is changed as a whole.
    let support = ("Open", "quotation.support", Cell::Number(0.1));
    let [there, back] = [vec![open.clone(), support.clone()], vec![support, open]].map(|edits| side(&edits, |_| {}));
    let found = changes(&there, &back);
    assert_eq!((names(&found), found[0].plays), (vec!["scenario Open"], true));
}

#[test]
fn more_changes_than_can_be_played_one_by_one_are_put_together_by_what_they_belong_to() {
    let a = side(&[], |_| {});
    // Every number a tenth smaller, where its range allows it.
    let b = side(&[], |programme| {
        for parameter in schema::parameters() {
            let smaller =
                (parameter.get)(programme).as_number().and_then(|number| parameter.kind.nearest(0.9 * number));
            if let Some(value) = smaller {
                (parameter.set)(programme, value);
            }
        }
    });
    let found = changes(&a, &b);
    let lines: usize = found.iter().map(|change| change.lines.len()).sum();
    assert!(lines > 40 && found.len() < 30, "{lines} values as {:?}", names(&found));
    let all = found.iter().fold(a, |mixed, change| change.alone(&mixed, &b));
    assert_eq!(all.inputs.programme, b.inputs.programme);
}

#[test]
fn what_one_change_does_is_the_whole_move() {
    let a = side(&[], |_| {});
    let b = side(&[], |p| p.quotation.support = Rate::per_mille(100));
    let [before, after] = [&a, &b].map(|side| Run::play(side, &|_| {}).expect("sound").expect("playable"));
    let moves = moves(&before, &after);
    let margin = moves.iter().find(|moved| moved.measure.id == "partner_front_margin").expect("a measure").clone();
    // The same draws: the move's error is far below that of the means.
    assert!(margin.is_beyond_chance() && margin.effects.change.value > 0.0 && margin.is_better());
    assert!(margin.effects.change.se < margin.effects.before.se);
    let changes = changes(&a, &b);
    let explained = explain(vec![margin], &changes, [&a, &b], [&before, &after], &|_| {}).expect("sound");
    assert_eq!(explained[0].alone, [Some(explained[0].moved.effects.change)]);
    assert_eq!((explained[0].interaction.value, explained[0].interaction.se), (0.0, 0.0));
}
