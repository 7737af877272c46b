//! Settling the fiscal years of a trial, and closing it.

use crate::model::horizon::YEAR_MONTHS;
use crate::model::savings::payback_month;
use crate::outcome::{Dimension, Field, Tally, add_each};
use crate::plan::{Chain, Plans};
use crate::sim::accounts::PoolBook;
use crate::sim::partners::PartnerDraws;
use crate::sim::roll::{Spell, neutral};
use crate::sim::trial::{ChainState, PlanState, Setting, Workspace};
use crate::sim::witness::{Settled, Whose, Witness};
use crate::units::Money;

impl Workspace {
    /// Settles a fiscal year, from 0, with all partners under every plan.
    pub(super) fn close_year<W: Witness>(
        &mut self,
        setting: &Setting<'_>,
        (draws, at): (&PartnerDraws, usize),
        year: usize,
        witness: &mut W,
    ) {
        let plans = setting.plans;
        self.share_out(plans, ((year + 1) * YEAR_MONTHS).min(plans.months));
        let booked = &mut self.booked;
        let shared = plans.chains.iter().zip(&mut self.chains).enumerate();
        for (place, (rules, chain)) in shared.filter(|(_, (rules, _))| rules.owner.is_none()) {
            for (number, spell) in spells(plans, rules, draws, at, year).iter().enumerate() {
                let Some(spell) = spell else { continue };
                if W::LISTENS {
                    witness.settling(&chain.told(place, spell));
                }
                chain.roll.assess(plans, spell, None, &mut chain.sums);
                chain.settle(plans, spell, number);
                if W::LISTENS {
                    witness.settled(&chain.told(place, spell));
                }
            }
        }
        for (place, plan) in self.plans.iter_mut().enumerate() {
            plan.close_deals(year);
            let own = plans.plans[place].chain;
            let rules = &plans.chains[own];
            let chain = &mut self.chains[own];
            for (number, spell) in spells(plans, rules, draws, at, year).iter().enumerate() {
                let Some(spell) = spell else { continue };
                if W::LISTENS {
                    witness.settling(&plan.told(place, spell));
                }
                plan.roll.assess(plans, spell, Some(&plan.difference.pool), &mut plan.sums);
                if rules.owner == Some(place) {
                    if W::LISTENS {
                        witness.settling(&chain.told(own, spell));
                    }
                    chain.roll.assess(plans, spell, None, &mut chain.sums);
                    if spell.office.pays_neutral() {
                        neutral(&mut plan.roll, &mut chain.roll);
                    }
                    chain.settle(plans, spell, number);
                    if W::LISTENS {
                        witness.settled(&chain.told(own, spell));
                    }
                }
                let PoolBook { tallies, bought, .. } = &plan.difference.pool;
                let deals = (Some(tallies.as_slice()), plan.due_on_deals.then_some(bought.as_slice()));
                plan.roll.book(plans, spell, deals, booked, &mut plan.sums);
                if spell.evaluates() {
                    plan.roll.evaluate(plans, spell, booked, &mut plan.sums);
                }
                booked.join(&chain.booked[number], spell);
                booked.add_to(&plans.shape, spell, plan.due_on_deals, &mut plan.rows);
                if let Some(services) = &spell.office.services {
                    let fees = chain.fees(&services.tickets_up_to, year, (spell.first, spell.end));
                    plan.roll.book_fees(plans, &fees, &mut plan.rows, &mut plan.sums);
                }
                if W::LISTENS {
                    witness.settled(&plan.told(place, spell));
                }
            }
            plan.difference.pool.empty();
        }
    }

    /// Closes a trial: what belongs to a plan whoever its partners are, and who holds which level in the end.
    pub(super) fn close(&mut self, setting: &Setting<'_>) {
        let plans = setting.plans;
        for chain in &mut self.chains {
            chain.held.fill(0);
            chain.roll.close(plans, &mut chain.sums, &mut chain.held);
        }
        for (place, plan) in self.plans.iter_mut().enumerate() {
            let rules = &plans.plans[place];
            let chain = &self.chains[rules.chain];
            add_each(&mut plan.rows, &chain.rows);
            plan.book_held(plans, chain);
            let baseline = &self.chains[plans.plans[rules.baseline].chain].subcontracting;
            plan.book_savings(plans, place, (baseline, &chain.subcontracting));
        }
    }
}

