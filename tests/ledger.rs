//! The ledger of a result: what it adds up to is what the trial was booked, and who asks for another gets it.
//! (That its formulas give what it says is held against a spreadsheet program by `.ci/recalculate.py` and `.ci/ledger.py`.)

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use partnersim::sheet::read::read;
use partnersim::sheet::{Cell, Grid, Sheet};

/// A short run of a shipped scenario, with more arguments.
fn run(folder: &Path, scenario: &str, more: &[&str]) -> Output {
    let input = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios").join(scenario).join("scenario.xlsx");
    Command::new(env!("CARGO_BIN_EXE_partnersim"))
        .args(["run", &input.display().to_string(), "--trials", "6", "--quiet", "-o", "result.xlsx", "--force"])
        .args(more)
        .current_dir(folder)
        .output()
        .expect("the program runs")
}

fn result(scenario: &str, more: &[&str]) -> Grid {
    let folder = tempfile::tempdir().expect("a folder");
    let output = run(folder.path(), scenario, more);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    read(&fs::read(folder.path().join("result.xlsx")).expect("a result")).expect("a grid")
}

fn sheet<'a>(grid: &'a Grid, name: &str) -> &'a Sheet {
    grid.sheets.iter().find(|sheet| &*sheet.name == name).unwrap_or_else(|| panic!("no sheet {name}"))
}

/// The first cell of a sheet, which says what is listed.
fn title(grid: &Grid) -> String {
    // Above it stands the link back.
    match &sheet(grid, "Ledger").rows[1].cells[0].1 {
        Cell::Text(title) => title.clone(),
        other => panic!("{other:?}"),
    }
}

/// The rows of `Ledger totals`: all together, the trial's measure, the difference.
fn totals(grid: &Grid) -> Vec<[f64; 3]> {
    let number = |cell: Option<&Cell>| match cell {
        Some(Cell::Number(number)) => Some(*number),
        _ => None,
    };
    let rows = sheet(grid, "Ledger totals").rows.iter();
    rows.filter_map(|row| Some([number(row.get(8))?, number(row.get(9))?, number(row.get(10))?])).collect()
}

#[test]
fn what_the_ledger_adds_up_to_is_what_the_trial_was_booked() {
    for (scenario, more) in [
        ("deal-registration", &[] as &[&str]),
        ("deal-registration", &["--ledger", "Installed base", "--ledger-trial", "4"]),
        // Drawn inputs; and a year that begins with contracts of the year before.
        ("uncertain-registration", &[]),
        ("full", &["--ledger", "Restructuring:2"]),
    ] {
        let totals = totals(&result(scenario, more));
        assert_eq!(totals.len(), 17, "{scenario}");
        for [together, measure, difference] in totals {
            assert!((together - measure).abs() < 0.005 && difference == 0.0, "{scenario}: {together} and {measure}");
        }
    }
}

#[test]
fn the_deals_of_the_scenario_year_and_trial_that_are_asked_for_are_listed() {
    assert!(title(&result("deal-registration", &[])).starts_with("Open to all: the deals of fiscal year 1"));
    let asked = result("full", &["--ledger", "All five:2", "--ledger-trial", "5"]);
    assert_eq!(title(&asked), "All five: the deals of fiscal year 2 in trial 5");
    let none = result("deal-registration", &["--ledger", "none"]);
    assert!(none.sheets.iter().all(|sheet| !sheet.name.starts_with("Ledger")));
}

#[test]
fn a_ledger_that_cannot_be_is_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    for (more, said) in [
        (["--ledger", "Instaled base"], "hint: did you mean \"Installed base\"?"),
        (["--ledger", "Installed base:2"], "the horizon has the fiscal years 1 to 1"),
        (["--ledger-trial", "7"], "the run has 6 trials"),
    ] {
        let output = run(folder.path(), "deal-registration", &more);
        let errors = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{errors}");
        assert!(errors.contains(said), "{errors}");
    }
}
