//! `Measures`: every figure that moved.

use super::{Told, programme};
use crate::measures::Unit;
use crate::report::words::{change_format, count, format, reading_cell, unit};
use crate::report::{Block, Cell, Column, Format, Page, Table};
use crate::say;
use crate::stats::interval::Estimate;
use crate::study::comparison::Moved;

/// The page.
pub(super) fn page(told: &Told<'_>) -> Page {
    let moved: Vec<&Moved> = told.moves.iter().filter(|moved| moved.effects.change.value != 0.0).collect();
    let still = count((told.moves.len() - moved.len()) as f64);
    let mut blocks = Vec::new();
    if !moved.is_empty() {
        blocks.push(Block::Table(table(told, "all_moves", &moved)));
    }
    blocks.push(Block::Text(say!("{still} other figures are the same in A and in B.", still)));
    Page {
        name: say!("Measures"),
        title: say!("Which figures moved"),
        subtitle: say!("Means over the whole horizon; percentages move in points"),
        one_page: false,
        blocks,
    }
}

/// Figures in A and B, their moves, and whether chance alone would do that.
pub(super) fn table(told: &Told<'_>, id: &str, moves: &[&Moved]) -> Table {
    let rows = moves.iter().map(|moved| {
        let (of, effects) = (moved.measure.unit, &moved.effects);
        let shown = if moved.of_difference { change_format(of) } else { format(of) };
        let verdict = match (effects.change.value == 0.0, moved.is_beyond_chance(), moved.is_better()) {
            (true, _, _) => say!("no move"),
            (_, false, _) => say!("within chance"),
            (_, true, true) => say!("better"),
            (_, true, false) => say!("worse"),
        };
        let mut row = figure_cells(told, moved);
        row.extend([Cell::Figure(effects.before.value, shown), Cell::Figure(effects.after.value, shown)]);
        row.extend(effect_cells(of, effects.change));
        row.push(Cell::text(verdict));
        row
    });
    let mut columns = figure_columns();
    columns.extend([
        Column::new("A", Format::Plain, 14).note(told.files[0].clone()),
        Column::new("B", Format::Plain, 14).note(told.files[1].clone()),
        Column::new(say!("Move"), Format::Plain, 14).note(say!("B less A.")),
        error_column(),
        Column::new(say!("Verdict"), Format::Plain, 14)
            .note(say!("For the measure's owner; within chance: the move is smaller than twice its standard error.")),
    ]);
    Table { id: id.to_owned(), columns, rows: rows.collect(), totals: None }
}

/// What a figure is: measure, unit, programme, reading and kind.
pub(super) fn figure_cells(told: &Told<'_>, moved: &Moved) -> Vec<Cell> {
    let what = if moved.of_difference { say!("difference with the baseline") } else { say!("value") };
    vec![
        Cell::text(&*moved.measure.label),
        Cell::text(unit(moved.measure.unit, told.currency)),
        Cell::text(programme(moved)),
        reading_cell(moved.reading),
        Cell::text(what),
    ]
}

/// The columns of [`figure_cells`].
pub(super) fn figure_columns() -> Vec<Column> {
    vec![
        Column::new(say!("Measure"), Format::Plain, 28),
        Column::new(say!("Unit"), Format::Plain, 12),
        Column::new(say!("Programme"), Format::Plain, 26),
        Column::new(say!("Reading"), Format::Plain, 12),
        Column::new(say!("Kind"), Format::Plain, 27),
    ]
}

/// An effect on a figure of a unit, and its error.
pub(super) fn effect_cells(of: Unit, effect: Estimate) -> [Cell; 2] {
    [Cell::Figure(effect.value, change_format(of)), Cell::Figure(effect.se, error_format(format(of)))]
}

/// The column of such errors.
pub(super) fn error_column() -> Column {
    Column::new(say!("Standard error"), Format::Plain, 13)
        .note(say!("Of the move: how far it could be off because the trials are finite."))
}

/// How an error is written beside figures in a format.
fn error_format(figure: Format) -> Format {
    match figure {
        Format::Count => Format::Decimal,
        Format::Percent => Format::FinePercent,
        other => other,
    }
}
