//! Who may register an opportunity, and what becomes of the request (docs/model.md, "Eligibility and requests").

use crate::model::population::level_index;
use crate::programme::{Programme, Regime};
use crate::quantile::Chance;
use crate::units::Money;

/// The registration rules of a programme, ready to be held against draws.
#[derive(Debug, Clone, PartialEq)]
pub struct Registration {
    /// Who gets support; nobody can register under `none`.
    pub regime: Regime,
    /// Whether any installed account is eligible.
    pub installed_base: bool,
    /// Lowest level that may register, 0 the lowest of all.
    pub min_level: usize,
    /// Smallest list value that may be registered.
    pub min_deal: Money,
    /// Chance that an installed account ordered within the look-back.
    pub ordered_lately: Chance,
    /// Chance that the originator of an eligible opportunity registers it.
    pub propensity: Chance,
    /// Chance that a request is lost as a duplicate.
    pub conflict: Chance,
    /// Chance that another request is granted.
    pub approval: Chance,
}

/// What the rules ask of an opportunity.
#[derive(Debug, Clone, Copy)]
pub struct Candidate {
    /// List value.
    pub list: Money,
    /// Level the originator holds.
    pub level: usize,
    /// Whether it is newest technology.
    pub newest: bool,
    /// Whether it is a new account.
    pub new_account: bool,
    /// The draw behind the time since the last order: the longer ago, the larger.
    pub last_order: u32,
}

impl Registration {
    /// The rules of a programme.
    pub fn new(programme: &Programme) -> Registration {
        let rules = &programme.registration;
        let within_lookback = 1.0 - libm::exp(-rules.lookback_months / programme.bidding.months_between_orders);
        Registration {
            regime: rules.regime,
            installed_base: rules.installed_base,
            min_level: level_index(programme, &rules.min_level).unwrap_or(0),
            min_deal: rules.min_deal,
            ordered_lately: Chance::new(within_lookback),
            propensity: Chance::new(rules.propensity.to_f64()),
            conflict: Chance::new(rules.conflict_rate.to_f64()),
            approval: Chance::new(rules.approval_rate.to_f64()),
        }
    }

    /// Whether the opportunity may be registered.
    #[inline(always)]
    pub fn eligible(&self, candidate: &Candidate) -> bool {
        // Single bars: no branch is worth mispredicting here.
        (self.regime != Regime::None)
            & (candidate.level >= self.min_level)
            & (candidate.list >= self.min_deal)
            & (candidate.newest
                | candidate.new_account
                | self.installed_base
                | !self.ordered_lately.hits(candidate.last_order))
    }

    /// Whether a request is granted: no duplicate, and approved.
    #[inline(always)]
    pub fn granted(&self, conflict: u32, approval: u32) -> bool {
        !self.conflict.hits(conflict) & self.approval.hits(approval)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn narrow() -> Registration {
        Registration {
            regime: Regime::Restricted,
            installed_base: false,
            min_level: 1,
            min_deal: Money::from_units(1_000),
            ordered_lately: Chance::new(0.82),
            propensity: Chance::new(0.5),
            conflict: Chance::new(0.043),
            approval: Chance::new(0.74),
        }
    }

    /// An installed account of ordinary technology that ordered lately, brought by a partner of the lowest level
    /// that may register.
    fn ordinary() -> Candidate {
        Candidate { list: Money::from_units(1_000), level: 1, newest: false, new_account: false, last_order: 0 }
    }

    #[test]
    fn the_narrow_rule_takes_newest_technology_new_accounts_and_old_orders() {
        let rule = narrow();
        assert!(!rule.eligible(&ordinary()));
        assert!(rule.eligible(&Candidate { newest: true, ..ordinary() }));
        assert!(rule.eligible(&Candidate { new_account: true, ..ordinary() }));
        assert!(rule.eligible(&Candidate { last_order: u32::MAX, ..ordinary() }));
        assert!(Registration { installed_base: true, ..narrow() }.eligible(&ordinary()));
    }

    #[test]
    fn level_size_and_regime_can_each_forbid() {
        let candidate = Candidate { new_account: true, ..ordinary() };
        assert!(narrow().eligible(&candidate));
        assert!(!narrow().eligible(&Candidate { level: 0, ..candidate }));
        assert!(!narrow().eligible(&Candidate { list: Money::from_minor(99_999), ..candidate }));
        assert!(!Registration { regime: Regime::None, ..narrow() }.eligible(&candidate));
    }

    #[test]
    fn a_duplicate_is_lost_and_the_rest_is_approved_or_not() {
        let rule = narrow();
        assert!(rule.granted(u32::MAX, 0));
        assert!(!rule.granted(0, 0), "a duplicate");
        assert!(!rule.granted(u32::MAX, u32::MAX), "not approved");
    }
}
