//! Tickets by route, and what they cost.

use crate::measures::{Amounts, ratio};
use crate::outcome::Field;
use crate::report::words::{count, percent};
use crate::report::{Block, Cell, Chart, ChartKind, Column, Format, Series, Story, Table};
use crate::say;
use crate::summary::ProgrammeSummary;

/// Up to so many programmes two charts stand side by side.
const SIDE_BY_SIDE: usize = 5;
const TICKETS: &str = "tickets_by_route";

/// The part of the page about tickets.
pub fn blocks(story: &Story<'_>, serving: &[usize]) -> Vec<Block> {
    if serving.is_empty() {
        return Vec::new();
    }
    let charts = [route_chart(story, serving), cost_chart(story, serving)];
    // Side by side, the names of many programmes would leave the columns no height.
    let charts = if serving.len() > SIDE_BY_SIDE {
        charts.into_iter().map(|chart| Block::Charts(vec![chart])).collect()
    } else {
        vec![Block::Charts(charts.into())]
    };
    let mut blocks =
        vec![Block::Heading(say!("Tickets by route, whole horizon")), Block::Table(tickets(story, serving))];
    blocks.extend(charts);
    blocks.extend([
        Block::Heading(say!("What tickets cost the vendor, by route, whole horizon")),
        Block::Table(costs(story, serving)),
        Block::Text(say!(
            "The field force is paid whether it is in use or not, so that its cost per ticket falls with every ticket \
             it takes; fees and prices are paid for each ticket."
        )),
    ]);
    blocks
}

fn tickets(story: &Story<'_>, serving: &[usize]) -> Table {
    let row = |at: &usize| {
        let programme = &story.summary.programmes[*at];
        let total = programme.total(story.summary);
        let fields = [
            Field::TicketsPartner,
            Field::TicketsInHouse,
            Field::TicketsSubcontracted,
            Field::Tickets,
            Field::TicketsHandedBack,
            Field::TicketsOverflow,
            Field::TicketsLate,
        ];
        let level = programme.measure("service_level");
        let mut row = vec![Cell::text(programme.shown())];
        row.extend(fields.map(|field| Cell::Number(total[field])));
        row.extend([level.mean, level.range().0, level.range().1].map(Cell::Number));
        row
    };
    Table {
        id: TICKETS.to_owned(),
        rows: serving.iter().map(row).collect(),
        columns: vec![
            Column::new(say!("Programme"), Format::Plain, 28),
            Column::new(say!("By partners"), Format::Count, 14),
            Column::new(say!("In-house"), Format::Count, 14)
                .note(say!("By the vendor's field force, late ones included.")),
            Column::new(say!("Subcontracted"), Format::Count, 14),
            Column::new(say!("All tickets"), Format::Count, 14),
            Column::new(say!("Handed back"), Format::Count, 14)
                .note(say!("Taken by partners and given back; counted in another route.")),
            Column::new(say!("Overflow"), Format::Count, 14).note(say!("Found nobody of the field force free.")),
            Column::new(say!("Late"), Format::Count, 14)
                .note(say!("Of the overflow: nobody else may take them, so they wait.")),
            Column::new(say!("Service level"), Format::Percent, 14).note(say!(
                "Share of tickets that did not find the field force busy; those sent elsewhere at once are among them."
            )),
            Column::new(say!("5 % of futures below"), Format::Percent, 14).note(say!("Of the service level.")),
            Column::new(say!("5 % of futures above"), Format::Percent, 14).note(say!("Of the service level.")),
        ],
        totals: None,
    }
}

fn route_chart(story: &Story<'_>, serving: &[usize]) -> Chart {
    let subcontracted = |at: &usize| {
        let total = story.summary.programmes[*at].total(story.summary);
        ratio(total[Field::TicketsSubcontracted], total[Field::Tickets])
    };
    let ends = [
        serving.iter().min_by(|a, b| subcontracted(a).total_cmp(&subcontracted(b))),
        serving.iter().max_by(|a, b| subcontracted(a).total_cmp(&subcontracted(b))),
    ];
    let title = match ends {
        [Some(least), Some(most)] if subcontracted(least) < subcontracted(most) => say!(
            "From {low} ({least}) to {high} ({most}) of tickets are subcontracted",
            low = percent(subcontracted(least)),
            least = story.summary.programmes[*least].shown(),
            high = percent(subcontracted(most)),
            most = story.summary.programmes[*most].shown()
        ),
        [Some(all), _] => say!("{share} of tickets are subcontracted", share = percent(subcontracted(all))),
        _ => say!("Tickets by route"),
    };
    Chart {
        kind: ChartKind::Stacked,
        alt: say!("{title}. Stacked columns show tickets by route, one column a programme.", title),
        title,
        table: TICKETS.to_owned(),
        categories: say!("Programme"),
        series: vec![
            Series::column(say!("By partners"), 1),
            Series::column(say!("In-house"), 4),
            Series::column(say!("Subcontracted"), 2),
        ],
        x_title: String::new(),
        y_title: say!("tickets"),
        format: Format::Count,
    }
}

