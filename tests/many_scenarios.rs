//! The first page of a result with more scenarios than sentences are read.

use std::fs;

use partnersim::sheet::{Cell, Grid, read::read};

use crate::commands::{code, errors, folder, partnersim};
use crate::errors::workbook::from_text;

/// So many scenarios, each with a little more support than the one before; the first has less than the baseline.
fn swept(scenarios: usize) -> Grid {
    let mut input = "[Settings]\nKey | Value\nsettings.trials | 64\nsettings.readings | both\n[Scenarios]\n\
                     Scenario | Parameter | Set to\n"
        .to_owned();
    for at in 0..scenarios {
        input += &format!("Sweep {} | quotation.support | {} %\n", at + 1, 5 + 4 * at);
    }
    let folder = folder();
    fs::write(folder.path().join("in.xlsx"), from_text(&input)).expect("a file");
    let output = partnersim(folder.path(), &["run", "in.xlsx", "-o", "r.xlsx", "--quiet"]);
    assert_eq!(code(&output), 0, "{}", errors(&output));
    read(&fs::read(folder.path().join("r.xlsx")).expect("a result")).expect("a grid")
}

/// The first page, row by row, without what is empty.
fn summary(grid: &Grid) -> Vec<Vec<Cell>> {
    let sheet = grid.sheets.iter().find(|sheet| &*sheet.name == "Summary").expect("a summary");
    sheet.rows.iter().map(|row| row.cells.iter().map(|(_, cell)| cell.clone()).collect()).collect()
}

fn text(cell: &Cell) -> &str {
    if let Cell::Text(text) = cell { text } else { "" }
}

fn number(cell: &Cell) -> f64 {
    if let Cell::Number(number) = cell { *number } else { f64::NAN }
}

#[test]
fn those_that_stand_out_are_told_and_all_have_a_row() {
    let rows = summary(&swept(7));
    let answer = rows.iter().flatten().map(text).find(|text| text.starts_with("Of 7 scenarios")).expect("an answer");
    let told: Vec<&str> = answer.lines().collect();
    // One less support than the baseline's 8 % and six with more.
    assert!(told[0].contains("for partners alone: ") && !told[0].contains("for partners alone: 0"), "{answer}");
    assert!(told[1].contains("for partners") && told[1].contains("no. 7: Sweep 7 raises"), "{answer}");
    assert!((2..=4).contains(&told.len()), "{answer}");

    let heading = rows.iter().position(|row| row.first().is_some_and(|cell| text(cell) == "No.")).expect("a table");
    let at = |heading_of: &str| {
        rows[heading].iter().position(|cell| text(cell) == heading_of).unwrap_or_else(|| panic!("{heading_of}"))
    };
    let (total, difference) = (at("Partner front margin, M EUR"), at("Partners: difference"));
    // The baseline has no number and no difference.
    let baseline = &rows[heading + 1];
    assert_eq!((text(&baseline[0]), baseline.len()), ("Baseline", 3));
    for place in 1..=7 {
        let row = &rows[heading + 1 + place];
        assert_eq!((text(&row[0]), text(&row[1])), (&*place.to_string(), &*format!("Sweep {place}")));
        // Both are means over the same futures.
        let apart = number(&row[total]) - number(&baseline[1]) - number(&row[difference]);
        assert!(apart.abs() < 1e-3, "{row:?}");
    }
}

#[test]
fn few_scenarios_have_a_sentence_each() {
    let rows = summary(&swept(6));
    let answers = rows.iter().flatten().map(text).find(|text| text.starts_with("• Sweep 1 lowers")).expect("answers");
    assert_eq!(answers.lines().count(), 6);
    assert!(!rows.iter().flatten().any(|cell| text(cell) == "No."));
}
