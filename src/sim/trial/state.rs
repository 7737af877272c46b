//! What a trial keeps while it is played: of each market, of each plan.

use crate::model::desk::DeskMonth;
use crate::model::treatment::Treatment;
use crate::outcome::{Business, DealTally, PartnerContracts, PartnerDeals, Tally};
use crate::plan::{Plan, Plans};
use crate::quantile::Chance;
use crate::sim::accounts::Accounts;
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

/// What a plan's trial came to.
#[derive(Debug)]
pub struct PlanState {
    pub(super) status: Box<[Status; BLOCK]>,
    /// What quotations change; by partner, at the end of a fiscal year, all deals of the year: those that were shared and
    /// those of a launch are added then.
    pub(super) difference: Accounts,
    /// The same of the deals of a launch.
    pub(super) launch: Option<Box<Accounts>>,
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

impl MarketState {
    pub(super) fn new() -> MarketState {
        MarketState { facts: Box::default(), kept: Box::new([true; BLOCK]) }
    }
}

impl PlanState {
    pub(super) fn new(plans: &Plans, at: usize, by_partner: bool) -> PlanState {
        PlanState {
            status: Box::new([Status::NO_REQUEST; BLOCK]),
            difference: Accounts::new(plans),
            launch: plans.plans[at].launch.is_some().then(|| Box::new(Accounts::new(plans))),
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
            sums: RollSums::new(plans, if by_partner { plans.pool() } else { 0 }),
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
            launch.next_trial();
        }
    }

    pub(super) fn start_year(&mut self) {
        self.paid = Money::ZERO;
    }

    /// The level each partner of the pool holds for quotations.
    pub(super) fn quoting<'a>(&'a self, plans: &'a Plans, follows_levels: bool) -> &'a [u8] {
        if follows_levels { &self.roll.levels } else { &plans.columns.levels[..self.roll.len()] }
    }

    /// Where what quotations change in a business is booked.
    pub(super) fn accounts(&mut self, business: Business) -> &mut Accounts {
        accounts_of(business, &mut self.difference, &mut self.launch)
    }

    /// The plan's way with a block of a business this month.
    pub(super) fn hand(&mut self, business: Business, rules: &Plan, early: usize) -> Hand<'_> {
        let support = &rules.support;
        let granted: Treatment = support.granted(rules.registration.regime, rules.desk.ask_factor(self.desk.wait));
        let in_time: Chance = support.in_time(self.desk.wait);
        let accounts = accounts_of(business, &mut self.difference, &mut self.launch);
        Hand {
            granted,
            in_time,
            extension: support.extension,
            budget: (support.budget > Money::ZERO).then_some(support.budget),
            paid: &mut self.paid,
            status: &self.status,
            early,
            leader: None,
            accounts: accounts.books(),
        }
    }
}

fn accounts_of<'a>(
    business: Business,
    difference: &'a mut Accounts,
    launch: &'a mut Option<Box<Accounts>>,
) -> &'a mut Accounts {
    match (business, launch) {
        (Business::Launch, Some(launch)) => launch,
        _ => difference,
    }
}
