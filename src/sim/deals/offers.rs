//! The bids of a block with support, worked out once for programmes that support alike.

use crate::model::treatment::Treatment;
use crate::sim::deals::auctions::Auctions;
use crate::sim::deals::fate::Fates;
use crate::sim::deals::hand::{Block, Hand};
use crate::sim::facts::BLOCK;

mod offer;

pub use offer::Offer;
use offer::Slot;

/// The bids of a block under the support of each hand.
#[derive(Debug, Default)]
pub struct Offers {
    /// For each hand the first one that supports as it does.
    first: Vec<usize>,
    /// By hand, of the first ones only: whether its bids are known, and they themselves.
    offers: Vec<(bool, Box<Offer>)>,
    slot: Slot,
}

impl Offers {
    /// Before a block is played: nothing is known yet.
    pub fn start(&mut self, hands: &[Hand<'_>]) {
        let first =
            |hand: &Hand<'_>| hands.iter().position(|other| other.granted.supports_as(&hand.granted)).unwrap_or(0);
        self.first.clear();
        self.first.extend(hands.iter().map(first));
        if self.offers.len() < hands.len() {
            self.offers.resize_with(hands.len(), Default::default);
        }
        self.offers.iter_mut().for_each(|(known, _)| *known = false);
    }

    /// The bids under the support that a hand grants, and how the deals end with its factor on the competing ask: of the
    /// deals that any hand supports so, whose requests fare by `fates` in each hand.
    pub fn of(
        &mut self,
        (hand, fates): (usize, &[Fates]),
        granted: &Treatment,
        (block, auctions): (&Block<'_>, &Auctions),
    ) -> &Offer {
        let own = self.first[hand];
        let (known, offer) = &mut self.offers[own];
        if !*known {
            *known = true;
            let mut supported = [false; BLOCK];
            for (_, fates) in self.first.iter().zip(fates).filter(|(first, _)| **first == own) {
                for (supported, fate) in supported.iter_mut().zip(fates) {
                    *supported |= fate.is_supported();
                }
            }
            offer.choose(auctions, &supported);
            offer.bid(granted, (block, auctions), &mut self.slot);
        }
        offer.end_with(granted.ask_factor);
        offer
    }
}
