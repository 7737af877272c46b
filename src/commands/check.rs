//! `check`: read, validate, and say so.

use crate::cli::CheckArgs;
use crate::commands::Failure;
use crate::commands::load::load;

/// Prints remarks, and a line on what the workbook holds.
pub fn carry_out(args: &CheckArgs) -> Result<(), Failure> {
    let loaded = load(&args.input)?;
    eprint!("{}", loaded.notes);
    let programme = &loaded.inputs.programme;
    eprintln!(
        "{}: clean; {} scenarios, {} segments, {} levels, {} trials over {} months",
        loaded.file,
        loaded.scenarios.len(),
        programme.segments.len(),
        programme.levels.len(),
        programme.settings.trials,
        programme.settings.months
    );
    Ok(())
}
