//! What is drawn for each partner in a chunk of trials: run-rate purchases, training, enrolment and indicators
//! (docs/model.md, "Run-rate business", "Levels" and "Indicators").
//!
//! Draws are keyed by partner, so they are made partner by partner for all trials of the chunk; they are kept trial by
//! trial, which is how they are read.

use crate::model::horizon::YEAR_MONTHS;
use crate::model::run_rate::Demand;
use crate::plan::Plans;
use crate::quantile;
use crate::sim::chunks::CHUNK;
use crate::sim::draws::{Draws, Flow, Kind};
use crate::units::Money;

/// The draws of a chunk of trials, by partner. They do not depend on any programme; [`PartnerDraws::deal`] maps those of
/// one trial through the plans' own demands.
#[derive(Debug)]
pub struct PartnerDraws {
    members: usize,
    years: usize,
    /// Normal shocks that all partners share, by trial and fiscal year.
    common: Vec<[f64; YEARS]>,
    /// Normal shocks of each partner, by fiscal year, trial and partner.
    shocks: Vec<f64>,
    /// Purchases of the trial that was dealt, by demand, fiscal year and partner.
    purchases: Vec<Money>,
    /// By fiscal year, trial and partner; empty where nobody can fail.
    training: Vec<u32>,
    /// By trial and partner: whether it enrols, whether it shares data; empty without tracks.
    enrolment: Vec<[u32; 2]>,
    /// The keys of the indicators that are drawn.
    keys: Vec<u64>,
    /// By fiscal year, trial, indicator and partner.
    indicators: Vec<f32>,
}

/// The most fiscal years of a horizon.
const YEARS: usize = 5;
/// Steps between the streams of one partner's fiscal years.
const YEAR_STEP: u64 = 0x9E37_79B9_7F4A_7C15;
/// Partners whose purchases are worked out together.
const DEALT: usize = 512;

impl PartnerDraws {
    /// Memory for the plans' partners; with `all`, also for draws that other plans of the same partners may ask for.
    pub fn new(plans: &Plans, all: bool) -> PartnerDraws {
        let (members, years) = (plans.members.len(), plans.months.div_ceil(YEAR_MONTHS));
        let mut keys: Vec<u64> = Vec::new();
        for tracks in plans.offices.iter().filter_map(|office| office.tracks.as_ref()) {
            keys.extend(tracks.card.keys());
        }
        keys.sort_unstable();
        keys.dedup();
        let trains = all || plans.offices.iter().any(|office| office.ladder.pass.probability() < 1.0);
        let tracks = plans.offices.iter().any(|office| office.tracks.is_some());
        let each = CHUNK * members;
        PartnerDraws {
            members,
            years,
            common: vec![[0.0; YEARS]; CHUNK],
            shocks: vec![0.0; years * each],
            purchases: Vec::new(),
            training: vec![0; if trains { years * each } else { 0 }],
            enrolment: vec![[0; 2]; if tracks { each } else { 0 }],
            indicators: vec![0.0; keys.len() * years * each],
            keys,
        }
    }

    /// Draws the trials `first` to before `first + count`.
    pub fn draw(&mut self, plans: &Plans, draws: &Draws, first: u64, count: usize) {
        for (trial, common) in self.common[..count].iter_mut().enumerate() {
            let mut shocks = [0; YEARS];
            draws.of_trial(Kind::CommonShock, Flow::Market(0), first + trial as u64).bits(&mut shocks);
            *common = shocks.map(|shock| quantile::normal(quantile::uniform(shock)));
        }
        let mut shocks = Shocks::default();
        let mut marks = [0; CHUNK * 2];
        for (place, member) in plans.members.iter().enumerate() {
            for year in 0..self.years {
                shocks.draw(draws, (Kind::OwnShock, year_key(member.key, year)), first, count);
                for (trial, normal) in shocks.normals().iter().enumerate() {
                    self.shocks[(year * CHUNK + trial) * self.members + place] = *normal;
                }
                if !self.training.is_empty() {
                    let mut source = draws.of_entity(Kind::Training, year_key(member.key, year));
                    source.seek(first);
                    source.marks(&mut marks[..count]);
                    for (trial, mark) in marks[..count].iter().enumerate() {
                        self.training[(year * CHUNK + trial) * self.members + place] = *mark;
                    }
                }
                for (slot, key) in self.keys.iter().enumerate() {
                    let stream = (Kind::Indicators, year_key(member.key ^ key, year));
                    shocks.draw(draws, stream, first, count);
                    for (trial, normal) in shocks.normals().iter().enumerate() {
                        let row = (year * CHUNK + trial) * self.keys.len() + slot;
                        self.indicators[row * self.members + place] = *normal as f32;
                    }
                }
            }
            if !self.enrolment.is_empty() {
                let mut source = draws.of_entity(Kind::Enrolment, member.key);
                source.seek(first * 2);
                source.marks(&mut marks[..count * 2]);
                for trial in 0..count {
                    self.enrolment[trial * self.members + place] = [marks[trial * 2], marks[trial * 2 + 1]];
                }
            }
        }
    }

