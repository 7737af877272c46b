//! What a fiscal year brought each partner of a roll.

use crate::model::horizon::YEAR_MONTHS;
use crate::model::run_rate::Trade;
use crate::outcome::partner::{PartnerField, PartnerTally};
use crate::outcome::{Dimension, Field, PartnerDeals, Tally, add_each};
use crate::plan::{Office, Plans};
use crate::sim::roll::spread::{Dues, spread};
use crate::sim::roll::{Booked, Roll, RollSums, Spell, TrackYear, cost_of_stretch, runs};
use crate::units::{Money, column};

/// What deliverers earn for the tickets of a spell: partner, fee, cost.
pub type Fees = [(usize, Money, Money)];

/// What the deals of a year brought each partner, and what they brought it to buy by month, where what is due follows that.
pub type Deals<'a> = (Option<&'a [PartnerDeals]>, Option<&'a [Money]>);

impl Roll {
    /// Books a spell that was assessed. `months` are what won deals brought each partner to buy by month, where what is
    /// due follows that.
    pub fn book(
        &mut self,
        plans: &Plans,
        spell: &Spell<'_>,
        (deals, months): Deals<'_>,
        booked: &mut Booked,
        sums: &mut RollSums,
    ) {
        booked.clear();
        let office = spell.office;
        let purchases = &spell.draws.purchases(office.demand, spell.year)[self.members.clone()];
        // Most partners are owed nothing but their rebate.
        let no_terms = office.terms.none() && spell.before.is_none_or(|before| before.terms.none());
        let plain = office.tracks.is_none() && no_terms && office.financing.is_empty();
        if plain && spell.is_whole() && office.stretch.is_none() {
            self.book_plainly(office, booked, sums);
            if let Some(deals) = deals {
                self.book_deals(deals, sums);
            }
        } else {
            let plain = plain && deals.is_none();
            self.book_partners(plans, spell, (purchases, plain), deals, (booked, sums));
        }
        if let Some(deals) = months {
            let due: Vec<Money> = (0..self.len()).map(|at| spell.portion(self.paid(office, at))).collect();
            let dues = Dues { due: &due, run_rate: &self.run_rate, shares: &spell.shares, deals };
            spread(&dues, spell.first..spell.end, &mut booked.months);
        }
        self.book_services(spell, booked, sums);
        self.sum_tracks(spell, sums);
    }

    /// Books a whole year of run-rate business and rebates, of partners that stretch for nothing.
    fn book_plainly(&mut self, office: &Office, booked: &mut Booked, sums: &mut RollSums) {
        for (level, run) in runs(&self.levels) {
            let (purchases, sales) = (&self.run_rate[run.clone()], &mut self.sales[run.clone()]);
            booked.trade[level] += office.run_rate.trades(purchases, level, sales);
            booked.by_level[level][Field::Rebates] += column::sum(&self.rebates[run]).minor();
        }
        add_net(&self.run_rate, &self.sales, &self.rebates, &mut self.net);
        column::add(&mut sums.columns.spend, &self.sales);
        column::add(&mut sums.columns.purchases, &self.run_rate);
        column::add(&mut sums.columns.rebates, &self.rebates);
    }

    /// Books what a year's deals brought partners that have nothing else beside run-rate business and rebates.
    fn book_deals(&mut self, deals: &[PartnerDeals], sums: &mut RollSums) {
        for (net, deals) in self.net.iter_mut().zip(deals) {
            *net += Money::from_minor(PartnerTally::of_deals(deals).net_margin());
        }
        if !sums.partners.is_empty() {
            sums.columns.deals.resize(deals.len(), PartnerDeals::default());
            add_each(&mut sums.columns.deals, deals);
        }
    }

