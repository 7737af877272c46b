//! Files of the repository that the program writes are what it would write today.
//!
//! `PARTNERSIM_UPDATE=1 cargo test generated` writes them anew.

use std::fs;
use std::path::Path;
use std::process::Command;

use partnersim::language::Language;
use partnersim::sheet::write::input::input_workbook;
use partnersim::template::{TEMPLATES, book};

use crate::calibration::simulated;
use crate::{calibration, errors};

fn is_current(path: &str, wanted: &[u8]) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    if std::env::var_os("PARTNERSIM_UPDATE").is_some_and(|value| value == "1") {
        fs::create_dir_all(file.parent().expect("a folder")).expect("a folder can be made");
        fs::write(&file, wanted).expect("a file can be written");
        return;
    }
    let found = fs::read(&file).unwrap_or_default();
    // Line ends are the affair of the version control.
    let plain = |bytes: &[u8]| {
        if path.ends_with(".md") { bytes.iter().copied().filter(|b| *b != b'\r').collect() } else { bytes.to_vec() }
    };
    assert!(plain(&found) == plain(wanted), "{path} is not current: PARTNERSIM_UPDATE=1 cargo test generated");
}

#[test]
fn the_reference_is_current() {
    is_current("docs/reference.md", partnersim::reference::markdown().as_bytes());
}

#[test]
fn the_page_of_errors_is_current() {
    is_current("docs/errors.md", errors::page().as_bytes());
}

#[test]
fn the_workbooks_of_the_templates_are_current() {
    for template in TEMPLATES {
        let bytes = input_workbook(&book(template, Language::En)).expect("a template can be written");
        is_current(&format!("scenarios/{}/scenario.xlsx", template.name), &bytes);
    }
}

#[test]
fn the_samples_are_current() {
    let french = input_workbook(&book(TEMPLATES[0], Language::Fr)).expect("a template can be written");
    is_current("samples/cotations.xlsx", &french);
    let folder = tempfile::tempdir().expect("a folder");
    // The workbook itself is held against its template above; the result is made of the template's own bytes.
    let input = folder.path().join("scenario.xlsx");
    let english = input_workbook(&book(TEMPLATES[0], Language::En)).expect("a template can be written");
    fs::write(&input, english).expect("a file can be written");
    let output = Command::new(env!("CARGO_BIN_EXE_partnersim"))
        .current_dir(folder.path())
        .args(["run", "scenario.xlsx", "-o", "result.xlsx", "--trials", "2000", "--quiet"])
        .output()
        .expect("the program runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let result = fs::read(folder.path().join("result.xlsx")).expect("a result");
    is_current("samples/deal-registration - result.xlsx", &result);
}

#[test]
fn the_sample_of_a_log_is_current() {
    let mut programme = calibration::truth();
    // 1,500 opportunities a year.
    programme.expected_per_year = 900.0;
    let deals = simulated::deals(&programme, 2_017, 24);
    let log = input_workbook(&simulated::book(&deals, Language::En)).expect("a log can be written");
    is_current("samples/opportunity-log.xlsx", &log);
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("opportunity-log.xlsx"), log).expect("a file can be written");
    let output = Command::new(env!("CARGO_BIN_EXE_partnersim"))
        .current_dir(folder.path())
        .args(["calibrate", "opportunity-log.xlsx", "--quiet"])
        .output()
        .expect("the program runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let name = "opportunity-log - calibrated.xlsx";
    is_current(&format!("samples/{name}"), &fs::read(folder.path().join(name)).expect("a workbook"));
}
