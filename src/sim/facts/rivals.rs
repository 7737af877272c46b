//! Who meets whom: the rivals of a block's deals, drawn slot by slot for all deals at once.

use crate::model::auction::BIDDERS;
use crate::model::pool::{Pool, Span};
use crate::sim::facts::BLOCK;

/// The deals of a block by their number of bidders, and working columns while those are drawn, in that order.
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
    /// The draw of the next rival.
    marks: [u32; BLOCK],
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
            marks: [0; BLOCK],
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

    /// Takes over the order of deals.
    pub(super) fn take_order(&mut self, other: &Lineup) {
        (self.order, self.met) = (other.order, other.met);
    }

    /// The places of the deals that have a bidder in a slot, those with the most bidders first; in slot 0, of all deals that
    /// exist.
    #[inline(always)]
    pub fn places(&self, slot: usize) -> &[u16] {
        &self.order[..self.met[slot].min(BLOCK)]
    }

    /// Draws the rivals of the deals that were put in order, each among the partners that the slots before left.
    pub(super) fn draw(&mut self, pool: &Pool, marks: &[[u32; BIDDERS]; BLOCK], bidders: &mut [[u32; BIDDERS]; BLOCK]) {
        self.left.fill(pool.weight());
        for (newest, place) in self.newest.iter_mut().zip(&self.order[..self.met[1]]) {
            *newest = pool.span(bidders[usize::from(*place) % BLOCK][0]);
        }
        for slot in 1..BIDDERS {
            let count = self.met[slot].min(BLOCK);
            for (mark, place) in self.marks.iter_mut().zip(&self.order[..count]) {
                *mark = marks[usize::from(*place) % BLOCK][slot - 1];
            }
            aim(self, slot, count);
            for ((newest, unit), place) in self.newest.iter_mut().zip(&self.units).zip(&self.order[..count]) {
                let partner = pool.holder(*unit);
                *newest = pool.span(partner);
                bidders[usize::from(*place) % BLOCK][slot] = partner;
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
    let Lineup { taken, newest, left, marks, units, .. } = lineup;
    let (newest, left) = (&mut newest[..count], &mut left[..count]);
    for (((unit, mark), left), newest) in units.iter_mut().zip(marks).zip(left).zip(&*newest) {
        *left = left.wrapping_sub(newest.width());
        *unit = (u64::from(*mark) * u64::from(*left)) >> 32;
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
        let marks: Box<[[u32; BIDDERS]; BLOCK]> =
            Box::new(std::array::from_fn(|i| std::array::from_fn(|slot| mark(i, slot + 1))));
        // Every fifth does not exist.
        let count: [u8; BLOCK] = std::array::from_fn(|i| if i % 5 == 3 { 0 } else { (i * 7 % BIDDERS) as u8 + 1 });
        let mut bidders: Box<[[u32; BIDDERS]; BLOCK]> = Box::new([[0; BIDDERS]; BLOCK]);
        for (i, bidders) in bidders.iter_mut().enumerate() {
            bidders[0] = pool.pick(mark(i, 0), &[]);
        }
        let mut lineup = Box::<Lineup>::default();
        lineup.order(&count);
        lineup.draw(&pool, &marks, &mut bidders);
        for i in 0..BLOCK {
            let count = usize::from(count[i]);
            let mut taken = vec![bidders[i][0]];
            for slot in 1..count {
                assert!(lineup.places(slot).contains(&(i as u16)));
                let rival = pool.pick(marks[i][slot - 1], &taken);
                assert_eq!(bidders[i][slot], rival, "deal {i}, slot {slot}");
                taken.push(rival);
                taken.sort_unstable();
            }
            assert!((count..BIDDERS).all(|slot| !lineup.places(slot).contains(&(i as u16))));
        }
    }
}
