//! One trial told in full: every opportunity of a programme, its desk, and what each fiscal year came to for each partner.
//!
//! The kernel plays the trial as it does in a run, with somebody who listens; nothing is worked out a second time. What
//! deals bring adds up to what the kernel booked, field by field.

use crate::model::horizon::YEAR_MONTHS;
use crate::model::treatment::Treatment;
use crate::outcome::partner::PartnerTally;
use crate::outcome::{Business, DealTally, Dimension, Field, PartnerDeals, Tally};
use crate::plan::Plans;
use crate::sim::accounts::Won;
use crate::sim::changes;
use crate::sim::partners::PartnerDraws;
use crate::sim::roll::Purchases;
use crate::sim::trial::{Setting, Workspace};
use crate::sim::witness::{Contracted, Protection, Supported};
use crate::units::{Money, Rate};

mod recorder;

use recorder::Recorder;

/// A trial of one programme.
#[derive(Debug, Clone, PartialEq)]
pub struct Trace {
    /// Every opportunity of the horizon, in the order of their days.
    pub deals: Vec<DealTrace>,
    /// The desk, by month of the horizon.
    pub desk: Vec<DeskTrace>,
    /// What each fiscal year, or the part of it under one set of year-end rules, came to for each partner.
    pub years: Vec<PartnerYear>,
    /// What the kernel booked, by row of the breakdown.
    pub rows: Vec<Tally>,
    /// What it booked in each fiscal year by business, and in the last place what belongs to none: desk, rebates, payouts,
    /// payment terms. Savings, which belong to no business either, are not in it.
    pub businesses: Vec<[Tally; BUSINESSES]>,
}

/// The businesses, and one place more for what belongs to none.
pub const BUSINESSES: usize = Business::ALL.len() + 1;

/// A month of the desk.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DeskTrace {
    /// Requests of the month.
    pub requests: u64,
    /// Working days that they wait.
    pub wait: f64,
    /// Requests left over at its end.
    pub backlog: f64,
}

/// What became of an opportunity's registration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Request {
    /// The rules do not allow one.
    NotEligible,
    /// The originator did not register it.
    NotRegistered,
    /// Requested and lost as a duplicate.
    Duplicate,
    /// Requested and not approved.
    NotApproved,
    /// Granted.
    Granted,
}

/// An opportunity, from what is drawn to what it brings.
#[derive(Debug, Clone, PartialEq)]
pub struct DealTrace {
    /// Ordinary, or released by a launch.
    pub business: Business,
    /// Month of the horizon, from 0.
    pub month: usize,
    /// Day of the horizon, from 0.
    pub day: usize,
    /// Strip of arrivals and number in it: with the business, what keys its draws.
    pub key: (u16, usize),
    /// The plan whose rules held that month, by place: the programme's or, before it starts, its baseline's.
    pub rules: usize,
    /// Row of its segment in the workbook's table.
    pub segment: usize,
    /// List value.
    pub list: Money,
    /// Whether it is newest technology.
    pub newest: bool,
    /// Whether it is a new account.
    pub new_account: bool,
    /// The share of installed accounts that ordered later, 0 to 1: the larger, the longer ago its last order.
    pub last_order: f64,
    /// The competing vendor's ask as a share of list, before loyalty, coverage, effort and wait.
    pub ask: f64,
    /// What became of its registration.
    pub request: Request,
    /// Whether a request is one of the first 13 days.
    pub early: bool,
    /// The bidders, the originator first.
    pub bidders: Vec<BidderTrace>,
    /// What the grant did, if there was one.
    pub grant: Option<GrantTrace>,
    /// The most that the customer pays.
    pub ceiling: Money,
    /// How it would have ended without any quotation.
    pub without: Option<Won>,
    /// How it ended; `None` where the competing vendor won it.
    pub won: Option<Won>,
    /// Whether it becomes a pay-per-use contract if it is won.
    pub by_use: bool,
    /// The contract it became.
    pub contract: Option<Contracted>,
    /// What the support was worth, where some was paid.
    pub supported: Option<Supported>,
}

/// A granted request.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct GrantTrace {
    /// Working days that it waited.
    pub wait: f64,
    /// What became of the protection.
    pub protection: Protection,
    /// Whether the year's budget had no room for its support.
    pub unpaid: bool,
    /// How the deal was treated in the end.
    pub treatment: Treatment,
}

