//! The commands: each chains the stages of the flow, from bytes to bytes.

use std::fmt;
use std::path::Path;

use crate::cli::{Cli, Command};
use crate::language::{Language, speaking_as_chosen};
use crate::say;

mod bind;
mod calibrate;
mod check;
mod chosen;
mod compare;
mod completions;
mod exchange;
mod explain;
mod interrupt;
mod ledger;
mod load;
mod optimise;
mod output;
mod progress;
mod run;
mod selftest;
mod sensitivity;
mod simulation;
mod template;
mod verify;
mod watch;

pub use interrupt::mind as mind_interrupts;

/// Why a command stopped, with what it says on standard error.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    /// The input is refused.
    Refused(String),
    /// The command line asks for something that is not there.
    Usage(String),
    /// A conservation check failed.
    CheckFailed(String),
    /// A guardrail that stops a run is missed; the result was written.
    GuardrailFailed(String),
    /// A result is not what its inputs give.
    NotConfirmed(String),
    /// The result could not be written.
    NotWritten(String),
}

impl Failure {
    /// The exit code of the contract.
    pub fn code(&self) -> u8 {
        match self {
            Failure::Refused(_) => 1,
            Failure::Usage(_) => 2,
            Failure::CheckFailed(_) | Failure::GuardrailFailed(_) | Failure::NotConfirmed(_) => 3,
            Failure::NotWritten(_) => 4,
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Failure::Refused(text)
            | Failure::Usage(text)
            | Failure::CheckFailed(text)
            | Failure::GuardrailFailed(text)
            | Failure::NotConfirmed(text)
            | Failure::NotWritten(text) => f.write_str(text.trim_end()),
        }
    }
}

impl std::error::Error for Failure {}

/// An error as standard error shows it.
fn error(message: impl fmt::Display) -> String {
    say!("error: {message}", message)
}

/// An error with a hint on a line of its own.
fn error_with_hint(message: impl fmt::Display, hint: impl fmt::Display) -> String {
    format!("{}\n{}", error(message), say!("hint: {hint}", hint))
}

/// Carries a command out, in the language of the command line, else in that of the workbook's settings, else in English.
///
/// # Errors
/// See [`Failure`]; nothing is written then, except where a guardrail is missed.
pub fn carry_out(cli: &Cli) -> Result<(), Failure> {
    speaking_as_chosen(cli.lang.map(Language::from), || match &cli.command {
        Command::Template(args) => template::carry_out(args),
        Command::Check(args) => check::carry_out(args),
        Command::Bind(args) => bind::carry_out(args),
        Command::Run(args) => run::carry_out(args),
        Command::Watch(args) => watch::carry_out(args),
        Command::Explain(args) => explain::carry_out(args),
        Command::Optimise(args) => optimise::carry_out(args),
        Command::Sensitivity(args) => sensitivity::carry_out(args),
        Command::Calibrate(args) => calibrate::carry_out(args),
        Command::Compare(args) => compare::carry_out(args),
        Command::Verify(args) => verify::carry_out(args),
        Command::Selftest(args) => selftest::carry_out(args),
        Command::Completions(args) => completions::completions(args),
        Command::Man(args) => completions::man(args),
    })
}

/// Writes to standard output; a reader that has gone away is no error.
fn print(text: &str) {
    use std::io::Write;
    let _ = std::io::stdout().lock().write_all(text.as_bytes());
}

/// Whether a path stands for standard output.
fn is_stdout(path: &Path) -> bool {
    path == Path::new("-")
}
