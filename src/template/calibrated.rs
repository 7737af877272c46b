//! The input workbook of a calibrated programme: a template's sheets, filled with what a workbook said and with what was
//! estimated.

use std::collections::BTreeMap;

use super::allowed;
use super::book::{Area, Content, Figure, InputBook, InputCell, InputSheet, Look, Tab};
use super::full::FULL;
use super::parameters::{self, note};
use super::provenance::basis_word;
use super::{CREATED, DEAL_REGISTRATION, Template, guide, one_line, scenarios, tables, to_guide};
use crate::inputs::parameters::HEADINGS;
use crate::inputs::{EditInput, Inputs, Origin, Target, UNCERTAIN_CELLS};
use crate::language::{Language, speaking};
use crate::report::Page;
use crate::say;
use crate::schema::value::text;
use crate::schema::{self, Basis, Kind, Table, Text, Value, settings};
use crate::sheet::Cell;

/// How an estimated value is distributed, in natural units.
#[derive(Debug, Clone, PartialEq)]
pub struct Law {
    /// The word of the column Distribution.
    pub word: &'static str,
    /// Its 5th percentile.
    pub low: f64,
    /// Its mode.
    pub mode: f64,
    /// Its 95th percentile.
    pub high: f64,
    /// Where it comes from.
    pub source: String,
}

const ABOUT_UNCERTAIN: Text = text(
    "Table cells that are not known exactly: low and high are the 5th and the 95th percentile.",
    "Cellules de tables qui ne sont pas connues exactement : bas et haut sont les centiles 5 et 95.",
);
const TITLE: Text = text("Calibrated programme", "Programme calibré");
const ABOUT: Text = text(
    "Estimated from a log of past opportunities; the sheet Calibration says how, and how well it fits.",
    "Estimé sur un journal d'affaires passées ; la feuille Calibration dit comment, et avec quelle justesse.",
);

const NOTES: [Text; 2] = [
    text(
        "Blue cells that name a log as their source are estimates; their 90 % intervals stand beside them on Parameters, and \
         for cells of tables on Uncertain cells.",
        "Les cellules bleues dont la source est un journal sont des estimations ; leurs intervalles à 90 % figurent à côté \
         dans Paramètres et, pour les tables, dans Cellules incertaines.",
    ),
    text(
        "All other figures are those of the workbook that was given as the base, or the shipped ones; its distributions, \
         correlations, levers and guardrails are left out.",
        "Les autres chiffres sont ceux du classeur donné comme base, ou ceux qui sont livrés ; ses lois, corrélations, \
         leviers et garde-fous sont laissés de côté.",
    ),
];

/// What the workbook shows: the template of opportunity registration, or all systems where the base uses others.
static NARROW: Template = Template {
    name: "calibrated",
    title: TITLE,
    about: ABOUT,
    notes: &NOTES,
    groups: DEAL_REGISTRATION.groups,
    tables: DEAL_REGISTRATION.tables,
    overrides: &[],
    scenarios: &[],
    uncertainty: None,
};
static WIDE: Template = Template {
    name: "calibrated",
    title: TITLE,
    about: ABOUT,
    notes: &NOTES,
    groups: FULL.groups,
    tables: FULL.tables,
    overrides: &[],
    scenarios: &[],
    uncertainty: None,
};

/// Columns of `Parameters`, by their place among the headings.
const VALUE: usize = 2;
const DISTRIBUTION: usize = 4;
/// Widths of the columns of `Uncertain cells`.
const WIDTHS: [u16; 7] = [40, 14, 14, 14, 14, 13, 76];

/// The workbook that says what `inputs` says, with the laws of what is uncertain.
pub fn calibrated(inputs: &Inputs, laws: &BTreeMap<Target, Law>, language: Language) -> InputBook {
    speaking(language, || filled(inputs, laws, language))
}

/// Puts a page behind the sheets of a workbook, and into its guide.
pub fn add_page(book: &mut InputBook, page: Page, language: Language) {
    if let Some(guide) = book.sheets.first_mut() {
        guide::list(guide, &page.name, &page.title, language);
    }
    book.pages.push(page);
}

