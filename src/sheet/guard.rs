//! Refuses, before the engine sees them, files that are no workbooks or that would make it abort or fill the memory.
//!
//! The engine reserves as many texts as a part declares and unpacks whatever it is pointed to; running out of memory
//! aborts the process and cannot be caught. So every entry is unpacked once to nowhere, under a cap that trusts no
//! declared size, and the parts that the engine reads are looked through for what it cannot bear (`scan`).

use std::collections::BTreeSet;
use std::io::{self, Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use crate::diagnostic::Diagnostic;
use crate::language::number;
use crate::say;

mod kind;
pub(super) mod scan;

/// The largest file that is looked at.
pub const LARGEST_FILE: usize = 32 << 20;
/// The most that all entries together may unpack to.
pub const LARGEST_CONTENT: u64 = 64 << 20;
/// The most entries a workbook may have; Excel writes a few dozen.
pub const MOST_ENTRIES: usize = 20_000;

/// Parts that the engine reads under fixed names, whatever refers to them.
const FIXED_PARTS: [&str; 3] = ["sharedstrings.xml", "styles.xml", "theme1.xml"];
/// The signature of one entry of the archive's directory.
const DIRECTORY_ENTRY: &[u8] = b"PK\x01\x02";

/// Looks at the raw bytes of a file and refuses what must not reach the engine.
///
/// # Errors
/// `not-a-workbook`, `password-protected`, `damaged-workbook`, `too-large`, `bad-cell-address` or `xml-entities`.
pub fn inspect(bytes: &[u8]) -> Result<(), Diagnostic> {
    if bytes.len() > LARGEST_FILE {
        let (found, most) = (bytes.len() >> 20, LARGEST_FILE >> 20);
        return Err(too_large(say!("a workbook may have up to {most} MB, this file has {found} MB", most, found)));
    }
    kind::refuse_other_kinds(bytes)?;
    // The archive's directory is held in memory, so it is counted before it is read.
    if bytes.windows(DIRECTORY_ENTRY.len()).filter(|w| *w == DIRECTORY_ENTRY).count() > MOST_ENTRIES {
        return Err(too_large(say!("the file is an archive of more than {most} entries", most = count(MOST_ENTRIES))));
    }
    let mut package = Package::open(bytes)?;
    let wanted = package.parts_the_engine_reads()?;
    package.check_parts(&wanted)
}

/// An archive being unpacked under a cap.
struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// Lower-case names by place in the archive: the engine looks names up without regard to case.
    names: Vec<String>,
    left: u64,
    /// The part in hand; kept from part to part so that its memory is used again.
    part: Vec<u8>,
    tally: scan::Tally,
}

impl<'a> Package<'a> {
    fn open(bytes: &'a [u8]) -> Result<Package<'a>, Diagnostic> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(broken_archive)?;
        let mut names = Vec::with_capacity(archive.len());
        for at in 0..archive.len() {
            let entry = archive.by_index_data(at).map_err(broken_archive)?;
            if entry.encrypted() {
                return Err(password_protected());
            }
            names.push(entry.name().map_err(broken_archive)?.replace('\\', "/").to_lowercase());
        }
        Ok(Package { archive, names, left: LARGEST_CONTENT, part: Vec::new(), tally: scan::Tally::default() })
    }

    /// Unpacks one entry, into `self.part` if it is to be looked at. Reading to the end also checks its checksum.
    fn unpack(&mut self, at: usize, keep: bool) -> Result<(), Diagnostic> {
        self.part.clear();
        let name = self.names.get(at).map_or("", String::as_str);
        let entry = self.archive.by_index(at).map_err(broken_archive)?;
        let mut capped = entry.take(self.left + 1);
        let copied = match keep {
            true => capped.read_to_end(&mut self.part).map(|n| n as u64),
            false => io::copy(&mut capped, &mut io::sink()),
        };
        let length = copied.map_err(|e| {
            damaged(say!("the part `{part}` cannot be unpacked: {error}", part = shown(name), error = e))
        })?;
        self.left = self.left.checked_sub(length).ok_or_else(|| {
            let most = LARGEST_CONTENT >> 20;
            too_large(say!("the file unpacks to more than {most} MB, which is more than any programme needs", most))
        })?;
        Ok(())
    }

