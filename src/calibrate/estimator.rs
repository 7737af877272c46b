//! What is estimated and how (docs/model.md, "Calibration"). Every opportunity counts with a weight, so that a resampled
//! log is the same log with other weights.

use crate::calibrate::log::Log;
use crate::calibrate::newton::Asks;
use crate::calibrate::prices::Prices;
use crate::calibrate::quantity::Quantity;
use crate::model::auction::BIDDERS;
use crate::model::horizon::{YEAR_MONTHS, daily_rates};
use crate::model::population::level_index;
use crate::programme::{Date, Programme, Regime};

mod choice;

/// A log, ready to be estimated from.
#[derive(Debug)]
pub struct Estimator<'a> {
    log: &'a Log,
    /// The opportunities of each segment.
    by_segment: Vec<Vec<usize>>,
    /// Logarithms of list values.
    log_lists: Vec<f64>,
    /// The base, with the log's segments first among its own.
    base: &'a Programme,
    /// Fiscal years that the log covers, months counting by their weight.
    pub years: f64,
    /// The chance that each opportunity may be registered, as far as the log tells.
    pub eligible: Vec<f64>,
    /// The deals without a grant, by what decides their price.
    pub prices: Prices,
    /// What can be estimated, and from how many opportunities.
    pub quantities: Vec<(Quantity, usize)>,
    /// What cannot, in words.
    pub remarks: Vec<String>,
}

impl<'a> Estimator<'a> {
    /// A log of at least one opportunity, with the programme that its segments stand in.
    pub fn new(log: &'a Log, base: &'a Programme) -> Estimator<'a> {
        let mut estimator = Estimator {
            log,
            by_segment: (0..log.segments.len())
                .map(|segment| {
                    let rows = log.opportunities.iter().enumerate();
                    rows.filter(|(_, row)| row.segment == segment).map(|(i, _)| i).collect()
                })
                .collect(),
            log_lists: log.opportunities.iter().map(|row| libm::log(row.list.to_units())).collect(),
            base,
            years: covered_years(log, base),
            eligible: eligible(log, base),
            prices: Prices::new(log, base),
            quantities: Vec::new(),
            remarks: Vec::new(),
        };
        estimator.choose();
        estimator
    }

    /// The estimates of [`Estimator::quantities`] in their order, in natural units; the asks are sought from `start`. An
    /// estimate that the weights leave nothing for is not a number.
    pub fn estimates(&self, weights: &[f64], start: &Asks) -> Vec<f64> {
        let asks = self.prices.fit(&self.prices.weigh(weights), start);
        let ask = |segment: usize, which: usize| {
            let place = self.prices.segments.iter().position(|of| *of == segment);
            place.and_then(|place| asks.as_ref().map(|asks| asks.asks[place][which])).unwrap_or(f64::NAN)
        };
        let estimated = self.quantities.iter().any(|(quantity, _)| *quantity == Quantity::Propensity);
        let propensity = if estimated { self.propensity(weights) } else { self.base.registration.propensity.to_f64() };
        let all: f64 = weights.iter().sum();
        self.quantities
            .iter()
            .map(|(quantity, _)| match quantity {
                Quantity::Expected => all / self.years * propensity,
                Quantity::Propensity => propensity,
                Quantity::Approval => self.approval(weights),
                Quantity::Months => self.months(weights),
                Quantity::Spread => asks.as_ref().map_or(f64::NAN, |asks| asks.spread),
                Quantity::Share(segment) => self.sum(weights, *segment, |_| 1.0) / all,
                Quantity::NewAccount(segment) => self.mean(weights, *segment, |i| {
                    f64::from(u8::from(self.log.opportunities[i].months_since_order.is_none()))
                }),
                Quantity::Median(segment) => libm::exp(self.mean(weights, *segment, |i| self.log_lists[i])),
                Quantity::Sigma(segment) => {
                    let mean = self.mean(weights, *segment, |i| self.log_lists[i]);
                    libm::sqrt(self.mean(weights, *segment, |i| {
                        let from = self.log_lists[i] - mean;
                        from * from
                    }))
                }
                Quantity::Rivals(segment) => self.rivals(weights, *segment),
                Quantity::AskMean(segment) => ask(*segment, 0),
                Quantity::AskSd(segment) => ask(*segment, 1),
            })
            .collect()
    }

    /// Rows of a segment, summed up with their weights.
    fn sum(&self, weights: &[f64], segment: usize, of: impl Fn(usize) -> f64) -> f64 {
        self.by_segment[segment].iter().map(|i| weights[*i] * of(*i)).sum()
    }

    fn mean(&self, weights: &[f64], segment: usize, of: impl Fn(usize) -> f64) -> f64 {
        self.sum(weights, segment, of) / self.sum(weights, segment, |_| 1.0)
    }

    /// The propensity under which the requests are likeliest. An opportunity that is eligible with probability `e` is
    /// requested with probability `propensity x e`.
    fn propensity(&self, weights: &[f64]) -> f64 {
        let mut asked = 0.0;
        // By chance of being eligible: there are a few only.
        let mut silent: Vec<(f64, f64)> = Vec::new();
        for ((row, weight), eligible) in self.log.opportunities.iter().zip(weights).zip(&self.eligible) {
            match silent.iter_mut().find(|(known, _)| known == eligible) {
                _ if *eligible == 0.0 => {}
                _ if row.requested => asked += weight,
                Some((_, sum)) => *sum += weight,
                None => silent.push((*eligible, *weight)),
            }
        }
        let slope = |p: f64| asked / p - silent.iter().map(|(e, sum)| sum * e / (1.0 - p * e)).sum::<f64>();
        falling_root(slope, 1e-9, 1.0)
    }

    fn approval(&self, weights: &[f64]) -> f64 {
        let rows = self.log.opportunities.iter().zip(weights);
        let (mut asked, mut granted) = (0.0, 0.0);
        for (row, weight) in rows.filter(|(row, _)| row.requested) {
            asked += weight;
            granted += if row.granted { *weight } else { 0.0 };
        }
        (granted / asked / (1.0 - self.base.registration.conflict_rate.to_f64())).min(1.0)
    }

    fn months(&self, weights: &[f64]) -> f64 {
        let (mut count, mut sum) = (0.0, 0.0);
        for (row, weight) in self.log.opportunities.iter().zip(weights) {
            if let Some(months) = row.months_since_order {
                count += weight;
                sum += weight * months;
            }
        }
        sum / count
    }

    /// The mean under which the numbers of rivals are likeliest: Poisson, all above seven counting as seven.
    fn rivals(&self, weights: &[f64], segment: usize) -> f64 {
        let mut counts = [0.0; BIDDERS];
        for i in &self.by_segment[segment] {
            let row = &self.log.opportunities[*i];
            if !row.granted {
                counts[row.bidders.clamp(1, BIDDERS) - 1] += weights[*i];
            }
        }
        let below: f64 = counts[..BIDDERS - 1].iter().sum();
        let sum: f64 = counts[..BIDDERS - 1].iter().zip(0..).map(|(count, rivals)| count * f64::from(rivals)).sum();
        let most = counts[BIDDERS - 1];
        if below + most == 0.0 {
            return f64::NAN;
        }
        falling_root(
            |mean| {
                let chances = rival_chances(mean);
                sum / mean - below + most * chances[BIDDERS - 2] / chances[BIDDERS - 1]
            },
            1e-6,
            7.0,
        )
    }
}

