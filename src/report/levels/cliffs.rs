//! Cliff exposure: what orders at the thresholds are worth to partners and cost the vendor.

use super::boundaries::{Boundary, Holding, boundaries};
use super::{View, titles};
use crate::outcome::partner::PartnerField;
use crate::programme::{CompensationModel, RebateBasis};
use crate::report::words::{count, money, percent, reading_cell};
use crate::report::{Block, Cell, Chart, ChartKind, Column, Format, Series, Story, Table};
use crate::say;
use crate::summary::ProgrammeSummary;
use crate::units::Money;

/// Table behind the charts.
const BY_BOUNDARY: &str = "cliffs_by_threshold";

/// A view with its thresholds.
struct Exposed<'v, 'a> {
    view: &'v View<'a>,
    boundaries: Vec<Boundary>,
}

impl Exposed<'_, '_> {
    fn next_orders(&self) -> f64 {
        self.boundaries.iter().map(|boundary| boundary.next_orders.to_units()).sum()
    }

    fn at_stake(&self) -> f64 {
        self.boundaries.iter().map(|boundary| boundary.at_stake.to_units()).sum()
    }
}

/// The part of the page on thresholds.
pub fn blocks(story: &Story<'_>, views: &[View<'_>]) -> Vec<Block> {
    let currency = &story.inputs.programme.settings.currency;
    let (exposed, tracked): (Vec<&View<'_>>, Vec<&View<'_>>) =
        views.iter().partition(|view| view.programme.compensation.model == CompensationModel::Legacy);
    let mut blocks = vec![
        Block::Heading(say!("What stands at a threshold, {currency} a year", currency)),
        Block::Text(say!(
            "A partner is near a threshold if its mean purchases of the last evaluated year are within the share \
             levels.cliff_window of it. Its next order is worth the step in rate on all its purchases at the \
             threshold; the vendor pays it the same amount. Gate, cap and discounts are left out. Where the level's rate \
             is paid, an order alone does not lift a partner that lacks certifications too."
        )),
    ];
    if !tracked.is_empty() {
        blocks.push(Block::Text(say!(
            "{names}: partners are paid by tracks, so that no rebate stands at a level's threshold.",
            names = titles(&tracked)
        )));
    }
    let exposed: Vec<Exposed<'_, '_>> = exposed
        .into_iter()
        .map(|view| Exposed { view, boundaries: boundaries(view.programme, &holdings(story, view.figures)) })
        .collect();
    if exposed.is_empty() {
        return blocks;
    }
    blocks.push(Block::Table(table(story, &exposed)));
    let marginal = |exposed: &&Exposed<'_, '_>| exposed.view.programme.rebates.basis == RebateBasis::Marginal;
    let even: Vec<&View<'_>> = exposed.iter().filter(marginal).map(|exposed| exposed.view).collect();
    if !even.is_empty() {
        blocks.push(Block::Text(say!(
            "{names}: each rate is paid on its own band, so that crossing a threshold lifts no rate on other purchases: \
             there is no cliff.",
            names = titles(&even)
        )));
    }
    let reading = story.summary.reading;
    let shown: Vec<&Exposed<'_, '_>> = exposed.iter().filter(|one| one.view.figures.reading == reading).collect();
    let charts: Vec<Chart> =
        next_orders_chart(story, &shown).into_iter().chain(at_stake_chart(story, &shown)).collect();
    if !charts.is_empty() {
        blocks.push(Block::Charts(charts));
        blocks.push(Block::Table(by_boundary(story, &shown)));
    }
    blocks
}

/// Where each partner stands after the last evaluation: at its mean level, rounded, and at its mean purchases.
fn holdings(story: &Story<'_>, figures: &ProgrammeSummary) -> Vec<Holding> {
    let partners = story.members.iter().zip(&figures.partners);
    partners
        .map(|(member, means)| Holding {
            level: means[PartnerField::LastLevel].round() as usize,
            purchases: Money::round_minor(means[PartnerField::LastPurchases].max(0.0)),
            certifications: member.certifications,
        })
        .collect()
}

/// All thresholds of all programmes.
fn table(story: &Story<'_>, exposed: &[Exposed<'_, '_>]) -> Table {
    let columns = vec![
        Column::new(say!("Programme"), Format::Plain, 28),
        Column::new(say!("Reading"), Format::Plain, 13),
        Column::new(say!("Into"), Format::Plain, 11),
        Column::new(say!("Threshold"), Format::Money, 11),
        Column::new(say!("Step in rate"), Format::Percent, 11)
            .note(say!("What crossing adds to the rate on all purchases.")),
        Column::new(say!("Near, below"), Format::Count, 11)
            .note(say!("Partners of the level below that miss the threshold by no more than the window.")),
        Column::new(say!("Lack certifications"), Format::Count, 13)
            .note(say!("Those of them that lack certifications too: an order alone does not lift them.")),
        Column::new(say!("They miss"), Format::Money, 11)
            .note(say!("What those near below would have to buy more, together.")),
        Column::new(say!("Next orders, worth and cost"), Format::Money, 13)
            .note(say!("What crossing is worth to all of them a year, and what the vendor pays if all of them cross.")),
        Column::new(say!("Each"), Format::Money, 11)
            .note(say!("What crossing is worth to one of them a year, on average.")),
        Column::new(say!("By the order alone"), Format::Money, 11)
            .note(say!("The part of the next orders of those that lack nothing but the order.")),
        Column::new(say!("Near, above"), Format::Count, 11)
            .note(say!("Partners of the level that are past its threshold by no more than the window.")),
        Column::new(say!("At stake"), Format::Money, 11)
            .note(say!("What falling a level would cost them a year, together.")),
        Column::new(say!("Short of it"), Format::Count, 11)
            .note(say!("Partners that hold the level though their mean purchases miss its threshold.")),
    ];
    let rows = exposed.iter().flat_map(|one| {
        one.boundaries.iter().map(|boundary| {
            let next_orders = boundary.next_orders.to_units();
            vec![
                Cell::text(one.view.figures.shown()),
                reading_cell(one.view.figures.reading),
                Cell::text(&*story.inputs.programme.levels[boundary.level].name),
                Cell::Number(boundary.threshold.to_units()),
                Cell::Number(boundary.step.to_f64()),
                Cell::Number(boundary.below as f64),
                Cell::Number(boundary.uncertified as f64),
                Cell::Number(boundary.missing.to_units()),
                Cell::Number(next_orders),
                if boundary.below > 0 { Cell::Number(next_orders / boundary.below as f64) } else { Cell::Empty },
                Cell::Number(boundary.by_order.to_units()),
                Cell::Number(boundary.above as f64),
                Cell::Number(boundary.at_stake.to_units()),
                Cell::Number(boundary.short as f64),
            ]
        })
    });
    Table { id: "cliffs".to_owned(), columns, rows: rows.collect(), totals: None }
}

