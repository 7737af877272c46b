//! Where what the commands write goes, and what they do not overwrite.

use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::Path;

use crate::commands::{code, errors, folder, partnersim, run, shipped};

/// The template as Excel saves it with macros: another content type, and a part that holds them.
fn with_macros(folder: &Path) -> Vec<u8> {
    assert_eq!(code(&partnersim(folder, &["template", "-o", "plain.xlsx"])), 0);
    let plain = fs::read(folder.join("plain.xlsx")).expect("a template");
    let mut archive = zip::ZipArchive::new(Cursor::new(plain)).expect("an archive");
    let mut packed = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).expect("a part");
        let name = part.name().expect("a name").into_owned();
        let mut content = String::new();
        part.read_to_string(&mut content).expect("text");
        let content = content
            .replace(
                "vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
                "vnd.ms-excel.sheet.macroEnabled.main+xml",
            )
            .replace(
                "<Override PartName=\"/xl/workbook.xml\"",
                "<Override PartName=\"/xl/vbaProject.bin\" ContentType=\"application/vnd.ms-office.vbaProject\"/>\
                 <Override PartName=\"/xl/workbook.xml\"",
            );
        let content = match name.as_str() {
            "xl/_rels/workbook.xml.rels" => content.replace(
                "</Relationships>",
                "<Relationship Id=\"rIdVba\" Type=\"http://schemas.microsoft.com/office/2006/relationships/vbaProject\" \
                 Target=\"vbaProject.bin\"/></Relationships>",
            ),
            _ => content,
        };
        packed.start_file(name, options).expect("a part can be begun");
        packed.write_all(content.as_bytes()).expect("a part can be written");
    }
    packed.start_file("xl/vbaProject.bin", options).expect("a part can be begun");
    packed.write_all(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 macros").expect("a part can be written");
    packed.finish().expect("an archive").into_inner()
}

#[test]
fn a_workbook_with_macros_is_read_and_none_is_written() {
    let folder = folder();
    let bytes = with_macros(folder.path());
    fs::write(folder.path().join("own.xlsm"), &bytes).expect("a workbook");
    for (command, done) in [("check", "clean"), ("bind", ""), ("run", "wrote own - result.xlsx")] {
        let args = [command, "own.xlsm", "--trials", "130"];
        let output = partnersim(folder.path(), &args[..if command == "run" { 4 } else { 2 }]);
        assert_eq!(code(&output), 0, "{}", errors(&output));
        assert!(errors(&output).contains(done), "{}", errors(&output));
    }
    assert_eq!(fs::read(folder.path().join("own.xlsm")).expect("the input"), bytes);
    for args in [&["template", "-o", "new.xlsm"][..], &["run", "own.xlsm", "-o", "new.XLSM"]] {
        let output = partnersim(folder.path(), args);
        assert_eq!(code(&output), 4, "{}", errors(&output));
        assert!(errors(&output).contains("let the name end in .xlsx"), "{}", errors(&output));
    }
}

#[test]
fn the_result_has_the_inputs_name_and_stands_in_the_working_folder() {
    let folder = folder();
    let output = run(folder.path(), &[]);
    assert_eq!(code(&output), 0, "{}", errors(&output));
    assert!(folder.path().join("scenario - result.xlsx").exists());
    let shown = String::from_utf8_lossy(&output.stdout);
    assert!(shown.contains("Installed base") && shown.contains("Vendor contribution"), "{shown}");
    // No temporary file is left.
    assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 1);
}

#[test]
fn trials_are_exported_as_a_table_and_as_a_library() {
    let folder = folder();
    let output = run(
        folder.path(),
        &[
            "--reading",
            "static",
            "--export-measures",
            "win_rate,partner_front_margin",
            "--trials-csv",
            "-",
            "--sip",
            "t.json",
            "--json",
            "r.json",
            "--quiet",
        ],
    );
    assert_eq!(code(&output), 0, "{}", errors(&output));
    let table = String::from_utf8(output.stdout).expect("text");
    let mut lines = table.lines();
    let heading: Vec<&str> = lines.next().expect("a heading").split(',').collect();
    assert_eq!(heading[..3], ["trial", "Baseline.static.win_rate", "No support.static.win_rate"]);
    assert_eq!(heading[3], "No support.static.win_rate.difference");
    let rows: Vec<Vec<f64>> =
        lines.map(|line| line.split(',').map(|cell| cell.parse().expect("a number")).collect()).collect();
    assert_eq!((rows.len(), rows[129][0]), (130, 130.0));
    assert!(rows.iter().all(|row| row[3] == row[2] - row[1]));
    // The means of the JSON, and the library's.
    let read = |name: &str| -> serde_json::Value {
        serde_json::from_slice(&fs::read(folder.path().join(name)).expect("a file")).expect("JSON")
    };
    let (json, library) = (read("r.json"), read("t.json"));
    let mean = rows.iter().map(|row| row[3]).sum::<f64>() / 130.0;
    let told = json["scenarios"][1]["difference"]["win_rate"]["mean"].as_f64().expect("a mean");
    assert!((mean - told).abs() < 1e-12, "{mean} {told}");
    let sip = &library["sips"][4];
    assert_eq!(sip["name"], "No_support.static.win_rate.difference");
    assert_eq!(sip["metadata"]["mean"].as_f64(), Some(told));
}

