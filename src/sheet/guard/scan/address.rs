//! Addresses inside a worksheet's part, which the engine computes with unchecked.

use super::super::{resave, shown};
use crate::diagnostic::Diagnostic;
use crate::say;

const ROWS: u32 = 1_048_576;
const COLUMNS: u32 = 16_384;

/// A row's number, `1` to `1048576`.
pub(super) fn row(part: &str, value: &[u8]) -> Result<(), Diagnostic> {
    parse(value).map(|_| ()).ok_or_else(|| bad(part, value))
}

/// A cell's address, `A1` to `XFD1048576`.
pub(super) fn cell(part: &str, value: &[u8]) -> Result<(), Diagnostic> {
    parse(value).filter(|(column, _)| *column > 0).map(|_| ()).ok_or_else(|| bad(part, value))
}

/// A cell, or two with the first no further right or down than the second.
pub(super) fn range(part: &str, value: &[u8]) -> Result<(), Diagnostic> {
    let mut ends = value.split(|b| *b == b':').map(parse);
    let good = match (ends.next().flatten(), ends.next(), ends.next()) {
        (Some((column, _)), None, _) => column > 0,
        (Some((left, top)), Some(Some((right, bottom))), None) => 0 < left && left <= right && top <= bottom,
        _ => false,
    };
    if good { Ok(()) } else { Err(bad(part, value)) }
}

/// Column (0 if there is none) and row, both counted from one.
fn parse(value: &[u8]) -> Option<(u32, u32)> {
    let letters = value.iter().take_while(|b| b.is_ascii_alphabetic()).count();
    let (letters, digits) = value.split_at_checked(letters)?;
    if letters.len() > 3 || digits.is_empty() || digits.len() > 7 || !digits.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let column = letters.iter().fold(0, |sum, b| sum * 26 + u32::from(b.to_ascii_uppercase() - b'A') + 1);
    let row = digits.iter().fold(0, |sum, b| sum * 10 + u32::from(b - b'0'));
    (column <= COLUMNS && (1..=ROWS).contains(&row)).then_some((column, row))
}

fn bad(part: &str, value: &[u8]) -> Diagnostic {
    let (part, value) = (shown(part), shown(&String::from_utf8_lossy(value)));
    let message = say!(
        "a cell's address must lie between A1 and XFD1048576, found `{address}` in `{part}`",
        address = value,
        part
    );
    Diagnostic::error("bad-cell-address", message).hint(resave())
}