fn filled(inputs: &Inputs, laws: &BTreeMap<Target, Law>, language: Language) -> InputBook {
    let template = if needs_all(inputs) { &WIDE } else { &NARROW };
    let offered = tables::names(template, language);
    let mut names = Vec::new();
    let mut parameters = parameters::parameters(template, &offered, language, &mut names);
    fill_parameters(&mut parameters, inputs, laws, language);
    let mut scenarios = scenarios::sheet(template, &parameters, language);
    fill_scenarios(&mut scenarios, inputs, language);
    let mut settings = parameters::settings(template, &offered, language, &mut names);
    fill_parameters(&mut settings, inputs, laws, language);
    let mut sheets = vec![guide::sheet(template, &parameters, language), parameters];
    for shown in template.tables {
        let mut sheet = tables::sheet(&super::entries::by_default(shown.table), &offered, language);
        fill_table(&mut sheet, shown.table, inputs, language);
        sheets.push(sheet);
    }
    if let Some(uncertain) = uncertain(inputs, laws, language) {
        guide::list(&mut sheets[0], &uncertain.name, guide::ABOUT_CELLS.lang(language), language);
        sheets.push(uncertain);
    }
    sheets.extend([scenarios, settings]);
    InputBook {
        title: template.title.lang(language).to_owned(),
        subject: template.about.lang(language).to_owned(),
        created: CREATED,
        sheets,
        names,
        pages: Vec::new(),
    }
}

/// Whether the workbook gave anything that the narrow template does not show.
fn needs_all(inputs: &Inputs) -> bool {
    let shown = |target: &Target| match target {
        Target::Parameter(key) => {
            let groups = NARROW.groups.iter().copied().chain([&settings::SETTINGS]);
            groups.flat_map(|group| group.parameters).any(|parameter| parameter.key == *key)
        }
        Target::Cell(sheet, ..) => NARROW.tables.iter().any(|table| table.table.sheet.en == *sheet),
    };
    inputs.origins.iter().any(|(target, origin)| origin.cell.is_some() && !shown(target))
}

fn fill_parameters(sheet: &mut InputSheet, inputs: &Inputs, laws: &BTreeMap<Target, Law>, language: Language) {
    for row in &mut sheet.rows {
        let Some(Content::Text(key)) = row.first().map(|cell| &cell.content) else { continue };
        let parameter = schema::parameter(key)
            .or_else(|| settings::SETTINGS.parameters.iter().find(|parameter| parameter.key == key));
        let (Some(parameter), [.., basis_cell, source_cell]) = (parameter, row.as_mut_slice()) else { continue };
        let target = Target::Parameter(parameter.key);
        let Some(Origin { basis, source, .. }) = inputs.origins.get(&target) else { continue };
        *basis_cell = match basis {
            Some(basis) => InputCell::text(basis_word(*basis, language), Look::Basis(*basis)),
            None => InputCell::empty(Look::Words),
        };
        *source_cell = InputCell::text(source, Look::Words);
        let figure = allowed::figure(&parameter.kind, language);
        if let Some(cell) = row.get_mut(VALUE) {
            *cell = InputCell {
                content: allowed::content(&parameter.kind, &(parameter.get)(&inputs.programme), language),
                look: Look::Value { figure, basis: *basis, right: true },
                note: Some(note(parameter, source, language)),
            };
        }
        if let (Some(law), Some(cells)) = (laws.get(&target), row.get_mut(DISTRIBUTION..DISTRIBUTION + 4)) {
            cells.clone_from_slice(&law_cells(law, figure));
        }
    }
}

/// Distribution, Low, Mode and High.
fn law_cells(law: &Law, figure: Figure) -> [InputCell; 4] {
    let number = |value: f64| InputCell {
        content: Content::Number(value),
        look: Look::value(figure, Some(Basis::Derived)),
        note: None,
    };
    let word = InputCell::text(law.word, Look::value(Figure::Words, Some(Basis::Derived)));
    [word, number(law.low), number(law.mode), number(law.high)]
}

fn fill_table(sheet: &mut InputSheet, table: &Table, inputs: &Inputs, language: Language) {
    let programme = &inputs.programme;
    let (rows, Some(area)) = ((table.len)(programme), &mut sheet.table) else { return };
    if rows == 0 {
        return;
    }
    // Rows in which more can be entered stay at the end.
    let spare: Vec<Vec<InputCell>> = sheet.rows.iter().rev().take(3).cloned().collect();
    let is_blank = |row: &Vec<InputCell>| row.iter().all(|cell| cell.content == Content::Empty);
    sheet.rows.truncate(area.heading as usize + 1);
    for row in 0..rows {
        let cell = |column: &schema::Column| InputCell {
            content: allowed::content(&column.kind, &(column.get)(programme, row), language),
            look: Look::value(
                allowed::figure(&column.kind, language),
                inputs.origins.get(&Target::Cell(table.sheet.en, row, column.key)).and_then(|origin| origin.basis),
            ),
            note: None,
        };
        let mut cells: Vec<InputCell> = table.columns.iter().map(cell).collect();
        cells.extend(provenance(inputs, table, row, language));
        sheet.rows.push(cells);
    }
    sheet.rows.extend(spare.into_iter().filter(is_blank));
    area.last = sheet.rows.len() as u32 - 1;
    if let Some(coloured) = &mut sheet.coloured {
        coloured.rows.1 = area.last;
    }
}

