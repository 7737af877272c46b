//! Results carry what it takes to play them again, and `verify` tells what is not as it was written.

use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::Path;
use std::process::{Command, Output};

use partnersim::embedded::{self, Embedded};
use partnersim::sheet::{Cell, Grid, read::read};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::errors::workbook::from_text;

/// A small workbook: one reading, and a sheet that is none of the program's.
const INPUT: &str = "[Parameters]
Key | Value
quotation.support | 9 %
[Settings]
Key | Value
settings.readings | static
settings.months | 12
[Scenarios]
Scenario | Parameter | Set to
Open | registration.installed_base | yes
Less | quotation.support | 5 %
[Salaries]
Ann | 123456
";

pub fn partnersim(folder: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_partnersim")).current_dir(folder).args(args).output().expect("the program runs")
}

pub fn said(output: &Output) -> (i32, String, String) {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (output.status.code().expect("an exit code"), text(&output.stdout), text(&output.stderr))
}

/// Writes a workbook and runs it.
pub fn run(folder: &Path, name: &str, text: &str, more: &[&str]) {
    let [input, result] = ["in", "out"].map(|kind| format!("{name}-{kind}.xlsx"));
    fs::write(folder.join(&input), from_text(text)).expect("a file");
    let args = [&["run", &input, "-o", &result, "--trials", "8", "--quiet"], more].concat();
    assert_eq!(said(&partnersim(folder, &args)), (0, String::new(), String::new()));
}

fn grid(path: &Path) -> Grid {
    read(&fs::read(path).expect("a file")).expect("a workbook")
}

/// A copy of a workbook in which the parts of some sheets are written anew.
fn changed(path: &Path, change: impl Fn(&str, String) -> Option<String>) -> Vec<u8> {
    let mut old = ZipArchive::new(Cursor::new(fs::read(path).expect("a file"))).expect("a workbook");
    let mut new = ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..old.len() {
        let mut part = old.by_index(at).expect("a part");
        let name = part.name().expect("a name").to_string();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).expect("a part");
        if name.starts_with("xl/worksheets/sheet") {
            let text = String::from_utf8(bytes).expect("text");
            bytes = change(&name, text.clone()).unwrap_or(text).into_bytes();
        }
        new.start_file(name, SimpleFileOptions::default()).expect("a part");
        new.write_all(&bytes).expect("a part");
    }
    new.finish().expect("a workbook").into_inner()
}

#[test]
fn a_result_is_confirmed_on_any_number_of_threads_and_in_its_own_language() {
    let folder = tempfile::tempdir().expect("a folder");
    run(folder.path(), "a", INPUT, &["--lang", "fr", "--seed", "7", "--scenario", "Less", "--reading", "both"]);
    let verify = |lang: &[&str]| said(&partnersim(folder.path(), &[&["verify", "a-out.xlsx"], lang].concat()));
    assert!(verify(&[]).1.ends_with(" feuilles\n"), "it is told in its language too");
    let (code, told, errors) = verify(&["--threads", "1", "--lang", "en"]);
    assert_eq!((code, errors.as_str()), (0, ""), "{told}");
    assert!(told.ends_with("sheets confirmed\n") && told.lines().count() == 1, "{told}");
    let found = grid(&folder.path().join("a-out.xlsx"));
    let carried = Embedded::find(&found).expect("what it was made from");
    assert_eq!((carried.options.seed, carried.options.trials), (7, 8));
    assert_eq!(carried.options.scenarios, ["Less"]);
    // Every number of the result is one of the figures that were confirmed.
    let shown = found.sheets.iter().filter(|sheet| &*sheet.name != embedded::SHEET);
    let numbers = shown.flat_map(|sheet| &sheet.rows).flat_map(|row| &row.cells);
    let numbers = numbers.filter(|(_, cell)| matches!(cell, Cell::Number(_))).count();
    let figures: String = told.split(" figures").next().unwrap_or("").replace(',', "");
    assert_eq!(figures, numbers.to_string(), "{told}");
    assert!(numbers > 1_000);
}

