//! What is seen behind the numbers of a table: bars, and the shades of a heat map.

use rust_xlsxwriter::{
    ConditionalFormat2ColorScale, ConditionalFormatDataBar, ConditionalFormatDataBarAxisPosition,
    ConditionalFormatType, Worksheet,
};

use super::cell_column;
use crate::report::{Bars, Column, Table};
use crate::sheet::write::{WriteError, style};

/// Puts bars behind the numbers of the columns that have them.
pub(super) fn bars(sheet: &mut Worksheet, table: &Table, first: u32) -> Result<(), WriteError> {
    let bar = || {
        ConditionalFormatDataBar::new()
            .set_fill_color(style::BAR)
            .set_negative_fill_color(style::BAR_BELOW)
            .set_solid_fill(true)
            .set_border_off(true)
    };
    for (at, column) in table.columns.iter().enumerate() {
        let at = cell_column(at);
        let last = first + table.rows.len().max(1) as u32 - 1;
        match column.bars {
            Bars::None => (),
            Bars::Shares => {
                let whole =
                    bar().set_minimum(ConditionalFormatType::Number, 0).set_maximum(ConditionalFormatType::Number, 1);
                sheet.add_conditional_format(first, at, last, at, &whole)?;
            }
            Bars::Changes | Bars::ChangesOfAll => {
                let mut top = first;
                let all = column.bars == Bars::ChangesOfAll;
                for alike in table.rows.chunk_by(|one, next| all || one.first() == next.first()) {
                    let end = top + alike.len() as u32;
                    // Where the numbers stand there shall be no axis through them.
                    let bar = bar().set_axis_position(ConditionalFormatDataBarAxisPosition::Midpoint);
                    sheet.add_conditional_format(top, at, end - 1, at, &bar)?;
                    top = end;
                }
            }
        }
    }
    Ok(())
}

/// Shades the cells of the columns that are a heat map, each row by itself: the shades of a row say where it goes.
pub(super) fn shade(sheet: &mut Worksheet, table: &Table, first: u32) -> Result<(), WriteError> {
    let hot = |column: &Column| column.heat;
    let ends = (table.columns.iter().position(hot), table.columns.iter().rposition(hot));
    let (Some(left), Some(right)) = ends else { return Ok(()) };
    for row in (first..).take(table.rows.len()) {
        let scale = ConditionalFormat2ColorScale::new()
            .set_minimum(ConditionalFormatType::Number, 0)
            .set_minimum_color(style::COLD)
            .set_maximum_color(style::HOT);
        sheet.add_conditional_format(row, cell_column(left), row, cell_column(right), &scale)?;
    }
    Ok(())
}
