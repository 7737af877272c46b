//! The program as its users meet it: files, exit codes, messages.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

pub fn shipped() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/deal-registration/scenario.xlsx")
}

pub fn partnersim(folder: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_partnersim")).current_dir(folder).args(args).output().expect("the program runs")
}

pub fn code(output: &Output) -> i32 {
    output.status.code().expect("an exit code")
}

pub fn errors(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

pub fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a folder")
}

/// A short run of the shipped workbook, with more arguments.
pub fn run(folder: &Path, more: &[&str]) -> Output {
    let input = shipped().display().to_string();
    let mut args = vec!["run", &input, "--trials", "130"];
    args.extend_from_slice(more);
    partnersim(folder, &args)
}

#[test]
fn the_bytes_are_the_same_on_one_two_and_seven_threads() {
    let folder = folder();
    let bytes: Vec<[Vec<u8>; 4]> = ["1", "2", "7"]
        .iter()
        .map(|threads| {
            let files = ["-o", "r.xlsx", "--json", "r.json", "--trials-csv", "r.csv", "--sip", "r.SIPmath"];
            let output = run(folder.path(), &[&files[..], &["--threads", threads, "--quiet"]].concat());
            assert_eq!((code(&output), errors(&output)), (0, String::new()));
            let read = |name| fs::read(folder.path().join(name)).expect("a result");
            ["r.xlsx", "r.json", "r.csv", "r.SIPmath"].map(read)
        })
        .collect();
    assert!(bytes.windows(2).all(|pair| pair[0] == pair[1]));
}

#[test]
fn a_seed_gives_its_own_figures() {
    let folder = folder();
    let json = |seed: &str| run(folder.path(), &["--seed", seed, "--json", "-", "--quiet"]).stdout;
    assert_eq!(json("5"), json("5"));
    assert_ne!(json("5"), json("6"));
}

#[test]
fn only_the_scenarios_asked_for_are_played() {
    let folder = folder();
    let output = run(folder.path(), &["--scenario", "Installed base", "--json", "-", "--quiet"]);
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let entries = json["scenarios"].as_array().expect("a list").iter();
    let entries: Vec<_> = entries.filter_map(|s| Some((s["name"].as_str()?, s["reading"].as_str()?))).collect();
    let both = |name| [(name, "static"), (name, "behavioural")];
    assert_eq!(entries, [both("Baseline"), both("Installed base")].concat());
    let unknown = run(folder.path(), &["--scenario", "Instaled base"]);
    assert_eq!(code(&unknown), 2);
    assert!(errors(&unknown).contains("did you mean \"Installed base\"?"), "{}", errors(&unknown));
}

#[test]
fn json_follows_the_contract() {
    let folder = folder();
    let output = run(folder.path(), &["--json", "-", "--quiet"]);
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!((&json["schema"], &json["trials"], &json["months"]), (&1.into(), &130.into(), &12.into()));
    assert_eq!(json["input"]["file"], "scenario.xlsx");
    assert_eq!(json["input"]["sha256"].as_str().map(str::len), Some(64));
    for reading in ["static", "behavioural"] {
        let entries = json["scenarios"].as_array().expect("a list").iter();
        let entries: Vec<&serde_json::Value> = entries.filter(|entry| entry["reading"] == reading).collect();
        a_reading_follows_the_contract(entries[0], entries[3]);
    }
}

/// The baseline and a scenario of one reading.
fn a_reading_follows_the_contract(baseline: &serde_json::Value, scenario: &serde_json::Value) {
    assert!(baseline.get("difference").is_none());
    for key in ["unit", "mean", "sd", "se", "p05", "p25", "p50", "p75", "p95"] {
        assert!(!scenario["measures"]["partner_front_margin"][key].is_null(), "{key}");
    }
    let difference = &scenario["difference"]["partner_front_margin"];
    let mean = |value: &serde_json::Value| value["mean"].as_f64().expect("a number");
    let gap = mean(&scenario["measures"]["partner_front_margin"]) - mean(&baseline["measures"]["partner_front_margin"]);
    assert!((mean(difference) - gap).abs() < 1e-6 * gap.abs());
    assert!(difference["probability_better"].is_number());
    // What the same draws are for: a difference takes fewer trials than one between independent runs.
    assert!(difference["variance_ratio"].as_f64().expect("a ratio") > 1.0, "{difference}");
    for dimension in ["level", "segment", "month", "year", "business"] {
        let rows = scenario["by"][dimension].as_object().expect("rows");
        let sum: f64 = rows.values().map(|row| mean(&row["partner_front_margin"])).sum();
        let total = mean(&scenario["measures"]["partner_front_margin"]);
        assert!((sum / total - 1.0).abs() < 1e-9, "{dimension}: {sum} against {total}");
    }
}

