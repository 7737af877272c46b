//! The language of what is written: sentences are made by [`say!`](crate::say) in English where they are needed, and in French
//! from the one catalogue of [`french`].

use std::cell::Cell;
use std::collections::BTreeMap;
use std::fmt::Display;
use std::sync::OnceLock;

pub mod french;
pub mod number;

/// The two languages of the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Language {
    /// English.
    #[default]
    En,
    /// French.
    Fr,
}

/// What a thread speaks, and whether a workbook may still say otherwise.
#[derive(Debug, Clone, Copy)]
struct Speech {
    language: Language,
    open: bool,
}

thread_local! {
    static SPOKEN: Cell<Speech> = const { Cell::new(Speech { language: Language::En, open: false }) };
}

/// The language that this thread writes in; English unless [`speaking`] says otherwise.
pub fn spoken() -> Language {
    SPOKEN.get().language
}

/// Does something in a language, and goes back to the one before.
pub fn speaking<T>(language: Language, task: impl FnOnce() -> T) -> T {
    within(Speech { language, open: false }, task)
}

/// Does something in the language that was chosen; where none was, in the one that is [`suggest`]ed on the way, and in
/// English until then.
pub fn speaking_as_chosen<T>(chosen: Option<Language>, task: impl FnOnce() -> T) -> T {
    within(Speech { language: chosen.unwrap_or_default(), open: chosen.is_none() }, task)
}

/// Goes on in a language, such as that of a workbook's settings, unless the present task was given one.
pub fn suggest(language: Language) {
    if SPOKEN.get().open {
        SPOKEN.set(Speech { language, open: true });
    }
}

fn within<T>(speech: Speech, task: impl FnOnce() -> T) -> T {
    struct Back(Speech);
    impl Drop for Back {
        fn drop(&mut self) {
            SPOKEN.set(self.0);
        }
    }
    let _back = Back(SPOKEN.replace(speech));
    task()
}

/// A sentence in the language that is [`spoken`]: an English template with named places, and what stands in them.
///
/// Every place is named after the template (`say!("raises {name} by {change}", name, change = money(mean))`), places have no
/// format of their own, and the template is a key of the catalogue [`french`]; a test sees to it.
#[macro_export]
macro_rules! say {
    ($template:literal $(, $name:ident $(= $value:expr)?)* $(,)?) => {
        match $crate::language::spoken() {
            // `concat!` forbids places that are not named after the template.
            $crate::language::Language::En => format!(concat!($template) $(, $name = $crate::say!(@value $name $($value)?))*),
            $crate::language::Language::Fr => $crate::language::in_french(
                $template,
                &[$((stringify!($name), &$crate::say!(@value $name $($value)?) as &dyn std::fmt::Display)),*],
            ),
        }
    };
    (@value $name:ident) => { $name };
    (@value $name:ident $value:expr) => { $value };
}

/// A template of the catalogue in French, filled in; what the catalogue does not know stays English.
pub fn in_french(template: &str, values: &[(&str, &dyn Display)]) -> String {
    static CATALOGUE: OnceLock<BTreeMap<&str, &str>> = OnceLock::new();
    let catalogue = CATALOGUE.get_or_init(|| french::entries().collect());
    filled(catalogue.get(template).copied().unwrap_or(template), values)
}

/// A template with its places filled in; `{{` and `}}` are braces. A place such as `{partners?partenaire|partenaires}` is
/// what goes with the number that stands at `{partners}`: the first for one, the second for several.
fn filled(template: &str, values: &[(&str, &dyn Display)]) -> String {
    let mut text = String::with_capacity(template.len() + 16 * values.len());
    let mut rest = template;
    while let Some(at) = rest.find(['{', '}']) {
        text.push_str(&rest[..at]);
        let (brace, after) = rest[at..].split_at(1);
        let place = (brace == "{").then(|| after.split_once('}')).flatten();
        rest = match (after.strip_prefix(brace), place) {
            (Some(after), _) => {
                text.push_str(brace);
                after
            }
            (None, Some((name, after))) => {
                let (name, forms) =
                    name.split_once('?').map_or((name, None), |(name, forms)| (name, forms.split_once('|')));
                if let Some((_, value)) = values.iter().find(|(known, _)| *known == name) {
                    match (forms, value.to_string()) {
                        (None, value) => text.push_str(&value),
                        (Some((one, several)), value) => text.push_str(if is_one(&value) { one } else { several }),
                    }
                }
                after
            }
            (None, None) => after,
        };
    }
    text + rest
}

/// Whether a number, as French writes it, goes with the singular: all below 2 do.
fn is_one(written: &str) -> bool {
    let english: String =
        written.chars().filter(|letter| !letter.is_whitespace()).collect::<String>().replace(',', ".");
    english.parse::<f64>().is_ok_and(|number| number.abs() < 2.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_filled_by_name_in_any_order() {
        let values: [(&str, &dyn Display); 2] = [("name", &"la marge"), ("change", &12)];
        assert_eq!(filled("de {change} : {name}, {{{change}}}", &values), "de 12 : la marge, {12}");
        assert_eq!(filled("sans rien", &[]), "sans rien");
    }

    #[test]
    fn words_go_with_their_number() {
        let said = |number: &str| filled("{n} {n?partenaire perd|partenaires perdent}", &[("n", &number)]);
        // The plural begins at 2, whatever the decimals; what is not a number alone is several.
        for one in ["0", "1", "1,9", "-1"] {
            assert_eq!(said(one), format!("{one} partenaire perd"));
        }
        for several in ["2", "2,0", "1\u{202f}000", "12 k"] {
            assert_eq!(said(several), format!("{several} partenaires perdent"));
        }
    }

    #[test]
    fn a_language_is_spoken_until_its_task_ends() {
        assert_eq!(spoken(), Language::En);
        assert_eq!(speaking(Language::Fr, || (spoken(), speaking(Language::En, spoken))), (Language::Fr, Language::En));
        assert_eq!(spoken(), Language::En);
    }

    #[test]
    fn a_suggestion_counts_only_where_no_language_was_chosen() {
        let suggested = || {
            let before = spoken();
            suggest(Language::Fr);
            (before, spoken())
        };
        assert_eq!(speaking_as_chosen(None, suggested), (Language::En, Language::Fr));
        assert_eq!(speaking_as_chosen(Some(Language::En), suggested), (Language::En, Language::En));
        assert_eq!(suggested(), (Language::En, Language::En));
    }

    #[test]
    fn a_sentence_is_said_in_the_language_that_is_spoken() {
        let first = "5 %";
        let said = || say!("{low} to {high}", low = first, high = 95);
        assert_eq!(said(), "5 % to 95");
        assert_eq!(speaking(Language::Fr, said), "5 % à 95");
    }
}
