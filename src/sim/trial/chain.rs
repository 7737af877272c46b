//! What a succession of year-end rules brings in a trial to partners that meet no deals, and its services.

use std::sync::Arc;

use crate::model::field::FieldMonth;
use crate::model::horizon::YEAR_MONTHS;
use crate::outcome::{Business, Dimension, Field, Tally};
use crate::plan::{Chain, Plans};
use crate::sim::draws::Draws;
use crate::sim::roll::{Booked, Roll, RollSums};
use crate::sim::tickets::TicketLaws;
use crate::units::Money;

/// The state of a succession of rules.
#[derive(Debug)]
pub struct ChainState {
    /// Every row of the breakdown.
    pub rows: Vec<Tally>,
    /// The partners that meet no deals.
    pub roll: Roll,
    /// What is added up of them over the trials of a chunk.
    pub sums: RollSums,
    /// What they were booked in the spells of the fiscal year.
    pub(super) booked: [Booked; 2],
    /// Price of subcontracted tickets, by month; `None` where there are no tickets at all.
    pub(super) subcontracting: Vec<Option<Money>>,
    /// Fees for tickets and what they cost the partners, by month.
    pub(super) fees: Vec<(Money, Money)>,
    /// How many partners hold each level after the last evaluation.
    pub(super) held: Vec<i64>,
}

impl ChainState {
    pub(super) fn new(plans: &Plans, by_partner: bool) -> ChainState {
        let others = plans.pool()..plans.members.len();
        ChainState {
            rows: vec![Tally::default(); plans.shape.len()],
            sums: RollSums::new(plans, if by_partner { others.len() } else { 0 }),
            roll: Roll::new(plans, others),
            booked: [0, 1].map(|_| Booked::new(plans.shape.levels)),
            subcontracting: vec![None; plans.months],
            fees: vec![(Money::ZERO, Money::ZERO); plans.months],
            held: vec![0; plans.shape.levels],
        }
    }

    /// Starts a trial: its tickets do not depend on anything that partners do.
    pub(super) fn start(
        &mut self,
        plans: &Plans,
        chain: &Chain,
        laws: &[Option<Arc<TicketLaws>>],
        draws: &Draws,
        trial: u64,
    ) {
        self.rows.fill(Tally::default());
        self.roll.start(plans);
        self.subcontracting.fill(None);
        self.fees.fill((Money::ZERO, Money::ZERO));
        for month in 0..plans.months {
            let office = chain.office(month);
            if let (Some(services), Some(laws)) = (&plans.offices[office].services, &laws[office]) {
                let tickets = laws.draw(draws, trial, month);
                if !services.field.is_none() {
                    self.book(plans, month, &services.field.month(&tickets));
                }
                let sellers = services.sellers.len() as i64;
                if month + 1 == plans.months {
                    self.book_unassigned(plans, month, |tally| tally[Field::ServiceEligible] += sellers);
                }
            }
        }
    }

    fn book(&mut self, plans: &Plans, month: usize, field: &FieldMonth) {
        self.subcontracting[month] = Some(field.subcontract_cost);
        self.fees[month] = (field.partner_fee, field.partner_cost);
        self.book_unassigned(plans, month, |tally| {
            tally[Field::FieldCost] += field.in_house_cost.minor();
            tally[Field::SubcontractCost] += field.subcontract_cost.minor();
            let tickets = field.partner + field.in_house + field.subcontracted;
            for (of, count) in [
                (Field::Tickets, tickets),
                (Field::TicketsPartner, field.partner),
                (Field::TicketsInHouse, field.in_house),
                (Field::TicketsSubcontracted, field.subcontracted),
                (Field::TicketsHandedBack, field.handed_back),
                (Field::TicketsLate, field.late),
                (Field::TicketsOverflow, tickets - field.served_first),
            ] {
                tally[of] += count as i64;
            }
        });
        // Fees belong to the levels of those who earn them, which are known when the year is settled.
        let shape = &plans.shape;
        for row in [
            shape.unassigned(Dimension::Segment),
            shape.row(Dimension::Month, month),
            shape.row(Dimension::Business, Business::Services as usize),
        ] {
            self.rows[row][Field::TicketFees] += field.partner_fee.minor();
            self.rows[row][Field::TicketCosts] += field.partner_cost.minor();
        }
    }

    fn book_unassigned(&mut self, plans: &Plans, month: usize, entry: impl Fn(&mut Tally)) {
        let shape = &plans.shape;
        for row in [
            shape.unassigned(Dimension::Level),
            shape.unassigned(Dimension::Segment),
            shape.row(Dimension::Month, month),
            shape.row(Dimension::Business, Business::Services as usize),
        ] {
            entry(&mut self.rows[row]);
        }
    }

    /// What each deliverer earns and spends for the tickets of some months of a fiscal year: by its service sales, as a
    /// running total, so that nothing is lost.
    pub(super) fn fees(&self, up_to: &[f64], year: usize, months: (usize, usize)) -> Vec<(usize, Money, Money)> {
        let first = year * YEAR_MONTHS;
        let of_spell = &self.fees[first + months.0..first + months.1];
        let fee: Money = of_spell.iter().map(|month| month.0).sum();
        let cost: Money = of_spell.iter().map(|month| month.1).sum();
        let part = |amount: Money, share: f64| Money::round_minor(amount.minor() as f64 * share);
        let mut before = 0.0;
        let mut fees = Vec::new();
        for (place, share) in up_to.iter().enumerate().filter(|_| fee > Money::ZERO || cost > Money::ZERO) {
            if *share > before {
                let own = |amount| part(amount, *share) - part(amount, before);
                fees.push((place, own(fee), own(cost)));
                before = *share;
            }
        }
        fees
    }
}
