//! Amounts that are narrow enough to be worked on without a branch, so that loops over columns of them take several at a
//! time: what they give is what all amounts give.

use crate::units::{BILLION, Money, Rate, Spread};

/// 2^52. Whole numbers up to it are the last 52 bits of their sum with it; other numbers are rounded to such a sum.
const WHOLES: f64 = 4_503_599_627_370_496.0;

/// The widest amount whose products with rates of at most 200 % fit into 64 bits: 40 million currency units.
pub const NARROW: Money = Money(4_000_000_000);

/// How many whole billions a number from 0 on holds.
#[inline(always)]
pub(super) fn in_billions(number: i64) -> i64 {
    let exactly = |part: i64| f64::from_bits(part as u64 | WHOLES.to_bits()) - WHOLES;
    let (high, low) = (exactly(number >> 32), exactly(number & 0xFFFF_FFFF));
    // Wrong by less than a hundred-thousandth, so that the nearest whole number is right or one too high.
    let nearest = ((high * 4_294_967_296.0 + low) * 1e-9 + WHOLES).to_bits().wrapping_sub(WHOLES.to_bits()) as i64;
    let left = number.wrapping_sub(nearest.wrapping_mul(BILLION));
    nearest.wrapping_add(left >> 63)
}

/// The whole number nearest to one from 0 on, halves up: of at most 2^51, as which more is taken.
#[inline(always)]
pub fn nearest(number: f64) -> i64 {
    let number = number.min(WHOLES / 2.0) + 0.5;
    let nearest = number + WHOLES;
    let above = if nearest - WHOLES > number { 1 } else { 0 };
    (nearest.to_bits().wrapping_sub(WHOLES.to_bits()) as i64).wrapping_sub(above)
}

impl Rate {
    /// The rate nearest to so many parts per billion, from 0 to 2^51, without a branch: loops over columns work on several
    /// at a time.
    #[inline(always)]
    pub fn nearest(ppb: f64) -> Rate {
        Rate(nearest(ppb))
    }
}

impl Money {
    /// [`Money::round_minor`] of at most 2^51 cents, as which more is taken, without a branch: loops over columns work on
    /// several at a time.
    #[inline(always)]
    pub fn round_narrow(minor: f64) -> Money {
        Money(nearest(minor))
    }

    /// Whether the product with rates up to the `highest`, from 0 on, fits into 64 bits: then the amount is as narrow as
    /// [`Money::times_narrow`] asks for.
    #[inline(always)]
    pub fn fits(self, highest: Rate) -> bool {
        self.0.checked_mul(highest.0).is_some_and(|product| product.unsigned_abs() < (1 << 63) - BILLION as u64)
    }

    /// [`Money::times`] of a [`NARROW`] amount, without a branch: loops over columns of them work on several at a time.
    #[inline(always)]
    pub fn times_narrow(self, rate: Rate) -> Money {
        debug_assert!(self.fits(rate));
        let product = self.0.wrapping_mul(rate.0);
        let sign = product >> 63;
        let size = (product ^ sign).wrapping_sub(sign).wrapping_add(BILLION / 2);
        Money((in_billions(size) ^ sign).wrapping_sub(sign))
    }
}

impl Spread {
    /// The same of a [`NARROW`] amount, without a branch.
    #[inline(always)]
    pub fn share_narrow(self, mark: u32) -> Money {
        let (width, mark) = (self.width as u64, u64::from(mark));
        let high = (width >> 32).wrapping_mul(mark);
        let low = (width & 0xFFFF_FFFF).wrapping_mul(mark) >> 32;
        Money(in_billions(high.wrapping_add(low).wrapping_add(BILLION as u64 / 2) as i64))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn narrow_amounts_are_multiplied_as_all_are() {
        let mut number = 1_u64;
        let mut next = || {
            number = number.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            number >> 16
        };
        let halves = [1, 5, 999, 4_000_000_000].map(|minor| (minor, BILLION / 2));
        let drawn: Vec<(i64, i64)> = (0..200_000)
            .map(|at| ((next() % 4_000_000_001) as i64 >> (at % 32), next() as i64 % (2 * BILLION + 1)))
            .collect();
        for (minor, ppb) in halves.into_iter().chain(drawn) {
            for (amount, rate) in [(minor, ppb), (minor, -ppb), (-minor, ppb)].map(|(m, p)| (Money(m), Rate(p))) {
                assert_eq!(amount.times_narrow(rate), amount.times_wide(rate), "{amount:?} {rate:?}");
            }
            let (spread, mark) = (Spread::new(Money(minor), Rate(ppb)), next() as u32);
            assert_eq!(spread.share_narrow(mark), spread.wide_share(mark), "{spread:?} {mark}");
        }
    }

    #[test]
    fn narrow_amounts_are_rounded_as_all_are() {
        let steps = (0..4_000_000).map(|step| f64::from(step) * 0.125);
        let large = [1e12 + 0.5, 1e12 + 0.499_878, 0.5 - f64::EPSILON / 4.0, 2.0_f64.powi(51) - 0.5];
        for minor in steps.chain(large) {
            assert_eq!(Money::round_narrow(minor), Money::round_minor(minor), "{minor}");
        }
        assert_eq!(Money::round_narrow(1e300), Money(1 << 51));
    }
}
