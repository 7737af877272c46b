//! The sheets of a workbook, found by their names.

use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::say;
use crate::schema::value::text;
use crate::schema::words::{alike, nearest};
use crate::schema::{self, Text};
use crate::sheet::{Grid, Sheet};

/// The names of the sheets that are not tables.
pub const PARAMETERS: Text = text("Parameters", "Paramètres");
/// See [`PARAMETERS`].
pub const SETTINGS: Text = text("Settings", "Réglages");
/// See [`PARAMETERS`].
pub const SCENARIOS: Text = text("Scenarios", "Scénarios");
/// See [`PARAMETERS`].
pub const UNCERTAIN_CELLS: Text = text("Uncertain cells", "Cellules incertaines");
/// See [`PARAMETERS`].
pub const CORRELATIONS: Text = text("Correlations", "Corrélations");
/// See [`PARAMETERS`].
pub const LEVERS: Text = text("Levers", "Leviers");
/// See [`PARAMETERS`].
pub const GUARDRAILS: Text = text("Guardrails", "Garde-fous");
/// See [`PARAMETERS`].
pub const GUIDE: Text = text("Guide", "Guide");

/// The sheets of a workbook by what they are.
pub(super) struct Sheets<'a> {
    known: Vec<(Text, &'a Sheet)>,
}

impl<'a> Sheets<'a> {
    /// Finds them; what is none of the program's is added to `unread`.
    pub(super) fn find(grid: &'a Grid, unread: &mut Vec<Arc<str>>, found: &mut Diagnostics) -> Sheets<'a> {
        let names: Vec<Text> = sheet_names().collect();
        let mut known: Vec<(Text, &Sheet)> = Vec::new();
        for sheet in &grid.sheets {
            let is = |name: &&Text| is_called(&sheet.name, **name);
            let first = sheet.cell(0, 0);
            if let Some(name) = names.iter().find(is) {
                match known.iter().find(|(other, _)| other == name) {
                    Some((_, other)) => found.push(
                        Diagnostic::error(
                            "duplicate-sheet",
                            say!(
                                "the sheets \"{first}\" and \"{second}\" are the same table",
                                first = other.name,
                                second = sheet.name
                            ),
                        )
                        .at(&first)
                        .hint(say!("keep one of them, or rename the other to something else")),
                    ),
                    None => known.push((*name, sheet)),
                }
                continue;
            }
            if let Some(near) = nearest(&sheet.name, names.iter().flat_map(|name| [name.en, name.fr])) {
                found.push(
                    Diagnostic::error("unknown-sheet", say!("there is no sheet \"{sheet}\"", sheet = sheet.name))
                        .at(&first)
                        .hint(say!("did you mean {near}? rename the sheet, or give it a quite different name", near)),
                );
            }
            unread.push(Arc::clone(&sheet.name));
        }
        Sheets { known }
    }

    /// The sheet of a name, if there is one.
    pub(super) fn get(&self, name: Text) -> Option<&'a Sheet> {
        self.known.iter().find(|(known, _)| *known == name).map(|(_, sheet)| *sheet)
    }
}

/// The names of the program's own sheets.
pub(crate) fn sheet_names() -> impl Iterator<Item = Text> {
    [GUIDE, PARAMETERS, SETTINGS, SCENARIOS, UNCERTAIN_CELLS, CORRELATIONS, LEVERS, GUARDRAILS]
        .into_iter()
        .chain(schema::TABLES.iter().map(|table| table.sheet))
}

/// Whether a word typed by a person is a name, in either language.
pub(crate) fn is_called(word: &str, name: Text) -> bool {
    alike(word, name.en) || alike(word, name.fr)
}
