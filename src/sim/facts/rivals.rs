//! Who meets whom: the bidders of a block's deals, in columns; rivals are drawn slot by slot for all deals at once.

use crate::model::auction::BIDDERS;
use crate::model::pool::{Pool, Span};
use crate::sim::draws::BidderDraw;
use crate::sim::facts::{BLOCK, Column, Drawn, ROWS};

/// The deals of a block by their number of bidders, their bidders in that order, and working columns while they are drawn.
#[derive(Debug)]
pub struct Lineup {
    /// The places of the deals, those with the most bidders first: the deals that have a bidder in a slot are the first ones.
    order: [u16; BLOCK],
    /// How many deals have a bidder in each slot.
    met: [usize; BIDDERS],
    /// Who was drawn before the newest, ascending: the first, the second, ... of each deal.
    taken: [[Span; BLOCK]; BIDDERS - 1],
    /// Who was drawn last.
    newest: [Span; BLOCK],
    /// Weight of those that were not drawn yet.
    left: [u32; BLOCK],
    /// What is random of the bidders of each deal.
    draws: Column<BidderDraw>,
    /// The bidder of each deal in a slot, as a place in the population.
    partners: [Column<u32>; BIDDERS],
    /// The unit of weight it falls on.
    units: [u64; BLOCK],
}

impl Default for Lineup {
    fn default() -> Lineup {
        Lineup {
            order: [0; BLOCK],
            met: [0; BIDDERS],
            taken: [[Span::NOBODY; BLOCK]; BIDDERS - 1],
            newest: [Span::NOBODY; BLOCK],
            left: [0; BLOCK],
            draws: [BidderDraw::default(); ROWS],
            partners: [[0; ROWS]; BIDDERS],
            units: [0; BLOCK],
        }
    }
}

impl Lineup {
    /// Puts deals in order, by how many bidders each has; those with none do not exist.
    pub(super) fn order(&mut self, bidders: &[u8]) {
        // Deals with so many bidders come after those with more.
        let mut next = [0; 2 * BIDDERS];
        for ((next, met), more) in next.iter_mut().zip(&mut self.met).zip(0..) {
            *met = with_more(bidders, more);
            *next = *met;
        }
        for (place, bidders) in (0..).zip(bidders) {
            let next = &mut next[usize::from(*bidders) % (2 * BIDDERS)];
            self.order[*next % BLOCK] = place;
            *next += 1;
        }
    }

    /// Takes over the deals and who bids for them.
    pub(super) fn take(&mut self, other: &Lineup) {
        (self.order, self.met, self.draws) = (other.order, other.met, other.draws);
        for ((own, other), met) in self.partners.iter_mut().zip(&other.partners).zip(other.met) {
            own[..met].copy_from_slice(&other[..met]);
        }
    }

    /// The places of the deals that have a bidder in a slot, those with the most bidders first; in slot 0, of all deals that
    /// exist.
    #[inline(always)]
    pub fn places(&self, slot: usize) -> &[u16] {
        &self.order[..self.met[slot].min(BLOCK)]
    }

    /// The bidders in a slot of the deals that have one, in order, as places in the population.
    #[inline(always)]
    pub fn partners(&self, slot: usize) -> &[u32] {
        &self.partners[slot][..self.met[slot].min(BLOCK)]
    }

    /// The bidder in a slot of the deal that stands at `k` in order.
    #[inline(always)]
    pub fn partner(&self, slot: usize, k: usize) -> u32 {
        self.partners[slot % BIDDERS][k]
    }

    /// What is random of the bidders of each deal, in order.
    #[inline(always)]
    pub fn draws(&self) -> &Column<BidderDraw> {
        &self.draws
    }

    /// Draws the rivals of the deals that were put in order, each among the partners that the slots before left.
    pub(super) fn draw(&mut self, pool: &Pool, drawn: &Drawn, originators: &[u32; BLOCK]) {
        let [opened, ..] = &mut self.partners;
        for ((draw, opened), place) in self.draws.iter_mut().zip(&mut *opened).zip(&self.order[..self.met[0]]) {
            let i = usize::from(*place) % BLOCK;
            (*draw, *opened) = (drawn.bidders(i), originators[i]);
        }
        self.left.fill(pool.weight());
        for (newest, originator) in self.newest.iter_mut().zip(&opened[..self.met[1]]) {
            *newest = pool.span(*originator);
        }
        for slot in 1..BIDDERS {
            let count = self.met[slot].min(BLOCK);
            aim(self, slot, count);
            for ((newest, unit), rival) in
                self.newest.iter_mut().zip(&self.units).zip(&mut self.partners[slot][..count])
            {
                *rival = pool.holder(*unit);
                *newest = pool.span(*rival);
            }
        }
    }
}

