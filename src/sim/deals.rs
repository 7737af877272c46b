//! Playing a block of deals: once without any quotation for a whole market, then, for each programme, only the deals
//! whose request it granted, as the difference a quotation makes.

use crate::sim::accounts::Books;
use crate::sim::witness::{Opportunity, Witness};

mod auctions;
mod bidding;
mod book;
mod deal;
mod ends;
mod fate;
mod hand;
mod loops;
mod offers;
mod requests;

pub use ends::End;
pub use hand::{Block, Hand, Status};

use auctions::Auctions;
use deal::Deal;
use offers::Offers;
use requests::Requests;

/// What is known of a block that is to be sold, from the one that was sold last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Known {
    /// Nothing.
    Nothing,
    /// The deals: that one had the same, but maybe for competing asks and who holds which level.
    Deals,
    /// What is bid for them as well: everybody held the same level.
    Bids,
}

/// The working memory for a block.
#[derive(Debug, Default)]
pub struct Table {
    auctions: Auctions,
    offers: Offers,
    requests: Requests,
}

impl Table {
    /// Plays the deals of a block as they end without any quotation, of which something may be known.
    pub fn sell(&mut self, block: &Block<'_>, known: Known, base: &mut Books<'_>) {
        let auctions = &mut self.auctions;
        if known < Known::Deals {
            auctions.read(block);
        }
        if known < Known::Bids {
            auctions.bid(block);
        }
        auctions.spend(block, base);
        auctions.sell(block);
        for k in auctions.won() {
            Deal::new(block, auctions, k).book(&auctions.end(k), base);
        }
    }

    /// Plays, for each programme, the deals of the block that was sold last whose request it granted, and tells a witness
    /// of them all.
    pub fn quote<W: Witness>(&mut self, block: &Block<'_>, hands: &mut [Hand<'_>], witness: &mut W) {
        let Table { auctions, offers, requests } = self;
        if W::LISTENS {
            tell(block, auctions, hands, witness);
        }
        offers.start(hands);
        for (at, hand) in hands.iter().enumerate() {
            requests.read(block, hand, at);
        }
        for at in 0..hands.len() {
            let (before, rest) = hands.split_at_mut(at);
            let hand = &mut rest[0];
            let leader = hand.leader.map(|leader| &before[leader]);
            if requests.find((block, auctions), (hand, at), leader) {
                let offer = offers.of((at, requests.fates()), &hand.granted, (block, auctions));
                if let Some(leader) = leader {
                    requests.take_back(block, (auctions, offer), leader, hand);
                }
                requests.play(block, (auctions, offer), hand, (at, witness));
            }
        }
    }
}

/// Tells of every opportunity of the block as it is without any quotation.
fn tell<W: Witness>(block: &Block<'_>, auctions: &Auctions, hands: &[Hand<'_>], witness: &mut W) {
    for k in auctions.in_order() {
        let deal = Deal::new(block, auctions, k);
        let won = deal.won(&auctions.end(deal.k));
        let reserves = deal.reserves();
        let bidders: Vec<_> = (0..deal.bidders()).map(|slot| (deal.partner(slot), reserves[slot])).collect();
        witness.opportunity(&Opportunity {
            block,
            hands,
            at: deal.i,
            bidders: &bidders,
            ceiling: deal.ceiling(1.0),
            won,
            contract: won.and_then(|won| deal.contracted(won.price, won.margin)),
            by_use: deal.is_by_use(),
        });
    }
}
