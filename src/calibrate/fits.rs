//! How well the laws of the model fit a log: observed beside expected (docs/model.md, "Calibration").

use crate::calibrate::estimator::{Estimator, daily_shares, fiscal_month, period, rival_chances};
use crate::calibrate::log::Log;
use crate::calibrate::newton::Asks;
use crate::calibrate::tail::{anderson_darling, chi_square};
use crate::model::auction::BIDDERS;
use crate::programme::{Date, Programme};
use crate::quantile::normal_cdf;
use crate::say;
use auctions::Auctions;

mod auctions;

/// One test of fit.
#[derive(Debug, Clone, PartialEq)]
pub struct Fit {
    /// What is tested.
    pub what: String,
    /// Which test.
    pub test: String,
    /// Its statistic.
    pub statistic: f64,
    /// The chance of a larger one if the law holds.
    pub chance: f64,
}

impl Fit {
    /// What the chance says in words.
    pub fn words(&self) -> String {
        match self.chance {
            p if p >= 0.05 => say!("fits"),
            p if p >= 0.01 => say!("doubtful"),
            _ => say!("does not fit"),
        }
    }
}

/// Observed and expected numbers of opportunities, by band.
#[derive(Debug, Clone, PartialEq)]
pub struct Curve {
    /// The bands, with what was observed and what is expected.
    pub bands: Vec<(String, f64, f64)>,
}

/// Everything about how the fitted programme agrees with its log.
#[derive(Debug, Clone, PartialEq)]
pub struct Agreement {
    /// The tests.
    pub fits: Vec<Fit>,
    /// List values of all deals.
    pub sizes: Curve,
    /// Bidders of deals without a grant.
    pub bidders: Curve,
    /// Prices of deals without a grant, as shares of list; without bands if none were estimated.
    pub prices: Curve,
}

/// Holds a log against the laws that were fitted to it.
pub fn agreement(log: &Log, fitted: &Programme, estimator: &Estimator<'_>, asks: Option<&Asks>) -> Agreement {
    let mut fits: Vec<Fit> = arrivals(log, fitted, estimator).into_iter().collect();
    for segment in 0..log.segments.len() {
        fits.extend(deal_sizes(log, segment));
    }
    for segment in 0..log.segments.len() {
        fits.extend(rivals(log, fitted, segment));
    }
    fits.extend(orders(log, fitted));
    let mut prices = Curve { bands: Vec::new() };
    if let Some(asks) = asks {
        let auctions = Auctions::new(estimator, asks);
        fits.extend(auctions.wins());
        fits.extend(auctions.mean_price());
        prices = auctions.curve();
    }
    // A base whose season has no weight in the log's months expects nothing.
    fits.retain(|fit| fit.statistic.is_finite() && fit.chance.is_finite());
    Agreement { fits, sizes: sizes(log, fitted), bidders: bidders(log, fitted), prices }
}

/// The least that is expected in a cell of a chi-square.
const LEAST: f64 = 5.0;

/// Pearson's chi-square of observed against expected numbers, cells with little expected being joined with the next;
/// `None` where no degree of freedom is left.
fn pearson(what: String, cells: &[(f64, f64)], fitted: usize) -> Option<Fit> {
    let mut joined: Vec<(f64, f64)> = Vec::new();
    let mut open = (0.0, 0.0);
    for (observed, expected) in cells {
        open = (open.0 + observed, open.1 + expected);
        if open.1 >= LEAST {
            joined.push(open);
            open = (0.0, 0.0);
        }
    }
    let last = joined.last_mut()?;
    *last = (last.0 + open.0, last.1 + open.1);
    let degrees = joined.len().checked_sub(1 + fitted).filter(|degrees| *degrees > 0)?;
    let statistic =
        joined.iter().map(|(observed, expected)| (observed - expected) * (observed - expected) / expected).sum();
    Some(Fit { what, test: say!("chi-square"), statistic, chance: chi_square(statistic, degrees) })
}

/// Months of the calendar against the base's season: of Poisson arrivals the statistic is a chi-square.
fn arrivals(log: &Log, fitted: &Programme, estimator: &Estimator<'_>) -> Option<Fit> {
    let (first, last) = period(log);
    let shares = daily_shares(fitted);
    let a_year = log.opportunities.len() as f64 / estimator.years;
    let mut cells: Vec<(f64, f64)> = Vec::new();
    let mut cell_of = Vec::new();
    let mut before = None;
    for day in first..=last {
        let date = Date::from_excel_serial(day);
        if before != Some((date.year, date.month)) {
            cells.push((0.0, 0.0));
            before = Some((date.year, date.month));
        }
        let at = cells.len() - 1;
        cells[at].1 += a_year * shares[fiscal_month(date, fitted)];
        cell_of.push(at);
    }
    for row in &log.opportunities {
        cells[cell_of[(row.day - first) as usize]].0 += 1.0;
    }
    pearson(say!("Arrivals by month"), &cells, 0)
}

