//! The requests that waited for a programme's rules: its own deals, played by it alone.

use crate::model::horizon::month_start;
use crate::outcome::Business;
use crate::sim::accounts::Books;
use crate::sim::deals::{Block, Status};
use crate::sim::facts::{BLOCK, Sources, Wanted};
use crate::sim::trial::blocks::early_end;
use crate::sim::trial::{Setting, Workspace};
use crate::sim::witness::{Scene, Witness};

impl Workspace {
    /// Adds the requests that come in the month to those of each plan.
    pub(super) fn count_launch(&mut self, month: usize) {
        for plan in &mut self.plans {
            if let Some(launch) = &plan.launch {
                let before = |month| launch.before[month_start(month)];
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
        let mut in_memory = None;
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
                // Programmes that wait for the same requests have the same draws.
                if in_memory.replace((first, count)) != Some((first, count)) {
                    let wanted = Wanted::all(first as u64, count);
                    sources.draw_registration(&wanted, &mut self.drawn);
                    sources.draw_auction(&wanted, &mut self.drawn);
                }
                launch.facts.read_launch(market, rules, &self.drawn, count);
                launch.facts.read_auction(market, &self.drawn, count, &[true; BLOCK]);
                for i in 0..count {
                    let granted = own.registration.granted(self.drawn.conflict[i], self.drawn.approval[i]);
                    state.status[i] = Status::of(true, granted);
                }
                let early = (launch.before[early_end(plans, own.from)] as usize).saturating_sub(first);
                let levels = state.quoting(plans, own.follows_levels).to_vec();
                let (facts, drawn, moves) = (&launch.facts, &self.drawn, market.moves(month));
                let block = Block { count, market, levels: &levels, facts, drawn, moves };
                if W::LISTENS {
                    let (before, plans) = (launch.before.as_slice(), &[at]);
                    witness.scene(&Scene { business: Business::Launch, month, strip: 0, first, before, plans });
                }
                launch.pool.start_month(month);
                self.table.sell(&block, &mut Books { cells: &mut launch.without, pool: &mut launch.pool });
                let mut hand = state.hand(own, early);
                hand.accounts = Books { cells: &mut launch.difference, pool: &mut launch.pool };
                self.table.quote(&block, &mut [hand], witness);
                first += count;
            }
            state.launch = Some(launch);
        }
    }
}
