//! Booking the months of a trial into every plan's breakdown.

use crate::outcome::{Business, Dimension, Tally};
use crate::plan::Plans;
use crate::sim::accounts::{Accounts, remember_without_support};
use crate::sim::trial::{Setting, Workspace};

impl Workspace {
    /// Books the month of every plan into the rows of its breakdown.
    pub(super) fn close_month(&mut self, setting: &Setting<'_>, month: usize) {
        let plans = setting.plans;
        let mut sums = MonthSums::new(plans);
        for (at, market) in self.markets.iter().enumerate() {
            let of_market = |plan: usize| plans.plans[plans.ruling(plan, month)].market == at;
            if !(0..self.plans.len()).any(of_market) {
                continue;
            }
            sums.read_without(&market.accounts);
            for plan in (0..self.plans.len()).filter(|plan| of_market(*plan)) {
                sums.book(plans, at, month, Business::Opportunities, &mut self.plans[plan].rows);
            }
        }
        for (at, plan) in self.plans.iter_mut().enumerate() {
            let market = plans.plans[plans.ruling(at, month)].market;
            sums.read(&plan.difference);
            sums.book(plans, market, month, Business::Opportunities, &mut plan.rows);
            if let Some(launch) = &plan.launch {
                for (accounts, without) in [(&launch.without, true), (&launch.difference, false)] {
                    if without {
                        sums.read_without(accounts)
                    } else {
                        sums.read(accounts)
                    }
                    sums.book(plans, market, month, Business::Launch, &mut plan.rows);
                }
            }
        }
    }

    /// Adds each plan's partners up.
    pub(super) fn close(&mut self, setting: &Setting<'_>) {
        for (at, plan) in self.plans.iter_mut().enumerate() {
            let without = &self.markets[setting.plans.plans[at].market].accounts;
            plan.partners.copy_from_slice(&without.partners);
            plan.partners.iter_mut().for_each(remember_without_support);
            add_all(&mut plan.partners, &plan.difference.partners);
            if let Some(launch) = &mut plan.launch {
                launch.without.partners.iter_mut().for_each(remember_without_support);
                add_all(&mut plan.partners, &launch.without.partners);
                add_all(&mut plan.partners, &launch.difference.partners);
            }
        }
    }
}

fn add_all(sums: &mut [Tally], added: &[Tally]) {
    for (sum, tally) in sums.iter_mut().zip(added) {
        *sum += tally;
    }
}

/// Adds what was earned so far in one market and takes back what would be counted for it in another.
pub(super) fn change_market(difference: &mut [Tally], earned: &[Tally], counted: &[Tally]) {
    for ((sum, earned), counted) in difference.iter_mut().zip(earned).zip(counted) {
        let (mut earned, mut counted) = (*earned, *counted);
        remember_without_support(&mut earned);
        remember_without_support(&mut counted);
        *sum += &earned;
        *sum -= &counted;
    }
}

/// A month's accounts by level, by segment and altogether.
struct MonthSums {
    levels: Vec<Tally>,
    segments: Vec<Tally>,
    all: Tally,
}

impl MonthSums {
    fn new(plans: &Plans) -> MonthSums {
        MonthSums {
            levels: vec![Tally::default(); plans.shape.levels],
            segments: vec![Tally::default(); plans.shape.segments],
            all: Tally::default(),
        }
    }

    fn read(&mut self, accounts: &Accounts) {
        accounts.sum(&mut self.levels, &mut self.segments, &mut self.all);
    }

    /// Reads deals without any quotation: that is also what they would have brought without support.
    fn read_without(&mut self, accounts: &Accounts) {
        self.read(accounts);
        self.levels.iter_mut().for_each(remember_without_support);
        self.segments.iter_mut().for_each(remember_without_support);
        remember_without_support(&mut self.all);
    }

    fn book(&self, plans: &Plans, market: usize, month: usize, business: Business, rows: &mut [Tally]) {
        let shape = &plans.shape;
        for (level, tally) in self.levels.iter().enumerate() {
            rows[shape.row(Dimension::Level, level)] += tally;
        }
        for (segment, tally) in plans.markets[market].segments.iter().zip(&self.segments) {
            rows[shape.row(Dimension::Segment, segment.row)] += tally;
        }
        rows[shape.row(Dimension::Month, month)] += &self.all;
        rows[shape.row(Dimension::Business, business as usize)] += &self.all;
    }
}
