//! What a kind allows: in words of either language, as a rule a spreadsheet can enforce, and how its values look.

use super::book::{Content, Figure, Rule};
use crate::language::{Language, speaking};
use crate::programme::Date;
use crate::schema::kind::NAME_LENGTH;
use crate::schema::{Choice, Kind, Value};
use crate::units::CURRENCIES;

/// Where the names of the levels stand.
#[derive(Debug, Clone)]
pub(super) struct LevelNames {
    /// The sheet.
    pub sheet: String,
    /// First and last row.
    pub rows: (u32, u32),
}

/// The range or the words allowed; in English, the words of the errors.
pub(super) fn words(kind: &Kind, language: Language) -> String {
    if language == Language::En {
        return kind.allowed();
    }
    let between = |min: Value, max: Value| format!("entre {} et {}", french(&min), french(&max));
    match kind {
        Kind::Money { min, max } => between(Value::Money(*min), Value::Money(*max)),
        Kind::Rate { min, max } => between(Value::Rate(*min), Value::Rate(*max)),
        Kind::Count { min, max } => between(Value::Count(*min), Value::Count(*max)),
        Kind::Number { min, max } => between(Value::Number(*min), Value::Number(*max)),
        Kind::YesNo => "oui ou non".into(),
        Kind::Choice(choices) => choices.iter().map(|choice| choice.label.fr).collect::<Vec<_>>().join(", "),
        Kind::Level => "le nom d'un niveau".into(),
        Kind::Name => format!("un nom de 1 à {NAME_LENGTH} caractères"),
        Kind::Currency => format!("une monnaie parmi {}", CURRENCIES.join(", ")),
        Kind::Date => "un jour entre le 01/01/1990 et le 31/12/2100".into(),
    }
}

/// A value as a French reader writes it.
fn french(value: &Value) -> String {
    speaking(Language::Fr, || value.shown())
}

/// What a refusal says: the words of the error, without its subject.
pub(super) fn refusal(kind: &Kind, language: Language) -> String {
    let allowed = words(kind, language);
    match (language, kind) {
        (Language::En, Kind::Choice(_)) => format!("must be one of {allowed}"),
        (Language::En, _) => format!("must be {allowed}"),
        (Language::Fr, Kind::Choice(_)) => format!("Valeurs admises : {allowed}"),
        (Language::Fr, _) => format!("Valeur admise : {allowed}"),
    }
}

/// The rule of a kind.
pub(super) fn rule(kind: &Kind, levels: &LevelNames, language: Language) -> Rule {
    let day = |year, month, day| Date { year, month, day };
    match kind {
        Kind::Money { min, max } => Rule::Between(min.to_units(), max.to_units()),
        Kind::Rate { min, max } => Rule::Between(min.to_f64(), max.to_f64()),
        Kind::Count { min, max } => Rule::Whole(*min, *max),
        Kind::Number { min, max } => Rule::Between(*min, *max),
        Kind::YesNo => Rule::List([true, false].map(|yes| yes_no(yes, language).to_owned()).into()),
        Kind::Choice(choices) => {
            Rule::List(choices.iter().map(|choice| choice_word(choice, language).to_owned()).collect())
        }
        Kind::Level => Rule::Column { sheet: levels.sheet.clone(), column: 0, rows: levels.rows, gaps: false },
        Kind::Name => Rule::Length(1, NAME_LENGTH as u32),
        Kind::Currency => Rule::List(CURRENCIES.iter().map(|code| (*code).to_owned()).collect()),
        Kind::Date => Rule::Days(day(1990, 1, 1), day(2100, 12, 31)),
    }
}

fn yes_no(yes: bool, language: Language) -> &'static str {
    match (yes, language) {
        (true, Language::En) => "yes",
        (true, Language::Fr) => "oui",
        (false, Language::En) => "no",
        (false, Language::Fr) => "non",
    }
}

/// A choice as it is offered and written: in French by its label, which the reader takes as well.
fn choice_word(choice: &Choice, language: Language) -> &'static str {
    if language == Language::Fr { choice.label.fr } else { choice.key }
}

/// Counts above this are codes, such as a seed: nobody reads their thousands.
const MOST_COUNTED: i64 = 1_000_000_000;

/// How values of a kind are written.
pub(super) fn figure(kind: &Kind, language: Language) -> Figure {
    match kind {
        Kind::Money { .. } => Figure::Money,
        Kind::Rate { .. } => Figure::Percent,
        Kind::Count { max, .. } if *max <= MOST_COUNTED => Figure::Count,
        Kind::Count { .. } | Kind::Number { .. } => Figure::Number,
        Kind::YesNo | Kind::Choice(_) | Kind::Level | Kind::Name | Kind::Currency => Figure::Words,
        Kind::Date if language == Language::Fr => Figure::DateDayFirst,
        Kind::Date => Figure::Date,
    }
}

/// A value of a kind as a cell shows it.
pub(super) fn shown(kind: &Kind, value: &Value, language: Language) -> String {
    let (Kind::Choice(choices), Value::Choice(key)) = (kind, value) else { return value.shown() };
    let choice = choices.iter().find(|choice| choice.key == *key);
    choice.map_or_else(|| value.shown(), |choice| choice_word(choice, language).to_owned())
}

/// A value of a kind as the content of a cell.
pub(super) fn content(kind: &Kind, value: &Value, language: Language) -> Content {
    match value {
        Value::YesNo(yes) => Content::Text(yes_no(*yes, language).into()),
        Value::Date(date) => Content::Date(*date),
        Value::Choice(_) | Value::Name(_) => Content::Text(shown(kind, value, language)),
        Value::Money(_) | Value::Rate(_) | Value::Count(_) | Value::Number(_) => {
            value.as_number().map_or(Content::Empty, Content::Number)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::value::text;
    use crate::units::{Money, Rate};

    #[test]
    fn refusals_say_what_the_errors_say() {
        let support = Kind::Rate { min: Rate::ZERO, max: Rate::per_mille(75) };
        assert_eq!(refusal(&support, Language::En), "must be between 0 % and 7.5 %");
        assert_eq!(refusal(&support, Language::Fr), "Valeur admise : entre 0\u{a0}% et 7,5\u{a0}%");
        static FAMILIES: [Choice; 1] = [Choice { key: "fixed", label: text("fixed", "fixe") }];
        let family = Kind::Choice(&FAMILIES);
        assert_eq!(refusal(&family, Language::Fr), "Valeurs admises : fixe");
        assert_eq!(shown(&family, &Value::Choice("fixed"), Language::Fr), "fixe");
        assert_eq!(shown(&family, &Value::Choice("fixed"), Language::En), "fixed");
        let amount = Kind::Money { min: Money::ZERO, max: Money::from_units(1_000_000) };
        assert_eq!(words(&amount, Language::Fr), "entre 0 et 1\u{202f}000\u{202f}000");
    }
}