    /// Books what each partner's spell came to; those that are `plain` are owed nothing but their rebate.
    fn book_partners(
        &mut self,
        plans: &Plans,
        spell: &Spell<'_>,
        (purchases, plain): (&[Money], bool),
        deals: Option<&[PartnerDeals]>,
        (booked, sums): (&mut Booked, &mut RollSums),
    ) {
        let office = spell.office;
        for (at, demanded) in purchases.iter().enumerate() {
            let level = usize::from(self.levels[at]);
            let run_rate = self.run_rate(spell, at, *demanded);
            let whole = office.run_rate.trade(run_rate, level);
            let trade = if spell.is_whole() { whole } else { whole.map(|amount| spell.portion(amount)) };
            booked.trade[level] += trade;
            if plain && self.stretch[at] == Money::ZERO {
                let paid = spell.portion(self.rebates[at]).minor();
                book_plain(&trade, paid, &mut booked.by_level[level], (&mut self.net[at], sums.partners.get_mut(at)));
                continue;
            }
            let mut tally = PartnerTally::default();
            tally[PartnerField::Spend] = trade.sales.minor();
            tally[PartnerField::FrontMargin] = (trade.sales - trade.purchases).minor();
            tally[PartnerField::Purchases] = trade.purchases.minor();
            if self.stretch[at] > Money::ZERO {
                self.book_stretch(office, at, run_rate, booked, &mut tally);
            }
            self.book_dues(plans, spell, at, run_rate, &mut booked.by_level[level], &mut tally);
            if let (Some(deals), true) = (deals, spell.is_last()) {
                tally += &PartnerTally::of_deals(&deals[at]);
            }
            self.keep(at, &tally, sums);
        }
    }

    fn book_stretch(&self, office: &Office, at: usize, run_rate: Money, booked: &mut Booked, tally: &mut PartnerTally) {
        let level = usize::from(self.levels[at]);
        let trade = office.run_rate.trade(self.stretch[at], level);
        booked.stretched[level] += trade;
        let threshold = run_rate + self.deals[at].counted + self.stretch[at];
        let cost = cost_of_stretch(office, threshold, self.stretch[at]);
        booked.by_level[level][Field::StretchPurchases] += self.stretch[at].minor();
        booked.by_level[level][Field::StretchCosts] += cost.minor();
        tally[PartnerField::Spend] += trade.sales.minor();
        tally[PartnerField::FrontMargin] += (trade.sales - trade.purchases).minor();
        tally[PartnerField::Purchases] += trade.purchases.minor();
        tally[PartnerField::ProgrammeCosts] += cost.minor();
    }

    /// What is due on a partner's purchases: back-end, track, payment terms, financing.
    #[inline(always)]
    fn book_dues(
        &self,
        plans: &Plans,
        spell: &Spell<'_>,
        at: usize,
        run_rate: Money,
        row: &mut Tally,
        tally: &mut PartnerTally,
    ) {
        let office = spell.office;
        let place = self.members.start + at;
        let paid = spell.portion(self.paid(office, at)).minor();
        tally[PartnerField::BackEnd] = paid;
        match &office.tracks {
            None => row[Field::Rebates] += paid,
            Some(_) if !self.tracks[at].enrolled => row[Field::Rebates] += paid,
            Some(tracks) => {
                let TrackYear { track, score, .. } = self.tracks[at];
                let rebates = spell.portion(self.rebates[at]).minor();
                let cost = spell.part_of_year(tracks.rules.fixed_cost(usize::from(track))).minor();
                row[Field::TrackPayouts] += paid;
                row[Field::LegacyRebates] += rebates;
                row[Field::TrackCosts] += cost;
                tally[PartnerField::LegacyRebates] = rebates;
                tally[PartnerField::ProgrammeCosts] += cost;
                if spell.is_last() {
                    tally[PartnerField::Score] = (score * 1e6).round() as i64;
                    tally[PartnerField::Track] = i64::from(track);
                }
            }
        }
        let all = run_rate + self.stretch[at] + self.deals[at].purchases;
        if spell.opens {
            // What is left with the partner changes once: by what it was under the rules before.
            let left = |office: &Office| match office.terms.none() {
                true => Money::ZERO,
                false => office.terms.year(all, plans.members[place].cost_of_capital).receivable_shift,
            };
            row[Field::ReceivableShift] += (left(office) - spell.before.map_or(Money::ZERO, left)).minor();
        }
        if !office.terms.none() {
            let terms = office.terms.year(all, plans.members[place].cost_of_capital);
            let part = |amount: Money| spell.portion(amount).minor();
            let [gain, early, capital] =
                [part(terms.gain), part(terms.early_discount), part(terms.early_partner_capital)];
            row[Field::TermsGain] += gain;
            row[Field::TermsCapital] += part(terms.vendor_capital);
            row[Field::CreditLoss] += part(terms.credit_loss);
            row[Field::EarlyDiscounts] += early;
            row[Field::EarlyPartnerCapital] += capital;
            row[Field::EarlyVendorCapital] += part(terms.early_vendor_capital);
            tally[PartnerField::FinanceGain] += gain + early - capital;
        }
        if let Some((gain, cost)) = office.financing.get(place) {
            let gain = spell.part_of_year(*gain).minor();
            row[Field::FinancingGain] += gain;
            row[Field::FinancingCost] += spell.part_of_year(*cost).minor();
            tally[PartnerField::FinanceGain] += gain;
        }
    }

