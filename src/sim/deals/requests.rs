//! The deals of a block whose request a programme granted.
//!
//! Programmes that hardly differ in their quotations treat most deals alike: one may lead another, which then books only
//! where it departs from what the leader booked.

use crate::sim::deals::auctions::Auctions;
use crate::sim::deals::deal::Deal;
use crate::sim::deals::fate::{self, Fate, Fates};
use crate::sim::deals::hand::{Block, Hand, collect};
use crate::sim::deals::offers::Offer;
use crate::sim::facts::{BLOCK, Column, ROWS};
use crate::sim::witness::{Grant, Protection, Supported, Witness};
use crate::units::Money;

/// The deals of a block that a programme has a request for.
#[derive(Debug)]
pub struct Requests {
    /// What becomes of the requests of the block, by hand.
    fates: Vec<Fates>,
    deals: Column<u16>,
    count: usize,
    /// Those of them whose request it grants.
    granted: Column<u16>,
}

impl Default for Requests {
    fn default() -> Requests {
        Requests { fates: Vec::new(), deals: [0; ROWS], count: 0, granted: [0; ROWS] }
    }
}

/// Nobody asked for anything.
static NO_FATES: Fates = [Fate::NONE; BLOCK];

impl Requests {
    /// Reads what becomes of the requests of a block in the hand that stands at `at`, after those before it.
    pub fn read(&mut self, block: &Block<'_>, hand: &Hand<'_>, at: usize) {
        if self.fates.len() <= at {
            self.fates.push(NO_FATES);
        }
        fate::read(block, hand, &mut self.fates[at]);
    }

    /// What becomes of the requests of the block in every hand that was read.
    pub fn fates(&self) -> &[Fates] {
        &self.fates
    }

    /// Finds the deals that the hand at `at` books: those it was asked for or, where another leads it, those that it does
    /// not treat alike; whether there are any.
    #[inline(always)]
    pub fn find(
        &mut self,
        (block, auctions): (&Block<'_>, &Auctions),
        (hand, at): (&Hand<'_>, usize),
        leader: Option<&Hand<'_>>,
    ) -> bool {
        let Requests { fates, deals, count, .. } = self;
        let (own, led) = (&fates[at], led(fates, hand));
        let all = 0..auctions.count();
        // A wait that costs more, or less, changes every granted deal.
        let asked_alike = leader.is_none_or(|leader| leader.granted.ask_factor == hand.granted.ask_factor);
        *count = if asked_alike && fate::are_alike(&own[..block.count], led) {
            0
        } else if leader.is_none() {
            collect(all, deals, |k| own[auctions.place(k)].is_requested())
        } else {
            let departs = |place: usize| (own[place] != led[place]) | (!asked_alike & own[place].is_granted());
            collect(all, deals, |k| departs(auctions.place(k)))
        };
        if hand.budget.is_some() {
            // Who comes first is paid first.
            self.deals[..self.count].sort_unstable_by_key(|k| auctions.places[usize::from(*k)]);
        }
        self.count > 0
    }

    /// Takes back what a leader booked of the deals that were found for a hand, with the bids under the support that both
    /// grant.
    pub fn take_back(
        &self,
        block: &Block<'_>,
        (auctions, offer): (&Auctions, &Offer),
        leader: &Hand<'_>,
        hand: &mut Hand<'_>,
    ) {
        let led = led(&self.fates, hand);
        for k in &self.deals[..self.count] {
            let deal = Deal::new(block, auctions, usize::from(*k));
            let fate = led[deal.i];
            if fate.is_requested() {
                deal.book_request(fate, -1, &mut hand.accounts);
            }
            if fate.is_granted() {
                let lapsed = fate.is_lapsed();
                let bids = if lapsed { auctions.bids.of(deal.k) } else { offer.bids(deal.k) };
                let end = deal.end(&bids, leader.granted.ask_factor);
                let stayed_out = if lapsed { 0 } else { offer.stayed_out(deal.k) };
                deal.book_difference((&auctions.end(deal.k), &end), stayed_out, -1, &mut hand.accounts);
            }
        }
    }

    /// Plays the deals that were found for the hand at `at`, with the bids under the support that it grants.
    #[inline(always)]
    pub fn play<W: Witness>(
        &mut self,
        block: &Block<'_>,
        (auctions, offer): (&Auctions, &Offer),
        hand: &mut Hand<'_>,
        (at, witness): (usize, &mut W),
    ) {
        let Requests { fates, deals, count, granted } = self;
        let fates = &fates[at];
        let found = deals[..*count].iter().map(|k| usize::from(*k));
        for k in found.clone() {
            let deal = Deal::new(block, auctions, k);
            let fate = fates[deal.i];
            if fate.is_requested() {
                deal.book_request(fate, 1, &mut hand.accounts);
            }
        }
        let count = collect(found, granted, |k| fates[auctions.place(k)].is_granted());
        for k in &granted[..count] {
            let deal = Deal::new(block, auctions, usize::from(*k));
            hand.play_granted(&deal, fates[deal.i], (block, auctions, offer), (at, witness));
        }
    }
}

/// What becomes of the requests of the block under who leads a hand.
fn led<'a>(fates: &'a [Fates], hand: &Hand<'_>) -> &'a Fates {
    hand.leader.map_or(&NO_FATES, |leader| &fates[leader])
}

impl Hand<'_> {
    /// Plays a deal with a granted quotation, and books the difference that this makes.
    #[inline(always)]
    fn play_granted<W: Witness>(
        &mut self,
        deal: &Deal<'_>,
        fate: Fate,
        (block, auctions, offer): (&Block<'_>, &Auctions, &Offer),
        (at, witness): (usize, &mut W),
    ) {
        let lapsed = fate.is_lapsed();
        let before = auctions.end(deal.k);
        let ask_factor = self.granted.ask_factor;
        let mut end =
            if lapsed { deal.end(&auctions.bids.of(deal.k), ask_factor) } else { deal.supported(offer.end(deal.k)) };
        let unpaid = self.budget.is_some_and(|budget| *self.paid + end.support > budget);
        if unpaid {
            end = deal.end(&auctions.bids.of(deal.k), ask_factor);
        } else {
            *self.paid += end.support;
        }
        let unsupported = lapsed | unpaid;
        if W::LISTENS {
            let protection = match (self.in_time.hits(block.drawn.cycle[deal.i]), lapsed) {
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
                ceiling: deal.ceiling(ask_factor),
                won,
                contract: won.and_then(|won| deal.contracted(won.price, won.margin)),
                supported: (end.support > Money::ZERO).then(|| Supported::of(&before, &end)),
            };
            witness.granted(at, deal.i, &grant);
        }
        let stayed_out = if unsupported { 0 } else { offer.stayed_out(deal.k) };
        deal.book_difference((&before, &end), stayed_out, 1, &mut self.accounts);
    }
}
