//! The requests that waited for a programme's rules: deals of its own, shared with programmes that release the same ones.

use crate::model::horizon::month_start;
use crate::outcome::Business;
use crate::plan::Plan;
use crate::sim::deals::{Block, Hand, Known, Status};
use crate::sim::facts::{BLOCK, Drawn, Sources, Wanted};
use crate::sim::trial::blocks::early_end;
use crate::sim::trial::readers::Readers;
use crate::sim::trial::state::PlanState;
use crate::sim::trial::{Setting, Workspace};
use crate::sim::witness::{Scene, Witness};

impl Workspace {
    /// Adds the requests that come in the month to those of each plan.
    pub(super) fn count_launch(&mut self, setting: &Setting<'_>, month: usize) {
        for (plan, release) in self.plans.iter_mut().zip(&setting.releases.of_plan) {
            if let Some(release) = release {
                let before = |month| self.released[*release][month_start(month)];
                plan.requests += u64::from(before(month + 1) - before(month));
            }
        }
    }

    /// Plays those of a month.
    pub(super) fn play_launch<W: Witness>(
        &mut self,
        setting: &Setting<'_>,
        month: usize,
        sources: &mut Sources,
        witness: &mut W,
    ) {
        let plans = setting.plans;
        let Readers { facts, meetings, launches, .. } = &setting.readers;
        // Which draws are in memory, and what they were read for.
        let mut drawn = None;
        let mut read = [usize::MAX; 3];
        for wait in self.waits.active_mut() {
            let first_plan = wait.plans[0];
            let (release, rules) = (setting.releases.of_plan[first_plan], &plans.plans[first_plan].launch);
            let (Some(release), Some(rules)) = (release, rules) else { continue };
            let before = self.released[release].as_slice();
            let market = &plans.markets[wait.market];
            let end = before[month_start(month + 1)] as usize;
            let mut first = before[month_start(month)] as usize;
            while first < end {
                let count = (end - first).min(BLOCK);
                // Programmes that wait for the same requests have the same draws.
                if drawn.replace((first, count)) != Some((first, count)) {
                    let wanted = Wanted::all(first as u64, count);
                    sources.draw_registration(&wanted, &mut self.drawn);
                    sources.draw_auction(&wanted, &mut self.drawn);
                    read = [usize::MAX; 3];
                }
                // Each part of what they mean rests on those before it.
                let reads = [launches[first_plan], meetings[wait.market], facts[wait.market]];
                let known = read.iter().zip(&reads).take_while(|(known, own)| known == own).count();
                read = reads;
                if known == 0 {
                    self.waited.read_launch(market, rules, &self.drawn, count);
                }
                if known <= 1 {
                    self.waited.read_meetings(market, &self.drawn, count, &[true; BLOCK]);
                }
                if known <= 2 {
                    self.waited.read_asks(market, &self.drawn, count);
                }
                let own = self.plans.iter_mut().enumerate().filter(|(at, _)| wait.plans.contains(at));
                let mut hands: Vec<Hand<'_>> = own
                    .map(|(at, state)| {
                        let rules = &plans.plans[at];
                        let early = (before[early_end(plans, rules.from)] as usize).saturating_sub(first);
                        state.read_waited(rules, (&self.drawn, count), month);
                        state.hand(Business::Launch, rules, early)
                    })
                    .collect();
                let (facts, moves) = (&self.waited, market.moves(month));
                let block = Block { count, market, levels: &wait.levels, facts, drawn: &self.drawn, moves };
                if W::LISTENS {
                    let plans = &wait.plans;
                    witness.scene(&Scene { business: Business::Launch, month, strip: 0, first, before, plans });
                }
                wait.accounts.pool.start_month(month);
                self.table.sell(&block, Known::Nothing, &mut wait.accounts.books());
                self.table.quote(&block, &mut hands, witness);
                first += count;
            }
        }
    }
}

impl PlanState {
    /// Reads what becomes of the first `count` requests of a block that waited, in the month in which they come.
    fn read_waited(&mut self, rules: &Plan, (drawn, count): (&Drawn, usize), month: usize) {
        let marks = drawn.conflict.iter().zip(&drawn.approval);
        for (status, (conflict, approval)) in self.status.iter_mut().zip(marks).take(count) {
            *status = Status::of(true, rules.registration.granted(*conflict, *approval));
        }
        self.accounts(Business::Launch).pool.start_month(month);
    }
}
