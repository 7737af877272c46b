//! Expected rebates on log-normal purchases in closed form, in the manner of Black and Scholes: known answers for the
//! simulation (docs/model.md, "Rebates").

use super::Band;
use crate::quantile::normal_cdf;

/// Purchases X of a year, log-normal.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Purchases {
    /// Mean of X, in currency units.
    pub mean: f64,
    /// Standard deviation of the logarithm, above 0.
    pub sigma: f64,
}

impl Purchases {
    /// E[X 1{X >= k}]: what partners at `k` or above buy, times their share.
    pub fn at_or_above(&self, k: f64) -> f64 {
        if k > 0.0 { self.mean * normal_cdf(self.d1(k)) } else { self.mean }
    }

    /// E[max(X - k, 0)]: what is bought above `k`.
    pub fn beyond(&self, k: f64) -> f64 {
        if k > 0.0 { self.at_or_above(k) - k * normal_cdf(self.d1(k) - self.sigma) } else { self.mean - k }
    }

    fn d1(&self, k: f64) -> f64 {
        libm::log(self.mean / k) / self.sigma + self.sigma / 2.0
    }

    /// Expected rebate where the rate of the band reached is paid on everything.
    pub fn whole(&self, bands: &[Band]) -> f64 {
        let held = |at: usize| bands.get(at).map_or(0.0, |band| self.at_or_above(start(at, band)));
        bands.iter().enumerate().map(|(at, band)| band.rate.to_f64() * (held(at) - held(at + 1))).sum()
    }

    /// Expected rebate where each rate is paid on its own band.
    pub fn marginal(&self, bands: &[Band]) -> f64 {
        let beyond = |at: usize| bands.get(at).map_or(0.0, |band| self.beyond(start(at, band)));
        bands.iter().enumerate().map(|(at, band)| band.rate.to_f64() * (beyond(at) - beyond(at + 1))).sum()
    }

    /// Expected purchases that count where nothing counts below `gate` and nothing more above `cap`: times the rate,
    /// the expected rebate. Both are amounts, the cap not below the gate, and far above the mean for none.
    pub fn counted(&self, gate: f64, cap: f64) -> f64 {
        self.at_or_above(gate) - self.beyond(cap)
    }
}

/// Where a band begins, in currency units.
fn start(at: usize, band: &Band) -> f64 {
    if at == 0 { 0.0 } else { band.threshold.to_units() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::rebates::{RebateRules, RebateYear};
    use crate::programme::{Programme, RateBy, RebateBasis, Rebates};
    use crate::quantile;
    use crate::schema;
    use crate::units::{Money, Rate};

    const PURCHASES: Purchases = Purchases { mean: 600_000.0, sigma: 0.8 };

    /// The mean rebate that the rules themselves pay, by the midpoint rule over the quantiles of the purchases: at
    /// 200,000 points the notch moves it by at most a jump a point, 250,000 / 200,000, and the far tail by less.
    fn integrated(rebates: Rebates, target: Money) -> f64 {
        let rules = RebateRules::new(&Programme { rebates, ..schema::defaults() });
        let median = PURCHASES.mean * libm::exp(-PURCHASES.sigma * PURCHASES.sigma / 2.0);
        let points = 200_000;
        let due = |i: i32| {
            let p = (f64::from(i) + 0.5) / f64::from(points);
            let bought = Money::round_minor(100.0 * quantile::lognormal(p, median, 0.0, PURCHASES.sigma));
            let year = RebateYear { held: 2, eligible: bought, run_rate: bought, purchases: bought, target };
            rules.due(&year).to_units()
        };
        (0..points).map(due).sum::<f64>() / f64::from(points)
    }

    fn bands() -> Vec<Band> {
        let levels = schema::defaults().levels;
        levels.iter().map(|level| Band { threshold: level.threshold, rate: level.rebate }).collect()
    }

    #[test]
    fn a_notch_and_a_kink_have_their_expected_rebates() {
        for (basis, known) in
            [(RebateBasis::Whole, PURCHASES.whole(&bands())), (RebateBasis::Marginal, PURCHASES.marginal(&bands()))]
        {
            let found = integrated(Rebates { rate_by: RateBy::Reached, basis, ..Rebates::default() }, Money::ZERO);
            assert!((found / known - 1.0).abs() < 1e-3, "{basis:?}: {found} against {known}");
        }
    }

    #[test]
    fn a_gate_and_a_cap_have_their_expected_rebate() {
        let target = Money::from_units(500_000);
        let gated = Rebates { gate: Rate::per_mille(800), cap: Rate::per_mille(1_500), ..Rebates::default() };
        // Gold's 3 % on what counts between 400,000 and 750,000.
        let known = 0.03 * PURCHASES.counted(400_000.0, 750_000.0);
        let found = integrated(gated, target);
        assert!((found / known - 1.0).abs() < 1e-3, "{found} against {known}");
    }

    #[test]
    fn gates_cost_partners_the_known_share_of_the_rebate() {
        // Sigma 0.35, cap 300 %. Gate 80 %: d1 = (0.22314 + 0.06125) / 0.35 = 0.8126, Phi = 0.792. Gate 100 %:
        // d1 = 0.175, Phi = 0.569. The cap takes off less than 0.001.
        let attainment = Purchases { mean: 1.0, sigma: 0.35 };
        assert!((attainment.counted(0.8, 3.0) - 0.792).abs() < 1e-3);
        assert!((attainment.counted(1.0, 3.0) - 0.569).abs() < 1e-3);
        assert!((attainment.counted(0.0, 1e6) - 1.0).abs() < 1e-12);
    }

    #[test]
    fn one_rate_for_all_is_the_rate_times_the_mean() {
        let flat = |threshold| Band { threshold: Money::from_units(threshold), rate: Rate::per_mille(30) };
        let bands = [flat(0), flat(175_000), flat(750_000)];
        assert!((PURCHASES.whole(&bands) - 18_000.0).abs() < 1e-9);
        assert!((PURCHASES.marginal(&bands) - 18_000.0).abs() < 1e-9);
    }
}
