//! What a trial keeps of each market and each plan while it is played.

use crate::model::desk::DeskMonth;
use crate::model::treatment::Treatment;
use crate::outcome::Tally;
use crate::plan::{Plan, Plans};
use crate::quantile::Chance;
use crate::sim::accounts::Accounts;
use crate::sim::deals::{Hand, Status};
use crate::sim::facts::{BLOCK, Facts};
use crate::units::Money;

/// A market's block and accounts.
#[derive(Debug)]
pub struct MarketState {
    pub(super) facts: Box<Facts>,
    pub(super) kept: Box<[bool; BLOCK]>,
    pub(super) accounts: Accounts,
}

/// What a plan's trial came to.
#[derive(Debug)]
pub struct PlanState {
    pub(super) status: Box<[Status; BLOCK]>,
    /// What quotations change.
    pub(super) difference: Accounts,
    /// Deals of the launch without their quotation, and what it changes.
    pub(super) launch: Option<Box<LaunchState>>,
    pub(super) requests: u64,
    pub(super) backlog: f64,
    /// Support paid so far this fiscal year.
    pub(super) paid: Money,
    pub(super) desk: DeskMonth,
    /// Every row of the breakdown.
    pub rows: Vec<Tally>,
    /// Every partner of the pool, run-rate business apart.
    pub partners: Vec<Tally>,
}

/// A plan's launch.
#[derive(Debug)]
pub struct LaunchState {
    pub(super) facts: Facts,
    pub(super) without: Accounts,
    pub(super) difference: Accounts,
    /// Requests before each day.
    pub(super) before: Vec<u32>,
}

impl MarketState {
    pub(super) fn new(plans: &Plans) -> MarketState {
        MarketState { facts: Box::default(), kept: Box::new([true; BLOCK]), accounts: Accounts::new(plans) }
    }
}

impl PlanState {
    pub(super) fn new(plans: &Plans, launches: bool) -> PlanState {
        let launch = || LaunchState {
            facts: Facts::default(),
            without: Accounts::new(plans),
            difference: Accounts::new(plans),
            before: Vec::new(),
        };
        PlanState {
            status: Box::new([Status::NO_REQUEST; BLOCK]),
            difference: Accounts::new(plans),
            launch: launches.then(|| Box::new(launch())),
            requests: 0,
            backlog: 0.0,
            paid: Money::ZERO,
            desk: DeskMonth { wait: 0.0, backlog: 0.0 },
            rows: vec![Tally::default(); plans.shape.len()],
            partners: vec![Tally::default(); plans.pool()],
        }
    }

    /// The plan's way with a block this month.
    pub(super) fn hand(&mut self, rules: &Plan, early: usize) -> Hand<'_> {
        let support = &rules.support;
        let granted: Treatment = support.granted(rules.registration.regime, rules.desk.ask_factor(self.desk.wait));
        let in_time: Chance = support.in_time(self.desk.wait);
        Hand {
            granted,
            in_time,
            extension: support.extension,
            budget: (support.budget > Money::ZERO).then_some(support.budget),
            paid: &mut self.paid,
            status: &self.status,
            early,
            accounts: &mut self.difference,
        }
    }
}
