//! `optimise`: the best setting of the levers, or the value of one that meets a goal.

use std::time::Instant;

use crate::check::memory;
use crate::cli::{OptimiseArgs, Reading};
use crate::commands::chosen;
use crate::commands::load::{Loaded, load};
use crate::commands::progress::Waiting;
use crate::commands::run::refuse_too_many;
use crate::commands::{Failure, error as failed, error_with_hint, interrupt, is_stdout, output, print};
use crate::embedded::Extent;
use crate::language::number;
use crate::measures::{MEASURES, Unit};
use crate::programme::{Programme, Readings};
use crate::report::optimise::Told;
use crate::report::{RunFacts, json, optimise as told_best, seek as told_goal};
use crate::say;
use crate::scenario::Scenario;
use crate::schema::{Kind, Value};
use crate::sheet::{Cell, write};
use crate::sim::check::CheckFailed;
use crate::sim::run::on_threads;
use crate::study::enough::known_measure;
use crate::study::levers::{Bench, Objective};
use crate::study::optimise::{Budget, expected_bytes, expected_work, optimise, search_trials};
use crate::study::seek::{Goal, Outcome, expected_work as seek_work, first_new_trial, seek};
use crate::summary::listed_rows;
use crate::units::Rate;

/// Searches and writes the result.
pub fn carry_out(args: &OptimiseArgs) -> Result<(), Failure> {
    let result = args.output.clone().unwrap_or_else(|| output::beside(&args.input, "optimised"));
    interrupt::makes(&result);
    let mut loaded = load(&args.input)?;
    settle_reading(&mut loaded.inputs.programme, args.simulation.reading);
    for scenario in &mut loaded.scenarios {
        settle_reading(&mut scenario.programme, args.simulation.reading);
    }
    if !args.writing.quiet {
        eprint!("{}", loaded.notes);
    }
    let scenario = scenario(&loaded, args.scenario.as_deref())?;
    let goal = args.seek.as_deref().map(|text| goal(text, args.difference)).transpose()?;
    if loaded.inputs.levers.is_empty() {
        let hint = say!("add a sheet Levers with the columns Key, Min, Max and Step");
        return Err(Failure::Refused(error_with_hint(say!("{file} has no levers", file = loaded.file), hint)));
    }
    if goal.is_some() {
        keep_one_lever(&mut loaded, args.lever.as_deref())?;
    }
    let objective = objective(&loaded, args.objective.as_deref())?;
    let json = args.writing.json.as_deref();
    output::refuse_places(&[&args.input], (&result, args.writing.force), json.as_slice())?;
    let json_file = json.filter(|path| !is_stdout(path));
    let settings = &loaded.inputs.programme.settings;
    let run = RunFacts {
        file: loaded.file.clone(),
        sha256: loaded.sha256.clone(),
        seed: args.simulation.seed.unwrap_or(settings.seed as u64),
        version: env!("CARGO_PKG_VERSION"),
        extent: Extent::Whole,
        asked: settings.readings,
    };
    let budget = Budget {
        trials: args.trials.unwrap_or(settings.trials as u64) as usize,
        candidates: args.candidates as usize,
        confidence: args.confidence,
    };
    let programme = &loaded.inputs.programme;
    // The baseline and one candidate; more are played side by side where there is room.
    refuse_too_many(memory::refusal(programme, 2, budget.trials))?;
    let levels: Vec<String> = programme.levels.iter().map(|level| level.name.clone()).collect();
    let segments: Vec<String> = programme.segments.iter().map(|segment| segment.name.clone()).collect();
    let rows = listed_rows(settings.months as usize, &levels, &segments);
    let bench = Bench {
        inputs: &loaded.inputs,
        uncertainty: &loaded.uncertainty,
        scenario: &scenario,
        levers: &loaded.inputs.levers,
        guardrails: loaded.guardrails.iter().filter(|it| it.concerns(&scenario.name)).cloned().collect(),
        rows: &rows,
        seed: run.seed,
        trials: if goal.is_some() { first_new_trial(budget.trials) } else { search_trials(&budget) } + budget.trials,
    };
    if goal.is_none() {
        refuse_candidates(&bench, objective, &budget)?;
    }
    let told = Told {
        inputs: &loaded.inputs,
        scenario: &scenario,
        levers: bench.levers,
        guardrails: &bench.guardrails,
        run: &run,
    };
    let started = Instant::now();
    let threads = args.simulation.threads();
    let waiting = Waiting::new(args.writing.quiet);
    let progress = |finished: usize| waiting.advance(finished);
    let (report, document, said, cost) = match goal {
        Some(goal) => {
            waiting.expect(seek_work(budget.trials));
            waiting.phase(say!("seeking the value of {lever}", lever = bench.levers[0].target));
            let sought = on_threads(threads, || seek(&bench, goal, budget.trials, &progress)).map_err(broken)?;
            let said = told_goal::answer(&told, &goal, &sought);
            if !matches!(sought.outcome, Outcome::Met { .. }) {
                return Err(Failure::Usage(failed(said.join("\n"))));
            }
            let cost = (sought.curve.len(), (sought.curve.len() + 1) * budget.trials);
            (told_goal::report(&told, &goal, &sought), json::sought(&told, &goal, &sought), said, cost)
        }
        None => {
            waiting.expect(expected_work(&bench, &budget));
            waiting.phase(say!("trying settings of the levers"));
            let found = on_threads(threads, || optimise(&bench, objective, budget, &progress)).map_err(broken)?;
            let Some(found) = found else {
                return Err(usage(say!("no setting of the levers can be played"), &say!("narrow their ranges")));
            };
            let said = told_best::answer(&told, &found);
            let cost = (found.rounds.first().map_or(0, |round| round.candidates), found.played);
            (told_best::report(&told, &found), json::optimised(&told, &found), said, cost)
        }
    };
    waiting.phase(say!("writing {file}", file = result.display()));
    let not_written = |error: &dyn std::fmt::Display| {
        Failure::NotWritten(failed(say!("the result could not be made: {error}", error)))
    };
    let workbook = write::workbook(&report).map_err(|error| not_written(&error))?;
    let document = document.map_err(|error| not_written(&error))?;
    output::replace(&result, &workbook)?;
    drop(waiting);
    let on_output = args.writing.json.is_some() && json_file.is_none();
    match json_file {
        Some(path) => output::replace(path, document.as_bytes())?,
        None if on_output => print(&document),
        None => {}
    }
    if !args.writing.quiet {
        let said = said.join("\n") + "\n";
        if on_output {
            eprint!("{said}")
        } else {
            print(&said)
        }
        let (candidates, played) = cost;
        let seconds = started.elapsed().as_secs_f64();
        let each = candidates.max(1);
        let cost = say!(
            "{candidates} settings, {trials} trials and {seconds} seconds each, {total} seconds in all",
            candidates,
            trials = Value::Count((played / each) as i64).shown(),
            seconds = number::fixed(seconds / each as f64, 3),
            total = number::fixed(seconds, 1)
        );
        eprintln!("{cost}");
        eprintln!("{}", say!("wrote {file}", file = result.display()));
    }
    Ok(())
}

