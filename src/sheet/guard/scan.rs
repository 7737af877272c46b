//! Looks through one XML part for what the engine cannot bear.
//!
//! This is no XML parser: it finds tags exactly as the engine's tokeniser does and refuses whatever the two might
//! split differently, so that nothing hides from it.

use std::collections::BTreeSet;

use super::{count as count_words, damaged, shown, too_large};
use crate::diagnostic::Diagnostic;
use crate::say;
use tags::{Tag, Tags, attributes};

mod address;
pub(in crate::sheet) mod tags;

/// The longest text or tag; Excel's longest text has 32,767 characters.
const LONGEST_RUN: usize = 1 << 20;
/// The deepest nesting; workbooks stay below 20.
const DEEPEST: usize = 256;
/// The highest number a shared formula may have.
const HIGHEST_SHARED_FORMULA: u64 = 1 << 20;
/// Each cell format of the workbook gets its own copy of a font name and a number format.
const MOST_STYLE_BYTES: usize = 48 << 20;
/// Elements of any name in all parts together: a cell takes two, with a formula three.
const MOST_ELEMENTS: usize = 5_000_000;
const MOST_STRINGS: usize = 1_000_000;
/// How many kinds of elements are counted.
const COUNTED: usize = 10;
/// The place of cell formats in the tally.
const FORMATS: usize = 3;

/// What some elements are called in messages.
type Words = fn() -> String;

/// For elements that the engine keeps in memory or that cost it time: the place in the tally, how many there may be in
/// all parts together, and what they are to the reader of a message.
fn limit(element: &[u8]) -> Option<(usize, usize, Words)> {
    Some(match element {
        b"c" => (0, 2_000_000, || say!("cells")),
        b"row" => (1, 2_000_000, || say!("rows")),
        b"si" => (2, MOST_STRINGS, || say!("texts")),
        b"xf" => (FORMATS, 200_000, || say!("cell formats")),
        b"font" => (4, 200_000, || say!("fonts")),
        b"fill" => (5, 200_000, || say!("fills")),
        b"border" => (6, 200_000, || say!("borders")),
        b"numFmt" => (7, 200_000, || say!("number formats")),
        b"definedName" => (8, 20_000, || say!("defined names")),
        b"Relationship" => (9, 200_000, || say!("relationships")),
        _ => return None,
    })
}

/// What was counted in the parts so far.
#[derive(Default)]
pub(super) struct Tally {
    elements: usize,
    counts: [usize; COUNTED],
    longest_format: usize,
    longest_font_name: usize,
    /// The relationships by which the workbook names its sheets.
    sheets: BTreeSet<Vec<u8>>,
}

/// Checks one part that the engine reads.
pub(super) fn check(part: &str, xml: &[u8], tally: &mut Tally) -> Result<(), Diagnostic> {
    let (mut depth, mut in_rows, mut elements) = (0_usize, false, false);
    for tag in Tags::new(part, xml) {
        let tag = tag?;
        if tag.length > LONGEST_RUN {
            return Err(too_large(say!("`{part}` holds a text of more than 1 MB", part = shown(part))));
        }
        if tag.closes {
            depth = depth.checked_sub(1).ok_or_else(|| ends_early(part))?;
            continue;
        }
        elements = true;
        depth += usize::from(!tag.empty);
        if depth > DEEPEST {
            return Err(damaged(say!("`{part}` nests its elements deeper than any workbook does", part = shown(part))));
        }
        in_rows |= tag.name == b"sheetData";
        tally.count(&tag)?;
        match tag.name {
            b"sst" => declared_strings(&tag)?,
            b"sheet" => tally.sheet(&tag)?,
            b"dimension" => each(&tag, b"ref", |value| address::range(part, value))?,
            b"row" if in_rows => each(&tag, b"r", |value| address::row(part, value))?,
            b"c" if in_rows => each(&tag, b"r", |value| address::cell(part, value))?,
            b"f" if in_rows => {
                each(&tag, b"ref", |value| address::range(part, value))?;
                each(&tag, b"si", shared_formula)?;
            }
            _ => (),
        }
    }
    if depth > 0 || !elements { Err(ends_early(part)) } else { Ok(()) }
}

