//! The partners on either side of each threshold, and what crossing it is worth (docs/model.md, "Cliff exposure").

use crate::model::cliff::Cliffs;
use crate::model::rebates::RebateRules;
use crate::programme::{Programme, RateBy};
use crate::units::{Money, Rate};

/// A partner as it stands to the thresholds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Holding {
    /// Level held, 0 the lowest.
    pub level: usize,
    /// Mean purchases of a year.
    pub purchases: Money,
    /// Certifications held.
    pub certifications: i64,
}

/// The threshold of a level and those near it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Boundary {
    /// The level above it.
    pub level: usize,
    /// The threshold.
    pub threshold: Money,
    /// What crossing it adds to the rate on all purchases.
    pub step: Rate,
    /// Partners of the level below that miss it by no more than the window.
    pub below: usize,
    /// Those of them that lack certifications too, so that no order alone lifts them.
    pub uncertified: usize,
    /// What those below miss of it, together.
    pub missing: Money,
    /// What the orders that reach it are worth to them, together: what the vendor pays if all of them cross.
    pub next_orders: Money,
    /// The part of it that takes nothing but the order.
    pub by_order: Money,
    /// Partners of the level above that are past it by no more than the window.
    pub above: usize,
    /// What falling below it would cost them, together.
    pub at_stake: Money,
    /// Partners that hold the level above though their purchases miss the threshold.
    pub short: usize,
}

/// The thresholds of a programme, the lowest first.
pub fn boundaries(programme: &Programme, holdings: &[Holding]) -> Vec<Boundary> {
    let cliffs = Cliffs::new(programme);
    let window = programme.level_rules.cliff_window;
    let steps = RebateRules::new(programme);
    let boundary = |level: usize| Boundary {
        level,
        threshold: programme.levels[level].threshold,
        step: steps.rate_step(level - 1),
        below: 0,
        uncertified: 0,
        missing: Money::ZERO,
        next_orders: Money::ZERO,
        by_order: Money::ZERO,
        above: 0,
        at_stake: Money::ZERO,
        short: 0,
    };
    let mut boundaries: Vec<Boundary> = (1..programme.levels.len()).map(boundary).collect();
    for holding in holdings {
        let by_level = programme.rebates.rate_by == RateBy::Level;
        let level = cliffs.paid_level(holding.level, holding.purchases);
        let exposure = cliffs.exposure(level, holding.purchases);
        // Boundary b lies below level b + 1.
        if let Some(boundary) = boundaries.get_mut(level).filter(|_| exposure.near) {
            boundary.below += 1;
            boundary.missing += exposure.to_next.unwrap_or(Money::ZERO);
            boundary.next_orders += exposure.next_order;
            if by_level && holding.certifications < programme.levels[level + 1].certifications {
                boundary.uncertified += 1;
            } else {
                boundary.by_order += exposure.next_order;
            }
        }
        if let (Some(above), Some(boundary)) =
            (exposure.above_own, level.checked_sub(1).and_then(|at| boundaries.get_mut(at)))
        {
            if above < Money::ZERO {
                boundary.short += 1;
            } else if above <= boundary.threshold.times(window) {
                boundary.above += 1;
                boundary.at_stake += exposure.at_stake;
            }
        }
    }
    boundaries
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema;

    fn holding(level: usize, purchases: i64, certifications: i64) -> Holding {
        Holding { level, purchases: Money::from_units(purchases), certifications }
    }

    #[test]
    fn a_threshold_has_partners_on_either_side() {
        // Thresholds 175 k, 750 k, 5 M; certifications 2, 5, 15; rates 0, 1.5, 3, 5 %; near within 10 %.
        let holdings = [
            holding(1, 700_000, 5),   // misses Gold by 50,000: 1.5 % of 750,000 = 11,250
            holding(1, 680_000, 6),   // misses Gold by 70,000: 11,250 again
            holding(1, 700_000, 3),   // misses 50,000 and Gold's certifications
            holding(1, 600_000, 5),   // too far
            holding(2, 800_000, 7),   // past Gold by 6.7 %: 1.5 % of 800,000 = 12,000 at stake
            holding(2, 600_000, 7),   // Gold without Gold's purchases
            holding(2, 4_000_000, 7), // neither near Gold nor near Platinum
        ];
        let boundaries = boundaries(&schema::defaults(), &holdings);
        let gold = Boundary {
            level: 2,
            threshold: Money::from_units(750_000),
            step: Rate::per_mille(15),
            below: 3,
            uncertified: 1,
            missing: Money::from_units(170_000),
            next_orders: Money::from_units(33_750),
            by_order: Money::from_units(22_500),
            above: 1,
            at_stake: Money::from_units(12_000),
            short: 1,
        };
        assert_eq!(boundaries[1], gold);
        assert_eq!((boundaries[0].below, boundaries[0].above, boundaries[2].below), (0, 0, 0));
    }

    #[test]
    fn where_the_band_reached_is_paid_neither_level_nor_certifications_count() {
        let mut programme = schema::defaults();
        programme.rebates.rate_by = RateBy::Reached;
        // Holds Gold and buys like a Silver that is near Gold; without any certification.
        let boundaries = boundaries(&programme, &[holding(2, 700_000, 0)]);
        assert_eq!((boundaries[1].below, boundaries[1].uncertified, boundaries[1].short), (1, 0, 0));
    }
}
