//! What an edit sets a value to: a value, `+2 pt`, or `x 1.1`.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::language::number::written;
use crate::say;
use crate::schema::kind::{Reading, Refusal, quoted};
use crate::schema::number;
use crate::schema::{Kind, Value};
use crate::sheet::Cell;
use crate::units::{Money, Rate};

/// What an edit does to a value.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// Sets it.
    Set(Value),
    /// Adds percentage points to a percentage.
    Points(Decimal),
    /// Multiplies.
    Times(Decimal),
}

impl Change {
    /// What a cell says is done to a value, the value after it, in the kind's range, and a remark where the cell had to
    /// be understood first.
    ///
    /// # Errors
    /// [`Refusal`] says why the cell is no value of the kind, or leads out of its range.
    pub fn read(cell: &Cell, kind: &Kind, from: &Value) -> Result<(Change, Value, Option<String>), Refusal> {
        let relative = match cell {
            Cell::Text(text) => Change::relative(text.trim()),
            _ => None,
        };
        match relative {
            None => {
                let Reading { value, note } =
                    kind.read(cell).map_err(|refusal| suggest_factor(refusal, cell, (kind, from)))?;
                refuse_increase(cell, &value)?;
                Ok((Change::Set(value.clone()), value, note))
            }
            Some(change) => {
                let to = change.apply(from)?;
                kind.admits(&to).map_err(|refusal| Refusal {
                    hint: Some(say!("change {value} by less, or set a value", value = from.shown())),
                    ..refusal
                })?;
                Ok((change, to, None))
            }
        }
    }

    /// The value after the edit where it starts from another value than the one it was read for, such as a drawn one:
    /// the nearest that the kind allows.
    pub fn again(&self, kind: &Kind, from: &Value) -> Value {
        let to = match (self, from.as_number()) {
            (Change::Set(value), _) => return value.clone(),
            (Change::Points(points), Some(number)) => points.to_f64().map(|points| number + points / 100.0),
            (Change::Times(factor), Some(number)) => factor.to_f64().map(|factor| number * factor),
            (_, None) => None,
        };
        to.and_then(|to| kind.nearest(to)).unwrap_or_else(|| from.clone())
    }

    /// `+2 pt`, `-0,5 pts`, `x 1.1`, `× 1,1`; `None` for anything else.
    fn relative(text: &str) -> Option<Change> {
        let decimal = |text: &str| number::typed(text).ok().and_then(|typed| number::decimal(typed.number));
        for unit in ["points", "point", "pts", "pt"] {
            if let Some(amount) = text.strip_suffix(unit)
                && amount.starts_with(['+', '-', '\u{2212}'])
            {
                return decimal(&amount.replace('\u{2212}', "-")).map(Change::Points);
            }
        }
        ["x ", "X ", "×", "*"].iter().find_map(|sign| text.strip_prefix(sign)).and_then(decimal).map(Change::Times)
    }

    fn apply(&self, from: &Value) -> Result<Value, Refusal> {
        let refuse = |message: String, hint: String| Err(Refusal { id: "wrong-change", message, hint: Some(hint) });
        let product = |value: Decimal, factor: Decimal| value.checked_mul(factor);
        let to = match (self, from) {
            (Change::Set(value), _) => Some(value.clone()),
            (Change::Points(points), Value::Rate(rate)) => {
                Rate::from_decimal(rate.to_decimal() + points / Decimal::ONE_HUNDRED).map(Value::Rate)
            }
            (Change::Points(_), _) => {
                return refuse(
                    say!("is no percentage, so that points cannot be added"),
                    say!("set a value, or write x 1.1"),
                );
            }
            (Change::Times(factor), Value::Rate(rate)) => {
                product(rate.to_decimal(), *factor).and_then(Rate::from_decimal).map(Value::Rate)
            }
            (Change::Times(factor), Value::Money(amount)) => product(amount.to_decimal(), *factor)
                .map(|value| value.round_dp_with_strategy(2, rust_decimal::RoundingStrategy::MidpointAwayFromZero))
                .and_then(Money::from_decimal)
                .map(Value::Money),
            (Change::Times(factor), Value::Number(value)) => {
                factor.to_f64().map(|factor| Value::Number(value * factor))
            }
            (Change::Times(factor), Value::Count(count)) => match product(Decimal::from(*count), *factor) {
                Some(value) if !value.fract().is_zero() => {
                    return refuse(
                        say!("would be {number}, no whole number", number = written(value.normalize().to_string())),
                        say!("set a whole number"),
                    );
                }
                value => value.and_then(|value| value.to_i64()).map(Value::Count),
            },
            (Change::Times(_), _) => return refuse(say!("is no number that could be multiplied"), say!("set a value")),
        };
        match to {
            Some(to) => Ok(to),
            None => refuse(say!("would become too large"), say!("set a value")),
        }
    }
}

/// Tells who puts a signed percentage where none can stand, such as `+10 %` for an amount, the factor that does what this
/// says, if one does.
fn suggest_factor(refusal: Refusal, cell: &Cell, (kind, from): (&Kind, &Value)) -> Refusal {
    let Cell::Text(text) = cell else { return refusal };
    let change = text.trim().replace('\u{2212}', "-");
    if refusal.id != "percent-sign" || !change.starts_with(['+', '-']) {
        return refusal;
    }
    let share = number::typed(&change).ok().and_then(|typed| number::decimal(typed.number));
    let Some(factor) = share.and_then(|share| Decimal::ONE.checked_add(share)) else { return refusal };
    let takes = |to: Value| kind.admits(&to).is_ok();
    if !Change::Times(factor).apply(from).is_ok_and(takes) {
        return refusal;
    }
    let factor = written(factor.normalize().to_string());
    Refusal { hint: Some(say!("write x {factor} to change it by that", factor)), ..refusal }
}

