//! Who is in the services programme and what it earns (docs/model.md, "Services programme").

use std::cmp::Reverse;

use crate::programme::Programme;
use crate::units::{Money, Rate};

/// The service level of each partner, 0 the lowest; `None` for partners that do not sell the vendor's services.
///
/// `sales` are service sales a year, `delivers` says who delivers services, both in the partners' order. Every partner
/// whose sales reach the threshold is a seller; the levels above are given to those that deliver, the largest sellers
/// first (ties by order), as far as places go.
pub fn standings(programme: &Programme, sales: &[Money], delivers: &[bool]) -> Vec<Option<u8>> {
    let threshold = programme.services.threshold;
    // Nobody is a seller by selling nothing, even at a threshold of 0.
    let mut sellers: Vec<usize> =
        (0..sales.len()).filter(|j| sales[*j] >= threshold && sales[*j] > Money::ZERO).collect();
    sellers.sort_by_key(|j| (Reverse(sales[*j]), *j));
    let places = places(programme);
    let mut standings = vec![None; sales.len()];
    let mut placed = 0;
    for level in (1..places.len()).rev() {
        let open = sellers.iter().filter(|j| delivers[**j]);
        for j in open.take(places[level]).skip(placed) {
            standings[*j] = Some(level as u8);
            placed += 1;
        }
    }
    let rest: Vec<usize> = sellers.into_iter().filter(|j| standings[*j].is_none()).collect();
    for j in rest.into_iter().take(places.first().map_or(0, |all| all - placed)) {
        standings[j] = Some(0);
    }
    standings
}

/// The most partners at each level or above: a lower level's limit holds for those above it too.
fn places(programme: &Programme) -> Vec<usize> {
    let mut most = usize::MAX;
    let limits = programme.service_levels.iter().map(|level| {
        if level.partners > 0 {
            most = most.min(level.partners as usize);
        }
        most
    });
    limits.collect()
}

/// Share of the ladder of `levels` service levels that a partner has climbed, 0 to 1; 0 outside the programme.
pub fn capability(level: Option<u8>, levels: usize) -> f64 {
    level.map_or(0.0, |level| f64::from(level + 1) / levels as f64)
}

/// Partners in the services programme, by what they do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ServicePartners {
    /// Partners that sell the vendor's services, at any level.
    pub eligible: usize,
    /// Those above the first level: they deliver services.
    pub delivering: usize,
    /// Those at the highest level, if there is more than one.
    pub experts: usize,
}

impl ServicePartners {
    /// Counts standings in a ladder of `levels` service levels.
    pub fn count(standings: &[Option<u8>], levels: usize) -> ServicePartners {
        let from = |lowest: usize| standings.iter().flatten().filter(|level| usize::from(**level) >= lowest).count();
        ServicePartners { eligible: from(0), delivering: from(1), experts: from(levels.saturating_sub(1).max(1)) }
    }
}

/// The share of all partners' tickets that falls to each partner and those before it, 0 to 1: partners above the first
/// level share them by their service sales. Amounts are shared out on the running total, so that nothing is lost; all
/// are 0 where nobody delivers.
pub fn tickets_up_to(standings: &[Option<u8>], sales: &[Money]) -> Vec<f64> {
    let delivered = |(level, sales): (&Option<u8>, &Money)| if *level >= Some(1) { *sales } else { Money::ZERO };
    let all: Money = standings.iter().zip(sales).map(delivered).sum();
    let mut before = Money::ZERO;
    let up_to = standings.iter().zip(sales).map(|partner| {
        before += delivered(partner);
        if all > Money::ZERO { before.minor() as f64 / all.minor() as f64 } else { 0.0 }
    });
    up_to.collect()
}

/// What the services programme pays and costs.
#[derive(Debug, Clone, PartialEq)]
pub struct ServiceRules {
    /// Vendor's cost, of service sales.
    unit_cost: Rate,
    /// By level: kick-back, and a year's training as the vendor's and the partner's part.
    levels: Vec<(Rate, Money, Money)>,
}

/// A partner's services over a year or a part of it, or those of several partners.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ServiceYear {
    /// What customers pay, which is the vendor's revenue.
    pub sales: Money,
    /// Vendor's cost of the services sold.
    pub cost: Money,
    /// Kick-back, from the vendor to the partner.
    pub kickback: Money,
    /// Training that the vendor pays.
    pub training_vendor: Money,
    /// Training that the partner pays.
    pub training_partner: Money,
}

impl ServiceRules {
    /// The rules of a programme.
    pub fn new(programme: &Programme) -> ServiceRules {
        let levels = programme.service_levels.iter().map(|level| {
            let vendor = level.training_cost.times(programme.services.training_share);
            (level.kickback, vendor, level.training_cost - vendor)
        });
        ServiceRules { unit_cost: programme.services.unit_cost, levels: levels.collect() }
    }

