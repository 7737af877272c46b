//! The catalogue: every sentence that [`say!`](crate::say) makes, in French, one file a part of the program.
//!
//! Labels and help of parameters, columns and measures stand beside their English in [`crate::schema`] and
//! [`crate::measures`].

mod binding;
mod by_month;
mod calibration;
mod cells;
mod changes;
mod charts;
mod checks;
mod commands;
mod comparison;
mod examples;
mod explain;
mod files;
mod goals;
mod headings;
mod help;
mod inputs;
mod inputs_page;
mod interactions;
mod known_answers;
mod laws;
mod ledger;
mod levels;
mod logs;
mod markdown;
mod pages;
mod partner_margin;
mod questions;
mod quotations;
mod reconciliation;
mod savings;
mod scenarios;
mod search;
mod selftest;
mod sensitivity;
mod services;
mod sheets;
mod summary;
mod template;
mod terminal;
mod tracks;
mod uncertain;
mod verification;
mod winners;
mod words;

/// All entries: the English template and the French one, with the same places.
pub fn entries() -> impl Iterator<Item = (&'static str, &'static str)> {
    PARTS.iter().flat_map(|part| part.iter().copied())
}

const PARTS: &[&[(&str, &str)]] = &[
    binding::ENTRIES,
    by_month::ENTRIES,
    calibration::ENTRIES,
    cells::ENTRIES,
    changes::ENTRIES,
    charts::ENTRIES,
    checks::ENTRIES,
    commands::ENTRIES,
    comparison::ENTRIES,
    examples::ENTRIES,
    explain::ENTRIES,
    files::ENTRIES,
    goals::ENTRIES,
    headings::ENTRIES,
    help::ENTRIES,
    inputs::ENTRIES,
    inputs_page::ENTRIES,
    interactions::ENTRIES,
    known_answers::ENTRIES,
    laws::ENTRIES,
    ledger::ENTRIES,
    levels::ENTRIES,
    logs::ENTRIES,
    markdown::ENTRIES,
    pages::ENTRIES,
    partner_margin::ENTRIES,
    questions::ENTRIES,
    quotations::ENTRIES,
    reconciliation::ENTRIES,
    savings::ENTRIES,
    scenarios::ENTRIES,
    search::ENTRIES,
    selftest::ENTRIES,
    sensitivity::ENTRIES,
    services::ENTRIES,
    sheets::ENTRIES,
    summary::ENTRIES,
    template::ENTRIES,
    terminal::ENTRIES,
    tracks::ENTRIES,
    uncertain::ENTRIES,
    verification::ENTRIES,
    winners::ENTRIES,
    words::ENTRIES,
];
