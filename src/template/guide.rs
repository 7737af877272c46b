//! The sheet `Guide`: what to fill in, what each sheet is, what the colours say.

use super::book::{Content, InputCell, InputSheet, Look, Tab};
use super::parameters::basis_word;
use super::{Figure, Template, one_line};
use crate::inputs::{CORRELATIONS, GUIDE, PARAMETERS, SCENARIOS, SETTINGS, UNCERTAIN_CELLS};
use crate::language::Language;
use crate::schema::value::text;
use crate::schema::{Basis, Text};

const STEPS: Text = text("What to do", "Que faire");
const STEP: [Text; 5] = [
    text(
        "Save this workbook under a name of your own. It is complete: it can be run as it is.",
        "Enregistrez ce classeur sous votre propre nom. Il est complet : il peut tourner tel quel.",
    ),
    text(
        "Go through the coloured cells of Parameters and of the tables and put your own figures in. Each cell says \
         what it is for and what is allowed.",
        "Parcourez les cellules colorées de Paramètres et des tables et mettez vos chiffres. Chaque cellule dit à quoi \
         elle sert et ce qui est admis.",
    ),
    text(
        "On Scenarios, write what you want to compare with that baseline, and why.",
        "Dans Scénarios, écrivez ce que vous voulez comparer à cette référence, et pourquoi.",
    ),
    text(
        "Check: partnersim check \"your file.xlsx\" names every problem with its cell.",
        "Vérifiez : partnersim check \"votre fichier.xlsx\" nomme chaque problème avec sa cellule.",
    ),
    text(
        "Run: partnersim run \"your file.xlsx\" writes the result into the folder you work in. This workbook is \
         never changed.",
        "Lancez : partnersim run \"votre fichier.xlsx\" écrit le résultat dans le dossier courant. Ce classeur n'est \
         jamais modifié.",
    ),
];
const NOTES: Text = text("What it rests on", "Sur quoi il repose");
const SHEETS: Text = text("The sheets", "Les feuilles");
const COLOURS: Text = text("The colours", "Les couleurs");
const ABOUT_PARAMETERS: Text = text(
    "The programme's rules and the market's figures, one row each.",
    "Les règles du programme et les chiffres du marché, une ligne chacun.",
);
const ABOUT_SCENARIOS: Text = text("What is compared with the baseline.", "Ce qui est comparé à la référence.");
const ABOUT_SETTINGS: Text = text(
    "Number of trials, seed, start, horizon, currency and language.",
    "Nombre de tirages, graine, début, horizon, monnaie et langue.",
);
const BASES: [(Basis, Text); 3] = [
    (Basis::Fact, text("Stated by a source.", "Énoncé par une source.")),
    (Basis::Derived, text("Arithmetic on facts.", "Calculé à partir de faits.")),
    (Basis::Assumption, text("Chosen; to be discussed.", "Choisi ; à discuter.")),
];
const BLANK: (Text, Text) =
    (text("to fill in", "à remplir"), text("Yours to fill in, or to leave blank.", "À remplir, ou à laisser vide."));
const ABOUT_CELLS: Text = text("What is uncertain in the tables.", "Ce qui est incertain dans les tables.");
const ABOUT_CORRELATIONS: Text = text(
    "Which uncertain inputs tend to be high or low together.",
    "Quelles entrées incertaines tendent à être hautes ou basses ensemble.",
);

/// The sheet.
pub(super) fn sheet(template: &Template, language: Language) -> InputSheet {
    let mut rows = vec![
        one_line(template.title.lang(language), Look::Title),
        one_line(template.about.lang(language), Look::Subtitle),
        Vec::new(),
        section(STEPS, language),
    ];
    for (number, step) in (1..).zip(STEP) {
        let look = Look::Step;
        rows.push(vec![
            InputCell { content: Content::Number(f64::from(number)), look, note: None },
            InputCell::text(step.lang(language), Look::Words),
        ]);
    }
    if !template.notes.is_empty() {
        rows.push(Vec::new());
        rows.push(section(NOTES, language));
        let note = |note: &Text| vec![InputCell::empty(Look::Words), InputCell::text(note.lang(language), Look::Words)];
        rows.extend(template.notes.iter().map(note));
    }
    rows.push(Vec::new());
    rows.push(section(SHEETS, language));
    let tables = template.tables.iter().map(|table| (table.table.sheet, table.table.help));
    let uncertain = [(UNCERTAIN_CELLS, ABOUT_CELLS), (CORRELATIONS, ABOUT_CORRELATIONS)];
    let all = [(PARAMETERS, ABOUT_PARAMETERS)]
        .into_iter()
        .chain(tables)
        .chain([(SCENARIOS, ABOUT_SCENARIOS)])
        .chain(template.uncertainty.into_iter().flat_map(|_| uncertain))
        .chain([(SETTINGS, ABOUT_SETTINGS)]);
    for (sheet, about) in all {
        let link = Content::Link(sheet.lang(language).into());
        rows.push(vec![
            InputCell { content: link, look: Look::Key, note: None },
            InputCell::text(about.lang(language), Look::Words),
        ]);
    }
    rows.push(Vec::new());
    rows.push(section(COLOURS, language));
    for (basis, about) in BASES {
        let word = InputCell::text(basis_word(basis, language), Look::Basis(basis));
        rows.push(vec![word, InputCell::text(about.lang(language), Look::Words)]);
    }
    let blank = InputCell::text(BLANK.0.lang(language), Look::value(Figure::Words, None));
    rows.push(vec![blank, InputCell::text(BLANK.1.lang(language), Look::Words)]);
    InputSheet {
        name: GUIDE.lang(language).to_owned(),
        tab: Tab::Guide,
        widths: vec![22, 126],
        rows,
        frozen: 0,
        frozen_columns: 0,
        table: None,
        checks: Vec::new(),
        coloured: None,
    }
}

fn section(title: Text, language: Language) -> Vec<InputCell> {
    vec![InputCell::text(title.lang(language), Look::Section), InputCell::empty(Look::Section)]
}
