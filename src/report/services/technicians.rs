//! When own technicians pay: the break-even utilisation, and money at several utilisations.

use crate::language::number;
use crate::measures::ratio;
use crate::model::horizon::YEAR_MONTHS;
use crate::outcome::Field as Total;
use crate::report::alike::{groups, names};
use crate::report::services::terms::Terms;
use crate::report::services::{staffing, utilisations};
use crate::report::words::{capitalised, count, money, money_mean_and_range, percent};
use crate::report::{Block, Cell, Column, Format, Story, Table};
use crate::say;

/// The part of the page about technicians.
pub fn blocks(story: &Story<'_>, serving: &[usize]) -> Vec<Block> {
    let terms = groups(serving.iter().map(|at| (*at, Terms::of(story.programme(*at)).course())));
    if terms.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![Block::Heading(say!("When the in-house field force pays"))];
    let rules = groups(serving.iter().map(|at| (*at, rule(story, *at))));
    let whose = |group: &[usize]| match rules.len() {
        1 => say!("Under every programme"),
        _ => names(story, group),
    };
    blocks.extend(
        rules.iter().map(|(group, said)| Block::Answer(say!("{name}: {text}", name = whose(group), text = said))),
    );
    let said = groups(serving.iter().map(|at| (*at, simulated(story, *at))));
    let said = said.iter().filter(|(_, said)| !said.is_empty());
    blocks
        .extend(said.map(|(group, said)| Block::Text(say!("{name}: {text}", name = names(story, group), text = said))));
    blocks.push(Block::Table(pays(story, serving)));
    blocks.extend(staffing::blocks(story, serving));
    blocks.push(Block::Heading(say!(
        "What the new technicians save in a year by utilisation, if every call they make would be subcontracted"
    )));
    blocks.push(Block::Table(utilisations::grid(story, &terms)));
    blocks.push(Block::Charts(vec![utilisations::chart(story, &terms)]));
    blocks
}

/// Calls that a technician made, as a share of those of days always in use; calls count alike, whatever their length.
fn used(story: &Story<'_>, at: usize) -> f64 {
    let total = story.summary.programmes[at].total(story.summary);
    let field = &story.programme(at).field;
    let years = story.plans.months as f64 / YEAR_MONTHS as f64;
    ratio(total[Total::TicketsInHouse], field.on_site() * field.calls_per_year() * years)
}

/// From when on an own technician pays.
fn rule(story: &Story<'_>, at: usize) -> String {
    let currency = &story.inputs.programme.settings.currency;
    let terms = Terms::of(story.programme(at));
    match terms.field.break_even_utilisation(terms.price) {
        None => say!("subcontractors cost nothing, so that own technicians never pay."),
        Some(even) if even > 1.0 => say!(
            "own technicians never pay: even always in use one costs more a call than the {price} of subcontractors.",
            price = money(terms.price.to_units(), currency)
        ),
        Some(even) => say!(
            "an own technician pays from a utilisation of {even} on, as long as every call would be subcontracted \
             otherwise.",
            even = percent(even)
        ),
    }
}

