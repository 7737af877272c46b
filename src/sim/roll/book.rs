//! What a fiscal year brought each partner of a roll.

use std::mem;

use crate::model::behaviour::Stretch;
use crate::model::horizon::YEAR_MONTHS;
use crate::model::levels::stretch_cost;
use crate::outcome::partner::{PartnerField, PartnerTally};
use crate::outcome::{Dimension, Field, PartnerDeals, Tally, add_each};
use crate::plan::{Office, Plans};
use crate::sim::roll::spread::{Dues, spread};
use crate::sim::roll::{Booked, Roll, RollSums, Spell, runs};
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
        self.trade(spell, booked);
        self.take_due(spell);
        let mut net = mem::take(&mut self.net);
        add_net(self.bought(spell), &self.sales, self.due(spell), &mut net);
        self.net = net;
        column::add(&mut sums.columns.spend, &self.sales);
        column::add(&mut sums.columns.purchases, self.bought(spell));
        column::add(&mut sums.columns.back_end, self.due(spell));
        match &spell.office.tracks {
            Some(system) => self.book_tracks(spell, system, booked, sums),
            None => {
                for (level, run) in runs(&self.levels) {
                    booked.by_level[level][Field::Rebates] += column::sum(&self.due(spell)[run]).minor();
                }
            }
        }
        if let Some(rules) = &spell.office.stretch {
            self.book_stretches((spell.office, rules), booked, sums);
        }
        self.book_terms(plans, spell, booked, sums);
        self.book_financing(spell, booked, sums);
        if let Some(deals) = deals.filter(|_| spell.is_last()) {
            self.book_deals(deals, sums);
        }
        if let Some(deals) = months {
            let dues = Dues { due: self.due(spell), run_rate: &self.run_rate, shares: &spell.shares, deals };
            spread(&dues, spell.first..spell.end, &mut booked.months);
        }
        self.book_services(spell, booked, sums);
    }

    /// Books what partners bought and sold as run-rate in a spell, stretches apart.
    fn trade(&mut self, spell: &Spell<'_>, booked: &mut Booked) {
        let office = spell.office;
        if !self.is_bought_whole(spell) {
            let before_stretch = self.run_rate.iter().zip(&self.stretch);
            self.bought
                .iter_mut()
                .zip(before_stretch)
                .for_each(|(own, (run_rate, stretch))| *own = *run_rate - *stretch);
        }
        let mut sales = mem::take(&mut self.sales);
        for (level, run) in runs(&self.levels) {
            let sales = &mut sales[run.clone()];
            if spell.is_whole() {
                booked.trade[level] += office.run_rate.trades(&self.bought(spell)[run], level, sales);
                continue;
            }
            for (bought, sales) in self.bought[run].iter_mut().zip(sales) {
                let trade = office.run_rate.trade(*bought, level).map(|amount| spell.portion(amount));
                (*bought, *sales) = (trade.purchases, trade.sales);
                booked.trade[level] += trade;
            }
        }
        self.sales = sales;
    }

    /// Takes what is paid for the year, where only a part of it falls into a spell.
    fn take_due(&mut self, spell: &Spell<'_>) {
        if !spell.is_whole() {
            let mut due = mem::take(&mut self.due);
            due.iter_mut().zip(self.paid(spell.office)).for_each(|(due, paid)| *due = spell.portion(*paid));
            self.due = due;
        }
    }

    /// Whether a spell has all that each partner bought as run-rate, and nothing was stretched for.
    fn is_bought_whole(&self, spell: &Spell<'_>) -> bool {
        spell.is_whole() && spell.office.stretch.is_none()
    }

    /// What each partner bought as run-rate in a spell that was traded, stretches apart.
    fn bought(&self, spell: &Spell<'_>) -> &[Money] {
        if self.is_bought_whole(spell) { &self.run_rate } else { &self.bought }
    }

    /// What each partner is paid for a spell: by its track, or as a rebate.
    pub(super) fn due(&self, spell: &Spell<'_>) -> &[Money] {
        if spell.is_whole() { self.paid(spell.office) } else { &self.due }
    }

    /// Books what a year's deals brought partners.
    fn book_deals(&mut self, deals: &[PartnerDeals], sums: &mut RollSums) {
        for (net, deals) in self.net.iter_mut().zip(deals) {
            *net += Money::from_minor(PartnerTally::of_deals(deals).net_margin());
        }
        if !sums.partners.is_empty() {
            sums.columns.deals.resize(deals.len(), PartnerDeals::default());
            add_each(&mut sums.columns.deals, deals);
        }
    }

    /// Books what partners added to reach a threshold: few do.
    fn book_stretches(&mut self, (office, rules): (&Office, &Stretch), booked: &mut Booked, sums: &mut RollSums) {
        for at in 0..self.len() {
            let stretch = self.stretch[at];
            if stretch == Money::ZERO {
                continue;
            }
            let level = usize::from(self.levels[at]);
            let trade = office.run_rate.trade(stretch, level);
            let cost = stretch_cost(stretch, self.run_rate[at] + self.deals[at].counted, rules.capacity);
            booked.stretched[level] += trade;
            booked.by_level[level][Field::StretchPurchases] += stretch.minor();
            booked.by_level[level][Field::StretchCosts] += cost.minor();
            let mut tally = PartnerTally::default();
            tally[PartnerField::Spend] = trade.sales.minor();
            tally[PartnerField::FrontMargin] = (trade.sales - trade.purchases).minor();
            tally[PartnerField::Purchases] = trade.purchases.minor();
            tally[PartnerField::ProgrammeCosts] = cost.minor();
            self.keep(at, &tally, sums);
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

/// The part of a year's amount that falls into its first months, evenly.
fn even(amount: Money, months: usize) -> Money {
    Money::round_minor(amount.minor() as f64 * months as f64 / YEAR_MONTHS as f64)
}
