//! `Cost savings`: what a restructuring saves and costs by fiscal year, when it has paid for itself, what fewer channel
//! managers do, and what pay-per-use moves from one year to the next.

use crate::measures::Amounts;
use crate::model::savings::SavingsMonth;
use crate::outcome::Field;
use crate::report::alike::{groups, names};
use crate::report::readings;
use crate::report::savings::payback::{Payback, payback};
use crate::report::words::{count, money_change, money_mean, money_mean_and_range, of_losses, reading};
use crate::report::{Block, Cell, Column, Format, Page, Story, Table};
use crate::say;

mod bridge;
mod contracts;
mod coverage;
mod payback;
mod years;

/// Up to so many steps a waterfall stands beside another chart.
const SIDE_BY_SIDE: usize = 6;

/// The page; `None` where nothing is saved, no manager goes and nothing is paid as it is used.
pub fn page(story: &Story<'_>) -> Option<Page> {
    let programmes = || 0..story.summary.programmes.len();
    let saving: Vec<usize> = programmes().filter(|at| saves(story, *at)).collect();
    let moving: Vec<usize> = programmes().filter(|at| contracts::moves(story, *at)).collect();
    let mut blocks = plan_blocks(story, &saving);
    blocks.extend(coverage::blocks(story));
    blocks.extend(contracts::blocks(story, &moving));
    if blocks.is_empty() {
        return None;
    }
    if !saving.is_empty() {
        let measures = ["savings_gross", "savings_cumulative", "savings_exit_run_rate", "vendor_contribution"];
        blocks.extend(readings::blocks(story, "savings_readings", &saving, &measures));
    }
    if !moving.is_empty() {
        let measures = ["contract_value", "vendor_net_revenue", "partner_cash_margin", "vendor_contribution"];
        blocks.extend(readings::blocks(story, "contract_readings", &moving, &measures));
    }
    if saving.iter().any(|at| planned(story, *at)) {
        blocks.push(Block::Heading(say!("Cumulative cash of the savings by month")));
        blocks.push(Block::Table(years::by_month(story, &saving)));
        blocks.push(Block::Heading(say!("Figures of the charts")));
        let plans = alike(story, &saving).into_iter().map(|group| group[0]).filter(|at| planned(story, *at));
        blocks.extend(plans.map(|at| Block::Table(bridge::steps(story, at))));
    }
    Some(Page {
        name: say!("Cost savings"),
        title: say!("What is saved, and when it has paid for itself"),
        subtitle: say!(
            "Means over {trials} trials, in {currency}, {reading}; savings are the vendor's and no part of its contribution",
            trials = count(story.summary.trials as f64),
            currency = story.inputs.programme.settings.currency,
            reading = reading(story.summary.reading)
        ),
        one_page: false,
        blocks,
    })
}

/// Whether a programme saves or costs anything.
fn saves(story: &Story<'_>, at: usize) -> bool {
    let total = story.summary.programmes[at].total(story.summary);
    planned(story, at) || total[Field::SavingsGross] != 0.0
}

/// Whether it has a plan that saves or costs anything within the horizon; else it spares subcontracting at most.
fn planned(story: &Story<'_>, at: usize) -> bool {
    let plan = &story.plans.plans[at].savings;
    (0..story.plans.months).any(|month| plan.month(month) != SavingsMonth::default())
}

