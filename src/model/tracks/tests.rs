use super::*;
use crate::model::population::size;
use crate::programme::{SizeDistribution, SizeFamily};
use crate::schema;

/// Synergy 1.0 + 1.5 %; Power 1.5 + 3.5 %, 40,000, data; Power Services 2.0 + 4.5 %, 120,000, services and data.
fn rules() -> TrackRules {
    TrackRules::new(&schema::defaults())
}

#[test]
fn a_partner_without_what_a_track_needs_is_on_the_first() {
    let rules = rules();
    assert_eq!(
        ["", "-", "Synergy", "Power", "Gold"].map(|n| rules.index(n)),
        [Some(0), Some(0), Some(0), Some(1), None]
    );
    assert_eq!(rules.held(1, false, true), 1);
    assert_eq!(rules.held(1, true, false), 0);
    assert_eq!(rules.held(2, false, true), 0);
    assert_eq!(rules.held(2, true, true), 2);
    assert_eq!(rules.held(3, true, true), 0);
}

#[test]
fn the_score_pays_the_bonus_in_proportion() {
    // 1,000,000.10 at 1.5 + 3.5 x 0.4 = 2.9 % is 29,000.0029; at the full score 5 % is 50,000.005, so 50,000.01.
    let purchases = Money::from_minor(100_000_010);
    assert_eq!(rules().payout(1, purchases, 0.4), Money::from_minor(2_900_000));
    assert_eq!(rules().payout(1, purchases, 1.0), Money::from_minor(5_000_001));
    assert_eq!(rules().payout(1, purchases, 0.0), purchases.times(Rate::per_mille(15)));
}

#[test]
fn a_payroll_pays_each_what_its_track_does() {
    let rules = rules();
    let scores = [0.4, 1.0, 0.0, 0.123_456_789, 0.75];
    let tracks = [1, 2, 0, BY_LEVEL, 2];
    // The last purchases are too wide for products of 64 bits, and all are then worked out one by one.
    for last in [123_457, i64::MAX / 20_000_000] {
        let purchases = [100_000_010, 33, 99_999_999_983, 5_000, last].map(Money::from_minor);
        let one_by_one = (0..5).map(|at| match tracks[at] {
            BY_LEVEL => Money::ZERO,
            track => rules.payout(usize::from(track), purchases[at], scores[at]),
        });
        let payroll = rules.payroll(&tracks, &purchases);
        let mut payouts = [Money::ZERO; 5];
        payroll.payouts(&scores, &mut payouts);
        assert_eq!(payouts.to_vec(), one_by_one.collect::<Vec<_>>(), "{last}");
        assert_eq!(payroll.total(&scores), payouts.into_iter().sum());
    }
}

#[test]
fn a_rebate_as_a_track_pays_the_rebate() {
    // Base 3 % and no bonus, or a bonus of 3 % at the full score: to the cent what 3 % of purchases is.
    let mut programme = schema::defaults();
    for (base, bonus) in [(30, 0), (0, 30)] {
        programme.tracks[0].base_rate = Rate::per_mille(base);
        programme.tracks[0].bonus_rate = Rate::per_mille(bonus);
        let rules = TrackRules::new(&programme);
        for minor in [17, 50, 123_450, 99_999_999_983] {
            let purchases = Money::from_minor(minor);
            assert_eq!(rules.payout(0, purchases, 1.0), purchases.times(Rate::per_mille(30)));
        }
    }
}

#[test]
fn partners_choose_power_above_the_break_even() {
    let rules = rules();
    // At the full score: 40,000 / (5.0 - 2.5 %) = 1.6 M; at half: 40,000 / (3.25 - 1.75 %) = 2,666,666.67.
    assert_eq!(rules.break_even_purchases(0, 1, 1.0), Some(Money::from_units(1_600_000)));
    assert_eq!(rules.break_even_purchases(0, 1, 0.5), Some(Money::from_minor(266_666_667)));
    assert_eq!(rules.break_even_purchases(1, 0, 0.5), None);
    // At 1.6 M both give 40,000 and the first is kept; 40 cents more give Power a cent more.
    assert_eq!(rules.choose(Money::from_units(1_600_000), 1.0, false, true), 0);
    assert_eq!(rules.choose(Money::from_minor(160_000_040), 1.0, false, true), 1);
    assert_eq!(rules.choose(Money::from_units(9_000_000), 1.0, false, false), 0);
    // Power Services from 80,000 / (6.5 - 5.0 %) = 5,333,333.33.
    assert_eq!(rules.choose(Money::from_units(5_300_000), 1.0, true, true), 1);
    assert_eq!(rules.choose(Money::from_units(5_400_000), 1.0, true, true), 2);
}

#[test]
fn the_share_on_power_is_that_of_the_tail() {
    // Pareto from 175 k with tail index 1: (0.175 / 1.6)^1 = 10.94 % buy 1.6 M or more, 109 of 1,000 quantiles.
    let family = SizeFamily::Pareto;
    let sizes = SizeDistribution { family, low: Money::from_units(175_000), high: Money::ZERO, shape: 1.0 };
    let rules = rules();
    let on_power = (0..1_000).filter(|i| rules.choose(size(&sizes, *i, 1_000), 1.0, false, true) == 1).count();
    assert_eq!(on_power, 109);
}

#[test]
fn a_guessed_quotient_is_put_right() {
    // 7 x 10 / 3 = 23 and 1 is left, from any guess.
    for factor in [2.0, 10.0 / 3.0, 5.0] {
        assert_eq!(divided(7, 10, 3, factor), (23, 1));
    }
    // (10^17 + 1)^2 / 10^17 = 10^17 + 2 and 1 is left: more digits than a double holds.
    let long = 100_000_000_000_000_001;
    assert_eq!(divided(long, long, long - 1, 1.0), (long + 1, 1));
}

fn scaled<const N: usize>(minor: [i64; N], total: i64) -> [i64; N] {
    let mut payouts = minor.map(Money::from_minor);
    neutral(&mut payouts, Money::from_minor(total));
    payouts.map(Money::minor)
}

#[test]
fn payouts_are_scaled_to_the_total_by_largest_remainders() {
    // 16 2/3, 33 1/3, 50: the cent that is left goes to the first.
    assert_eq!(scaled([10, 20, 30], 100), [17, 33, 50]);
    // Equal remainders of 1/3 and of 2/3: to the lower places.
    assert_eq!(scaled([7, 7, 7], 100), [34, 33, 33]);
    assert_eq!(scaled([7, 7, 7], 101), [34, 34, 33]);
    assert_eq!(scaled([3, 0, 5], 0), [0, 0, 0]);
    assert_eq!(scaled([3, 0, 5], 8), [3, 0, 5]);
    // Nothing to scale: all alike.
    assert_eq!(scaled([0, 0, 0], 5), [2, 2, 1]);
    assert_eq!(scaled([], 5), [0_i64; 0]);
}

#[test]
fn scaled_payouts_add_up_and_stay_within_a_cent() {
    let before: Vec<Money> = (0..5_000).map(|i| Money::from_minor(i * i * 7_919 % 10_000_019)).collect();
    let sum: Money = before.iter().copied().sum();
    let total = Money::from_minor(12_345_678_901);
    let mut after = before.clone();
    neutral(&mut after, total);
    assert_eq!(after.iter().copied().sum::<Money>(), total);
    let factor = total.minor() as f64 / sum.minor() as f64;
    assert!(before.iter().zip(&after).all(|(b, a)| (b.minor() as f64 * factor - a.minor() as f64).abs() < 1.0));
}
