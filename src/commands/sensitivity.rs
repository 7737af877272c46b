//! `sensitivity`: which uncertain input decides between a scenario and the baseline.

use crate::cli::{Reading, SensitivityArgs};
use crate::commands::chosen::choose;
use crate::commands::load::{Loaded, load};
use crate::commands::progress::Waiting;
use crate::commands::{Failure, error as failed, error_with_hint, interrupt, is_stdout, output, print};
use crate::embedded::Extent;
use crate::measures::{MEASURES, Measure, measure};
use crate::plan::Plans;
use crate::programme::{Programme, Readings};
use crate::report::{RunFacts, Story, json, sensitivity, text};
use crate::say;
use crate::scenario::BASELINE;
use crate::sheet::write;
use crate::sim::run;
use crate::study::Case;
use crate::study::enough::known_measure;
use crate::study::sensitivity::{expected_work, full};
use crate::summary::{Names, Summary};

/// Studies a workbook and writes the result.
pub fn carry_out(args: &SensitivityArgs) -> Result<(), Failure> {
    let result = args.output.clone().unwrap_or_else(|| output::beside(&args.input, "sensitivity"));
    interrupt::makes(&result);
    let mut loaded = load(&args.input)?;
    choose(&mut loaded, &args.scenario)?;
    refuse_certainty(&loaded)?;
    // One reading is studied: both beside each other would be two answers.
    let readings = &mut loaded.inputs.programme.settings.readings;
    *readings = match (args.simulation.reading, *readings) {
        (Some(Reading::Behavioural), _) | (None, Readings::Behavioural) => Readings::Behavioural,
        _ => Readings::Static,
    };
    let explained = explained(args, &loaded)?;
    if !args.writing.quiet {
        eprint!("{}", loaded.notes);
    }
    let json = args.writing.json.as_deref();
    output::refuse_places(&[&args.input], (&result, args.writing.force), json.as_slice())?;
    let json_file = json.filter(|path| !is_stdout(path));
    let baseline = &loaded.inputs.programme;
    let facts = RunFacts {
        file: loaded.file.clone(),
        sha256: loaded.sha256.clone(),
        seed: args.simulation.seed.unwrap_or(baseline.settings.seed as u64),
        version: env!("CARGO_PKG_VERSION"),
        extent: Extent::Whole,
        asked: baseline.settings.readings,
    };
    let (points, trials) = (args.points as usize, args.trials as usize);
    let case = Case::new(baseline, &loaded.scenarios, &loaded.uncertainty, explained, facts.seed);
    let programmes: Vec<&Programme> = loaded.scenarios.iter().map(|scenario| &scenario.programme).collect();
    let plans = Plans::new(baseline, &programmes);
    let waiting = Waiting::new(args.writing.quiet);
    waiting.expect(expected_work(&case, points, trials) + trials);
    waiting.phase(say!("studying {inputs} uncertain inputs", inputs = loaded.uncertainty.inputs.len()));
    let progress = |finished: usize| waiting.advance(finished);
    let played = run::on_threads(args.simulation.threads(), || {
        let found = full(&case, points, trials, &progress)?;
        // The inputs as they are entered, for what the workbook tells beside.
        run::run(&plans, facts.seed, trials, &progress).map(|entered| (found, entered))
    });
    let (found, entered) = played.map_err(|error| {
        Failure::CheckFailed(failed(say!("{failure}; nothing was written, please report this", failure = error)))
    })?;
    waiting.phase(say!("writing {file}", file = result.display()));
    let summary = Summary::new(&entered, &plans, &names(&loaded));
    let story = Story {
        inputs: &loaded.inputs,
        scenarios: &loaded.scenarios,
        members: &plans.members,
        plans: &plans,
        summary: &summary,
        run: &facts,
        drawn: None,
        exactness: None,
        sensitivity: Some(&found),
        audit: None,
        guarded: &[],
        brought: &[],
    };
    let workbook = write::workbook(&sensitivity::report(&story))
        .map_err(|error| Failure::NotWritten(failed(say!("the result workbook could not be made: {error}", error))))?;
    let document = match &args.writing.json {
        Some(_) => Some(
            json::document(&story)
                .map_err(|error| Failure::NotWritten(failed(say!("the JSON could not be made: {error}", error))))?,
        ),
        None => None,
    };
    output::replace(&result, &workbook)?;
    drop(waiting);
    match (&document, json_file) {
        (Some(document), Some(path)) => output::replace(path, document.as_bytes())?,
        (Some(document), None) => print(document),
        (None, _) => {}
    }
    if !args.writing.quiet {
        let table = text::sensitivity(&found, &baseline.settings.currency);
        // Standard output may be taken by the JSON.
        if document.is_some() && json_file.is_none() {
            eprint!("{table}")
        } else {
            print(&table)
        }
        eprintln!("{}", say!("wrote {file}", file = result.display()));
    }
    Ok(())
}

/// Refuses a workbook that leaves nothing to study.
fn refuse_certainty(loaded: &Loaded) -> Result<(), Failure> {
    let refused = |what: String, hint: String| Err(Failure::Refused(error_with_hint(what, hint)));
    let file = &loaded.file;
    if loaded.uncertainty.is_empty() {
        return refused(
            say!("{file} has no uncertain input: there is nothing to study", file),
            say!(
                "give an input a distribution: columns Distribution, Low, Mode and High of the sheet Parameters, or the \
                 sheet Uncertain cells"
            ),
        );
    }
    if loaded.scenarios.is_empty() {
        return refused(
            say!("{file} has no scenario: there is nothing to study", file),
            say!("add a scenario on the sheet Scenarios"),
        );
    }
    Ok(())
}

/// The measure that is explained.
fn explained(args: &SensitivityArgs, loaded: &Loaded) -> Result<&'static Measure, Failure> {
    let objective = &loaded.inputs.programme.settings.uncertainty.objective;
    let id = args.measure.as_ref().unwrap_or(objective);
    let place = known_measure(id)
        .map_err(|(message, hint)| Failure::Usage(error_with_hint(format!("--measure {message}"), hint)))?;
    // Partners at a level are counted, and no measure that is explained.
    MEASURES.get(place).or_else(|| measure(id).map(|(_, found)| found)).ok_or_else(|| {
        let what = say!("--measure {id} cannot be explained", id);
        Failure::Usage(error_with_hint(what, say!("take one of the sheet Measures")))
    })
}

fn names(loaded: &Loaded) -> Names {
    let programme = &loaded.inputs.programme;
    let scenarios = loaded.scenarios.iter().map(|scenario| scenario.name.clone());
    let programmes: Vec<String> = std::iter::once(BASELINE.to_owned()).chain(scenarios).collect();
    Names {
        includes: vec![Vec::new(); programmes.len()],
        levels: programme.levels.iter().map(|level| level.name.clone()).collect(),
        segments: programme.segments.iter().map(|segment| segment.name.clone()).collect(),
        programmes,
    }
}
