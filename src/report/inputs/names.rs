//! Names of the values of the sheet, so that formulas of other sheets read well.

use std::collections::BTreeSet;

use super::{VALUE, id};
use crate::inputs::{Inputs, Target};
use crate::report::CellName;
use crate::schema;

/// A name for every value that formulas of other sheets may refer to, and what it is the value of; partners, who are many
/// and no rule, have none.
pub fn names(inputs: &Inputs) -> Vec<(Target, CellName)> {
    let mut known = BTreeSet::new();
    let mut named = Vec::new();
    let mut name = |target: Target, words: &str, table: String, row: usize| {
        let name = cell_name(words, &mut known);
        named.push((target, CellName { name, table, column: VALUE, row: Some(row) }));
    };
    let parameters = schema::settings::SETTINGS.parameters.iter().chain(schema::parameters());
    for (row, parameter) in parameters.enumerate() {
        name(Target::Parameter(parameter.key), parameter.key, "inputs".to_owned(), row);
    }
    for table in schema::TABLES.iter().filter(|table| table.editable) {
        let mut row = 0;
        for at in 0..(table.len)(&inputs.programme) {
            let of = (table.columns[0].get)(&inputs.programme, at).shown();
            for column in &table.columns[1..] {
                let words = format!("{} {of} {}", table.sheet.en, column.key);
                name(Target::Cell(table.sheet.en, at, column.key), &words, id(table.sheet.en), row);
                row += 1;
            }
        }
    }
    named
}

/// The name of a value: its words with whatever no name may hold turned into underscores, and a number where the name is
/// taken. Names do not tell capitals apart.
fn cell_name(words: &str, known: &mut BTreeSet<String>) -> String {
    let parts: Vec<&str> =
        words.split(|letter: char| !letter.is_alphanumeric()).filter(|part| !part.is_empty()).collect();
    let name = parts.join("_");
    let free = |name: &String| !known.contains(&name.to_lowercase());
    let numbered = (2..).map(|number| format!("{name}_{number}"));
    let name = std::iter::once(name.clone()).chain(numbered).find(free).unwrap_or_default();
    known.insert(name.to_lowercase());
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_have_names_that_formulas_can_use() {
        let mut known = BTreeSet::new();
        let mut name = |words| cell_name(words, &mut known);
        assert_eq!(name("quotation.support"), "quotation_support");
        assert_eq!(name("Levels Gold + base_discount"), "Levels_Gold_base_discount");
        assert_eq!(name("Levels gold base_discount"), "Levels_gold_base_discount_2");
        assert_eq!(name("Segments Réseau d'accès loyalty"), "Segments_Réseau_d_accès_loyalty");
    }
}
