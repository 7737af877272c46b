//! What stands at a threshold: how far partners are from it and what the order that crosses it is worth
//! (docs/model.md, "Cliff exposure").

use crate::model::levels::Ladder;
use crate::model::rebates::RebateRules;
use crate::programme::{Programme, RateBy};
use crate::units::{Money, Rate};

/// The thresholds of a programme as cliffs.
#[derive(Debug, Clone, PartialEq)]
pub struct Cliffs {
    ladder: Ladder,
    /// What crossing from a level into the next adds to the rate on all purchases.
    steps: Vec<Rate>,
    /// The next threshold of each level but the highest.
    ahead: Vec<Cliff>,
    /// Whether the band is paid that purchases reach, and not the level held.
    by_reached: bool,
}

/// A threshold that partners of the level below look at.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Cliff {
    threshold: Money,
    /// Purchases from which on a partner is near it.
    near_from: Money,
    /// The rate step on all purchases of a year at the threshold.
    next_order: Money,
}

/// Where a partner stands between two thresholds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Exposure {
    /// Purchases it misses to the threshold of the level above; 0 where it has them, none at the top.
    pub to_next: Option<Money>,
    /// Purchases it has above the threshold of its own level, negative where it misses it; none at the bottom.
    pub above_own: Option<Money>,
    /// What the order that reaches the level above is worth: the rate step on all purchases of a year at the threshold.
    /// It is what the crossing costs the vendor, too. 0 where nothing is missed.
    pub next_order: Money,
    /// What falling a level costs a year: the rate step into its own level on all its purchases.
    pub at_stake: Money,
    /// Whether the threshold above is missed by no more than the window.
    pub near: bool,
}

impl Cliffs {
    /// The thresholds of a programme.
    pub fn new(programme: &Programme) -> Cliffs {
        let (ladder, rebates) = (Ladder::new(programme), RebateRules::new(programme));
        let steps: Vec<Rate> = (0..programme.levels.len()).map(|level| rebates.rate_step(level)).collect();
        let window = programme.level_rules.cliff_window;
        let cliff = |(level, step): (usize, &Rate)| {
            let threshold = ladder.next_threshold(level)?;
            Some(Cliff {
                threshold,
                near_from: threshold - threshold.times(window),
                next_order: threshold.times(*step),
            })
        };
        let ahead = steps.iter().enumerate().map_while(cliff).collect();
        Cliffs { ladder, steps, ahead, by_reached: programme.rebates.rate_by == RateBy::Reached }
    }

    /// The level from which a partner looks at the next threshold: the one whose rate it is paid.
    pub fn paid_level(&self, held: usize, purchases: Money) -> usize {
        if self.by_reached { self.ladder.reached(purchases) } else { held }
    }

    /// What it costs the vendor a year if a partner that is near the next threshold crosses it; 0 for one that is not.
    #[inline]
    pub fn cost_if_crossed(&self, held: usize, purchases: Money) -> Money {
        match self.missed(self.paid_level(held, purchases), purchases) {
            Some(cliff) if purchases >= cliff.near_from => cliff.next_order,
            _ => Money::ZERO,
        }
    }

    /// [`Cliffs::cost_if_crossed`] of all partners that hold a level, by their purchases.
    pub fn costs_if_crossed(&self, held: usize, purchases: &[Money]) -> Money {
        if self.by_reached {
            return purchases.iter().map(|purchases| self.cost_if_crossed(held, *purchases)).sum();
        }
        let Some(cliff) = self.ahead.get(held) else { return Money::ZERO };
        Money::from_minor(cliff.next_order.minor() * near(cliff, purchases))
    }

    /// The threshold above a level, where purchases miss it.
    fn missed(&self, level: usize, purchases: Money) -> Option<&Cliff> {
        self.ahead.get(level).filter(|cliff| cliff.threshold > purchases)
    }

