//! Payouts of compensation tracks (docs/model.md, "Tracks" and "Indicators").

use std::mem;
use std::ops::Range;

use multiversion::multiversion;

use crate::model::indicators::{PartnerYears, Scorecard, TOGETHER};
use crate::model::tracks::{self, BY_LEVEL, Payroll, TrackRules};
use crate::outcome::Field;
use crate::plan::{Office, Plans, TrackSystem};
use crate::sim::accounts::PoolBook;
use crate::sim::roll::{Roll, Spell};
use crate::units::Money;

impl Roll {
    /// The payout of each partner for a year, of which `part` is played; what each indicator earned is added to `earned`.
    pub(super) fn pay_tracks(
        &mut self,
        plans: &Plans,
        spell: &Spell<'_>,
        (system, part): (&TrackSystem, f64),
        deals: Option<&PoolBook>,
        earned: &mut [i64],
    ) {
        let office = spell.office;
        let slots = spell.draws.slots(system.card.keys());
        let all = self.places();
        let marks = &spell.draws.enrolment(spell.trial)[all.clone()];
        let agree = &plans.columns.shares_data[all.clone()];
        enrol(&system.rules, (marks, agree), &system.of_partner[all], &mut self.tracked.tracks);
        let mut years = PartnerYears::default();
        let mut payouts = mem::take(&mut self.payouts);
        for first in (0..self.len()).step_by(TOGETHER) {
            let run = first..(first + TOGETHER).min(self.len());
            let places = self.places_of(&run);
            self.set_years(plans, (office, part), run.clone(), &mut years);
            if let Some(pool) = deals.filter(|_| office.counting.deals) {
                set_deals(pool, run.clone(), &mut years);
            }
            let payroll = system.rules.payroll(&self.tracked.tracks[run.clone()], &self.paid_for(office)[run.clone()]);
            let normals = |slot: usize| &spell.draws.indicator(spell.year, spell.trial, slots[slot])[places.clone()];
            let scores = score(&system.card, &payroll, (&years, run.len()), normals, earned);
            payroll.payouts(&scores, &mut payouts[run.clone()]);
            self.tracked.scores[run.clone()].copy_from_slice(&scores[..run.len()]);
        }
        let mut paid_for = mem::take(&mut self.tracked.paid_for);
        paid_for.copy_from_slice(self.paid_for(office));
        self.tracked.paid_for = paid_for;
        keep_rebates(&self.tracked.tracks, &self.rebates, &mut payouts);
        self.payouts = payouts;
    }

    /// What tracks pay on: run-rate purchases, and those of won deals where they count.
    fn paid_for(&self, office: &Office) -> &[Money] {
        if office.counting.deals { self.eligible() } else { &self.run_rate }
    }

    /// Sets what is known of a run of partners, deals apart.
    fn set_years(&self, plans: &Plans, (office, part): (&Office, f64), run: Range<usize>, years: &mut PartnerYears) {
        let count = run.len();
        let places = self.places_of(&run);
        if let Some(services) = &office.services {
            years.service_capability[..count].copy_from_slice(&services.capability[places.clone()]);
        }
        years.purchases[..count].copy_from_slice(&self.trailing()[run.clone()]);
        years.run_rate[..count].copy_from_slice(&self.run_rate[run.clone()]);
        years.entered[..count].copy_from_slice(&plans.columns.purchases[places]);
        self.set_targets((office, part), run, &mut years.target[..count]);
        if part != 1.0 {
            for entered in &mut years.entered[..count] {
                *entered = Money::round_minor(entered.minor() as f64 * part);
            }
        }
    }
}

/// Scales the payouts of all enrolled partners of a trial's year to what the rebates would have cost.
pub fn neutral(pool: &mut Roll, others: &mut Roll) {
    let mut rolls = [pool, others];
    let of = |roll: &Roll, amounts: &[Money]| roll.tracked.enrolled().map(|at| amounts[at]).collect::<Vec<Money>>();
    let total: Money = rolls.iter().flat_map(|roll| of(roll, &roll.rebates)).sum();
    let mut payouts: Vec<Money> = rolls.iter().flat_map(|roll| of(roll, &roll.payouts)).collect();
    tracks::neutral(&mut payouts, total);
    let mut scaled = payouts.into_iter();
    for roll in &mut rolls {
        let Roll { payouts, tracked, .. } = roll;
        for at in tracked.enrolled() {
            payouts[at] = scaled.next().unwrap_or(payouts[at]);
        }
    }
}

/// Sets what deals brought a run of partners.
fn set_deals(pool: &PoolBook, run: Range<usize>, years: &mut PartnerYears) {
    for (at, partner) in run.enumerate() {
        let (deals, contracts) = (&pool.tallies[partner], pool.contracts(partner));
        let spend = deals.money(Field::CustomerSpend) - contracts.money(Field::ContractSpend);
        years.requests[at] = deals[Field::Requests];
        years.quotations_won[at] = deals[Field::QuotationsWon];
        years.presales[at] = deals.money(Field::Presales);
        years.deal_spend[at] = spend + contracts.money(Field::ContractPrice);
        years.deals_won[at] = deals[Field::DealsWon];
    }
}

/// The scores of the first `count` of some years. What each indicator earns, the bonus on its part of the score, is added
/// to `earned`.
fn score<'a>(
    card: &Scorecard,
    payroll: &Payroll<'_>,
    (years, count): (&PartnerYears, usize),
    normals: impl Fn(usize) -> &'a [f32],
    earned: &mut [i64],
) -> [f64; TOGETHER] {
    let (mut scores, mut added) = ([0.0; TOGETHER], [0.0; TOGETHER]);
    let without_score = payroll.total(&scores);
    for (place, earned) in (0..card.indicators()).zip(earned) {
        card.contributions(place, years, &normals, &mut added[..count]);
        // What deals decide adds nothing where nobody meets any.
        if !add(&mut scores, &added) {
            continue;
        }
        *earned += (payroll.total(&added) - without_score).minor();
    }
    scores
}

// Compiled for several processors, as the loops of `column`; no operation is fused or takes another's place.

/// The track that pays each partner in a year: who enrols is on the one of those that share its data, or do not. `marks`
/// decide on both; data are shared by those alone who `agree` to it.
#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl", "x86_64+avx2"))]
fn enrol(rules: &TrackRules, (marks, agree): (&[[u32; 2]], &[bool]), of_partner: &[[u8; 2]], tracks: &mut [u8]) {
    for ((track, [alone, sharing]), ([enrols, shares], agrees)) in
        tracks.iter_mut().zip(of_partner).zip(marks.iter().zip(agree))
    {
        let own = if agrees & rules.opts_in.hits(*shares) { *sharing } else { *alone };
        *track = if rules.enrolled.hits(*enrols) { own } else { BY_LEVEL };
    }
}

/// Who is on no track keeps the rebates of its level.
#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl", "x86_64+avx2"))]
fn keep_rebates(tracks: &[u8], rebates: &[Money], payouts: &mut [Money]) {
    for ((payout, rebate), track) in payouts.iter_mut().zip(rebates).zip(tracks) {
        *payout = if *track == BY_LEVEL { *rebate } else { *payout };
    }
}

/// Adds to scores; whether there was anything to add.
#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl", "x86_64+avx2"))]
fn add(scores: &mut [f64; TOGETHER], added: &[f64; TOGETHER]) -> bool {
    let mut any = false;
    for (score, added) in scores.iter_mut().zip(added) {
        any |= *added != 0.0;
        *score += added;
    }
    any
}
