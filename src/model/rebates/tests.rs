use super::*;
use crate::programme::{Level, Rebates};
use crate::schema;

/// A programme with these bands (threshold in units, rate in thousandths) and rules.
fn rules(bands: &[(i64, i64)], rebates: Rebates) -> RebateRules {
    let level = |(at, (threshold, rate)): (usize, &(i64, i64))| Level {
        name: at.to_string(),
        threshold: Money::from_units(*threshold),
        rebate: Rate::per_mille(*rate),
        ..Level::default()
    };
    let levels = bands.iter().enumerate().map(level).collect();
    RebateRules::new(&Programme { levels, rebates, ..schema::defaults() })
}

fn by_band(basis: RebateBasis) -> Rebates {
    Rebates { rate_by: RateBy::Reached, basis, ..Rebates::default() }
}

/// A year with run-rate purchases alone.
fn year(held: usize, purchases: i64, target: i64) -> RebateYear {
    let purchases = Money::from_units(purchases);
    RebateYear { held, eligible: purchases, run_rate: purchases, purchases, target: Money::from_units(target) }
}

#[test]
fn the_level_held_or_the_band_reached_pays_on_everything() {
    let bands = [(0, 0), (175_000, 15), (750_000, 30), (5_000_000, 50)];
    // A Silver partner that bought 800,000: 1.5 % by its level, 3 % by what it reached.
    let held = rules(&bands, Rebates::default());
    assert_eq!(held.due(&year(1, 800_000, 0)), Money::from_units(12_000));
    let reached = rules(&bands, by_band(RebateBasis::Whole));
    assert_eq!(reached.due(&year(1, 800_000, 0)), Money::from_units(24_000));
    // The notch: a cent below the threshold the rate is that of the band below, 749,999.99 x 1.5 % = 11,250.00.
    let below = Money::from_minor(74_999_999);
    let near = RebateYear { held: 1, eligible: below, run_rate: below, purchases: below, target: Money::ZERO };
    assert_eq!(reached.due(&near), Money::from_units(11_250));
}

#[test]
fn marginal_rates_end_at_the_level_held() {
    let bands = [(0, 0), (175_000, 15), (750_000, 30), (5_000_000, 50)];
    let marginal = rules(&bands, Rebates { basis: RebateBasis::Marginal, ..Rebates::default() });
    // Gold and 6 M: 575,000 x 1.5 % + 5,250,000 x 3 % = 8,625 + 157,500.
    assert_eq!(marginal.due(&year(2, 6_000_000, 0)), Money::from_units(166_125));
    // By the band reached, Platinum's 5 % on the last million: 8,625 + 4,250,000 x 3 % + 1,000,000 x 5 %.
    let reached = rules(&bands, by_band(RebateBasis::Marginal));
    assert_eq!(reached.due(&year(2, 6_000_000, 0)), Money::from_units(8_625 + 127_500 + 50_000));
}

#[test]
fn a_marginal_rebate_starts_anew_with_each_line_or_runs_on() {
    // Published case (NetSuite help, volume rebates): 5 % to 100, then 10 %, on lines of 60 and 200.
    let rules = rules(&[(0, 50), (100, 100)], by_band(RebateBasis::Marginal));
    let due = |purchases| rules.due(&year(0, purchases, 0));
    // Each line anew: 60 x 5 %; 100 x 5 % + 100 x 10 %.
    assert_eq!((due(60), due(200)), (Money::from_units(3), Money::from_units(15)));
    // On the running total: the next 200 take 40 at 5 % and 160 at 10 %.
    assert_eq!(due(260) - due(60), Money::from_units(18));
}

#[test]
fn a_gate_and_a_cap_give_a_floor_and_a_maximum() {
    // A case given to this project, of which no public text was found: 2.5 %, at least 200 or nothing, at most 12,000.
    // Of a target of 100,000 that is a gate of 8 % (8,000 x 2.5 % = 200) and a cap of 480 % (480,000 x 2.5 % =
    // 12,000).
    let gated = Rebates { gate: Rate::per_mille(80), cap: Rate::per_mille(4_800), ..Rebates::default() };
    let rules = rules(&[(0, 25)], gated);
    for (purchases, due) in [(7_999, 0), (8_000, 200), (480_000, 12_000), (600_000, 12_000)] {
        assert_eq!(rules.due(&year(0, purchases, 100_000)), Money::from_units(due), "{purchases}");
    }
}

