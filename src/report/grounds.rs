//! What the figures of the first page rest on: the assumptions that matter most, and how well founded the values are.

use crate::inputs::{Inputs, Target};
use crate::language::number;
use crate::report::sensitivity::{cell, titles, unit as unit_of};
use crate::report::words::{Scaled, count, list, scaled};
use crate::report::{Block, Cell, Column, Format, Story, Table};
use crate::say;
use crate::schema::partners::is_list;
use crate::schema::{self, Basis};
use crate::study::ledger::{Rests, ledger};
use crate::study::{Decision, Sensitivity};

/// So many assumptions stand on the page.
const MOST: usize = 3;

/// How many values of the inputs have each basis.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Bases {
    facts: usize,
    derived: usize,
    assumed: usize,
    unsaid: usize,
}

impl Bases {
    /// Of all values that are simulated: parameters and cells of tables; of a list of partners each column is one value,
    /// founded as its first row says, for thousands of sales figures would hide how well founded the rules are.
    fn of(inputs: &Inputs) -> Bases {
        let parameters = schema::parameters().map(|parameter| Target::Parameter(parameter.key));
        let cells = schema::TABLES.iter().flat_map(|table| {
            let columns = table.columns.iter().skip(1);
            let rows = (table.len)(&inputs.programme);
            let rows = if is_list(table) { rows.min(1) } else { rows };
            columns.flat_map(move |column| (0..rows).map(move |row| Target::Cell(table.sheet.en, row, column.key)))
        });
        let mut bases = Bases::default();
        for target in parameters.chain(cells) {
            match inputs.origins.get(&target).and_then(|origin| origin.basis) {
                Some(Basis::Fact) => bases.facts += 1,
                Some(Basis::Derived) => bases.derived += 1,
                Some(Basis::Assumption) => bases.assumed += 1,
                None => bases.unsaid += 1,
            }
        }
        bases
    }

    /// The shares in a sentence.
    fn said(self) -> String {
        let Bases { facts, derived, assumed, unsaid } = self;
        let values = facts + derived + assumed + unsaid;
        let share = |part: usize| match (part, values) {
            (_, 0) => 0,
            (part, values) => (part as f64 / values as f64 * 100.0).round() as usize,
        };
        let mut parts = vec![
            say!("{share} % assumptions", share = share(assumed)),
            say!("{share} % facts", share = share(facts)),
            say!("{share} % derived from facts", share = share(derived)),
        ];
        if unsaid > 0 {
            parts.push(say!("{share} % without a stated basis", share = share(unsaid)));
        }
        let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
        say!(
            "Of {values} input values: {parts} (sheet {sheet}).",
            values = count(values as f64),
            parts = list(&parts),
            sheet = say!("Inputs")
        )
    }
}

/// The blocks of the first page: what matters most, and how much rests on assumptions.
pub fn blocks(story: &Story<'_>) -> Vec<Block> {
    let founded = Bases::of(story.inputs).said();
    let found = story.sensitivity.filter(|found| !found.factors.is_empty() && !found.decisions.is_empty());
    match found {
        Some(found) => {
            let said = format!("{} {founded}{}", said(story, found), variance(found));
            vec![Block::Text(said), Block::Table(table(story, found))]
        }
        None => vec![Block::Text(format!("{} {founded}", unstudied(story)))],
    }
}

/// What stands where no input was tried.
pub fn unstudied(story: &Story<'_>) -> String {
    match (story.scenarios.is_empty(), story.drawn.is_some()) {
        (false, true) if !story.run.extent.is_whole() => {
            say!("Which assumptions matter most was not studied, to answer at once: a run (partnersim run) does.")
        }
        (true, _) => say!("Which assumptions matter most is not studied: there is no scenario to decide on."),
        (false, false) => say!(
            "Which assumptions matter most is not known: every input is taken as certain, and the ranges hold luck alone. Enter \
             a distribution for the doubtful ones (sheet Parameters, columns Distribution to High) and run again."
        ),
        (false, true) => say!("Which assumptions matter most cannot be told from so few trials."),
    }
}

/// The heading of the table.
fn said(story: &Story<'_>, found: &Sensitivity) -> String {
    let (inputs, measure) = (found.factors.len(), found.measure.label.said());
    let sheet = say!("Sensitivity");
    let trials = count(story.summary.trials as f64);
    match inputs > MOST {
        true => say!(
            "The {most} of {inputs} uncertain inputs that matter most to the difference in {measure}, by their share of its \
             variance over {trials} futures (all on the sheet {sheet}).",
            most = MOST,
            inputs,
            measure = lowered(measure),
            trials,
            sheet
        ),
        false => say!(
            "The uncertain inputs and what they do to the difference in {measure}, by their share of its variance over {trials} \
             futures (more on the sheet {sheet}).",
            measure = lowered(measure),
            trials,
            sheet
        ),
    }
}

