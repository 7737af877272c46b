//! Own costs of partners and the competing ask, from the deals without a grant: who won, and at which price
//! (docs/model.md, "Calibration").
//!
//! With `F` and `G` for the distribution of the originator's and of a rival's reserve, both as shares of list, and `m`
//! rivals, the lowest of all reserves is above `x` with probability `(1 - F) (1 - G)^m`, and the second-lowest with that
//! plus `F (1 - G)^m + (1 - F) m G (1 - G)^(m-1)`. The ceiling is drawn independently, so the chance of each outcome
//! follows from these two and the ceiling's normal law.

use crate::calibrate::log::Log;
use crate::calibrate::newton::{self, Asks, Surface};
use crate::model::market::Market;
use crate::model::population::population;
use crate::programme::Programme;
use crate::units::Rate;

mod cases;
mod likelihood;

use cases::STEPS;
pub use cases::{Case, Ending, STEP, moments};
use likelihood::{Ask, Likelihood, Reserves};

/// The least won and the least lost deals of a segment, and the least won ones with several bidders of all.
pub const FEWEST: f64 = 10.0;

/// The deals without a grant, by case.
#[derive(Debug)]
pub struct Prices {
    /// The cases, ascending.
    pub cases: Vec<Case>,
    /// The case of each opportunity of the log; `None` where a quotation was granted.
    pub of: Vec<Option<usize>>,
    /// What each level bids from, of list.
    from: Vec<f64>,
    /// For each level of the originator, the chance that a rival is of each level.
    mix: Vec<Vec<f64>>,
    /// Factors on the ask, by segment: at new and at installed accounts.
    factors: Vec<[f64; 2]>,
    /// The step in which the lowest reserve can be.
    first: usize,
    /// The segments whose asks are estimated.
    pub segments: Vec<usize>,
    /// Whether the spread is.
    pub spread: bool,
}

impl Prices {
    /// The cases of a log whose segments are those of `programme`.
    pub fn new(log: &Log, programme: &Programme) -> Prices {
        let members = population(programme);
        let market = Market::new(programme, &members, Rate::ONE, (0, 1.0));
        let levels = programme.levels.len();
        let from: Vec<f64> = (0..levels).map(|level| market.bid_share(level, Rate::ZERO).to_f64()).collect();
        let weights: Vec<(usize, f64)> = (0..market.pool.len())
            .map(|i| (members[i].level, market.pool.share_before(i + 1) - market.pool.share_before(i)))
            .collect();
        let factors = programme
            .segments
            .iter()
            .map(|segment| [1.0, 1.0 + segment.loyalty.to_f64()].map(|loyalty| loyalty * market.ask_factor));
        let found: Vec<Option<Case>> = log.opportunities.iter().map(Case::of).collect();
        let mut cases: Vec<Case> = found.iter().flatten().copied().collect();
        cases.sort_unstable();
        cases.dedup();
        let of: Vec<Option<usize>> =
            found.iter().map(|case| case.and_then(|case| cases.binary_search(&case).ok())).collect();
        let lowest = from.iter().copied().fold(1.0, f64::min).max(0.0);
        let mut prices = Prices {
            mix: (0..levels).map(|level| mix(&weights, level, levels)).collect(),
            first: ((lowest / STEP) as usize).min(STEPS - 1),
            factors: factors.collect(),
            segments: Vec::new(),
            spread: false,
            cases,
            of,
            from,
        };
        let counts = prices.weigh(&vec![1.0; log.opportunities.len()]);
        let count = |wanted: &dyn Fn(&Case) -> bool| -> f64 {
            prices.cases.iter().zip(&counts).filter(|(case, _)| wanted(case)).map(|(_, count)| count).sum()
        };
        let both = |segment: usize| {
            let lost = count(&|case| case.segment == segment && case.ending == Ending::Lost);
            lost >= FEWEST && count(&|case| case.segment == segment) - lost >= FEWEST
        };
        let segments: Vec<usize> = (0..programme.segments.len()).filter(|segment| both(*segment)).collect();
        let told = |case: &Case| {
            case.rivals > 0 && case.ending != Ending::Lost && segments.binary_search(&case.segment).is_ok()
        };
        let spread = count(&told) >= 2.0 * FEWEST;
        (prices.segments, prices.spread) = (segments, spread);
        prices
    }

