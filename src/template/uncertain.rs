//! What a template says is uncertain: the columns Distribution, Low, Mode and High wherever they stand, and the sheets
//! `Uncertain cells` and `Correlations`.

use super::book::{Area, Check, Content, Figure, InputCell, InputSheet, Look, Rule, Tab};
use super::limits::{TemplateGuardrail, TemplateLever};
use super::provenance::{basis_check, basis_word};
use super::{Template, allowed, one_line, to_guide};
use crate::inputs::correlations::CORRELATION;
use crate::inputs::heading::Heading;
use crate::inputs::uncertain::{DISTRIBUTION, HEADINGS, HIGH, LOW, MODE};
use crate::inputs::{CORRELATIONS, UNCERTAIN_CELLS};
use crate::language::Language;
use crate::law::{FAMILIES, Family};
use crate::say;
use crate::schema::place::said_in;
use crate::schema::value::text;
use crate::schema::{Basis, Kind, Text, Value};

/// What is uncertain in a template.
#[derive(Debug)]
pub struct TemplateUncertainty {
    /// Parameters and table cells.
    pub inputs: &'static [TemplateInput],
    /// What scenarios set: the scenario's English name, the target of its edit, its distribution.
    pub edits: &'static [(&'static str, &'static str, TemplateLaw)],
    /// Names of two inputs and their rank correlation.
    pub correlations: &'static [(&'static str, &'static str, f64)],
    /// What the optimiser may turn.
    pub levers: &'static [TemplateLever],
    /// What scenarios must keep.
    pub guardrails: &'static [TemplateGuardrail],
}

/// An uncertain parameter or table cell.
#[derive(Debug)]
pub struct TemplateInput {
    /// A key, or a table cell.
    pub target: &'static str,
    /// Its distribution.
    pub law: TemplateLaw,
    /// How well founded that is.
    pub basis: Basis,
    /// Where it comes from.
    pub source: Text,
}

/// A distribution by Low, Mode and High; a blank Mode is the entered value.
#[derive(Debug)]
pub struct TemplateLaw {
    /// Its family.
    pub family: Family,
    /// Low.
    pub low: Value,
    /// High.
    pub high: Value,
}

/// Widths of the columns Distribution, Low, Mode, High.
pub(super) const WIDTHS: [u16; 4] = [24, 11, 11, 11];
/// The row of the headings of both sheets.
const HEADING_ROW: u32 = 3;
/// Blank rows in which more can be entered.
const SPARE_ROWS: usize = 9;
/// How far below the headings entries are checked.
const CHECKED_ROWS: u32 = 1_000;

const ABOUT_CELLS: Text = text(
    "What is uncertain in the tables: a row a cell; Segments[*].loyalty draws one value for all rows.",
    "Ce qui est incertain dans les tables : une ligne par cellule ; Segments[*].loyalty tire une valeur pour toutes.",
);
const ABOUT_CORRELATIONS: Text = text(
    "Rank correlations between uncertain inputs, from -1 to 1. One triangle is enough; blank is 0.",
    "Corrélations de rang entre entrées incertaines, de -1 à 1. Un triangle suffit ; vide vaut 0.",
);
const TARGET: Text = text(
    "A cell such as Segments[Servers].rivals_mean, all rows as Segments[*].loyalty, or a key.",
    "Une cellule comme Segments[Servers].rivals_mean, toutes les lignes comme Segments[*].loyalty, ou une clé.",
);
const NOTES: [Text; 4] = [
    text(
        "Blank or fixed: the value is certain. Else a family such as pert or normal, with Low and High; by percentiles \
         after uniform, triangular or pert makes Low and High percentiles; or a family with its own parameters, such as \
         normal(mean 8 %; sd 1 %), discrete(1: 20 %; 2: 80 %), empirical(Observations!B2:B40).",
        "Vide ou fixe : la valeur est certaine. Sinon une famille comme pert ou normale, avec Bas et Haut ; par centiles \
         après uniforme, triangulaire ou pert fait de Bas et Haut des centiles ; ou une famille et ses paramètres, comme \
         normale(moyenne 8 %; écart-type 1 %), discrète(1: 20 %; 2: 80 %), empirique(Observations!B2:B40).",
    ),
    text(
        "uniform, triangular, pert: the lowest value. Others: the percentile of settings.low_high.",
        "uniforme, triangulaire, pert : la valeur la plus basse. Autres : le centile de settings.low_high.",
    ),
    text(
        "triangular, pert: the most likely value; blank, the entered one. metalog: the median. Others: blank.",
        "triangulaire, pert : la valeur la plus probable ; vide, la valeur saisie. métalog : la médiane. Autres : vide.",
    ),
    text(
        "uniform, triangular, pert: the highest value. binomial: the trials. Others: the percentile of settings.low_high.",
        "uniforme, triangulaire, pert : la plus haute. binomiale : les essais. Autres : le centile de settings.low_high.",
    ),
];

