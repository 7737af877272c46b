//! What stands at a threshold: how far partners are from it and what the order that crosses it is worth
//! (docs/model.md, "Cliff exposure").

use crate::model::levels::Ladder;
use crate::model::rebates::RebateRules;
use crate::programme::Programme;
use crate::units::{Money, Rate};

/// The thresholds of a programme as cliffs.
#[derive(Debug, Clone, PartialEq)]
pub struct Cliffs {
    ladder: Ladder,
    /// What crossing from a level into the next adds to the rate on all purchases.
    steps: Vec<Rate>,
    /// How near a threshold counts as near, as a share of it.
    window: Rate,
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
        let rebates = RebateRules::new(programme);
        Cliffs {
            ladder: Ladder::new(programme),
            steps: (0..programme.levels.len()).map(|level| rebates.rate_step(level)).collect(),
            window: programme.level_rules.cliff_window,
        }
    }

    /// The exposure of a partner that holds a level, at its mean purchases of a year.
    pub fn exposure(&self, held: usize, purchases: Money) -> Exposure {
        let next = self.ladder.next_threshold(held);
        let to_next = next.map(|threshold| (threshold - purchases).max(Money::ZERO));
        let missed = next.filter(|threshold| *threshold > purchases);
        Exposure {
            to_next,
            above_own: (held > 0).then(|| purchases - self.ladder.threshold(held)),
            next_order: missed.map_or(Money::ZERO, |threshold| threshold.times(self.steps[held])),
            at_stake: if held > 0 { purchases.times(self.steps[held - 1]) } else { Money::ZERO },
            near: missed.is_some_and(|threshold| threshold - purchases <= threshold.times(self.window)),
        }
    }
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
    fn marginal_rates_leave_no_cliff() {
        let mut programme = schema::defaults();
        programme.rebates.basis = RebateBasis::Marginal;
        let exposure = Cliffs::new(&programme).exposure(1, units(700_000));
        assert_eq!((exposure.next_order, exposure.at_stake), (Money::ZERO, Money::ZERO));
        assert!(exposure.near);
    }
}
