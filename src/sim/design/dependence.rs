//! Rank correlations between uncertain inputs (docs/model.md, "Uncertainty").

use super::matrix::{self, Eigen, Matrix};
use crate::programme::Correlating;
use crate::quantile;

/// Wanted rank correlations between some inputs.
#[derive(Debug, Clone, PartialEq)]
pub struct Dependence {
    method: Correlating,
    names: Vec<String>,
    /// Correlations of the normal scores behind the rank correlations.
    scores: Matrix,
}

/// How wanted rank correlations were changed because no inputs can have them.
#[derive(Debug, Clone, PartialEq)]
pub struct Repair {
    /// Largest change of a rank correlation, without its sign.
    pub largest_change: f64,
    /// The two inputs it was between, by their places in the matrix.
    pub between: (usize, usize),
    /// Smallest eigenvalue of the wanted matrix, in normal scores: negative.
    pub smallest_eigenvalue: f64,
    /// The rank correlations that are aimed at instead.
    pub matrix: Vec<Vec<f64>>,
}

impl Dependence {
    /// Spearman's rank correlations `matrix` between the inputs `names`, in this order: symmetric, ones on the diagonal,
    /// the rest from -1 to 1.
    ///
    /// Both methods work on normal scores, whose correlation is `2 sin(pi r / 6)` for a rank correlation of `r` (Pearson
    /// 1907). Where these are not positive semi-definite, the nearest that are take their place.
    pub fn new(method: Correlating, names: Vec<String>, matrix: &[Vec<f64>]) -> (Dependence, Option<Repair>) {
        let wanted = entries(matrix, |rank| 2.0 * libm::sin(std::f64::consts::PI * rank / 6.0));
        let smallest = Eigen::of(&wanted).smallest();
        if matrix::semidefinite(smallest) {
            return (Dependence { method, names, scores: wanted }, None);
        }
        let scores = matrix::nearest(&wanted);
        let ranks = entries(&scores, |score| 6.0 / std::f64::consts::PI * libm::asin(score / 2.0));
        let mut repair =
            Repair { largest_change: 0.0, between: (0, 0), smallest_eigenvalue: smallest, matrix: ranks.clone() };
        for (row, (new, old)) in ranks.iter().zip(matrix).enumerate() {
            for (column, (new, old)) in new.iter().zip(old).enumerate().skip(row + 1) {
                if (new - old).abs() > repair.largest_change {
                    repair.largest_change = (new - old).abs();
                    repair.between = (row, column);
                }
            }
        }
        (Dependence { method, names, scores }, Some(repair))
    }

    /// For the inputs of a design, in its order. Nothing, if fewer than two of them are in the matrix.
    pub(super) fn among(&self, inputs: &[String]) -> Option<Linked> {
        let place = |(at, name)| inputs.iter().position(|input| input == name).map(|column| (at, column));
        let (places, columns): (Vec<usize>, Vec<usize>) = self.names.iter().enumerate().filter_map(place).unzip();
        if columns.len() < 2 {
            return None;
        }
        let scores: Matrix =
            places.iter().map(|row| places.iter().map(|column| self.scores[*row][*column]).collect()).collect();
        Some(Linked { method: self.method, columns, factor: matrix::factor(&scores) })
    }
}

/// A matrix with every entry off the diagonal replaced, and ones on it.
fn entries(matrix: &[Vec<f64>], value: impl Fn(f64) -> f64) -> Matrix {
    let row = |(row, entries): (usize, &Vec<f64>)| {
        entries.iter().enumerate().map(|(column, entry)| if row == column { 1.0 } else { value(*entry) }).collect()
    };
    matrix.iter().enumerate().map(row).collect()
}

/// Dependence between columns of a design.
#[derive(Debug)]
pub(super) struct Linked {
    method: Correlating,
    columns: Vec<usize>,
    /// Triangular factor of the correlations of normal scores.
    factor: Matrix,
}

impl Linked {
    /// Makes the independent uniforms of a batch dependent.
    pub fn apply(&self, uniforms: &mut [f64], inputs: usize) {
        match self.method {
            Correlating::ImanConover => self.reorder(uniforms, inputs),
            Correlating::Copula => uniforms.chunks_exact_mut(inputs).for_each(|trial| self.mix(trial)),
        }
    }

