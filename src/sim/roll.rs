//! Partners through the fiscal years of a trial: what each year is worth to them, and which level they hold in the next
//! (docs/model.md, "Levels", "Rebates", "Tracks", "Payment terms" and "Services programme").
//!
//! Partners who meet no deals fare alike under all plans with the same year-end rules, so each succession of rules has
//! one roll of them; those who meet deals are on a roll of each plan.

use std::ops::Range;

use crate::model::horizon::YEAR_MONTHS;
use crate::model::levels::{stretch_cost, stretch_window};
use crate::model::rebates::RebateYear;
use crate::outcome::partner::{PartnerField, PartnerTally};
use crate::outcome::{Field, PartnerDeals};
use crate::plan::{Contracts, Office, Plans};
use crate::units::Money;

mod book;
mod booked;
mod pay;
mod spell;
mod sums;

pub use book::Fees;
pub use booked::Booked;
pub use pay::neutral;
pub use spell::Spell;
pub use sums::{RollSums, RunSums, TrackSums, counts};

/// Purchases of a partner's fiscal year and what is due on them.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Purchases {
    /// Outside deals, stretch included.
    pub run_rate: Money,
    /// The part of it that was added to reach a threshold.
    pub stretch: Money,
    /// What of won deals counts for levels.
    pub counted: Money,
    /// Rebate by its level or band.
    pub rebate: Money,
    /// Payout, track, score of the indicators from 0 to 1 and purchases that were paid for, where a track pays it.
    pub track: Option<(Money, usize, f64, Money)>,
}

/// What won deals of a partner count for in a year.
#[derive(Debug, Clone, Copy, Default)]
struct DealYear {
    /// What the partner bought, as it is recognised.
    purchases: Money,
    /// What counts for levels and tracks.
    counted: Money,
}

/// The partners of a roll, in order: `members` are their places in the population.
#[derive(Debug)]
pub struct Roll {
    members: Range<usize>,
    /// The level each holds.
    pub levels: Vec<u8>,
    /// Last year's run-rate purchases: what targets start from.
    last_run_rate: Vec<Money>,
    /// Purchases of this year that were pulled into the last one.
    missing: Vec<Money>,
    /// Net margin of the trial so far, in cents.
    pub net: Vec<i64>,
    /// What won deals count for this year.
    deals: Vec<DealYear>,
    /// Purchases added this year to reach a threshold.
    stretch: Vec<Money>,
    /// Rebates of this year under the old model.
    rebates: Vec<Money>,
    /// Payouts of this year, where tracks pay.
    payouts: Vec<Money>,
    /// What tracks make of the year.
    tracks: Vec<TrackYear>,
}

/// A partner's year in its compensation track.
#[derive(Debug, Clone, Copy, Default)]
struct TrackYear {
    /// Whether it is paid by the track; otherwise by the rebates of its level.
    enrolled: bool,
    /// Place of the track.
    track: u8,
    /// Score of the indicators, 0 to 1.
    score: f64,
    /// Purchases that are paid for.
    eligible: Money,
}

impl Roll {
    /// A roll of some of the plans' partners.
    pub fn new(plans: &Plans, members: Range<usize>) -> Roll {
        let count = members.len();
        let mut roll = Roll {
            members,
            levels: vec![0; count],
            last_run_rate: vec![Money::ZERO; count],
            missing: vec![Money::ZERO; count],
            net: vec![0; count],
            deals: vec![DealYear::default(); count],
            stretch: vec![Money::ZERO; count],
            rebates: vec![Money::ZERO; count],
            payouts: vec![Money::ZERO; count],
            tracks: vec![TrackYear::default(); count],
        };
        roll.start(plans);
        roll
    }

    /// Back to the start of a trial.
    pub fn start(&mut self, plans: &Plans) {
        self.levels.copy_from_slice(&plans.columns.levels[self.members.clone()]);
        self.last_run_rate.copy_from_slice(&plans.columns.purchases[self.members.clone()]);
        self.missing.fill(Money::ZERO);
        self.net.fill(0);
    }

    /// How many partners are on it.
    pub fn len(&self) -> usize {
        self.levels.len()
    }

    /// Whether nobody is on it.
    pub fn is_empty(&self) -> bool {
        self.levels.is_empty()
    }

