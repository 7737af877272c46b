//! The sheet `Guide`: what to fill in, what each sheet is, what the colours say.

use super::book::{Content, InputCell, InputSheet, Look, Tab};
use super::provenance::basis_word;
use super::{Figure, Template, one_line};
use crate::inputs::{CORRELATIONS, GUARDRAILS, GUIDE, LEVERS, PARAMETERS, SCENARIOS, SETTINGS, UNCERTAIN_CELLS};
use crate::language::Language;
use crate::schema::value::text;
use crate::schema::{Basis, Text};

const STEPS: Text = text("Three steps", "Trois étapes");
const STEP: [Text; 3] = [
    text(
        "Fill in. Save this workbook under a name of your own and put your figures into the coloured cells of Parameters and \
         of the tables. It is complete as it is: change what you know, leave the rest. Point at a value to read what it does, \
         what is allowed and where it comes from.",
        "Remplir. Enregistrez ce classeur sous un nom à vous et mettez vos chiffres dans les cellules colorées de Paramètres \
         et des tables. Il est complet tel quel\u{a0}: changez ce que vous savez, laissez le reste. Survolez une valeur pour \
         lire son rôle, ce qui est admis et d'où elle vient.",
    ),
    text(
        "Compare. On Scenarios, write what you want to hold against this baseline, a row for each change, and why. What stands \
         there are examples.",
        "Comparer. Dans Scénarios, écrivez ce que vous voulez comparer à cette référence, une ligne par changement, et \
         pourquoi. Ce qui s'y trouve sert d'exemple.",
    ),
    text(
        "Run. partnersim check \"your file.xlsx\" names every problem with its cell; partnersim run \"your file.xlsx\" plays \
         the scenarios and writes the result into the folder you work in. This workbook is never changed.",
        "Lancer. partnersim check \"votre fichier.xlsx\" nomme chaque problème avec sa cellule\u{a0}; partnersim run \
         \"votre fichier.xlsx\" joue les scénarios et écrit le résultat dans le dossier courant. Ce classeur n'est jamais \
         modifié.",
    ),
];
const RESULT: Text = text("Where results come from", "D'où viennent les résultats");
const ABOUT_RESULT: [(Text, Text); 3] = [
    (
        text("The same futures", "Les mêmes futurs"),
        text(
            "The baseline and every scenario are played on the same thousands of simulated futures, from the values of this \
         workbook alone. The same workbook, seed and version give the same figures, to the byte.",
            "La référence et chaque scénario sont joués sur les mêmes milliers de futurs simulés, à partir des seules valeurs de \
         ce classeur. Mêmes classeur, graine et version\u{a0}: mêmes chiffres, à l'octet près.",
        ),
    ),
    (
        text("Every value has its cell", "À chaque valeur sa cellule"),
        text(
            "The result's first sheet answers on one page; its sheet Inputs names, for each value, the cell of this workbook that \
         it came from. A row or a sheet that you delete here takes its documented default, and is marked so.",
            "La première feuille du résultat répond en une page\u{a0}; sa feuille Données nomme, pour chaque valeur, la cellule de \
         ce classeur d'où elle vient. Une ligne ou une feuille supprimée ici prend sa valeur par défaut, et c'est dit.",
        ),
    ),
    (
        text("Formulas", "Formules"),
        text(
            "In formulas, a value goes by its key with underscores, such as =quotations_expected_per_year*quotation_support. Cells \
         may hold formulas: their saved value counts.",
            "Dans les formules, une valeur porte le nom de sa clé avec des tirets bas, comme \
         =quotations_expected_per_year*quotation_support. Une cellule peut contenir une formule\u{a0}: sa valeur enregistrée \
         compte.",
        ),
    ),
];
const SUBJECTS: Text = text("Parameters by subject", "Paramètres par sujet");
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
pub(super) const ABOUT_CELLS: Text = text("What is uncertain in the tables.", "Ce qui est incertain dans les tables.");
const ABOUT_CORRELATIONS: Text = text(
    "Which uncertain inputs tend to be high or low together.",
    "Quelles entrées incertaines tendent à être hautes ou basses ensemble.",
);

const ABOUT_LEVERS: Text =
    text("What partnersim optimise may turn, and how far.", "Ce que partnersim optimise peut régler, et jusqu'où.");
const ABOUT_GUARDRAILS: Text = text("Limits that scenarios must keep.", "Limites que les scénarios doivent respecter.");

