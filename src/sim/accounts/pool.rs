//! What deals bring each partner of the pool.

use crate::model::horizon::YEAR_MONTHS;
use crate::outcome::PartnerDeals;
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
    /// What each bought, contracts apart, by month of the fiscal year, a column each.
    pub bought: Vec<Money>,
    /// Where this month's column begins.
    this_month: usize,
}

impl PoolBook {
    /// Nothing, for the plans' pool.
    pub fn new(plans: &Plans) -> PoolBook {
        PoolBook {
            opened: false,
            tallies: vec![PartnerDeals::default(); plans.pool()],
            bought: vec![Money::ZERO; plans.pool() * YEAR_MONTHS],
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
            self.bought.fill(Money::ZERO);
            self.opened = false;
        }
    }

    /// Notes what a partner bought, or did not buy after all.
    #[inline(always)]
    pub(super) fn buy(&mut self, partner: u32, amount: Money) {
        self.bought[self.this_month + partner as usize] += amount;
    }

    /// Adds what another has of each partner.
    pub fn add(&mut self, other: &PoolBook) {
        if other.opened {
            for (sum, tally) in self.tallies.iter_mut().zip(&other.tallies) {
                *sum += tally;
            }
            column::add(&mut self.bought, &other.bought);
        }
    }

    /// Adds what is recognised of contracts in a fiscal year, from 0.
    pub fn recognise_year(&mut self, accrual: &Accrual, year: usize) {
        for (partner, sum) in self.tallies.iter_mut().enumerate() {
            if let Some(part) = accrual.partner(partner, year) {
                part.book_to_partner(sum);
            }
        }
    }
}