    /// Works out what every partner buys in trial `at` of the chunk under each of the plans' demands.
    pub fn deal(&mut self, plans: &Plans, at: usize) {
        self.purchases.resize(plans.demands.len() * self.years * self.members, Money::ZERO);
        let mut rows = self.purchases.chunks_mut(self.members.max(1));
        for demand in &plans.demands {
            for (year, row) in (0..self.years).zip(&mut rows) {
                let end = (plans.months - year * YEAR_MONTHS).min(YEAR_MONTHS);
                let common = demand.common_factor(year, end, self.common[at][year]);
                let shocks = &self.shocks[(year * CHUNK + at) * self.members..][..self.members];
                let mut factors = [0.0; DEALT];
                for ((row, shocks), entered) in
                    row.chunks_mut(DEALT).zip(shocks.chunks(DEALT)).zip(plans.columns.purchases.chunks(DEALT))
                {
                    let factors = &mut factors[..shocks.len()];
                    for (factor, shock) in factors.iter_mut().zip(shocks) {
                        *factor = demand.own_sd * shock;
                    }
                    quantile::exps(factors);
                    for ((purchases, own), entered) in row.iter_mut().zip(factors.iter()).zip(entered) {
                        *purchases = Demand::purchases(entered.minor() as f64, common, *own);
                    }
                }
            }
        }
    }

    /// Purchases of all partners in a fiscal year of the trial that was dealt.
    pub fn purchases(&self, demand: usize, year: usize) -> &[Money] {
        &self.purchases[(demand * self.years + year) * self.members..][..self.members]
    }

    /// The draws of all partners' training in a year; `None` where nobody can fail.
    pub fn training(&self, year: usize, trial: usize) -> Option<&[u32]> {
        self.training.get((year * CHUNK + trial) * self.members..)?.get(..self.members)
    }

    /// The draws of whether partners enrol and share their data.
    pub fn enrolment(&self, trial: usize) -> &[[u32; 2]] {
        &self.enrolment[trial * self.members..][..self.members]
    }

    /// The places of some indicators among those drawn.
    pub fn slots(&self, keys: &[u64]) -> Vec<usize> {
        keys.iter().filter_map(|key| self.keys.binary_search(key).ok()).collect()
    }

    /// The normal draws of all partners for an indicator in a year, by its place among those drawn.
    pub fn indicator(&self, year: usize, trial: usize, slot: usize) -> &[f32] {
        &self.indicators[((year * CHUNK + trial) * self.keys.len() + slot) * self.members..][..self.members]
    }
}

/// The key of a partner's draws in a fiscal year, from 0.
pub fn year_key(key: u64, year: usize) -> u64 {
    key.wrapping_add(YEAR_STEP.wrapping_mul(year as u64))
}

/// Normal draws of one entity in a chunk's trials.
#[derive(Debug)]
pub struct Shocks {
    bits: [u64; CHUNK],
    normals: [f64; CHUNK],
    count: usize,
}

impl Default for Shocks {
    fn default() -> Shocks {
        Shocks { bits: [0; CHUNK], normals: [0.0; CHUNK], count: 0 }
    }
}

impl Shocks {
    /// Draws those of the trials `first` to before `first + count`.
    pub fn draw(&mut self, draws: &Draws, (kind, key): (Kind, u64), first: u64, count: usize) {
        self.count = count;
        let mut source = draws.of_entity(kind, key);
        source.seek(first * 2);
        source.bits(&mut self.bits[..count]);
        quantile::normals(&self.bits[..count], &mut self.normals[..count]);
    }

    /// What was drawn, by trial.
    pub fn normals(&self) -> &[f64] {
        &self.normals[..self.count]
    }
}
