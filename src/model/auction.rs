//! The one reverse auction of a deal (docs/model.md, "Price").

use crate::units::Money;

/// The most bidders a deal has: the originator, in slot 0, and seven rivals.
pub const BIDDERS: usize = 8;

/// A deal that was won.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sale {
    /// Slot of the winner.
    pub winner: usize,
    /// What the customer pays.
    pub price: Money,
}

/// The bids for a deal before the competing vendor's ask is held against them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// The lowest reserve; [`Money::MAX`] where nobody bids.
    pub lowest: Money,
    /// The lowest but one; [`Money::MAX`] where there is none.
    pub second: Money,
    /// Slot of the lowest.
    pub winner: usize,
}

impl Standing {
    /// Nobody bids yet.
    pub const NOBODY: Standing = Standing { lowest: Money::MAX, second: Money::MAX, winner: 0 };

    /// Takes in the reserve of the next slot; a tie stays with the lower slot.
    #[inline(always)]
    pub fn bid(&mut self, slot: usize, reserve: Money) {
        let lower = reserve < self.lowest;
        self.second = if lower { self.lowest } else { self.second.min(reserve) };
        self.winner = if lower { slot } else { self.winner };
        self.lowest = self.lowest.min(reserve);
    }

    /// Whether the lowest reserve wins: if it does not exceed the ceiling.
    #[inline(always)]
    pub fn wins(&self, ceiling: Money) -> bool {
        (self.lowest <= ceiling) & (self.lowest != Money::MAX)
    }

    /// What the customer then pays: the second-lowest or the ceiling, whichever is less.
    #[inline(always)]
    pub fn price(&self, ceiling: Money) -> Money {
        self.second.min(ceiling)
    }

    /// How the deal ends under a ceiling, if a partner wins it.
    pub fn sale(&self, ceiling: Money) -> Option<Sale> {
        self.wins(ceiling).then(|| Sale { winner: self.winner, price: self.price(ceiling) })
    }
}

/// How a deal ends with these reserves, slot by slot, and this ceiling. [`Money::MAX`] is no bid.
pub fn auction(reserves: &[Money], ceiling: Money) -> Option<Sale> {
    standing(reserves).sale(ceiling)
}

/// The bids of all slots.
#[inline(always)]
pub fn standing(reserves: &[Money]) -> Standing {
    let mut standing = Standing::NOBODY;
    for (slot, reserve) in reserves.iter().enumerate() {
        standing.bid(slot, *reserve);
    }
    standing
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn eur(units: i64) -> Money {
        Money::from_units(units)
    }

    #[test]
    fn of_two_bidders_the_lower_wins_at_the_others_reserve() {
        let sale = auction(&[eur(830), eur(810)], eur(900));
        assert_eq!(sale, Some(Sale { winner: 1, price: eur(830) }));
    }

    #[test]
    fn the_competing_vendors_ask_caps_the_price() {
        let sale = auction(&[eur(830), eur(810)], eur(820));
        assert_eq!(sale, Some(Sale { winner: 1, price: eur(820) }));
    }

    #[test]
    fn a_single_bidder_is_paid_the_ceiling() {
        assert_eq!(auction(&[eur(830)], eur(900)), Some(Sale { winner: 0, price: eur(900) }));
        assert_eq!(auction(&[eur(830), Money::MAX], eur(900)), Some(Sale { winner: 0, price: eur(900) }));
    }

    #[test]
    fn a_tie_goes_to_the_originator() {
        assert_eq!(auction(&[eur(830), eur(830)], eur(900)), Some(Sale { winner: 0, price: eur(830) }));
    }

    #[test]
    fn an_ask_below_the_lowest_reserve_takes_the_deal_away() {
        assert_eq!(auction(&[eur(830), eur(810)], Money::from_minor(80_999)), None);
        assert_eq!(auction(&[eur(830), eur(810)], eur(810)), Some(Sale { winner: 1, price: eur(810) }));
        assert_eq!(auction(&[Money::MAX], eur(900)), None);
    }
}
