//! What a cell may hold: kinds with their ranges, and how a cell is read by its kind.

use super::value::{Text, Value};
use crate::say;
use crate::sheet::Cell;
use crate::units::{CURRENCIES, Money, Rate};

mod numbers;
mod words;

use words::{choice_words, read_choice, read_currency, read_date, read_name, read_yes_no};
pub use words::{described, quoted, shortened};

/// One of the words a choice allows.
#[derive(Debug)]
pub struct Choice {
    /// The word of the workbook.
    pub key: &'static str,
    /// What it is called; both are accepted.
    pub label: Text,
}

/// What is allowed.
#[derive(Debug)]
pub enum Kind {
    /// An amount of money, range inclusive.
    Money {
        /// The least.
        min: Money,
        /// The most.
        max: Money,
    },
    /// A fraction, range inclusive.
    Rate {
        /// The least.
        min: Rate,
        /// The most.
        max: Rate,
    },
    /// A whole number, range inclusive.
    Count {
        /// The least.
        min: i64,
        /// The most.
        max: i64,
    },
    /// A whole number that is a name and no quantity, from 0 on: nobody reads its thousands.
    Identifier {
        /// The most.
        max: i64,
    },
    /// Any number, range inclusive.
    Number {
        /// The least.
        min: f64,
        /// The most.
        max: f64,
    },
    /// Yes or no.
    YesNo,
    /// One of a list.
    Choice(&'static [Choice]),
    /// The name of a row of `Levels`.
    Level,
    /// The name of a row of `Tracks`, or a dash for the first.
    Track,
    /// A name of up to [`NAME_LENGTH`] characters.
    Name,
    /// An ISO code of a currency.
    Currency,
    /// A day between 1990 and 2100.
    Date,
}

/// The longest name, in characters.
pub const NAME_LENGTH: usize = 60;

/// Why a cell's content is refused, without its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// The word that names the kind of problem.
    pub id: &'static str,
    /// What is allowed and what was found; the subject is put before it.
    pub message: String,
    /// What would mend it.
    pub hint: Option<String>,
}

fn refuse<T>(id: &'static str, message: String, hint: impl Into<String>) -> Result<T, Refusal> {
    let hint = hint.into();
    Err(Refusal { id, message, hint: (!hint.is_empty()).then_some(hint) })
}

/// A value that was read, and a remark where it had to be understood first.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// The value.
    pub value: Value,
    /// What the reader should know, such as that a text was taken as a number.
    pub note: Option<String>,
}

impl Kind {
    /// The range or the words allowed, as errors, notes and the reference say it.
    pub fn allowed(&self) -> String {
        match self {
            Kind::Money { min, max } => between(&Value::Money(*min), &Value::Money(*max)),
            Kind::Rate { min, max } => between(&Value::Rate(*min), &Value::Rate(*max)),
            Kind::Count { min, max } => between(&Value::Count(*min), &Value::Count(*max)),
            Kind::Identifier { max } => between(&Value::Count(0), &Value::Count(*max)),
            Kind::Number { min, max } => between(&Value::Number(*min), &Value::Number(*max)),
            Kind::YesNo => say!("yes or no"),
            Kind::Choice(choices) => choice_words(choices),
            Kind::Level => say!("the name of a level"),
            Kind::Track => say!("the name of a track, or a dash"),
            Kind::Name => say!("a name of 1 to {most} characters", most = NAME_LENGTH),
            Kind::Currency => say!("one of {words}", words = CURRENCIES.join(", ")),
            Kind::Date => say!("a day between 1990-01-01 and 2100-12-31"),
        }
    }

    /// Whether a value of the program's own lies in the range; the error says what is allowed.
    ///
    /// # Errors
    /// [`Refusal`] with what is allowed.
    pub fn admits(&self, value: &Value) -> Result<(), Refusal> {
        let out = |id| refuse(id, self.not_allowed(&value.shown()), "");
        match (self, value) {
            (Kind::Money { min, max }, Value::Money(amount)) if amount < min || amount > max => out("amount-range"),
            (Kind::Rate { min, max }, Value::Rate(rate)) if rate < min || rate > max => out("percentage-range"),
            (Kind::Count { min, max }, Value::Count(count)) if count < min || count > max => out("count-range"),
            (Kind::Identifier { max }, Value::Identifier(number)) if !(0..=*max).contains(number) => out("count-range"),
            (Kind::Number { min, max }, Value::Number(x)) if !(x >= min && x <= max) => out("number-range"),
            (Kind::Money { .. }, Value::Money(_))
            | (Kind::Rate { .. }, Value::Rate(_))
            | (Kind::Count { .. }, Value::Count(_))
            | (Kind::Identifier { .. }, Value::Identifier(_))
            | (Kind::Number { .. }, Value::Number(_))
            | (Kind::YesNo, Value::YesNo(_))
            | (Kind::Choice(_), Value::Choice(_))
            | (Kind::Level | Kind::Track | Kind::Name | Kind::Currency, Value::Name(_))
            | (Kind::Date, Value::Date(_)) => Ok(()),
            _ => out("wrong-type"),
        }
    }