    /// The exposure of a partner that holds a level, at its mean purchases of a year.
    pub fn exposure(&self, held: usize, purchases: Money) -> Exposure {
        let next = self.ladder.next_threshold(held);
        let to_next = next.map(|threshold| (threshold - purchases).max(Money::ZERO));
        let missed = self.missed(held, purchases);
        Exposure {
            to_next,
            above_own: (held > 0).then(|| purchases - self.ladder.threshold(held)),
            next_order: missed.map_or(Money::ZERO, |cliff| cliff.next_order),
            at_stake: if held > 0 { purchases.times(self.steps[held - 1]) } else { Money::ZERO },
            near: missed.is_some_and(|cliff| purchases >= cliff.near_from),
        }
    }
}

/// How many miss a threshold and are near it.
#[multiversion::multiversion(targets("x86_64+avx512f+avx512dq+avx512vl", "x86_64+avx2"))]
fn near(cliff: &Cliff, purchases: &[Money]) -> i64 {
    let near = |purchases: &Money| (*purchases >= cliff.near_from) & (*purchases < cliff.threshold);
    purchases.iter().map(|purchases| i64::from(near(purchases))).fold(0, i64::wrapping_add)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::programme::RebateBasis;
    use crate::schema;

    fn units(units: i64) -> Money {
        Money::from_units(units)
    }

    #[test]
    fn the_next_order_earns_the_step_on_everything() {
        let cliffs = Cliffs::new(&schema::defaults());
        // Silver with 700,000: 50,000 below Gold's 750,000 (6.7 %), which pays 1.5 points more: 11,250. Its own 1.5 %
        // on 700,000 are 10,500.
        let silver = Exposure {
            to_next: Some(units(50_000)),
            above_own: Some(units(525_000)),
            next_order: units(11_250),
            at_stake: units(10_500),
            near: true,
        };
        assert_eq!(cliffs.exposure(1, units(700_000)), silver);
        assert!(!cliffs.exposure(1, units(674_999)).near && cliffs.exposure(1, units(675_000)).near);
    }

    #[test]
    fn the_ends_of_the_ladder_have_one_neighbour() {
        let cliffs = Cliffs::new(&schema::defaults());
        let top = cliffs.exposure(3, units(4_000_000));
        assert_eq!((top.to_next, top.next_order, top.near), (None, Money::ZERO, false));
        // Platinum's 5 % against Gold's 3 % on 4 million.
        assert_eq!((top.above_own, top.at_stake), (Some(units(-1_000_000)), units(80_000)));
        let bottom = cliffs.exposure(0, units(10_000));
        assert_eq!((bottom.above_own, bottom.at_stake), (None, Money::ZERO));
        // A partner that lacks only certifications misses no order.
        let kept = cliffs.exposure(0, units(200_000));
        assert_eq!((kept.to_next, kept.next_order, kept.near), (Some(Money::ZERO), Money::ZERO, false));
    }

    #[test]
    fn crossing_costs_the_vendor_where_a_partner_is_near() {
        let mut programme = schema::defaults();
        let by_level = Cliffs::new(&programme);
        // 1.5 points on Gold's 750,000 from 675,000 on; nothing farther off, past the threshold or at the top.
        let costs = [674_999, 675_000, 749_999, 750_000].map(|bought| by_level.cost_if_crossed(1, units(bought)));
        assert_eq!(costs, [Money::ZERO, units(11_250), units(11_250), Money::ZERO]);
        assert_eq!(by_level.cost_if_crossed(3, units(4_999_999)), Money::ZERO);
        // Of a Gold partner that buys like a Silver, the next threshold is Platinum's, unless the band reached is paid.
        assert_eq!(by_level.cost_if_crossed(2, units(700_000)), Money::ZERO);
        programme.rebates.rate_by = RateBy::Reached;
        assert_eq!(Cliffs::new(&programme).cost_if_crossed(2, units(700_000)), units(11_250));
    }

    #[test]
    fn marginal_rates_leave_no_cliff() {
        let mut programme = schema::defaults();
        programme.rebates.basis = RebateBasis::Marginal;
        let exposure = Cliffs::new(&programme).exposure(1, units(700_000));
        assert_eq!((exposure.next_order, exposure.at_stake), (Money::ZERO, Money::ZERO));
        assert!(exposure.near);
    }
}
