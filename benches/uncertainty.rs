//! Uncertain inputs apart from the trials they are for: sampling designs, dependence, quantiles of laws, and what is
//! estimated from the outputs. Fifteen inputs and 16,384 trials or base points, on one thread.

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use partnersim::law::Law;
use partnersim::programme::{Correlating, Sampling};
use partnersim::quantile::uniform;
use partnersim::selftest::uncertainty::G;
use partnersim::sim::design::{Dependence, Design};
use partnersim::sim::draws::{Draws, Kind};
use partnersim::stats::interval::Interval;
use partnersim::stats::order::order_statistics;
use partnersim::stats::rank::contributions;
use partnersim::stats::sobol::indices;

const INPUTS: usize = 15;
const TRIALS: usize = 1 << 14;
/// Values taken from each law.
const VALUES: usize = 100_000;

fn names() -> Vec<String> {
    (0..INPUTS).map(|at| format!("input {at}")).collect()
}

/// Draws a whole design, batch by batch; the first number of each is kept, so that none is left out.
fn drawn(design: &Design) -> f64 {
    (0..design.batches()).map(|batch| design.batch(batch)[0]).sum()
}

/// Uniforms in (0, 1), the same in every run.
fn uniforms(count: usize) -> Vec<f64> {
    let mut bits = vec![0; count];
    Draws::new(1).of_entity(Kind::Input, 0).bits(&mut bits);
    bits.into_iter().map(uniform).collect()
}

fn designs(criterion: &mut Criterion) {
    let (draws, names) = (Draws::new(1), names());
    let dimension_of = |name: &str| names.iter().position(|other| other == name);
    let mut group = criterion.benchmark_group("design of 15 inputs x 16,384 trials");
    group.throughput(Throughput::Elements((INPUTS * TRIALS) as u64));
    for (name, sampling) in
        [("plain", Sampling::Plain), ("Latin hypercube", Sampling::LatinHypercube), ("Sobol", Sampling::Sobol)]
    {
        group.bench_function(name, |bencher| {
            bencher.iter(|| drawn(&Design::new(&draws, &names, sampling, false, None, &dimension_of, TRIALS)));
        });
    }
    // Half as much correlation with each input further apart.
    let wanted: Vec<Vec<f64>> =
        (0..INPUTS).map(|i| (0..INPUTS).map(|j| 0.5_f64.powi(i.abs_diff(j) as i32)).collect()).collect();
    for (name, method) in [("Iman-Conover", Correlating::ImanConover), ("Gaussian copula", Correlating::Copula)] {
        let (dependence, _) = Dependence::new(method, names.clone(), &wanted);
        group.bench_function(format!("Latin hypercube, {name}"), |bencher| {
            bencher.iter(|| {
                let latin = Sampling::LatinHypercube;
                drawn(&Design::new(&draws, &names, latin, false, Some(&dependence), &dimension_of, TRIALS))
            });
        });
    }
    group.finish();
}

/// One law of each family.
fn laws() -> Vec<Law> {
    let observations: Vec<f64> = (1..=50).map(|i| f64::from(i * i)).collect();
    [
        Law::uniform(10.0, 50.0),
        Law::triangular(10.0, 20.0, 50.0),
        Law::pert(10.0, 20.0, 50.0),
        Law::normal(20.0, 5.0),
        Law::lognormal(20.0, 0.5),
        Law::beta(2.0, 5.0, 0.0, 1.0),
        Law::gamma(2.5, 8.0),
        Law::weibull(1.5, 20.0),
        Law::exponential(20.0),
        Law::poisson(20.0),
        Law::binomial(100.0, 0.2),
        Law::discrete(&[(10.0, 1.0), (20.0, 5.0), (50.0, 2.0)]),
        Law::empirical(&observations),
        Law::metalog(&[(0.1, 12.0), (0.5, 20.0), (0.9, 35.0)], (Some(0.0), None)),
    ]
    .into_iter()
    .map(|law| law.expect("the arguments are in their ranges"))
    .collect()
}

fn quantiles(criterion: &mut Criterion) {
    let uniforms = uniforms(VALUES);
    let mut group = criterion.benchmark_group("100,000 quantiles");
    group.throughput(Throughput::Elements(VALUES as u64)).sample_size(20);
    for law in laws() {
        group.bench_with_input(BenchmarkId::from_parameter(law.family().entry().key), &law, |bencher, law| {
            bencher.iter(|| uniforms.iter().map(|p| law.quantile(*p)).sum::<f64>());
        });
    }
    group.finish();
}

fn estimates(criterion: &mut Criterion) {
    // The g function of the first eight inputs; the others do nothing, which costs as much.
    let known = G.first.len();
    let samples = uniforms(2 * INPUTS * TRIALS);
    let mut outputs = vec![Vec::new(); INPUTS + 2];
    let mut inputs = vec![Vec::new(); INPUTS];
    for point in samples.chunks_exact(2 * INPUTS) {
        let (first, second) = point.split_at(INPUTS);
        G.base_point(&[&first[..known], &second[..known]].concat(), &mut outputs[..known + 2]);
        let idle = outputs[0][outputs[0].len() - 1];
        outputs[known + 2..].iter_mut().for_each(|output| output.push(idle));
        inputs.iter_mut().zip(first).for_each(|(input, value)| input.push(*value));
    }
    let [a, b, ab @ ..] = &outputs[..] else { panic!("two samples") };
    let ab: Vec<&[f64]> = ab.iter().map(Vec::as_slice).collect();

    let mut group = criterion.benchmark_group("estimates from 15 inputs x 16,384 trials");
    group.sample_size(20);
    group.bench_function("Sobol indices", |bencher| bencher.iter(|| indices(black_box(a), b, &ab)));
    group.bench_function("rank contributions", |bencher| bencher.iter(|| contributions(black_box(&inputs), a)));
    group.finish();

    let mut ordered = a.clone();
    ordered.sort_unstable_by(f64::total_cmp);
    let mut group = criterion.benchmark_group("order statistics around a percentile");
    for p in [0.05, 0.5] {
        group.bench_with_input(BenchmarkId::new("places among 100,000", p), &p, |bencher, p| {
            bencher.iter(|| order_statistics(black_box(100_000), *p, 0.95));
        });
        group.bench_with_input(BenchmarkId::new("interval of 16,384 values", p), &p, |bencher, p| {
            bencher.iter(|| Interval::of_percentile(black_box(&ordered), *p, 0.95));
        });
    }
    group.finish();
}

criterion_group!(benches, designs, quantiles, estimates);
criterion_main!(benches);
