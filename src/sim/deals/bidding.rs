//! The bids for the deals of a block under some support, in columns.

use crate::model::auction::Standing;
use crate::sim::deals::ends::End;
use crate::sim::facts::{Column, ROWS};
use crate::units::{Money, Rate};

/// The bids for each deal of a block under some support, and what the lowest bidder pays if it wins: all that does not
/// hang on the competing ask.
#[derive(Debug)]
pub struct Bidding {
    /// The lowest reserve.
    pub lowest: Column<Money>,
    /// The lowest but one.
    pub second: Column<Money>,
    /// Slot of the lowest.
    pub winner: Column<usize>,
    /// Which rivals stay out, a bit a slot.
    pub stayed_out: Column<u8>,
    /// What the lowest bidder pays of list without support.
    pub shares: Column<Rate>,
    /// What it buys the goods for.
    pub cost: Column<Money>,
    /// What its distributor keeps of that.
    pub distributor: Column<Money>,
    /// Support that it is granted.
    pub support: Column<Money>,
    /// Vendor's revenue that the support costs.
    pub lost: Column<Money>,
}

impl Default for Bidding {
    fn default() -> Bidding {
        const NOTHING: Column<Money> = [Money::ZERO; ROWS];
        Bidding {
            lowest: NOTHING,
            second: NOTHING,
            winner: [0; ROWS],
            stayed_out: [0; ROWS],
            shares: [Rate::ZERO; ROWS],
            cost: NOTHING,
            distributor: NOTHING,
            support: NOTHING,
            lost: NOTHING,
        }
    }
}

impl Bidding {
    /// The originators alone bid yet for the first `count` deals.
    pub fn open(&mut self, reserves: &Column<Money>, count: usize) {
        self.lowest[..count].copy_from_slice(&reserves[..count]);
        self.second[..count].fill(Standing::NOBODY.second);
        self.winner[..count].fill(0);
        self.stayed_out[..count].fill(0);
    }

    /// The bids for the deal that stands at `k`.
    #[inline(always)]
    pub fn of(&self, k: usize) -> Bids {
        Bids {
            standing: Standing { lowest: self.lowest[k], second: self.second[k], winner: self.winner[k] },
            cost: self.cost[k],
            distributor: self.distributor[k],
            support: self.support[k],
            lost: self.lost[k],
        }
    }
}

/// The bids for one deal.
#[derive(Debug, Clone, Copy)]
pub struct Bids {
    standing: Standing,
    cost: Money,
    distributor: Money,
    support: Money,
    lost: Money,
}

impl Bids {
    /// How the deal ends under a ceiling, with vendor's cost of goods.
    #[inline(always)]
    pub fn end(&self, ceiling: Money, goods: Money) -> End {
        End::new(self.standing, ceiling, [self.cost, self.distributor, goods], [self.support, self.lost])
    }
}
