//! Playing a block of deals: once without any quotation for a whole market, then, for each programme, only the deals
//! whose request it granted, as the difference a quotation makes.

use crate::sim::accounts::{Accounts, Won};
use crate::sim::facts::{BLOCK, Drawn};
use crate::sim::witness::{Grant, Protection, Witness};
use crate::units::Money;

mod auctions;
mod deal;
mod hand;

pub use auctions::Auctions;
pub use hand::{Block, Hand, Status};

use deal::{Bids, Deal};

/// Plays the deals of a block, and tells a witness of them.
pub fn play<W: Witness>(
    block: &Block<'_>,
    auctions: &mut Auctions,
    base: &mut Accounts,
    hands: &mut [Hand<'_>],
    witness: &mut W,
) {
    auctions.bid(block, base);
    auctions.book_won(block, base);
    auctions.find_requested(block, hands);
    if W::LISTENS {
        auctions.tell(block, hands, witness);
    }
    let mut offers = Offers::new(hands);
    for place in auctions.requested.places() {
        let i = usize::from(*place) % BLOCK;
        let deal = auctions.deal(block, i);
        let unsupported = deal.unsupported();
        let without = unsupported.won(&deal, deal.ceiling(1.0));
        let granted = Granted { deal: &deal, drawn: block.drawn, at: i, unsupported: &unsupported, without: &without };
        for (at, hand) in hands.iter_mut().enumerate() {
            match hand.status[i] {
                Status::NO_REQUEST => {}
                Status::GRANTED => {
                    deal.request(hand, i, 1);
                    hand.play_granted(&granted, offers.of(at), (at, witness));
                }
                _ => deal.request(hand, i, 0),
            }
        }
    }
}

/// A deal that a programme granted a quotation for, and how it is without one.
struct Granted<'a> {
    deal: &'a Deal<'a>,
    drawn: &'a Drawn,
    at: usize,
    unsupported: &'a Bids,
    without: &'a Option<Won>,
}

/// The bids of one deal under the support of each hand, worked out once for hands that support alike.
struct Offers {
    /// For each hand the first one that supports as it does.
    first: Vec<usize>,
    /// By hand: the deal that the bids are of, and they themselves.
    bids: Vec<(usize, Bids)>,
}

impl Offers {
    fn new(hands: &[Hand<'_>]) -> Offers {
        let first =
            |hand: &Hand<'_>| hands.iter().position(|other| other.granted.supports_as(&hand.granted)).unwrap_or(0);
        Offers { first: hands.iter().map(first).collect(), bids: vec![(BLOCK, Bids::NONE); hands.len()] }
    }

    /// Where the bids under the support of a hand are kept.
    #[inline(always)]
    fn of(&mut self, hand: usize) -> &mut (usize, Bids) {
        &mut self.bids[self.first[hand]]
    }
}

impl Hand<'_> {
    /// Plays a deal with a granted quotation; `known` are bids under the same support, perhaps of another deal.
    #[inline(always)]
    fn play_granted<W: Witness>(
        &mut self,
        granted: &Granted<'_>,
        known: &mut (usize, Bids),
        (at, witness): (usize, &mut W),
    ) {
        let Granted { deal, drawn, at: i, unsupported, without } = granted;
        let in_time = self.in_time.hits(drawn.cycle[*i]);
        let lapsed = !in_time & !self.extension.hits(drawn.extension[*i]);
        let mut bids = *unsupported;
        if !lapsed {
            if known.0 != *i {
                *known = (*i, deal.bids_under(&self.granted, &drawn.drop_out[*i]));
            }
            bids = &known.1;
        }
        let ceiling = deal.ceiling(self.granted.ask_factor);
        let mut won = bids.won(deal, ceiling);
        let support = won.map_or(Money::ZERO, |won| won.support);
        let unpaid = self.budget.is_some_and(|budget| *self.paid + support > budget);
        if unpaid {
            bids = *unsupported;
            won = bids.won(deal, ceiling);
        } else {
            *self.paid += support;
        }
        if W::LISTENS {
            let protection = match (in_time, lapsed) {
                (true, _) => Protection::InTime,
                (false, false) => Protection::Extended,
                (false, true) => Protection::Lapsed,
            };
            let treatment = if lapsed || unpaid { self.granted.lapsed() } else { self.granted };
            witness.granted(
                at,
                *i,
                &Grant {
                    treatment,
                    protection,
                    unpaid,
                    reserves: deal.reserves(&treatment, &drawn.drop_out[*i]).0,
                    ceiling,
                    won,
                    contract: won.and_then(|won| deal.contracted(&won)),
                    supported: won.and_then(|won| bids.supported(without, &won)),
                },
            );
        }
        deal.book_difference(without, &won, bids, self.accounts);
    }
}
