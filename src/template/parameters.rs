//! The sheets `Parameters` and `Settings`: a row a key, grouped under titles.

use super::allowed::{self, Names};
use super::book::{Check, Coloured, DefinedName, InputCell, InputSheet, Look, Tab};
use super::provenance::{basis_check, basis_word, basis_words};
use super::{Template, one_line, to_guide, uncertain};
use crate::inputs::heading::Heading;
use crate::inputs::parameters::HEADINGS;
use crate::inputs::{PARAMETERS, SETTINGS};
use crate::language::Language;
use crate::say;
use crate::schema::value::text;
use crate::schema::{Basis, Group, Parameter, Text, Value, settings};

/// The row of the headings.
pub(super) const HEADING_ROW: u32 = 3;
/// Columns, by their place among the headings.
const VALUE: u16 = 2;
const DISTRIBUTION: u16 = 4;
const BASIS: u16 = 8;
/// Widths of the columns of `Parameters`.
const WIDTHS: [u16; 10] = [32, 46, 14, 33, 15, 10, 10, 10, 14, 76];
/// Widths of the columns of `Settings`, whose values are words too.
const SETTINGS_WIDTHS: [u16; 6] = [30, 40, 28, 20, 14, 60];

/// The longest heading of a refusal.
pub(super) const TITLE_LENGTH: usize = 32;

const ABOUT_PARAMETERS: Text = text(
    "One value a parameter; change the column Value, and say under Basis and Source where it comes from. \
     Point at a value to read what it does.",
    "Une valeur par paramètre ; changez la colonne Valeur et dites sous Fondement et Source d'où elle vient. \
     Survolez une valeur pour lire son rôle.",
);
const ABOUT_SETTINGS: Text =
    text("How the simulation is run, for every scenario alike.", "Réglages de la simulation, communs aux scénarios.");

/// The sheet `Parameters`, and the names of its values.
pub(super) fn parameters(
    template: &Template,
    offered: &Names,
    language: Language,
    names: &mut Vec<DefinedName>,
) -> InputSheet {
    sheet(PARAMETERS, ABOUT_PARAMETERS, template.groups, template, offered, language, names)
}

/// The sheet `Settings`, and the names of its values.
pub(super) fn settings(
    template: &Template,
    offered: &Names,
    language: Language,
    names: &mut Vec<DefinedName>,
) -> InputSheet {
    sheet(SETTINGS, ABOUT_SETTINGS, &[&settings::SETTINGS], template, offered, language, names)
}