/// The headings of the four columns, each with a note.
pub(super) fn headings(language: Language) -> impl Iterator<Item = InputCell> {
    [DISTRIBUTION, LOW, MODE, HIGH]
        .into_iter()
        .zip(NOTES)
        .enumerate()
        .map(move |(at, (heading, note))| heading_cell(&heading, at > 0, language).note(note.lang(language)))
}

fn heading_cell(heading: &Heading, number: bool, language: Language) -> InputCell {
    InputCell::text(heading.label.lang(language), Look::Heading { number })
}

/// The four cells of a row; without a law they are blank.
pub(super) fn cells(
    law: Option<&TemplateLaw>,
    kind: &Kind,
    basis: Option<Basis>,
    language: Language,
) -> Vec<InputCell> {
    let words = Look::value(Figure::Words, basis);
    let number = |value: Option<&Value>| InputCell {
        content: value.map_or(Content::Empty, |value| allowed::content(kind, value, language)),
        look: Look::value(allowed::figure(kind, language), basis),
        note: None,
    };
    let name = law.map(|law| InputCell::text(word(law.family, language), words));
    vec![
        name.unwrap_or_else(|| InputCell::empty(words)),
        number(law.map(|law| &law.low)),
        number(None),
        number(law.map(|law| &law.high)),
    ]
}

fn word(family: Family, language: Language) -> &'static str {
    let entry = family.entry();
    if language == Language::Fr { entry.french.name } else { entry.english.name }
}

/// The drop-down of a column Distribution; other entries are let in, since a law may be written with its parameters.
pub(super) fn check(rows: (u32, u32), column: u16, language: Language) -> Check {
    // What is given by values has no word alone.
    let families = FAMILIES.iter().map(|entry| entry.family);
    let alone = families.filter(|family| !matches!(family, Family::Discrete | Family::Empirical));
    let words = alone.map(|family| word(family, language).to_owned());
    let percentiles = [Family::Triangular, Family::Pert]
        .map(|family| say!("{family} by percentiles", family = word(family, language)));
    Check {
        rows,
        column,
        title: DISTRIBUTION.label.lang(language).to_owned(),
        refusal: None,
        rule: Rule::List([say!("fixed")].into_iter().chain(words).chain(percentiles).collect()),
    }
}

impl TemplateUncertainty {
    /// The law of a parameter.
    pub(super) fn of(&self, key: &str) -> Option<&TemplateInput> {
        self.inputs.iter().find(|input| input.target == key)
    }

    /// The law of an edit.
    pub(super) fn of_edit(&self, scenario: &str, target: &str) -> Option<&TemplateLaw> {
        self.edits.iter().find(|(of, edited, _)| *of == scenario && *edited == target).map(|(_, _, law)| law)
    }
}

/// The sheets `Uncertain cells` and `Correlations`; none where a template has nothing uncertain.
pub(super) fn sheets(template: &Template, language: Language) -> Vec<InputSheet> {
    template.uncertainty.map_or_else(Vec::new, |stated| vec![uncertain(stated, language), correlated(stated, language)])
}