/// The sheet; the titles of groups are looked up on the sheet `parameters`.
pub(super) fn sheet(template: &Template, parameters: &InputSheet, language: Language) -> InputSheet {
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
    rows.extend(legend(language));
    if !template.notes.is_empty() {
        rows.extend([Vec::new(), section(NOTES, language)]);
        let note = |note: &Text| vec![InputCell::empty(Look::Words), InputCell::text(note.lang(language), Look::Words)];
        rows.extend(template.notes.iter().map(note));
    }
    rows.extend([Vec::new(), section(RESULT, language)]);
    rows.extend(
        ABOUT_RESULT.map(|line| [line.0, line.1].map(|text| InputCell::text(text.lang(language), Look::Words)).into()),
    );
    rows.push(Vec::new());
    rows.push(section(SHEETS, language));
    let tables = template.tables.iter().map(|table| (table.table.sheet, table.table.help));
    let uncertain = [
        (UNCERTAIN_CELLS, ABOUT_CELLS),
        (CORRELATIONS, ABOUT_CORRELATIONS),
        (LEVERS, ABOUT_LEVERS),
        (GUARDRAILS, ABOUT_GUARDRAILS),
    ];
    let all = [(PARAMETERS, ABOUT_PARAMETERS)]
        .into_iter()
        .chain(tables)
        .chain([(SCENARIOS, ABOUT_SCENARIOS)])
        .chain(template.uncertainty.into_iter().flat_map(|_| uncertain))
        .chain([(SETTINGS, ABOUT_SETTINGS)]);
    for (sheet, about) in all {
        let name = sheet.lang(language);
        rows.push(vec![link(name, name, 0), InputCell::text(about.lang(language), Look::Words)]);
    }
    rows.extend(subjects(template, parameters, language));
    InputSheet {
        name: GUIDE.lang(language).to_owned(),
        tab: Tab::Guide,
        widths: vec![30, 122],
        rows,
        frozen: 0,
        frozen_columns: 0,
        table: None,
        checks: Vec::new(),
        coloured: None,
        folds: Vec::new(),
    }
}

/// Lists a sheet more among the sheets of a guide, before the settings.
pub(super) fn list(guide: &mut InputSheet, name: &str, about: &str, language: Language) {
    let settings = SETTINGS.lang(language);
    let is_settings = |row: &Vec<InputCell>| matches!(row.first().map(|cell| &cell.content), Some(Content::Link { sheet, row: 0, .. }) if sheet == settings);
    let at = guide.rows.iter().position(is_settings).unwrap_or(guide.rows.len());
    guide.rows.insert(at, vec![link(name, name, 0), InputCell::text(about, Look::Words)]);
}

/// What the colours of values say.
fn legend(language: Language) -> Vec<Vec<InputCell>> {
    let mut rows = vec![Vec::new(), section(COLOURS, language)];
    for (basis, about) in BASES {
        let word = InputCell::text(basis_word(basis, language), Look::Basis(basis));
        rows.push(vec![word, InputCell::text(about.lang(language), Look::Words)]);
    }
    let blank = InputCell::text(BLANK.0.lang(language), Look::value(Figure::Words, None));
    rows.push(vec![blank, InputCell::text(BLANK.1.lang(language), Look::Words)]);
    rows
}

/// The groups of parameters, each with the way to it and what it holds.
fn subjects(template: &Template, parameters: &InputSheet, language: Language) -> Vec<Vec<InputCell>> {
    let titles = (0..).zip(&parameters.rows).filter(|(_, row)| row.get(1).is_some_and(|cell| cell.look == Look::Group));
    let mut rows = vec![Vec::new(), section(SUBJECTS, language)];
    for ((row, _), group) in titles.zip(template.groups) {
        let labels: Vec<&str> = group.parameters.iter().map(|parameter| parameter.label.lang(language)).collect();
        let labels = InputCell::text(labels.join(", "), Look::Words);
        rows.push(vec![link(group.title.lang(language), &parameters.name, row), labels]);
    }
    rows
}

fn link(words: &str, sheet: &str, row: u32) -> InputCell {
    let content = Content::Link { words: words.to_owned(), sheet: sheet.to_owned(), row };
    InputCell { content, look: Look::Link, note: None }
}

fn section(title: Text, language: Language) -> Vec<InputCell> {
    vec![InputCell::text(title.lang(language), Look::Section), InputCell::empty(Look::Section)]
}
