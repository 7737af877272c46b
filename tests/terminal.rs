//! The program as its users wait for it, watch it and stop it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

pub fn shipped() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/deal-registration/scenario.xlsx")
}

pub fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a folder")
}

fn partnersim(folder: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_partnersim")).current_dir(folder).args(args).output().expect("the program runs")
}

/// A short run of the shipped workbook.
fn run(folder: &Path, more: &[&str]) -> Output {
    let input = shipped().display().to_string();
    partnersim(folder, &[&["run", &input, "--trials", "66", "--scenario", "Installed base"], more].concat())
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn the_summary_is_markdown_alone_on_standard_output() {
    let folder = folder();
    let output = run(folder.path(), &["--summary"]);
    let shown = text(&output.stdout);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let lines: Vec<&str> = shown.lines().collect();
    assert_eq!(lines[0], "# What the policies of scenario.xlsx bring");
    assert!(
        lines.iter().any(|line| line.starts_with("- **Installed base** raises partner front margin by ")),
        "{shown}"
    );
    let rows: Vec<&&str> = lines.iter().filter(|line| line.starts_with('|')).collect();
    // Head, rule, five measures of one scenario; every row has as many cells as the head.
    assert_eq!(rows.len(), 7, "{shown}");
    assert!(rows.iter().all(|row| row.matches('|').count() == 8), "{shown}");
    assert!(shown.contains("66 trials of 12 months from 2017-02-01, seed 2017, amounts in EUR."), "{shown}");
    assert!(!shown.contains("Programme  "), "the short table is not mixed in: {shown}");
    assert!(text(&output.stderr).ends_with("wrote scenario - result.xlsx\n"));
    let quiet = run(folder.path(), &["--summary", "--quiet"]);
    assert_eq!((text(&quiet.stdout), text(&quiet.stderr)), (shown, String::new()));
}

#[test]
fn standard_output_takes_one_document() {
    let folder = folder();
    let both = run(folder.path(), &["--summary", "--json", "-"]);
    assert_eq!(both.status.code(), Some(2), "{}", text(&both.stderr));
    assert!(both.stdout.is_empty() && text(&both.stderr).contains("--summary, --json"), "{}", text(&both.stderr));
    let beside = run(folder.path(), &["--summary", "--json", "r.json", "--quiet"]);
    assert!(beside.status.success() && beside.stdout.starts_with(b"# "));
}

#[test]
fn nothing_moves_where_nobody_looks() {
    let folder = folder();
    let shown = text(&run(folder.path(), &[]).stderr);
    assert!(!shown.contains(['\r', '\u{1b}']), "{shown:?}");
}

#[test]
fn a_place_where_nothing_can_be_written_is_told_before_the_work_begins() {
    let folder = folder();
    // So many trials would take minutes.
    let told = |place: &str| {
        let input = shipped().display().to_string();
        let output = partnersim(folder.path(), &["run", &input, "--trials", "1000000", "--force", "-o", place]);
        assert!(output.stdout.is_empty());
        (output.status.code(), text(&output.stderr).trim_end().to_owned())
    };
    fs::create_dir(folder.path().join("there")).expect("a folder");
    let named = "error: there is a folder: name the file in it that shall be written".to_owned();
    assert_eq!(told("there"), (Some(4), named));
    let missing = "error: no/r.xlsx cannot be written: there is no folder no".to_owned();
    assert_eq!(told("no/r.xlsx"), (Some(4), missing));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let shut = folder.path().join("shut");
        fs::create_dir(&shut).expect("a folder");
        fs::set_permissions(&shut, fs::Permissions::from_mode(0o555)).expect("permissions");
        // Permissions do not bind the administrator.
        if fs::write(shut.join("probe"), "").is_err() {
            let refused = "error: nothing can be written in the folder shut: you may not write in it".to_owned();
            assert_eq!(told("shut/r.xlsx"), (Some(4), refused));
        }
    }
}

#[test]
fn completions_and_manual_pages_are_written() {
    let folder = folder();
    let bash = text(&partnersim(folder.path(), &["completions", "bash"]).stdout);
    assert!(bash.contains("complete -F _partnersim"), "{bash}");
    assert!(text(&partnersim(folder.path(), &["man", "watch"]).stdout).contains("partnersim-watch"));
    let unknown = partnersim(folder.path(), &["man", "wach"]);
    assert_eq!(unknown.status.code(), Some(2));
    assert_eq!(text(&unknown.stderr), "error: there is no command wach\nhint: did you mean watch?\n");
    assert!(partnersim(folder.path(), &["man", "-o", "pages"]).status.success());
    let pages = fs::read_dir(folder.path().join("pages")).expect("a folder").count();
    assert!(folder.path().join("pages/partnersim-run.1").exists() && pages > 8, "{pages} pages");
}

/// The program with interrupts as a terminal has them, whatever started the tests.
#[cfg(target_os = "linux")]
pub fn interruptible(folder: &Path, args: &[&str]) -> Child {
    Command::new("env")
        .args(["--default-signal=INT", env!("CARGO_BIN_EXE_partnersim")])
        .args(args)
        .current_dir(folder)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts")
}

/// What Ctrl-C does.
#[cfg(target_os = "linux")]
fn interrupt(child: Child) -> Output {
    let sent = Command::new("kill").args(["-INT", &child.id().to_string()]).status().expect("a signal");
    assert!(sent.success());
    child.wait_with_output().expect("it ends")
}

#[cfg(target_os = "linux")]
#[test]
fn an_interrupt_leaves_the_old_result_whole_and_says_so() {
    let folder = folder();
    assert!(run(folder.path(), &["-o", "r.xlsx"]).status.success());
    let old = fs::read(folder.path().join("r.xlsx")).expect("a result");
    let input = shipped().display().to_string();
    for (place, said) in [("r.xlsx", "stopped: r.xlsx is as it was\n"), ("new.xlsx", "stopped: nothing was written\n")]
    {
        let child = interruptible(folder.path(), &["run", &input, "-o", place, "--trials", "60000"]);
        // It is not done for minutes, and its place is known as soon as it starts.
        std::thread::sleep(std::time::Duration::from_millis(1_500));
        let output = interrupt(child);
        assert_eq!((output.status.code(), text(&output.stderr).as_str()), (Some(130), said));
    }
    assert_eq!(fs::read(folder.path().join("r.xlsx")).expect("a result"), old);
    assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 1, "nothing else is left");
}
