//! Arguments of the commands that simulate a workbook as it stands.

use std::path::PathBuf;

use clap::Args;

use super::{SimulationArgs, WritingArgs};

/// Arguments of `run`.
#[derive(Debug, Clone, Args)]
pub struct RunArgs {
    /// The input workbook
    pub input: PathBuf,
    /// Where to write the result workbook [default: the input's name with " - result", in the working folder]
    #[arg(short, long, value_name = "RESULT")]
    pub output: Option<PathBuf>,
    /// Play only this scenario beside the baseline; may be given several times
    #[arg(long, value_name = "NAME")]
    pub scenario: Vec<String>,
    /// Number of trials, instead of the workbook's
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(2..=1_000_000), help_heading = "Simulation")]
    pub trials: Option<u64>,
    /// Print the answer as Markdown instead of the short table, for a mail or a pull request
    #[arg(long, help_heading = "Output")]
    pub summary: bool,
    /// Also write the trials of some measures as a table; - is standard output
    #[arg(long, value_name = "FILE", help_heading = "Output")]
    pub trials_csv: Option<PathBuf>,
    /// Also write the same trials as a SIPmath 3.0 library (JSON)
    #[arg(long, value_name = "FILE", help_heading = "Output")]
    pub sip: Option<PathBuf>,
    /// Measures whose trials are written [default: the headline ones, those watched for precision and the one that decides]
    #[arg(long, value_name = "ID", value_delimiter = ',', help_heading = "Output")]
    pub export_measures: Vec<String>,
    /// List the deals of this scenario, and of this fiscal year, on the sheet Ledger; none leaves it out [default: the first
    /// scenario with granted quotations, its first year]
    #[arg(long, value_name = "SCENARIO[:YEAR]")]
    pub ledger: Option<String>,
    /// The trial that the Ledger lists [default: the one nearest the median]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..=1_000_000))]
    pub ledger_trial: Option<u64>,
    /// How it is played.
    #[command(flatten)]
    pub simulation: SimulationArgs,
    /// What is written.
    #[command(flatten)]
    pub writing: WritingArgs,
}

/// Arguments of `watch`: those of `run`, of which less is played.
#[derive(Debug, Clone, Args)]
pub struct WatchArgs {
    /// Play and study everything at each save, as run does
    #[arg(long)]
    pub whole: bool,
    /// What is done at each save.
    #[command(flatten)]
    pub run: RunArgs,
}
