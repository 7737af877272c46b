//! From a workbook that was read to the figures of its run, as [`run`](super::run) writes them.

use crate::commands::ledger::Asked;
use crate::commands::load::Loaded;
use crate::commands::progress::Waiting;
use crate::commands::{Failure, error as failed};
use crate::embedded::{Embedded, Extent, Options};
use crate::language::spoken;
use crate::measures;
use crate::programme::Readings;
use crate::report::{self, Drawn, Report, RunFacts, Story};
use crate::say;
use crate::scenario::BASELINE;
use crate::sim::check::CheckFailed;
use crate::sim::design::Repair;
use crate::sim::run::{self, First, Totals};
use crate::sim::sampled::Sampled;
use crate::study::attribution::{Brought, brought, expected_work};
use crate::study::audit::Audit;
use crate::study::guardrails::{self, Judgement};
use crate::study::played::{Kept, Played, TWICE, play_on};
use crate::study::sensitivity::{quick, quick_work};
use crate::study::{Case, Sample, Sensitivity};
use crate::summary::{Names, Summary};

/// A run that was played, with all that is told of it.
#[derive(Debug)]
pub struct Simulation {
    loaded: Loaded,
    options: Options,
    facts: RunFacts,
    names: Names,
    played: Played,
    repair: Option<Repair>,
    sensitivity: Option<Sensitivity>,
    brought: Vec<Brought>,
    summary: Summary,
    guarded: Vec<Judgement>,
    audit: Option<Audit>,
}

impl Simulation {
    /// Plays a workbook, of which the scenarios that are not wanted were left out before, on so many threads; one a core if
    /// nothing is said. What has not changed since a run that was kept is taken from there. Somebody may hear of the first
    /// trials before the others are played.
    ///
    /// # Errors
    /// [`Failure::CheckFailed`] with the first identity of docs/model.md, "What must hold", that a trial breaks.
    pub fn play(
        mut loaded: Loaded,
        options: Options,
        threads: Option<usize>,
        waiting: &Waiting,
        (kept, first): (Option<&Kept>, Option<First<'_>>),
    ) -> Result<Simulation, Failure> {
        let asked_readings = loaded.inputs.programme.settings.readings;
        if let Some(reading) = options.reading {
            loaded.inputs.programme.settings.readings = reading;
        }
        let (seed, trials) = (options.seed, options.trials as usize);
        let asked = Asked::new(&options, &loaded)?;
        let names = names(&loaded);
        waiting.expect(work(&loaded, &options));
        waiting.phase(say!("playing trials"));
        let readings = readings(&loaded);
        let progress = |trials: usize| waiting.advance(trials * readings);
        let played = run::on_threads(threads, || {
            let programme = &loaded.inputs.programme;
            let sampled = Sampled::new(programme, &loaded.scenarios, &loaded.uncertainty, (seed, trials));
            let luck = (seed, trials, again(&options));
            let played = play_on(&sampled, &loaded.precision, luck, kept, &progress, first)?;
            let summary = summarise(&names, &played);
            if !options.extent.is_whole() {
                return Ok((played, sampled.repair, None, Vec::new(), summary));
            }
            let sensitivity = decisive(&loaded, &played, seed, waiting)?;
            let luck = (seed, trials);
            waiting.phase(say!("taking scenarios apart"));
            let tell = |trials: usize| waiting.advance(trials);
            let brought = brought(&loaded.inputs, &loaded.scenarios, &loaded.uncertainty, &played, luck, &tell)?;
            Ok::<_, CheckFailed>((played, sampled.repair, sensitivity, brought, summary))
        });
        let (played, repair, sensitivity, brought, summary) = played.map_err(|error| {
            Failure::CheckFailed(failed(say!("{failure}; nothing was written, please report this", failure = error)))
        })?;
        let guarded = guardrails::judge_run(&loaded.guardrails, &played.trials, &played.plans, &summary);
        let facts = RunFacts {
            file: loaded.file.clone(),
            sha256: loaded.sha256.clone(),
            seed,
            version: env!("CARGO_PKG_VERSION"),
            extent: options.extent,
            asked: asked_readings,
        };
        let audit = None;
        let mut simulation =
            Simulation { loaded, options, facts, names, played, repair, sensitivity, brought, summary, guarded, audit };
        if asked != Asked::Nothing {
            simulation.audit = simulation.audited(asked);
        }
        Ok(simulation)
    }

    /// All that the pages of a result tell of.
    pub fn story(&self) -> Story<'_> {
        let uncertainty = &self.loaded.uncertainty;
        let drawn = Drawn { uncertainty, values: &self.played.drawn, repair: self.repair.as_ref() };
        Story {
            inputs: &self.loaded.inputs,
            scenarios: &self.loaded.scenarios,
            members: &self.played.plans.members,
            plans: &self.played.plans,
            summary: &self.summary,
            run: &self.facts,
            drawn: (!uncertainty.is_empty()).then_some(drawn),
            exactness: Some(&self.played.exactness),
            guarded: &self.guarded,
            brought: &self.brought,
            sensitivity: self.sensitivity.as_ref(),
            audit: self.audit.as_ref(),
        }
    }

