//! What edits, uncertain cells and levers name: a key, or cells of a table such as `Levels[Gold].threshold` and
//! `Segments[*].rivals_mean`.

use super::kind::quoted;
use super::words::{alike, nearest};
use super::{Column, Kind, Parameter, TABLES, Table, Text, Value, parameter, parameters};
use crate::language::{Language, spoken};
use crate::programme::Programme;
use crate::say;

/// One value of a programme, by its name in the workbook.
#[derive(Debug, Clone)]
pub struct Place {
    /// Its full name, the same in every language: see [`said`].
    pub name: String,
    what: What,
}

#[derive(Debug, Clone)]
enum What {
    Parameter(&'static Parameter),
    Cell(&'static Table, usize, &'static Column),
}

impl PartialEq for Place {
    /// One name is one place.
    fn eq(&self, other: &Place) -> bool {
        self.name == other.name
    }
}

impl Place {
    /// The place of a parameter.
    pub fn of(parameter: &'static Parameter) -> Place {
        Place { name: parameter.key.to_owned(), what: What::Parameter(parameter) }
    }

    /// The place of a table's cell, by the number of its row in a programme.
    pub fn at(table: &'static Table, row: usize, column: &'static Column, programme: &Programme) -> Place {
        let name = (table.columns[0].get)(programme, row).shown();
        Place { name: format!("{}[{name}].{}", table.sheet.en, column.key), what: What::Cell(table, row, column) }
    }

    /// Its full name in the language that is spoken.
    pub fn said(&self) -> String {
        said(&self.name)
    }

    /// What it may hold.
    pub fn kind(&self) -> &'static Kind {
        match self.what {
            What::Parameter(parameter) => &parameter.kind,
            What::Cell(_, _, column) => &column.kind,
        }
    }

    /// What it is called.
    pub fn label(&self) -> Text {
        match self.what {
            What::Parameter(parameter) => parameter.label,
            What::Cell(_, _, column) => column.label,
        }
    }

    /// The unit, in words.
    pub fn unit(&self) -> Text {
        match self.what {
            What::Parameter(parameter) => parameter.unit,
            What::Cell(_, _, column) => column.unit,
        }
    }

    /// The sheet, row and column of a table's cell; `None` for a parameter.
    pub fn cell(&self) -> Option<(&'static Table, usize, &'static Column)> {
        match self.what {
            What::Parameter(_) => None,
            What::Cell(table, row, column) => Some((table, row, column)),
        }
    }

    /// The parameter; `None` for a table's cell.
    pub fn parameter(&self) -> Option<&'static Parameter> {
        match self.what {
            What::Parameter(parameter) => Some(parameter),
            What::Cell(..) => None,
        }
    }

    /// Its value.
    pub fn get(&self, programme: &Programme) -> Value {
        match self.what {
            What::Parameter(parameter) => (parameter.get)(programme),
            What::Cell(_, row, column) => (column.get)(programme, row),
        }
    }

    /// Puts a value of its kind.
    pub fn set(&self, programme: &mut Programme, value: Value) {
        match self.what {
            What::Parameter(parameter) => (parameter.set)(programme, value),
            What::Cell(_, row, column) => (column.set)(programme, row, value),
        }
    }
}

/// A message and perhaps a hint.
type Missed = (String, Option<String>);

fn meant(near: Option<&str>) -> Option<String> {
    near.map(|near| say!("did you mean {near}?", near))
}

/// What a target is named for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum For {
    /// A scenario's edit, which leaves the population as it is.
    Edit,
    /// A value that may be uncertain.
    Draw,
}

/// The values a target names in a programme, at least one; cells of the population are none of a scenario's.
///
/// # Errors
/// A message that says what of the target is unknown, and perhaps a hint.
pub fn find(target: &str, programme: &Programme) -> Result<Vec<Place>, Missed> {
    places(target, programme, For::Edit)
}

/// The same, cells of the population among them: what a target of `Uncertain cells` names.
///
/// # Errors
/// As [`find`].
pub fn find_drawn(target: &str, programme: &Programme) -> Result<Vec<Place>, Missed> {
    places(target, programme, For::Draw)
}

/// [`said_in`] the language that is spoken.
pub fn said(name: &str) -> String {
    said_in(spoken(), name)
}

/// A full name, perhaps with the scenario that sets it, in a language: its table as the sheet is called.
pub fn said_in(language: Language, name: &str) -> String {
    let table = |name: &str| {
        let (sheet, rest) = name.split_once('[')?;
        let table = TABLES.iter().find(|table| table.sheet.en == sheet)?;
        Some(format!("{}[{rest}", table.sheet.lang(language)))
    };
    let in_scenario = || {
        let (scenario, target) = name.split_once(": ")?;
        Some(format!("{scenario}: {}", table(target)?))
    };
    table(name).or_else(in_scenario).unwrap_or_else(|| name.to_owned())
}

