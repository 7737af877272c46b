//! Which markets share what draws mean, and which launches their days: each is read once for all of them.

use std::sync::Arc;

use crate::model::launch::Launch;
use crate::model::market::Market;
use crate::plan::{Plan, Plans};
use crate::sim::arrivals::Calendar;

/// For each market the first one that agrees with it on a part of its facts.
#[derive(Debug)]
pub struct Readers {
    /// On everything.
    pub facts: Vec<usize>,
    /// On who meets whom.
    pub meetings: Vec<usize>,
    /// On what registration asks about, however many opportunities there are.
    pub registration: Vec<usize>,
}

impl Readers {
    /// The readers of the plans' markets.
    pub fn new(plans: &Plans) -> Readers {
        let firsts = |alike: &dyn Fn(&Market, &Market) -> bool| {
            let first = |market: &Market| plans.markets.iter().position(|other| alike(other, market)).unwrap_or(0);
            plans.markets.iter().map(first).collect()
        };
        Readers {
            facts: firsts(&Market::reads_alike),
            meetings: firsts(&Market::meets_alike),
            registration: firsts(&Market::registers_alike),
        }
    }
}

/// The calendars of the plans' launches, the same one where several plans have the same days.
pub(super) fn launches(plans: &Plans, calendar: impl Fn(&Launch) -> Arc<Calendar>) -> Vec<Option<Arc<Calendar>>> {
    let mut calendars: Vec<Option<Arc<Calendar>>> = Vec::with_capacity(plans.plans.len());
    for (at, plan) in plans.plans.iter().enumerate() {
        let own = |launch: &Launch| {
            let before = launched(&plans.plans[..at], launch).and_then(|before| calendars[before].clone());
            before.unwrap_or_else(|| calendar(launch))
        };
        let own = plan.launch.as_ref().map(own);
        calendars.push(own);
    }
    calendars
}

/// The first of some plans whose launch has the same days.
pub(super) fn launched(plans: &[Plan], launch: &Launch) -> Option<usize> {
    plans.iter().position(|plan| plan.launch.as_ref().is_some_and(|other| other.daily == launch.daily))
}
