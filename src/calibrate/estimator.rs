//! What is estimated and how (docs/model.md, "Calibration"). Every opportunity counts with a weight, so that a resampled
//! log is the same log with other weights.

use crate::calibrate::log::Log;
use crate::calibrate::newton::Asks;
use crate::calibrate::prices::Prices;
use crate::inputs::Target;
use crate::model::auction::BIDDERS;
use crate::model::horizon::{YEAR_MONTHS, daily_rates};
use crate::model::population::level_index;
use crate::programme::{Date, Programme, Regime};
use crate::say;
use crate::schema::Value;

/// One figure of the programme that a log tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Quantity {
    /// Requests a year if everything were eligible.
    Expected,
    /// Share of eligible opportunities that are registered.
    Propensity,
    /// Share of requests, duplicates apart, that are granted.
    Approval,
    /// Mean months between orders.
    Months,
    /// Spread of bidders' needs.
    Spread,
    /// A segment's share of opportunities.
    Share(usize),
    /// Its share of new accounts.
    NewAccount(usize),
    /// Its median list value, in currency units.
    Median(usize),
    /// Its sigma of the logarithm of list value.
    Sigma(usize),
    /// Its mean number of rivals.
    Rivals(usize),
    /// Its mean competing ask.
    AskMean(usize),
    /// The standard deviation of that.
    AskSd(usize),
}

impl Quantity {
    /// Where it stands in a programme.
    pub fn target(self) -> Target {
        let cell = |row, column| Target::Cell("Segments", row, column);
        match self {
            Quantity::Expected => Target::Parameter("quotations.expected_per_year"),
            Quantity::Propensity => Target::Parameter("registration.propensity"),
            Quantity::Approval => Target::Parameter("registration.approval_rate"),
            Quantity::Months => Target::Parameter("accounts.months_between_orders"),
            Quantity::Spread => Target::Parameter("bidding.cost_spread"),
            Quantity::Share(row) => cell(row, "share"),
            Quantity::NewAccount(row) => cell(row, "new_account"),
            Quantity::Median(row) => cell(row, "deal_median"),
            Quantity::Sigma(row) => cell(row, "deal_sigma"),
            Quantity::Rivals(row) => cell(row, "rivals_mean"),
            Quantity::AskMean(row) => cell(row, "rival_price_mean"),
            Quantity::AskSd(row) => cell(row, "rival_price_sd"),
        }
    }
}

/// The fewest opportunities that a figure is estimated from.
const FEWEST: usize = 10;

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

    /// Decides what can be estimated.
    fn choose(&mut self) {
        let rows = &self.log.opportunities;
        let count = |wanted: &dyn Fn(usize) -> bool| (0..rows.len()).filter(|i| wanted(*i)).count();
        let add = |quantity: Quantity, used: usize, what: String, own: &mut Estimator<'_>| {
            if used >= FEWEST {
                own.quantities.push((quantity, used));
            } else {
                own.remarks.push(say!(
                    "{what}: only {number} opportunities tell, so the base's value is kept.",
                    what,
                    number = used
                ));
            }
        };
        let asked = count(&|i| rows[i].requested);
        let may = if asked == 0 { 0 } else { count(&|i| self.eligible[i] > 0.0) };
        self.quantities.push((Quantity::Expected, rows.len()));
        add(Quantity::Propensity, may, say!("Propensity to register"), self);
        add(Quantity::Approval, asked, say!("Approval rate"), self);
        let installed = count(&|i| rows[i].months_since_order.is_some_and(|months| months > 0.0));
        add(Quantity::Months, installed, say!("Months between orders"), self);
        if self.prices.spread {
            let several = self.prices.segments.clone();
            let used = count(&|i| !rows[i].granted && several.contains(&rows[i].segment));
            self.quantities.push((Quantity::Spread, used));
        } else {
            self.remarks.push(say!(
                "Spread of partners' own costs: too few deals without a grant were won against another partner, \
                     so the base's value is kept."
            ));
        }
        let mut shares_told = true;
        for (segment, name) in self.log.segments.iter().enumerate() {
            let of = |i: usize| rows[i].segment == segment;
            let all = count(&of);
            self.quantities.push((Quantity::Share(segment), all));
            shares_told &= all >= FEWEST;
            if all < FEWEST {
                self.remarks.push(say!(
                    "{name}: only {number} opportunities, so nothing but its share is taken from the log.",
                    name,
                    number = all
                ));
                continue;
            }
            self.quantities
                .extend([Quantity::NewAccount, Quantity::Median, Quantity::Sigma].map(|of| (of(segment), all)));
            let open = count(&|i| of(i) && !rows[i].granted);
            add(Quantity::Rivals(segment), open, say!("{name}, number of rivals", name), self);
            if self.prices.segments.contains(&segment) {
                self.quantities.extend([Quantity::AskMean, Quantity::AskSd].map(|of| (of(segment), open)));
            } else {
                self.remarks.push(say!(
                    "{name}, competing ask: it takes 10 deals won and 10 lost without a grant, so the base's values \
                     are kept.",
                    name
                ));
            }
        }
        if !shares_told {
            self.remarks.push(say!("Shares of segments with few opportunities are uncertain."));
        }
        let outside = count(&|i| rows[i].requested && self.eligible[i] == 0.0);
        if outside > 0 {
            self.remarks.push(say!(
                "{number} requests were made for opportunities that the base's rules do not admit: they count for \
                 the approval rate and not for the propensity.",
                number = count_words(outside)
            ));
        }
        let crowded = count(&|i| rows[i].bidders > BIDDERS);
        if crowded > 0 {
            self.remarks.push(say!(
                "{number} deals had more than {most} bidders and count as having {most}.",
                number = count_words(crowded),
                most = BIDDERS
            ));
        }
        let dear = count(&|i| rows[i].price.is_some_and(|price| price > rows[i].list));
        if dear > 0 {
            self.remarks
                .push(say!("{number} deals were won above list and count as won at list.", number = count_words(dear)));
        }
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

/// A number of opportunities, for a remark.
fn count_words(number: usize) -> String {
    Value::Count(number as i64).shown()
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
