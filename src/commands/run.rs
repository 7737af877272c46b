//! `run`: the main job.

use std::path::{Path, PathBuf};

use crate::check::memory;
use crate::cli::{Reading, RunArgs, WritingArgs};
use crate::commands::chosen::choose;
use crate::commands::exchange::Exports;
use crate::commands::load::{Loaded, load};
use crate::commands::progress::Waiting;
use crate::commands::simulation::Simulation;
use crate::commands::{Failure, error as failed, error_with_hint, interrupt, is_stdout, output, print};
use crate::embedded::{Extent, Options};
use crate::programme::{Readings, Settings};
use crate::report::guardrails as told;
use crate::report::{json, markdown, text};
use crate::say;
use crate::sheet::write;
use crate::sim::run::{First, Totals};
use crate::study::played::Kept;
use crate::summary::all_measures;

/// Simulates a workbook and writes the result.
pub fn carry_out(args: &RunArgs) -> Result<(), Failure> {
    let result = result(args);
    interrupt::makes(&result);
    let simulation = simulate(args, Extent::Whole, load(&args.input)?, &result, (None, None))?;
    let stops = told::stops(&simulation.story());
    if stops.is_empty() { Ok(()) } else { Err(Failure::GuardrailFailed(stops)) }
}

/// Where the result goes.
pub(super) fn result(args: &RunArgs) -> PathBuf {
    args.output.clone().unwrap_or_else(|| output::beside(&args.input, "result"))
}

/// Plays a workbook, or what has changed in it since a run that was kept, writes what is asked for and says so; somebody may
/// hear of the first trials on the way.
pub(super) fn simulate(
    args: &RunArgs,
    extent: Extent,
    mut loaded: Loaded,
    result: &Path,
    (kept, first): (Option<&Kept>, Option<First<'_>>),
) -> Result<Simulation, Failure> {
    let WritingArgs { json, force, quiet } = &args.writing;
    choose(&mut loaded, &args.scenario)?;
    if !quiet {
        eprint!("{}", loaded.notes);
    }
    let beside = [json, &args.trials_csv, &args.sip].map(Option::as_deref).into_iter().flatten();
    output::refuse_places(&[&args.input], (result, *force), &beside.collect::<Vec<_>>())?;
    let levels: Vec<String> = loaded.inputs.programme.levels.iter().map(|level| level.name.clone()).collect();
    let exports = Exports::new(args, &loaded.inputs.programme.settings, &all_measures(&levels))?;
    let json_file = json.as_deref().filter(|path| !is_stdout(path));
    let options = options(args, extent, &loaded.inputs.programme.settings);
    let readings = options.reading.unwrap_or(loaded.inputs.programme.settings.readings);
    let played = memory::programmes(readings, loaded.scenarios.len());
    refuse_too_many(memory::refusal(&loaded.inputs.programme, played, options.trials as usize))?;
    let waiting = Waiting::new(*quiet);
    let mut first = first.map(|First { trials, hear }| (trials, |totals: &Totals| waiting.aside(|| hear(totals))));
    let first = first.as_mut().map(|(trials, hear)| First { trials: *trials, hear });
    let simulation = Simulation::play(loaded, options, args.simulation.threads(), &waiting, (kept, first))?;
    waiting.phase(say!("writing {file}", file = result.display()));
    let story = simulation.story();
    let made = if extent.is_whole() { write::workbook } else { write::workbook_at_once };
    let workbook = made(&simulation.report())
        .map_err(|error| Failure::NotWritten(failed(say!("the result workbook could not be made: {error}", error))))?;
    let document = match json {
        Some(_) => Some(
            json::document(&story)
                .map_err(|error| Failure::NotWritten(failed(say!("the JSON could not be made: {error}", error))))?,
        ),
        None => None,
    };
    output::replace(result, &workbook)?;
    exports.write(&story, simulation.names(), simulation.totals())?;
    drop(waiting);
    match (&document, json_file) {
        (Some(document), Some(path)) => output::replace(path, document.as_bytes())?,
        (Some(document), None) => print(document),
        (None, _) => {}
    }
    if args.summary {
        print(&markdown::summary(&story));
    }
    if !quiet {
        if !args.summary {
            tell(args, &text::table(&story));
        }
        eprintln!("{}", say!("wrote {file}", file = result.display()));
    }
    Ok(simulation)
}

/// Refuses more `--trials` than memory holds, by the reason if there is one; those of a workbook were refused with it.
pub(super) fn refuse_too_many(reason: Option<String>) -> Result<(), Failure> {
    reason.map_or(Ok(()), |reason| {
        Err(Failure::Usage(error_with_hint(format!("--trials {reason}"), memory::fewer_trials())))
    })
}

/// Says something on standard output, or on standard error where figures or a summary take that.
pub(super) fn tell(args: &RunArgs, said: &str) {
    let figures = [args.writing.json.as_deref(), args.trials_csv.as_deref(), args.sip.as_deref()];
    if args.summary || figures.into_iter().flatten().any(is_stdout) { eprint!("{said}") } else { print(said) }
}

/// What the command line asks for, where it says nothing what the workbook does.
pub(super) fn options(args: &RunArgs, extent: Extent, settings: &Settings) -> Options {
    let reading = args.simulation.reading.map(|reading| match reading {
        Reading::Static => Readings::Static,
        Reading::Behavioural => Readings::Behavioural,
        Reading::Both => Readings::Both,
    });
    Options {
        seed: args.simulation.seed.unwrap_or(settings.seed as u64),
        trials: args.trials.unwrap_or_else(|| extent.trials(settings.trials as u64)),
        scenarios: args.scenario.clone(),
        reading: reading.or_else(|| extent.readings(settings.readings)),
        extent,
        ledger: args.ledger.clone(),
        ledger_trial: args.ledger_trial,
    }
}
