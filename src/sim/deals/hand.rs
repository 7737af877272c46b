//! What a block of deals is played with, and each programme's way with it.

use crate::model::auction::BIDDERS;
use crate::model::market::Market;
use crate::model::treatment::Treatment;
use crate::quantile::Chance;
use crate::sim::accounts::Books;
use crate::sim::facts::{BLOCK, Column, Drawn, Facts};
use crate::units::Money;

/// A column for each slot of bidders.
pub type Slots<T> = [Column<T>; BIDDERS];

/// Collects those of some deals that are wanted, and counts them. Which they are is random, so nothing branches on it.
#[inline(always)]
pub fn collect(deals: impl Iterator<Item = usize>, kept: &mut Column<u16>, wanted: impl Fn(usize) -> bool) -> usize {
    let mut count = 0;
    for k in deals {
        kept[count % BLOCK] = k as u16;
        count += usize::from(wanted(k % BLOCK));
    }
    count.min(BLOCK)
}

/// What became of the originator's right to register, in one programme. A byte, so that blocks of it are worked out and
/// joined many at a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Status(pub(super) u8);

impl Status {
    /// The opportunity does not exist under the programme's rate of arrivals, or was not registered.
    pub const NO_REQUEST: Status = Status(0);
    /// Requested and refused.
    pub const REFUSED: Status = Status(1);
    /// Granted.
    pub const GRANTED: Status = Status(3);

    /// What became of it.
    #[inline(always)]
    pub fn of(requested: bool, granted: bool) -> Status {
        Status(u8::from(requested) | u8::from(requested & granted) << 1)
    }
}

/// One programme's way with a block.
#[derive(Debug)]
pub struct Hand<'a> {
    /// Treatment of granted requests this month.
    pub granted: Treatment,
    /// Chance that wait and sales cycle are within the protection.
    pub in_time: Chance,
    /// Chance that an overdue grant is extended.
    pub extension: Chance,
    /// Support that can be paid in a fiscal year, if there is a budget.
    pub budget: Option<Money>,
    /// Support paid so far this fiscal year, under whichever rules held; nobody asks where no plan has a budget.
    pub paid: &'a mut Money,
    /// What became of each opportunity.
    pub status: &'a [Status; BLOCK],
    /// How many opportunities of the block, from its start, fall into the programme's first 13 days.
    pub early: usize,
    /// The place of a hand before this one that supports as it does, neither within a budget: what that one books is
    /// booked for this one as well, which books only what it treats otherwise.
    pub leader: Option<usize>,
    /// Where the difference to the deals without quotation is booked.
    pub accounts: Books<'a>,
}

/// What a block is played with.
#[derive(Debug, Clone, Copy)]
pub struct Block<'a> {
    /// The market.
    pub market: &'a Market,
    /// How many opportunities it has.
    pub count: usize,
    /// The level each partner holds.
    pub levels: &'a [u8],
    /// What the draws mean in the market.
    pub facts: &'a Facts,
    /// The draws.
    pub drawn: &'a Drawn,
    /// Chance that a won deal of the month becomes a contract.
    pub moves: Chance,
}
