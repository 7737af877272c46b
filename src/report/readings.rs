//! A page's headline figures in both readings.

use crate::measures::{Measure, measure};
use crate::report::words::{change_format, format, unit};
use crate::report::{Block, Cell, Column, Format, Story, Table};
use crate::say;

/// A heading and a table with the means of some measures of some programmes in the static and in the behavioural
/// reading; nothing where only one was played. `id` is the table's.
pub fn blocks(story: &Story<'_>, id: &str, programmes: &[usize], measures: &[&str]) -> Vec<Block> {
    let Some(behavioural) = &story.summary.behavioural else { return Vec::new() };
    let currency = &story.inputs.programme.settings.currency;
    let row = |at: usize, measure: &Measure| {
        let (before, after) = (&story.summary.programmes[at], behavioural.get(at)?);
        let means = [before, after].map(|programme| programme.measure(measure.id).mean);
        Some(vec![
            Cell::text(before.shown()),
            Cell::text(measure.label),
            Cell::text(unit(measure.unit, currency)),
            Cell::Figure(means[0], format(measure.unit)),
            Cell::Figure(means[1], format(measure.unit)),
            Cell::Figure(means[1] - means[0], change_format(measure.unit)),
        ])
    };
    let rows = programmes.iter().flat_map(|at| {
        let listed = measures.iter().filter_map(|id| measure(id));
        listed.filter_map(move |(_, measure)| row(*at, measure))
    });
    vec![
        Block::Heading(say!("Both readings: without and with people's answer to the rules")),
        Block::Table(Table {
            id: id.to_owned(),
            rows: rows.collect(),
            columns: vec![
                Column::new(say!("Programme"), Format::Plain, 28),
                Column::new(say!("Measure"), Format::Plain, 28),
                Column::new(say!("Unit"), Format::Plain, 12),
                Column::new(say!("Static reading"), Format::Money, 15)
                    .note(say!("Mean over the trials; people do as entered.")),
                Column::new(say!("Behavioural reading"), Format::Money, 15)
                    .note(say!("Mean over the same trials; people answer to the rules as the keys behaviour.* say.")),
                Column::new(say!("Difference"), Format::MoneyChange, 15),
            ],
            totals: None,
        }),
    ]
}
