//! How the deals of a block end, in columns.

use crate::model::auction::{BIDDERS, Standing};
use crate::sim::facts::{Column, ROWS};
use crate::units::Money;

/// How each deal of a block ends: who wins it, and what it brings to everyone.
#[derive(Debug)]
pub struct Ends {
    slot: Column<usize>,
    price: Column<Money>,
    margin: Column<Money>,
    distributor: Column<Money>,
    revenue: Column<Money>,
    rent: Column<Money>,
    profit: Column<Money>,
    support: Column<Money>,
    lost: Column<Money>,
}

/// How a deal ends; all amounts are nothing where the competing vendor wins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct End {
    /// Slot of the winner; [`BIDDERS`] where the competing vendor wins.
    pub slot: usize,
    /// What the customer pays.
    pub price: Money,
    /// Price less purchase price.
    pub margin: Money,
    /// What the distributor keeps.
    pub distributor: Money,
    /// Vendor's revenue.
    pub revenue: Money,
    /// Price less reserve.
    pub rent: Money,
    /// Revenue less cost of goods.
    pub profit: Money,
    /// Support of the winner.
    pub support: Money,
    /// Vendor's revenue that the support costs.
    pub lost: Money,
}

impl Default for Ends {
    fn default() -> Ends {
        const NOTHING: Column<Money> = [Money::ZERO; ROWS];
        Ends {
            slot: [BIDDERS; ROWS],
            price: NOTHING,
            margin: NOTHING,
            distributor: NOTHING,
            revenue: NOTHING,
            rent: NOTHING,
            profit: NOTHING,
            support: NOTHING,
            lost: NOTHING,
        }
    }
}

impl End {
    /// The competing vendor wins.
    pub const LOST: End = End {
        slot: BIDDERS,
        price: Money::ZERO,
        margin: Money::ZERO,
        distributor: Money::ZERO,
        revenue: Money::ZERO,
        rent: Money::ZERO,
        profit: Money::ZERO,
        support: Money::ZERO,
        lost: Money::ZERO,
    };

    /// How a deal ends under a ceiling: what the lowest bidder pays, its distributor keeps and the goods cost; its support and
    /// the revenue that this costs.
    #[inline(always)]
    pub fn new(
        standing: Standing,
        ceiling: Money,
        [cost, distributor, goods]: [Money; 3],
        [support, lost]: [Money; 2],
    ) -> End {
        let (wins, price) = (standing.wins(ceiling), standing.price(ceiling));
        let revenue = cost.wrapping_sub(distributor);
        let if_won = |amount: Money| if wins { amount } else { Money::ZERO };
        End {
            slot: if wins { standing.winner } else { BIDDERS },
            price: if_won(price),
            margin: if_won(price.wrapping_sub(cost)),
            distributor: if_won(distributor),
            revenue: if_won(revenue),
            rent: if_won(price.wrapping_sub(standing.lowest)),
            profit: if_won(revenue.wrapping_sub(goods)),
            support: if_won(support),
            lost: if_won(lost),
        }
    }

    /// What the winner buys the goods for.
    #[inline(always)]
    pub fn purchase(&self) -> Money {
        self.price - self.margin
    }

    /// Whether a partner wins.
    #[inline(always)]
    pub fn is_won(&self) -> bool {
        self.slot < BIDDERS
    }
}

impl Ends {
    /// Whether a partner wins a deal.
    #[inline(always)]
    pub fn is_won(&self, k: usize) -> bool {
        self.slot[k] < BIDDERS
    }

    /// How a deal ends.
    #[inline(always)]
    pub fn of(&self, k: usize) -> End {
        End {
            slot: self.slot[k],
            price: self.price[k],
            margin: self.margin[k],
            distributor: self.distributor[k],
            revenue: self.revenue[k],
            rent: self.rent[k],
            profit: self.profit[k],
            support: self.support[k],
            lost: self.lost[k],
        }
    }

    /// Sets how a deal ends.
    #[inline(always)]
    pub fn set(&mut self, k: usize, end: &End) {
        self.slot[k] = end.slot;
        self.price[k] = end.price;
        self.margin[k] = end.margin;
        self.distributor[k] = end.distributor;
        self.revenue[k] = end.revenue;
        self.rent[k] = end.rent;
        self.profit[k] = end.profit;
        self.support[k] = end.support;
        self.lost[k] = end.lost;
    }
}