    /// How many deals each case has, each opportunity counting with its weight.
    pub fn weigh(&self, weights: &[f64]) -> Vec<f64> {
        let mut counts = vec![0.0; self.cases.len()];
        for (case, weight) in self.of.iter().zip(weights) {
            if let Some(count) = case.and_then(|case| counts.get_mut(case)) {
                *count += weight;
            }
        }
        counts
    }

    /// The asks and the spread under which the deals of the cases are likeliest, from a start; `None` if no segment has
    /// enough of them.
    pub fn fit(&self, counts: &[f64], start: &Asks) -> Option<Asks> {
        if self.segments.is_empty() {
            return None;
        }
        let likelihood = Likelihood { prices: self, counts, by_segment: self.by_segment() };
        Some(newton::maximum(&likelihood, start, self.spread))
    }

    /// Where the search begins: the likeliest of a coarse grid.
    pub fn start(&self, counts: &[f64], base: &Programme) -> Asks {
        let entered = base.bidding.cost_spread.to_f64().max(0.01);
        let spreads: &[f64] = if self.spread { &[0.03, 0.06, 0.1, 0.16, 0.25] } else { &[entered] };
        let likelihood = Likelihood { prices: self, counts, by_segment: self.by_segment() };
        let mut best = (f64::NEG_INFINITY, Asks { spread: entered, asks: vec![[0.8, 0.1]; self.segments.len()] });
        for spread in spreads {
            let table = likelihood.table(*spread);
            let (mut sum, mut asks) = (0.0, Vec::new());
            for at in 0..self.segments.len() {
                let grid = (10..26).flat_map(|mean| [0.04, 0.09, 0.2].map(|sd| [f64::from(mean) * 0.05, sd]));
                let tried = grid.map(|ask| (likelihood.value(&table, at, ask), ask));
                let found = tried.fold((f64::NEG_INFINITY, [0.8, 0.1]), |a, b| if b.0 > a.0 { b } else { a });
                sum += found.0;
                asks.push(found.1);
            }
            if sum > best.0 {
                best = (sum, Asks { spread: *spread, asks });
            }
        }
        best.1
    }

    /// The chance that a deal like a case is won at a price in each step of list, at list in the last place. What is left
    /// of one is the chance that it is lost.
    pub fn chances(&self, case: &Case, spread: f64, [mean, sd]: [f64; 2]) -> Vec<f64> {
        let reserves = Reserves::new(self, case.level, case.rivals, spread);
        let ask = Ask::new(self, self.factor(case), mean, sd);
        let endings = (0..STEPS).map(Ending::Step).chain([Ending::AtList]);
        endings.map(|ending| self.chance(&reserves, &ask, ending).max(0.0)).collect()
    }

    fn factor(&self, case: &Case) -> f64 {
        self.factors[case.segment][usize::from(case.installed)]
    }

    fn by_segment(&self) -> Vec<std::ops::Range<usize>> {
        let from = |segment: usize| self.cases.partition_point(|case| case.segment < segment);
        self.segments.iter().map(|segment| from(*segment)..from(segment + 1)).collect()
    }
}

