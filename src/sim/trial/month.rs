//! The deals of a month: requests, the desk, auctions, and the requests that waited for a rule.

use crate::model::horizon::WORKING_DAYS;
use crate::model::registration::{Candidate, Registration};
use crate::outcome::{Business, Dimension, Field, Tally};
use crate::programme::Regime;
use crate::sim::deals::{Block, Hand, Known, Status};
use crate::sim::facts::{BLOCK, Drawn, Facts};
use crate::sim::trial::blocks::{Feed, Stretch, all_kept};
use crate::sim::trial::readers::Readers;
use crate::sim::trial::{Setting, Workspace};
use crate::sim::witness::{Scene, Witness};

impl Workspace {
    /// Reads what registration asks about in every market, for the first `count` opportunities of the block that was
    /// drawn, and what becomes of it under every plan.
    fn read(&mut self, setting: &Setting<'_>, month: usize, (block, count): (&[Stretch], usize)) {
        let all_kept = all_kept(setting, month, block);
        let Readers { facts, registration, .. } = &setting.readers;
        for at in (0..self.markets.len()).filter(|at| facts[*at] == *at) {
            let (before, rest) = self.markets.split_at_mut(at);
            let market = &mut rest[0];
            match before.get(registration[at]) {
                Some(known) => market.facts.take_registration(&known.facts, count),
                None => market.facts.read_registration(&setting.plans.markets[at], &self.drawn, count),
            }
            if all_kept {
                market.kept[..count].fill(true);
                continue;
            }
            let taken = setting.strips.taken_by(at, month);
            for (kept, height) in market.kept.iter_mut().zip(&self.heights[..count]) {
                *kept = *height < taken;
            }
        }
        let rules = |plan: usize| &setting.plans.plans[setting.plans.ruling(plan, month)].registration;
        for play in self.plays.active() {
            let market = &self.markets[facts[play.market]];
            let mut levels = [0; BLOCK];
            for (level, originator) in levels.iter_mut().zip(&market.facts.originator[..count]) {
                *level = play.levels[*originator as usize];
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

    /// Draws and reads a block up to what becomes of registrations; how many opportunities it has.
    pub(super) fn load(&mut self, setting: &Setting<'_>, month: usize, block: &[Stretch], feeds: &mut [Feed]) -> usize {
        let count = self.draw_registration(setting, month, block, feeds);
        self.read(setting, month, (block, count));
        count
    }

    pub(super) fn count_requests(&mut self, count: usize) {
        for plan in &mut self.plans {
            plan.requests += u64::from(requests(&plan.status[..count]));
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

    /// Plays the block that was read: `count` opportunities.
    pub(super) fn play_block<W: Witness>(
        &mut self,
        setting: &Setting<'_>,
        month: usize,
        (block, count): (&[Stretch], usize),
        witness: &mut W,
    ) {
        self.read_auctions(setting, count);
        let plans = setting.plans;
        let early = self.early(plans, month, block);
        let mut sold = None;
        for first in 0..self.plays.active().len() {
            for group in self.plays.active_mut().iter_mut().filter(|play| play.bids == first) {
                let facts = &self.markets[setting.readers.facts[group.market]].facts;
                let mut hands: Vec<Hand<'_>> = Vec::with_capacity(group.plans.len());
                for (plan, state) in self.plans.iter_mut().enumerate() {
                    if group.plans.contains(&plan) {
                        let rules = &plans.plans[plans.ruling(plan, month)];
                        let led_by = state.leader;
                        let early = if plans.plans[plan].from == month { early } else { 0 };
                        let mut hand = state.hand(Business::Opportunities, rules, early);
                        hand.leader = led_by.and_then(|leader| group.plans.iter().position(|plan| *plan == leader));
                        hands.push(hand);
                    }
                }
                let played = Block {
                    count,
                    market: &plans.markets[group.market],
                    levels: &group.levels,
                    facts,
                    drawn: &self.drawn,
                    moves: plans.markets[group.market].moves(month),
                };
                if W::LISTENS {
                    for Stretch { strip, first, .. } in block.iter().copied() {
                        let (before, plans) = (&self.strips[usize::from(strip)], &group.plans);
                        witness.scene(&Scene { business: Business::Opportunities, month, strip, first, before, plans });
                    }
                }
                let deals = setting.readers.bids[group.market];
                let known = match sold.replace((deals, first)) {
                    Some(before) if before == (deals, first) => Known::Bids,
                    Some((before, _)) if before == deals => Known::Deals,
                    _ => Known::Nothing,
                };
                self.table.sell(&played, known, &mut group.accounts.books());
                self.table.quote(&played, &mut hands, witness);
            }
        }
    }

    /// Reads what auctions ask about in every market that is played, for the first `count` opportunities of a block.
    fn read_auctions(&mut self, setting: &Setting<'_>, count: usize) {
        let plans = setting.plans;
        let Readers { facts, meetings, .. } = &setting.readers;
        let mut met: Vec<usize> = Vec::with_capacity(self.markets.len());
        for at in 0..self.markets.len() {
            let reads = |market: usize| facts[market] == at;
            if !self.plays.active().iter().any(|play| reads(play.market)) {
                continue;
            }
            let (before, rest) = self.markets.split_at_mut(at);
            let market = &mut rest[0];
            match met.iter().find(|known| meetings[**known] == meetings[at]) {
                Some(known) => market.facts.take_meetings(&before[*known].facts, count),
                None => market.facts.read_meetings(&plans.markets[at], &self.drawn, count, &market.kept),
            }
            met.push(at);
            market.facts.read_asks(&plans.markets[at], &self.drawn, count);
        }
    }
}

/// How many requests there are in a block, which is short enough for narrow numbers: many are added up at a time.
#[multiversion::multiversion(targets("x86_64+avx512f+avx512dq+avx512vl+avx512bw", "x86_64+avx2"))]
fn requests(status: &[Status]) -> u16 {
    status.iter().map(|status| u16::from(*status != Status::NO_REQUEST)).fold(0, u16::wrapping_add)
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
