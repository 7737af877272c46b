//! What a trial keeps while it is played: of each market, of plans that play alike, of each plan.

use crate::model::desk::DeskMonth;
use crate::model::treatment::Treatment;
use crate::outcome::{DealTally, PartnerContracts, PartnerDeals, Tally};
use crate::plan::{Plan, Plans};
use crate::quantile::Chance;
use crate::sim::accounts::{Accounts, Cells, PoolBook};
use crate::sim::deals::{Hand, Status};
use crate::sim::facts::{BLOCK, Facts};
use crate::sim::roll::{Roll, RollSums};
use crate::units::Money;

/// A market's block.
#[derive(Debug)]
pub struct MarketState {
    pub(super) facts: Box<Facts>,
    pub(super) kept: Box<[bool; BLOCK]>,
}

/// Plans that play the same market at the same levels share their deals without quotation.
#[derive(Debug)]
pub struct Play {
    pub(super) market: usize,
    /// The level each partner of the pool holds for quotations.
    pub(super) levels: Vec<u8>,
    pub(super) plans: Vec<usize>,
    pub(super) accounts: Accounts,
}

/// What a plan's trial came to.
#[derive(Debug)]
pub struct PlanState {
    pub(super) status: Box<[Status; BLOCK]>,
    /// What quotations change; by partner, at the end of a fiscal year, all deals of the year: those that were shared and
    /// those of a launch are added then.
    pub(super) difference: Accounts,
    /// Deals of the launch without their quotation, and what it changes.
    pub(super) launch: Option<Box<LaunchState>>,
    /// The plan that leads this one in the fiscal year: what that one books holds for this one too, whose own accounts are
    /// only where it departs from it.
    pub(super) leader: Option<usize>,
    /// What quotations changed in the month that was closed last.
    pub(super) month: DealTally,
    pub(super) requests: u64,
    pub(super) backlog: f64,
    /// Support paid so far this fiscal year.
    pub(super) paid: Money,
    pub(super) desk: DeskMonth,
    /// Whether something is due on won deals, which then follows what each partner buys by month.
    pub(super) due_on_deals: bool,
    /// Deals of the trial by partner, added up.
    pub by_partner: PartnerDeals,
    /// Contracts of the trial by partner, added up.
    pub contracts_by_partner: PartnerContracts,
    /// Every row of the breakdown.
    pub rows: Vec<Tally>,
    /// The partners of the pool.
    pub roll: Roll,
    /// What is added up of them over the trials of a chunk.
    pub sums: RollSums,
}

/// A plan's launch.
#[derive(Debug)]
pub struct LaunchState {
    pub(super) facts: Facts,
    pub(super) without: Cells,
    pub(super) difference: Cells,
    /// Both by partner.
    pub(super) pool: PoolBook,
    /// Requests before each day.
    pub(super) before: Vec<u32>,
}

impl MarketState {
    pub(super) fn new() -> MarketState {
        MarketState { facts: Box::default(), kept: Box::new([true; BLOCK]) }
    }
}

impl Play {
    pub(super) fn new(plans: &Plans) -> Play {
        Play { market: 0, levels: vec![0; plans.pool()], plans: Vec::new(), accounts: Accounts::new(plans) }
    }
}

impl PlanState {
    pub(super) fn new(plans: &Plans, at: usize) -> PlanState {
        let launch = || LaunchState {
            facts: Facts::default(),
            without: Cells::new(plans),
            difference: Cells::new(plans),
            pool: PoolBook::new(plans),
            before: Vec::new(),
        };
        PlanState {
            status: Box::new([Status::NO_REQUEST; BLOCK]),
            difference: Accounts::new(plans),
            launch: plans.plans[at].launch.is_some().then(|| Box::new(launch())),
            leader: None,
            month: DealTally::default(),
            requests: 0,
            backlog: 0.0,
            paid: Money::ZERO,
            desk: DeskMonth { wait: 0.0, backlog: 0.0 },
            due_on_deals: plans.is_due_on_deals(at),
            by_partner: PartnerDeals::default(),
            contracts_by_partner: PartnerContracts::default(),
            rows: vec![Tally::default(); plans.shape.len()],
            roll: Roll::new(plans, 0..plans.pool()),
            sums: RollSums::new(plans, plans.pool()),
        }
    }

    /// Back to the start of a trial.
    pub(super) fn start(&mut self, plans: &Plans) {
        self.difference.next_trial();
        self.backlog = 0.0;
        self.rows.fill(Tally::default());
        self.by_partner = PartnerDeals::default();
        self.contracts_by_partner = PartnerContracts::default();
        self.roll.start(plans);
        if let Some(launch) = &mut self.launch {
            launch.without.next_trial();
            launch.difference.next_trial();
            launch.pool.empty();
        }
    }

    pub(super) fn start_year(&mut self) {
        self.paid = Money::ZERO;
    }

    /// The level each partner of the pool holds for quotations.
    pub(super) fn quoting<'a>(&'a self, plans: &'a Plans, follows_levels: bool) -> &'a [u8] {
        if follows_levels { &self.roll.levels } else { &plans.columns.levels[..self.roll.len()] }
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
            leader: None,
            accounts: self.difference.books(),
        }
    }
}
