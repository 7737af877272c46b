//! One trial: month by month and year by year, every plan on the same draws.

use std::sync::Arc;

use crate::model::horizon::YEAR_MONTHS;
use crate::plan::{Office, Plans, ServiceSystem};
use crate::sim::arrivals::Strips;
use crate::sim::deals::Table;
use crate::sim::draws::{Draws, Flow};
use crate::sim::facts::{BLOCK, Drawn, Facts, Sources};
use crate::sim::partners::PartnerDraws;
use crate::sim::roll::Booked;
use crate::sim::tickets::TicketLaws;
use crate::sim::witness::Witness;

mod blocks;
mod booking;
mod chain;
mod groups;
mod launch;
mod layout;
mod month;
mod plays;
mod readers;
mod state;
mod year;

use blocks::Feed;
pub use chain::ChainState;
use layout::Layout;
use plays::Plays;
use readers::{Readers, Releases};
use state::MarketState;
pub use state::PlanState;

/// What every trial of the same plans uses and none changes.
#[derive(Debug)]
pub struct Setting<'a> {
    /// The plans.
    pub plans: &'a Plans,
    /// The draws.
    pub draws: Arc<Draws>,
    strips: Strips,
    readers: Readers,
    releases: Releases,
    /// How many tickets come, by year-end rules.
    tickets: Vec<Option<Arc<TicketLaws>>>,
}

impl<'a> Setting<'a> {
    /// Prepares a run.
    pub fn new(plans: &'a Plans, seed: u64) -> Setting<'a> {
        let tickets = plans.offices.iter().map(|office| office.services.as_ref().map(laws)).collect();
        let draws = Arc::new(Draws::new(seed));
        let (strips, releases) = (Strips::new(plans), Releases::new(plans));
        Setting { plans, draws, strips, readers: Readers::new(plans), releases, tickets }
    }

    /// Prepares a run of other plans on the same ground and the same draws, taking over what has not changed.
    pub fn of(&self, plans: &'a Plans) -> Setting<'a> {
        let before = self.plans;
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
            readers: Readers::new(plans),
            releases: self.releases.of(plans),
            tickets: tickets.collect(),
        }
    }
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
    /// Where the opportunities of the block stand in the strips.
    heights: Box<[f64; BLOCK]>,
    /// Where those of stretches of which some are left out stand in their stretch.
    places: Box<[u16; BLOCK]>,
    markets: Vec<MarketState>,
    /// Those of a block of requests that waited.
    waited: Box<Facts>,
    plays: Plays,
    /// Those of the requests that waited.
    waits: Plays,
    plans: Vec<PlanState>,
    chains: Vec<ChainState>,
    booked: Booked,
    /// Arrivals before each day, by strip; where no rate takes the last of them, they are not in use.
    strips: Vec<Vec<u32>>,
    /// Requests that waited, before each day, by their calendar.
    released: Vec<Vec<u32>>,
}

impl Workspace {
    /// Memory for a setting's trials; with sums by partner if they are asked for.
    pub fn new(setting: &Setting<'_>, by_partner: bool) -> Workspace {
        let plans = setting.plans;
        Workspace {
            layout: Layout::of(setting),
            drawn: Box::new(Drawn::new(plans.sells_by_use())),
            table: Box::default(),
            marks: Vec::new(),
            thinning: vec![0; BLOCK],
            heights: Box::new([0.0; BLOCK]),
            places: Box::new([0; BLOCK]),
            markets: plans.markets.iter().map(|_| MarketState::new()).collect(),
            waited: Box::default(),
            plays: Plays::new(plans, plans.plans.len()),
            waits: Plays::new(plans, plans.plans.iter().filter(|plan| plan.launch.is_some()).count()),
            plans: (0..plans.plans.len()).map(|at| PlanState::new(plans, at, by_partner)).collect(),
            chains: plans.chains.iter().map(|_| ChainState::new(plans, by_partner)).collect(),
            booked: Booked::new(plans.shape.levels),
            strips: Vec::new(),
            released: Vec::new(),
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
    /// has place `at`, dealt out. The first trial of a chunk plays the replay of the baseline deal by deal.
    pub fn play<W: Witness>(
        &mut self,
        setting: &Setting<'_>,
        (draws, at): (&PartnerDraws, usize),
        trial: u64,
        witness: &mut W,
    ) {
        self.start(setting, trial);
        let strips = usize::from(setting.strips.count());
        let mut feeds: Vec<Feed> = (0..strips).map(|strip| Feed::new(setting, strip, trial)).collect();
        let mut launch_sources = Sources::new(&setting.draws, Flow::Launch, trial);
        let months = setting.plans.months;
        for month in 0..months {
            self.start_month(setting, month, W::LISTENS);
            // Who listens hears of every deal of every plan.
            if !W::LISTENS {
                self.lead(setting.plans, month, at == 0);
            }
            let blocks = self.blocks(setting, month, &mut feeds, W::LISTENS);
            let mut count = 0;
            for block in &blocks {
                count = self.load(setting, month, block, &mut feeds);
                self.count_requests(count);
            }
            self.count_launch(setting, month);
            self.review(setting, month);
            if W::LISTENS {
                for (at, plan) in self.plans.iter().enumerate() {
                    witness.reviewed(at, month, &plan.desk, plan.requests);
                }
            }
            for block in &blocks {
                // A month of one block is still in memory.
                if blocks.len() > 1 {
                    count = self.load(setting, month, block, &mut feeds);
                }
                self.draw_auction(block, &mut feeds);
                self.play_block(setting, month, (block, count), witness);
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
        let count = setting.strips.count();
        self.strips.resize(self.strips.len().max(usize::from(count)), Vec::new());
        for (strip, before) in (0..count).zip(&mut self.strips) {
            let flow = Flow::Market(strip);
            setting.strips.calendar.draw(&setting.draws, flow, trial, &mut self.marks, before);
        }
        self.plays.end();
        self.waits.end();
        let calendars = &setting.releases.calendars;
        self.released.resize(self.released.len().max(calendars.len()), Vec::new());
        for ((_, calendar), before) in calendars.iter().zip(&mut self.released) {
            calendar.draw(&setting.draws, Flow::Launch, trial, &mut self.marks, before);
        }
        for plan in &mut self.plans {
            plan.start(setting.plans);
        }
        for (chain, rules) in self.chains.iter_mut().zip(&setting.plans.chains) {
            chain.start(setting.plans, rules, &setting.tickets, &setting.draws, trial);
        }
    }

    fn start_month(&mut self, setting: &Setting<'_>, month: usize, told: bool) {
        let plans = setting.plans;
        if month.is_multiple_of(YEAR_MONTHS) || plans.plans.iter().any(|plan| plan.from == month) {
            self.group(setting, month, told);
        }
        for play in self.plays.active_mut() {
            play.accounts.start_month(month);
        }
        for wait in self.waits.active_mut() {
            wait.accounts.cells.start_month(month);
        }
        for plan in &mut self.plans {
            plan.requests = 0;
            plan.difference.start_month(month);
            if let Some(launch) = &mut plan.launch {
                launch.cells.start_month(month);
            }
            if month.is_multiple_of(YEAR_MONTHS) {
                plan.start_year();
            }
        }
    }
}
