//! Back-end rebates of a fiscal year (docs/model.md, "Rebates").

use multiversion::multiversion;

use crate::programme::{Programme, RateBy, RebateBasis};
use crate::units::{Money, Rate, column};

pub mod expected;

/// The rebates of a programme.
#[derive(Debug, Clone, PartialEq)]
pub struct RebateRules {
    /// By level, lowest first.
    bands: Vec<Band>,
    rate_by: RateBy,
    basis: RebateBasis,
    gate: Rate,
    cap: Rate,
    /// A target as a share of last year's run-rate purchases.
    target: Rate,
    on_quotations: bool,
    /// What bidders ask less, by level.
    bid_away: Vec<Rate>,
}

/// The rate paid from a threshold on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Band {
    /// Where the band begins; the lowest begins at 0 whatever its threshold.
    pub threshold: Money,
    /// Its rate, of purchases.
    pub rate: Rate,
}

/// What a partner's rebate of a fiscal year depends on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct RebateYear {
    /// The level it held, 0 the lowest.
    pub held: usize,
    /// Purchases that earn rebates: run-rate, and won opportunities if [`RebateRules::on_quotations`].
    pub eligible: Money,
    /// Its run-rate purchases, which are held against the target.
    pub run_rate: Money,
    /// All its purchases, which decide the band that is reached.
    pub purchases: Money,
    /// Its target: see [`RebateRules::target`].
    pub target: Money,
}

/// The same of partners that hold the same level, a column each.
#[derive(Debug, Clone, Copy)]
pub struct RebateYears<'a> {
    /// Purchases that earn rebates.
    pub eligible: &'a [Money],
    /// Run-rate purchases.
    pub run_rate: &'a [Money],
    /// Targets; nobody asks where no gate or cap is held against them.
    pub targets: &'a [Money],
}

/// Partners whose rebates are worked out together.
const TOGETHER: usize = 128;

impl RebateRules {
    /// The rebates of a programme; it has at least one level.
    pub fn new(programme: &Programme) -> RebateRules {
        let rules = &programme.rebates;
        let earned = if rules.on_quotations { rules.pass_through } else { Rate::ZERO };
        RebateRules {
            bands: programme.levels.iter().map(|l| Band { threshold: l.threshold, rate: l.rebate }).collect(),
            rate_by: rules.rate_by,
            basis: rules.basis,
            gate: rules.gate,
            cap: rules.cap,
            target: Rate::ONE + rules.target_growth,
            on_quotations: rules.on_quotations,
            bid_away: programme.levels.iter().map(|level| earned.of(level.rebate)).collect(),
        }
    }

    /// The rebate of a year. Below the gate nothing; run-rate purchases above the cap count no more.
    #[inline]
    pub fn due(&self, year: &RebateYear) -> Money {
        if self.gate != Rate::ZERO && year.run_rate < year.target.times(self.gate) {
            return Money::ZERO;
        }
        let mut eligible = year.eligible;
        if self.cap != Rate::ZERO {
            let uncounted = year.run_rate - year.target.times(self.cap);
            eligible -= uncounted.max(Money::ZERO);
        }
        let top = match self.rate_by {
            RateBy::Level => year.held,
            RateBy::Reached => self.reached(year.purchases),
        };
        match self.basis {
            RebateBasis::Whole => eligible.times(self.bands[top].rate),
            RebateBasis::Marginal => marginal(&self.bands[..=top], eligible),
        }
    }

    /// The target of a year: what the partner bought as run-rate the year before (in year 1 what it was entered with),
    /// and the growth asked.
    #[inline]
    pub fn target(&self, last_years_run_rate: Money) -> Money {
        last_years_run_rate.times(self.target)
    }

    /// The targets of some partners.
    pub fn targets(&self, last_years_run_rate: &[Money], targets: &mut [Money]) {
        column::times(last_years_run_rate, self.target, targets);
    }

    /// Whether a gate or a cap is held against the target; otherwise nothing depends on it.
    pub fn has_target(&self) -> bool {
        self.gate != Rate::ZERO || self.cap != Rate::ZERO
    }

