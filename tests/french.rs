//! Results in French: nothing English is left in them, and they tell the same figures.

use std::collections::BTreeSet;
use std::fs;
use std::io::{Cursor, Read};
use std::path::Path;
use std::process::Command;

use calamine::{Data, Reader, Xlsx};
use partnersim::diagnostic::Diagnostics;
use partnersim::inputs::{self, Inputs};
use partnersim::schema::{self, Choice, Kind, TABLES, Value};
use partnersim::sheet::read;
use zip::ZipArchive;

/// Words that no French sentence has.
const ENGLISH: &[&str] = &[
    "the",
    "of",
    "is",
    "are",
    "with",
    "and",
    "by",
    "than",
    "from",
    "not",
    "what",
    "which",
    "under",
    "over",
    "each",
    "every",
    "to",
    "at",
    "for",
    "in",
    "its",
    "their",
    "only",
    "where",
    "difference",
    "baseline",
    "reading",
    "trials",
    "partners",
    "vendor",
    "customers",
    "year",
    "years",
    "months",
    "mean",
    "share",
    "scenario",
    "yes",
    "better",
];

/// The result of a shipped scenario, both readings of a few trials.
pub fn result(scenario: &Path, language: &str) -> Vec<u8> {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("result.xlsx");
    let output = Command::new(env!("CARGO_BIN_EXE_partnersim"))
        .args(["run", &scenario.display().to_string(), "--output", &file.display().to_string()])
        .args(["--trials", "6", "--reading", "both", "--lang", language, "--quiet"])
        .output()
        .expect("the program runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    fs::read(file).expect("a result")
}

/// Every text of a workbook: of cells, notes, charts, their descriptions and the document's properties.
fn texts(bytes: &[u8]) -> BTreeSet<String> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let mut found = BTreeSet::new();
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).expect("a part");
        // Sheets and tables hold numbers, and headings that stand among the shared texts.
        let told = ["sharedStrings", "comments", "charts/", "drawings/drawing", "docProps/core", "workbook.xml"];
        let name = part.name().expect("a name").into_owned();
        if !told.iter().any(|told| name.contains(told)) || name.ends_with(".rels") {
            continue;
        }
        let mut xml = String::new();
        part.read_to_string(&mut xml).expect("UTF-8");
        found.extend(xml.split('>').skip(1).filter_map(|rest| rest.split('<').next()).map(plain));
        for attribute in ["descr=\"", "<sheet name=\""] {
            found.extend(xml.split(attribute).skip(1).filter_map(|rest| rest.split('"').next()).map(plain));
        }
    }
    found
}

/// A text of XML without its entities.
pub fn plain(xml: &str) -> String {
    let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&#39;", "'"), ("&amp;", "&")];
    entities.iter().fold(xml.to_owned(), |text, (entity, letter)| text.replace(entity, letter))
}

/// Words of the lines that a result carries of its input.
const CARRIED: [&str; 5] = ["reading", "both", "trials", "Embedded input", "fr"];

/// The numbers of every sheet, in the order of reading.
fn numbers(bytes: &[u8]) -> Vec<Vec<f64>> {
    let mut workbook = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
    let sheets = workbook.worksheets();
    let number = |cell: &Data| match cell {
        Data::Int(number) => Some(*number as f64),
        Data::Float(number) => Some(*number),
        Data::DateTime(day) => Some(day.as_f64()),
        _ => None,
    };
    sheets.iter().map(|(_, range)| range.cells().filter_map(|(_, _, cell)| number(cell)).collect()).collect()
}

/// What the user wrote, which is not translated: names, reasons, sources.
fn own_words(inputs: &Inputs) -> BTreeSet<String> {
    let mut words = BTreeSet::new();
    for table in TABLES {
        for row in 0..(table.len)(&inputs.programme) {
            words.extend(table.columns.iter().filter_map(|column| match (column.get)(&inputs.programme, row) {
                Value::Name(name) => Some(name.into_owned()),
                _ => None,
            }));
        }
    }
    words.extend(inputs.origins.values().map(|origin| origin.source.clone()));
    for scenario in &inputs.scenarios {
        words.insert(scenario.name.to_string());
        words.extend(scenario.edits.iter().map(|edit| edit.why.clone()));
    }
    words.extend(inputs.guardrails.iter().map(|guardrail| guardrail.why.clone()));
    words.extend(inputs.uncertain.iter().map(|uncertain| uncertain.source.clone()));
    words
}

/// The English words of a text.
fn english(text: &str) -> Vec<&str> {
    let words = text.split(|letter: char| letter.is_whitespace() || "'’".contains(letter));
    let words = words.map(|word| word.trim_matches(|letter: char| !letter.is_alphanumeric()));
    words.filter(|word| ENGLISH.contains(&word.to_lowercase().as_str())).collect()
}

