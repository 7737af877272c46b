//! What a roll adds up over the trials of a chunk.

use std::ops::AddAssign;

use crate::outcome::PartnerDeals;
use crate::outcome::partner::{PARTNER_FIELDS, PartnerField, PartnerTally};
use crate::plan::Plans;
use crate::units::Money;

/// Sums over trials of what is kept of a roll's partners. Integers, so that threads may add theirs in any order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RollSums {
    /// By partner of the roll, what stands in no column of its own; none where nobody asks for sums by partner.
    pub(super) partners: Vec<PartnerTally>,
    pub(super) columns: SumColumns,
    /// Partners by first and by last level.
    pub migration: Vec<i64>,
    /// Compensation tracks, by place of the track.
    pub tracks: Vec<TrackSums>,
    /// Payout that each indicator earned, in cents, by place of the indicator.
    pub indicators: Vec<i64>,
}

/// Sums of all that most partners have, one column each, by partner of the roll: whole columns are added at once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct SumColumns {
    /// What customers paid for run-rate business.
    pub spend: Vec<Money>,
    /// What was bought for it.
    pub purchases: Vec<Money>,
    /// Rebates, or the payouts of tracks.
    pub back_end: Vec<Money>,
    /// Gain of payment terms and financing.
    pub finance: Vec<Money>,
    /// What tracks bring, beside what they pay.
    pub tracks: TrackColumns,
    /// What was bought in the last fiscal year that was evaluated.
    pub last_purchases: Vec<Money>,
    /// Level after the last evaluation.
    pub last_level: Vec<u32>,
    /// What deals brought those who have nothing beside them but the above; empty where nobody meets any.
    pub deals: Vec<PartnerDeals>,
}

/// What tracks bring those who are on one; all columns are empty where no plan has any.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct TrackColumns {
    /// Rebates that the old model would have paid.
    pub legacy_rebates: Vec<Money>,
    /// Cost of being on a track.
    pub costs: Vec<Money>,
    /// Millionths of the score, by fiscal year.
    pub scores: Vec<i64>,
    /// Places of the tracks, by fiscal year.
    pub tracks: Vec<i64>,
}

/// What the partners of a track were paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct TrackSums {
    /// Partner-years in the track.
    pub partners: i64,
    /// Purchases that were paid for, in cents.
    pub purchases: i64,
    /// Payouts, in cents.
    pub payouts: i64,
    /// Rebates that the old model would have paid, in cents.
    pub rebates: i64,
}

/// The sums of a chunk merged over a run, wide enough for any number of trials.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RunSums {
    /// By partner.
    pub partners: Vec<[i128; PARTNER_FIELDS]>,
    /// Partners by first and by last level.
    pub migration: Vec<i64>,
    /// By place of the track: partner-years, purchases, payouts, rebates.
    pub tracks: Vec<[i128; 4]>,
    /// By place of the indicator.
    pub indicators: Vec<i128>,
}

/// The most tracks and the most indicators of any plan.
pub fn counts(plans: &Plans) -> (usize, usize) {
    let tracks = plans.offices.iter().filter_map(|office| office.tracks.as_ref());
    tracks.fold((0, 0), |(tracks, indicators), system| {
        (tracks.max(system.tracks), indicators.max(system.card.indicators()))
    })
}

impl AddAssign for TrackSums {
    fn add_assign(&mut self, other: TrackSums) {
        self.partners += other.partners;
        self.purchases += other.purchases;
        self.payouts += other.payouts;
        self.rebates += other.rebates;
    }
}

impl RollSums {
    /// Sums over `partners` partners, all zero.
    pub fn new(plans: &Plans, partners: usize) -> RollSums {
        let (tracks, indicators) = counts(plans);
        RollSums {
            partners: vec![PartnerTally::default(); partners],
            columns: SumColumns::new(partners, if tracks > 0 { partners } else { 0 }),
            migration: vec![0; plans.shape.levels * plans.shape.levels],
            tracks: vec![TrackSums::default(); tracks],
            indicators: vec![0; indicators],
        }
    }

    /// Back to zero.
    pub fn clear(&mut self) {
        self.partners.fill(PartnerTally::default());
        self.columns.clear();
        self.migration.fill(0);
        self.tracks.fill(TrackSums::default());
        self.indicators.fill(0);
    }

