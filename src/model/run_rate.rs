//! Business outside quotations (docs/model.md, "Run-rate business").

use crate::model::horizon::YEAR_MONTHS;
use crate::programme::Programme;
use crate::units::{Money, Rate, column};

/// Run-rate demand of a programme.
#[derive(Debug, Clone, PartialEq)]
pub struct Demand {
    /// What is added to the shocks of each fiscal year so that their mean effect is the change of demand.
    drift: [f64; 5],
    /// Standard deviation of the shock all partners share.
    pub common_sd: f64,
    /// Standard deviation of each partner's own shock.
    pub own_sd: f64,
    /// Weights of the months.
    pub season: Season,
}

/// How a fiscal year's amounts are spread over its months.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Season([f64; YEAR_MONTHS]);

/// What run-rate purchases are sold for and what they cost.
#[derive(Debug, Clone, PartialEq)]
pub struct RunRate {
    /// One less the margin on sales of each level.
    margin_left: Vec<f64>,
    /// Vendor's cost, of purchases.
    unit_cost: Rate,
    /// What distributors keep of all purchases.
    distributor: Rate,
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

impl Demand {
    /// The demand of a programme.
    pub fn new(programme: &Programme) -> Demand {
        let (common, own) = (programme.run_rate.common_sd, programme.run_rate.own_sd);
        let mut drift = [-(common * common + own * own) / 2.0; 5];
        for year in &programme.years {
            drift[(year.year - 1) as usize] += libm::log1p(year.demand_change.to_f64());
        }
        Demand { drift, common_sd: common, own_sd: own, season: Season::new(programme) }
    }

    /// The part of a year's purchases that all partners share: the months of `year` (from 0) before `end`, a month
    /// within the year, at a standard normal shock.
    pub fn common_factor(&self, year: usize, end: usize, shock: f64) -> f64 {
        let share = if end == YEAR_MONTHS { 1.0 } else { self.season.share(end, YEAR_MONTHS) };
        share * libm::exp(self.drift[year] + self.common_sd * shock)
    }

    /// A partner's purchases: what it was entered with, in cents, times the common factor and its own.
    #[inline(always)]
    pub fn purchases(entered: f64, common: f64, own: f64) -> Money {
        Money::round_minor((entered * common * own).min(LARGEST_PURCHASES))
    }
}

impl Season {
    /// The weights of a programme's months.
    pub fn new(programme: &Programme) -> Season {
        Season(programme.season_weights())
    }

    /// The share of the first `end` months of a fiscal year that falls before `month`: nothing at the start, all at the
    /// end.
    pub fn share(&self, month: usize, end: usize) -> f64 {
        let weight = |end: usize| self.0[..end].iter().sum::<f64>();
        match month {
            0 => 0.0,
            _ if month >= end || weight(end) == 0.0 => 1.0,
            _ => weight(month) / weight(end),
        }
    }

    /// The part of an amount over the first `end` months of a year that falls before `month`, rounded half away from zero:
    /// as a running total nothing is lost. The amount may be a loss, as where payment terms are shortened.
    pub fn before(&self, amount: Money, month: usize, end: usize) -> Money {
        let part = |gain: Money| Money::round_minor(gain.minor() as f64 * self.share(month, end));
        match amount {
            _ if month >= end => amount,
            loss if loss < Money::ZERO => -part(-loss),
            gain => part(gain),
        }
    }
}

impl RunRate {
    /// The run-rate business of a programme.
    pub fn new(programme: &Programme) -> RunRate {
        RunRate {
            margin_left: programme.levels.iter().map(|level| level.run_rate_margin.complement().to_f64()).collect(),
            unit_cost: programme.run_rate.unit_cost,
            distributor: programme.distribution.of_all_purchases(),
        }
    }

    /// The trade behind the purchases of partners of a level, taken together; what each sold goes into `sales`.
    pub fn trades(&self, purchases: &[Money], level: usize, sales: &mut [Money]) -> Trade {
        sell(purchases, self.margin_left[level], sales);
        Trade {
            purchases: column::sum(purchases),
            sales: column::sum(sales),
            distributor: column::sum_of_times(purchases, self.distributor),
            cost: column::sum_of_times(purchases, self.unit_cost),
        }
    }

    /// The trade behind a partner's purchases.
    #[inline(always)]
    pub fn trade(&self, purchases: Money, level: usize) -> Trade {
        Trade {
            purchases,
            sales: sold(purchases, self.margin_left[level]),
            distributor: purchases.times(self.distributor),
            cost: purchases.times(self.unit_cost),
        }
    }
}

/// What purchases are sold for.
#[inline(always)]
fn sold(purchases: Money, margin_left: f64) -> Money {
    Money::round_minor(purchases.minor() as f64 / margin_left)
}

#[multiversion::multiversion(targets("x86_64+avx512f+avx512dq+avx512vl", "x86_64+avx2"))]
fn sell(purchases: &[Money], margin_left: f64, sales: &mut [Money]) {
    for (sales, purchases) in sales.iter_mut().zip(purchases) {
        *sales = sold(*purchases, margin_left);
    }
}

impl Trade {
    /// The same with something done to each of its amounts.
    #[inline(always)]
    pub fn map(&self, change: impl Fn(Money) -> Money) -> Trade {
        Trade {
            purchases: change(self.purchases),
            sales: change(self.sales),
            distributor: change(self.distributor),
            cost: change(self.cost),
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
    fn a_loss_is_spread_as_a_gain_is() {
        let season = Season([1.0; YEAR_MONTHS]);
        // A quarter of 202 cents is 50.5: 51, either way.
        for sign in [1, -1] {
            assert_eq!(season.before(Money::from_minor(sign * 202), 3, 12), Money::from_minor(sign * 51));
            assert_eq!(season.before(Money::from_minor(sign * 202), 12, 12), Money::from_minor(sign * 202));
        }
    }

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
            vec![crate::programme::Year { year: 2, demand_change: Rate::per_mille(-160), thresholds_suspended: false }]
                .into();
        let run_rate = Demand::new(&programme);
        // The mean of exp(sd z) is exp(sd^2 / 2), for the common and for the own shock.
        let means = libm::exp((0.05_f64 * 0.05 + 0.25 * 0.25) / 2.0);
        assert!((run_rate.common_factor(0, 12, 0.0) * means - 1.0).abs() < 1e-12);
        assert!((run_rate.common_factor(1, 12, 0.0) * means - 0.84).abs() < 1e-12);
        assert!((run_rate.common_factor(1, 3, 0.0) * means - 0.21).abs() < 1e-12);
    }

    #[test]
    fn months_add_up_to_the_year() {
        let season = Demand::new(&schema::defaults()).season;
        let year = RunRate::new(&schema::defaults()).trade(Money::from_minor(10_000_001), 2);
        let mut sum = Trade::default();
        for month in 0..12 {
            sum += year.map(|amount| season.before(amount, month + 1, 12) - season.before(amount, month, 12));
        }
        assert_eq!(sum, year);
    }
}
