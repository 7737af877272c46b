//! `selftest`: answers known in closed form, beside what the simulation gives.

use crate::cli::SelftestArgs;
use crate::commands::progress::Waiting;
use crate::commands::{Failure, error, print};
use crate::say;
use crate::selftest;

/// Prints the table.
pub fn carry_out(args: &SelftestArgs) -> Result<(), Failure> {
    let waiting = Waiting::new(false);
    waiting.phase(say!("computing known answers"));
    let answers = selftest::known_answers(args.seed, args.trials as usize, &|done, of| waiting.reach(done, of));
    drop(waiting);
    print(&selftest::table(&answers));
    match answers.iter().filter(|answer| !answer.passes()).count() {
        0 => Ok(()),
        failed => Err(Failure::CheckFailed(error(say!(
            "{failed} of {all} known answers differ",
            failed,
            all = answers.len()
        )))),
    }
}
