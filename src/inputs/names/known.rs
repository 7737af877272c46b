//! What names can stand for: keys with their dots as underscores, and cells of tables.

use std::collections::BTreeMap;

use crate::programme::Programme;
use crate::schema::words::{folded, nearest, slip};
use crate::schema::{self, Column, Parameter, Place, TABLES, Table, settings};
use crate::sheet::Grid;

/// Rows of a table whose cells are held against misspelt names.
const MOST_ROWS: usize = 20;

/// What names can stand for in a workbook.
#[derive(Debug)]
pub struct Known<'a> {
    programme: &'a Programme,
    /// Parameters and settings by the names they go by.
    keys: BTreeMap<String, &'static Parameter>,
    /// The tables that a name starts with, and their rows by name.
    tables: Vec<(&'static Table, BTreeMap<String, Vec<usize>>)>,
    /// Names of the cells in their first rows.
    cells: Vec<String>,
}

impl<'a> Known<'a> {
    /// What the names of a workbook can stand for in the programme that its sheets say.
    pub fn new(grid: &Grid, programme: &'a Programme) -> Known<'a> {
        let all = settings::SETTINGS.parameters.iter().chain(schema::parameters());
        let words: Vec<String> = grid.names.iter().map(|name| simplified(&name.name)).collect();
        let named = |table: &&&Table| words.iter().any(|word| within(word, table).is_some());
        let row_name = |table: &Table, row| simplified(&(table.columns[0].get)(programme, row).shown());
        let (mut tables, mut cells) = (Vec::new(), Vec::new());
        for table in TABLES.iter().filter(named) {
            let mut rows: BTreeMap<String, Vec<usize>> = BTreeMap::new();
            for row in 0..(table.len)(programme) {
                let name = row_name(table, row);
                if row < MOST_ROWS {
                    let of = |column: &Column| format!("{}_{name}_{}", simplified(table.sheet.en), column.key);
                    cells.extend(table.columns.iter().skip(1).map(of));
                }
                rows.entry(name).or_default().push(row);
            }
            tables.push((*table, rows));
        }
        Known { programme, keys: all.map(|parameter| (simplified(parameter.key), parameter)).collect(), tables, cells }
    }

    /// What a name stands for: one place if it is a key or a table cell, none if it is neither.
    pub fn places(&self, name: &str) -> Vec<Place> {
        let word = simplified(name);
        if let Some(parameter) = self.keys.get(&word) {
            return vec![Place::of(parameter)];
        }
        let mut places = Vec::new();
        for (table, rows) in &self.tables {
            let Some(rest) = within(&word, table) else { continue };
            for column in table.columns.iter().skip(1) {
                let row = rest.strip_suffix(column.key).and_then(|row| row.strip_suffix('_'));
                let rows = row.and_then(|row| rows.get(row)).into_iter().flatten();
                places.extend(rows.map(|row| Place::at(table, *row, column, self.programme)));
            }
        }
        places
    }

    /// The name that another misses by a letter or two. Keys have no digits, so that a name with one, such as that of a
    /// variant, is the workbook's own.
    pub(super) fn slip(&self, name: &str) -> Option<&str> {
        let word = simplified(name);
        let keys = self.keys.keys().filter(|_| !word.contains(|letter: char| letter.is_ascii_digit()));
        slip(&word, keys.chain(&self.cells).map(String::as_str))
    }

    /// The name that another of the same group resembles.
    pub fn resembled(&self, name: &str) -> Option<&str> {
        let word = simplified(name);
        let near = nearest(&word, self.keys.keys().chain(&self.cells).map(String::as_str))?;
        (near.split('_').next() == word.split('_').next()).then_some(near)
    }
}

/// A word as names have it: small letters, digits and underscores.
fn simplified(word: &str) -> String {
    folded(word).chars().map(|letter| if letter.is_alphanumeric() { letter } else { '_' }).collect()
}

/// What of a name follows the name of a table.
fn within<'a>(word: &'a str, table: &Table) -> Option<&'a str> {
    let after = |sheet: &str| word.strip_prefix(&*simplified(sheet)).and_then(|rest| rest.strip_prefix('_'));
    after(table.sheet.en).or_else(|| after(table.sheet.fr))
}
