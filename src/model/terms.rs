//! What longer terms and early payment are worth to a partner and cost the vendor (docs/model.md, "Payment terms").

use crate::model::horizon::YEAR_DAYS;
use crate::programme::{Programme, Terms};
use crate::units::{Money, Rate};

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
        let receivable_shift = purchases.times(self.extended);
        let paid_early = purchases.times(self.early);
        let early_discount = paid_early.times(self.early_discount);
        // Only what is left after the discount changes hands earlier.
        let brought_forward = (paid_early - early_discount).times(self.early_year);
        TermsYear {
            gain: receivable_shift.times(cost_of_capital),
            vendor_capital: receivable_shift.times(self.vendor_capital_cost),
            credit_loss: (receivable_shift - brought_forward).times(self.expected_loss),
            receivable_shift,
            early_discount,
            early_partner_capital: brought_forward.times(cost_of_capital),
            early_vendor_capital: brought_forward.times(self.vendor_capital_cost),
        }
    }
}

/// A share, times days as a part of a year, to the nearest part per billion.
fn of_a_year(share: Rate, days: f64) -> Rate {
    Rate::from_ppb((share.ppb() as f64 * days / YEAR_DAYS as f64).round() as i64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema;

    /// 60 to 90 days through a factor on 40 % of purchases; vendor's money at 2 %, losses 1 % x 60 %.
    fn longer() -> Terms {
        Terms { days_after: 90.0, factored: true, ..schema::defaults().terms }
    }

    fn rules(terms: Terms) -> TermsRules {
        TermsRules::new(&Programme { terms, ..Programme::default() })
    }

    const FIVE: Rate = Rate::per_mille(50);

    #[test]
    fn thirty_days_more_are_worth_their_interest() {
        // 3,650,000 x 40 % x 30/365 = 120,000 owed more: 6,000 at the partner's 5 %, 2,400 at the vendor's 2 %, 720 at
        // a loss of 0.6 %. (0.4 x 30/365 is 0.032876712 to the ninth decimal: 119,999.9988 or 120,000.00.)
        let year = rules(longer()).year(Money::from_units(3_650_000), FIVE);
        assert_eq!(year.receivable_shift, Money::from_units(120_000));
        assert_eq!(year.gain, Money::from_units(6_000));
        assert_eq!(year.vendor_capital, Money::from_units(2_400));
        assert_eq!(year.credit_loss, Money::from_units(720));
        assert_eq!(year.early_discount, Money::ZERO);
    }

    #[test]
    fn the_law_caps_what_no_factor_carries() {
        let capped = Terms { factored: false, ..longer() };
        assert!(rules(capped.clone()).none());
        assert!(!rules(Terms { legal_cap_days: 75.0, ..capped.clone() }).none());
        // From 45 to 90 days under a cap of 60: 15 days.
        let year = rules(Terms { days_before: 45.0, ..capped }).year(Money::from_units(3_650_000), FIVE);
        assert_eq!(year.receivable_shift, Money::from_units(60_000));
    }

    #[test]
    fn equal_costs_of_money_and_no_loss_make_a_pure_transfer() {
        let terms = Terms { vendor_capital_cost: FIVE, default_hazard: Rate::ZERO, ..longer() };
        let terms = Terms { early_uptake: Rate::per_mille(300), ..terms };
        let year = rules(terms).year(Money::from_minor(987_654_321), FIVE);
        assert_eq!(year.gain, year.vendor_capital + year.credit_loss);
        assert_eq!(year.early_partner_capital, year.early_vendor_capital);
    }

    #[test]
    fn shorter_terms_are_longer_ones_with_the_sign_turned() {
        let purchases = Money::from_minor(123_456_789);
        let back = Terms { days_before: 90.0, days_after: 60.0, ..longer() };
        let (longer, shorter) = (rules(longer()).year(purchases, FIVE), rules(back).year(purchases, FIVE));
        assert_eq!(shorter.gain, -longer.gain);
        assert_eq!(shorter.vendor_capital, -longer.vendor_capital);
        assert_eq!(shorter.credit_loss, -longer.credit_loss);
    }

    #[test]
    fn paying_early_breaks_even_at_the_known_rate() {
        // 2 % for paying 20 days earlier (2/10 net 30): 0.02 / 0.98 x 365 / 20 = 37.2449 % a year.
        let terms = Terms {
            early_discount: Rate::per_mille(20),
            early_days: 20.0,
            early_uptake: Rate::per_mille(500),
            ..schema::defaults().terms
        };
        let year = rules(terms).year(Money::from_units(730_000), Rate::from_ppb(372_448_980));
        // Half of 730,000 less 2 %: 357,700, 20/365 of it is 19,600.
        assert_eq!(year.early_discount, Money::from_units(7_300));
        assert_eq!(year.early_partner_capital, Money::from_units(7_300));
        assert_eq!(year.early_vendor_capital, Money::from_units(392));
        // What is paid early cannot be lost: 0.6 % of 19,600.
        assert_eq!(year.credit_loss, -Money::from_minor(11_760));
        assert_eq!(year.receivable_shift, Money::ZERO);
    }

    #[test]
    fn the_defaults_change_nothing() {
        let rules = TermsRules::new(&schema::defaults());
        assert!(rules.none());
        assert_eq!(rules.year(Money::from_units(1_000_000), FIVE), TermsYear::default());
    }
}