    /// A year of a partner with service sales of `sales`; nothing outside the programme.
    pub fn year(&self, level: Option<u8>, sales: Money) -> ServiceYear {
        let Some(&(kickback, training_vendor, training_partner)) =
            level.and_then(|level| self.levels.get(usize::from(level)))
        else {
            return ServiceYear::default();
        };
        ServiceYear {
            sales,
            cost: sales.times(self.unit_cost),
            kickback: sales.times(kickback),
            training_vendor,
            training_partner,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::population::size;
    use crate::programme::{SizeDistribution, SizeFamily};
    use crate::schema;

    fn sales(units: &[i64]) -> Vec<Money> {
        units.iter().map(|units| Money::from_units(*units)).collect()
    }

    #[test]
    fn the_largest_delivering_sellers_hold_the_highest_levels() {
        let mut programme = schema::defaults();
        (programme.service_levels[1].partners, programme.service_levels[2].partners) = (3, 1);
        // 9,999.99 is not in the programme, whoever delivers; of the deliverers 50 k is the expert, the 30 k that stand
        // first come before the other 30 k, and the places of expert count among the three of delivery.
        let mut sales = sales(&[30_000, 90_000, 50_000, 0, 30_000, 30_000, 10_000]);
        sales[3] = Money::from_minor(999_999);
        let delivers = [true, false, true, true, true, true, true];
        let found = standings(&programme, &sales, &delivers);
        assert_eq!(found, [Some(1), Some(0), Some(2), None, Some(1), Some(0), Some(0)]);
        let count = ServicePartners::count(&found, 3);
        assert_eq!(count, ServicePartners { eligible: 6, delivering: 3, experts: 1 });
    }

    #[test]
    fn a_limit_of_a_lower_level_holds_above_it() {
        let mut programme = schema::defaults();
        for (level, partners) in programme.service_levels.iter_mut().zip([2, 0, 0]) {
            level.partners = partners;
        }
        let sales = sales(&[20_000, 40_000, 30_000, 50_000]);
        // Two places in all: the two largest that deliver, both at the highest level.
        assert_eq!(standings(&programme, &sales, &[true; 4]), [None, Some(2), None, Some(2)]);
        // Only one delivers: the other place is for the largest seller.
        let one = [true, false, false, false];
        assert_eq!(standings(&programme, &sales, &one), [Some(2), None, None, Some(0)]);
    }

    #[test]
    fn no_sales_make_no_seller() {
        let mut programme = schema::defaults();
        programme.services.threshold = Money::ZERO;
        assert_eq!(standings(&programme, &sales(&[0, 1]), &[true, false]), [None, Some(0)]);
        // A ladder of one level has nobody that delivers.
        programme.service_levels.truncate(1);
        let found = standings(&programme, &sales(&[0, 1]), &[true, true]);
        assert_eq!(ServicePartners::count(&found, 1), ServicePartners { eligible: 1, delivering: 0, experts: 0 });
    }

    #[test]
    fn capability_is_the_share_of_the_ladder() {
        assert_eq!([None, Some(0), Some(1), Some(2)].map(|level| capability(level, 4)), [0.0, 0.25, 0.5, 0.75]);
        assert_eq!(capability(Some(2), 3), 1.0);
    }

    #[test]
    fn tickets_fall_to_those_that_deliver() {
        // 30 k and 10 k of 40 k; a seller has none, whatever it sells.
        let standings = [Some(2), Some(0), None, Some(1)];
        let sales = sales(&[30_000, 90_000, 5_000, 10_000]);
        assert_eq!(tickets_up_to(&standings, &sales), [0.75, 0.75, 0.75, 1.0]);
        assert_eq!(tickets_up_to(&[Some(0), None], &sales[..2]), [0.0, 0.0]);
    }

    #[test]
    fn a_year_of_an_expert() {
        let rules = ServiceRules::new(&schema::defaults());
        // 80,000 of sales: cost 70 %, kick-back 6 %; 25,000 of training, 30 % of it the vendor's.
        let expected = ServiceYear {
            sales: Money::from_units(80_000),
            cost: Money::from_units(56_000),
            kickback: Money::from_units(4_800),
            training_vendor: Money::from_units(7_500),
            training_partner: Money::from_units(17_500),
        };
        assert_eq!(rules.year(Some(2), Money::from_units(80_000)), expected);
        assert_eq!(rules.year(None, Money::from_units(80_000)), ServiceYear::default());
    }

    #[test]
    fn a_lower_threshold_makes_70_sellers_100() {
        let [before, after] = [14_300, 10_000].map(Money::from_units);
        // 1,000 partners from 1,000 up: 1,000 x 0.1 = 100 reach 10,000 and 1,000 / 14.3 = 69.9 reach 14,300.
        let distribution = SizeDistribution {
            family: SizeFamily::Pareto,
            low: Money::from_units(1_000),
            high: Money::ZERO,
            shape: 1.0,
        };
        let sales: Vec<Money> = (0..1_000).map(|i| size(&distribution, i, 1_000)).collect();
        let reach = |threshold| {
            let mut programme = schema::defaults();
            programme.services.threshold = threshold;
            standings(&programme, &sales, &[false; 1_000]).iter().flatten().count()
        };
        assert_eq!((reach(before), reach(after)), (70, 100));
        for tail in [0.77, 1.0, 1.3] {
            let expanded =
                (0..1_000).map(|i| size(&SizeDistribution { shape: tail, ..distribution.clone() }, i, 1_000));
            let found = expanded.filter(|sales| *sales >= before).count() as f64;
            let known = 1_000.0 * libm::pow(14.3, -tail);
            assert!((found - known).abs() <= 0.5, "{tail}: {found} and {known}");
        }
    }
}
