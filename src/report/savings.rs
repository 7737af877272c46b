//! `Cost savings`: what a restructuring saves and costs by fiscal year, when it has paid for itself, what fewer channel
//! managers do, and what pay-per-use moves from one year to the next.

use crate::measures::Amounts;
use crate::outcome::Field;
use crate::report::alike::{groups, names};
use crate::report::readings;
use crate::report::words::{count, money};
use crate::report::{Block, Cell, Column, Format, Page, Story, Table};
use crate::stats::Statistics;

mod bridge;
mod contracts;
mod coverage;
mod waterfall;
mod years;

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
    if !saving.is_empty() {
        blocks.push(Block::Heading("Cumulative cash of the savings by month".to_owned()));
        blocks.push(Block::Table(years::by_month(story, &saving)));
    }
    Some(Page {
        name: "Cost savings",
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

/// Whether a programme has a savings plan, or saves or costs anything.
fn saves(story: &Story<'_>, at: usize) -> bool {
    let total = story.summary.programmes[at].total(story.summary);
    let planned = story.programme(at).savings_lines.iter().any(|line| line.units > 0.0);
    planned || total[Field::SavingsGross] != 0.0 || total[Field::SavingsOneOff] != 0.0
}

fn plan_blocks(story: &Story<'_>, saving: &[usize]) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    if saving.is_empty() {
        return blocks;
    }
    let alike = alike(story, saving);
    blocks.extend(alike.iter().map(|group| Block::Answer(sentence(story, group))));
    blocks.push(Block::Table(headline(story, saving)));
    blocks.push(Block::Charts(vec![years::cumulative_chart(story, &alike)]));
    for group in &alike {
        let at = group[0];
        let names = names(story, group);
        blocks.push(Block::Heading(format!("{names}: savings by fiscal year")));
        blocks.push(Block::Table(years::by_year(story, at)));
        blocks.push(Block::Charts(vec![bridge::chart(story, at), years::pace_chart(story, at)]));
        blocks.push(Block::Table(bridge::steps(story, at)));
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
    let amount = |id: &str| money(programme.measure(id).mean, &settings.currency);
    let end = programme.measure("savings_cumulative").mean;
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
         leave {} of cash {}. At the end they run at {} a year.",
        names(story, group),
        amount("savings_gross"),
        settings.months,
        amount("savings_net"),
        amount("savings_one_off"),
        money(end, &settings.currency),
        if end < 0.0 { "to be earned back" } else { "in hand" },
        amount("savings_exit_run_rate"),
    )
}

/// When a plan has paid for itself, over the trials.
#[derive(Debug, PartialEq, Eq)]
enum Payback {
    /// In this month, in nine futures of ten or more.
    Month(u32),
    /// Between these months in nine futures of ten.
    Between(u32, u32),
    /// Within the horizon in some futures only.
    NotAlways,
    /// In none of nine futures of ten.
    Never,
}

/// Month 0 stands for not within the horizon.
fn payback(months: &Statistics) -> Payback {
    let (first, last) = months.range();
    match (first.floor() as u32, last.ceil() as u32) {
        (_, 0) => Payback::Never,
        (0, _) => Payback::NotAlways,
        (first, last) if first == last => Payback::Month(first),
        (first, last) => Payback::Between(first, last),
    }
}

fn headline(story: &Story<'_>, saving: &[usize]) -> Table {
    let row = |at: &usize| {
        let programme = &story.summary.programmes[*at];
        let mean = |id: &str| Cell::Number(programme.measure(id).mean);
        let (low, high) = programme.measure("savings_cumulative").range();
        let change = programme.difference("savings_cumulative");
        vec![
            Cell::text(&*programme.name),
            mean("savings_gross"),
            mean("savings_net"),
            mean("savings_one_off"),
            mean("savings_cumulative"),
            Cell::Number(low),
            Cell::Number(high),
            change.map_or(Cell::Empty, |change| Cell::Number(change.statistics.mean)),
            change.map_or(Cell::Empty, |change| Cell::Number(change.probability_better)),
            mean("savings_exit_run_rate"),
            Cell::text(match payback(programme.measure("savings_payback_month")) {
                Payback::Month(month) => month.to_string(),
                Payback::Between(first, last) => format!("{first} to {last}"),
                Payback::NotAlways => "not in every future".to_owned(),
                Payback::Never => "not in the horizon".to_owned(),
            }),
        ]
    };
    Table {
        id: "savings".to_owned(),
        rows: saving.iter().map(row).collect(),
        columns: vec![
            Column::new("Programme", Format::Plain, 28),
            Column::new("Gross savings", Format::Money, 14).note("Over the whole horizon."),
            Column::new("Net savings", Format::Money, 14).note("Gross savings less what is spent again."),
            Column::new("One-off cost", Format::Money, 14),
            Column::new("Cumulative cash", Format::Money, 14)
                .note("Net savings less one-off cost since the start, at the end of the horizon."),
            Column::new("5 % of futures below", Format::Money, 14)
                .note("Of cumulative cash. A plan without subcontracting that is avoided is certain: no range."),
            Column::new("5 % of futures above", Format::Money, 14).note("Of cumulative cash."),
            Column::new("Cash against the baseline", Format::MoneyChange, 14)
                .note("Mean difference, future by future."),
            Column::new("Probability of more", Format::WholePercent, 12)
                .note("Share of futures with more cumulative cash than the baseline; equal counts half."),
            Column::new("Exit run-rate", Format::Money, 14)
                .note("What gross savings run at, a year, on the last day; not what was saved in a year."),
            Column::new("Payback month", Format::Plain, 14)
                .note("Month in which cumulative cash has left debt for good; the range holds nine futures in ten."),
        ],
        totals: None,
    }
}

fn amount(amounts: &Amounts, field: Field) -> f64 {
    amounts[field] / 100.0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn months(values: &[f64]) -> Payback {
        payback(&Statistics::of(&mut values.to_vec()))
    }

    #[test]
    fn payback_is_claimed_only_where_it_comes() {
        assert_eq!(months(&[41.0, 41.0, 41.0]), Payback::Month(41));
        assert_eq!(months(&[0.0, 0.0]), Payback::Never);
        // Type 7 over 40 and 44: 5 % is 40.2, 95 % is 43.8.
        assert_eq!(months(&[40.0, 44.0]), Payback::Between(40, 44));
        // Over 0 and 44 the 5th percentile is 2.2, between a month and none.
        assert_eq!(months(&[0.0, 0.0, 0.0, 44.0]), Payback::NotAlways);
    }
}
