//! One trial: month by month and year by year, every plan on the same draws.

use std::sync::Arc;

use crate::model::horizon::YEAR_MONTHS;
use crate::model::launch::Launch;
use crate::model::market::Market;
use crate::plan::{Office, Plan, Plans, ServiceSystem};
use crate::sim::arrivals::{Calendar, Strips};
use crate::sim::deals::Table;
use crate::sim::draws::{Draws, Flow};
use crate::sim::facts::{BLOCK, Drawn, Sources};
use crate::sim::partners::PartnerDraws;
use crate::sim::roll::Booked;
use crate::sim::tickets::TicketLaws;
use crate::sim::witness::Witness;

mod booking;
mod chain;
mod groups;
mod launch;
mod layout;
mod month;
mod state;
mod year;

pub use chain::ChainState;
use layout::Layout;
use month::Feed;
pub use state::PlanState;
use state::{MarketState, Play};

/// What every trial of the same plans uses and none changes.
#[derive(Debug)]
pub struct Setting<'a> {
    /// The plans.
    pub plans: &'a Plans,
    /// The draws.
    pub draws: Arc<Draws>,
    strips: Strips,
    /// For each market the first one in which draws mean the same.
    readers: Vec<usize>,
    /// The calendar of each plan's launch.
    launches: Vec<Option<Arc<Calendar>>>,
    /// How many tickets come, by year-end rules.
    tickets: Vec<Option<Arc<TicketLaws>>>,
}

