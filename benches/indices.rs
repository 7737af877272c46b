//! The program's side of `benches/peer/indices`: what a sensitivity study adds to its trials, stage by stage, on one
//! thread.
//!
//!     cargo bench --bench indices -- [INPUTS] [POINTS] [SEED] [FILE]
//!
//! Prints one line of JSON: the seconds of each stage, each input's indices with half the width of their 95 % intervals,
//! and how far the rank correlations achieved lie from those wanted. With FILE, writes the outputs there as bytes, for
//! the peer to take the same indices from.

use std::hint::black_box;
use std::time::Instant;

use partnersim::programme::{Correlating, Sampling};
use partnersim::sim::design::{Dependence, Design};
use partnersim::sim::draws::Draws;
use partnersim::stats::rank::spearman;
use partnersim::stats::sobol::{Index, indices};
use serde_json::{Map, Value, json};

/// How little the inputs of the g function matter, first to last; all others as little as the last.
const G_WEIGHTS: [f64; 5] = [0.0, 1.0, 4.5, 9.0, 99.0];

/// The rank correlation of inputs next to each other; of others, its power by how far apart they are.
const NEXT: f64 = 0.5;

fn main() {
    // `cargo bench` adds a flag of its own.
    let args: Vec<String> = std::env::args().skip(1).filter(|arg| !arg.starts_with("--")).collect();
    let number = |at: usize, default| args.get(at).map_or(default, |arg| arg.parse().expect("a number"));
    let (inputs, points, seed) = (number(0, 15), number(1, 1 << 14), number(2, 1));
    let draws = Draws::new(seed as u64);
    let mut seconds = Map::new();

    let base = timed(&mut seconds, "points", || base_points(&draws, inputs, points));
    let outputs = timed(&mut seconds, "outputs", || outputs(&base, inputs));
    let found = timed(&mut seconds, "indices", || estimated(&outputs, inputs));
    timed(&mut seconds, "latin", || sample(&draws, inputs, points, None));
    let wanted: Vec<Vec<f64>> =
        (0..inputs).map(|i| (0..inputs).map(|j| NEXT.powi(i.abs_diff(j) as i32)).collect()).collect();
    let linked = timed(&mut seconds, "linked", || {
        let (dependence, repair) = Dependence::new(Correlating::ImanConover, names(inputs), &wanted);
        assert!(repair.is_none(), "these correlations are possible");
        sample(&draws, inputs, points, Some(&dependence))
    });

    if let Some(file) = args.get(3) {
        let bytes: Vec<u8> = outputs.iter().flat_map(|output| output.to_le_bytes()).collect();
        std::fs::write(file, bytes).expect("the outputs are written");
    }
    let halves = |index: &Index| [index.first, index.total].map(|e| [e.value, e.interval(0.95).half_width()]).concat();
    let indices: Vec<Vec<f64>> = found.iter().map(halves).collect();
    println!("{}", json!({ "seconds": seconds, "indices": indices, "correlation_gap": gap(&linked, &wanted) }));
}

/// Does one stage and notes how long it took.
fn timed<T>(seconds: &mut Map<String, Value>, stage: &str, work: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let made = black_box(work());
    seconds.insert(stage.to_owned(), start.elapsed().as_secs_f64().into());
    made
}

fn names(inputs: usize) -> Vec<String> {
    (0..inputs).map(|at| format!("input {at}")).collect()
}

/// Two samples of all inputs side by side: scrambled Sobol points of twice as many dimensions.
fn base_points(draws: &Draws, inputs: usize, points: usize) -> Vec<f64> {
    let names = names(2 * inputs);
    let dimension_of = |name: &str| names.iter().position(|other| other == name);
    let design = Design::new(draws, &names, Sampling::Sobol, false, None, &dimension_of, points);
    (0..design.batches()).flat_map(|batch| design.batch(batch)).collect()
}

/// Saltelli and Sobol's g function (1995) for each base point: of the first sample, of the first with each input in turn
/// from the second, and of the second.
fn outputs(base: &[f64], inputs: usize) -> Vec<f64> {
    let last = G_WEIGHTS.len() - 1;
    let weights: Vec<f64> = (0..inputs).map(|at| G_WEIGHTS[at.min(last)]).collect();
    let g = |row: &[f64]| row.iter().zip(&weights).map(|(u, a)| ((4.0 * u - 2.0).abs() + a) / (1.0 + a)).product();
    let mut outputs: Vec<f64> = Vec::with_capacity(base.len() / (2 * inputs) * (inputs + 2));
    let mut row = vec![0.0; inputs];
    for point in base.chunks_exact(2 * inputs) {
        let (first, second) = point.split_at(inputs);
        row.copy_from_slice(first);
        outputs.push(g(&row));
        for at in 0..inputs {
            row[at] = second[at];
            outputs.push(g(&row));
            row[at] = first[at];
        }
        outputs.push(g(second));
    }
    outputs
}

/// First-order and total indices with their errors, from the outputs in the order of [`outputs`].
fn estimated(outputs: &[f64], inputs: usize) -> Vec<Index> {
    let column = |at: usize| outputs.iter().skip(at).step_by(inputs + 2).copied().collect();
    let columns: Vec<Vec<f64>> = (0..inputs + 2).map(column).collect();
    let [a, ab @ .., b] = &columns[..] else { panic!("two samples") };
    indices(a, b, &ab.iter().map(Vec::as_slice).collect::<Vec<_>>())
}

/// Latin hypercubes, batch by batch.
fn sample(draws: &Draws, inputs: usize, trials: usize, dependence: Option<&Dependence>) -> Vec<Vec<f64>> {
    let names = names(inputs);
    let design = Design::new(draws, &names, Sampling::LatinHypercube, false, dependence, &|_| None, trials);
    (0..design.batches()).map(|batch| design.batch(batch)).collect()
}

/// The largest gap between a wanted rank correlation and the mean of those achieved in the batches.
fn gap(batches: &[Vec<f64>], wanted: &[Vec<f64>]) -> f64 {
    let inputs = wanted.len();
    let column = |batch: &[f64], at: usize| batch.iter().skip(at).step_by(inputs).copied().collect::<Vec<f64>>();
    let columns: Vec<Vec<Vec<f64>>> =
        batches.iter().map(|batch| (0..inputs).map(|at| column(batch, at)).collect()).collect();
    let mean = |i: usize, j: usize| {
        columns.iter().map(|batch| spearman(&batch[i], &batch[j])).sum::<f64>() / columns.len() as f64
    };
    (0..inputs)
        .flat_map(|i| (0..i).map(move |j| (i, j)))
        .map(|(i, j)| (mean(i, j) - wanted[i][j]).abs())
        .fold(0.0, f64::max)
}
