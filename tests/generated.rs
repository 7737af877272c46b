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
use crate::{calibration, errors, scenarios};

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
        is_current(&format!("samples/{}.xlsx", template.name), &bytes);
    }
}

#[test]
fn the_samples_are_current() {
    let french = input_workbook(&book(TEMPLATES[0], Language::Fr)).expect("a template can be written");
    is_current("samples/cotations.xlsx", &french);
    // Played for the expected figures anyway.
    for template in TEMPLATES {
        let name = template.name;
        is_current(&format!("samples/{name} - result.xlsx"), &scenarios::at_few_trials(name).result);
    }
}

#[test]
fn every_scenario_has_its_picture() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let [readme, samples] =
        ["README.md", "samples/README.md"].map(|page| fs::read_to_string(root.join(page)).expect("a page"));
    for template in TEMPLATES {
        let picture = format!("docs/summaries/{}.png", template.name);
        assert!(readme.contains(&picture), "README.md does not show {picture}");
        let size = fs::metadata(root.join(&picture)).map_or(0, |file| file.len());
        assert!((1..120_000).contains(&size), "{picture} has {size} bytes: samples/renew");
        assert!(samples.contains(&format!("`{}`", template.name)), "samples/README.md does not name {}", template.name);
    }
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
