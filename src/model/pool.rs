//! Who meets a deal: originator and rivals, drawn without replacement in proportion to size (docs/model.md,
//! "Opportunities").

use crate::model::population::Member;

/// The partners that can meet opportunities, with their weights. Members are indices into the population, whose first
/// partners are those of the highest levels: a pool is a prefix of the population.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pool {
    /// Where the weight of each partner lies, if those of all are laid end to end.
    spans: Vec<Span>,
    /// For each of equal slices of the weight, the partner its first unit belongs to.
    guide: Vec<u32>,
    /// A slice is `1 << shift` units of weight.
    shift: u32,
    /// How many partners have weight.
    drawable: usize,
}

/// The units of weight that a partner holds: `start << 32 | width`, so that one number tells both and the order of spans
/// is that of their partners.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span(u64);

impl Span {
    /// That of a partner without weight.
    pub const NOBODY: Span = Span(0);

    /// The first unit.
    #[inline(always)]
    fn start(self) -> u64 {
        self.0 >> 32
    }

    /// How many units it has.
    #[inline(always)]
    pub fn width(self) -> u32 {
        self.0 as u32
    }

    /// The unit after the last one.
    #[inline(always)]
    fn end(self) -> u64 {
        self.start() + u64::from(self.width())
    }

    /// The place of a unit among all, of which `unit` is the place among those below the span and those above it.
    #[inline(always)]
    pub fn pass(self, unit: u64) -> u64 {
        let width = if unit >= self.start() { u64::from(self.width()) } else { 0 };
        unit.wrapping_add(width)
    }
}

/// Weights are scaled to about this sum: as fine as a mark, and their product with one fits 64 bits.
const WHOLE: f64 = 4_294_967_295.0;

impl Pool {
    /// The pool of the members at `level` or above, weighted by purchases to the power of `elasticity`.
    pub fn new(members: &[Member], level: usize, elasticity: f64) -> Pool {
        let weight = |m: &Member| libm::pow(m.purchases.to_units(), elasticity);
        let pool = members.partition_point(|m| m.level >= level);
        let sum: f64 = members[..pool].iter().map(weight).sum();
        let mut spans = Vec::with_capacity(pool);
        let mut before = 0;
        for member in &members[..pool] {
            let share = if sum > 0.0 { weight(member) / sum } else { 0.0 };
            // Rounded down so that the sum stays within the whole, but nobody with purchases is left out.
            let own = if share > 0.0 { ((share * (WHOLE - pool as f64)) as u64).max(1) } else { 0 };
            spans.push(Span(before << 32 | own));
            before += own;
        }
        let slices = (pool * 16).next_power_of_two().max(64) as u64;
        let shift = (before / slices).max(1).next_power_of_two().trailing_zeros();
        let guide = (0..=before >> shift)
            .map(|slice| spans.partition_point(|span| span.end() <= slice << shift) as u32)
            .collect();
        let drawable = spans.iter().filter(|span| span.width() > 0).count();
        Pool { spans, guide, shift, drawable }
    }

    /// How many partners it has.
    pub fn len(&self) -> usize {
        self.spans.len()
    }

    /// Whether nobody in it can be drawn.
    pub fn is_empty(&self) -> bool {
        self.weight() == 0
    }

    /// How many partners of it have weight: no deal can have more bidders.
    pub fn drawable(&self) -> usize {
        self.drawable
    }

    /// The weight of all.
    pub fn weight(&self) -> u32 {
        self.spans.last().map_or(0, |last| last.end() as u32)
    }

    /// The share of the weight before partner `i`: all of it where there are fewer.
    pub fn share_before(&self, i: usize) -> f64 {
        let before = self.spans.get(i).map_or(u64::from(self.weight()), |span| span.start());
        before as f64 / f64::from(self.weight().max(1))
    }

    /// The units of weight that a partner holds.
    #[inline(always)]
    pub fn span(&self, partner: u32) -> Span {
        self.spans[partner as usize]
    }

    /// The partner a draw falls on, none of `taken` (ascending; at least one partner with weight is not taken).
    #[inline(always)]
    pub fn pick(&self, mark: u32, taken: &[u32]) -> u32 {
        let gone: u32 = taken.iter().map(|partner| self.span(*partner).width()).sum();
        // A draw among what is left, moved up past each partner that is gone.
        let among_left = (u64::from(mark) * u64::from(self.weight() - gone)) >> 32;
        self.holder(taken.iter().fold(among_left, |unit, partner| self.span(*partner).pass(unit)))
    }

    /// The partner that a unit of the weight belongs to.
    #[inline(always)]
    pub fn holder(&self, unit: u64) -> u32 {
        let mut partner = self.guide[(unit >> self.shift) as usize];
        while self.spans[partner as usize].end() <= unit {
            partner += 1;
        }
        partner
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantile::mark;
    use crate::units::Money;

    fn pool(purchases: &[i64], elasticity: f64) -> Pool {
        let members: Vec<Member> = purchases
            .iter()
            .enumerate()
            .map(|(i, units)| Member {
                id: i.to_string(),
                name: i.to_string(),
                level: 1,
                purchases: Money::from_units(*units),
                ..Member::default()
            })
            .collect();
        Pool::new(&members, 1, elasticity)
    }

    #[test]
    fn partners_are_drawn_by_weight() {
        // Sizes 1, 4, 0, 9 to the power 1/2: shares 1/6, 2/6, 0, 3/6.
        let pool = pool(&[1, 4, 0, 9], 0.5);
        assert_eq!(pool.drawable(), 3);
        let at = |share| pool.pick(mark(share), &[]);
        assert_eq!([at(0.0), at(0.16), at(0.17), at(0.49), at(0.51), at(0.999_999)], [0, 0, 1, 1, 3, 3]);
    }

    #[test]
    fn who_is_taken_is_passed_over() {
        let pool = pool(&[1, 4, 0, 9], 0.5);
        // Without the second, shares 1/4 and 3/4.
        let at = |share| pool.pick(mark(share), &[1]);
        assert_eq!([at(0.0), at(0.24), at(0.26), at(0.999_999)], [0, 0, 3, 3]);
        assert_eq!(pool.pick(u32::MAX, &[0, 3]), 1);
    }

    #[test]
    fn every_draw_agrees_with_a_plain_search() {
        let sizes: Vec<i64> = (1..=300).map(|i| i * i % 997 + 1).collect();
        let pool = pool(&sizes, 0.7);
        for step in 0..5_000_u32 {
            let draw = step.wrapping_mul(0x9E37_79B9);
            let at = (u64::from(draw) * u64::from(pool.weight())) >> 32;
            let plain = pool.spans.partition_point(|span| span.end() <= at) as u32;
            assert_eq!(pool.pick(draw, &[]), plain);
        }
    }
}
