//! The tables: a row an entity under headings with their keys and units.

use super::allowed::{self, Names, RowNames};
use super::book::{Area, Check, Coloured, Figure, InputCell, InputSheet, Look, Tab};
use super::parameters::TITLE_LENGTH;
use super::provenance::{basis_check, basis_word, basis_words, provenance};
use super::{Template, TemplateTable, one_line, to_guide};
use crate::language::Language;
use crate::say;
use crate::schema::compensation::TRACKS;
use crate::schema::{Basis, Column, Kind, Table, Text, Value, levels};

/// How far below the headings entries are checked.
const CHECKED_ROWS: u32 = 1_000;
/// The most levels of a programme.
const MOST_LEVELS: u32 = 20;
/// The most tracks of a programme.
const MOST_TRACKS: u32 = 20;
/// Width of the column Basis.
const BASIS_WIDTH: u16 = 14;
/// Least and greatest width of the column Source.
const SOURCE_WIDTHS: (u16, u16) = (30, 90);

/// The names that cells of a template's workbook can choose from.
pub(super) fn names(template: &Template, language: Language) -> Names {
    let of = |table: &Table, most: u32| {
        let heading = heading_row(table);
        RowNames { sheet: table.sheet.lang(language).to_owned(), rows: (heading + 1, heading + most) }
    };
    let tracks = template.tables.iter().find(|shown| std::ptr::eq(shown.table, &TRACKS));
    Names { levels: of(&levels::LEVELS, MOST_LEVELS), tracks: tracks.map(|shown| of(shown.table, MOST_TRACKS)) }
}

/// The row of a table's headings: below title, help, the way back, keys if scenarios can name them, and units.
fn heading_row(table: &Table) -> u32 {
    if table.editable { 5 } else { 4 }
}

/// Blank rows in which more can be entered.
fn spare_rows(table: &Table, rows: usize) -> usize {
    match (rows, &table.columns[0].kind) {
        (0, Kind::Count { max, .. }) => *max as usize,
        (0, _) => 20,
        // Months and years may all be there.
        (rows, Kind::Count { max, .. }) => (*max as usize).saturating_sub(rows).min(3),
        _ => 3,
    }
}

/// The sheet of a table; every row says where it comes from.
pub(super) fn sheet(template: &TemplateTable, names: &Names, language: Language) -> InputSheet {
    let table = template.table;
    let heading = heading_row(table);
    let columns = table.columns;
    let mut rows = vec![
        one_line(table.sheet.lang(language), Look::Title),
        one_line(&about(template, language), Look::Subtitle),
        to_guide(language),
    ];
    if table.editable {
        rows.push(remarks(columns, &say!("key"), |column| column.key));
    }
    rows.push(remarks(columns, &say!("unit"), |c| c.unit.lang(language)));
    let mut headings: Vec<InputCell> = columns.iter().map(|column| heading_cell(column, language)).collect();
    let words = Look::Heading { number: false };
    headings.extend(provenance(language).map(|heading| InputCell::text(heading, words)));
    rows.push(headings);
    match template.rows {
        Some(own) => {
            rows.extend(own.iter().map(|row| founded(table, row.values, (row.basis, row.source), language)));
        }
        None => rows.extend(table.defaults.iter().map(|values| founded(table, values, table.basis, language))),
    }
    for _ in 0..spare_rows(table, rows.len() - heading as usize - 1) {
        let blank = |column: &Column| InputCell::empty(Look::value(allowed::figure(&column.kind, language), None));
        let mut row: Vec<InputCell> = columns.iter().map(blank).collect();
        row.extend(vec![InputCell::empty(Look::value(Figure::Words, None)); 2]);
        rows.push(row);
    }
    let last = rows.len() as u32 - 1;
    let basis = columns.len() as u16;
    let mut checks = checks(table, heading, names, language);
    checks.push(basis_check((heading + 1, heading + CHECKED_ROWS), basis, language));
    InputSheet {
        name: table.sheet.lang(language).to_owned(),
        tab: Tab::Input,
        widths: columns
            .iter()
            .enumerate()
            .map(|(at, column)| width(table, column, language).max(room(template, at)))
            .chain([BASIS_WIDTH, source_width(template, language)])
            .collect(),
        rows,
        frozen: heading + 1,
        frozen_columns: 1,
        table: Some(Area { name: table.sheet.en.replace(' ', "_"), heading, last }),
        checks,
        coloured: Some(Coloured {
            rows: (heading + 1, last),
            columns: (0..=basis).collect(),
            basis,
            words: basis_words(language),
        }),
        folds: Vec::new(),
    }
}

