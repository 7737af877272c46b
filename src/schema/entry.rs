//! What is declared of a value: the entries of parameters, columns, tables and groups, and how well founded they are.

use super::kind::Kind;
use super::value::{Text, Value, text};
use crate::programme::Programme;

/// How well founded a figure is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Basis {
    /// Stated by a source.
    Fact,
    /// Arithmetic on facts.
    Derived,
    /// Chosen; to be discussed.
    Assumption,
}

impl Basis {
    /// What the result calls it.
    pub fn label(self) -> Text {
        match self {
            Basis::Fact => text("fact", "fait"),
            Basis::Derived => text("derived", "dérivé"),
            Basis::Assumption => text("assumption", "hypothèse"),
        }
    }

    /// The word of the workbook's Basis column.
    pub fn word(self) -> &'static str {
        match self {
            Basis::Fact => "fact",
            Basis::Derived => "derived",
            Basis::Assumption => "assumption",
        }
    }
}

/// One parameter: a key with one value a programme.
#[derive(Debug)]
pub struct Parameter {
    /// The key of the workbook and of scenario edits.
    pub key: &'static str,
    /// What it is called.
    pub label: Text,
    /// What it does, in a sentence.
    pub help: Text,
    /// Unit, in words.
    pub unit: Text,
    /// What is allowed.
    pub kind: Kind,
    /// The value where the workbook says nothing.
    pub default: Value,
    /// How well founded the default is.
    pub basis: Basis,
    /// Where the default comes from.
    pub source: Text,
    /// Reads it off a programme.
    pub get: fn(&Programme) -> Value,
    /// Puts a value of the right kind into a programme.
    pub set: fn(&mut Programme, Value),
}

/// One column of a table.
#[derive(Debug)]
pub struct Column {
    /// The key, which is also the English heading.
    pub key: &'static str,
    /// What it is called; both are accepted as headings.
    pub label: Text,
    /// What it does, in a sentence.
    pub help: Text,
    /// Unit, in words.
    pub unit: Text,
    /// What is allowed.
    pub kind: Kind,
    /// The value of a blank cell; `None` where a cell must be filled.
    pub default: Option<Value>,
    /// Reads a row's value off a programme.
    pub get: fn(&Programme, usize) -> Value,
    /// Puts a value of the right kind into a row.
    pub set: fn(&mut Programme, usize, Value),
}

/// A table: one sheet, a row an entity, the first column its name.
#[derive(Debug)]
pub struct Table {
    /// The sheet's name.
    pub sheet: Text,
    /// What the table is for.
    pub help: Text,
    /// Its columns, the naming one first.
    pub columns: &'static [Column],
    /// The rows where the workbook has no such sheet, in column order.
    pub defaults: &'static [&'static [Value]],
    /// How well founded the default rows are, and their source.
    pub basis: (Basis, Text),
    /// Whether scenarios may edit its cells.
    pub editable: bool,
    /// Number of rows in a programme.
    pub len: fn(&Programme) -> usize,
    /// Removes all rows.
    pub clear: fn(&mut Programme),
    /// Adds an empty row.
    pub push: fn(&mut Programme),
}

/// Parameters under one title, as the template groups them.
#[derive(Debug)]
pub struct Group {
    /// Title.
    pub title: Text,
    /// Its parameters.
    pub parameters: &'static [Parameter],
}
