//! Sobol indices: which share of the variance an input stands for, alone and with all it acts together with
//! (docs/model.md, "Reading the results of uncertainty").

use super::interval::Estimate;

/// The indices of an input, or of a group of inputs.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Index {
    /// First order: the share of the variance that would be gone, on average, if the input were known.
    pub first: Estimate,
    /// Total: the share that would be left, on average, if all but this input were known.
    pub total: Estimate,
}

/// The indices from the outputs `a` and `b` of two independent samples of the inputs, of at least two base points, and
/// from `ab[i]`, the output of the first sample with input `i` taken from the second one (radial pick-freeze). An `ab`
/// with several inputs taken from the second sample, or with its luck, gives the index of that group.
///
/// First order by Saltelli et al. (2010), table 2, (b), and total by Jansen (1999), which that comparison finds best:
///
/// ```text
/// S = mean((b - m) (ab - a)) / V      T = mean((a - ab)^2) / (2 V)      V = mean((a - m)^2 + (b - m)^2) / 2
/// ```
///
/// `m` is the mean of `a` and `b`; taking it off `b` leaves the estimate as it is and spares variance. Each index is a
/// ratio of means, so that its standard error follows by linearisation (delta method; Janon et al. 2014 show that such
/// estimates are asymptotically normal). The errors hold for base points drawn independently, and are too wide rather
/// than too narrow for stratified ones. Estimates are not held between 0 and 1: one below 0 says that luck is greater
/// than the index. All are 0 where the output never varies.
pub fn indices(a: &[f64], b: &[f64], ab: &[&[f64]]) -> Vec<Index> {
    let mean = a.iter().chain(b).sum::<f64>() / (a.len() + b.len()) as f64;
    let square = |value: f64| (value - mean) * (value - mean);
    let variances: Vec<f64> = a.iter().zip(b).map(|(a, b)| (square(*a) + square(*b)) / 2.0).collect();
    let of = |ab: &&[f64]| {
        let first: Vec<f64> = a.iter().zip(b).zip(*ab).map(|((a, b), ab)| (b - mean) * (ab - a)).collect();
        let total: Vec<f64> = a.iter().zip(*ab).map(|(a, ab)| (a - ab) * (a - ab) / 2.0).collect();
        Index { first: ratio(&first, &variances), total: ratio(&total, &variances) }
    };
    ab.iter().map(of).collect()
}

/// The ratio of the means of two paired samples, its standard error by linearisation; 0 where there is nothing to divide
/// by.
pub(super) fn ratio(parts: &[f64], wholes: &[f64]) -> Estimate {
    let n = wholes.len() as f64;
    let whole = wholes.iter().sum::<f64>() / n;
    if whole == 0.0 {
        return Estimate { value: 0.0, se: 0.0 };
    }
    let value = parts.iter().sum::<f64>() / n / whole;
    let off = |(part, whole): (&f64, &f64)| (part - value * whole) * (part - value * whole);
    let squares: f64 = parts.iter().zip(wholes).map(off).sum();
    Estimate { value, se: libm::sqrt(squares / (n - 1.0) / n) / whole }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::selftest::uncertainty::{Function, G, ISHIGAMI};
    use crate::stats::tests::SplitMix;

    fn simulated(function: &Function, points: usize, draws: &mut SplitMix) -> Vec<Index> {
        let inputs = function.first.len();
        let mut outputs = vec![Vec::new(); inputs + 2];
        for _ in 0..points {
            let uniforms: Vec<f64> = (0..2 * inputs).map(|_| draws.uniform()).collect();
            function.base_point(&uniforms, &mut outputs);
        }
        let [a, b, ab @ ..] = &outputs[..] else { panic!("two samples") };
        indices(a, b, &ab.iter().map(Vec::as_slice).collect::<Vec<_>>())
    }

    #[test]
    fn indices_of_a_worked_sample() {
        // m = 2, V = (1 + 1 + 1 + 1) / 4 = 1. First: (3-2)(3-1) = 2, (1-2)(1-3) = 2, mean 2. Total: 4/2, 4/2: 2.
        let [index] = indices(&[1.0, 3.0], &[3.0, 1.0], &[&[3.0, 1.0]])[..] else { panic!("one input") };
        assert_eq!((index.first.value, index.total.value), (2.0, 2.0));
        // The parts are the same multiple of their wholes: no error.
        assert_eq!((index.first.se, index.total.se), (0.0, 0.0));
        // Nothing moves: no share; no variance: no share either.
        let still = indices(&[1.0, 3.0], &[3.0, 1.0], &[&[1.0, 3.0]]);
        assert_eq!((still[0].first.value, still[0].total.value, still[0].total.se), (0.0, 0.0, 0.0));
        assert_eq!(indices(&[1.0; 3], &[1.0; 3], &[&[1.0; 3]])[0].first.value, 0.0);
    }

    #[test]
    fn the_indices_of_ishigami_and_of_g_are_the_known_ones() {
        // 22 figures: four standard errors hold all of them but once in 700.
        let mut draws = SplitMix::new(21);
        for function in [&ISHIGAMI, &G] {
            for (at, index) in simulated(function, 1 << 14, &mut draws).iter().enumerate() {
                let known = [function.first[at], function.total[at]];
                for (found, known) in [index.first, index.total].into_iter().zip(known) {
                    assert!((found.value - known).abs() <= 4.0 * found.se, "{} {at}: {found:?} {known}", function.name);
                    assert!(found.se < 0.03, "{found:?}");
                }
            }
        }
    }

    #[test]
    fn a_group_takes_what_its_inputs_do_together() {
        // x1 and x3 of Ishigami: their first order is all that is not x2's, 1 - 0.442411, and so is their total.
        let mut draws = SplitMix::new(22);
        let (mut a, mut b, mut group) = (Vec::new(), Vec::new(), Vec::new());
        for _ in 0..1 << 14 {
            let [x, y]: [[f64; 3]; 2] = std::array::from_fn(|_| std::array::from_fn(|_| draws.uniform()));
            a.push((ISHIGAMI.of)(&x));
            b.push((ISHIGAMI.of)(&y));
            group.push((ISHIGAMI.of)(&[y[0], x[1], y[2]]));
        }
        let [index] = indices(&a, &b, &[&group])[..] else { panic!("one group") };
        for found in [index.first, index.total] {
            assert!((found.value - (1.0 - ISHIGAMI.first[1])).abs() < 4.0 * found.se, "{found:?}");
        }
    }

    #[test]
    fn intervals_cover_as_stated() {
        // 1,000 replications at 1,024 base points; four binomial standard errors are 2.76 %.
        let mut draws = SplitMix::new(23);
        let mut covered = [[0.0; 3]; 2];
        for _ in 0..1_000 {
            for (at, index) in simulated(&ISHIGAMI, 1 << 10, &mut draws).iter().enumerate() {
                let holds = |found: Estimate, known: f64| f64::from(u8::from(found.interval(0.95).holds(known)));
                covered[0][at] += holds(index.first, ISHIGAMI.first[at]) / 1_000.0;
                covered[1][at] += holds(index.total, ISHIGAMI.total[at]) / 1_000.0;
            }
        }
        for share in covered.as_flattened() {
            assert!((share - 0.95).abs() < 0.0276, "{covered:?}");
        }
    }
}
