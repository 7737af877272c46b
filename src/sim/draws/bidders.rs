//! The draw of an opportunity's bidders: one number, of which every bidder's marks are made.
//!
//! Most opportunities have a few of the bidders that they have room for. So what is random of each is not drawn beside
//! the others, but made where it is asked for: the outputs of SplitMix64 from a seed that is drawn.

use crate::model::auction::BIDDERS;
use crate::quantile::split_mix;

/// What is random of the bidders of an opportunity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct BidderDraw(pub u64);

impl BidderDraw {
    /// How many rivals there are: the fewer, the smaller.
    #[inline(always)]
    pub fn rivals(self) -> u32 {
        self.mark(0)
    }

    /// Who the rival in a slot is, from 1.
    #[inline(always)]
    pub fn rival(self, slot: usize) -> u32 {
        self.mark(slot)
    }

    /// The own need of the bidder in a slot, the originator in 0.
    #[inline(always)]
    pub fn need(self, slot: usize) -> u32 {
        self.mark(BIDDERS + slot)
    }

    /// Whether the rival in a slot, from 1, stays out.
    #[inline(always)]
    pub fn drop_out(self, slot: usize) -> u32 {
        self.mark(2 * BIDDERS - 1 + slot)
    }

    /// The upper half of an output of SplitMix64, from 0.
    #[inline(always)]
    fn mark(self, output: usize) -> u32 {
        (split_mix(self.0, output as u64) >> 32) as u32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_mark_is_asked_for_by_one_name() {
        let draw = BidderDraw(7);
        let rivals = (1..BIDDERS).flat_map(|slot| [draw.rival(slot), draw.drop_out(slot)]);
        let needs = (0..BIDDERS).map(|slot| draw.need(slot));
        let mut marks: Vec<u32> = rivals.chain(needs).chain([draw.rivals()]).collect();
        let count = marks.len();
        marks.sort_unstable();
        marks.dedup();
        assert_eq!((count, marks.len()), (3 * BIDDERS - 1, 3 * BIDDERS - 1));
    }
}
