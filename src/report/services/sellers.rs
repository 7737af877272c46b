//! Who may sell services before and after, and what it brings.

use crate::model::services::{ServicePartners, ServiceRules, ServiceYear, standings};
use crate::outcome::Field;
use crate::programme::Programme;
use crate::report::alike::{groups, names};
use crate::report::services::margins;
use crate::report::words::{count, money};
use crate::report::{Block, Cell, Column, Format, Story, Table, Total};
use crate::say;

/// The service level of each partner under a programme's own rules.
fn standings_of(story: &Story<'_>, at: usize) -> Vec<Option<u8>> {
    let sales: Vec<_> = story.members.iter().map(|member| member.service_sales).collect();
    let delivers: Vec<bool> = story.members.iter().map(|member| member.delivers_services).collect();
    standings(story.programme(at), &sales, &delivers)
}

/// Whether anybody may sell services.
pub fn any(story: &Story<'_>, at: usize) -> bool {
    standings_of(story, at).iter().any(Option::is_some)
}

/// The part of the page about sellers.
pub fn blocks(story: &Story<'_>, selling: &[usize]) -> Vec<Block> {
    if selling.is_empty() {
        return Vec::new();
    }
    let all: Vec<Vec<Option<u8>>> = (0..story.summary.programmes.len()).map(|at| standings_of(story, at)).collect();
    let said = (1..all.len()).filter(|at| all[*at] != all[0]).map(|at| (at, sentence(story, at, [&all[0], &all[at]])));
    let mut blocks: Vec<Block> = groups(said)
        .into_iter()
        .map(|(group, said)| Block::Answer(say!("{name}: {text}", name = names(story, &group), text = said)))
        .collect();
    blocks.push(Block::Heading(say!("Partners by service level")));
    blocks.push(Block::Table(counts(story, &all)));
    blocks.push(Block::Heading(say!("What services bring, whole horizon")));
    blocks.push(Block::Table(money_table(story, &all)));
    blocks.push(Block::Heading(say!("What services leave partners, by service level, whole horizon")));
    blocks.push(Block::Table(margins::by_service_level(story, selling, &all)));
    blocks.push(Block::Heading(say!("Service margin of partners by level held, whole horizon")));
    blocks.push(Block::Table(margins::by_level(story)));
    blocks
}

fn sentence(story: &Story<'_>, at: usize, [before, after]: [&[Option<u8>]; 2]) -> String {
    let [before_rows, after_rows] = [0, at].map(|at| story.programme(at).service_levels.len());
    let (old, new) = (ServicePartners::count(before, before_rows), ServicePartners::count(after, after_rows));
    let currency = &story.inputs.programme.settings.currency;
    let entering = entering(story.programme(at), story, [before, after]);
    let contribution = contribution(&entering);
    let brings = if entering.sales.minor() > 0 {
        let (sales, left) = (money(entering.sales.to_units(), currency), money(contribution, currency));
        if contribution < 0.0 {
            say!(
                " Those who enter sell {sales} a year, which costs the vendor {left} a year after cost, kick-backs and \
                 its part of training.",
                sales,
                left
            )
        } else {
            say!(
                " Those who enter sell {sales} a year, which leaves the vendor {left} a year after cost, kick-backs \
                 and its part of training.",
                sales,
                left
            )
        }
    } else {
        String::new()
    };
    let compared = |[before, after]: [usize; 2]| match before == after {
        true => say!("{after}, as before,", after = count(after as f64)),
        false => say!("{after} instead of {before}", after = count(after as f64), before = count(before as f64)),
    };
    say!(
        "{eligible} partners may sell services, {delivering} deliver them and {experts} are at the highest \
         level.{brings}",
        eligible = compared([old.eligible, new.eligible]),
        delivering = compared([old.delivering, new.delivering]),
        experts = compared([old.experts, new.experts]),
        brings
    )
}

/// A year of the partners that are sellers now and were not before.
fn entering(programme: &Programme, story: &Story<'_>, [before, after]: [&[Option<u8>]; 2]) -> ServiceYear {
    let rules = ServiceRules::new(programme);
    let mut sum = ServiceYear::default();
    for ((member, before), after) in story.members.iter().zip(before).zip(after) {
        if before.is_none() {
            let year = rules.year(*after, member.service_sales);
            sum.sales += year.sales;
            sum.cost += year.cost;
            sum.kickback += year.kickback;
            sum.training_vendor += year.training_vendor;
            sum.training_partner += year.training_partner;
        }
    }
    sum
}

