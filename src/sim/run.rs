//! Trials on all threads: fixed chunks, each with its own working memory, integer sums merged as they finish.

use std::sync::Mutex;

use rayon::prelude::*;

use crate::model::horizon::YEAR_MONTHS;
use crate::model::run_rate::Trade;
use crate::outcome::{Business, Dimension, Field, Shape, Tally};
use crate::plan::Plans;
use crate::sim::breakdown::{PartnerSums, Sums};
use crate::sim::check::{self, CheckFailed};
use crate::sim::run_rate::RunRateChunk;
use crate::sim::trial::{PlanState, Setting, Workspace};

/// Trials that are played together on one thread.
pub const CHUNK: usize = 64;

/// All that is kept of a run.
#[derive(Debug)]
pub struct Trials {
    /// Number of trials.
    pub count: usize,
    /// Number of programmes, the baseline first.
    pub programmes: usize,
    /// Totals over the horizon, by trial and programme.
    totals: Vec<Tally>,
    /// Sums by row of the breakdown, for each programme.
    pub breakdown: Vec<Sums>,
    /// Sums by partner of the pool, for each programme: what deals brought.
    pub deals: Vec<PartnerSums>,
    /// Sums by partner, for each programme: what run-rate business brought.
    pub run_rate: Vec<PartnerSums>,
}

impl Trials {
    /// The totals of a programme in a trial.
    pub fn total(&self, trial: usize, programme: usize) -> &Tally {
        &self.totals[trial * self.programmes + programme]
    }
}

/// Plays `count` trials of the plans; `progress` hears how many trials were finished since it last heard.
///
/// # Errors
/// The first identity of docs/model.md, "What must hold", that a trial breaks.
pub fn run(plans: &Plans, seed: u64, count: usize, progress: &(dyn Fn(usize) + Sync)) -> Result<Trials, CheckFailed> {
    let setting = Setting::new(plans, seed);
    let programmes = plans.programmes();
    let mut totals = vec![Tally::default(); count * programmes];
    let sums = Mutex::new(ChunkSums::new(plans));
    totals
        .par_chunks_mut(CHUNK * programmes)
        .enumerate()
        .map_init(
            || ChunkWork::new(&setting),
            |work, (chunk, totals)| {
                let trials = totals.len() / programmes;
                work.play(&setting, chunk * CHUNK, totals)?;
                sums.lock().unwrap_or_else(|poisoned| poisoned.into_inner()).merge(&work.sums);
                progress(trials);
                Ok(())
            },
        )
        // The first failure in the order of trials, whichever thread met one first.
        .collect::<Vec<Result<(), CheckFailed>>>()
        .into_iter()
        .collect::<Result<(), CheckFailed>>()?;
    let sums = sums.into_inner().unwrap_or_else(|poisoned| poisoned.into_inner());
    let run_rate = (0..programmes).map(|plan| run_rate_partners(plans, &sums.spells, plan)).collect();
    Ok(Trials { count, programmes, totals, breakdown: sums.breakdown, deals: sums.deals, run_rate })
}

/// Does something on a number of threads, or on one a core; the figures do not depend on it.
pub fn on_threads<T: Send>(threads: Option<usize>, task: impl FnOnce() -> T + Send) -> T {
    match threads.map(|threads| rayon::ThreadPoolBuilder::new().num_threads(threads).build()) {
        Some(Ok(pool)) => pool.install(task),
        // A pool that cannot be made is not worth failing for.
        Some(Err(_)) | None => task(),
    }
}

/// What a chunk adds to the sums of the run.
#[derive(Debug)]
struct ChunkSums {
    breakdown: Vec<Sums>,
    deals: Vec<PartnerSums>,
    /// Run-rate trade by spell and partner.
    spells: Vec<Trade>,
}

impl ChunkSums {
    fn new(plans: &Plans) -> ChunkSums {
        let programmes = plans.programmes();
        ChunkSums {
            breakdown: vec![Sums::new(plans.shape.len()); programmes],
            deals: vec![PartnerSums::new(plans.pool()); programmes],
            spells: vec![Trade::default(); plans.spells.len() * plans.members.len()],
        }
    }

    fn merge(&mut self, other: &ChunkSums) {
        for (sums, added) in self.breakdown.iter_mut().zip(&other.breakdown) {
            sums.merge(added);
        }
        for (sums, added) in self.deals.iter_mut().zip(&other.deals) {
            sums.merge(added);
        }
        for (sum, added) in self.spells.iter_mut().zip(&other.spells) {
            *sum += *added;
        }
    }

    fn clear(&mut self) {
        self.breakdown.iter_mut().for_each(Sums::clear);
        self.deals.iter_mut().for_each(PartnerSums::clear);
    }
}

/// The memory of a thread.
struct ChunkWork {
    workspace: Workspace,
    run_rate: RunRateChunk,
    sums: ChunkSums,
}

impl ChunkWork {
    fn new(setting: &Setting<'_>) -> ChunkWork {
        ChunkWork {
            workspace: Workspace::new(setting),
            run_rate: RunRateChunk::new(setting.plans),
            sums: ChunkSums::new(setting.plans),
        }
    }

