use super::*;
use crate::programme::Indicator;
use crate::schema;
use crate::units::Money;

/// A programme with the given indicators: name, weight, floor, target, mean, standard deviation.
fn programme(indicators: &[(&str, f64, [f64; 2], [f64; 2])]) -> Programme {
    let row = |(name, weight, scale, drawn): &(&str, f64, [f64; 2], [f64; 2])| Indicator {
        indicator: (*name).to_owned(),
        weight: *weight,
        unit: "-".to_owned(),
        floor: scale[0],
        target: scale[1],
        mean: drawn[0],
        sd: drawn[1],
    };
    Programme { indicators: indicators.iter().map(row).collect(), ..Programme::default() }
}

fn year() -> PartnerYear {
    PartnerYear {
        service_capability: 0.5,
        purchases: Money::from_units(1_100_000),
        entered: Money::from_units(1_000_000),
        run_rate: Money::from_units(900_000),
        target: Money::from_units(1_000_000),
        requests: 8,
        quotations_won: 2,
        presales: Money::from_units(11_000),
        deal_spend: Money::from_units(250_000),
        deals_won: 5,
    }
}

/// What each indicator adds to the score of a year, one of two that are worked out together.
fn parts(scorecard: &Scorecard, year: &PartnerYear, normals: &[f32]) -> Vec<f64> {
    let mut years = PartnerYears::default();
    years.set(1, year);
    let part = |place| {
        let mut added = [0.0; 2];
        let drawn: Vec<[f32; 2]> = normals.iter().map(|normal| [0.0, *normal]).collect();
        scorecard.contributions(place, &years, |slot| &drawn[slot], &mut added);
        added[1]
    };
    (0..scorecard.indicators()).map(part).collect()
}

fn score(scorecard: &Scorecard, year: &PartnerYear, normals: &[f32]) -> f64 {
    parts(scorecard, year, normals).iter().sum()
}

#[test]
fn the_year_gives_the_computed_indicators() {
    let values: Vec<f64> = COMPUTED.iter().map(|(_, gauge)| year().value(*gauge)).collect();
    // 1.1 M / 1 M; 0.9 M / 1 M; 8; 2 / 8; 11 k / 1.1 M; 250 k / 5.
    assert_eq!(values, [0.5, 1.1, 0.9, 8.0, 0.25, 0.01, 50_000.0]);
    assert!(COMPUTED.iter().all(|(_, gauge)| PartnerYear::default().value(*gauge) == 0.0));
}

#[test]
fn a_column_of_values_is_what_each_year_gives() {
    let mut years = PartnerYears::default();
    years.set(2, &year());
    for (_, gauge) in COMPUTED {
        let mut values = [9.0; 4];
        years::values(&years, gauge, &mut values);
        assert_eq!(values, [0.0, 0.0, year().value(gauge), 0.0], "{gauge:?}");
    }
}

#[test]
fn names_are_known_in_both_languages() {
    assert_eq!(computed(" sales VOLUME"), Some(Gauge::Volume));
    assert_eq!(computed("Recours à l’avant-vente"), Some(Gauge::PresalesUse));
    assert_eq!(computed("Retention"), None);
    let defaults = schema::defaults();
    let drawn: Vec<&str> =
        defaults.indicators.iter().map(|i| i.indicator.as_str()).filter(|name| computed(name).is_none()).collect();
    assert_eq!(drawn, ["Revenue per account", "Delivery time", "Retention", "Expansion", "Satisfaction"]);
}

#[test]
fn the_score_is_the_weighted_part_of_the_way() {
    let scorecard = Scorecard::new(
        &programme(&[
            ("Sales volume", 0.5, [0.8, 1.2], [0.0, 0.0]),
            ("Registrations", 0.3, [0.0, 10.0], [0.0, 0.0]),
            ("Delivery time", 0.2, [15.0, 5.0], [10.0, 4.0]),
        ]),
        true,
    );
    assert_eq!((scorecard.indicators(), scorecard.drawn(), scorecard.registrations_weight()), (3, 1, 0.3));
    // (1.1 - 0.8) / 0.4 = 0.75; 8 / 10; one sd above the mean is 14 days, (15 - 14) / (15 - 5) = 0.1.
    let expected = 0.5 * 0.75 + 0.3 * 0.8 + 0.2 * 0.1;
    assert!((score(&scorecard, &year(), &[1.0]) - expected).abs() < 1e-12);
    assert!((parts(&scorecard, &year(), &[1.0])[2] - 0.02).abs() < 1e-12);
    // Beyond the floor nothing, beyond the target all: 18 days and 2 days.
    assert!((score(&scorecard, &year(), &[2.0]) - (expected - 0.02)).abs() < 1e-12);
    assert!((score(&scorecard, &year(), &[-2.0]) - (expected + 0.18)).abs() < 1e-12);
}

