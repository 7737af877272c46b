//! The facts of a block of opportunities: what is drawn, and what it means in a market. Who meets whom, deal sizes and
//! the competing asks are decided by no policy, so programmes that share a market share the facts.

use crate::model::auction::BIDDERS;
use crate::model::launch::Launch;
use crate::model::market::{Market, MarketSegment, list_value};
use crate::quantile;
use crate::units::Money;

mod drawn;
mod rivals;

pub use drawn::{ContractMarks, Drawn, Sources, Wanted};
pub use rivals::Lineup;

/// Opportunities in a block: enough to make loops over a block worth it, few enough to stay in the nearest cache.
pub const BLOCK: usize = 512;

/// Rows of a column: more than a block's by a line of memory, as columns that are a whole page apart would push one another
/// out of the nearest cache.
pub const ROWS: usize = BLOCK + 8;

/// An entry for each deal of a block.
pub type Column<T> = [T; ROWS];

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
    /// Who brings it, as a place in the population.
    pub originator: [u32; BLOCK],
    /// How many bidders there are; none where the opportunity does not exist in the market.
    pub count: [u8; BLOCK],
    /// The competing vendor's ask, loyalty included, as a share of list.
    pub ask: [f64; BLOCK],
    /// Those that exist, by their number of bidders, and these.
    pub lineup: Box<Lineup>,
    /// Standard normal draws of list values.
    normals: [f64; BLOCK],
    /// Logarithms of list values in cents, then those.
    cents: [f64; BLOCK],
}

impl Default for Facts {
    fn default() -> Facts {
        Facts {
            segment: [0; BLOCK],
            list: [Money::ZERO; BLOCK],
            newest: [false; BLOCK],
            new_account: [false; BLOCK],
            originator: [0; BLOCK],
            count: [0; BLOCK],
            ask: [0.0; BLOCK],
            lineup: Box::default(),
            normals: [0.0; BLOCK],
            cents: [0.0; BLOCK],
        }
    }
}

impl Facts {
    /// What registration asks about, for the first `count` of a block.
    pub fn read_registration(&mut self, market: &Market, drawn: &Drawn, count: usize) {
        quantile::normals(&drawn.value[..count], &mut self.normals[..count]);
        read_traits(self, &market.segments, drawn, count);
        for (originator, mark) in self.originator.iter_mut().zip(&drawn.originator[..count]) {
            *originator = market.pool.pick(*mark, &[]);
        }
        self.read_lists(count);
    }

    /// The same for requests that waited for a rule: the draw of the segment finds their class instead.
    pub fn read_launch(&mut self, market: &Market, launch: &Launch, drawn: &Drawn, count: usize) {
        for i in 0..count {
            let class = launch.class(drawn.segment[i]);
            let value = class.value.bits(drawn.value[i]);
            self.segment[i] = class.segment as u8;
            self.cents[i] = market.segments[class.segment].log_list(quantile::normal(quantile::uniform(value)));
            self.newest[i] = class.newest;
            self.new_account[i] = class.new_account;
            self.originator[i] = market.pool.pick(class.originator.mark(drawn.originator[i]), &[]);
        }
        self.read_lists(count);
    }

    /// List values from their logarithms.
    fn read_lists(&mut self, count: usize) {
        quantile::exps(&mut self.cents[..count]);
        for (list, cents) in self.list.iter_mut().zip(&self.cents[..count]) {
            *list = list_value(*cents);
        }
    }

    /// Takes over what registration asks about from a market that reads it alike.
    pub fn take_registration(&mut self, other: &Facts, count: usize) {
        self.segment[..count].copy_from_slice(&other.segment[..count]);
        self.list[..count].copy_from_slice(&other.list[..count]);
        self.newest[..count].copy_from_slice(&other.newest[..count]);
        self.new_account[..count].copy_from_slice(&other.new_account[..count]);
        self.originator[..count].copy_from_slice(&other.originator[..count]);
    }

    /// What the auction asks about, for the first `count` of a block whose registration facts were read, of which
    /// `kept` exist in the market.
    pub fn read_auction(&mut self, market: &Market, drawn: &Drawn, count: usize, kept: &[bool; BLOCK]) {
        self.read_meetings(market, drawn, count, kept);
        self.read_asks(market, drawn, count);
    }

