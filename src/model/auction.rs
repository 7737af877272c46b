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

/// The lowest reserve wins if it does not exceed the ceiling, ties going to the lower slot; the customer pays the
/// second-lowest reserve or the ceiling, whichever is less. [`Money::MAX`] is no bid.
#[inline(always)]
pub fn auction(reserves: &[Money], ceiling: Money) -> Option<Sale> {
    let mut lowest = Money::MAX;
    let mut second = Money::MAX;
    let mut winner = 0;
    for (slot, reserve) in reserves.iter().enumerate() {
        let lower = *reserve < lowest;
        second = if lower { lowest } else { second.min(*reserve) };
        winner = if lower { slot } else { winner };
        lowest = lowest.min(*reserve);
    }
    (lowest <= ceiling && lowest != Money::MAX).then(|| Sale { winner, price: second.min(ceiling) })
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
