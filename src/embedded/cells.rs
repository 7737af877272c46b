//! The cells of an input that its result carries: those that say something to the program, and no others.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::diagnostic::CellRef;
use crate::inputs::{GUIDE, Inputs, is_called, sheet_names};
use crate::sheet::{Grid, Sheet};

/// What of a workbook says something to the program: all cells of its own sheets, of others those under a name and
/// those that are observations; and the names that refer to a sheet of which anything was read.
pub fn what_was_read(grid: Grid, inputs: &Inputs) -> Grid {
    let laws = inputs.uncertain.iter().map(|input| &input.law);
    let edits = inputs.scenarios.iter().flat_map(|scenario| &scenario.edits);
    let laws = laws.chain(edits.filter_map(|edit| edit.law.as_ref()));
    let observed = laws.flat_map(|law| law.observations.iter().map(|(cell, _)| cell));
    let read: BTreeSet<&CellRef> = inputs.bound.iter().map(|bound| &bound.cell).chain(observed).collect();
    let is_ours = |sheet: &Sheet| sheet_names().any(|name| name != GUIDE && is_called(&sheet.name, name));
    let was_read = |sheet: &&Sheet| !inputs.unread.contains(&sheet.name);
    let sources: Vec<String> =
        grid.sheets.iter().filter(was_read).map(|sheet| sheet.name.replace('\'', "''")).collect();
    let names = grid.names.into_iter().filter(|name| {
        !name.local && sources.iter().any(|source| name.refers_to.to_lowercase().contains(&source.to_lowercase()))
    });
    let kept = grid.sheets.into_iter().map(|mut sheet| {
        if !is_ours(&sheet) {
            let (name, rows) = (Arc::clone(&sheet.name), std::mem::take(&mut sheet.rows));
            let at = |row, column| CellRef { sheet: Arc::clone(&name), row, column };
            let needed = rows.into_iter().map(|mut row| {
                row.cells.retain(|(column, _)| read.contains(&at(row.number, *column)));
                row
            });
            sheet.rows = needed.filter(|row| !row.cells.is_empty()).collect();
        }
        sheet
    });
    Grid { sheets: kept.collect(), names: names.collect() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::inputs::Bound;
    use crate::sheet::{Cell, DefinedName, Row};

    #[test]
    fn of_other_sheets_only_what_was_read_is_kept() {
        let name: Arc<str> = "Costs".into();
        let mut inputs = Inputs::new(crate::schema::defaults());
        inputs.unread.push("Salaries".into());
        let cell = CellRef { sheet: Arc::clone(&name), row: 4, column: 1 };
        let target = crate::inputs::Target::Parameter("quotation.support");
        inputs.bound.push(Bound { name: "quotation_support".into(), target, cell, also_by_sheet: false });
        let row = |number, cells: &[(u16, Cell)]| Row { number, cells: cells.to_vec() };
        let rows = vec![
            row(0, &[(0, Cell::Text("Key".into())), (1, Cell::Text("Value".into()))]),
            row(4, &[(0, Cell::Text("quotation.support".into())), (1, Cell::Number(0.1 + 0.2))]),
        ];
        let sheets = ["Parameters".into(), name, "Salaries".into(), "Guide".into()];
        let sheets = sheets.map(|name| Sheet { name, rows: rows.clone() }).into();
        let defined = |name: &str, sheet: &str| DefinedName {
            name: name.into(),
            refers_to: format!("{sheet}!$B$5"),
            local: false,
        };
        let names = ["Parameters", "Costs"].map(|sheet| defined("quotation_support", sheet));
        let names = names.into_iter().chain([defined("boss", "Salaries")]).collect();
        let kept = what_was_read(Grid { sheets, names }, &inputs);
        assert_eq!(kept.sheets.iter().map(|sheet| sheet.rows.len()).collect::<Vec<_>>(), [2, 1, 0, 0]);
        assert_eq!(kept.sheets[1].rows[0].cells, [(1, Cell::Number(0.1 + 0.2))]);
        assert_eq!(kept.names.len(), 2, "{:?}", kept.names);
    }
}
