//! Booking the months of a trial into every plan's breakdown, and its years by partner.

use crate::model::horizon::YEAR_MONTHS;
use crate::outcome::{Business, DealTally, Dimension, PartnerDeals};
use crate::plan::Plans;
use crate::sim::accounts::{Accounts, remember_without_support};
use crate::sim::trial::state::PlanState;
use crate::sim::trial::{Setting, Workspace};

impl Workspace {
    /// Books the month of every plan into the rows of its breakdown.
    pub(super) fn close_month(&mut self, setting: &Setting<'_>, month: usize) {
        let plans = setting.plans;
        let mut sums = MonthSums::new(plans);
        for play in &mut self.plays[..self.active] {
            play.accounts.recognise();
            sums.read_without(&play.accounts);
            for plan in &play.plans {
                sums.book(plans, play.market, month, Business::Opportunities, &mut self.plans[*plan]);
            }
        }
        for (at, plan) in self.plans.iter_mut().enumerate() {
            let market = plans.plans[plans.ruling(at, month)].market;
            plan.difference.recognise();
            sums.read(&plan.difference);
            sums.book(plans, market, month, Business::Opportunities, plan);
            let Some(mut launch) = plan.launch.take() else { continue };
            launch.without.recognise();
            sums.read_without(&launch.without);
            sums.book(plans, market, month, Business::Launch, plan);
            launch.difference.recognise();
            sums.read(&launch.difference);
            sums.book(plans, market, month, Business::Launch, plan);
            plan.launch = Some(launch);
        }
        self.note_purchases(month % YEAR_MONTHS);
    }

    /// Keeps what each partner bought for deals this month, where something is due on it.
    fn note_purchases(&mut self, month: usize) {
        for play in &self.plays[..self.active] {
            for plan in &play.plans {
                let PlanState { months: Some(months), difference, launch, .. } = &mut self.plans[*plan] else {
                    continue;
                };
                let launched = launch.iter().flat_map(|launch| [&launch.without, &launch.difference]);
                for accounts in [&play.accounts, &*difference].into_iter().chain(launched) {
                    for (months, bought) in months.iter_mut().zip(&accounts.bought) {
                        months[month] += *bought;
                    }
                }
            }
        }
    }

    /// Gives every plan the deals that it shared so far; contracts go on under its own name from `month` on.
    pub(super) fn share_out(&mut self, month: usize) {
        for play in &mut self.plays[..self.active] {
            for plan in &play.plans {
                let plan = &mut self.plans[*plan];
                add_all(&mut plan.year, &play.accounts.partners);
                if let (Some(own), Some(shared)) = (&mut plan.difference.accrual, &play.accounts.accrual) {
                    own.take_over(shared, month);
                }
            }
            play.accounts.next_trial();
        }
    }
}

impl PlanState {
    /// Adds what quotations, a launch and contracts brought each partner to the year that ends.
    pub(super) fn close_deals(&mut self, year: usize) {
        add_all(&mut self.year, &self.difference.partners);
        self.difference.partners.fill(PartnerDeals::default());
        recognise_year(&mut self.year, &self.difference, year);
        if let Some(launch) = &mut self.launch {
            for accounts in [&mut launch.without, &mut launch.difference] {
                add_all(&mut self.year, &accounts.partners);
                accounts.partners.fill(PartnerDeals::default());
                recognise_year(&mut self.year, accounts, year);
            }
        }
        for tally in &self.year {
            self.by_partner += tally;
        }
    }
}

fn recognise_year(sums: &mut [PartnerDeals], accounts: &Accounts, year: usize) {
    let Some(accrual) = &accounts.accrual else { return };
    for (partner, sum) in sums.iter_mut().enumerate() {
        if let Some(part) = accrual.partner(partner, year) {
            part.book_to_partner(sum);
        }
    }
}

fn add_all(sums: &mut [PartnerDeals], added: &[PartnerDeals]) {
    for (sum, tally) in sums.iter_mut().zip(added) {
        *sum += tally;
    }
}

/// A month's accounts by level, by segment and altogether.
struct MonthSums {
    levels: Vec<DealTally>,
    segments: Vec<DealTally>,
    all: DealTally,
}

impl MonthSums {
    fn new(plans: &Plans) -> MonthSums {
        MonthSums {
            levels: vec![DealTally::default(); plans.shape.levels],
            segments: vec![DealTally::default(); plans.shape.segments],
            all: DealTally::default(),
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

    fn book(&self, plans: &Plans, market: usize, month: usize, business: Business, plan: &mut PlanState) {
        let (shape, rows) = (&plans.shape, &mut plan.rows);
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