#[test]
fn an_altered_cell_is_told_with_its_address_and_both_values() {
    let folder = tempfile::tempdir().expect("a folder");
    run(folder.path(), "a", INPUT, &[]);
    let path = folder.path().join("a-out.xlsx");
    let found = grid(&path);
    let place = found.sheets.iter().position(|sheet| &*sheet.name == "Measures").expect("a sheet");
    let sheet = &found.sheets[place];
    let numbers = sheet.rows.iter().flat_map(|row| row.cells.iter().map(|(column, cell)| (row.number, *column, cell)));
    let first = numbers.filter_map(|(row, column, cell)| match cell {
        Cell::Number(number) if *number != 0.0 => Some((sheet.cell(row, column), *number)),
        _ => None,
    });
    let (at, was) = first.into_iter().next().expect("a number");
    let address = at.to_string().replace("Measures!", "");
    let part = format!("xl/worksheets/sheet{}.xml", place + 1);
    let altered = changed(&path, |name, text| {
        let start = (name == part).then(|| text.find(&format!("r=\"{address}\""))).flatten()?;
        let value = start + text[start..].find("<v>")? + 3;
        let end = value + text[value..].find("</v>")?;
        Some(format!("{}{}{}", &text[..value], was + 1.0, &text[end..]))
    });
    fs::write(folder.path().join("altered.xlsx"), altered).expect("a file");
    let (code, told, errors) = said(&partnersim(folder.path(), &["verify", "altered.xlsx", "--quiet"]));
    assert_eq!((code, errors.as_str()), (3, "error: altered.xlsx is not what its inputs give: 1 differences\n"));
    let first = told.lines().next().unwrap_or("");
    assert_eq!(first, format!("{at}: found {}, expected {was}", was + 1.0));
}

#[test]
fn an_altered_input_is_told_where_it_is_carried() {
    let folder = tempfile::tempdir().expect("a folder");
    run(folder.path(), "a", INPUT, &[]);
    let path = folder.path().join("a-out.xlsx");
    let last = grid(&path).sheets.len();
    // One row of the sheet that is not shown goes missing.
    let altered = changed(&path, |name, text| {
        let start = (name == format!("xl/worksheets/sheet{last}.xml")).then(|| text.find("<row r=\"9\""))??;
        let end = start + text[start..].find("</row>")? + "</row>".len();
        Some(format!("{}{}", &text[..start], &text[end..]))
    });
    fs::write(folder.path().join("altered.xlsx"), altered).expect("a file");
    let (code, told, errors) = said(&partnersim(folder.path(), &["verify", "altered.xlsx", "--lang", "fr"]));
    assert_eq!((code, told.as_str()), (1, ""));
    assert!(errors.contains("ne peut pas être rejoué") && errors.contains(embedded::SHEET), "{errors}");
}

#[test]
fn an_input_workbook_is_no_result() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("in.xlsx"), from_text(INPUT)).expect("a file");
    let (code, told, errors) = said(&partnersim(folder.path(), &["verify", "in.xlsx"]));
    assert_eq!((code, told.as_str(), errors.lines().count()), (1, "", 1), "{errors}");
    assert!(errors.contains("in.xlsx") && errors.contains("no result that partnersim run wrote"), "{errors}");
}

#[test]
fn sheets_that_were_not_read_stay_at_home() {
    let folder = tempfile::tempdir().expect("a folder");
    run(folder.path(), "a", INPUT, &[]);
    let found = grid(&folder.path().join("a-out.xlsx"));
    let carried = Embedded::find(&found).expect("what it was made from").grid;
    let rows = |name: &str| carried.sheets.iter().find(|sheet| &*sheet.name == name).map(|sheet| sheet.rows.len());
    assert_eq!((rows("Parameters"), rows("Salaries")), (Some(2), Some(0)));
    let texts = found.sheets.iter().flat_map(|sheet| &sheet.rows).flat_map(|row| &row.cells);
    let leaks = texts.filter(|(_, cell)| match cell {
        Cell::Text(text) => text.contains("Ann") || text.contains("123456"),
        Cell::Number(number) => *number == 123_456.0,
        _ => false,
    });
    assert_eq!(leaks.count(), 0);
}
