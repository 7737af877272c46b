//! Where the amounts of a month's deals are booked: by the level and segment of who earned or spent them, and by
//! partner.

use crate::model::horizon::YEAR_MONTHS;
use crate::outcome::{Book, Both, DEAL_FIELDS, DealTally, Field, PartnerDeals, Totals};
use crate::plan::Plans;
use crate::sim::accrual::{Accrual, Signature};
use crate::units::{Money, column};

/// Totals by level and segment and by partner since they were last emptied, and of each month.
#[derive(Debug, Clone)]
pub struct Accounts {
    segments: usize,
    month: usize,
    /// Whether anything may be booked since it was last emptied.
    opened: bool,
    /// One tally for each level and segment.
    pub cells: Vec<DealTally>,
    /// What all cells came to when the last month was closed.
    closed: DealTally,
    /// One tally for each partner of the pool.
    pub partners: Vec<PartnerDeals>,
    /// What the partners of the pool bought, contracts apart, by month of the fiscal year, a column each.
    pub bought: Vec<Money>,
    /// Where this month's column begins.
    this_month: usize,
    /// Contracts signed so far, where some plan sells by use.
    pub accrual: Option<Box<Accrual>>,
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
        Accounts {
            segments: plans.shape.segments,
            month: 0,
            opened: false,
            closed: DealTally::default(),
            cells: vec![DealTally::default(); plans.shape.levels * plans.shape.segments],
            partners: vec![PartnerDeals::default(); plans.pool()],
            bought: vec![Money::ZERO; plans.pool() * YEAR_MONTHS],
            this_month: 0,
            accrual: plans.sells_by_use().then(|| Box::new(Accrual::new(plans))),
        }
    }

    /// Opens a month.
    pub fn start_month(&mut self, month: usize) {
        self.month = month;
        self.this_month = month % YEAR_MONTHS * self.partners.len();
        self.opened = true;
    }

    /// Empties everything.
    pub fn next_trial(&mut self) {
        self.empty();
        if let Some(accrual) = &mut self.accrual {
            accrual.clear();
        }
    }

    /// Empties everything but contracts, which go on.
    pub fn empty(&mut self) {
        if self.opened {
            self.empty_cells();
            self.partners.fill(PartnerDeals::default());
            self.bought.fill(Money::ZERO);
            self.opened = false;
        }
    }

    /// Empties what is kept by level and segment.
    pub fn empty_cells(&mut self) {
        self.cells.fill(DealTally::default());
        self.closed = DealTally::default();
    }

    /// Adds what other accounts have of each partner.
    pub fn add_partners(&mut self, other: &Accounts) {
        for (sum, tally) in self.partners.iter_mut().zip(&other.partners) {
            *sum += tally;
        }
        column::add(&mut self.bought, &other.bought);
    }

    /// Adds what is recognised of the contracts in some accounts, in a fiscal year from 0, to each partner.
    pub fn recognise_year(&mut self, accrual: Option<&Accrual>, year: usize) {
        for (partner, sum) in self.partners.iter_mut().enumerate() {
            if let Some(part) = accrual.and_then(|accrual| accrual.partner(partner, year)) {
                part.book_to_partner(sum);
            }
        }
    }

    /// Adds what is recognised this month of contracts.
    fn recognise(&mut self) {
        let recognised = self.accrual.as_ref().and_then(|accrual| accrual.month(self.month));
        for (cell, part) in self.cells.iter_mut().zip(recognised.unwrap_or_default()) {
            part.book(cell);
        }
    }

    /// Books a contract of a partner that holds `level`, in a segment, `times` times.
    pub fn sign(&mut self, (level, segment, partner): (usize, usize, u32), signature: &Signature, times: i64) {
        if let Some(accrual) = &mut self.accrual {
            accrual.sign(self.month, level * self.segments + segment, partner, signature, times);
        }
    }

    /// Where what a partner earns or spends is booked while it holds `level`, in a segment.
    #[inline(always)]
    pub fn of(&mut self, level: usize, segment: usize, partner: u32) -> Both<'_> {
        Both(&mut self.cells[level * self.segments + segment], &mut self.partners[partner as usize])
    }

    /// Notes what a partner bought, or did not buy after all.
    #[inline(always)]
    pub fn buy(&mut self, partner: u32, amount: Money) {
        self.bought[self.this_month + partner as usize] += amount;
    }

    /// Closes the month: with what is recognised of contracts in it, what it came to altogether.
    pub fn close_month(&mut self) -> DealTally {
        self.recognise();
        let mut all = DealTally::default();
        for cell in &self.cells {
            all += cell;
        }
        let mut month = all;
        month -= &self.closed;
        self.closed = all;
        month
    }

    /// The months that were closed by level, then by segment, then altogether.
    pub fn sums(&self) -> (Vec<DealTally>, Vec<DealTally>, DealTally) {
        let mut by_segment = vec![DealTally::default(); self.segments];
        let by_level = self.cells.chunks(self.segments).map(|row| {
            let mut level = DealTally::default();
            for (segment, cell) in by_segment.iter_mut().zip(row) {
                *segment += cell;
                level += cell;
            }
            level
        });
        (by_level.collect(), by_segment, self.closed)
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
pub fn price_of_won<const N: usize>(tally: &Totals<N>) -> i64 {
    tally[Field::CustomerSpend] - tally[Field::ContractSpend] + tally[Field::ContractPrice]
}

/// What the deals would have brought without any support is a copy of what the deals without support brought.
pub fn remember_without_support(tally: &mut DealTally) {
    tally[Field::PriceWithout] = price_of_won(tally);
    tally[Field::ListWithout] = tally[Field::ListWon];
}

/// The widest a tally's row of memory may grow before the hot loop leaves the nearest cache.
const _: () = assert!(DEAL_FIELDS <= 32);