    /// Services sold, evenly over the year.
    fn book_services(&mut self, spell: &Spell<'_>, booked: &mut Booked, sums: &mut RollSums) {
        let Some(services) = &spell.office.services else { return };
        let part = |amount: Money| even(amount, spell.end) - even(amount, spell.first);
        for (place, year) in &services.sellers {
            if !self.members.contains(place) {
                continue;
            }
            let at = place - self.members.start;
            let row = &mut booked.services[usize::from(self.levels[at])];
            let (sales, goods, kickback) = (part(year.sales), part(year.cost), part(year.kickback));
            let training = part(year.training_partner);
            row[Field::CustomerSpend] += sales.minor();
            row[Field::ServiceSpend] += sales.minor();
            row[Field::NetRevenue] += sales.minor();
            row[Field::GrossProfit] += (sales - goods).minor();
            row[Field::ServiceGoods] += goods.minor();
            row[Field::Kickbacks] += kickback.minor();
            row[Field::TrainingVendor] += part(year.training_vendor).minor();
            row[Field::TrainingPartner] += training.minor();
            let mut tally = PartnerTally::default();
            tally[PartnerField::ServiceMargin] = kickback.minor();
            tally[PartnerField::ProgrammeCosts] = training.minor();
            self.keep(at, &tally, sums);
        }
    }

    /// Books what deliverers earned for tickets, by level: the other rows have it by month.
    pub fn book_fees(&mut self, plans: &Plans, fees: &Fees, rows: &mut [Tally], sums: &mut RollSums) {
        for (place, fee, cost) in fees {
            if !self.members.contains(place) {
                continue;
            }
            let at = place - self.members.start;
            let row = &mut rows[plans.shape.row(Dimension::Level, usize::from(self.levels[at]))];
            row[Field::TicketFees] += fee.minor();
            row[Field::TicketCosts] += cost.minor();
            let mut tally = PartnerTally::default();
            tally[PartnerField::ServiceMargin] = (*fee - *cost).minor();
            self.keep(at, &tally, sums);
        }
    }
}

/// Adds run-rate business and rebates to the partners' net margins.
#[multiversion::multiversion(targets("x86_64+avx512f+avx512dq+avx512vl", "x86_64+avx2"))]
fn add_net(purchases: &[Money], sales: &[Money], rebates: &[Money], net: &mut [Money]) {
    for (((net, sales), purchases), rebate) in net.iter_mut().zip(sales).zip(purchases).zip(rebates) {
        *net = net.wrapping_add(*sales).wrapping_sub(*purchases).wrapping_add(*rebate);
    }
}

/// Books a partner that has run-rate business and a rebate, and nothing else.
#[inline(always)]
fn book_plain(trade: &Trade, paid: i64, row: &mut Tally, (net, sum): (&mut Money, Option<&mut PartnerTally>)) {
    let margin = (trade.sales - trade.purchases).minor();
    row[Field::Rebates] += paid;
    *net += Money::from_minor(margin + paid);
    let Some(sum) = sum else { return };
    sum[PartnerField::Spend] += trade.sales.minor();
    sum[PartnerField::FrontMargin] += margin;
    sum[PartnerField::BackEnd] += paid;
    sum[PartnerField::Purchases] += trade.purchases.minor();
}

/// The part of a year's amount that falls into its first months, evenly.
fn even(amount: Money, months: usize) -> Money {
    Money::round_minor(amount.minor() as f64 * months as f64 / YEAR_MONTHS as f64)
}
