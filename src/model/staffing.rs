//! How many technicians are worth having (docs/model.md, "Tickets and the field force").
//!
//! Technicians are asked in turn: the last of them is sent only what the others have no time for. It saves the
//! subcontractor's price of these calls and costs what people on site cost, in use or not. A call that would wait counts
//! like one that would be subcontracted: without a price on waiting nobody would be worth having who spares it.

use crate::programme::Field;
use crate::units::Money;

/// The most technicians in use that are considered: all the people a workbook may enter.
const MOST: usize = 200_000;

/// What a field force is asked for in a year.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Demand {
    /// Calls that are sent to it.
    pub calls: f64,
    /// Those of them that nobody else may take: they wait where nobody is free.
    pub own: f64,
    /// Offered load, in technicians in use.
    pub load: f64,
}

/// A number of technicians in use at a time, and what they leave to others.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Crew {
    /// Technicians in use at a time.
    pub in_use: usize,
    /// Share of calls that find nobody free (Erlang B), 0 to 1.
    pub overflow: f64,
    /// Share of the time in use in which the next technician would be on a call, if there were one more.
    pub next_busy: f64,
}

impl Demand {
    /// Crews of 0, 1, 2, ... technicians in use.
    fn crews(self) -> impl Iterator<Item = Crew> {
        let mut overflow = 1.0;
        (0..=MOST).map(move |in_use| {
            let carried = self.load * overflow;
            let next = carried / ((in_use + 1) as f64 + carried);
            let crew = Crew { in_use, overflow, next_busy: self.load * (overflow - next) };
            overflow = next;
            crew
        })
    }

    /// A crew of so many technicians in use; no more than can be entered.
    pub fn crew(self, in_use: usize) -> Crew {
        self.crews().nth(in_use.min(MOST)).unwrap_or(Crew { in_use, overflow: 0.0, next_busy: 0.0 })
    }

    /// What one technician more than a crew saves a year, before its own cost, in currency units: the subcontractor's
    /// price of the calls that it takes.
    pub fn next_saving(self, crew: Crew, price: Money) -> f64 {
        let taken = if self.load > 0.0 { self.calls * crew.next_busy / self.load } else { 0.0 };
        taken * price.to_units()
    }

    /// What a crew leaves in a year at a subcontractor's price, in currency units.
    pub fn left(self, crew: Crew, price: Money) -> f64 {
        self.calls * crew.overflow * price.to_units()
    }
}

impl Field {
    /// What having a technician more in use costs a year, in currency units: more than one person on site, as nobody
    /// is in use always. `None` where nobody ever is.
    pub fn cost_in_use(&self) -> Option<f64> {
        let utilisation = self.utilisation.to_f64();
        (utilisation > 0.0).then(|| self.cost.to_units() / utilisation)
    }

    /// The share of its time in use in which a technician has to be on a call to pay; `None` where none ever pays.
    pub fn busy_to_pay(&self, demand: Demand, price: Money) -> Option<f64> {
        // A technician always on calls saves as much as each of the load does.
        let always = demand.calls / demand.load * price.to_units();
        self.cost_in_use().filter(|_| always > 0.0).map(|cost| cost / always)
    }

    /// The crew that costs least with what it leaves, of whole people on site; of two that cost the same the smaller.
    /// `None` where nobody on site is ever in use.
    ///
    /// Each technician takes fewer calls than the one before (Erlang B is convex in the number of servers: Messerli
    /// 1972), and each costs one person at least: the search ends where the next saves less than that.
    pub fn crew_worth_having(&self, demand: Demand, price: Money) -> Option<Crew> {
        self.cost_in_use()?;
        let cost = |crew: Crew| self.yearly_cost(demand, self.people_for(crew), crew, price);
        let mut best = demand.crew(0);
        for crew in demand.crews() {
            if cost(crew) < cost(best) {
                best = crew;
            }
            if demand.next_saving(crew, price) <= self.cost.to_units() {
                break;
            }
        }
        Some(best)
    }

    /// People on site for a crew, whole ones.
    pub fn people_for(&self, crew: Crew) -> f64 {
        // 7 in use at 70 % are 10 people, not 10.000...1.
        (crew.in_use as f64 / self.utilisation.to_f64() - 1e-9).ceil()
    }

    /// What a number of people on site cost a year with what their crew leaves, in currency units.
    pub fn yearly_cost(&self, demand: Demand, people: f64, crew: Crew, price: Money) -> f64 {
        people * self.cost.to_units() + demand.left(crew, price)
    }
}

#[cfg(test)]
mod tests;
