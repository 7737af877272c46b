//! The deals of a block whose request a programme granted.

use crate::sim::deals::auctions::Auctions;
use crate::sim::deals::bidding::Bidding;
use crate::sim::deals::deal::Deal;
use crate::sim::deals::ends::End;
use crate::sim::deals::hand::{Block, Column, Hand, ROWS, Status};
use crate::sim::facts::BLOCK;
use crate::sim::witness::{Grant, Protection, Supported, Witness};
use crate::units::Money;

/// The deals of a block that a programme has a request for.
#[derive(Debug)]
pub struct Requests {
    deals: Column<u16>,
    count: usize,
}

impl Default for Requests {
    fn default() -> Requests {
        Requests { deals: [0; ROWS], count: 0 }
    }
}

impl Requests {
    /// Finds what a hand of the block was asked for; whether it was asked for anything.
    #[inline(always)]
    pub fn find(&mut self, auctions: &Auctions, hand: &Hand<'_>) -> bool {
        self.count = 0;
        for (k, place) in auctions.places[..auctions.count()].iter().enumerate() {
            self.deals[self.count % BLOCK] = k as u16;
            self.count += usize::from(hand.status[usize::from(*place) % BLOCK] != Status::NO_REQUEST);
        }
        if hand.budget.is_some() {
            // Who comes first is paid first.
            self.deals[..self.count].sort_unstable_by_key(|k| auctions.places[usize::from(*k)]);
        }
        self.count > 0
    }

    /// Plays what a hand of the block was asked for, with the bids under the support that it grants.
    #[inline(always)]
    pub fn play<W: Witness>(
        &self,
        block: &Block<'_>,
        (auctions, offer): (&Auctions, &Bidding),
        hand: &mut Hand<'_>,
        (at, witness): (usize, &mut W),
    ) {
        for k in &self.deals[..self.count.min(BLOCK)] {
            let deal = Deal::new(block, auctions, usize::from(*k));
            let granted = hand.status[deal.i] == Status::GRANTED;
            deal.book_request(deal.i < hand.early, granted, &mut hand.accounts);
            if granted {
                hand.play_granted(&deal, (block, auctions, offer), (at, witness));
            }
        }
    }
}

impl Hand<'_> {
    /// Plays a deal with a granted quotation, and books the difference that this makes.
    #[inline(always)]
    fn play_granted<W: Witness>(
        &mut self,
        deal: &Deal<'_>,
        (block, auctions, offer): (&Block<'_>, &Auctions, &Bidding),
        (at, witness): (usize, &mut W),
    ) {
        let in_time = self.in_time.hits(block.drawn.cycle[deal.i]);
        let lapsed = !in_time & !self.extension.hits(block.drawn.extension[deal.i]);
        let before = auctions.end(deal.k);
        let ceiling = deal.ceiling(self.granted.ask_factor);
        let ends = |bids: &Bidding| {
            let end = bids.of(deal.k).end(ceiling, auctions.goods[deal.k]);
            if deal.takes_support() { end } else { End { support: Money::ZERO, ..end } }
        };
        let mut end = ends(if lapsed { &auctions.bids } else { offer });
        let unpaid = self.budget.is_some_and(|budget| *self.paid + end.support > budget);
        if unpaid {
            end = ends(&auctions.bids);
        } else {
            *self.paid += end.support;
        }
        let unsupported = lapsed | unpaid;
        if W::LISTENS {
            let protection = match (in_time, lapsed) {
                (true, _) => Protection::InTime,
                (false, false) => Protection::Extended,
                (false, true) => Protection::Lapsed,
            };
            let treatment = if unsupported { self.granted.lapsed() } else { self.granted };
            let won = deal.won(&end);
            let grant = Grant {
                treatment,
                protection,
                unpaid,
                reserves: deal.reserves_under(&treatment),
                ceiling,
                won,
                contract: won.and_then(|won| deal.contracted(won.price, won.margin)),
                supported: (end.support > Money::ZERO).then(|| Supported::of(&before, &end)),
            };
            witness.granted(at, deal.i, &grant);
        }
        let stayed_out = if unsupported { 0 } else { offer.stayed_out[deal.k] };
        deal.book_difference(&before, &end, stayed_out, &mut self.accounts);
    }
}
