//! The deals of a month: requests, the desk, auctions, and the requests that waited for a rule.

use crate::model::horizon::{WORKING_DAYS, month_start};
use crate::model::registration::{Candidate, Registration};
use crate::outcome::{Business, Dimension, Field, Tally};
use crate::plan::Plans;
use crate::programme::Regime;
use crate::sim::deals::{Block, Hand, Status};
use crate::sim::draws::{Flow, Kind, Source};
use crate::sim::facts::{BLOCK, Drawn, Facts, Sources};
use crate::sim::trial::{Setting, Workspace};
use crate::sim::witness::{Scene, Witness};

/// Days from the start of a programme's own rules that [`Field::EarlyRequests`] counts.
const EARLY_DAYS: usize = 13;

/// The draws of one strip in a trial.
pub(super) struct Feed {
    pub(super) sources: Sources,
    thinning: Source,
}

impl Feed {
    pub(super) fn new(setting: &Setting<'_>, strip: usize, trial: u64) -> Feed {
        let flow = Flow::Market(strip as u16);
        Feed {
            sources: Sources::new(&setting.draws, flow, trial),
            thinning: setting.draws.of_trial(Kind::Thinning, flow, trial),
        }
    }
}

/// A run of entities of one flow: numbers `first` to before `first + count`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stretch {
    pub(super) strip: u16,
    pub(super) first: usize,
    pub(super) count: usize,
}

impl Workspace {
    /// The month's opportunities in stretches of at most a block, strip by strip in the order of their days.
    pub(super) fn stretches(&self, month: usize) -> Vec<Stretch> {
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
    pub(super) fn load(&mut self, setting: &Setting<'_>, month: usize, stretch: &Stretch, feed: &mut Feed) {
        let count = stretch.count;
        feed.sources.draw_registration(stretch.first as u64, count, &mut self.drawn);
        let all_kept = |market: usize| setting.strips.keeps_all(market, month, stretch.strip);
        if !(0..self.markets.len()).all(all_kept) {
            feed.thinning.seek(stretch.first as u64);
            feed.thinning.marks(&mut self.thinning[..count]);
        }
        let read = self.markets.iter_mut().enumerate().filter(|(at, _)| setting.readers[*at] == *at);
        for (at, market) in read {
            market.facts.read_registration(&setting.plans.markets[at], &self.drawn, count);
            if all_kept(at) {
                market.kept.fill(true);
            } else {
                for (kept, mark) in market.kept.iter_mut().zip(&self.thinning[..count]) {
                    *kept = setting.strips.keeps(at, month, stretch.strip, *mark);
                }
            }
        }
        let rules = |plan: usize| &setting.plans.plans[setting.plans.ruling(plan, month)].registration;
        for play in &self.plays[..self.active] {
            let market = &self.markets[setting.readers[play.market]];
            let mut levels = [0; BLOCK];
            for (level, bidders) in levels.iter_mut().zip(&market.facts.bidders[..count]) {
                *level = play.levels[bidders[0] as usize];
            }
            for (place, at) in play.plans.iter().enumerate() {
                match play.plans[..place].iter().find(|known| rules(**known) == rules(*at)) {
                    Some(known) => {
                        let (before, rest) = self.plans.split_at_mut(*at);
                        rest[0].status.copy_from_slice(&*before[*known].status);
                    }
                    None => {
                        let status = &mut self.plans[*at].status;
                        read_status(rules(*at), (&market.facts, &levels, &market.kept), &self.drawn, count, status);
                    }
                }
            }
        }
    }

    pub(super) fn count_requests(&mut self, count: usize) {
        for plan in &mut self.plans {
            let requested = |status: &Status| u16::from(*status != Status::NO_REQUEST);
            // A block is short enough for the narrow numbers that are added up many at a time.
            let requests = plan.status[..count].iter().map(requested).fold(0, u16::wrapping_add);
            plan.requests += u64::from(requests);
        }
    }

    /// The desk's month, now that its requests are known.
    pub(super) fn review(&mut self, setting: &Setting<'_>, month: usize) {
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

    pub(super) fn play_stretch<W: Witness>(
        &mut self,
        setting: &Setting<'_>,
        month: usize,
        stretch: &Stretch,
        witness: &mut W,
    ) {
        let plans = setting.plans;
        for (at, market) in self.markets.iter_mut().enumerate() {
            let reads = |market: usize| setting.readers[market] == at;
            if !self.plays[..self.active].iter().any(|play| reads(play.market)) {
                continue;
            }
            market.facts.read_auction(&plans.markets[at], &self.drawn, stretch.count, &market.kept);
            for group in self.plays[..self.active].iter_mut().filter(|play| reads(play.market)) {
                let before = &self.strips[usize::from(stretch.strip)];
                let mut hands: Vec<Hand<'_>> = Vec::with_capacity(group.plans.len());
                for (plan, state) in self.plans.iter_mut().enumerate() {
                    if group.plans.contains(&plan) {
                        let from = plans.plans[plan].from;
                        let early = if month < from { 0 } else { before[early_end(plans, from)] as usize };
                        let rules = &plans.plans[plans.ruling(plan, month)];
                        let led_by = state.leader;
                        let mut hand = state.hand(rules, early.saturating_sub(stretch.first));
                        hand.leader = led_by.and_then(|leader| group.plans.iter().position(|plan| *plan == leader));
                        hands.push(hand);
                    }
                }
                let block = Block {
                    count: stretch.count,
                    market: &plans.markets[group.market],
                    levels: &group.levels,
                    facts: &market.facts,
                    drawn: &self.drawn,
                    moves: plans.markets[group.market].moves(month),
                };
                if W::LISTENS {
                    let Stretch { strip, first, .. } = *stretch;
                    let (business, plans) = (Business::Opportunities, &group.plans);
                    witness.scene(&Scene { business, month, strip, first, before, plans });
                }
                self.table.sell(&block, &mut group.accounts.books());
                self.table.quote(&block, &mut hands, witness);
            }
        }
    }
}

/// What becomes of the first `count` opportunities of a block under registration rules, with the level of the partner
/// that brings each, and whether it exists.
// Compiled for several processors, the widest one present being chosen when the program runs. Nothing is computed here
// but comparisons, so the results are the same.
#[multiversion::multiversion(targets("x86_64+avx512f+avx512dq+avx512vl", "x86_64+avx2"))]
fn read_status(
    rules: &Registration,
    (facts, levels, kept): (&Facts, &[u8; BLOCK], &[bool; BLOCK]),
    drawn: &Drawn,
    count: usize,
    status: &mut [Status; BLOCK],
) {
    if rules.regime == Regime::None {
        return status.fill(Status::NO_REQUEST);
    }
    for i in 0..count.min(BLOCK) {
        let candidate = Candidate {
            list: facts.list[i],
            level: usize::from(levels[i]),
            newest: facts.newest[i],
            new_account: facts.new_account[i],
            last_order: drawn.last_order[i],
        };
        let requested = kept[i] & rules.eligible(&candidate) & rules.propensity.hits(drawn.registers[i]);
        status[i] = Status::of(requested, rules.granted(drawn.conflict[i], drawn.approval[i]));
    }
}

/// The day before which requests of a programme that starts in month `from` are early ones.
pub(super) fn early_end(plans: &Plans, from: usize) -> usize {
    (month_start(from) + EARLY_DAYS).min(month_start(plans.months))
}
