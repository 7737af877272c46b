//! Business outside quotations (docs/model.md, "Run-rate business").

use crate::model::horizon::YEAR_MONTHS;
use crate::programme::Programme;
use crate::units::{Money, Rate};

/// The run-rate business of a programme.
#[derive(Debug, Clone, PartialEq)]
pub struct RunRate {
    /// One less the margin on sales of each level.
    margin_left: Vec<f64>,
    /// Vendor's cost, of purchases.
    unit_cost: Rate,
    /// What distributors keep of all purchases.
    distributor: Rate,
    /// What is added to the shocks of each fiscal year so that their mean effect is the change of demand.
    drift: [f64; 5],
    /// Standard deviation of the shock all partners share.
    pub common_sd: f64,
    /// Standard deviation of each partner's own shock.
    pub own_sd: f64,
    weights: [f64; YEAR_MONTHS],
}

/// What a partner bought and sold, or what several did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Trade {
    /// Purchases from the vendor or a distributor.
    pub purchases: Money,
    /// Sales to customers.
    pub sales: Money,
    /// What distributors kept.
    pub distributor: Money,
    /// Vendor's cost of goods.
    pub cost: Money,
}

/// The most a partner buys in a year, in cents: 10 billion; a shock beyond is cut off, so that sums stay exact.
const LARGEST_PURCHASES: f64 = 1_000_000_000_000.0;

impl RunRate {
    /// The run-rate business of a programme.
    pub fn new(programme: &Programme) -> RunRate {
        let (common, own) = (programme.run_rate.common_sd, programme.run_rate.own_sd);
        let mut drift = [-(common * common + own * own) / 2.0; 5];
        for year in &programme.years {
            drift[(year.year - 1) as usize] += libm::log1p(year.demand_change.to_f64());
        }
        RunRate {
            margin_left: programme.levels.iter().map(|level| level.run_rate_margin.complement().to_f64()).collect(),
            unit_cost: programme.run_rate.unit_cost,
            distributor: programme.distribution.of_all_purchases(),
            drift,
            common_sd: common,
            own_sd: own,
            weights: programme.season_weights(),
        }
    }

    /// The part of a year's purchases that all partners share: the months of `year` (from 0) before `end`, a month
    /// within the year, at a standard normal shock.
    pub fn common_factor(&self, year: usize, end: usize, shock: f64) -> f64 {
        let share = self.weight(0, end) / self.weight(0, YEAR_MONTHS);
        share * libm::exp(self.drift[year] + self.common_sd * shock)
    }

    fn weight(&self, first: usize, end: usize) -> f64 {
        self.weights[first..end].iter().sum()
    }

    /// A partner's purchases: what it was entered with, in cents, times the common factor and its own.
    #[inline(always)]
    pub fn purchases(entered: f64, common: f64, own: f64) -> Money {
        Money::round_minor((entered * common * own).min(LARGEST_PURCHASES))
    }

    /// The trade behind a partner's purchases.
    #[inline(always)]
    pub fn trade(&self, purchases: Money, level: usize) -> Trade {
        Trade {
            purchases,
            sales: Money::round_minor(purchases.minor() as f64 / self.margin_left[level]),
            distributor: purchases.times(self.distributor),
            cost: purchases.times(self.unit_cost),
        }
    }

    /// The part of a trade over months `first` to before `end` that is booked up to before `month`: by the months'
    /// weights, rounded on the running total so that nothing is lost.
    pub fn booked(&self, trade: &Trade, first: usize, end: usize, month: usize) -> Trade {
        let whole = self.weight(first, end);
        let share = if whole > 0.0 { self.weight(first, month) / whole } else { 1.0 };
        let part = |amount: Money| {
            if month >= end { amount } else { Money::round_minor(amount.minor() as f64 * share) }
        };
        Trade {
            purchases: part(trade.purchases),
            sales: part(trade.sales),
            distributor: part(trade.distributor),
            cost: part(trade.cost),
        }
    }
}

impl std::ops::AddAssign for Trade {
    #[inline(always)]
    fn add_assign(&mut self, other: Trade) {
        self.purchases += other.purchases;
        self.sales += other.sales;
        self.distributor += other.distributor;
        self.cost += other.cost;
    }
}

impl std::ops::Sub for Trade {
    type Output = Trade;
    fn sub(self, other: Trade) -> Trade {
        Trade {
            purchases: self.purchases - other.purchases,
            sales: self.sales - other.sales,
            distributor: self.distributor - other.distributor,
            cost: self.cost - other.cost,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema;

    #[test]
    fn sales_carry_the_margin_of_the_level() {
        // 97,000 of purchases at 3 % of sales are sold at 100,000; distributors keep 2 % of 30 %; goods cost 68 %.
        let trade = RunRate::new(&schema::defaults()).trade(Money::from_units(97_000), 1);
        assert_eq!(trade.sales, Money::from_units(100_000));
        assert_eq!(trade.distributor, Money::from_units(582));
        assert_eq!(trade.cost, Money::from_units(65_960));
    }

    #[test]
    fn the_mean_of_the_shocks_is_the_change_of_demand() {
        let mut programme = schema::defaults();
        programme.years =
            vec![crate::programme::Year { year: 2, demand_change: Rate::per_mille(-160), thresholds_suspended: false }];
        let run_rate = RunRate::new(&programme);
        // The mean of exp(sd z) is exp(sd^2 / 2), for the common and for the own shock.
        let means = libm::exp((0.05_f64 * 0.05 + 0.25 * 0.25) / 2.0);
        assert!((run_rate.common_factor(0, 12, 0.0) * means - 1.0).abs() < 1e-12);
        assert!((run_rate.common_factor(1, 12, 0.0) * means - 0.84).abs() < 1e-12);
        assert!((run_rate.common_factor(1, 3, 0.0) * means - 0.21).abs() < 1e-12);
    }

    #[test]
    fn months_add_up_to_the_year() {
        let run_rate = RunRate::new(&schema::defaults());
        let year = run_rate.trade(Money::from_minor(10_000_001), 2);
        let mut sum = Trade::default();
        for month in 0..12 {
            sum += run_rate.booked(&year, 0, 12, month + 1) - run_rate.booked(&year, 0, 12, month);
        }
        assert_eq!(sum, year);
    }
}
