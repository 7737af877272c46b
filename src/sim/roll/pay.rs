//! Payouts of compensation tracks (docs/model.md, "Tracks" and "Indicators").

use crate::model::indicators::PartnerYear;
use crate::model::tracks;
use crate::outcome::{Field, PartnerContracts, PartnerDeals};
use crate::plan::{Plans, TrackSystem};
use crate::sim::accounts::PoolBook;
use crate::sim::roll::{Roll, RollSums, Spell, TrackYear};
use crate::units::Money;

/// The most indicators of a workbook.
const MOST_INDICATORS: usize = 64;

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
        let nothing = PartnerDeals::default();
        let indicators = system.card.indicators();
        let mut parts = [0.0; MOST_INDICATORS];
        for at in 0..self.len() {
            let place = self.members.start + at;
            let member = &plans.members[place];
            let [enrols, shares] = spell.draws.enrolment(spell.trial, place);
            let run_rate = self.run_rate[at];
            let (of_deals, contracts) = match deals {
                Some(pool) if office.counting.deals => (&pool.tallies[at], pool.contracts(at)),
                _ => (&nothing, PartnerContracts::default()),
            };
            let recognised = contracts.money(Field::ContractSpend);
            let year = PartnerYear {
                service_capability: office.services.as_ref().map_or(0.0, |services| services.capability[place]),
                purchases: self.trailing()[at],
                entered: scaled(member.purchases, part),
                run_rate,
                target: scaled(office.rebates.target(self.last_run_rate[at]), part),
                requests: of_deals[Field::Requests],
                quotations_won: of_deals[Field::QuotationsWon],
                presales: of_deals.money(Field::Presales),
                deal_spend: of_deals.money(Field::CustomerSpend) - recognised + contracts.money(Field::ContractPrice),
                deals_won: of_deals[Field::DealsWon],
            };
            let shares_data = member.shares_data && system.rules.opts_in.hits(shares);
            let track = usize::from(system.of_partner[place][usize::from(shares_data)]);
            let mut normals = [0.0; MOST_INDICATORS];
            let drawn = spell.draws.indicators(spell.year, spell.trial, place);
            for (normal, slot) in normals.iter_mut().zip(&slots) {
                *normal = f64::from(drawn[*slot]);
            }
            let score = system.card.score(&year, &normals[..slots.len()]);
            let on_deals = office.rebates.on_quotations() && office.counting.deals;
            let eligible = if on_deals { run_rate + self.deals[at].purchases } else { run_rate };
            // Who does not enrol keeps the rebates of its level.
            let enrolled = system.rules.enrolled.hits(enrols);
            self.payouts[at] = if enrolled { system.rules.payout(track, eligible, score) } else { self.rebates[at] };
            self.tracks[at] = TrackYear { enrolled, track: track as u8, score, eligible };
            if enrolled {
                system.card.contributions(&year, &normals[..slots.len()], &mut parts[..indicators]);
                for (sum, part) in earned.iter_mut().zip(&parts[..indicators]) {
                    *sum += system.rules.bonus(track, eligible, *part).minor();
                }
            }
        }
    }

    /// The places of those who are enrolled.
    fn enrolled(&self) -> impl Iterator<Item = usize> {
        self.tracks.iter().enumerate().filter(|(_, year)| year.enrolled).map(|(at, _)| at)
    }

    /// Adds the year to the sums by track.
    pub(super) fn sum_tracks(&self, spell: &Spell<'_>, sums: &mut RollSums) {
        if spell.office.tracks.is_none() {
            return;
        }
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

/// The part of a year's amount.
fn scaled(amount: Money, part: f64) -> Money {
    if part == 1.0 { amount } else { Money::round_minor(amount.minor() as f64 * part) }
}
