//! Two results held against each other.

use std::fs;
use std::path::Path;

use partnersim::sheet::{Cell, read::read};

use crate::verify::{partnersim, run, said};

fn input(support: &str, presales: &str, more: &str) -> String {
    format!(
        "[Parameters]\nKey | Value\nquotation.support | {support}\npresales.rival | {presales}\n[Settings]\nKey | Value\n\
         settings.readings | static\nsettings.months | 12\n[Scenarios]\nScenario | Parameter | Set to\n\
         Open | registration.installed_base | yes\n{more}"
    )
}

fn compare(folder: &Path, more: &[&str]) -> String {
    let (code, told, errors) = said(&partnersim(folder, &[&["compare", "a-out.xlsx", "b-out.xlsx"], more].concat()));
    assert_eq!((code, errors.as_str()), (0, ""), "{told}");
    told
}

/// Some columns of a table of a written comparison, by their headings.
fn rows(path: &Path, sheet: &str, columns: [&str; 5]) -> Vec<[String; 5]> {
    let grid = read(&fs::read(path).expect("a file")).expect("a workbook");
    let sheet = grid.sheets.iter().find(|it| &*it.name == sheet).expect("a sheet");
    let text = |cell: &Cell| match cell {
        Cell::Text(text) => text.clone(),
        Cell::Number(number) => number.to_string(),
        other => panic!("{other:?}"),
    };
    let heading = sheet.rows.iter().position(|row| {
        columns.iter().all(|wanted| row.cells.iter().any(|(_, cell)| *cell == Cell::Text((*wanted).to_owned())))
    });
    let heading = heading.expect("the headings");
    let place = |wanted: &str| {
        let is_it = |(_, cell): &&(u16, Cell)| *cell == Cell::Text(wanted.to_owned());
        sheet.rows[heading].cells.iter().find(is_it).expect("a heading").0
    };
    let places = columns.map(place);
    let below =
        sheet.rows[heading + 1..].iter().take_while(|row| row.get(places[0]).is_some() && row.get(places[2]).is_some());
    below.map(|row| places.map(|column| row.get(column).map_or_else(String::new, text))).collect()
}

#[test]
fn nothing_moved_between_a_result_and_itself() {
    let folder = tempfile::tempdir().expect("a folder");
    run(folder.path(), "a", &input("8 %", "300", ""), &[]);
    fs::copy(folder.path().join("a-out.xlsx"), folder.path().join("b-out.xlsx")).expect("a copy");
    let told = compare(folder.path(), &["-o", "c.xlsx"]);
    assert!(told.starts_with("The inputs of A and B are the same, and nothing moved.\n"), "{told}");
    assert!(!told.contains("explains"), "{told}");
    assert!(folder.path().join("c.xlsx").exists());
}

#[test]
fn one_changed_input_explains_the_whole_move() {
    let folder = tempfile::tempdir().expect("a folder");
    run(folder.path(), "a", &input("8 %", "300", ""), &[]);
    run(folder.path(), "b", &input("10 %", "300", ""), &[]);
    let told = compare(folder.path(), &["-o", "c.xlsx"]);
    assert!(told.starts_with("One input differs;"), "{told}");
    assert!(told.contains("quotation.support alone explains 100 % of the move."), "{told}");
    let inputs = rows(&folder.path().join("c.xlsx"), "Inputs that differ", ["Key", "A", "B", "Cell in A", "Cell in B"]);
    assert_eq!(inputs, [["quotation.support", "8 %", "10 %", "Parameters!B2", "Parameters!B2"].map(str::to_owned)]);
    let columns = ["Measure", "Programme", "Change", "Effect alone", "Share of the move"];
    for [measure, programme, change, _, share] in rows(&folder.path().join("c.xlsx"), "What explains it", columns) {
        let share: f64 = share.parse().expect("a share");
        let expected = if change == "Interaction" { 0.0 } else { 1.0 };
        assert!((share - expected).abs() < 1e-6, "{measure}, {programme}: {change} {share}");
    }
}

