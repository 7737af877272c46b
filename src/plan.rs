//! Plans: what the simulation needs of each programme, with everything that programmes share kept once.

use std::sync::Arc;

use crate::model::horizon::YEAR_MONTHS;
use crate::model::launch::Launch;
use crate::model::market::Market;
use crate::model::population::{Columns, Member};
use crate::model::registration::Registration;
use crate::model::run_rate::Demand;
use crate::model::savings::SavingsPlan;
use crate::model::treatment::Support;
use crate::outcome::Shape;
use crate::programme::Desk;

mod flatten;
mod ground;
mod office;

pub use ground::Ground;
pub use office::{Contracts, Counting, Office, ServiceSystem, TrackSystem};

/// All programmes of a run, flattened: reading by reading, and in each of them family by family, a baseline and its
/// scenarios. The last plan is the first baseline played again as if it were a scenario, which must give the baseline's
/// figures (docs/model.md, "What must hold").
#[derive(Debug, Clone)]
pub struct Plans {
    /// Horizon in months.
    pub months: usize,
    /// All partners.
    pub members: Arc<[Member]>,
    /// The widths of the strips in which opportunities are drawn, a day, by month of the fiscal year.
    pub strips: [f64; YEAR_MONTHS],
    /// What every trial asks of them.
    pub columns: Arc<Columns>,
    /// The markets that differ.
    pub markets: Vec<Market>,
    /// The run-rate demands that differ.
    pub demands: Vec<Demand>,
    /// The year-end rules that differ.
    pub offices: Vec<Office>,
    /// The successions of year-end rules that differ.
    pub chains: Vec<Chain>,
    /// The plans: for each reading the baseline and the scenarios; the replay.
    pub plans: Vec<Plan>,
    /// What people do, by place of the programmes' readings.
    pub readings: Vec<Reading>,
    /// How breakdowns are laid out.
    pub shape: Shape,
}

/// How people answer to a programme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// As entered, whatever the rules.
    Static,
    /// As docs/model.md, "Behaviour", says.
    Behavioural,
}

impl Reading {
    /// The word of the JSON and the result.
    pub fn word(self) -> &'static str {
        match self {
            Reading::Static => "static",
            Reading::Behavioural => "behavioural",
        }
    }
}

/// One programme in one reading, flattened.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// The plan of its family's baseline in the same reading.
    pub baseline: usize,
    /// First month, from 0, of its own rules; before it the baseline's hold.
    pub from: usize,
    /// Its market.
    pub market: usize,
    /// Who may register.
    pub registration: Registration,
    /// What a grant gives.
    pub support: Support,
    /// Its desk.
    pub desk: Desk,
    /// What its start releases.
    pub launch: Option<Launch>,
    /// Whether the level held decides on quotations and discounts; otherwise the first level does for ever.
    pub follows_levels: bool,
    /// Its year-end rules over the horizon.
    pub chain: usize,
    /// Its restructuring.
    pub savings: SavingsPlan,
    /// Whether subcontracting that is avoided counts as a saving.
    pub counts_subcontracting: bool,
}

/// Year-end rules over the horizon: the baseline's before `from`, its own after.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Chain {
    /// First month, from 0, of the own rules.
    pub from: usize,
    /// The rules before it.
    pub before: usize,
    /// The own rules.
    pub own: usize,
    /// The plan it belongs to, where what partners earn depends on everything else in the plan.
    pub owner: Option<usize>,
}

impl Chain {
    /// The rules of a month.
    pub fn office(&self, month: usize) -> usize {
        if month < self.from { self.before } else { self.own }
    }
}

impl Plans {
    /// Whether programmes of these and of other plans are played on one ground, in the same readings and breakdowns: all that
    /// plans have beside the programmes themselves.
    pub fn share_ground(&self, other: &Plans) -> bool {
        // Whatever is added to plans has to be told here whose it is.
        let Plans { months, members, strips, columns, readings, shape, markets, demands, offices, chains, plans } =
            self;
        let _of_programmes = (markets, demands, offices, chains, plans);
        (months, members, strips) == (&other.months, &other.members, &other.strips)
            && (columns, readings, shape) == (&other.columns, &other.readings, &other.shape)
    }

    /// The number of programmes in all readings: all plans but the replay.
    pub fn programmes(&self) -> usize {
        self.plans.len() - 1
    }

    /// The number of programmes in each reading.
    pub fn programmes_a_reading(&self) -> usize {
        self.programmes() / self.readings.len()
    }

    /// The plan in whose way programme `plan` plays a month.
    pub fn ruling(&self, plan: usize, month: usize) -> usize {
        if month < self.plans[plan].from { self.plans[plan].baseline } else { plan }
    }

    /// The largest pool of any market: no partner beyond it meets a deal.
    pub fn pool(&self) -> usize {
        self.markets.iter().map(|market| market.pool.len()).max().unwrap_or(0)
    }

    /// Whether rebates are due on a plan's won deals at any time.
    pub fn is_due_on_deals(&self, plan: usize) -> bool {
        let chain = &self.chains[self.plans[plan].chain];
        [chain.before, chain.own].iter().any(|office| self.offices[*office].rebates.on_quotations())
    }

    /// Whether any plan sells by use.
    pub fn sells_by_use(&self) -> bool {
        self.markets.iter().any(|market| market.by_use.is_some())
    }
}
