//! Contracts that the vendor finances with deferred payments (docs/model.md, "Financing").

use crate::model::pay_per_use::annuity;
use crate::programme::Programme;
use crate::units::{Money, Rate};

/// The financing of a programme.
#[derive(Debug, Clone, PartialEq)]
pub struct FinancingRules {
    financed: Money,
    deferral: Deferral,
    /// What the deferral gives away at the vendor's own cost of money.
    vendor_concession: Rate,
}

/// How a contract is paid.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Deferral {
    /// Months in which it is paid, at least 1.
    pub term_months: i64,
    /// The first of them, at the low payment; fewer than the term.
    pub months: i64,
    /// The low payment, as a share of the contract a month.
    pub payment: f64,
}

impl Deferral {
    /// What the deferral gives away per unit of contract: the present value of level payments, less that of the low
    /// payments first and the rest evenly over the other months, at a rate a year (a twelfth a month, paid at the end
    /// of each month).
    pub fn concession(&self, yearly: f64) -> f64 {
        if self.months <= 0 || self.months >= self.term_months {
            return 0.0;
        }
        let (term, low) = (self.term_months as f64, self.months as f64);
        let monthly = yearly / 12.0;
        let (whole, first) = (annuity(monthly, self.term_months as usize), annuity(monthly, self.months as usize));
        let rest = (1.0 - low * self.payment) / (term - low);
        whole / term - (self.payment * first + rest * (whole - first))
    }
}

impl FinancingRules {
    /// The financing of a programme.
    pub fn new(programme: &Programme) -> FinancingRules {
        let financing = &programme.financing;
        let rules = FinancingRules {
            financed: financing.envelope.times(financing.uptake),
            deferral: Deferral {
                term_months: financing.term_months,
                months: financing.deferral_months,
                payment: financing.deferral_rate.to_f64(),
            },
            vendor_concession: Rate::ZERO,
        };
        FinancingRules { vendor_concession: rules.concession(programme.terms.vendor_capital_cost), ..rules }
    }

    /// Contracts financed in a fiscal year.
    pub fn financed(&self) -> Money {
        self.financed
    }

    /// Whether nothing is financed.
    pub fn none(&self) -> bool {
        self.financed == Money::ZERO
    }

    /// What the deferral gives away of a contract at somebody's cost of money a year. It takes two exponentials: where
    /// many partners share a rate, keep it.
    pub fn concession(&self, cost_of_money: Rate) -> Rate {
        let share = self.deferral.concession(cost_of_money.to_f64());
        Rate::from_ppb((share * Rate::ONE.ppb() as f64).round() as i64)
    }

    /// What financed contracts of a partner cost the vendor, at its own cost of money.
    pub fn vendor_cost(&self, financed: Money) -> Money {
        financed.times(self.vendor_concession)
    }

    /// What a partner gains on its financed contracts, at its own cost of capital.
    pub fn partner_gain(&self, financed: Money, cost_of_capital: Rate) -> Money {
        financed.times(self.concession(cost_of_capital))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema;

    /// 1 % of the contract a month for 8 months, then level to month 36.
    const DEFERRAL: Deferral = Deferral { term_months: 36, months: 8, payment: 0.01 };

    #[test]
    fn eight_months_at_one_percent_give_away_less_than_one_percent() {
        // At 4 % a year: level payments are worth 33.871 / 36 = 94.09 %; deferred ones 0.01 x 7.8813 + 0.92 / 28 x
        // (33.871 - 7.8813) = 93.28 %.
        assert!((annuity(0.04 / 12.0, 36) - 33.8708).abs() < 1e-4);
        assert!((annuity(0.04 / 12.0, 8) - 7.8813).abs() < 1e-4);
        assert!((DEFERRAL.concession(0.04) - 0.0081).abs() < 5e-5, "{}", DEFERRAL.concession(0.04));
    }

    #[test]
    fn the_closed_form_is_the_sum_of_the_payments() {
        for yearly in [0.02, 0.04, 0.09, 0.5] {
            let worth = |paid: &dyn Fn(i32) -> f64| -> f64 {
                (1..=36).map(|month| paid(month) / libm::pow(1.0 + yearly / 12.0, f64::from(month))).sum()
            };
            let level = worth(&|_| 1.0 / 36.0);
            let deferred = worth(&|month| if month <= 8 { 0.01 } else { 0.92 / 28.0 });
            assert!((DEFERRAL.concession(yearly) - (level - deferred)).abs() < 1e-14, "{yearly}");
        }
    }

    #[test]
    fn nothing_is_given_away_without_interest_or_deferral() {
        assert!(DEFERRAL.concession(0.0).abs() < 1e-15);
        assert_eq!(Deferral { months: 0, ..DEFERRAL }.concession(0.04), 0.0);
        // The low payment is the level one.
        assert!(Deferral { payment: 1.0 / 36.0, ..DEFERRAL }.concession(0.04).abs() < 1e-15);
    }

    #[test]
    fn half_of_the_envelope_is_financed() {
        let mut programme = schema::defaults();
        assert!(FinancingRules::new(&programme).none());
        programme.financing.envelope = Money::from_units(2_000_000);
        programme.terms.vendor_capital_cost = Rate::per_mille(40);
        let rules = FinancingRules::new(&programme);
        assert_eq!(rules.financed(), Money::from_units(1_000_000));
        // 0.81 % of a million, and equal costs of money make it a pure transfer.
        let cost = rules.vendor_cost(rules.financed());
        assert!((cost.to_units() - 8_100.0).abs() < 50.0, "{cost:?}");
        assert_eq!(rules.partner_gain(rules.financed(), Rate::per_mille(40)), cost);
    }
}
