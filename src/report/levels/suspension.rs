//! Whom a suspension saves and who rides free on it, by the level they hold and by name.

use super::View;
use crate::measures::Amounts;
use crate::outcome::partner::PartnerField;
use crate::outcome::{Dimension, Field};
use crate::report::words::reading_cell;
use crate::report::{Block, Cell, Column, Format, Story, Table};
use crate::say;
use crate::summary::UNASSIGNED;

/// The heading and the table; nothing where no programme suspends a threshold that somebody misses.
pub fn blocks(story: &Story<'_>, views: &[View<'_>]) -> Vec<Block> {
    let rows: Vec<Vec<Cell>> = views.iter().flat_map(|view| rows(story, view)).collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let columns = vec![
        Column::new(say!("Programme"), Format::Plain, 28),
        Column::new(say!("Reading"), Format::Plain, 13),
        Column::new(say!("Level"), Format::Plain, 13).note(say!("The level that is kept.")),
        Column::new(say!("Saved"), Format::Decimal, 11),
        Column::new(say!("Ride free"), Format::Decimal, 11),
        Column::new(say!("Back-end of free riders"), Format::Money, 13),
    ];
    vec![
        Block::Heading(say!("Who is saved and who rides free by the level that is kept, mean partners over all years")),
        Block::Table(Table { id: "suspension_by_level".to_owned(), columns, rows, totals: None }),
        Block::Heading(say!("Those who are saved or ride free most often, by name")),
        Block::Table(by_name(story, views)),
    ]
}

/// How many partners of a programme are named.
const NAMED: usize = 15;

/// The partners that a suspension touches in most futures.
fn by_name(story: &Story<'_>, views: &[View<'_>]) -> Table {
    let columns = vec![
        Column::new(say!("Programme"), Format::Plain, 28),
        Column::new(say!("Reading"), Format::Plain, 13),
        Column::new(say!("Partner"), Format::Plain, 22),
        Column::new(say!("Level"), Format::Plain, 13).note(say!("The level held at the start.")),
        Column::new(say!("Run-rate purchases a year"), Format::Money, 13),
        Column::new(say!("Saved"), Format::Percent, 11)
            .note(say!("Year ends at which it is saved, on average over the futures: 100 % is once in each.")),
        Column::new(say!("Rides free"), Format::Percent, 11)
            .note(say!("Suspended years in which it misses the threshold of its level, on average over the futures.")),
    ];
    let rows = views.iter().flat_map(|view| {
        let often = |at: &usize| {
            let means = &view.figures.partners[*at];
            means[PartnerField::Saved] + means[PartnerField::RidesFree]
        };
        let mut touched: Vec<usize> = (0..story.members.len()).filter(|at| often(at) > 0.0).collect();
        touched.sort_by(|one, other| often(other).total_cmp(&often(one)));
        touched.into_iter().take(NAMED).map(|at| {
            let (member, means) = (&story.members[at], &view.figures.partners[at]);
            vec![
                Cell::text(view.figures.shown()),
                reading_cell(view.figures.reading),
                Cell::text(&member.name),
                Cell::text(story.inputs.programme.levels.get(member.level).map_or("", |level| &level.name)),
                Cell::Number(member.purchases.to_units()),
                Cell::Number(means[PartnerField::Saved]),
                Cell::Number(means[PartnerField::RidesFree]),
            ]
        })
    });
    Table { id: "suspension_by_name".to_owned(), columns, rows: rows.collect(), totals: None }
}

/// The levels at which somebody is saved or rides free.
fn rows(story: &Story<'_>, view: &View<'_>) -> Vec<Vec<Cell>> {
    let levels = story.summary.rows_of(Dimension::Level).filter(|(_, row)| row.name != UNASSIGNED);
    let touched = |amounts: &Amounts| amounts[Field::Saved] > 0.0 || amounts[Field::FreeRiders] > 0.0;
    levels
        .map(|(place, row)| (row, &view.figures.by_row[place]))
        .filter(|(_, amounts)| touched(amounts))
        .map(|(row, amounts)| {
            vec![
                Cell::text(view.figures.shown()),
                reading_cell(view.figures.reading),
                Cell::text(row.shown()),
                Cell::Number(amounts[Field::Saved]),
                Cell::Number(amounts[Field::FreeRiders]),
                Cell::Number(amounts[Field::FreeRiderRebates] / 100.0),
            ]
        })
        .collect()
}