    fn play(&mut self, setting: &Setting<'_>, first: usize, totals: &mut [Tally]) -> Result<(), CheckFailed> {
        let plans = setting.plans;
        let programmes = plans.programmes();
        let count = totals.len() / programmes;
        self.sums.clear();
        self.run_rate.play(plans, &setting.draws, first as u64, count);
        if !self.run_rate.adds_up(count) {
            return Err(CheckFailed::new(first, 0, "run-rate business by partner = by level"));
        }
        for (at, totals) in totals.chunks_mut(programmes).enumerate() {
            let trial = first + at;
            self.workspace.play(setting, trial as u64);
            let states = self.workspace.outcomes();
            for (plan, state) in states.iter_mut().enumerate() {
                book_run_rate(plans, &self.run_rate, plan, at, &mut state.rows);
            }
            count_worse_off(plans, &self.run_rate, at, states);
            check::trial(plans, trial, states)?;
            let (baseline, _) = states.split_at(1);
            for (plan, state) in states[..programmes].iter().enumerate() {
                totals[plan] = total(&plans.shape, &state.rows);
                self.sums.breakdown[plan].add(&state.rows, &baseline[0].rows);
                self.sums.deals[plan].add(&state.partners);
            }
        }
        self.sums.spells.copy_from_slice(self.run_rate.by_partner());
        Ok(())
    }
}

/// The total of all rows: the months', as everything happens in a month.
pub fn total(shape: &Shape, rows: &[Tally]) -> Tally {
    let mut total = Tally::default();
    for row in shape.rows(Dimension::Month) {
        total += &rows[row];
    }
    total
}

fn tally_of(trade: &Trade) -> Tally {
    let revenue = trade.purchases - trade.distributor;
    let mut tally = Tally::default();
    tally[Field::CustomerSpend] = trade.sales.minor();
    tally[Field::RunRateSpend] = trade.sales.minor();
    tally[Field::FrontMargin] = (trade.sales - trade.purchases).minor();
    tally[Field::RunRateMargin] = (trade.sales - trade.purchases).minor();
    tally[Field::DistributorMargin] = trade.distributor.minor();
    tally[Field::NetRevenue] = revenue.minor();
    tally[Field::GrossProfit] = (revenue - trade.cost).minor();
    tally
}

fn book_run_rate(plans: &Plans, chunk: &RunRateChunk, plan: usize, trial: usize, rows: &mut [Tally]) {
    let shape = &plans.shape;
    for at in &plans.plans[plan].spells {
        let spell = &plans.spells[*at];
        let run_rate = &plans.run_rates[spell.run_rate];
        let mut all = Trade::default();
        for level in 0..shape.levels {
            let trade = chunk.level(*at, trial, level);
            rows[shape.row(Dimension::Level, level)] += &tally_of(trade);
            all += *trade;
        }
        rows[shape.row(Dimension::Segment, shape.segments)] += &tally_of(&all);
        rows[shape.row(Dimension::Business, Business::RunRate as usize)] += &tally_of(&all);
        // Before a late start the months are those of the baseline's whole year, to the cent; what rounding by partner
        // leaves over is booked in the month of the start.
        let early = spell.end < spell.year_end;
        let (booking, first, end) = match early {
            true => (year_of_baseline(plans, chunk, spell.year, trial), 0, spell.year_end),
            false => (all, spell.first, spell.end),
        };
        let row = |month: usize| shape.row(Dimension::Month, spell.year * YEAR_MONTHS + month);
        let mut before = Trade::default();
        for month in spell.first..spell.end {
            let booked = run_rate.booked(&booking, first, end, month + 1);
            rows[row(month)] += &tally_of(&(booked - before));
            before = booked;
        }
        if early {
            rows[row(spell.end)] += &tally_of(&(all - before));
        }
    }
}

/// All run-rate business of a fiscal year (from 0) of the baseline, which plays every year in one spell.
fn year_of_baseline(plans: &Plans, chunk: &RunRateChunk, year: usize, trial: usize) -> Trade {
    let mut all = Trade::default();
    for level in 0..plans.shape.levels {
        all += *chunk.level(plans.plans[0].spells[year], trial, level);
    }
    all
}

/// What the run-rate business of a plan brought each partner, from the trade by spell and partner.
fn run_rate_partners(plans: &Plans, spells: &[Trade], plan: usize) -> PartnerSums {
    let members = plans.members.len();
    let mut sums = PartnerSums::new(members);
    for at in &plans.plans[plan].spells {
        let tallies: Vec<Tally> = spells[at * members..(at + 1) * members].iter().map(tally_of).collect();
        sums.add(&tallies);
    }
    sums
}

/// Counts, for each plan, the partners whose net margin is below what it is under the baseline in the same trial.
fn count_worse_off(plans: &Plans, chunk: &RunRateChunk, trial: usize, states: &mut [PlanState]) {
    let (baseline, others) = states.split_at_mut(1);
    let base = &baseline[0];
    for (at, state) in others.iter_mut().enumerate() {
        let spells = [&plans.plans[0].spells, &plans.plans[at + 1].spells];
        let same_run_rate = spells[0] == spells[1];
        let partners = if same_run_rate { state.partners.len() } else { plans.members.len() };
        let mut by_level = vec![0; plans.shape.levels];
        for partner in 0..partners {
            let deals = |state: &PlanState| state.partners.get(partner).map_or(0, |t| t.net_margin().minor());
            let run_rate = |at: usize| chunk.margin(spells[at], partner, trial).minor();
            let change = deals(state) - deals(base) + if same_run_rate { 0 } else { run_rate(1) - run_rate(0) };
            by_level[usize::from(plans.levels[partner])] += i64::from(change < 0);
        }
        let shape = &plans.shape;
        let worse: i64 = by_level.iter().sum();
        for (level, worse) in by_level.iter().enumerate() {
            state.rows[shape.row(Dimension::Level, level)][Field::WorseOff] = *worse;
        }
        for dimension in [Dimension::Segment, Dimension::Business] {
            state.rows[shape.unassigned(dimension)][Field::WorseOff] = worse;
        }
        // It is known when the horizon ends.
        state.rows[shape.row(Dimension::Month, shape.months - 1)][Field::WorseOff] = worse;
    }
}
