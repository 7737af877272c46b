//! The page where there are more scenarios than sentences are read: those that stand out in words, all of them in a table
//! of one row each, with numbers by which the charts name them.

use super::notes::{behavioural_difference, edits_of_one, mean_difference, range_from, range_to};
use super::turned;
use crate::measures::{self, Measure};
use crate::report::glossary::BETTER;
use crate::report::headline::{best, both_sides, mean, raises, sentence};
use crate::report::words::{Scaled, count, list, scaled};
use crate::report::{Bars, Cell, Column, Format, Story, Table, alike};
use crate::say;
use crate::schema::Text;
use crate::schema::value::text;
use crate::summary::ProgrammeSummary;

/// So many scenarios have a sentence each, and a row for each of the printed measures.
const MOST_TOLD: usize = 6;
/// So many have so whatever they are called; more of them only where all their names have no more letters than this.
const FEW: usize = 3;
const MOST_LETTERS: usize = 200;
/// So many can be read on one sheet of paper.
const MOST_ON_ONE_PAGE: usize = 24;
/// The narrowest and the widest column of names, in characters.
const NARROWEST: u16 = 24;
const WIDEST: u16 = 48;

/// Whether the scenarios are many.
pub(super) fn are(scenarios: &[ProgrammeSummary]) -> bool {
    let letters = || scenarios.iter().map(letters).sum::<usize>();
    scenarios.len() > MOST_TOLD || scenarios.len() > FEW && letters() > MOST_LETTERS
}

fn letters(scenario: &ProgrammeSummary) -> usize {
    scenario.name.chars().count()
}

/// Whether the page is printed on one sheet of paper.
pub(super) fn fit_one_page(scenarios: &[ProgrammeSummary]) -> bool {
    scenarios.len() <= MOST_ON_ONE_PAGE
}

/// How many they are, and where they are found.
pub(super) fn counted(scenarios: &[ProgrammeSummary]) -> String {
    let sheet = say!("Scenarios");
    say!("{count} scenarios (sheet {sheet})", count = count(scenarios.len() as f64), sheet)
}

/// The heading of their numbers.
pub(super) fn number() -> String {
    say!("No.")
}

/// For whom they are better, and the decision sentences of those that are best for somebody.
pub(super) fn answers(story: &Story<'_>) -> String {
    let scenarios = &story.summary.programmes[1..];
    let [partner, vendor] = both_sides(story);
    let rising = |wanted: [bool; 2]| {
        let same = |scenario: &&ProgrammeSummary| [partner, vendor].map(|id| raises(scenario, id)) == wanted;
        count(scenarios.iter().filter(same).count() as f64)
    };
    let tally = say!(
        "Of {count} scenarios, better for both sides: {both}; for partners alone: {partners}; for the vendor alone: {vendor}; for \
         neither: {neither}.",
        count = count(scenarios.len() as f64),
        both = rising([true, true]),
        partners = rising([true, false]),
        vendor = rising([false, true]),
        neither = rising([false, false])
    );
    let whom = [say!("for partners"), say!("for the vendor"), say!("for both together")];
    let best = [
        best(scenarios, |of| mean(of, partner)),
        best(scenarios, |of| mean(of, vendor)),
        best(scenarios, |of| mean(of, partner) + mean(of, vendor)),
    ];
    let told = alike::groups(best.into_iter().flatten().enumerate()).into_iter().map(|(group, at)| {
        let whom: Vec<&str> = group.iter().map(|place| whom[*place].as_str()).collect();
        let said = sentence(story, &scenarios[at]);
        say!("• Best {whom}, no. {number}: {said}", whom = list(&whom), number = at + 1, said)
    });
    std::iter::once(tally).chain(told).collect::<Vec<_>>().join("\n")
}

/// What the behavioural reading makes of the scenarios, by number; nothing where it was not played.
pub(super) fn all_turns(story: &Story<'_>) -> Option<String> {
    let mut groups = turned(story);
    // What most have in common comes last.
    let (most, _) = groups.iter().enumerate().max_by_key(|(_, (group, _))| group.len())?;
    let (_, common) = groups.remove(most);
    let mut said: Vec<String> = groups.into_iter().map(|(group, turns)| numbered(&group, &turns)).collect();
    said.push(match said.is_empty() {
        true => say!("all scenarios: {turns}", turns = common),
        false => say!("the others: {turns}", turns = common),
    });
    Some(said.join("; "))
}

