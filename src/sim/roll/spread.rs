//! How what is due on purchases is spread over the months in which they were made.

use std::ops::Range;

use crate::model::horizon::YEAR_MONTHS;
use crate::units::Money;

/// Partners that are worked out side by side.
const ABREAST: usize = 8;

/// What is due to partners for a spell, and what they bought.
pub(super) struct Dues<'a> {
    /// What is due to each.
    pub due: &'a [Money],
    /// Run-rate purchases of each in the year.
    pub run_rate: &'a [Money],
    /// The share of each month of the year in them.
    pub shares: &'a [f64; YEAR_MONTHS],
    /// What won deals brought each to buy, by month of the year, then by partner.
    pub deals: &'a [Money],
}

/// Spreads what is due over the months of a spell in proportion to each partner's purchases, evenly where it bought
/// nothing. Sums of fractions depend on their order: it is that of the partners.
#[multiversion::multiversion(targets("x86_64+avx512f+avx512dq+avx512vl", "x86_64+avx2"))]
pub(super) fn spread(dues: &Dues<'_>, spell: Range<usize>, months: &mut [f64; YEAR_MONTHS]) {
    let evenly = 1.0 / spell.len() as f64;
    for start in (0..dues.due.len()).step_by(ABREAST) {
        let run_rate = abreast(&dues.run_rate[start..]);
        let mut bought = [[0.0; ABREAST]; YEAR_MONTHS];
        let mut all = [0.0; ABREAST];
        for month in spell.clone() {
            let deals = &dues.deals[month * dues.due.len()..][..dues.due.len()];
            let deals = abreast(&deals[start..]);
            for at in 0..ABREAST {
                bought[month][at] = run_rate[at] * dues.shares[month] + deals[at];
                all[at] += bought[month][at];
            }
        }
        let due = abreast(&dues.due[start..]);
        let (mut of_bought, mut of_each) = ([0.0; ABREAST], [0.0; ABREAST]);
        for at in 0..ABREAST {
            of_bought[at] = if all[at] > 0.0 { due[at] / all[at] } else { 0.0 };
            of_each[at] = if all[at] > 0.0 { 0.0 } else { due[at] * evenly };
        }
        for month in spell.clone() {
            for at in 0..ABREAST {
                months[month] += bought[month][at] * of_bought[at] + of_each[at];
            }
        }
    }
}

/// The first amounts as fractions; nobody stands where there are no more.
#[inline(always)]
fn abreast(amounts: &[Money]) -> [f64; ABREAST] {
    let mut last = [Money::ZERO; ABREAST];
    let amounts = amounts.first_chunk().unwrap_or_else(|| {
        last[..amounts.len()].copy_from_slice(amounts);
        &last
    });
    let mut values = [0.0; ABREAST];
    for (value, amount) in values.iter_mut().zip(amounts) {
        *value = amount.minor() as f64;
    }
    values
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_due_follows_purchases() {
        // Ten partners buy 100 a month and 300 more for deals in the second one; the last bought nothing.
        let partners = ABREAST + 3;
        let mut run_rate = vec![Money::from_minor(1_200); partners];
        let mut deals = vec![Money::ZERO; partners * YEAR_MONTHS];
        deals[partners..2 * partners - 1].fill(Money::from_minor(300));
        run_rate[partners - 1] = Money::ZERO;
        let (due, shares) = (vec![Money::from_minor(50); partners], [1.0 / YEAR_MONTHS as f64; YEAR_MONTHS]);
        let mut months = [0.0; YEAR_MONTHS];
        let dues = Dues { due: &due, run_rate: &run_rate, shares: &shares, deals: &deals };
        spread(&dues, 0..2, &mut months);
        // 50 by 100 : 400, ten times, and 25 each.
        assert_eq!(months[..3], [125.0, 425.0, 0.0]);
    }
}
