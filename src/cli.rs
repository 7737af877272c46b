//! The command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

/// What is asked of the program.
#[derive(Debug, Parser)]
#[command(name = "partnersim", version, about, arg_required_else_help = true)]
pub struct Cli {
    /// The command.
    #[command(subcommand)]
    pub command: Command,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Write a ready-to-run input workbook
    Template(TemplateArgs),
    /// Read an input workbook and print every problem with its cell
    Check(CheckArgs),
    /// Simulate an input workbook and write the result workbook
    Run(RunArgs),
    /// Estimate parameters from a log of past opportunities and write them as an input workbook
    Calibrate(CalibrateArgs),
    /// Compare the simulation with answers known in closed form
    Selftest(SelftestArgs),
}

/// Languages of what is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Lang {
    /// English
    En,
    /// French
    Fr,
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
    /// Language of headings, labels and notes
    #[arg(long, value_enum, default_value = "en")]
    pub lang: Lang,
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

/// How people answer to the rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Reading {
    /// They do not
    Static,
    /// They do
    Behavioural,
    /// One beside the other
    Both,
}

/// Arguments of `run`.
#[derive(Debug, Args)]
pub struct RunArgs {
    /// The input workbook
    pub input: PathBuf,
    /// Where to write the result workbook [default: the input's name with " - result", in the working folder]
    #[arg(short, long, value_name = "RESULT")]
    pub output: Option<PathBuf>,
    /// Number of trials, instead of the workbook's
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(2..=1_000_000))]
    pub trials: Option<u64>,
    /// Seed, instead of the workbook's
    #[arg(long, value_name = "N")]
    pub seed: Option<u64>,
    /// Play only this scenario beside the baseline; may be given several times
    #[arg(long, value_name = "NAME")]
    pub scenario: Vec<String>,
    /// Whether people answer to the rules, instead of the workbook's setting
    #[arg(long, value_enum)]
    pub reading: Option<Reading>,
    /// Also write the figures as JSON; - is standard output
    #[arg(long, value_name = "FILE")]
    pub json: Option<PathBuf>,
    /// Also write the trials of some measures as a table; - is standard output
    #[arg(long, value_name = "FILE")]
    pub trials_csv: Option<PathBuf>,
    /// Also write the same trials as a SIPmath 3.0 library (JSON)
    #[arg(long, value_name = "FILE")]
    pub sip: Option<PathBuf>,
    /// Measures whose trials are written [default: the headline ones, those watched for precision and the one that decides]
    #[arg(long, value_name = "ID", value_delimiter = ',')]
    pub export_measures: Vec<String>,
    /// Threads [default: one a core]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..=1_024))]
    pub threads: Option<u64>,
    /// Replace a result that another program wrote
    #[arg(long)]
    pub force: bool,
    /// Print nothing but problems
    #[arg(short, long)]
    pub quiet: bool,
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
    /// Language of headings, labels and notes
    #[arg(long, value_enum, default_value = "en")]
    pub lang: Lang,
    /// Replace a file that is there
    #[arg(long)]
    pub force: bool,
    /// Print nothing but problems
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
