//! Figures in words, worked by hand.

use super::*;
use crate::language::Language;

#[test]
fn amounts_are_scaled_as_people_say_them() {
    assert_eq!(money(2_849_000.0, "EUR"), "2.85 M EUR");
    assert_eq!(money(-45_600.0, "EUR"), "46 k EUR");
    assert_eq!(money(812.4, "EUR"), "812 EUR");
    assert_eq!(money(9_812.4, "EUR"), "9,812 EUR");
    assert_eq!(money(999_600.0, "EUR"), "1.00 M EUR");
    assert_eq!(money(2_250_000_000.0, "EUR"), "2.25 bn EUR");
    assert_eq!(money_range((-4_000.0, 1_200_000.0), "EUR"), "0.00 to 1.20 M EUR");
    assert_eq!(money_range((21_400.0, 21_410.0), "EUR"), "21 k EUR");
    assert_eq!(money_range((-400_000.0, 1_200_000.0), "EUR"), "-0.40 to 1.20 M EUR");
    assert_eq!(money_range((40_000.0, 90_000.0), "EUR"), "40 to 90 k EUR");
    assert_eq!([percent(15.713), whole_percent(28.868)], ["1,571.3 %", "2,887 %"]);
}

#[test]
fn a_year_that_is_cut_off_says_so() {
    assert_eq!(fiscal_years(24), ["Year 1", "Year 2"]);
    assert_eq!(fiscal_years(18), ["Year 1", "Year 2 (6 months)"]);
}

#[test]
fn changes_carry_their_sign() {
    assert_eq!(money_change(2_849_000.0, "EUR"), "+2.85 M EUR");
    assert_eq!(money_change(-45_600.0, "EUR"), "-46 k EUR");
    assert_eq!(money_change(-0.3, "EUR"), "0 EUR");
    assert_eq!((points(0.0123), points(-0.0123)), ("+1.2 points".to_owned(), "-1.2 points".to_owned()));
    assert_eq!(points(-0.0001), "0.0 points");
    assert_eq!([1234.4, 3.24, 4.0].map(pieces), ["1,234", "3.2", "4"]);
}

#[test]
fn certainty_is_only_claimed_where_it_is() {
    assert_eq!(futures(1.0), "in every simulated future");
    assert_eq!(futures(0.9999), "in more than 99 % of the futures");
    assert_eq!(futures(0.41), "in 41 % of the futures");
    assert_eq!(
        [1.0, 0.999, 0.995, 0.994, 0.41, 0.006, 0.005, 0.001, 0.0].map(share_of_futures),
        ["100 %", "more than 99 %", "more than 99 %", "99 %", "41 %", "1 %", "less than 1 %", "less than 1 %", "0 %"]
    );
    assert_eq!(list(&["A", "B", "C"]), "A, B and C");
}

#[test]
fn french_writes_figures_its_own_way() {
    let [space, narrow] = ["\u{a0}", "\u{202f}"];
    crate::language::speaking(Language::Fr, || {
        assert_eq!(money(-2_849_000.0, "EUR"), format!("2,85{space}M{space}EUR"));
        assert_eq!(money_change(9_812.4, "EUR"), format!("+9{narrow}812{space}EUR"));
        assert_eq!(money(2.25e9, "EUR"), format!("2,25{space}Md{space}EUR"));
        assert_eq!(money_range((40_000.0, 90_000.0), "EUR"), format!("40 à 90{space}k{space}EUR"));
        assert_eq!(percent(0.075), format!("7,5{space}%"));
        // The plural begins at 2.
        assert_eq!([0.0123, -0.02].map(points), ["+1,2\u{a0}point", "-2,0\u{a0}points"]);
        assert_eq!([1_234.4, 3.24].map(pieces), [format!("1{narrow}234"), "3,2".to_owned()]);
        assert_eq!(futures(0.41), format!("dans 41{space}% des futurs"));
        assert_eq!(list(&["A", "B", "C"]), "A, B et C");
        assert_eq!(fiscal_years(18), ["Exercice 1", "Exercice 2 (6 mois)"]);
        assert_eq!(reading(Reading::Behavioural), format!("lecture {}", reading_word(Reading::Behavioural)));
    });
}
