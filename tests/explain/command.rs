//! The command `explain`: what it prints of shipped workbooks, and what it refuses.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use super::after;

fn partnersim(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_partnersim")).args(args).output().expect("the program runs")
}

fn shipped(name: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("scenarios/{name}/scenario.xlsx")).display().to_string()
}

#[test]
fn a_trial_with_drawn_inputs_is_the_one_of_the_run() {
    let folder = tempfile::tempdir().expect("a folder");
    let input = shipped("uncertain-registration");
    let (result, csv) = (folder.path().join("r.xlsx").display().to_string(), folder.path().join("t.csv"));
    let table = csv.display().to_string();
    let id = "partner_net_margin";
    let (scenario, reading) = (["--scenario", "Installed base"], ["--trials", "3", "--reading", "static"]);
    let args = ["run", &input, "-o", &result, "--quiet", "--export-measures", id, "--trials-csv", &table];
    let output = partnersim(&[&args[..], &scenario, &reading].concat());
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let table = fs::read_to_string(csv).expect("a table");
    let rows: Vec<Vec<&str>> = table.lines().map(|line| line.split(',').collect()).collect();
    let head = format!("Installed base.static.{id}");
    let column = rows[0].iter().position(|name| name.trim_matches('"') == head).expect("a column");
    let asked = ["explain", &input, "--trial", "3"];
    let output = partnersim(&[&asked[..], &["--measure", id], &scenario, &reading].concat());
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let of_run: f64 = rows[3][column].parse().expect("a number");
    assert_eq!(after(&text, "Installed base: Partner net margin = "), Some((of_run * 100.0).round() as i64), "{text}");
    let output = partnersim(&[&asked[..], &["--deal", "5"], &reading].concat());
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(text.contains("(drawn for this trial, distribution at "), "{text}");
}

#[test]
fn every_step_names_a_section_and_every_source_a_value_and_a_place() {
    let input = shipped("full");
    let output = partnersim(&["explain", &input, "--deal", "3", "--partner", "Gold 001", "--measure", "win_rate"]);
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let model = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/model.md")).expect("the model");
    let mut rules = 0;
    for section in text.lines().filter_map(|line| line.trim().strip_prefix("rule: docs/model.md, ")) {
        let heading = |line: &str| line.trim_start_matches('#').trim() == section && line.starts_with("##");
        assert!(model.lines().any(heading), "{section}");
        rules += 1;
    }
    assert!(rules > 12, "{text}");
    for source in text.lines().filter_map(|line| line.trim().strip_prefix("< ")) {
        assert!(source.contains(" = ") && source.ends_with(')'), "{source}");
    }
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn what_is_not_there_is_a_usage_error_with_a_hint() {
    let input = shipped("deal-registration");
    for (args, error, hint) in [
        (["--scenario", "Instaled base"], "has no scenario \"Instaled base\"", "did you mean \"Installed base\"?"),
        (["--partner", "Godl 004"], "there is no partner \"Godl 004\"", "did you mean \"Gold 004\"?"),
        (["--partner", "Nobody"], "there is no partner \"Nobody\"", "its partners are those of the sheets Partners"),
        (["--measure", "win_rat"], "--measure names \"win_rat\", which is no measure", "did you mean win_rate?"),
        (["--deal", "99999"], "there is no deal 99999", "the trial has deals 1 to "),
        (["--trial", "999999"], "there is no trial 999999", "the run has trials 1 to "),
    ] {
        let output = partnersim(&[&["explain", &input][..], &args].concat());
        let errors = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{errors}");
        assert!(errors.contains(error) && errors.contains(&format!("hint: {hint}")), "{errors}");
        assert!(output.stdout.is_empty());
    }
}

#[test]
fn it_is_told_in_french_with_french_figures() {
    let input = shipped("deal-registration");
    let output = partnersim(&["explain", &input, "--deal", "1", "--lang", "fr"]);
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(text.starts_with("Affaire 1 sur ") && text.contains("Référence, lecture statique, tirage 1"), "{text}");
    assert!(text.lines().next().is_some_and(|title| title.contains('\u{202f}')), "thousands of deals: {text}");
    assert!(text.contains("règle\u{a0}: docs/model.md, Price") && text.contains("= 50\u{a0}% ("), "{text}");
}