fn cells(table: &Table, values: &[Value], basis: Basis, language: Language) -> Vec<InputCell> {
    let cell = |(column, value): (&Column, &Value)| InputCell {
        content: allowed::content(&column.kind, value, language),
        look: Look::value(allowed::figure(&column.kind, language), Some(basis)),
        note: None,
    };
    table.columns.iter().zip(values).map(cell).collect()
}

/// A row with what it rests on behind it.
fn founded(table: &Table, values: &[Value], (basis, source): (Basis, Text), language: Language) -> Vec<InputCell> {
    let mut cells = cells(table, values, basis, language);
    cells.push(InputCell::text(basis_word(basis, language), Look::Basis(basis)));
    cells.push(InputCell::text(source.lang(language), Look::Words));
    cells
}

/// What the table is for and, if scenarios can edit it, how they name its cells.
fn about(template: &TemplateTable, language: Language) -> String {
    let table = template.table;
    let help = table.help.lang(language);
    let (true, Some(column)) = (table.editable, table.columns.get(1)) else { return help.to_owned() };
    let sheet = table.sheet.lang(language);
    let row = template.values().next().and_then(|row| row.first()).map_or("1".to_owned(), |name| name.shown());
    let cells = say!(
        "In scenarios: {sheet}[{row}].{column}, or {sheet}[*].{column} for all rows.",
        sheet,
        row,
        column = column.key
    );
    format!("{help} {cells}")
}

fn remarks(columns: &[Column], first: &str, text: impl Fn(&Column) -> &'static str) -> Vec<InputCell> {
    let remark = |(at, column): (usize, &Column)| {
        let words = if at == 0 { first } else { text(column) };
        InputCell::text(words, Look::Remark { number: is_number(&column.kind) })
    };
    columns.iter().enumerate().map(remark).collect()
}

fn heading_cell(column: &Column, language: Language) -> InputCell {
    let look = Look::Heading { number: is_number(&column.kind) };
    let allowed = say!("Allowed: {allowed}.", allowed = column.kind.allowed());
    let blank = match &column.default {
        Some(value) => say!("A blank cell is {value}.", value = column.kind.shown_in(language, value)),
        None => say!("Must be filled in."),
    };
    let note = format!("{}\n{allowed}\n{blank}", column.help.lang(language));
    InputCell::text(column.label.lang(language), look).note(note)
}

fn is_number(kind: &Kind) -> bool {
    matches!(kind, Kind::Money { .. } | Kind::Rate { .. } | Kind::Count { .. } | Kind::Number { .. })
}

/// Wide enough for the longest word of the heading, its key, and the values.
fn width(table: &Table, column: &Column, language: Language) -> u16 {
    let longest = |text: &str| text.split_whitespace().map(|word| word.chars().count()).max().unwrap_or(0);
    // Keys are written small.
    let key = if table.editable { column.key.chars().count() * 4 / 5 } else { 0 };
    let needed = longest(column.label.lang(language)).max(key).max(9) as u16 + 5;
    match column.kind {
        Kind::Name | Kind::Level | Kind::Track => needed.max(15),
        Kind::Money { .. } => needed.max(14),
        _ => needed,
    }
}

/// Wide enough for the longest source of a table on two lines.
fn source_width(template: &TemplateTable, language: Language) -> u16 {
    let length = |source: Text| source.lang(language).chars().count() as u16;
    let own = template.rows.unwrap_or_default().iter().map(|row| length(row.source));
    let longest = own.chain([length(template.table.basis.1)]).max().unwrap_or(0);
    (longest / 2 + 8).clamp(SOURCE_WIDTHS.0, SOURCE_WIDTHS.1)
}

/// The widest that names make a column.
const WIDEST_NAME: usize = 30;

/// Room for the names in a column, 0 where it holds none.
fn room(template: &TemplateTable, at: usize) -> u16 {
    let names = template.values().filter_map(|row| match row.get(at) {
        Some(Value::Name(name)) => Some(name.chars().count() + 2),
        _ => None,
    });
    names.max().unwrap_or(0).min(WIDEST_NAME) as u16
}

fn checks(table: &'static Table, heading: u32, names: &Names, language: Language) -> Vec<Check> {
    let rows = (heading + 1, heading + CHECKED_ROWS);
    let check = |(at, column): (usize, &Column)| Check {
        rows,
        column: at as u16,
        rule: allowed::rule(&column.kind, names, language),
        title: column.key.chars().take(TITLE_LENGTH).collect(),
        refusal: allowed::refusal(&column.kind),
    };

    table.columns.iter().enumerate().map(check).collect()
}
