//! How a granted quotation changes a deal: support, rivals who stay out, the cost of waiting, and lapsed protection
//! (docs/model.md, "Support" and "Protection").

use crate::programme::{Programme, Regime};
use crate::quantile::Chance;
use crate::units::{Money, Rate};

/// How a deal is treated.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Treatment {
    /// Support of the originator, of list.
    pub originator_support: Rate,
    /// Support of each rival, of list.
    pub rival_support: Rate,
    /// Chance that a rival stays out.
    pub drop_out: Chance,
    /// Factor on the competing vendor's ask.
    pub ask_factor: f64,
}

impl Treatment {
    /// A deal without any quotation.
    pub const NONE: Treatment = Treatment {
        originator_support: Rate::ZERO,
        rival_support: Rate::ZERO,
        drop_out: Chance::NEVER,
        ask_factor: 1.0,
    };

    /// A granted request whose support has lapsed or cannot be paid: only the wait remains.
    pub fn lapsed(self) -> Treatment {
        Treatment { ask_factor: self.ask_factor, ..Treatment::NONE }
    }

    /// Whether bidders bid under another treatment as they do under this one, whatever the wait costs.
    pub fn supports_as(&self, other: &Treatment) -> bool {
        *self == Treatment { ask_factor: self.ask_factor, ..*other }
    }
}

/// What a programme grants.
#[derive(Debug, Clone, PartialEq)]
pub struct Support {
    /// Support of the registered partner under `restricted`.
    pub restricted: Rate,
    /// Support of every bidder under `open`.
    pub open: Rate,
    /// What the originator gets more under `open`.
    pub topup: Rate,
    /// Chance that a rival stays out under `restricted`.
    pub drop_out: Chance,
    /// Support that can be paid in a fiscal year; zero is no limit.
    pub budget: Money,
    /// Days a grant protects.
    pub protection_days: f64,
    /// Chance that an overdue grant is extended.
    pub extension: Chance,
    /// Mean days from opportunity to order.
    pub cycle_days: f64,
}

impl Support {
    /// What a programme grants.
    pub fn new(programme: &Programme) -> Support {
        let quotation = &programme.quotation;
        Support {
            restricted: quotation.support,
            open: quotation.open_support,
            topup: quotation.originator_topup,
            drop_out: Chance::new(programme.bidding.drop_out.to_f64()),
            budget: quotation.budget,
            protection_days: quotation.protection_days,
            extension: Chance::new(quotation.extension_rate.to_f64()),
            cycle_days: quotation.cycle_days,
        }
    }

    /// The treatment of a granted request under a regime after a wait that leaves `ask_factor` of the competing ask.
    pub fn granted(&self, regime: Regime, ask_factor: f64) -> Treatment {
        match regime {
            Regime::None => Treatment::NONE,
            Regime::Restricted => Treatment {
                originator_support: self.restricted,
                rival_support: Rate::ZERO,
                drop_out: self.drop_out,
                ask_factor,
            },
            Regime::Open => Treatment {
                originator_support: self.open + self.topup,
                rival_support: self.open,
                drop_out: Chance::NEVER,
                ask_factor,
            },
        }
    }

    /// Chance that wait and sales cycle together are within the protection: the cycle is exponential.
    pub fn in_time(&self, wait: f64) -> Chance {
        let left = self.protection_days - wait;
        Chance::new(if left > 0.0 { 1.0 - libm::exp(-left / self.cycle_days) } else { 0.0 })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn support() -> Support {
        Support {
            restricted: Rate::per_mille(80),
            open: Rate::per_mille(50),
            topup: Rate::per_mille(10),
            drop_out: Chance::new(0.6),
            budget: Money::ZERO,
            protection_days: 90.0,
            extension: Chance::new(0.8),
            cycle_days: 75.0,
        }
    }

    #[test]
    fn each_regime_supports_whom_it_says() {
        let restricted = support().granted(Regime::Restricted, 0.99);
        assert_eq!(restricted.originator_support, Rate::per_mille(80));
        assert_eq!(restricted.rival_support, Rate::ZERO);
        assert_eq!(restricted.drop_out, Chance::new(0.6));
        let open = support().granted(Regime::Open, 1.0);
        assert_eq!((open.originator_support, open.rival_support), (Rate::per_mille(60), Rate::per_mille(50)));
        assert_eq!(open.drop_out, Chance::NEVER);
        assert_eq!(support().granted(Regime::None, 0.9), Treatment::NONE);
    }

    #[test]
    fn lapsed_protection_keeps_only_the_wait() {
        let lapsed = support().granted(Regime::Restricted, 0.99).lapsed();
        assert_eq!(lapsed, Treatment { ask_factor: 0.99, ..Treatment::NONE });
    }

    #[test]
    fn protection_covers_the_exponential_cycle() {
        // 90 days of protection, 15 of wait, a mean cycle of 75: 1 - 1/e.
        assert_eq!(support().in_time(15.0), Chance::new(1.0 - libm::exp(-1.0)));
        assert_eq!(support().in_time(90.0), Chance::NEVER);
    }
}
