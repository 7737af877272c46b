//! Pay-per-use contracts worked by hand.

use super::*;
use crate::programme::PayPerUse;
use crate::schema;

fn rules(change: impl FnOnce(&mut PayPerUse)) -> PayPerUseRules {
    let mut programme = schema::defaults();
    change(&mut programme.pay_per_use);
    PayPerUseRules::new(&programme)
}

/// The mark of a uniform draw.
fn mark(uniform: f64) -> u32 {
    (uniform * 4_294_967_296.0) as u32
}

#[test]
fn nothing_moves_by_default() {
    let rules = rules(|_| {});
    assert_eq!((rules.moves(0, 0), rules.moves(59, 0)), (Chance::NEVER, Chance::NEVER));
}

#[test]
fn the_share_rises_evenly_and_then_stays() {
    // From 4 to 10 % over 24 months from month 6: 4 + 6 x 12/24 = 7 % after a year; in the middle of the first month
    // 4 + 6 x 0.5/24 = 4.125 %.
    let rules = rules(|rules| {
        (rules.share_start, rules.share_end, rules.ramp_months) = (Rate::per_mille(40), Rate::per_mille(100), 24.0);
    });
    assert!((rules.share(12.0) - 0.07).abs() < 1e-15);
    assert_eq!(rules.moves(6, 6), Chance::new(0.041_25));
    assert_eq!((rules.share(24.0), rules.share(1e9)), (0.1, 0.1));
    assert_eq!(rules.moves(30, 6), Chance::new(0.1));
}

#[test]
fn without_a_ramp_the_last_share_holds_at_once() {
    let rules = rules(|rules| (rules.share_end, rules.ramp_months) = (Rate::per_mille(300), 0.0));
    assert_eq!(rules.moves(0, 0), Chance::new(0.3));
}

#[test]
fn a_contract_shares_out_what_the_customer_spends() {
    // 100,000 x 1.10 = 110,000; 28 % are 30,800; 3 % are 3,300; 75,900 are left.
    let rules = rules(|rules| rules.uplift = Rate::per_mille(100));
    let [price, margin, goods] = [100_000, 9_000, 54_000].map(Money::from_units);
    let contract = rules.contract(price, margin, goods, true, false);
    let [spend, own, fee, left] = [110_000, 30_800, 3_300, 75_900].map(Money::from_units);
    assert_eq!(contract, Contract { spend, margin: own, distributor: fee, goods });
    assert_eq!(contract.purchases(), left + fee);
    // The auction's 9 % of 110,000 are 9,900; without a marketplace there is no fee.
    let kept = rules.contract(price, margin, goods, false, true);
    assert_eq!((kept.margin, kept.distributor), (Money::from_units(9_900), Money::ZERO));
}

#[test]
fn renewals_follow_the_powers_of_their_chance() {
    // A year at 50 %: below 1/2 once, below 1/4 twice, ... at most five times within 60 months.
    let rules_of =
        |years, renewal| rules(|rules| (rules.term_years, rules.renewal) = (years, Rate::per_mille(renewal)));
    let yearly = rules_of(1, 500);
    for (uniform, months) in [(0.9, 12), (0.5, 12), (0.4, 24), (0.25, 24), (0.2, 36), (0.04, 60), (0.0, 72)] {
        assert_eq!(yearly.life_months(mark(uniform)), months, "{uniform}");
    }
    // Four years: one renewal begins within 60 months; five years: one, in month 60.
    assert_eq!(rules_of(4, 1_000).life_months(u32::MAX), 96);
    assert_eq!(rules_of(5, 1_000).life_months(0), 120);
    assert_eq!(rules_of(4, 0).life_months(0), 48);
}

