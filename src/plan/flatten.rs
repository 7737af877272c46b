//! From programmes to plans: they are flattened one by one, and what is like one before is kept once.

use std::borrow::Cow;
use std::sync::Arc;

use crate::model::behaviour::Response;
use crate::model::horizon::month_start;
use crate::model::launch::{Launch, Release};
use crate::model::market::Market;
use crate::model::registration::Registration;
use crate::model::run_rate::Demand;
use crate::model::savings::SavingsPlan;
use crate::model::treatment::Support;
use crate::outcome::Shape;
use crate::plan::{Chain, Ground, Office, Plan, Plans};
use crate::programme::{Desk, Programme};

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
    use crate::plan::Reading;
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
