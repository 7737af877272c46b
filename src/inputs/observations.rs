//! Observations that stand on a sheet of the workbook: `empirical(Observations!B2:B40)`.

use super::Inputs;
use crate::diagnostic::{CellRef, Diagnostic, Diagnostics};
use crate::law::Family;
use crate::say;
use crate::schema::Value;
use crate::schema::kind::quoted;
use crate::schema::words::{alike, nearest};
use crate::sheet::{Cell, Grid};

/// The most observations of one input.
const MOST: usize = 100_000;

/// The cells of the range that a distribution's words name, blank ones left out; none where they name no range. `None`
/// after a refusal, which is told. The range's sheet counts as read.
pub fn named(
    grid: &Grid,
    words: &str,
    at: &CellRef,
    inputs: &mut Inputs,
    found: &mut Diagnostics,
) -> Option<Vec<(CellRef, Cell)>> {
    let Some((family, rest)) = words.split_once('(') else { return Some(Vec::new()) };
    if Family::named(family) != Some(Family::Empirical) {
        return Some(Vec::new());
    }
    let mut refuse = |message: String, hint: String| {
        found.push(Diagnostic::error("observation-range", message).at(at).hint(hint));
        None
    };
    let example = || say!("write a range such as empirical(Observations!B2:B40)");
    let Some(range) = rest.trim_end().strip_suffix(')').and_then(Range::read) else {
        return refuse(say!("{words} names no range of cells", words = quoted(words)), example());
    };
    let Some(sheet) = grid.sheets.iter().find(|sheet| alike(&sheet.name, &range.sheet)) else {
        let names = grid.sheets.iter().map(|sheet| &*sheet.name);
        let hint = nearest(&range.sheet, names).map_or_else(example, |near| say!("did you mean {near}?", near));
        return refuse(say!("there is no sheet \"{sheet}\" with observations", sheet = range.sheet), hint);
    };
    let rows = sheet.rows.iter().filter(|row| (range.from.0..=range.to.0).contains(&row.number));
    let cells = rows.flat_map(|row| row.cells.iter().map(|(column, cell)| (row.number, *column, cell)));
    let inside = cells.filter(|(_, column, _)| (range.from.1..=range.to.1).contains(column));
    let held: Vec<(CellRef, Cell)> =
        inside.take(MOST + 1).map(|(row, column, cell)| (sheet.cell(row, column), cell.clone())).collect();
    if held.is_empty() || held.len() > MOST {
        let most = Value::Count(MOST as i64).shown();
        let found = if held.is_empty() { say!("none") } else { say!("more than {most}", most) };
        return refuse(
            say!("{words} must have 1 to {most} observations, found {found}", words, most, found),
            example(),
        );
    }
    inputs.unread.retain(|name| *name != sheet.name);
    Some(held)
}

/// A rectangle of cells.
#[derive(Debug, PartialEq)]
pub(super) struct Range {
    /// The sheet's name.
    pub sheet: String,
    /// Row and column from zero of the first cell.
    pub from: (u32, u16),
    /// The same of the last cell.
    pub to: (u32, u16),
}

impl Range {
    /// `Sheet!B2:B40`, `'My sheet'!$B$2:$B$40`, or one cell.
    pub fn read(text: &str) -> Option<Range> {
        let (sheet, cells) = text.trim().rsplit_once('!')?;
        let sheet = match sheet.strip_prefix('\'').and_then(|sheet| sheet.strip_suffix('\'')) {
            Some(quoted) => quoted.replace("''", "'"),
            None => sheet.to_owned(),
        };
        let (from, to) = cells.split_once(':').unwrap_or((cells, cells));
        let (from, to) = (address(from)?, address(to)?);
        let range =
            Range { sheet, from: (from.0.min(to.0), from.1.min(to.1)), to: (from.0.max(to.0), from.1.max(to.1)) };
        Some(range)
    }
}

/// Row and column of `B2` or `$B$2`, counted from zero.
fn address(text: &str) -> Option<(u32, u16)> {
    let plain = text.trim().replace('$', "").to_ascii_uppercase();
    let (letters, digits) = plain.split_at(plain.find(|c: char| c.is_ascii_digit())?);
    if letters.is_empty() || letters.len() > 3 || !letters.bytes().all(|letter| letter.is_ascii_uppercase()) {
        return None;
    }
    let column = letters.bytes().fold(0, |column, letter| column * 26 + u16::from(letter - b'A') + 1) - 1;
    let row: u32 = digits.parse().ok()?;
    Some((row.checked_sub(1)?, column))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_read_as_a_spreadsheet_writes_them() {
        let range = |sheet: &str, from, to| Some(Range { sheet: sheet.to_owned(), from, to });
        assert_eq!(Range::read("Observations!B2:B40"), range("Observations", (1, 1), (39, 1)));
        assert_eq!(Range::read("'L''an 1'!$AA$3:$B$2"), range("L'an 1", (1, 1), (2, 26)));
        assert_eq!(Range::read(" Log!c7 "), range("Log", (6, 2), (6, 2)));
        for text in
            ["B2:B40", "Log!", "Log!B0", "Log!B", "Log!2", "Log!AAAA1", "Log!B2:B4:B6", "Log!Ö1", "Log!B99999999999"]
        {
            assert_eq!(Range::read(text), None, "{text}");
        }
    }
}
