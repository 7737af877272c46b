//! One trial: month by month, every plan on the same draws.

use crate::model::horizon::{WORKING_DAYS, YEAR_MONTHS, month_start};
use crate::model::registration::{Candidate, Registration};
use crate::outcome::{Dimension, Field, Tally};
use crate::plan::Plans;
use crate::sim::arrivals::{Calendar, Strips};
use crate::sim::deals::{Auctions, Block, Hand, Status, play};
use crate::sim::draws::{Draws, Flow, Kind, Source};
use crate::sim::facts::{BLOCK, Drawn, Facts, Sources};
use crate::units::Money;

mod booking;
mod state;

use booking::change_market;
use state::MarketState;
pub use state::PlanState;

/// Days from the start of a programme's own rules that [`Field::EarlyRequests`] counts.
const EARLY_DAYS: usize = 13;

/// What every trial of a run uses and none changes.
#[derive(Debug)]
pub struct Setting<'a> {
    /// The plans.
    pub plans: &'a Plans,
    /// The draws.
    pub draws: Draws,
    strips: Strips,
    /// The calendar of each plan's launch.
    launches: Vec<Option<Calendar>>,
}

impl<'a> Setting<'a> {
    /// Prepares a run.
    pub fn new(plans: &'a Plans, seed: u64) -> Setting<'a> {
        let launches =
            plans.plans.iter().map(|plan| plan.launch.as_ref().map(|launch| Calendar::new(&launch.daily))).collect();
        Setting { plans, draws: Draws::new(seed), strips: Strips::new(plans), launches }
    }
}

/// The working memory of one thread, made once and used for trial after trial.
#[derive(Debug)]
pub struct Workspace {
    drawn: Box<Drawn>,
    auctions: Box<Auctions>,
    marks: Vec<u32>,
    thinning: Vec<u32>,
    markets: Vec<MarketState>,
    plans: Vec<PlanState>,
    /// Arrivals before each day, by strip.
    strips: Vec<Vec<u32>>,
}

/// The draws of one strip in a trial.
struct Feed {
    sources: Sources,
    thinning: Source,
}

impl Feed {
    fn new(setting: &Setting<'_>, strip: usize, trial: u64) -> Feed {
        let flow = Flow::Market(strip as u16);
        Feed {
            sources: Sources::new(&setting.draws, flow, trial),
            thinning: setting.draws.of_trial(Kind::Thinning, flow, trial),
        }
    }
}

/// A run of entities of one flow: numbers `first` to before `first + count`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Stretch {
    strip: u16,
    first: usize,
    count: usize,
}

impl Workspace {
    /// Memory for a setting's trials.
    pub fn new(setting: &Setting<'_>) -> Workspace {
        let plans = setting.plans;
        Workspace {
            drawn: Box::default(),
            auctions: Box::default(),
            marks: Vec::new(),
            thinning: vec![0; BLOCK],
            markets: plans.markets.iter().map(|_| MarketState::new(plans)).collect(),
            plans: setting.launches.iter().map(|launch| PlanState::new(plans, launch.is_some())).collect(),
            strips: vec![Vec::new(); usize::from(setting.strips.count())],
        }
    }

    /// What each plan's trial came to; the run-rate business is not in it.
    pub fn outcomes(&mut self) -> &mut [PlanState] {
        &mut self.plans
    }

    /// Plays the deals of a trial under every plan.
    pub fn play(&mut self, setting: &Setting<'_>, trial: u64) {
        self.start(setting, trial);
        let mut feeds: Vec<Feed> = (0..self.strips.len()).map(|strip| Feed::new(setting, strip, trial)).collect();
        let mut launch_sources = Sources::new(&setting.draws, Flow::Launch, trial);
        for month in 0..setting.plans.months {
            self.start_month(setting, month);
            let stretches = self.stretches(month);
            for stretch in &stretches {
                self.load(setting, month, stretch, &mut feeds[usize::from(stretch.strip)]);
                self.count_requests(stretch.count);
            }
            self.count_launch(month);
            self.review(setting, month);
            for stretch in &stretches {
                // A month of one stretch is still in memory.
                if stretches.len() > 1 {
                    self.load(setting, month, stretch, &mut feeds[usize::from(stretch.strip)]);
                }
                let feed = &mut feeds[usize::from(stretch.strip)];
                feed.sources.draw_auction(stretch.first as u64, stretch.count, &mut self.drawn);
                self.play_stretch(setting, month, stretch);
            }
            self.play_launch(setting, month, &mut launch_sources);
            self.close_month(setting, month);
        }
        self.close(setting);
    }

