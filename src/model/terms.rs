//! What longer terms and early payment are worth to a partner and cost the vendor (docs/model.md, "Payment terms").

use std::ops::AddAssign;

use multiversion::multiversion;

use crate::model::horizon::YEAR_DAYS;
use crate::programme::{Programme, Terms};
use crate::units::{Money, Rate, column};

/// The payment terms of a programme, against those before the change.
#[derive(Debug, Clone, PartialEq)]
pub struct TermsRules {
    /// What partners owe more because of the added days, of a year's purchases; negative where terms are shortened.
    extended: Rate,
    /// Share of purchases paid early.
    early: Rate,
    /// Discount on it.
    early_discount: Rate,
    /// The days paid earlier as a share of a year.
    early_year: Rate,
    /// What the vendor's money costs a year.
    vendor_capital_cost: Rate,
    /// What is lost in a year of what is owed.
    expected_loss: Rate,
}

/// What the terms change in a fiscal year for one partner, or for several together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct TermsYear {
    /// What the partner saves by paying later.
    pub gain: Money,
    /// What the vendor's money costs on what partners owe longer.
    pub vendor_capital: Money,
    /// What the vendor must expect to lose on what partners owe more, early payment taken off.
    pub credit_loss: Money,
    /// What the partner owes more because of the added days: it comes once, when terms change, and stays.
    pub receivable_shift: Money,
    /// Discount for paying early: from the vendor to the partner.
    pub early_discount: Money,
    /// What paying early costs the partner.
    pub early_partner_capital: Money,
    /// What the vendor saves by being paid early.
    pub early_vendor_capital: Money,
}

impl Terms {
    /// Days to pay as the law lets them stand: no longer than its limit, unless a factor carries them.
    pub fn lawful(&self, days: f64) -> f64 {
        if self.factored { days } else { days.min(self.legal_cap_days) }
    }
}

impl TermsRules {
    /// The terms of a programme; the law's limit holds for the days before and after.
    pub fn new(programme: &Programme) -> TermsRules {
        let terms = &programme.terms;
        let added = terms.lawful(terms.days_after) - terms.lawful(terms.days_before);
        TermsRules {
            extended: of_a_year(terms.scope, added),
            early: terms.early_uptake,
            early_discount: terms.early_discount,
            early_year: of_a_year(Rate::ONE, terms.early_days),
            vendor_capital_cost: terms.vendor_capital_cost,
            expected_loss: terms.default_hazard.of(terms.loss_given_default),
        }
    }

    /// Whether nothing changes for anybody.
    pub fn none(&self) -> bool {
        let early = self.early_discount != Rate::ZERO || self.early_year != Rate::ZERO;
        self.extended == Rate::ZERO && (self.early == Rate::ZERO || !early)
    }

    /// What the terms change on a partner's purchases of a year, at its own cost of capital.
    #[inline]
    pub fn year(&self, purchases: Money, cost_of_capital: Rate) -> TermsYear {
        self.year_of::<false, true>(purchases, cost_of_capital)
    }

    /// What partners together owe more because of the added days, each by itself rounded.
    pub fn receivable_shifts(&self, purchases: &[Money]) -> Money {
        column::sum_of_times(purchases, self.extended)
    }

    /// [`TermsRules::year`] of several partners together, and what each of them gains.
    pub fn years(&self, purchases: &[Money], costs_of_capital: &[Rate], gains: &mut [Money]) -> TermsYear {
        let rates = [self.extended, self.early, self.early_discount, self.early_year];
        let others = [self.vendor_capital_cost, self.expected_loss];
        let rates = rates.into_iter().chain(others).chain(costs_of_capital.iter().copied());
        let highest = rates.map(Rate::size).fold(Rate::ONE, Rate::max);
        // A rate is taken of the purchases, of a part of them, or of two parts together.
        let twice = highest.of(highest) + highest.of(highest);
        let years = match (column::fit(purchases, twice), self.early == Rate::ZERO) {
            (true, true) => years::<true, false>,
            (true, false) => years::<true, true>,
            (false, true) => years::<false, false>,
            (false, false) => years::<false, true>,
        };
        years(self, purchases, costs_of_capital, gains)
    }

