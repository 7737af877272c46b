//! The columns that say how well founded a value is and where it comes from.

use super::book::{Check, Rule};
use crate::inputs::basis::{BASES, PROVENANCE};
use crate::language::Language;
use crate::schema::{Basis, Kind};

/// The words of the Basis column.
pub(super) fn basis_words(language: Language) -> Vec<(Basis, String)> {
    [Basis::Fact, Basis::Derived, Basis::Assumption].map(|basis| (basis, basis_word(basis, language).to_owned())).into()
}

/// The word of the Basis column.
pub(super) fn basis_word(basis: Basis, language: Language) -> &'static str {
    let choice = BASES.iter().find(|choice| choice.key == basis.word());
    choice.map_or(basis.word(), |choice| choice.label.lang(language))
}

/// The headings of the columns that say where a value comes from.
pub(super) fn provenance(language: Language) -> [&'static str; 2] {
    PROVENANCE.map(|heading| heading.label.lang(language))
}

/// The drop-down of a column Basis.
pub(super) fn basis_check(rows: (u32, u32), column: u16, language: Language) -> Check {
    Check {
        rows,
        column,
        title: provenance(language)[0].to_owned(),
        refusal: Some(Kind::Choice(BASES).must()),
        rule: Rule::List(BASES.iter().map(|choice| choice.label.lang(language).to_owned()).collect()),
    }
}