    fn start(&mut self, setting: &Setting<'_>, trial: u64) {
        for (strip, before) in self.strips.iter_mut().enumerate() {
            let flow = Flow::Market(strip as u16);
            setting.strips.calendar.draw(&setting.draws, flow, trial, &mut self.marks, before);
        }
        for market in &mut self.markets {
            market.accounts.next_trial();
        }
        for (plan, calendar) in self.plans.iter_mut().zip(&setting.launches) {
            plan.difference.next_trial();
            plan.backlog = 0.0;
            plan.rows.fill(Tally::default());
            if let (Some(launch), Some(calendar)) = (&mut plan.launch, calendar) {
                launch.without.next_trial();
                launch.difference.next_trial();
                calendar.draw(&setting.draws, Flow::Launch, trial, &mut self.marks, &mut launch.before);
            }
        }
    }

    fn start_month(&mut self, setting: &Setting<'_>, month: usize) {
        for market in &mut self.markets {
            market.accounts.next_month();
        }
        for (at, plan) in self.plans.iter_mut().enumerate() {
            let own = &setting.plans.plans[at];
            plan.requests = 0;
            plan.difference.next_month();
            if let Some(launch) = &mut plan.launch {
                launch.without.next_month();
                launch.difference.next_month();
            }
            if month.is_multiple_of(YEAR_MONTHS) {
                plan.paid = Money::ZERO;
            }
            if month == own.from && own.market != setting.plans.plans[0].market {
                // Until now the partners earned in the baseline's market.
                change_market(
                    &mut plan.difference.partners,
                    &self.markets[setting.plans.plans[0].market].accounts.partners,
                    &self.markets[own.market].accounts.partners,
                );
            }
        }
    }

    /// The month's opportunities in stretches of at most a block, strip by strip in the order of their days.
    fn stretches(&self, month: usize) -> Vec<Stretch> {
        let mut stretches = Vec::new();
        for (strip, before) in self.strips.iter().enumerate() {
            let mut first = before[month_start(month)] as usize;
            let end = before[month_start(month + 1)] as usize;
            while first < end {
                let count = (end - first).min(BLOCK);
                stretches.push(Stretch { strip: strip as u16, first, count });
                first += count;
            }
        }
        stretches
    }

    /// Reads what registration asks about in every market, and what becomes of it under every plan.
    fn load(&mut self, setting: &Setting<'_>, month: usize, stretch: &Stretch, feed: &mut Feed) {
        let count = stretch.count;
        feed.sources.draw_registration(stretch.first as u64, count, &mut self.drawn);
        let all_kept = |market: usize| setting.strips.keeps_all(market, month, stretch.strip);
        if !(0..self.markets.len()).all(all_kept) {
            feed.thinning.seek(stretch.first as u64);
            feed.thinning.marks(&mut self.thinning[..count]);
        }
        for (at, market) in self.markets.iter_mut().enumerate() {
            market.facts.read_registration(&setting.plans.markets[at], &setting.plans.levels, &self.drawn, count);
            if all_kept(at) {
                market.kept.fill(true);
            } else {
                for (kept, mark) in market.kept.iter_mut().zip(&self.thinning[..count]) {
                    *kept = setting.strips.keeps(at, month, stretch.strip, *mark);
                }
            }
        }
        for at in 0..self.plans.len() {
            let ruling = &setting.plans.plans[setting.plans.ruling(at, month)];
            let same = |other: &usize| {
                let other = &setting.plans.plans[setting.plans.ruling(*other, month)];
                other.market == ruling.market && other.registration == ruling.registration
            };
            let (before, rest) = self.plans.split_at_mut(at);
            match (0..at).find(same) {
                Some(known) => rest[0].status.copy_from_slice(&*before[known].status),
                None => {
                    let market = &self.markets[ruling.market];
                    let kept = &market.kept[..count];
                    read_status(&ruling.registration, &market.facts, &self.drawn, kept, &mut rest[0].status);
                }
            }
        }
    }

    fn count_requests(&mut self, count: usize) {
        for plan in &mut self.plans {
            plan.requests += plan.status[..count].iter().filter(|status| **status != Status::NO_REQUEST).count() as u64;
        }
    }

    fn count_launch(&mut self, month: usize) {
        for plan in &mut self.plans {
            if let Some(launch) = &plan.launch {
                let before = |month| launch.before[month_start(month)];
                plan.requests += u64::from(before(month + 1) - before(month));
            }
        }
    }

