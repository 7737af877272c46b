//! Options that several commands share.
//!
//! A command flattens its groups last: what follows a group would stand under the group's heading.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

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

/// How the simulation is played.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Simulation")]
pub struct SimulationArgs {
    /// Seed, instead of the workbook's
    #[arg(long, value_name = "N")]
    pub seed: Option<u64>,
    /// Whether people answer to the rules, instead of the workbook's setting
    #[arg(long, value_enum)]
    pub reading: Option<Reading>,
    /// Threads [default: one a core]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..=1_024))]
    pub threads: Option<u64>,
}

/// What is written beside the result workbook, and what it may replace.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Output")]
pub struct WritingArgs {
    /// Also write the figures as JSON; - is standard output
    #[arg(long, value_name = "FILE")]
    pub json: Option<PathBuf>,
    /// Replace a result that another program wrote
    #[arg(long)]
    pub force: bool,
    /// Print nothing but problems
    #[arg(short, long)]
    pub quiet: bool,
}

impl SimulationArgs {
    /// The threads to play on, if the command line says.
    pub fn threads(&self) -> Option<usize> {
        self.threads.map(|threads| threads as usize)
    }
}
