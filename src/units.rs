//! Money and rates: the only arithmetic on money in the program.
//!
//! Money is held in minor units (cents) as an integer, rates as integers of parts per billion, so that sums
//! are exact and the same in any order. An amount times a rate is rounded once, half away from zero, as Excel's
//! `ROUND` does (docs/model.md, "Conventions").

use std::iter::Sum;
use std::ops::{Add, AddAssign, Neg, Sub, SubAssign};

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

pub mod column;
mod narrow;
mod rate;

pub use narrow::{NARROW, nearest};
pub use rate::Rate;

/// Parts per billion in one.
const BILLION: i64 = 1_000_000_000;

/// An amount of money in minor units (cents) of the workbook's currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Money(i64);

impl Money {
    /// Nothing.
    pub const ZERO: Money = Money(0);
    /// More than any amount that is entered or computed; stands for "no such bid".
    pub const MAX: Money = Money(i64::MAX);

    /// An amount of `minor` cents.
    pub const fn from_minor(minor: i64) -> Money {
        Money(minor)
    }

    /// An amount of `units` whole currency units.
    pub const fn from_units(units: i64) -> Money {
        Money(units * 100)
    }

    /// The amount in cents.
    pub const fn minor(self) -> i64 {
        self.0
    }

    /// The amount in currency units, for statistics and printing only.
    pub fn to_units(self) -> f64 {
        self.0 as f64 / 100.0
    }

    /// Exact conversion; `None` where the amount has more than two decimals or does not fit.
    pub fn from_decimal(value: Decimal) -> Option<Money> {
        let cents = value.checked_mul(Decimal::ONE_HUNDRED)?;
        if cents.fract().is_zero() { cents.to_i64().map(Money) } else { None }
    }

    /// The amount as an exact decimal number of currency units.
    pub fn to_decimal(self) -> Decimal {
        Decimal::new(self.0, 2)
    }

    /// A non-negative amount of cents rounded to the nearest, halves up (which is away from zero).
    pub fn round_minor(minor: f64) -> Money {
        debug_assert!(minor >= 0.0);
        Money((minor + 0.5) as i64)
    }

    /// The amount times a rate, rounded half away from zero.
    #[inline(always)]
    pub fn times(self, rate: Rate) -> Money {
        match self.0.checked_mul(rate.0) {
            Some(product) => {
                let half = if product < 0 { -BILLION / 2 } else { BILLION / 2 };
                match product.checked_add(half) {
                    Some(sum) => Money(sum / BILLION),
                    None => self.times_wide(rate),
                }
            }
            None => self.times_wide(rate),
        }
    }

    /// The sum, unchecked: of amounts that are bounded by design, in loops over columns.
    #[inline(always)]
    pub const fn wrapping_add(self, other: Money) -> Money {
        Money(self.0.wrapping_add(other.0))
    }

    /// The difference, unchecked like [`Money::wrapping_add`].
    #[inline(always)]
    pub const fn wrapping_sub(self, other: Money) -> Money {
        Money(self.0.wrapping_sub(other.0))
    }

    #[cold]
    fn times_wide(self, rate: Rate) -> Money {
        let product = i128::from(self.0) * i128::from(rate.0);
        let half = i128::from(if product < 0 { -BILLION / 2 } else { BILLION / 2 });
        Money(((product + half) / i128::from(BILLION)) as i64)
    }
}

/// An amount times a rate, of which uniform shares are taken: each share is rounded once.
#[derive(Debug, Clone, Copy)]
pub struct Spread {
    /// In billionths of a cent.
    width: u128,
}

impl Spread {
    /// The widest is `amount` x `rate`, both not negative.
    #[inline(always)]
    pub fn new(amount: Money, rate: Rate) -> Spread {
        debug_assert!(amount.0 >= 0 && rate.0 >= 0);
        // A product of two 64-bit numbers cannot overflow 128 bits.
        Spread { width: u128::from(amount.0 as u64).wrapping_mul(u128::from(rate.0 as u64)) }
    }

