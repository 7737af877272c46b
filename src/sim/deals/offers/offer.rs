//! The bids under some support, in columns of their own: of the deals that it is granted for, which are fewer than all.

use crate::model::auction::BIDDERS;
use crate::model::treatment::Treatment;
use crate::sim::deals::auctions::Auctions;
use crate::sim::deals::bidding::{Bidding, Bids};
use crate::sim::deals::ends::{End, Ends};
use crate::sim::deals::hand::Block;
use crate::sim::deals::loops::{self, by_width};
use crate::sim::draws::BidderDraw;
use crate::sim::facts::{BLOCK, Column, ROWS};
use crate::units::{Money, Rate};

/// The bids under some support, for the deals that it is granted for.
#[derive(Debug)]
pub struct Offer {
    /// The deals that it is granted for, in the order of all.
    deals: Column<u16>,
    /// For each deal of the block how many of those stand before it.
    before: Column<u16>,
    /// How many of them have a bidder in each slot.
    met: [usize; BIDDERS],
    lists: Column<Money>,
    asks: Column<f64>,
    goods: Column<Money>,
    draws: Column<BidderDraw>,
    bids: Bidding,
    ends: Ends,
    /// The factor on the competing ask with which they end so; `None` before they do.
    ask_factor: Option<f64>,
}

/// The bidders in one slot, on the way to their bids.
#[derive(Debug)]
pub(super) struct Slot {
    /// What a bidder of each level bids from, of list: the originator, and another.
    by_level: [Vec<Rate>; 2],
    /// What they bid from, of list.
    shares: Column<Rate>,
    needs: Column<Money>,
    reserves: Column<Money>,
}

impl Default for Slot {
    fn default() -> Slot {
        const NOTHING: Column<Money> = [Money::ZERO; ROWS];
        Slot { by_level: Default::default(), shares: [Rate::ZERO; ROWS], needs: NOTHING, reserves: NOTHING }
    }
}

impl Default for Offer {
    fn default() -> Offer {
        const NOTHING: Column<Money> = [Money::ZERO; ROWS];
        Offer {
            deals: [0; ROWS],
            before: [0; ROWS],
            met: [0; BIDDERS],
            lists: NOTHING,
            asks: [0.0; ROWS],
            goods: NOTHING,
            draws: [BidderDraw::default(); ROWS],
            bids: Bidding::default(),
            ends: Ends::default(),
            ask_factor: None,
        }
    }
}

impl Offer {
    /// Chooses the deals whose place in the block is among the `supported` ones.
    pub(super) fn choose(&mut self, auctions: &Auctions, supported: &[bool; BLOCK]) {
        let all = auctions.count();
        let mut count = 0;
        for (k, place) in auctions.places[..all].iter().enumerate() {
            (self.deals[count % BLOCK], self.before[k]) = (k as u16, count as u16);
            count += usize::from(supported[usize::from(*place) % BLOCK]);
        }
        self.met = auctions.met.map(|met| if met < all { usize::from(self.before[met]) } else { count });
        self.ask_factor = None;
    }

    /// Takes the bids for them.
    pub(super) fn bid(&mut self, treatment: &Treatment, (block, auctions): (&Block<'_>, &Auctions), own: &mut Slot) {
        let Offer { deals, met, lists, asks, goods, draws, bids, .. } = self;
        let at = |p: usize| usize::from(deals[p]) % BLOCK;
        for p in 0..met[0] {
            let k = at(p);
            (lists[p], asks[p], goods[p]) = (auctions.lists[k], auctions.asks[k], auctions.goods[k]);
        }
        let supports = [treatment.originator_support, treatment.rival_support];
        for (by_level, support) in own.by_level.iter_mut().zip(supports) {
            let levels = 0..block.market.price_shares.len();
            by_level.clear();
            by_level.extend(levels.map(|level| block.market.bid_share(level, support)));
        }
        for (slot, count) in met.iter().copied().enumerate().take_while(|(_, count)| *count > 0) {
            let whose = usize::from(slot > 0);
            if supports[whose] == Rate::ZERO {
                for (p, reserve) in own.reserves[..count].iter_mut().enumerate() {
                    *reserve = auctions.reserves[slot][at(p)];
                }
            } else {
                // The bidder's own need is unchanged; only what it pays falls.
                for p in 0..count {
                    let k = at(p);
                    own.shares[p] = own.by_level[whose][usize::from(auctions.ranks[slot][k])];
                    own.needs[p] = auctions.needs[slot][k];
                }
                let bidders = (&*lists, &own.shares, &own.needs);
                by_width!(auctions.narrow, loops::reserves(bidders, count, &mut own.reserves));
            }
            if slot > 0 {
                loops::bid(slot, &own.reserves, count, bids);
                continue;
            }
            bids.open(&own.reserves, count);
            for (p, draw) in draws[..count].iter_mut().enumerate() {
                *draw = block.facts.lineup.draws()[at(p)];
            }
            loops::stay_out(treatment.drop_out, draws, met, &mut bids.stayed_out);
        }
        let rank = |slot: usize, p: usize| auctions.ranks[slot][at(p)];
        loops::price(block.market, (lists, rank), supports, (met[0], auctions.narrow), bids);
    }

    /// Works out how they end with a factor on the competing ask.
    pub(super) fn end_with(&mut self, ask_factor: f64) {
        if self.ask_factor.replace(ask_factor) != Some(ask_factor) {
            let asked = (&self.lists, &self.asks, &self.goods);
            loops::ends(asked, ask_factor, &self.bids, self.met[0], &mut self.ends);
        }
    }

    /// Where a deal that stands at `k` among all stands here; it has to be one of these.
    #[inline(always)]
    fn place(&self, k: usize) -> usize {
        usize::from(self.before[k]) % BLOCK
    }

    /// The bids for the deal that stands at `k`.
    #[inline(always)]
    pub fn bids(&self, k: usize) -> Bids {
        self.bids.of(self.place(k))
    }

    /// Which rivals stay out of it.
    #[inline(always)]
    pub fn stayed_out(&self, k: usize) -> u8 {
        self.bids.stayed_out[self.place(k)]
    }

    /// How it ends with the factor that was wanted last.
    #[inline(always)]
    pub fn end(&self, k: usize) -> End {
        self.ends.of(self.place(k))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_deals_that_are_supported_stand_in_the_order_of_all() {
        // Five deals, by their places in the block: two with three bidders, one with two, two with one.
        let mut auctions = Auctions::default();
        auctions.places[..5].copy_from_slice(&[4, 1, 0, 3, 2]);
        auctions.met[..3].copy_from_slice(&[5, 3, 2]);
        let mut supported = [false; BLOCK];
        [1, 2, 3].iter().for_each(|place| supported[*place] = true);
        let mut offer = Offer::default();
        offer.choose(&auctions, &supported);
        assert_eq!(offer.deals[..3], [1, 3, 4]);
        assert_eq!(offer.met[..4], [3, 1, 1, 0]);
        assert_eq!([1, 3, 4].map(|k| offer.place(k)), [0, 1, 2]);
        // None of them, and all of them.
        offer.choose(&auctions, &[false; BLOCK]);
        assert_eq!(offer.met, [0; BIDDERS]);
        offer.choose(&auctions, &[true; BLOCK]);
        assert_eq!((&offer.deals[..5], &offer.met[..4]), (&[0, 1, 2, 3, 4][..], &[5, 3, 2, 0][..]));
    }
}
