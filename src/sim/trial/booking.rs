//! Booking the months of a trial into every plan's breakdown, and its years by partner.

use crate::outcome::{Business, DealTally, Dimension, Tally};
use crate::plan::Plans;
use crate::sim::accounts::{Accounts, Cells, remember_without_support};
use crate::sim::trial::plays::Play;
use crate::sim::trial::state::PlanState;
use crate::sim::trial::{Setting, Workspace};

impl Workspace {
    /// Books the month of every plan into the rows of its months.
    pub(super) fn close_month(&mut self, setting: &Setting<'_>, month: usize) {
        let row = setting.plans.shape.row(Dimension::Month, month);
        for play in self.plays.active_mut().iter_mut().chain(self.waits.active_mut()) {
            let deals = play.accounts.cells.close_month();
            for plan in &play.plans {
                book_month(&mut self.plans[*plan].rows[row], &deals, true);
            }
        }
        for at in 0..self.plans.len() {
            let (before, rest) = self.plans.split_at_mut(at);
            let plan = &mut rest[0];
            plan.month = plan.difference.cells.close_month();
            if let Some(leader) = plan.leader {
                plan.month += &before[leader].month;
            }
            book_month(&mut plan.rows[row], &plan.month, false);
            if let Some(launch) = &mut plan.launch {
                book_month(&mut plan.rows[row], &launch.cells.close_month(), false);
            }
        }
    }

    /// Gives every plan the deals of the months before `month`: those that it shared, which are played together no
    /// further, those of its leader, who leads it no further, and its own; contracts go on under its own name.
    pub(super) fn share_out(&mut self, plans: &Plans, month: usize) {
        for at in 0..self.plans.len() {
            let (before, rest) = self.plans.split_at_mut(at);
            if let Some(leader) = rest[0].leader.take() {
                rest[0].difference.add(&before[leader].difference);
            }
        }
        for (plays, business) in [(&mut self.plays, Business::Opportunities), (&mut self.waits, Business::Launch)] {
            for Play { market, plans: sharing, accounts, .. } in plays.active() {
                let sums = DealSums::without(&accounts.cells);
                for plan in sharing {
                    let plan = &mut self.plans[*plan];
                    sums.book(plans, *market, business, plan);
                    plan.difference.pool.add(&accounts.pool);
                    let own = plan.accounts(business);
                    if let (Some(own), Some(shared)) = (&mut own.cells.accrual, &accounts.cells.accrual) {
                        own.take_over(shared, month);
                    }
                }
            }
            plays.end();
        }
        let Some(last) = month.checked_sub(1) else { return };
        for (at, plan) in self.plans.iter_mut().enumerate() {
            let market = plans.plans[plans.ruling(at, last)].market;
            let sums = DealSums::of(&plan.difference.cells);
            sums.book(plans, market, Business::Opportunities, plan);
            plan.difference.cells.empty();
            let Some(mut launch) = plan.launch.take() else { continue };
            DealSums::of(&launch.cells).book(plans, market, Business::Launch, plan);
            launch.cells.empty();
            plan.difference.pool.add(&launch.pool);
            launch.pool.empty();
            plan.launch = Some(launch);
        }
    }
}

impl PlanState {
    /// Adds what contracts brought each partner to the year that ends.
    pub(super) fn close_deals(&mut self, year: usize) {
        let Accounts { cells, pool } = &mut self.difference;
        let launch = self.launch.iter().map(|launch| &launch.cells);
        for accrual in launch.chain([&*cells]).filter_map(|cells| cells.accrual.as_deref()) {
            pool.recognise_year(accrual, year);
        }
        for tally in &pool.tallies {
            self.by_partner += tally;
        }
        self.contracts_by_partner += &pool.all_contracts();
    }
}

/// Books a month's deals; those without any quotation are also what they would have brought without support.
fn book_month(row: &mut Tally, deals: &DealTally, without: bool) {
    let mut deals = *deals;
    if without {
        remember_without_support(&mut deals);
    }
    *row += &deals;
}

/// Deals by level, by segment and altogether.
struct DealSums {
    levels: Vec<DealTally>,
    segments: Vec<DealTally>,
    all: DealTally,
}

impl DealSums {
    fn of(cells: &Cells) -> DealSums {
        let (levels, segments, all) = cells.sums();
        DealSums { levels, segments, all }
    }

    /// Deals without any quotation: that is also what they would have brought without support.
    fn without(cells: &Cells) -> DealSums {
        let mut sums = DealSums::of(cells);
        sums.levels.iter_mut().chain(&mut sums.segments).chain([&mut sums.all]).for_each(remember_without_support);
        sums
    }

    fn book(&self, plans: &Plans, market: usize, business: Business, plan: &mut PlanState) {
        let (shape, rows) = (&plans.shape, &mut plan.rows);
        for (level, tally) in self.levels.iter().enumerate() {
            rows[shape.row(Dimension::Level, level)] += tally;
        }
        for (segment, tally) in plans.markets[market].segments.iter().zip(&self.segments) {
            rows[shape.row(Dimension::Segment, segment.row)] += tally;
        }
        rows[shape.row(Dimension::Business, business as usize)] += &self.all;
    }
}
