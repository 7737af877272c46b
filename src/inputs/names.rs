//! Values that stand anywhere in a workbook, under names that it defines for their cells: `quotation_support` gives the
//! key `quotation.support`, `Levels_Gold_threshold` the cell `Levels[Gold].threshold`. So a company's own workbook can
//! be read as it is.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Inputs, Origin, Target, settle};
use crate::diagnostic::{CellRef, Diagnostic, Diagnostics};
use crate::say;
use crate::schema::Place;
use crate::sheet::{Cell, DefinedName, Grid};
use reference::{Broken, Lost, lost_together, refers_to};

mod known;
mod reference;

pub use known::Known;

/// Names that lost the same sheet are told one by one, up to so many.
const MOST_LOST: usize = 5;

/// A value that stands under a name.
#[derive(Debug, Clone, PartialEq)]
pub struct Bound {
    /// The name as the workbook spells it.
    pub name: String,
    /// The value that it gives.
    pub target: Target,
    /// The cell that it refers to.
    pub cell: CellRef,
    /// Whether a sheet of the program gives the value from the same cell, as in a template.
    pub also_by_sheet: bool,
}

/// Reads the values under the names of a workbook into the baseline; sheets and tables have been read.
pub fn read(grid: &Grid, inputs: &mut Inputs, found: &mut Diagnostics) {
    let meant = meant(grid, &Known::new(grid, &inputs.programme), found);
    let foreign = inputs.unread.clone();
    for (name, place, cell) in meant {
        bind(name, &place, cell, grid, &foreign, inputs, found);
    }
}

/// The names that stand for a value, with the value's place and the cell.
fn meant<'a>(grid: &'a Grid, known: &Known<'_>, found: &mut Diagnostics) -> Vec<(&'a DefinedName, Place, CellRef)> {
    let mut meant = Vec::new();
    let mut lost: BTreeMap<Lost, Vec<(&str, Diagnostic)>> = BTreeMap::new();
    for name in grid.names.iter().filter(|name| !name.local) {
        let places = known.places(&name.name);
        let [place] = &places[..] else {
            found.push(match places.first() {
                Some(first) => stands_for_several(name, first, &places),
                None => match known.slip(&name.name) {
                    Some(near) => unknown(name, near, grid),
                    None => continue,
                },
            });
            continue;
        };
        match refers_to(name, grid) {
            Ok(Some(cell)) => meant.push((name, place.clone(), cell)),
            Ok(None) => {}
            Err(Broken { lost: Some(of), told }) => lost.entry(of).or_default().push((&*name.name, *told)),
            Err(Broken { lost: None, told }) => found.push(*told),
        }
    }
    for (of, names) in lost {
        if names.len() > MOST_LOST {
            found.push(lost_together(&of, &names.iter().map(|(name, _)| *name).collect::<Vec<_>>()));
        } else {
            names.into_iter().for_each(|(_, told)| found.push(told));
        }
    }
    meant
}

fn unknown(name: &DefinedName, near: &str, grid: &Grid) -> Diagnostic {
    let message = say!("the name {name} is no key and no table cell", name = name.name);
    let error = Diagnostic::error("unknown-name", message)
        .hint(say!("did you mean {near}? Rename it, or give it a quite different name", near));
    match refers_to(name, grid) {
        Ok(Some(cell)) => error.at(&cell),
        _ => error,
    }
}

fn stands_for_several(name: &DefinedName, first: &Place, places: &[Place]) -> Diagnostic {
    let (first, other) = (first.said(), places.last().map_or_else(String::new, Place::said));
    let message = say!("the name {name} stands for {first} and for {other}", name = name.name, first, other);
    Diagnostic::error("bound-twice", message).hint(say!("rename one of the two rows"))
}

/// Puts the value under a name into the baseline.
fn bind(
    name: &DefinedName,
    place: &Place,
    cell: CellRef,
    grid: &Grid,
    foreign: &[Arc<str>],
    inputs: &mut Inputs,
    found: &mut Diagnostics,
) {
    let target = match (place.cell(), place.parameter()) {
        (Some((table, row, column)), _) => Target::Cell(table.sheet.en, row, column.key),
        (None, Some(parameter)) => Target::Parameter(parameter.key),
        (None, None) => return,
    };
    inputs.unread.retain(|sheet| *sheet != cell.sheet);
    let (spelt, of) = (name.name.clone(), target.clone());
    let bound = |cell: CellRef, also_by_sheet| Bound { name: spelt, target: of, cell, also_by_sheet };
    if let Some(first) = inputs.origins.get(&target).and_then(|origin| origin.cell.as_ref()) {
        if *first == cell {
            inputs.bound.push(bound(cell, true));
            return;
        }
        let message = say!(
            "{key} is given in {first} and by the name {name} in another cell",
            key = place.said(),
            first,
            name = name.name
        );
        let hint = say!("keep one of the two: delete the name, or empty the cell {first}", first);
        found.push(Diagnostic::error("bound-twice", message).at(&cell).hint(hint));
        return;
    }
    // A cell of the program's own sheets that could not be read has been told already.
    if !foreign.contains(&cell.sheet) && found.iter().any(|told| told.at.as_ref() == Some(&cell)) {
        return;
    }
    let Some(content) = content(grid, &cell) else {
        if foreign.contains(&cell.sheet) {
            let message = say!(
                "the name {name} refers to a blank cell: {key} takes its default",
                name = name.name,
                key = place.said()
            );
            found.push(Diagnostic::note("blank-name", message).at(&cell));
        }
        return;
    };
    let Some(value) = settle(place.kind().read(content), &place.said(), &cell, found) else { return };
    place.set(&mut inputs.programme, value);
    inputs.bound.push(bound(cell.clone(), false));
    let source = say!("by the name {name}", name = name.name);
    inputs.origins.insert(target, Origin { cell: Some(cell), basis: None, source });
}

/// What a cell holds; `None` if it is blank.
fn content<'a>(grid: &'a Grid, cell: &CellRef) -> Option<&'a Cell> {
    let sheet = grid.sheets.iter().find(|sheet| sheet.name == cell.sheet)?;
    let row = sheet.rows.binary_search_by_key(&cell.row, |row| row.number).ok()?;
    sheet.rows.get(row)?.get(cell.column)
}