/// The chance that the first rival of an originator of a level is of each level, partners being drawn by weight and
/// without replacement. The rivals after it are taken to be alike.
fn mix(weights: &[(usize, f64)], originator: usize, levels: usize) -> Vec<f64> {
    let total = |level: usize| weights.iter().filter(|(own, _)| *own == level).map(|(_, weight)| weight).sum::<f64>();
    let totals: Vec<f64> = (0..levels).map(total).collect();
    let own = totals[originator];
    if own == 0.0 || weights.len() < 2 {
        return totals;
    }
    let mut mix = vec![0.0; levels];
    for (_, weight) in weights.iter().filter(|(level, weight)| *level == originator && *weight < 1.0) {
        for (level, chance) in mix.iter_mut().enumerate() {
            let left = totals[level] - if level == originator { *weight } else { 0.0 };
            *chance += weight / own * left / (1.0 - weight);
        }
    }
    mix
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calibrate::log::Opportunity;
    use crate::model::auction::BIDDERS;
    use crate::schema;
    use crate::units::Money;

    fn deal(bidders: usize, price: Option<i64>) -> Opportunity {
        Opportunity {
            day: 42_000,
            segment: 0,
            list: Money::from_units(1_000),
            level: 1,
            bidders,
            months_since_order: None,
            requested: false,
            granted: false,
            price: price.map(Money::from_units),
        }
    }

    fn prices(deals: &[Opportunity]) -> Prices {
        let log = Log { opportunities: deals.to_vec(), ..Log::default() };
        Prices::new(&log, &schema::defaults())
    }

    #[test]
    fn the_chances_of_all_endings_make_one() {
        let prices = prices(&[deal(3, None)]);
        for rivals in 0..BIDDERS {
            for (spread, mean, sd) in [(0.1, 0.77, 0.08), (0.3, 0.95, 0.2), (0.02, 0.8, 0.01)] {
                let reserves = Reserves::new(&prices, 1, rivals, spread);
                let ask = Ask::new(&prices, 1.0, mean, sd);
                let steps = (0..STEPS).map(Ending::Step).chain([Ending::Lost, Ending::AtList]);
                let sum: f64 = steps.map(|ending| prices.chance(&reserves, &ask, ending)).sum();
                assert!((sum - 1.0).abs() < 1e-3, "{rivals} rivals, {spread}, {mean}, {sd}: {sum}");
            }
        }
    }

    #[test]
    fn among_equals_without_a_competitor_the_price_is_the_known_one() {
        // All Silver at 80 %, ask far above list: price less cost is 2 w / (n + 1) on average; w = 12 %, n = 3: 6 %.
        let mut programme = schema::defaults();
        for level in &mut programme.levels {
            level.base_discount = Rate::per_mille(200);
        }
        let log = Log { opportunities: vec![deal(3, Some(860))], ..Log::default() };
        let prices = Prices::new(&log, &programme);
        let (won, mean, variance) = moments(&prices.chances(&prices.cases[0], 0.12, [3.0, 0.1]));
        assert!((won - 1.0).abs() < 1e-9 && (mean - 0.86).abs() < 1e-4, "{won} {mean}");
        // The second of three uniforms: variance w^2 / 20, and a twelfth of a step's square for the steps.
        assert!((variance - 0.12 * 0.12 / 20.0).abs() < 1e-5, "{variance}");
    }

    #[test]
    fn a_single_bidder_is_paid_the_ask() {
        // Reserve even between 80 and 90 %, ask 85.25 % and hardly spread: won with probability 0.525. A higher ask wins
        // more often: the mean price is 0.8525 + 0.004^2 / (0.1 x 0.525) = 0.8528.
        let prices = prices(&[deal(1, None)]);
        let (won, mean, _) = moments(&prices.chances(&prices.cases[0], 0.1, [0.8525, 0.004]));
        assert!((won - 0.525).abs() < 1e-3 && (mean - 0.8528).abs() < 2e-4, "{won} {mean}");
    }

    #[test]
    fn who_is_met_once_is_not_met_again() {
        // Weights 1/2 and 1/4 of level 0, 1/4 of level 1. After the first, level 0 has 1/4 of the 1/2 that is left;
        // after the second 1/2 of 3/4. 2/3 x 1/2 + 1/3 x 2/3 = 5/9.
        let mix = mix(&[(0, 0.5), (0, 0.25), (1, 0.25)], 0, 2);
        assert!((mix[0] - 5.0 / 9.0).abs() < 1e-12 && (mix[1] - 4.0 / 9.0).abs() < 1e-12, "{mix:?}");
    }
}
