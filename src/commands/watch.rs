//! `watch`: `run` at each save of the workbook.

use crate::cli::{RunArgs, WatchArgs};
use crate::commands::load::read_as;
use crate::commands::run::{result, simulate, tell};
use crate::commands::{Failure, interrupt, output};
use crate::embedded::Extent;
use crate::language::number;
use crate::report::guardrails;
use crate::report::since::Headline;
use crate::say;
use crate::sim::run::First;
use crate::study::played::Kept;

mod look;
mod saves;

use look::FirstLook;
use saves::Saves;

/// Simulates the workbook as it is and then at each save, until it is interrupted. What is wrong with a save is told, and
/// the next one is waited for.
///
/// # Errors
/// [`Failure::Refused`] where the workbook cannot be read at first, [`Failure::NotWritten`] where the result cannot be
/// written.
pub fn carry_out(args: &WatchArgs) -> Result<(), Failure> {
    let run = &args.run;
    let extent = if args.whole { Extent::Whole } else { Extent::Answer };
    let result = result(run);
    output::refuse_places(&[&run.input], (&result, run.writing.force), &[])?;
    let mut saves = Saves::of(&run.input)?;
    interrupt::watches(&run.input);
    if !run.writing.quiet {
        eprintln!("{}\n", announced(run, extent));
    }
    let mut look = FirstLook::default();
    let mut before: Option<Headline> = None;
    let mut kept: Option<Kept> = None;
    loop {
        let played = saves.newest().and_then(|bytes| {
            let loaded = read_as(&run.input, &bytes)?;
            let mut hear = look.at(run, extent, &loaded);
            let first = hear.as_mut().map(|hear| First { trials: look::TRIALS, hear });
            simulate(run, extent, loaded, &result, (kept.as_ref(), first))
        });
        match played {
            Ok(simulation) => {
                let story = simulation.story();
                eprint!("{}", guardrails::stops(&story));
                let now = Headline::of(&story);
                if let Some(before) = before.filter(|_| !run.writing.quiet) {
                    tell(run, &format!("\n{}", now.since(&before, say!("Since the last save"))));
                }
                before = Some(now);
                kept = simulation.kept();
            }
            Err(failure) => eprintln!("{failure}"),
        }
        if !run.writing.quiet {
            eprintln!();
        }
    }
}

/// What is done at each save, and how to have what is not.
fn announced(run: &RunArgs, extent: Extent) -> String {
    let file = run.input.display();
    if extent.is_whole() {
        return say!("watching {file}: a whole run at each save, until Ctrl-C", file);
    }
    let trials = number::grouped(run.trials.unwrap_or(Extent::MOST_TRIALS) as f64, 0);
    let watching = say!("watching {file}: at most {trials} trials at each save, until Ctrl-C", file, trials);
    let options = say!(
        "It answers at once: in one reading (or --reading both), without a ledger (or --ledger SCENARIO), without what each \
         change brings, which uncertain input decides and partners that nothing changes for. All of it: --whole, or \
         partnersim run."
    );
    format!("{watching}\n{options}")
}
