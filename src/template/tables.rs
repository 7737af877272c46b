//! The tables: a row an entity under headings with their keys and units.

use super::allowed::{self, LevelNames};
use super::book::{Area, Check, Coloured, Figure, InputCell, InputSheet, Look, Tab};
use super::parameters::{TITLE_LENGTH, basis_check, basis_word, basis_words, provenance};
use super::{TemplateRow, TemplateTable, one_line};
use crate::language::Language;
use crate::schema::{Basis, Column, Kind, Table, Value, levels};

/// How far below the headings entries are checked.
const CHECKED_ROWS: u32 = 1_000;
/// The most levels of a programme.
const MOST_LEVELS: u32 = 20;
/// Widths of the columns that say where a row comes from.
const PROVENANCE_WIDTHS: [u16; 2] = [13, 76];

/// Where the names of the levels stand.
pub(super) fn level_names(language: Language) -> LevelNames {
    let heading = heading_row(&levels::LEVELS);
    LevelNames { sheet: levels::LEVELS.sheet.lang(language).to_owned(), rows: (heading + 1, heading + MOST_LEVELS) }
}

/// The row of a table's headings: below title, help, keys if scenarios can name them, and units.
fn heading_row(table: &Table) -> u32 {
    if table.editable { 4 } else { 3 }
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

/// The sheet of a table. Rows of a template's own say where they come from; of default rows the reference does.
pub(super) fn sheet(template: &TemplateTable, levels: &LevelNames, language: Language) -> InputSheet {
    let table = template.table;
    let heading = heading_row(table);
    let columns = table.columns;
    let own = template.rows.is_some();
    let mut rows =
        vec![one_line(table.sheet.lang(language), Look::Title), one_line(&about(template, language), Look::Subtitle)];
    if table.editable {
        rows.push(remarks(columns, if language == Language::Fr { "clé" } else { "key" }, |column| column.key));
    }
    rows.push(remarks(columns, if language == Language::Fr { "unité" } else { "unit" }, |c| c.unit.lang(language)));
    let mut headings: Vec<InputCell> = columns.iter().map(|column| heading_cell(column, language)).collect();
    if own {
        let words = Look::Heading { number: false };
        headings.extend(provenance(language).map(|heading| InputCell::text(heading, words)));
    }
    rows.push(headings);
    match template.rows {
        Some(own) => rows.extend(own.iter().map(|row| own_row(table, row, language))),
        None => rows.extend(table.defaults.iter().map(|values| cells(table, values, table.basis.0, language))),
    }
    for _ in 0..spare_rows(table, rows.len() - heading as usize - 1) {
        let blank = |column: &Column| InputCell::empty(Look::value(allowed::figure(&column.kind, language), None));
        let mut row: Vec<InputCell> = columns.iter().map(blank).collect();
        if own {
            row.extend(vec![InputCell::empty(Look::value(Figure::Words, None)); PROVENANCE_WIDTHS.len()]);
        }
        rows.push(row);
    }
    let last = rows.len() as u32 - 1;
    let basis = columns.len() as u16;
    let mut checks = checks(table, heading, levels, language);
    checks.extend(own.then(|| basis_check((heading + 1, heading + CHECKED_ROWS), basis, language)));
    InputSheet {
        name: table.sheet.lang(language).to_owned(),
        tab: Tab::Input,
        widths: columns
            .iter()
            .enumerate()
            .map(|(at, column)| width(table, column, language).max(room(template, at)))
            .chain(own.then_some(PROVENANCE_WIDTHS).into_iter().flatten())
            .collect(),
        rows,
        frozen: heading + 1,
        frozen_columns: 1,
        table: Some(Area { name: table.sheet.en.replace(' ', "_"), heading, last }),
        checks,
        coloured: own.then(|| Coloured {
            rows: (heading + 1, last),
            columns: (0..=basis).collect(),
            basis,
            words: basis_words(language),
        }),
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
fn own_row(table: &Table, row: &TemplateRow, language: Language) -> Vec<InputCell> {
    let mut cells = cells(table, row.values, row.basis, language);
    cells.push(InputCell::text(basis_word(row.basis, language), Look::Basis(row.basis)));
    cells.push(InputCell::text(row.source, Look::Words));
    cells
}

/// What the table is for and, if scenarios can edit it, how they name its cells.
fn about(template: &TemplateTable, language: Language) -> String {
    let table = template.table;
    let help = table.help.lang(language);
    let (true, Some(column)) = (table.editable, table.columns.get(1)) else { return help.to_owned() };
    let sheet = table.sheet.lang(language);
    let row = template.values().next().and_then(|row| row.first()).map_or("1".to_owned(), |name| name.shown());
    match language {
        Language::En => format!("{help} In scenarios: {sheet}[{row}].{0}, or {sheet}[*].{0} for all rows.", column.key),
        Language::Fr => {
            format!("{help} Dans les scénarios : {sheet}[{row}].{0}, ou {sheet}[*].{0} pour toutes.", column.key)
        }
    }
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
    let allowed = allowed::words(&column.kind, language);
    let blank = column.default.as_ref().map(|value| allowed::shown(&column.kind, value, language));
    let help = column.help.lang(language);
    let mut note = match language {
        Language::En => format!("{help}\nAllowed: {allowed}."),
        Language::Fr => format!("{help}\nAdmis : {allowed}."),
    };
    match (language, blank) {
        (Language::En, Some(value)) => note.push_str(&format!("\nA blank cell is {value}.")),
        (Language::En, None) => note.push_str("\nMust be filled in."),
        (Language::Fr, Some(value)) => note.push_str(&format!("\nUne cellule vide vaut {value}.")),
        (Language::Fr, None) => note.push_str("\nÀ remplir."),
    }
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
    let needed = longest(column.label.lang(language)).max(key).max(8) as u16 + 4;
    match column.kind {
        Kind::Name | Kind::Level => needed.max(15),
        Kind::Money { .. } => needed.max(14),
        _ => needed,
    }
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

fn checks(table: &'static Table, heading: u32, levels: &LevelNames, language: Language) -> Vec<Check> {
    let rows = (heading + 1, heading + CHECKED_ROWS);
    let check = |(at, column): (usize, &Column)| Check {
        rows,
        column: at as u16,
        rule: allowed::rule(&column.kind, levels, language),
        title: column.key.chars().take(TITLE_LENGTH).collect(),
        refusal: Some(allowed::refusal(&column.kind, language)),
    };

    table.columns.iter().enumerate().map(check).collect()
}
