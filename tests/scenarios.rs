//! The shipped scenarios: each has its expected figures, and the facts of its article.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Arc, Mutex, OnceLock};

use partnersim::diagnostic::Diagnostics;
use partnersim::inputs::{self, Inputs};
use partnersim::language::Language;
use partnersim::programme::Programme;
use partnersim::scenario;
use partnersim::sheet::write::input::input_workbook;
use partnersim::template::{TEMPLATES, book};
use serde_json::Value;

mod facts;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios")
}

/// What a shipped scenario gives.
pub struct Play {
    json: Arc<Value>,
    /// The bytes of the result workbook.
    pub result: Vec<u8>,
}

/// Plays a shipped scenario at a number of trials, as a user does who keeps its workbook under the scenario's name.
fn play(name: &str, trials: &str) -> Play {
    let folder = tempfile::tempdir().expect("a folder");
    let template = TEMPLATES.iter().find(|template| template.name == name).expect("a template");
    let input = input_workbook(&book(template, Language::En)).expect("a template can be written");
    fs::write(folder.path().join(format!("{name}.xlsx")), input).expect("a file can be written");
    let mut command = Command::new(env!("CARGO_BIN_EXE_partnersim"));
    command.current_dir(folder.path()).args(["run", &format!("{name}.xlsx"), "--trials", trials, "--json", "-"]);
    if name != WITH_LEDGER {
        command.args(["--ledger", "none"]);
    }
    let output = command.arg("--quiet").output().expect("the program runs");
    assert!(output.status.success(), "{name}: {}", String::from_utf8_lossy(&output.stderr));
    let result = fs::read(folder.path().join(format!("{name} - result.xlsx"))).expect("a result");
    Play { json: Arc::new(serde_json::from_slice(&output.stdout).expect("JSON")), result }
}

/// The figures of a shipped scenario at a number of trials.
fn played(name: &str, trials: &str) -> Arc<Value> {
    play(name, trials).json
}

/// The trials behind `expected.csv` and the samples.
const TRIALS: &str = "200";
/// The scenario whose sample has the ledger, which is more than half of a result's size.
const WITH_LEDGER: &str = "deal-registration";

/// What a scenario gives at [`TRIALS`], played once for all tests that ask.
pub fn at_few_trials(name: &str) -> Arc<Play> {
    type Plays = BTreeMap<String, Arc<OnceLock<Arc<Play>>>>;
    static PLAYS: Mutex<Plays> = Mutex::new(BTreeMap::new());
    let once = PLAYS.lock().expect("no test failed in here").entry(name.to_owned()).or_default().clone();
    once.get_or_init(|| Arc::new(play(name, TRIALS))).clone()
}

/// The figures of the same.
fn expected(name: &str) -> Arc<Value> {
    Arc::clone(&at_few_trials(name).json)
}

fn reading<'a>(json: &'a Value, name: &str, reading: &str) -> &'a Value {
    let all = json["scenarios"].as_array().expect("a list");
    let found = all.iter().find(|scenario| scenario["name"] == name && scenario["reading"] == reading);
    found.unwrap_or_else(|| panic!("no scenario {name}"))
}

/// A scenario in the static reading.
fn scenario<'a>(json: &'a Value, name: &str) -> &'a Value {
    reading(json, name, "static")
}

fn figure(value: &Value) -> f64 {
    value.as_f64().expect("a number")
}

/// The mean of a measure in the static reading.
fn mean(json: &Value, name: &str, id: &str) -> f64 {
    figure(&scenario(json, name)["measures"][id]["mean"])
}

/// The same of a fiscal year.
fn in_year(json: &Value, name: &str, year: usize, id: &str) -> f64 {
    figure(&scenario(json, name)["by"]["year"][year.to_string()][id]["mean"])
}

fn between(value: f64, low: f64, high: f64, what: &str) {
    assert!((low..=high).contains(&value), "{what}: {value}");
}

/// Amounts that are the same but for the cents of rounding.
fn same(found: f64, wanted: f64, tolerance: f64, what: &str) {
    assert!((found - wanted).abs() <= tolerance, "{what}: {found}, not {wanted}");
}

