//! Values as a workbook says them, and how they are printed.

use std::borrow::Cow;

use crate::language::{Language, number, spoken};
use crate::programme::Date;
use crate::say;
use crate::units::{Money, Rate};

/// A text in both languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Text {
    /// English.
    pub en: &'static str,
    /// French.
    pub fr: &'static str,
}

/// Shorthand for a [`Text`].
pub const fn text(en: &'static str, fr: &'static str) -> Text {
    Text { en, fr }
}

impl Text {
    /// The text in the language that is spoken.
    pub fn said(self) -> &'static str {
        self.lang(spoken())
    }

    /// The text in a language.
    pub fn lang(self, language: Language) -> &'static str {
        match language {
            Language::En => self.en,
            Language::Fr => self.fr,
        }
    }
}

impl From<Text> for String {
    /// The text in the language that is spoken.
    fn from(text: Text) -> String {
        text.said().to_owned()
    }
}

/// The value of a parameter or of a table cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// An amount.
    Money(Money),
    /// A fraction.
    Rate(Rate),
    /// A whole number.
    Count(i64),
    /// A whole number that is a name, such as a seed.
    Identifier(i64),
    /// Any number.
    Number(f64),
    /// Yes or no.
    YesNo(bool),
    /// The key of one of a list of choices.
    Choice(&'static str),
    /// A name: of a level, of a partner, a currency.
    Name(Cow<'static, str>),
    /// A day.
    Date(Date),
}

macro_rules! accessor {
    ($(#[$doc:meta])* $name:ident, $variant:ident, $type:ty, $value:ident => $read:expr) => {
        $(#[$doc])*
        ///
        /// # Panics
        /// If the value is of another kind: the reader has checked it against the entry's [`super::Kind`].
        pub fn $name(self) -> $type {
            match self {
                Value::$variant($value) => $read,
                other => wrong_kind(stringify!($variant), &other),
            }
        }
    };
}

#[allow(clippy::panic, reason = "a slip of the schema, which every test would meet")]
fn wrong_kind(wanted: &str, found: &Value) -> ! {
    panic!("the schema declares a {wanted} and got {found:?}")
}

impl Value {
    accessor!(/// The amount.
        money, Money, Money, value => value);
    accessor!(/// The fraction.
        rate, Rate, Rate, value => value);
    accessor!(/// The whole number.
        count, Count, i64, value => value);
    accessor!(/// The whole number that is a name.
        identifier, Identifier, i64, value => value);
    accessor!(/// The number.
        number, Number, f64, value => value);
    accessor!(/// The yes or no.
        yes, YesNo, bool, value => value);
    accessor!(/// The key of the choice.
        choice, Choice, &'static str, value => value);
    accessor!(/// The name.
        name, Name, String, value => value.into_owned());
    accessor!(/// The day.
        date, Date, Date, value => value);

    /// A name that is known when the program is compiled.
    pub const fn named(name: &'static str) -> Value {
        Value::Name(Cow::Borrowed(name))
    }

    /// The value as a number of its natural unit (currency units, fractions, 1 for yes); `None` for words and days.
    pub fn as_number(&self) -> Option<f64> {
        match self {
            Value::Money(amount) => Some(amount.to_units()),
            Value::Rate(rate) => Some(rate.to_f64()),
            Value::Count(number) | Value::Identifier(number) => Some(*number as f64),
            Value::Number(number) => Some(*number),
            Value::YesNo(_) | Value::Choice(_) | Value::Name(_) | Value::Date(_) => None,
        }
    }

    /// The value as a person writes it in the language that is spoken: `8 %`, `750,000`, `yes`, `2017-02-01`.
    pub fn shown(&self) -> String {
        match self {
            Value::Money(amount) => grouped(&amount.to_decimal().normalize().to_string()),
            Value::Rate(rate) => {
                let percent = rate.to_decimal() * rust_decimal::Decimal::ONE_HUNDRED;
                say!("{number} %", number = grouped(&percent.normalize().to_string()))
            }
            Value::Count(count) => grouped(&count.to_string()),
            Value::Identifier(number) => number.to_string(),
            Value::Number(number) => grouped(&number.to_string()),
            Value::YesNo(true) => say!("yes"),
            Value::YesNo(false) => say!("no"),
            Value::Choice(key) => (*key).into(),
            Value::Name(name) => name.to_string(),
            Value::Date(date) => date.said(),
        }
    }
}

/// All digits of a number, thousands set apart.
fn grouped(digits: &str) -> String {
    number::written(number::with_thousands(digits))
}

impl std::fmt::Display for Date {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl Date {
    /// The day as the spoken language writes it: `2017-02-01`, in French `01/02/2017`.
    pub fn said(self) -> String {
        match spoken() {
            Language::En => self.to_string(),
            Language::Fr => format!("{:02}/{:02}/{:04}", self.day, self.month, self.year),
        }
    }

    /// Days since Excel's day 0 (1899-12-30), for days from March 1900 on.
    pub fn excel_serial(self) -> i64 {
        // Days from civil, after H. Hinnant's "chrono-Compatible Low-Level Date Algorithms".
        let (year, month) = if self.month <= 2 {
            (i64::from(self.year) - 1, self.month + 12)
        } else {
            (i64::from(self.year), self.month)
        };
        let era = year.div_euclid(400);
        let year_of_era = year - era * 400;
        let day_of_year = (153 * (i64::from(month) - 3) + 2) / 5 + i64::from(self.day) - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        era * 146_097 + day_of_era - 719_468 + 25_569
    }

    /// The day of an Excel serial number (the inverse of [`Date::excel_serial`]).
    pub fn from_excel_serial(serial: i64) -> Date {
        let days = serial - 25_569 + 719_468;
        let era = days.div_euclid(146_097);
        let day_of_era = days - era * 146_097;
        let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted = (5 * day_of_year + 2) / 153;
        let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        Date { year: year as i32, month: month as u8, day: (day_of_year - (153 * shifted + 2) / 5 + 1) as u8 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::speaking;

    #[test]
    fn values_are_shown_as_a_person_writes_them() {
        assert_eq!(Value::Rate(Rate::per_mille(75)).shown(), "7.5 %");
        assert_eq!(Value::Rate(Rate::ONE).shown(), "100 %");
        assert_eq!(Value::Money(Money::from_units(750_000)).shown(), "750,000");
        assert_eq!(Value::Money(Money::from_minor(-123_450)).shown(), "-1,234.5");
        assert_eq!(Value::Number(0.7).shown(), "0.7");
        assert_eq!([Value::Count(2_017), Value::Identifier(2_017)].map(|value| value.shown()), ["2,017", "2017"]);
    }

    #[test]
    fn french_has_its_own_figures_and_dates() {
        let day = Value::Date(Date { year: 2017, month: 2, day: 1 });
        let values =
            [Value::Rate(Rate::per_mille(75)), Value::Money(Money::from_minor(-123_450)), day, Value::YesNo(true)];
        let shown = speaking(Language::Fr, || values.map(|value| value.shown()));
        assert_eq!(shown, ["7,5\u{a0}%", "-1\u{202f}234,5", "01/02/2017", "oui"]);
    }

    #[test]
    fn dates_are_excels() {
        // Excel: 2017-02-01 is 42767; 2000-02-29 is 36585.
        for (date, serial) in
            [((2017, 2, 1), 42_767), ((2000, 2, 29), 36_585), ((1900, 3, 1), 61), ((2099, 12, 31), 73_050)]
        {
            let date = Date { year: date.0, month: date.1, day: date.2 };
            assert_eq!(date.excel_serial(), serial, "{date}");
            assert_eq!(Date::from_excel_serial(serial), date);
        }
    }
}
