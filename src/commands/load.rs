//! Reading a workbook for a command: bytes, grid, inputs, scenarios, what is uncertain.

use std::io;
use std::path::Path;

use sha2::{Digest, Sha256};

use crate::check;
use crate::commands::{Failure, error};
use crate::diagnostic::{Diagnostic, Diagnostics, text};
use crate::embedded::what_was_read;
use crate::inputs::{self, Inputs, Target};
use crate::language::suggest;
use crate::say;
use crate::scenario::{self, Scenario};
use crate::sheet::{Grid, guard, read};
use crate::study::enough::{Precision, known_measure};
use crate::study::guardrails::{self, Guardrail};
use crate::uncertainty::{self, Uncertainty};

/// A workbook that can be simulated.
#[derive(Debug, Clone)]
pub struct Loaded {
    /// What it says.
    pub inputs: Inputs,
    /// Its scenarios.
    pub scenarios: Vec<Scenario>,
    /// What is uncertain in it.
    pub uncertainty: Uncertainty,
    /// How exact a run shall be.
    pub precision: Precision,
    /// The limits that its scenarios must keep.
    pub guardrails: Vec<Guardrail>,
    /// Remarks on how it was understood, ready to print; perhaps empty.
    pub notes: String,
    /// The file's name without its folder.
    pub file: String,
    /// SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
    /// The cells that were read.
    pub grid: Grid,
}

/// Reads and checks a workbook; from here on its language is spoken, unless the command line asks for another.
///
/// # Errors
/// [`Failure::Refused`] with every problem, in the order of the workbook.
pub fn load(path: &Path) -> Result<Loaded, Failure> {
    read_as(path, &bytes(path)?)
}

/// The same of the bytes of a workbook, told as the file of that name.
///
/// # Errors
/// See [`load`].
pub fn read_as(path: &Path, bytes: &[u8]) -> Result<Loaded, Failure> {
    let shown = path.display().to_string();
    let file = path.file_name().map_or_else(|| shown.clone(), |name| name.to_string_lossy().into_owned());
    let grid = read::read_input(bytes).map_err(|found| Failure::Refused(text::render(&shown, &found.into())))?;
    inputs::language(&grid).into_iter().for_each(suggest);
    understood(grid, &shown, (file, hexadecimal(bytes)))
}

/// Checks what was read of a workbook; `shown` is its name in messages, beside it the name and the SHA-256 of its file.
///
/// # Errors
/// As [`load`].
pub fn understood(grid: Grid, shown: &str, (file, sha256): (String, String)) -> Result<Loaded, Failure> {
    let mut found = Diagnostics::default();
    let inputs = inputs::read(&grid, &mut found);
    check::baseline(&inputs, &mut found);
    let scenarios = scenario::build(&inputs, &mut found);
    let uncertainty = uncertainty::build(&inputs, &scenarios, &mut found);
    let guardrails = guardrails::build(&inputs, &mut found);
    let precision = precision(&inputs, &mut found);
    let sheets: Vec<_> = grid.sheets.iter().map(|sheet| sheet.name.clone()).collect();
    let found = found.in_workbook_order(&sheets);
    if found.has_errors() {
        return Err(Failure::Refused(text::render(shown, &found)));
    }
    // Without a precision an error was found, and the workbook refused.
    let precision = precision.unwrap_or_default();
    let grid = what_was_read(grid, &inputs);
    Ok(Loaded {
        inputs,
        scenarios,
        uncertainty,
        precision,
        guardrails,
        notes: text::render(shown, &found),
        file,
        sha256,
        grid,
    })
}

/// SHA-256 of some bytes, in hexadecimal.
fn hexadecimal(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// How exact a run shall be; measures that there are not are told, also the one that decides.
fn precision(inputs: &Inputs, found: &mut Diagnostics) -> Option<Precision> {
    let settings = &inputs.programme.settings.uncertainty;
    let at = |key: &'static str| inputs.origins.get(&Target::Parameter(key)).and_then(|origin| origin.cell.clone());
    let mut refuse = |key: &'static str, (message, hint): (String, String)| {
        let error = Diagnostic::error("unknown-measure", format!("{key} {message}")).hint(hint);
        found.push(match at(key) {
            Some(cell) => error.at(&cell),
            None => error,
        });
    };
    if let Err(problem) = known_measure(&settings.objective) {
        refuse("settings.objective", problem);
    }
    Precision::new(settings).map_err(|problem| refuse("settings.precision_measures", problem)).ok()
}

/// The bytes of a file, unless it is larger than any workbook of this program.
///
/// # Errors
/// [`Failure::Refused`] with the reason.
pub fn bytes(path: &Path) -> Result<Vec<u8>, Failure> {
    let refused = |reason: String| {
        Failure::Refused(error(say!("{file} cannot be read: {reason}", file = path.display(), reason)))
    };
    let size = std::fs::metadata(path).map_err(|error| refused(unread(&error)))?;
    if size.is_dir() {
        return Err(refused(say!("it is a folder")));
    }
    if size.len() > guard::LARGEST_FILE as u64 {
        return Err(refused(say!("it is larger than {most} MB", most = guard::LARGEST_FILE >> 20)));
    }
    std::fs::read(path).map_err(|error| refused(unread(&error)))
}

/// Why a file was not read, in words where the usual reasons have some.
fn unread(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => say!("there is no such file"),
        io::ErrorKind::PermissionDenied => say!("you may not read it"),
        _ => error.to_string(),
    }
}
