//! The facts of a block of opportunities: what is drawn, and what it means in a market. Who meets whom, deal sizes and
//! the competing asks are decided by no policy, so programmes that share a market share the facts.

use crate::model::auction::BIDDERS;
use crate::model::launch::Launch;
use crate::model::market::{Market, list_value};
use crate::quantile;
use crate::units::Money;

mod drawn;

pub use drawn::{ContractMarks, Drawn, Sources};

/// Opportunities in a block: enough to make loops over a block worth it, few enough to stay in the nearest cache.
pub const BLOCK: usize = 512;

/// What the draws of a block mean in a market.
#[derive(Debug)]
pub struct Facts {
    /// Segment, in the market's order.
    pub segment: [u8; BLOCK],
    /// List value.
    pub list: [Money; BLOCK],
    /// Whether it is newest technology.
    pub newest: [bool; BLOCK],
    /// Whether it is a new account.
    pub new_account: [bool; BLOCK],
    /// Bidders as places in the population, the originator first.
    pub bidders: Box<[[u32; BIDDERS]; BLOCK]>,
    /// How many bidders there are.
    pub count: [u8; BLOCK],
    /// The competing vendor's ask, loyalty included, as a share of list.
    pub ask: [f64; BLOCK],
    /// For each slot the opportunities that have a bidder in it; in slot 0, those that exist in the market.
    pub slots: Box<[Slot; BIDDERS]>,
    numbers: [f64; BLOCK],
}

/// Opportunities that have a bidder in a slot, ascending. Going through them slot by slot leaves the loops without a
/// branch that depends on the deal.
#[derive(Debug, Clone, Copy)]
pub struct Slot {
    places: [u16; BLOCK],
    len: usize,
}

impl Slot {
    const EMPTY: Slot = Slot { places: [0; BLOCK], len: 0 };

    /// The opportunities.
    pub fn places(&self) -> &[u16] {
        &self.places[..self.len]
    }

    /// Those of `places` that fulfil a condition.
    pub fn collect(&mut self, places: impl Iterator<Item = u16>, wanted: impl Fn(usize) -> bool) {
        self.len = 0;
        for place in places {
            self.places[self.len % BLOCK] = place;
            self.len += usize::from(wanted(usize::from(place)));
        }
    }
}

impl Default for Slot {
    fn default() -> Slot {
        Slot::EMPTY
    }
}

impl Default for Facts {
    fn default() -> Facts {
        Facts {
            segment: [0; BLOCK],
            list: [Money::ZERO; BLOCK],
            newest: [false; BLOCK],
            new_account: [false; BLOCK],
            bidders: Box::new([[0; BIDDERS]; BLOCK]),
            count: [0; BLOCK],
            ask: [0.0; BLOCK],
            slots: Box::new([Slot::EMPTY; BIDDERS]),
            numbers: [0.0; BLOCK],
        }
    }
}

impl Facts {
    /// What registration asks about, for the first `count` of a block.
    pub fn read_registration(&mut self, market: &Market, drawn: &Drawn, count: usize) {
        quantile::normals(&drawn.value[..count], &mut self.numbers[..count]);
        for i in 0..count {
            let at = market.segment(drawn.segment[i]);
            let segment = &market.segments[at];
            self.segment[i] = at as u8;
            self.numbers[i] = segment.log_list(self.numbers[i]);
            self.newest[i] = segment.newest.hits(drawn.technology[i]);
            self.new_account[i] = segment.new_account.hits(drawn.account[i]);
            self.bidders[i][0] = market.pool.pick(drawn.originator[i], []);
        }
        self.read_lists(count);
    }

    /// The same for requests that waited for a rule: the draw of the segment finds their class instead.
    pub fn read_launch(&mut self, market: &Market, launch: &Launch, drawn: &Drawn, count: usize) {
        for i in 0..count {
            let class = launch.class(drawn.segment[i]);
            let value = class.value.bits(drawn.value[i]);
            self.segment[i] = class.segment as u8;
            self.numbers[i] = market.segments[class.segment].log_list(quantile::normal(quantile::uniform(value)));
            self.newest[i] = class.newest;
            self.new_account[i] = class.new_account;
            self.bidders[i][0] = market.pool.pick(class.originator.mark(drawn.originator[i]), []);
        }
        self.read_lists(count);
    }

    /// List values from their logarithms.
    fn read_lists(&mut self, count: usize) {
        quantile::exps(&mut self.numbers[..count]);
        for (list, cents) in self.list.iter_mut().zip(&self.numbers[..count]) {
            *list = list_value(*cents);
        }
    }

    /// What the auction asks about, for the first `count` of a block whose registration facts were read, of which
    /// `kept` exist in the market.
    pub fn read_auction(&mut self, market: &Market, drawn: &Drawn, count: usize, kept: &[bool; BLOCK]) {
        let most_rivals = market.pool.drawable().saturating_sub(1).min(BIDDERS - 1);
        quantile::normals(&drawn.ask[..count], &mut self.numbers[..count]);
        for i in 0..count {
            let segment = &market.segments[usize::from(self.segment[i])];
            let loyalty = if self.new_account[i] { 1.0 } else { segment.loyalty };
            self.ask[i] = segment.ask(self.numbers[i]) * loyalty * market.ask_factor;
            let rivals = segment.rival_count(drawn.rivals[i][BIDDERS - 1]).min(most_rivals);
            self.count[i] = rivals as u8 + 1;
        }
        self.slots[0].collect(0..count as u16, |i| kept[i]);
        for slot in 1..BIDDERS {
            let (before, rest) = self.slots.split_at_mut(slot);
            let count = &self.count;
            rest[0].collect(before[slot - 1].places().iter().copied(), |i| usize::from(count[i]) > slot);
        }
        self.read_rivals::<1>(market, drawn);
        self.read_rivals::<2>(market, drawn);
        self.read_rivals::<3>(market, drawn);
        self.read_rivals::<4>(market, drawn);
        self.read_rivals::<5>(market, drawn);
        self.read_rivals::<6>(market, drawn);
        self.read_rivals::<7>(market, drawn);
    }

    /// The rivals in a slot: each is drawn among the partners that the slots before left. A loop of its own for each slot,
    /// so that nothing in it branches.
    fn read_rivals<const SLOT: usize>(&mut self, market: &Market, drawn: &Drawn) {
        for place in self.slots[SLOT].places() {
            let i = usize::from(*place) % BLOCK;
            let bidders = &mut self.bidders[i];
            bidders[SLOT] = market.pool.pick(drawn.rivals[i][SLOT - 1], ascending::<SLOT>(bidders));
        }
    }
}

/// The first bidders in the order of their places.
#[inline(always)]
fn ascending<const COUNT: usize>(bidders: &[u32; BIDDERS]) -> [u32; COUNT] {
    let mut places: [u32; COUNT] = std::array::from_fn(|slot| bidders[slot]);
    for end in (1..COUNT).rev() {
        for at in 0..end {
            let pair = [places[at], places[at + 1]];
            places[at] = pair[0].min(pair[1]);
            places[at + 1] = pair[0].max(pair[1]);
        }
    }
    places
}
