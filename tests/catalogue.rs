//! Every sentence of the program is in the catalogue, once, with the same places in both languages.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use partnersim::cli;
use partnersim::language::french;

/// The Rust files below a folder.
fn sources(folder: &Path, found: &mut Vec<String>) {
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        match entry.path() {
            path if path.is_dir() => sources(&path, found),
            path => found.push(fs::read_to_string(path).expect("a source file")),
        }
    }
}

/// The string literal that a text starts with, as the compiler reads it.
fn literal(text: &str) -> Option<String> {
    let mut letters = text.trim_start().strip_prefix('"')?.chars().peekable();
    let mut out = String::new();
    loop {
        match letters.next()? {
            '"' => return Some(out),
            '\\' => match letters.next()? {
                'n' => out.push('\n'),
                't' => out.push('\t'),
                '\n' => while letters.next_if(|letter| letter.is_whitespace()).is_some() {},
                'u' => {
                    let code: String = letters.by_ref().skip(1).take_while(|letter| *letter != '}').collect();
                    out.push(u32::from_str_radix(&code, 16).ok().and_then(char::from_u32)?);
                }
                other => out.push(other),
            },
            other => out.push(other),
        }
    }
}

/// The templates that are said anywhere in the program, and the texts of its help.
fn said() -> BTreeSet<String> {
    let mut files = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut files);
    let code = files.iter().flat_map(|file| file.lines().map(str::trim_start).filter(|line| !line.starts_with("//")));
    let code = code.collect::<Vec<_>>().join("\n");
    code.split("say!(").skip(1).filter_map(literal).chain(cli::texts()).collect()
}

/// The names of a template's places.
fn places(template: &str) -> BTreeSet<&str> {
    template
        .split('{')
        .skip(1)
        .filter_map(|rest| rest.split_once('}')?.0.split('?').next())
        .filter(|name| !name.is_empty())
        .collect()
}

#[test]
fn every_sentence_has_its_french_and_no_french_is_left_over() {
    let said = said();
    let known: BTreeSet<String> = french::entries().map(|(english, _)| english.to_owned()).collect();
    let missing: Vec<_> = said.difference(&known).collect();
    let unused: Vec<_> = known.difference(&said).collect();
    assert!(missing.is_empty(), "{} without French:\n{missing:#?}", missing.len());
    assert!(unused.is_empty(), "{} that nobody says:\n{unused:#?}", unused.len());
}

#[test]
fn every_entry_stands_once_with_the_same_places() {
    let mut known = BTreeMap::new();
    for (english, french) in french::entries() {
        assert_eq!(known.insert(english, french), None, "twice in the catalogue: {english}");
        assert_eq!(places(english), places(french), "{english}");
        let plain =
            |name: &&str| name.chars().all(|letter| letter.is_ascii_lowercase() || "_0123456789".contains(letter));
        assert!(places(english).iter().all(plain), "a place with a format: {english}");
        assert!(!french.trim().is_empty(), "{english}");
    }
}

#[test]
fn what_is_counted_goes_with_its_number() {
    // A limit is no count of what there is, and never 1.
    let counts = |place: &str| !["most", "least"].contains(&place);
    for (_, french) in french::entries() {
        for (before, after) in french.match_indices('}').map(|(at, _)| french.split_at(at + 1)) {
            let place = before.rsplit('{').next().map_or("", |rest| rest.trim_end_matches('}'));
            let word = after.strip_prefix(' ').and_then(|rest| rest.split([' ', '\u{a0}', ',', '.', ')']).next());
            let plurals =
                ["partenaires", "tirages", "affaires", "futurs", "demandes", "réglages", "chiffres", "données"];
            assert!(!(counts(place) && word.is_some_and(|word| plurals.contains(&word))), "always plural: {french}");
        }
    }
}

#[test]
fn literals_are_read_as_the_compiler_reads_them() {
    assert_eq!(literal(" \"a \\\"b\\\" \\\n        c\\u{a0}d\", x").as_deref(), Some("a \"b\" c\u{a0}d"));
    assert_eq!(literal("variable"), None);
    assert!(said().contains("{low} to {high}"));
}
