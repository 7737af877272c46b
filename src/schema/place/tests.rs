//! How values are named.

use super::*;
use crate::language::{Language, speaking};

#[test]
fn a_table_is_called_as_its_sheet() {
    let french = |name: &str| speaking(Language::Fr, || said(name));
    assert_eq!(french("Levels[Gold].threshold"), "Niveaux[Gold].threshold");
    assert_eq!(french("Partner groups[*].count"), "Groupes de partenaires[*].count");
    assert_eq!(french("Years: Levels[A: Levels[].rebate"), "Years: Niveaux[A: Levels[].rebate");
    for name in ["quotation.support", "Levels", "Open: quotation.support", "Nowhere[1].threshold"] {
        assert_eq!(french(name), name);
    }
    assert_eq!(said("Levels[Gold].threshold"), "Levels[Gold].threshold");
}

#[test]
fn a_label_leads_to_its_key_and_a_table_without_rows_says_so() {
    let programme = crate::schema::defaults();
    let missed = |target: &str| find(target, &programme).expect_err("no place");
    let hint = Some("did you mean quotation.support?".to_owned());
    assert_eq!(missed("support for the registered partner").1, hint);
    let (message, hint) = missed("Years[1].demand_change");
    assert_eq!(message, "the table Years has no rows");
    assert!(hint.is_some_and(|hint| hint.starts_with("fill in its rows on the sheet Years")));
}
