//! Rates: fractions as whole numbers of parts per billion, exact where they are added and compared.

use std::ops::{Add, Sub};

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::units::BILLION;

/// A fraction in parts per billion: 8 % is `Rate::from_ppb(80_000_000)`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Rate(pub(super) i64);

impl Rate {
    /// 0 %.
    pub const ZERO: Rate = Rate(0);
    /// 100 %.
    pub const ONE: Rate = Rate(BILLION);

    /// A rate of `ppb` parts per billion.
    pub const fn from_ppb(ppb: i64) -> Rate {
        Rate(ppb)
    }

    /// A rate of `points` thousandths: `per_mille(80)` is 8 %.
    pub const fn per_mille(points: i64) -> Rate {
        Rate(points * 1_000_000)
    }

    /// The rate in parts per billion.
    pub const fn ppb(self) -> i64 {
        self.0
    }

    /// The rate as a floating-point fraction.
    pub fn to_f64(self) -> f64 {
        self.0 as f64 / BILLION as f64
    }

    /// The rate nearest to a decimal fraction (nine decimals are kept); `None` where it does not fit.
    pub fn from_decimal(value: Decimal) -> Option<Rate> {
        value.checked_mul(Decimal::from(BILLION))?.round().to_i64().map(Rate)
    }

    /// The rate as an exact decimal fraction.
    pub fn to_decimal(self) -> Decimal {
        Decimal::new(self.0, 9).normalize()
    }

    /// The rate without its sign.
    pub const fn size(self) -> Rate {
        Rate(self.0.abs())
    }

    /// One less the rate.
    pub const fn complement(self) -> Rate {
        Rate(BILLION - self.0)
    }

    /// The sum, unchecked like [`Rate::wrapping_sub`].
    #[inline(always)]
    pub const fn wrapping_add(self, other: Rate) -> Rate {
        Rate(self.0.wrapping_add(other.0))
    }

    /// The difference, unchecked: of rates that are bounded by design, in loops over columns.
    #[inline(always)]
    pub const fn wrapping_sub(self, other: Rate) -> Rate {
        Rate(self.0.wrapping_sub(other.0))
    }

    /// The product of two rates, to the nearest part per billion.
    pub fn of(self, other: Rate) -> Rate {
        let product = i128::from(self.0) * i128::from(other.0);
        Rate(((product + i128::from(BILLION / 2)) / i128::from(BILLION)) as i64)
    }
}

impl Add for Rate {
    type Output = Rate;
    #[inline(always)]
    fn add(self, other: Rate) -> Rate {
        Rate(self.0 + other.0)
    }
}

impl Sub for Rate {
    type Output = Rate;
    #[inline(always)]
    fn sub(self, other: Rate) -> Rate {
        Rate(self.0 - other.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_kept_exactly() {
        assert_eq!(Rate::from_decimal(Decimal::new(43, 3)), Some(Rate::from_ppb(43_000_000)));
        assert_eq!(Rate::per_mille(20).of(Rate::per_mille(500)), Rate::per_mille(10));
    }
}