    /// The desk's month, now that its requests are known.
    fn review(&mut self, setting: &Setting<'_>, month: usize) {
        let shape = &setting.plans.shape;
        for (at, plan) in self.plans.iter_mut().enumerate() {
            let desk = &setting.plans.plans[setting.plans.ruling(at, month)].desk;
            plan.desk = desk.month(plan.requests, plan.backlog);
            plan.backlog = plan.desk.backlog;
            let work = desk.minutes_per_request * 1_000.0 * plan.requests as f64;
            let capacity = desk.capacity_per_day() * desk.minutes_per_request * 1_000.0 * WORKING_DAYS;
            let mut tally = Tally::default();
            tally[Field::DeskCost] = desk.cost(plan.requests).minor();
            tally[Field::DeskWork] = work.round() as i64;
            tally[Field::DeskCapacity] = capacity.round() as i64;
            tally[Field::WaitedMicroDays] = (plan.desk.wait * plan.requests as f64 * 1e6).round() as i64;
            for dimension in [Dimension::Level, Dimension::Segment, Dimension::Business] {
                plan.rows[shape.unassigned(dimension)] += &tally;
            }
            plan.rows[shape.row(Dimension::Month, month)] += &tally;
        }
    }

    fn play_stretch(&mut self, setting: &Setting<'_>, month: usize, stretch: &Stretch) {
        let plans = setting.plans;
        for (at, market) in self.markets.iter_mut().enumerate() {
            let rules = |plan: usize| &plans.plans[plans.ruling(plan, month)];
            if !(0..self.plans.len()).any(|plan| rules(plan).market == at) {
                continue;
            }
            market.facts.read_auction(&plans.markets[at], &self.drawn, stretch.count, &market.kept);
            let before = &self.strips[usize::from(stretch.strip)];
            let mut hands: Vec<Hand<'_>> = self
                .plans
                .iter_mut()
                .enumerate()
                .filter(|(plan, _)| rules(*plan).market == at)
                .map(|(plan, state)| {
                    let from = plans.plans[plan].from;
                    let early = if month < from { 0 } else { before[early_end(plans, from)] as usize };
                    state.hand(rules(plan), early.saturating_sub(stretch.first))
                })
                .collect();
            let block =
                Block { market: &plans.markets[at], levels: &plans.levels, facts: &market.facts, drawn: &self.drawn };
            play(&block, &mut self.auctions, &mut market.accounts, &mut hands);
        }
    }

    /// The requests that waited for a plan's rules: each plan's own deals, played by it alone.
    fn play_launch(&mut self, setting: &Setting<'_>, month: usize, sources: &mut Sources) {
        let plans = setting.plans;
        for (at, state) in self.plans.iter_mut().enumerate() {
            let (Some(mut launch), Some(rules)) = (state.launch.take(), plans.plans[at].launch.as_ref()) else {
                continue;
            };
            let own = &plans.plans[at];
            let market = &plans.markets[own.market];
            let end = launch.before[month_start(month + 1)] as usize;
            let mut first = launch.before[month_start(month)] as usize;
            while first < end {
                let count = (end - first).min(BLOCK);
                sources.draw_registration(first as u64, count, &mut self.drawn);
                sources.draw_auction(first as u64, count, &mut self.drawn);
                launch.facts.read_launch(market, rules, &plans.levels, &self.drawn, count);
                launch.facts.read_auction(market, &self.drawn, count, &[true; BLOCK]);
                for i in 0..count {
                    let granted = own.registration.granted(self.drawn.conflict[i], self.drawn.approval[i]);
                    state.status[i] = Status::of(true, granted);
                }
                let early = (launch.before[early_end(plans, own.from)] as usize).saturating_sub(first);
                let mut hand = state.hand(own, early);
                hand.accounts = &mut launch.difference;
                let block = Block { market, levels: &plans.levels, facts: &launch.facts, drawn: &self.drawn };
                play(&block, &mut self.auctions, &mut launch.without, &mut [hand]);
                first += count;
            }
            state.launch = Some(launch);
        }
    }
}

/// What becomes of the opportunities of a block under registration rules; `kept` are those that exist.
fn read_status(rules: &Registration, facts: &Facts, drawn: &Drawn, kept: &[bool], status: &mut [Status; BLOCK]) {
    for (i, kept) in kept.iter().enumerate() {
        let candidate = Candidate {
            list: facts.list[i],
            level: usize::from(facts.level[i]),
            newest: facts.newest[i],
            new_account: facts.new_account[i],
            last_order: drawn.last_order[i],
        };
        let requested = kept & rules.eligible(&candidate) & rules.propensity.hits(drawn.registers[i]);
        status[i] = Status::of(requested, rules.granted(drawn.conflict[i], drawn.approval[i]));
    }
}

/// The day before which requests of a programme that starts in month `from` are early ones.
fn early_end(plans: &Plans, from: usize) -> usize {
    (month_start(from) + EARLY_DAYS).min(month_start(plans.months))
}