/// The name of all that a target names: a key, a cell, or with `*` the cells of a column.
pub fn canonical(target: &str, places: &[Place]) -> Option<String> {
    let first = places.first()?;
    let all = target.split_once('[').is_some_and(|(_, rest)| rest.trim_start().starts_with('*'));
    Some(match first.cell() {
        Some((table, _, column)) if all => format!("{}[*].{}", table.sheet.en, column.key),
        _ => first.name.clone(),
    })
}

fn places(target: &str, programme: &Programme, wanted: For) -> Result<Vec<Place>, Missed> {
    if let Some((table, rest)) = target.split_once('[')
        && let Some((row, column)) = rest.split_once("].")
    {
        return cells([table, row, column].map(str::trim), programme, wanted);
    }
    if target.starts_with("settings.") {
        let hint = say!("settings hold for the whole run; change them on the sheet Settings");
        let message = match wanted {
            For::Edit => say!("a scenario cannot edit {target}", target),
            For::Draw => say!("{target} cannot be uncertain", target),
        };
        return Err((message, Some(hint)));
    }
    match parameter(target) {
        Some(parameter) => Ok(vec![Place::of(parameter)]),
        None => {
            let include = (wanted == For::Edit).then_some("include");
            let keys = parameters().map(|parameter| parameter.key).chain(include);
            let called = |parameter: &&'static Parameter| {
                [parameter.label.en, parameter.label.fr].iter().any(|label| alike(label, target))
            };
            let near = nearest(target, keys).or_else(|| parameters().find(called).map(|parameter| parameter.key));
            let hint = meant(near).unwrap_or_else(|| match wanted {
                For::Edit => {
                    say!("write a key such as quotation.support, a cell such as Levels[Gold].base_discount, or include")
                }
                For::Draw => say!("write a key such as quotation.support, a cell such as Levels[Gold].base_discount"),
            });
            let message = match wanted {
                For::Edit => say!("{words} names nothing that can be edited", words = quoted(target)),
                For::Draw => say!("{words} names nothing that can be uncertain", words = quoted(target)),
            };
            Err((message, Some(hint)))
        }
    }
}

fn cells([sheet, row, key]: [&str; 3], programme: &Programme, wanted: For) -> Result<Vec<Place>, Missed> {
    let called = |table: &&&Table| [table.sheet.en, table.sheet.fr].iter().any(|name| alike(name, sheet));
    let Some(table) = TABLES.iter().find(called) else {
        let near = nearest(sheet, TABLES.iter().map(|table| table.sheet.said()));
        return Err((say!("there is no table {sheet}", sheet), meant(near)));
    };
    if !table.editable && wanted == For::Edit {
        let hint = say!("the population is the same in every scenario");
        return Err((say!("a scenario cannot edit the table {sheet}", sheet = table.sheet.said()), Some(hint)));
    }
    let Some(column) = table.columns[1..].iter().find(|column| column.key == key) else {
        let columns = table.columns[1..].iter().map(|column| column.key);
        let hint = meant(nearest(key, columns.clone()))
            .unwrap_or_else(|| say!("its columns are {names}", names = columns.collect::<Vec<_>>().join(", ")));
        let sheet = table.sheet.said();
        let message = match wanted {
            For::Edit => say!("the table {sheet} has no column {key} that can be edited", sheet, key),
            For::Draw => say!("the table {sheet} has no column {key} that can be uncertain", sheet, key),
        };
        return Err((message, Some(hint)));
    };
    let name = |row: usize| (table.columns[0].get)(programme, row).shown();
    let names: Vec<String> = (0..(table.len)(programme)).map(name).collect();
    if names.is_empty() {
        let sheet = table.sheet.said();
        let hint = say!("fill in its rows on the sheet {sheet}: a scenario changes what is there", sheet);
        return Err((say!("the table {sheet} has no rows", sheet), Some(hint)));
    }
    let rows: Vec<usize> = (0..names.len()).filter(|at| row == "*" || alike(&names[*at], row)).collect();
    if rows.is_empty() {
        let hint = meant(nearest(row, names.iter().map(String::as_str))).unwrap_or_else(|| {
            // Rows whose name could not be read have none.
            let named: Vec<&str> = names.iter().map(String::as_str).filter(|name| !name.is_empty()).collect();
            say!("its rows are {names}, or * for all", names = named.join(", "))
        });
        return Err((say!("the table {sheet} has no row {row}", sheet = table.sheet.said(), row), Some(hint)));
    }
    let place = |at: usize| Place {
        name: format!("{}[{}].{}", table.sheet.en, names[at], column.key),
        what: What::Cell(table, at, column),
    };
    Ok(rows.into_iter().map(place).collect())
}

#[cfg(test)]
mod tests;
