//! Deals that become pay-per-use contracts: which, what they are worth and when it is recognised (docs/model.md,
//! "Pay-per-use").

use crate::model::horizon::YEAR_MONTHS;
use crate::programme::{CountsAs, Programme};
use crate::quantile::Chance;
use crate::units::{Money, Rate};

/// The longest horizon, in months: what a contract brings after it is never seen.
const HORIZON: usize = 60;

/// The most renewals within the longest horizon, of contracts of a year.
const MOST_RENEWALS: usize = HORIZON / YEAR_MONTHS;

/// The pay-per-use rules of a programme, ready for draws.
#[derive(Debug, Clone, PartialEq)]
pub struct PayPerUseRules {
    share_start: f64,
    share_end: f64,
    ramp_months: f64,
    /// Months of a contract.
    pub term: usize,
    /// A contract's worth, of the price of the deal.
    worth: Rate,
    margin: Rate,
    fee: Rate,
    /// Part of a contract that the partner is paid at signing, out of its margin; cash, not income.
    pub upfront: Rate,
    /// Chance that a contract goes through a distributor's marketplace.
    pub marketplace: Chance,
    /// Chance of at least 1, 2, ... renewals.
    renewals: [Chance; MOST_RENEWALS],
    /// What of a contract counts for levels.
    pub counts_as: CountsAs,
}

/// A contract over its term, or what is recognised of one in a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Contract {
    /// What the customer spends.
    pub spend: Money,
    /// Partner's margin.
    pub margin: Money,
    /// What the distributor keeps.
    pub distributor: Money,
    /// Vendor's cost of goods.
    pub goods: Money,
}

impl Contract {
    /// What the partner hands on: spend less its margin.
    #[inline(always)]
    pub fn purchases(&self) -> Money {
        self.spend - self.margin
    }
}

/// An amount recognised evenly over `months` months (at least one): whole cents each month, and the cents that are left
/// over in the first.
#[inline(always)]
pub fn monthly(amount: Money, months: usize) -> (Money, Money) {
    let months = months as i64;
    let (each, left) = (amount.minor().div_euclid(months), amount.minor().rem_euclid(months));
    (Money::from_minor(each), Money::from_minor(left))
}

/// Present value of 1 at the end of each of `periods` periods, at a rate per period.
pub fn annuity(rate: f64, periods: usize) -> f64 {
    if rate == 0.0 { periods as f64 } else { -libm::expm1(-(periods as f64) * libm::log1p(rate)) / rate }
}

impl PayPerUseRules {
    /// The rules of a programme.
    pub fn new(programme: &Programme) -> PayPerUseRules {
        let rules = &programme.pay_per_use;
        let term = rules.term_years as usize * YEAR_MONTHS;
        let mut renewals = [Chance::NEVER; MOST_RENEWALS];
        let mut chance = 1.0;
        for renewal in renewals.iter_mut().take(HORIZON / term) {
            chance *= rules.renewal.to_f64();
            *renewal = Chance::new(chance);
        }
        PayPerUseRules {
            share_start: rules.share_start.to_f64(),
            share_end: rules.share_end.to_f64(),
            ramp_months: rules.ramp_months,
            term,
            worth: Rate::ONE + rules.uplift,
            margin: rules.partner_margin,
            fee: rules.marketplace_fee,
            upfront: rules.upfront,
            marketplace: Chance::new(rules.marketplace_share.to_f64()),
            renewals,
            counts_as: rules.counts_as,
        }
    }

    /// Share of won deals that are moved some months after the rules began, 0 to 1.
    pub fn share(&self, months_since_start: f64) -> f64 {
        if months_since_start >= self.ramp_months {
            return self.share_end;
        }
        let done = months_since_start.max(0.0) / self.ramp_months;
        self.share_start + (self.share_end - self.share_start) * done
    }

    /// Chance that a deal won in a month is moved, where the rules began in month `from`: the share in the month's
    /// middle.
    pub fn moves(&self, month: usize, from: usize) -> Chance {
        Chance::new(self.share(month.saturating_sub(from) as f64 + 0.5))
    }

    /// Months that a contract runs with its renewals: one term, and one more for each renewal whose chance the mark lies
    /// below. Renewals that begin after the longest horizon are left out.
    #[inline(always)]
    pub fn life_months(&self, mark: u32) -> usize {
        self.term * (1 + self.renewals.iter().filter(|chance| chance.hits(mark)).count())
    }

    /// The contract that a won deal becomes. `keeps_auction_margin` leaves the partner the share of the price that the
    /// auction left it.
    #[inline(always)]
    pub fn contract(
        &self,
        price: Money,
        margin_of_auction: Money,
        goods: Money,
        marketplace: bool,
        keeps_auction_margin: bool,
    ) -> Contract {
        let spend = price.times(self.worth);
        let margin = if keeps_auction_margin { margin_of_auction.times(self.worth) } else { spend.times(self.margin) };
        let distributor = if marketplace { spend.times(self.fee) } else { Money::ZERO };
        Contract { spend, margin, distributor, goods }
    }

    /// Present value of the partner's margin per unit of contract: the part paid at signing, and the rest evenly at the
    /// month ends of the term. A month's rate is a twelfth of the year's.
    pub fn partner_value(&self, discount_rate: Rate) -> f64 {
        let later = (self.margin - self.upfront).to_f64();
        self.upfront.to_f64() + later * self.spread_value(discount_rate)
    }

    /// The margin per unit of contract that is worth as much as a margin of `at_once` on a sale, with nothing paid at
    /// signing.
    pub fn break_even_margin(&self, at_once: Rate, discount_rate: Rate) -> f64 {
        at_once.to_f64() / self.spread_value(discount_rate)
    }

    /// Present value of 1 that is paid evenly at the month ends of the term.
    pub fn spread_value(&self, discount_rate: Rate) -> f64 {
        annuity(discount_rate.to_f64() / YEAR_MONTHS as f64, self.term) / self.term as f64
    }
}

#[cfg(test)]
mod tests;