    /// Run-rate purchases of a year before any stretch: what demand brings less what was pulled forward.
    fn run_rate(&self, spell: &Spell<'_>, at: usize, demanded: Money) -> Money {
        match spell.office.stretch {
            Some(_) => (demanded - self.missing[at]).max(Money::ZERO),
            None => demanded,
        }
    }

    /// Works out what the year is worth under the rules of a spell, before anything is booked. `deals` are the deals of
    /// the roll's partners in the year.
    pub fn assess(&mut self, plans: &Plans, spell: &Spell<'_>, deals: Option<&[PartnerDeals]>, sums: &mut RollSums) {
        let office = spell.office;
        self.count_deals(office, deals);
        let purchases = &spell.draws.purchases(office.demand, spell.year)[self.members.clone()];
        let part = office.season.share(spell.months, YEAR_MONTHS);
        let (stretches, on_deals) = (spell.evaluates() && office.stretch.is_some(), office.rebates.on_quotations());
        let has_target = office.rebates.has_target();
        for (at, demanded) in purchases.iter().enumerate() {
            let run_rate = self.run_rate(spell, at, *demanded);
            let held = usize::from(self.levels[at]);
            let counted = self.deals[at].counted;
            if stretches {
                let certifications = plans.columns.certifications[self.members.start + at];
                let kept = office.suspended[spell.year + 1];
                self.stretch[at] = stretch(office, (held, kept), run_rate + counted, certifications);
            }
            let run_rate = run_rate + self.stretch[at];
            let eligible = if on_deals { run_rate + self.deals[at].purchases } else { run_rate };
            let target = match has_target {
                true => office.rebates.target(self.last_run_rate[at]),
                false => Money::ZERO,
            };
            let target = if part == 1.0 { target } else { Money::round_minor(target.minor() as f64 * part) };
            let year = RebateYear { held, eligible, run_rate, purchases: run_rate + counted, target };
            self.rebates[at] = office.rebates.due(&year);
        }
        if let Some(tracks) = &office.tracks {
            self.pay_tracks(plans, spell, (tracks, part), deals, purchases, &mut sums.indicators);
        }
    }

    fn count_deals(&mut self, office: &Office, deals: Option<&[PartnerDeals]>) {
        self.stretch.fill(Money::ZERO);
        let Some(deals) = deals else { return };
        for (year, tally) in self.deals.iter_mut().zip(deals) {
            let purchases = tally.money(Field::CustomerSpend) - tally.money(Field::FrontMargin);
            let billed = tally.money(Field::ContractSpend) - tally.money(Field::ContractMargin);
            let counted = match (office.counting.deals, office.counting.contracts) {
                (false, _) => Money::ZERO,
                (true, Contracts::Billed) => purchases,
                // What was bought outright, and the whole value of what was signed.
                (true, Contracts::Whole) => purchases - billed + tally.money(Field::ContractPurchases),
                (true, Contracts::Outright) => {
                    purchases - billed + tally.money(Field::ContractPrice) - tally.money(Field::OutrightMargin)
                }
            };
            *year = DealYear { purchases, counted };
        }
    }

    /// What each partner is paid for the year: the payout of its track, or its rebate.
    #[inline(always)]
    fn paid(&self, office: &Office, at: usize) -> Money {
        if office.tracks.is_some() { self.payouts[at] } else { self.rebates[at] }
    }

    /// Decides, at the end of a whole year, which level each partner holds in the next.
    pub fn evaluate(&mut self, plans: &Plans, spell: &Spell<'_>, booked: &mut Booked, sums: &mut RollSums) {
        let office = spell.office;
        let purchases = &spell.draws.purchases(office.demand, spell.year)[self.members.clone()];
        let [suspended, suspended_next] = [0, 1].map(|later| office.suspended[spell.year + later]);
        let certifications = &plans.columns.certifications[self.members.clone()];
        let counts_last = self.is_last_evaluation(plans, spell);
        let training = spell.draws.training(spell.year, spell.trial).map(|marks| &marks[self.members.clone()]);
        for (at, (demanded, certifications)) in purchases.iter().zip(certifications).enumerate() {
            let held = usize::from(self.levels[at]);
            let run_rate = self.run_rate(spell, at, *demanded) + self.stretch[at];
            let trailing = run_rate + self.deals[at].counted;
            let passed = training.is_none_or(|marks| office.ladder.pass.hits(marks[at]));
            let verdict = office.ladder.evaluate(held, trailing, *certifications, passed, suspended_next);
            let row = &mut booked.by_level[held];
            // Most partners stay where they are, by the rule.
            if verdict.level != held || verdict.by_rule != held {
                row[Field::Promoted] += i64::from(verdict.level > held);
                row[Field::Demoted] += i64::from(verdict.level < held);
                row[Field::Saved] += i64::from(verdict.level > verdict.by_rule);
                sums.partners[at][PartnerField::Saved] += i64::from(verdict.level > verdict.by_rule);
            }
            if suspended && office.ladder.misses_threshold(held, trailing) {
                row[Field::FreeRiders] += 1;
                sums.partners[at][PartnerField::RidesFree] += 1;
                row[Field::FreeRiderRebates] += self.paid(office, at).minor();
            }
            if let Some(cliffs) = &office.cliffs {
                row[Field::CliffCost] += cliffs.cost_if_crossed(verdict.level, trailing).minor();
            }
            self.levels[at] = verdict.level as u8;
            self.last_run_rate[at] = run_rate;
            self.missing[at] = match &office.stretch {
                Some(stretch) => self.stretch[at].times(stretch.pull_forward),
                None => Money::ZERO,
            };
            if counts_last {
                sums.partners[at][PartnerField::LastPurchases] += trailing.minor();
            }
        }
    }

