//! What a kind allows: in words of either language, as a rule a spreadsheet can enforce, and how its values look.

use super::book::{Content, Figure, Rule};
use crate::language::Language;
use crate::programme::Date;
use crate::schema::kind::NAME_LENGTH;
use crate::schema::{Kind, Value};
use crate::units::CURRENCIES;

/// Where the names of a table's rows stand.
#[derive(Debug, Clone)]
pub(super) struct RowNames {
    /// The sheet.
    pub sheet: String,
    /// First and last row.
    pub rows: (u32, u32),
}

/// The names that cells can choose from.
#[derive(Debug, Clone)]
pub(super) struct Names {
    /// Of the levels.
    pub levels: RowNames,
    /// Of the tracks, where the workbook has a sheet of them.
    pub tracks: Option<RowNames>,
}

impl RowNames {
    fn rule(&self) -> Rule {
        Rule::Column { sheet: self.sheet.clone(), column: 0, rows: self.rows, gaps: false }
    }
}

/// What a spreadsheet says to an entry that is not allowed; `None` where it only offers words, a dash being one more.
pub(super) fn refusal(kind: &Kind) -> Option<String> {
    (!matches!(kind, Kind::Track)).then(|| kind.must())
}

/// The rule of a kind.
pub(super) fn rule(kind: &Kind, names: &Names, language: Language) -> Rule {
    let day = |year, month, day| Date { year, month, day };
    match kind {
        Kind::Money { min, max } => Rule::Between(min.to_units(), max.to_units()),
        Kind::Rate { min, max } => Rule::Between(min.to_f64(), max.to_f64()),
        Kind::Count { min, max } => Rule::Whole(*min, *max),
        Kind::Identifier { max } => Rule::Whole(0, *max),
        Kind::Number { min, max } => Rule::Between(*min, *max),
        Kind::YesNo => Rule::List([true, false].map(|yes| Value::YesNo(yes).shown()).into()),
        Kind::Choice(choices) => Rule::List(choices.iter().map(|choice| choice.word(language).to_owned()).collect()),
        Kind::Level => names.levels.rule(),
        Kind::Track => names.tracks.as_ref().map_or(Rule::Length(1, NAME_LENGTH as u32), RowNames::rule),
        Kind::Name => Rule::Length(1, NAME_LENGTH as u32),
        Kind::Currency => Rule::List(CURRENCIES.iter().map(|code| (*code).to_owned()).collect()),
        Kind::Date => Rule::Days(day(1990, 1, 1), day(2100, 12, 31)),
    }
}

/// How values of a kind are written.
pub(super) fn figure(kind: &Kind, language: Language) -> Figure {
    match kind {
        Kind::Money { .. } => Figure::Money,
        Kind::Rate { .. } => Figure::Percent,
        Kind::Count { .. } => Figure::Count,
        Kind::Identifier { .. } | Kind::Number { .. } => Figure::Number,
        Kind::YesNo | Kind::Choice(_) | Kind::Level | Kind::Track | Kind::Name | Kind::Currency => Figure::Words,
        Kind::Date if language == Language::Fr => Figure::DateDayFirst,
        Kind::Date => Figure::Date,
    }
}

/// A value of a kind as the content of a cell.
pub(super) fn content(kind: &Kind, value: &Value, language: Language) -> Content {
    match value {
        Value::Date(date) => Content::Date(*date),
        Value::YesNo(_) | Value::Choice(_) | Value::Name(_) => Content::Text(kind.shown_in(language, value)),
        Value::Money(_) | Value::Rate(_) | Value::Count(_) | Value::Identifier(_) | Value::Number(_) => {
            value.as_number().map_or(Content::Empty, Content::Number)
        }
    }
}