#[test]
fn a_refused_input_writes_nothing_and_tells_all() {
    let folder = folder();
    fs::write(folder.path().join("no.xlsx"), "not a workbook").expect("written");
    let output = partnersim(folder.path(), &["run", "no.xlsx"]);
    assert_eq!(code(&output), 1);
    assert!(errors(&output).starts_with("error[not-a-workbook]"), "{}", errors(&output));
    let missing = partnersim(folder.path(), &["check", "missing.xlsx"]);
    assert_eq!(code(&missing), 1);
    assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 1);
}

#[test]
fn a_workbook_is_told_in_its_own_language_unless_the_command_line_names_one() {
    let folder = folder();
    let write = |name: &str, support: &str| {
        let settings = "[Réglages]\nClé | Valeur\nsettings.language | français\nsettings.trials | 20\n";
        let text = format!("{settings}[Paramètres]\nClé | Valeur\nquotation.support | {support}\n");
        fs::write(folder.path().join(name), crate::errors::workbook::from_text(&text)).expect("written");
    };
    write("juste.xlsx", "6 %");
    write("faux.xlsx", "75 %");
    let said = |args: &[&str], wanted: i32, words: &str| {
        let output = partnersim(folder.path(), args);
        assert_eq!(code(&output), wanted, "{args:?}: {}", errors(&output));
        assert!(errors(&output).contains(words), "{args:?}: {}", errors(&output));
    };
    let refused = "erreur[percentage-range]\u{a0}: quotation.support doit être entre 0\u{a0}% et 60\u{a0}%";
    said(&["check", "faux.xlsx"], 1, refused);
    said(&["run", "faux.xlsx"], 1, "\n  --> faux.xlsx: Paramètres!B2\nconseil\u{a0}: écrivez 7,5\u{a0}% si");
    said(&["check", "faux.xlsx", "--lang", "en"], 1, "error[percentage-range]: quotation.support must be between");
    said(&["check", "juste.xlsx"], 0, "juste.xlsx\u{a0}: sans erreur");
    said(&["check", "juste.xlsx", "--lang", "en"], 0, "juste.xlsx: clean");
    said(&["run", "juste.xlsx", "--threads", "2"], 0, "écrit\u{a0}: juste - result.xlsx");
    said(
        &["run", "juste.xlsx", "--scenario", "Rien"],
        2,
        "erreur\u{a0}: juste.xlsx n'a pas de scénario «\u{a0}Rien\u{a0}»",
    );
    // Where there is no workbook to ask, the command line alone decides.
    said(&["check", "absent.xlsx"], 1, "error: absent.xlsx cannot be read");
    said(&["check", "absent.xlsx", "--lang", "fr"], 1, "erreur\u{a0}: absent.xlsx ne peut pas être lu");
}

#[test]
fn a_wrong_command_line_exits_with_two() {
    let folder = folder();
    assert_eq!(code(&partnersim(folder.path(), &["walk"])), 2);
    assert_eq!(code(&run(folder.path(), &["--trials", "1"])), 2);
    assert_eq!(code(&partnersim(folder.path(), &["template", "nothing"])), 2);
    let input = shipped().display().to_string();
    for command in ["run", "explain", "optimise", "sensitivity"] {
        let [slip, unknown] =
            ["open to al", "Nobody's"].map(|name| partnersim(folder.path(), &[command, &input, "--scenario", name]));
        assert_eq!((code(&slip), code(&unknown)), (2, 2), "{command}");
        assert!(errors(&slip).ends_with("hint: did you mean \"Open to all\"?\n"), "{}", errors(&slip));
        // A name may hold a comma.
        let told = "\"Open to all\", \"Installed base\", \"Installed base, less support\"\n";
        assert!(errors(&unknown).ends_with(told), "{}", errors(&unknown));
    }
}

