//! Partners through the fiscal years of a trial: what each year is worth to them, and which level they hold in the next
//! (docs/model.md, "Levels", "Rebates", "Tracks", "Payment terms" and "Services programme").
//!
//! Partners who meet no deals fare alike under all plans with the same year-end rules, so each succession of rules has
//! one roll of them; those who meet deals are on a roll of each plan.

use std::mem;
use std::ops::Range;

use crate::model::tracks::BY_LEVEL;
use crate::outcome::partner::PartnerTally;
use crate::plan::{Office, Plans};
use crate::units::Money;

mod assess;
mod book;
mod booked;
mod evaluate;
mod finance;
mod pay;
mod spell;
mod spread;
mod sums;
mod tracked;

pub use book::Fees;
pub use booked::Booked;
pub use pay::neutral;
pub use spell::Spell;
pub use sums::{RollSums, RunSums, TrackSums, counts};
use tracked::Tracked;

/// Partners whose levels are looked at together.
const ALIKE: usize = 64;

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
    /// Net margin of the trial so far.
    pub net: Vec<Money>,
    /// Run-rate purchases of this year, stretch included.
    run_rate: Vec<Money>,
    /// See [`Roll::trailing`]; empty where they are alike.
    trailing: Vec<Money>,
    /// See [`Roll::eligible`]; empty where they are alike.
    eligible: Vec<Money>,
    /// What won deals count for this year.
    deals: Vec<DealYear>,
    /// Purchases added this year to reach a threshold.
    stretch: Vec<Money>,
    /// What is held against a gate and a cap of rebates this year; nobody asks where there is none.
    targets: Vec<Money>,
    /// Rebates of this year under the old model.
    rebates: Vec<Money>,
    /// Payouts of this year, where tracks pay.
    payouts: Vec<Money>,
    /// What tracks make of the year.
    tracked: Tracked,
    /// What each bought as run-rate in the spell that was booked last, stretches apart: only where that is not all it
    /// bought in the year.
    bought: Vec<Money>,
    /// What each sold of it.
    sales: Vec<Money>,
    /// What is paid to each for that spell, where it is not all of the year.
    due: Vec<Money>,
    /// The level each would hold next, where all are worked out together.
    next: Vec<u8>,
    /// Whether each stays where it is: by the rule, and with its training passed.
    stays: Vec<bool>,
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
            net: vec![Money::ZERO; count],
            run_rate: vec![Money::ZERO; count],
            trailing: Vec::with_capacity(count),
            eligible: Vec::with_capacity(count),
            deals: vec![DealYear::default(); count],
            stretch: vec![Money::ZERO; count],
            targets: vec![Money::ZERO; count],
            rebates: vec![Money::ZERO; count],
            payouts: vec![Money::ZERO; count],
            tracked: Tracked::new(count),
            bought: vec![Money::ZERO; count],
            sales: vec![Money::ZERO; count],
            due: vec![Money::ZERO; count],
            next: vec![0; count],
            stays: vec![true; count],
        };
        roll.start(plans);
        roll
    }

    /// Back to the start of a trial.
    pub fn start(&mut self, plans: &Plans) {
        self.levels.copy_from_slice(&plans.columns.levels[self.members.clone()]);
        self.last_run_rate.copy_from_slice(&plans.columns.purchases[self.members.clone()]);
        self.missing.fill(Money::ZERO);
        self.net.fill(Money::ZERO);
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

    /// What each partner is paid for the year: the payout of its track, or its rebate.
    fn paid(&self, office: &Office) -> &[Money] {
        if office.tracks.is_some() { &self.payouts } else { &self.rebates }
    }

    /// The places of its partners in the population, in order.
    pub fn places(&self) -> Range<usize> {
        self.members.clone()
    }

    /// The places of a run of them.
    fn places_of(&self, run: &Range<usize>) -> Range<usize> {
        self.members.start + run.start..self.members.start + run.end
    }

    /// What the partner at a place of the roll bought in the year of a spell that was booked, and what is due on it.
    pub fn purchases(&self, spell: &Spell<'_>, at: usize) -> Purchases {
        let counted = self.deals[at].counted;
        let track = self.tracked.tracks[at];
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
            track: (spell.office.tracks.is_some() && track != BY_LEVEL)
                .then(|| (self.payouts[at], usize::from(track), self.tracked.scores[at], self.tracked.paid_for[at])),
        }
    }

    #[inline(always)]
    fn keep(&mut self, at: usize, tally: &PartnerTally, sums: &mut RollSums) {
        self.net[at] += Money::from_minor(tally.net_margin());
        if let Some(sum) = sums.partners.get_mut(at) {
            *sum += tally;
        }
    }
}

/// The runs of partners that stand next to one another and hold the same level, with that level. Partners stand in the
/// order of the levels they held at first, so that runs are long.
fn runs(levels: &[u8]) -> impl Iterator<Item = (usize, Range<usize>)> {
    let mut start = 0;
    std::iter::from_fn(move || {
        let rest = &levels[start..];
        let level = *rest.first()?;
        // Many at a time, without branches between them, and then the last ones.
        let alike = |block: &[u8]| block.iter().fold(0, |different, other| different | (level ^ other)) == 0;
        let whole = rest.chunks_exact(ALIKE).take_while(|block| alike(block)).count() * ALIKE;
        let end = start + whole + rest[whole..].iter().take_while(|other| **other == level).count();
        Some((usize::from(level), mem::replace(&mut start, end)..end))
    })
}
