//! Differences under drawn values of the inputs: samples for rank correlations, and the outputs that Sobol indices are
//! estimated from (docs/model.md, "Sensitivity").

use super::case::{Case, Vector};
use crate::programme::Sampling;
use crate::sim::check::CheckFailed;
use crate::sim::design::{BATCH, Design};
use crate::sim::draws::Draws;
use crate::sim::run::Progress;
use crate::sim::sampled::Sampled;
use crate::stats::sobol::{Index, indices};

/// Drawn values and what they led to.
#[derive(Debug, Clone, Default)]
pub(super) struct Drawn {
    /// By input the value in each trial.
    pub values: Vec<Vec<f64>>,
    /// By scenario the difference in each trial.
    pub differences: Vec<Vec<f64>>,
}

impl Drawn {
    fn new(case: &Case<'_>) -> Drawn {
        Drawn {
            values: vec![Vec::new(); case.uncertainty.inputs.len()],
            differences: vec![Vec::new(); case.scenarios.len()],
        }
    }

    fn add(&mut self, vectors: &[Vector], differences: &[Vec<f64>]) {
        for vector in vectors {
            self.values.iter_mut().zip(vector).for_each(|(kept, value)| kept.push(*value));
        }
        self.differences.iter_mut().zip(differences).for_each(|(kept, added)| kept.extend(added));
    }
}

/// The outputs of one scenario at all base points.
#[derive(Debug, Clone)]
struct Outputs {
    a: Vec<f64>,
    b: Vec<f64>,
    /// One input from the second sample each; in the last place the luck.
    ab: Vec<Vec<f64>>,
}

/// The indices of one scenario's difference.
#[derive(Debug, Clone)]
pub(super) struct Indices {
    /// By input.
    pub inputs: Vec<Index>,
    /// Of the luck.
    pub luck: Index,
}

/// Plays `points` base points of two samples whose inputs are independent, and for each one sample with every single
/// input, and with the luck, of the other. Gives the indices by scenario, and the two samples.
///
/// All but the last of a point's `k + 3` families have the luck of their point, so that `k + 1` of them are played
/// together.
pub(super) fn saltelli(
    case: &Case<'_>,
    points: usize,
    progress: Progress<'_>,
) -> Result<(Vec<Indices>, Drawn), CheckFailed> {
    let inputs = case.uncertainty.inputs.len();
    let names = case.uncertainty.names();
    // The second sample's names: no input of a workbook has such a one.
    let names: Vec<String> = names.iter().cloned().chain(names.iter().map(|name| format!("{name} (B)"))).collect();
    let dimension = |name: &str| names.iter().position(|other| other == name);
    let draws = Draws::new(case.seed);
    let design = Design::new(&draws, &names, Sampling::Sobol, false, None, &dimension, points);
    let empty = Outputs { a: Vec::new(), b: Vec::new(), ab: vec![Vec::new(); inputs + 1] };
    let mut outputs = vec![empty; case.scenarios.len()];
    let mut drawn = Drawn::new(case);
    for batch in 0..design.batches() {
        let uniforms = design.batch(batch);
        let rows: Vec<(Vector, Vector)> = uniforms
            .chunks_exact(2 * inputs)
            .map(|row| (case.uncertainty.values(&row[..inputs]), case.uncertainty.values(&row[inputs..])))
            .collect();
        let first = (batch * BATCH) as u64;
        let of_a = |point: usize, family: usize| {
            let (a, b) = &rows[point];
            let mut values = a.clone();
            if let Some(input) = family.checked_sub(1) {
                values[input] = b[input];
            }
            values
        };
        let of_b =
            |point: usize, family: usize| if family == 0 { rows[point].1.clone() } else { rows[point].0.clone() };
        let [with_a, with_b] = [
            case.futures((first, rows.len()), inputs + 1, &of_a, progress)?,
            case.futures((points as u64 + first, rows.len()), 2, &of_b, progress)?,
        ];
        for (scenario, outputs) in outputs.iter_mut().enumerate() {
            outputs.a.extend(&with_a[0][scenario]);
            outputs.b.extend(&with_b[0][scenario]);
            for (kept, family) in outputs.ab.iter_mut().zip(with_a[1..].iter().chain(&with_b[1..])) {
                kept.extend(&family[scenario]);
            }
        }
        let (a, b): (Vec<Vector>, Vec<Vector>) = rows.into_iter().unzip();
        drawn.add(&a, &with_a[0]);
        drawn.add(&b, &with_b[0]);
    }
    Ok((outputs.iter().map(Outputs::indices).collect(), drawn))
}

impl Outputs {
    fn indices(&self) -> Indices {
        let ab: Vec<&[f64]> = self.ab.iter().map(Vec::as_slice).collect();
        let mut inputs = indices(&self.a, &self.b, &ab);
        let luck = inputs.remove(inputs.len() - 1);
        Indices { inputs, luck }
    }
}

/// Plays `trials` trials whose inputs are sampled and correlated as the workbook says, one luck each.
pub(super) fn correlated(case: &Case<'_>, trials: usize, progress: Progress<'_>) -> Result<Drawn, CheckFailed> {
    let sampled = Sampled::new(case.baseline, case.scenarios, case.uncertainty, (case.seed, trials));
    let mut drawn = Drawn::new(case);
    for batch in 0..trials.div_ceil(BATCH) {
        let values = sampled.batch(batch);
        let rows: Vec<Vector> = (0..values.trials()).map(|trial| values.trial(trial).to_vec()).collect();
        let luck = ((batch * BATCH) as u64, rows.len());
        let differences = case.futures(luck, 1, &|trial, _| rows[trial].clone(), progress)?;
        drawn.add(&rows, &differences[0]);
    }
    Ok(drawn)
}
