//! Figures of each partner, and of what partners share: levels, tracks, indicators.

use rayon::prelude::*;

use crate::outcome::partner::{PARTNER_FIELDS, PartnerField};
use crate::sim::run::Trials;
use crate::stats::{Moments, PERCENTILES, percentiles_at};

/// Mean amounts of one partner over the horizon, in cents and pieces.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PartnerMeans(pub [f64; PARTNER_FIELDS]);

/// What a programme changes for one partner.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PartnerChange {
    /// Mean change of its net margin against the baseline, in currency units, over all trials.
    pub mean: f64,
    /// Standard error of that mean, from the spread over the trials that are kept by partner.
    pub se: f64,
    /// 5th and 95th percentile of the change, over the trials that are kept by partner.
    pub range: (f64, f64),
    /// Share of those trials in which its net margin is below the baseline's.
    pub worse: f64,
    /// How many trials are kept by partner.
    pub trials: usize,
}

impl PartnerChange {
    /// Whether nothing changes for the partner in any future.
    pub fn is_none(&self) -> bool {
        self.mean == 0.0 && self.se == 0.0
    }
}

/// Means of what partners share.
#[derive(Debug, Clone, PartialEq)]
pub struct SharedMeans {
    /// Mean number of partners by first level (row) and level after the last evaluation (column).
    pub migration: Vec<Vec<f64>>,
    /// The compensation tracks, in the order of their table; empty without them.
    pub tracks: Vec<TrackMeans>,
    /// Mean payout that each indicator earned over the horizon, in currency units, in the order of their table.
    pub indicators: Vec<f64>,
}

/// Means of the partners in a track, over the horizon.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TrackMeans {
    /// Partner-years.
    pub partners: f64,
    /// Purchases that are paid for, in currency units.
    pub purchases: f64,
    /// Payouts, in currency units.
    pub payouts: f64,
    /// Rebates that the old model would have paid, in currency units.
    pub rebates: f64,
}

impl PartnerMeans {
    /// Net margin, in currency units.
    pub fn net_margin(&self) -> f64 {
        use PartnerField::{BackEnd, FinanceGain, FrontMargin, Presales, ProgrammeCosts, ServiceMargin};
        (self[FrontMargin] + self[BackEnd] + self[ServiceMargin] + self[FinanceGain]
            - self[Presales]
            - self[ProgrammeCosts])
            / 100.0
    }
}

impl std::ops::Index<PartnerField> for PartnerMeans {
    type Output = f64;
    fn index(&self, field: PartnerField) -> &f64 {
        &self.0[field as usize]
    }
}

/// The mean amounts of every partner under a programme.
pub fn means(trials: &Trials, programme: usize) -> Vec<PartnerMeans> {
    let count = trials.count() as f64;
    let partners = &trials.partners[programme].partners;
    // Nearly all sums have 64 bits, which a processor can take for a number at once; rounded are both alike.
    let number = |sum: i128| i64::try_from(sum).map_or(sum as f64, |sum| sum as f64);
    partners.iter().map(|sums| PartnerMeans(sums.map(|sum| number(sum) / count))).collect()
}

/// What a programme changes for every partner against a baseline, by the means of both.
pub fn changes(trials: &Trials, programme: usize, [own, base]: [&[PartnerMeans]; 2]) -> Vec<PartnerChange> {
    let count = trials.changes.trials;
    own.par_iter()
        .zip(base)
        .enumerate()
        .map(|(partner, (own, base))| {
            let mean = own.net_margin() - base.net_margin();
            // Most partners meet no deal that a scenario changes.
            if count > 1 && trials.changes.are_none(programme, partner) {
                return PartnerChange { mean, se: 0.0, range: (0.0, 0.0), worse: 0.0, trials: count };
            }
            let mut kept: Vec<f64> = trials.changes.of(programme, partner).into_iter().map(f64::from).collect();
            let worse = kept.iter().filter(|change| **change < 0.0).count() as f64 / count.max(1) as f64;
            let se = Moments::of(&kept).sd / (trials.count() as f64).sqrt();
            let [low, high] = percentiles_at([PERCENTILES[0], PERCENTILES[4]], &mut kept);
            PartnerChange { mean, se, range: (low, high), worse, trials: count }
        })
        .collect()
}

impl SharedMeans {
    /// The means of a programme.
    pub fn new(trials: &Trials, programme: usize, levels: usize) -> SharedMeans {
        let count = trials.count() as f64;
        let sums = &trials.partners[programme];
        let mean = |sum: i128| sum as f64 / count / 100.0;
        SharedMeans {
            migration: sums
                .migration
                .chunks(levels)
                .map(|row| row.iter().map(|partners| *partners as f64 / count).collect())
                .collect(),
            tracks: sums
                .tracks
                .iter()
                .map(|[partners, purchases, payouts, rebates]| TrackMeans {
                    partners: *partners as f64 / count,
                    purchases: mean(*purchases),
                    payouts: mean(*payouts),
                    rebates: mean(*rebates),
                })
                .collect(),
            indicators: sums.indicators.iter().map(|sum| mean(*sum)).collect(),
        }
    }
}
