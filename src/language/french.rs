//! The catalogue: every sentence that [`say!`](crate::say) makes, in French, one file a part of the program.
//!
//! Labels and help of parameters, columns and measures stand beside their English in [`crate::schema`] and
//! [`crate::measures`].

mod changes;
mod sheets;
mod words;

/// All entries: the English template and the French one, with the same places.
pub fn entries() -> impl Iterator<Item = (&'static str, &'static str)> {
    PARTS.iter().flat_map(|part| part.iter().copied())
}

const PARTS: &[&[(&str, &str)]] = &[changes::ENTRIES, sheets::ENTRIES, words::ENTRIES];
