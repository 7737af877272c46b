//! Wanted rank correlations, their names found among the uncertain inputs.

use super::{Correlations, Uncertain};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::inputs::CorrelationsInput;
use crate::inputs::correlations::Named;
use crate::programme::Programme;
use crate::say;
use crate::schema::Value;
use crate::schema::place::{self, canonical, find_drawn};
use crate::schema::words::{alike, nearest};

/// The whole matrix of what the sheet gives, one triangle or both; `None` where it correlates nothing. Problems are
/// told.
pub fn build(
    wanted: &CorrelationsInput,
    drawn: &[Uncertain],
    programme: &Programme,
    found: &mut Diagnostics,
) -> Option<Correlations> {
    let mut place = |named: &[Named]| {
        let mut places: Vec<Option<usize>> = Vec::with_capacity(named.len());
        for name in named {
            let at = known(name, drawn, programme, found);
            let first = at.and_then(|at| places.iter().position(|other| *other == Some(at)));
            if let Some(first) = first {
                let message =
                    say!("{name} stands twice, first in {cell}", name = drawn_name(drawn, at), cell = named[first].at);
                let error = Diagnostic::error("correlation-twice", message).at(&name.at);
                found.push(error.hint(say!("keep one of the two")));
            }
            places.push(at.filter(|_| first.is_none()));
        }
        places
    };
    let (rows, columns) = (place(&wanted.rows), place(&wanted.columns));
    // In the order of the sheet: a line added at its end changes no earlier input. A triangle may leave out the last
    // name on one side, and the first on the other.
    let first = columns.first().copied().flatten();
    let (lead, follow) = if rows.contains(&first) { (&rows, &columns) } else { (&columns, &rows) };
    let mut inputs: Vec<usize> = Vec::new();
    for at in lead.iter().chain(follow).flatten() {
        if !inputs.contains(at) {
            inputs.push(*at);
        }
    }
    let size = inputs.len();
    let mut given = vec![vec![None; size]; size];
    for (row, column, value, at) in &wanted.given {
        let (Some(row), Some(column)) = (rows[*row], columns[*column]) else { continue };
        let place = |input: usize| inputs.iter().position(|at| *at == input);
        let (Some(i), Some(j)) = (place(row), place(column)) else { continue };
        if i == j && *value != 1.0 {
            let message = say!(
                "{name} has a correlation of {value} with itself",
                name = drawn[row].name,
                value = Value::Number(*value).shown()
            );
            let error = Diagnostic::error("correlation-with-itself", message).at(at);
            found.push(error.hint(say!("leave the diagonal blank, or write 1")));
        } else if let Some((other, first)) = given[j][i].filter(|(other, _)| other != value) {
            let (one, two) = (place::said(&drawn[row].name), place::said(&drawn[column].name));
            let message = say!(
                "the correlation of {one} and {two} is {value} here and {other} in {cell}",
                one,
                two,
                value = Value::Number(*value).shown(),
                other = Value::Number(other).shown(),
                cell = first
            );
            let error = Diagnostic::error("correlation-mismatch", message).at(at);
            found.push(error.hint(say!("fill in one triangle only, or the same figure twice")));
        }
        given[i][j] = Some((*value, at));
    }
    let value = |i: usize, j: usize| match (i == j, given[i][j].or(given[j][i])) {
        (true, _) => 1.0,
        (false, Some((value, _))) => value,
        (false, None) => 0.0,
    };
    let matrix: Vec<Vec<f64>> = (0..size).map(|i| (0..size).map(|j| value(i, j)).collect()).collect();
    let any = (0..size).any(|i| (0..i).any(|j| matrix[i][j] != 0.0));
    any.then(|| Correlations {
        names: inputs.iter().map(|at| drawn[*at].name.clone()).collect(),
        matrix,
        at: wanted.at.clone(),
    })
}

fn drawn_name(drawn: &[Uncertain], at: Option<usize>) -> &str {
    at.and_then(|at| drawn.get(at)).map_or("", |input| input.name.as_str())
}

/// Problems after which distributions are missing that the workbook has.
const HEADINGS_LOST: [&str; 3] = ["unknown-heading", "missing-heading", "unknown-sheet"];

/// The place among the inputs of a name on the sheet; what is none of them is told.
fn known(named: &Named, drawn: &[Uncertain], programme: &Programme, found: &mut Diagnostics) -> Option<usize> {
    let name = named.name.as_str();
    // A table may be called by its French name.
    let full = |target: &str| canonical(target, &find_drawn(target, programme).ok()?);
    let canonical = match name.split_once(": ") {
        Some((scenario, target)) => full(target.trim()).map(|target| format!("{}: {target}", scenario.trim())),
        None => full(name),
    };
    let is =
        |input: &Uncertain| alike(&input.name, name) || canonical.as_deref().is_some_and(|own| alike(&input.name, own));
    let at = drawn.iter().position(is);
    if at.is_none() {
        let names = drawn.iter().map(|input| input.name.as_str());
        let error = match canonical {
            // Its distribution may be among what could not be read.
            Some(_) if found.iter().any(|told| HEADINGS_LOST.contains(&told.id)) => return None,
            Some(full) => {
                Diagnostic::error("fixed-correlated", say!("{name} is not uncertain", name = place::said(&full)))
                    .hint(say!("give it a distribution, or remove it from this sheet"))
            }
            None => {
                let hint = match nearest(name, names) {
                    Some(near) => say!("did you mean {near}?", near),
                    None => say!("write the key or the cell of an uncertain input, or an edit as Scenario: key"),
                };
                Diagnostic::error("unknown-correlated", say!("\"{name}\" names no uncertain input", name)).hint(hint)
            }
        };
        found.push(error.at(&named.at));
    }
    at
}
