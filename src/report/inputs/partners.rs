//! The list of partners by name: a row each, as the workbook has it.

use super::{basis, basis_column, cell_column, figure, id, source_column};
use crate::inputs::{Inputs, Target};
use crate::report::{Cell, Column, Format, Table};
use crate::say;
use crate::schema::Kind;
use crate::schema::partners::PARTNERS;

/// The attributes before and after where a row comes from, which stands in the same columns as in the other tables.
const BEFORE: usize = 4;

/// The table.
pub(super) fn list(inputs: &Inputs) -> Table {
    let programme = &inputs.programme;
    let rows = (0..programme.partners.len()).map(|at| {
        let origin = inputs.origins.get(&Target::Cell(PARTNERS.sheet.en, at, PARTNERS.columns[0].key));
        let cell = origin.and_then(|origin| origin.cell.as_ref());
        let mut row: Vec<Cell> =
            PARTNERS.columns.iter().map(|column| figure(&column.kind, &(column.get)(programme, at))).collect();
        let from = [
            Cell::text(cell.map_or_else(String::new, ToString::to_string)),
            Cell::text(basis(origin.and_then(|origin| origin.basis))),
            Cell::text(origin.map_or("", |origin| origin.source.as_str())),
        ];
        row.splice(BEFORE..BEFORE, from);
        row
    });
    let rows: Vec<Vec<Cell>> = rows.collect();
    let given = |key| {
        let given =
            |at| inputs.origins.get(&Target::Cell(PARTNERS.sheet.en, at, key)).is_some_and(|of| of.cell.is_some());
        (0..programme.partners.len()).any(given)
    };
    let widths = [34, 38, 14, 18, 26];
    let attributes = PARTNERS.columns.iter().enumerate().map(|(place, column)| {
        let help = column.help.said();
        let note =
            if given(column.key) { help.to_owned() } else { say!("{help} The default, for all partners.", help) };
        let label = column.label.said();
        let heading = match column.kind {
            Kind::Money { .. } | Kind::Rate { .. } => format!("{label}, {unit}", unit = column.unit.said()),
            _ => label.to_owned(),
        };
        Column::new(heading, Format::Plain, widths.get(place).copied().unwrap_or(14)).note(note)
    });
    let mut columns: Vec<Column> = attributes.collect();
    columns.splice(BEFORE..BEFORE, [cell_column(), basis_column(), source_column()]);
    Table { id: id(PARTNERS.sheet.en), columns, rows, totals: None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::CellRef;
    use crate::inputs::Origin;
    use crate::schema::{Basis, Value};

    #[test]
    fn a_partner_is_a_row_with_the_cell_it_came_from() {
        let mut inputs = Inputs::new(crate::schema::defaults());
        (PARTNERS.push)(&mut inputs.programme);
        let cell = CellRef { sheet: "Partners".into(), row: 4, column: 0 };
        let values = [("id", Value::named("Aldi")), ("level", Value::named("Gold"))];
        for (key, value) in values {
            let column = PARTNERS.columns.iter().find(|column| column.key == key).expect("a column");
            (column.set)(&mut inputs.programme, 0, value);
            let origin = Origin { cell: Some(cell.clone()), basis: Some(Basis::Fact), source: "the order book".into() };
            inputs.origins.insert(Target::Cell("Partners", 0, column.key), origin);
        }
        let table = list(&inputs);
        assert_eq!(table.columns.len(), PARTNERS.columns.len() + 3);
        let of = |heading: &str| {
            let place = table.columns.iter().position(|column| column.heading == heading).expect("a column");
            (table.rows[0][place].clone(), table.columns[place].note.clone().unwrap_or_default())
        };
        assert_eq!(of("Partner").0, Cell::text("Aldi"));
        assert_eq!(of("Cell").0, Cell::text("Partners!A5"));
        assert_eq!(of("Basis").0, Cell::text("fact"));
        assert_eq!(of("Source").0, Cell::text("the order book"));
        assert_eq!(of("Annual purchases, currency/year").0, Cell::Figure(0.0, Format::Cents));
        assert_eq!(of("Level").1, "Initial level.");
        assert!(of("Shares data").1.ends_with("The default, for all partners."));
    }
}
