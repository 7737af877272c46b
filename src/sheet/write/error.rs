//! Why a workbook is not written, in a sentence.

use std::fmt;

use rust_xlsxwriter::XlsxError;

/// Why a report cannot be written. All but the last are slips of the program that made the report.
#[derive(Debug)]
#[non_exhaustive]
pub enum WriteError {
    /// A number that is not finite.
    NotFinite {
        /// Name of the page.
        page: String,
        /// Name of the table.
        table: String,
    },
    /// A table without columns, or a row that has not a cell a column.
    Uneven {
        /// Name of the page.
        page: String,
        /// Name of the table.
        table: String,
    },
    /// A chart over a table that is not on its page.
    UnknownTable {
        /// Name of the page.
        page: String,
        /// The name that names no table.
        table: String,
    },
    /// A chart, formula or total over a column that its table does not have.
    UnknownHeading {
        /// Name of the page.
        page: String,
        /// Name of the table.
        table: String,
        /// The heading that is not there.
        heading: String,
    },
    /// The engine refuses: a limit of the file format, or a name used twice.
    Engine(XlsxError),
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            WriteError::NotFinite { page, table } => {
                write!(f, "the table `{table}` of the sheet {page} has a number that is not finite")
            }
            WriteError::Uneven { page, table } => {
                write!(f, "the table `{table}` of the sheet {page} has a row that does not fit its columns")
            }
            WriteError::UnknownTable { page, table } => {
                write!(f, "the sheet {page} has no table `{table}` for a chart to show")
            }
            WriteError::UnknownHeading { page, table, heading } => {
                write!(f, "the table `{table}` of the sheet {page} has no column or total `{heading}` to refer to")
            }
            WriteError::Engine(error) => write!(f, "the workbook cannot be written: {error}"),
        }
    }
}

impl std::error::Error for WriteError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            WriteError::Engine(error) => Some(error),
            _ => None,
        }
    }
}

impl From<XlsxError> for WriteError {
    fn from(error: XlsxError) -> WriteError {
        WriteError::Engine(error)
    }
}
