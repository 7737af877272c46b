//! Files use one another one way: none comes back to itself through what it imports. A file and the folder of its parts
//! are one thing and may name each other.

use std::collections::{BTreeMap, BTreeSet};

use crate::architecture::{sources, without_tests};

/// What a file imports, by the files that its names stand in.
type Imports = BTreeMap<String, BTreeSet<String>>;

/// The module of a file: `sim/deals.rs` is `sim::deals`.
fn module(file: &str) -> String {
    file.trim_end_matches(".rs").replace('/', "::")
}

/// The `use` declarations of a file, with what makes them public, if anything does.
fn declarations(text: &str) -> Vec<(bool, String)> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find("use ") {
        let line = rest[..at].rsplit('\n').next().unwrap_or("").trim_start();
        let public = line.starts_with("pub");
        let begins = line.is_empty() || public && line.trim_end().split(' ').count() == 1;
        rest = &rest[at + "use ".len()..];
        if begins && let Some((paths, after)) = rest.split_once(';') {
            found.extend(expanded(paths).into_iter().map(|path| (public, path)));
            rest = after;
        }
    }
    found
}

/// The paths that a declaration names: `a::{b, c::{d, e}}` are `a::b`, `a::c::d` and `a::c::e`.
fn expanded(paths: &str) -> Vec<String> {
    let paths = paths.trim();
    let Some((before, braced)) = paths.split_once('{') else { return vec![paths.to_owned()] };
    let inner = braced.trim_end().strip_suffix('}').unwrap_or(braced);
    let mut parts = vec![String::new()];
    let mut depth = 0;
    for letter in inner.chars() {
        depth += i32::from(letter == '{') - i32::from(letter == '}');
        match letter {
            ',' if depth == 0 => parts.push(String::new()),
            _ => parts.last_mut().expect("at least one").push(letter),
        }
    }
    let parts = parts.iter().filter(|part| !part.trim().is_empty());
    parts.flat_map(|part| expanded(part)).map(|part| format!("{before}{part}")).collect()
}

/// A path of a file's declaration from the root of the crate.
fn absolute(module: &str, path: &str) -> String {
    let path = path.split(" as ").next().unwrap_or(path);
    if let Some(path) = path.strip_prefix("crate::") {
        return path.to_owned();
    }
    let (mut base, mut path) = (module, path.strip_prefix("self::").unwrap_or(path));
    while let Some(shorter) = path.strip_prefix("super::") {
        base = base.rsplit_once("::").map_or("", |(parent, _)| parent);
        path = shorter;
    }
    if base.is_empty() { path.to_owned() } else { format!("{base}::{path}") }
}

/// The files of some modules, and where names stand that a file hands on from others.
struct Files<'a> {
    by_module: BTreeMap<String, &'a str>,
    handed_on: BTreeMap<(&'a str, String), String>,
}

impl<'a> Files<'a> {
    fn of(sources: &'a [(String, String)]) -> Files<'a> {
        let by_module = sources.iter().map(|(file, _)| (module(file), file.as_str())).collect();
        let mut files = Files { by_module, handed_on: BTreeMap::new() };
        for (file, text) in sources {
            for (_, path) in declarations(without_tests(text)).into_iter().filter(|(public, _)| *public) {
                let name = path.rsplit([' ', ':']).next().unwrap_or("").to_owned();
                files.handed_on.insert((file, name), absolute(&module(file), &path));
            }
        }
        files
    }

    /// The file in which the name at the end of a path stands.
    fn of_path(&self, path: &str) -> Option<&'a str> {
        let mut prefix = path;
        loop {
            if let Some(file) = self.by_module.get(prefix) {
                let name = path[prefix.len()..].trim_start_matches("::").split("::").next().unwrap_or("");
                let on = self.handed_on.get(&(*file, name.to_owned())).filter(|on| *on != path);
                return on.map_or(Some(*file), |on| self.of_path(on));
            }
            prefix = prefix.rsplit_once("::")?.0;
        }
    }
}

/// Whether one of two files is the folder's that the other lies in.
fn are_one(one: &str, other: &str) -> bool {
    let holds = |outer: &str, inner: &str| inner.starts_with(&format!("{}/", outer.trim_end_matches(".rs")));
    holds(one, other) || holds(other, one)
}

fn imports(sources: &[(String, String)]) -> Imports {
    let files = Files::of(sources);
    let of = |(file, text): &(String, String)| {
        let paths = declarations(without_tests(text)).into_iter().map(|(_, path)| absolute(&module(file), &path));
        let others =
            paths.filter_map(|path| files.of_path(&path)).filter(|other| *other != file && !are_one(file, other));
        (file.clone(), others.map(str::to_owned).collect())
    };
    sources.iter().map(of).collect()
}

/// The files that are left when, again and again, those are taken away that import none of the others or that none of the
/// others imports.
fn in_circles(mut imports: Imports) -> Imports {
    loop {
        let before = imports.len();
        let left: BTreeSet<String> = imports.keys().cloned().collect();
        imports.retain(|_, others| {
            others.retain(|other| left.contains(other));
            !others.is_empty()
        });
        let named: BTreeSet<String> = imports.values().flatten().cloned().collect();
        imports.retain(|file, _| named.contains(file));
        if imports.len() == before {
            return imports;
        }
    }
}

#[test]
fn no_file_comes_back_to_itself() {
    let sources: Vec<(String, String)> =
        sources().into_iter().filter(|(file, _)| file != "lib.rs" && !file.ends_with("tests.rs")).collect();
    assert!(imports(&sources)["commands/run.rs"].contains("commands/simulation.rs"), "imports are found");
    let left = in_circles(imports(&sources));
    assert!(left.is_empty(), "files in circles, or between two:\n{left:#?}");
}

#[test]
fn a_circle_would_be_seen() {
    let file = |name: &str, text: &str| (name.to_owned(), text.to_owned());
    let circle = |second: &str| {
        in_circles(imports(&[
            file("a.rs", "use crate::b::{Z, c::{X, Y}};\n"),
            file("b.rs", "mod c;\npub use c::Z as W;\n"),
            file("b/c.rs", second),
        ]))
    };
    assert!(circle("use super::W;\n").is_empty(), "a folder and its parts may name each other");
    assert_eq!(circle("use super::super::a::Q;\n").keys().collect::<Vec<_>>(), ["a.rs", "b/c.rs"]);
    // By the file a name stands in, not by the one that hands it on.
    let sources = [file("a.rs", "use crate::b::Z;\n"), file("b.rs", "pub use c::Z;\n"), file("b/c.rs", "")];
    assert_eq!(imports(&sources)["a.rs"], BTreeSet::from(["b/c.rs".to_owned()]));
}
