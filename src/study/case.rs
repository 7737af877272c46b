//! What a scenario brings beside the baseline under values of the uncertain inputs that a study chooses (docs/model.md,
//! "Sensitivity").

use rayon::prelude::*;

use crate::measures::{Amounts, Measure};
use crate::plan::{Ground, Plans, Reading};
use crate::programme::{Programme, Readings};
use crate::scenario::Scenario;
use crate::sim::check::CheckFailed;
use crate::sim::chunks::CHUNK;
use crate::sim::design::BATCH;
use crate::sim::run::{self, Progress, Totals, Worlds};
use crate::sim::trial::Setting;
use crate::stats::interval::Estimate;
use crate::stats::variance;
use crate::uncertainty::{Uncertainty, World};

/// Families that are played together: what they have alike is played once, and more would not stay in the nearest
/// caches.
const TOGETHER: usize = 16;

/// What is studied: a baseline, its scenarios, and all that is uncertain about them.
#[derive(Debug)]
pub struct Case<'a> {
    /// The baseline as it is entered.
    pub baseline: &'a Programme,
    /// The scenarios that are held against the baseline.
    pub scenarios: &'a [Scenario],
    /// What is uncertain.
    pub uncertainty: &'a Uncertainty,
    /// The measure of which differences are explained.
    pub measure: &'static Measure,
    /// The seed of all draws.
    pub seed: u64,
    /// What people do.
    pub reading: Reading,
    ground: Ground,
}

/// The values of all inputs, one each in natural units.
pub type Vector = Vec<f64>;

