//! The command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::language::Language;

/// What is asked of the program.
#[derive(Debug, Parser)]
#[command(name = "partnersim", version, about, arg_required_else_help = true)]
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
    Template(TemplateArgs),
    /// Read an input workbook and print every problem with its cell
    Check(CheckArgs),
    /// List the values of an input workbook, with the cell and the name that each was found by
    Bind(BindArgs),
    /// Simulate an input workbook and write the result workbook
    Run(RunArgs),
    /// Find out which uncertain input decides between a scenario and the baseline
    Sensitivity(SensitivityArgs),
    /// Estimate parameters from a log of past opportunities and write them as an input workbook
    Calibrate(CalibrateArgs),
    /// Find the best setting of a workbook's levers, or the value of one that meets a goal
    Optimise(OptimiseArgs),
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

/// Arguments of `optimise`.
#[derive(Debug, Args)]
pub struct OptimiseArgs {
    /// The input workbook, with a sheet Levers
    pub input: PathBuf,
    /// The scenario that the levers are put on [default: the baseline's own rules]
    #[arg(long, value_name = "NAME")]
    pub scenario: Option<String>,
    /// Measure whose mean difference with the baseline is made best, such as vendor_contribution:max [default: the
    /// workbook's settings.objective]
    #[arg(long, value_name = "ID[:max|min]")]
    pub objective: Option<String>,
    /// Trials of a setting, at most, instead of the workbook's
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(2..=1_000_000))]
    pub trials: Option<u64>,
    /// Settings that are tried, at most; all of them if there are no more
    #[arg(long, value_name = "N", default_value_t = 200, value_parser = clap::value_parser!(u64).range(1..=100_000))]
    pub candidates: u64,
    /// Confidence with which the best shall be better than every runner-up
    #[arg(long, value_name = "SHARE", default_value = "95 %", value_parser = confidence)]
    pub confidence: f64,
    /// Seek the value of one lever with which the mean of a measure is this, instead of the best setting
    #[arg(long, value_name = "MEASURE=VALUE")]
    pub seek: Option<String>,
    /// With --seek: the measure's difference with the baseline is meant
    #[arg(long, requires = "seek")]
    pub difference: bool,
    /// With --seek: the lever to turn, if there are several
    #[arg(long, value_name = "KEY", requires = "seek")]
    pub lever: Option<String>,
    /// Where to write the result workbook [default: the input's name with " - optimised", in the working folder]
    #[arg(short, long, value_name = "RESULT")]
    pub output: Option<PathBuf>,
    /// Seed, instead of the workbook's
    #[arg(long, value_name = "N")]
    pub seed: Option<u64>,
    /// Whether people answer to the rules, instead of the workbook's setting; where that is both, they do
    #[arg(long, value_enum)]
    pub reading: Option<Reading>,
    /// Also write the figures as JSON; - is standard output
    #[arg(long, value_name = "FILE")]
    pub json: Option<PathBuf>,
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

/// Arguments of `sensitivity`.
#[derive(Debug, Args)]
pub struct SensitivityArgs {
    /// The input workbook
    pub input: PathBuf,
    /// Where to write the result workbook [default: the input's name with " - sensitivity", in the working folder]
    #[arg(short, long, value_name = "RESULT")]
    pub output: Option<PathBuf>,
    /// Study only this scenario; may be given several times
    #[arg(long, value_name = "NAME")]
    pub scenario: Vec<String>,
    /// The measure whose difference is explained, by its id, instead of the workbook's objective
    #[arg(long, value_name = "ID")]
    pub measure: Option<String>,
    /// Base points of the Sobol indices, a power of two
    #[arg(long, value_name = "N", default_value_t = 1_024, value_parser = power_of_two)]
    pub points: u64,
    /// Trials of every value that is tried alone
    #[arg(long, value_name = "M", default_value_t = 512, value_parser = clap::value_parser!(u64).range(2..=1_000_000))]
    pub trials: u64,
    /// Seed, instead of the workbook's
    #[arg(long, value_name = "N")]
    pub seed: Option<u64>,
    /// Whether people answer to the rules, instead of the workbook's setting; one of the two is studied
    #[arg(long, value_enum)]
    pub reading: Option<Reading>,
    /// Also write the figures as JSON; - is standard output
    #[arg(long, value_name = "FILE")]
    pub json: Option<PathBuf>,
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

/// A confidence: `95 %` or `0.95`, at least a half.
fn confidence(text: &str) -> Result<f64, String> {
    let text = text.trim();
    let number = |text: &str| text.trim().parse::<f64>().map_err(|_| "write 95 % or 0.95".to_owned());
    let share = match text.strip_suffix('%') {
        Some(percent) => number(percent)? / 100.0,
        None => number(text)?,
    };
    if (0.5..=0.9999).contains(&share) { Ok(share) } else { Err("must be between 50 % and 99.99 %".to_owned()) }
}

/// A number of base points: an even sample has a power of two.
fn power_of_two(text: &str) -> Result<u64, String> {
    match text.parse::<u64>() {
        Ok(number) if number.is_power_of_two() && (16..=1 << 20).contains(&number) => Ok(number),
        _ => Err("must be a power of two from 16 to 1048576".to_owned()),
    }
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
