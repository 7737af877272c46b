//! A fiscal year of partners by the track that pays them, in columns (docs/model.md, "Tracks").

use std::mem;

use multiversion::multiversion;

use crate::model::tracks::BY_LEVEL;
use crate::outcome::Field;
use crate::plan::TrackSystem;
use crate::sim::roll::sums::TrackColumns;
use crate::sim::roll::{Booked, Roll, RollSums, Spell, TrackSums, runs};
use crate::units::{Money, column, nearest};

/// What tracks make of the year of a roll's partners, a column each.
#[derive(Debug, Default)]
pub(super) struct Tracked {
    /// The track that pays each, or [`BY_LEVEL`].
    pub tracks: Vec<u8>,
    /// Score of the indicators, 0 to 1.
    pub scores: Vec<f64>,
    /// Purchases that are paid for.
    pub paid_for: Vec<Money>,
    /// What the rebates of who is on a track would have been in the spell that was booked last.
    legacy: Vec<Money>,
    /// What being on it costs in that spell.
    costs: Vec<Money>,
}

impl Tracked {
    /// So many partners, of whom none is on a track.
    pub fn new(partners: usize) -> Tracked {
        Tracked {
            tracks: vec![BY_LEVEL; partners],
            scores: vec![0.0; partners],
            paid_for: vec![Money::ZERO; partners],
            legacy: vec![Money::ZERO; partners],
            costs: vec![Money::ZERO; partners],
        }
    }

    /// The places of those who are on a track.
    pub fn enrolled(&self) -> impl Iterator<Item = usize> {
        self.tracks.iter().enumerate().filter(|(_, track)| **track != BY_LEVEL).map(|(at, _)| at)
    }
}

impl Roll {
    /// Books what is due for a spell to who is on a track and who is not, and what being on one costs.
    pub(super) fn book_tracks(
        &mut self,
        spell: &Spell<'_>,
        system: &TrackSystem,
        booked: &mut Booked,
        sums: &mut RollSums,
    ) {
        let cost = |track| spell.part_of_year(system.rules.fixed_cost(track));
        let costs: Vec<Money> = (0..system.tracks).map(cost).collect();
        let mut year = mem::take(&mut self.tracked);
        if spell.is_whole() {
            year.legacy.copy_from_slice(&self.rebates);
        } else {
            year.legacy.iter_mut().zip(&self.rebates).for_each(|(own, rebate)| *own = spell.portion(*rebate));
        }
        charge(&costs, &mut year);
        for (level, run) in runs(&self.levels) {
            let due = &self.due(spell)[run.clone()];
            let by_track = due_by_track(&year.tracks[run.clone()], due);
            let row = &mut booked.by_level[level];
            row[Field::Rebates] += (column::sum(due) - by_track).minor();
            row[Field::TrackPayouts] += by_track.minor();
            row[Field::LegacyRebates] += column::sum(&year.legacy[run.clone()]).minor();
            row[Field::TrackCosts] += column::sum(&year.costs[run]).minor();
        }
        column::subtract(&mut self.net, &year.costs);
        let kept = &mut sums.columns.tracks;
        column::add(&mut kept.legacy_rebates, &year.legacy);
        column::add(&mut kept.costs, &year.costs);
        if spell.is_last() {
            keep(&year, kept);
        }
        for (track, sum) in (0..BY_LEVEL).zip(&mut sums.tracks) {
            *sum += of_track(track, &year, [&self.payouts, &self.rebates]);
        }
        self.tracked = year;
    }
}

// Compiled for several processors, as the loops of `column`; whole numbers, so the results are the same.

/// Leaves the rebates of those who are on a track, and sets what that costs them, track by track for all of them.
#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl", "x86_64+avx2"))]
fn charge(costs: &[Money], year: &mut Tracked) {
    for (legacy, track) in year.legacy.iter_mut().zip(&year.tracks) {
        *legacy = if *track == BY_LEVEL { Money::ZERO } else { *legacy };
    }
    year.costs.fill(Money::ZERO);
    for (at, cost) in (0..BY_LEVEL).zip(costs).filter(|(_, cost)| **cost != Money::ZERO) {
        for (own, track) in year.costs.iter_mut().zip(&year.tracks) {
            *own = if *track == at { *cost } else { *own };
        }
    }
}

/// What is due to those who are on a track.
#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl", "x86_64+avx2"))]
fn due_by_track(tracks: &[u8], due: &[Money]) -> Money {
    let on_one = |(track, due): (&u8, &Money)| if *track == BY_LEVEL { Money::ZERO } else { *due };
    tracks.iter().zip(due).map(on_one).fold(Money::ZERO, Money::wrapping_add)
}

/// Keeps scores and tracks of those who are on one.
#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl", "x86_64+avx2"))]
fn keep(year: &Tracked, kept: &mut TrackColumns) {
    for ((sum, score), track) in kept.scores.iter_mut().zip(&year.scores).zip(&year.tracks) {
        let millionths = nearest(*score * 1e6);
        *sum = sum.wrapping_add(if *track == BY_LEVEL { 0 } else { millionths });
    }
    for (sum, track) in kept.tracks.iter_mut().zip(&year.tracks) {
        *sum = sum.wrapping_add(if *track == BY_LEVEL { 0 } else { i64::from(*track) });
    }
}

/// The year of those who are on a track, with their payouts and what their rebates would have been.
#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl", "x86_64+avx2"))]
fn of_track(track: u8, year: &Tracked, [payouts, rebates]: [&[Money]; 2]) -> TrackSums {
    let mut sums = TrackSums::default();
    let columns = year.paid_for.iter().zip(payouts).zip(rebates);
    for (((paid_for, payout), rebate), own) in columns.zip(&year.tracks) {
        let mask = -i64::from(*own == track);
        sums.partners = sums.partners.wrapping_sub(mask);
        sums.purchases = sums.purchases.wrapping_add(paid_for.minor() & mask);
        sums.payouts = sums.payouts.wrapping_add(payout.minor() & mask);
        sums.rebates = sums.rebates.wrapping_add(rebate.minor() & mask);
    }
    sums
}