fn numbered(group: &[usize], turns: &str) -> String {
    // Of three or more in a row the first and the last.
    let runs = group.chunk_by(|one, next| one + 1 == *next).flat_map(|run| match run {
        [first, _, .., last] => vec![say!("{low} to {high}", low = first, high = last)],
        few => few.iter().map(usize::to_string).collect(),
    });
    say!("no. {numbers}: {turns}", numbers = list(&runs.collect::<Vec<_>>()), turns)
}

/// What each scenario brings partners and the vendor.
pub(super) fn table(story: &Story<'_>) -> Table {
    let summary = story.summary;
    let (baseline, scenarios) = (&summary.programmes[0], &summary.programmes[1..]);
    let sides = sides(story);
    let mut first = vec![Cell::Empty, Cell::text(baseline.shown())];
    for side in &sides {
        first.push(Cell::Number(baseline.measures[side.at].mean));
        first.extend(side.changes.iter().map(|_| Cell::Empty));
    }
    let rows = scenarios.iter().enumerate().map(|(place, scenario)| {
        let mut row = vec![Cell::text((place + 1).to_string()), Cell::text(&*scenario.name)];
        for Side { at, .. } in &sides {
            let difference = &scenario.differences[*at];
            let (low, high) = difference.statistics.range();
            row.push(Cell::Number(scenario.measures[*at].mean));
            row.extend([difference.statistics.mean, low, high, difference.probability_better].map(Cell::Number));
            let moved = summary.behavioural.as_ref().map(|moved| &moved[place + 1].differences[*at]);
            row.extend(moved.map(|moved| Cell::Number(moved.statistics.mean)));
        }
        row
    });
    let rows = std::iter::once(first).chain(rows).collect();
    let name = scenarios.iter().map(letters).max().unwrap_or(0);
    let name = u16::try_from(name).unwrap_or(WIDEST).clamp(NARROWEST, WIDEST);
    let mut columns = vec![
        Column::new(number(), Format::Plain, 5).note(say!("The number of the scenario in the charts.")),
        Column::new(say!("Scenario"), Format::Plain, name).note(edits_of_one()),
    ];
    for side in sides {
        columns.push(side.total);
        columns.extend(side.changes);
    }
    Table { id: "headline".to_owned(), columns, rows, totals: None }
}

/// Partners or the vendor in the table.
struct Side {
    /// The place of the measure.
    at: usize,
    /// The column of the measure itself.
    total: Column,
    /// The columns of its difference.
    changes: Vec<Column>,
}

fn sides(story: &Story<'_>) -> Vec<Side> {
    let (summary, currency) = (story.summary, &story.inputs.programme.settings.currency);
    let whose = [text("Partners", "Partenaires"), text("Vendor", "Constructeur")].map(Text::said);
    let measured = both_sides(story).into_iter().filter_map(measures::measure).zip(whose);
    let side = |((at, measure), whose): ((usize, &Measure), &str)| {
        let Scaled { values: shown, changes: change, unit: counted } =
            scaled(measure.unit, summary.programmes[0].measures[at].mean, currency);
        let figure = |heading: String| Column::new(heading, change, 9);
        let total = say!("{measure}, {unit}", measure = measure.label.said(), unit = counted);
        let mut changes = vec![
            figure(say!("{whose}: difference", whose)).note(mean_difference()).bars(Bars::ChangesOfAll),
            figure(say!("{whose}: 90 % range, from", whose)).note(range_from()),
            figure(say!("{whose}: 90 % range, to", whose)).note(range_to()),
            Column::new(say!("{whose}: better in", whose), Format::WholePercent, 9).note(BETTER).bars(Bars::Shares),
        ];
        if summary.behavioural.is_some() {
            changes.push(figure(say!("{whose}: behavioural difference", whose)).note(behavioural_difference()));
        }
        Side { at, total: Column::new(total, shown, 11).note(measure.help.said()), changes }
    };
    measured.map(side).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_a_row_are_said_by_their_ends() {
        assert_eq!(numbered(&[1, 2, 4, 5, 6, 9], "so"), "no. 1, 2, 4 to 6 and 9: so");
        assert_eq!(numbered(&[3], "so"), "no. 3: so");
    }
}