/// How many deals have more bidders than that.
#[multiversion::multiversion(targets("x86_64+avx512f+avx512dq+avx512vl", "x86_64+avx2"))]
fn with_more(count: &[u8], bidders: u8) -> usize {
    let more = count.iter().fold(0_u16, |sum, count| sum.wrapping_add(u16::from(*count > bidders)));
    usize::from(more)
}

/// Finds the unit of weight that the draw of the next rival falls on: a draw among what is left, moved up past each
/// partner that is gone. `before` partners are, the newest of them still to be put among the others.
// Compiled for several processors, the widest one present being chosen when the program runs. These are whole numbers,
// so the results are the same.
#[multiversion::multiversion(targets("x86_64+avx512f+avx512dq+avx512vl", "x86_64+avx2"))]
fn aim(lineup: &mut Lineup, before: usize, count: usize) {
    let Lineup { taken, newest, left, draws, units, .. } = lineup;
    let (newest, left) = (&mut newest[..count], &mut left[..count]);
    for (((unit, draw), left), newest) in units.iter_mut().zip(&*draws).zip(left).zip(&*newest) {
        *left = left.wrapping_sub(newest.width());
        *unit = (u64::from(draw.rival(before)) * u64::from(*left)) >> 32;
    }
    let [others @ .., last] = &mut taken[..before] else { return };
    for others in others {
        for ((other, newest), unit) in others.iter_mut().zip(&mut *newest).zip(&mut *units) {
            (*other, *newest) = ((*other).min(*newest), (*other).max(*newest));
            *unit = other.pass(*unit);
        }
    }
    for ((last, newest), unit) in last.iter_mut().zip(newest).zip(units) {
        *last = *newest;
        *unit = last.pass(*unit);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::population::Member;
    use crate::units::Money;

    #[test]
    fn rivals_are_those_that_are_drawn_one_by_one() {
        let member = |units| Member { level: 1, purchases: Money::from_units(units), ..Member::default() };
        let members: Vec<Member> = (0..40).map(|i| member(i * i % 11 * 1_000)).collect();
        let pool = Pool::new(&members, 1, 0.8);
        let mark = |i: usize, slot: usize| {
            (i * BIDDERS + slot) as u32 ^ ((i * BIDDERS + slot) as u32).wrapping_mul(0x9E37_79B9)
        };
        let mut drawn = Drawn::default();
        (0..BLOCK).for_each(|i| drawn.bidders[i] = u64::from(mark(i, 1)) << 32 | u64::from(mark(i, 2)));
        // Every fifth does not exist.
        let count: [u8; BLOCK] = std::array::from_fn(|i| if i % 5 == 3 { 0 } else { (i * 7 % BIDDERS) as u8 + 1 });
        let originators: [u32; BLOCK] = std::array::from_fn(|i| pool.pick(mark(i, 0), &[]));
        let mut lineup = Box::<Lineup>::default();
        lineup.order(&count);
        lineup.draw(&pool, &drawn, &originators);
        for (i, count) in count.into_iter().map(usize::from).enumerate() {
            let at = lineup.places(0).iter().position(|place| usize::from(*place) == i);
            assert_eq!(at.is_some(), count > 0, "deal {i}");
            let Some(k) = at else { continue };
            let mut taken = vec![originators[i]];
            assert_eq!(lineup.partners(0)[k], originators[i]);
            for slot in 1..count {
                let rival = pool.pick(drawn.bidders(i).rival(slot), &taken);
                assert_eq!(lineup.partners(slot)[k], rival, "deal {i}, slot {slot}");
                taken.push(rival);
                taken.sort_unstable();
            }
            assert!((count..BIDDERS).all(|slot| lineup.partners(slot).len() <= k));
        }
    }
}
