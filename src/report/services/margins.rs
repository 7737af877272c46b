//! What services leave partners, by service level and by level.

use crate::model::horizon::YEAR_MONTHS;
use crate::model::services::{ServiceRules, ServiceYear};
use crate::outcome::Dimension;
use crate::outcome::account::SERVICE_MARGIN;
use crate::outcome::partner::PartnerField;
use crate::programme::ServiceLevel;
use crate::report::alike::{groups, names};
use crate::report::{Cell, Column, Format, Story, Table, Total};
use crate::say;
use crate::summary::UNASSIGNED;

/// The part of the partners' training over the horizon: the baseline's until the own rules begin.
fn training(baseline: &ServiceYear, own: &ServiceYear, months: [usize; 2]) -> f64 {
    let [before, after] = months.map(|months| months as f64 / YEAR_MONTHS as f64);
    baseline.training_partner.to_units() * before + own.training_partner.to_units() * after
}

/// What services leave partners by service level; `all` are the standings of every programme.
pub fn by_service_level(story: &Story<'_>, selling: &[usize], all: &[Vec<Option<u8>>]) -> Table {
    let said = selling.iter().map(|at| (*at, service_levels(story, *at, [&all[0], &all[*at]])));
    let rows = groups(said).into_iter().flat_map(|(group, rows)| {
        let names = names(story, &group);
        rows.into_iter().map(move |row| [Cell::text(&*names)].into_iter().chain(row).collect())
    });
    let rows = rows.collect();
    Table {
        id: "service_margin_by_service_level".to_owned(),
        rows,
        columns: vec![
            Column::new(say!("Programme"), Format::Plain, 28),
            Column::new(say!("Service level"), Format::Plain, 14),
            Column::new(say!("Partners"), Format::Count, 14),
            Column::new(say!("Service sales a year"), Format::Money, 14),
            Column::new(say!("Service margin"), Format::Money, 14)
                .note(say!("Kick-backs, and fees for tickets less what they cost.")),
            Column::new(say!("Training they pay"), Format::Money, 14),
            Column::new(say!("Left to partners"), Format::MoneyChange, 14),
            Column::new(say!("Left to each"), Format::MoneyChange, 14)
                .note(say!("Mean of the partners at the service level.")),
        ],
        totals: None,
    }
}

/// The service margin of partners by the level they hold.
pub fn by_level(story: &Story<'_>) -> Table {
    let programmes = &story.summary.programmes;
    let mut columns = vec![Column::new(say!("Level"), Format::Plain, 28)];
    columns.extend(programmes.iter().map(|programme| Column::new(programme.shown(), Format::Money, 14)));
    let rows = story.summary.rows_of(Dimension::Level).filter(|(_, row)| row.name != UNASSIGNED).map(|(place, row)| {
        let mut cells = vec![Cell::text(row.shown())];
        cells.extend(programmes.iter().map(|programme| Cell::Number(programme.by_row[place].account(&SERVICE_MARGIN))));
        cells
    });
    let mut totals = vec![Total::Label(say!("Total"))];
    totals.extend(programmes.iter().map(|_| Total::Sum));
    Table { id: "service_margin_by_level".to_owned(), rows: rows.collect(), columns, totals: Some(totals) }
}

/// What services leave the partners of each service level; `standings` are the baseline's and the programme's own.
fn service_levels(story: &Story<'_>, at: usize, standings: [&[Option<u8>]; 2]) -> Vec<Vec<Cell>> {
    let rules = [0, at].map(|at| ServiceRules::new(story.programme(at)));
    let from = story.plans.plans[at].from;
    let levels = story.programme(at).service_levels.iter().enumerate();
    let row = |(level, name): (usize, &ServiceLevel)| {
        let (mut partners, mut sales, mut margin, mut cost) = (0.0, 0.0, 0.0, 0.0);
        let held = standings[1].iter().enumerate().filter(|(_, standing)| **standing == Some(level as u8));
        for (place, _) in held {
            let member = &story.members[place];
            partners += 1.0;
            sales += member.service_sales.to_units();
            margin += story.summary.programmes[at].partners[place][PartnerField::ServiceMargin] / 100.0;
            let years = [0, 1].map(|rule| rules[rule].year(standings[rule][place], member.service_sales));
            cost += training(&years[0], &years[1], [from, story.plans.months - from]);
        }
        vec![
            Cell::text(&*name.level),
            Cell::Number(partners),
            Cell::Number(sales),
            Cell::Number(margin),
            Cell::Number(cost),
            Cell::Number(margin - cost),
            if partners > 0.0 { Cell::Number((margin - cost) / partners) } else { Cell::Empty },
        ]
    };
    levels.map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::Money;

    #[test]
    fn training_is_paid_by_the_rules_of_its_months() {
        let year = ServiceYear { training_partner: Money::from_units(17_500), ..ServiceYear::default() };
        // Six months without training and 18 with it.
        assert_eq!(training(&ServiceYear::default(), &year, [6, 18]), 26_250.0);
    }
}