impl<'a> Setting<'a> {
    /// Prepares a run.
    pub fn new(plans: &'a Plans, seed: u64) -> Setting<'a> {
        let launches = launches(plans, |_| None);
        let tickets = plans.offices.iter().map(|office| office.services.as_ref().map(laws)).collect();
        let draws = Arc::new(Draws::new(seed));
        Setting { plans, draws, strips: Strips::new(plans), readers: readers(plans), launches, tickets }
    }

    /// Prepares a run of other plans on the same ground and the same draws, taking over what has not changed.
    pub fn of(&self, plans: &'a Plans) -> Setting<'a> {
        let before = self.plans;
        let launches = launches(plans, |launch| self.launches[launched(&before.plans, launch)?].clone());
        let tickets = plans.offices.iter().map(|office| {
            let services = office.services.as_ref()?;
            let alike =
                |other: &Office| other.services.as_ref().is_some_and(|other| TicketLaws::alike(other, services));
            let known = before.offices.iter().position(alike).and_then(|at| self.tickets[at].clone());
            Some(known.unwrap_or_else(|| laws(services)))
        });
        Setting {
            plans,
            draws: Arc::clone(&self.draws),
            strips: self.strips.of(plans),
            readers: readers(plans),
            launches,
            tickets: tickets.collect(),
        }
    }
}

fn readers(plans: &Plans) -> Vec<usize> {
    let first = |market: &Market| plans.markets.iter().position(|other| other.reads_alike(market)).unwrap_or(0);
    plans.markets.iter().map(first).collect()
}

/// The calendars of the plans' launches, worked out once where several plans have the same days; `known` has those of
/// other plans.
fn launches(plans: &Plans, known: impl Fn(&Launch) -> Option<Arc<Calendar>>) -> Vec<Option<Arc<Calendar>>> {
    let mut calendars: Vec<Option<Arc<Calendar>>> = Vec::with_capacity(plans.plans.len());
    for (at, plan) in plans.plans.iter().enumerate() {
        let own = |launch: &Launch| {
            let before = launched(&plans.plans[..at], launch).and_then(|before| calendars[before].clone());
            before.or_else(|| known(launch)).unwrap_or_else(|| calendar(launch))
        };
        let calendar = plan.launch.as_ref().map(own);
        calendars.push(calendar);
    }
    calendars
}

/// The first of some plans whose launch has the same days.
fn launched(plans: &[Plan], launch: &Launch) -> Option<usize> {
    plans.iter().position(|plan| plan.launch.as_ref().is_some_and(|other| other.daily == launch.daily))
}

fn calendar(launch: &Launch) -> Arc<Calendar> {
    Arc::new(Calendar::new(&launch.daily))
}

fn laws(services: &ServiceSystem) -> Arc<TicketLaws> {
    Arc::new(TicketLaws::new(services))
}

/// The working memory of one thread, made once and used for trial after trial.
#[derive(Debug)]
pub struct Workspace {
    layout: Layout,
    drawn: Box<Drawn>,
    table: Box<Table>,
    marks: Vec<u32>,
    thinning: Vec<u32>,
    markets: Vec<MarketState>,
    /// One for each group of plans that play alike, of which the first `active` are in use.
    plays: Vec<Play>,
    active: usize,
    plans: Vec<PlanState>,
    chains: Vec<ChainState>,
    booked: Booked,
    /// Arrivals before each day, by strip.
    strips: Vec<Vec<u32>>,
}

impl Workspace {
    /// Memory for a setting's trials.
    pub fn new(setting: &Setting<'_>) -> Workspace {
        let plans = setting.plans;
        Workspace {
            layout: Layout::of(setting),
            drawn: Box::new(Drawn::new(plans.sells_by_use())),
            table: Box::default(),
            marks: Vec::new(),
            thinning: vec![0; BLOCK],
            markets: plans.markets.iter().map(|_| MarketState::new()).collect(),
            plays: plans.plans.iter().map(|_| Play::new(plans)).collect(),
            active: 0,
            plans: (0..plans.plans.len()).map(|at| PlanState::new(plans, at)).collect(),
            chains: plans.chains.iter().map(|_| ChainState::new(plans)).collect(),
            booked: Booked::new(plans.shape.levels),
            strips: vec![Vec::new(); usize::from(setting.strips.count())],
        }
    }

    /// Whether it can play the trials of another setting.
    pub fn fits(&self, setting: &Setting<'_>) -> bool {
        self.layout == Layout::of(setting)
    }

    /// What the trials of a chunk came to so far: of each plan, and of each succession of year-end rules.
    pub fn outcomes(&mut self) -> (&mut [PlanState], &mut [ChainState]) {
        (&mut self.plans, &mut self.chains)
    }

    /// Plays a trial under every plan, and tells a witness of it; `draws` are those of its chunk's partners, in which it
    /// has place `at`, dealt out.
    pub fn play<W: Witness>(
        &mut self,
        setting: &Setting<'_>,
        (draws, at): (&PartnerDraws, usize),
        trial: u64,
        witness: &mut W,
    ) {
        self.start(setting, trial);
        let mut feeds: Vec<Feed> = (0..self.strips.len()).map(|strip| Feed::new(setting, strip, trial)).collect();
        let mut launch_sources = Sources::new(&setting.draws, Flow::Launch, trial);
        let months = setting.plans.months;
        for month in 0..months {
            self.start_month(setting, month);
            // Who listens hears of every deal of every plan.
            if !W::LISTENS {
                self.lead(setting.plans, month);
            }
            let stretches = self.stretches(month);
            for stretch in &stretches {
                self.load(setting, month, stretch, &mut feeds[usize::from(stretch.strip)]);
                self.count_requests(stretch.count);
            }
            self.count_launch(month);
            self.review(setting, month);
            if W::LISTENS {
                for (at, plan) in self.plans.iter().enumerate() {
                    witness.reviewed(at, month, &plan.desk, plan.requests);
                }
            }
            for stretch in &stretches {
                // A month of one stretch is still in memory.
                if stretches.len() > 1 {
                    self.load(setting, month, stretch, &mut feeds[usize::from(stretch.strip)]);
                }
                let feed = &mut feeds[usize::from(stretch.strip)];
                feed.sources.draw_auction(stretch.first as u64, stretch.count, &mut self.drawn);
                self.play_stretch(setting, month, stretch, witness);
            }
            self.play_launch(setting, month, &mut launch_sources, witness);
            self.close_month(setting, month);
            if (month + 1).is_multiple_of(YEAR_MONTHS) || month + 1 == months {
                self.close_year(setting, (draws, at), month / YEAR_MONTHS, witness);
            }
        }
        self.close(setting);
    }

    fn start(&mut self, setting: &Setting<'_>, trial: u64) {
        for (strip, before) in self.strips.iter_mut().enumerate() {
            let flow = Flow::Market(strip as u16);
            setting.strips.calendar.draw(&setting.draws, flow, trial, &mut self.marks, before);
        }
        for play in &mut self.plays {
            play.accounts.next_trial();
        }
        self.active = 0;
        for (plan, calendar) in self.plans.iter_mut().zip(&setting.launches) {
            plan.start(setting.plans);
            if let (Some(launch), Some(calendar)) = (&mut plan.launch, calendar) {
                calendar.draw(&setting.draws, Flow::Launch, trial, &mut self.marks, &mut launch.before);
            }
        }
        for (chain, rules) in self.chains.iter_mut().zip(&setting.plans.chains) {
            chain.start(setting.plans, rules, &setting.tickets, &setting.draws, trial);
        }
    }

    fn start_month(&mut self, setting: &Setting<'_>, month: usize) {
        let plans = setting.plans;
        if month.is_multiple_of(YEAR_MONTHS) || plans.plans.iter().any(|plan| plan.from == month) {
            self.group(plans, month);
        }
        for play in &mut self.plays[..self.active] {
            play.accounts.start_month(month);
        }
        for plan in &mut self.plans {
            plan.requests = 0;
            plan.difference.start_month(month);
            if let Some(launch) = &mut plan.launch {
                launch.without.start_month(month);
                launch.difference.start_month(month);
            }
            if month.is_multiple_of(YEAR_MONTHS) {
                plan.start_year();
            }
        }
    }
}
