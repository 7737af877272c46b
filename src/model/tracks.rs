//! Tracks: who is on which, what it pays and what it costs (docs/model.md, "Tracks").

use std::cmp::Reverse;

use crate::programme::Programme;
use crate::quantile::Chance;
use crate::units::{Money, Rate};

mod payroll;

pub use payroll::Payroll;

/// In place of a track: the partner is paid by the rebates of its level. No workbook has so many tracks.
pub const BY_LEVEL: u8 = u8::MAX;

/// The tracks of a programme and who takes part.
#[derive(Debug, Clone, PartialEq)]
pub struct TrackRules {
    names: Vec<String>,
    terms: Vec<Terms>,
    /// Whether a year's payouts are scaled to what the rebates by level would have cost.
    pub budget_neutral: bool,
    /// Chance that a partner is enrolled.
    pub enrolled: Chance,
    /// Chance that a partner entered as sharing data does so.
    pub opts_in: Chance,
}

/// What a track pays, costs and needs.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Terms {
    base: Rate,
    bonus: Rate,
    fixed_cost: Money,
    needs_services: bool,
    needs_data: bool,
}

impl Terms {
    #[inline(always)]
    fn open_to(&self, serves: bool, shares_data: bool) -> bool {
        (serves || !self.needs_services) && (shares_data || !self.needs_data)
    }

    /// The rate on purchases at a score, to the nearest part per billion.
    #[inline(always)]
    fn rate(&self, score: f64) -> Rate {
        payroll::rate(self.base, self.bonus, score)
    }
}

impl TrackRules {
    /// The tracks of a programme, which has at least one; another is refused before.
    pub fn new(programme: &Programme) -> TrackRules {
        let terms = programme.tracks.iter().map(|track| Terms {
            base: track.base_rate,
            bonus: track.bonus_rate,
            fixed_cost: track.fixed_cost,
            needs_services: track.needs_services,
            needs_data: track.needs_data_sharing,
        });
        let compensation = &programme.compensation;
        TrackRules {
            names: programme.tracks.iter().map(|track| track.track.clone()).collect(),
            terms: terms.collect(),
            budget_neutral: compensation.budget_neutral,
            enrolled: Chance::new(compensation.enrolled.to_f64()),
            opts_in: Chance::new(compensation.data_sharing_opt_in.to_f64()),
        }
    }

    /// The place of a track among the tracks; a blank or a dash is the first.
    pub fn index(&self, name: &str) -> Option<usize> {
        if is_blank(name) { Some(0) } else { self.names.iter().position(|track| track == name) }
    }

    /// The track a partner is on: the one it wishes, or the first where it does not meet what that one needs.
    #[inline]
    pub fn held(&self, wished: usize, serves: bool, shares_data: bool) -> usize {
        if self.terms.get(wished).is_some_and(|terms| terms.open_to(serves, shares_data)) { wished } else { 0 }
    }

    /// What a track pays on purchases at a score from 0 to 1.
    #[inline]
    pub fn payout(&self, track: usize, purchases: Money, score: f64) -> Money {
        purchases.times(self.terms[track].rate(score))
    }

    /// What the track of each partner pays on its purchases; nothing to who is paid [`BY_LEVEL`].
    pub fn payroll<'a>(&self, tracks: &[u8], purchases: &'a [Money]) -> Payroll<'a> {
        Payroll::new(&self.terms, tracks, purchases)
    }

    /// What being on a track costs a partner a year.
    #[inline]
    pub fn fixed_cost(&self, track: usize) -> Money {
        self.terms[track].fixed_cost
    }

    /// The track with the highest expected payout net of its fixed cost among those open to a partner; of equals the
    /// first (docs/model.md, "Behaviour").
    pub fn choose(&self, expected_purchases: Money, expected_score: f64, serves: bool, shares_data: bool) -> usize {
        let net = |track| self.payout(track, expected_purchases, expected_score) - self.fixed_cost(track);
        (1..self.terms.len())
            .filter(|track| self.terms[*track].open_to(serves, shares_data))
            .fold(0, |best, track| if net(track) > net(best) { track } else { best })
    }

    /// The purchases R* = F / dr from which the second track pays more than the first, net of their fixed costs, at a
    /// score; `None` where its rate is not higher, so that no size is large enough.
    pub fn break_even_purchases(&self, first: usize, second: usize, score: f64) -> Option<Money> {
        let (first, second) = (&self.terms[first], &self.terms[second]);
        let cost = (second.fixed_cost - first.fixed_cost).minor().max(0) as f64;
        let gain = second.rate(score).ppb() - first.rate(score).ppb();
        (gain > 0).then(|| Money::round_minor(cost * Rate::ONE.ppb() as f64 / gain as f64))
    }
}

/// Whether a partner's track is left open.
pub fn is_blank(name: &str) -> bool {
    name.is_empty() || name == "-"
}

/// Scales payouts in proportion so that they add up to `total` to the cent: each is rounded down, and the cents that are
/// left go to the largest remainders, of equals to the lower place. Where nothing was to be paid, there are no
/// proportions and all are paid alike. No amount may be negative.
pub fn neutral(payouts: &mut [Money], total: Money) {
    debug_assert!(total >= Money::ZERO && payouts.iter().all(|payout| *payout >= Money::ZERO));
    if payouts.iter().all(|payout| *payout == Money::ZERO) {
        payouts.fill(Money::from_minor(1));
    }
    let sum = payouts.iter().copied().sum::<Money>().minor();
    let factor = total.minor() as f64 / sum as f64;
    let mut left = total;
    let mut remainders: Vec<(Reverse<i64>, usize)> = Vec::with_capacity(payouts.len());
    for (place, payout) in payouts.iter_mut().enumerate() {
        let (share, remainder) = divided(payout.minor(), total.minor(), sum, factor);
        *payout = Money::from_minor(share);
        left -= *payout;
        remainders.push((Reverse(remainder), place));
    }
    // Fewer cents are left than there are payouts.
    let cents = left.minor() as usize;
    if cents > 0 && cents < remainders.len() {
        remainders.select_nth_unstable(cents);
    }
    for (_, place) in remainders.iter().take(cents) {
        payouts[*place] += Money::from_minor(1);
    }
}

/// `part` x `total` / `sum` rounded down, and the remainder. The quotient is guessed with `factor`, total / sum, and then
/// put right: a division of so long a product would take many times as long.
fn divided(part: i64, total: i64, sum: i64, factor: f64) -> (i64, i64) {
    let mut share = (part as f64 * factor) as i64;
    let mut remainder = i128::from(part) * i128::from(total) - i128::from(share) * i128::from(sum);
    while remainder < 0 {
        share -= 1;
        remainder += i128::from(sum);
    }
    while remainder >= i128::from(sum) {
        share += 1;
        remainder -= i128::from(sum);
    }
    (share, remainder as i64)
}

#[cfg(test)]
mod tests;