    /// What is added up of a partner, by its place on the roll.
    pub fn partner(&self, at: usize) -> PartnerTally {
        let columns = &self.columns;
        let mut tally = self.partners[at];
        tally[PartnerField::Spend] += columns.spend[at].minor();
        tally[PartnerField::FrontMargin] += (columns.spend[at] - columns.purchases[at]).minor();
        tally[PartnerField::BackEnd] += columns.back_end[at].minor();
        tally[PartnerField::FinanceGain] += columns.finance[at].minor();
        tally[PartnerField::Purchases] += columns.purchases[at].minor();
        tally[PartnerField::LastPurchases] += columns.last_purchases[at].minor();
        tally[PartnerField::LastLevel] += i64::from(columns.last_level[at]);
        let TrackColumns { legacy_rebates, costs, scores, tracks } = &columns.tracks;
        if !tracks.is_empty() {
            tally[PartnerField::LegacyRebates] += legacy_rebates[at].minor();
            tally[PartnerField::ProgrammeCosts] += costs[at].minor();
            tally[PartnerField::Score] += scores[at];
            tally[PartnerField::Track] += tracks[at];
        }
        if let Some(deals) = columns.deals.get(at) {
            tally += &PartnerTally::of_deals(deals);
        }
        tally
    }

    /// What is added up of each partner of the roll, in order.
    pub fn partners(&self) -> impl Iterator<Item = PartnerTally> {
        (0..self.partners.len()).map(|at| self.partner(at))
    }
}

impl SumColumns {
    fn new(partners: usize, in_tracks: usize) -> SumColumns {
        let amounts = || vec![Money::ZERO; partners];
        SumColumns {
            spend: amounts(),
            purchases: amounts(),
            back_end: amounts(),
            finance: amounts(),
            tracks: TrackColumns {
                legacy_rebates: vec![Money::ZERO; in_tracks],
                costs: vec![Money::ZERO; in_tracks],
                scores: vec![0; in_tracks],
                tracks: vec![0; in_tracks],
            },
            last_purchases: amounts(),
            last_level: vec![0; partners],
            deals: Vec::new(),
        }
    }

    fn clear(&mut self) {
        let SumColumns { spend, purchases, back_end, finance, tracks, last_purchases, last_level, deals } = self;
        for column in [spend, purchases, back_end, finance, last_purchases] {
            column.fill(Money::ZERO);
        }
        for column in [&mut tracks.legacy_rebates, &mut tracks.costs] {
            column.fill(Money::ZERO);
        }
        for column in [&mut tracks.scores, &mut tracks.tracks] {
            column.fill(0);
        }
        last_level.fill(0);
        deals.fill(PartnerDeals::default());
    }
}

impl RunSums {
    /// Sums over all of the plans' partners, all zero.
    pub fn new(plans: &Plans) -> RunSums {
        let (tracks, indicators) = counts(plans);
        RunSums {
            partners: vec![[0; PARTNER_FIELDS]; plans.members.len()],
            migration: vec![0; plans.shape.levels * plans.shape.levels],
            tracks: vec![[0; 4]; tracks],
            indicators: vec![0; indicators],
        }
    }

    /// The same with room for the tracks and indicators of other plans, one of which the programme is.
    pub fn sized(mut self, plans: &Plans) -> RunSums {
        let (tracks, indicators) = counts(plans);
        self.tracks.resize(tracks, [0; 4]);
        self.indicators.resize(indicators, 0);
        self
    }

    /// Adds a chunk's sums of a roll whose first partner has place `first`.
    pub fn add(&mut self, first: usize, chunk: &RollSums) {
        for (sums, tally) in self.partners[first..].iter_mut().zip(chunk.partners()) {
            for (sum, value) in sums.iter_mut().zip(&tally.0) {
                *sum += i128::from(*value);
            }
        }
        for (sum, value) in self.migration.iter_mut().zip(&chunk.migration) {
            *sum += value;
        }
        for (sum, track) in self.tracks.iter_mut().zip(&chunk.tracks) {
            let values = [track.partners, track.purchases, track.payouts, track.rebates];
            for (sum, value) in sum.iter_mut().zip(values) {
                *sum += i128::from(value);
            }
        }
        for (sum, value) in self.indicators.iter_mut().zip(&chunk.indicators) {
            *sum += i128::from(*value);
        }
    }
}
