//! `run`: the main job.

use std::io::IsTerminal;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::cli::{Reading, RunArgs};
use crate::commands::exchange::Exports;
use crate::commands::load::{Loaded, load};
use crate::commands::simulation::Simulation;
use crate::commands::{Failure, is_stdout, output, print};
use crate::embedded::Options;
use crate::programme::{Readings, Settings};
use crate::report::guardrails as told;
use crate::report::{json, text};
use crate::schema::words::nearest;
use crate::sheet::write;
use crate::summary::all_measures;

/// Simulates a workbook and writes the result.
pub fn carry_out(args: &RunArgs) -> Result<(), Failure> {
    let mut loaded = load(&args.input)?;
    choose(&mut loaded, &args.scenario)?;
    if !args.quiet {
        eprint!("{}", loaded.notes);
    }
    let result = args.output.clone().unwrap_or_else(|| output::default_result(&args.input));
    output::refuse_foreign(Some(&args.input), &result, args.force)?;
    let levels: Vec<String> = loaded.inputs.programme.levels.iter().map(|level| level.name.clone()).collect();
    let exports = Exports::new(args, &loaded.inputs.programme.settings, &all_measures(&levels))?;
    let json_file = args.json.as_deref().filter(|path| !is_stdout(path));
    if let Some(path) = json_file {
        output::refuse_foreign(Some(&args.input), path, true)?;
    }
    let options = options(args, &loaded.inputs.programme.settings);
    let bar = progress(options.trials as usize, args.quiet);
    let threads = args.threads.map(|threads| threads as usize);
    let simulation = Simulation::play(loaded, options, threads, &|finished| bar.inc(finished as u64))?;
    bar.finish_and_clear();
    let story = simulation.story();
    let not_written = |what: &str, error: &dyn std::fmt::Display| {
        Failure::NotWritten(format!("error: the {what} could not be made: {error}"))
    };
    let workbook = write::workbook(&simulation.report()).map_err(|error| not_written("result workbook", &error))?;
    let document = match &args.json {
        Some(_) => Some(json::document(&story).map_err(|error| not_written("JSON", &error))?),
        None => None,
    };
    output::replace(&result, &workbook)?;
    exports.write(&story, simulation.names(), simulation.totals())?;
    match (&document, json_file) {
        (Some(document), Some(path)) => output::replace(path, document.as_bytes())?,
        (Some(document), None) => print(document),
        (None, _) => {}
    }
    if !args.quiet {
        // Standard output may be taken by figures.
        if exports.take_stdout() || args.json.is_some() && json_file.is_none() {
            eprint!("{}", text::table(&story));
        } else {
            print(&text::table(&story));
        }
        eprintln!("wrote {}", result.display());
    }
    let stops = told::stops(&story);
    if stops.is_empty() { Ok(()) } else { Err(Failure::GuardrailFailed(stops)) }
}

/// Keeps only the scenarios that were asked for, if any were.
pub(super) fn choose(loaded: &mut Loaded, wanted: &[String]) -> Result<(), Failure> {
    for name in wanted {
        if loaded.scenarios.iter().all(|scenario| scenario.name != *name) {
            let names = loaded.scenarios.iter().map(|scenario| scenario.name.as_str());
            let hint = match nearest(name, names.clone()) {
                Some(near) => format!("did you mean \"{near}\"?"),
                None => format!("its scenarios are {}", names.collect::<Vec<_>>().join(", ")),
            };
            return Err(Failure::Usage(format!("error: {} has no scenario \"{name}\"\nhint: {hint}", loaded.file)));
        }
    }
    if !wanted.is_empty() {
        loaded.scenarios.retain(|scenario| wanted.contains(&scenario.name));
    }
    Ok(())
}

/// What the command line asks for, where it says nothing what the workbook does.
fn options(args: &RunArgs, settings: &Settings) -> Options {
    Options {
        seed: args.seed.unwrap_or(settings.seed as u64),
        trials: args.trials.unwrap_or(settings.trials as u64),
        scenarios: args.scenario.clone(),
        reading: args.reading.map(|reading| match reading {
            Reading::Static => Readings::Static,
            Reading::Behavioural => Readings::Behavioural,
            Reading::Both => Readings::Both,
        }),
    }
}

/// A bar on a terminal, nothing elsewhere.
pub(super) fn progress(trials: usize, quiet: bool) -> ProgressBar {
    if quiet || !std::io::stderr().is_terminal() {
        return ProgressBar::with_draw_target(Some(trials as u64), ProgressDrawTarget::hidden());
    }
    let bar = ProgressBar::new(trials as u64);
    if let Ok(style) = ProgressStyle::with_template("{bar:30} {human_pos} of {human_len} trials, {eta} left") {
        bar.set_style(style.progress_chars("## "));
    }
    bar.enable_steady_tick(Duration::from_millis(200));
    bar
}
