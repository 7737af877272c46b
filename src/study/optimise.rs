//! Searches the settings of the levers for the best objective that keeps every guardrail (docs/model.md, "Guardrails,
//! levers and optimising").

use crate::measures::measure;
use crate::sim::check::CheckFailed;
use crate::sim::run::Progress;
use crate::stats::interval::{Estimate, Interval};
use crate::study::evidence::Needs;
use crate::study::levers::{Bench, Judged, Objective, Setting};

mod candidates;
pub mod confirm;
mod frontier;
pub mod search;

use candidates::{Hunt, missed};
use confirm::{Comparison, compare};
pub use frontier::{PARTNERS, Point, VENDOR};
use search::Axis;

/// How far a search may go.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Budget {
    /// Trials of a candidate, at most: of the last round of the search, and again of the confirmation.
    pub trials: usize,
    /// Settings that are tried, at most.
    pub candidates: usize,
    /// The confidence with which the winner shall be better than every runner-up.
    pub confidence: f64,
}

/// The settings that are played again to confirm the best of them.
const FINALISTS: usize = 5;
/// The first round plays this part of the trials, but at least [`FEWEST`].
const FIRST_ROUND: usize = 16;
const FEWEST: usize = 128;

/// One round of the search.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Round {
    /// The settings that were in it.
    pub candidates: usize,
    /// The trials that each had behind it at its end.
    pub trials: usize,
}

/// What a search found.
#[derive(Debug, Clone, PartialEq)]
pub struct Optimised {
    /// What decided.
    pub objective: Objective,
    /// What was allowed.
    pub budget: Budget,
    /// How many settings there are.
    pub grid: usize,
    /// Those that were tried but cannot be played, with the reason of the first.
    pub unplayable: (usize, Option<String>),
    /// The rounds of the search.
    pub rounds: Vec<Round>,
    /// The scenario as it is entered, on the trials of the confirmation.
    pub entered: Judged,
    /// The settings that were played again, on these trials: those that keep every guardrail first, the best of them
    /// first.
    pub finalists: Vec<Judged>,
    /// The first of them beside the others that keep every guardrail, in the same order; empty where none does.
    pub comparisons: Vec<Comparison>,
    /// A setting with a better objective than the best that keeps every guardrail, and the guardrails that it misses;
    /// without a winner, the nearest setting and what it misses.
    pub binding: Option<(Setting, Vec<usize>)>,
    /// The trade-off between partners and vendor, on the same trials.
    pub frontier: Vec<Point>,
    /// Trials played, counting each programme.
    pub played: usize,
}

impl Optimised {
    /// The best setting that keeps every guardrail.
    pub fn winner(&self) -> Option<&Judged> {
        self.finalists.first().filter(|best| best.keeps_all())
    }

    /// Whether the winner is better than every runner-up with the confidence that was asked for.
    pub fn is_clear(&self) -> bool {
        self.comparisons.iter().all(|comparison| comparison.confidence >= self.budget.confidence)
    }

    /// The mean gain of a finalist and where the true one lies with the confidence that was asked for.
    pub fn gain(&self, judged: &Judged) -> (Estimate, Interval) {
        let gains = self.objective.gains(&judged.evidence);
        let trials = gains.len().max(2);
        let mean = crate::study::levers::estimate(gains);
        (mean, Interval::of_mean(mean, trials, self.budget.confidence))
    }
}

/// The trials of the search: a multiple of a batch, so that those that confirm it begin a batch.
pub fn search_trials(budget: &Budget) -> usize {
    budget.trials.next_multiple_of(crate::sim::design::BATCH)
}

/// About how many trials of a candidate [`optimise`] plays, for whoever waits: every candidate on a few trials, half of
/// them on twice as many and so on, and the finalists with the levers as they are on new ones.
pub fn expected_work(bench: &Bench<'_>, budget: &Budget) -> usize {
    let axes: Vec<Axis> = bench.levers.iter().map(axis).collect();
    let mut candidates = search::size(&axes).min(budget.candidates);
    let mut trials = first_round(budget);
    let mut work = candidates * trials;
    while candidates > FINALISTS && trials < budget.trials {
        candidates = candidates.div_ceil(2).max(FINALISTS);
        let more = trials.min(budget.trials - trials);
        work += candidates * more;
        trials += more;
    }
    work + (1 + candidates.min(FINALISTS)) * budget.trials
}

/// The bytes of what [`optimise`] keeps of the candidates it has tried, trial by trial: each round has half of them and twice
/// the trials, and the last one the finalists and the settings of the frontier.
pub fn expected_bytes(bench: &Bench<'_>, objective: Objective, budget: &Budget) -> f64 {
    let axes: Vec<Axis> = bench.levers.iter().map(axis).collect();
    let candidates = search::size(&axes).min(budget.candidates);
    let figures = (candidates * first_round(budget)).max((1 + FINALISTS + frontier::MOST_POINTS) * budget.trials);
    // A candidate's figure and the baseline's.
    (figures * sought(bench, objective).measures.len() * 2 * size_of::<f64>()) as f64
}