/// Refuses a text that may say a value or by how much to raise one. Who types `+1` into a cell of numbers has it turned into
/// 1 by the spreadsheet program.
fn refuse_increase(cell: &Cell, value: &Value) -> Result<(), Refusal> {
    let Cell::Text(text) = cell else { return Ok(()) };
    if !text.trim().starts_with('+') || value.as_number().is_none() {
        return Ok(());
    }
    let shown = value.shown();
    let hint = match value {
        Value::Rate(rate) => {
            let points = written((rate.to_decimal() * Decimal::ONE_HUNDRED).normalize().to_string());
            say!(
                "write {shown} to set it, +{points} pt to raise it by points, or a factor such as x 1.1",
                shown,
                points
            )
        }
        _ => say!("write {shown} to set it, or a factor such as x 1.1", shown),
    };
    let message = say!("is set to {words}: a value, or an increase?", words = quoted(text.trim()));
    Err(Refusal { id: "value-or-increase", message, hint: Some(hint) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema;

    fn changed(text: &str, key: &str) -> Result<Value, &'static str> {
        let parameter = schema::parameter(key).expect("a key");
        let from = (parameter.get)(&schema::defaults());
        Change::read(&Cell::Text(text.into()), &parameter.kind, &from)
            .map(|(_, to, _)| to)
            .map_err(|refusal| refusal.id)
    }

    #[test]
    fn values_are_set_moved_and_multiplied() {
        assert_eq!(changed("+2 pt", "quotation.support"), Ok(Value::Rate(Rate::per_mille(100))));
        assert_eq!(changed("-0,5 pts", "quotation.support"), Ok(Value::Rate(Rate::per_mille(75))));
        assert_eq!(changed("x 1.1", "quotation.support"), Ok(Value::Rate(Rate::per_mille(88))));
        assert_eq!(changed("× 1,5", "presales.rival"), Ok(Value::Money(Money::from_units(450))));
        assert_eq!(changed("x 2", "desk.reviewers"), Ok(Value::Count(4)));
        assert_eq!(changed("6 %", "quotation.support"), Ok(Value::Rate(Rate::per_mille(60))));
        assert_eq!(changed("-0,5", "quotation.support"), Err("percentage-range"));
    }

    #[test]
    fn a_change_starts_from_another_value_and_stops_at_the_range() {
        let kind = &schema::parameter("quotation.support").expect("a key").kind;
        let points = Change::Points(Decimal::from(2));
        assert_eq!(points.again(kind, &Value::Rate(Rate::per_mille(55))), Value::Rate(Rate::per_mille(75)));
        assert_eq!(points.again(kind, &Value::Rate(Rate::per_mille(590))), Value::Rate(Rate::per_mille(600)));
        let set = Change::Set(Value::Rate(Rate::per_mille(40)));
        assert_eq!(set.again(kind, &Value::Rate(Rate::per_mille(55))), Value::Rate(Rate::per_mille(40)));
        let reviewers = &schema::parameter("desk.reviewers").expect("a key").kind;
        assert_eq!(Change::Times(Decimal::new(15, 1)).again(reviewers, &Value::Count(3)), Value::Count(5));
    }

    #[test]
    fn a_change_must_make_sense_and_stay_in_range() {
        assert_eq!(changed("x 1.1", "desk.reviewers"), Err("wrong-change"));
        assert_eq!(changed("+2 pt", "presales.rival"), Err("wrong-change"));
        assert_eq!(changed("x 2", "registration.regime"), Err("wrong-change"));
        assert_eq!(changed("x 10", "quotation.support"), Err("percentage-range"));
        assert_eq!(changed("more", "quotation.support"), Err("not-a-number"));
        for (text, key) in [("+1", "desk.reviewers"), ("+10 %", "quotation.support"), ("+0.02", "quotation.support")] {
            assert_eq!(changed(text, key), Err("value-or-increase"));
        }
    }

    #[test]
    fn a_percentage_to_change_an_amount_by_is_told_as_a_factor() {
        let hint = |text: &str, key: &str| {
            let parameter = schema::parameter(key).expect("a key");
            let from = (parameter.get)(&schema::defaults());
            let refused = Change::read(&Cell::Text(text.into()), &parameter.kind, &from).expect_err("no value");
            assert_eq!(refused.id, "percent-sign");
            refused.hint.expect("a hint")
        };
        assert_eq!(hint("+10 %", "presales.rival"), "write x 1.1 to change it by that");
        assert_eq!(hint("-12,5 %", "presales.rival"), "write x 0.875 to change it by that");
        assert_eq!(hint("+50 %", "desk.reviewers"), "write x 1.5 to change it by that");
        // It may be meant as a share of something.
        assert_eq!(hint("10 %", "presales.rival"), "enter it without the % sign");
        // The factor would be refused too: less than nothing, no whole number, more than may be.
        for (text, key) in [("-150 %", "presales.rival"), ("+10 %", "desk.reviewers"), ("+1000000 %", "desk.reviewers")]
        {
            assert_eq!(hint(text, key), "enter it without the % sign", "{text}");
        }
    }
}
