//! How many opportunities arrive on each day (docs/model.md, "Arrivals" and "Launch").
//!
//! Entities are numbered in the order of their days, so a month is a run of consecutive numbers.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::horizon::{YEAR_MONTHS, month_start};
use crate::model::market::Market;
use crate::plan::Plans;
use crate::quantile::{Chance, Poisson, uniform};
use crate::sim::draws::{Draws, Flow, Kind};

/// The daily Poisson laws of a flow over the horizon.
#[derive(Debug, Clone)]
pub enum Calendar {
    /// For many trials: the laws are worked out.
    Ready {
        /// One law for each day, by place in `laws`.
        days: Vec<usize>,
        /// The laws that differ.
        laws: Vec<Poisson>,
    },
    /// For a single trial: the expected arrivals of each day, of which most need no law.
    Once(Arc<[f64]>),
}

impl Calendar {
    /// The calendar of expected arrivals a day, for many trials.
    pub fn new(daily: &[f64]) -> Calendar {
        let mut known = BTreeMap::new();
        let mut laws = Vec::new();
        let mut place = |mean: &f64| {
            *known.entry(mean.to_bits()).or_insert_with(|| {
                laws.push(Poisson::new(*mean));
                laws.len() - 1
            })
        };
        Calendar::Ready { days: daily.iter().map(&mut place).collect(), laws }
    }

    /// Draws the arrivals of a trial: `counts[d]` becomes the number of entities before day d, one more entry than days.
    pub fn draw(&self, draws: &Draws, flow: Flow, trial: u64, marks: &mut Vec<u32>, before: &mut Vec<u32>) {
        let days = match self {
            Calendar::Ready { days, .. } => days.len(),
            Calendar::Once(daily) => daily.len(),
        };
        marks.resize(days, 0);
        draws.of_trial(Kind::Arrivals, flow, trial).marks(marks);
        before.clear();
        before.push(0);
        let mut all = 0;
        let mut add = |count: usize| {
            all += count as u32;
            before.push(all);
        };
        match self {
            Calendar::Ready { days, laws } => {
                days.iter().zip(marks.iter()).for_each(|(law, mark)| add(laws[*law].count(*mark)));
            }
            Calendar::Once(daily) => daily.iter().zip(marks.iter()).for_each(|(mean, mark)| add(once(*mean, *mark))),
        }
    }
}

/// The Poisson count for a single draw: its law is worked out as far as the draw asks.
fn once(mean: f64, mark: u32) -> usize {
    // Nobody comes with a probability of more than 1 - mean, in units of marks less what rounding may take.
    if f64::from(mark) < (1.0 - mean) * 4_294_967_296.0 - 2.0 {
        return 0;
    }
    let few = match mean {
        _ if mean < 1.0 => among_first::<4>(mean, mark),
        _ if mean < 5.0 => among_first::<12>(mean, mark),
        _ => None,
    };
    few.unwrap_or_else(|| Poisson::new(mean).count(mark))
}

/// The count, if it is one of the first `N`.
fn among_first<const N: usize>(mean: f64, mark: u32) -> Option<usize> {
    Poisson::chances::<N>(mean).iter().position(|at_most: &Chance| at_most.hits(mark))
}

/// The arrivals of the market, in strips of the baseline's rate. A strip is as wide as the baseline's own daily rate
/// (or its yearly mean where that is nothing); a programme with a lower rate keeps only some of the first strip, one
/// with a higher rate also some of the next, and no programme's rate changes another's draws.
#[derive(Debug, Clone)]
pub struct Strips {
    /// Arrivals of one strip.
    pub calendar: Arc<Calendar>,
    /// For each market and fiscal month, how many strips its rate takes.
    pub taken: Vec<[f64; YEAR_MONTHS]>,
}

impl Strips {
    /// The strips of the plans' markets.
    pub fn new(plans: &Plans) -> Strips {
        Strips { calendar: Arc::new(Strips::calendar(plans)), taken: Strips::taken(plans) }
    }

    /// The strips of other plans on the same ground.
    pub fn of(&self, plans: &Plans) -> Strips {
        Strips { calendar: Arc::clone(&self.calendar), taken: Strips::taken(plans) }
    }

    fn calendar(plans: &Plans) -> Calendar {
        let width = &plans.strips;
        let daily: Vec<f64> = (0..plans.months)
            .flat_map(|month| {
                std::iter::repeat_n(width[month % YEAR_MONTHS], month_start(month + 1) - month_start(month))
            })
            .collect();
        Calendar::new(&daily)
    }

    fn taken(plans: &Plans) -> Vec<[f64; YEAR_MONTHS]> {
        let share = |market: &Market| std::array::from_fn(|m| market.daily[m] / plans.strips[m]);
        plans.markets.iter().map(share).collect()
    }

    /// The number of strips that the highest rate takes.
    pub fn count(&self) -> u16 {
        self.taken.iter().flatten().fold(0.0_f64, |most, taken| most.max(*taken)).ceil() as u16
    }

    /// Where an arrival stands in the strips, which lie one upon another; `mark` is its thinning draw. It is there for the
    /// markets that take more than that.
    #[inline(always)]
    pub fn height(strip: u16, mark: u32) -> f64 {
        f64::from(strip) + uniform(u64::from(mark) << 32)
    }

    /// How many strips a market takes in a month.
    pub fn taken_by(&self, market: usize, month: usize) -> f64 {
        self.taken[market][month % YEAR_MONTHS]
    }

    /// The fewest strips that any market takes in a month, and the most.
    pub fn range(&self, month: usize) -> (f64, f64) {
        let taken = self.taken.iter().map(|taken| taken[month % YEAR_MONTHS]);
        taken.fold((f64::INFINITY, 0.0), |(least, most), taken| (least.min(taken), most.max(taken)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_single_draw_counts_as_the_table_does() {
        for mean in [0.0, 1e-12, 0.001, 0.3, 0.99, 1.0, 4.9, 5.0, 200.0] {
            let table = Poisson::new(mean);
            let marks = (0..1_000).map(|i: u32| i.wrapping_mul(4_294_967)).chain((0..1_000).map(|i| u32::MAX - i));
            for mark in marks.chain([((1.0 - mean).max(0.0) * 4_294_967_295.0) as u32]) {
                assert_eq!(once(mean, mark), table.count(mark), "{mean}: {mark}");
            }
        }
    }
}
