//! What an edit names: a key, or cells of a table such as `Levels[Gold].threshold` and `Segments[*].rivals_mean`.

use crate::programme::Programme;
use crate::schema::words::{folded, nearest};
use crate::schema::{self, Column, Kind, Parameter, Table, Value};

/// One value of a programme that can be edited.
pub struct Place {
    /// Its full name.
    pub name: String,
    what: What,
}

enum What {
    Parameter(&'static Parameter),
    Cell(&'static Column, usize),
}

impl Place {
    /// What it may hold.
    pub fn kind(&self) -> &'static Kind {
        match self.what {
            What::Parameter(parameter) => &parameter.kind,
            What::Cell(column, _) => &column.kind,
        }
    }

    /// What it is called.
    pub fn label(&self) -> &'static str {
        match self.what {
            What::Parameter(parameter) => parameter.label.en,
            What::Cell(column, _) => column.label.en,
        }
    }

    /// Its value.
    pub fn get(&self, programme: &Programme) -> Value {
        match self.what {
            What::Parameter(parameter) => (parameter.get)(programme),
            What::Cell(column, row) => (column.get)(programme, row),
        }
    }

    /// Puts a value of its kind.
    pub fn set(&self, programme: &mut Programme, value: Value) {
        match self.what {
            What::Parameter(parameter) => (parameter.set)(programme, value),
            What::Cell(column, row) => (column.set)(programme, row, value),
        }
    }
}

/// A message and perhaps a hint.
type Missed = (String, Option<String>);

fn meant(near: Option<&str>) -> Option<String> {
    near.map(|near| format!("did you mean {near}?"))
}

/// The values an edit's target names in a programme, at least one.
pub fn find(target: &str, programme: &Programme) -> Result<Vec<Place>, Missed> {
    if let Some((table, rest)) = target.split_once('[')
        && let Some((row, column)) = rest.split_once("].")
    {
        return cells(table.trim(), row.trim(), column.trim(), programme);
    }
    if target.starts_with("settings.") {
        let hint = "settings hold for the whole run; change them on the sheet Settings".to_owned();
        return Err((format!("a scenario cannot edit {target}"), Some(hint)));
    }
    match schema::parameter(target) {
        Some(parameter) => Ok(vec![Place { name: target.to_owned(), what: What::Parameter(parameter) }]),
        None => {
            let keys = schema::parameters().map(|parameter| parameter.key).chain(["include"]);
            let hint = meant(nearest(target, keys)).unwrap_or_else(|| {
                "write a key such as quotation.support, a cell such as Levels[Gold].base_discount, or include"
                    .to_owned()
            });
            Err((format!("\"{target}\" names nothing that can be edited"), Some(hint)))
        }
    }
}

fn cells(sheet: &str, row: &str, key: &str, programme: &Programme) -> Result<Vec<Place>, Missed> {
    let called = |table: &&&Table| [table.sheet.en, table.sheet.fr].iter().any(|name| folded(name) == folded(sheet));
    let Some(table) = schema::TABLES.iter().find(called) else {
        return Err((
            format!("there is no table {sheet}"),
            meant(nearest(sheet, schema::TABLES.iter().map(|t| t.sheet.en))),
        ));
    };
    if !table.editable {
        let hint = "the population is the same in every scenario".to_owned();
        return Err((format!("a scenario cannot edit the table {}", table.sheet.en), Some(hint)));
    }
    let Some(column) = table.columns[1..].iter().find(|column| column.key == key) else {
        let columns = table.columns[1..].iter().map(|column| column.key);
        let hint = meant(nearest(key, columns.clone()))
            .unwrap_or_else(|| format!("its columns are {}", columns.collect::<Vec<_>>().join(", ")));
        return Err((format!("the table {} has no column {key} that can be edited", table.sheet.en), Some(hint)));
    };
    let name = |row: usize| (table.columns[0].get)(programme, row).shown();
    let names: Vec<String> = (0..(table.len)(programme)).map(name).collect();
    let rows: Vec<usize> = (0..names.len()).filter(|at| row == "*" || folded(&names[*at]) == folded(row)).collect();
    if rows.is_empty() {
        let hint = meant(nearest(row, names.iter().map(String::as_str)))
            .unwrap_or_else(|| format!("its rows are {}, or * for all", names.join(", ")));
        return Err((format!("the table {} has no row {row}", table.sheet.en), Some(hint)));
    }
    let place = |at: usize| Place {
        name: format!("{}[{}].{}", table.sheet.en, names[at], column.key),
        what: What::Cell(column, at),
    };
    Ok(rows.into_iter().map(place).collect())
}
