//! Every error and note the reading of a workbook can end in, each with a reproducing input in `tests/errors/<id>.txt`.
//!
//! The first line of such a file is a sentence for docs/errors.md, which is made from them ([`page`]). Then may come
//! `at: Sheet!C4`, the cell the error must name, `read as: log` for a log of past opportunities, and the workbook itself
//! ([`workbook`]) or `raw:` with the name of a recipe for a file that is none.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use partnersim::calibrate::log;
use partnersim::diagnostic::{Diagnostics, text::render};
use partnersim::language::{Language, speaking};
use partnersim::sheet::read::{read, read_input};
use partnersim::study::guardrails;
use partnersim::{check, inputs, scenario, uncertainty};

pub mod workbook;

/// One reproducing input.
struct Example {
    /// The id it is for.
    id: String,
    /// What it shows.
    sentence: String,
    /// The cell the error names.
    at: Option<String>,
    /// What the program reports about the file.
    found: Diagnostics,
    /// The same in French, and as the terminal shows it.
    french: (Diagnostics, String),
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// All examples, read once for all tests.
fn examples() -> &'static [Example] {
    static EXAMPLES: OnceLock<Vec<Example>> = OnceLock::new();
    EXAMPLES.get_or_init(|| {
        let files = files_under(&root().join("tests/errors"), "txt");
        files.iter().map(|file| example(file)).collect()
    })
}

fn example(file: &Path) -> Example {
    let id = file.file_stem().expect("a name").to_string_lossy().into_owned();
    let text = fs::read_to_string(file).expect("an example can be read");
    let (sentence, rest) = text.split_once('\n').expect("a sentence stands in the first line");
    let (at, rest) = match rest.strip_prefix("at: ").and_then(|rest| rest.split_once('\n')) {
        Some((at, rest)) => (Some(at.to_owned()), rest),
        None => (None, rest),
    };
    let (log, rest) = match rest.strip_prefix("read as: log\n") {
        Some(rest) => (true, rest),
        None => (false, rest),
    };
    let bytes = match rest.strip_prefix("raw: ") {
        Some(recipe) => workbook::from_recipe(recipe.trim()),
        None => workbook::from_text(rest),
    };
    let found = || if log { of_log(&bytes) } else { reported(&bytes) };
    let french = speaking(Language::Fr, || {
        let found = found();
        let shown = render("programme.xlsx", &found);
        (found, shown)
    });
    Example { id, sentence: sentence.to_owned(), at, found: found(), french }
}

/// All files with an extension in a folder and those below it, in the order of their names.
fn files_under(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder can be read") {
        let path = entry.expect("an entry can be read").path();
        if path.is_dir() {
            files.extend(files_under(&path, extension));
        } else if path.extension().is_some_and(|found| found == extension) {
            files.push(path);
        }
    }
    files.sort();
    files
}

/// What the program reports about a file.
pub fn reported(bytes: &[u8]) -> Diagnostics {
    let grid = match read_input(bytes) {
        Ok(grid) => grid,
        Err(diagnostic) => return diagnostic.into(),
    };
    let mut found = Diagnostics::default();
    let inputs = inputs::read(&grid, &mut found);
    check::baseline(&inputs, &mut found);
    let scenarios = scenario::build(&inputs, &mut found);
    uncertainty::build(&inputs, &scenarios, &mut found);
    guardrails::build(&inputs, &mut found);
    let sheets: Vec<_> = grid.sheets.iter().map(|sheet| sheet.name.clone()).collect();
    found.in_workbook_order(&sheets)
}

/// What the program reports about a log of past opportunities.
fn of_log(bytes: &[u8]) -> Diagnostics {
    let mut found = Diagnostics::default();
    log::read(&read(bytes).expect("a workbook"), &partnersim::schema::defaults(), &mut found);
    found
}

/// The page of all errors, docs/errors.md.
pub fn page() -> String {
    let mut page = String::from(
        "# Errors and notes\n\n<!-- Written by a test from tests/errors/; do not edit. -->\n\n\
         Each is printed with the workbook's name and, where there is one, the cell. All problems of a workbook are \
         reported\nat once, in its order. An error refuses the workbook; a note says how something was understood. \
         Every one of them has\nan input in [tests/errors](../tests/errors) that ends in it.\n",
    );
    for example in examples() {
        let first =
            example.found.iter().find(|diagnostic| diagnostic.id == example.id).expect("the example shows its error");
        let shown = render("programme.xlsx", &first.clone().into());
        page.push_str(&format!("\n## {}\n\n{}\n\n```text\n{shown}```\n", example.id, example.sentence));
    }
    page
}

