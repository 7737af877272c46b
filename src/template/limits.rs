//! The sheets `Levers` and `Guardrails` of a template.

use super::book::{Area, Check, Content, Figure, InputCell, InputSheet, Look, Rule, Tab};
use super::{Template, allowed, one_line, to_guide};
use crate::inputs::heading::Heading;
use crate::inputs::{GUARDRAILS, LEVERS, guardrails, levers};
use crate::language::Language;
use crate::schema::kind::Choice;
use crate::schema::place::said_in;
use crate::schema::value::text;
use crate::schema::{Text, Value};

/// A value that the optimiser may turn: its key, the least, the most and the step.
pub type TemplateLever = (&'static str, [Value; 3]);

/// A limit that scenarios must keep.
#[derive(Debug)]
pub struct TemplateGuardrail {
    /// The id of the measure.
    pub measure: &'static str,
    /// A key of [`guardrails::STATISTICS`].
    pub statistic: &'static str,
    /// `value` or `difference`.
    pub of: &'static str,
    /// A key of [`guardrails::OPERATORS`].
    pub operator: &'static str,
    /// The limit in the measure's unit.
    pub limit: f64,
    /// Why.
    pub why: Text,
}

const ABOUT_LEVERS: Text = text(
    "What partnersim optimise may turn: from Min to Max in steps. Yes/no and choices are tried in all their values.",
    "Ce que partnersim optimise peut régler : de Minimum à Maximum par pas. Oui/non et choix sont essayés en entier.",
);
const ABOUT_GUARDRAILS: Text = text(
    "Limits that scenarios must keep. Of: value, or difference with the baseline. Stop yes: a run that misses it exits with 3.",
    "Limites à respecter. De\u{a0}: valeur, ou écart avec la référence. Bloquant oui\u{a0}: la simulation finit avec le code 3.",
);

/// The row of the headings of both sheets.
const HEADING_ROW: u32 = 3;
/// Blank rows in which more can be entered.
const SPARE_ROWS: usize = 9;
/// How far below the headings entries are checked.
const CHECKED_ROWS: u32 = 1_000;

/// Both sheets; none where a template has neither levers nor guardrails.
pub(super) fn sheets(template: &Template, language: Language) -> Vec<InputSheet> {
    let Some(stated) = template.uncertainty else { return Vec::new() };
    vec![levers(stated.levers, language), guardrails(stated.guardrails, language)]
}

fn levers(stated: &[TemplateLever], language: Language) -> InputSheet {
    let words = Look::value(Figure::Words, None);
    let rows = stated.iter().filter_map(|(target, values)| {
        let kind = super::scenarios::kind(target)?;
        let value = |value: &Value| InputCell {
            content: allowed::content(kind, value, language),
            look: Look::value(allowed::figure(kind, language), None),
            note: None,
        };
        Some([InputCell::text(said_in(language, target), words)].into_iter().chain(values.iter().map(value)).collect())
    });
    sheet((LEVERS, ABOUT_LEVERS), levers::HEADINGS, &[38, 14, 14, 14], rows.collect(), Vec::new(), language)
}

fn guardrails(stated: &[TemplateGuardrail], language: Language) -> InputSheet {
    let words = Look::value(Figure::Words, None);
    let word = |word: &str| InputCell::text(word, words);
    let rows = stated.iter().map(|guardrail| {
        let limit = InputCell {
            content: Content::Number(guardrail.limit),
            look: Look::value(Figure::Number, None),
            note: None,
        };
        let mut row: Vec<InputCell> = vec![word(guardrail.measure)];
        let choices = [
            (guardrails::STATISTICS, guardrail.statistic),
            (guardrails::OFS, guardrail.of),
            (guardrails::OPERATORS, guardrail.operator),
        ];
        row.extend(choices.map(|(choices, key)| word(offered(choices, key, language))));
        row.push(limit);
        row.extend([
            word(""),
            word(""),
            word(""),
            word(&Value::YesNo(false).shown()),
            word(guardrail.why.lang(language)),
        ]);
        row
    });
    let lines = (HEADING_ROW + 1, HEADING_ROW + CHECKED_ROWS);
    let list = |column: u16, choices: Vec<String>| Check {
        rows: lines,
        column,
        title: guardrails::HEADINGS[usize::from(column)].label.lang(language).to_owned(),
        refusal: None,
        rule: Rule::List(choices),
    };
    let keys = |choices: &'static [Choice]| {
        choices.iter().map(|choice| offered(choices, choice.key, language).to_owned()).collect::<Vec<String>>()
    };
    let checks = vec![
        list(1, keys(guardrails::STATISTICS)),
        list(2, keys(guardrails::OFS)),
        list(3, keys(guardrails::OPERATORS)),
        list(8, [true, false].map(|yes| Value::YesNo(yes).shown()).to_vec()),
    ];
    let widths = [34, 13, 12, 10, 14, 16, 10, 20, 10, 70];
    sheet((GUARDRAILS, ABOUT_GUARDRAILS), guardrails::HEADINGS, &widths, rows.collect(), checks, language)
}

/// A word of a drop-down: in French by its label, which the reader takes as well; operators are signs in both.
fn offered(choices: &'static [Choice], key: &'static str, language: Language) -> &'static str {
    let choice = choices.iter().find(|choice| choice.key == key);
    let of = |choice: &'static Choice| if language == Language::Fr { choice.label.fr } else { choice.key };
    choice.filter(|choice| choice.key.starts_with(|letter: char| letter.is_ascii_alphabetic())).map_or(key, of)
}

fn sheet(
    (name, about): (Text, Text),
    headings: &[Heading],
    widths: &[u16],
    filled: Vec<Vec<InputCell>>,
    checks: Vec<Check>,
    language: Language,
) -> InputSheet {
    let heading = |(at, heading): (usize, &Heading)| {
        InputCell::text(heading.label.lang(language), Look::Heading { number: at > 0 && at < 4 })
    };
    let mut rows = vec![
        one_line(name.lang(language), Look::Title),
        one_line(about.lang(language), Look::Subtitle),
        to_guide(language),
        headings.iter().enumerate().map(heading).collect(),
    ];
    rows.extend(filled);
    let words = Look::value(Figure::Words, None);
    rows.extend(vec![vec![InputCell::empty(words); headings.len()]; SPARE_ROWS]);
    let last = rows.len() as u32 - 1;
    InputSheet {
        name: name.lang(language).to_owned(),
        tab: Tab::Input,
        widths: widths.to_vec(),
        rows,
        frozen: HEADING_ROW + 1,
        frozen_columns: 1,
        table: Some(Area { name: name.en.to_owned(), heading: HEADING_ROW, last }),
        checks,
        coloured: None,
        folds: Vec::new(),
    }
}
