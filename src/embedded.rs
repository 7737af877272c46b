//! What a result carries of the run it came from, so that it can be played again without the input workbook: the cells
//! that were read, and what was asked for beside them.
//!
//! It stands as words on a sheet that is not shown, so that it outlives whatever saves the result again. Of sheets of the
//! input that are none of the program's it has the cells that were read and no others: the rest is nobody's business.

use std::fmt;

use crate::language::Language;
use crate::programme::Readings;
use crate::say;
use crate::sheet::Grid;

mod cells;
mod extent;
mod line;
mod records;

pub use cells::what_was_read;
pub use extent::Extent;
pub use records::Record;

/// Name of the sheet, the same in every language.
pub const SHEET: &str = "Embedded input";

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
    /// How much is played and studied.
    pub extent: Extent,
    /// The scenario and the fiscal year that the ledger lists, as they were asked for.
    pub ledger: Option<String>,
    /// The trial that it lists, from 1, if that was asked for.
    pub ledger_trial: Option<u64>,
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

impl fmt::Display for NotEmbedded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&match self {
            NotEmbedded::Missing => {
                say!("it is no result that partnersim run wrote, or its inputs were taken out")
            }
            NotEmbedded::Unknown => {
                say!("its inputs are written in a form that this version of the program does not know")
            }
            NotEmbedded::Altered => say!(
                "its inputs, on the sheet {sheet} that is not shown, are no longer as the program wrote them",
                sheet = SHEET
            ),
        })
    }
}