#[test]
fn a_template_can_be_checked_and_run() {
    let folder = folder();
    for lang in ["en", "fr"] {
        let name = format!("{lang}.xlsx");
        assert_eq!(code(&partnersim(folder.path(), &["template", "-o", &name, "--lang", lang])), 0);
        let checked = partnersim(folder.path(), &["check", &name]);
        assert_eq!(code(&checked), 0, "{}", errors(&checked));
        assert_eq!(code(&partnersim(folder.path(), &["run", &name, "--trials", "20", "--quiet"])), 0);
    }
    let listed = partnersim(folder.path(), &["template", "--list"]);
    assert!(String::from_utf8_lossy(&listed.stdout).contains("deal-registration"));
}

#[test]
fn the_selftest_passes_and_shows_its_answers() {
    let folder = folder();
    let output = partnersim(folder.path(), &["selftest", "--trials", "400"]);
    assert_eq!(code(&output), 0, "{}", errors(&output));
    let shown = String::from_utf8_lossy(&output.stdout);
    assert!(shown.lines().count() > 20, "{shown}");
}

#[test]
fn sensitivity_wants_something_uncertain() {
    let folder = folder();
    assert_eq!(code(&partnersim(folder.path(), &["template", "deal-registration", "-o", "in.xlsx"])), 0);
    let output = partnersim(folder.path(), &["sensitivity", "in.xlsx"]);
    assert_eq!(code(&output), 1);
    let said = errors(&output);
    assert!(said.contains("in.xlsx has no uncertain input: there is nothing to study\nhint: give an input"), "{said}");
    assert_eq!(code(&partnersim(folder.path(), &["sensitivity", "in.xlsx", "--points", "1000"])), 2);
    assert!(!folder.path().join("in - sensitivity.xlsx").exists());
}

#[test]
fn optimise_wants_levers() {
    let folder = folder();
    let input = shipped().display().to_string();
    let output = partnersim(folder.path(), &["optimise", &input]);
    assert_eq!(code(&output), 1);
    let said = errors(&output);
    assert!(
        said.ends_with(
            "scenario.xlsx has no levers\nhint: add a sheet Levers with the columns Key, Min, Max and Step\n"
        ),
        "{said}"
    );
}

#[test]
fn calibrate_refuses_what_is_no_log_and_replaces_nothing() {
    let folder = folder();
    let shipped = shipped().display().to_string();
    let output = partnersim(folder.path(), &["calibrate", &shipped]);
    assert_eq!(code(&output), 1);
    assert!(errors(&output).starts_with("error[no-log]"), "{}", errors(&output));
    let log = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/opportunity-log.xlsx");
    fs::copy(log, folder.path().join("log.xlsx")).expect("copied");
    // An input workbook may have been worked on.
    fs::copy(&shipped, folder.path().join("log - calibrated.xlsx")).expect("copied");
    assert_eq!(code(&partnersim(folder.path(), &["calibrate", "log.xlsx"])), 4);
    assert_eq!(code(&partnersim(folder.path(), &["calibrate", "log.xlsx", "-o", "log.xlsx", "--force"])), 4);
    let output = partnersim(folder.path(), &["calibrate", "log.xlsx", "--base", &shipped, "--force", "--quiet"]);
    assert_eq!((code(&output), errors(&output)), (0, String::new()));
}

/// A workbook with levers and guardrails, written as text.
fn levered(folder: &Path, name: &str, guardrail: &str) {
    let text = format!(
        "[Settings]\nKey | Value\nsettings.readings | static\n\
         [Scenarios]\nScenario | Parameter | Set to\nInstalled base | registration.installed_base | yes\n\
         [Levers]\nKey | Min | Max | Step\ndesk.hourly_cost | 20 | 60 | 20\n\
         [Guardrails]\nMeasure | Operator | Limit | Scope | Of | Stop\n{guardrail}\n"
    );
    fs::write(folder.join(name), crate::errors::workbook::from_text(&text)).expect("written");
}