/// What a shipped workbook holds.
fn entered(name: &str) -> Inputs {
    let bytes = fs::read(root().join(name).join("scenario.xlsx")).expect("a workbook");
    let grid = partnersim::sheet::read::read(&bytes).unwrap_or_else(|_| panic!("{name} can be read"));
    inputs::read(&grid, &mut Diagnostics::default())
}

/// The baseline that a shipped workbook holds.
fn baseline(name: &str) -> Programme {
    entered(name).programme
}

/// A scenario that a shipped workbook holds, as it is played.
fn edited(name: &str, edited: &str) -> Programme {
    let scenarios = scenario::build(&entered(name), &mut Diagnostics::default());
    let found = scenarios.into_iter().find(|scenario| scenario.name == edited);
    found.unwrap_or_else(|| panic!("no scenario {edited}")).programme
}

/// Every figure of `expected.csv` (scenario, reading, measure, mean) comes out to the printed digits: a change of the
/// model that moves them shows here and belongs into the changelog. `PARTNERSIM_UPDATE=1` writes the file anew.
#[test]
fn expected_figures_come_out() {
    for entry in fs::read_dir(root()).expect("the scenarios").flatten().filter(|entry| entry.path().is_dir()) {
        let name = entry.file_name().to_string_lossy().into_owned();
        let json = expected(&name);
        let mut lines = vec!["scenario,reading,measure,mean".to_owned()];
        for scenario in json["scenarios"].as_array().expect("a list") {
            let word = |key: &str| scenario[key].as_str().expect("a word");
            for (id, figures) in scenario["measures"].as_object().expect("measures") {
                lines.push(format!("\"{}\",{},{id},{:.6}", word("name"), word("reading"), figure(&figures["mean"])));
            }
        }
        let text = lines.join("\n") + "\n";
        let file = entry.path().join("expected.csv");
        if std::env::var_os("PARTNERSIM_UPDATE").is_some() {
            fs::write(&file, &text).expect("written");
        }
        let expected = fs::read_to_string(&file).unwrap_or_default();
        for (found, expected) in text.lines().zip(expected.lines()) {
            assert_eq!(found, expected, "{name}");
        }
        assert_eq!(text.lines().count(), expected.lines().count(), "{name}");
    }
}

#[test]
fn every_template_is_shipped_and_described() {
    let readme = fs::read_to_string(root().join("README.md")).expect("the page of scenarios");
    for template in TEMPLATES {
        assert!(root().join(template.name).join("scenario.xlsx").exists(), "{}", template.name);
        assert!(readme.contains(&format!("[{0}]({0})", template.name)), "{}", template.name);
    }
}

/// The article: 350 accepted in 159 days under the narrow rule, more than 2,000 requests a year after the extension
/// (those that waited included), about 120 of them in the first 13 days.
#[test]
fn registration_reproduces_its_article() {
    let json = played("deal-registration", "2000");
    let mean = |name: &str, id: &str| mean(&json, name, id);
    // The count of 159 days is Poisson around its mean: the article's 350 must lie within three of its deviations.
    let granted = mean("Baseline", "quotations_granted") * 159.0 / 365.0;
    assert!((granted - 350.0).abs() < 3.0 * granted.sqrt(), "granted in 159 days: {granted}");
    assert!(mean("Installed base", "quotation_requests") > 2_000.0);
    let first = mean("Installed base", "requests_first_13_days");
    assert!((first - 120.0).abs() < 3.0 * first.sqrt() / 10.0, "requests in 13 days: {first}");
}

/// The calibration of the shipped baseline: what programme designers would find plausible.
#[test]
fn registration_is_calibrated() {
    let json = played("deal-registration", "1000");
    let mean = |name: &str, id: &str| mean(&json, name, id);
    between(mean("No support", "win_rate"), 0.385, 0.415, "won without any support");
    between(mean("Baseline", "quotations_granted"), 785.0, 825.0, "granted a year under the narrow rule");
    between(mean("No support", "partner_deal_margin_rate"), 0.060, 0.075, "front margin without support");
    between(mean("Baseline", "partner_deal_margin_rate"), 0.08, 0.10, "front margin under the narrow rule");
    between(mean("Installed base", "partner_deal_margin_rate"), 0.09, 0.11, "front margin under the extended rule");
    let margin = mean("No support", "vendor_gross_profit") / mean("No support", "vendor_net_revenue");
    between(margin, 0.305, 0.335, "vendor's gross margin without support");
}
