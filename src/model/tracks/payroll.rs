//! What tracks pay several partners at a time.

use multiversion::multiversion;

use crate::model::indicators::TOGETHER;
use crate::model::tracks::Terms;
use crate::units::{Money, Rate, column};

/// The purchases of several partners, and what their tracks pay on them.
#[derive(Debug, Clone)]
pub struct Payroll<'a> {
    purchases: &'a [Money],
    base: [Rate; TOGETHER],
    bonus: [Rate; TOGETHER],
    /// Whether every product with a rate is as narrow as [`Money::times_narrow`] asks for.
    narrow: bool,
}

impl Payroll<'_> {
    /// By the terms of each partner's track; nothing is paid to who has none.
    pub(super) fn new(terms: impl Iterator<Item = Option<Terms>>, purchases: &[Money]) -> Payroll<'_> {
        let (mut base, mut bonus, mut highest) = ([Rate::ZERO; TOGETHER], [Rate::ZERO; TOGETHER], Rate::ZERO);
        for ((base, bonus), terms) in base.iter_mut().zip(&mut bonus).zip(terms) {
            if let Some(terms) = terms {
                (*base, *bonus) = (terms.base, terms.bonus);
                highest = highest.max(terms.base + terms.bonus);
            }
        }
        // A full score may be a rounding above 1.
        let highest = highest + Rate::from_ppb(1);
        let narrow = purchases.iter().all(|purchases| purchases.fits(highest));
        Payroll { purchases, base, bonus, narrow }
    }

    /// What is paid at scores from 0 to 1, as [`TrackRules::payout`](super::TrackRules::payout) says.
    pub fn payouts(&self, scores: &[f64], payouts: &mut [Money]) {
        if self.narrow {
            pay::<true>(self, scores, payouts);
        } else {
            pay::<false>(self, scores, payouts);
        }
    }

    /// What is paid altogether at scores from 0 to 1.
    pub fn total(&self, scores: &[f64]) -> Money {
        let mut payouts = [Money::ZERO; TOGETHER];
        self.payouts(scores, &mut payouts);
        column::sum(&payouts)
    }
}

/// A base rate, and as much of a bonus rate as a score from 0 to 1 says, to the nearest part per billion.
#[inline(always)]
pub(super) fn rate(base: Rate, bonus: Rate, score: f64) -> Rate {
    base.wrapping_add(Rate::nearest(bonus.ppb() as f64 * score))
}

/// Compiled for several processors, as [`crate::units::column`].
#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl", "x86_64+avx2"))]
fn pay<const NARROW: bool>(payroll: &Payroll<'_>, scores: &[f64], payouts: &mut [Money]) {
    let rates =
        payroll.base.iter().zip(&payroll.bonus).zip(scores).map(|((base, bonus), score)| rate(*base, *bonus, *score));
    for ((payout, purchases), rate) in payouts.iter_mut().zip(payroll.purchases).zip(rates) {
        *payout = if NARROW { purchases.times_narrow(rate) } else { purchases.times(rate) };
    }
}