    /// Iman and Conover (1982), on van der Waerden scores of the values' own ranks, which are in random order already.
    fn reorder(&self, uniforms: &mut [f64], inputs: usize) {
        let column = |at: &usize| uniforms.iter().skip(*at).step_by(inputs).copied().collect();
        let values: Vec<Vec<f64>> = self.columns.iter().map(column).collect();
        let orders: Vec<Vec<usize>> = values.iter().map(|values| order(values)).collect();
        let waerden = waerden(uniforms.len() / inputs);
        let scores: Vec<Vec<f64>> = orders
            .iter()
            .map(|order| {
                let mut scores = vec![0.0; order.len()];
                order.iter().zip(&waerden).for_each(|(trial, score)| scores[*trial] = *score);
                scores
            })
            .collect();
        let targets = correlated(&scores, &self.factor);
        for (((column, values), old), target) in self.columns.iter().zip(&values).zip(&orders).zip(&targets) {
            for (trial, from) in order(target).into_iter().zip(old) {
                uniforms[trial * inputs + column] = values[*from];
            }
        }
    }

    /// One trial of the Gaussian copula.
    fn mix(&self, trial: &mut [f64]) {
        let scores: Vec<f64> = self.columns.iter().map(|column| quantile::normal(trial[*column])).collect();
        for (row, column) in self.columns.iter().enumerate() {
            let weights = &self.factor[row][..=row];
            // Who depends on nobody before it keeps its uniform to the last bit.
            if weights[..row].iter().any(|weight| *weight != 0.0) {
                trial[*column] = probability(matrix::dot(weights, &scores));
            }
        }
    }
}

/// The probability below a normal score, inside (0, 1) even where it cannot be told from an end.
fn probability(score: f64) -> f64 {
    quantile::normal_cdf(score).clamp(f64::MIN_POSITIVE, 1.0 - f64::EPSILON / 2.0)
}

/// Scores of `count` ranks: the normal quantiles of `i / (count + 1)`, mirrored exactly.
fn waerden(count: usize) -> Vec<f64> {
    let below = |rank: usize| quantile::normal(rank as f64 / (count + 1) as f64);
    (1..=count).map(|rank| if 2 * rank <= count { below(rank) } else { -below(count + 1 - rank) }).collect()
}

/// The places of values in rising order; equal values stay in the order they are in.
fn order(values: &[f64]) -> Vec<usize> {
    let mut places: Vec<usize> = (0..values.len()).collect();
    places.sort_by(|a, b| values[*a].total_cmp(&values[*b]));
    places
}

/// Columns of scores, permutations of each other, mixed so that their sample correlations are those of a factor: what
/// correlation they happen to have is taken out first. Too few trials for that are mixed as they are.
fn correlated(scores: &[Vec<f64>], target: &Matrix) -> Vec<Vec<f64>> {
    /// Below this, a column hardly differs from a mixture of those before it.
    const TOO_CLOSE: f64 = 1e-4;
    let found: Matrix =
        scores.iter().map(|a| scores.iter().map(|b| matrix::dot(a, b) / matrix::dot(a, a)).collect()).collect();
    let found = matrix::factor(&found);
    let mut own = scores.to_vec();
    if (0..found.len()).all(|at| found[at][at] > TOO_CLOSE) {
        for (column, weights) in found.iter().enumerate() {
            let (before, rest) = own.split_at_mut(column);
            for (trial, value) in rest[0].iter_mut().enumerate() {
                let shared: f64 = before.iter().zip(weights).map(|(own, weight)| own[trial] * weight).sum();
                *value = (*value - shared) / weights[column];
            }
        }
    }
    let mixed = |weights: &Vec<f64>| {
        let value = |trial: usize| own.iter().zip(weights).map(|(own, weight)| own[trial] * weight).sum();
        (0..own.first().map_or(0, Vec::len)).map(value).collect()
    };
    target.iter().map(mixed).collect()
}

/// Puts correlations of scores on a sample by the method of Iman and Conover, one number a trial for each row of
/// `scores`: the values of each input stay the same, in another order.
pub fn iman_conover(sample: &mut [f64], scores: &[Vec<f64>]) {
    let columns = (0..scores.len()).collect();
    let linked = Linked { method: Correlating::ImanConover, columns, factor: matrix::factor(&scores.to_vec()) };
    linked.apply(sample, scores.len());
}

#[cfg(test)]
mod tests;
