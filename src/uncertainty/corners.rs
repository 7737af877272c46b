//! What is drawn must be programmes that hold together, such as levels in the order of their thresholds. Their rules
//! compare values by twos, so it is enough to look at the ends of the distributions.

use super::{Uncertain, Uncertainty, shown};
use crate::check::{Problem, programme_problems};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::law::Family;
use crate::programme::Programme;
use crate::say;
use crate::scenario::Scenario;
use crate::schema::place;

/// Stands for the end of a tail that has none.
const TAIL: f64 = 1e-9;

/// One end of an input's distribution.
#[derive(Debug, Clone, Copy, PartialEq)]
struct End {
    value: f64,
    is_high: bool,
}

/// Checks every input at both ends of its distribution, the others as they are entered, and every two that a rule may
/// compare at their four corners. The entered programmes have no problem.
pub fn check(uncertainty: &Uncertainty, baseline: &Programme, scenarios: &[Scenario], found: &mut Diagnostics) {
    let inputs = &uncertainty.inputs;
    let problem = |ends: &[(&Uncertain, End)]| {
        let drawn = ends.iter().map(|(input, _)| (*input).clone()).collect();
        let values: Vec<f64> = ends.iter().map(|(_, end)| end.value).collect();
        let world = Uncertainty { inputs: drawn, correlations: None }.world(baseline, scenarios, &values);
        world.family().into_iter().find_map(|programme| programme_problems(programme).into_iter().next())
    };
    let mut sound: Vec<Vec<End>> = Vec::with_capacity(inputs.len());
    for input in inputs {
        let mut kept = Vec::new();
        for end in ends(input) {
            match problem(&[(input, end)]) {
                Some(problem) => found.push(broken(&problem, &[(input, end)])),
                None => kept.push(end),
            }
        }
        sound.push(kept);
    }
    for (at, input) in inputs.iter().enumerate() {
        for (other, ends) in inputs.iter().zip(&sound).take(at).filter(|(other, _)| may_be_compared(other, input)) {
            let corners = ends.iter().flat_map(|first| sound[at].iter().map(move |second| (*first, *second)));
            let corners = corners.map(|(first, second)| [(other, first), (input, second)]);
            // One corner of two inputs says enough.
            if let Some(error) = corners.into_iter().find_map(|corner| Some(broken(&problem(&corner)?, &corner))) {
                found.push(error);
            }
        }
    }
}

/// The lowest and the highest value.
fn ends(input: &Uncertain) -> [End; 2] {
    let (low, high) = match input.law.law().family() {
        Family::Uniform | Family::Triangular | Family::Pert | Family::Beta | Family::Discrete | Family::Empirical => {
            input.law.support()
        }
        _ => (input.law.quantile(TAIL), input.law.quantile(1.0 - TAIL)),
    };
    [End { value: low, is_high: false }, End { value: high, is_high: true }]
}

/// Whether some rule may compare two inputs: cells of one table in one row or one column, or keys of one group.
fn may_be_compared(one: &Uncertain, other: &Uncertain) -> bool {
    let group = |key: &str| key.split('.').next().unwrap_or_default().to_owned();
    one.places.iter().any(|one| {
        other.places.iter().any(|other| match (one.cell(), other.cell()) {
            (Some((table, row, column)), Some((other, other_row, other_column))) => {
                table.sheet == other.sheet && (row == other_row || column.key == other_column.key)
            }
            (None, None) => group(&one.name) == group(&other.name),
            _ => false,
        })
    })
}

/// A problem of the programmes at a corner, at the last input's cell.
fn broken(problem: &Problem, corner: &[(&Uncertain, End)]) -> Diagnostic {
    let with = corner.iter().map(|(input, end)| {
        let value = input.places.first().map_or_else(String::new, |place| shown(place, end.value));
        let end = if end.is_high { say!("its highest") } else { say!("its lowest") };
        say!("{name} at {value} ({end})", name = place::said(&input.name), value, end)
    });
    let with = with.reduce(|first, second| say!("{first} and {second}", first, second)).unwrap_or_default();
    let problem = format!("{} {}", problem.target.subject(), problem.message);
    let message = say!("with {corner}, {problem}", corner = with, problem);
    let error = Diagnostic::error("uncertain-breaks-rule", message).hint(say!("narrow the distribution"));
    match corner.last() {
        Some((input, _)) => error.at(&input.at),
        None => error,
    }
}