#[test]
fn what_cannot_be_exported_is_told_before_anything_is_played() {
    let folder = folder();
    let tell = |args: &[&str], words: &str| {
        let output = run(folder.path(), args);
        assert_eq!(code(&output), 2, "{args:?}");
        assert!(errors(&output).contains(words), "{}", errors(&output));
    };
    tell(&["--trials-csv", "t.csv", "--export-measures", "win_rat"], "did you mean win_rate?");
    tell(&["--export-measures", "win_rate"], "--trials-csv FILE or --sip FILE");
    tell(&["--json", "-", "--trials-csv", "-"], "standard output takes one");
    let input = folder.path().join("in.xlsx");
    fs::copy(shipped(), &input).expect("a copy");
    let output = partnersim(folder.path(), &["run", "in.xlsx", "--sip", "in.xlsx"]);
    assert_eq!(code(&output), 4, "{}", errors(&output));
    assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 1);
}

#[test]
fn what_the_program_did_not_write_is_not_replaced() {
    let folder = folder();
    let place = folder.path().join("mine.xlsx");
    fs::write(&place, "mine").expect("written");
    let output = run(folder.path(), &["-o", "mine.xlsx"]);
    assert_eq!(code(&output), 4, "{}", errors(&output));
    assert_eq!(fs::read(&place).expect("still there"), b"mine");
    assert_eq!(code(&run(folder.path(), &["-o", "mine.xlsx", "--force"])), 0);
    // Now it is a result of the program's, and may be replaced.
    assert_eq!(code(&run(folder.path(), &["-o", "mine.xlsx"])), 0);
    assert_eq!(code(&run(folder.path(), &["-o", "no such folder/r.xlsx"])), 4);
}

#[test]
fn the_input_is_never_written_to() {
    let folder = folder();
    let copy = folder.path().join("input.xlsx");
    fs::copy(shipped(), &copy).expect("copied");
    let before = fs::read(&copy).expect("read");
    let output = partnersim(folder.path(), &["run", "input.xlsx", "-o", "./input.xlsx", "--force", "--trials", "10"]);
    assert_eq!(code(&output), 4);
    assert_eq!(fs::read(&copy).expect("read"), before);
}

#[test]
fn two_outputs_do_not_go_to_one_file() {
    let folder = folder();
    let tell = |args: &[&str]| {
        let output = run(folder.path(), args);
        assert_eq!(code(&output), 2, "{args:?}: {}", errors(&output));
        assert!(errors(&output).contains("is named for two outputs\nhint: name another file"), "{}", errors(&output));
        assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 0, "nothing is written");
    };
    tell(&["-o", "r.xlsx", "--json", "r.xlsx"]);
    // The result's name where nobody says, and another way to write a name.
    tell(&["--sip", "./scenario - result.xlsx"]);
    tell(&["--trials-csv", "t.txt", "--sip", "./t.txt"]);
    let uncertain = shipped().with_file_name("../uncertain-registration/scenario.xlsx").display().to_string();
    for command in ["optimise", "sensitivity"] {
        let output = partnersim(folder.path(), &[command, &uncertain, "-o", "o.xlsx", "--json", "o.xlsx"]);
        assert_eq!(code(&output), 2, "{command}: {}", errors(&output));
        assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 0, "nothing is written");
    }
}

#[test]
fn a_result_is_no_input() {
    let folder = folder();
    assert_eq!(code(&run(folder.path(), &["-o", "r.xlsx", "--quiet"])), 0);
    for command in ["run", "check", "bind", "sensitivity", "optimise", "explain", "calibrate"] {
        let output = partnersim(folder.path(), &[command, "r.xlsx"]);
        assert_eq!(code(&output), 1, "{command}");
        let told = "error[result-as-input]: this is a result that partnersim wrote, not an input workbook\n  --> r.xlsx\n\
                    hint: give the workbook that it was made from";
        assert!(errors(&output).starts_with(told), "{command}: {}", errors(&output));
    }
    assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 1);
}
