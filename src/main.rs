//! The program: parse, carry out, say what went wrong, choose the exit code.

use std::process::ExitCode;

use partnersim::cli::Cli;
use partnersim::commands;

fn main() -> ExitCode {
    let cli = Cli::read();
    commands::mind_interrupts();
    match commands::carry_out(&cli) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::from(failure.code())
        }
    }
}
