//! What a workbook says is uncertain, from its cells to what is drawn.

use super::*;
use crate::diagnostic::{Diagnostics, Severity};
use crate::inputs::{self, Inputs};
use crate::language::{Language, speaking};
use crate::law::Law;
use crate::scenario;
use crate::sheet::{Cell, Grid, Row, Sheet};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

/// A sheet of rows of cells apart by `|`: numbers where they are, else texts.
fn sheet(name: &str, rows: &[&str]) -> Sheet {
    let cell = |(column, text): (usize, &str)| match text.trim() {
        "" => None,
        text => Some((column as u16, text.parse().map_or_else(|_| Cell::Text(text.to_owned()), Cell::Number))),
    };
    let cells = |row: &str| row.split('|').enumerate().filter_map(cell).collect();
    let rows = rows.iter().enumerate().map(|(number, row)| Row { number: number as u32, cells: cells(row) });
    Sheet { name: name.into(), rows: rows.collect() }
}

fn read(sheets: Vec<Sheet>) -> (Inputs, Vec<scenario::Scenario>, Uncertainty, Diagnostics) {
    let mut found = Diagnostics::default();
    let inputs = inputs::read(&Grid { sheets, names: Vec::new() }, &mut found);
    let scenarios = scenario::build(&inputs, &mut found);
    let uncertainty = build(&inputs, &scenarios, &mut found);
    (inputs, scenarios, uncertainty, found)
}

fn built(sheets: Vec<Sheet>) -> Uncertainty {
    let (_, _, uncertainty, found) = read(sheets);
    assert_eq!(found, Diagnostics::default());
    uncertainty
}

const PARAMETERS: &str = "Key|Value|Distribution|Low|Mode|High";

fn parameter(row: &str) -> Truncated {
    let mut uncertainty = built(vec![sheet("Parameters", &[PARAMETERS, row])]);
    uncertainty.inputs.remove(0).law
}

#[test]
fn a_row_says_a_distribution_in_each_of_the_three_ways() {
    let within = |law: Result<Law, _>, low, high| Truncated::new(law.expect("a law"), low, high).expect("within");
    // A blank Mode is the value; a percentage's text is a note, so fractions stand here.
    assert_eq!(parameter("quotation.support|0.08|pert|0.06||0.1"), within(Law::pert(0.06, 0.08, 0.1), 0.0, 0.6));
    assert_eq!(parameter("quotation.support|0.08|PERT|0.06|0.07|0.1"), within(Law::pert(0.06, 0.07, 0.1), 0.0, 0.6));
    let percentiles = Law::by_percentiles(crate::law::Family::Pert, Some((0.05, 0.06)), Some(0.08), Some((0.95, 0.1)));
    assert_eq!(parameter("quotation.support|0.08|pert par centiles|0.06||0.1"), within(percentiles, 0.0, 0.6));
    let own = within(Law::normal(0.08, 0.01), 0.0, 0.6);
    assert_eq!(parameter("quotation.support|0.08|normale(8 %; écart-type 1 %)"), own);
    let counts = within(Law::binomial(8.0, 0.25), 1.0, 1_000.0);
    assert_eq!(parameter("desk.reviewers|2|binomial|||8"), counts);
    assert_eq!(parameter("cycle.mean_days|75|exponential"), within(Law::exponential(75.0), 1.0, 3_650.0));
}

#[test]
fn low_and_high_follow_the_setting_of_percentiles() {
    let rows = [PARAMETERS, "cycle.mean_days|75|normal|60||90"];
    let settings = sheet("Settings", &["Key|Value", "settings.low_high|p10-p90"]);
    let uncertainty = built(vec![settings, sheet("Parameters", &rows)]);
    let law = uncertainty.inputs[0].law.law();
    assert!((law.quantile(0.1) - 60.0).abs() < 1e-9 && (law.quantile(0.9) - 90.0).abs() < 1e-9);
}

#[test]
fn what_is_fixed_is_a_remark() {
    let rows = [PARAMETERS, "quotation.support|0.08|fixe|low|mode|high", "cycle.mean_days|75||40||much"];
    assert_eq!(built(vec![sheet("Parameters", &rows)]), Uncertainty::default());
}

#[test]
fn cells_are_named_in_full_and_drawn_together_with_a_star() {
    let rows = [
        "Cible|Loi|Bas|Mode|Haut|Fondement|Source",
        "Segments[*].loyalty|uniforme|0||0.04|hypothèse|choisi",
        "Niveaux[gold].threshold|uniforme|700000||800000",
        "Partner groups[Silver].low|uniforme|170000||180000",
    ];
    let uncertainty = built(vec![sheet("Cellules incertaines", &rows)]);
    assert_eq!(uncertainty.names(), ["Segments[*].loyalty", "Levels[Gold].threshold", "Partner groups[Silver].low"]);
    let loyalty = &uncertainty.inputs[0];
    assert_eq!((loyalty.places.len(), loyalty.entered, loyalty.basis), (4, 0.02, Some(Basis::Assumption)));
    assert_eq!(loyalty.source, "choisi");
    assert!(uncertainty.changes_partners());
}

#[test]
fn observations_stand_on_a_sheet_that_counts_as_read() {
    let days = sheet("Observations", &["days|", "70", "90", "", "80"]);
    let rows = [PARAMETERS, "cycle.mean_days|75|empirical(Observations!A2:A9)"];
    let (inputs, _, uncertainty, found) = read(vec![days, sheet("Parameters", &rows)]);
    assert_eq!((found.counts(), inputs.unread.len()), ((0, 0), 0));
    assert_eq!(Ok(uncertainty.inputs[0].law.law()), Law::empirical(&[70.0, 80.0, 90.0]).as_ref());
}

