//! Whether a file is a result this program wrote, and so may be replaced.

use std::io::{Cursor, Read};

use zip::ZipArchive;

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
