//! The values of a lever: from a low to a high one in steps.

use super::MOST_VALUES;
use crate::schema::{Kind, Value, number};
use crate::units::{Money, Rate};

/// What a step from a low to a high value may be; `None` if there is no way up.
pub fn step_kind(low: &Value, high: &Value) -> Option<Kind> {
    let kind = match (low, high) {
        (Value::Money(low), Value::Money(high)) => {
            Kind::Money { min: Money::from_minor(1), max: Money::from_minor(high.minor().saturating_sub(low.minor())) }
        }
        (Value::Rate(low), Value::Rate(high)) => {
            Kind::Rate { min: Rate::from_ppb(1), max: Rate::from_ppb(high.ppb().saturating_sub(low.ppb())) }
        }
        (Value::Count(low), Value::Count(high)) => Kind::Count { min: 1, max: high.saturating_sub(*low) },
        (Value::Number(low), Value::Number(high)) => Kind::Number { min: f64::MIN_POSITIVE, max: high - low },
        _ => return None,
    };
    let room = kind.range().is_some_and(|(least, most)| most >= least);
    room.then_some(kind)
}

/// The values from low in steps, as far as high; `None` if there are too many.
pub fn grid(low: &Value, high: &Value, step: &Value) -> Option<Vec<Value>> {
    let whole = |low: i64, high: i64, step: i64, value: &dyn Fn(i64) -> Value| {
        let last = high.checked_sub(low)?.checked_div(step)?;
        (last < MOST_VALUES as i64).then(|| (0..=last).map(|at| value(low + at * step)).collect())
    };
    match (low, high, step) {
        (Value::Money(low), Value::Money(high), Value::Money(step)) => {
            whole(low.minor(), high.minor(), step.minor(), &|at| Value::Money(Money::from_minor(at)))
        }
        (Value::Rate(low), Value::Rate(high), Value::Rate(step)) => {
            whole(low.ppb(), high.ppb(), step.ppb(), &|at| Value::Rate(Rate::from_ppb(at)))
        }
        (Value::Count(low), Value::Count(high), Value::Count(step)) => whole(*low, *high, *step, &Value::Count),
        (Value::Number(low), Value::Number(high), Value::Number(step)) => {
            // In decimals, as they were typed: 0.1 + 2 x 0.1 is 0.3.
            let [low, high, step] = [*low, *high, *step].map(number::decimal);
            let (low, high, step) = (low?, high?, step?);
            let (mut values, mut next) = (Vec::new(), low);
            while next <= high && values.len() <= MOST_VALUES {
                values.push(Value::Number(rust_decimal::prelude::ToPrimitive::to_f64(&next)?));
                next = next.checked_add(step)?;
            }
            (values.len() <= MOST_VALUES).then_some(values)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_grid_goes_up_in_exact_steps() {
        let rates = grid(
            &Value::Rate(Rate::per_mille(40)),
            &Value::Rate(Rate::per_mille(75)),
            &Value::Rate(Rate::per_mille(20)),
        );
        assert_eq!(rates, Some(vec![Value::Rate(Rate::per_mille(40)), Value::Rate(Rate::per_mille(60))]));
        let numbers = grid(&Value::Number(0.1), &Value::Number(0.3), &Value::Number(0.1));
        assert_eq!(numbers, Some([0.1, 0.2, 0.3].map(Value::Number).to_vec()));
        assert_eq!(grid(&Value::Count(0), &Value::Count(1_000), &Value::Count(1)), None);
        assert_eq!(grid(&Value::Count(1), &Value::Count(1_000), &Value::Count(1)).map(|v| v.len()), Some(1_000));
    }

    #[test]
    fn there_is_no_step_without_a_way_up() {
        assert!(step_kind(&Value::Count(3), &Value::Count(3)).is_none());
        assert!(step_kind(&Value::Count(3), &Value::Count(2)).is_none());
        assert!(step_kind(&Value::Count(3), &Value::Count(4)).is_some());
    }
}