/// The words of every choice that a workbook may hold.
fn choices() -> impl Iterator<Item = &'static Choice> {
    let parameters = schema::parameters().chain(schema::settings::SETTINGS.parameters).map(|entry| &entry.kind);
    let columns = TABLES.iter().flat_map(|table| table.columns).map(|column| &column.kind);
    parameters.chain(columns).flat_map(|kind| match kind {
        Kind::Choice(choices) => *choices,
        _ => &[],
    })
}

/// Plays a shipped scenario in both languages and compares the results.
fn is_said_in_french(name: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios").join(name).join("scenario.xlsx");
    let grid = read::read(&fs::read(&file).expect("the scenario")).expect("a workbook");
    let inputs = inputs::read(&grid, &mut Diagnostics::default());
    // The longest first, for one may be a part of another.
    let mut own: Vec<String> = own_words(&inputs).into_iter().filter(|words| !english(words).is_empty()).collect();
    own.sort_by_key(|words| std::cmp::Reverse(words.len()));
    let [in_english, in_french] = ["en", "fr"].map(|language| result(&file, language));
    assert!(
        texts(&in_english).iter().filter(|text| !english(text).is_empty()).count() > 200,
        "{name}: the words are used"
    );
    let without_own = |text: &String| own.iter().fold(text.clone(), |text, words| text.replace(words.as_str(), ""));
    // What a result carries of its input is the user's, cell by cell, on a sheet that is not shown: `B="..."`.
    let is_carried = |text: &str| {
        let letters = text.trim_start_matches(|letter: char| letter.is_ascii_uppercase());
        let sheet = grid.sheets.iter().any(|sheet| &*sheet.name == text);
        (letters.len() < text.len() && letters.starts_with('=')) || CARRIED.contains(&text) || sheet
    };
    let left: Vec<String> = texts(&in_french)
        .into_iter()
        .filter(|text| !is_carried(text))
        .filter(|text| !english(text).is_empty() && !english(&without_own(text)).is_empty())
        .collect();
    assert!(left.is_empty(), "{name}: {} English texts are left:\n{left:#?}", left.len());
    // Cells of tables are named as an edit names them in French: `Niveaux[Gold].threshold`.
    let tables = TABLES.iter().filter(|table| table.sheet.en != table.sheet.fr);
    let tables: Vec<String> = tables.map(|table| format!("{}[", table.sheet.en)).collect();
    let is_english = |text: &String| tables.iter().any(|table| without_own(text).contains(table.as_str()));
    let named: Vec<String> =
        texts(&in_french).into_iter().filter(|text| !is_carried(text) && is_english(text)).collect();
    assert!(named.is_empty(), "{name}: {} English names are left:\n{named:#?}", named.len());
    let words: Vec<&str> = choices().filter(|choice| choice.label.fr != choice.key).map(|choice| choice.key).collect();
    let is_key = |text: &String| words.contains(&text.as_str()) && !is_carried(text);
    let chosen: Vec<String> = texts(&in_french).into_iter().filter(is_key).collect();
    assert!(chosen.is_empty(), "{name}: English choices are left: {chosen:?}");
    let start = inputs.programme.settings.start;
    let from = format!(" mois à partir du {:02}/{:02}/{:04}, ", start.day, start.month, start.year);
    assert!(texts(&in_french).iter().any(|text| text.contains(&from)), "{name}: a day as in English");
    let [before, after] = [in_english, in_french].map(|bytes| numbers(&bytes));
    assert_eq!(before.len(), after.len(), "{name}: as many sheets");
    for (sheet, (before, after)) in before.iter().zip(&after).enumerate() {
        assert_eq!(before, after, "{name}: the figures of sheet {}", sheet + 1);
    }
}

#[test]
fn compensation_tracks_are_said_in_french() {
    is_said_in_french("compensation-tracks");
}

#[test]
fn deal_registration_is_said_in_french() {
    is_said_in_french("deal-registration");
}

#[test]
fn the_whole_programme_is_said_in_french() {
    is_said_in_french("full");
}

#[test]
fn restructuring_is_said_in_french() {
    is_said_in_french("restructuring");
}

#[test]
fn the_services_programme_is_said_in_french() {
    is_said_in_french("services-programme");
}

#[test]
fn threshold_suspension_is_said_in_french() {
    is_said_in_french("threshold-suspension");
}

#[test]
fn uncertain_registration_is_said_in_french() {
    is_said_in_french("uncertain-registration");
}

#[test]
fn english_is_told_from_french() {
    assert_eq!(english("Part of the margin, of each"), ["of", "the", "of", "each"]);
    assert!(english("Part de la marge, settings.trials et year_1").is_empty());
}
