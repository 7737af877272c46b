//! What tracks pay several partners at a time.

use multiversion::multiversion;

use crate::model::indicators::TOGETHER;
use crate::model::tracks::{BY_LEVEL, Terms};
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
    pub(super) fn new<'a>(terms: &[Terms], tracks: &[u8], purchases: &'a [Money]) -> Payroll<'a> {
        let mut rates = [[Rate::ZERO; TOGETHER]; 2];
        choose(terms, tracks, &mut rates);
        let [base, bonus] = rates;
        // A full score may be a rounding above 1.
        let highest =
            terms.iter().map(|terms| terms.base + terms.bonus).fold(Rate::ZERO, Rate::max) + Rate::from_ppb(1);
        Payroll { purchases, base, bonus, narrow: column::fit(purchases, highest) }
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
        if self.narrow { total::<true>(self, scores) } else { total::<false>(self, scores) }
    }

    /// What is paid to each.
    #[inline(always)]
    fn each<const NARROW: bool>(&self, scores: &[f64]) -> impl Iterator<Item = Money> {
        let terms = self.base.iter().zip(&self.bonus).zip(scores);
        let rates = terms.map(|((base, bonus), score)| rate(*base, *bonus, *score));
        self.purchases.iter().zip(rates).map(|(purchases, rate)| match NARROW {
            true => purchases.times_narrow(rate),
            false => purchases.times(rate),
        })
    }
}

/// The base and the bonus rate of each partner's track, track by track for all of them: a loop without a look-up.
/// Compiled for several processors, as [`crate::units::column`].
#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl", "x86_64+avx2"))]
fn choose(terms: &[Terms], tracks: &[u8], [base, bonus]: &mut [[Rate; TOGETHER]; 2]) {
    for (at, terms) in (0..BY_LEVEL).zip(terms) {
        for ((base, bonus), track) in base.iter_mut().zip(&mut *bonus).zip(tracks) {
            *base = if *track == at { terms.base } else { *base };
            *bonus = if *track == at { terms.bonus } else { *bonus };
        }
    }
}

/// A base rate, and as much of a bonus rate as a score from 0 to 1 says, to the nearest part per billion.
#[inline(always)]
pub(super) fn rate(base: Rate, bonus: Rate, score: f64) -> Rate {
    base.wrapping_add(Rate::nearest(bonus.ppb() as f64 * score))
}

// Compiled for several processors, as `crate::units::column`.

#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl", "x86_64+avx2"))]
fn pay<const NARROW: bool>(payroll: &Payroll<'_>, scores: &[f64], payouts: &mut [Money]) {
    for (payout, paid) in payouts.iter_mut().zip(payroll.each::<NARROW>(scores)) {
        *payout = paid;
    }
}

#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl", "x86_64+avx2"))]
fn total<const NARROW: bool>(payroll: &Payroll<'_>, scores: &[f64]) -> Money {
    payroll.each::<NARROW>(scores).fold(Money::ZERO, Money::wrapping_add)
}
