//! What pay-per-use moves: revenue from one year to later ones, margin from the sale to the term.

use crate::measures::{Amounts, ratio};
use crate::model::pay_per_use::PayPerUseRules;
use crate::outcome::Field;
use crate::report::savings::amount;
use crate::report::words::{count, money, percent};
use crate::report::{Block, Cell, Column, Format, Story, Table};
use crate::say;
use crate::units::Rate;

mod years;

/// Whether a programme moves deals to pay-per-use.
pub fn moves(story: &Story<'_>, at: usize) -> bool {
    let rules = &story.programme(at).pay_per_use;
    rules.share_start > Rate::ZERO || rules.share_end > Rate::ZERO
}

/// The part of the page about pay-per-use.
pub fn blocks(story: &Story<'_>, moving: &[usize]) -> Vec<Block> {
    if moving.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![Block::Heading(say!("Pay-per-use"))];
    blocks.extend(moving.iter().map(|at| Block::Answer(sentence(story, *at))));
    blocks.push(Block::Table(worth(story, moving)));
    blocks.push(Block::Text(
        say!("Worth today is the present value of the partners' margin over the first term, without renewals. The break-even \
         margin is what a contract would have to leave partners, with nothing paid at signing, to be worth as much as \
         the same deals sold outright."),
    ));
    for at in moving {
        let name = story.summary.programmes[*at].shown();
        blocks.push(Block::Heading(say!("{name}: pay-per-use by fiscal year", name)));
        blocks.push(Block::Table(years::by_year(story, *at)));
        blocks.push(Block::Charts(vec![years::trough_chart(story, *at), years::margin_chart(story, *at)]));
    }
    blocks
}

/// What partners earn on the deals that were moved.
struct Margins {
    /// Share of the price, had the deals been sold outright.
    outright: f64,
    /// Share of the contracts.
    by_use: f64,
    /// Present value of that, as a share of the contracts.
    today: f64,
}

impl Margins {
    fn of(total: &Amounts) -> Margins {
        let value = total[Field::ContractValue];
        Margins {
            outright: ratio(total[Field::OutrightMargin], total[Field::ContractPrice]),
            by_use: ratio(value - total[Field::ContractPurchases], value),
            today: ratio(total[Field::ContractWorth], value),
        }
    }
}

fn sentence(story: &Story<'_>, at: usize) -> String {
    let currency = &story.inputs.programme.settings.currency;
    let programme = &story.summary.programmes[at];
    let total = programme.total(story.summary);
    let margins = Margins::of(&total);
    let (gap, year) = deepest_gap(&programme.years(story.summary));
    say!(
        "{name}: {contracts} contracts worth {value} are signed. Recognised over their term, they bring up to {gap} less \
         customer spend than the same deals sold outright, counted from the start to the end of year {year}. Partners \
         earn {by_use} of them instead of {outright} at once; today that is worth {today}.",
        name = programme.shown(),
        contracts = count(total[Field::Contracts]),
        value = money(amount(&total, Field::ContractValue), currency),
        gap = money(gap.min(0.0), currency),
        year,
        by_use = percent(margins.by_use),
        outright = percent(margins.outright),
        today = percent(margins.today),
    )
}

/// The lowest cumulative difference of what is recognised and what would have been sold outright, and its year from 1.
fn deepest_gap(years: &[Amounts]) -> (f64, usize) {
    let mut gap = 0.0;
    let gaps = years.iter().enumerate().map(|(year, amounts)| {
        gap += amount(amounts, Field::ContractSpend) - amount(amounts, Field::ContractPrice);
        (gap, year + 1)
    });
    gaps.min_by(|a, b| a.0.total_cmp(&b.0)).unwrap_or((0.0, 1))
}