#[test]
fn commission_by_attainment_is_the_published_one() {
    // Published case (Progress, Corticon sample "Commission Calculations", 2024): 1 / 5 / 10 / 15 % with steps at 100
    // / 125 / 150 of quota. 125: 1 + 1.25; 150: + 2.50; 160: + 1.50.
    let rules = rules(&[(0, 10), (100, 50), (125, 100), (150, 150)], by_band(RebateBasis::Marginal));
    for (purchases, cents) in [(125, 225), (150, 475), (160, 625)] {
        assert_eq!(rules.due(&year(0, purchases, 0)), Money::from_minor(cents), "{purchases}");
    }
}

#[test]
fn opportunities_count_for_neither_gate_nor_cap() {
    let gated = Rebates {
        gate: Rate::per_mille(800),
        cap: Rate::per_mille(1_200),
        target_growth: Rate::per_mille(100),
        on_quotations: true,
        ..Rebates::default()
    };
    let rules = rules(&[(0, 20)], gated);
    // Last year 100,000 and 10 % of growth; the gate stands at 88,000, the cap at 132,000.
    let target = rules.target(Money::from_units(100_000));
    assert_eq!(target, Money::from_units(110_000));
    let due = |run_rate, deals| {
        let all = Money::from_units(run_rate + deals);
        rules.due(&RebateYear { held: 0, eligible: all, run_rate: Money::from_units(run_rate), purchases: all, target })
    };
    assert_eq!(due(87_999, 50_000), Money::ZERO);
    assert_eq!(due(88_000, 50_000), Money::from_units(2_760));
    // 18,000 of run-rate above the cap count no more: (132,000 + 50,000) x 2 %.
    assert_eq!(due(150_000, 50_000), Money::from_units(3_640));
}

#[test]
fn several_are_due_what_each_of_them_is() {
    let bands = [(0, 10), (100, 25)];
    let (gate, cap) = (Rate::per_mille(800), Rate::per_mille(1_200));
    let all = [(gate, cap), (gate, Rate::ZERO), (Rate::ZERO, cap), (Rate::ZERO, Rate::ZERO)];
    // Below the gate, at it, between, at the cap, above it; won opportunities beside some; a target of nothing. More of
    // them than are worked out together, the last too wide for products of 64 bits.
    let cents = |at: i64| {
        [[7_999, 7_999], [8_000, 8_333], [10_000, 10_000], [12_000, 12_345], [19_999, 20_999]][at as usize % 5]
    };
    let years: Vec<[Money; 3]> = (0..300)
        .map(|at| {
            let scale = if at == 299 { 1_000_000_000_000 } else { 1 + at / 5 };
            let target = if at % 7 == 6 { 0 } else { 10_000 };
            [cents(at)[0], cents(at)[1], target].map(|minor| Money::from_minor(minor * scale))
        })
        .collect();
    let column = |place: usize| years.iter().map(|year| year[place]).collect::<Vec<Money>>();
    let [run_rate, eligible, targets] = [0, 1, 2].map(column);
    for (gate, cap) in all {
        let rules = rules(&bands, Rebates { gate, cap, ..Rebates::default() });
        assert!(rules.is_flat());
        let each = |[run_rate, eligible, target]: [Money; 3]| {
            rules.due(&RebateYear { held: 1, eligible, run_rate, purchases: eligible, target })
        };
        let mut dues = vec![Money::ZERO; years.len()];
        rules.flat_dues(1, &RebateYears { eligible: &eligible, run_rate: &run_rate, targets: &targets }, &mut dues);
        assert_eq!(dues, years.iter().copied().map(each).collect::<Vec<_>>(), "{gate:?} {cap:?}");
    }
}

#[test]
fn only_a_notch_has_a_step() {
    let bands = [(0, 10), (100, 30), (200, 20)];
    let whole = rules(&bands, Rebates::default());
    let steps: Vec<Rate> = (0..3).map(|level| whole.rate_step(level)).collect();
    assert_eq!(steps, [Rate::per_mille(20), Rate::ZERO, Rate::ZERO]);
    assert_eq!(rules(&bands, by_band(RebateBasis::Marginal)).rate_step(0), Rate::ZERO);
}

#[test]
fn what_is_bid_away_is_earned_on_the_deal() {
    let half = Rebates { pass_through: Rate::per_mille(500), ..Rebates::default() };
    let earning = Rebates { on_quotations: true, ..half.clone() };
    let bands = [(0, 10), (100, 30)];
    // Half of 3 %.
    assert_eq!(rules(&bands, earning).bid_away(1), Rate::per_mille(15));
    assert_eq!(rules(&bands, half).bid_away(1), Rate::ZERO);
}
