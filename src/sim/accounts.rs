//! Where the amounts of deals are booked: by the level and segment of who earned or spent them, and by partner.

use crate::outcome::{Book, Both, DEAL_FIELDS, DealTally, Field, PartnerContracts};
use crate::plan::Plans;
use crate::sim::accrual::Signature;
use crate::units::Money;

mod cells;
mod pool;

pub use cells::Cells;
pub use pool::PoolBook;

/// Accounts of deals.
#[derive(Debug, Clone)]
pub struct Accounts {
    /// By level and segment.
    pub cells: Cells,
    /// By partner.
    pub pool: PoolBook,
}

/// Accounts that are open to be booked into. A launch has cells for its deals without quotation and cells for what
/// quotations change, beside one book of its partners.
#[derive(Debug)]
pub struct Books<'a> {
    /// By level and segment.
    pub cells: &'a mut Cells,
    /// By partner.
    pub pool: &'a mut PoolBook,
}

/// What a won deal brings to everyone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Won {
    /// Slot of the winner.
    pub slot: usize,
    /// What the customer pays.
    pub price: Money,
    /// Price less purchase price.
    pub margin: Money,
    /// Price less reserve.
    pub rent: Money,
    /// What the distributor keeps.
    pub distributor: Money,
    /// Vendor's revenue.
    pub revenue: Money,
    /// Revenue less cost of goods.
    pub profit: Money,
    /// List value.
    pub list: Money,
    /// What the winner spent before the sale.
    pub presales: Money,
    /// Support of the winner.
    pub support: Money,
}

impl Accounts {
    /// Empty accounts for the plans' levels, segments and pool.
    pub fn new(plans: &Plans) -> Accounts {
        Accounts { cells: Cells::new(plans), pool: PoolBook::new(plans) }
    }

    /// Opens a month.
    pub fn start_month(&mut self, month: usize) {
        self.cells.start_month(month);
        self.pool.start_month(month);
    }

    /// Empties everything.
    pub fn next_trial(&mut self) {
        self.cells.next_trial();
        self.pool.empty();
    }

    /// Adds what others have, contracts apart.
    pub fn add(&mut self, other: &Accounts) {
        self.cells.add(&other.cells);
        self.pool.add(&other.pool);
    }

    /// Opens them to be booked into.
    pub fn books(&mut self) -> Books<'_> {
        Books { cells: &mut self.cells, pool: &mut self.pool }
    }
}

impl Books<'_> {
    /// Where what a partner earns or spends is booked while it holds `level`, in a segment.
    #[inline(always)]
    pub fn of(&mut self, level: usize, segment: usize, partner: u32) -> Both<'_> {
        let cell = self.cells.at(level, segment);
        Both(&mut self.cells.tallies[cell], &mut self.pool.tallies[partner as usize])
    }

    /// Notes what a partner bought, or did not buy after all.
    #[inline(always)]
    pub fn buy(&mut self, partner: u32, amount: Money) {
        self.pool.buy(partner, amount);
    }

    /// Books what is counted of a partner's contract among its contracts.
    pub fn contract(&mut self, partner: u32, entry: impl Fn(&mut PartnerContracts)) {
        self.pool.contract(partner, entry);
    }

    /// Books a contract of a partner that holds `level`, in a segment, `times` times.
    pub fn sign(&mut self, place: (usize, usize, u32), signature: &Signature, times: i64) {
        self.cells.sign(place, signature, times);
    }
}

impl Won {
    /// Vendor's cost of goods.
    pub fn goods(&self) -> Money {
        self.revenue - self.profit
    }

    /// Books the deal, all of it at once or, of a contract, what is counted.
    pub fn book(&self, at_once: bool, tally: &mut impl Book) {
        tally.book(Field::DealsWon, 1);
        tally.book(Field::ListWon, self.list.minor());
        tally.book(Field::WinnersPresales, self.presales.minor());
        if at_once {
            tally.book(Field::CustomerSpend, self.price.minor());
            tally.book(Field::FrontMargin, self.margin.minor());
            tally.book(Field::Rent, self.rent.minor());
            tally.book(Field::DistributorMargin, self.distributor.minor());
            tally.book(Field::NetRevenue, self.revenue.minor());
            tally.book(Field::GrossProfit, self.profit.minor());
        }
    }
}

/// Price of won deals, those that became contracts included.
fn price_of_won(tally: &DealTally) -> i64 {
    tally[Field::CustomerSpend] - tally[Field::ContractSpend] + tally[Field::ContractPrice]
}

/// What the deals would have brought without any support is a copy of what the deals without support brought.
pub fn remember_without_support(tally: &mut DealTally) {
    tally[Field::PriceWithout] = price_of_won(tally);
    tally[Field::ListWithout] = tally[Field::ListWon];
}

/// The widest a tally's row of memory may grow before the hot loop leaves the nearest cache.
const _: () = assert!(DEAL_FIELDS <= 32);
