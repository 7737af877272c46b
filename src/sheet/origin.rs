//! Whether a file is a result this program wrote, and so may be replaced and is no input.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use crate::diagnostic::Diagnostic;
use crate::say;

/// The document category that marks a result.
pub const RESULT_CATEGORY: &str = "partnersim result";

/// The most that is read of the document's properties.
const MOST_BYTES: u64 = 65_536;

/// Whether the bytes are a workbook with the mark of a result.
pub fn is_result(bytes: &[u8]) -> bool {
    let properties = || {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
        let part = archive.by_name("docProps/core.xml").ok()?;
        let mut text = String::new();
        part.take(MOST_BYTES).read_to_string(&mut text).ok()?;
        Some(text)
    };
    properties().is_some_and(|text| text.contains(&format!("<cp:category>{RESULT_CATEGORY}</cp:category>")))
}

/// Refuses a result where an input workbook is wanted: both lie in one folder and look alike from outside.
///
/// # Errors
/// `result-as-input`.
pub fn refuse_result(bytes: &[u8]) -> Result<(), Diagnostic> {
    if !is_result(bytes) {
        return Ok(());
    }
    let what = say!("this is a result that partnersim wrote, not an input workbook");
    Err(Diagnostic::error("result-as-input", what).hint(say!("give the workbook that it was made from")))
}
