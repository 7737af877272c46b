//! `Tracks`: what compensation by tracks pays where rebates by level paid, to whom, and for which indicators.

use crate::measures::ratio;
use crate::outcome::Field;
use crate::programme::CompensationModel;
use crate::report::readings;
use crate::report::words::{count, money, percent, reading};
use crate::report::{Block, Cell, Column, Format, Page, Story, Table};
use crate::say;

mod break_even;
mod indicators;
mod partners;
mod payouts;

/// The page; `None` where no programme pays by tracks.
pub fn page(story: &Story<'_>) -> Option<Page> {
    let by_tracks = |at: &usize| story.programme(*at).compensation.model == CompensationModel::Tracks;
    let programmes: Vec<usize> = (0..story.summary.programmes.len()).filter(by_tracks).collect();
    if programmes.is_empty() {
        return None;
    }
    let mut blocks: Vec<Block> = programmes.iter().map(|at| Block::Answer(sentence(story, *at))).collect();
    blocks.push(Block::Table(budget(story, &programmes)));
    blocks.push(Block::Text(say!(
        "What the rebates would have cost is worked out for the same partners and purchases in the same futures; \
         partners that are not enrolled keep their rebates and are in neither column. With a budget-neutral model \
         every year's payouts are scaled to cost exactly that."
    )));
    for at in &programmes {
        blocks.extend(payouts::blocks(story, *at));
        blocks.extend(partners::blocks(story, *at));
    }
    blocks.extend(break_even::blocks(story, &programmes));
    blocks.extend(indicators::blocks(story, &programmes));
    let measures = ["vendor_rebate_cost", "vendor_programme_cost", "partner_net_margin", "vendor_contribution"];
    blocks.extend(readings::blocks(story, "track_readings", &programmes, &measures));
    Some(Page {
        name: say!("Tracks"),
        title: say!("Compensation by tracks"),
        subtitle: say!(
            "Means over {trials} trials and the whole horizon, in {currency}, {reading}",
            trials = count(story.summary.trials as f64),
            currency = story.inputs.programme.settings.currency,
            reading = reading(story.summary.reading)
        ),
        one_page: false,
        blocks,
    })
}

/// A difference of means. Amounts that are equal in every trial may differ by what floating point leaves of them, which
/// would be shown as -0.
fn difference(new: f64, old: f64) -> f64 {
    if (new - old).abs() < 0.005 { 0.0 } else { new - old }
}

fn sentence(story: &Story<'_>, at: usize) -> String {
    let currency = &story.inputs.programme.settings.currency;
    let programme = &story.summary.programmes[at];
    let total = programme.total(story.summary);
    let (new, old) = (total[Field::TrackPayouts] / 100.0, total[Field::LegacyRebates] / 100.0);
    let neutral = story.programme(at).compensation.budget_neutral;
    let costs = if neutral && difference(new, old) == 0.0 {
        say!("the payouts are scaled to that budget")
    } else if old == 0.0 {
        say!("there was no budget to keep")
    } else {
        let share = percent(new / old);
        if neutral {
            say!("the payouts are {share} of that budget, scaled to it only from the scenario's first month on", share)
        } else {
            say!("the payouts are {share} of that budget", share)
        }
    };
    let changes = partners::changes(story, at);
    let [gain, lose] =
        [1.0, -1.0].map(|sign| changes.iter().filter(|c| c.change() * sign > partners::DEAD_BAND).count());
    say!(
        "{name}: the tracks pay {new} where rebates by level would have cost {old}: {costs}. {gain} partners are paid \
         more than {before}, {lose} less; being on a track costs partners {fixed}.",
        name = programme.shown(),
        new = money(new, currency),
        old = money(old, currency),
        costs,
        gain = count(gain as f64),
        before = if at == 0 { say!("by level") } else { say!("under the baseline") },
        lose = count(lose as f64),
        fixed = money(total[Field::TrackCosts] / 100.0, currency)
    )
}

fn budget(story: &Story<'_>, programmes: &[usize]) -> Table {
    let row = |at: &usize| {
        let programme = &story.summary.programmes[*at];
        let total = programme.total(story.summary);
        let amount = |field: Field| total[field] / 100.0;
        let neutral = story.programme(*at).compensation.budget_neutral;
        let paid = programme.measure("vendor_rebate_cost");
        let (low, high) = paid.range();
        let change = programme.difference("vendor_rebate_cost");
        let (new, old) = (amount(Field::TrackPayouts), amount(Field::LegacyRebates));
        vec![
            Cell::text(programme.shown()),
            Cell::text(if neutral { say!("yes") } else { say!("no") }),
            Cell::Number(old),
            Cell::Number(new),
            Cell::Number(difference(new, old)),
            Cell::Number(ratio(new, old)),
            Cell::Number(amount(Field::Rebates)),
            Cell::Number(paid.mean),
            Cell::Number(low),
            Cell::Number(high),
            change.map_or(Cell::Empty, |change| Cell::Number(change.statistics.mean)),
            change.map_or(Cell::Empty, |change| Cell::Number(change.probability_better)),
            Cell::Number(amount(Field::TrackCosts)),
        ]
    };
    Table {
        id: "track_budget".to_owned(),
        rows: programmes.iter().map(row).collect(),
        columns: vec![
            Column::new(say!("Programme"), Format::Plain, 28),
            Column::new(say!("Budget-neutral"), Format::Plain, 12)
                .note(say!("Whether payouts are scaled to what the rebates would cost.")),
            Column::new(say!("Rebates would cost"), Format::Money, 14)
                .note(say!("The budget: rebates by level of enrolled partners.")),
            Column::new(say!("Payouts of tracks"), Format::Money, 14),
            Column::new(say!("More than the budget"), Format::MoneyChange, 14),
            Column::new(say!("Of the budget"), Format::Percent, 12),
            Column::new(say!("Rebates still paid"), Format::Money, 14)
                .note(say!("To partners that are not enrolled, and before the tracks began.")),
            Column::new(say!("Back-end paid"), Format::Money, 14).note(say!("Payouts and rebates together.")),
            Column::new(say!("5 % of futures below"), Format::Money, 14).note(say!("Of the back-end paid.")),
            Column::new(say!("5 % of futures above"), Format::Money, 14).note(say!("Of the back-end paid.")),
            Column::new(say!("Against the baseline"), Format::MoneyChange, 14)
                .note(say!("Back-end paid, mean difference; whatever else the scenario changes is in it too.")),
            Column::new(say!("Probability of less"), Format::WholePercent, 12).note(say!(
                "Share of futures in which the vendor pays less back-end than under the baseline; equal counts half."
            )),
            Column::new(say!("Cost of tracks to partners"), Format::Money, 14)
                .note(say!("Fixed cost of the tracks; no payment of the vendor.")),
        ],
        totals: None,
    }
}
