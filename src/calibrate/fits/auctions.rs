//! Who won the deals without a grant, and at which prices, beside what the fitted asks and spread lead to.

use super::{Curve, Fit, LEAST};
use crate::calibrate::estimator::Estimator;
use crate::calibrate::newton::Asks;
use crate::calibrate::prices::{Case, Ending, STEP, moments};
use crate::calibrate::tail::chi_square;
use crate::language::number;
use crate::model::auction::BIDDERS;
use crate::quantile::normal_cdf;
use crate::say;

/// The deals without a grant of the segments with estimated asks, those alike taken together.
pub(super) struct Auctions {
    /// Kind of deal, how many there are, wins, price shares of list added up, and chances of each step.
    kinds: Vec<(Case, f64, f64, f64, Vec<f64>)>,
    /// Wins by step.
    won: Vec<f64>,
}

impl Auctions {
    pub(super) fn new(estimator: &Estimator<'_>, asks: &Asks) -> Auctions {
        let prices = &estimator.prices;
        let counts = prices.weigh(&vec![1.0; prices.of.len()]);
        let mut kinds: Vec<(Case, f64, f64, f64, Vec<f64>)> = Vec::new();
        let mut won: Vec<f64> = Vec::new();
        for (case, count) in prices.cases.iter().zip(&counts) {
            let Some(place) = prices.segments.iter().position(|segment| *segment == case.segment) else { continue };
            let kind = Case { ending: Ending::Lost, ..*case };
            if kinds.last().is_none_or(|(last, ..)| *last != kind) {
                kinds.push((kind, 0.0, 0.0, 0.0, prices.chances(&kind, asks.spread, asks.asks[place])));
            }
            let Some((_, all, wins, sum, chances)) = kinds.last_mut() else { continue };
            *all += count;
            won.resize(chances.len(), 0.0);
            let (step, price) = match case.ending {
                Ending::Lost => continue,
                Ending::Step(step) => (step, (step as f64 + 0.5) * STEP),
                Ending::AtList => (chances.len() - 1, 1.0),
            };
            *wins += count;
            *sum += count * price;
            won[step] += count;
        }
        Auctions { kinds, won }
    }

    /// Wins by number of bidders; the degrees of freedom that the fit has taken are not known, so that the chance is
    /// rather too large.
    pub(super) fn wins(&self) -> Option<Fit> {
        let mut cells = [[0.0; 3]; BIDDERS];
        for (kind, all, wins, _, chances) in &self.kinds {
            let expected: f64 = chances.iter().sum();
            for (cell, value) in cells[kind.rivals].iter_mut().zip([*wins, all * expected, *all]) {
                *cell += value;
            }
        }
        let mut statistic = 0.0;
        let mut degrees = 0;
        for [wins, expected, all] in cells {
            let variance = expected * (1.0 - expected / all);
            if expected >= LEAST && all - expected >= LEAST {
                statistic += (wins - expected) * (wins - expected) / variance;
                degrees += 1;
            }
        }
        let what = say!("Deals won, by number of bidders");
        (degrees > 0).then(|| Fit { what, test: say!("chi-square"), statistic, chance: chi_square(statistic, degrees) })
    }

    pub(super) fn mean_price(&self) -> Option<Fit> {
        let (mut gap, mut variance) = (0.0, 0.0);
        for (_, _, wins, sum, chances) in &self.kinds {
            let (_, mean, spread) = moments(chances);
            gap += sum - wins * mean;
            variance += wins * spread;
        }
        let statistic = gap / libm::sqrt(variance);
        (variance > 0.0).then(|| Fit {
            what: say!("Mean price of won deals"),
            test: "z".to_owned(),
            statistic,
            chance: 2.0 * normal_cdf(-statistic.abs()),
        })
    }

    /// Prices in bands of five steps, and the deals that were lost.
    pub(super) fn curve(&self) -> Curve {
        const BAND: usize = 5;
        let mut expected = vec![0.0; self.won.len()];
        let (mut all, mut wins) = (0.0, 0.0);
        for (_, count, won, _, chances) in &self.kinds {
            all += count;
            wins += won;
            for (sum, chance) in expected.iter_mut().zip(chances) {
                *sum += count * chance;
            }
        }
        let mut bands = vec![(say!("lost"), all - wins, all - expected.iter().sum::<f64>())];
        let both = self.won.chunks(BAND).zip(expected.chunks(BAND)).enumerate();
        let sums: Vec<(usize, f64, f64)> =
            both.map(|(at, (won, expected))| (at, won.iter().sum(), expected.iter().sum())).collect();
        let seen = |(_, won, expected): &&(usize, f64, f64)| *won > 0.0 || *expected >= 0.5;
        let range = sums.iter().filter(seen).map(|(at, _, _)| *at);
        let (first, last) = (range.clone().min().unwrap_or(0), range.max().unwrap_or(0));
        for (at, won, expected) in sums.into_iter().filter(|(at, _, _)| (first..=last).contains(at)) {
            bands.push((
                say!("{number} %", number = number::fixed(at as f64 * BAND as f64 * STEP * 100.0, 1)),
                won,
                expected,
            ));
        }
        Curve { bands }
    }
}
