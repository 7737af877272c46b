//! How the cells of a table look. The engine takes longer to look a format up than to write a number, so cells that stand
//! below one another and look alike get theirs at once.

use rust_xlsxwriter::{Format as CellFormat, Worksheet};

use crate::report::Format;
use crate::sheet::write::{WriteError, numbers, style};

/// How a cell looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Look {
    holds: Holds,
    /// Whether it holds a value among formulas.
    entered: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Holds {
    Words,
    Number(Format),
    /// A number that is rounded to 0.
    Nothing(Format),
}

impl Look {
    /// Of words.
    pub fn words() -> Look {
        Look { holds: Holds::Words, entered: false }
    }

    /// Of a number that a formula may change.
    pub fn number(format: Format) -> Look {
        Look { holds: Holds::Number(format), entered: false }
    }

    /// Of a number that no formula changes.
    pub fn number_of(value: f64, format: Format) -> Look {
        let is_nothing = numbers::is_rounded_to_nothing(value, format);
        Look { holds: if is_nothing { Holds::Nothing(format) } else { Holds::Number(format) }, entered: false }
    }

    /// The same of a cell that holds a value; `among` formulas it has an ink of its own.
    pub fn entered(self, among: bool) -> Look {
        Look { entered: among, ..self }
    }

    fn format(self) -> CellFormat {
        let format = match self.holds {
            Holds::Words => style::words(),
            Holds::Number(format) => style::number(format),
            Holds::Nothing(format) => style::nothing(format),
        };
        if self.entered { style::entered(format) } else { format }
    }
}

/// Cells of a column, one below the other.
#[derive(Debug, Clone, Copy)]
struct Run {
    column: u16,
    first: u32,
    last: u32,
}

/// The looks of cells that were written without a format, in the order in which they first came.
#[derive(Debug, Default)]
pub(super) struct Looks {
    looks: Vec<(Look, Vec<Run>)>,
}

impl Looks {
    /// Takes down the look of a cell. Cells come row by row.
    pub fn take_down(&mut self, (row, column): (u32, u16), look: Look) {
        let at = self.looks.iter().position(|(known, _)| *known == look).unwrap_or_else(|| {
            self.looks.push((look, Vec::new()));
            self.looks.len() - 1
        });
        let runs = &mut self.looks[at].1;
        match runs.iter_mut().rev().find(|run| run.column == column) {
            Some(run) if run.last + 1 == row => run.last = row,
            _ => runs.push(Run { column, first: row, last: row }),
        }
    }

    /// Formats the cells. A sheet numbers its formats as they come.
    pub fn put(&self, sheet: &mut Worksheet) -> Result<(), WriteError> {
        for (look, runs) in &self.looks {
            let format = look.format();
            for Run { column, first, last } in runs {
                sheet.set_range_format(*first, *column, *last, *column, &format)?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use rust_xlsxwriter::Workbook;

    use super::*;

    #[test]
    fn cells_get_the_formats_that_they_would_get_one_by_one() {
        // Column by column what stands in four rows: alike throughout, in turn, left out and back, and late.
        let (money, nothing) = (Look::number(Format::Money), Look::number_of(-0.2, Format::Points));
        let columns = [
            [Some(Look::words()); 4],
            [Some(money), Some(nothing), Some(money), Some(nothing)],
            [Some(money.entered(true)), None, None, Some(money.entered(true))],
            [None, None, Some(Look::words().entered(true)), Some(money)],
        ];
        let cells = (0..4_u32).flat_map(|row| {
            let of = move |(at, column): (u16, &[Option<Look>; 4])| column[row as usize].map(|look| ((row, at), look));
            (0..).zip(&columns).filter_map(of)
        });
        let (mut together, mut apart) = (Workbook::new(), Workbook::new());
        let (sheet, mut looks) = (together.add_worksheet(), Looks::default());
        for ((row, column), look) in cells.clone() {
            sheet.write_number(row, column, 7.0).expect("a cell");
            looks.take_down((row, column), look);
        }
        looks.put(sheet).expect("formats");
        assert_eq!(looks.looks.len(), 5);
        assert_eq!(looks.looks[0].1.len(), 1, "four cells below one another are one run");
        let sheet = apart.add_worksheet();
        for ((row, column), look) in cells {
            sheet.write_number_with_format(row, column, 7.0, &look.format()).expect("a cell");
        }
        for workbook in [&mut together, &mut apart] {
            workbook.set_properties(&fixed());
        }
        assert!(together.save_to_buffer().expect("a file") == apart.save_to_buffer().expect("a file"));
    }

    /// A day for both files, which else say when they were made.
    fn fixed() -> rust_xlsxwriter::DocProperties {
        let day = rust_xlsxwriter::ExcelDateTime::from_ymd(2017, 2, 1).expect("a day");
        rust_xlsxwriter::DocProperties::new().set_creation_datetime(&day)
    }
}
