//! The list of partners by name: a row each, as the workbook has it.

use super::{basis, basis_column, cell_column, figure, id, source_column};
use crate::inputs::{Inputs, Target};
use crate::report::{Block, Cell, Column, Format, Table};
use crate::say;
use crate::schema::partners::PARTNERS;
use crate::schema::{self, Kind};

/// So many attributes stand before where a row comes from, which has the columns that it has in the other tables.
const BEFORE: usize = 4;
/// The widths of the columns that the other tables have too, in characters, and of more.
const WIDTHS: [u16; 5] = [34, 38, 14, 18, 26];
const MORE: u16 = 14;

/// The table of what the workbook says, and above it what it leaves to the defaults for all of them.
pub(super) fn blocks(inputs: &Inputs) -> Vec<Block> {
    let (given, default): (Vec<&schema::Column>, Vec<_>) =
        PARTNERS.columns.iter().partition(|column| is_given(inputs, column));
    let said: Vec<String> = default
        .iter()
        .map(|column| {
            let value = (column.get)(&inputs.programme, 0);
            say!("{label} {value}", label = column.label.said(), value = column.kind.shown(&value))
        })
        .collect();
    let said = (!said.is_empty())
        .then(|| Block::Text(say!("For all partners the default: {values}.", values = said.join("; "))));
    said.into_iter().chain([Block::Table(table(inputs, &given))]).collect()
}

/// Whether some partner has a value of its own.
fn is_given(inputs: &Inputs, column: &schema::Column) -> bool {
    (0..inputs.programme.partners.len()).any(|at| {
        let origin = inputs.origins.get(&Target::Cell(PARTNERS.sheet.en, at, column.key));
        origin.is_some_and(|origin| origin.cell.is_some())
    })
}

fn table(inputs: &Inputs, given: &[&schema::Column]) -> Table {
    let programme = &inputs.programme;
    let before = BEFORE.min(given.len());
    let rows = (0..programme.partners.len()).map(|at| {
        let origin = inputs.origins.get(&Target::Cell(PARTNERS.sheet.en, at, PARTNERS.columns[0].key));
        let cell = origin.and_then(|origin| origin.cell.as_ref());
        let mut row: Vec<Cell> =
            given.iter().map(|column| figure(&column.kind, &(column.get)(programme, at))).collect();
        let from = [
            Cell::text(cell.map_or_else(String::new, ToString::to_string)),
            Cell::text(basis(origin.and_then(|origin| origin.basis))),
            Cell::text(origin.map_or("", |origin| origin.source.as_str())),
        ];
        row.splice(before..before, from);
        row
    });
    let attributes = given.iter().enumerate().map(|(place, column)| {
        let label = column.label.said();
        let heading = match column.kind {
            Kind::Money { .. } | Kind::Rate { .. } => format!("{label}, {unit}", unit = column.unit.said()),
            _ => label.to_owned(),
        };
        Column::new(heading, Format::Plain, WIDTHS.get(place).copied().unwrap_or(MORE)).note(column.help.said())
    });
    let mut columns: Vec<Column> = attributes.collect();
    columns.splice(before..before, [cell_column(), basis_column(), source_column()]);
    Table { id: id(PARTNERS.sheet.en), columns, rows: rows.collect(), totals: None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::CellRef;
    use crate::inputs::Origin;
    use crate::schema::{Basis, Value};
    use crate::units::Money;

    #[test]
    fn a_partner_is_a_row_with_the_cell_it_came_from() {
        let mut inputs = Inputs::new(crate::schema::defaults());
        (PARTNERS.push)(&mut inputs.programme);
        let cell = CellRef { sheet: "Partners".into(), row: 4, column: 0 };
        for column in PARTNERS.columns {
            column.default.iter().for_each(|value| (column.set)(&mut inputs.programme, 0, value.clone()));
        }
        let purchases = Value::Money(Money::from_units(700_000));
        let values = [("id", Value::named("Aldi")), ("level", Value::named("Gold")), ("purchases", purchases)];
        for (key, value) in values {
            let column = PARTNERS.columns.iter().find(|column| column.key == key).expect("a column");
            (column.set)(&mut inputs.programme, 0, value);
            let origin = Origin { cell: Some(cell.clone()), basis: Some(Basis::Fact), source: "the order book".into() };
            inputs.origins.insert(Target::Cell("Partners", 0, column.key), origin);
        }
        let [Block::Text(default), Block::Table(table)] = &blocks(&inputs)[..] else { panic!("a text and a table") };
        assert_eq!(
            default,
            "For all partners the default: Name -; Annual service sales 0; Certifications 0; Cost of capital 5 %; Delivers \
             services no; Shares data yes; Compensation track -."
        );
        let said: Vec<(&str, &Cell)> =
            table.columns.iter().zip(&table.rows[0]).map(|(column, cell)| (column.heading.as_str(), cell)).collect();
        let cell = Cell::text;
        assert_eq!(
            said,
            [
                ("Partner", &cell("Aldi")),
                ("Level", &cell("Gold")),
                ("Annual purchases, currency/year", &Cell::Figure(700_000.0, Format::Cents)),
                ("Cell", &cell("Partners!A5")),
                ("Basis", &cell("fact")),
                ("Source", &cell("the order book")),
            ]
        );
    }
}
