//! The command line.

use std::path::PathBuf;

use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};

use crate::language::{Language, speaking};

mod examples;
mod groups;
mod run;
mod speech;
mod study;

pub use groups::{Reading, SimulationArgs, WritingArgs};
pub use run::{RunArgs, WatchArgs};
pub use speech::texts;
pub use study::{ExplainArgs, OptimiseArgs, SensitivityArgs};

/// What is asked of the program.
#[derive(Debug, Parser)]
#[command(name = "partnersim", version, about, arg_required_else_help = true)]
#[command(after_help = examples::FIRST, after_long_help = examples::FIRST_LONG)]
pub struct Cli {
    /// The command.
    #[command(subcommand)]
    pub command: Command,
    /// Language of what is written [default: that of the workbook's settings, else English]
    #[arg(long, value_enum, global = true)]
    pub lang: Option<Lang>,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Write a ready-to-run input workbook
    #[command(after_help = examples::TEMPLATE)]
    Template(TemplateArgs),
    /// Read an input workbook and print every problem with its cell
    Check(CheckArgs),
    /// List the values of an input workbook, with the cell and the name that each was found by
    Bind(BindArgs),
    /// Simulate an input workbook and write the result workbook
    #[command(after_help = examples::RUN)]
    Run(RunArgs),
    /// Simulate an input workbook each time it is saved
    #[command(after_help = examples::WATCH)]
    Watch(WatchArgs),
    /// Find out which uncertain input decides between a scenario and the baseline
    #[command(after_help = examples::SENSITIVITY)]
    Sensitivity(SensitivityArgs),
    /// Estimate parameters from a log of past opportunities and write them as an input workbook
    #[command(after_help = examples::CALIBRATE)]
    Calibrate(CalibrateArgs),
    /// Tell how a deal, a partner's year or a measure came about in one trial, step by step with rules and cells
    #[command(after_help = examples::EXPLAIN)]
    Explain(ExplainArgs),
    /// Find the best setting of a workbook's levers, or the value of one that meets a goal
    #[command(after_help = examples::OPTIMISE)]
    Optimise(OptimiseArgs),
    /// Hold two results against each other: which inputs differ, which figures moved, and what explains it
    Compare(CompareArgs),
    /// Play a result again from the inputs it carries and confirm every figure
    Verify(VerifyArgs),
    /// Compare the simulation with answers known in closed form
    Selftest(SelftestArgs),
    /// Print what a shell needs to complete commands and options
    #[command(after_help = examples::COMPLETIONS)]
    Completions(CompletionsArgs),
    /// Print a manual page, or write them all
    #[command(after_help = examples::MAN)]
    Man(ManArgs),
}

impl Cli {
    /// What the program was started with; help, a version or an error of usage ends it.
    pub fn read() -> Cli {
        let line = speaking(speech::asked(std::env::args_os().skip(1)), description);
        Cli::from_arg_matches(&line.get_matches()).unwrap_or_else(|error| error.exit())
    }
}

/// The command line as a description in the language that is spoken, from which help and completions are made.
pub fn description() -> clap::Command {
    speech::said(Cli::command())
}

/// The same without the command that prints help, from which manual pages are made.
pub fn manual() -> clap::Command {
    speech::said(Cli::command().disable_help_subcommand(true))
}

/// Languages of what is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Lang {
    /// English
    En,
    /// French
    Fr,
}

impl From<Lang> for Language {
    fn from(lang: Lang) -> Language {
        match lang {
            Lang::En => Language::En,
            Lang::Fr => Language::Fr,
        }
    }
}

/// Arguments of `template`.
#[derive(Debug, Args)]
pub struct TemplateArgs {
    /// Which template
    #[arg(default_value = "deal-registration")]
    pub name: String,
    /// Where to write it [default: NAME.xlsx]
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// List the templates
    #[arg(long)]
    pub list: bool,
    /// Replace a file that is there
    #[arg(long)]
    pub force: bool,
}

/// Arguments of `check`.
#[derive(Debug, Args)]
pub struct CheckArgs {
    /// The input workbook
    pub input: PathBuf,
}

