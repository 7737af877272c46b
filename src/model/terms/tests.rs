use super::*;
use crate::schema;

/// 60 to 90 days through a factor on 40 % of purchases; vendor's money at 2 %, losses 1 % x 60 %.
fn longer() -> Terms {
    Terms { days_after: 90.0, factored: true, ..schema::defaults().terms }
}

fn rules(terms: Terms) -> TermsRules {
    TermsRules::new(&Programme { terms, ..Programme::default() })
}

const FIVE: Rate = Rate::per_mille(50);

#[test]
fn thirty_days_more_are_worth_their_interest() {
    // 3,650,000 x 40 % x 30/365 = 120,000 owed more: 6,000 at the partner's 5 %, 2,400 at the vendor's 2 %, 720 at
    // a loss of 0.6 %. (0.4 x 30/365 is 0.032876712 to the ninth decimal: 119,999.9988 or 120,000.00.)
    let year = rules(longer()).year(Money::from_units(3_650_000), FIVE);
    assert_eq!(year.receivable_shift, Money::from_units(120_000));
    assert_eq!(year.gain, Money::from_units(6_000));
    assert_eq!(year.vendor_capital, Money::from_units(2_400));
    assert_eq!(year.credit_loss, Money::from_units(720));
    assert_eq!(year.early_discount, Money::ZERO);
}

#[test]
fn the_law_caps_what_no_factor_carries() {
    let capped = Terms { factored: false, ..longer() };
    assert!(rules(capped.clone()).none());
    assert!(!rules(Terms { legal_cap_days: 75.0, ..capped.clone() }).none());
    // From 45 to 90 days under a cap of 60: 15 days.
    let year = rules(Terms { days_before: 45.0, ..capped }).year(Money::from_units(3_650_000), FIVE);
    assert_eq!(year.receivable_shift, Money::from_units(60_000));
}

#[test]
fn equal_costs_of_money_and_no_loss_make_a_pure_transfer() {
    let terms = Terms { vendor_capital_cost: FIVE, default_hazard: Rate::ZERO, ..longer() };
    let terms = Terms { early_uptake: Rate::per_mille(300), ..terms };
    let year = rules(terms).year(Money::from_minor(987_654_321), FIVE);
    assert_eq!(year.gain, year.vendor_capital + year.credit_loss);
    assert_eq!(year.early_partner_capital, year.early_vendor_capital);
}

#[test]
fn shorter_terms_are_longer_ones_with_the_sign_turned() {
    let purchases = Money::from_minor(123_456_789);
    let back = Terms { days_before: 90.0, days_after: 60.0, ..longer() };
    let (longer, shorter) = (rules(longer()).year(purchases, FIVE), rules(back).year(purchases, FIVE));
    assert_eq!(shorter.gain, -longer.gain);
    assert_eq!(shorter.vendor_capital, -longer.vendor_capital);
    assert_eq!(shorter.credit_loss, -longer.credit_loss);
}

#[test]
fn paying_early_breaks_even_at_the_known_rate() {
    // 2 % for paying 20 days earlier (2/10 net 30): 0.02 / 0.98 x 365 / 20 = 37.2449 % a year.
    let terms = Terms {
        early_discount: Rate::per_mille(20),
        early_days: 20.0,
        early_uptake: Rate::per_mille(500),
        ..schema::defaults().terms
    };
    let year = rules(terms).year(Money::from_units(730_000), Rate::from_ppb(372_448_980));
    // Half of 730,000 less 2 %: 357,700, 20/365 of it is 19,600.
    assert_eq!(year.early_discount, Money::from_units(7_300));
    assert_eq!(year.early_partner_capital, Money::from_units(7_300));
    assert_eq!(year.early_vendor_capital, Money::from_units(392));
    // What is paid early cannot be lost: 0.6 % of 19,600.
    assert_eq!(year.credit_loss, -Money::from_minor(11_760));
    assert_eq!(year.receivable_shift, Money::ZERO);
}

#[test]
fn the_years_of_several_add_up_to_those_of_each() {
    let terms = Terms { early_uptake: Rate::per_mille(300), early_discount: Rate::per_mille(7), ..longer() };
    let back = Terms { days_before: 90.0, days_after: 60.0, ..terms.clone() };
    let costs = [FIVE, Rate::per_mille(120), Rate::ZERO, Rate::from_ppb(37_244_898)];
    let utmost = Terms {
        scope: Rate::ONE,
        days_before: 365.0,
        days_after: 0.0,
        early_uptake: Rate::ONE,
        early_days: 365.0,
        default_hazard: Rate::ONE,
        loss_given_default: Rate::ONE,
        ..longer()
    };
    for rules in [rules(terms), rules(longer()), rules(back), rules(utmost)] {
        // The last purchases are too wide for products of 64 bits, and all are then worked out one by one.
        for last in [3, 4_600_000_000, 9_200_000_000, 2_000_000_000_000] {
            let purchases = [123_456_789, 0, 999_999_999, last].map(Money::from_minor);
            let each = || purchases.iter().zip(costs).map(|(purchases, cost)| rules.year(*purchases, cost));
            let mut sum = TermsYear::default();
            each().for_each(|year| sum += year);
            let mut gains = [Money::ZERO; 4];
            assert_eq!(rules.years(&purchases, &costs, &mut gains), sum);
            assert_eq!(gains.to_vec(), each().map(|year| year.partner_gain()).collect::<Vec<_>>());
            assert_eq!(rules.receivable_shifts(&purchases), sum.receivable_shift);
        }
    }
}

#[test]
fn the_defaults_change_nothing() {
    let rules = TermsRules::new(&schema::defaults());
    assert!(rules.none());
    assert_eq!(rules.year(Money::from_units(1_000_000), FIVE), TermsYear::default());
}
