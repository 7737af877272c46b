//! How many opportunities arrive on each day (docs/model.md, "Arrivals" and "Launch").
//!
//! Entities are numbered in the order of their days, so a month is a run of consecutive numbers.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::horizon::{YEAR_MONTHS, month_start};
use crate::model::market::Market;
use crate::plan::Plans;
use crate::quantile::{Poisson, uniform};
use crate::sim::draws::{Draws, Flow, Kind};

/// The daily Poisson laws of a flow over the horizon.
#[derive(Debug, Clone)]
pub struct Calendar {
    /// One law for each day, by place in `laws`.
    days: Vec<usize>,
    laws: Vec<Poisson>,
}

impl Calendar {
    /// The calendar of expected arrivals a day.
    pub fn new(daily: &[f64]) -> Calendar {
        let mut known = BTreeMap::new();
        let mut laws = Vec::new();
        let mut place = |mean: &f64| {
            *known.entry(mean.to_bits()).or_insert_with(|| {
                laws.push(Poisson::new(*mean));
                laws.len() - 1
            })
        };
        Calendar { days: daily.iter().map(&mut place).collect(), laws }
    }

    /// Draws the arrivals of a trial: `counts[d]` becomes the number of entities before day d, one more entry than days.
    pub fn draw(&self, draws: &Draws, flow: Flow, trial: u64, marks: &mut Vec<u32>, before: &mut Vec<u32>) {
        marks.resize(self.days.len(), 0);
        draws.of_trial(Kind::Arrivals, flow, trial).marks(marks);
        before.clear();
        before.push(0);
        let mut count = 0;
        for (law, mark) in self.days.iter().zip(marks.iter()) {
            count += self.laws[*law].count(*mark) as u32;
            before.push(count);
        }
    }
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

    /// Whether an arrival of a strip is there for a market in a month; `mark` is its thinning draw.
    #[inline]
    pub fn keeps(&self, market: usize, month: usize, strip: u16, mark: u32) -> bool {
        f64::from(strip) + uniform(u64::from(mark) << 32) < self.taken[market][month % YEAR_MONTHS]
    }

    /// Whether every arrival of a strip is there for a market in a month, so that no mark is needed.
    pub fn keeps_all(&self, market: usize, month: usize, strip: u16) -> bool {
        self.taken[market][month % YEAR_MONTHS] >= f64::from(strip) + 1.0
    }
}