    /// Who meets whom.
    pub fn read_meetings(&mut self, market: &Market, drawn: &Drawn, count: usize, kept: &[bool; BLOCK]) {
        read_counts(self, market, drawn, kept, count);
        self.lineup.order(&self.count[..count]);
        self.lineup.draw(&market.pool, drawn, &self.originator);
    }

    /// Takes over who meets whom from a market where the same meet.
    pub fn take_meetings(&mut self, other: &Facts, count: usize) {
        self.count[..count].copy_from_slice(&other.count[..count]);
        self.lineup.take(&other.lineup);
    }

    /// The competing asks.
    pub fn read_asks(&mut self, market: &Market, drawn: &Drawn, count: usize) {
        read_asks(self, market, drawn, count);
    }
}

/// What the segments of a block's opportunities are and say, segment by segment for the whole block: loops without a
/// branch or a look-up.
// Compiled for several processors, the widest one present being chosen when the program runs. The operations are the
// same and in the same order (nothing is fused), so the results are too.
#[multiversion::multiversion(targets("x86_64+avx512f+avx512dq+avx512vl", "x86_64+avx2"))]
fn read_traits(facts: &mut Facts, segments: &[MarketSegment], drawn: &Drawn, count: usize) {
    let own = &mut facts.segment[..count];
    own.fill(0);
    for segment in segments.split_last().map_or(segments, |(_, others)| others) {
        for (own, mark) in own.iter_mut().zip(&drawn.segment) {
            *own = own.wrapping_add(u8::from(!segment.chance.hits(*mark)));
        }
    }
    for (at, segment) in segments.iter().enumerate() {
        let whose = Whose { segments: own, at: at as u8 };
        whose.set(&mut facts.newest, &drawn.technology, |mark| segment.newest.hits(*mark));
        whose.set(&mut facts.new_account, &drawn.account, |mark| segment.new_account.hits(*mark));
        whose.set(&mut facts.cents, &facts.normals, |z| segment.log_list(*z));
    }
}

/// How many bidders a block's opportunities have.
#[multiversion::multiversion(targets("x86_64+avx512f+avx512dq+avx512vl", "x86_64+avx2"))]
fn read_counts(facts: &mut Facts, market: &Market, drawn: &Drawn, kept: &[bool; BLOCK], count: usize) {
    let most_rivals = market.pool.drawable().saturating_sub(1).min(BIDDERS - 1) as u8;
    let mut marks = [0; BLOCK];
    for (i, mark) in marks[..count.min(BLOCK)].iter_mut().enumerate() {
        *mark = drawn.bidders(i).rivals();
    }
    for (at, segment) in market.segments.iter().enumerate() {
        let whose = Whose { segments: &facts.segment[..count], at: at as u8 };
        whose.set(&mut facts.count, &marks, |mark| (segment.rival_count(*mark) as u8).min(most_rivals) + 1);
    }
    for (count, kept) in facts.count[..count].iter_mut().zip(kept) {
        *count = if *kept { *count } else { 0 };
    }
}

/// The competing asks of a block's opportunities, from normal draws.
#[multiversion::multiversion(targets("x86_64+avx512f+avx512dq+avx512vl", "x86_64+avx2"))]
fn read_asks(facts: &mut Facts, market: &Market, drawn: &Drawn, count: usize) {
    for (at, segment) in market.segments.iter().enumerate() {
        let whose = Whose { segments: &facts.segment[..count], at: at as u8 };
        // Chosen by its bits: not every processor chooses between fractions without a branch, and accounts are random.
        let [new, installed] = [1.0, segment.loyalty].map(f64::to_bits);
        let loyalty = |is_new: bool| f64::from_bits(installed ^ ((installed ^ new) & u64::from(is_new).wrapping_neg()));
        let draws = drawn.asks.iter().zip(&facts.new_account);
        whose.set(&mut facts.ask, draws, |(z, new)| segment.ask(*z) * loyalty(*new) * market.ask_factor);
    }
}

/// The opportunities of a block that are of one segment.
#[derive(Clone, Copy)]
struct Whose<'a> {
    segments: &'a [u8],
    at: u8,
}

impl Whose<'_> {
    /// Sets theirs to what their draws mean.
    #[inline(always)]
    fn set<T: Copy, D>(self, out: &mut [T; BLOCK], draws: impl IntoIterator<Item = D>, meaning: impl Fn(D) -> T) {
        for ((out, draw), segment) in out.iter_mut().zip(draws).zip(self.segments) {
            let value = meaning(draw);
            *out = if *segment == self.at { value } else { *out };
        }
    }
}
