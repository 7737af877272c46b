//! `check`: read, validate, and say so.

use crate::cli::CheckArgs;
use crate::commands::Failure;
use crate::commands::load::load;
use crate::say;
use crate::schema::Value;

/// Prints remarks, and a line on what the workbook holds.
pub fn carry_out(args: &CheckArgs) -> Result<(), Failure> {
    let loaded = load(&args.input)?;
    eprint!("{}", loaded.notes);
    let programme = &loaded.inputs.programme;
    let scenarios = match loaded.scenarios.len() {
        1 => say!("1 scenario"),
        several => say!("{several} scenarios", several),
    };
    let said = say!(
        "{file}: clean; {scenarios}, {partners} partners, {segments} segments, {levels} levels, {trials} trials over {months} \
         months",
        file = loaded.file,
        scenarios,
        partners = Value::Count(programme.partner_count()).shown(),
        segments = programme.segments.len(),
        levels = programme.levels.len(),
        trials = Value::Count(programme.settings.trials).shown(),
        months = programme.settings.months
    );
    eprintln!("{said}");
    Ok(())
}