impl ChainState {
    fn told<'a>(&'a self, place: usize, spell: &'a Spell<'a>) -> Settled<'a> {
        let ChainState { roll, sums, rows, .. } = self;
        Settled { whose: Whose::Chain(place), spell, roll, sums, deals: None, rows }
    }

    /// Books a spell of the partners that meet no deals, the first or the second of its year.
    fn settle(&mut self, plans: &Plans, spell: &Spell<'_>, number: usize) {
        let booked = &mut self.booked[number];
        self.roll.book(plans, spell, (None, None), booked, &mut self.sums);
        if spell.evaluates() {
            self.roll.evaluate(plans, spell, booked, &mut self.sums);
        }
        if let Some(services) = &spell.office.services {
            let fees = self.fees(&services.tickets_up_to, spell.year, (spell.first, spell.end));
            self.roll.book_fees(plans, &fees, &mut self.rows, &mut self.sums);
        }
    }
}

impl PlanState {
    fn told<'a>(&'a self, place: usize, spell: &'a Spell<'a>) -> Settled<'a> {
        let PlanState { roll, sums, rows, difference, .. } = self;
        Settled { whose: Whose::Plan(place), spell, roll, sums, deals: Some(&difference.pool.tallies), rows }
    }

    /// Closes the year's end of the trial: books the partners at each level after the last evaluation.
    fn book_held(&mut self, plans: &Plans, chain: &ChainState) {
        let shape = &plans.shape;
        let mut held = chain.held.clone();
        self.roll.close(plans, &mut self.sums, &mut held);
        let all: i64 = held.iter().sum();
        for (level, held) in held.into_iter().enumerate() {
            self.rows[shape.row(Dimension::Level, level)][Field::Held] = held;
        }
        for row in [
            shape.unassigned(Dimension::Segment),
            shape.unassigned(Dimension::Business),
            shape.row(Dimension::Month, shape.months - 1),
        ] {
            self.rows[row][Field::Held] = all;
        }
    }

    /// Books savings month by month; subcontracting that the baseline pays for and this plan does not is one.
    fn book_savings(&mut self, plans: &Plans, place: usize, (baseline, own): (&[Option<Money>], &[Option<Money>])) {
        let rules = &plans.plans[place];
        let mut cash = Vec::with_capacity(plans.months);
        let (mut so_far, mut run_rate) = (Money::ZERO, Money::ZERO);
        for month in 0..plans.months {
            let planned = rules.savings.month(month);
            let avoided = match (baseline[month], own[month]) {
                (Some(baseline), Some(own)) if rules.counts_subcontracting => baseline - own,
                _ => Money::ZERO,
            };
            let gross = planned.gross + avoided;
            let net = planned.net + avoided;
            so_far += net - planned.one_off;
            cash.push(so_far);
            let rate_now = planned.exit_run_rate + Money::from_minor(avoided.minor() * YEAR_MONTHS as i64);
            let risen = rate_now - run_rate;
            run_rate = rate_now;
            self.book_unassigned(plans, month, |tally| {
                tally[Field::SavingsGross] += gross.minor();
                tally[Field::SavingsFromJobs] += planned.from_jobs.minor();
                tally[Field::SavingsReinvested] += (gross - net).minor();
                tally[Field::SavingsOneOff] += planned.one_off.minor();
                // Month by month what it rises by, so that it stands right at every year's end.
                tally[Field::SavingsExitRunRate] += risen.minor();
            });
        }
        let payback = payback_month(&cash).map_or(0, |month| month as i64);
        self.book_unassigned(plans, plans.months - 1, |tally| {
            tally[Field::PaybackMonth] += payback;
        });
    }

    fn book_unassigned(&mut self, plans: &Plans, month: usize, entry: impl Fn(&mut Tally)) {
        let shape = &plans.shape;
        for dimension in [Dimension::Level, Dimension::Segment, Dimension::Business] {
            entry(&mut self.rows[shape.unassigned(dimension)]);
        }
        entry(&mut self.rows[shape.row(Dimension::Month, month)]);
    }
}

/// The spells of a fiscal year: one, or two where the own rules begin within it.
fn spells<'a>(
    plans: &'a Plans,
    chain: &Chain,
    draws: &'a PartnerDraws,
    trial: usize,
    year: usize,
) -> [Option<Spell<'a>>; 2] {
    let start = year * YEAR_MONTHS;
    let months = (plans.months - start).min(YEAR_MONTHS);
    let change = chain.from.clamp(start, start + months) - start;
    let spell = |first: usize, end: usize| {
        let office = &plans.offices[chain.office(start + first)];
        let before = |month: usize| office.season.share(month, months);
        (first < end).then(|| Spell {
            office,
            year,
            first,
            end,
            months,
            shares: std::array::from_fn(|month| if month < months { before(month + 1) - before(month) } else { 0.0 }),
            opens: start + first == 0 || start + first == chain.from,
            before: (start + first > 0).then(|| &plans.offices[chain.before]),
            trial,
            draws,
        })
    };
    [spell(0, change), spell(change, months)]
}
