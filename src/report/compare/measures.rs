//! `Measures`: every figure that moved.

use super::{Told, programme};
use crate::report::words::{change_format, count, format, reading_cell, unit};
use crate::report::{Block, Cell, Column, Format, Page, Table};
use crate::say;
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
        let what = if moved.of_difference { say!("difference with the baseline") } else { say!("value") };
        let verdict = match (effects.change.value == 0.0, moved.is_beyond_chance(), moved.is_better()) {
            (true, _, _) => say!("no move"),
            (_, false, _) => say!("within chance"),
            (_, true, true) => say!("better"),
            (_, true, false) => say!("worse"),
        };
        vec![
            Cell::text(&*moved.measure.label),
            Cell::text(unit(of, told.currency)),
            Cell::text(programme(moved)),
            reading_cell(moved.reading),
            Cell::text(what),
            Cell::Figure(effects.before.value, shown),
            Cell::Figure(effects.after.value, shown),
            Cell::Figure(effects.change.value, change_format(of)),
            Cell::Figure(effects.change.se, error_format(format(of))),
            Cell::text(verdict),
        ]
    });
    Table {
        id: id.to_owned(),
        columns: vec![
            Column::new(say!("Measure"), Format::Plain, 28),
            Column::new(say!("Unit"), Format::Plain, 12),
            Column::new(say!("Programme"), Format::Plain, 26),
            Column::new(say!("Reading"), Format::Plain, 12),
            Column::new(say!("Kind"), Format::Plain, 27),
            Column::new("A", Format::Plain, 14).note(told.files[0].clone()),
            Column::new("B", Format::Plain, 14).note(told.files[1].clone()),
            Column::new(say!("Move"), Format::Plain, 14).note(say!("B less A.")),
            Column::new(say!("Standard error"), Format::Plain, 13)
                .note(say!("Of the move: how far it could be off because the trials are finite.")),
            Column::new(say!("Verdict"), Format::Plain, 14).note(say!(
                "For the measure's owner; within chance: the move is smaller than twice its standard error."
            )),
        ],
        rows: rows.collect(),
        totals: None,
    }
}

/// How an error is written beside figures in a format.
pub(super) fn error_format(figure: Format) -> Format {
    match figure {
        Format::Count => Format::Decimal,
        Format::Percent => Format::FinePercent,
        other => other,
    }
}
