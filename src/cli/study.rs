//! Arguments of the commands that study a workbook: many runs of it, with other inputs.

use std::path::PathBuf;

use clap::Args;

use super::{Reading, SimulationArgs, WritingArgs};

/// Arguments of `sensitivity`. One reading is studied: the static one, unless people shall answer to the rules.
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
    #[arg(long, value_name = "N", default_value_t = 1_024, value_parser = power_of_two, help_heading = "Simulation")]
    pub points: u64,
    /// Trials of every value that is tried alone
    #[arg(long, value_name = "M", default_value_t = 512, value_parser = clap::value_parser!(u64).range(2..=1_000_000), help_heading = "Simulation")]
    pub trials: u64,
    /// How it is played.
    #[command(flatten)]
    pub simulation: SimulationArgs,
    /// What is written.
    #[command(flatten)]
    pub writing: WritingArgs,
}

/// Arguments of `optimise`. One reading is played: where the workbook asks for both, the one in which people answer.
#[derive(Debug, Args)]
pub struct OptimiseArgs {
    /// The input workbook, with a sheet Levers
    pub input: PathBuf,
    /// Where to write the result workbook [default: the input's name with " - optimised", in the working folder]
    #[arg(short, long, value_name = "RESULT")]
    pub output: Option<PathBuf>,
    /// The scenario that the levers are put on [default: the baseline's own rules]
    #[arg(long, value_name = "NAME")]
    pub scenario: Option<String>,
    /// Measure whose mean difference with the baseline is made best, such as vendor_contribution:max [default: the
    /// workbook's settings.objective]
    #[arg(long, value_name = "ID[:max|min]")]
    pub objective: Option<String>,
    /// Seek the value of one lever with which the mean of a measure is this, instead of the best setting
    #[arg(long, value_name = "MEASURE=VALUE")]
    pub seek: Option<String>,
    /// With --seek: the measure's difference with the baseline is meant
    #[arg(long, requires = "seek")]
    pub difference: bool,
    /// With --seek: the lever to turn, if there are several
    #[arg(long, value_name = "KEY", requires = "seek")]
    pub lever: Option<String>,
    /// Settings that are tried, at most; all of them if there are no more
    #[arg(long, value_name = "N", default_value_t = 200, value_parser = clap::value_parser!(u64).range(1..=100_000), help_heading = "Simulation")]
    pub candidates: u64,
    /// Confidence with which the best shall be better than every runner-up
    #[arg(long, value_name = "SHARE", default_value = "95 %", value_parser = confidence, help_heading = "Simulation")]
    pub confidence: f64,
    /// Trials of a setting, at most, instead of the workbook's
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(2..=1_000_000), help_heading = "Simulation")]
    pub trials: Option<u64>,
    /// How it is played.
    #[command(flatten)]
    pub simulation: SimulationArgs,
    /// What is written.
    #[command(flatten)]
    pub writing: WritingArgs,
}

/// Arguments of `explain`.
#[derive(Debug, Args)]
pub struct ExplainArgs {
    /// The input workbook
    pub input: PathBuf,
    /// The scenario that is told of [default: the baseline]
    #[arg(long, value_name = "NAME")]
    pub scenario: Option<String>,
    /// The trial, counted from 1
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u64).range(1..=1_000_000))]
    pub trial: u64,
    /// Tell of a partner's fiscal years, by its identifier or name
    #[arg(long, value_name = "PARTNER")]
    pub partner: Option<String>,
    /// Tell of a deal, by its number: 1 is the first of the horizon
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..))]
    pub deal: Option<u64>,
    /// Tell of a measure, by its id [default: the headline measures]
    #[arg(long, value_name = "ID")]
    pub measure: Option<String>,
    /// Trials of the run that is told of, instead of the workbook's
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(2..=1_000_000), help_heading = "Simulation")]
    pub trials: Option<u64>,
    /// Seed, instead of the workbook's
    #[arg(long, value_name = "N", help_heading = "Simulation")]
    pub seed: Option<u64>,
    /// Whether people answer to the rules [default: that of the workbook, static where it asks for both]
    #[arg(long, value_enum, help_heading = "Simulation")]
    pub reading: Option<Reading>,
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
