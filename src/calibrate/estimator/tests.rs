use super::*;
use crate::calibrate::log::Opportunity;
use crate::schema;
use crate::units::{Money, Rate};

fn row(months: Option<f64>, requested: bool, bidders: usize) -> Opportunity {
    Opportunity {
        day: 42_767,
        segment: 0,
        list: Money::from_units(10_000),
        level: 1,
        bidders,
        months_since_order: months,
        requested,
        granted: false,
        price: None,
    }
}

fn log(opportunities: Vec<Opportunity>) -> Log {
    Log { opportunities, segments: vec!["Servers".to_owned()], accounts: 0, partners: 0 }
}

fn of(log: &Log, base: &Programme, wanted: Quantity) -> f64 {
    let estimator = Estimator::new(log, base);
    let values = estimator.estimates(&vec![1.0; log.opportunities.len()], &Asks { spread: 0.1, asks: Vec::new() });
    let place = estimator.quantities.iter().position(|(quantity, _)| *quantity == wanted).expect("estimated");
    values[place]
}

#[test]
fn the_propensity_knows_who_may_not_register() {
    let mut base = schema::defaults();
    base.segments[0].new_generation = Rate::per_mille(500);
    // 40 at new accounts, 30 requested. Of 40 whose last order is a month ago half are newest technology, and of
    // these 20 three in four register: 15 requests. All of it agrees on 75 %.
    let mut rows = Vec::new();
    for i in 0..40 {
        rows.push(row(None, i < 30, 1));
        rows.push(row(Some(1.0), i < 15, 1));
    }
    let log = log(rows);
    assert!((of(&log, &base, Quantity::Propensity) - 0.75).abs() < 1e-9);
    base.registration.min_level = "Gold".to_owned();
    assert!(Estimator::new(&log, &base).quantities.iter().all(|(quantity, _)| *quantity != Quantity::Propensity));
}

#[test]
fn rivals_beyond_seven_are_censored_and_not_cut_off() {
    // Without censoring the mean is the sample's: (0 x 10 + 2 x 10) / 20 = 1.
    let few = log((0..20).map(|i| row(None, false, if i < 10 { 1 } else { 3 })).collect());
    assert!((of(&few, &schema::defaults(), Quantity::Rivals(0)) - 1.0).abs() < 1e-9);
    let none = log((0..20).map(|_| row(None, false, 1)).collect());
    assert!(of(&none, &schema::defaults(), Quantity::Rivals(0)) < 1e-5);
    // With deals at the limit the likeliest mean is above the mean of what is seen.
    let many = log((0..40).map(|i| row(None, false, if i < 20 { 6 } else { 8 })).collect());
    let mean = of(&many, &schema::defaults(), Quantity::Rivals(0));
    assert!(mean > 6.0 && mean < 7.0, "{mean}");
}

#[test]
fn chances_of_rivals_are_poisson() {
    // Mean 2: e^-2 = 0.135335, twice that, twice that; 7 or more 0.004534 (tables).
    let chances = rival_chances(2.0);
    assert!((chances[0] - 0.135_335).abs() < 1e-6 && (chances[2] - 0.270_671).abs() < 1e-6);
    assert!((chances[7] - 0.004_534).abs() < 1e-6);
    assert!((chances.iter().sum::<f64>() - 1.0).abs() < 1e-12);
}

#[test]
fn half_a_year_of_even_months_is_half_a_year() {
    // 1 January to 30 June 2017: 181 days.
    let first = Date { year: 2017, month: 1, day: 1 }.excel_serial();
    let days = log([first, first + 180].map(|day| Opportunity { day, ..row(None, false, 1) }).into());
    assert!((covered_years(&days, &schema::defaults()) - 181.0 / 365.0).abs() < 1e-12);
}
