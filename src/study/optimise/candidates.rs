//! The settings that a search has tried: played, judged, put in order, and the best of them kept.

use crate::sim::check::CheckFailed;
use crate::sim::run::Progress;
use crate::study::evidence::{Evidence, Needs};
use crate::study::levers::{Bench, Judged, Objective, Rank, Setting};

/// Finalists that are there because they keep every guardrail.
const KEEPERS: usize = 3;

/// What is said of a setting before it is settled.
pub(super) struct Tried {
    pub(super) setting: Setting,
    pub(super) evidence: Evidence,
    pub(super) rank: Rank,
    /// The guardrails that it misses.
    pub(super) missed: Vec<usize>,
}

/// The guardrails that a setting misses.
pub(super) fn missed(judged: &Judged) -> Vec<usize> {
    let verdicts = judged.verdicts.iter().enumerate();
    verdicts.filter(|(_, verdict)| !verdict.kept).map(|(at, _)| at).collect()
}

/// A search under way.
pub(super) struct Hunt<'a> {
    pub(super) bench: &'a Bench<'a>,
    pub(super) objective: Objective,
    pub(super) needs: Needs,
    pub(super) progress: Progress<'a>,
    pub(super) played: usize,
    pub(super) unplayable: (usize, Option<String>),
    pub(super) tried: Vec<Tried>,
}

impl Hunt<'_> {
    /// Tries settings on the first trials.
    pub(super) fn try_all(&mut self, settings: Vec<Setting>, trials: usize) -> Result<Vec<Rank>, CheckFailed> {
        let mut ranks = vec![Rank::UNPLAYABLE; settings.len()];
        let mut playable = Vec::new();
        for (at, setting) in settings.iter().enumerate() {
            match self.bench.obstacle(setting) {
                None => playable.push(at),
                Some(reason) => {
                    self.unplayable.0 += 1;
                    self.unplayable.1.get_or_insert(reason);
                }
            }
        }
        let scenarios: Vec<_> = playable.iter().map(|at| self.bench.set(&settings[*at])).collect();
        let evidence = self.bench.play(&scenarios, (0, trials), &self.needs, self.progress)?;
        self.played += scenarios.len() * trials;
        for (at, evidence) in playable.into_iter().zip(evidence) {
            let tried = self.judged(settings[at].clone(), evidence);
            ranks[at] = tried.rank;
            self.tried.push(tried);
        }
        Ok(ranks)
    }

    fn judged(&self, setting: Setting, evidence: Evidence) -> Tried {
        let judged = self.bench.judge(setting, evidence, self.objective);
        Tried { missed: missed(&judged), setting: judged.setting, evidence: judged.evidence, rank: judged.rank }
    }

    /// Plays those that are left on more trials.
    pub(super) fn play_on(&mut self, window: (usize, usize)) -> Result<(), CheckFailed> {
        let scenarios: Vec<_> = self.tried.iter().map(|tried| self.bench.set(&tried.setting)).collect();
        let evidence = self.bench.play(&scenarios, window, &self.needs, self.progress)?;
        self.played += scenarios.len() * window.1;
        for (tried, more) in std::mem::take(&mut self.tried).into_iter().zip(evidence) {
            let mut evidence = tried.evidence;
            evidence.join(more);
            let tried = self.judged(tried.setting, evidence);
            self.tried.push(tried);
        }
        Ok(())
    }

    /// Puts the best first; what is equal in the order of the grid.
    pub(super) fn order(&mut self) {
        self.tried.sort_by(|a, b| a.rank.order(&b.rank).then_with(|| a.setting.cmp(&b.setting)));
    }

    /// Keeps the first `most`, among them some that keep every guardrail if there are such.
    pub(super) fn keep(&mut self, most: usize) {
        if most >= self.tried.len() {
            return;
        }
        let keeps = |tried: &Tried| tried.missed.is_empty();
        let reserved = self.tried.iter().filter(|tried| keeps(tried)).count().min(KEEPERS).min(most);
        let (mut kept, mut keepers) = (Vec::new(), 0);
        for tried in std::mem::take(&mut self.tried) {
            let is_keeper = keeps(&tried);
            // Places that are held for keepers stay free for them.
            let held = if is_keeper { 0 } else { reserved.saturating_sub(keepers) };
            if kept.len() + held < most {
                keepers += usize::from(is_keeper);
                kept.push(tried);
            }
        }
        self.tried = kept;
    }

    /// The setting with the best objective of all, if it misses guardrails, and those; without guardrails it would be it.
    pub(super) fn binding(&self) -> Option<(Setting, Vec<usize>)> {
        let best = self.tried.iter().min_by(|a, b| b.rank.gain.total_cmp(&a.rank.gain))?;
        (!best.missed.is_empty()).then(|| (best.setting.clone(), best.missed.clone()))
    }
}