impl<'a> Case<'a> {
    /// A case in one reading: the one that the baseline's settings ask for, of both the static one.
    pub fn new(
        baseline: &'a Programme,
        scenarios: &'a [Scenario],
        uncertainty: &'a Uncertainty,
        measure: &'static Measure,
        seed: u64,
    ) -> Case<'a> {
        let mut asked = baseline.clone();
        if asked.settings.readings == Readings::Both {
            asked.settings.readings = Readings::Static;
        }
        let programmes: Vec<&Programme> = scenarios.iter().map(|scenario| &scenario.programme).collect();
        let ground = Ground::new(&asked, &programmes, uncertainty.may_behave());
        let reading = ground.readings.first().copied().unwrap_or(Reading::Static);
        Case { baseline, scenarios, uncertainty, measure, seed, reading, ground }
    }

    /// For each vector and scenario the mean difference of the measure over `trials` trials, at least two. The luck is
    /// the same for all vectors.
    ///
    /// # Errors
    /// The first identity of docs/model.md, "What must hold", that a trial breaks.
    pub fn means(
        &self,
        vectors: &[Vector],
        trials: usize,
        progress: Progress<'_>,
    ) -> Result<Vec<Vec<Estimate>>, CheckFailed> {
        // What is asked for again, such as all inputs as entered, is played once.
        let mut different: Vec<&Vector> = Vec::with_capacity(vectors.len());
        let place = |vector| {
            different.iter().position(|known| *known == vector).unwrap_or_else(|| {
                different.push(vector);
                different.len() - 1
            })
        };
        let places: Vec<usize> = vectors.iter().map(place).collect();
        // A few trials are one thread's work: then there are packs for all threads, side by side.
        let threads = rayon::current_num_threads().div_ceil(trials.div_ceil(CHUNK).max(1));
        let together = self.together(TOGETHER.min(different.len().div_ceil(threads)));
        let packs = different.par_chunks(together).map(|pack| self.means_of(pack, trials, progress));
        let packs: Vec<Result<Vec<Vec<Estimate>>, CheckFailed>> = packs.collect();
        let mut means: Vec<Vec<Estimate>> = Vec::with_capacity(different.len());
        for pack in packs {
            means.extend(pack?);
        }
        Ok(places.into_iter().map(|place| means[place].clone()).collect())
    }

    /// [`Case::means`] of vectors that are played together.
    fn means_of(
        &self,
        pack: &[&Vector],
        trials: usize,
        progress: Progress<'_>,
    ) -> Result<Vec<Vec<Estimate>>, CheckFailed> {
        let worlds: Vec<World> = pack.iter().map(|values| self.world(values)).collect();
        let plans = self.plans(&worlds);
        let setting = Setting::new(&plans, self.seed);
        let mut differences = self.columns(pack.len(), trials);
        for first in (0..trials).step_by(BATCH) {
            let count = (trials - first).min(BATCH);
            let all = |finished: usize| progress(finished * pack.len());
            let totals = run::totals(&setting, first as u64, count, Worlds::Same, &all)?;
            self.read(&totals, &mut differences);
        }
        Ok(differences.iter().map(|family| family.iter().map(|values| mean(values)).collect()).collect())
    }

    /// For each of `count` futures from the one numbered `luck` on, families of drawn values: by family and scenario the
    /// difference of the measure in each future. `values` gives the values of a family in a future, both counted from
    /// 0. Families of one future share its luck.
    pub(super) fn futures(
        &self,
        (luck, count): (u64, usize),
        families: usize,
        values: &(dyn Fn(usize, usize) -> Vector + Sync),
        progress: Progress<'_>,
    ) -> Result<Vec<Vec<Vec<f64>>>, CheckFailed> {
        let entered = self.world(&self.uncertainty.entered());
        let all: Vec<usize> = (0..families).collect();
        let mut differences = Vec::with_capacity(families);
        for pack in all.chunks(self.together(families)) {
            let plans = self.plans(&vec![entered.clone(); pack.len()]);
            let setting = Setting::new(&plans, self.seed);
            let drawn = |trial: usize| {
                let worlds: Vec<World> = pack.iter().map(|family| self.world(&values(trial, *family))).collect();
                self.plans(&worlds)
            };
            let all = |finished: usize| progress(finished * pack.len());
            let totals = run::totals(&setting, luck, count, Worlds::Drawn(&drawn), &all)?;
            let mut of_pack = self.columns(pack.len(), count);
            self.read(&totals, &mut of_pack);
            differences.append(&mut of_pack);
        }
        Ok(differences)
    }

    pub(super) fn world(&self, values: &[f64]) -> World {
        self.uncertainty.world(self.baseline, self.scenarios, values)
    }

    /// How many of some families can be played together: families with other partners cannot.
    fn together(&self, families: usize) -> usize {
        if self.uncertainty.changes_partners() { 1 } else { families.max(1) }
    }

    fn plans(&self, worlds: &[World]) -> Plans {
        let families: Vec<Vec<&Programme>> = worlds.iter().map(World::family).collect();
        match worlds {
            [only] if self.uncertainty.changes_partners() => {
                Plans::on(&self.ground.with_partners_of(&only.baseline), &families)
            }
            _ => Plans::on(&self.ground, &families),
        }
    }

    /// Room for differences, by family and scenario.
    fn columns(&self, families: usize, trials: usize) -> Vec<Vec<Vec<f64>>> {
        vec![vec![Vec::with_capacity(trials); self.scenarios.len()]; families]
    }

    /// Adds the differences of some trials.
    fn read(&self, totals: &Totals, differences: &mut [Vec<Vec<f64>>]) {
        let value = |trial, programme| (self.measure.read)(&Amounts::from(totals.total(trial, programme)));
        for trial in 0..totals.count {
            for (family, scenarios) in differences.iter_mut().enumerate() {
                let baseline = family * (1 + self.scenarios.len());
                let base = value(trial, baseline);
                for (at, kept) in scenarios.iter_mut().enumerate() {
                    kept.push(value(trial, baseline + 1 + at) - base);
                }
            }
        }
    }
}

fn mean(values: &[f64]) -> Estimate {
    let n = values.len() as f64;
    Estimate { value: values.iter().sum::<f64>() / n, se: libm::sqrt(variance(values) / n) }
}