    fn is_last_evaluation(&self, plans: &Plans, spell: &Spell<'_>) -> bool {
        (spell.year + 2) * YEAR_MONTHS > plans.months
    }

    /// Closes a trial: who holds which level in the end, and from which it came.
    pub fn close(&self, plans: &Plans, sums: &mut RollSums) {
        let levels = plans.shape.levels;
        for (at, level) in self.levels.iter().enumerate() {
            let first = usize::from(plans.columns.levels[self.members.start + at]);
            sums.migration[first * levels + usize::from(*level)] += 1;
            sums.partners[at][PartnerField::LastLevel] += i64::from(*level);
        }
    }

    /// The places of its partners in the population, in order.
    pub fn places(&self) -> Range<usize> {
        self.members.clone()
    }

    /// What the partner at a place of the roll bought in the year of a spell that was booked, and what is due on it.
    pub fn purchases(&self, spell: &Spell<'_>, at: usize) -> Purchases {
        let counted = self.deals[at].counted;
        let track = &self.tracks[at];
        let run_rate = match spell.evaluates() {
            // What it was evaluated with is kept: what is missing next year no longer tells what was missing in this one.
            true => self.last_run_rate[at],
            false => {
                let demanded = spell.draws.purchases(spell.office.demand, spell.year)[self.members.start + at];
                self.run_rate(spell, at, demanded) + self.stretch[at]
            }
        };
        Purchases {
            run_rate,
            stretch: self.stretch[at],
            counted,
            rebate: self.rebates[at],
            track: (spell.office.tracks.is_some() && track.enrolled)
                .then(|| (self.payouts[at], usize::from(track.track), track.score, track.eligible)),
        }
    }

    /// The number of partners at each level.
    pub fn held(&self, held: &mut [i64]) {
        for level in &self.levels {
            held[usize::from(*level)] += 1;
        }
    }

    fn keep(&mut self, at: usize, tally: &PartnerTally, sums: &mut RollSums) {
        self.net[at] += tally.net_margin();
        sums.partners[at] += tally;
    }
}

/// What a partner adds to its purchases to reach the next level: only where rebates go by levels, it is near enough,
/// certified for it, and would not be `kept` at it anyway by a suspension.
fn stretch(office: &Office, (held, kept): (usize, bool), purchases: Money, certifications: i64) -> Money {
    let Some(rules) = &office.stretch else { return Money::ZERO };
    let reached = office.ladder.reached(purchases);
    if office.tracks.is_some() || (kept && held > reached) {
        return Money::ZERO;
    }
    let Some(threshold) = office.ladder.next_threshold(reached) else { return Money::ZERO };
    let distance = threshold - purchases;
    let certified = office.ladder.certified(held, certifications, true) > reached;
    let near = distance <= stretch_window(threshold, office.rebates.rate_step(reached), rules.capacity);
    if certified && near { distance } else { Money::ZERO }
}

/// What a stretch costs the partner.
fn cost_of_stretch(office: &Office, purchases: Money, stretch: Money) -> Money {
    match (&office.stretch, stretch > Money::ZERO) {
        (Some(rules), true) => stretch_cost(stretch, purchases, rules.capacity),
        _ => Money::ZERO,
    }
}
