//! Data flows one way: a module imports only earlier stages, and outside engines stand at the edge.

use std::fs;
use std::path::{Path, PathBuf};

/// The stages in the order of the flow; a file belongs to the longest that its path starts with.
const STAGES: &[&str] = &[
    "language",
    "units",
    "diagnostic",
    "sheet",
    "programme",
    "quantile",
    "stats",
    "law",
    "schema",
    "model",
    "inputs",
    "embedded",
    "check",
    "scenario",
    "uncertainty",
    "outcome",
    "plan",
    "sim",
    "measures",
    "summary",
    "study",
    "report",
    "template",
    "calibrate",
    "reference",
    "sheet/write",
    "selftest",
    "cli",
    "commands",
    "main",
];

/// Outside engines and the files that may name them.
const ENGINES: &[(&str, &[&str])] = &[
    ("calamine", &["sheet/read.rs"]),
    ("rust_xlsxwriter", &["sheet/write"]),
    ("zip", &["sheet/guard", "sheet/names.rs", "sheet/origin.rs"]),
    ("rayon", &["sim/run.rs", "sim/changes.rs", "study/case.rs", "summary", "report.rs", "sheet/write.rs"]),
    ("chacha20", &["sim/draws/source.rs"]),
    ("clap", &["cli.rs", "cli/"]),
    ("clap_complete", &["cli.rs", "commands/completions.rs"]),
    ("clap_mangen", &["commands/completions.rs"]),
    ("ctrlc", &["commands/interrupt.rs"]),
    ("indicatif", &["commands/progress.rs"]),
    ("notify", &["commands/watch/saves.rs"]),
    ("tempfile", &["commands/", "sheet/write/theme.rs"]),
    ("serde_json", &["report/json.rs", "report/json/", "report/exchange/sip.rs"]),
];

/// The files of the program and what stands in them.
pub fn sources() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut folders = vec![root.clone()];
    let mut files: Vec<PathBuf> = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder").flatten() {
            if entry.path().is_dir() { folders.push(entry.path()) } else { files.push(entry.path()) }
        }
    }
    files.sort();
    let name = |file: &Path| file.strip_prefix(&root).expect("below src").to_string_lossy().replace('\\', "/");
    files.iter().map(|file| (name(file), fs::read_to_string(file).expect("a source file"))).collect()
}

/// The code of a file without its unit tests.
pub fn without_tests(text: &str) -> &str {
    text.split("#[cfg(test)]\nmod tests {").next().unwrap_or(text)
}

fn stage(path: &str) -> Option<usize> {
    let of = |stage: &&str| path == format!("{stage}.rs") || path.starts_with(&format!("{stage}/")) || *path == **stage;
    STAGES.iter().enumerate().filter(|(_, stage)| of(stage)).max_by_key(|(_, stage)| stage.len()).map(|(at, _)| at)
}

#[test]
fn no_import_runs_backward() {
    let mut wrong = Vec::new();
    for (file, text) in sources() {
        if file == "lib.rs" || file.ends_with("tests.rs") {
            continue;
        }
        let own = stage(&file).unwrap_or_else(|| panic!("{file} belongs to no stage"));
        for line in without_tests(&text).lines().filter(|line| !line.trim_start().starts_with("//")) {
            for import in line.split("crate::").skip(1) {
                let path: String =
                    import.chars().take_while(|c| c.is_alphanumeric() || "_:".contains(*c)).collect::<String>();
                let path = path.trim_end_matches(':').replace("::", "/");
                let first =
                    if path.starts_with("sheet/write") { "sheet/write" } else { path.split('/').next().unwrap_or("") };
                let Some(other) = stage(first) else { continue };
                if other > own {
                    wrong.push(format!("{file} imports {path}: {}", line.trim()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "imports that run backward:\n{}", wrong.join("\n"));
}

#[test]
fn outside_engines_stand_at_the_edge() {
    let mut wrong = Vec::new();
    for (file, text) in sources().into_iter().filter(|(file, _)| !file.ends_with("tests.rs")) {
        for (engine, allowed) in ENGINES {
            let names = without_tests(&text).lines().any(|line| {
                let line = line.trim_start();
                !line.starts_with("//")
                    && (line.contains(&format!("{engine}::")) || line.contains(&format!("use {engine};")))
            });
            if names && !allowed.iter().any(|place| file.starts_with(place)) {
                wrong.push(format!("{file} names {engine}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_backward_import_would_be_seen() {
    assert!(stage("model/auction.rs") < stage("sim/deals.rs"));
    assert!(stage("sheet/read.rs") < stage("schema.rs") && stage("report.rs") < stage("sheet/write/chart.rs"));
    assert_eq!(stage("util.rs"), None);
}
