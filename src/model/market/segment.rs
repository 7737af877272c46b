//! A segment of the market: how large its deals are, who meets them, and what the competing vendor asks
//! (docs/model.md, "Opportunities" and "Price").

use crate::programme::Programme;
use crate::quantile::{self, Chance, Poisson};
use crate::units::{Money, Rate};

/// A segment of the market.
#[derive(Debug, Clone, PartialEq)]
pub struct MarketSegment {
    /// Its row in the workbook's table.
    pub row: usize,
    /// Probability of this segment or an earlier one.
    pub up_to: f64,
    /// The same, ready for draws.
    pub chance: Chance,
    /// Chance of newest technology.
    pub newest: Chance,
    /// Chance of a new account.
    pub new_account: Chance,
    /// Logarithm of the median list value in cents.
    pub log_median: f64,
    /// Sigma of the logarithm of list value.
    pub sigma: f64,
    /// Chances of at most 0, 1, ... 6 rivals.
    pub rivals: [Chance; 7],
    /// Mean of the competing ask, of list.
    pub ask_mean: f64,
    /// Standard deviation of the competing ask, of list.
    pub ask_sd: f64,
    /// Factor on that ask for installed customers.
    pub loyalty: f64,
    /// Vendor's cost, of list.
    pub unit_cost: Rate,
}

/// The largest list value, in cents: 5 billion; a log-normal value beyond is cut off, so that sums stay exact.
pub const LARGEST_LIST: f64 = 500_000_000_000.0;

/// A list value in cents, cut off and rounded.
#[inline(always)]
pub fn list_value(cents: f64) -> Money {
    Money::round_minor(cents.min(LARGEST_LIST))
}

impl MarketSegment {
    /// The logarithm of the list value in cents for a standard normal draw.
    #[inline(always)]
    pub fn log_list(&self, z: f64) -> f64 {
        self.log_median + self.sigma * z
    }

    /// The competing vendor's ask as a share of list, for a standard normal draw.
    #[inline(always)]
    pub fn ask(&self, z: f64) -> f64 {
        (self.ask_mean + self.ask_sd * z).max(0.0)
    }

    /// The number of rivals for a draw.
    #[inline(always)]
    pub fn rival_count(&self, mark: u32) -> usize {
        self.rivals.iter().map(|at_most| usize::from(!at_most.hits(mark))).sum()
    }

    /// The probability of a list value below an amount.
    pub fn share_below(&self, amount: Money) -> f64 {
        if amount == Money::ZERO {
            return 0.0;
        }
        let distance = libm::log(amount.minor() as f64) - self.log_median;
        match self.sigma {
            0.0 => f64::from(u8::from(distance > 0.0)),
            sigma => quantile::normal_cdf(distance / sigma),
        }
    }
}

/// The segments of a programme, by name.
pub(super) fn segments(programme: &Programme) -> Vec<MarketSegment> {
    let mut rows: Vec<usize> = (0..programme.segments.len()).collect();
    rows.sort_by(|a, b| programme.segments[*a].name.cmp(&programme.segments[*b].name));
    let mut up_to = Rate::ZERO;
    rows.into_iter()
        .map(|row| {
            let segment = &programme.segments[row];
            up_to = up_to + segment.share;
            MarketSegment {
                row,
                up_to: up_to.to_f64(),
                chance: Chance::new(up_to.to_f64()),
                newest: Chance::new(segment.new_generation.to_f64()),
                new_account: Chance::new(segment.new_account.to_f64()),
                log_median: libm::log(segment.deal_median.minor() as f64),
                sigma: segment.deal_sigma,
                rivals: Poisson::chances(segment.rivals_mean),
                ask_mean: segment.rival_price_mean.to_f64(),
                ask_sd: segment.rival_price_sd.to_f64(),
                loyalty: 1.0 + segment.loyalty.to_f64(),
                unit_cost: segment.unit_cost,
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::market::Market;
    use crate::model::population::population;
    use crate::schema;

    #[test]
    fn list_values_have_their_median_and_a_cap() {
        let programme = schema::defaults();
        let market = Market::new(&programme, &population(&programme), Rate::ONE, (0, 1.0));
        let composable = &market.segments[0];
        assert_eq!(list_value(libm::exp(composable.log_list(0.0))), Money::from_units(90_000));
        assert_eq!(list_value(libm::exp(composable.log_list(100.0))).minor() as f64, LARGEST_LIST);
        assert!((composable.share_below(Money::from_units(90_000)) - 0.5).abs() < 1e-12);
        assert_eq!(composable.ask(-100.0), 0.0);
    }
}
