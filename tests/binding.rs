//! Values under names that a workbook defines, wherever they stand.

use std::fs;
use std::process::Command;

use partnersim::diagnostic::Diagnostics;
use partnersim::inputs::{self, Inputs, Target};
use partnersim::programme::Programme;
use partnersim::schema;
use partnersim::sheet::read::read;
use partnersim::units::{Money, Rate};

use crate::errors::workbook::from_text;

fn inputs(text: &str) -> (Inputs, Vec<(&'static str, String)>) {
    let mut found = Diagnostics::default();
    let inputs = inputs::read(&read(&from_text(text)).expect("a workbook"), &mut found);
    (inputs, found.iter().map(|diagnostic| (diagnostic.id, diagnostic.message.clone())).collect())
}

/// The baseline of a workbook without a remark.
fn programme(text: &str) -> Programme {
    let (inputs, found) = inputs(text);
    assert_eq!(found, []);
    inputs.programme
}

const OWN: &str = "[Budget 2026]
Support of granted quotations | 9 %
Reviewers | 3 | 2
Gold from | 900000
Trials | 500
";

#[test]
fn a_workbook_with_names_only_gives_the_values_they_refer_to() {
    let text = format!(
        "{OWN}name: quotation_support = 'Budget 2026'!$B$1
name: Desk_Reviewers = 'budget 2026'!$B$2
name: Levels_Gold_threshold = 'Budget 2026'!$B$3
name: settings.trials = 'Budget 2026'!$B$4:$B$4
name: total_sales = SUM('Budget 2026'!$B$1:$B$3)
name: quotation_support_2 = 'Budget 2026'!$B$2
local name: desk_hourly_cost = 'Budget 2026'!$B$2
"
    );
    let mut wanted = schema::defaults();
    wanted.quotation.support = Rate::per_mille(90);
    wanted.desk.reviewers = 3;
    wanted.levels[2].threshold = Money::from_units(900_000);
    wanted.settings.trials = 500;
    assert_eq!(programme(&text), wanted);
    let (inputs, _) = inputs(&text);
    let origin = &inputs.origins[&Target::Parameter("quotation.support")];
    assert_eq!(origin.cell.as_ref().map(ToString::to_string).as_deref(), Some("'Budget 2026'!B1"));
    assert_eq!(origin.source, "by the name quotation_support");
    assert!(inputs.unread.is_empty(), "the sheet of the names counts as read");
}

#[test]
fn names_stand_beside_the_sheets_and_not_against_them() {
    let sheet = "[Parameters]\nKey | Value\nquotation.support | 9 %\ndesk.reviewers |\n[Own]\n3\n";
    let same = "name: quotation_support = Parameters!$B$2\nname: desk_reviewers = Own!$A$1\n";
    let programme = programme(&format!("{sheet}{same}"));
    assert_eq!((programme.quotation.support, programme.desk.reviewers), (Rate::per_mille(90), 3));
    let (_, found) = inputs(&format!("{sheet}name: quotation_support = Own!$A$1\n"));
    let message = "quotation.support is given in Parameters!B2 and by the name quotation_support in another cell";
    assert_eq!(found, [("bound-twice", message.to_owned())]);
}

#[test]
fn a_cell_that_a_sheet_has_refused_is_told_once() {
    let sheet = "[Parameters]\nKey | Value\nquotation.support | 75 %\n";
    let (_, found) = inputs(&format!("{sheet}name: quotation_support = Parameters!$B$2\n"));
    assert_eq!(found.iter().map(|(id, _)| *id).collect::<Vec<_>>(), ["percentage-range"]);
}

#[test]
fn a_name_that_is_a_key_refers_to_one_cell_of_the_workbook() {
    let cases = [
        ("Data!$B$1:$B$2", "must refer to one cell, found Data!$B$1:$B$2"),
        ("Data!$B:$B", "must refer to one cell, found Data!$B:$B"),
        ("Data!$B$1,Data!$C$1", "must refer to one cell, found Data!$B$1,Data!$C$1"),
        ("0.08", "must refer to one cell, found 0.08"),
        ("OFFSET(Data!$A$1,0,1)", "must refer to one cell, found OFFSET(Data!$A$1,0,1)"),
        ("Data!B1", "must refer to the same cell from everywhere, found Data!B1"),
        ("Data!$B1", "must refer to the same cell from everywhere, found Data!$B1"),
        ("Data!#REF!", "refers to a cell that was deleted: Data!#REF!"),
        ("#REF!$B$1", "refers to a cell that was deleted: #REF!$B$1"),
        ("Dta!$B$1", "refers to the sheet \"Dta\", which there is not"),
        ("[1]Data!$B$1", "refers to another workbook: [1]Data!$B$1"),
        ("'[old.xlsx]Data'!$B$1", "refers to another workbook: '[old.xlsx]Data'!$B$1"),
    ];
    for (reference, message) in cases {
        let (inputs, found) = inputs(&format!("[Data]\nSupport | 9 %\nname: quotation_support = {reference}\n"));
        assert_eq!(found, [("name-not-a-cell", format!("the name quotation_support {message}"))]);
        assert_eq!(inputs.programme, schema::defaults());
    }
}

#[test]
fn a_deleted_row_of_a_template_asks_for_the_default() {
    assert_eq!(
        programme("[Parameters]\nKey | Value\nname: quotation_support = Parameters!#REF!\n"),
        schema::defaults()
    );
}

#[test]
fn rows_that_one_name_would_stand_for_are_told() {
    let levels = "[Levels]\nlevel | threshold | certifications | base_discount | rebate | run_rate_margin
A-B | 0 | 0 | 20 % | 0 % | 3 %\nA B | 1000 | 0 | 20 % | 0 % | 3 %\n";
    let (_, found) = inputs(&format!("{levels}[Data]\n5\nname: Levels_A_B_threshold = Data!$A$1\n"));
    let message = "the name Levels_A_B_threshold stands for Levels[A-B].threshold and for Levels[A B].threshold";
    assert_eq!(found, [("bound-twice", message.to_owned())]);
}

fn bind(text: &str, more: &[&str]) -> (Option<i32>, String, String) {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("own.xlsm"), from_text(text)).expect("a workbook");
    let mut command = Command::new(env!("CARGO_BIN_EXE_partnersim"));
    let output = command.current_dir(folder.path()).args(["bind", "own.xlsm"]).args(more).output().expect("it runs");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (output.status.code(), text(&output.stdout), text(&output.stderr))
}