    /// What a cell must hold, in the words of errors and of a spreadsheet's own refusals; the subject stands before them.
    pub fn must(&self) -> String {
        match self {
            Kind::Choice(choices) => say!("must be one of {words}", words = choice_words(choices)),
            _ => say!("must be {allowed}", allowed = self.allowed()),
        }
    }

    /// What a cell must hold, and what was found instead.
    pub fn not_allowed(&self, found: &str) -> String {
        say!("{must}, found {found}", must = self.must(), found)
    }

    /// The range in natural units (currency units, fractions); `None` for what is no number.
    pub fn range(&self) -> Option<(f64, f64)> {
        match self {
            Kind::Money { min, max } => Some((min.to_units(), max.to_units())),
            Kind::Rate { min, max } => Some((min.to_f64(), max.to_f64())),
            Kind::Count { min, max } => Some((*min as f64, *max as f64)),
            Kind::Identifier { max } => Some((0.0, *max as f64)),
            Kind::Number { min, max } => Some((*min, *max)),
            Kind::YesNo | Kind::Choice(_) | Kind::Level | Kind::Track | Kind::Name | Kind::Currency | Kind::Date => {
                None
            }
        }
    }

    /// The allowed value nearest to a number in natural units; `None` for what is no number.
    pub fn nearest(&self, number: f64) -> Option<Value> {
        match self {
            Kind::Money { min, max } => {
                let cents = (number * 100.0).round().clamp(min.minor() as f64, max.minor() as f64);
                Some(Value::Money(Money::from_minor(cents as i64)))
            }
            Kind::Rate { min, max } => {
                let billionths = (number * 1e9).round().clamp(min.ppb() as f64, max.ppb() as f64);
                Some(Value::Rate(Rate::from_ppb(billionths as i64)))
            }
            Kind::Count { min, max } => Some(Value::Count(number.round().clamp(*min as f64, *max as f64) as i64)),
            Kind::Identifier { max } => Some(Value::Identifier(number.round().clamp(0.0, *max as f64) as i64)),
            Kind::Number { min, max } => Some(Value::Number(number.clamp(*min, *max))),
            Kind::YesNo | Kind::Choice(_) | Kind::Level | Kind::Track | Kind::Name | Kind::Currency | Kind::Date => {
                None
            }
        }
    }

    /// Reads a cell that is not empty.
    ///
    /// # Errors
    /// [`Refusal`] says why it is no value of the kind, what is allowed, and a hint.
    pub fn read(&self, cell: &Cell) -> Result<Reading, Refusal> {
        match cell {
            Cell::Error(error) => {
                let message = say!("holds the error value {error}", error);
                return refuse("error-value", message, say!("mend the formula and save"));
            }
            Cell::Unsaved => {
                return refuse(
                    "formula-without-value",
                    say!("holds a formula that was saved without its value"),
                    say!("open the workbook in a spreadsheet program and save it once"),
                );
            }
            _ => {}
        }
        match self {
            Kind::Money { .. }
            | Kind::Rate { .. }
            | Kind::Count { .. }
            | Kind::Identifier { .. }
            | Kind::Number { .. } => self.read_number(cell),
            Kind::YesNo => read_yes_no(cell),
            Kind::Choice(choices) => read_choice(choices, cell),
            Kind::Level | Kind::Track | Kind::Name => read_name(cell),
            Kind::Currency => read_currency(cell),
            Kind::Date => read_date(cell),
        }
        .map(|(value, note)| Reading { value, note })
    }
}

fn between(min: &Value, max: &Value) -> String {
    say!("between {low} and {high}", low = min.shown(), high = max.shown())
}

#[cfg(test)]
mod tests;
