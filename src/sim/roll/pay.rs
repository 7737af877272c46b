//! Payouts of compensation tracks (docs/model.md, "Tracks" and "Indicators").

use std::ops::Range;

use crate::model::indicators::{PartnerYears, Scorecard, TOGETHER};
use crate::model::tracks::{self, Payroll};
use crate::outcome::Field;
use crate::plan::{Office, Plans, TrackSystem};
use crate::sim::accounts::PoolBook;
use crate::sim::roll::{Booked, Roll, RollSums, Spell, TrackYear, runs};
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
        let mut years = PartnerYears::default();
        for first in (0..self.len()).step_by(TOGETHER) {
            let run = first..(first + TOGETHER).min(self.len());
            let places = self.places_of(&run);
            self.set_years(plans, (office, part), run.clone(), &mut years);
            if let Some(pool) = deals.filter(|_| office.counting.deals) {
                set_deals(pool, run.clone(), &mut years);
            }
            self.enrol(plans, spell, system, run.clone());
            let tracks = self.tracks[run.clone()].iter().map(|year| year.enrolled.then_some(usize::from(year.track)));
            let payroll = system.rules.payroll(tracks, &self.paid_for(office)[run.clone()]);
            let normals = |slot: usize| &spell.draws.indicator(spell.year, spell.trial, slots[slot])[places.clone()];
            let scores = score(&system.card, &payroll, (&years, run.len()), normals, earned);
            let mut payouts = [Money::ZERO; TOGETHER];
            payroll.payouts(&scores, &mut payouts);
            for (at, (payout, score)) in run.zip(payouts.into_iter().zip(scores)) {
                // Who does not enrol keeps the rebates of its level.
                self.payouts[at] = if self.tracks[at].enrolled { payout } else { self.rebates[at] };
                self.tracks[at].score = score;
                self.tracks[at].eligible = self.paid_for(office)[at];
            }
        }
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
        office.rebates.targets(&self.last_run_rate[run], &mut years.target[..count]);
        if part != 1.0 {
            for amount in years.entered[..count].iter_mut().chain(&mut years.target[..count]) {
                *amount = Money::round_minor(amount.minor() as f64 * part);
            }
        }
    }

    /// Decides who of a run of partners is paid by its track in the year, and which track that is.
    fn enrol(&mut self, plans: &Plans, spell: &Spell<'_>, system: &TrackSystem, run: Range<usize>) {
        let places = self.places_of(&run);
        let partners = spell.draws.enrolment(spell.trial)[places.clone()].iter();
        let partners = partners.zip(&plans.columns.shares_data[places.clone()]).zip(&system.of_partner[places]);
        for (year, (([enrols, shares], agrees), of_partner)) in self.tracks[run].iter_mut().zip(partners) {
            let shares_data = agrees & system.rules.opts_in.hits(*shares);
            year.enrolled = system.rules.enrolled.hits(*enrols);
            year.track = of_partner[usize::from(shares_data)];
        }
    }

    /// The places of those who are enrolled.
    fn enrolled(&self) -> impl Iterator<Item = usize> {
        self.tracks.iter().enumerate().filter(|(_, year)| year.enrolled).map(|(at, _)| at)
    }

    /// Books what is due for a spell to who is in a track and who is not, and what being in one costs.
    pub(super) fn book_tracks(
        &mut self,
        spell: &Spell<'_>,
        system: &TrackSystem,
        booked: &mut Booked,
        sums: &mut RollSums,
    ) {
        let costs: Vec<i64> =
            (0..system.tracks).map(|track| spell.part_of_year(system.rules.fixed_cost(track)).minor()).collect();
        for (level, run) in runs(&self.levels) {
            let row = &mut booked.by_level[level];
            for at in run {
                let paid = self.due(spell)[at].minor();
                let TrackYear { enrolled, track, score, .. } = self.tracks[at];
                if !enrolled {
                    row[Field::Rebates] += paid;
                    continue;
                }
                let (rebates, cost) = (spell.portion(self.rebates[at]).minor(), costs[usize::from(track)]);
                row[Field::TrackPayouts] += paid;
                row[Field::LegacyRebates] += rebates;
                row[Field::TrackCosts] += cost;
                self.net[at] -= Money::from_minor(cost);
                let Some(sum) = sums.columns.tracks.get_mut(at) else { continue };
                sum.legacy_rebates += rebates;
                sum.costs += cost;
                if spell.is_last() {
                    sum.score += (score * 1e6).round() as i64;
                    sum.track += i64::from(track);
                }
            }
        }
        self.sum_tracks(sums);
    }

    /// Adds the year to the sums by track.
    fn sum_tracks(&self, sums: &mut RollSums) {
        for at in self.enrolled() {
            let year = &self.tracks[at];
            let track = &mut sums.tracks[usize::from(year.track)];
            track.partners += 1;
            track.purchases += year.eligible.minor();
            track.payouts += self.payouts[at].minor();
            track.rebates += self.rebates[at].minor();
        }
    }
}

/// Scales the payouts of all enrolled partners of a trial's year to what the rebates would have cost.
pub fn neutral(pool: &mut Roll, others: &mut Roll) {
    let mut rolls = [pool, others];
    let of = |roll: &Roll, amounts: &[Money]| roll.enrolled().map(|at| amounts[at]).collect::<Vec<Money>>();
    let total: Money = rolls.iter().flat_map(|roll| of(roll, &roll.rebates)).sum();
    let mut payouts: Vec<Money> = rolls.iter().flat_map(|roll| of(roll, &roll.payouts)).collect();
    tracks::neutral(&mut payouts, total);
    let mut scaled = payouts.into_iter();
    for roll in &mut rolls {
        let payouts = roll.payouts.iter_mut().zip(&roll.tracks).filter(|(_, year)| year.enrolled);
        for (payout, _) in payouts {
            *payout = scaled.next().unwrap_or(*payout);
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
        if added.iter().all(|added| *added == 0.0) {
            continue;
        }
        scores.iter_mut().zip(&added).for_each(|(score, added)| *score += added);
        *earned += (payroll.total(&added) - without_score).minor();
    }
    scores
}
