//! `run`: the main job.

use std::io::IsTerminal;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::cli::{Reading, RunArgs};
use crate::commands::exchange::Exports;
use crate::commands::load::{Loaded, load};
use crate::commands::{Failure, is_stdout, output, print};
use crate::measures;
use crate::programme::Readings;
use crate::report::guardrails as told;
use crate::report::{self, Drawn, RunFacts, Story, json, text};
use crate::schema::words::nearest;
use crate::sheet::write;
use crate::sim::check::CheckFailed;
use crate::sim::run;
use crate::sim::sampled::Sampled;
use crate::study::guardrails;
use crate::study::played::{Played, play};
use crate::study::sensitivity::quick;
use crate::study::{Case, Sample, Sensitivity};
use crate::summary::{Names, Summary, all_measures};

/// The baseline's name in every result.
pub(super) const BASELINE: &str = "Baseline";

/// Simulates a workbook and writes the result.
pub fn carry_out(args: &RunArgs) -> Result<(), Failure> {
    let mut loaded = load(&args.input)?;
    choose(&mut loaded, &args.scenario)?;
    if let Some(reading) = args.reading {
        loaded.inputs.programme.settings.readings = match reading {
            Reading::Static => Readings::Static,
            Reading::Behavioural => Readings::Behavioural,
            Reading::Both => Readings::Both,
        };
    }
    if !args.quiet {
        eprint!("{}", loaded.notes);
    }
    let result = args.output.clone().unwrap_or_else(|| output::default_result(&args.input));
    output::refuse_foreign(Some(&args.input), &result, args.force)?;
    let names = names(&loaded);
    let exports = Exports::new(args, &loaded.inputs.programme.settings, &all_measures(&names.levels))?;
    let json_file = args.json.as_deref().filter(|path| !is_stdout(path));
    if let Some(path) = json_file {
        output::refuse_foreign(Some(&args.input), path, true)?;
    }
    let settings = &loaded.inputs.programme.settings;
    let facts = RunFacts {
        file: loaded.file.clone(),
        sha256: loaded.sha256.clone(),
        seed: args.seed.unwrap_or(settings.seed as u64),
        version: env!("CARGO_PKG_VERSION"),
    };
    let trials = args.trials.unwrap_or(settings.trials as u64) as usize;
    let bar = progress(trials, args.quiet);
    let played = run::on_threads(args.threads.map(|threads| threads as usize), || {
        let programme = &loaded.inputs.programme;
        let sampled = Sampled::new(programme, &loaded.scenarios, &loaded.uncertainty, (facts.seed, trials));
        let played = play(&sampled, &loaded.precision, (facts.seed, trials), &|finished| bar.inc(finished as u64));
        let played = played?;
        let sensitivity = decisive(&loaded, &played, facts.seed)?;
        Ok::<_, CheckFailed>((played, sampled.repair, sensitivity))
    });
    let (played, repair, sensitivity) = played
        .map_err(|error| Failure::CheckFailed(format!("error: {error}; nothing was written, please report this")))?;
    bar.finish_and_clear();
    let summary = summarise(&names, &played);
    let drawn = Drawn { uncertainty: &loaded.uncertainty, values: &played.drawn, repair: repair.as_ref() };
    let guarded = guardrails::judge_run(&loaded.guardrails, &played.trials, &played.plans, &summary);
    let story = Story {
        inputs: &loaded.inputs,
        scenarios: &loaded.scenarios,
        members: &played.plans.members,
        plans: &played.plans,
        summary: &summary,
        run: &facts,
        drawn: (!loaded.uncertainty.is_empty()).then_some(drawn),
        exactness: Some(&played.exactness),
        guarded: &guarded,
        sensitivity: sensitivity.as_ref(),
    };
    let not_written = |what: &str, error: &dyn std::fmt::Display| {
        Failure::NotWritten(format!("error: the {what} could not be made: {error}"))
    };
    let workbook = write::workbook(&report::report(&story)).map_err(|error| not_written("result workbook", &error))?;
    let document = match &args.json {
        Some(_) => Some(json::document(&story).map_err(|error| not_written("JSON", &error))?),
        None => None,
    };
    output::replace(&result, &workbook)?;
    exports.write(&story, &names, &played.trials.totals)?;
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

/// What the figures of a run are called.
fn names(loaded: &Loaded) -> Names {
    let programme = &loaded.inputs.programme;
    let names: Vec<String> = std::iter::once(BASELINE.to_owned())
        .chain(loaded.scenarios.iter().map(|scenario| scenario.name.clone()))
        .collect();
    let place = |name: &String| names.iter().position(|other| other == name);
    Names {
        includes: std::iter::once(Vec::new())
            .chain(loaded.scenarios.iter().map(|scenario| scenario.includes.iter().filter_map(place).collect()))
            .collect(),
        levels: programme.levels.iter().map(|level| level.name.clone()).collect(),
        segments: programme.segments.iter().map(|segment| segment.name.clone()).collect(),
        programmes: names.clone(),
    }
}

fn summarise(names: &Names, played: &Played) -> Summary {
    let mut summary = Summary::new(&played.trials, &played.plans, names);
    if let Some(other_luck) = &played.other_luck {
        summary.tell_luck_apart(&played.trials, other_luck);
    }
    summary
}

/// Trials of every value of an input that is tried alone, at most.
const TRIED: usize = 64;

/// Which uncertain input decides between the scenarios and the baseline; nothing where all is known, or too few trials
/// tell anything.
fn decisive(loaded: &Loaded, played: &Played, seed: u64) -> Result<Option<Sensitivity>, CheckFailed> {
    let programme = &loaded.inputs.programme;
    let count = played.trials.count();
    let Some((place, measure)) = measures::measure(&programme.settings.uncertainty.objective) else { return Ok(None) };
    if loaded.uncertainty.is_empty() || loaded.scenarios.is_empty() || count < 4 {
        return Ok(None);
    }
    let case = Case::new(programme, &loaded.scenarios, &loaded.uncertainty, measure, seed);
    // The first reading of a run is the one that the case is in.
    let value = |trial, programme| measures::value(place, &played.trials.totals, trial, programme);
    let difference = |scenario: usize| (0..count).map(|trial| value(trial, scenario) - value(trial, 0)).collect();
    let differences: Vec<Vec<f64>> = (1..=loaded.scenarios.len()).map(difference).collect();
    let sample = Sample { values: &played.drawn, differences: &differences };
    quick(&case, sample, count.min(TRIED), &|_| {}).map(Some)
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