/// A label within a sentence.
fn lowered(label: &str) -> String {
    let mut letters = label.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// How much of what is uncertain rests on assumptions, where that differs from nothing.
fn variance(found: &Sensitivity) -> String {
    let share = |decision: &Decision| -> f64 {
        let lines = ledger(decision, &found.factors);
        lines.iter().filter(|line| line.rests == Rests::On(Some(Basis::Assumption))).map(|line| line.share).sum()
    };
    let widest = found.decisions.iter().map(|decision| (share(decision), decision.name.as_str()));
    match widest.max_by(|one, other| one.0.total_cmp(&other.0)) {
        Some((share, scenario)) if share >= 0.005 => {
            let share = number::fixed(share * 100.0, 0);
            format!(" {}", say!("Assumptions make up to {share} % of the variance ({scenario}).", share, scenario))
        }
        _ => String::new(),
    }
}

/// The inputs that matter most, each with the scenario to which it matters most.
fn largest(found: &Sensitivity) -> Vec<(usize, &Decision, f64)> {
    let mut inputs: Vec<(usize, &Decision, f64)> = (0..found.factors.len())
        .filter_map(|at| {
            let share = |decision: &Decision| Some(decision.share(decision.effects.get(at)?).clamp(0.0, 1.0));
            let shares = found.decisions.iter().filter_map(|decision| Some((decision, share(decision)?)));
            let most = shares.reduce(|most, next| if next.1 > most.1 { next } else { most })?;
            Some((at, most.0, most.1))
        })
        .collect();
    inputs.sort_by(|one, other| other.2.total_cmp(&one.2));
    inputs.truncate(MOST);
    inputs
}

fn table(story: &Story<'_>, found: &Sensitivity) -> Table {
    let currency = &story.inputs.programme.settings.currency;
    let titles = titles(found);
    let total = story.summary.programmes[0].measure(found.measure.id).mean;
    let Scaled { changes: change, unit: counted, .. } = scaled(found.measure.unit, total, currency);
    let rows = largest(found).into_iter().map(|(at, decision, share)| {
        let (factor, effect) = (&found.factors[at], &decision.effects[at]);
        let [low, .., high] = factor.percentiles;
        let [at_low, at_high] = effect.ends();
        vec![
            Cell::text(match unit_of(factor, currency) {
                "" | "%" => titles[at].clone(),
                unit => format!("{}, {unit}", titles[at]),
            }),
            Cell::text(factor.basis.map_or_else(String::new, basis)),
            Cell::text(&*decision.name),
            cell(factor, low),
            cell(factor, high),
            Cell::Figure(at_low, change),
            Cell::Figure(at_high, change),
            Cell::Number(share),
        ]
    });
    let figure = |heading: String| Column::new(heading, Format::Plain, 9);
    Table {
        id: "key_assumptions".to_owned(),
        columns: vec![
            Column::new(say!("Uncertain input"), Format::Plain, 20),
            Column::new(say!("Basis"), Format::Plain, 7)
                .note(say!("fact, derived or assumption, as the workbook says.")),
            Column::new(say!("Matters most to"), Format::Plain, 22)
                .note(say!("The scenario in whose difference the input makes the largest share of the variance.")),
            figure(say!("Low")).note(say!("5th percentile of what the workbook holds possible.")),
            figure(say!("High")).note(say!("95th percentile of what the workbook holds possible.")),
            figure(say!("At low, {unit}", unit = &*counted))
                .note(say!("Mean difference with the input at its low end and all others as entered.")),
            figure(say!("At high, {unit}", unit = &*counted))
                .note(say!("Mean difference with the input at its high end and all others as entered.")),
            Column::new(say!("Share of variance"), Format::WholePercent, 8)
                .note(say!("How much of the spread of the difference comes from this input.")),
        ],
        rows: rows.collect(),
        totals: None,
    }
}

/// The word of a basis.
fn basis(basis: Basis) -> String {
    match basis {
        Basis::Fact => say!("fact"),
        Basis::Derived => say!("derived"),
        Basis::Assumption => say!("assumption"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_of_values_are_told_by_basis() {
        // 3 of 12 are a quarter, 1 of 12 is 8.3 %.
        let bases = Bases { facts: 3, derived: 1, assumed: 6, unsaid: 2 };
        assert_eq!(
            bases.said(),
            "Of 12 input values: 50 % assumptions, 25 % facts, 8 % derived from facts and 17 % without a stated basis (sheet \
             Inputs)."
        );
        let all_said = Bases { facts: 1, derived: 0, assumed: 1, unsaid: 0 };
        assert!(!all_said.said().contains("without"), "{}", all_said.said());
    }

    #[test]
    fn labels_are_lowered_within_sentences() {
        assert_eq!(lowered("Vendor contribution"), "vendor contribution");
        assert_eq!(lowered(""), "");
    }
}
