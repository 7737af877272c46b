//! Run-rate business of a chunk of trials, partner by partner (docs/model.md, "Run-rate business").

use crate::model::population::Member;
use crate::model::run_rate::{RunRate, Trade};
use crate::plan::Plans;
use crate::quantile;
use crate::sim::draws::{Draws, Flow, Kind};
use crate::sim::run::CHUNK;
use crate::units::Money;

/// The run-rate business of the plans' spells in a chunk of trials.
#[derive(Debug)]
pub struct RunRateChunk {
    levels: usize,
    members: usize,
    /// By spell, trial of the chunk and level.
    by_level: Vec<Trade>,
    /// By spell and partner, summed over the chunk's trials.
    by_partner: Vec<Trade>,
    /// Front margin by spell, partner and trial; only kept where plans differ in it.
    margins: Vec<Money>,
}

/// Steps between the streams of one partner's fiscal years.
const YEAR_STEP: u64 = 0x9E37_79B9_7F4A_7C15;

impl RunRateChunk {
    /// Empty, for the plans' spells.
    pub fn new(plans: &Plans) -> RunRateChunk {
        let (spells, members, levels) = (plans.spells.len(), plans.members.len(), plans.shape.levels);
        let differs = plans.run_rates.len() > 1;
        RunRateChunk {
            levels,
            members,
            by_level: vec![Trade::default(); spells * CHUNK * levels],
            by_partner: vec![Trade::default(); spells * members],
            margins: vec![Money::ZERO; if differs { spells * members * CHUNK } else { 0 }],
        }
    }

    /// Plays the trials `first` to before `first + count`.
    pub fn play(&mut self, plans: &Plans, draws: &Draws, first: u64, count: usize) {
        self.by_level.fill(Trade::default());
        self.by_partner.fill(Trade::default());
        let factors = common_factors(plans, draws, first, count);
        let years = plans.spells.iter().map(|spell| spell.year + 1).max().unwrap_or(0);
        let mut shocks = Shocks::default();
        for (place, member) in plans.members.iter().enumerate() {
            for year in 0..years {
                shocks.draw(draws, member, year, first, count);
                for at in (0..plans.spells.len()).filter(|at| plans.spells[*at].year == year) {
                    let own = shocks.factors(plans.run_rates[plans.spells[at].run_rate].own_sd);
                    self.play_partner(plans, (at, place), &factors[at * CHUNK..][..count], own);
                }
            }
        }
    }

    /// The trade of a partner, by place, in a spell; `common` and `own` are the trials' factors on its purchases.
    fn play_partner(&mut self, plans: &Plans, (at, place): (usize, usize), common: &[f64], own: &[f64]) {
        let (spell, member) = (&plans.spells[at], &plans.members[place]);
        let run_rate = &plans.run_rates[spell.run_rate];
        let entered = member.purchases.minor() as f64;
        let mut sum = Trade::default();
        for (trial, (common, own)) in common.iter().zip(own).enumerate() {
            let year = run_rate.trade(RunRate::purchases(entered, *common, *own), member.level);
            // Parts of a year are rounded on the running total, so that they add up to the whole.
            let before = |month| run_rate.booked(&year, 0, spell.year_end, month);
            let trade = if spell.is_whole() { year } else { before(spell.end) - before(spell.first) };
            self.by_level[(at * CHUNK + trial) * self.levels + member.level] += trade;
            sum += trade;
            if let Some(kept) = self.margins.get_mut((at * self.members + place) * CHUNK + trial) {
                *kept = trade.sales - trade.purchases;
            }
        }
        self.by_partner[at * self.members + place] = sum;
    }

    /// The trade of a level in a spell of a trial of the chunk.
    pub fn level(&self, spell: usize, trial: usize, level: usize) -> &Trade {
        &self.by_level[(spell * CHUNK + trial) * self.levels + level]
    }

    /// The trade by spell and partner, summed over the chunk's trials.
    pub fn by_partner(&self) -> &[Trade] {
        &self.by_partner
    }

    /// A partner's front margin over the spells of a plan in a trial; zero for all where no plan differs.
    pub fn margin(&self, spells: &[usize], partner: usize, trial: usize) -> Money {
        let at = |spell: &usize| (spell * self.members + partner) * CHUNK + trial;
        spells.iter().filter_map(|spell| self.margins.get(at(spell)).copied()).sum()
    }

    /// Whether partners and levels add up to the same, in every spell.
    pub fn adds_up(&self, count: usize) -> bool {
        let spells = self.by_partner.len() / self.members.max(1);
        (0..spells).all(|spell| {
            let mut by_level = Trade::default();
            for trade in &self.by_level[spell * CHUNK * self.levels..][..count * self.levels] {
                by_level += *trade;
            }
            let mut by_partner = Trade::default();
            for trade in &self.by_partner[spell * self.members..][..self.members] {
                by_partner += *trade;
            }
            by_level == by_partner
        })
    }
}

/// The own shocks of a partner in a fiscal year of a chunk's trials.
#[derive(Debug)]
pub struct Shocks {
    bits: [u64; CHUNK],
    normals: [f64; CHUNK],
    factors: [f64; CHUNK],
    count: usize,
}

impl Default for Shocks {
    fn default() -> Shocks {
        Shocks { bits: [0; CHUNK], normals: [0.0; CHUNK], factors: [0.0; CHUNK], count: 0 }
    }
}

impl Shocks {
    /// Draws the shocks of the trials `first` to before `first + count`.
    pub fn draw(&mut self, draws: &Draws, member: &Member, year: usize, first: u64, count: usize) {
        self.count = count;
        let key = member.key.wrapping_add(YEAR_STEP.wrapping_mul(year as u64));
        let mut source = draws.of_entity(Kind::OwnShock, key);
        source.seek(first * 2);
        source.bits(&mut self.bits[..count]);
        quantile::normals(&self.bits[..count], &mut self.normals[..count]);
    }

    /// The factors they put on purchases at a standard deviation.
    pub fn factors(&mut self, sd: f64) -> &[f64] {
        let factors = &mut self.factors[..self.count];
        for (factor, z) in factors.iter_mut().zip(&self.normals) {
            *factor = sd * z;
        }
        quantile::exps(factors);
        factors
    }
}

/// What all partners share, by spell and trial.
fn common_factors(plans: &Plans, draws: &Draws, first: u64, count: usize) -> Vec<f64> {
    let mut factors = vec![0.0; plans.spells.len() * CHUNK];
    for trial in 0..count {
        let mut source = draws.of_trial(Kind::CommonShock, Flow::Market(0), first + trial as u64);
        let mut shocks = [0; 5];
        source.bits(&mut shocks);
        for (at, spell) in plans.spells.iter().enumerate() {
            let shock = quantile::normal(quantile::uniform(shocks[spell.year]));
            factors[at * CHUNK + trial] =
                plans.run_rates[spell.run_rate].common_factor(spell.year, spell.year_end, shock);
        }
    }
    factors
}
