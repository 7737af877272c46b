//! What a result carries of the run it came from, so that it can be played again without the input workbook: the cells
//! that were read, and what was asked for beside them.
//!
//! It stands as words on a sheet that is not shown, so that it outlives whatever saves the result again. A sheet of the
//! input that is none of the program's lends its name only: what was not read is nobody's business.

use std::fmt;
use std::sync::Arc;

use sha2::{Digest, Sha256};

use crate::inputs::{GUIDE, Inputs, is_called};
use crate::language::Language;
use crate::programme::Readings;
use crate::sheet::{Cell, DefinedName, Grid, Row, Sheet};

mod line;

/// Name of the sheet, the same in every language.
pub const SHEET: &str = "Embedded input";

/// Form of the records; another one is not understood.
const FORM: &str = "1";
/// The longest text of a cell, in characters; a spreadsheet's limit is 32,767 units of up to two a character.
const LONGEST: usize = 15_000;

/// What was asked for beside the workbook: what decides figures, and no more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// Seed of all draws.
    pub seed: u64,
    /// Trials, at most.
    pub trials: u64,
    /// The scenarios that are played beside the baseline; empty for all.
    pub scenarios: Vec<String>,
    /// Whether people answer to the rules, instead of the workbook's setting.
    pub reading: Option<Readings>,
}

/// The origin of a result.
#[derive(Debug, Clone, PartialEq)]
pub struct Embedded {
    /// Version of the program that made the result.
    pub version: String,
    /// Name of the input file, without its folder.
    pub file: String,
    /// SHA-256 of the input file, in hexadecimal.
    pub sha256: String,
    /// Language of the result.
    pub language: Language,
    /// What was asked for.
    pub options: Options,
    /// The cells of the input.
    pub grid: Grid,
}

/// Why a workbook does not tell where it came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotEmbedded {
    /// It has no such sheet: it is no result of a run.
    Missing,
    /// The sheet has a form of another version.
    Unknown,
    /// The sheet is not as it was written.
    Altered,
}

/// A line of the sheet, one text a cell.
pub type Record = Vec<String>;

/// The cells of a workbook that say something to the program.
pub fn what_was_read(grid: Grid, inputs: &Inputs) -> Grid {
    // A value may stand on any sheet that a name refers to.
    let named = |sheet: &Sheet| grid.names.iter().any(|name| name.refers_to.contains(&*sheet.name));
    let silent =
        |sheet: &Sheet| (inputs.unread.contains(&sheet.name) && !named(sheet)) || is_called(&sheet.name, GUIDE);
    let kept =
        grid.sheets.into_iter().map(|sheet| if silent(&sheet) { Sheet { rows: Vec::new(), ..sheet } } else { sheet });
    Grid { sheets: kept.collect(), names: grid.names }
}

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
        records.extend(self.options.scenarios.iter().map(|name| fact("scenario", name.clone())));
        for name in &self.grid.names {
            let scope = if name.local { "sheet" } else { "workbook" };
            records.push(["name", scope, name.name.as_str(), name.refers_to.as_str()].map(line::escaped).to_vec());
        }
        for sheet in &self.grid.sheets {
            records.push(fact("sheet", sheet.name.to_string()));
            for row in &sheet.rows {
                let mut record = vec!["row".to_owned(), (row.number + 1).to_string()];
                record.extend(pieces(&line::write(&row.cells)));
                records.push(record);
            }
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
                "name" => {
                    let [_, scope, name, refers_to] = record.as_slice() else { return None };
                    grid.names.push(DefinedName {
                        name: line::unescaped(name)?,
                        refers_to: line::unescaped(refers_to)?,
                        local: scope == "sheet",
                    });
                }
                "sheet" => grid.sheets.push(Sheet { name: Arc::from(value(record)?), rows: Vec::new() }),
                "row" => {
                    let number: u32 = record.get(1)?.parse().ok()?;
                    let cells = line::read(&record.get(2..)?.concat())?;
                    grid.sheets.last_mut()?.rows.push(Row { number: number.checked_sub(1)?, cells });
                }
                _ => {}
            }
        }
        let reading = match one("reading") {
            Some(name) => Some(named(READINGS, &name)?),
            None => None,
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
            },
            grid,
        })
    }
}

const LANGUAGES: &[(Language, &str)] = &[(Language::En, "en"), (Language::Fr, "fr")];
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

impl fmt::Display for NotEmbedded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&match self {
            NotEmbedded::Missing => {
                crate::say!("it is no result that partnersim run wrote, or its inputs were taken out")
            }
            NotEmbedded::Unknown => {
                crate::say!("its inputs are written in a form that this version of the program does not know")
            }
            NotEmbedded::Altered => crate::say!(
                "its inputs, on the sheet {sheet} that is not shown, are no longer as the program wrote them",
                sheet = SHEET
            ),
        })
    }
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
        let name = |name: &str, local| DefinedName { name: name.into(), refers_to: "Data!$B$4".into(), local };
        let names = vec![name("quotation_support", false), name("own", true)];
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
            },
            grid: Grid { sheets, names },
        }
    }

    /// The records as a sheet, as it is read from a workbook.
    fn sheet(records: &[Record]) -> Grid {
        let cells = |record: &Record| (0..).zip(record.iter().map(|text| Cell::Text(text.clone()))).collect();
        let rows = (0..).zip(records).map(|(number, record)| Row { number, cells: cells(record) }).collect();
        Grid { sheets: vec![Sheet { name: SHEET.into(), rows }], names: Vec::new() }
    }

    #[test]
    fn what_is_embedded_is_found_again() {
        let records = embedded().records();
        assert_eq!(records[9], ["name", "workbook", "quotation_support", "Data!$B$4"]);
        assert_eq!(records[12], ["row", "1", "A=\"Key\" B=\"Value\""]);
        assert_eq!(records[13], ["row", "5", "A=\"quotation.support\" B=0.30000000000000004 AB=TRUE"]);
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

    #[test]
    fn sheets_that_were_not_read_lend_their_name_only() {
        let mut inputs = Inputs::new(crate::schema::defaults());
        inputs.unread.push("L'année \"2\"".into());
        let mut grid = embedded().grid;
        grid.sheets[1].rows = grid.sheets[0].rows.clone();
        grid.sheets.push(Sheet { name: "Guide".into(), rows: grid.sheets[0].rows.clone() });
        let kept = what_was_read(grid, &inputs);
        assert_eq!(kept.sheets.iter().map(|sheet| sheet.rows.len()).collect::<Vec<_>>(), [2, 0, 0]);
    }
}
