//! Sampling designs: the uniforms of uncertain inputs, batch by batch (docs/model.md, "Uncertainty").
//!
//! Every input is drawn by its own name. What is drawn for one does not depend on which others are uncertain too, in
//! what order they stand, or on how many threads draw.

mod dependence;
mod joe_kuo;
mod latin;
mod matrix;
mod sobol;

pub use dependence::{Dependence, Repair, iman_conover};
pub use sobol::DIMENSIONS;

use crate::model::population;
use crate::programme::Sampling;
use crate::sim::draws::{Draws, Kind, Source};
use dependence::Linked;
use sobol::Points;

/// Trials in a batch; only the last may have fewer. A power of two, so that Sobol points are even in every batch.
pub const BATCH: usize = 1_024;

/// How all uncertain inputs are sampled.
#[derive(Debug)]
pub struct Design {
    draws: Draws,
    columns: Vec<Column>,
    antithetic: bool,
    linked: Option<Linked>,
    trials: usize,
}

/// How one input is sampled, with the key of its draws.
#[derive(Debug)]
enum Column {
    Plain(u64),
    Latin(u64),
    Sobol(Points),
}

impl Design {
    /// A design for inputs by the names that key their draws.
    ///
    /// `dimension_of` gives an input its dimension in Sobol's sequence, from 0 to [`DIMENSIONS`] - 1, no two inputs the
    /// same; with other samplings it is not asked. An input that has none there (a cell of a table, an edit) is spread
    /// evenly by itself and paired with the others at random, so that it needs no dimension of its own and moves
    /// nobody else's.
    ///
    /// With `antithetic`, each trial of even number is followed by its mirror: `u`, then `1 - u`, in every input. Sobol
    /// points are balanced as they are, and `antithetic` is ignored with them. The last of an odd number of trials has
    /// no mirror; Iman and Conover's method then keeps the pairs of its batch only nearly. Names in `dependence` that the design
    /// lacks are left out.
    pub fn new(
        draws: &Draws,
        names: &[String],
        sampling: Sampling,
        antithetic: bool,
        dependence: Option<&Dependence>,
        dimension_of: &dyn Fn(&str) -> Option<usize>,
        trials: usize,
    ) -> Design {
        let column = |name: &String| {
            let key = population::key(name);
            match sampling {
                Sampling::Plain => Column::Plain(key),
                Sampling::LatinHypercube => Column::Latin(key),
                Sampling::Sobol => {
                    let mut seeds = [0; 2];
                    draws.of_entity(Kind::Scrambling, key).marks(&mut seeds);
                    Column::Sobol(Points::new(dimension_of(name), seeds))
                }
            }
        };
        Design {
            draws: draws.clone(),
            columns: names.iter().map(column).collect(),
            antithetic: antithetic && sampling != Sampling::Sobol,
            linked: dependence.and_then(|dependence| dependence.among(names)),
            trials,
        }
    }

    /// Number of inputs.
    pub fn inputs(&self) -> usize {
        self.columns.len()
    }

    /// Number of batches.
    pub fn batches(&self) -> usize {
        self.trials.div_ceil(BATCH)
    }

    /// The uniforms of a batch, trial by trial, [`Design::inputs`] numbers in (0, 1) each; nothing beyond the last
    /// batch.
    ///
    /// Plain draws and Sobol points of a trial do not depend on how many trials there are. Strata, and the order that
    /// Iman and Conover's method gives, are the batch's: with another number of trials, only a last batch that is
    /// shorter changes.
    pub fn batch(&self, batch: usize) -> Vec<f64> {
        let first = batch.saturating_mul(BATCH);
        let trials = self.trials.saturating_sub(first).min(BATCH);
        let mut uniforms = vec![0.0; trials * self.inputs()];
        for (at, column) in self.columns.iter().enumerate() {
            for (trial, u) in self.column(column, first, trials).into_iter().enumerate() {
                uniforms[trial * self.inputs() + at] = u;
            }
        }
        if let Some(linked) = &self.linked {
            linked.apply(&mut uniforms, self.inputs());
        }
        uniforms
    }

    /// One input's uniforms in the trials from `first` on.
    fn column(&self, column: &Column, first: usize, trials: usize) -> Vec<f64> {
        match column {
            Column::Plain(key) => {
                let mut source = self.draws.of_entity(Kind::Input, *key);
                // A draw of 64 bits takes two positions.
                source.seek(2 * first as u64);
                let mut values: Vec<f64> = bits(&mut source, trials).into_iter().map(uniform).collect();
                if self.antithetic {
                    for pair in values.chunks_exact_mut(2) {
                        pair[1] = 1.0 - pair[0];
                    }
                }
                values
            }
            Column::Latin(key) => {
                let mut source = self.draws.of_entity(Kind::Strata, *key);
                // Two draws a trial: the order and the place within the stratum.
                source.seek(4 * first as u64);
                let (order, places) = (bits(&mut source, trials), bits(&mut source, trials));
                if self.antithetic { latin::mirrored(&order, &places) } else { latin::strata(&order, &places) }
            }
            Column::Sobol(points) => (first..first + trials).map(|trial| points.at(trial as u32)).collect(),
        }
    }
}

fn bits(source: &mut Source, count: usize) -> Vec<u64> {
    let mut bits = vec![0; count];
    source.bits(&mut bits);
    bits
}

/// The middle of one of 2^52 equal cells: a bit less than [`crate::quantile::uniform`], so that `1 - u` is exact and
/// never 1.
fn uniform(bits: u64) -> f64 {
    ((bits >> 12) as f64 + 0.5) * (1.0 / 4_503_599_627_370_496.0)
}

#[cfg(test)]
mod tests;
