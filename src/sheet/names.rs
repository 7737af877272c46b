//! The names that a workbook defines, read from its main part: the engine drops whether a name holds on one sheet only.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::DefinedName;
use super::guard::scan::relationships;
use super::guard::scan::tags::{Tags, attributes};
use super::guard::{LARGEST_CONTENT, broken_archive, damaged};
use crate::diagnostic::Diagnostic;

/// The names of a workbook that the guard has let through, in their order.
///
/// # Errors
/// `damaged-workbook`, if the parts cannot be unpacked.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<DefinedName>, Diagnostic> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(broken_archive)?;
    let Some(relations) = part(&mut archive, "_rels/.rels")? else { return Ok(Vec::new()) };
    let main = relationships(&relations).into_iter().find(|(kind, _)| kind.ends_with("/officedocument"));
    let Some((_, target)) = main else { return Ok(Vec::new()) };
    Ok(part(&mut archive, target.trim_start_matches('/'))?.map_or_else(Vec::new, |xml| names(&xml)))
}

/// A part by its name, without regard to case; `None` if there is none.
fn part(archive: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Result<Option<Vec<u8>>, Diagnostic> {
    let called =
        |found: Result<std::borrow::Cow<'_, str>, _>| found.is_ok_and(|found| found.eq_ignore_ascii_case(name));
    let Some(at) = archive.file_names().position(called) else { return Ok(None) };
    let entry = archive.by_index(at).map_err(broken_archive)?;
    let mut content = Vec::new();
    let unpacked = entry.take(LARGEST_CONTENT).read_to_end(&mut content);
    unpacked.map_err(|error| damaged(format!("the part `{name}` cannot be unpacked: {error}")))?;
    Ok(Some(content))
}

/// The elements `definedName` of a workbook's main part.
fn names(xml: &[u8]) -> Vec<DefinedName> {
    let mut found = Vec::new();
    let mut tags = Tags::new("workbook.xml", xml);
    while let Some(Ok(tag)) = tags.next() {
        if tag.name != b"definedName" || tag.closes || tag.empty {
            continue;
        }
        let attribute =
            |wanted: &[u8]| attributes(tag.attributes).find(|(key, _)| *key == wanted).map(|(_, value)| value);
        if let Some(name) = attribute(b"name") {
            found.push(DefinedName {
                name: unescaped(name),
                refers_to: unescaped(tags.text()),
                local: attribute(b"localSheetId").is_some(),
            });
        }
    }
    found
}

/// A text with its entities resolved; what is none stays as it is written.
fn unescaped(text: &[u8]) -> String {
    let text = String::from_utf8_lossy(text);
    let mut plain = String::with_capacity(text.len());
    let mut rest = &*text;
    while let Some((before, after)) = rest.split_once('&') {
        plain.push_str(before);
        match after.split_once(';').and_then(|(entity, after)| Some((letter(entity)?, after))) {
            Some((letter, after)) => {
                plain.push(letter);
                rest = after;
            }
            None => {
                plain.push('&');
                rest = after;
            }
        }
    }
    plain + rest
}

/// The letter that an entity stands for.
fn letter(entity: &str) -> Option<char> {
    Some(match entity {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        other => {
            let code = other.strip_prefix('#')?;
            let number = match code.strip_prefix(['x', 'X']) {
                Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16),
                None => code.parse(),
            };
            char::from_u32(number.ok()?)?
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_with_their_scope_and_entities() {
        let xml = br#"<?xml version="1.0"?><x:workbook><x:definedNames>
            <x:definedName name="desk_reviewers">'R&amp;D d&#39;Oslo'!$B$4</x:definedName>
            <x:definedName localSheetId="0" name="desk_reviewers">Data!$C$1</x:definedName>
            <x:definedName name="nothing"/><x:definedName>Data!$A$1</x:definedName>
            </x:definedNames></x:workbook>"#;
        let name = |refers_to: &str, local| DefinedName {
            name: "desk_reviewers".to_owned(),
            refers_to: refers_to.to_owned(),
            local,
        };
        assert_eq!(names(xml), [name("'R&D d'Oslo'!$B$4", false), name("Data!$C$1", true)]);
    }

    #[test]
    fn entities_are_resolved_and_others_stay() {
        assert_eq!(unescaped(b"a &lt; b &#x2264; c & d &unknown; &amp;"), "a < b \u{2264} c & d &unknown; &");
    }
}