fn below(one: &Exposed<'_, '_>) -> String {
    say!("{name}: next orders", name = one.view.figures.shown())
}

fn above(one: &Exposed<'_, '_>) -> String {
    say!("{name}: at stake", name = one.view.figures.shown())
}

/// The figures of the charts: a row a threshold.
fn by_boundary(story: &Story<'_>, exposed: &[&Exposed<'_, '_>]) -> Table {
    let mut columns = vec![Column::new(say!("Threshold of"), Format::Plain, 28)];
    columns.extend(exposed.iter().map(|one| Column::new(below(one), Format::Money, 11)));
    columns.extend(exposed.iter().map(|one| Column::new(above(one), Format::Money, 11)));
    let rows = story.inputs.programme.levels.iter().skip(1).enumerate().map(|(at, level)| {
        let mut row = vec![Cell::text(&*level.name)];
        row.extend(exposed.iter().map(|one| Cell::Number(one.boundaries[at].next_orders.to_units())));
        row.extend(exposed.iter().map(|one| Cell::Number(one.boundaries[at].at_stake.to_units())));
        row
    });
    Table { id: BY_BOUNDARY.to_owned(), columns, rows: rows.collect(), totals: None }
}

/// What crossing costs; `None` where nobody is near below with a rate to win.
fn next_orders_chart(story: &Story<'_>, exposed: &[&Exposed<'_, '_>]) -> Option<Chart> {
    let currency = &story.inputs.programme.settings.currency;
    let most = largest(exposed, Exposed::next_orders)?;
    let sum = |number: fn(&Boundary) -> usize| most.boundaries.iter().map(number).sum::<usize>();
    let near = sum(|boundary| boundary.below);
    let title = say!(
        "{name}: {near} partners within {window} below a threshold would cost the vendor {amount} a year by crossing it",
        name = most.view.figures.shown(),
        near = count(near as f64),
        window = percent(most.view.programme.level_rules.cliff_window.to_f64()),
        amount = money(most.next_orders(), currency)
    );
    let title = match sum(|boundary| boundary.uncertified) {
        0 => title,
        lack if lack == near => say!("{title}; all of them lack certifications", title),
        lack => say!("{title}; {lack} of them lack certifications", title, lack = count(lack as f64)),
    };
    let alt = say!("{title}. Worth of the next orders by threshold, a colour a programme.", title);
    Some(chart(exposed, title, alt, below, currency))
}

/// What falling costs; `None` where nobody is near above with a rate to lose.
fn at_stake_chart(story: &Story<'_>, exposed: &[&Exposed<'_, '_>]) -> Option<Chart> {
    let currency = &story.inputs.programme.settings.currency;
    let most = largest(exposed, Exposed::at_stake)?;
    let near: usize = most.boundaries.iter().map(|boundary| boundary.above).sum();
    let title = say!(
        "{name}: {near} partners within {window} above a threshold would lose {amount} a year by falling below it",
        name = most.view.figures.shown(),
        near = count(near as f64),
        window = percent(most.view.programme.level_rules.cliff_window.to_f64()),
        amount = money(most.at_stake(), currency)
    );
    let alt = say!("{title}. Back-end at stake by threshold, a colour a programme.", title);
    Some(chart(exposed, title, alt, above, currency))
}

/// The first of those with the largest amount; `None` where nobody has any.
fn largest<'x, 'v, 'a>(
    exposed: &[&'x Exposed<'v, 'a>],
    amount: impl Fn(&Exposed<'v, 'a>) -> f64,
) -> Option<&'x Exposed<'v, 'a>> {
    let most = exposed.iter().copied().reduce(|most, next| if amount(next) > amount(most) { next } else { most })?;
    (amount(most) > 0.0).then_some(most)
}

fn chart(
    exposed: &[&Exposed<'_, '_>],
    title: String,
    alt: String,
    heading: fn(&Exposed<'_, '_>) -> String,
    currency: &str,
) -> Chart {
    let series = exposed.iter().map(|one| Series {
        name: one.view.figures.shown().to_owned(),
        values: heading(one),
        colour: one.view.place,
        error_bars: None,
    });
    Chart {
        kind: ChartKind::Columns,
        alt,
        title,
        table: BY_BOUNDARY.to_owned(),
        categories: say!("Threshold of"),
        series: series.collect(),
        x_title: say!("threshold of the level"),
        y_title: say!("{currency} a year", currency),
        format: Format::Money,
    }
}
