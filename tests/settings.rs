//! No setting is dead: each one, changed where it can matter, moves a figure or is read in what is written.

use std::fs;

use partnersim::schema::settings::SETTINGS;
use serde_json::Value;

use crate::errors::workbook::from_text;
use crate::verify::{partnersim, said};

/// What a workbook has besides the setting: rows of `Parameters`, other sheets, rows of `Settings`.
type Context = [&'static str; 3];

/// So few trials that a run takes a moment.
const SHORT: &str = "settings.trials | 12\nsettings.readings | static\n";
const ALONE: Context = ["", "", SHORT];
/// Every deal becomes a contract, which is worth what later payments are worth.
const CONTRACTS: Context = ["aas.share_start | 100 %\n", "", SHORT];
/// Two inputs that are not known and go together.
const UNCERTAIN: Context = [
    "registration.propensity | 50 % | pert by percentiles | 30 % | 60 %\n\
     registration.approval_rate | 74 % | pert by percentiles | 60 % | 85 %\n",
    "[Correlations]\nInput | registration.propensity\nregistration.approval_rate | 0.6\n",
    SHORT,
];
/// More trials than the first batch has, after which a run may stop.
const LONG: Context = ["", "", "settings.trials | 1100\nsettings.readings | static\n"];
/// The same with a precision that the first batch reaches for means alone.
const PRECISE: Context = ["", "", "settings.trials | 1100\nsettings.readings | static\nsettings.precision | 1 %\n"];

/// Every setting that moves figures: with what besides, from which value, to which.
#[rustfmt::skip]
const MOVING: &[(&str, Context, [&str; 2])] = &[
    ("settings.trials",             ALONE,     ["12", "24"]),
    ("settings.seed",               ALONE,     ["1", "7"]),
    ("settings.months",             ALONE,     ["12", "18"]),
    ("settings.discount_rate",      CONTRACTS, ["8 %", "20 %"]),
    ("settings.readings",           ALONE,     ["static", "behavioural"]),
    ("settings.sampling",           UNCERTAIN, ["plain", "sobol"]),
    ("settings.antithetic",         UNCERTAIN, ["no", "yes"]),
    ("settings.correlation",        UNCERTAIN, ["iman-conover", "copula"]),
    ("settings.low_high",           UNCERTAIN, ["p05-p95", "p10-p90"]),
    ("settings.precision",          LONG,      ["0 %", "50 %"]),
    ("settings.precision_measures", PRECISE,   ["quotation_requests", "vendor_contribution p05"]),
];

/// Every other setting, which says something else of the same figures.
#[rustfmt::skip]
const SAID: &[(&str, Context, [&str; 2])] = &[
    ("settings.start",              ALONE,     ["2017-02-01", "2020-11-01"]),
    ("settings.currency",           ALONE,     ["EUR", "USD"]),
    ("settings.language",           ALONE,     ["en", "fr"]),
    ("settings.objective",          UNCERTAIN, ["vendor_contribution", "win_rate"]),
];

/// What a run with a setting says.
struct Told {
    /// Mean and deviation of each measure, by scenario and reading.
    figures: Vec<[Value; 2]>,
    /// The JSON and the summary, but for the fingerprint of the input.
    words: String,
}

fn told([parameters, sheets, settings]: Context, key: &str, value: &str) -> Told {
    let folder = tempfile::tempdir().expect("a folder");
    let others: String =
        settings.lines().filter(|line| !line.starts_with(&format!("{key} "))).collect::<Vec<_>>().join("\n");
    let text = format!(
        "[Parameters]\nKey | Value | Distribution | Low | High\n{parameters}[Scenarios]\nScenario | Parameter | Set to\n\
         Open | registration.installed_base | yes\n[Partner groups]\ngroup | level | count | low\n\
         Many | Gold | 20 | 900000\n{sheets}[Settings]\nKey | Value\n{key} | {value}\n{others}\n"
    );
    fs::write(folder.path().join("in.xlsx"), from_text(&text)).expect("a file");
    let args = ["run", "in.xlsx", "--quiet", "--ledger", "none", "--json", "a.json", "--summary"];
    let (code, summary, errors) = said(&partnersim(folder.path(), &args));
    assert_eq!((code, errors.as_str()), (0, ""), "{text}");
    let text = fs::read_to_string(folder.path().join("a.json")).expect("a file");
    let json: Value = serde_json::from_str(&text).expect("JSON");
    let measures = json["scenarios"].as_array().expect("a list").iter().filter_map(|one| one["measures"].as_object());
    let figures = measures.flat_map(|measures| measures.values().map(|one| [one["mean"].clone(), one["sd"].clone()]));
    let fingerprint = json["input"]["sha256"].as_str().expect("a fingerprint");
    Told { figures: figures.collect(), words: (text.clone() + &summary).replace(fingerprint, "") }
}

#[test]
fn every_setting_is_felt() {
    for (key, context, values) in MOVING {
        let [before, after] = values.map(|value| told(*context, key, value));
        assert_ne!(before.figures, after.figures, "{key} moves no figure");
    }
    for (key, context, values) in SAID {
        let [before, after] = values.map(|value| told(*context, key, value));
        assert_eq!(before.figures, after.figures, "{key} is no matter of words");
        assert_ne!(before.words, after.words, "{key} is read nowhere");
    }
    let mut cases: Vec<&str> = MOVING.iter().chain(SAID).map(|(key, ..)| *key).collect();
    let mut all: Vec<&str> = SETTINGS.parameters.iter().map(|parameter| parameter.key).collect();
    cases.sort_unstable();
    all.sort_unstable();
    assert_eq!(cases, all, "a case for each setting");
}