const COSTS: &str = "ticket_costs";

/// What a route costs, over what it takes.
fn per_ticket(total: &Amounts, cost: Field, tickets: Field) -> Cell {
    if total[tickets] > 0.0 { Cell::Number(total[cost] / 100.0 / total[tickets]) } else { Cell::Empty }
}

fn costs(story: &Story<'_>, serving: &[usize]) -> Table {
    let baseline = story.summary.programmes[0].total(story.summary);
    let row = |at: &usize| {
        let programme: &ProgrammeSummary = &story.summary.programmes[*at];
        let total = programme.total(story.summary);
        let amount = |field: Field| total[field] / 100.0;
        let avoided = (baseline[Field::SubcontractCost] - total[Field::SubcontractCost]) / 100.0;
        let cost = programme.measure("vendor_service_cost");
        vec![
            Cell::text(programme.shown()),
            Cell::Number(amount(Field::TicketFees)),
            Cell::Number(amount(Field::FieldCost)),
            Cell::Number(amount(Field::SubcontractCost)),
            Cell::Number(cost.mean),
            per_ticket(&total, Field::TicketFees, Field::TicketsPartner),
            per_ticket(&total, Field::FieldCost, Field::TicketsInHouse),
            per_ticket(&total, Field::SubcontractCost, Field::TicketsSubcontracted),
            Cell::Number(programme.measure("cost_per_ticket").mean),
            if *at > 0 { Cell::Number(avoided) } else { Cell::Empty },
            programme
                .difference("vendor_service_cost")
                .map_or(Cell::Empty, |change| Cell::Number(change.statistics.mean)),
            programme
                .difference("vendor_service_cost")
                .map_or(Cell::Empty, |change| Cell::Number(change.probability_better)),
        ]
    };
    Table {
        id: COSTS.to_owned(),
        rows: serving.iter().map(row).collect(),
        columns: vec![
            Column::new(say!("Programme"), Format::Plain, 28),
            Column::new(say!("Fees to partners"), Format::Money, 14),
            Column::new(say!("Field force"), Format::Money, 14),
            Column::new(say!("Subcontractors"), Format::Money, 14),
            Column::new(say!("Service cost"), Format::Money, 14),
            Column::new(say!("A ticket by partners"), Format::Cents, 14),
            Column::new(say!("A ticket in-house"), Format::Cents, 14)
                .note(say!("Cost of all people on site over the tickets they take.")),
            Column::new(say!("A ticket subcontracted"), Format::Cents, 14),
            Column::new(say!("Cost per ticket"), Format::Cents, 14)
                .note(say!("Over all routes; the mean of the trials' ratios.")),
            Column::new(say!("Subcontracting avoided"), Format::MoneyChange, 14)
                .note(say!("What subcontractors are paid less than under the baseline.")),
            Column::new(say!("Service cost against the baseline"), Format::MoneyChange, 14),
            Column::new(say!("Probability of less"), Format::WholePercent, 12)
                .note(say!("Share of futures in which service costs less than under the baseline; equal counts half.")),
        ],
        totals: None,
    }
}

fn cost_chart(story: &Story<'_>, serving: &[usize]) -> Chart {
    let cost = |at: &usize| story.summary.programmes[*at].measure("cost_per_ticket").mean;
    let cheapest = serving.iter().min_by(|a, b| cost(a).total_cmp(&cost(b)));
    let currency = &story.inputs.programme.settings.currency;
    let title = match cheapest {
        Some(at) if serving.len() > 1 => {
            say!(
                "A ticket is cheapest under {programme}: {cost} {currency}",
                programme = story.summary.programmes[*at].shown(),
                cost = count(cost(at)),
                currency
            )
        }
        _ => say!("Service cost by route"),
    };
    Chart {
        kind: ChartKind::Stacked,
        alt: say!("{title}. Stacked columns show the vendor's service cost by route, one column a programme.", title),
        title,
        table: COSTS.to_owned(),
        categories: say!("Programme"),
        series: vec![
            Series::column(say!("Fees to partners"), 1),
            Series::column(say!("Field force"), 4),
            Series::column(say!("Subcontractors"), 2),
        ],
        x_title: String::new(),
        y_title: say!("service cost, {currency}", currency),
        format: Format::Money,
    }
}