/// A bidder of an opportunity.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BidderTrace {
    /// Place in the population.
    pub partner: usize,
    /// The level it holds for quotations, 0 the lowest.
    pub level: usize,
    /// Its own cost-and-margin need as a share of the spread, 0 to 1.
    pub need: f64,
    /// Support it can count on, of list.
    pub support: Rate,
    /// What it asks for; `None` where it stays out.
    pub reserve: Option<Money>,
    /// What it spends before the sale.
    pub presales: Money,
}

/// What a fiscal year, or the part of it under one set of year-end rules, came to for a partner.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PartnerYear {
    /// Place in the population.
    pub partner: usize,
    /// Fiscal year, from 0.
    pub year: usize,
    /// First month within the year, and the one before which the part ends.
    pub months: (usize, usize),
    /// The level it held.
    pub held: usize,
    /// The level it holds next: another only where levels are evaluated.
    pub next: usize,
    /// What it is booked, in the part.
    pub tally: PartnerTally,
    /// What deals brought it in the whole year; all 0 for a partner that meets none.
    pub deals: PartnerDeals,
    /// Purchases and what is due on them, in the whole year.
    pub purchases: Purchases,
}

impl DealTrace {
    /// What is booked of it: all that it brings at once and, where it became a contract, all but what is recognised of
    /// that month by month ([`DealTrace::recognised`]).
    pub fn tally(&self) -> DealTally {
        let mut tally = DealTally::default();
        let requested = !matches!(self.request, Request::NotEligible | Request::NotRegistered);
        tally[Field::Opportunities] = 1;
        tally[Field::Requests] = i64::from(requested);
        tally[Field::EarlyRequests] = i64::from(requested && self.early);
        tally[Field::Granted] = i64::from(self.grant.is_some());
        tally[Field::Presales] = self.bidders.iter().map(|bidder| bidder.presales.minor()).sum();
        if let Some(without) = &self.without {
            tally[Field::PriceWithout] = without.price.minor();
            tally[Field::ListWithout] = without.list.minor();
        }
        let Some(won) = &self.won else { return tally };
        won.book(self.contract.is_none(), &mut tally);
        if let Some(contract) = &self.contract {
            contract.book(won.price, won.margin, 1, &mut tally);
        }
        tally[Field::QuotationsWon] = i64::from(self.grant.is_some());
        if let Some(supported) = &self.supported {
            supported.book(&mut tally);
        }
        tally
    }

    /// What is recognised of its contract in a month of the horizon; nothing where there is none.
    pub fn recognised(&self, month: usize) -> DealTally {
        let mut tally = DealTally::default();
        if let (Some(contract), Some(age)) = (&self.contract, month.checked_sub(self.month))
            && age < contract.signature.life
        {
            contract.signature.in_month(age).book(&mut tally);
        }
        tally
    }
}

impl Trace {
    /// The deals of a fiscal year, from 0.
    pub fn of_year(&self, year: usize) -> impl Iterator<Item = &DealTrace> {
        self.deals.iter().filter(move |deal| deal.month / YEAR_MONTHS == year)
    }

    /// What the kernel booked in a fiscal year, from 0, altogether.
    pub fn total(&self, plans: &Plans, year: usize) -> Tally {
        let months = plans.shape.rows(Dimension::Month).skip(year * YEAR_MONTHS).take(YEAR_MONTHS);
        let mut total = Tally::default();
        months.for_each(|row| total += &self.rows[row]);
        total
    }
}

/// Plays a trial and tells of a programme, by its place among the plans. `entered` are the plans of the inputs as they are
/// entered; `drawn` those of the trial, where inputs are drawn for it.
pub fn trace(entered: &Setting<'_>, drawn: Option<&Plans>, trial: u64, programme: usize) -> Trace {
    let mut draws = PartnerDraws::new(entered.plans, drawn.is_some());
    draws.draw(entered.plans, &entered.draws, trial, 1);
    match drawn {
        Some(plans) => of_setting(&entered.of(plans), &mut draws, trial, programme),
        None => of_setting(entered, &mut draws, trial, programme),
    }
}

fn of_setting(setting: &Setting<'_>, draws: &mut PartnerDraws, trial: u64, programme: usize) -> Trace {
    let plans = setting.plans;
    draws.deal(plans, 0);
    let mut workspace = Workspace::new(setting, true);
    let mut recorder = Recorder::new(plans, programme);
    workspace.play(setting, (draws, 0), trial, &mut recorder);
    let (states, chains) = workspace.outcomes();
    changes::compare(plans, states, chains, ((0, 1), None));
    recorder.finish(&states[programme].rows)
}
