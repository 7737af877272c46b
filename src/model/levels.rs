//! Which level a partner holds from one fiscal year to the next, and what it does to reach a threshold
//! (docs/model.md, "Levels").

use crate::programme::Programme;
use crate::quantile::Chance;
use crate::units::{Money, Rate};

/// The levels of a programme as steps, lowest first.
#[derive(Debug, Clone, PartialEq)]
pub struct Ladder {
    steps: Vec<Step>,
    /// Chance that a partner passes its training in a year.
    pub pass: Chance,
}

/// What a level takes.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Step {
    /// Purchases of twelve months.
    threshold: Money,
    /// Certifications.
    certifications: i64,
}

/// The outcome of a year end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Verdict {
    /// The level of the next year, 0 the lowest.
    pub level: usize,
    /// What it would be if thresholds were not suspended: lower where the suspension saves the partner.
    pub by_rule: usize,
}

impl Ladder {
    /// The levels of a programme; there is at least one.
    pub fn new(programme: &Programme) -> Ladder {
        let step =
            |level: &crate::programme::Level| Step { threshold: level.threshold, certifications: level.certifications };
        Ladder {
            steps: programme.levels.iter().map(step).collect(),
            pass: Chance::new(programme.level_rules.training_pass_rate.to_f64()),
        }
    }

    /// The highest level whose threshold a year's purchases meet, certifications apart. The lowest has no lower one.
    #[inline]
    pub fn reached(&self, purchases: Money) -> usize {
        highest(&self.steps, |step| step.threshold <= purchases)
    }

    /// The highest level whose certifications are met, revenue apart: by a partner that holds a level and some
    /// certifications, and that passed its training or not.
    #[inline]
    pub fn certified(&self, held: usize, certifications: i64, passed: bool) -> usize {
        let counted = self.counted(held, certifications, passed);
        highest(&self.steps, |step| step.certifications <= counted)
    }

    /// The level of the next year, from the purchases of the last twelve months. A partner takes the highest level
    /// whose threshold and certifications it meets. If thresholds are suspended for the next year, the level held and those
    /// below it take no purchases: nobody falls for revenue, and rising still needs it.
    #[inline]
    pub fn evaluate(
        &self,
        held: usize,
        purchases: Money,
        certifications: i64,
        passed: bool,
        suspended: bool,
    ) -> Verdict {
        let counted = self.counted(held, certifications, passed);
        let certified = |step: &Step| step.certifications <= counted;
        let by_rule = highest(&self.steps, |step| certified(step) && step.threshold <= purchases);
        // Where the suspension matters, the rule would put the partner below the level it holds.
        let level = if suspended && by_rule < held { highest(&self.steps[..=held], certified) } else { by_rule };
        Verdict { level, by_rule }
    }

    /// The levels of the next year by the rule, thresholds not suspended, of partners that pass their training: from
    /// their purchases of the last twelve months and their certifications.
    pub fn by_rule(&self, purchases: &[Money], certifications: &[i64], levels: &mut [u8]) {
        levels.fill(0);
        for (level, step) in self.steps.iter().enumerate().skip(1) {
            raise(purchases, certifications, step, level as u8, levels);
        }
    }

    /// Whether a partner's purchases are below the threshold of the level it holds. The lowest level takes nothing.
    #[inline]
    pub fn misses_threshold(&self, held: usize, purchases: Money) -> bool {
        held > 0 && purchases < self.steps[held].threshold
    }

    /// The threshold of the level above, if there is one.
    #[inline]
    pub fn next_threshold(&self, level: usize) -> Option<Money> {
        self.steps.get(level + 1).map(|step| step.threshold)
    }

    /// The threshold of a level.
    #[inline]
    pub fn threshold(&self, level: usize) -> Money {
        self.steps[level].threshold
    }

    /// The certifications that count: after a failed training no more than the level below the one held takes.
    #[inline(always)]
    fn counted(&self, held: usize, certifications: i64, passed: bool) -> i64 {
        if passed { certifications } else { certifications.min(self.steps[held.saturating_sub(1)].certifications) }
    }
}