/// What is asked of the trials of a candidate.
fn sought(bench: &Bench<'_>, objective: Objective) -> Needs {
    let [partners, vendor] = [PARTNERS, VENDOR].map(|id| place(id, objective));
    bench.needs(&[objective.place, partners, vendor])
}

/// The place of a measure, or of the one that decides where there is no such.
fn place(id: &str, objective: Objective) -> usize {
    measure(id).map_or(objective.place, |(place, _)| place)
}

/// The trials of every candidate in the first round.
fn first_round(budget: &Budget) -> usize {
    (budget.trials / FIRST_ROUND).clamp(FEWEST.min(budget.trials), budget.trials)
}

/// Searches for the best setting.
///
/// Nothing is found (`None`) where no setting that was tried can be played.
///
/// # Errors
/// The first identity of docs/model.md, "What must hold", that a trial breaks.
pub fn optimise(
    bench: &Bench<'_>,
    objective: Objective,
    budget: Budget,
    progress: Progress<'_>,
) -> Result<Option<Optimised>, CheckFailed> {
    let [partners, vendor] = [PARTNERS, VENDOR].map(|id| place(id, objective));
    let needs = sought(bench, objective);
    let axes: Vec<Axis> = bench.levers.iter().map(axis).collect();
    let first = first_round(&budget);
    let mut hunt = Hunt { bench, objective, needs, progress, played: 0, unplayable: (0, None), tried: Vec::new() };
    if search::size(&axes) <= budget.candidates {
        hunt.try_all(search::all(&axes), first)?;
    } else {
        search::search(&axes, &bench.entered(), budget.candidates, |settings| hunt.try_all(settings, first))?;
    }
    let mut rounds = vec![Round { candidates: hunt.tried.len(), trials: first }];
    let edge = frontier::edge(
        &hunt.tried.iter().map(|tried| (&tried.setting, &tried.evidence)).collect::<Vec<_>>(),
        [partners, vendor],
    );
    let mut trials = first;
    hunt.order();
    let binding = hunt.binding();
    while hunt.tried.len() > FINALISTS && trials < budget.trials {
        let half = hunt.tried.len().div_ceil(2).max(FINALISTS);
        hunt.keep(half);
        let more = trials.min(budget.trials - trials);
        hunt.play_on((trials, more))?;
        trials += more;
        rounds.push(Round { candidates: hunt.tried.len(), trials });
        hunt.order();
    }
    hunt.keep(FINALISTS);
    if hunt.tried.is_empty() {
        return Ok(None);
    }
    // New luck: the trials after those of any search.
    let settings: Vec<Setting> = hunt.tried.iter().map(|tried| tried.setting.clone()).collect();
    let others: Vec<Setting> = edge.into_iter().filter(|setting| !settings.contains(setting)).collect();
    let mut scenarios = vec![bench.scenario.clone()];
    scenarios.extend(settings.iter().chain(&others).map(|setting| bench.set(setting)));
    let window = (search_trials(&budget), budget.trials);
    let mut evidence = bench.play(&scenarios, window, &hunt.needs, progress)?.into_iter();
    let played = hunt.played + scenarios.len() * budget.trials;
    let mut judge = |setting: &Setting| bench.judge(setting.clone(), evidence.next().unwrap_or_default(), objective);
    let entered = judge(&Setting::new());
    let mut finalists: Vec<Judged> = settings.iter().map(&mut judge).collect();
    let others: Vec<Judged> = others.iter().map(&mut judge).collect();
    // A stable order: what is equal stays as the search left it.
    finalists.sort_by(|a, b| b.keeps_all().cmp(&a.keeps_all()).then(a.rank.order(&b.rank)));
    let keepers: Vec<Vec<f64>> = finalists
        .iter()
        .filter(|finalist| finalist.keeps_all())
        .map(|finalist| objective.gains(&finalist.evidence))
        .collect();
    let comparisons = keepers.split_first().map_or_else(Vec::new, |(best, others)| compare(best, others));
    let binding = match finalists.first() {
        Some(best) if !best.keeps_all() => {
            let nearest = finalists.iter().min_by(|a, b| a.rank.shortfall.total_cmp(&b.rank.shortfall)).unwrap_or(best);
            Some((nearest.setting.clone(), missed(nearest)))
        }
        _ => binding,
    };
    let frontier = frontier::points(finalists.iter().chain(&others), [partners, vendor]);
    Ok(Some(Optimised {
        objective,
        budget,
        grid: search::size(&axes),
        unplayable: hunt.unplayable,
        rounds,
        entered,
        finalists,
        comparisons,
        binding,
        frontier,
        played,
    }))
}

fn axis(lever: &crate::inputs::Lever) -> Axis {
    Axis { values: lever.values.len(), ordered: lever.range().is_some() }
}

#[cfg(test)]
mod tests;