/// What came of it: a ticket in-house may cost more than the rule says where too few of them come.
fn simulated(story: &Story<'_>, at: usize) -> String {
    let currency = &story.inputs.programme.settings.currency;
    let terms = Terms::of(story.programme(at));
    let figures = &story.summary.programmes[at];
    let total = figures.total(story.summary);
    let tickets = total[Total::TicketsInHouse];
    if tickets == 0.0 {
        return String::new();
    }
    let expected = if terms.field.new_staff > 0 {
        let saving = terms.saving(terms.field.utilisation.to_f64());
        let (assumed, new) = (percent(terms.field.utilisation.to_f64()), count(terms.field.new_staff as f64));
        let saved = money(saving, currency);
        if saving < 0.0 {
            say!("at the {assumed} assumed the {new} new technicians would lose {saved} a year. ", assumed, new, saved)
        } else {
            say!("at the {assumed} assumed the {new} new technicians would save {saved} a year. ", assumed, new, saved)
        }
    } else {
        String::new()
    };
    let cost = total[Total::FieldCost] / 100.0 / tickets;
    let pays = if cost < terms.price.to_units() { say!("pays") } else { say!("does not pay") };
    let change = match figures.difference("vendor_service_cost") {
        Some(change) if change.statistics.mean != 0.0 => {
            let (cost, range) = money_mean_and_range(&change.statistics, currency);
            if change.statistics.mean > 0.0 {
                say!(
                    " Service costs {cost} more than under the baseline over the horizon (90 % range of the difference \
                     {range}).",
                    cost,
                    range
                )
            } else {
                say!(
                    " Service costs {cost} less than under the baseline over the horizon (90 % range of the difference \
                     {range}).",
                    cost,
                    range
                )
            }
        }
        _ => String::new(),
    };
    let simulated = say!(
        "in the simulation technicians make {share} of the calls that they could make if always in use; a ticket \
         in-house costs {cost} {currency} and a subcontracted one {price} {currency}, so that the field force as a \
         whole {pays}.",
        share = percent(used(story, at)),
        cost = number::fixed(cost, 2),
        currency,
        price = number::fixed(terms.price.to_units(), 2),
        pays
    );
    let simulated = if expected.is_empty() { simulated } else { capitalised(&simulated) };
    expected + &simulated + &change
}

fn pays(story: &Story<'_>, serving: &[usize]) -> Table {
    let row = |at: &usize| {
        let terms = Terms::of(story.programme(*at));
        let field = &terms.field;
        let assumed = field.utilisation.to_f64();
        vec![
            Cell::text(story.summary.programmes[*at].shown()),
            Cell::Number(field.on_site()),
            Cell::Number(field.new_staff as f64),
            Cell::Number(field.in_use() as f64),
            Cell::Number(field.calls_per_year()),
            Cell::Number(field.cost.to_units()),
            Cell::Number(terms.price.to_units()),
            field.break_even_utilisation(terms.price).map_or(Cell::text(say!("never")), Cell::Number),
            Cell::Number(assumed),
            if field.on_site() > 0.0 { Cell::Number(used(story, *at)) } else { Cell::Empty },
            Cell::Number(terms.field.saving(field.new_staff, assumed, terms.price).to_units()),
        ]
    };
    Table {
        id: "technicians".to_owned(),
        rows: serving.iter().map(row).collect(),
        columns: vec![
            Column::new(say!("Programme"), Format::Plain, 28),
            Column::new(say!("People on site"), Format::Count, 14),
            Column::new(say!("Of them new"), Format::Count, 14),
            Column::new(say!("In use at a time"), Format::Count, 14)
                .note(say!("People on site times utilisation, whole ones.")),
            Column::new(say!("Calls a year"), Format::Count, 14)
                .note(say!("Of one technician always in use, at the mean length of a ticket.")),
            Column::new(say!("Cost a person and year"), Format::Money, 14),
            Column::new(say!("Price of a subcontractor"), Format::Cents, 14),
            Column::new(say!("Break-even utilisation"), Format::Percent, 14)
                .note(say!("Cost over calls times price: above it a technician costs less than subcontractors.")),
            Column::new(say!("Utilisation assumed"), Format::Percent, 14)
                .note(say!("The most that technicians are in use.")),
            Column::new(say!("Calls made, of those possible"), Format::Percent, 14).note(say!(
                "Tickets they took over the calls of all people on site always in use; a late ticket counts like any \
                 other."
            )),
            Column::new(say!("New staff saves a year"), Format::MoneyChange, 14).note(say!(
                "At the utilisation assumed, if every call would be subcontracted otherwise; below 0 it costs more."
            )),
        ],
        totals: None,
    }
}
