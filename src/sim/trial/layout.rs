//! What decides the sizes of a workspace: plans that agree on it can be played in the same one.

use crate::sim::roll::counts;
use crate::sim::trial::Setting;

/// The sizes of a setting.
#[derive(Debug, PartialEq, Eq)]
pub struct Layout {
    /// Markets, successions of year-end rules, partners that meet deals, partners.
    counts: [usize; 4],
    /// Whether any deal becomes a contract.
    by_use: bool,
    /// Tracks and indicators.
    tracks: (usize, usize),
    /// For each plan: its rules, whether it has a launch, and whether anything is due on deals.
    plans: Vec<(usize, bool, bool)>,
}

impl Layout {
    /// The sizes of a setting.
    pub(super) fn of(setting: &Setting<'_>) -> Layout {
        let plans = setting.plans;
        let of_plan = |at: usize| {
            let plan = &plans.plans[at];
            (plan.chain, plan.launch.is_some(), plans.is_due_on_deals(at))
        };
        Layout {
            counts: [plans.markets.len(), plans.chains.len(), plans.pool(), plans.members.len()],
            by_use: plans.sells_by_use(),
            tracks: counts(plans),
            plans: (0..plans.plans.len()).map(of_plan).collect(),
        }
    }
}
