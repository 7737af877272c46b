//! `watch`: what is played at each save, what is left out, and that the result says so.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command};

use partnersim::sheet::{Cell, Grid, read::read};

use crate::errors::workbook::from_text;
use crate::terminal::{folder, interruptible, shipped};
use crate::verify::{partnersim, said};

/// Two readings, two changes of a scenario and an input that is not known.
const INPUT: &str = "[Parameters]
Key | Value | Distribution | Low | High
quotation.support | 9 %
registration.propensity | 50 % | uniform | 30 % | 60 %
[Settings]
Key | Value
settings.readings | both
settings.months | 12
settings.trials | 8
[Scenarios]
Scenario | Parameter | Set to
Open | registration.installed_base | yes
 | quotation.support | 5 %
";

/// Ends a program that watches.
fn end(mut child: Child) {
    let sent = Command::new("kill").args(["-INT", &child.id().to_string()]).status().expect("a signal");
    assert!(sent.success());
    assert_eq!(child.wait().expect("it ends").code(), Some(0));
}

/// What `watch` writes of the workbook, and what it says before.
fn watched(folder: &Path, more: &[&str]) -> (Grid, String) {
    watched_book(folder, INPUT, more)
}

/// The same of a workbook that is written down as text.
fn watched_book(folder: &Path, text: &str, more: &[&str]) -> (Grid, String) {
    fs::write(folder.join("in.xlsx"), from_text(text)).expect("a file");
    let mut child = interruptible(folder, &[&["watch", "in.xlsx", "-o", "r.xlsx"], more].concat());
    let mut lines = BufReader::new(child.stderr.take().expect("a pipe")).lines().map_while(Result::ok);
    let before: Vec<String> = lines.by_ref().take_while(|line| line != "wrote r.xlsx").collect();
    end(child);
    (read(&fs::read(folder.join("r.xlsx")).expect("a result")).expect("a grid"), before.join("\n"))
}

fn texts(grid: &Grid, sheet: &str) -> Vec<String> {
    let sheet = grid.sheets.iter().find(|other| &*other.name == sheet).expect("a sheet");
    let cells = sheet.rows.iter().flat_map(|row| &row.cells);
    cells.filter_map(|(_, cell)| if let Cell::Text(text) = cell { Some(text.clone()) } else { None }).collect()
}

fn has(grid: &Grid, sheet: &str) -> bool {
    grid.sheets.iter().any(|other| &*other.name == sheet)
}

#[test]
fn an_answer_at_once_leaves_studies_out_says_so_and_is_verified() {
    let folder = folder();
    let (result, before) = watched(folder.path(), &[]);
    assert!(before.contains("at most 1,000 trials") && before.contains("--reading both"), "{before}");
    let summary = texts(&result, "Summary");
    let left_out = "Left out: the behavioural reading, the sheet Changes, the sheet Sensitivity, the sheet Ledger and \
                    the partners that nothing changes for.";
    assert!(summary.iter().any(|text| text.contains(left_out)), "{summary:#?}");
    for sheet in ["Changes", "Sensitivity", "Ledger", "Ledger totals"] {
        assert!(!has(&result, sheet), "{sheet}");
        assert!(!summary.iter().any(|text| text == sheet), "the contents lead to {sheet}");
    }
    assert!(has(&result, "Measures") && has(&result, "Uncertainty"));
    let winners = texts(&result, "Winners and losers");
    let some = "Of 4,720 partners those are listed that some scenario changes anything for (";
    assert!(winners.iter().any(|text| text.starts_with(some)), "{winners:#?}");
    // Only those of the two upper levels win deals that a rule is for; nobody without any is listed.
    assert!(winners.iter().any(|text| text == "Platinum 001") && !winners.iter().any(|text| text == "Business 0001"));
    let (code, told, errors) = said(&partnersim(folder.path(), &["verify", "r.xlsx", "--quiet"]));
    assert_eq!((code, errors.as_str()), (0, ""), "{told}");
}

