//! What can be said in a workbook, declared once.
//!
//! A parameter or a table column is one entry of a static table. Template, Excel validation, reader, located errors,
//! reference page, Inputs sheet and change memo are all views of these entries.

use crate::programme::Programme;

pub mod behaviour;
pub mod bidding;
pub mod calendar;
pub mod compensation;
pub mod desk;
pub mod entry;
pub mod field;
pub mod kind;
pub mod levels;
pub mod number;
pub mod partners;
pub mod pay_per_use;
pub mod place;
pub mod quotations;
pub mod rebates;
pub mod savings;
pub mod segments;
pub mod services;
pub mod settings;
pub mod terms;
pub mod trade;
pub mod value;
pub mod words;

pub use entry::{Basis, Column, Group, Parameter, Table};
pub use kind::{Choice, Kind};
pub use place::Place;
pub use value::{Text, Value};

/// The source of a figure that was chosen, to be discussed.
pub const CHOSEN: Text = value::text("chosen", "choisi");

/// All groups of the `Parameters` sheet.
pub static GROUPS: &[&Group] = &[
    &quotations::ARRIVALS,
    &quotations::REGISTRATION,
    &quotations::QUOTATION,
    &bidding::BIDDING,
    &bidding::PRESALES,
    &desk::DESK,
    &quotations::LAUNCH,
    &trade::DISTRIBUTION,
    &trade::RUN_RATE,
    &levels::LEVEL_RULES,
    &rebates::REBATES,
    &terms::TERMS,
    &terms::FINANCING,
    &savings::SAVINGS,
    &savings::COVERAGE,
    &pay_per_use::PAY_PER_USE,
    &compensation::COMPENSATION,
    &services::SERVICES,
    &field::TICKETS,
    &field::FIELD,
    &field::PREVENTIVE,
    &behaviour::BEHAVIOUR,
    &behaviour::LINKS,
];

/// All tables, in the order of the template.
pub static TABLES: &[&Table] = &[
    &levels::LEVELS,
    &partners::PARTNERS,
    &partners::GROUPS,
    &segments::SEGMENTS,
    &savings::SAVINGS_LINES,
    &compensation::TRACKS,
    &compensation::INDICATORS,
    &services::SERVICE_LEVELS,
    &field::TICKET_CLASSES,
    &calendar::YEARS,
    &calendar::SEASONALITY,
];

/// The tables whose column `share` makes 100 %.
pub static SHARED_OUT: &[&Table] = &[&segments::SEGMENTS, &field::TICKET_CLASSES];

/// All parameters of the `Parameters` sheet.
pub fn parameters() -> impl Iterator<Item = &'static Parameter> {
    GROUPS.iter().flat_map(|group| group.parameters)
}

/// The parameter with a key.
pub fn parameter(key: &str) -> Option<&'static Parameter> {
    parameters().find(|p| p.key == key)
}

/// The baseline where the workbook says nothing.
pub fn defaults() -> Programme {
    let mut programme = Programme::default();
    for parameter in settings::SETTINGS.parameters.iter().chain(parameters()) {
        (parameter.set)(&mut programme, parameter.default.clone());
    }
    for table in TABLES {
        for (row, values) in table.defaults.iter().enumerate() {
            (table.push)(&mut programme);
            for (column, value) in table.columns.iter().zip(*values) {
                (column.set)(&mut programme, row, value.clone());
            }
        }
    }
    programme
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn all_parameters() -> impl Iterator<Item = &'static Parameter> {
        settings::SETTINGS.parameters.iter().chain(parameters())
    }

    #[test]
    fn keys_are_unique_and_legal_as_excel_names() {
        let mut seen = BTreeSet::new();
        for parameter in all_parameters() {
            let key = parameter.key;
            assert!(seen.insert(key), "{key} is declared twice");
            assert!(key.contains(['.', '_']), "{key} could be read as a cell address");
            assert!(key.chars().all(|c| c.is_ascii_lowercase() || "._".contains(c)), "{key}");
        }
        for table in TABLES {
            let keys: BTreeSet<_> = table.columns.iter().map(|c| c.key).collect();
            assert_eq!(keys.len(), table.columns.len(), "{}", table.sheet.en);
        }
    }

    #[test]
    fn every_default_passes_its_own_check() {
        for parameter in all_parameters() {
            assert_eq!(parameter.kind.admits(&parameter.default), Ok(()), "{}", parameter.key);
        }
        for table in TABLES {
            for row in table.defaults {
                assert_eq!(row.len(), table.columns.len(), "{}", table.sheet.en);
                for (column, value) in table.columns.iter().zip(*row) {
                    assert_eq!(column.kind.admits(value), Ok(()), "{}.{}", table.sheet.en, column.key);
                }
            }
        }
    }

    #[test]
    fn setting_what_was_got_changes_nothing() {
        let baseline = defaults();
        for parameter in all_parameters() {
            let mut copy = baseline.clone();
            (parameter.set)(&mut copy, (parameter.get)(&baseline));
            assert_eq!(copy, baseline, "{}", parameter.key);
            assert_eq!((parameter.get)(&baseline), parameter.default, "{}", parameter.key);
        }
        for table in TABLES {
            for (row, values) in table.defaults.iter().enumerate() {
                for (column, value) in table.columns.iter().zip(*values) {
                    assert_eq!((column.get)(&baseline, row), *value, "{}.{}", table.sheet.en, column.key);
                }
            }
        }
    }

    #[test]
    fn a_new_row_keeps_what_is_put_into_it() {
        for table in TABLES {
            let mut programme = defaults();
            (table.clear)(&mut programme);
            (table.push)(&mut programme);
            assert_eq!((table.len)(&programme), 1, "{}", table.sheet.en);
            for column in table.columns {
                let choices = match column.kind {
                    Kind::Choice(choices) => choices.iter().map(|choice| Value::Choice(choice.key)).collect(),
                    _ => Vec::new(),
                };
                for value in column.default.iter().chain(&choices) {
                    assert_eq!(column.kind.admits(value), Ok(()), "{}.{}", table.sheet.en, column.key);
                    (column.set)(&mut programme, 0, value.clone());
                    assert_eq!((column.get)(&programme, 0), *value, "{}.{}", table.sheet.en, column.key);
                }
            }
        }
    }
}
