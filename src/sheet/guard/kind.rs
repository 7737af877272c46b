//! What a file is when it is not a workbook, told from its first bytes or from the parts of an archive.

use super::password_protected;
use crate::diagnostic::Diagnostic;
use crate::say;

/// The container of Office files before 2007, and of encrypted ones since.
const COMPOUND: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
const ARCHIVE: &[u8] = b"PK\x03\x04";

/// What a file is by its first bytes, of those that people mistake for a workbook.
fn known(bytes: &[u8]) -> Option<String> {
    Some(match bytes {
        [b'%', b'P', b'D', b'F', ..] => say!("it is a PDF document"),
        [b'\x89', b'P', b'N', b'G', ..] | [b'\xFF', b'\xD8', b'\xFF', ..] | [b'G', b'I', b'F', b'8', ..] => {
            say!("it is a picture")
        }
        [b'{', b'\\', b'r', b't', b'f', ..] => say!("it is a text document (RTF)"),
        [b'\x1F', b'\x8B', ..] => say!("it is a compressed file (gzip)"),
        [b'7', b'z', b'\xBC', b'\xAF', ..] => say!("it is an archive (7z)"),
        [b'R', b'a', b'r', b'!', ..] => say!("it is an archive (RAR)"),
        [b'\xFF', b'\xFE', ..] | [b'\xFE', b'\xFF', ..] => say!("it is plain text"),
        [b'{', ..] => say!("it is a JSON file"),
        [b'P', b'K', b'\x05', b'\x06', ..] => say!("it is an empty archive"),
        _ => return None,
    })
}

/// Refuses everything that does not begin as a workbook does.
pub(super) fn refuse_other_kinds(bytes: &[u8]) -> Result<(), Diagnostic> {
    if bytes.is_empty() {
        return Err(not_a_workbook(say!("it is empty")));
    }
    if bytes.starts_with(ARCHIVE) || ARCHIVE.starts_with(bytes) {
        return Ok(());
    }
    if bytes.starts_with(COMPOUND) {
        return Err(compound(bytes));
    }
    Err(not_a_workbook(known(bytes).unwrap_or_else(|| text_or_unknown(bytes))))
}

/// Old Office files and encrypted new ones share a container; the names of its streams, in UTF-16, tell them apart.
fn compound(bytes: &[u8]) -> Diagnostic {
    let has = |stream: &str| {
        let name: Vec<u8> = stream.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(name.len()).any(|window| window == name)
    };
    if has("EncryptedPackage") {
        password_protected()
    } else if has("Workbook") || has("Book") {
        not_a_workbook(say!("it is in the format of Excel 97 to 2003 (.xls)"))
    } else {
        not_a_workbook(say!("it is a document of an old Office program"))
    }
}

fn text_or_unknown(bytes: &[u8]) -> String {
    let start = bytes.get(..4096).unwrap_or(bytes);
    if start.iter().any(|b| *b < b' ' && !matches!(b, b'\t' | b'\r' | b'\n')) {
        return say!("it is of a kind that is not known here");
    }
    let lower = start.to_ascii_lowercase();
    let has = |text: &[u8]| lower.windows(text.len()).any(|window| window == text);
    if has(b"<html") || has(b"<!doctype html") {
        say!("it is a web page")
    } else if lower.starts_with(b"<?xml") {
        say!("it is an XML file")
    } else if lower.iter().any(|b| matches!(b, b';' | b',' | b'\t')) {
        say!("it is plain text, perhaps a CSV file")
    } else {
        say!("it is plain text")
    }
}

/// The refusal of an archive that names no workbook part, by the parts it has (in lower case).
pub(super) fn other_package(names: &[String]) -> Diagnostic {
    let has = |start: &str| names.iter().any(|name| name.starts_with(start));
    not_a_workbook(if has("xl/workbook.bin") {
        say!("it is a binary workbook (.xlsb)")
    } else if has("word/") {
        say!("it is a Word document")
    } else if has("ppt/") {
        say!("it is a PowerPoint presentation")
    } else if has("mimetype") && has("content.xml") {
        say!("it is an OpenDocument file (such as .ods)")
    } else {
        say!("it is an archive without a workbook in it")
    })
}

fn not_a_workbook(reason: String) -> Diagnostic {
    Diagnostic::error("not-a-workbook", say!("the file is not an Excel workbook (.xlsx or .xlsm): {reason}", reason))
        .hint(say!("open it in Excel and save it as “Excel Workbook (.xlsx)”"))
}
