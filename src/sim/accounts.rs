//! Where the amounts of a month's deals are booked: by the level and segment of who earned or spent them, and by
//! partner.

use crate::outcome::{FIELDS, Field, Tally};
use crate::plan::Plans;
use crate::units::Money;

/// Totals by level and segment for one month, and by partner for the trial so far.
#[derive(Debug, Clone)]
pub struct Accounts {
    segments: usize,
    /// One tally for each level and segment of the month.
    pub cells: Vec<Tally>,
    /// One tally for each partner of the pool.
    pub partners: Vec<Tally>,
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
            cells: vec![Tally::default(); plans.shape.levels * plans.shape.segments],
            partners: vec![Tally::default(); plans.pool()],
        }
    }

    /// Empties the month.
    pub fn next_month(&mut self) {
        self.cells.fill(Tally::default());
    }

    /// Empties everything.
    pub fn next_trial(&mut self) {
        self.next_month();
        self.partners.fill(Tally::default());
    }

    /// Books something of a partner that holds `level`, in a segment.
    #[inline(always)]
    pub fn book(&mut self, level: usize, segment: usize, partner: u32, entry: impl Fn(&mut Tally)) {
        entry(&mut self.cells[level * self.segments + segment]);
        entry(&mut self.partners[partner as usize]);
    }

    /// The month by level, then by segment, then altogether, into tallies that are emptied first.
    pub fn sum(&self, by_level: &mut [Tally], by_segment: &mut [Tally], all: &mut Tally) {
        by_level.fill(Tally::default());
        by_segment.fill(Tally::default());
        *all = Tally::default();
        for (level, row) in self.cells.chunks(self.segments).enumerate() {
            for (segment, cell) in row.iter().enumerate() {
                by_level[level] += cell;
                by_segment[segment] += cell;
            }
            *all += &by_level[level];
        }
    }
}

impl Won {
    /// Adds what the deal brings more than another of the same list value to the same winner.
    #[inline(always)]
    pub fn add_beyond(&self, other: &Won, tally: &mut Tally) {
        tally[Field::CustomerSpend] += (self.price - other.price).minor();
        tally[Field::FrontMargin] += (self.margin - other.margin).minor();
        tally[Field::Rent] += (self.rent - other.rent).minor();
        tally[Field::DistributorMargin] += (self.distributor - other.distributor).minor();
        tally[Field::NetRevenue] += (self.revenue - other.revenue).minor();
        tally[Field::GrossProfit] += (self.profit - other.profit).minor();
    }

    /// Adds the deal `TIMES` times to a tally: 1 books it, -1 takes it back.
    #[inline(always)]
    pub fn add<const TIMES: i64>(&self, tally: &mut Tally) {
        tally[Field::CustomerSpend] += TIMES * self.price.minor();
        tally[Field::FrontMargin] += TIMES * self.margin.minor();
        tally[Field::Rent] += TIMES * self.rent.minor();
        tally[Field::DistributorMargin] += TIMES * self.distributor.minor();
        tally[Field::NetRevenue] += TIMES * self.revenue.minor();
        tally[Field::GrossProfit] += TIMES * self.profit.minor();
        tally[Field::DealsWon] += TIMES;
        tally[Field::ListWon] += TIMES * self.list.minor();
        tally[Field::WinnersPresales] += TIMES * self.presales.minor();
    }
}

/// What the deals would have brought without any support is a copy of what the deals without support brought.
pub fn remember_without_support(tally: &mut Tally) {
    tally[Field::SpendWithout] = tally[Field::CustomerSpend];
    tally[Field::ListWithout] = tally[Field::ListWon];
}

/// The widest a tally's row of memory may grow before the hot loop leaves the nearest cache.
const _: () = assert!(FIELDS <= 32);