fn worth(story: &Story<'_>, moving: &[usize]) -> Table {
    let row = |at: &usize| {
        let programme = story.programme(*at);
        let figures = &story.summary.programmes[*at];
        let total = figures.total(story.summary);
        let margins = Margins::of(&total);
        let rules = PayPerUseRules::new(programme);
        let discount = programme.settings.discount_rate;
        let own_margin = programme.links.aas_margin;
        let at_once = Rate::from_ppb((margins.outright * 1e9).round() as i64);
        let value = amount(&total, Field::ContractValue);
        let take =
            value * programme.pay_per_use.marketplace_share.to_f64() * programme.pay_per_use.marketplace_fee.to_f64();
        vec![
            Cell::text(figures.shown()),
            Cell::Number(total[Field::Contracts]),
            Cell::Number(value),
            Cell::Number(amount(&total, Field::ContractPrice)),
            Cell::Number(margins.outright),
            Cell::Number(margins.by_use),
            Cell::Number(margins.today),
            if own_margin { Cell::Number(rules.partner_value(discount)) } else { Cell::Empty },
            Cell::Number(rules.break_even_margin(at_once, discount)),
            Cell::Number(amount(&total, Field::ContractWorth)),
            Cell::Number(take),
        ]
    };
    Table {
        id: "contracts".to_owned(),
        rows: moving.iter().map(row).collect(),
        columns: vec![
            Column::new(say!("Programme"), Format::Plain, 28),
            Column::new(say!("Contracts signed"), Format::Count, 14),
            Column::new(say!("Value of contracts"), Format::Money, 14)
                .note(say!("What customers pay over the first term.")),
            Column::new(say!("Price sold outright"), Format::Money, 14)
                .note(say!("Price at which the same deals were won.")),
            Column::new(say!("Margin outright"), Format::Percent, 14)
                .note(say!("Of the price; what the auction left partners.")),
            Column::new(say!("Margin by use"), Format::Percent, 14)
                .note(say!("Of the value of contracts, over the term.")),
            Column::new(say!("Worth today"), Format::Percent, 14)
                .note(say!("Present value of that margin, of the value of contracts, as simulated.")),
            Column::new(say!("Worth today by formula"), Format::Percent, 14)
                .note(say!("The part paid at signing, and the rest as an annuity over the term.")),
            Column::new(say!("Break-even margin"), Format::Percent, 14).note(say!(
                "Margin by use, nothing of it at signing, that is worth the margin outright; without uplift."
            )),
            Column::new(say!("Worth today, amount"), Format::Money, 14),
            Column::new(say!("Marketplaces keep"), Format::Money, 14)
                .note(say!("Expected over the first term: value x share through marketplaces x their fee.")),
        ],
        totals: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outcome::Tally;

    fn year(fields: &[(Field, i64)]) -> Amounts {
        let mut tally = Tally::default();
        for (field, cents) in fields {
            tally[*field] = *cents;
        }
        Amounts::from(&tally)
    }

    #[test]
    fn the_trough_ends_where_recognition_has_caught_up() {
        // 480 sold a year, recognised evenly over two years from the year of the sale: 240, 480, 480: -240 from then on.
        let spend = |cents| year(&[(Field::ContractPrice, 48_000), (Field::ContractSpend, cents)]);
        assert_eq!(deepest_gap(&[spend(24_000), spend(48_000)]), (-240.0, 1));
        assert_eq!(deepest_gap(&[spend(12_000), spend(36_000), spend(48_000)]), (-480.0, 2));
    }

    #[test]
    fn margins_are_shares_of_what_they_are_paid_on() {
        let margins = Margins::of(&year(&[
            (Field::ContractPrice, 100_000),
            (Field::OutrightMargin, 19_000),
            (Field::ContractValue, 110_000),
            (Field::ContractPurchases, 79_200),
            (Field::ContractWorth, 27_500),
        ]));
        assert_eq!((margins.outright, margins.by_use, margins.today), (0.19, 0.28, 0.25));
        assert_eq!(Margins::of(&year(&[])).by_use, 0.0);
    }
}
