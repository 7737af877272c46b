//! Which cells and rows of tables differ.

use super::change::{Change, Line, Part, cell};
use crate::inputs::{Inputs, Target};
use crate::programme::Programme;
use crate::say;
use crate::schema::{Column, TABLES, Table};

/// Cells of one column that differ are changes of their own up to this number.
const FEW: usize = 3;

/// What differs in the tables, in their order.
pub(super) fn changes(from: &Inputs, to: &Inputs) -> Vec<Change> {
    TABLES.iter().flat_map(|table| of_table(table, [from, to])).collect()
}

fn of_table(table: &'static Table, sides: [&Inputs; 2]) -> Vec<Change> {
    let [before, after] = sides.map(|inputs| rows(table, &inputs.programme));
    if before != after {
        return vec![of_rows(table, [&before, &after])];
    }
    table.columns[1..].iter().flat_map(|column| of_column(table, column, &before, sides)).collect()
}

/// The names of a table's rows.
fn rows(table: &Table, programme: &Programme) -> Vec<String> {
    (0..(table.len)(programme)).map(|row| (table.columns[0].get)(programme, row).shown()).collect()
}

/// A table with other rows is one change.
fn of_rows(table: &'static Table, [before, after]: [&[String]; 2]) -> Change {
    let sheet = table.sheet.said();
    let line = |name: &String, from: String, to: String| Line {
        place: format!("{}[{name}]", table.sheet.en),
        label: sheet.to_owned(),
        from,
        to,
        cells: [None, None],
    };
    let gone = before.iter().filter(|name| !after.contains(name));
    let new = after.iter().filter(|name| !before.contains(name));
    let mut lines: Vec<Line> = gone.map(|name| line(name, say!("there"), say!("removed"))).collect();
    lines.extend(new.map(|name| line(name, say!("not there"), say!("added"))));
    if lines.is_empty() {
        lines.push(Line {
            place: table.sheet.en.to_owned(),
            label: sheet.to_owned(),
            from: before.join(", "),
            to: after.join(", "),
            cells: [None, None],
        });
    }
    Change::new(say!("rows of {sheet}", sheet), sheet, Part::Table(table), lines)
}

fn of_column(table: &'static Table, column: &'static Column, rows: &[String], sides: [&Inputs; 2]) -> Vec<Change> {
    let value = |at: usize, row: usize| (column.get)(&sides[at].programme, row);
    let differing: Vec<usize> = (0..rows.len()).filter(|row| value(0, *row) != value(1, *row)).collect();
    let line = |row: usize| Line {
        place: format!("{}[{}].{}", table.sheet.en, rows[row], column.key),
        label: column.label.said().to_owned(),
        from: column.kind.shown(&value(0, row)),
        to: column.kind.shown(&value(1, row)),
        cells: sides.map(|inputs| cell(inputs, &Target::Cell(table.sheet.en, row, column.key))),
    };
    let family = table.sheet.said();
    if differing.len() > FEW {
        let name = format!("{}[*].{}", table.sheet.en, column.key);
        let lines = differing.iter().map(|row| line(*row)).collect();
        return vec![Change::new(name, family, Part::Cells(table, column, differing), lines)];
    }
    let change =
        |row: usize| Change::new(line(row).place, family, Part::Cells(table, column, vec![row]), vec![line(row)]);
    differing.into_iter().map(change).collect()
}
