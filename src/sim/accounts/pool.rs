//! What deals bring each partner of the pool.

use crate::model::horizon::YEAR_MONTHS;
use crate::outcome::{PartnerContracts, PartnerDeals, add_each};
use crate::plan::Plans;
use crate::sim::accrual::Accrual;
use crate::units::{Money, column};

/// Totals by partner of the pool since they were last emptied.
#[derive(Debug, Clone)]
pub struct PoolBook {
    /// Whether anything may be booked since it was last emptied.
    opened: bool,
    /// One tally for each partner.
    pub tallies: Vec<PartnerDeals>,
    /// Contracts of each, where some plan sells by use.
    contracts: Vec<PartnerContracts>,
    /// What each bought, contracts apart, by month of the fiscal year, a column each, where rebates are due on it in some
    /// plan.
    pub bought: Vec<Money>,
    /// Where this month's column begins.
    this_month: usize,
}

impl PoolBook {
    /// Nothing, for the plans' pool.
    pub fn new(plans: &Plans) -> PoolBook {
        // What nobody asks for is memory that every trial would empty and add up.
        let follows = (0..plans.plans.len()).any(|plan| plans.is_due_on_deals(plan));
        PoolBook {
            opened: false,
            tallies: vec![PartnerDeals::default(); plans.pool()],
            contracts: vec![PartnerContracts::default(); if plans.sells_by_use() { plans.pool() } else { 0 }],
            bought: vec![Money::ZERO; if follows { plans.pool() * YEAR_MONTHS } else { 0 }],
            this_month: 0,
        }
    }

    /// Opens a month.
    pub fn start_month(&mut self, month: usize) {
        self.this_month = month % YEAR_MONTHS * self.tallies.len();
        self.opened = true;
    }

    /// Empties everything.
    pub fn empty(&mut self) {
        if self.opened {
            self.tallies.fill(PartnerDeals::default());
            self.contracts.fill(PartnerContracts::default());
            self.bought.fill(Money::ZERO);
            self.opened = false;
        }
    }

    /// Notes what a partner bought, or did not buy after all.
    #[inline(always)]
    pub(super) fn buy(&mut self, partner: u32, amount: Money) {
        if let Some(bought) = self.bought.get_mut(self.this_month + partner as usize) {
            *bought += amount;
        }
    }

    /// Contracts of a partner.
    pub fn contracts(&self, partner: usize) -> PartnerContracts {
        self.contracts.get(partner).copied().unwrap_or_default()
    }

    /// Contracts of all partners.
    pub fn all_contracts(&self) -> PartnerContracts {
        self.contracts.iter().fold(PartnerContracts::default(), |mut sum, contracts| {
            sum += contracts;
            sum
        })
    }

    /// Books what is counted of a partner's contract.
    pub(super) fn contract(&mut self, partner: u32, entry: impl Fn(&mut PartnerContracts)) {
        self.contracts.get_mut(partner as usize).into_iter().for_each(entry);
    }

    /// Adds what another has of each partner.
    pub fn add(&mut self, other: &PoolBook) {
        if other.opened {
            add_each(&mut self.tallies, &other.tallies);
            for (sum, contracts) in self.contracts.iter_mut().zip(&other.contracts) {
                *sum += contracts;
            }
            column::add(&mut self.bought, &other.bought);
        }
    }

    /// Adds what is recognised of contracts in a fiscal year, from 0.
    pub fn recognise_year(&mut self, accrual: &Accrual, year: usize) {
        for (partner, (deals, contracts)) in self.tallies.iter_mut().zip(&mut self.contracts).enumerate() {
            if let Some(part) = accrual.partner(partner, year) {
                part.book_to_partner(deals, contracts);
            }
        }
    }
}
