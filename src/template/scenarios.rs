//! The sheet `Scenarios`: a row an edit.

use super::book::{Area, Check, Figure, InputCell, InputSheet, Look, Rule, Tab};
use super::{SetTo, Template, allowed, one_line, to_guide, uncertain};
use crate::inputs::SCENARIOS;
use crate::inputs::scenarios::HEADINGS;
use crate::language::Language;
use crate::schema::place::said_in;
use crate::schema::value::text;
use crate::schema::{self, Kind, Text};

/// The row of the headings.
const HEADING_ROW: u32 = 3;
/// Widths of the columns.
const WIDTHS: [u16; 4] = [32, 36, 22, 84];
/// Blank rows in which more can be entered.
const SPARE_ROWS: usize = 9;

const ABOUT: Text = text(
    "What is compared with the baseline: one row an edit; a blank scenario goes on with the one above.",
    "Ce qui est comparé à la référence : une ligne par changement ; sans nom, la ligne continue le scénario.",
);
const NOTES: [Text; 4] = [
    text(
        "A name of your choice. The baseline is what the other sheets say.",
        "Un nom au choix. La référence : les autres feuilles.",
    ),
    text(
        "A key of the sheet Parameters, a table cell such as Levels[Gold].base_discount or Segments[*].rivals_mean, or \
         include to start from another scenario.",
        "Une clé de la feuille Paramètres, une cellule de table comme Niveaux[Gold].base_discount ou \
         Segments[*].rivals_mean, ou include pour partir d'un autre scénario.",
    ),
    text(
        "A value, +2 pt to add percentage points, x 1.1 to multiply, or for include the scenario's name.",
        "Une valeur, +2 pt pour ajouter des points, x 1,1 pour multiplier, ou le nom du scénario pour include.",
    ),
    text("Printed beside the result.", "Imprimé à côté du résultat."),
];

/// The kind of what an edit names: a key, or a table's cell such as `Levels[Gold].threshold`.
pub(super) fn kind(target: &str) -> Option<&'static Kind> {
    let Some((sheet, rest)) = target.split_once('[') else {
        return schema::parameter(target).map(|parameter| &parameter.kind);
    };
    let (_, key) = rest.rsplit_once("].")?;
    let table = schema::TABLES.iter().find(|table| table.sheet.en == sheet)?;
    table.columns.iter().find(|column| column.key == key).map(|column| &column.kind)
}

/// The sheet; keys are offered from the first column of the sheet `parameters`.
pub(super) fn sheet(template: &Template, parameters: &InputSheet, language: Language) -> InputSheet {
    let name = SCENARIOS.lang(language);
    let mut rows =
        vec![one_line(name, Look::Title), one_line(ABOUT.lang(language), Look::Subtitle), to_guide(language)];
    let heading = |(heading, note): (&crate::inputs::heading::Heading, &Text)| {
        InputCell::text(heading.label.lang(language), Look::Heading { number: false }).note(note.lang(language))
    };
    let mut headings: Vec<InputCell> = HEADINGS.iter().zip(&NOTES).map(heading).collect();
    if template.uncertainty.is_some() {
        headings.extend(uncertain::headings(language));
    }
    let columns = headings.len();
    rows.push(headings);
    for scenario in template.scenarios {
        for (at, edit) in scenario.edits.iter().enumerate() {
            let (content, figure) = match &edit.to {
                SetTo::Scenario(name) => (super::Content::Text(name.lang(language).into()), Figure::Words),
                SetTo::Change(change) => (super::Content::Text((*change).into()), Figure::Words),
                SetTo::Value(value) => {
                    let of_kind = |kind| (allowed::content(kind, value, language), allowed::figure(kind, language));
                    let named = || (super::Content::Text(value.shown()), Figure::Words);
                    kind(edit.target).map_or_else(named, of_kind)
                }
            };
            let words = Look::value(Figure::Words, None);
            let name = if at == 0 { scenario.name.lang(language) } else { "" };
            let mut row = vec![
                if name.is_empty() { InputCell::empty(words) } else { InputCell::text(name, words) },
                InputCell::text(said_in(language, edit.target), words),
                InputCell { content, look: Look::Value { figure, basis: None, right: false }, note: None },
                InputCell::text(edit.why.lang(language), words),
            ];
            if let Some(stated) = template.uncertainty {
                let law = stated.of_edit(scenario.name.en, edit.target);
                row.extend(uncertain::cells(law, kind(edit.target).unwrap_or(&Kind::Name), None, language));
            }
            rows.push(row);
        }
    }
    rows.extend(vec![vec![InputCell::empty(Look::value(Figure::Words, None)); columns]; SPARE_ROWS]);
    let last = rows.len() as u32 - 1;
    let keys = Rule::Column {
        sheet: parameters.name.clone(),
        column: 0,
        rows: (super::parameters::HEADING_ROW + 1, parameters.rows.len() as u32 - 1),
        gaps: true,
    };
    let lines = (HEADING_ROW + 1, HEADING_ROW + 1_000);
    let mut checks = vec![Check {
        rows: lines,
        column: 1,
        rule: keys,
        title: HEADINGS[1].label.lang(language).to_owned(),
        refusal: None,
    }];
    checks.extend(template.uncertainty.map(|_| uncertain::check(lines, WIDTHS.len() as u16, language)));
    InputSheet {
        name: name.to_owned(),
        tab: Tab::Scenarios,
        widths: WIDTHS.into_iter().chain(uncertain::WIDTHS).take(columns).collect(),
        rows,
        frozen: HEADING_ROW + 1,
        frozen_columns: 0,
        table: Some(Area { name: SCENARIOS.en.to_owned(), heading: HEADING_ROW, last }),
        checks,
        coloured: None,
        folds: Vec::new(),
    }
}