fn plan_blocks(story: &Story<'_>, saving: &[usize]) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    if saving.is_empty() {
        return blocks;
    }
    let (plans, others): (Vec<Vec<usize>>, Vec<Vec<usize>>) =
        alike(story, saving).into_iter().partition(|group| planned(story, group[0]));
    blocks.extend(plans.iter().map(|group| Block::Answer(sentence(story, group))));
    blocks.extend(others.iter().map(|group| Block::Answer(avoids(story, group))));
    blocks.push(Block::Table(headline(story, saving)));
    if !others.is_empty() {
        blocks.push(Block::Text(
            say!("Without a plan, savings are what subcontractors are paid less than under the baseline: below zero where they \
             are paid more. What replaces them, or what they replace, is in the vendor's service cost only; by that cost \
             such a programme is to be judged."),
        ));
    }
    blocks.extend(years::cumulative_charts(story, &plans));
    for group in &plans {
        let at = group[0];
        let names = names(story, group);
        blocks.push(Block::Heading(say!("{names}: savings by fiscal year", names)));
        blocks.push(Block::Table(years::by_year(story, at)));
        let charts = vec![bridge::chart(story, at), years::pace_chart(story, at)];
        // Side by side, the names of many steps would leave the bars no height.
        if bridge::steps(story, at).rows.len() > SIDE_BY_SIDE {
            blocks.extend(charts.into_iter().map(|chart| Block::Charts(vec![chart])));
        } else {
            blocks.push(Block::Charts(charts));
        }
        blocks.push(Block::Heading(say!("{names}: the plan line by line, over the horizon", names)));
        blocks.extend(bridge::lines(story, at));
    }
    blocks
}

/// Programmes with the same savings, together: a scenario that leaves the plan alone has the baseline's.
fn alike(story: &Story<'_>, saving: &[usize]) -> Vec<Vec<usize>> {
    let said = saving.iter().map(|at| {
        let figures = ["savings_gross", "savings_cumulative", "savings_exit_run_rate"];
        let programme = &story.summary.programmes[*at];
        (*at, (&story.plans.plans[*at].savings, figures.map(|id| *programme.measure(id))))
    });
    groups(said).into_iter().map(|(group, _)| group).collect()
}

fn sentence(story: &Story<'_>, group: &[usize]) -> String {
    let settings = &story.inputs.programme.settings;
    let programme = &story.summary.programmes[group[0]];
    let amount = |id: &str| money_mean(programme.measure(id), &settings.currency);
    let end = programme.measure("savings_cumulative").mean;
    let cash = amount("savings_cumulative");
    let (names, months) = (names(story, group), settings.months);
    let mut said = vec![say!(
        "{names}: gross savings of {gross} in {months} months, of which {net} remain when a part is spent again; they cost \
         {once} once.",
        names,
        gross = amount("savings_gross"),
        months,
        net = amount("savings_net"),
        once = amount("savings_one_off")
    )];
    said.push(match payback(programme.measure("savings_payback_month")) {
        Payback::Month(month) => say!("They have paid for themselves in month {month}.", month),
        Payback::Between(first, last) => {
            say!("They have paid for themselves between months {first} and {last} in nine futures of ten.", first, last)
        }
        Payback::NotAlways => say!("They have not paid for themselves within {months} months in every future.", months),
        Payback::Never => say!("They have not paid for themselves within {months} months.", months),
    });
    let pace = amount("savings_exit_run_rate");
    said.push(if end < 0.0 {
        say!("At the end {cash} is still to be earned back, and they run at {pace} a year.", cash, pace)
    } else {
        say!("At the end {cash} is in hand, and they run at {pace} a year.", cash, pace)
    });
    let spared = bridge::avoided(story, group[0], &programme.total(story.summary));
    if spared.abs() >= 0.005 {
        said.push(say!(
            "Of the gross, {spared} is subcontracting avoided; what replaces it is not set against it here.",
            spared = money_change(spared, &settings.currency)
        ));
    }
    said.join(" ")
}