    /// Whether purchases on won opportunities earn rebates.
    pub fn on_quotations(&self) -> bool {
        self.on_quotations
    }

    /// Whether one rate is paid on all purchases that count, by the level held.
    pub fn is_flat(&self) -> bool {
        self.rate_by == RateBy::Level && self.basis == RebateBasis::Whole
    }

    /// [`RebateRules::due`] of partners that hold the same level, where the rebates are flat.
    pub fn flat_dues(&self, held: usize, years: &RebateYears<'_>, dues: &mut [Money]) {
        if !self.has_target() {
            return column::times(years.eligible, self.rate(held), dues);
        }
        let mut amounts = [[Money::ZERO; TOGETHER]; 3];
        for first in (0..dues.len()).step_by(TOGETHER) {
            let run = first..(first + TOGETHER).min(dues.len());
            let [gates, caps, counted] = amounts.each_mut().map(|column| &mut column[..run.len()]);
            let targets = &years.targets[run.clone()];
            column::times(targets, self.gate, gates);
            column::times(targets, self.cap, caps);
            let limits = (&*gates, (self.cap != Rate::ZERO).then_some(&*caps));
            count(&years.eligible[run.clone()], &years.run_rate[run.clone()], limits, counted);
            column::times(counted, self.rate(held), &mut dues[run]);
        }
    }

    /// The rate of a level.
    pub fn rate(&self, level: usize) -> Rate {
        self.bands[level].rate
    }

    /// What crossing into the level above adds to the rate on all purchases; 0 at the top, where the level above pays
    /// no more, and where each rate is paid on its own band, so that nothing jumps.
    pub fn rate_step(&self, level: usize) -> Rate {
        match (self.basis, self.bands.get(level + 1)) {
            (RebateBasis::Whole, Some(above)) => (above.rate - self.bands[level].rate).max(Rate::ZERO),
            _ => Rate::ZERO,
        }
    }

    /// What a bidder of a level asks less of its purchase price, since it expects a rebate on it: the pass-through of
    /// its level's rate, gate and cap apart. Where each rate is paid on its own band, a further deal stands at the
    /// upper end of the partner's purchases and earns the level's own rate too. Nothing where opportunities earn no
    /// rebate.
    #[inline]
    pub fn bid_away(&self, level: usize) -> Rate {
        self.bid_away[level]
    }

    fn reached(&self, purchases: Money) -> usize {
        self.bands[1..].partition_point(|band| band.threshold <= purchases)
    }
}

/// What counts of purchases that earn rebates: nothing where those of the run-rate are below a gate, and of these no more
/// than a cap. A gate of nothing is open. Compiled for several processors, as [`column`].
#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl", "x86_64+avx2"))]
fn count(eligible: &[Money], run_rate: &[Money], (gates, caps): (&[Money], Option<&[Money]>), counted: &mut [Money]) {
    for (((counted, eligible), run_rate), gate) in counted.iter_mut().zip(eligible).zip(run_rate).zip(gates) {
        *counted = if *run_rate < *gate { Money::ZERO } else { *eligible };
    }
    for (((counted, run_rate), gate), cap) in counted.iter_mut().zip(run_rate).zip(gates).zip(caps.unwrap_or_default())
    {
        let uncounted = run_rate.wrapping_sub(*cap).max(Money::ZERO);
        *counted = if *run_rate < *gate { Money::ZERO } else { counted.wrapping_sub(uncounted) };
    }
}

/// Each rate on its own band, the last without an end; each band's amount is rounded once.
#[inline]
fn marginal(bands: &[Band], eligible: Money) -> Money {
    let mut due = Money::ZERO;
    let mut left = eligible;
    for band in bands[1..].iter().rev() {
        if left > band.threshold {
            due += (left - band.threshold).times(band.rate);
            left = band.threshold;
        }
    }
    due + left.times(bands[0].rate)
}

#[cfg(test)]
mod tests;
