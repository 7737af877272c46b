//! The catalogue: every sentence that [`say!`](crate::say) makes, in French, one file a part of the program.
//!
//! Labels and help of parameters, columns and measures stand beside their English in [`crate::schema`] and
//! [`crate::measures`].

mod binding;
mod calibration;
mod cells;
mod changes;
mod checks;
mod commands;
mod files;
mod goals;
mod headings;
mod inputs;
mod known_answers;
mod laws;
mod logs;
mod markdown;
mod pages;
mod questions;
mod reconciliation;
mod scenarios;
mod search;
mod selftest;
mod sensitivity;
mod services;
mod sheets;
mod terminal;
mod tracks;
mod uncertain;
mod words;

/// All entries: the English template and the French one, with the same places.
pub fn entries() -> impl Iterator<Item = (&'static str, &'static str)> {
    PARTS.iter().flat_map(|part| part.iter().copied())
}

const PARTS: &[&[(&str, &str)]] = &[
    binding::ENTRIES,
    calibration::ENTRIES,
    cells::ENTRIES,
    changes::ENTRIES,
    checks::ENTRIES,
    commands::ENTRIES,
    files::ENTRIES,
    goals::ENTRIES,
    headings::ENTRIES,
    inputs::ENTRIES,
    known_answers::ENTRIES,
    laws::ENTRIES,
    logs::ENTRIES,
    markdown::ENTRIES,
    pages::ENTRIES,
    questions::ENTRIES,
    reconciliation::ENTRIES,
    scenarios::ENTRIES,
    search::ENTRIES,
    selftest::ENTRIES,
    sensitivity::ENTRIES,
    services::ENTRIES,
    sheets::ENTRIES,
    terminal::ENTRIES,
    tracks::ENTRIES,
    uncertain::ENTRIES,
    words::ENTRIES,
];