    /// The share a mark stands for (`mark` / 2^32), to the nearest cent.
    #[inline(always)]
    pub fn share(self, mark: u32) -> Money {
        const HALF: u64 = BILLION as u64 / 2;
        // Nearly always: up to 18 billion cents wide.
        match u64::try_from(self.width) {
            Ok(width) if width <= u64::MAX - HALF => {
                let billionths = (u128::from(width).wrapping_mul(u128::from(mark)) >> 32) as u64;
                Money((billionths.wrapping_add(HALF) / BILLION as u64) as i64)
            }
            _ => self.wide_share(mark),
        }
    }

    #[cold]
    fn wide_share(self, mark: u32) -> Money {
        let billionths = (self.width * u128::from(mark)) >> 32;
        Money(((billionths + BILLION as u128 / 2) / BILLION as u128) as i64)
    }
}

impl Add for Money {
    type Output = Money;
    #[inline(always)]
    fn add(self, other: Money) -> Money {
        Money(self.0 + other.0)
    }
}

impl Sub for Money {
    type Output = Money;
    #[inline(always)]
    fn sub(self, other: Money) -> Money {
        Money(self.0 - other.0)
    }
}

impl Neg for Money {
    type Output = Money;
    fn neg(self) -> Money {
        Money(-self.0)
    }
}

impl AddAssign for Money {
    #[inline(always)]
    fn add_assign(&mut self, other: Money) {
        self.0 += other.0;
    }
}

impl SubAssign for Money {
    #[inline(always)]
    fn sub_assign(&mut self, other: Money) {
        self.0 -= other.0;
    }
}

impl Sum for Money {
    fn sum<I: Iterator<Item = Money>>(amounts: I) -> Money {
        amounts.fold(Money::ZERO, Add::add)
    }
}

/// The currencies whose minor unit is the hundredth, which is how [`Money`] counts.
pub const CURRENCIES: &[&str] = &[
    "EUR", "USD", "GBP", "CHF", "CAD", "AUD", "NZD", "SEK", "NOK", "DKK", "PLN", "CZK", "RON", "BRL", "MXN", "INR",
    "CNY", "SGD", "HKD", "ZAR", "AED", "SAR", "ILS", "TRY", "MAD",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_times_a_rate_rounds_half_away_from_zero() {
        let half = Rate::from_ppb(500_000_000);
        assert_eq!(Money::from_minor(5).times(half), Money::from_minor(3));
        assert_eq!(Money::from_minor(-5).times(half), Money::from_minor(-3));
        // 1,234.56 at 7.5 % is 92.592, so 92.59.
        assert_eq!(Money::from_minor(123_456).times(Rate::per_mille(75)), Money::from_minor(9_259));
    }

    #[test]
    fn the_wide_and_the_narrow_product_agree() {
        let rate = Rate::from_ppb(999_999_999);
        for minor in [9_223_372_036, 9_223_372_037, 1 << 40, -(1 << 40), 1 << 61] {
            assert_eq!(Money(minor).times(rate), Money(minor).times_wide(rate), "{minor}");
        }
    }

    #[test]
    fn a_uniform_share_is_rounded_once() {
        // A quarter of 12 % of 1,000.50 is 30.015, so 30.02 (half away from zero).
        let spread = Rate::per_mille(120);
        assert_eq!(Spread::new(Money::from_minor(100_050), spread).share(1 << 30), Money::from_minor(3_002));
        // The wide path: a quarter of 12 % of 10^12 cents.
        let wide = Spread::new(Money::from_minor(1_000_000_000_000), spread);
        assert_eq!(wide.share(1 << 30), Money(30_000_000_000));
    }

    #[test]
    fn decimals_are_kept_exactly() {
        assert_eq!(Money::from_decimal(Decimal::new(123_456, 2)), Some(Money(123_456)));
        assert_eq!(Money::from_decimal(Decimal::new(1_234_567, 3)), None);
    }
}
