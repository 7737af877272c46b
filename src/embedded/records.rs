//! The lines of the sheet: what a result carries as words, and read back from them.

use std::sync::Arc;

use sha2::{Digest, Sha256};

use super::{Embedded, Extent, NotEmbedded, Options, SHEET, line};
use crate::language::Language;
use crate::programme::Readings;
use crate::sheet::{Cell, DefinedName, Grid, Row, Sheet};

/// Form of the records; another one is not understood.
const FORM: &str = "1";
/// The longest text of a cell, in characters; a spreadsheet's limit is 32,767 units of up to two a character.
const LONGEST: usize = 15_000;

/// A line of the sheet, one text a cell.
pub type Record = Vec<String>;

impl Embedded {
    /// The lines of the sheet; the last one seals the others, so that a slip of the hand is seen.
    pub fn records(&self) -> Vec<Record> {
        let fact = |what: &str, value: String| vec![what.to_owned(), line::escaped(&value)];
        let mut records = vec![
            fact("form", FORM.to_owned()),
            fact("version", self.version.clone()),
            fact("file", self.file.clone()),
            fact("sha256", self.sha256.clone()),
            fact("language", word(LANGUAGES, self.language)),
            fact("seed", self.options.seed.to_string()),
            fact("trials", self.options.trials.to_string()),
        ];
        records.extend(self.options.reading.map(|reading| fact("reading", word(READINGS, reading))));
        if self.options.extent != Extent::default() {
            records.push(fact("extent", word(EXTENTS, self.options.extent)));
        }
        records.extend(self.options.ledger.iter().map(|asked| fact("ledger", asked.clone())));
        records.extend(self.options.ledger_trial.map(|trial| fact("ledger trial", trial.to_string())));
        records.extend(self.options.scenarios.iter().map(|name| fact("scenario", name.clone())));
        for sheet in &self.grid.sheets {
            records.push(fact("sheet", sheet.name.to_string()));
            for row in &sheet.rows {
                let mut record = vec!["row".to_owned(), (row.number + 1).to_string()];
                record.extend(pieces(&line::write(&row.cells)));
                records.push(record);
            }
        }
        for name in self.grid.names.iter().filter(|name| !name.local) {
            records.push(vec!["name".to_owned(), line::escaped(&name.name), line::escaped(&name.refers_to)]);
        }
        let seal = seal(&records);
        records.push(fact("seal", seal));
        records
    }

    /// The origin of a result, by the cells of all its sheets.
    ///
    /// # Errors
    /// [`NotEmbedded`].
    pub fn find(result: &Grid) -> Result<Embedded, NotEmbedded> {
        let sheet = result.sheets.iter().find(|sheet| &*sheet.name == SHEET).ok_or(NotEmbedded::Missing)?;
        let texts = |row: &Row| -> Option<Record> {
            row.cells
                .iter()
                .map(|(_, cell)| if let Cell::Text(text) = cell { Some(text.clone()) } else { None })
                .collect()
        };
        let records: Vec<Record> = sheet.rows.iter().map(texts).collect::<Option<_>>().ok_or(NotEmbedded::Altered)?;
        if records.first().map(Vec::as_slice) != Some(&["form".to_owned(), FORM.to_owned()]) {
            return Err(NotEmbedded::Unknown);
        }
        let (last, others) = records.split_last().ok_or(NotEmbedded::Altered)?;
        if last[..] != ["seal".to_owned(), seal(others)] {
            return Err(NotEmbedded::Altered);
        }
        Embedded::read(others).ok_or(NotEmbedded::Altered)
    }

    fn read(records: &[Record]) -> Option<Embedded> {
        let value = |record: &Record| line::unescaped(record.get(1)?);
        let all = |what: &str| {
            let named = records.iter().filter(|record| record.first().is_some_and(|first| first == what));
            named.map(value).collect::<Option<Vec<String>>>()
        };
        let one = |what: &str| all(what)?.into_iter().next();
        let mut grid = Grid::default();
        for record in records {
            match record.first()?.as_str() {
                "sheet" => grid.sheets.push(Sheet { name: Arc::from(value(record)?), rows: Vec::new() }),
                "row" => {
                    let number: u32 = record.get(1)?.parse().ok()?;
                    let cells = line::read(&record.get(2..)?.concat())?;
                    grid.sheets.last_mut()?.rows.push(Row { number: number.checked_sub(1)?, cells });
                }
                "name" => {
                    let refers_to = line::unescaped(record.get(2)?)?;
                    grid.names.push(DefinedName { name: value(record)?, refers_to, local: false });
                }
                _ => {}
            }
        }
        let reading = match one("reading") {
            Some(name) => Some(named(READINGS, &name)?),
            None => None,
        };
        let extent = match all("extent")?.first() {
            Some(name) => named(EXTENTS, name)?,
            None => Extent::default(),
        };
        Some(Embedded {
            version: one("version")?,
            file: one("file")?,
            sha256: one("sha256")?,
            language: named(LANGUAGES, &one("language")?)?,
            options: Options {
                seed: one("seed")?.parse().ok()?,
                trials: one("trials")?.parse().ok()?,
                scenarios: all("scenario")?,
                reading,
                extent,
                ledger: all("ledger")?.into_iter().next(),
                ledger_trial: match all("ledger trial")?.first() {
                    Some(trial) => Some(trial.parse().ok()?),
                    None => None,
                },
            },
            grid,
        })
    }
}

