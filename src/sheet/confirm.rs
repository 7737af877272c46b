//! Whether a workbook says what it should, cell by cell.

use crate::diagnostic::CellRef;
use crate::sheet::{Cell, Grid, Row, Sheet};

/// Numbers that differ by less than this share of them, or of 1, are the same: programs that save a workbook again
/// calculate its formulas in an order of their own.
pub const TOLERANCE: f64 = 1e-9;

/// What holding one workbook against another found.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Confirmed {
    /// Numbers that are as they should be.
    pub figures: usize,
    /// Other cells that are.
    pub words: usize,
    /// Sheets that were looked at.
    pub sheets: usize,
    /// Formulas that were saved without their values, where there should be one: there is nothing to confirm.
    pub unsaved: usize,
    /// Cells that are not as they should be, in the order of the sheets.
    pub differences: Vec<Difference>,
    /// Sheets that should be there and are not.
    pub missing: Vec<String>,
    /// Sheets that nobody expects; they are not looked at.
    pub foreign: Vec<String>,
}

/// A cell that is not as it should be.
#[derive(Debug, Clone, PartialEq)]
pub struct Difference {
    /// Where it stands.
    pub at: CellRef,
    /// What it holds; `None` for nothing.
    pub found: Option<Cell>,
    /// What it should hold; `None` for nothing.
    pub expected: Option<Cell>,
}

/// Holds every cell of a workbook against what it should be.
pub fn confirm(found: &Grid, expected: &Grid) -> Confirmed {
    let mut confirmed = Confirmed::default();
    for sheet in &expected.sheets {
        match named(found, sheet) {
            Some(own) => confirmed.compare(own, sheet),
            None => confirmed.missing.push(sheet.name.to_string()),
        }
    }
    let foreign = found.sheets.iter().filter(|sheet| named(expected, sheet).is_none());
    confirmed.foreign = foreign.map(|sheet| sheet.name.to_string()).collect();
    confirmed
}

fn named<'a>(grid: &'a Grid, like: &Sheet) -> Option<&'a Sheet> {
    grid.sheets.iter().find(|sheet| sheet.name == like.name)
}

impl Confirmed {
    /// Whether everything that should be there is there as it should be.
    pub fn holds(&self) -> bool {
        self.differences.is_empty() && self.missing.is_empty() && self.unsaved == 0
    }

    fn compare(&mut self, found: &Sheet, expected: &Sheet) {
        self.sheets += 1;
        for (number, [own, wanted]) in paired(&found.rows, &expected.rows, |row| row.number) {
            let cells = |row: Option<&Row>| row.map_or_else(Vec::new, |row| row.cells.clone());
            let (own, wanted) = (cells(own), cells(wanted));
            for (column, [own, wanted]) in paired(&own, &wanted, |(column, _)| *column) {
                let (own, wanted) = (own.map(|(_, cell)| cell), wanted.map(|(_, cell)| cell));
                match (own, wanted) {
                    (Some(Cell::Number(own)), Some(Cell::Number(wanted))) if is_same(*own, *wanted) => {
                        self.figures += 1
                    }
                    (Some(Cell::Unsaved), Some(_)) => self.unsaved += 1,
                    (own, wanted) if own == wanted => self.words += 1,
                    _ => self.differences.push(Difference {
                        at: found.cell(number, column),
                        found: own.cloned(),
                        expected: wanted.cloned(),
                    }),
                }
            }
        }
    }
}

fn is_same(found: f64, expected: f64) -> bool {
    (found - expected).abs() <= TOLERANCE * expected.abs().max(1.0)
}

/// The members of two ascending lists side by side, by their keys.
fn paired<'a, T, K: Ord>(left: &'a [T], right: &'a [T], key: impl Fn(&T) -> K) -> Vec<(K, [Option<&'a T>; 2])> {
    let (mut left, mut right) = (left.iter().peekable(), right.iter().peekable());
    let mut pairs = Vec::new();
    while let Some(first) = [left.peek(), right.peek()].into_iter().flatten().map(|member| key(member)).min() {
        let both = [&mut left, &mut right].map(|list| list.next_if(|member| key(member) == first));
        pairs.push((first, both));
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    type Cells<'a> = &'a [(u32, u16, Cell)];

    fn grid(sheets: &[(&str, Cells<'_>)]) -> Grid {
        let sheet = |(name, cells): &(&str, Cells<'_>)| {
            let mut rows: Vec<Row> = Vec::new();
            for (number, column, cell) in *cells {
                if rows.last().is_none_or(|row| row.number != *number) {
                    rows.push(Row { number: *number, cells: Vec::new() });
                }
                rows.last_mut().expect("a row").cells.push((*column, cell.clone()));
            }
            Sheet { name: (*name).into(), rows }
        };
        Grid { sheets: sheets.iter().map(sheet).collect(), ..Grid::default() }
    }

    #[test]
    fn an_altered_cell_is_told_with_its_address() {
        let (one, words) = (Cell::Number(1.0), Cell::Text("a".into()));
        let expected = grid(&[("S", &[(0, 1, words.clone()), (2, 1, one.clone()), (2, 3, Cell::Number(1e6))])]);
        assert!(confirm(&expected, &expected).holds());
        // 1,000,000.0001 is the same to a billionth, 1,000,000.01 is not; B3 is gone and D5 was not there.
        let found = grid(&[("S", &[(0, 1, words), (2, 3, Cell::Number(1e6 + 1e-4)), (4, 3, one.clone())])]);
        let confirmed = confirm(&found, &expected);
        assert_eq!((confirmed.figures, confirmed.words, confirmed.sheets), (1, 1, 1));
        let told: Vec<_> =
            confirmed.differences.iter().map(|it| (it.at.to_string(), &it.found, &it.expected)).collect();
        assert_eq!(told, [("S!B3".into(), &None, &Some(one.clone())), ("S!D5".into(), &Some(one), &None)]);
        let cents = grid(&[("S", &[(2, 3, Cell::Number(1e6 + 1e-2))])]);
        assert_eq!(confirm(&cents, &expected).differences.len(), 3);
    }

    #[test]
    fn sheets_are_held_against_each_other_by_name() {
        let found = grid(&[("B", &[]), ("A", &[(0, 0, Cell::Number(0.0))]), ("Mine", &[(0, 0, Cell::Bool(true))])]);
        let expected = grid(&[("A", &[(0, 0, Cell::Number(0.0))]), ("C", &[])]);
        let confirmed = confirm(&found, &expected);
        assert!(confirmed.differences.is_empty() && !confirmed.holds());
        assert_eq!((confirmed.missing, confirmed.foreign), (vec!["C".to_owned()], vec!["B".into(), "Mine".into()]));
    }
}