#[test]
fn an_edit_is_drawn_in_its_scenario_alone() {
    let heading = "Scenario|Parameter|Set to|Why|Distribution|Low|Mode|High";
    let edits =
        [heading, "More|quotation.support|0.09||uniform|0.08||0.10", "Both|include|More", "|cycle.mean_days|80"];
    let sheets = vec![sheet("Scenarios", &edits)];
    let (inputs, scenarios, uncertainty, found) = read(sheets);
    assert_eq!(found, Diagnostics::default());
    assert_eq!((uncertainty.names(), uncertainty.entered()), (vec!["More: quotation.support".to_owned()], vec![0.09]));
    let world = uncertainty.world(&inputs.programme, &scenarios, &[0.085]);
    let supports = world.family().into_iter().map(|programme| programme.quotation.support.ppb()).collect::<Vec<_>>();
    assert_eq!(supports, [80_000_000, 85_000_000, 85_000_000]);
}

#[test]
fn one_triangle_of_correlations_is_mirrored() {
    let rows = [PARAMETERS, "cycle.mean_days|75|uniform|60||90", "desk.free_days|2|uniform|1||3"];
    let parameters = || sheet("Parameters", &rows);
    // The rows in another order than the inputs; a title above, and a remark beside.
    let lower = ["Correlations", "", "|cycle.mean_days|desk.free_days", "desk.free_days|-0.3|1", "||0.9"];
    let upper = ["|cycle.mean_days|desk.free_days", "cycle.mean_days|1|-0.3"];
    for sheets in [lower.as_slice(), upper.as_slice()] {
        let correlations = built(vec![parameters(), sheet("Correlations", sheets)]).correlations.expect("correlations");
        assert_eq!(correlations.names, ["cycle.mean_days", "desk.free_days"]);
        assert_eq!(correlations.matrix, [[1.0, -0.3], [-0.3, 1.0]]);
    }
    let none = ["|desk.free_days", "cycle.mean_days|"];
    assert_eq!(built(vec![parameters(), sheet("Correlations", &none)]).correlations, None);
}

#[test]
fn a_scenarios_input_is_known_by_the_french_name_of_its_table() {
    let edits = [
        "Scenario|Parameter|Set to|Distribution|Low|Mode|High",
        "Open|Levels[Gold].base_discount|0.21|uniform|0.2||0.22",
        "|cycle.mean_days|70|uniform|60||90",
    ];
    let names = "|Open : Niveaux[Gold].base_discount|Open: cycle.mean_days";
    let correlated = [names, "Open: cycle.mean_days|0.5|"];
    let uncertainty =
        speaking(Language::Fr, || built(vec![sheet("Scenarios", &edits), sheet("Correlations", &correlated)]));
    // What keys the draws is the same in every language.
    let names = ["Open: Levels[Gold].base_discount", "Open: cycle.mean_days"];
    assert_eq!(uncertainty.correlations.expect("correlations").names, names);
    // Told are they in the language that is spoken.
    let fixed = [names[0], "Open : Niveaux[Silver].base_discount|0.5"]
        .map(|row| row.replace(names[0], "|Open: cycle.mean_days"));
    let told = speaking(Language::Fr, || {
        read(vec![sheet("Scenarios", &edits), sheet("Correlations", &fixed.each_ref().map(String::as_str))]).3
    });
    let told: Vec<_> = told.iter().map(|one| (one.id, one.message.as_str())).collect();
    assert_eq!(told, [("fixed-correlated", "Open: Niveaux[Silver].base_discount n'est pas incertain")]);
}

#[test]
fn two_inputs_that_only_break_a_rule_together_are_found() {
    // Silver up to 500,000 stays below the entered Gold of 750,000, and Gold from 400,000 above Silver's 175,000.
    let rows = [
        "Target|Distribution|Low|High",
        "Levels[Silver].threshold|uniform|100000|500000",
        "Levels[Gold].threshold|uniform|400000|900000",
    ];
    let (_, _, _, found) = read(vec![sheet("Uncertain cells", &rows)]);
    let told: Vec<_> = found.iter().map(|one| (one.id, one.message.as_str())).collect();
    let message = "with Levels[Silver].threshold at 500,000 (its highest) and Levels[Gold].threshold at 400,000 (its \
                   lowest), Levels.threshold of Gold is not above that of Silver";
    assert_eq!(told, [("uncertain-breaks-rule", message)]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, rng_seed: RngSeed::Fixed(4), failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn whatever_stands_in_the_cells_is_a_distribution_or_an_error(
        family in 0_usize..14, form in 0_usize..4, inside in "[ -{}~éà%;:!]{0,24}",
        cells in proptest::collection::vec("(|-?[0-9]{1,3}|[a-z%, ]{0,6}|0\\.[0-9]{1,2})", 3),
    ) {
        let key = crate::law::FAMILIES[family].key;
        let words = [
            key.to_owned(), format!("{key} by percentiles"), format!("{key}({inside})"), inside][form].replace('|', "");
        let row = format!("registration.propensity|0.5|{words}|{}", cells.join("|"));
        let (_, _, uncertainty, found) = read(vec![sheet("Parameters", &[PARAMETERS, &row])]);
        let errors = found.iter().filter(|one| one.severity == Severity::Error).count();
        prop_assert!(uncertainty.inputs.len() + errors >= 1 || words.trim().is_empty(), "{row}");
    }
}
