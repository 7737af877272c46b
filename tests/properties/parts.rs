//! The auction, amounts of money, draws and the desk.

use partnersim::model::auction::{BIDDERS, auction};
use partnersim::model::pool::Pool;
use partnersim::model::population::Member;
use partnersim::quantile::{Poisson, normal, normals, uniform};
use partnersim::schema;
use partnersim::units::{Money, Rate, Spread};
use proptest::prelude::*;
use rust_decimal::{Decimal, RoundingStrategy};

/// Reserves of a deal, in cents; now and then two are equal, or a bidder stays out.
fn reserves() -> impl Strategy<Value = Vec<Money>> {
    let reserve = prop_oneof![
        6 => (0..=10_000_000_i64).prop_map(Money::from_minor),
        2 => (500_000..=500_003_i64).prop_map(Money::from_minor),
        1 => Just(Money::MAX),
    ];
    proptest::collection::vec(reserve, 1..=BIDDERS)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_lowest_reserve_wins_at_the_second_lowest(reserves in reserves(), ceiling in 0..=10_000_000_i64) {
        let ceiling = Money::from_minor(ceiling);
        let lowest = reserves.iter().copied().min().unwrap_or(Money::MAX);
        match auction(&reserves, ceiling) {
            None => prop_assert!(lowest > ceiling),
            Some(sale) => {
                prop_assert_eq!(reserves[sale.winner], lowest);
                prop_assert!(reserves[..sale.winner].iter().all(|earlier| *earlier > lowest), "ties go to the lower slot");
                prop_assert!(lowest <= sale.price && sale.price <= ceiling);
                let others = reserves.iter().enumerate().filter(|(slot, _)| *slot != sale.winner);
                let second = others.map(|(_, reserve)| *reserve).min().unwrap_or(Money::MAX);
                prop_assert_eq!(sale.price, second.min(ceiling));
            }
        }
    }

    #[test]
    fn a_losing_bidder_can_only_keep_the_price_down(reserves in reserves(), ceiling in 0..=10_000_000_i64, at in 0..BIDDERS) {
        let ceiling = Money::from_minor(ceiling);
        let Some(sale) = auction(&reserves, ceiling) else { return Ok(()) };
        let loser = at % reserves.len();
        prop_assume!(loser != sale.winner);
        let mut without = reserves.clone();
        without[loser] = Money::MAX;
        let left = auction(&without, ceiling);
        prop_assert!(left.is_some_and(|left| left.winner == sale.winner && left.price >= sale.price));
    }

    #[test]
    fn asking_for_less_never_loses_and_does_not_change_what_the_winner_is_paid(
        reserves in reserves(), ceiling in 0..=10_000_000_i64, less in 0..=1_000_000_i64,
    ) {
        let ceiling = Money::from_minor(ceiling);
        let Some(sale) = auction(&reserves, ceiling) else { return Ok(()) };
        let mut keener = reserves.clone();
        keener[sale.winner] = Money::from_minor((reserves[sale.winner].minor() - less).max(0));
        prop_assert_eq!(auction(&keener, ceiling), Some(sale));
    }

    #[test]
    fn an_amount_times_a_rate_is_the_decimal_product_rounded(
        minor in prop_oneof![any::<i32>().prop_map(i64::from), -(1_i64 << 53)..=1_i64 << 53],
        ppb in prop_oneof![-2_000_000_000..=2_000_000_000_i64, Just(500_000_000), Just(5_000_000)],
    ) {
        let exact = Decimal::from(minor) * Decimal::new(ppb, 9);
        let rounded = exact.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero);
        let product = Money::from_minor(minor).times(Rate::from_ppb(ppb));
        prop_assert_eq!(Decimal::from(product.minor()), rounded);
    }

    #[test]
    fn a_product_of_rates_is_the_decimal_product_rounded(one in 0..=2_000_000_000_i64, other in 0..=2_000_000_000_i64) {
        let exact = Decimal::new(one, 9) * Decimal::new(other, 9);
        let rounded = exact.round_dp_with_strategy(9, RoundingStrategy::MidpointAwayFromZero);
        prop_assert_eq!(Rate::from_ppb(one).of(Rate::from_ppb(other)).to_decimal(), rounded.normalize());
    }

    #[test]
    fn a_uniform_share_is_the_decimal_product_to_the_cent(
        minor in 0..=500_000_000_000_i64, ppb in 0..=1_000_000_000_i64, mark in any::<u32>(),
    ) {
        let width = i128::from(minor) * i128::from(ppb);
        // Billionths of a cent are cut off before the cent is rounded.
        let billionths = width * i128::from(mark) / (1_i128 << 32);
        let cents = (billionths + 500_000_000) / 1_000_000_000;
        let share = Spread::new(Money::from_minor(minor), Rate::from_ppb(ppb)).share(mark);
        prop_assert_eq!(i128::from(share.minor()), cents);
        prop_assert!(share <= Money::from_minor(minor).times(Rate::from_ppb(ppb)));
    }

    #[test]
    fn amounts_and_rates_survive_decimals(minor in any::<i64>(), ppb in -5_000_000_000..=5_000_000_000_i64) {
        let (amount, rate) = (Money::from_minor(minor), Rate::from_ppb(ppb));
        prop_assert_eq!(Money::from_decimal(amount.to_decimal()), Some(amount));
        prop_assert_eq!(Rate::from_decimal(rate.to_decimal()), Some(rate));
        prop_assert_eq!(Rate::ONE - rate, rate.complement());
    }

    #[test]
    fn picks_without_replacement_are_distinct_and_have_weight(
        purchases in proptest::collection::vec(prop_oneof![Just(0_i64), 1..=100_000_000_i64], 1..=60),
        elasticity in 0.1..=2.0_f64,
        marks in proptest::collection::vec(prop_oneof![Just(0), Just(u32::MAX), any::<u32>()], BIDDERS),
    ) {
        let members: Vec<Member> = purchases.iter().enumerate().map(|(at, units)| member(at, *units)).collect();
        let pool = Pool::new(&members, 0, elasticity);
        let mut taken: Vec<u32> = Vec::new();
        for mark in marks.iter().take(pool.drawable()) {
            let pick = pool.pick(*mark, &taken);
            prop_assert!((pick as usize) < members.len() && !taken.contains(&pick));
            prop_assert!(purchases[pick as usize] > 0, "nobody without purchases is drawn");
            taken.push(pick);
            taken.sort_unstable();
        }
    }

    #[test]
    fn counts_grow_with_the_draw_and_with_the_mean(
        mean in 0.0..=3_000.0_f64, more in 0.0..=100.0_f64, marks in [any::<u32>(), any::<u32>()],
    ) {
        let [low, high] = [marks[0].min(marks[1]), marks[0].max(marks[1])];
        let [fewer, many] = [mean, mean + more].map(Poisson::new);
        prop_assert!(fewer.count(low) <= fewer.count(high));
        prop_assert!(fewer.count(low) <= many.count(low));
    }

    #[test]
    fn normals_grow_with_the_draw(bits in proptest::collection::vec(any::<u64>(), 2..=50)) {
        let mut ordered = bits;
        ordered.sort_unstable();
        let mut block = vec![0.0; ordered.len()];
        normals(&ordered, &mut block);
        for (pair, draws) in block.windows(2).zip(ordered.windows(2)) {
            prop_assert!(pair[0] <= pair[1] && pair.iter().all(|z| z.is_finite()));
            let p = uniform(draws[0]);
            prop_assert!(p > 0.0 && p < 1.0);
            prop_assert_eq!(normal(p), pair[0]);
        }
    }

    #[test]
    fn more_requests_never_shorten_a_wait(
        reviewers in 1..=20_i64, minutes in 0.1..=2_000.0_f64, requests in 0..=5_000_u64, more in 0..=500_u64,
        carried in 0.0..=5_000.0_f64,
    ) {
        let mut programme = schema::defaults();
        (programme.desk.reviewers, programme.desk.minutes_per_request) = (reviewers, minutes);
        let desk = programme.desk.clone();
        let [fewer, many] = [requests, requests + more].map(|requests| desk.month(requests, carried));
        prop_assert!(fewer.backlog <= many.backlog && fewer.wait >= 0.0);
        // The last digits are rounded.
        prop_assert!(fewer.wait <= many.wait * (1.0 + 1e-9) + 1e-12, "{} and {}", fewer.wait, many.wait);
        // What is not carried over was worked off, and no more than the desk can.
        let worked = carried + requests as f64 - fewer.backlog;
        prop_assert!(worked <= desk.capacity_per_day() * 21.0 * (1.0 + 1e-9) + 1e-6);
    }
}

fn member(at: usize, units: i64) -> Member {
    let id = at.to_string();
    Member { id: id.clone(), name: id, purchases: Money::from_units(units), key: at as u64, ..Member::default() }
}