/// Optimising plays one reading: where the workbook asks for both, the one in which people answer, for a search would
/// make use of people who never do.
fn settle_reading(programme: &mut Programme, wanted: Option<Reading>) {
    programme.settings.readings = match wanted {
        Some(Reading::Static) => Readings::Static,
        Some(Reading::Behavioural | Reading::Both) => Readings::Behavioural,
        None if programme.settings.readings == Readings::Both => Readings::Behavioural,
        None => programme.settings.readings,
    };
}

fn usage(message: String, hint: &str) -> Failure {
    Failure::Usage(error_with_hint(message, hint))
}

fn broken(error: CheckFailed) -> Failure {
    Failure::CheckFailed(failed(say!("{failure}; nothing was written, please report this", failure = error)))
}

/// Refuses more candidates than memory holds.
fn refuse_candidates(bench: &Bench<'_>, objective: Objective, budget: &Budget) -> Result<(), Failure> {
    let reason = memory::too_much(expected_bytes(bench, objective, budget), budget.candidates);
    reason.map_or(Ok(()), |reason| {
        Err(usage(format!("--candidates {reason}"), &say!("try fewer settings, or fewer trials of each")))
    })
}

/// What the levers are put on.
fn scenario(loaded: &Loaded, name: Option<&str>) -> Result<Scenario, Failure> {
    let Some(name) = name else {
        return Ok(Scenario {
            name: say!("Baseline rules"),
            edits: Vec::new(),
            steps: Vec::new(),
            programme: loaded.inputs.programme.clone(),
            includes: Vec::new(),
        });
    };
    Ok(loaded.scenarios[chosen::place(loaded, name)?].clone())
}

