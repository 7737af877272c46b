//! How likely the prices of the past are: the reserves and the competing ask at the steps of list.

use super::{Ending, Prices, STEP, STEPS};
use crate::calibrate::newton::Surface;
use crate::model::auction::BIDDERS;
use crate::quantile::normal_cdf;

/// What every outcome has at least, so that one mistaken price does not decide: a thousandth, spread over all prices.
const FLOOR: f64 = 0.001 * STEP;
/// Abscissas and weights of Gauss and Legendre on a step, from 0 to 1.
const NODES: [(f64, f64); 3] =
    [(0.112_701_665_379_258_31, 5.0 / 18.0), (0.5, 8.0 / 18.0), (0.887_298_334_620_741_7, 5.0 / 18.0)];

/// The two lowest reserves of a deal, at the steps of list.
#[derive(Debug)]
pub(super) struct Reserves {
    /// Chance that the lowest is below each node of each step.
    first: Vec<[f64; 3]>,
    /// The same at list.
    first_at_list: f64,
    /// Chance that the second-lowest is below the beginning of each step, and below list.
    second: Vec<f64>,
}

impl Reserves {
    pub(super) fn new(prices: &Prices, level: usize, rivals: usize, spread: f64) -> Reserves {
        let below = |x: f64, from: f64| ((x - from) / spread).clamp(0.0, 1.0);
        // Chances that the lowest and that the second-lowest are below x.
        let two = |x: f64| {
            let own = below(x, prices.from[level]);
            let rival: f64 =
                prices.mix[level].iter().zip(&prices.from).map(|(chance, from)| chance * below(x, *from)).sum();
            if rivals == 0 {
                return (own, 0.0);
            }
            let above = 1.0 - rival;
            let others = power(above, rivals - 1);
            let all = others * above;
            (1.0 - (1.0 - own) * all, 1.0 - all - (1.0 - own) * rivals as f64 * rival * others)
        };
        let edge = |step: usize| step as f64 * STEP;
        Reserves {
            first: (prices.first..STEPS).map(|step| NODES.map(|(node, _)| two(edge(step) + node * STEP).0)).collect(),
            first_at_list: two(1.0).0,
            second: (prices.first..=STEPS).map(|step| two(edge(step)).1).collect(),
        }
    }
}

fn power(base: f64, exponent: usize) -> f64 {
    (0..exponent).fold(1.0, |product, _| product * base)
}

/// The competing ask at the steps of list.
#[derive(Debug)]
pub(super) struct Ask {
    /// Chance that it is below the first step.
    below: f64,
    /// Its density at the nodes, times their weights.
    mass: Vec<[f64; 3]>,
    /// Chance that it is above the beginning of each step, and above list.
    above: Vec<f64>,
}

impl Ask {
    pub(super) fn new(prices: &Prices, factor: f64, mean: f64, sd: f64) -> Ask {
        let (mean, sd) = (mean * factor, sd * factor);
        let edge = |step: usize| step as f64 * STEP;
        let density = |x: f64| {
            let z = (x - mean) / sd;
            libm::exp(-0.5 * z * z) / (sd * 2.506_628_274_631_000_2)
        };
        let above: Vec<f64> = (prices.first..=STEPS).map(|step| normal_cdf((mean - edge(step)) / sd)).collect();
        Ask {
            below: 1.0 - above[0],
            mass: (prices.first..STEPS)
                .map(|step| NODES.map(|(node, weight)| weight * STEP * density(edge(step) + node * STEP)))
                .collect(),
            above,
        }
    }
}

impl Prices {
    /// The chance of an ending.
    pub(super) fn chance(&self, reserves: &Reserves, ask: &Ask, ending: Ending) -> f64 {
        let last = STEPS - self.first;
        match ending {
            Ending::Lost => {
                let within =
                    ask.mass.iter().zip(&reserves.first).map(|(mass, first)| {
                        mass.iter().zip(first).map(|(mass, first)| mass * (1.0 - first)).sum::<f64>()
                    });
                ask.below + within.sum::<f64>() + ask.above[last] * (1.0 - reserves.first_at_list)
            }
            Ending::AtList => ask.above[last] * (reserves.first_at_list - reserves.second[last]),
            Ending::Step(step) => {
                let Some(at) = step.checked_sub(self.first).filter(|at| *at < last) else { return 0.0 };
                let capped: f64 = ask.mass[at].iter().zip(&reserves.first[at]).map(|(mass, first)| mass * first).sum();
                // By parts: the price is the second-lowest reserve, or the ceiling where that is lower.
                capped + ask.above[at + 1] * reserves.second[at + 1] - ask.above[at] * reserves.second[at]
            }
        }
    }
}

/// The logarithm of the likelihood of the cases.
pub(super) struct Likelihood<'a> {
    /// The prices.
    pub prices: &'a Prices,
    /// How often each case occurs.
    pub counts: &'a [f64],
    /// The cases of each estimated segment.
    pub by_segment: Vec<std::ops::Range<usize>>,
}

/// Reserves by level of the originator and number of rivals, where they occur.
type Table = Vec<[Option<Reserves>; BIDDERS]>;

impl Surface for Likelihood<'_> {
    type Table = Table;

    fn table(&self, spread: f64) -> Table {
        let mut table: Table = (0..self.prices.from.len()).map(|_| std::array::from_fn(|_| None)).collect();
        for case in self.by_segment.iter().flat_map(|range| &self.prices.cases[range.clone()]) {
            let place = &mut table[case.level][case.rivals];
            if place.is_none() {
                *place = Some(Reserves::new(self.prices, case.level, case.rivals, spread));
            }
        }
        table
    }

    fn value(&self, table: &Table, at: usize, [mean, sd]: [f64; 2]) -> f64 {
        let range = self.by_segment[at].clone();
        let factors = self.prices.factors[self.prices.segments[at]];
        let asks = factors.map(|factor| Ask::new(self.prices, factor, mean, sd));
        let cases = self.prices.cases[range.clone()].iter().zip(&self.counts[range]);
        cases
            .filter(|(_, count)| **count > 0.0)
            .map(|(case, count)| {
                let ask = &asks[usize::from(case.installed)];
                let reserves = table[case.level][case.rivals].as_ref();
                let chance = reserves.map_or(0.0, |reserves| self.prices.chance(reserves, ask, case.ending));
                count * libm::log(chance.max(0.0) + FLOOR)
            })
            .sum()
    }
}