#[test]
fn every_month_of_a_term_adds_up() {
    // 1,000.00 over 48 months: 20.83 each and 16 cents more at first; 280.00: 5.83 and 16; 30.00: 0.62 and 24.
    let [spend, margin, distributor, goods] = [1_000, 280, 30, 541].map(Money::from_units);
    let cents = |each, first| (Money::from_minor(each), Money::from_minor(first));
    assert_eq!(monthly(spend, 48), cents(2_083, 16));
    assert_eq!(monthly(margin, 48), cents(583, 16));
    assert_eq!(monthly(distributor, 48), cents(62, 24));
    for amount in [spend, margin, distributor, goods] {
        let (each, first) = monthly(amount, 48);
        assert_eq!((0..48).map(|_| each).sum::<Money>() + first, amount);
    }
}

#[test]
fn annuities_are_the_published_ones() {
    // Standard tables of the present value of 1 a period: 8 % and 4 periods 3.3121, 10 % and 10 periods 6.1446.
    assert!((annuity(0.08, 4) - 3.3121).abs() < 5e-5);
    assert!((annuity(0.10, 10) - 6.1446).abs() < 5e-5);
    assert_eq!(annuity(0.0, 48), 48.0);
    // By hand: 1/1.5 + 1/2.25 = 10/9.
    assert!((annuity(0.5, 2) - 10.0 / 9.0).abs() < 1e-15);
}

#[test]
fn a_margin_of_28_percent_over_four_years_is_worth_26_4_today() {
    // 8 % a year is 2/3 % a month: (1 - 1.00667^-48) / 0.00667 / 48 = 0.85337. With 17 % at signing 0.17 + 0.11 x
    // 0.85337 = 26.39 %, with nothing 23.89 %; 19 % on a sale are matched by 19 / 0.85337 = 22.26 %.
    let eight = Rate::per_mille(80);
    let usual = rules(|_| {});
    assert!((usual.partner_value(eight) - 0.2639).abs() < 5e-5);
    assert!((rules(|rules| rules.upfront = Rate::ZERO).partner_value(eight) - 0.2389).abs() < 5e-5);
    assert!((usual.break_even_margin(Rate::per_mille(190), eight) - 0.2226).abs() < 5e-5);
    assert_eq!(usual.partner_value(Rate::ZERO), 0.28);
}

/// Revenue of each month where `signed` is signed in each month that `signs`, over a term, without renewal.
fn recognised(signed: Money, months: usize, term: usize, signs: impl Fn(usize) -> bool) -> Vec<Money> {
    let mut revenue = vec![Money::ZERO; months + term];
    let (each, first) = monthly(signed, term);
    for start in (0..months).filter(|month| signs(*month)) {
        revenue[start] += first;
        revenue[start..start + term].iter_mut().for_each(|month| *month += each);
    }
    revenue.truncate(months);
    revenue
}

#[test]
fn the_revenue_gap_of_monthly_signatures_has_its_closed_form() {
    // s B = 5,760 a year, 480 a month, T = 4: gap s B (T - 1/12) / 2 = 5,760 x 47/24 = 11,280 at any horizon of at least
    // 47 months; from year 5 on a year brings its 5,760 again.
    let month = Money::from_units(480);
    for months in [48, 60] {
        let revenue: Money = recognised(month, months, 48, |_| true).into_iter().sum();
        assert_eq!(Money::from_units(480 * months as i64) - revenue, Money::from_units(11_280));
    }
    let fifth: Money = recognised(month, 60, 48, |_| true)[48..].iter().copied().sum();
    assert_eq!(fifth, Money::from_units(5_760));
}

#[test]
fn the_revenue_gap_of_yearly_signatures_has_its_closed_form() {
    // All signed as the year begins: year k brings s B min(k, T) / T, the gap is s B (T - 1) / 2 = 4,800 x 1.5 = 7,200.
    let revenue = recognised(Money::from_units(4_800), 60, 48, |month| month % 12 == 0);
    let years: Vec<Money> = revenue.chunks(12).map(|year| year.iter().copied().sum()).collect();
    assert_eq!(years, [1_200, 2_400, 3_600, 4_800, 4_800].map(Money::from_units));
    assert_eq!(Money::from_units(5 * 4_800) - years.into_iter().sum(), Money::from_units(7_200));
}
