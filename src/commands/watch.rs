//! `watch`: `run` at each save of the workbook.

use crate::cli::{WATCHED_TRIALS, WatchArgs};
use crate::commands::load::read_as;
use crate::commands::run::{result, simulate, tell};
use crate::commands::{Failure, interrupt, output};
use crate::report::guardrails;
use crate::report::since::Headline;
use crate::say;

mod saves;

use saves::Saves;

/// Simulates the workbook as it is and then at each save, until it is interrupted. What is wrong with a save is told, and
/// the next one is waited for.
///
/// # Errors
/// [`Failure::Refused`] where the workbook cannot be read at first, [`Failure::NotWritten`] where the result cannot be
/// written.
pub fn carry_out(args: &WatchArgs) -> Result<(), Failure> {
    let mut run = args.run.clone();
    let trials = *run.trials.get_or_insert(WATCHED_TRIALS);
    let result = result(&run);
    output::refuse_foreign(Some(&run.input), &result, run.writing.force)?;
    let mut saves = Saves::of(&run.input)?;
    interrupt::watches(&run.input);
    if !run.writing.quiet {
        let file = run.input.display();
        eprintln!("{}\n", say!("watching {file}: {trials} trials at each save, until Ctrl-C", file, trials));
    }
    let mut before: Option<Headline> = None;
    loop {
        let played = saves.newest().and_then(|bytes| simulate(&run, read_as(&run.input, &bytes)?, &result));
        match played {
            Ok(simulation) => {
                let story = simulation.story();
                eprint!("{}", guardrails::stops(&story));
                let now = Headline::of(&story);
                if let Some(before) = before.filter(|_| !run.writing.quiet) {
                    tell(&run, &format!("\n{}", now.since(&before)));
                }
                before = Some(now);
            }
            Err(failure) => eprintln!("{failure}"),
        }
        if !run.writing.quiet {
            eprintln!();
        }
    }
}
