use super::*;
use crate::diagnostic::Diagnostics;
use crate::inputs;
use crate::scenario;
use crate::sheet::read::read;
use crate::sheet::{Cell, Grid, Row, Sheet};
use crate::uncertainty;

/// Two chunks of trials, the second one not full. `{..}` is what a kind of workbook says more.
const BOOK: &str = "[Parameters]
Key|Value|Distribution|Low|High
quotation.support|0.09
quotations.expected_per_year|150
registration.propensity|0.5{uncertain}
[Settings]
Key|Value
settings.readings|{readings}
settings.trials|66
settings.seed|5
[Scenarios]
Scenario|Parameter|Set to|Why|Distribution|Low|High
Open|registration.installed_base|yes|as before
|launch.backlog|40|they waited{backlog}
Less|include|Open|the same
|quotation.support|0.05|dearer
Gate|rebates.gate|0.8|the old rule
";

/// A workbook as it is read.
struct Book {
    programme: Programme,
    scenarios: Vec<Scenario>,
    uncertainty: Uncertainty,
    precision: Precision,
}

fn book(grid: &Grid) -> Book {
    let mut found = Diagnostics::default();
    let inputs = inputs::read(grid, &mut found);
    let scenarios = scenario::build(&inputs, &mut found);
    let uncertainty = uncertainty::build(&inputs, &scenarios, &mut found);
    assert!(!found.has_errors(), "{found:?}");
    let precision = Precision::new(&inputs.programme.settings.uncertainty).expect("known measures");
    Book { programme: inputs.programme, scenarios, uncertainty, precision }
}

/// A workbook that is written down as text.
fn written(text: &str) -> Book {
    let mut sheets: Vec<Sheet> = Vec::new();
    for line in text.lines() {
        if let Some(name) = line.strip_prefix('[') {
            sheets.push(Sheet { name: name.trim_end_matches(']').into(), rows: Vec::new() });
            continue;
        }
        let cell = |(column, text): (usize, &str)| {
            let cell = text.parse().map_or_else(|_| Cell::Text(text.to_owned()), Cell::Number);
            (!text.is_empty()).then_some((column as u16, cell))
        };
        let rows = &mut sheets.last_mut().expect("a sheet").rows;
        rows.push(Row { number: rows.len() as u32, cells: line.split('|').enumerate().filter_map(cell).collect() });
    }
    book(&Grid { sheets, names: Vec::new() })
}

fn luck(book: &Book) -> (u64, usize) {
    (book.programme.settings.seed as u64, book.programme.settings.trials as usize)
}

fn sampled(book: &Book) -> Sampled<'_> {
    Sampled::new(&book.programme, &book.scenarios, &book.uncertainty, luck(book))
}

fn played(book: &Book, kept: Option<&Kept>, first: Option<First<'_>>) -> Played {
    let (seed, trials) = luck(book);
    play_on(&sampled(book), &book.precision, (seed, trials, 0), kept, &|_| {}, first).expect("every check holds")
}

fn kept(book: Book) -> Kept {
    let played = played(&book, None, None);
    Kept::new(luck(&book), (book.programme, book.scenarios), book.uncertainty, played)
}

/// Where the scenarios of a workbook are taken from: `-` is played, `*` everything is.
fn taken(book: &Book, kept: &Kept) -> String {
    let sampled = sampled(book);
    let word = |taken: Taken| if let Taken::Kept(at) = taken { at.to_string() } else { "-".to_owned() };
    let taken = kept.taken(&sampled, &sampled.entered(), luck(book));
    taken.map_or_else(|| "*".to_owned(), |taken| taken.into_iter().map(word).collect())
}

/// What is kept of a run of one workbook changes nothing of what another one comes to, which the first trials tell too.
fn assert_same(after: &Book, kept: &Kept, what: &str) {
    let heard = |kept: Option<&Kept>| {
        let mut heard = Vec::new();
        let mut hear = |totals: &Totals| heard.push(totals.clone());
        let played = played(after, kept, Some(First { trials: 64, hear: &mut hear }));
        assert_eq!(played.trials.count(), luck(after).1, "{what}");
        // All that is kept of a run, to the last bit.
        format!("{played:?} {heard:?}")
    };
    assert!(heard(Some(kept)) == heard(None), "{what}");
}

/// An edit of [`BOOK`], and from where its three scenarios are taken then: with nothing uncertain, and with something.
const EDITS: [(&str, &str, &str, &str); 17] = [
    ("", "", "012", "012"),
    ("Gate|rebates.gate|0.8", "Gate|rebates.gate|0.7", "01-", "01-"),
    ("quotation.support|0.05", "quotation.support|0.04", "0-2", "0-2"),
    // Less includes Open, and the backlog is an input that may be uncertain.
    ("launch.backlog|40", "launch.backlog|50", "--2", "*"),
    ("Gate|rebates.gate|0.8|the old rule\n", "", "01", "01"),
    ("Less|include", "|registration.min_deal|10000|not the small ones\nLess|include", "--2", "*"),
    ("Gate|rebates", "More|quotation.support|0.12\nGate|rebates", "01-2", "01--"),
    // By what they do, not by what they are called. Cells say which edits are drawn, so with something uncertain a scenario
    // that has another place, name or reason is played.
    ("Less|include", "Lower|include", "012", "0-2"),
    ("the old rule", "the former rule", "012", "01-"),
    (
        "Less|include|Open|the same\n|quotation.support|0.05|dearer\nGate|rebates.gate|0.8|the old rule\n",
        "Gate|rebates.gate|0.8|the old rule\nLess|include|Open|the same\n|quotation.support|0.05|dearer\n",
        "021",
        "0--",
    ),
    ("quotation.support|0.09", "quotation.support|0.08", "*", "*"),
    ("expected_per_year|150", "expected_per_year|160", "*", "*"),
    ("settings.seed|5", "settings.seed|6", "*", "*"),
    ("settings.trials|66", "settings.trials|65", "*", "*"),
    ("settings.trials|66", "settings.trials|66\nsettings.months|14", "*", "*"),
    ("settings.trials|66", "settings.trials|66\nsettings.currency|USD", "*", "*"),
    ("settings.trials|66", "settings.trials|66\nsettings.precision|0.5", "*", "*"),
];