fn sheet(
    name: Text,
    about: Text,
    groups: &[&'static Group],
    template: &Template,
    offered: &Names,
    language: Language,
    names: &mut Vec<DefinedName>,
) -> InputSheet {
    let grouped = groups.len() > 1;
    let name = name.lang(language);
    let mut rows = vec![
        one_line(name, Look::Title),
        one_line(about.lang(language), Look::Subtitle),
        to_guide(language),
        headings(language, grouped),
    ];
    let (mut checks, mut folds) = (Vec::new(), Vec::new());
    for group in groups {
        if grouped {
            let mut row = vec![InputCell::empty(Look::Group); HEADINGS.len()];
            row[1] = InputCell::text(group.title.lang(language), Look::Group);
            rows.push(row);
            folds.push((rows.len() as u32, (rows.len() + group.parameters.len()) as u32 - 1));
        }
        for parameter in group.parameters {
            let row = rows.len() as u32;
            names.push(DefinedName {
                name: parameter.key.replace('.', "_"),
                sheet: name.to_owned(),
                cell: (row, VALUE),
            });
            checks.push(Check {
                rows: (row, row),
                column: VALUE,
                rule: allowed::rule(&parameter.kind, offered, language),
                title: parameter.key.chars().take(TITLE_LENGTH).collect(),
                refusal: allowed::refusal(&parameter.kind),
            });
            rows.push(parameter_row(parameter, template, language, grouped));
        }
    }
    let lines = (HEADING_ROW + 1, rows.len() as u32 - 1);
    checks.extend(words_of_columns(lines, language, grouped));
    InputSheet {
        name: name.to_owned(),
        tab: if grouped { Tab::Input } else { Tab::Settings },
        widths: if grouped { WIDTHS.into() } else { SETTINGS_WIDTHS.into() },
        rows,
        frozen: HEADING_ROW + 1,
        frozen_columns: if grouped { VALUE + 1 } else { 0 },
        table: None,
        checks,
        coloured: Some(Coloured {
            rows: lines,
            columns: vec![VALUE, place(BASIS, grouped)],
            basis: place(BASIS, grouped),
            words: basis_words(language),
        }),
        folds,
    }
}

/// The place of a heading on the sheet: settings have no distribution, so that sheet leaves its four columns out.
fn place(heading: u16, grouped: bool) -> u16 {
    if grouped || heading < DISTRIBUTION { heading } else { heading - (BASIS - DISTRIBUTION) }
}

fn headings(language: Language, grouped: bool) -> Vec<InputCell> {
    let cell = |(at, heading): (usize, &Heading)| {
        let look = Look::Heading { number: at == usize::from(VALUE) };
        InputCell::text(heading.label.lang(language), look)
    };
    let (before, after) = (HEADINGS.iter().enumerate(), HEADINGS.iter().enumerate());
    let of_law = grouped.then(|| uncertain::headings(language)).into_iter().flatten();
    let before = before.take(usize::from(DISTRIBUTION)).map(cell);
    before.chain(of_law).chain(after.skip(usize::from(BASIS)).map(cell)).collect()
}

fn parameter_row(parameter: &Parameter, template: &Template, language: Language, grouped: bool) -> Vec<InputCell> {
    let over = template.overrides.iter().find(|over| over.key == parameter.key);
    let (value, basis, source): (&Value, Basis, Text) = match over {
        Some(over) => (&over.value, over.basis, over.source),
        None => (&parameter.default, parameter.basis, parameter.source),
    };
    // A range says more than the value in it: the row's basis and source are those of the range.
    let stated = template.uncertainty.and_then(|stated| stated.of(parameter.key));
    let (basis, source) = stated.map_or((basis, source), |stated| (stated.basis, stated.source));
    let source = source.lang(language);
    // Whoever is handed a workbook in a language is answered in it.
    let own_language = settings::language(language);
    let value = if parameter.key == settings::LANGUAGE { &own_language } else { value };
    let value = InputCell {
        content: allowed::content(&parameter.kind, value, language),
        look: Look::Value { figure: allowed::figure(&parameter.kind, language), basis: Some(basis), right: true },
        note: Some(note(parameter, source, language)),
    };
    let words = |text: &str| InputCell::text(text, Look::Words);
    let mut row = vec![
        InputCell::text(parameter.key, Look::Key),
        words(parameter.label.lang(language)),
        value,
        words(parameter.unit.lang(language)),
    ];
    if grouped {
        match stated {
            Some(stated) => row.extend(uncertain::cells(Some(&stated.law), &parameter.kind, Some(basis), language)),
            None => row.extend(vec![InputCell::empty(Look::Words); usize::from(BASIS - DISTRIBUTION)]),
        }
    }
    row.push(InputCell::text(basis_word(basis, language), Look::Basis(basis)));
    row.push(words(source));
    row
}

/// What stands in the note on a value: what it does, what is allowed, where it comes from.
pub(super) fn note(parameter: &Parameter, source: &str, language: Language) -> String {
    let allowed = say!("Allowed: {allowed}.", allowed = parameter.kind.allowed());
    let from = say!("Source: {source}.", source);
    format!("{}\n{allowed}\n{from}", parameter.help.lang(language))
}

/// The drop-downs of the columns Distribution and Basis.
fn words_of_columns(rows: (u32, u32), language: Language, grouped: bool) -> Vec<Check> {
    let mut checks = vec![basis_check(rows, place(BASIS, grouped), language)];
    if grouped {
        checks.push(uncertain::check(rows, DISTRIBUTION, language));
    }
    checks
}