/// Basis and source of a table's row, where all of it has the same.
fn provenance(inputs: &Inputs, table: &Table, row: usize, language: Language) -> [InputCell; 2] {
    let keys = table.columns.iter().map(|column| Target::Cell(table.sheet.en, row, column.key));
    let mut origins = keys.filter_map(|target| inputs.origins.get(&target)).map(|o| (o.basis, o.source.as_str()));
    match origins.next().filter(|first| origins.all(|other| other == *first)) {
        Some((Some(basis), source)) => {
            [InputCell::text(basis_word(basis, language), Look::Basis(basis)), InputCell::text(source, Look::Words)]
        }
        _ => [(); 2].map(|()| InputCell::empty(Look::value(Figure::Words, None))),
    }
}

fn fill_scenarios(sheet: &mut InputSheet, inputs: &Inputs, language: Language) {
    let Some(area) = &mut sheet.table else { return };
    let blank = sheet.rows.split_off(area.heading as usize + 1);
    let words = Look::value(Figure::Words, None);
    let said = |text: &str| if text.is_empty() { InputCell::empty(words) } else { InputCell::text(text, words) };
    for scenario in &inputs.scenarios {
        for (at, edit) in scenario.edits.iter().enumerate() {
            let name = if at == 0 { scenario.name.as_str() } else { "" };
            sheet.rows.push(vec![said(name), said(&edit.target), set_to(edit, language), said(&edit.why)]);
        }
    }
    sheet.rows.extend(blank);
    area.last = sheet.rows.len() as u32 - 1;
}

fn set_to(edit: &EditInput, language: Language) -> InputCell {
    let kind = scenarios::kind(&edit.target);
    let figure = match &edit.set_to {
        Cell::Number(_) | Cell::Date(_) => kind.map_or(Figure::Number, |kind| allowed::figure(kind, language)),
        _ => Figure::Words,
    };
    let content = match &edit.set_to {
        Cell::Number(number) => Content::Number(*number),
        Cell::Text(text) => Content::Text(text.clone()),
        Cell::Bool(yes) => allowed::content(&Kind::YesNo, &Value::YesNo(*yes), language),
        Cell::Date(serial) => Content::Date(crate::programme::Date::from_excel_serial(*serial as i64)),
        Cell::Error(_) | Cell::Unsaved => Content::Empty,
    };
    InputCell { content, look: Look::Value { figure, basis: None, right: false }, note: None }
}

/// The sheet `Uncertain cells`, if a table's cell has a law.
fn uncertain(inputs: &Inputs, laws: &BTreeMap<Target, Law>, language: Language) -> Option<InputSheet> {
    let heading = |text: &str, number| InputCell::text(text, Look::Heading { number });
    let mut rows = vec![
        one_line(UNCERTAIN_CELLS.lang(language), Look::Title),
        one_line(ABOUT_UNCERTAIN.lang(language), Look::Subtitle),
        to_guide(language),
    ];
    let mut headings = vec![heading(&say!("Target"), false)];
    headings.extend(
        HEADINGS
            .iter()
            .enumerate()
            .skip(DISTRIBUTION)
            .map(|(at, known)| heading(known.label.lang(language), (DISTRIBUTION + 1..DISTRIBUTION + 4).contains(&at))),
    );
    rows.push(headings);
    let first = rows.len();
    for (target, law) in laws {
        let Target::Cell(sheet, row, key) = target else { continue };
        let table = schema::TABLES.iter().find(|table| table.sheet.en == *sheet)?;
        let column = table.columns.iter().find(|column| column.key == *key)?;
        let name = (table.columns[0].get)(&inputs.programme, *row).shown();
        let words = Look::value(Figure::Words, Some(Basis::Derived));
        let mut cells = vec![InputCell::text(format!("{}[{name}].{key}", table.sheet.lang(language)), words)];
        cells.extend(law_cells(law, allowed::figure(&column.kind, language)));
        cells.push(InputCell::text(basis_word(Basis::Derived, language), Look::Basis(Basis::Derived)));
        cells.push(InputCell::text(&*law.source, Look::Words));
        rows.push(cells);
    }
    let last = rows.len() as u32 - 1;
    (rows.len() > first).then(|| InputSheet {
        name: UNCERTAIN_CELLS.lang(language).to_owned(),
        tab: Tab::Input,
        widths: WIDTHS.into(),
        rows,
        frozen: first as u32,
        frozen_columns: 1,
        table: Some(Area { name: UNCERTAIN_CELLS.en.replace(' ', "_"), heading: first as u32 - 1, last }),
        checks: Vec::new(),
        coloured: None,
        folds: Vec::new(),
    })
}
