//! Tickets by route, and what they cost.

use crate::measures::{Amounts, ratio};
use crate::outcome::Field;
use crate::report::words::{count, percent};
use crate::report::{Block, Cell, Chart, ChartKind, Column, Format, Series, Story, Table};
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
        vec![Block::Heading("Tickets by route, whole horizon".to_owned()), Block::Table(tickets(story, serving))];
    blocks.extend(charts);
    blocks.extend([
        Block::Heading("What tickets cost the vendor, by route, whole horizon".to_owned()),
        Block::Table(costs(story, serving)),
        Block::Text(
            "The field force is paid whether it is in use or not, so that its cost per ticket falls with every ticket it \
             takes; fees and prices are paid for each ticket."
                .to_owned(),
        ),
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
        let mut row = vec![Cell::text(&*programme.name)];
        row.extend(fields.map(|field| Cell::Number(total[field])));
        row.extend([level.mean, level.range().0, level.range().1].map(Cell::Number));
        row
    };
    Table {
        id: TICKETS.to_owned(),
        rows: serving.iter().map(row).collect(),
        columns: vec![
            Column::new("Programme", Format::Plain, 28),
            Column::new("By partners", Format::Count, 14),
            Column::new("In-house", Format::Count, 14).note("By the vendor's field force, late ones included."),
            Column::new("Subcontracted", Format::Count, 14),
            Column::new("All tickets", Format::Count, 14),
            Column::new("Handed back", Format::Count, 14)
                .note("Taken by partners and given back; counted in another route."),
            Column::new("Overflow", Format::Count, 14).note("Found nobody of the field force free."),
            Column::new("Late", Format::Count, 14).note("Of the overflow: nobody else may take them, so they wait."),
            Column::new("Service level", Format::Percent, 14).note(
                "Share of tickets that did not find the field force busy; those sent elsewhere at once are among them.",
            ),
            Column::new("5 % of futures below", Format::Percent, 14).note("Of the service level."),
            Column::new("5 % of futures above", Format::Percent, 14).note("Of the service level."),
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
        [Some(least), Some(most)] if subcontracted(least) < subcontracted(most) => format!(
            "From {} ({}) to {} ({}) of tickets are subcontracted",
            percent(subcontracted(least)),
            story.summary.programmes[*least].name,
            percent(subcontracted(most)),
            story.summary.programmes[*most].name
        ),
        [Some(all), _] => format!("{} of tickets are subcontracted", percent(subcontracted(all))),
        _ => "Tickets by route".to_owned(),
    };
    Chart {
        kind: ChartKind::Stacked,
        alt: format!("{title}. Stacked columns show tickets by route, one column a programme."),
        title,
        table: TICKETS.to_owned(),
        categories: "Programme".to_owned(),
        series: vec![
            Series::column("By partners", 1),
            Series::column("In-house", 4),
            Series::column("Subcontracted", 2),
        ],
        x_title: String::new(),
        y_title: "tickets".to_owned(),
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
            Cell::text(&*programme.name),
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
            Column::new("Programme", Format::Plain, 28),
            Column::new("Fees to partners", Format::Money, 14),
            Column::new("Field force", Format::Money, 14),
            Column::new("Subcontractors", Format::Money, 14),
            Column::new("Service cost", Format::Money, 14),
            Column::new("A ticket by partners", Format::Cents, 14),
            Column::new("A ticket in-house", Format::Cents, 14)
                .note("Cost of all people on site over the tickets they take."),
            Column::new("A ticket subcontracted", Format::Cents, 14),
            Column::new("Cost per ticket", Format::Cents, 14).note("Over all routes; the mean of the trials' ratios."),
            Column::new("Subcontracting avoided", Format::MoneyChange, 14)
                .note("What subcontractors are paid less than under the baseline."),
            Column::new("Service cost against the baseline", Format::MoneyChange, 14),
            Column::new("Probability of less", Format::WholePercent, 12)
                .note("Share of futures in which service costs less than under the baseline; equal counts half."),
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
            format!("A ticket is cheapest under {}: {} {currency}", story.summary.programmes[*at].name, count(cost(at)))
        }
        _ => "Service cost by route".to_owned(),
    };
    Chart {
        kind: ChartKind::Stacked,
        alt: format!("{title}. Stacked columns show the vendor's service cost by route, one column a programme."),
        title,
        table: COSTS.to_owned(),
        categories: "Programme".to_owned(),
        series: vec![
            Series::column("Fees to partners", 1),
            Series::column("Field force", 4),
            Series::column("Subcontractors", 2),
        ],
        x_title: String::new(),
        y_title: format!("service cost, {currency}"),
        format: Format::Money,
    }
}
