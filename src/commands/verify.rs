//! `verify`: plays a result again from what it carries, and confirms every cell.

use std::path::Path;

use crate::cli::VerifyArgs;
use crate::commands::chosen::choose;
use crate::commands::load::{bytes, understood};
use crate::commands::progress::Waiting;
use crate::commands::simulation::Simulation;
use crate::commands::{Failure, error, error_with_hint, print};
use crate::diagnostic::text;
use crate::embedded::{self, Embedded};
use crate::language::number::{grouped, written};
use crate::language::{speaking, suggest};
use crate::say;
use crate::sheet::confirm::{Confirmed, Difference, confirm};
use crate::sheet::{Cell, Grid, read, write};

/// Differences that are listed, at most.
const LISTED: usize = 50;
/// Letters of a text that are shown of a difference, at most.
const SHOWN: usize = 60;

/// Confirms a result, or tells what differs.
pub fn carry_out(args: &VerifyArgs) -> Result<(), Failure> {
    let (found, embedded) = open(&args.result)?;
    if embedded.version != env!("CARGO_PKG_VERSION") {
        let (version, own) = (&embedded.version, env!("CARGO_PKG_VERSION"));
        print(
            &(say!("this result was made by partnersim {version}, and this is partnersim {own}", version, own) + "\n"),
        );
    }
    let waiting = Waiting::new(args.quiet);
    let threads = args.threads.map(|threads| threads as usize);
    let language = embedded.language;
    let expected = speaking(language, || {
        let simulation = again(embedded, &args.result, threads, &waiting)?;
        let not_made =
            |reason: String| Failure::NotWritten(error(say!("the result could not be made again: {reason}", reason)));
        let bytes = write::workbook(&simulation.report()).map_err(|error| not_made(error.to_string()))?;
        read::read(&bytes).map_err(|error| not_made(error.message))
    })?;
    drop(waiting);
    let [found, expected] = [found, expected].map(without_embedded);
    let confirmed = confirm(&found, &expected);
    print(&told(&confirmed));
    if confirmed.holds() {
        return Ok(());
    }
    let differences = confirmed.differences.len() + confirmed.missing.len();
    if differences == 0 {
        let file = args.result.display();
        return Err(Failure::NotConfirmed(error_with_hint(
            say!("{file} was saved by a program that drops the values of formulas", file),
            say!("open it in a spreadsheet program, save it and verify it again"),
        )));
    }
    let (file, count) = (args.result.display(), grouped(differences as f64, 0));
    Err(Failure::NotConfirmed(error(say!("{file} is not what its inputs give: {count} differences", file, count))))
}

/// The cells of a result and what it carries; from here on its language is spoken, unless the command line asks for another.
///
/// # Errors
/// [`Failure::Refused`] for a file that is no result, or that does not tell where it came from.
pub(super) fn open(path: &Path) -> Result<(Grid, Embedded), Failure> {
    let shown = path.display().to_string();
    let grid = read::read(&bytes(path)?).map_err(|found| Failure::Refused(text::render(&shown, &found.into())))?;
    let embedded = Embedded::find(&grid).map_err(|reason| {
        Failure::Refused(error(say!("{file} cannot be played again: {reason}", file = shown, reason)))
    })?;
    suggest(embedded.language);
    Ok((grid, embedded))
}

/// Plays the run that a result came from.
fn again(embedded: Embedded, path: &Path, threads: Option<usize>, waiting: &Waiting) -> Result<Simulation, Failure> {
    let Embedded { file, sha256, options, grid, .. } = embedded;
    let mut loaded = understood(grid, &path.display().to_string(), (file, sha256))?;
    choose(&mut loaded, &options.scenarios)?;
    Simulation::play(loaded, options, threads, waiting, (None, None))
}

/// A result without the sheet that it is played from: that carries a seal of its own.
fn without_embedded(mut result: Grid) -> Grid {
    result.sheets.retain(|sheet| &*sheet.name != embedded::SHEET);
    result
}

/// What was confirmed and what was not, a line each.
fn told(confirmed: &Confirmed) -> String {
    let mut lines = Vec::new();
    for sheet in &confirmed.missing {
        lines.push(say!("the sheet {sheet} is missing", sheet));
    }
    for Difference { at, found, expected } in confirmed.differences.iter().take(LISTED) {
        let [found, expected] = shown([found.as_ref(), expected.as_ref()]);
        lines.push(say!("{at}: found {found}, expected {expected}", at, found, expected));
    }
    if confirmed.differences.len() > LISTED {
        let more = grouped((confirmed.differences.len() - LISTED) as f64, 0);
        lines.push(say!("and {more} more", more));
    }
    if confirmed.unsaved > 0 {
        let number = grouped(confirmed.unsaved as f64, 0);
        lines.push(say!("{number} formulas were saved without their values: nothing there can be confirmed", number));
    }
    for sheet in &confirmed.foreign {
        lines.push(say!("the sheet {sheet} is none of the program's and was not looked at", sheet));
    }
    let [figures, words, sheets] =
        [confirmed.figures, confirmed.words, confirmed.sheets].map(|number| grouped(number as f64, 0));
    lines.push(say!("{figures} figures and {words} texts on {sheets} sheets confirmed", figures, words, sheets));
    lines.join("\n") + "\n"
}

/// Two cells as a line shows them: of texts the part from where they differ.
fn shown(cells: [Option<&Cell>; 2]) -> [String; 2] {
    let alike = match cells {
        [Some(Cell::Text(found)), Some(Cell::Text(expected))] => {
            found.chars().zip(expected.chars()).take_while(|(found, expected)| found == expected).count()
        }
        _ => 0,
    };
    // A few letters before it say where that is.
    let skipped = if alike > SHOWN / 2 { alike - SHOWN / 4 } else { 0 };
    cells.map(|cell| match cell {
        None => say!("nothing"),
        Some(Cell::Text(text)) => {
            let part: String = text.chars().skip(skipped).take(SHOWN).collect();
            let (before, after) = (skipped > 0, text.chars().count() > skipped + SHOWN);
            format!("\"{}{part}{}\"", if before { "…" } else { "" }, if after { "…" } else { "" })
        }
        Some(Cell::Number(number) | Cell::Date(number)) => written(number.to_string()),
        Some(Cell::Bool(value)) => if *value { "TRUE" } else { "FALSE" }.to_owned(),
        Some(Cell::Error(error)) => error.clone(),
        Some(Cell::Unsaved) => say!("a formula without a value"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_texts_are_shown_where_they_differ() {
        let text = |end: &str| Cell::Text(format!("{}{end}", "The partners keep what they have, ".repeat(3)));
        let [one, other] = [text("and win."), text("or lose.")];
        let ends = shown([Some(&one), Some(&other)]);
        assert_eq!(ends, ["\"…hat they have, and win.\"", "\"…hat they have, or lose.\""]);
        assert_eq!(shown([Some(&Cell::Number(0.5)), None]), ["0.5", "nothing"]);
        assert_eq!(shown([Some(&Cell::Text("a".into())), Some(&Cell::Text("b".into()))]), ["\"a\"", "\"b\""]);
    }
}