fn deal_sizes(log: &Log, segment: usize) -> Option<Fit> {
    let of = log.opportunities.iter().filter(|row| row.segment == segment);
    let mut values: Vec<f64> = of.map(|row| libm::log(row.list.to_units())).collect();
    let (statistic, chance) = anderson_darling(&mut values)?;
    Some(Fit {
        what: say!("Log-normal list values, {segment}", segment = log.segments[segment]),
        test: say!("Anderson-Darling"),
        statistic,
        chance,
    })
}

/// Numbers of deals without a grant by rivals.
fn by_rivals(log: &Log, segment: usize) -> [f64; BIDDERS] {
    let mut counts = [0.0; BIDDERS];
    for row in log.opportunities.iter().filter(|row| row.segment == segment && !row.granted) {
        counts[row.bidders.clamp(1, BIDDERS) - 1] += 1.0;
    }
    counts
}

/// Observed and expected numbers by rivals.
fn rival_cells(log: &Log, fitted: &Programme, segment: usize) -> Vec<(f64, f64)> {
    let counts = by_rivals(log, segment);
    let all: f64 = counts.iter().sum();
    counts.into_iter().zip(rival_chances(fitted.segments[segment].rivals_mean)).map(|(n, p)| (n, all * p)).collect()
}

fn rivals(log: &Log, fitted: &Programme, segment: usize) -> Option<Fit> {
    pearson(say!("Poisson rivals, {segment}", segment = log.segments[segment]), &rival_cells(log, fitted, segment), 1)
}

/// Ten bands of equal chance.
fn orders(log: &Log, fitted: &Programme) -> Option<Fit> {
    let mean = fitted.bidding.months_between_orders;
    let mut cells = [(0.0, 0.0); 10];
    let months = log.opportunities.iter().filter_map(|row| row.months_since_order);
    let mut all = 0.0;
    for months in months {
        let at = ((1.0 - libm::exp(-months / mean)) * 10.0) as usize;
        cells[at.min(9)].0 += 1.0;
        all += 1.0;
    }
    for cell in &mut cells {
        cell.1 = all / 10.0;
    }
    pearson(say!("Exponential time since the last order"), &cells, 1)
}

/// List values in bands that begin with 1, 2 and 5.
fn sizes(log: &Log, fitted: &Programme) -> Curve {
    let edges: Vec<f64> =
        (0..10).flat_map(|k| [1.0, 2.0, 5.0].map(|first| first * libm::pow(10.0, f64::from(k)))).collect();
    let mut observed = vec![0.0; edges.len()];
    let mut counts = vec![0.0; log.segments.len()];
    for row in &log.opportunities {
        observed[edges.partition_point(|edge| *edge <= row.list.to_units()).saturating_sub(1)] += 1.0;
        counts[row.segment] += 1.0;
    }
    let below = |edge: f64| -> f64 {
        let of = |(count, segment): (&f64, &crate::programme::Segment)| {
            let distance = libm::log(edge / segment.deal_median.to_units());
            count * normal_cdf(distance / segment.deal_sigma.max(1e-9))
        };
        counts.iter().zip(&fitted.segments).map(of).sum()
    };
    let all = log.opportunities.len() as f64;
    let (first, last) = (
        observed.iter().position(|count| *count > 0.0).unwrap_or(0),
        observed.iter().rposition(|count| *count > 0.0).unwrap_or(0),
    );
    let bands = (first..=last).map(|at| {
        let low = if at == first { 0.0 } else { below(edges[at]) };
        let high = if at == last { all } else { edges.get(at + 1).map_or(all, |edge| below(*edge)) };
        (amount(edges[at]), observed[at], high - low)
    });
    Curve { bands: bands.collect() }
}

/// `50 k` or `2 M`.
fn amount(units: f64) -> String {
    match units {
        u if u >= 1e6 => format!("{} M", u / 1e6),
        u if u >= 1e3 => format!("{} k", u / 1e3),
        u => u.to_string(),
    }
}

fn bidders(log: &Log, fitted: &Programme) -> Curve {
    let mut bands: Vec<(String, f64, f64)> = (1..=BIDDERS).map(|bidders| (bidders.to_string(), 0.0, 0.0)).collect();
    for segment in 0..log.segments.len() {
        for (band, (observed, expected)) in bands.iter_mut().zip(rival_cells(log, fitted, segment)) {
            band.1 += observed;
            band.2 += expected;
        }
    }
    Curve { bands }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_with_little_expected_are_joined() {
        // 12 against 10, then 3 + 4 against 4 + 4, the last 1 against 2 joining them: 8 against 10.
        // (2^2 + 2^2) / 10 = 0.8 with one degree of freedom: 37.1 %.
        let fit = pearson("x".into(), &[(12.0, 10.0), (3.0, 4.0), (4.0, 4.0), (1.0, 2.0)], 0).expect("a fit");
        assert!((fit.statistic - 0.8).abs() < 1e-12 && (fit.chance - 0.371_09).abs() < 1e-4, "{fit:?}");
        assert_eq!(fit.words(), "fits");
        assert_eq!(pearson("x".into(), &[(1.0, 2.0)], 0), None);
        assert_eq!(pearson("x".into(), &[(9.0, 9.0), (8.0, 8.0)], 1), None);
    }

    #[test]
    fn amounts_are_short() {
        assert_eq!([500.0, 20_000.0, 5e6].map(amount), ["500", "20 k", "5 M"]);
    }
}
