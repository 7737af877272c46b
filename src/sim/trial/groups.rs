//! Which programmes play together: those of a market at the same levels share its deals without quotation. Among them one
//! may lead another through a fiscal year, where their quotations differ in little, so that most deals are booked for
//! both at once.

use crate::model::horizon::YEAR_MONTHS;
use crate::plan::{Plan, Plans};
use crate::programme::Regime;
use crate::sim::trial::{Setting, Workspace};
use crate::units::Money;

impl Workspace {
    /// Groups the plans that play the same market at the same levels, and those whose launches release the same requests
    /// into it; where deals are `told`, each launch is told by itself.
    pub(super) fn group(&mut self, setting: &Setting<'_>, month: usize, told: bool) {
        let plans = setting.plans;
        self.share_out(plans, month);
        let (launches, releases) = (&setting.readers.launches, &setting.releases.of_plan);
        for (at, state) in self.plans.iter().enumerate() {
            let rules = &plans.plans[plans.ruling(at, month)];
            self.plays.join(at, (rules.market, state.quoting(plans, rules.follows_levels)), |_| true);
            if releases[at].is_some() {
                let own = &plans.plans[at];
                let alike = |other: usize| !told && (launches[other], releases[other]) == (launches[at], releases[at]);
                self.waits.join(at, (own.market, state.quoting(plans, own.follows_levels)), alike);
            }
        }
        self.plays.compare_bids(&setting.readers.bids);
    }

    /// Finds who leads each plan from `month` on, within the groups that play alike. A plan that starts in the middle of
    /// a year is led from the next one; the replay of the baseline is led as a scenario would be, unless it is to be played
    /// `alone`.
    pub(super) fn lead(&mut self, plans: &Plans, month: usize, alone: bool) {
        // A budget is used up in the order of deals.
        let limited = plans.plans.iter().any(|plan| plan.support.budget > Money::ZERO);
        if !month.is_multiple_of(YEAR_MONTHS) || limited {
            return;
        }
        for play in self.plays.active().iter().filter(|play| plans.markets[play.market].by_use.is_none()) {
            let may = |plan: &usize| {
                let apart = alone && *plan == plans.programmes();
                // Contracts go on beyond a year.
                !apart && !self.plans[*plan].difference.cells.has_contracts()
            };
            let able: Vec<usize> = play.plans.iter().copied().filter(may).collect();
            for (place, at) in able.iter().enumerate() {
                self.plans[*at].leader = leader(plans, month, &able[..place], *at);
            }
        }
    }
}

/// The plan of those `before` that plan `at` departs from least; `None` where none supports as it does.
fn leader(plans: &Plans, month: usize, before: &[usize], at: usize) -> Option<usize> {
    let rules = |plan: usize| &plans.plans[plans.ruling(plan, month)];
    let own = rules(at);
    let granted = |rules: &Plan| rules.support.granted(rules.registration.regime, 1.0);
    let supports_alike = |other: &&usize| granted(rules(**other)).supports_as(&granted(own));
    if own.registration.regime == Regime::None {
        return None;
    }
    before.iter().filter(supports_alike).max_by_key(|other| likeness(rules(**other), own)).copied()
}

/// How many of the rules that decide on a request two plans have in common.
fn likeness(one: &Plan, other: &Plan) -> usize {
    let (a, b) = (&one.registration, &other.registration);
    let common = [
        a.installed_base == b.installed_base,
        a.ordered_lately == b.ordered_lately,
        (a.min_level, a.min_deal) == (b.min_level, b.min_deal),
        a.propensity == b.propensity,
        a.conflict == b.conflict,
        a.approval == b.approval,
        one.support == other.support,
        one.desk == other.desk,
    ];
    common.into_iter().filter(|common| *common).count()
}
