//! The auctions of a block without any quotation: every programme of a market starts from them.

use crate::model::auction::BIDDERS;
use crate::outcome::{Book, Field};
use crate::sim::accounts::Books;
use crate::sim::deals::bidding::Bidding;
use crate::sim::deals::ends::{End, Ends};
use crate::sim::deals::hand::{Block, Slots, collect};
use crate::sim::deals::loops::{self, Asked, by_width};
use crate::sim::facts::{BLOCK, Column, ROWS};
use crate::units::{Money, NARROW, Rate};

/// The deals of a block in columns, those with the most bidders first: the deals with a bidder in a slot are the first
/// ones of all.
#[derive(Debug)]
pub struct Auctions {
    /// The place of each deal in the block.
    pub(super) places: Column<u16>,
    /// How many deals have a bidder in each slot.
    pub(super) met: [usize; BIDDERS],
    /// Whether every list value is [`NARROW`].
    pub(super) narrow: bool,
    pub(super) segments: Column<u8>,
    pub(super) lists: Column<Money>,
    /// The competing ask, of list.
    pub(super) asks: Column<f64>,
    /// Vendor's cost of goods.
    pub(super) goods: Column<Money>,
    /// What the originator spends.
    pub(super) opened: Column<Money>,
    /// The level each bidder holds.
    pub(super) ranks: Slots<u8>,
    /// What each bidder needs beyond what it pays.
    pub(super) needs: Slots<Money>,
    /// What each bidder asks for without support.
    pub(super) reserves: Slots<Money>,
    /// The deals that a partner wins, and how many they are.
    won: (Column<u16>, usize),
    /// The bids for each deal.
    pub(super) bids: Bidding,
    /// How each deal ends.
    pub(super) ends: Ends,
    shares: Column<Rate>,
}

impl Default for Auctions {
    fn default() -> Auctions {
        const NOTHING: Column<Money> = [Money::ZERO; ROWS];
        Auctions {
            places: [0; ROWS],
            met: [0; BIDDERS],
            narrow: true,
            segments: [0; ROWS],
            lists: NOTHING,
            asks: [0.0; ROWS],
            goods: NOTHING,
            opened: NOTHING,
            ranks: [[0; ROWS]; BIDDERS],
            needs: [[Money::ZERO; ROWS]; BIDDERS],
            reserves: [[Money::ZERO; ROWS]; BIDDERS],
            won: ([0; ROWS], 0),
            bids: Bidding::default(),
            ends: Ends::default(),
            shares: [Rate::ZERO; ROWS],
        }
    }
}

impl Auctions {
    /// How many deals there are.
    #[inline(always)]
    pub fn count(&self) -> usize {
        self.met[0].min(BLOCK)
    }