    /// The same of amounts that may all be known to be narrow, of which nothing is paid early unless `EARLY` says so.
    #[inline(always)]
    fn year_of<const NARROW: bool, const EARLY: bool>(&self, purchases: Money, cost_of_capital: Rate) -> TermsYear {
        let times = |amount: Money, rate: Rate| if NARROW { amount.times_narrow(rate) } else { amount.times(rate) };
        let receivable_shift = times(purchases, self.extended);
        let paid_early = if EARLY { times(purchases, self.early) } else { Money::ZERO };
        let early_discount = times(paid_early, self.early_discount);
        // Only what is left after the discount changes hands earlier.
        let brought_forward = times(paid_early.wrapping_sub(early_discount), self.early_year);
        TermsYear {
            gain: times(receivable_shift, cost_of_capital),
            vendor_capital: times(receivable_shift, self.vendor_capital_cost),
            credit_loss: times(receivable_shift.wrapping_sub(brought_forward), self.expected_loss),
            receivable_shift,
            early_discount,
            early_partner_capital: times(brought_forward, cost_of_capital),
            early_vendor_capital: times(brought_forward, self.vendor_capital_cost),
        }
    }
}

impl TermsYear {
    /// What is left to the partner.
    #[inline(always)]
    pub fn partner_gain(&self) -> Money {
        self.gain.wrapping_add(self.early_discount).wrapping_sub(self.early_partner_capital)
    }

    /// The same with something done to each of its amounts.
    pub fn map(&self, change: impl Fn(Money) -> Money) -> TermsYear {
        TermsYear {
            gain: change(self.gain),
            vendor_capital: change(self.vendor_capital),
            credit_loss: change(self.credit_loss),
            receivable_shift: change(self.receivable_shift),
            early_discount: change(self.early_discount),
            early_partner_capital: change(self.early_partner_capital),
            early_vendor_capital: change(self.early_vendor_capital),
        }
    }
}

impl AddAssign for TermsYear {
    // Sums wrap like those of columns: they stay far below what an amount holds.
    #[inline(always)]
    fn add_assign(&mut self, other: TermsYear) {
        self.gain = self.gain.wrapping_add(other.gain);
        self.vendor_capital = self.vendor_capital.wrapping_add(other.vendor_capital);
        self.credit_loss = self.credit_loss.wrapping_add(other.credit_loss);
        self.receivable_shift = self.receivable_shift.wrapping_add(other.receivable_shift);
        self.early_discount = self.early_discount.wrapping_add(other.early_discount);
        self.early_partner_capital = self.early_partner_capital.wrapping_add(other.early_partner_capital);
        self.early_vendor_capital = self.early_vendor_capital.wrapping_add(other.early_vendor_capital);
    }
}

/// Compiled for several processors, as [`crate::units::column`].
#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl", "x86_64+avx2"))]
fn years<const NARROW: bool, const EARLY: bool>(
    rules: &TermsRules,
    purchases: &[Money],
    costs_of_capital: &[Rate],
    gains: &mut [Money],
) -> TermsYear {
    let mut sum = TermsYear::default();
    for ((gain, purchases), cost) in gains.iter_mut().zip(purchases).zip(costs_of_capital) {
        let year = rules.year_of::<NARROW, EARLY>(*purchases, *cost);
        *gain = year.partner_gain();
        sum += year;
    }
    sum
}

/// A share, times days as a part of a year, to the nearest part per billion.
fn of_a_year(share: Rate, days: f64) -> Rate {
    Rate::from_ppb((share.ppb() as f64 * days / YEAR_DAYS as f64).round() as i64)
}

#[cfg(test)]
mod tests;
