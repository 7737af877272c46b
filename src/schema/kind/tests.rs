//! What cells are read as, and what they are refused for.

use super::*;
use crate::language::{Language, speaking};
use crate::schema::value::text;

const SUPPORT: Kind = Kind::Rate { min: Rate::ZERO, max: Rate::per_mille(600) };
const PEOPLE: Kind = Kind::Count { min: 1, max: 100 };
const AMOUNT: Kind = Kind::Money { min: Money::ZERO, max: Money::from_units(1_000_000) };

fn refusal(kind: &Kind, cell: Cell) -> (&'static str, String) {
    let refusal = kind.read(&cell).expect_err("refused");
    (refusal.id, refusal.hint.unwrap_or_default())
}

#[test]
fn a_percentage_is_a_fraction() {
    for cell in [Cell::Number(0.08), Cell::Text("8 %".into()), Cell::Text("0,08".into())] {
        assert_eq!(SUPPORT.read(&cell).map(|r| r.value), Ok(Value::Rate(Rate::per_mille(80))));
    }
    assert_eq!(refusal(&SUPPORT, Cell::Number(8.0)), ("percentage-scale", "write 8 % or 0.08".into()));
    assert_eq!(
        refusal(&SUPPORT, Cell::Number(0.75)),
        ("percentage-range", "write 7.5 % if that is what was meant".into())
    );
    assert_eq!(
        refusal(&SUPPORT, Cell::Number(-0.1)),
        ("percentage-range", "enter a percentage between 0 % and 60 %".into())
    );
}

#[test]
fn a_text_that_holds_a_number_is_noted() {
    let reading = AMOUNT.read(&Cell::Text("1\u{a0}234,50".into())).expect("read");
    assert_eq!(reading.value, Value::Money(Money::from_minor(123_450)));
    assert!(reading.note.is_some());
}

#[test]
fn what_is_no_number_is_named() {
    assert_eq!(refusal(&PEOPLE, Cell::Number(1.5)).0, "fractional-count");
    assert_eq!(refusal(&PEOPLE, Cell::Number(-2.0)).0, "count-range");
    assert_eq!(refusal(&PEOPLE, Cell::Number(f64::NAN)).0, "not-finite");
    assert_eq!(refusal(&PEOPLE, Cell::Date(42_767.0)).0, "date-in-number");
    assert_eq!(refusal(&PEOPLE, Cell::Unsaved).0, "formula-without-value");
    assert_eq!(refusal(&PEOPLE, Cell::Error("#REF!".into())).0, "error-value");
    assert_eq!(refusal(&PEOPLE, Cell::Text("two".into())).0, "not-a-number");
    assert_eq!(refusal(&PEOPLE, Cell::Text("8 %".into())).0, "percent-sign");
    assert_eq!(refusal(&AMOUNT, Cell::Text("1,234".into())).0, "ambiguous-number");
    assert_eq!(refusal(&AMOUNT, Cell::Number(1.234)).0, "too-many-decimals");
    assert_eq!(refusal(&AMOUNT, Cell::Number(2e6)).0, "amount-range");
}

#[test]
fn words_are_read_in_both_languages() {
    assert_eq!(Kind::YesNo.read(&Cell::Text("Oui".into())).map(|r| r.value), Ok(Value::YesNo(true)));
    assert_eq!(refusal(&Kind::YesNo, Cell::Number(1.0)).0, "not-yes-no");
    assert_eq!(refusal(&Kind::Date, Cell::Text("2017-02-30".into())).0, "not-a-date");
    for serial in [-1.0, 1e15, 1e300, f64::NAN] {
        assert_eq!(refusal(&Kind::Date, Cell::Date(serial)).0, "not-a-date");
    }
    assert_eq!(refusal(&Kind::Currency, Cell::Text("JPY".into())).0, "unknown-currency");
}

#[test]
fn choices_are_written_as_the_reader_takes_them() {
    static FAMILIES: [Choice; 1] = [Choice { key: "fixed", label: text("certain", "fixe") }];
    let family = Kind::Choice(&FAMILIES);
    let value = Value::Choice("fixed");
    for (language, word) in [(Language::Fr, "fixe"), (Language::En, "fixed")] {
        assert_eq!(family.shown_in(language, &value), word);
        assert_eq!(speaking(language, || family.shown(&value)), word);
        assert_eq!(family.read(&Cell::Text(word.into())).map(|reading| reading.value), Ok(value.clone()));
    }
}
