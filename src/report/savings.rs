//! `Cost savings`: what a restructuring saves and costs by fiscal year, when it has paid for itself, what fewer channel
//! managers do, and what pay-per-use moves from one year to the next.

use crate::measures::Amounts;
use crate::model::savings::SavingsMonth;
use crate::outcome::Field;
use crate::report::alike::{groups, names};
use crate::report::readings;
use crate::report::savings::payback::{Payback, payback};
use crate::report::words::{count, money, money_mean, money_range};
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
        blocks.push(Block::Heading("Cumulative cash of the savings by month".to_owned()));
        blocks.push(Block::Table(years::by_month(story, &saving)));
    }
    Some(Page {
        name: say!("Cost savings"),
        title: "What is saved, and when it has paid for itself".to_owned(),
        subtitle: format!(
            "Means over {} trials, in {}, {} reading; savings are the vendor's and no part of its contribution",
            count(story.summary.trials as f64),
            story.inputs.programme.settings.currency,
            story.summary.reading.word()
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
            "Without a plan, savings are what subcontractors are paid less than under the baseline: below zero where they \
             are paid more. What replaces them, or what they replace, is in the vendor's service cost only; by that cost \
             such a programme is to be judged."
                .to_owned(),
        ));
    }
    blocks.extend(years::cumulative_charts(story, &plans));
    for group in &plans {
        let at = group[0];
        let names = names(story, group);
        blocks.push(Block::Heading(format!("{names}: savings by fiscal year")));
        blocks.push(Block::Table(years::by_year(story, at)));
        let steps = bridge::steps(story, at);
        let charts = vec![bridge::chart(story, at), years::pace_chart(story, at)];
        // Side by side, the names of many steps would leave the bars no height.
        if steps.rows.len() > SIDE_BY_SIDE {
            blocks.extend(charts.into_iter().map(|chart| Block::Charts(vec![chart])));
        } else {
            blocks.push(Block::Charts(charts));
        }
        blocks.push(Block::Table(steps));
        blocks.push(Block::Heading(format!("{names}: the plan line by line, over the horizon")));
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
    let cash = if end < 0.0 { format!("still have {cash} to earn back") } else { format!("leave {cash} in hand") };
    let spared = bridge::avoided(story, group[0], &programme.total(story.summary));
    let spared = if spared.abs() < 0.005 {
        String::new()
    } else {
        format!(
            " Of the gross, {}{} is subcontracting avoided; what replaces it is not set against it here.",
            if spared < 0.0 { "minus " } else { "" },
            money(spared, &settings.currency)
        )
    };
    let paid = match payback(programme.measure("savings_payback_month")) {
        Payback::Month(month) => format!("have paid for themselves in month {month}"),
        Payback::Between(first, last) => {
            format!("have paid for themselves between months {first} and {last} in nine futures of ten")
        }
        Payback::NotAlways => format!("have not paid for themselves within {} months in every future", settings.months),
        Payback::Never => format!("have not paid for themselves within {} months", settings.months),
    };
    format!(
        "{}: gross savings of {} in {} months, of which {} remain when a part is spent again; they cost {} once, {paid}, and \
         {cash}. At the end they run at {} a year.{spared}",
        names(story, group),
        amount("savings_gross"),
        settings.months,
        amount("savings_net"),
        amount("savings_one_off"),
        amount("savings_exit_run_rate"),
    )
}

/// What is said of a programme without a plan: it only subcontracts less than the baseline, or more.
fn avoids(story: &Story<'_>, group: &[usize]) -> String {
    let currency = &story.inputs.programme.settings.currency;
    let programme = &story.summary.programmes[group[0]];
    let gross = programme.measure("savings_gross");
    let (low, high) = gross.range();
    let range = if gross.mean < 0.0 { (-high, -low) } else { (low, high) };
    let service = programme.difference("vendor_service_cost").map_or(0.0, |change| change.statistics.mean);
    // Service cost is fees, field force and subcontractors: what is not subcontractors is the other two.
    let instead = service + gross.mean;
    let more = |amount: f64| if amount > 0.0 { "more" } else { "less" };
    format!(
        "{}: no plan of its own. Subcontractors are paid {} {} than under the baseline (90 % range {}); the savings here are \
         this alone{}. The field force and fees to partners cost {} {}, so that service as a whole costs {} {}.",
        names(story, group),
        money_mean(gross, currency),
        more(-gross.mean),
        money_range(range, currency),
        if gross.mean < 0.0 { ", and so below zero" } else { "" },
        money(instead, currency),
        more(instead),
        money(service, currency),
        more(service),
    )
}

fn headline(story: &Story<'_>, saving: &[usize]) -> Table {
    let paid = |at: &usize| match payback(story.summary.programmes[*at].measure("savings_payback_month")) {
        _ if !planned(story, *at) => "no plan".to_owned(),
        Payback::Month(month) => format!("month {month}"),
        Payback::Between(first, last) => format!("months {first} to {last}"),
        Payback::NotAlways => "not always".to_owned(),
        Payback::Never => "not in time".to_owned(),
    };
    let row = |at: &usize| {
        let programme = &story.summary.programmes[*at];
        let mean = |id: &str| Cell::Number(programme.measure(id).mean);
        let (low, high) = programme.measure("savings_cumulative").range();
        let change = programme.difference("savings_cumulative");
        vec![
            Cell::text(&*programme.name),
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
            Column::new("Programme", Format::Plain, 28),
            Column::new("Paid back", Format::Plain, 18).note(
                "Month in which cumulative cash has left debt for good; the range holds nine futures in ten. Not always: not \
                 in every future within the horizon; not in time: in none.",
            ),
            Column::new("Gross savings", Format::Money, 14).note("Over the whole horizon."),
            Column::new("Net savings", Format::Money, 14).note("Gross savings less what is spent again."),
            Column::new("One-off cost", Format::Money, 14),
            Column::new("Cumulative cash", Format::Money, 14)
                .note("Net savings less one-off cost since the start, at the end of the horizon."),
            Column::new("5 % of futures below", Format::Money, 16)
                .note("Of cumulative cash. A plan without subcontracting that is avoided is certain: no range."),
            Column::new("5 % of futures above", Format::Money, 16).note("Of cumulative cash."),
            Column::new("Cash against the baseline", Format::MoneyChange, 14)
                .note("Mean difference, future by future."),
            Column::new("Probability of more", Format::WholePercent, 12)
                .note("Share of futures with more cumulative cash than the baseline; equal counts half."),
            Column::new("Exit run-rate", Format::Money, 14)
                .note("What gross savings run at, a year, on the last day; not what was saved in a year."),
        ],
        totals: None,
    }
}

fn amount(amounts: &Amounts, field: Field) -> f64 {
    amounts[field] / 100.0
}
