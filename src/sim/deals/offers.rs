//! The bids of a block with support, worked out once for programmes that support alike.

use crate::model::auction::BIDDERS;
use crate::model::market::Market;
use crate::model::treatment::Treatment;
use crate::quantile::Chance;
use crate::sim::deals::auctions::Auctions;
use crate::sim::deals::bidding::Bidding;
use crate::sim::deals::hand::{Block, Column, Hand, ROWS};
use crate::sim::deals::loops::{self, by_width};
use crate::sim::facts::BLOCK;
use crate::units::{Money, Rate};

/// The bids of a block under the support of each hand.
#[derive(Debug)]
pub struct Offers {
    /// For each hand the first one that supports as it does.
    first: Vec<usize>,
    /// By hand, of the first ones only: whether its bids are known, and they themselves.
    bids: Vec<(bool, Box<Bidding>)>,
    shares: Column<Rate>,
    reserves: Column<Money>,
}

impl Default for Offers {
    fn default() -> Offers {
        Offers { first: Vec::new(), bids: Vec::new(), shares: [Rate::ZERO; ROWS], reserves: [Money::ZERO; ROWS] }
    }
}

impl Offers {
    /// Before a block is played: nothing is known yet.
    pub fn start(&mut self, hands: &[Hand<'_>]) {
        let first =
            |hand: &Hand<'_>| hands.iter().position(|other| other.granted.supports_as(&hand.granted)).unwrap_or(0);
        self.first.clear();
        self.first.extend(hands.iter().map(first));
        if self.bids.len() < hands.len() {
            self.bids.resize_with(hands.len(), Default::default);
        }
        self.bids.iter_mut().for_each(|(known, _)| *known = false);
    }

    /// The bids under the support that a hand grants.
    pub fn of(&mut self, hand: usize, granted: &Treatment, block: &Block<'_>, auctions: &Auctions) -> &Bidding {
        let (known, bids) = &mut self.bids[self.first[hand]];
        if !*known {
            *known = true;
            support(bids, granted, (block, auctions), (&mut self.shares, &mut self.reserves));
        }
        bids
    }
}

/// The bids for the deals of a block under a treatment.
fn support(
    bids: &mut Bidding,
    treatment: &Treatment,
    (block, auctions): (&Block<'_>, &Auctions),
    (shares, reserves): (&mut Column<Rate>, &mut Column<Money>),
) {
    bids.open(auctions.count());
    if treatment.drop_out != Chance::NEVER {
        stay_out(bids, treatment.drop_out, (block, auctions));
    }
    let supports = [treatment.originator_support, treatment.rival_support];
    let by_level = supports.map(|support| bid_shares(block.market, support));
    for (slot, count) in auctions.met.into_iter().enumerate().take_while(|(_, count)| *count > 0) {
        let whose = usize::from(slot > 0);
        let mut asked = &auctions.reserves[slot];
        if supports[whose] != Rate::ZERO {
            // The bidder's own need is unchanged; only what it pays falls.
            for (share, rank) in shares.iter_mut().zip(&auctions.ranks[slot]).take(count) {
                *share = by_level[whose][usize::from(*rank)];
            }
            let bidders = (&auctions.lists, &*shares, &auctions.needs[slot]);
            by_width!(auctions.narrow, loops::reserves(bidders, count, reserves));
            asked = reserves;
        }
        loops::bid(slot, asked, count, bids);
    }
    let extent = (auctions.count(), auctions.narrow);
    loops::price(block.market, (&auctions.lists, &auctions.ranks), supports, extent, bids);
}

/// What a bidder of each level bids from with some support, of list.
fn bid_shares(market: &Market, support: Rate) -> Vec<Rate> {
    (0..market.price_shares.len()).map(|level| market.bid_share(level, support)).collect()
}

/// Which rivals stay out.
fn stay_out(bids: &mut Bidding, drop_out: Chance, (block, auctions): (&Block<'_>, &Auctions)) {
    for slot in 1..BIDDERS {
        for (out, place) in bids.stayed_out.iter_mut().zip(&auctions.places).take(auctions.met[slot]) {
            let mark = block.drawn.drop_out[usize::from(*place) % BLOCK][slot];
            *out |= u8::from(drop_out.hits(mark)) << slot;
        }
    }
}