#[test]
fn a_save_that_changes_one_scenario_writes_what_a_whole_run_of_it_does() {
    let before = INPUT.replace(" | uniform | 30 % | 60 %", "") + "Less | quotation.support | 6 %\n";
    let after = before.replace("support | 6 %", "support | 7 %");
    let [folder, alone] = [folder(), folder()];
    fs::write(folder.path().join("in.xlsx"), from_text(&before)).expect("a file");
    let mut child = interruptible(folder.path(), &["watch", "in.xlsx", "-o", "r.xlsx"]);
    let mut said = BufReader::new(child.stderr.take().expect("a pipe")).lines().map_while(Result::ok);
    assert!(said.any(|line| line == "wrote r.xlsx"));
    fs::write(folder.path().join("new.xlsx"), from_text(&after)).expect("a file");
    fs::rename(folder.path().join("new.xlsx"), folder.path().join("in.xlsx")).expect("renamed");
    assert!(said.any(|line| line == "wrote r.xlsx"));
    end(child);
    let result = fs::read(folder.path().join("r.xlsx")).expect("a result");
    assert!(read(&result).expect("a grid") == watched_book(alone.path(), &after, &[]).0);
}

#[test]
fn what_is_left_out_is_there_for_who_asks() {
    let folder = folder();
    let (asked, _) = watched(folder.path(), &["--ledger", "Baseline", "--reading", "both"]);
    assert!(has(&asked, "Ledger") && !has(&asked, "Changes"));
    let left_out = "Left out: the sheet Changes, the sheet Sensitivity and the partners that nothing changes for.";
    assert!(texts(&asked, "Summary").iter().any(|text| text.contains(left_out)));
    let (whole, before) = watched(folder.path(), &["--whole"]);
    assert!(before.contains("a whole run at each save"), "{before}");
    assert!(["Changes", "Sensitivity", "Ledger"].iter().all(|sheet| has(&whole, sheet)));
    assert!(!texts(&whole, "Summary").iter().any(|text| text.contains("Left out")));
}

#[test]
fn watch_runs_at_each_save_tells_what_moved_and_ends_with_an_interrupt() {
    let folder = folder();
    let base = folder.path().join("in.xlsx");
    fs::copy(shipped(), &base).expect("copied");
    let args = ["watch", "in.xlsx", "--trials", "512", "--scenario", "Installed base"];
    let mut child = interruptible(folder.path(), &args);
    let mut said = BufReader::new(child.stderr.take().expect("a pipe")).lines().map_while(Result::ok);
    let mut shown = BufReader::new(child.stdout.take().expect("a pipe")).lines().map_while(Result::ok);
    assert!(said.next().is_some_and(|line| line.starts_with("watching in.xlsx: at most 512 trials at each save")));
    assert!(said.any(|line| line == "wrote in - result.xlsx"), "it runs without waiting for a save");
    // As LibreOffice saves: beside, then over the old one. No workbook this time.
    fs::write(folder.path().join("lu1.tmp"), "no workbook").expect("written");
    fs::rename(folder.path().join("lu1.tmp"), &base).expect("renamed");
    assert!(said.any(|line| line.starts_with("error[not-a-workbook]")), "the error is told, and watching goes on");
    // As others save: over the old one.
    fs::copy(shipped(), &base).expect("copied");
    assert!(said.any(|line| line == "wrote in - result.xlsx"));
    // First by few trials, then by all.
    assert!(shown.any(|line| line.starts_with("Since the last save, by 128 trials  ")));
    assert!(shown.next().is_some_and(|line| line.starts_with("Baseline") && line.matches("as before").count() == 2));
    assert!(shown.any(|line| line.starts_with("Since the last save  ")));
    assert!(shown.next().is_some_and(|line| line.starts_with("Baseline") && line.matches("as before").count() == 2));
    let sent = Command::new("kill").args(["-INT", &child.id().to_string()]).status().expect("a signal");
    assert!(sent.success());
    assert_eq!(child.wait().expect("it ends").code(), Some(0));
    assert!(said.any(|line| line == "stopped watching in.xlsx"));
}
