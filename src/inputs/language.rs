//! The language that a workbook asks for, read before anything else of it so that its problems are told in it.

use super::parameters::HEADINGS;
use super::{SETTINGS, heading::Columns, is_called};
use crate::diagnostic::Diagnostics;
use crate::language::Language;
use crate::schema::Kind;
use crate::schema::settings::{LANGUAGE, LANGUAGES};
use crate::schema::value::Value;
use crate::sheet::{Cell, Grid};

/// What the row `settings.language` of the sheet `Settings` says; `None` where it says nothing that can be understood.
pub fn language(grid: &Grid) -> Option<Language> {
    let sheet = grid.sheets.iter().find(|sheet| is_called(&sheet.name, SETTINGS))?;
    // What is wrong with the sheet is told when it is read in full.
    let columns = Columns::find(sheet, HEADINGS, &mut Diagnostics::default())?;
    let [key, value] = ["Key", "Value"].map(|wanted| HEADINGS.iter().position(|heading| heading.key == wanted));
    let asks = |cell: Option<&Cell>| matches!(cell, Some(Cell::Text(text)) if text.trim() == LANGUAGE);
    let row = sheet.rows.iter().find(|row| key.is_some_and(|key| asks(columns.cell(row, key))))?;
    match Kind::Choice(LANGUAGES).read(columns.cell(row, value?)?).ok()?.value {
        Value::Choice("fr") => Some(Language::Fr),
        _ => Some(Language::En),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sheet::{Row, Sheet};

    fn workbook(sheet: &str, rows: &[[&str; 2]]) -> Grid {
        let cells = |row: &[&str; 2]| (0..).zip(row.map(|text| Cell::Text(text.to_owned()))).collect();
        let rows = rows.iter().zip(0..).map(|(row, number)| Row { number, cells: cells(row) }).collect();
        Grid { sheets: vec![Sheet { name: sheet.into(), rows }], ..Grid::default() }
    }

    #[test]
    fn the_settings_say_the_language_in_either_language() {
        let french = [["Clé", "Valeur"], ["settings.trials", "many"], ["settings.language", "français"]];
        assert_eq!(language(&workbook("Réglages", &french)), Some(Language::Fr));
        assert_eq!(
            language(&workbook("Settings", &[["Key", "Value"], ["settings.language", "en"]])),
            Some(Language::En)
        );
    }

    #[test]
    fn what_is_not_understood_says_nothing() {
        assert_eq!(language(&workbook("Settings", &[["Key", "Value"], ["settings.language", "latin"]])), None);
        assert_eq!(language(&workbook("Settings", &[["Key", "Value"]])), None);
        assert_eq!(language(&workbook("Parameters", &[["Key", "Value"], ["settings.language", "fr"]])), None);
    }
}
