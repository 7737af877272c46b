//! What must hold of a scenario as a whole, when all its rows are applied.

use crate::check::{Problem, programme_problems};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::inputs::{Inputs, ScenarioInput, Target};
use crate::model::launch::Launch;
use crate::model::market::Market;
use crate::model::population::population;
use crate::model::registration::Registration;
use crate::programme::Programme;
use crate::say;
use crate::scenario::Scenario;

/// Checks a scenario as a whole; what was wrong with the baseline already is told there.
pub(super) fn check(
    inputs: &Inputs,
    input: &ScenarioInput,
    scenario: &Scenario,
    broken_before: &[Problem],
    found: &mut Diagnostics,
) {
    let name = &scenario.name;
    let told_at = |key: &str| {
        let edit = scenario.edits.iter().rev().find(|edit| edit.place.name.contains(key));
        edit.map_or_else(|| input.at.clone(), |edit| edit.at.clone())
    };
    for problem in programme_problems(&scenario.programme) {
        if broken_before.contains(&problem) {
            continue;
        }
        let key = match &problem.target {
            Target::Parameter(key) => key,
            Target::Cell(_, _, column) => column,
        };
        let message = say!("in the scenario \"{name}\", {key} {problem}", name, key, problem = problem.message);
        found.push(Diagnostic::error(problem.id, message).at(&told_at(key)).hint(problem.hint.clone()));
    }
    if scenario.programme == inputs.programme && !found.has_errors() {
        found.push(
            Diagnostic::error("scenario-changes-nothing", say!("the scenario \"{name}\" equals the baseline", name))
                .at(&input.at)
                .hint(say!("its edits take each other back; remove it")),
        );
    }
    if !found.has_errors() && growth(inputs, &scenario.programme) > MOST_GROWTH {
        found.push(
            Diagnostic::error(
                "rate-leap",
                say!("in the scenario \"{name}\", {problem}", name, problem = too_much_growth()),
            )
            .at(&input.at)
            .hint(say!("set quotations.expected_per_year or the month's weight lower, or change the baseline")),
        );
    }
    if scenario.programme.launch.backlog > 0.0 && !found.has_errors() && !opens_anything(inputs, scenario) {
        found.push(
            Diagnostic::error(
                "launch-opens-nothing",
                say!("launch.backlog: the scenario \"{name}\" makes nothing eligible that was not before", name),
            )
            .at(&told_at("launch.backlog"))
            .hint(say!("edit registration.* in the same scenario, or remove the backlog")),
        );
    }
}

/// The most that a scenario multiplies a month's opportunities by.
const MOST_GROWTH: f64 = 100.0;

fn too_much_growth() -> String {
    say!("some month has more than {most} times the baseline's opportunities", most = MOST_GROWTH)
}

/// How many times the baseline's opportunities a scenario has in the month where it has most of them.
fn growth(inputs: &Inputs, edited: &Programme) -> f64 {
    let rates = |programme: &Programme| Market::rates(programme, inputs.programme.registration.propensity);
    let (baseline, own) = (rates(&inputs.programme), rates(edited));
    let strips = Market::strip_widths(&baseline);
    own.iter().zip(&strips).fold(0.0, |most, (rate, width)| f64::max(most, rate / width))
}

/// Why an edit of a workbook's valid baseline cannot be played, in words; `None` if it can.
pub fn obstacle(inputs: &Inputs, edited: &Programme) -> Option<String> {
    let problem = programme_problems(edited).into_iter().next();
    problem
        .map(|problem| format!("{} {}", problem.target, problem.message))
        .or_else(|| (growth(inputs, edited) > MOST_GROWTH).then(too_much_growth))
}

fn opens_anything(inputs: &Inputs, scenario: &Scenario) -> bool {
    let programme = &scenario.programme;
    let members = population(programme);
    let market = Market::new(programme, &members, inputs.programme.registration.propensity, (0, 1.0));
    let rules = [&Registration::new(programme), &Registration::new(&inputs.programme)];
    Launch::opens(&market, &members, rules)
}