#[test]
fn bind_lists_what_it_found_and_what_keeps_its_default() {
    let text = format!(
        "{OWN}[Parameters]\nKey | Value\ndesk.hourly_cost | 60\n[More]\n4
name: quotation_support = 'Budget 2026'!$B$1
name: Levels_Gold_threshold = 'Budget 2026'!$B$3
name: quotation_open_suport_2 = 'Budget 2026'!$C$2
local name: desk_reviewers = 'Budget 2026'!$B$2
"
    );
    let (code, shown, errors) = bind(&text, &[]);
    assert_eq!((code, errors.as_str()), (Some(0), ""));
    let lines: Vec<String> = shown.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
    assert_eq!(
        lines[..6],
        [
            "own.xlsm: 2 values by name, 1 on the program's own sheets",
            "",
            "Key Value Unit Cell Found by",
            "quotation.support 9 % % of list 'Budget 2026'!B1 name quotation_support",
            "desk.hourly_cost 60 currency/hour Parameters!B2 sheet",
            "Levels[Gold].threshold 900,000 currency/year 'Budget 2026'!B3 name Levels_Gold_threshold",
        ]
    );
    assert!(shown.contains("Given in part, the rest by default: Quotations (1 of "), "{shown}");
    assert!(shown.contains("All by default: Settings, "), "{shown}");
    assert!(shown.contains("Tables with their default rows: Partner groups, "), "{shown}");
    assert!(shown.contains("on one sheet only and give nothing: desk_reviewers."), "{shown}");
    assert!(shown.contains("no key: quotation_open_suport_2 (is quotation_open_support meant?)."), "{shown}");
}

#[test]
fn a_list_of_partners_has_no_groups_by_default() {
    let (_, shown, _) = bind("[Partners]\nPartner | Level | Annual purchases\nAldi | Gold | 700000\n", &[]);
    assert!(shown.contains("Tables with their default rows: Levels, Segments, "), "{shown}");
}

#[test]
fn bind_tells_problems_as_check_does() {
    let text = format!("{OWN}name: quotation_suport = 'Budget 2026'!$B$1\n");
    let (code, shown, errors) = bind(&text, &[]);
    assert_eq!(code, Some(1));
    assert!(shown.starts_with("own.xlsm: 0 values by name"), "{shown}");
    assert!(errors.contains("error[unknown-name]") && errors.contains("did you mean quotation_support?"), "{errors}");
    let (_, shown, errors) = bind(&text, &["--lang", "fr"]);
    assert!(shown.contains("0 valeur par leur nom") && errors.contains("n'est ni une clé"), "{shown}{errors}");
}
