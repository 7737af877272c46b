//! From programmes to plans: what the simulation needs of each, with everything that programmes share kept once.

use crate::model::horizon::{YEAR_MONTHS, month_start};
use crate::model::launch::Launch;
use crate::model::market::Market;
use crate::model::population::{Member, population};
use crate::model::registration::Registration;
use crate::model::run_rate::RunRate;
use crate::model::treatment::Support;
use crate::outcome::Shape;
use crate::programme::{Desk, Programme};

/// All programmes of a run, flattened. The first plan is the baseline's; the last one is the baseline played again as
/// if it were a scenario, which must give the baseline's figures (docs/model.md, "What must hold").
#[derive(Debug, Clone)]
pub struct Plans {
    /// Horizon in months.
    pub months: usize,
    /// All partners.
    pub members: Vec<Member>,
    /// The level each partner holds, 0 the lowest.
    pub levels: Vec<u8>,
    /// The markets that differ.
    pub markets: Vec<Market>,
    /// The run-rate businesses that differ.
    pub run_rates: Vec<RunRate>,
    /// The stretches of run-rate business that some plan plays.
    pub spells: Vec<Spell>,
    /// The plans: baseline, scenarios, replay.
    pub plans: Vec<Plan>,
    /// How breakdowns are laid out.
    pub shape: Shape,
}

/// One programme, flattened.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
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
    /// Its run-rate business over the horizon.
    pub spells: Vec<usize>,
}

/// Months of one fiscal year under one run-rate business.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spell {
    /// Which run-rate business.
    pub run_rate: usize,
    /// Fiscal year, from 0.
    pub year: usize,
    /// First month within the year.
    pub first: usize,
    /// Month within the year before which it ends.
    pub end: usize,
    /// Month within the year before which the year's business ends.
    pub year_end: usize,
}

impl Spell {
    /// Whether it is all of its year.
    pub fn is_whole(&self) -> bool {
        self.first == 0 && self.end == self.year_end
    }
}

impl Plans {
    /// Flattens a baseline and its scenarios, all valid.
    pub fn new(baseline: &Programme, scenarios: &[&Programme]) -> Plans {
        let months = baseline.settings.months as usize;
        let shape = Shape { levels: baseline.levels.len(), segments: baseline.segments.len(), months };
        let members = population(baseline);
        let mut plans = Plans {
            months,
            levels: members.iter().map(|member| member.level as u8).collect(),
            members,
            markets: Vec::new(),
            run_rates: Vec::new(),
            spells: Vec::new(),
            plans: Vec::new(),
            shape,
        };
        for programme in std::iter::once(&baseline).chain(scenarios).chain(std::iter::once(&baseline)) {
            plans.add(programme, baseline);
        }
        plans
    }

    /// The number of programmes: all plans but the replay.
    pub fn programmes(&self) -> usize {
        self.plans.len() - 1
    }

    /// The plan in whose way programme `plan` plays a month.
    pub fn ruling(&self, plan: usize, month: usize) -> usize {
        if month < self.plans[plan].from { 0 } else { plan }
    }

    /// The largest pool of any market: no partner beyond it meets a deal.
    pub fn pool(&self) -> usize {
        self.markets.iter().map(|market| market.pool.len()).max().unwrap_or(0)
    }

    fn add(&mut self, programme: &Programme, baseline: &Programme) {
        let market = Market::new(programme, &self.members, baseline.registration.propensity);
        let market = place(&mut self.markets, market);
        let run_rate = place(&mut self.run_rates, RunRate::new(programme));
        let from = if self.plans.is_empty() { 0 } else { (programme.from_month - 1) as usize };
        let registration = Registration::new(programme);
        let launch = self.plans.first().and_then(|first| {
            Launch::new(
                [
                    programme.launch.backlog,
                    programme.launch.day.max(month_start(from) as f64),
                    programme.launch.half_life_days,
                ],
                month_start(self.months),
                &self.markets[market],
                &self.members,
                [&registration, &first.registration],
            )
        });
        let spells = self.spells(run_rate, from);
        self.plans.push(Plan {
            from,
            market,
            registration,
            support: Support::new(programme),
            desk: programme.desk.clone(),
            launch: launch.filter(|_| programme.launch.backlog > 0.0),
            spells,
        });
    }

    /// The spells of a plan whose own run-rate business holds from month `from` on.
    fn spells(&mut self, run_rate: usize, from: usize) -> Vec<usize> {
        let mut spells = Vec::new();
        let mut month = 0;
        while month < self.months {
            let year = month / YEAR_MONTHS;
            let year_end = ((year + 1) * YEAR_MONTHS).min(self.months);
            // The baseline's own run-rate business is the first.
            let (run_rate, end) = match month < from && run_rate != 0 {
                true => (0, year_end.min(from)),
                false => (run_rate, year_end),
            };
            let [first, end_in_year, year_end] = [month, end, year_end].map(|at| at - year * YEAR_MONTHS);
            let spell = Spell { run_rate, year, first, end: end_in_year, year_end };
            spells.push(place(&mut self.spells, spell));
            month = end;
        }
        spells
    }
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
    use crate::schema;
    use crate::units::Rate;

    #[test]
    fn what_programmes_share_is_kept_once() {
        let baseline = schema::defaults();
        let mut support = baseline.clone();
        support.quotation.support = Rate::per_mille(60);
        let mut discount = baseline.clone();
        discount.levels[2].base_discount = Rate::per_mille(230);
        let plans = Plans::new(&baseline, &[&support, &discount]);
        let markets: Vec<usize> = plans.plans.iter().map(|plan| plan.market).collect();
        assert_eq!(markets, [0, 0, 1, 0]);
        assert_eq!((plans.markets.len(), plans.run_rates.len(), plans.spells.len()), (2, 1, 1));
        assert_eq!(plans.plans[0], plans.plans[3], "the replay is the baseline");
    }

    #[test]
    fn a_late_scenario_plays_the_baselines_run_rate_until_it_starts() {
        let mut baseline = schema::defaults();
        baseline.settings.months = 24;
        let mut late = baseline.clone();
        late.from_month = 16;
        late.levels[2].run_rate_margin = Rate::per_mille(40);
        let plans = Plans::new(&baseline, &[&late]);
        let spells: Vec<(usize, usize, usize, usize)> = plans.plans[1]
            .spells
            .iter()
            .map(|at| plans.spells[*at])
            .map(|spell| (spell.run_rate, spell.year, spell.first, spell.end))
            .collect();
        assert_eq!(spells, [(0, 0, 0, 12), (0, 1, 0, 3), (1, 1, 3, 12)]);
        assert_eq!((plans.ruling(1, 14), plans.ruling(1, 15)), (0, 1));
    }
}