impl Tally {
    fn count(&mut self, tag: &Tag) -> Result<(), Diagnostic> {
        self.elements += 1;
        if self.elements > MOST_ELEMENTS {
            return Err(too_large(say!(
                "the sheets of the workbook have more than {most} elements",
                most = count_words(MOST_ELEMENTS)
            )));
        }
        match tag.name {
            b"numFmt" => self.longest_format = self.longest_format.max(tag.length),
            b"name" => self.longest_font_name = self.longest_font_name.max(tag.length),
            _ => (),
        }
        let Some((place, most, what)) = limit(tag.name) else { return Ok(()) };
        if let Some(count) = self.counts.get_mut(place) {
            *count += 1;
            if *count > most {
                return Err(too_large(say!(
                    "the workbook has more than {most} {what}",
                    most = count_words(most),
                    what = what()
                )));
            }
        }
        let formats = self.counts.get(FORMATS).copied().unwrap_or_default();
        if formats * (self.longest_format + self.longest_font_name) > MOST_STYLE_BYTES {
            return Err(too_large(say!("the workbook has too many cell formats with long names")));
        }
        Ok(())
    }

    /// A part that is named twice would be read twice, and so on without end.
    fn sheet(&mut self, tag: &Tag) -> Result<(), Diagnostic> {
        for (key, value) in attributes(tag.attributes) {
            if (key == b"id" || key.ends_with(b":id")) && !self.sheets.insert(value.to_vec()) {
                return Err(damaged(say!("the workbook names the same sheet twice")));
            }
        }
        Ok(())
    }
}

/// The engine reserves memory for as many texts as the part declares.
fn declared_strings(tag: &Tag) -> Result<(), Diagnostic> {
    each(tag, b"uniqueCount", |value| match number(value) {
        Some(count) if count <= MOST_STRINGS as u64 => Ok(()),
        _ => Err(too_large(say!(
            "the workbook declares {number} texts",
            number = shown(&String::from_utf8_lossy(value))
        ))),
    })
}

fn shared_formula(value: &[u8]) -> Result<(), Diagnostic> {
    match number(value) {
        Some(index) if index <= HIGHEST_SHARED_FORMULA => Ok(()),
        _ => Err(damaged(say!(
            "a shared formula has the number {number}",
            number = shown(&String::from_utf8_lossy(value))
        ))),
    }
}

fn number(value: &[u8]) -> Option<u64> {
    std::str::from_utf8(value).ok()?.trim().parse().ok()
}

/// Checks every attribute of a name: which of several counts is the engine's affair.
fn each(tag: &Tag, key: &[u8], check: impl Fn(&[u8]) -> Result<(), Diagnostic>) -> Result<(), Diagnostic> {
    attributes(tag.attributes).filter(|(found, _)| *found == key).try_for_each(|(_, value)| check(value))
}

/// Type and target of every relationship of a part that passed [`check`], in lower case.
pub(in crate::sheet) fn relationships(xml: &[u8]) -> Vec<(String, String)> {
    let lower = |value: &[u8]| String::from_utf8_lossy(value).to_lowercase();
    let mut found = Vec::new();
    for tag in Tags::new("", xml).flatten().filter(|tag| tag.name == b"Relationship" && !tag.closes) {
        let all = |wanted: &[u8]| -> Vec<String> {
            attributes(tag.attributes).filter(|(key, _)| *key == wanted).map(|(_, value)| lower(value)).collect()
        };
        // Several attributes of one name are no XML; every pair is followed so that none is overlooked.
        for kind in all(b"Type") {
            found.extend(all(b"Target").into_iter().map(|target| (kind.clone(), target)));
        }
    }
    found
}

/// Refuses a part with a document type or an entity in it: no workbook needs them, and expanding them can be made
/// to take for ever.
pub(super) fn refuse_declarations(part: &str, xml: &[u8]) -> Result<(), Diagnostic> {
    let declares = |at: &[u8]| {
        [&b"<!doctype"[..], b"<!entity"]
            .iter()
            .any(|word| at.get(..word.len()).is_some_and(|w| w.eq_ignore_ascii_case(word)))
    };
    let mut rest = xml;
    while let Some(at) = rest.iter().position(|b| *b == b'<') {
        rest = rest.get(at..).unwrap_or_default();
        if declares(rest) {
            return Err(declared_entities(part));
        }
        rest = rest.get(1..).unwrap_or_default();
    }
    Ok(())
}

fn declared_entities(part: &str) -> Diagnostic {
    Diagnostic::error(
        "xml-entities",
        say!("`{part}` declares a document type, which no workbook does", part = shown(part)),
    )
    .hint(super::resave())
}

fn ends_early(part: &str) -> Diagnostic {
    damaged(say!("`{part}` ends before all that it opens is closed", part = shown(part)))
}
