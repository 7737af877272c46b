//! Which markets and launches share what draws mean, and which launches their days: each is read once for all of them.

use std::sync::Arc;

use crate::model::launch::{Launch, Release};
use crate::model::market::Market;
use crate::plan::{Plan, Plans};
use crate::sim::arrivals::Calendar;

/// For each market the first one that agrees with it on a part of its facts, and the same of launches.
#[derive(Debug)]
pub struct Readers {
    /// On everything.
    pub facts: Vec<usize>,
    /// On who meets whom.
    pub meetings: Vec<usize>,
    /// On who meets whom and what is bid.
    pub bids: Vec<usize>,
    /// On what registration asks about, however many opportunities there are.
    pub registration: Vec<usize>,
    /// For each plan the first one whose launch means the same requests; itself where it has none.
    pub launches: Vec<usize>,
}

impl Readers {
    /// The readers of the plans' markets.
    pub fn new(plans: &Plans) -> Readers {
        let firsts = |alike: &dyn Fn(&Market, &Market) -> bool| {
            let first = |market: &Market| plans.markets.iter().position(|other| alike(other, market)).unwrap_or(0);
            plans.markets.iter().map(first).collect()
        };
        let waits_alike = |one: &Plan, other: &Plan| match (&one.launch, &other.launch) {
            (Some(own), Some(launch)) => {
                own.reads_alike(&plans.markets[one.market], (launch, &plans.markets[other.market]))
            }
            _ => false,
        };
        let first_launch = |(at, plan): (usize, &Plan)| {
            plans.plans[..at].iter().position(|other| waits_alike(other, plan)).unwrap_or(at)
        };
        Readers {
            launches: plans.plans.iter().enumerate().map(first_launch).collect(),
            facts: firsts(&Market::reads_alike),
            meetings: firsts(&Market::meets_alike),
            bids: firsts(&Market::bids_alike),
            registration: firsts(&Market::registers_alike),
        }
    }
}

/// When the requests of the plans' launches come.
#[derive(Debug)]
pub struct Releases {
    /// The calendars that differ, with what they are of.
    pub calendars: Vec<(Release, Arc<Calendar>)>,
    /// By plan the place of its launch's calendar.
    pub of_plan: Vec<Option<usize>>,
}

impl Releases {
    /// The releases of plans that are played in many trials.
    pub fn new(plans: &Plans) -> Releases {
        Releases::with(plans, |launch| Arc::new(Calendar::new(&launch.daily)))
    }

    /// The releases of other plans. What is new among them is played once.
    pub fn of(&self, plans: &Plans) -> Releases {
        Releases::with(plans, |launch| {
            let known = self.calendars.iter().find(|(release, _)| *release == launch.release);
            known.map_or_else(|| Arc::new(Calendar::Once(launch.daily.clone())), |(_, known)| Arc::clone(known))
        })
    }

    fn with(plans: &Plans, calendar: impl Fn(&Launch) -> Arc<Calendar>) -> Releases {
        let mut calendars: Vec<(Release, Arc<Calendar>)> = Vec::new();
        let mut place = |launch: &Launch| {
            let known = calendars.iter().position(|(release, _)| *release == launch.release);
            known.unwrap_or_else(|| {
                calendars.push((launch.release, calendar(launch)));
                calendars.len() - 1
            })
        };
        let of_plan = plans.plans.iter().map(|plan| plan.launch.as_ref().map(&mut place)).collect();
        Releases { calendars, of_plan }
    }
}
