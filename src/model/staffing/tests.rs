use proptest::prelude::*;

use super::*;
use crate::model::desk::erlang_b;
use crate::schema;
use crate::units::Rate;

/// Calls that one technician makes a year, 3 x 220.
const CALLS: f64 = 660.0;

/// Calls of mean length.
fn demand(load: f64) -> Demand {
    Demand { calls: load * CALLS, own: 0.0, load }
}

fn field(cost: i64, utilisation: i64) -> Field {
    let utilisation = Rate::per_mille(utilisation);
    Field { cost: Money::from_units(cost), utilisation, ..schema::defaults().field }
}

fn worth_having(field: &Field, demand: Demand, price: Money) -> usize {
    field.crew_worth_having(demand, price).expect("somebody in use").in_use
}

#[test]
fn a_load_of_one_by_hand() {
    // Erlang B at a load of 1 is 1, 1/2, 1/5, 1/16, 1/65: the technicians take 1/2, 3/10, 11/80 and 49/1,040 of 660 calls,
    // worth 49,500, 29,700, 13,612.50 and 4,664.42 at 150 a call.
    let (demand, price) = (demand(1.0), Money::from_units(150));
    for (before, saving) in [49_500.0, 29_700.0, 13_612.5, 99_000.0 * 49.0 / 1_040.0].into_iter().enumerate() {
        assert!((demand.next_saving(demand.crew(before), price) - saving).abs() < 1e-9, "{before}");
    }
    // Always in use at 20,000 a year, the first two pay; at 10,000 the third does; at 4,000 the fourth, at 50,000 none.
    let crew = |cost| worth_having(&field(cost, 1_000), demand, price);
    assert_eq!([50_000, 20_000, 10_000, 4_000].map(crew), [0, 2, 3, 4]);
    // In use half of the time, two people at 10,000 each are one in use: two, for whom four are on site. Their 40,000 and
    // 1/5 of 99,000 are 59,800, where nobody costs 99,000.
    let half = field(10_000, 500);
    let two = half.crew_worth_having(demand, price).expect("a crew");
    assert_eq!((two.in_use, half.people_for(two)), (2, 4.0));
    assert!((half.yearly_cost(demand, 4.0, two, price) - 59_800.0).abs() < 1e-9);
    assert!((half.yearly_cost(demand, 0.0, demand.crew(0), price) - 99_000.0).abs() < 1e-9);
}

#[test]
fn the_last_technician_pays_by_how_busy_it_is() {
    // 70,000 / (99,000 x 75 %) = 94.3 %: the break-even utilisation over the utilisation assumed.
    let (field, price) = (field(70_000, 750), Money::from_units(150));
    let busy = field.busy_to_pay(demand(345.0), price).expect("a price");
    let even = field.break_even_utilisation(price).expect("a price");
    assert!((busy - even / 0.75).abs() < 1e-12 && (busy - 0.9428).abs() < 1e-4);
    // Calls twice as long: half as many keep it busy, so that it would have to be on calls 189 % of its time: nobody pays.
    let long = Demand { calls: 0.5 * 345.0 * CALLS, ..demand(345.0) };
    assert!((field.busy_to_pay(long, price).expect("a price") - 2.0 * busy).abs() < 1e-12);
    assert_eq!(worth_having(&field, long, price), 0);
    // A call that only they may take counts like any other.
    let own = Demand { own: 100.0, ..demand(345.0) };
    assert_eq!(worth_having(&field, own, price), worth_having(&field, demand(345.0), price));
}

#[test]
fn nobody_in_use_and_nothing_asked_for_end_well() {
    let price = Money::from_units(150);
    assert_eq!(field(70_000, 0).crew_worth_having(demand(9.0), price), None);
    assert_eq!(field(70_000, 0).busy_to_pay(demand(9.0), price), None);
    assert_eq!(worth_having(&field(70_000, 750), Demand::default(), price), 0);
    assert_eq!(worth_having(&field(70_000, 750), demand(9.0), Money::ZERO), 0);
    assert_eq!(field(70_000, 750).busy_to_pay(demand(9.0), Money::ZERO), None);
    // Technicians that cost nothing are worth having as long as they take anything that counts.
    assert!(worth_having(&field(0, 750), demand(9.0), price) > 30);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_saving_of_one_more_changes_sign_there(load in 0.01..400.0_f64, cost in 1_000..150_000_i64, price in 20..400_i64) {
        // Always in use, so that a technician in use is one person.
        let (field, price, demand) = (field(cost, 1_000), Money::from_units(price), demand(load));
        let crew = worth_having(&field, demand, price);
        let saving = |c| demand.calls * (erlang_b(c - 1, load) - erlang_b(c, load)) * price.to_units();
        prop_assert!(crew == 0 || saving(crew) > cost as f64 * (1.0 - 1e-6));
        prop_assert!(saving(crew + 1) <= cost as f64 * (1.0 + 1e-6));
        // What it takes to pay says the same.
        let busy = field.busy_to_pay(demand, price).expect("a price");
        prop_assert!(demand.crew(crew).next_busy <= busy * (1.0 + 1e-6));
        prop_assert!(crew == 0 || demand.crew(crew - 1).next_busy > busy * (1.0 - 1e-6));
    }

    #[test]
    fn no_other_number_of_people_costs_less(
        load in 0.01..60.0_f64, cost in 1_000..150_000_i64, utilisation in 300..=1_000_i64, price in 20..400_i64,
    ) {
        let (field, price, demand) = (field(cost, utilisation), Money::from_units(price), demand(load));
        let best = field.crew_worth_having(demand, price).expect("somebody in use");
        let least = field.yearly_cost(demand, field.people_for(best), best, price);
        for people in 0..400 {
            let there = Field { staff: 0, new_staff: people, ..field.clone() };
            let other = field.yearly_cost(demand, people as f64, demand.crew(there.in_use()), price);
            prop_assert!(least <= other * (1.0 + 1e-12), "{people}: {other} and {least}");
        }
    }

    #[test]
    fn dearer_subcontractors_call_for_more_and_dearer_technicians_for_fewer(
        load in 0.01..400.0_f64, cost in 1_000..150_000_i64, more in 0..50_000_i64, price in 20..400_i64, dearer in 0..200_i64,
    ) {
        let crew = |cost, price| worth_having(&field(cost, 750), demand(load), Money::from_units(price));
        prop_assert!(crew(cost, price + dearer) >= crew(cost, price));
        prop_assert!(crew(cost + more, price) <= crew(cost, price));
    }
}
