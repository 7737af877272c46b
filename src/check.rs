//! What a programme must satisfy as a whole, beyond each value being of its kind and in its range.

use crate::diagnostic::{Diagnostic, Diagnostics, Severity};
use crate::inputs::{Inputs, Target};
use crate::programme::Programme;
use crate::say;
use crate::schema::words::folded;
use crate::schema::{TABLES, Text, Value};
use crate::units::Rate;

mod compensation;
mod levels;
mod market;
pub mod memory;
mod population;
mod savings;
mod services;

pub use market::MOST_SEGMENTS;

/// Something about a programme that does not hold together.
#[derive(Debug, Clone, PartialEq)]
pub struct Problem {
    /// The word that names the kind of problem.
    pub id: &'static str,
    /// The value it is told at.
    pub target: Target,
    /// What does not hold.
    pub message: String,
    /// What would mend it.
    pub hint: String,
}

/// Checks the baseline of a workbook; problems are located where their values stand.
pub fn baseline(inputs: &Inputs, found: &mut Diagnostics) {
    let programme = &inputs.programme;
    let mut problems = programme_problems(programme);
    let parameter = |key| Target::Parameter(key);
    if programme.registration.propensity == Rate::ZERO {
        problems.push(problem(
            "zero-propensity",
            parameter("registration.propensity"),
            say!("is 0 % in the baseline, so that the expected requests say nothing about the number of opportunities"),
            say!("enter how often eligible deals are registered; a scenario may set it to 0 %"),
        ));
    }
    if programme.launch.backlog > 0.0 {
        problems.push(problem(
            "launch-in-baseline",
            parameter("launch.backlog"),
            say!("is set in the baseline, which opens nothing"),
            say!("set it in the scenario that opens new eligibility"),
        ));
    }
    if programme.from_month != 1 {
        problems.push(problem(
            "late-baseline",
            parameter("scenario.from_month"),
            say!("is not 1 in the baseline, which holds from the start"),
            say!("set it in a scenario"),
        ));
    }
    memory::memory(programme, inputs.scenarios.len(), &mut problems);
    let broken = broken_tables(found);
    let was_read = |target: &Target| inputs.origins.get(target).is_some_and(|origin| origin.cell.is_some());
    problems.retain(|problem| !follows_from(problem, &broken, was_read));
    for problem in problems {
        found.push(located(inputs, &problem));
    }
}

/// The tables with a cell that could not be read, by their English sheet name.
fn broken_tables(found: &Diagnostics) -> Vec<&'static str> {
    let errors = found.iter().filter(|diagnostic| diagnostic.severity == Severity::Error);
    let sheets: Vec<String> = errors.filter_map(|error| error.at.as_ref()).map(|cell| folded(&cell.sheet)).collect();
    let is_broken = |name: Text| sheets.contains(&folded(name.en)) || sheets.contains(&folded(name.fr));
    TABLES.iter().map(|table| table.sheet).filter(|name| is_broken(*name)).map(|name| name.en).collect()
}

/// Whether a problem may only be there because a cell of a table could not be read: that cell is told, and what hangs on
/// it is left until it is mended.
fn follows_from(problem: &Problem, broken: &[&str], was_read: impl Fn(&Target) -> bool) -> bool {
    let in_broken = match problem.target {
        Target::Cell(table, ..) => broken.contains(&table),
        Target::Parameter(_) => false,
    };
    // A name that is none stands for itself, whatever is wrong beside it.
    let is_no = |table| broken.contains(&table) || in_broken && !was_read(&problem.target);
    match problem.id {
        "unknown-level" => is_no("Levels"),
        "unknown-track" => is_no("Tracks"),
        "number-of-partners" | "empty-pool" => {
            ["Levels", "Partners", "Partner groups"].iter().any(|table| broken.contains(table))
        }
        _ => in_broken,
    }
}

/// A problem as a diagnostic, at the cell of its value if a cell gave it, else at the cell that names its row.
fn located(inputs: &Inputs, problem: &Problem) -> Diagnostic {
    let message = format!("{} {}", problem.target.subject(), problem.message);
    let diagnostic = Diagnostic::error(problem.id, message).hint(problem.hint.clone());
    let cell = |target: &Target| inputs.origins.get(target).and_then(|origin| origin.cell.as_ref());
    let of_row = || match &problem.target {
        Target::Cell(sheet, row, _) => TABLES
            .iter()
            .find(|table| table.sheet.en == *sheet)
            .and_then(|table| cell(&Target::Cell(sheet, *row, table.columns[0].key))),
        Target::Parameter(_) => None,
    };
    match cell(&problem.target).or_else(of_row) {
        Some(cell) => diagnostic.at(cell),
        None => diagnostic,
    }
}

fn problem(id: &'static str, target: Target, message: impl Into<String>, hint: impl Into<String>) -> Problem {
    Problem { id, target, message: message.into(), hint: hint.into() }
}

/// What does not hold together in a programme, baseline or scenario.
pub fn programme_problems(programme: &Programme) -> Vec<Problem> {
    let mut problems = Vec::new();
    levels::levels(programme, &mut problems);
    population::population(programme, &mut problems);
    market::segments(programme, &mut problems);
    market::calendar(programme, &mut problems);
    market::discounts(programme, &mut problems);
    market::opportunities(programme, &mut problems);
    levels::rewards(programme, &mut problems);
    savings::lines(programme, &mut problems);
    savings::upfront(programme, &mut problems);
    compensation::problems(programme, &mut problems);
    services::services(programme, &mut problems);
    problems
}

fn count_words(number: i64) -> String {
    Value::Count(number).shown()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema;

    #[test]
    fn an_unread_cell_hides_only_what_hangs_on_it() {
        let mut programme = schema::defaults();
        programme.groups[1].traits.level = "Goldd".to_owned();
        programme.seasonality.pop();
        let problems = programme_problems(&programme);
        let told = |broken: &[&str], was_read: bool| -> Vec<&str> {
            let own = problems.iter().filter(|problem| !follows_from(problem, broken, |_| was_read));
            own.map(|problem| problem.id).collect()
        };
        assert_eq!(told(&[], false), ["unknown-level", "number-of-months"]);
        assert_eq!(told(&["Levels"], true), ["number-of-months"]);
        assert_eq!(told(&["Seasonality"], true), ["unknown-level"]);
        assert_eq!(told(&["Segments"], true), ["unknown-level", "number-of-months"]);
        assert_eq!(told(&["Partner groups"], true), ["unknown-level", "number-of-months"]);
        assert_eq!(told(&["Partner groups"], false), ["number-of-months"]);
    }
}
