//! Reading a workbook for a command: bytes, grid, inputs, scenarios.

use std::path::Path;

use sha2::{Digest, Sha256};

use crate::check;
use crate::commands::Failure;
use crate::diagnostic::{Diagnostics, text};
use crate::inputs::{self, Inputs};
use crate::scenario::{self, Scenario};
use crate::sheet::{guard, read};

/// A workbook that can be simulated.
pub struct Loaded {
    /// What it says.
    pub inputs: Inputs,
    /// Its scenarios.
    pub scenarios: Vec<Scenario>,
    /// Remarks on how it was understood, ready to print; perhaps empty.
    pub notes: String,
    /// The file's name without its folder.
    pub file: String,
    /// SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
}

/// Reads and checks a workbook.
///
/// # Errors
/// [`Failure::Refused`] with every problem, in the order of the workbook.
pub fn load(path: &Path) -> Result<Loaded, Failure> {
    let shown = path.display().to_string();
    let file = path.file_name().map_or_else(|| shown.clone(), |name| name.to_string_lossy().into_owned());
    let refused = |found: &Diagnostics| Failure::Refused(text::render(&shown, found));
    let bytes = bytes(path).map_err(|reason| Failure::Refused(format!("error: {shown} cannot be read: {reason}")))?;
    let grid = read::read(&bytes).map_err(|diagnostic| refused(&diagnostic.into()))?;
    let mut found = Diagnostics::default();
    let inputs = inputs::read(&grid, &mut found);
    check::baseline(&inputs, &mut found);
    let scenarios = scenario::build(&inputs, &mut found);
    let sheets: Vec<_> = grid.sheets.iter().map(|sheet| sheet.name.clone()).collect();
    let found = found.in_workbook_order(&sheets);
    if found.has_errors() {
        return Err(refused(&found));
    }
    let sha256 = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    Ok(Loaded { inputs, scenarios, notes: text::render(&shown, &found), file, sha256 })
}

/// The bytes of a file, unless it is larger than any workbook of this program.
fn bytes(path: &Path) -> Result<Vec<u8>, String> {
    let size = std::fs::metadata(path).map_err(|error| error.to_string())?;
    if size.is_dir() {
        return Err("it is a folder".to_owned());
    }
    if size.len() > guard::LARGEST_FILE as u64 {
        return Err(format!("it is larger than {} MB", guard::LARGEST_FILE >> 20));
    }
    std::fs::read(path).map_err(|error| error.to_string())
}
