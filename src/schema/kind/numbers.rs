//! How a cell is read as a number: what a text may mean, what is no number, and what is out of range.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::words::plain;
use super::{Kind, Refusal, quoted, refuse};
use crate::language::number;
use crate::say;
use crate::schema::number::{self as typing, NotANumber};
use crate::schema::value::Value;
use crate::sheet::Cell;
use crate::units::{Money, Rate};

impl Kind {
    /// Reads a cell as a number of the kind, and what had to be understood first.
    pub(super) fn read_number(&self, cell: &Cell) -> Result<(Value, Option<String>), Refusal> {
        let (number, percent, note) = match cell {
            Cell::Number(number) => (*number, false, None),
            Cell::Text(text) => match typing::typed(text) {
                Ok(typed) => {
                    let note = say!(
                        "the text \"{text}\" is taken as {number}",
                        text = text.trim(),
                        number = plain(typed.number)
                    );
                    (typed.number, typed.percent, Some(note))
                }
                Err(NotANumber::Ambiguous) => {
                    return refuse(
                        "ambiguous-number",
                        say!(
                            "holds the text \"{text}\", which is one number in English and another in French",
                            text = text.trim()
                        ),
                        say!("enter it as a number, not as a text"),
                    );
                }
                Err(NotANumber::Words) => {
                    let found = quoted(text.trim());
                    return refuse("not-a-number", self.not_allowed(&found), say!("enter a number"));
                }
            },
            Cell::Date(_) => {
                return refuse(
                    "date-in-number",
                    self.not_allowed(&say!("a date")),
                    say!("format the cell as a number and enter it again"),
                );
            }
            _ => return refuse("wrong-type", self.not_allowed(&say!("TRUE or FALSE")), say!("enter a number")),
        };
        if percent && !matches!(self, Kind::Rate { .. }) {
            let message = self.not_allowed(&say!("a percentage"));
            return refuse("percent-sign", message, say!("enter it without the % sign"));
        }
        let Some(exact) = typing::decimal(number) else {
            return self.not_finite(number);
        };
        let value = match self {
            Kind::Rate { .. } => Rate::from_decimal(exact).map(Value::Rate),
            Kind::Money { .. } => match Money::from_decimal(exact) {
                None if exact.scale() > 2 => {
                    return refuse(
                        "too-many-decimals",
                        say!("must be in whole cents, found {number}", number = exact_words(exact)),
                        say!("round it to two decimals"),
                    );
                }
                amount => amount.map(Value::Money),
            },
            Kind::Count { .. } | Kind::Identifier { .. } if !exact.fract().is_zero() => {
                let message = say!("must be a whole number, found {number}", number = exact_words(exact));
                return refuse("fractional-count", message, say!("round it"));
            }
            Kind::Count { .. } => exact.to_i64().map(Value::Count),
            Kind::Identifier { .. } => exact.to_i64().map(Value::Identifier),
            _ => Some(Value::Number(number)),
        };
        let Some(value) = value else {
            return self.not_finite(number);
        };
        self.admits(&value).map_err(|refusal| self.range_hint(refusal, number, percent))?;
        Ok((value, note))
    }

    fn not_finite<T>(&self, number: f64) -> Result<T, Refusal> {
        refuse("not-finite", self.not_allowed(&plain(number)), say!("enter a number of ordinary size"))
    }

    /// Out of range. In a percentage: was 8 meant as 8 %, or 75 % as 7.5 %?
    fn range_hint(&self, refusal: Refusal, number: f64, percent: bool) -> Refusal {
        let Kind::Rate { min, max } = self else {
            return Refusal { hint: Some(say!("enter a number {allowed}", allowed = self.allowed())), ..refusal };
        };
        let fits = |x: f64| x >= min.to_f64() && x <= max.to_f64();
        if !percent && number >= 1.0 && fits(number / 100.0) {
            return Refusal {
                id: "percentage-scale",
                message: say!(
                    "is a percentage, found {number}: {number} % or {hundredfold} %?",
                    number = plain(number),
                    hundredfold = plain(number * 100.0)
                ),
                hint: Some(say!(
                    "write {number} % or {fraction}",
                    number = plain(number),
                    fraction = plain(number / 100.0)
                )),
            };
        }
        let hint = if fits(number / 10.0) {
            let tenth = typing::decimal(number * 10.0).unwrap_or_default();
            say!("write {number} % if that is what was meant", number = exact_words(tenth))
        } else {
            say!("enter a percentage {allowed}", allowed = self.allowed())
        };
        Refusal { hint: Some(hint), ..refusal }
    }
}

/// A decimal number, all its digits.
fn exact_words(number: Decimal) -> String {
    number::written(number.normalize().to_string())
}