#[test]
fn every_example_ends_in_its_error_at_its_cell_and_in_no_other() {
    let mut wrong = String::new();
    for Example { id, sentence, at, found, .. } in examples() {
        let ids: BTreeSet<&str> = found.iter().map(|diagnostic| diagnostic.id).collect();
        let place = found.iter().next().and_then(|diagnostic| diagnostic.at.as_ref()).map(|cell| cell.to_string());
        if ids != BTreeSet::from([id.as_str()]) || place != *at {
            wrong.push_str(&format!("\n{id}, at {at:?}:\n{:.2000}", render("programme.xlsx", found)));
        }
        assert!(sentence.ends_with('.') && sentence.len() < 160, "{id}: {sentence}");
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// Words that English sentences can hardly do without.
const ENGLISH: [&str; 20] = [
    "the", "must", "is", "are", "not", "no", "and", "with", "of", "to", "it", "there", "found", "write", "leave",
    "error", "hint", "which", "did", "you",
];

/// The runs of digits of a text, in order, without what sets thousands and decimals apart.
fn figures(text: &str) -> Vec<String> {
    let letters: Vec<char> = text.chars().collect();
    let digit = |at: usize| letters.get(at).is_some_and(char::is_ascii_digit);
    let joins = |at: usize| at > 0 && digit(at - 1) && digit(at + 1) && ".,\u{202f}".contains(letters[at]);
    let kept = (0..letters.len()).filter(|at| !joins(*at)).map(|at| letters[at]).collect::<String>();
    let mut figures: Vec<String> =
        kept.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty()).map(str::to_owned).collect();
    figures.sort();
    figures
}

#[test]
fn every_example_is_told_in_french_with_the_same_ids_cells_and_figures() {
    let mut wrong = String::new();
    for Example { id, found, french: (french, shown), .. } in examples() {
        let places = |found: &Diagnostics| found.iter().map(|d| (d.id, d.at.clone(), d.severity)).collect::<Vec<_>>();
        assert_eq!(places(found), places(french), "{id}");
        let ids: BTreeSet<&str> = found.iter().map(|diagnostic| diagnostic.id).collect();
        let said = ids.iter().fold(shown.clone(), |text, id| text.replace(&format!("[{id}]"), ""));
        // What the workbook says stands between quotation marks.
        let said = said.split(['«', '»']).step_by(2).collect::<String>();
        let words: BTreeSet<&str> = said.split(|c: char| !c.is_alphabetic()).collect();
        let english: Vec<_> = ENGLISH.iter().filter(|word| words.contains(*word)).collect();
        if !english.is_empty() || figures(&render("programme.xlsx", found)) != figures(shown) {
            wrong.push_str(&format!("\n{id}, {english:?}:\n{shown:.1500}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn figures_are_compared_whatever_sets_their_digits_apart() {
    assert_eq!(figures("5,000,000 of 7.5 %, B2"), figures("B2, 7,5\u{a0}% de 5\u{202f}000\u{202f}000"));
    assert_ne!(figures("8 % or 0.08"), figures("8 % ou 0,8"));
}

/// What stands before an id in the source text.
const BEFORE_IDS: [&str; 6] = ["error(", "note(", "refuse(", "problem(", "out(", "id: "];

/// Words with hyphens that follow one of [`BEFORE_IDS`], with the files they stand in.
fn ids_in_the_source() -> BTreeMap<String, PathBuf> {
    let mut ids = BTreeMap::new();
    for file in files_under(&root().join("src"), "rs") {
        let text = fs::read_to_string(&file).expect("source text can be read");
        for before in BEFORE_IDS {
            for (at, _) in text.match_indices(before) {
                let Some(quoted) = text[at + before.len()..].trim_start().strip_prefix('"') else { continue };
                let word = quoted.split('"').next().unwrap_or_default();
                if word.contains('-') && word.chars().all(|c| c == '-' || c.is_ascii_lowercase()) {
                    ids.insert(word.to_owned(), file.clone());
                }
            }
        }
    }
    ids
}

#[test]
fn every_error_of_the_source_has_an_example_and_every_example_an_error() {
    let in_source = ids_in_the_source();
    let in_examples: BTreeSet<String> = examples().iter().map(|example| example.id.clone()).collect();
    for (id, file) in &in_source {
        assert!(in_examples.contains(id), "tests/errors/{id}.txt is missing; the id is in {}", file.display());
    }
    for id in in_examples {
        assert!(in_source.contains_key(&id), "no error in src has the id of tests/errors/{id}.txt");
    }
}