/// Arguments of `bind`.
#[derive(Debug, Args)]
pub struct BindArgs {
    /// The input workbook
    pub input: PathBuf,
}

/// Arguments of `calibrate`.
#[derive(Debug, Args)]
pub struct CalibrateArgs {
    /// The workbook with the log, on a sheet Log
    pub log: PathBuf,
    /// Where to write the input workbook [default: the log's name with " - calibrated", in the working folder]
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Input workbook with what the log does not tell: levels, rules, costs, scenarios [default: deal-registration]
    #[arg(long, value_name = "INPUT")]
    pub base: Option<PathBuf>,
    /// Replace a file that is there
    #[arg(long)]
    pub force: bool,
    /// Print nothing but problems
    #[arg(short, long)]
    pub quiet: bool,
}

/// Arguments of `compare`.
#[derive(Debug, Args)]
pub struct CompareArgs {
    /// The result workbook of a run
    #[arg(value_name = "A")]
    pub before: PathBuf,
    /// The result workbook of another run
    #[arg(value_name = "B")]
    pub after: PathBuf,
    /// Also write the comparison as a workbook
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Number of trials, instead of those of the results
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(2..=1_000_000))]
    pub trials: Option<u64>,
    /// Threads [default: one a core]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..=1_024))]
    pub threads: Option<u64>,
    /// Replace a file that another program wrote
    #[arg(long)]
    pub force: bool,
    /// Show no progress
    #[arg(short, long)]
    pub quiet: bool,
}

/// Arguments of `verify`.
#[derive(Debug, Args)]
pub struct VerifyArgs {
    /// The result workbook of a run
    pub result: PathBuf,
    /// Threads [default: one a core]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..=1_024))]
    pub threads: Option<u64>,
    /// Show no progress
    #[arg(short, long)]
    pub quiet: bool,
}

/// Arguments of `selftest`.
#[derive(Debug, Args)]
pub struct SelftestArgs {
    /// Number of trials
    #[arg(long, value_name = "N", default_value_t = 2_000, value_parser = clap::value_parser!(u64).range(100..=1_000_000))]
    pub trials: u64,
    /// Seed
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub seed: u64,
}

/// Arguments of `completions`.
#[derive(Debug, Args)]
pub struct CompletionsArgs {
    /// The shell
    #[arg(value_enum)]
    pub shell: clap_complete::Shell,
}

/// Arguments of `man`.
#[derive(Debug, Args)]
pub struct ManArgs {
    /// The command whose page is printed [default: the program's own page]
    #[arg(conflicts_with = "output")]
    pub command: Option<String>,
    /// Write the pages of all commands into this folder instead
    #[arg(short, long, value_name = "FOLDER")]
    pub output: Option<PathBuf>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::embedded::Extent;

    #[test]
    fn the_command_line_is_sound_and_its_groups_do_not_leak_their_headings() {
        description().debug_assert();
        let mut run = description();
        let run = run.find_subcommand_mut("run").expect("a command").render_help().to_string();
        let place = |text: &str| run.find(text).unwrap_or_else(|| panic!("{text} is missing:\n{run}"));
        assert!(place("\nOptions:") < place("--scenario <NAME>"));
        assert!(place("--scenario <NAME>") < place("\nSimulation:") && place("\nSimulation:") < place("--trials <N>"));
        assert!(place("--threads <N>") < place("\nOutput:") && place("\nOutput:") < place("--force"));
        assert!(place("--quiet") < place("\nExamples:"));
    }

    #[test]
    fn watch_says_what_it_leaves_out() {
        let mut line = description();
        let help = line.find_subcommand_mut("watch").expect("a command").render_help().to_string();
        assert_eq!(Extent::MOST_TRIALS, 1_000);
        for said in
            ["at most 1,000 trials", "(or --trials N)", "(or --reading both)", "(or --ledger SCENARIO)", "--whole"]
        {
            assert!(help.contains(said), "{said} in {help}");
        }
    }
}
