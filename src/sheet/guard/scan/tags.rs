//! The tags of an XML part, found as the engine's tokeniser finds them.

use super::super::{damaged, shown};
use super::declared_entities;
use crate::diagnostic::Diagnostic;
use crate::say;

/// Encodings in which every byte below 128 is the ASCII character, so that tags can be found in the bytes.
const PLAIN_ENCODINGS: [&[u8]; 4] = [b"utf-8", b"us-ascii", b"iso-8859-1", b"windows-1252"];

/// One start or end tag.
pub(in crate::sheet) struct Tag<'a> {
    /// Its name without a prefix.
    pub name: &'a [u8],
    /// All that follows the name.
    pub attributes: &'a [u8],
    /// `</name>`.
    pub closes: bool,
    /// `<name/>`.
    pub empty: bool,
    /// The bytes of the tag, or of the text before it if that is longer.
    pub length: usize,
}

/// Iterates over the tags of a part; ends after the first problem.
pub(in crate::sheet) struct Tags<'a> {
    part: &'a str,
    rest: &'a [u8],
    started: bool,
}

impl<'a> Tags<'a> {
    pub(in crate::sheet) fn new(part: &'a str, xml: &'a [u8]) -> Tags<'a> {
        Tags { part, rest: xml, started: false }
    }

    /// The text between the tag that was found last and the next one, as it is written.
    pub(in crate::sheet) fn text(&self) -> &'a [u8] {
        let end = self.rest.iter().position(|b| *b == b'<').unwrap_or(self.rest.len());
        self.rest.get(..end).unwrap_or_default()
    }

    fn unclear(&self) -> Diagnostic {
        damaged(say!("`{part}` is not well-formed XML", part = shown(self.part)))
    }

    /// The tag at the next `<` that is neither a comment nor the like; `None` at the end of the part.
    fn advance(&mut self) -> Result<Option<Tag<'a>>, Diagnostic> {
        if !self.started {
            self.started = true;
            self.rest = self.rest.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(self.rest);
            self.prologue()?;
        }
        let mut text = 0;
        loop {
            let Some(at) = self.rest.iter().position(|b| *b == b'<') else {
                self.rest = &[];
                return Ok(None);
            };
            text += at;
            let here = self.rest.get(at + 1..).unwrap_or_default();
            let skipped = match here.first() {
                Some(b'!') if here.starts_with(b"!--") => after(here, 3, b"-->"),
                Some(b'!') if here.starts_with(b"![CDATA[") => after(here, 8, b"]]>"),
                Some(b'!') if matches!(here.get(1), Some(b'D' | b'd' | b'E' | b'e')) => {
                    return Err(declared_entities(self.part));
                }
                Some(b'!') => None,
                // A second declaration could change the encoding on the way.
                Some(b'?') if declaration(here).is_some() => None,
                Some(b'?') => after(here, 1, b"?>"),
                _ => return self.tag(here, text).map(Some),
            };
            let skipped = skipped.ok_or_else(|| self.unclear())?;
            if here.starts_with(b"![") {
                text += here.len() - skipped.len();
            }
            self.rest = skipped;
        }
    }

    fn tag(&mut self, here: &'a [u8], text: usize) -> Result<Tag<'a>, Diagnostic> {
        let end = end_of_tag(here).ok_or_else(|| self.unclear())?;
        let (inside, rest) = (here.get(..end).unwrap_or_default(), here.get(end + 1..).unwrap_or_default());
        self.rest = rest;
        let (inside, closes) = inside.strip_prefix(b"/").map_or((inside, false), |i| (i, true));
        if closes && inside.iter().any(|b| matches!(b, b'"' | b'\'' | b'<')) {
            return Err(self.unclear());
        }
        let (inside, empty) = inside.strip_suffix(b"/").map_or((inside, false), |i| (i, true));
        let name_end = inside.iter().position(|b| matches!(b, b' ' | b'\t' | b'\r' | b'\n')).unwrap_or(inside.len());
        let (name, attributes) = inside.split_at_checked(name_end).unwrap_or_default();
        let name = name.iter().position(|b| *b == b':').and_then(|colon| name.get(colon + 1..)).unwrap_or(name);
        Ok(Tag { name, attributes, closes, empty, length: text.max(end) })
    }

    /// Steps over `<?xml …?>` and refuses encodings in which tags would look different.
    fn prologue(&mut self) -> Result<(), Diagnostic> {
        let start = self.rest.get(..2).unwrap_or_default();
        let wide = start.contains(&0) || start == b"\xFF\xFE" || start == b"\xFE\xFF";
        let declared = self.rest.strip_prefix(b"<").and_then(declaration);
        let Some(declaration) = declared.filter(|_| !wide) else {
            return if wide { Err(self.unclear()) } else { Ok(()) };
        };
        let rest = after(declaration, 0, b"?>").ok_or_else(|| self.unclear())?;
        let inside = declaration.get(..declaration.len() - rest.len()).unwrap_or_default();
        let plain = attributes(inside)
            .filter(|(key, _)| *key == b"encoding")
            .all(|(_, value)| PLAIN_ENCODINGS.iter().any(|plain| plain.eq_ignore_ascii_case(value)));
        self.rest = rest;
        if plain { Ok(()) } else { Err(self.unclear()) }
    }
}

impl<'a> Iterator for Tags<'a> {
    type Item = Result<Tag<'a>, Diagnostic>;

    fn next(&mut self) -> Option<Self::Item> {
        let next = self.advance();
        if next.is_err() {
            self.rest = &[];
        }
        next.transpose()
    }
}

/// What follows `?xml` and a space, if that is how the bytes begin.
fn declaration(bytes: &[u8]) -> Option<&[u8]> {
    bytes.strip_prefix(b"?xml").filter(|rest| rest.first().is_some_and(u8::is_ascii_whitespace))
}

/// What follows the first `end` at or behind `from`.
fn after<'a>(bytes: &'a [u8], from: usize, end: &[u8]) -> Option<&'a [u8]> {
    let last = *end.last()?;
    let mut at = from;
    loop {
        at += bytes.get(at..)?.iter().position(|b| *b == last)? + 1;
        if at >= from + end.len() && bytes.get(..at)?.ends_with(end) {
            return bytes.get(at..);
        }
    }
}

/// The place of the `>` that is not inside quotes.
fn end_of_tag(bytes: &[u8]) -> Option<usize> {
    let mut quote = None;
    for (at, &byte) in bytes.iter().enumerate() {
        match (quote, byte) {
            (None, b'>') => return Some(at),
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            _ => (),
        }
    }
    None
}

/// Keys and raw values of attributes; ends at the first that is not `key="value"`.
pub(in crate::sheet) fn attributes(mut rest: &[u8]) -> impl Iterator<Item = (&[u8], &[u8])> {
    std::iter::from_fn(move || {
        let equals = rest.iter().position(|b| *b == b'=')?;
        let key = rest.get(..equals)?.trim_ascii();
        let value = rest.get(equals + 1..)?.trim_ascii_start();
        let (&quote, value) = value.split_first().filter(|(quote, _)| matches!(quote, b'"' | b'\''))?;
        let end = value.iter().position(|b| *b == quote)?;
        rest = value.get(end + 1..)?;
        value.get(..end).map(|value| (key, value))
    })
}
