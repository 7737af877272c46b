//! Every term on the first sheet of a result is explained in a note at or before its first use.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use std::path::Path;

use calamine::{Data, Reader, Xlsx};
use partnersim::language::{Language, speaking};
use partnersim::report::glossary::terms_in;
use zip::ZipArchive;

use crate::french::{plain, result};

/// The row and the column of a cell such as `B12`, counted from 0.
fn place(cell: &str) -> (u32, u32) {
    let letters = cell.trim_end_matches(|letter: char| letter.is_ascii_digit());
    let column = letters.bytes().fold(0, |column, letter| column * 26 + u32::from(letter - b'A') + 1);
    (cell[letters.len()..].parse::<u32>().expect("a row") - 1, column - 1)
}

/// The notes of the first sheet, by their cells.
fn notes(bytes: &[u8]) -> BTreeMap<(u32, u32), String> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let mut xml = String::new();
    archive.by_name("xl/comments1.xml").expect("notes").read_to_string(&mut xml).expect("UTF-8");
    let note = |comment: &str| {
        let texts = comment.split("<t").skip(1).filter_map(|rest| rest.split_once('>')?.1.split('<').next());
        (place(comment.split('"').next().expect("a cell")), texts.map(plain).collect())
    };
    xml.split("<comment ref=\"").skip(1).map(note).collect()
}

/// The texts of the first sheet, by their cells.
fn texts(bytes: &[u8]) -> BTreeMap<(u32, u32), String> {
    let mut workbook = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
    let range = workbook.worksheet_range_at(0).expect("a sheet").expect("a range");
    let (top, left) = range.start().expect("a cell");
    let text = |(row, column, cell): (usize, usize, &Data)| match cell {
        Data::String(text) => Some(((top + row as u32, left + column as u32), text.clone())),
        _ => None,
    };
    range.used_cells().filter_map(text).collect()
}

#[test]
fn every_term_of_the_first_sheet_has_a_note_where_it_first_stands() {
    for scenario in ["deal-registration", "uncertain-registration"] {
        let input = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios").join(scenario).join("scenario.xlsx");
        for (language, option) in [(Language::En, "en"), (Language::Fr, "fr")] {
            let bytes = result(&input, option);
            let (notes, texts) = (notes(&bytes), texts(&bytes));
            let mut found = 0;
            speaking(language, || {
                for (cell, text) in &texts {
                    for term in terms_in(text) {
                        let explained = notes.range(..=cell).any(|(_, note)| note.contains(term.meaning()));
                        assert!(explained, "{scenario}, {option}, {cell:?}: {}", term.line());
                        found += 1;
                    }
                }
            });
            assert!(found > 30, "{scenario}, {option}: only {found} terms");
        }
    }
}
