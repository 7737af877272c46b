//! Two results held against each other: which inputs differ, which figures moved, and what explains the moves.

use crate::language::number::{fixed, signed};
use crate::measures::Unit;
use crate::programme::Date;
use crate::report::words::{money, money_change, percent, pieces, points, reading_word, whole_percent};
use crate::report::{Block, Kind, Page, Report, contents};
use crate::say;
use crate::stats::interval::Estimate;
use crate::study::comparison::{Change, Explained, Moved};

mod answer;
mod explained;
mod inputs;
mod measures;
mod text;

use answer::{answers, remarks};
pub use text::text;

/// Headline figures on the first sheet, at most.
const MOST_ROWS: usize = 24;

/// All that is told of two results, A and B.
#[derive(Debug)]
pub struct Told<'a> {
    /// Names of their files, without folders.
    pub files: [String; 2],
    /// Versions of the program that made them.
    pub versions: [&'a str; 2],
    /// Seeds.
    pub seeds: [u64; 2],
    /// Trials that were played.
    pub trials: [usize; 2],
    /// Currency of all amounts.
    pub currency: &'a str,
    /// Start of the second programme: the day of the document.
    pub start: Date,
    /// What differs between the inputs.
    pub changes: &'a [Change],
    /// All figures that both have.
    pub moves: &'a [Moved],
    /// The headline figures, taken apart.
    pub explained: &'a [Explained],
}

/// The workbook of a comparison.
pub fn report(told: &Told<'_>) -> Report {
    let [a, b] = &told.files;
    Report {
        title: say!("{a} and {b}", a, b),
        subject: say!("What differs between two results, and why"),
        created: told.start,
        currency: told.currency.to_owned(),
        pages: contents::bound(
            summary(told),
            [(Kind::Subjects, vec![inputs::page(told), measures::page(told), explained::page(told)])],
        ),
        embedded: Vec::new(),
        names: Vec::new(),
    }
}

fn summary(told: &Told<'_>) -> Page {
    let [a, b] = &told.files;
    let mut blocks: Vec<Block> = answers(told).into_iter().map(Block::Answer).collect();
    blocks.extend(remarks(told).into_iter().map(Block::Text));
    let headline = headline(told);
    blocks.push(Block::Heading(say!("Headline figures")));
    if headline.len() < told.explained.len() {
        blocks.push(Block::Text(say!(
            "The {most} of {all} that moved most against their standard error; all that moved are on the sheet {sheet}.",
            most = MOST_ROWS,
            all = told.explained.len(),
            sheet = say!("Measures")
        )));
    }
    blocks.push(Block::Table(measures::table(told, "headline_moves", &headline)));
    Page {
        name: say!("Summary"),
        title: say!("What moved between two results"),
        subtitle: say!("A: {a}; B: {b}", a, b),
        one_page: true,
        blocks,
    }
}

/// The headline figures of the first sheet in their order, no more than its printed page has room for.
fn headline<'a>(told: &Told<'a>) -> Vec<&'a Moved> {
    let all = || told.explained.iter().map(|explained| &explained.moved).enumerate();
    let mut ranked: Vec<(usize, &Moved)> = all().collect();
    let far = |moved: &Moved| {
        let change = moved.effects.change;
        if change.value == 0.0 { 0.0 } else { change.value.abs() / change.se }
    };
    ranked.sort_by(|(_, a), (_, b)| far(b).total_cmp(&far(a)));
    ranked.truncate(MOST_ROWS);
    ranked.sort_by_key(|(at, _)| *at);
    ranked.into_iter().map(|(_, moved)| moved).collect()
}

impl Explained {
    /// The share of the move that an effect explains; 0 where nothing moved.
    fn share(&self, effect: Estimate) -> f64 {
        let whole = self.moved.effects.change.value;
        if whole == 0.0 { 0.0 } else { effect.value / whole }
    }

    /// The change that does most alone, by its place, and its share of the move.
    fn largest(&self) -> Option<(usize, f64)> {
        let known = self.alone.iter().enumerate().filter_map(|(at, effect)| Some((at, (*effect)?)));
        let largest = known.max_by(|(_, a), (_, b)| a.value.abs().total_cmp(&b.value.abs()))?;
        (largest.1.value != 0.0).then(|| (largest.0, self.share(largest.1)))
    }
}

/// A share that is said as 0 %.
const SMALLEST: f64 = 0.005;

fn said_share(share: f64) -> String {
    whole_percent(if share.abs() < SMALLEST { 0.0 } else { share })
}

/// What a figure is called in a sentence: `Baseline, partner front margin`.
fn name(told: &Told<'_>, moved: &Moved) -> String {
    let programme = programme(moved);
    let measure = moved.measure.label.to_lowercase();
    let both = told.moves.iter().any(|other| other.reading != told.moves[0].reading);
    let reading = reading_word(moved.reading);
    match (moved.of_difference, both) {
        (false, false) => say!("{programme}, {measure}", programme, measure),
        (true, false) => say!("{programme}, difference of {measure} with the baseline", programme, measure),
        (false, true) => say!("{programme} ({reading}), {measure}", programme, reading, measure),
        (true, true) => {
            say!("{programme} ({reading}), difference of {measure} with the baseline", programme, reading, measure)
        }
    }
}

fn programme(moved: &Moved) -> String {
    if moved.programme.is_empty() { say!("Baseline") } else { moved.programme.clone() }
}

/// A figure in words, a difference with its sign.
fn value(told: &Told<'_>, moved: &Moved, value: f64) -> String {
    let unit = moved.measure.unit;
    if moved.of_difference {
        return change(unit, value, told.currency);
    }
    match unit {
        Unit::Money if value < 0.0 => money_change(value, told.currency),
        Unit::Money => money(value, told.currency),
        Unit::Fraction => percent(value),
        Unit::Count => pieces(value),
        Unit::Days | Unit::Index => fixed(value, 1),
    }
}

/// A change in words, with its sign.
fn change(unit: Unit, value: f64, currency: &str) -> String {
    match unit {
        Unit::Money => money_change(value, currency),
        Unit::Fraction => points(value),
        Unit::Count | Unit::Days | Unit::Index if value.abs() < 0.05 => fixed(0.0, 1),
        Unit::Count | Unit::Days | Unit::Index => signed(value, 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_sheet_leads_to_the_others() {
        let told = Told {
            files: ["a.xlsx", "b.xlsx"].map(str::to_owned),
            versions: ["1", "1"],
            seeds: [1, 1],
            trials: [9, 9],
            currency: "EUR",
            start: Date { year: 2017, month: 2, day: 1 },
            changes: &[],
            moves: &[],
            explained: &[],
        };
        let pages = report(&told).pages;
        assert!(pages[0].one_page, "it prints on one page");
        let Some(Block::Contents(sections)) = pages[0].blocks.last() else { panic!("no contents") };
        let listed: Vec<&str> = sections.iter().flat_map(|it| &it.entries).map(|entry| entry.name.as_str()).collect();
        assert_eq!(listed, ["Inputs that differ", "Measures", "What explains it"]);
    }
}
