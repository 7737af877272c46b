//! From programmes to plans: what the simulation needs of each, with everything that programmes share kept once.

use std::borrow::Cow;
use std::sync::Arc;

use crate::model::behaviour::Response;
use crate::model::horizon::{YEAR_MONTHS, month_start};
use crate::model::launch::{Launch, Release};
use crate::model::market::Market;
use crate::model::population::{Columns, Member};
use crate::model::registration::Registration;
use crate::model::run_rate::Demand;
use crate::model::savings::SavingsPlan;
use crate::model::treatment::Support;
use crate::outcome::Shape;
use crate::programme::{Desk, Programme};

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
    /// Flattens a baseline and its scenarios, all valid, in the readings that the baseline's settings ask for.
    pub fn new(baseline: &Programme, scenarios: &[&Programme]) -> Plans {
        let programmes: Vec<&Programme> = std::iter::once(baseline).chain(scenarios.iter().copied()).collect();
        Plans::on(&Ground::new(baseline, scenarios, false), &[programmes])
    }

    /// Flattens families of programmes on a common ground: each a baseline and its scenarios, all valid, of the same
    /// horizon, levels and segments.
    ///
    /// # Panics
    /// If there is no family, or one without a baseline.
    pub fn on(ground: &Ground, families: &[Vec<&Programme>]) -> Plans {
        let first = families[0][0];
        let months = first.settings.months as usize;
        let mut plans = Plans {
            months,
            columns: Arc::clone(&ground.columns),
            members: Arc::clone(&ground.members),
            strips: ground.strips,
            markets: Vec::new(),
            demands: Vec::new(),
            offices: Vec::new(),
            chains: Vec::new(),
            plans: Vec::new(),
            readings: ground.readings.clone(),
            shape: Shape { levels: first.levels.len(), segments: first.segments.len(), months },
        };
        let mut replayed = None;
        for reading in &ground.readings {
            for family in families {
                let mut programmes = ground.played(family, *reading);
                let baseline = plans.plans.len();
                for programme in &programmes {
                    plans.add(ground, programme, family[0], baseline);
                }
                if baseline == 0 {
                    replayed = Some(programmes.swap_remove(0));
                }
            }
        }
        if let Some(replayed) = replayed {
            plans.add(ground, &replayed, first, 0);
        }
        plans
    }

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

    /// Adds a plan of the family whose baseline is at `baseline`; `as_entered` is that baseline without behaviour, which
    /// changes requests, not opportunities.
    fn add(
        &mut self,
        ground: &Ground,
        (programme, response): &(Cow<'_, Programme>, Response),
        as_entered: &Programme,
        baseline: usize,
    ) {
        let is_baseline = self.plans.len() == baseline;
        let from = if is_baseline { 0 } else { (programme.from_month - 1) as usize };
        let shift_from = if programme.pay_per_use == as_entered.pay_per_use { 0 } else { from };
        let own = (shift_from, response.ask_gain);
        let market = Market::with_pool(programme, ground.pool(programme), ground.propensity, own);
        let market = place(&mut self.markets, market);
        let demand = place(&mut self.demands, Demand::new(programme));
        let office = Office::new(programme, response, demand, (&self.members, &self.columns));
        let owner = office.pays_neutral().then_some(self.plans.len());
        let own = place(&mut self.offices, office);
        let before = if is_baseline { own } else { self.chains[self.plans[baseline].chain].own };
        let from_chain = if before == own { 0 } else { from };
        let chain = place(&mut self.chains, Chain { from: from_chain, before, own, owner });
        let registration = Registration::new(programme);
        let waited = programme.launch.backlog > 0.0;
        let launch = self.plans.get(baseline).filter(|_| waited).and_then(|first| {
            let release = Release {
                backlog: programme.launch.backlog,
                day: programme.launch.day.max(month_start(from) as f64),
                half_life: programme.launch.half_life_days,
            };
            let known =
                self.plans.iter().filter_map(|plan| plan.launch.as_ref()).find(|other| other.release == release);
            let daily = known.map_or_else(|| release.daily(month_start(self.months)), |other| Arc::clone(&other.daily));
            let rules = [&registration, &first.registration];
            Launch::new((release, daily), &self.markets[market], &self.members, rules)
        });
        self.plans.push(Plan {
            baseline,
            from,
            market,
            registration,
            support: Support::new(programme),
            desk: reviewed(programme),
            launch,
            follows_levels: programme.links.level_quotations,
            chain,
            savings: SavingsPlan::late(as_entered, programme, self.months, from),
            counts_subcontracting: programme.links.subcontract_savings,
        });
    }
}

/// The desk with the minutes that a request takes after coverage was cut.
fn reviewed(programme: &Programme) -> Desk {
    let minutes = if programme.links.coverage_quotations { programme.coverage.minutes_factor() } else { 1.0 };
    Desk { minutes_per_request: programme.desk.minutes_per_request * minutes, ..programme.desk.clone() }
}

/// Where a value stands among those kept, after adding it if it is new.
fn place<T: PartialEq>(kept: &mut Vec<T>, value: T) -> usize {
    kept.iter().position(|other| *other == value).unwrap_or_else(|| {
        kept.push(value);
        kept.len() - 1
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::programme::Readings;
    use crate::schema;
    use crate::units::Rate;

    fn baseline() -> Programme {
        let mut programme = schema::defaults();
        programme.settings.readings = Readings::Static;
        programme
    }

    #[test]
    fn what_programmes_share_is_kept_once() {
        let baseline = baseline();
        let mut support = baseline.clone();
        support.quotation.support = Rate::per_mille(60);
        let mut discount = baseline.clone();
        discount.levels[2].base_discount = Rate::per_mille(230);
        let plans = Plans::new(&baseline, &[&support, &discount]);
        let markets: Vec<usize> = plans.plans.iter().map(|plan| plan.market).collect();
        assert_eq!(markets, [0, 0, 1, 0]);
        assert_eq!((plans.markets.len(), plans.demands.len(), plans.chains.len()), (2, 1, 1));
        assert_eq!(plans.plans[0], plans.plans[3], "the replay is the baseline");
    }

    #[test]
    fn a_late_scenario_keeps_the_baselines_year_end_until_it_starts() {
        let mut baseline = baseline();
        baseline.settings.months = 24;
        let mut late = baseline.clone();
        late.from_month = 16;
        late.levels[2].run_rate_margin = Rate::per_mille(40);
        let plans = Plans::new(&baseline, &[&late]);
        let chain = &plans.chains[plans.plans[1].chain];
        assert_eq!([14, 15].map(|month| chain.office(month)), [0, 1]);
        assert_eq!((plans.ruling(1, 14), plans.ruling(1, 15)), (0, 1));
    }

    #[test]
    fn each_reading_begins_with_its_baseline() {
        let mut baseline = baseline();
        baseline.settings.readings = Readings::Both;
        let mut open = baseline.clone();
        open.registration.installed_base = true;
        let plans = Plans::new(&baseline, &[&open]);
        assert_eq!(plans.readings, [Reading::Static, Reading::Behavioural]);
        let baselines: Vec<usize> = plans.plans.iter().map(|plan| plan.baseline).collect();
        assert_eq!((baselines, plans.programmes()), (vec![0, 0, 2, 2, 0], 4));
    }
}