    /// What decides, beside the bids, how they end.
    #[inline(always)]
    pub fn asked(&self) -> Asked<'_> {
        (&self.lists, &self.asks, &self.goods)
    }

    /// How the deal that stands at `k` ends.
    #[inline(always)]
    pub fn end(&self, k: usize) -> End {
        self.ends.of(k)
    }

    /// The place in the block of the deal that stands at `k`.
    #[inline(always)]
    pub fn place(&self, k: usize) -> usize {
        usize::from(self.places[k]) % BLOCK
    }

    /// The deals that a partner wins.
    pub fn won(&self) -> impl Iterator<Item = usize> {
        self.won.0[..self.won.1].iter().map(|k| usize::from(*k))
    }

    /// The deals in the order of their places.
    pub fn in_order(&self) -> Vec<usize> {
        let mut deals: Vec<usize> = (0..self.count()).collect();
        deals.sort_unstable_by_key(|k| self.places[*k]);
        deals
    }

    /// Reads the deals of a block in the order of its lineup, and what they mean to bidders of whichever level.
    #[inline(always)]
    pub(super) fn read(&mut self, block: &Block<'_>) {
        let facts = block.facts;
        for (slot, met) in self.met.iter_mut().enumerate() {
            *met = facts.lineup.places(slot).len();
        }
        self.narrow = true;
        for (k, place) in facts.lineup.places(0).iter().enumerate() {
            let i = usize::from(*place) % BLOCK;
            let (segment, list) = (facts.segment[i], facts.list[i]);
            (self.places[k], self.segments[k], self.lists[k]) = (*place, segment, list);
            self.shares[k] = block.market.segments[usize::from(segment)].unit_cost;
            self.narrow &= list <= NARROW;
        }
        let Auctions { narrow, lists, shares, goods, opened, needs, .. } = self;
        let (count, presales) = (self.met[0], &block.market.presales);
        let spending = (presales.originator, presales.originator_rate);
        by_width!(*narrow, loops::shares_of((lists, shares), count, goods));
        by_width!(*narrow, loops::spending(lists, spending, count, opened));
        for (slot, (needs, count)) in
            needs.iter_mut().zip(self.met).enumerate().take_while(|(_, (_, count))| *count > 0)
        {
            let bidders = (slot, block.market.cost_spread);
            by_width!(*narrow, loops::needs((lists, facts.lineup.draws()), bidders, count, needs));
        }
    }

    /// Every bidder's reserve, the two lowest of each deal, and what the lowest would pay.
    #[inline(always)]
    pub(super) fn bid(&mut self, block: &Block<'_>) {
        for slot in 0..BIDDERS {
            let count = self.met[slot].min(BLOCK);
            if count == 0 {
                break;
            }
            self.meet(block, slot);
            let (bidders, reserves) = ((&self.lists, &self.shares, &self.needs[slot]), &mut self.reserves[slot]);
            by_width!(self.narrow, loops::reserves(bidders, count, reserves));
            match slot {
                0 => self.bids.open(reserves, count),
                _ => loops::bid(slot, reserves, count, &mut self.bids),
            }
        }
        let rank = |slot: usize, k: usize| self.ranks[slot][k];
        let deals = (self.count(), self.narrow);
        loops::price(block.market, (&self.lists, rank), [Rate::ZERO; 2], deals, &mut self.bids);
    }

    /// Which level each bidder in a slot holds, and what it bids from.
    #[inline(always)]
    fn meet(&mut self, block: &Block<'_>, slot: usize) {
        let Block { market, levels, facts, .. } = *block;
        for (k, partner) in facts.lineup.partners(slot).iter().enumerate() {
            let level = levels[*partner as usize];
            self.ranks[slot][k] = level;
            self.shares[k] = market.bid_shares[usize::from(level)];
        }
    }

    /// Books what the bidders spend.
    #[inline(always)]
    pub(super) fn spend(&self, block: &Block<'_>, base: &mut Books<'_>) {
        let (lineup, rival) = (&block.facts.lineup, block.market.presales.rival);
        for slot in 0..BIDDERS {
            for (k, partner) in lineup.partners(slot).iter().enumerate() {
                let mut tally = base.of(usize::from(self.ranks[slot][k]), usize::from(self.segments[k]), *partner);
                if slot == 0 {
                    tally.book(Field::Presales, self.opened[k].minor());
                    tally.book(Field::Opportunities, 1);
                } else {
                    tally.book(Field::Presales, rival.minor());
                }
            }
        }
    }

    /// How each deal ends against the competing asks.
    pub(super) fn sell(&mut self, block: &Block<'_>) {
        let count = self.count();
        for (ask, place) in self.asks.iter_mut().zip(block.facts.lineup.places(0)) {
            *ask = block.facts.ask[usize::from(*place) % BLOCK];
        }
        loops::ends((&self.lists, &self.asks, &self.goods), 1.0, &self.bids, count, &mut self.ends);
        self.won.1 = collect(0..count, &mut self.won.0, |k| self.ends.is_won(k));
    }
}