#[test]
fn the_full_score_is_one_and_equal_parts_do_not_depend_on_the_weights() {
    for weights in [[0.2, 0.3, 0.5], [1.0 / 3.0; 3], [0.0, 0.999_999_9, 0.0]] {
        let rows = [("A", weights[0], [0.0, 2.0]), ("B", weights[1], [0.0, 4.0]), ("C", weights[2], [4.0, 0.0])];
        let scored = |part: f64| {
            let mean = |scale: [f64; 2]| scale[0] + part * (scale[1] - scale[0]);
            let rows = rows.map(|(name, weight, scale)| (name, weight, scale, [mean(scale), 0.0]));
            score(&Scorecard::new(&programme(&rows), true), &year(), &[0.0; 3])
        };
        assert!((scored(1.0) - 1.0).abs() < 1e-15);
        assert!((scored(0.25) - 0.25).abs() < 1e-15);
        assert_eq!(scored(0.0), 0.0);
    }
}

#[test]
fn a_floor_at_the_target_is_a_step() {
    let rows = [("Sales volume", 1.0, [1.1, 1.1], [0.0, 0.0])];
    let scorecard = Scorecard::new(&programme(&rows), true);
    assert_eq!(score(&scorecard, &year(), &[]), 1.0);
    assert_eq!(score(&scorecard, &PartnerYear { purchases: Money::from_minor(109_999_999), ..year() }, &[]), 0.0);
}

#[test]
fn service_capability_is_drawn_where_nothing_feeds_it() {
    let programme = schema::defaults();
    let (linked, alone) = (Scorecard::new(&programme, true), Scorecard::new(&programme, false));
    assert_eq!((linked.drawn(), alone.drawn()), (5, 6));
    // The others keep their keys: an indicator more moves no other draw.
    assert_eq!(alone.keys()[1..], *linked.keys());
    let capable = PartnerYear { service_capability: 1.0, ..year() };
    assert!(score(&linked, &capable, &[0.0; 5]) > score(&linked, &year(), &[0.0; 5]));
    assert_eq!(score(&alone, &capable, &[0.0; 6]), score(&alone, &year(), &[0.0; 6]));
}

#[test]
fn the_expected_part_of_a_normal_is_in_closed_form() {
    let scale = Scale::new(0.0, 1.0);
    // In the middle half by symmetry; far within the scale its mean; wide, the chance to be above: Phi(0.5/100).
    assert!((scale.expected(0.5, 0.4) - 0.5).abs() < 1e-15);
    assert!((scale.expected(0.4, 0.01) - 0.4).abs() < 1e-12);
    assert!((scale.expected(1.0, 100.0) - 0.501_994_7).abs() < 1e-6);
    // At the floor with sd 0.1: 0.1 / sqrt(2 pi) = 0.0398942, the target being ten sd away.
    assert!((scale.expected(0.0, 0.1) - 0.039_894_228).abs() < 1e-9);
    // Less is better: 14 days with sd 2 on 15 to 5 is 0.1 with sd 0.2 on 0 to 1.
    assert!((Scale::new(15.0, 5.0).expected(14.0, 2.0) - scale.expected(0.1, 0.2)).abs() < 1e-15);
    // A step is reached with the chance to be there; without spread, or not.
    assert_eq!(Scale::new(3.0, 3.0).expected(3.0, 2.0), 0.5);
    assert_eq!((Scale::new(3.0, 3.0).expected(3.0, 0.0), Scale::new(3.0, 3.0).expected(2.9, 0.0)), (1.0, 0.0));
}

#[test]
fn the_expected_score_is_the_mean_over_the_draws() {
    let rows = [("Average sale", 0.5, [0.0, 100_000.0], [0.0, 0.0]), ("Retention", 0.5, [0.75, 0.95], [0.85, 0.1])];
    let scorecard = Scorecard::new(&programme(&rows), true);
    // The mean over 100,000 evenly spaced quantiles: the score is monotone in the draw and bounded by 0.25 and 0.75,
    // so that the sum is off by less than (0.75 - 0.25) / 100,000.
    let steps = 100_000;
    let normal = |i: usize| quantile::normal((i as f64 + 0.5) / steps as f64);
    let mean = (0..steps).map(|i| score(&scorecard, &year(), &[normal(i) as f32])).sum::<f64>() / steps as f64;
    assert!((scorecard.expected_score(&year()) - mean).abs() < 5e-6);
    assert!((mean - 0.5).abs() < 5e-6);
}
