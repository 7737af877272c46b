//! Workbooks that were broken by a clumsy hand: what is wrong is told once, where it is, and not again by what follows.

use crate::errors::{reported, workbook::from_text};

/// The problems of a workbook: id, cell and message.
fn problems(text: &str) -> Vec<(&'static str, String, String)> {
    let at = |cell: Option<&partnersim::diagnostic::CellRef>| cell.map_or_else(String::new, ToString::to_string);
    reported(&from_text(text)).iter().map(|told| (told.id, at(told.at.as_ref()), told.message.clone())).collect()
}

/// Their ids and cells.
fn places(text: &str) -> Vec<(&'static str, String)> {
    problems(text).into_iter().map(|(id, at, _)| (id, at)).collect()
}

#[test]
fn a_sheet_that_was_deleted_is_told_once_for_all_its_names() {
    let keys = ["quotation_support", "quotation_budget", "quotation_open_support", "protection_days", "presales_rival"];
    let named = |sheet: &str, keys: &[&str]| -> String {
        keys.iter().map(|key| format!("name: {key} = {sheet}$B$1\n")).collect()
    };
    let six = [&keys[..], &["desk_free_days"]].concat();
    for (sheet, said) in [
        ("Parameters!", "refer to the sheet \"Parameters\", which there is not"),
        ("#REF!", "refer to cells that were deleted"),
    ] {
        let told = problems(&format!("[Data]\n1\n{}", named(sheet, &six)));
        assert_eq!(told.len(), 1, "{told:?}");
        assert!(told[0].2.ends_with(said) && told[0].2.contains(" and 3 more "), "{told:?}");
        assert_eq!(problems(&format!("[Data]\n1\n{}", named(sheet, &keys))).len(), keys.len());
    }
}

#[test]
fn a_heading_that_was_lost_is_told_and_not_what_follows_from_it() {
    // Every threshold would be the default, and none above the one before.
    let levels = "[Levels]\nlevel | | base_discount\nBusiness | 0 | 18 %\nSilver | 175000 | 20 %\n";
    assert_eq!(places(levels), [("blank-heading", "Levels!B1".to_owned())]);
    // A column of one's own within the table, with a heading or without anything in it, is no matter.
    let own = "[Levels]\nlevel | | Notes | threshold
Business | | a | 0\nSilver | | b | 175000\nGold | | c | 750000\nPlatinum | | d | 5000000\n";
    assert_eq!(places(own), []);
    let correlated = "[Parameters]\nKey | Value | Distributon | Low | High
registration.propensity | 50 % | uniform | 30 % | 60 %\nregistration.approval_rate | 90 % | uniform | 80 % | 95 %
[Correlations]\nInput | registration.propensity\nregistration.approval_rate | 0.4\n";
    assert_eq!(places(correlated), [("unknown-heading", "Parameters!C1".to_owned())]);
}

#[test]
fn what_a_default_breaks_is_told_at_the_row() {
    let levels = "[Levels]\nlevel | base_discount\nBusiness | 18 %\nSilver | 20 %\nGold | 22 %\nPlatinum | 25 %\n";
    let rows = ["Levels!A3", "Levels!A4", "Levels!A5"].map(|at| ("unsorted-thresholds", at.to_owned()));
    assert_eq!(places(levels), rows);
}

#[test]
fn a_name_that_is_none_is_told_beside_other_errors_of_its_row() {
    let long = "x".repeat(61);
    let partners = format!(
        "[Partners]\nid | level | purchases\n{long} | Golld | 5\nA | Silver | many\nB | Bronze | 5\nC | =1/0 | 5\n"
    );
    let told = [("not-a-name", "A2"), ("unknown-level", "B2"), ("not-a-number", "C3"), ("unknown-level", "B4")];
    let told = told.map(|(id, cell)| (id, format!("Partners!{cell}")));
    let found = places(&partners);
    assert!(told.iter().all(|told| found.contains(told)), "{found:?}");
    // What stands in the last row is no name at all: that is told, and not what it would name.
    assert_eq!(found.iter().filter(|(id, _)| *id == "unknown-level").count(), 2, "{found:?}");
    assert_eq!(found.len(), 5, "{found:?}");
}

#[test]
fn edits_of_a_scenario_without_a_readable_name_belong_to_no_other() {
    let long = "x".repeat(61);
    for before in ["", "Open | registration.installed_base | yes\n"] {
        let scenarios = format!(
            "[Scenarios]\nScenario | Parameter | Set to\n{before}{long} | quotation.support | 6 %\n | quotation.suport | 7 %\n"
        );
        assert_eq!(places(&scenarios).iter().map(|(id, _)| *id).collect::<Vec<_>>(), ["not-a-name"]);
    }
}

#[test]
fn rows_without_a_name_are_not_offered() {
    let text = "[Levels]\nlevel | threshold\nBusiness | 0\n | 5\n[Scenarios]\nScenario | Parameter | Set to
A | Levels[Nowhere].threshold | 7\n";
    let hints: Vec<Option<String>> = reported(&from_text(text)).iter().map(|told| told.hint.clone()).collect();
    assert!(hints.contains(&Some("its rows are Business, or * for all".to_owned())), "{hints:?}");
}

#[test]
fn two_names_for_one_wrong_cell_are_both_told() {
    let text = "[Data]\n8\nname: quotation_support = Data!$A$1\nname: registration_propensity = Data!$A$1\n";
    assert_eq!(places(text), [("percentage-scale", "Data!A1".to_owned()), ("percentage-scale", "Data!A1".to_owned())]);
}

#[test]
fn a_workbook_that_says_nothing_is_noted() {
    assert_eq!(places("[Budget]\nSalaries | 5\n"), [("nothing-read", String::new())]);
    assert_eq!(places("[Budget]\n9 %\nname: quotation_support = Budget!$A$1\n"), []);
}
