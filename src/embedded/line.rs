//! A row of cells as a line of words: `A="quotation.support" C=0.08 D=TRUE E=date:45931`.
//!
//! Numbers are written with the fewest digits that read back as the same number, texts so that no program that saves
//! them again has a reason to change them.

use crate::diagnostic::column_letters;
use crate::sheet::Cell;

/// The line of a row.
pub fn write(cells: &[(u16, Cell)]) -> String {
    let cells: Vec<String> =
        cells.iter().map(|(column, cell)| format!("{}={}", column_letters(*column), value(cell))).collect();
    cells.join(" ")
}

fn value(cell: &Cell) -> String {
    match cell {
        Cell::Number(number) => number.to_string(),
        Cell::Text(text) => format!("\"{}\"", escaped(text)),
        Cell::Bool(true) => "TRUE".to_owned(),
        Cell::Bool(false) => "FALSE".to_owned(),
        Cell::Date(days) => format!("date:{days}"),
        Cell::Error(error) => format!("error:\"{}\"", escaped(error)),
        Cell::Unsaved => "unsaved".to_owned(),
    }
}

/// The cells of a line; `None` if it is none.
pub fn read(line: &str) -> Option<Vec<(u16, Cell)>> {
    let mut cells = Vec::new();
    let mut rest = line;
    while !rest.is_empty() {
        let (letters, after) = rest.split_once('=')?;
        let (cell, after) = one(after)?;
        cells.push((column(letters)?, cell));
        rest = after.strip_prefix(' ').unwrap_or(after);
    }
    Some(cells)
}

/// The cell at the beginning of a text, and what comes after it.
fn one(text: &str) -> Option<(Cell, &str)> {
    if let Some(quoted) = text.strip_prefix('"') {
        let (words, after) = quoted.split_once('"')?;
        return Some((Cell::Text(unescaped(words)?), after));
    }
    if let Some(quoted) = text.strip_prefix("error:\"") {
        let (words, after) = quoted.split_once('"')?;
        return Some((Cell::Error(unescaped(words)?), after));
    }
    let (word, after) = text.split_at(text.find(' ').unwrap_or(text.len()));
    let number = |word: &str| word.parse::<f64>().ok().filter(|number| number.is_finite());
    let cell = match word {
        "TRUE" => Cell::Bool(true),
        "FALSE" => Cell::Bool(false),
        "unsaved" => Cell::Unsaved,
        _ => match word.strip_prefix("date:") {
            Some(days) => Cell::Date(number(days)?),
            None => Cell::Number(number(word)?),
        },
    };
    Some((cell, after))
}

/// The column with some letters, counted from zero.
fn column(letters: &str) -> Option<u16> {
    let digit = |letter: u8| letter.is_ascii_uppercase().then(|| u32::from(letter - b'A') + 1);
    let number =
        letters.bytes().try_fold(0_u32, |number, letter| number.checked_mul(26)?.checked_add(digit(letter)?))?;
    u16::try_from(number.checked_sub(1)?).ok()
}

/// A text without quotes, control characters, spaces at its ends or side by side, and what workbooks write for control
/// characters (`_x000D_`).
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let next = letters.peek();
        let odd = match letter {
            ' ' => out.is_empty() || next.is_none_or(|next| *next == ' '),
            '_' => next == Some(&'x'),
            '"' | '\\' => true,
            _ => letter.is_control(),
        };
        if odd { out.push_str(&format!("\\{:x};", u32::from(letter))) } else { out.push(letter) }
    }
    out
}

/// The text that [`escaped`] was made from; `None` if there is none.
pub fn unescaped(text: &str) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((plain, after)) = rest.split_once('\\') {
        let (code, after) = after.split_once(';')?;
        out.push_str(plain);
        out.push(char::from_u32(u32::from_str_radix(code, 16).ok()?)?);
        rest = after;
    }
    Some(out + rest)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn cell() -> impl Strategy<Value = Cell> {
        prop_oneof![
            any::<f64>().prop_filter("finite", |number| number.is_finite()).prop_map(Cell::Number),
            (0.0..1e6).prop_map(Cell::Date),
            any::<String>().prop_map(Cell::Text),
            "[ _x\"\\\\A-F0-9\r\n]{1,12}".prop_map(Cell::Text),
            any::<bool>().prop_map(Cell::Bool),
            Just(Cell::Error("#REF!".to_owned())),
            Just(Cell::Unsaved),
        ]
    }

    proptest! {
        #[test]
        fn a_row_reads_back_as_it_was(cells in prop::collection::vec(cell(), 1..6), first in 0_u16..16_000) {
            let row: Vec<(u16, Cell)> = (first..).step_by(7).zip(cells).collect();
            prop_assert_eq!(read(&write(&row)), Some(row));
        }
    }

    #[test]
    fn a_line_can_be_read_by_people() {
        let row = [(0, Cell::Text("a \"b\"".into())), (2, Cell::Number(0.08)), (27, Cell::Date(45_931.0))];
        assert_eq!(write(&row), "A=\"a \\22;b\\22;\" C=0.08 AB=date:45931");
    }

    #[test]
    fn what_is_no_line_is_refused() {
        for line in ["A", "=1", "a=1", "A=", "A=\"b", "A=1,5", "A=NaN", "A=\"\\zz;\"", "ABCDEFGH=1", "A=date:x"] {
            assert_eq!(read(line), None, "{line}");
        }
    }
}