/// Raises those to a level that meet what it takes.
#[multiversion::multiversion(targets("x86_64+avx512f+avx512dq+avx512vl", "x86_64+avx2"))]
fn raise(purchases: &[Money], certifications: &[i64], step: &Step, level: u8, levels: &mut [u8]) {
    for ((held, purchases), certifications) in levels.iter_mut().zip(purchases).zip(certifications) {
        let meets = (*purchases >= step.threshold) & (*certifications >= step.certifications);
        *held = if meets { level } else { *held };
    }
}

/// The highest level that meets a condition, or the lowest.
#[inline(always)]
fn highest(steps: &[Step], meets: impl Fn(&Step) -> bool) -> usize {
    steps.iter().rposition(meets).unwrap_or(0)
}

/// How far below a threshold a partner still buys up to it: sqrt(2 a dr T) with a = `capacity` x T. There the stretch
/// costs as much as the rate step earns on all purchases.
pub fn stretch_window(threshold: Money, rate_step: Rate, capacity: f64) -> Money {
    let share = 2.0 * capacity.max(0.0) * rate_step.to_f64().max(0.0);
    Money::round_minor(threshold.minor() as f64 * libm::sqrt(share))
}

/// What buying `stretch` more than the partner would have bought costs it: x^2 / (2a) with a = `capacity` x T. A
/// partner without capacity cannot stretch at any cost.
pub fn stretch_cost(stretch: Money, threshold: Money, capacity: f64) -> Money {
    let a = threshold.minor() as f64 * capacity;
    match (stretch, a > 0.0) {
        (Money::ZERO, _) => Money::ZERO,
        (_, false) => Money::MAX,
        (_, true) => {
            let x = stretch.minor() as f64;
            Money::round_minor(x * x / (2.0 * a))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantile;
    use crate::schema;

    /// The default levels: thresholds 0 / 175 k / 750 k / 5 M, certifications 0 / 2 / 5 / 15.
    fn ladder() -> Ladder {
        Ladder::new(&schema::defaults())
    }

    fn units(units: i64) -> Money {
        Money::from_units(units)
    }

    #[test]
    fn a_threshold_is_met_to_the_cent() {
        let ladder = ladder();
        assert_eq!(ladder.reached(Money::ZERO), 0);
        assert_eq!(ladder.reached(Money::from_minor(17_499_999)), 0);
        assert_eq!(ladder.reached(units(175_000)), 1);
        assert_eq!(ladder.reached(units(90_000_000)), 3);
        assert!(ladder.misses_threshold(1, Money::from_minor(17_499_999)));
        assert!(!ladder.misses_threshold(1, units(175_000)) && !ladder.misses_threshold(0, Money::ZERO));
        assert_eq!((ladder.threshold(1), ladder.next_threshold(1)), (units(175_000), Some(units(750_000))));
        assert_eq!(ladder.next_threshold(3), None);
    }

    #[test]
    fn a_failed_training_counts_as_the_level_below() {
        let ladder = ladder();
        assert_eq!(ladder.certified(2, 7, true), 2);
        // A Gold partner with 7 certifications that fails has the 2 of Silver.
        assert_eq!(ladder.certified(2, 7, false), 1);
        // A Business partner cannot fall, but does not rise either.
        assert_eq!(ladder.certified(0, 7, false), 0);
        // Fewer than the level below takes stay as they are.
        assert_eq!(ladder.certified(3, 1, false), 0);
        assert_eq!(ladder.certified(0, 15, true), 3);
    }

    #[test]
    fn a_level_takes_revenue_and_certifications() {
        let ladder = ladder();
        let level = |purchases, certifications| ladder.evaluate(1, units(purchases), certifications, true, false).level;
        assert_eq!(level(750_000, 5), 2);
        assert_eq!(level(750_000, 4), 1, "revenue of Gold, certifications of Silver");
        assert_eq!(level(749_999, 20), 1, "certifications of Platinum, revenue of Silver");
        assert_eq!(level(100_000, 5), 0);
    }

    #[test]
    fn a_suspension_waives_revenue_and_nothing_else() {
        let ladder = ladder();
        let gold = |purchases, certifications, passed| {
            let verdict = ladder.evaluate(2, units(purchases), certifications, passed, true);
            (verdict.level, verdict.by_rule)
        };
        assert_eq!(gold(600_000, 7, true), (2, 1), "saved");
        assert_eq!(gold(100_000, 7, true), (2, 0), "saved from two levels");
        assert_eq!(gold(800_000, 7, true), (2, 2), "needs no saving");
        assert_eq!(gold(600_000, 7, false), (1, 1), "falls for its training");
        assert_eq!(gold(100_000, 3, true), (1, 0), "falls for its certifications, and is saved from a further level");
        assert_eq!(gold(6_000_000, 15, true), (3, 3), "rises by the rule");
        assert_eq!(gold(4_000_000, 15, true), (2, 2), "does not rise without the revenue");
    }

    #[test]
    fn certifications_that_do_not_ascend_are_taken_as_they_stand() {
        let mut programme = schema::defaults();
        programme.levels[2].certifications = 1;
        let ladder = Ladder::new(&programme);
        // One certification is not enough for Silver (2), but for Gold (1).
        assert_eq!(ladder.evaluate(0, units(800_000), 1, true, false).level, 2);
        assert_eq!(ladder.evaluate(0, units(200_000), 1, true, false).level, 0);
    }

    #[test]
    fn a_suspension_saves_the_share_of_the_pareto_tail() {
        // Purchases Pareto(1.0) from the threshold, all down by 16 %: 1 - (1 - s)^1 = 16 % fall below it, so of 10,000
        // partners at the quantiles (i + 0.5) / n: x (1 - s) < T when p < s, which is 1,600 of them.
        let ladder = ladder();
        let saved = |shock: f64, tail: f64| {
            let before = (0..10_000).map(|i| quantile::pareto((f64::from(i) + 0.5) / 10_000.0, 175_000.0, 0.0, tail));
            let after = before.map(|purchases| Money::round_minor(100.0 * purchases * (1.0 - shock)));
            let verdicts = after.map(|purchases| ladder.evaluate(1, purchases, 2, true, true));
            verdicts.filter(|verdict| verdict.level > verdict.by_rule).count()
        };
        assert_eq!(saved(0.16, 1.0), 1_600);
        // 1 - 0.84^1.3 = 1 - exp(-0.226660) = 20.28 %.
        assert_eq!(saved(0.16, 1.3), 2_028);
        assert_eq!(saved(0.0, 1.0), 0);
    }

    #[test]
    fn at_the_window_the_stretch_costs_what_the_step_earns() {
        // T = 750,000, 2 points more, a = 0.36 T = 270,000: sqrt(2 x 0.36 x 0.02) = 12 % of T = 90,000, which costs
        // 90,000^2 / 540,000 = 15,000 = 2 % of 750,000.
        let threshold = units(750_000);
        let window = stretch_window(threshold, Rate::per_mille(20), 0.36);
        assert_eq!(window, units(90_000));
        assert_eq!(stretch_cost(window, threshold, 0.36), units(15_000));
        assert_eq!(threshold.times(Rate::per_mille(20)), units(15_000));
    }

    #[test]
    fn without_a_step_or_a_capacity_nobody_stretches() {
        let threshold = units(750_000);
        for (step, capacity) in [(Rate::ZERO, 0.36), (Rate::per_mille(-20), 0.36), (Rate::per_mille(20), 0.0)] {
            assert_eq!(stretch_window(threshold, step, capacity), Money::ZERO);
        }
        assert_eq!(stretch_cost(Money::ZERO, threshold, 0.0), Money::ZERO);
        assert_eq!(stretch_cost(units(1), threshold, 0.0), Money::MAX);
    }
}
