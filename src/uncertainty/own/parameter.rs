//! One parameter of a distribution, such as `sd 1 %`: what it is called, and what number it is.

use crate::language::{Language, spoken};
use crate::say;
use crate::schema::kind::described;
use crate::schema::number::{self, NotANumber, Typed};
use crate::schema::words::alike;
use crate::schema::{Kind, Value};
use crate::sheet::Cell;

/// The parameters' names in French; those that are not here are the same.
const FRENCH: [(&str, &str); 13] = [
    ("mean", "moyenne"),
    ("sd", "écart-type"),
    ("median", "médiane"),
    ("shape", "forme"),
    ("scale", "échelle"),
    ("trials", "essais"),
    ("chance", "probabilité"),
    ("low", "bas"),
    ("high", "haut"),
    ("values", "valeurs"),
    ("weights", "poids"),
    ("lower bound", "borne basse"),
    ("upper bound", "borne haute"),
];

/// Parameters that are values of the input, in its unit.
const VALUES: [&str; 5] = ["mean", "median", "low", "mode", "high"];
/// Parameters in the input's unit that are no values of it.
const WIDTHS: [&str; 2] = ["sd", "scale"];

/// A parameter's name in the language that is spoken.
pub fn parameter_name(own: &'static str) -> &'static str {
    let french = FRENCH.iter().find(|(english, _)| *english == own && spoken() == Language::Fr);
    french.map_or(own, |(_, french)| *french)
}

/// Whether a word is what a parameter is called, in either language.
pub fn is_called(word: &str, own: &str) -> bool {
    let french = FRENCH.iter().find(|(english, _)| *english == own).map(|(_, french)| *french);
    alike(word, own) || french.is_some_and(|french| alike(word, french))
}

/// `mean 8 %` apart: the words, without a sign of equality, and what begins like a number.
pub fn name_and_number(part: &str) -> (&str, &str) {
    let starts = |(at, c): &(usize, char)| {
        let next = part[at + c.len_utf8()..].trim_start().chars().next();
        c.is_ascii_digit() || ("+-.,".contains(*c) && next.is_some_and(|next| next.is_ascii_digit()))
    };
    let from = part.char_indices().find(starts).map_or(part.len(), |(at, _)| at);
    let (name, number) = part.split_at(from);
    let name = name.trim().trim_end_matches(['=', ':']).trim();
    // What holds no number is shown as the number that it is not.
    if number.is_empty() { ("", part.trim()) } else { (name, number.trim()) }
}

/// A parameter's number. A value of the input must be one that it can have; percentages are for percentages.
pub fn parameter(own: &'static str, figure: &str, kind: &Kind) -> Result<f64, String> {
    let name = parameter_name(own);
    let Typed { number, percent } = typed(name, figure)?;
    if percent && !matches!(kind, Kind::Rate { .. }) && (VALUES.contains(&own) || WIDTHS.contains(&own)) {
        return Err(say!("{name} is a percentage, which the input is not", name));
    }
    if VALUES.contains(&own) { value(name, number, kind) } else { Ok(number) }
}

/// A value of the input, if it can have it.
fn value(name: &str, number: f64, kind: &Kind) -> Result<f64, String> {
    match kind.range() {
        Some((least, most)) if !(least..=most).contains(&number) => {
            let problem = kind.not_allowed(&Value::Number(number).shown());
            Err(format!("{name} {problem}"))
        }
        _ => Ok(number),
    }
}

/// A number as it is typed; a refusal begins with the name of what it is for.
pub fn typed(name: &str, figure: &str) -> Result<Typed, String> {
    let words = shown(figure);
    number::typed(figure).map_err(|reason| match reason {
        NotANumber::Words => say!("{name} must be a number, found {words}", name, words),
        NotANumber::Ambiguous => {
            say!("{name} is {words}, which is one number in English and another in French", name, words)
        }
    })
}

/// A word of the cell, for a message.
pub fn shown(word: &str) -> String {
    described(&Cell::Text(word.to_owned()))
}
