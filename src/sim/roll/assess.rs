//! What a fiscal year is worth to the partners of a roll before it is booked: what counts for levels, what earns rebates
//! and what is due on it (docs/model.md, "Rebates" and "Levels").

use std::mem;
use std::ops::Range;

use crate::model::horizon::YEAR_MONTHS;
use crate::model::levels::stretch_window;
use crate::model::rebates::{RebateYear, RebateYears};
use crate::outcome::Field;
use crate::plan::{Contracts, Office, Plans};
use crate::sim::accounts::PoolBook;
use crate::sim::roll::{DealYear, Roll, RollSums, Spell, runs};
use crate::units::Money;

impl Roll {
    /// Works out what the year is worth under the rules of a spell, before anything is booked. `deals` are the deals of
    /// the roll's partners in the year.
    pub fn assess(&mut self, plans: &Plans, spell: &Spell<'_>, deals: Option<&PoolBook>, sums: &mut RollSums) {
        let office = spell.office;
        self.count_deals(office, deals);
        let purchases = &spell.draws.purchases(office.demand, spell.year)[self.members.clone()];
        if office.stretch.is_some() {
            self.add_stretch(plans, spell, purchases);
        } else {
            self.run_rate.copy_from_slice(purchases);
        }
        self.count_purchases(office, deals.is_some());
        let part = office.season.share(spell.months, YEAR_MONTHS);
        self.assess_rebates(office, part);
        if let Some(tracks) = &office.tracks {
            self.pay_tracks(plans, spell, (tracks, part), deals, &mut sums.indicators);
        }
    }

    /// What counts for levels, and what earns rebates, where won deals do.
    fn count_purchases(&mut self, office: &Office, meets_deals: bool) {
        self.trailing.clear();
        self.eligible.clear();
        let with_deals = self.run_rate.iter().zip(&self.deals);
        if meets_deals && office.counting.deals {
            self.trailing.extend(with_deals.clone().map(|(run_rate, deals)| *run_rate + deals.counted));
        }
        if meets_deals && office.rebates.on_quotations() {
            self.eligible.extend(with_deals.map(|(run_rate, deals)| *run_rate + deals.purchases));
        }
    }

    /// What counts for levels this year: run-rate purchases, and what won deals count for.
    pub(super) fn trailing(&self) -> &[Money] {
        if self.trailing.is_empty() { &self.run_rate } else { &self.trailing }
    }

    /// What earns rebates this year: run-rate purchases, and those of won deals where they do.
    pub(super) fn eligible(&self) -> &[Money] {
        if self.eligible.is_empty() { &self.run_rate } else { &self.eligible }
    }

    /// What partners buy as run-rate where some of it may be pulled forward, and what of it was added to reach a
    /// threshold.
    fn add_stretch(&mut self, plans: &Plans, spell: &Spell<'_>, purchases: &[Money]) {
        let office = spell.office;
        // Nobody stretches for a level that pays nothing.
        let stretches = spell.evaluates() && office.tracks.is_none();
        for (at, demanded) in purchases.iter().enumerate() {
            let run_rate = self.run_rate(spell, at, *demanded);
            if stretches {
                let certifications = plans.columns.certifications[self.members.start + at];
                let (held, kept) = (usize::from(self.levels[at]), office.suspended[spell.year + 1]);
                self.stretch[at] = stretch(office, (held, kept), run_rate + self.deals[at].counted, certifications);
            }
            self.run_rate[at] = run_rate + self.stretch[at];
        }
    }

    /// The rebates of a year of which `part` is played.
    fn assess_rebates(&mut self, office: &Office, part: f64) {
        let mut targets = mem::take(&mut self.targets);
        if office.rebates.has_target() {
            self.set_targets((office, part), 0..self.len(), &mut targets);
        }
        let mut rebates = mem::take(&mut self.rebates);
        if office.rebates.is_flat() {
            for (held, run) in runs(&self.levels) {
                let (eligible, run_rate) = (&self.eligible()[run.clone()], &self.run_rate[run.clone()]);
                let years = RebateYears { eligible, run_rate, targets: &targets[run.clone()] };
                office.rebates.flat_dues(held, &years, &mut rebates[run]);
            }
        } else {
            for (at, (rebate, target)) in rebates.iter_mut().zip(&targets).enumerate() {
                let (eligible, purchases) = (self.eligible()[at], self.trailing()[at]);
                let (held, run_rate) = (usize::from(self.levels[at]), self.run_rate[at]);
                *rebate = office.rebates.due(&RebateYear { held, eligible, run_rate, purchases, target: *target });
            }
        }
        (self.targets, self.rebates) = (targets, rebates);
    }

    /// Sets the targets of a run of partners for a year of which `part` is played.
    pub(super) fn set_targets(&self, (office, part): (&Office, f64), run: Range<usize>, targets: &mut [Money]) {
        office.rebates.targets(&self.last_run_rate[run], targets);
        if part != 1.0 {
            for target in targets {
                *target = Money::round_minor(target.minor() as f64 * part);
            }
        }
    }

    fn count_deals(&mut self, office: &Office, deals: Option<&PoolBook>) {
        self.stretch.fill(Money::ZERO);
        let Some(pool) = deals else { return };
        for (at, (year, tally)) in self.deals.iter_mut().zip(&pool.tallies).enumerate() {
            let purchases = tally.money(Field::CustomerSpend) - tally.money(Field::FrontMargin);
            let contracts = pool.contracts(at);
            let billed = contracts.money(Field::ContractSpend) - contracts.money(Field::ContractMargin);
            let counted = match (office.counting.deals, office.counting.contracts) {
                (false, _) => Money::ZERO,
                (true, Contracts::Billed) => purchases,
                // What was bought outright, and the whole value of what was signed.
                (true, Contracts::Whole) => purchases - billed + contracts.money(Field::ContractPurchases),
                (true, Contracts::Outright) => {
                    purchases - billed + contracts.money(Field::ContractPrice) - contracts.money(Field::OutrightMargin)
                }
            };
            *year = DealYear { purchases, counted };
        }
    }
}

/// What a partner that is paid by its level adds to its purchases to reach the next one: only where it is near enough,
/// certified for it, and would not be `kept` at it anyway by a suspension.
fn stretch(office: &Office, (held, kept): (usize, bool), purchases: Money, certifications: i64) -> Money {
    let Some(rules) = &office.stretch else { return Money::ZERO };
    let reached = office.ladder.reached(purchases);
    if kept && held > reached {
        return Money::ZERO;
    }
    let Some(threshold) = office.ladder.next_threshold(reached) else { return Money::ZERO };
    let distance = threshold - purchases;
    let certified = office.ladder.certified(held, certifications, true) > reached;
    let near = distance <= stretch_window(threshold, office.rebates.rate_step(reached), rules.capacity);
    if certified && near { distance } else { Money::ZERO }
}