/// What is said of a programme without a plan: it only subcontracts less than the baseline, or more.
fn avoids(story: &Story<'_>, group: &[usize]) -> String {
    let currency = &story.inputs.programme.settings.currency;
    let programme = &story.summary.programmes[group[0]];
    let gross = programme.measure("savings_gross");
    let paid = if gross.mean < 0.0 { of_losses(*gross) } else { *gross };
    let service = programme.difference("vendor_service_cost").map_or(0.0, |change| change.statistics.mean);
    // Service cost is fees, field force and subcontractors: what is not subcontractors is the other two.
    let instead = service + gross.mean;
    let (names, (paid, range)) = (names(story, group), money_mean_and_range(&paid, currency));
    let first = if gross.mean < 0.0 {
        say!(
            "{names}: no plan of its own. Subcontractors are paid {paid} more than under the baseline (90 % range {range}); \
             the savings here are this alone, and so below zero.",
            names,
            paid,
            range
        )
    } else {
        say!(
            "{names}: no plan of its own. Subcontractors are paid {paid} less than under the baseline (90 % range {range}); \
             the savings here are this alone.",
            names,
            paid,
            range
        )
    };
    let second = say!(
        "The field force and fees to partners cost {instead}, so that service as a whole costs {service}, against the \
         baseline.",
        instead = money_change(instead, currency),
        service = money_change(service, currency)
    );
    first + " " + &second
}

fn headline(story: &Story<'_>, saving: &[usize]) -> Table {
    let paid = |at: &usize| match payback(story.summary.programmes[*at].measure("savings_payback_month")) {
        _ if !planned(story, *at) => say!("no plan"),
        Payback::Month(month) => say!("month {month}", month),
        Payback::Between(first, last) => say!("months {first} to {last}", first, last),
        Payback::NotAlways => say!("not always"),
        Payback::Never => say!("not in time"),
    };
    let row = |at: &usize| {
        let programme = &story.summary.programmes[*at];
        let mean = |id: &str| Cell::Number(programme.measure(id).mean);
        let (low, high) = programme.measure("savings_cumulative").range();
        let change = programme.difference("savings_cumulative");
        vec![
            Cell::text(programme.shown()),
            Cell::text(paid(at)),
            mean("savings_gross"),
            mean("savings_net"),
            mean("savings_one_off"),
            mean("savings_cumulative"),
            Cell::Number(low),
            Cell::Number(high),
            change.map_or(Cell::Empty, |change| Cell::Number(change.statistics.mean)),
            change.map_or(Cell::Empty, |change| Cell::Number(change.probability_better)),
            mean("savings_exit_run_rate"),
        ]
    };
    Table {
        id: "savings".to_owned(),
        rows: saving.iter().map(row).collect(),
        columns: vec![
            Column::new(say!("Programme"), Format::Plain, 28),
            Column::new(say!("Paid back"), Format::Plain, 18).note(say!("Month in which cumulative cash has left debt for good; the range holds nine futures in ten. Not always: not \
                 in every future within the horizon; not in time: in none.")),
            Column::new(say!("Gross savings"), Format::Money, 14).note(say!("Over the whole horizon.")),
            Column::new(say!("Net savings"), Format::Money, 14).note(say!("Gross savings less what is spent again.")),
            Column::new(say!("One-off cost"), Format::Money, 14),
            Column::new(say!("Cumulative cash"), Format::Money, 14)
                .note(say!("Net savings less one-off cost since the start, at the end of the horizon.")),
            Column::new(say!("5 % of futures below"), Format::Money, 16)
                .note(say!("Of cumulative cash. A plan without subcontracting that is avoided is certain: no range.")),
            Column::new(say!("5 % of futures above"), Format::Money, 16).note(say!("Of cumulative cash.")),
            Column::new(say!("Cash against the baseline"), Format::MoneyChange, 14)
                .note(say!("Mean difference, future by future.")),
            Column::new(say!("Probability of more"), Format::WholePercent, 12)
                .note(say!("Share of futures with more cumulative cash than the baseline; equal counts half.")),
            Column::new(say!("Exit run-rate"), Format::Money, 14)
                .note(say!("What gross savings run at, a year, on the last day; not what was saved in a year.")),
        ],
        totals: None,
    }
}

fn amount(amounts: &Amounts, field: Field) -> f64 {
    amounts[field] / 100.0
}