const LANGUAGES: &[(Language, &str)] = &[(Language::En, "en"), (Language::Fr, "fr")];
const EXTENTS: &[(Extent, &str)] = &[(Extent::Whole, "whole"), (Extent::Answer, "answer")];
const READINGS: &[(Readings, &str)] =
    &[(Readings::Static, "static"), (Readings::Behavioural, "behavioural"), (Readings::Both, "both")];

fn word<T: PartialEq>(words: &[(T, &str)], value: T) -> String {
    words.iter().find(|(known, _)| *known == value).map_or_else(String::new, |(_, word)| (*word).to_owned())
}

fn named<T: Copy>(words: &[(T, &str)], name: &str) -> Option<T> {
    words.iter().find(|(_, word)| *word == name).map(|(value, _)| *value)
}

/// A long text as texts that cells can hold.
fn pieces(text: &str) -> Vec<String> {
    let letters: Vec<char> = text.chars().collect();
    letters.chunks(LONGEST).map(|piece| piece.iter().collect()).collect()
}

/// SHA-256 of records, in hexadecimal.
fn seal(records: &[Record]) -> String {
    let mut digest = Sha256::new();
    for record in records {
        for text in record {
            digest.update(text.as_bytes());
            digest.update([0]);
        }
        digest.update([1]);
    }
    digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn embedded() -> Embedded {
        let row = |number, cells: &[(u16, Cell)]| Row { number, cells: cells.to_vec() };
        let parameters = vec![
            row(0, &[(0, Cell::Text("Key".into())), (1, Cell::Text("Value".into()))]),
            row(
                4,
                &[(0, Cell::Text("quotation.support".into())), (1, Cell::Number(0.1 + 0.2)), (27, Cell::Bool(true))],
            ),
        ];
        let sheets = vec![
            Sheet { name: "Parameters".into(), rows: parameters },
            Sheet { name: "L'année \"2\"".into(), rows: Vec::new() },
        ];
        Embedded {
            version: "0.1.0".into(),
            file: "in put.xlsx".into(),
            sha256: "00ff".into(),
            language: Language::Fr,
            options: Options {
                seed: u64::MAX,
                trials: 130,
                scenarios: vec!["Installed base".into(), " B\n ".into()],
                reading: Some(Readings::Both),
                extent: Extent::Answer,
                ledger: Some("B:2".into()),
                ledger_trial: Some(7),
            },
            grid: Grid {
                sheets,
                names: vec![DefinedName {
                    name: "quotation_support".into(),
                    refers_to: "Parameters!$B$5".into(),
                    local: false,
                }],
            },
        }
    }

    /// The records as a sheet, as it is read from a workbook.
    fn sheet(records: &[Record]) -> Grid {
        let cells = |record: &Record| (0..).zip(record.iter().map(|text| Cell::Text(text.clone()))).collect();
        let rows = (0..).zip(records).map(|(number, record)| Row { number, cells: cells(record) }).collect();
        Grid { sheets: vec![Sheet { name: SHEET.into(), rows }], ..Grid::default() }
    }

    #[test]
    fn what_is_embedded_is_found_again() {
        let records = embedded().records();
        assert_eq!(records[14], ["row", "1", "A=\"Key\" B=\"Value\""]);
        assert_eq!(records[15], ["row", "5", "A=\"quotation.support\" B=0.30000000000000004 AB=TRUE"]);
        assert_eq!(Embedded::find(&sheet(&records)), Ok(embedded()));
    }

    #[test]
    fn long_rows_are_cut_into_texts_that_cells_can_hold() {
        let mut long = embedded();
        let words = "é😀 ".repeat(20_000);
        long.grid.sheets[0].rows[0].cells[0].1 = Cell::Text(words);
        let records = long.records();
        assert!(records.iter().flatten().all(|text| text.encode_utf16().count() <= 32_767));
        assert_eq!(Embedded::find(&sheet(&records)), Ok(long));
    }

    #[test]
    fn a_slip_of_the_hand_is_seen() {
        let altered = |change: &dyn Fn(&mut Vec<Record>)| {
            let mut records = embedded().records();
            change(&mut records);
            Embedded::find(&sheet(&records)).err()
        };
        assert_eq!(altered(&|_| {}), None);
        assert_eq!(altered(&|records| records[6][1] = "131".into()), Some(NotEmbedded::Altered));
        assert_eq!(altered(&|records| drop(records.remove(11))), Some(NotEmbedded::Altered));
        assert_eq!(altered(&|records| drop(records.pop())), Some(NotEmbedded::Altered));
        assert_eq!(altered(&|records| records[0][1] = "2".into()), Some(NotEmbedded::Unknown));
        assert_eq!(Embedded::find(&Grid::default()), Err(NotEmbedded::Missing));
    }
}