/// The chances of 0, 1, ... 6 and of 7 rivals or more.
pub fn rival_chances(mean: f64) -> [f64; BIDDERS] {
    let mut chances = [0.0; BIDDERS];
    let mut chance = libm::exp(-mean);
    let mut left = 1.0;
    for (rivals, place) in chances[..BIDDERS - 1].iter_mut().enumerate() {
        *place = chance;
        left -= chance;
        chance *= mean / (rivals + 1) as f64;
    }
    // The first term of the tail is a bound that cancellation cannot break.
    chances[BIDDERS - 1] = left.max(chance);
    chances
}

/// Where a falling function is 0, or the end of the range at which it has not crossed 0.
fn falling_root(function: impl Fn(f64) -> f64, low: f64, high: f64) -> f64 {
    if function(high) >= 0.0 {
        return high;
    }
    let (mut low, mut high) = (low, high);
    for _ in 0..60 {
        let middle = 0.5 * (low + high);
        if function(middle) > 0.0 { low = middle } else { high = middle }
    }
    0.5 * (low + high)
}

/// First and last day of the log.
pub fn period(log: &Log) -> (i64, i64) {
    let days = || log.opportunities.iter().map(|row| row.day);
    (days().min().unwrap_or(0), days().max().unwrap_or(0))
}

/// The month of the base's fiscal year in which a calendar month falls, from 0.
pub fn fiscal_month(date: Date, base: &Programme) -> usize {
    (usize::from(date.month) + YEAR_MONTHS - usize::from(base.settings.start.month)) % YEAR_MONTHS
}

/// What a day of each month of the fiscal year has of a year's opportunities.
pub fn daily_shares(base: &Programme) -> [f64; YEAR_MONTHS] {
    daily_rates(1.0, &base.season_weights())
}

/// The fiscal years from the first to the last day of the log, both counted.
fn covered_years(log: &Log, base: &Programme) -> f64 {
    let (first, last) = period(log);
    let shares = daily_shares(base);
    (first..=last).map(|day| shares[fiscal_month(Date::from_excel_serial(day), base)]).sum()
}

/// The chance that each opportunity may be registered. The log does not say what is on newest technology: where that
/// alone decides, it is the segment's share of it.
fn eligible(log: &Log, base: &Programme) -> Vec<f64> {
    let rules = &base.registration;
    let min_level = level_index(base, &rules.min_level).unwrap_or(0);
    let chance = |row: &crate::calibrate::log::Opportunity| {
        if rules.regime == Regime::None || row.level < min_level || row.list < rules.min_deal {
            return 0.0;
        }
        let old = row.months_since_order.is_none_or(|months| months >= rules.lookback_months);
        if old || rules.installed_base { 1.0 } else { base.segments[row.segment].new_generation.to_f64() }
    };
    log.opportunities.iter().map(chance).collect()
}

#[cfg(test)]
mod tests;