    /// The trial that the ledger lists, played again in full.
    fn audited(&self, asked: Asked) -> Option<Audit> {
        let Loaded { inputs, scenarios, uncertainty, .. } = &self.loaded;
        let luck = (self.options.seed, self.options.trials as usize);
        let sampled = Sampled::new(&inputs.programme, scenarios, uncertainty, luck);
        asked.audit(&self.loaded, &sampled, &self.played, &self.story())
    }

    /// Its result, in the language that is spoken, with what it takes to play it again.
    pub fn report(&self) -> Report {
        let embedded = Embedded {
            version: self.facts.version.to_owned(),
            file: self.facts.file.clone(),
            sha256: self.facts.sha256.clone(),
            language: spoken(),
            options: self.options.clone(),
            grid: self.loaded.grid.clone(),
        };
        Report { embedded: embedded.records(), ..report::report(&self.story()) }
    }

    /// What the next run may take over, where this one was an answer of so few trials that they are kept.
    pub fn kept(self) -> Option<Kept> {
        let Simulation { loaded, options, played, .. } = self;
        let luck = (options.seed, options.trials as usize);
        let few = !options.extent.is_whole() && options.trials <= Extent::MOST_TRIALS;
        few.then(|| Kept::new(luck, (loaded.inputs.programme, loaded.scenarios), loaded.uncertainty, played))
    }

    /// What its figures are called.
    pub fn names(&self) -> &Names {
        &self.names
    }

    /// The totals of every trial.
    pub fn totals(&self) -> &Totals {
        &self.played.trials.totals
    }
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

/// Trials that are played again with other luck, at most.
fn again(options: &Options) -> usize {
    if options.extent.is_whole() { TWICE } else { 0 }
}

/// Trials of every value of an input that is tried alone, at most.
const TRIED: usize = 64;

/// Which uncertain input decides between the scenarios and the baseline; nothing where all is known, or too few trials
/// tell anything.
fn decisive(
    loaded: &Loaded,
    played: &Played,
    seed: u64,
    waiting: &Waiting,
) -> Result<Option<Sensitivity>, CheckFailed> {
    let programme = &loaded.inputs.programme;
    let count = played.trials.count();
    let Some((place, measure)) = measures::measure(&programme.settings.uncertainty.objective) else { return Ok(None) };
    if !is_told(loaded, count) {
        return Ok(None);
    }
    waiting.phase(say!("trying each uncertain input alone"));
    let case = Case::new(programme, &loaded.scenarios, &loaded.uncertainty, measure, seed);
    // The first reading of a run is the one that the case is in.
    let value = |trial, programme| measures::value(place, &played.trials.totals, trial, programme);
    let difference = |scenario: usize| (0..count).map(|trial| value(trial, scenario) - value(trial, 0)).collect();
    let differences: Vec<Vec<f64>> = (1..=loaded.scenarios.len()).map(difference).collect();
    let sample = Sample { values: &played.drawn, differences: &differences };
    quick(&case, sample, count.min(TRIED), &|finished| waiting.advance(finished)).map(Some)
}

/// Whether some trials tell which input decides.
fn is_told(loaded: &Loaded, trials: usize) -> bool {
    !loaded.uncertainty.is_empty() && !loaded.scenarios.is_empty() && trials >= 4
}

/// Readings that are played.
fn readings(loaded: &Loaded) -> usize {
    if loaded.inputs.programme.settings.readings == Readings::Both { 2 } else { 1 }
}

/// About how many trials of a family in one reading a run plays, for whoever waits.
fn work(loaded: &Loaded, options: &Options) -> usize {
    let trials = options.trials as usize;
    let again = if loaded.uncertainty.is_empty() { 0 } else { trials.min(again(options)) };
    let tried = match options.extent.is_whole() && is_told(loaded, trials) {
        true => quick_work(loaded.uncertainty.inputs.len(), loaded.scenarios.len(), trials.min(TRIED)),
        false => 0,
    };
    let apart = match options.extent.is_whole() {
        true => expected_work(&loaded.inputs, &loaded.scenarios, &loaded.uncertainty, trials),
        false => 0,
    };
    (trials + again) * readings(loaded) + tried + apart
}
