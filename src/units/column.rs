//! Arithmetic on columns of amounts: what it gives for one amount by itself, in loops without branches.
//!
//! Each loop is compiled for several processors, the widest one present being chosen when the program runs. The
//! operations are the same (nothing is fused), so the results are too. Sums wrap, which lets several be taken at once:
//! those of a trial stay far below what an amount holds.

use crate::units::narrow::in_billions;
use crate::units::{BILLION, Money, Rate};

/// What is added before a product of billionths is cut off.
const HALF: i64 = BILLION / 2;

/// The sum of some amounts.
#[multiversion::multiversion(targets("x86_64+avx512f+avx512dq+avx512vl", "x86_64+avx2"))]
pub fn sum(amounts: &[Money]) -> Money {
    Money(amounts.iter().fold(0, |sum: i64, amount| sum.wrapping_add(amount.0)))
}

/// Adds amounts to as many sums.
#[multiversion::multiversion(targets("x86_64+avx512f+avx512dq+avx512vl", "x86_64+avx2"))]
pub fn add(sums: &mut [Money], amounts: &[Money]) {
    for (sum, amount) in sums.iter_mut().zip(amounts) {
        sum.0 = sum.0.wrapping_add(amount.0);
    }
}

/// Takes amounts from as many sums.
#[multiversion::multiversion(targets("x86_64+avx512f+avx512dq+avx512vl", "x86_64+avx2"))]
pub fn subtract(sums: &mut [Money], amounts: &[Money]) {
    for (sum, amount) in sums.iter_mut().zip(amounts) {
        sum.0 = sum.0.wrapping_sub(amount.0);
    }
}

/// Whether all amounts are from 0 on and as narrow as [`Money::times_narrow`] asks for with rates up to the `highest`.
pub fn fit(amounts: &[Money], highest: Rate) -> bool {
    let bits = bits(amounts);
    bits >= 0 && Money(bits).fits(highest)
}

/// The bits that any of the amounts sets.
#[multiversion::multiversion(targets("x86_64+avx512f+avx512dq+avx512vl", "x86_64+avx2"))]
fn bits(amounts: &[Money]) -> i64 {
    amounts.iter().fold(0, |bits, amount| bits | amount.0)
}

/// Each amount times a rate, as [`Money::times`] rounds it.
pub fn times(amounts: &[Money], rate: Rate, products: &mut [Money]) {
    if !are_narrow(narrow_times(amounts, rate.0, products), rate) {
        for (product, amount) in products.iter_mut().zip(amounts) {
            *product = amount.times(rate);
        }
    }
}

/// The sum of the amounts times a rate, each rounded by itself.
pub fn sum_of_times(amounts: &[Money], rate: Rate) -> Money {
    match narrow_sum(amounts, rate.0) {
        (bits, sum) if are_narrow(bits, rate) => Money(sum),
        _ => amounts.iter().map(|amount| amount.times(rate)).sum(),
    }
}

/// Whether the products of a rate with amounts that set no other bits are positive and have 63 bits.
fn are_narrow(bits: i64, rate: Rate) -> bool {
    bits >= 0 && rate.0 >= 0 && bits.checked_mul(rate.0).is_some_and(|product| product <= i64::MAX - HALF)
}

/// The products, right where they are narrow, and the bits that any of the amounts sets.
#[multiversion::multiversion(targets("x86_64+avx512f+avx512dq+avx512vl", "x86_64+avx2"))]
fn narrow_times(amounts: &[Money], ppb: i64, products: &mut [Money]) -> i64 {
    let mut bits = 0;
    for (product, amount) in products.iter_mut().zip(amounts) {
        bits |= amount.0;
        *product = Money(narrow(amount.0, ppb));
    }
    bits
}

/// The bits that any of the amounts sets, and the sum of the products, right where they are narrow.
#[multiversion::multiversion(targets("x86_64+avx512f+avx512dq+avx512vl", "x86_64+avx2"))]
fn narrow_sum(amounts: &[Money], ppb: i64) -> (i64, i64) {
    let (mut bits, mut sum) = (0, 0_i64);
    for amount in amounts {
        bits |= amount.0;
        sum = sum.wrapping_add(narrow(amount.0, ppb));
    }
    (bits, sum)
}

/// A narrow product, rounded.
#[inline(always)]
fn narrow(amount: i64, ppb: i64) -> i64 {
    in_billions(amount.wrapping_mul(ppb).wrapping_add(HALF))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Amounts of all sizes, with what stands next to a half.
    fn amounts(largest: i64) -> Vec<Money> {
        let spread = (0..2_000_u64).map(|at| (at.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 1) as i64);
        let sized = spread.enumerate().map(|(at, bits)| (bits >> (at % 63)).min(largest));
        sized.chain((0..200).map(|at| (2 * at + 1) * 500)).map(Money).collect()
    }

    #[test]
    fn a_column_is_rounded_as_its_amounts_are() {
        for ppb in [0, 1, 15_000_000, 333_333_333, 680_000_000, 999_999_999, 1_000_000_000, 2_500_000_001] {
            let rate = Rate::from_ppb(ppb);
            // Products that fill 63 bits, and products that do not fit them.
            for largest in [(i64::MAX - HALF) / ppb.max(1) / 2, i64::MAX / 8] {
                let amounts = amounts(largest);
                let expected: Vec<Money> = amounts.iter().map(|amount| amount.times(rate)).collect();
                let mut products = vec![Money::ZERO; amounts.len()];
                times(&amounts, rate, &mut products);
                assert_eq!(products, expected, "{ppb}");
                let few = &amounts[..7];
                assert_eq!(sum_of_times(few, rate), expected[..7].iter().copied().sum(), "{ppb}");
            }
        }
    }

    #[test]
    fn negative_amounts_round_away_from_zero_too() {
        let (amounts, half) = ([5, -5, 4].map(Money), Rate::per_mille(500));
        let mut products = [Money::ZERO; 3];
        times(&amounts, half, &mut products);
        assert_eq!(products, [3, -3, 2].map(Money));
        assert_eq!((sum(&amounts), sum_of_times(&amounts, half)), (Money(4), Money(2)));
    }

    #[test]
    fn amounts_fit_where_each_of_them_does() {
        let rate = Rate::ONE;
        let widest = Money((i64::MAX - BILLION) / BILLION);
        assert!(widest.fits(rate) && fit(&[Money(1), widest], rate) && fit(&[], rate));
        assert!(!fit(&[Money(1), widest + widest], rate));
        assert!(!fit(&[Money(-1), Money(1)], rate), "negative amounts do not");
    }

    #[test]
    fn what_is_added_can_be_taken_away() {
        let mut sums = [1, 2, 3].map(Money);
        add(&mut sums, &[10, -20, 30].map(Money));
        assert_eq!(sums, [11, -18, 33].map(Money));
        subtract(&mut sums, &[10, -20, 30].map(Money));
        assert_eq!(sums, [1, 2, 3].map(Money));
    }
}