fn assert_each_edit(book: &str, is_uncertain: bool) {
    let before = kept(written(book));
    for (from, to, known, unknown) in EDITS {
        assert!(book.contains(from), "{from}");
        let (edited, expected) = (book.replacen(from, to, 1), if is_uncertain { unknown } else { known });
        let what = format!("\"{from}\" is now \"{to}\"");
        let after = written(&edited);
        assert_eq!(taken(&after, &before), expected, "{what}");
        assert_same(&after, &before, &what);
        // And back.
        assert_same(&written(book), &kept(after), &format!("no more: {what}"));
    }
}

fn of_kind(readings: &str, uncertain: &str, backlog: &str) -> String {
    BOOK.replace("{readings}", readings).replace("{uncertain}", uncertain).replace("{backlog}", backlog)
}

#[test]
fn a_run_that_takes_over_what_was_kept_is_the_whole_run() {
    assert_each_edit(&of_kind("static", "", ""), false);
}

#[test]
fn it_is_in_both_readings() {
    assert_each_edit(&of_kind("both", "", ""), false);
}

#[test]
fn it_is_where_inputs_of_the_baseline_and_of_a_scenario_are_drawn() {
    let book = of_kind("static", "|uniform|0.3|0.6", "|uniform|20|60");
    assert_each_edit(&book, true);
    let before = kept(written(&book));
    for (from, to) in [("|0.3|0.6", "|0.3|0.7"), ("|20|60", "|20|70"), ("|uniform|0.3|0.6", "")] {
        let after = written(&book.replacen(from, to, 1));
        assert_eq!(taken(&after, &before), "*", "{from}");
        assert_same(&after, &before, from);
    }
    // The first of the uncertain inputs.
    let after = written(&of_kind("static", "", ""));
    assert_same(&written(&book), &kept(after), "something is drawn now");
}

#[test]
fn it_is_in_every_system() {
    for name in ["full", "compensation-tracks", "services-programme", "uncertain-registration"] {
        let file = format!("{}/scenarios/{name}/scenario.xlsx", env!("CARGO_MANIFEST_DIR"));
        let grid = read(&std::fs::read(file).expect("a workbook")).expect("a grid");
        let of = |order: &dyn Fn(&mut Vec<Scenario>)| {
            let mut book = book(&grid);
            book.programme.settings.trials = 4;
            book.scenarios.iter_mut().for_each(|scenario| scenario.programme.settings.trials = 4);
            order(&mut book.scenarios);
            book
        };
        let (some, other) = (|all: &mut Vec<Scenario>| drop(all.pop()), |all: &mut Vec<Scenario>| all.reverse());
        let all = |_: &mut Vec<Scenario>| {};
        for (before, after) in [(of(&some), of(&all)), (of(&all), of(&some)), (of(&some), of(&other))] {
            let before = kept(before);
            assert!(taken(&after, &before).contains('0'), "{name}");
            assert_same(&after, &before, name);
        }
    }
}

#[test]
fn a_baseline_that_comes_to_something_else_is_taken_for_another() {
    let text = of_kind("static", "", "");
    let mut before = kept(written(&text));
    before.trials.breakdown.swap(0, 1);
    let after = written(&text.replacen("Gate|rebates.gate|0.8", "Gate|rebates.gate|0.7", 1));
    assert_eq!(taken(&after, &before), "01-", "nothing else tells them apart");
    assert!(format!("{:?}", played(&after, Some(&before), None)) == format!("{:?}", played(&after, None, None)));
}

#[test]
fn only_what_differs_is_played() {
    let text = of_kind("static", "", "");
    let (before, after) = (kept(written(&text)), written(&text.replacen("0.05", "0.04", 1)));
    let (some, luck) = (sampled(&after), luck(&after));
    let mut first = None;
    let played = before.play(&some, &after.precision, luck, &|_| {}, &mut first).expect("every check holds");
    let played = played.expect("something is taken over");
    // Kept figures are those of the old run, whatever they are: were the second scenario's played, it would not be so.
    let mut wrong = kept(written(&text));
    wrong.trials.breakdown.swap(2, 3);
    let swapped = wrong.play(&some, &after.precision, luck, &|_| {}, &mut first).expect("every check holds");
    let swapped = swapped.expect("something is taken over");
    assert_eq!(swapped.trials.breakdown[3], before.trials.breakdown[2]);
    assert_eq!(swapped.trials.breakdown[..3], played.trials.breakdown[..3]);
}
