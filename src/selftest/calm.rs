//! Programmes without deals and shocks, in which what happens to partners can be worked out.

use crate::outcome::Field;
use crate::outcome::partner::PartnerField;
use crate::plan::Plans;
use crate::programme::{
    Behaviour, Level, Partner, PartnerGroup, PartnerTraits, Programme, Readings, SizeDistribution, SizeFamily,
};
use crate::schema;
use crate::sim::run::Trials;
use crate::units::{Money, Rate};

/// Trials where nothing is left to luck: two, so that the second begins where the first ended.
pub const FEW: usize = 2;

/// What partners cost of capital where nothing else is said.
const COST_OF_CAPITAL: Rate = Rate::per_mille(50);

/// The defaults without partners, without shocks, and with a competing vendor that gives its goods away, so that no deal
/// is won. Levels take no certifications. Nobody responds to anything.
pub fn calm() -> Programme {
    let mut programme = schema::defaults();
    programme.settings.readings = Readings::Static;
    programme.behaviour = Behaviour { effort_cost: Money::from_units(1), ..Behaviour::default() };
    programme.groups.clear();
    programme.partners.clear();
    programme.years.clear();
    programme.expected_per_year = 1.0;
    for segment in &mut programme.segments {
        (segment.rival_price_mean, segment.rival_price_sd) = (Rate::ZERO, Rate::ZERO);
    }
    (programme.run_rate.common_sd, programme.run_rate.own_sd) = (0.0, 0.0);
    (programme.presales.originator, programme.presales.originator_rate) = (Money::ZERO, Rate::ZERO);
    programme.presales.rival = Money::ZERO;
    programme.levels.iter_mut().for_each(|level| level.certifications = 0);
    programme.bidding.pool_level = programme.levels[0].name.clone();
    programme
}

/// [`calm`] with levels of its own, lowest first: thresholds in currency units and rebates in thousandths. They are
/// called `L0`, `L1`, ...
pub fn calm_with(levels: &[(i64, i64)]) -> Programme {
    let mut programme = calm();
    let like = programme.levels[0].clone();
    let level = |(at, (threshold, rebate)): (usize, &(i64, i64))| Level {
        name: format!("L{at}"),
        threshold: Money::from_units(*threshold),
        rebate: Rate::per_mille(*rebate),
        ..like.clone()
    };
    programme.levels = levels.iter().enumerate().map(level).collect();
    programme.bidding.pool_level = "L0".to_owned();
    programme.registration.min_level = "L0".to_owned();
    programme
}

fn traits(level: &str) -> PartnerTraits {
    PartnerTraits {
        level: level.to_owned(),
        cost_of_capital: COST_OF_CAPITAL,
        shares_data: true,
        compensation_track: "-".to_owned(),
        ..PartnerTraits::default()
    }
}

/// A partner of a level that buys an amount a year, in currency units, and is called after it.
pub fn partner(level: &str, purchases: i64) -> Partner {
    Partner {
        id: purchases.to_string(),
        name: "-".to_owned(),
        purchases: Money::from_units(purchases),
        service_sales: Money::ZERO,
        traits: traits(level),
    }
}

/// Partners of a level whose purchases follow a distribution.
pub fn group(level: &str, count: usize, purchases: SizeDistribution) -> PartnerGroup {
    PartnerGroup { name: "Group".to_owned(), count: count as i64, purchases, services: fixed(0), traits: traits(level) }
}

/// The same for all, in currency units.
pub fn fixed(units: i64) -> SizeDistribution {
    sizes(SizeFamily::Fixed, [units, 0], 1.0)
}

/// Even between two amounts, in currency units.
pub fn uniform(low: i64, high: i64) -> SizeDistribution {
    sizes(SizeFamily::Uniform, [low, high], 1.0)
}

/// Pareto from an amount in currency units, without a limit.
pub fn pareto(low: i64, tail: f64) -> SizeDistribution {
    sizes(SizeFamily::Pareto, [low, 0], tail)
}

fn sizes(family: SizeFamily, [low, high]: [i64; 2], shape: f64) -> SizeDistribution {
    SizeDistribution { family, low: Money::from_units(low), high: Money::from_units(high), shape }
}

/// Leaves the opportunities to one small partner of the highest level, so that all others are played as those who meet
/// no deals are.
pub fn out_of_the_pool(programme: &mut Programme) {
    let highest = programme.levels.last().map(|level| level.name.clone()).unwrap_or_default();
    let anchor = Partner { id: "anchor".to_owned(), purchases: Money::from_minor(1), ..partner(&highest, 0) };
    programme.partners.push(anchor);
    programme.bidding.pool_level = highest;
}

/// A field that counts money, of the first trial, in currency units.
pub fn money(run: &Trials, programme: usize, field: Field) -> f64 {
    run.total(0, programme).money(field).to_units()
}

/// A field that counts pieces, of the first trial.
pub fn pieces(run: &Trials, programme: usize, field: Field) -> f64 {
    run.total(0, programme)[field] as f64
}

/// What a partner is paid at the back end, mean over the trials, in currency units.
pub fn back_end(plans: &Plans, run: &Trials, programme: usize, id: &str) -> f64 {
    let place = plans.members.iter().position(|member| member.id == id);
    let cents = place.map(|place| run.partners[programme].partners[place][PartnerField::BackEnd as usize]);
    cents.map_or(f64::NAN, |cents| cents as f64 / run.count() as f64 / 100.0)
}
