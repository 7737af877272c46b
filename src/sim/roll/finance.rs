//! What payment terms and financing bring the partners of a roll (docs/model.md, "Payment terms").

use crate::model::terms::{TermsRules, TermsYear};
use crate::outcome::{Field, Tally};
use crate::plan::Plans;
use crate::sim::roll::{Booked, Roll, RollSums, Spell, runs};
use crate::units::{Money, column};

impl Roll {
    /// Books what payment terms change in a spell.
    pub(super) fn book_terms(&mut self, plans: &Plans, spell: &Spell<'_>, booked: &mut Booked, sums: &mut RollSums) {
        let terms = &spell.office.terms;
        let before = spell.before.map(|before| &before.terms).filter(|_| spell.opens);
        if terms.none() && before.is_none_or(TermsRules::none) {
            return;
        }
        let all: Vec<Money> =
            self.run_rate.iter().zip(&self.deals).map(|(own, deals)| *own + deals.purchases).collect();
        if spell.opens {
            for (level, run) in runs(&self.levels) {
                // What is left with partners changes once: by what it was under the rules before.
                let left = |terms: &TermsRules| terms.receivable_shifts(&all[run.clone()]);
                let shift = left(terms) - before.map_or(Money::ZERO, left);
                booked.by_level[level][Field::ReceivableShift] += shift.minor();
            }
        }
        if terms.none() {
            return;
        }
        let costs = &plans.columns.costs_of_capital[self.members.clone()];
        let mut gains = vec![Money::ZERO; self.len()];
        for (level, run) in runs(&self.levels) {
            let (all, costs, gains) = (&all[run.clone()], &costs[run.clone()], &mut gains[run]);
            let year = if spell.is_whole() {
                terms.years(all, costs, gains)
            } else {
                let mut sum = TermsYear::default();
                for ((all, cost), gain) in all.iter().zip(costs).zip(gains) {
                    let year = terms.year(*all, *cost).map(|amount| spell.portion(amount));
                    *gain = year.partner_gain();
                    sum += year;
                }
                sum
            };
            book_year(&year, &mut booked.by_level[level]);
        }
        column::add(&mut self.net, &gains);
        column::add(&mut sums.columns.finance, &gains);
    }

    /// Books what financing offers bring in a spell.
    pub(super) fn book_financing(&mut self, spell: &Spell<'_>, booked: &mut Booked, sums: &mut RollSums) {
        let Some(offers) = spell.office.financing.get(self.places()) else { return };
        let mut gains: Vec<Money> = Vec::with_capacity(offers.len());
        for (level, run) in runs(&self.levels) {
            let row = &mut booked.by_level[level];
            for (gain, cost) in &offers[run] {
                let gain = spell.part_of_year(*gain);
                row[Field::FinancingGain] += gain.minor();
                row[Field::FinancingCost] += spell.part_of_year(*cost).minor();
                gains.push(gain);
            }
        }
        column::add(&mut self.net, &gains);
        column::add(&mut sums.columns.finance, &gains);
    }
}

/// Books what terms change, what is owed longer apart.
fn book_year(year: &TermsYear, row: &mut Tally) {
    for (field, amount) in [
        (Field::TermsGain, year.gain),
        (Field::TermsCapital, year.vendor_capital),
        (Field::CreditLoss, year.credit_loss),
        (Field::EarlyDiscounts, year.early_discount),
        (Field::EarlyPartnerCapital, year.early_partner_capital),
        (Field::EarlyVendorCapital, year.early_vendor_capital),
    ] {
        row[field] += amount.minor();
    }
}
