//! `What explains it`: how much of each headline move every changed input explains.

use super::answer::sentence;
use super::measures::{effect_cells, error_column, figure_cells, figure_columns};
use super::{Told, change, name};
use crate::measures::Unit;
use crate::report::waterfall::{self, waterfall};
use crate::report::words::list;
use crate::report::{Block, Cell, Chart, Column, Format, Page, Table};
use crate::say;
use crate::stats::interval::Estimate;
use crate::study::comparison::Explained;

/// Changes that stand in a chart; the others are one bar.
const SHOWN: usize = 10;
/// Measures whose moves are told on the terminal, the largest of each in a chart.
pub(super) const DRAWN: [&str; 2] = ["partner_front_margin", "vendor_contribution"];

/// The page.
pub(super) fn page(told: &Told<'_>) -> Page {
    let moved = || told.explained.iter().filter(|it| it.moved.effects.change.value != 0.0);
    let mut blocks = Vec::new();
    let joined: Vec<&str> = told
        .changes
        .iter()
        .enumerate()
        .filter(|(at, change)| change.plays && told.explained.iter().any(|explained| explained.alone[*at].is_none()))
        .map(|(_, change)| change.name.as_str())
        .collect();
    if !joined.is_empty() {
        let names = list(&joined);
        blocks.push(Block::Text(say!(
            "Not played alone, because A does not hold together with it or lacks what it is about: {names}. What it does is \
             in the interaction.",
            names
        )));
    }
    let drawn: Vec<&Explained> = DRAWN
        .iter()
        .filter_map(|id| {
            let of = moved().filter(|it| it.moved.measure.id == *id && it.alone.iter().flatten().next().is_some());
            of.max_by(|a, b| size(a).total_cmp(&size(b)))
        })
        .collect();
    blocks.extend(drawn.iter().map(|explained| Block::Answer(sentence(told, explained))));
    if !drawn.is_empty() {
        blocks.push(Block::Charts(drawn.iter().map(|explained| chart(told, explained)).collect()));
    }
    if moved().next().is_none() {
        blocks.push(Block::Text(say!("No headline figure moved.")));
    } else {
        blocks.push(Block::Table(table(told)));
    }
    if !drawn.is_empty() {
        blocks.push(Block::Heading(say!("Figures of the charts")));
        blocks.extend(drawn.iter().map(|explained| Block::Table(steps(told, explained))));
    }
    Page {
        name: say!("What explains it"),
        title: say!("How much of each move a changed input explains"),
        subtitle: say!(
            "Each change is made alone on A, the rest as it was there, so that their order does not matter; the interaction is \
             what is left"
        ),
        one_page: false,
        blocks,
    }
}

fn size(explained: &Explained) -> f64 {
    explained.moved.effects.change.value.abs()
}

/// The changes with their effects, the largest first.
pub(super) fn by_size<'a>(told: &'a Told<'_>, explained: &Explained) -> Vec<(&'a str, Estimate)> {
    let effects = told.changes.iter().zip(&explained.alone);
    let mut known: Vec<(&str, Estimate)> =
        effects.filter_map(|(change, effect)| Some((change.name.as_str(), (*effect)?))).collect();
    known.sort_by(|(_, a), (_, b)| b.value.abs().total_cmp(&a.value.abs()));
    known
}

fn table(told: &Told<'_>) -> Table {
    let mut rows = Vec::new();
    for explained in told.explained.iter().filter(|it| it.moved.effects.change.value != 0.0) {
        let moved = &explained.moved;
        let mut row = |what: String, effect: Estimate| {
            let mut cells = figure_cells(told, moved);
            cells.push(Cell::text(what));
            cells.extend(effect_cells(moved.measure.unit, effect));
            cells.push(Cell::Number(explained.share(effect)));
            rows.push(cells);
        };
        for (cause, effect) in by_size(told, explained) {
            row(cause.to_owned(), effect);
        }
        row(say!("Interaction"), explained.interaction);
        row(say!("The whole move"), moved.effects.change);
    }
    let mut columns = figure_columns();
    columns.extend([
        Column::new(say!("Change"), Format::Plain, 34),
        Column::new(say!("Effect alone"), Format::Plain, 14)
            .note(say!("The mean with this change made on A, less the mean of A.")),
        error_column(),
        Column::new(say!("Share of the move"), Format::Percent, 12)
            .note(say!("Shares and the interaction add up to the whole; they may be negative or above 100 %.")),
    ]);
    Table { id: "explained_moves".to_owned(), columns, rows, totals: None }
}

fn steps_id(explained: &Explained) -> String {
    format!("steps_{}", explained.moved.measure.id)
}

fn steps(told: &Told<'_>, explained: &Explained) -> Table {
    let known = by_size(told, explained);
    let (shown, rest) = known.split_at(known.len().min(SHOWN));
    let mut bars: Vec<(String, f64)> = shown.iter().map(|(name, effect)| ((*name).to_owned(), effect.value)).collect();
    if !rest.is_empty() {
        bars.push((say!("Other changes"), rest.iter().map(|(_, effect)| effect.value).sum()));
    }
    bars.push((say!("Interaction"), explained.interaction.value));
    waterfall::table(steps_id(explained), waterfall(bars, say!("The whole move")))
}

fn chart(told: &Told<'_>, explained: &Explained) -> Chart {
    let (figure, currency) = (name(told, &explained.moved), told.currency);
    let change = |effect: Estimate| change(Unit::Money, effect.value, currency);
    let whole = change(explained.moved.effects.change);
    let title = match by_size(told, explained).first() {
        Some((cause, effect)) if effect.value != 0.0 => {
            say!("{figure}: {cause} alone brings {alone} of {whole}", figure, cause, alone = change(*effect), whole)
        }
        _ => say!("{figure}: {whole}, and no change brings anything alone", figure, whole),
    };
    let parts: Vec<String> =
        by_size(told, explained).iter().map(|(name, effect)| format!("{name} {}", change(*effect))).collect();
    let left = change(explained.interaction);
    let alt = say!(
        "Steps of {figure}: {steps}; interaction {left}; the whole move {whole}.",
        figure,
        steps = parts.join(", "),
        left,
        whole
    );
    waterfall::chart(title, alt, steps_id(explained), 0, currency)
}
