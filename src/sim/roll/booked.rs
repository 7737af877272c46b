//! The amounts of a spell by level, and how they go into the rows of a breakdown.

use crate::model::horizon::YEAR_MONTHS;
use crate::model::run_rate::Trade;
use crate::outcome::{Business, Dimension, Field, Shape, Tally};
use crate::sim::roll::Spell;
use crate::units::Money;

/// The amounts of a spell before they are booked into rows.
#[derive(Debug, Clone)]
pub struct Booked {
    /// Run-rate trade by level held.
    pub(super) trade: Vec<Trade>,
    /// Trade of purchases that were stretched for, by level held: it falls into the year's last month.
    pub(super) stretched: Vec<Trade>,
    /// Services by level held.
    pub(super) services: Vec<Tally>,
    /// Everything else by level held: what is due on a partner's purchases, and what becomes of levels.
    pub by_level: Vec<Tally>,
    /// How what is due is spread over the months of the spell: not rounded, one entry a month.
    pub(super) months: [f64; YEAR_MONTHS],
}

/// Fields of [`Booked::by_level`] that fall into the year's last month.
const AT_YEAR_END: &[Field] = &[
    Field::Promoted,
    Field::Demoted,
    Field::Saved,
    Field::FreeRiders,
    Field::FreeRiderRebates,
    Field::CliffCost,
    Field::StretchPurchases,
    Field::StretchCosts,
];

impl Booked {
    /// Nothing, for a number of levels.
    pub fn new(levels: usize) -> Booked {
        Booked {
            trade: vec![Trade::default(); levels],
            stretched: vec![Trade::default(); levels],
            services: vec![Tally::default(); levels],
            by_level: vec![Tally::default(); levels],
            months: [0.0; YEAR_MONTHS],
        }
    }

    pub(super) fn clear(&mut self) {
        self.trade.fill(Trade::default());
        self.stretched.fill(Trade::default());
        self.services.fill(Tally::default());
        self.by_level.fill(Tally::default());
        self.months = [0.0; YEAR_MONTHS];
    }
}

/// What trade means for everyone.
fn tally_of(trade: &Trade) -> Tally {
    let revenue = trade.purchases - trade.distributor;
    let mut tally = Tally::default();
    tally[Field::CustomerSpend] = trade.sales.minor();
    tally[Field::RunRateSpend] = trade.sales.minor();
    tally[Field::FrontMargin] = (trade.sales - trade.purchases).minor();
    tally[Field::RunRateMargin] = (trade.sales - trade.purchases).minor();
    tally[Field::DistributorMargin] = trade.distributor.minor();
    tally[Field::NetRevenue] = revenue.minor();
    tally[Field::GrossProfit] = (revenue - trade.cost).minor();
    tally
}

impl Booked {
    /// Adds what the partners that meet no deals were booked in the same spell: months are rounded on the total of all,
    /// so that it does not matter who meets deals under other programmes.
    pub fn join(&mut self, others: &Booked, spell: &Spell<'_>) {
        for level in 0..self.trade.len() {
            self.trade[level] += others.trade[level];
            self.stretched[level] += others.stretched[level];
            self.services[level] += &others.services[level];
            self.by_level[level] += &others.by_level[level];
        }
        let paid: i64 = others.by_level.iter().map(|tally| tally[Field::Rebates] + tally[Field::TrackPayouts]).sum();
        let whole: f64 = spell.shares[spell.first..spell.end].iter().sum();
        for month in spell.first..spell.end {
            self.months[month] += if whole > 0.0 { paid as f64 * spell.shares[month] / whole } else { 0.0 };
        }
    }

    /// Adds the spell to the rows of a breakdown.
    pub fn add_to(&self, shape: &Shape, spell: &Spell<'_>, follows_deals: bool, rows: &mut [Tally]) {
        let first = spell.year * YEAR_MONTHS;
        let month = |month: usize| shape.row(Dimension::Month, first + month);
        let last = month(spell.end - 1);
        let mut trade = Trade::default();
        let mut stretched = Trade::default();
        let [mut services, mut dues] = [Tally::default(), Tally::default()];
        for level in 0..shape.levels {
            let row = shape.row(Dimension::Level, level);
            rows[row] += &tally_of(&self.trade[level]);
            rows[row] += &tally_of(&self.stretched[level]);
            rows[row] += &self.services[level];
            rows[row] += &self.by_level[level];
            trade += self.trade[level];
            stretched += self.stretched[level];
            services += &self.services[level];
            dues += &self.by_level[level];
        }
        let mut all_trade = tally_of(&trade);
        all_trade += &tally_of(&stretched);
        rows[shape.row(Dimension::Segment, shape.segments)] += &all_trade;
        rows[shape.row(Dimension::Business, Business::RunRate as usize)] += &all_trade;
        rows[shape.row(Dimension::Business, Business::Services as usize)] += &services;
        rows[shape.unassigned(Dimension::Business)] += &dues;
        for tally in [&services, &dues] {
            rows[shape.unassigned(Dimension::Segment)] += tally;
        }
        rows[last] += &tally_of(&stretched);
        // Running totals, so that the months add up to the spell.
        let season = &spell.office.season;
        let (start, end) = (season.share(spell.first, spell.months), season.share(spell.end, spell.months));
        let within = |at: usize| {
            if at >= spell.end || end <= start { 1.0 } else { (season.share(at, spell.months) - start) / (end - start) }
        };
        let part = |amount: i64, share: f64| if share == 1.0 { amount } else { (amount as f64 * share).round() as i64 };
        let mut booked = Trade::default();
        for at in spell.first..spell.end {
            let so_far = trade.map(|amount| Money::from_minor(part(amount.minor(), within(at + 1))));
            let this = Trade {
                purchases: so_far.purchases - booked.purchases,
                sales: so_far.sales - booked.sales,
                distributor: so_far.distributor - booked.distributor,
                cost: so_far.cost - booked.cost,
            };
            rows[month(at)] += &tally_of(&this);
            booked = so_far;
        }
        // By month of the year, the share of what is due before it and before the next one.
        let all: f64 = self.months.iter().sum();
        let mut due_by = [0.0; YEAR_MONTHS + 1];
        let mut so_far = 0.0;
        for (at, due_by) in due_by.iter_mut().enumerate() {
            *due_by = match follows_deals {
                true if at >= spell.end || all <= 0.0 => 1.0,
                true => so_far / all,
                false => within(at),
            };
            so_far += self.months.get(at).unwrap_or(&0.0);
        }
        let evenly = |at: usize| {
            if at >= spell.end { 1.0 } else { (at - spell.first) as f64 / (spell.end - spell.first) as f64 }
        };
        for field in Field::ALL {
            let (due, service) = (dues[*field], services[*field]);
            if due != 0 && AT_YEAR_END.contains(field) {
                rows[last][*field] += due;
            } else if due != 0 {
                let mut before = 0;
                for at in spell.first..spell.end {
                    let so_far = part(due, due_by[at + 1]);
                    rows[month(at)][*field] += so_far - before;
                    before = so_far;
                }
            }
            if service != 0 {
                let mut before = 0;
                for at in spell.first..spell.end {
                    let so_far = part(service, evenly(at + 1));
                    rows[month(at)][*field] += so_far - before;
                    before = so_far;
                }
            }
        }
    }
}