#[test]
fn a_missed_guardrail_that_stops_exits_with_three_after_the_result_was_written() {
    let folder = folder();
    levered(folder.path(), "kept.xlsx", "win_rate | >= | 1 % | | | yes");
    assert_eq!(code(&partnersim(folder.path(), &["run", "kept.xlsx", "--trials", "64", "-o", "k.xlsx"])), 0);
    levered(folder.path(), "missed.xlsx", "partner_net_margin | >= | 1000000000 | Level[*] | difference | yes");
    let missed =
        partnersim(folder.path(), &["run", "missed.xlsx", "--trials", "64", "-o", "m.xlsx", "--json", "m.json"]);
    assert_eq!(code(&missed), 3);
    assert!(errors(&missed).contains("error: Guardrail missed: Installed base"), "{}", errors(&missed));
    assert!(folder.path().join("m.xlsx").exists());
    let json: serde_json::Value =
        serde_json::from_slice(&fs::read(folder.path().join("m.json")).expect("a file")).expect("JSON");
    let guardrail = &json["guardrails"][0];
    assert_eq!((&guardrail["kept"], &guardrail["measure"]), (&false.into(), &"partner_net_margin".into()));
    assert_eq!(guardrail["offenders"].as_array().map(Vec::len), Some(4), "all four levels are named");
}

#[test]
fn what_is_found_is_the_same_on_one_two_and_seven_threads() {
    let folder = folder();
    levered(folder.path(), "l.xlsx", "win_rate | >= | 1 % | | |");
    let found: Vec<(Vec<u8>, Vec<u8>)> = ["1", "2", "7"]
        .iter()
        .map(|threads| {
            let args =
                ["optimise", "l.xlsx", "--trials", "130", "-o", "o.xlsx", "--json", "o.json", "--threads", threads];
            let output = partnersim(folder.path(), &args);
            assert_eq!(code(&output), 0, "{}", errors(&output));
            let read = |name| fs::read(folder.path().join(name)).expect("a result");
            (read("o.xlsx"), read("o.json"))
        })
        .collect();
    assert!(found.windows(2).all(|pair| pair[0] == pair[1]));
    let json: serde_json::Value = serde_json::from_slice(&found[0].1).expect("JSON");
    assert_eq!(json["optimised"]["settings"][0]["values"][0], "20", "the desk is cheapest at its least");
}

#[test]
fn a_goal_beyond_reach_is_refused_with_what_is_reachable() {
    let folder = folder();
    levered(folder.path(), "l.xlsx", "win_rate | >= | 1 % | | |");
    let args = ["optimise", "l.xlsx", "--trials", "64", "--seek", "desk_cost=1000000000"];
    let output = partnersim(folder.path(), &args);
    assert_eq!(code(&output), 2);
    assert!(errors(&output).contains("out of reach"), "{}", errors(&output));
    let no_goal = partnersim(folder.path(), &["optimise", "l.xlsx", "--seek", "win_rat=40%"]);
    assert!(code(&no_goal) == 2 && errors(&no_goal).contains("did you mean win_rate?"), "{}", errors(&no_goal));
}

#[test]
fn more_than_memory_holds_is_refused_before_anything_is_played() {
    let folder = folder();
    levered(folder.path(), "l.xlsx", "win_rate | >= | 1 % | | |");
    let refused = |args: &[&str], named: &str| {
        let output = partnersim(folder.path(), args);
        assert_eq!(code(&output), 2, "{}", errors(&output));
        assert!(errors(&output).contains(named), "{}", errors(&output));
    };
    // 0.9 kB a trial and programme: 2 of a million trials are 1.8 GB.
    let named = "--trials makes the run take about 1.8 GB of memory, with 2 programmes to play";
    refused(&["run", "l.xlsx", "--trials", "1000000"], named);
    refused(&["optimise", "l.xlsx", "--trials", "1000000"], named);
    // 61 x 401 settings, each with 2,500 trials of the first round, two measures and 8 bytes beside the baseline's 8: 1.96 GB.
    let wide = "[Settings]\nKey | Value\nsettings.readings | static\n\
                [Levers]\nKey | Min | Max | Step\nquotation.support | 1 % | 16 % | 0.25 %\ndesk.hourly_cost | 20 | 60 | 0.1\n";
    fs::write(folder.path().join("w.xlsx"), crate::errors::workbook::from_text(wide)).expect("written");
    let named = "--candidates makes the run take about 2.0 GB of memory, with 100000 programmes to play";
    refused(&["optimise", "w.xlsx", "--candidates", "100000", "--trials", "40000"], named);
}