/// What services leave the vendor, in currency units.
fn contribution(year: &ServiceYear) -> f64 {
    (year.sales - year.cost - year.kickback - year.training_vendor).to_units()
}

fn counts(story: &Story<'_>, all: &[Vec<Option<u8>>]) -> Table {
    let levels = &story.programme(0).service_levels;
    let at_level = |level: Option<u8>| {
        all.iter().map(move |standings| {
            Cell::Number(standings.iter().filter(|standing| standing.is_some() && **standing == level).count() as f64)
        })
    };
    let rows = levels.iter().enumerate().map(|(level, row)| {
        let mut cells = vec![Cell::text(&*row.level)];
        cells.extend(at_level(Some(level as u8)));
        cells
    });
    let mut columns = vec![Column::new(say!("Service level"), Format::Plain, 28).note(say!("Lowest first."))];
    columns.extend(story.summary.programmes.iter().map(|programme| Column::new(programme.shown(), Format::Count, 14)));
    let mut totals = vec![Total::Label(say!("May sell services"))];
    totals.extend(all.iter().map(|_| Total::Sum));
    Table { id: "service_sellers".to_owned(), rows: rows.collect(), columns, totals: Some(totals) }
}

fn money_table(story: &Story<'_>, all: &[Vec<Option<u8>>]) -> Table {
    let rows = story.summary.programmes.iter().enumerate().map(|(at, programme)| {
        let total = programme.total(story.summary);
        let amount = |field: Field| total[field] / 100.0;
        let entering = entering(story.programme(at), story, [&all[0], &all[at]]);
        let sales = amount(Field::ServiceSpend);
        let kept = sales - amount(Field::ServiceGoods) - amount(Field::Kickbacks) - amount(Field::TrainingVendor);
        vec![
            Cell::text(programme.shown()),
            Cell::Number(all[at].iter().flatten().count() as f64),
            Cell::Number(sales),
            Cell::Number(amount(Field::ServiceGoods)),
            Cell::Number(amount(Field::Kickbacks)),
            Cell::Number(amount(Field::TrainingVendor)),
            Cell::Number(kept),
            Cell::Number(amount(Field::TrainingPartner)),
            Cell::Number(programme.measure("partner_service_margin").mean),
            if at > 0 { Cell::Number(contribution(&entering)) } else { Cell::Empty },
        ]
    });
    Table {
        id: "service_business".to_owned(),
        rows: rows.collect(),
        columns: vec![
            Column::new(say!("Programme"), Format::Plain, 28),
            Column::new(say!("Sellers"), Format::Count, 14),
            Column::new(say!("Service sales"), Format::Money, 14),
            Column::new(say!("Cost of services"), Format::Money, 14).note(say!("Vendor's.")),
            Column::new(say!("Kick-backs"), Format::Money, 14).note(say!("From the vendor to partners.")),
            Column::new(say!("Training, vendor's part"), Format::Money, 14),
            Column::new(say!("Left to the vendor"), Format::Money, 14)
                .note(say!("Sales less cost, kick-backs and training; without tickets.")),
            Column::new(say!("Training, partners' part"), Format::Money, 14),
            Column::new(say!("Partner service margin"), Format::Money, 14)
                .note(say!("Kick-backs, and fees for tickets less what they cost; before training.")),
            Column::new(say!("New sellers, a year"), Format::MoneyChange, 14)
                .note(say!("What sellers that the baseline does not have leave the vendor in a year.")),
        ],
        totals: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::Money;

    #[test]
    fn an_expert_leaves_the_vendor_what_the_model_says() {
        // 80,000 - 56,000 - 4,800 - 7,500 = 11,700 (docs/model.md, "Services programme").
        let year = ServiceYear {
            sales: Money::from_units(80_000),
            cost: Money::from_units(56_000),
            kickback: Money::from_units(4_800),
            training_vendor: Money::from_units(7_500),
            training_partner: Money::from_units(17_500),
        };
        assert_eq!(contribution(&year), 11_700.0);
    }
}