/// `ID`, `ID:max` or `ID:min`; by default the workbook's measure, the way its owner wants it.
fn objective(loaded: &Loaded, text: Option<&str>) -> Result<Objective, Failure> {
    let text = text.unwrap_or(&loaded.inputs.programme.settings.uncertainty.objective);
    let (id, way) = text.split_once(':').map_or((text, None), |(id, way)| (id, Some(way.trim())));
    let place = known_measure(id.trim()).map_err(|(message, hint)| usage(format!("--objective {message}"), &hint))?;
    let up = match way {
        Some("max") => true,
        Some("min") => false,
        None => MEASURES[place].more_is_better,
        Some(other) => {
            return Err(usage(say!("--objective asks for \"{way}\"", way = other), &say!("write :max or :min")));
        }
    };
    Ok(Objective { place, up })
}

/// `MEASURE=VALUE`, the value in the measure's unit.
fn goal(text: &str, of_difference: bool) -> Result<Goal, Failure> {
    let Some((id, value)) = text.split_once('=') else {
        return Err(usage(
            say!("--seek takes MEASURE=VALUE, found \"{text}\"", text),
            &say!("such as --seek win_rate=42%"),
        ));
    };
    let measure = known_measure(id.trim()).map_err(|(message, hint)| usage(format!("--seek {message}"), &hint))?;
    let kind = match MEASURES[measure].unit {
        Unit::Fraction => Kind::Rate { min: Rate::per_mille(-1_000), max: Rate::ONE },
        Unit::Money | Unit::Count | Unit::Days | Unit::Index => Kind::Number { min: -1e15, max: 1e15 },
    };
    let reading = kind.read(&Cell::Text(value.to_owned())).map_err(|refusal| {
        usage(say!("the value of --seek {problem}", problem = refusal.message), &refusal.hint.unwrap_or_default())
    })?;
    Ok(Goal { measure, of_difference, target: reading.value.as_number().unwrap_or(0.0) })
}

/// Goal seek turns one lever, whose values are numbers.
fn keep_one_lever(loaded: &mut Loaded, wanted: Option<&str>) -> Result<(), Failure> {
    let levers = &mut loaded.inputs.levers;
    let names: Vec<String> = levers.iter().map(|lever| lever.target.clone()).collect();
    if let Some(wanted) = wanted {
        levers.retain(|lever| lever.target == wanted);
    }
    let hint = say!("name one of {names} with --lever", names = names.join(", "));
    match levers.as_slice() {
        [] => Err(usage(say!("there is no lever {name}", name = wanted.unwrap_or_default()), &hint)),
        [one] if one.range().is_none() => {
            let values = one.values.iter().map(Value::shown);
            let values = values.reduce(|first, second| say!("{first} or {second}", first, second));
            let values = values.unwrap_or_default();
            Err(usage(say!("{lever} is {values}: --seek takes a number", lever = one.target, values), &hint))
        }
        [_] => Ok(()),
        _ => Err(usage(say!("--seek turns one lever"), &hint)),
    }
}