    /// Reads all relationships and says which file names the engine will open. Only the last part of each path
    /// counts, so that no way of writing a path leads past the check.
    fn parts_the_engine_reads(&mut self) -> Result<BTreeSet<String>, Diagnostic> {
        let mut wanted: BTreeSet<String> = FIXED_PARTS.map(String::from).into();
        let (mut workbook, mut sheets) = (None, BTreeSet::new());
        for at in 0..self.names.len() {
            if !self.names.get(at).is_some_and(|name| name.ends_with(".rels")) {
                continue;
            }
            self.unpack(at, true)?;
            let name = self.names.get(at).map_or("", String::as_str);
            scan::check(name, &self.part, &mut self.tally)?;
            for (kind, target) in scan::relationships(&self.part) {
                let file = last_of_path(&target).to_string();
                match last_of_path(&kind) {
                    "officedocument" if name == "_rels/.rels" => workbook = Some(file.clone()),
                    "worksheet" if !sheets.insert(file.clone()) => {
                        let file = shown(&file);
                        return Err(damaged(say!(
                            "two sheets of the workbook stand in one part, `{part}`",
                            part = file
                        )));
                    }
                    "worksheet" | "chartsheet" | "dialogsheet" => (),
                    _ => continue,
                }
                // The engine decodes some names and not others; only a plain name is the same either way.
                if !file.bytes().all(|b| b.is_ascii_graphic() && b != b'&') {
                    return Err(damaged(say!(
                        "a sheet stands in a part with an odd name, `{part}`",
                        part = shown(&file)
                    )));
                }
                wanted.insert(file);
            }
        }
        match workbook {
            Some(file) if self.has(&file) && file.ends_with(".xml") => Ok(wanted),
            _ => Err(kind::other_package(&self.names)),
        }
    }

    fn has(&self, file: &str) -> bool {
        self.names.iter().any(|name| last_of_path(name) == file)
    }

    /// Unpacks everything but the relationships and looks through what the engine will read.
    fn check_parts(&mut self, wanted: &BTreeSet<String>) -> Result<(), Diagnostic> {
        for at in 0..self.names.len() {
            let name = self.names.get(at).cloned().unwrap_or_default();
            if name.ends_with(".rels") {
                continue;
            }
            let read_by_engine = wanted.contains(last_of_path(&name));
            let keep = read_by_engine || name.ends_with(".xml");
            self.unpack(at, keep)?;
            if read_by_engine {
                scan::check(&name, &self.part, &mut self.tally)?;
            } else if keep {
                scan::refuse_declarations(&name, &self.part)?;
            }
        }
        Ok(())
    }
}

pub(super) fn last_of_path(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}

/// A name or value out of the file, short and without control characters, for a message.
fn shown(text: &str) -> String {
    let clean: String = text.chars().filter(|c| !c.is_control()).take(60).collect();
    if clean.len() < text.len() { format!("{clean}…") } else { clean }
}

pub(super) fn broken_archive(error: ZipError) -> Diagnostic {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => password_protected(),
        ZipError::CompressionMethodNotSupported(_) | ZipError::UnsupportedArchive(_) => {
            damaged(say!("the file is packed in a way that Excel does not use"))
        }
        _ => Diagnostic::error("damaged-workbook", say!("the file is damaged or was broken off while it was copied"))
            .hint(say!("copy or download it again, or open it in Excel and let Excel repair it")),
    }
}

/// What mends most damaged files.
fn resave() -> String {
    say!("open the file in Excel, save it again as “Excel Workbook (.xlsx)” and use that copy")
}

/// A number of parts in a file.
fn count(number: usize) -> String {
    number::written(number::with_thousands(&number.to_string()))
}

/// The refusal of a file that cannot be trusted to be what was saved.
pub(super) fn damaged(message: impl Into<String>) -> Diagnostic {
    Diagnostic::error("damaged-workbook", message).hint(resave())
}

/// The refusal of a file that needs a password.
pub(super) fn password_protected() -> Diagnostic {
    Diagnostic::error("password-protected", say!("the workbook is protected by a password and cannot be read"))
        .hint(say!("open it in Excel, remove the password under File, Info, Protect Workbook, and save it"))
}

/// The refusal of a file that would take too much memory.
pub(super) fn too_large(message: impl Into<String>) -> Diagnostic {
    Diagnostic::error("too-large", message).hint(say!(
        "remove pictures, unused sheets and formats from the workbook, or copy the filled-in tables into a new \
             one"
    ))
}
