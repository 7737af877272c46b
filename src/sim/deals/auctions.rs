//! The auctions of a block without any quotation: every programme of a market starts from them.

use crate::model::auction::{BIDDERS, Standing};
use crate::outcome::{Book, Field};
use crate::sim::accounts::Accounts;
use crate::sim::deals::deal::{Deal, ceiling};
use crate::sim::deals::{Block, Hand};
use crate::sim::facts::{BLOCK, Slot};
use crate::sim::witness::{Opportunity, Witness};
use crate::units::{Money, Spread};

/// Working columns of a block: the auctions without any quotation.
#[derive(Debug)]
pub struct Auctions {
    /// What each bidder asks for without support.
    reserves: Box<[[Money; BIDDERS]; BLOCK]>,
    /// The two lowest of each deal.
    standing: Box<[Standing; BLOCK]>,
    /// What the originator spends on each deal.
    opened: Box<[Money; BLOCK]>,
    won: Slot,
    pub(super) requested: Slot,
    requests: [u8; BLOCK],
}

impl Default for Auctions {
    fn default() -> Auctions {
        Auctions {
            reserves: Box::new([[Money::MAX; BIDDERS]; BLOCK]),
            standing: Box::new([Standing::NOBODY; BLOCK]),
            opened: Box::new([Money::ZERO; BLOCK]),
            won: Slot::default(),
            requested: Slot::default(),
            requests: [0; BLOCK],
        }
    }
}

impl Auctions {
    /// Every bidder's reserve, the two lowest of each deal, and what the bidders spend on it.
    pub(super) fn bid(&mut self, block: &Block<'_>, base: &mut Accounts) {
        let Block { market, levels, facts, drawn, .. } = *block;
        let reserve = |i: usize, slot: usize, level: usize| {
            let list = facts.list[i];
            list.times(market.bid_shares[level]) + Spread::new(list, market.cost_spread).share(drawn.needs[i][slot])
        };
        for place in facts.slots[0].places() {
            let i = usize::from(*place) % BLOCK;
            let partner = facts.bidders[i][0];
            let level = usize::from(levels[partner as usize]);
            let reserve = reserve(i, 0, level);
            self.reserves[i][0] = reserve;
            self.standing[i] = Standing::NOBODY;
            self.standing[i].bid(0, reserve);
            self.opened[i] = market.originator_spending(facts.list[i]);
            let mut tally = base.of(level, usize::from(facts.segment[i]), partner);
            tally.book(Field::Presales, self.opened[i].minor());
            tally.book(Field::Opportunities, 1);
        }
        for (slot, bidders) in facts.slots.iter().enumerate().skip(1) {
            for place in bidders.places() {
                let i = usize::from(*place) % BLOCK;
                let partner = facts.bidders[i][slot];
                let level = usize::from(levels[partner as usize]);
                let reserve = reserve(i, slot, level);
                self.reserves[i][slot] = reserve;
                self.standing[i].bid(slot, reserve);
                let mut tally = base.of(level, usize::from(facts.segment[i]), partner);
                tally.book(Field::Presales, market.presales.rival.minor());
            }
        }
    }

    /// Books the deals that a partner wins.
    pub(super) fn book_won(&mut self, block: &Block<'_>, base: &mut Accounts) {
        let facts = block.facts;
        let standing = &self.standing;
        self.won.collect(facts.slots[0].places().iter().copied(), |i| {
            standing[i].lowest <= ceiling(facts.list[i], facts.ask[i])
        });
        for place in self.won.places() {
            let deal = self.deal(block, usize::from(*place) % BLOCK);
            if let Some(won) = deal.unsupported().won(&deal, deal.ceiling(1.0)) {
                deal.book_won::<1>(&won, base);
            }
        }
    }

    /// Tells of every opportunity of the block as it is without any quotation.
    pub(super) fn tell<W: Witness>(&self, block: &Block<'_>, hands: &[Hand<'_>], witness: &mut W) {
        for place in block.facts.slots[0].places() {
            let at = usize::from(*place);
            let deal = self.deal(block, at);
            let won = deal.unsupported().won(&deal, deal.ceiling(1.0));
            witness.opportunity(&Opportunity {
                block,
                hands,
                at,
                reserves: deal.entered(),
                ceiling: deal.ceiling(1.0),
                won,
                contract: won.and_then(|won| deal.contracted(&won)),
                by_use: deal.is_by_use(),
            });
        }
    }

    /// The deals that some programme has a request for.
    pub(super) fn find_requested(&mut self, block: &Block<'_>, hands: &[Hand<'_>]) {
        self.requests.fill(0);
        for hand in hands {
            for (any, status) in self.requests.iter_mut().zip(hand.status) {
                *any |= status.0;
            }
        }
        let requests = &self.requests;
        self.requested.collect(block.facts.slots[0].places().iter().copied(), |i| requests[i] != 0);
    }

    /// The deal at a place of the block.
    #[inline(always)]
    pub(super) fn deal<'a>(&'a self, block: &Block<'a>, i: usize) -> Deal<'a> {
        Deal::new(block, (&self.reserves[i], &self.standing[i], self.opened[i]), i)
    }
}
