//! Reading cells that hold words and days rather than numbers.

use super::{Choice, Kind, NAME_LENGTH, Refusal, refuse};
use crate::language::{Language, number, spoken};
use crate::programme::Date;
use crate::say;
use crate::schema::value::Value;
use crate::schema::words::{alike, nearest};
use crate::sheet::Cell;
use crate::units::CURRENCIES;

/// A value, and a remark where it had to be understood first.
type Read = Result<(Value, Option<String>), Refusal>;

/// So many letters of a text stand in a message.
const MOST_QUOTED: usize = 40;

pub(super) fn read_yes_no(cell: &Cell) -> Read {
    match cell {
        Cell::Bool(yes) => Ok((Value::YesNo(*yes), None)),
        Cell::Text(text) if ["yes", "oui", "true", "vrai"].iter().any(|yes| alike(yes, text)) => {
            Ok((Value::YesNo(true), None))
        }
        Cell::Text(text) if ["no", "non", "false", "faux"].iter().any(|no| alike(no, text)) => {
            Ok((Value::YesNo(false), None))
        }
        other => refuse("not-yes-no", Kind::YesNo.not_allowed(&described(other)), say!("write yes or no")),
    }
}

pub(super) fn read_choice(choices: &'static [Choice], cell: &Cell) -> Read {
    if let Cell::Text(text) = cell {
        let meant = |c: &&Choice| [c.key, c.label.en, c.label.fr].iter().any(|word| alike(word, text));
        if let Some(choice) = choices.iter().find(meant) {
            return Ok((Value::Choice(choice.key), None));
        }
        if let Some(near) = nearest(text, choices.iter().flat_map(|choice| [choice.word(spoken()), choice.key])) {
            let message = Kind::Choice(choices).not_allowed(&quoted(text.trim()));
            return refuse("unknown-choice", message, say!("did you mean {near}?", near));
        }
    }
    refuse("unknown-choice", Kind::Choice(choices).not_allowed(&described(cell)), "")
}

impl Choice {
    /// The word that is offered and written: in French its label, which the reader takes as well.
    pub fn word(&self, language: Language) -> &'static str {
        if language == Language::Fr { self.label.fr } else { self.key }
    }
}

impl Kind {
    /// A value of the kind as it is written in the language that is spoken.
    pub fn shown(&self, value: &Value) -> String {
        self.shown_in(spoken(), value)
    }

    /// The same with the choices of a language.
    pub fn shown_in(&self, language: Language, value: &Value) -> String {
        let (Kind::Choice(choices), Value::Choice(key)) = (self, value) else { return value.shown() };
        let choice = choices.iter().find(|choice| choice.key == *key);
        choice.map_or_else(|| value.shown(), |choice| choice.word(language).to_owned())
    }
}

/// The words of a choice, as they are offered.
pub(super) fn choice_words(choices: &[Choice]) -> String {
    choices.iter().map(|choice| choice.word(spoken())).collect::<Vec<_>>().join(", ")
}

pub(super) fn read_name(cell: &Cell) -> Read {
    let name = match cell {
        Cell::Text(text) => text.trim().to_owned(),
        // Partner numbers are names too.
        Cell::Number(number) if number.fract() == 0.0 && number.abs() < 1e15 => format!("{number}"),
        other => {
            let message = say!("must be a name, found {found}", found = described(other));
            return refuse("not-a-name", message, say!("write a text"));
        }
    };
    if name.is_empty() || name.chars().count() > NAME_LENGTH || name.chars().any(char::is_control) {
        let message = say!(
            "must be a name of 1 to {most} characters on one line, found {found}",
            most = NAME_LENGTH,
            found = described(cell)
        );
        return refuse("not-a-name", message, say!("shorten it"));
    }
    Ok((Value::Name(name.into()), None))
}

pub(super) fn read_currency(cell: &Cell) -> Read {
    if let Cell::Text(text) = cell
        && let Some(code) = CURRENCIES.iter().find(|code| code.eq_ignore_ascii_case(text.trim()))
    {
        return Ok((Value::named(code), None));
    }
    let message = Kind::Currency.not_allowed(&described(cell));
    refuse("unknown-currency", message, say!("only currencies with cents can be used"))
}

pub(super) fn read_date(cell: &Cell) -> Read {
    let serial = match cell {
        Cell::Date(serial) => Some(serial.floor() as i64),
        Cell::Text(text) => iso_date(text.trim()).map(Date::excel_serial),
        _ => None,
    };
    let first = Date { year: 1990, month: 1, day: 1 }.excel_serial();
    let last = Date { year: 2100, month: 12, day: 31 }.excel_serial();
    match serial {
        Some(serial) if (first..=last).contains(&serial) => Ok((Value::Date(Date::from_excel_serial(serial)), None)),
        _ => refuse(
            "not-a-date",
            Kind::Date.not_allowed(&described(cell)),
            say!("enter a date, or a text such as 2017-02-01"),
        ),
    }
}

/// `2017-02-01`, if there is such a day.
fn iso_date(text: &str) -> Option<Date> {
    let mut parts = text.splitn(3, '-');
    let date = Date {
        year: parts.next()?.parse().ok()?,
        month: parts.next()?.parse().ok().filter(|m| (1..=12).contains(m))?,
        day: parts.next()?.parse().ok().filter(|d| (1..=31).contains(d))?,
    };
    (Date::from_excel_serial(date.excel_serial()) == date).then_some(date)
}

/// A word out of a cell, in quotation marks.
pub fn quoted(word: &str) -> String {
    say!("\"{word}\"", word)
}

/// A number for a message: very large and very small ones without their many digits.
pub(super) fn plain(number: f64) -> String {
    let ordinary = number == 0.0 || !number.is_finite() || (1e-9..1e15).contains(&number.abs());
    number::written(if ordinary { number.to_string() } else { format!("{number:e}") })
}

/// The beginning of a text for a message, and whether that is not all.
pub fn shortened(text: &str) -> String {
    match text.char_indices().nth(MOST_QUOTED) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// What a cell holds, for a message.
pub fn described(cell: &Cell) -> String {
    match cell {
        Cell::Number(number) => plain(*number),
        Cell::Text(text) => quoted(&shortened(text.trim()).replace(char::is_control, " ")),
        Cell::Bool(true) => say!("TRUE"),
        Cell::Bool(false) => say!("FALSE"),
        // Excel's own calendar ends with the year 9999.
        Cell::Date(serial) if (0.0..2_958_466.0).contains(serial) => {
            say!("the date {day}", day = Date::from_excel_serial(*serial as i64).said())
        }
        Cell::Date(_) => say!("a date beyond the calendar"),
        Cell::Error(error) => error.clone(),
        Cell::Unsaved => say!("a formula without a value"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_is_cut_says_so() {
        assert_eq!(shortened(&"é".repeat(40)), "é".repeat(40));
        assert_eq!(shortened(&"é".repeat(41)), "é".repeat(40) + "…");
    }
}
