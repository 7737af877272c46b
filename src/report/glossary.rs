//! What the terms of results mean: a note says it where a term first stands on a sheet.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use crate::language::{Language, spoken};
use crate::measures;
use crate::report::Table;
use crate::schema::Text;
use crate::schema::value::text;

mod terms;

pub use terms::BETTER;
use terms::TERMS;

/// A term of the results.
#[derive(Debug)]
pub struct Term {
    /// What the note calls it.
    name: Text,
    /// The words that it stands in, those of a language set apart by bars; the case does not matter.
    words: Text,
    /// What it means.
    means: Meaning,
}

/// Where a meaning is said.
#[derive(Debug)]
enum Meaning {
    /// Here.
    Own(Text),
    /// By the measure of this id.
    Measure(&'static str),
}

impl Term {
    /// The term and what it means, as a line of a note.
    pub fn line(&self) -> String {
        format!("{}{}{}", self.name.said(), text(": ", "\u{a0}: ").said(), self.meaning())
    }

    /// What it means, in the language that is spoken.
    pub fn meaning(&self) -> &'static str {
        match self.means {
            Meaning::Own(text) => text.said(),
            Meaning::Measure(id) => measures::measure(id).map_or("", |(_, measure)| measure.help.said()),
        }
    }
}

/// A sheet read from its first row on: what has been explained is not explained again.
#[derive(Debug, Default)]
pub struct Glossary {
    /// The English names of the terms.
    explained: BTreeSet<&'static str>,
    /// The texts that were read.
    read: BTreeSet<String>,
}

impl Glossary {
    /// The note on a paragraph, a heading or a cell: the terms that stand in it and not before; `None` if there are none.
    pub fn note(&mut self, text: &str) -> Option<String> {
        // The cells of a long table repeat themselves: what was read before has nothing new.
        if self.read.contains(text) {
            return None;
        }
        self.read.insert(text.to_owned());
        let new = terms_in(text).filter(|term| self.explained.insert(term.name.en));
        let lines: Vec<String> = new.map(Term::line).collect();
        (!lines.is_empty()).then(|| lines.join("\n"))
    }

    /// The notes on the headings of a table: their own, else the terms that stand in them and not before.
    pub fn headings<'t>(&mut self, table: &'t Table) -> Vec<Option<Cow<'t, str>>> {
        let notes = table.columns.iter().map(|column| match &column.note {
            Some(own) => {
                // What a note of its own explains needs no other.
                let told = TERMS.iter().filter(|term| own.contains(term.meaning())).chain(terms_in(&column.heading));
                self.explained.extend(told.map(|term| term.name.en));
                Some(own.as_str().into())
            }
            None => self.note(&column.heading).map(Into::into),
        });
        notes.collect()
    }
}

/// The terms that stand in a text.
pub fn terms_in(text: &str) -> impl Iterator<Item = &'static Term> {
    let text = folded(text);
    let begun = begun(spoken());
    let is_between = |letter: char| !letter.is_alphanumeric();
    let mut found = BTreeSet::new();
    let mut at = 0;
    for piece in text.split_inclusive(is_between) {
        let rest = &text[at..];
        at += piece.len();
        // Words stand in a text where they are no part of longer ones.
        let stands =
            |words: &str| rest.strip_prefix(words).is_some_and(|after| !after.starts_with(char::is_alphanumeric));
        let here = begun.get(piece.trim_end_matches(is_between)).into_iter().flatten();
        found.extend(here.filter(|(_, words)| stands(words)).map(|(place, _)| *place));
    }
    found.into_iter().map(|place: usize| &TERMS[place])
}

/// The words of terms, with the place of the term each, by the first of them.
type Begun = BTreeMap<&'static str, Vec<(usize, &'static str)>>;

/// Those of a language. A report is read word by word: to look for every term in every text takes many times as long.
fn begun(language: Language) -> &'static Begun {
    static ENGLISH: OnceLock<Begun> = OnceLock::new();
    static FRENCH: OnceLock<Begun> = OnceLock::new();
    let kept = match language {
        Language::En => &ENGLISH,
        Language::Fr => &FRENCH,
    };
    kept.get_or_init(|| {
        let mut begun = Begun::new();
        for (place, term) in TERMS.iter().enumerate() {
            for words in term.words.lang(language).split('|') {
                let first = words.split(|letter: char| !letter.is_alphanumeric()).next().unwrap_or(words);
                begun.entry(first).or_default().push((place, words));
            }
        }
        begun
    })
}

/// A text in small letters with plain blanks.
fn folded(text: &str) -> String {
    text.chars().map(|letter| if letter.is_whitespace() { ' ' } else { letter }).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{Language, speaking};
    use crate::report::{Column, Format};

    #[test]
    fn a_term_is_explained_where_it_first_stands() {
        let mut glossary = Glossary::default();
        let note = glossary.note("Brings the vendor 3 M of contribution (90 % range 2 to 4).").expect("a note");
        assert_eq!(note.lines().count(), 2, "{note}");
        assert!(note.contains("Vendor contribution: Gross profit less") && note.contains("90 % range: "), "{note}");
        assert_eq!(glossary.note("Less contribution, less Contribution."), None);
        assert_eq!(Glossary::default().note("Current contributions, supporters and transport"), None);
    }

    #[test]
    fn terms_are_found_wherever_they_stand_alone_in_the_order_of_the_glossary() {
        let names = |text| terms_in(text).map(|term| term.name.en).collect::<Vec<_>>();
        assert_eq!(names("(Break-even), rent: 90\u{a0}% range"), ["90 % range", "Partner rent", "Break-even"]);
        // A word may begin one term and be part of another, and a text may end with a term or in its middle.
        assert_eq!(names("net margin net"), ["Partner net margin"]);
        assert_eq!(names("a current net"), [""; 0]);
        assert_eq!(names("–rent–"), ["Partner rent"]);
    }

    #[test]
    fn a_heading_with_a_note_of_its_own_explains_its_terms() {
        let column = |heading: &str| Column::new(heading, Format::Plain, 8);
        let table = Table {
            id: "t".to_owned(),
            columns: vec![column("Net margin").note("own"), column("Net margin, rate"), column("Baseline")],
            rows: Vec::new(),
            totals: None,
        };
        let notes = Glossary::default().headings(&table);
        assert_eq!(notes[..2], [Some("own".into()), None]);
        assert!(notes[2].as_ref().is_some_and(|note| note.starts_with("Baseline: ")), "{notes:?}");
    }

    #[test]
    fn every_term_means_something_and_is_found_by_its_name_in_both_languages() {
        for language in [Language::En, Language::Fr] {
            speaking(language, || {
                for term in &TERMS {
                    assert!(term.meaning().ends_with('.'), "{term:?}");
                    assert!(terms_in(term.name.said()).any(|found| std::ptr::eq(found, term)), "{term:?}");
                    let words = term.words.said();
                    assert_eq!(words, folded(words), "{term:?}");
                    assert!(words.split('|').all(|words| words.starts_with(char::is_alphanumeric)), "{term:?}");
                }
            });
        }
    }
}