fn uncertain(stated: &TemplateUncertainty, language: Language) -> InputSheet {
    let name = UNCERTAIN_CELLS.lang(language);
    let mut headings: Vec<InputCell> = vec![heading_cell(&HEADINGS[0], false, language).note(TARGET.lang(language))];
    headings.extend(self::headings(language));
    headings.extend(HEADINGS[5..].iter().map(|heading| heading_cell(heading, false, language)));
    let mut rows = vec![
        one_line(name, Look::Title),
        one_line(ABOUT_CELLS.lang(language), Look::Subtitle),
        to_guide(language),
        headings,
    ];
    let words = Look::value(Figure::Words, None);
    for input in stated.inputs {
        let Some(kind) = super::scenarios::kind(input.target).filter(|_| input.target.contains('[')) else { continue };
        let mut row = vec![InputCell::text(said_in(language, input.target), words)];
        row.extend(cells(Some(&input.law), kind, Some(input.basis), language));
        row.push(InputCell::text(basis_word(input.basis, language), Look::Basis(input.basis)));
        row.push(InputCell::text(input.source.lang(language), Look::Words));
        rows.push(row);
    }
    rows.extend(vec![vec![InputCell::empty(words); HEADINGS.len()]; SPARE_ROWS]);
    let last = rows.len() as u32 - 1;
    let lines = (HEADING_ROW + 1, HEADING_ROW + CHECKED_ROWS);
    InputSheet {
        name: name.to_owned(),
        tab: Tab::Input,
        widths: [36].into_iter().chain(WIDTHS).chain([13, 76]).collect(),
        rows,
        frozen: HEADING_ROW + 1,
        frozen_columns: 1,
        table: Some(Area { name: UNCERTAIN_CELLS.en.replace(' ', "_"), heading: HEADING_ROW, last }),
        checks: vec![check(lines, 1, language), basis_check(lines, 5, language)],
        coloured: None,
        folds: Vec::new(),
    }
}

fn correlated(stated: &TemplateUncertainty, language: Language) -> InputSheet {
    let name = CORRELATIONS.lang(language);
    let mut names: Vec<&str> = Vec::new();
    for named in stated.correlations.iter().flat_map(|(one, other, _)| [*one, *other]) {
        if !names.contains(&named) {
            names.push(named);
        }
    }
    let corner = &*say!("Input");
    let look = Look::Heading { number: false };
    let heading = [corner].iter().chain(&names).map(|name| InputCell::text(said_in(language, name), look)).collect();
    let mut rows = vec![
        one_line(name, Look::Title),
        one_line(ABOUT_CORRELATIONS.lang(language), Look::Subtitle),
        to_guide(language),
        heading,
    ];
    let number = |value: Option<f64>| InputCell {
        content: value.map_or(Content::Empty, Content::Number),
        look: Look::value(Figure::Number, None),
        note: None,
    };
    for (at, row) in names.iter().enumerate() {
        let mut cells = vec![InputCell::text(said_in(language, row), Look::Key)];
        cells.extend(names.iter().enumerate().map(|(other, column)| {
            let pair =
                |(one, two, _): &&(&str, &str, f64)| (one == row && two == column) || (one == column && two == row);
            let given = stated.correlations.iter().find(pair).map(|(_, _, value)| *value);
            number(if at == other { Some(1.0) } else { given.filter(|_| other < at) })
        }));
        rows.push(cells);
    }
    let last = rows.len() as u32 - 1;
    let check = |column: usize| Check {
        rows: (HEADING_ROW + 1, last),
        column: column as u16,
        rule: Rule::Between(-1.0, 1.0),
        title: name.to_owned(),
        refusal: Some(CORRELATION.must()),
    };
    InputSheet {
        name: name.to_owned(),
        tab: Tab::Input,
        widths: vec![30; names.len() + 1],
        rows,
        frozen: HEADING_ROW + 1,
        frozen_columns: 1,
        table: None,
        checks: (1..=names.len()).map(check).collect(),
        coloured: None,
        folds: Vec::new(),
    }
}