#[test]
fn the_margin_leads_in_which_the_move_shows() {
    let folder = tempfile::tempdir().expect("a folder");
    let levels = |support: &str, rebate: &str| {
        let levels = "[Levels]\nlevel | threshold | certifications | base_discount | rebate\nBusiness | 0 | 0 | 18 % | 0 %\n\
                      Silver | 175000 | 2 | 20 % | 1.5 %\nGold | 750000 | 5 | 22 % |";
        format!("{}{levels} {rebate}\nPlatinum | 5000000 | 15 | 25 % | 5 %\n", input(support, "300", ""))
    };
    // Front margin moves a little, rebates a lot.
    run(folder.path(), "a", &levels("8 %", "3 %"), &[]);
    run(folder.path(), "b", &levels("8.1 %", "4 %"), &[]);
    let told = compare(folder.path(), &[]);
    let answer = told.lines().nth(1).expect("an answer");
    assert!(answer.contains("partner net margin goes from") && answer.contains("Levels[Gold].rebate"), "{told}");
}

#[test]
fn shares_and_the_interaction_add_up_to_the_move_whatever_the_order() {
    let folder = tempfile::tempdir().expect("a folder");
    run(folder.path(), "a", &input("8 %", "300", ""), &[]);
    run(folder.path(), "b", &input("10 %", "900", " | quotation.support | 12 %"), &[]);
    compare(folder.path(), &["-o", "c.xlsx", "--quiet"]);
    let columns = ["Measure", "Programme", "Change", "Effect alone", "Share of the move"];
    let rows = rows(&folder.path().join("c.xlsx"), "What explains it", columns);
    let number = |text: &String| text.parse::<f64>().expect("a number");
    let mut figures = 0;
    for group in rows.chunk_by(|a, b| a[..2] == b[..2]) {
        let causes: Vec<&str> = group.iter().map(|row| row[2].as_str()).collect();
        let mut known = causes.clone();
        known.sort_unstable();
        let expected =
            ["Interaction", "Open: quotation.support", "The whole move", "presales.rival", "quotation.support"];
        assert_eq!(known, expected);
        let whole = number(&group.last().expect("the whole")[3]);
        let parts: f64 = group[..group.len() - 1].iter().map(|row| number(&row[3])).sum();
        assert!((parts - whole).abs() <= 1e-9 * whole.abs().max(1.0), "{group:?}");
        figures += 1;
    }
    assert!(figures >= 8, "{rows:?}");
    // The scenario's own edit changes nothing in the baseline, and pre-sales cost no front margin.
    let idle = |measure: &str, programme: &str, change: &str| {
        let row = rows.iter().find(|row| [&row[0], &row[1], &row[2]] == [measure, programme, change]);
        number(&row.expect("a row")[3])
    };
    assert_eq!(idle("Partner front margin", "Baseline", "Open: quotation.support"), 0.0);
    assert_eq!(idle("Partner front margin", "Baseline", "presales.rival"), 0.0);
    assert!(idle("Partner net margin", "Baseline", "presales.rival") < 0.0);
}

#[test]
fn other_luck_and_other_rows_are_changes_too() {
    let folder = tempfile::tempdir().expect("a folder");
    let levels = |top: &str| {
        format!(
            "{}[Levels]\nlevel | threshold | certifications | base_discount\nBusiness | 0 | 0 | 18 %\n\
             Silver | 175000 | 2 | 20 %\nGold | 750000 | 5 | 22 %\nPlatinum | 5000000 | 15 | 25 %\n{top}\n",
            input("8 %", "300", "")
        )
    };
    run(folder.path(), "a", &levels(""), &["--seed", "1"]);
    run(folder.path(), "b", &levels("Titanium | 50000000 | 20 | 26 %"), &["--seed", "2"]);
    let told = compare(folder.path(), &["--lang", "fr"]);
    assert!(told.contains("tirages distincts"), "{told}");
    assert!(told.contains("Niveaux[Titanium]") && told.contains("ajoutée"), "{told}");
    assert!(told.contains("Graine utilisée"), "{told}");
}

#[test]
fn amounts_in_other_currencies_are_not_compared() {
    let folder = tempfile::tempdir().expect("a folder");
    let in_dollars = input("8 %", "300", "").replace("settings.months | 12", "settings.currency | USD");
    run(folder.path(), "a", &input("8 %", "300", ""), &[]);
    run(folder.path(), "b", &in_dollars, &[]);
    let (code, told, errors) = said(&partnersim(folder.path(), &["compare", "a-out.xlsx", "b-out.xlsx"]));
    assert_eq!((code, told.as_str()), (1, ""));
    assert!(errors.contains("in EUR in the first result and in USD in the second"), "{errors}");
}
