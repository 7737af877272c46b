use super::*;
use crate::programme::Correlating;
use crate::stats::rank::spearman;

const SAMPLINGS: [Sampling; 3] = [Sampling::Plain, Sampling::LatinHypercube, Sampling::Sobol];

/// Places of two declared parameters; the others have none.
fn dimension_of(name: &str) -> Option<usize> {
    ["a", "b"].iter().position(|known| *known == name)
}

fn named(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

fn design(seed: u64, names: &[&str], sampling: Sampling, dependence: Option<&Dependence>, trials: usize) -> Design {
    Design::new(&Draws::new(seed), &named(names), sampling, false, dependence, &dimension_of, trials)
}

fn antithetic(sampling: Sampling, dependence: Option<&Dependence>, trials: usize) -> Design {
    Design::new(&Draws::new(3), &named(&["a", "b", "c"]), sampling, true, dependence, &dimension_of, trials)
}

fn column(uniforms: &[f64], inputs: usize, at: usize) -> Vec<f64> {
    uniforms.iter().skip(at).step_by(inputs).copied().collect()
}

fn dependence(method: Correlating) -> Dependence {
    let matrix = [vec![1.0, 0.7, -0.4], vec![0.7, 1.0, 0.1], vec![-0.4, 0.1, 1.0]];
    Dependence::new(method, named(&["a", "b", "c"]), &matrix).0
}

#[test]
fn another_uncertain_input_moves_no_other_draw() {
    for sampling in SAMPLINGS {
        for linked in [None, Some(dependence(Correlating::Copula)), Some(dependence(Correlating::ImanConover))] {
            let few = design(1, &["a", "c", "x"], sampling, linked.as_ref(), 1_500);
            let more = design(1, &["x", "new", "a", "another", "c"], sampling, linked.as_ref(), 1_500);
            for batch in 0..2 {
                let (few, more) = (few.batch(batch), more.batch(batch));
                for (old, new) in [(0, 2), (1, 4), (2, 0)] {
                    assert_eq!(column(&few, 3, old), column(&more, 5, new), "{sampling:?}");
                }
            }
        }
    }
}

#[test]
fn a_correlation_added_at_the_end_moves_only_its_own_input() {
    for sampling in SAMPLINGS {
        for method in [Correlating::ImanConover, Correlating::Copula] {
            let matrix = [vec![1.0, 0.7], vec![0.7, 1.0]];
            let two = Dependence::new(method, named(&["a", "b"]), &matrix).0;
            let two = design(1, &["a", "b", "c"], sampling, Some(&two), 1_024).batch(0);
            let three = design(1, &["a", "b", "c"], sampling, Some(&dependence(method)), 1_024).batch(0);
            let free = design(1, &["a", "b", "c"], sampling, None, 1_024).batch(0);
            assert_eq!(column(&two, 3, 0), column(&free, 3, 0), "{sampling:?} {method:?}");
            assert_eq!(column(&two, 3, 1), column(&three, 3, 1), "{sampling:?} {method:?}");
            assert_eq!(column(&two, 3, 2), column(&free, 3, 2), "{sampling:?} {method:?}");
            assert_ne!(column(&two, 3, 2), column(&three, 3, 2), "{sampling:?} {method:?}");
        }
    }
}

#[test]
fn a_trial_does_not_depend_on_how_many_are_run() {
    for sampling in SAMPLINGS {
        let (short, long) =
            (design(1, &["a", "x"], sampling, None, 1_300), design(1, &["a", "x"], sampling, None, 9_000));
        assert_eq!((short.batches(), long.batches(), short.inputs()), (2, 9, 2));
        assert_eq!(short.batch(0), long.batch(0), "{sampling:?}");
        assert_eq!(short.batch(1).len(), 2 * 276);
        if sampling != Sampling::LatinHypercube {
            assert_eq!(short.batch(1), long.batch(1)[..2 * 276], "{sampling:?}");
        }
        assert!(short.batch(2).is_empty());
    }
}

#[test]
fn seeds_and_inputs_are_apart() {
    for sampling in SAMPLINGS {
        let uniforms = design(1, &["a", "b", "x", "y"], sampling, None, 1_024).batch(0);
        let other = design(2, &["a", "b", "x", "y"], sampling, None, 1_024).batch(0);
        for at in 0..4 {
            assert_ne!(column(&uniforms, 4, at), column(&other, 4, at), "{sampling:?}");
            assert_ne!(column(&uniforms, 4, at), column(&uniforms, 4, (at + 1) % 4), "{sampling:?}");
        }
    }
}

#[test]
fn every_input_is_uniform() {
    for sampling in SAMPLINGS {
        let batches = design(4, &["a", "b", "x"], sampling, None, 16 * BATCH);
        let uniforms: Vec<f64> = (0..16).flat_map(|batch| batches.batch(batch)).collect();
        assert!(uniforms.iter().all(|u| *u > 0.0 && *u < 1.0));
        for at in 0..3 {
            let mut values = column(&uniforms, 3, at);
            values.sort_unstable_by(f64::total_cmp);
            let count = values.len() as f64;
            // Kolmogorov's distance: 1.95 / sqrt(n) is passed once in a thousand; strata are far below it.
            let distance = values
                .iter()
                .enumerate()
                .map(|(rank, u)| (u - rank as f64 / count).abs().max((u - (rank + 1) as f64 / count).abs()))
                .fold(0.0, f64::max);
            let limit = if sampling == Sampling::Plain { 1.95 / libm::sqrt(count) } else { 1.0 / 1_024.0 };
            assert!(distance < limit, "{sampling:?}, {at}: {distance}");
        }
    }
}

#[test]
fn a_latin_hypercube_has_one_trial_in_every_stratum() {
    for (trials, last) in [(2 * BATCH, BATCH), (BATCH + 100, 100), (BATCH + 7, 7)] {
        for mirrored in [false, true] {
            let names = named(&["a", "x"]);
            let draws = Draws::new(2);
            let linked = Dependence::new(Correlating::ImanConover, names.clone(), &[vec![1.0, 0.6], vec![0.6, 1.0]]);
            let latin = Sampling::LatinHypercube;
            let design = Design::new(&draws, &names, latin, mirrored, Some(&linked.0), &dimension_of, trials);
            for (batch, count) in [(0, BATCH), (1, last)] {
                for at in 0..2 {
                    let mut filled = vec![0; count];
                    for u in column(&design.batch(batch), 2, at) {
                        filled[(u * count as f64) as usize] += 1;
                    }
                    assert!(filled.iter().all(|count| *count == 1), "{trials}, {mirrored}, {batch}");
                }
            }
        }
    }
}

#[test]
fn antithetic_trials_mirror_each_other_in_every_input() {
    let linked = [None, Some(dependence(Correlating::ImanConover)), Some(dependence(Correlating::Copula))];
    for sampling in [Sampling::Plain, Sampling::LatinHypercube] {
        for dependence in &linked {
            for trials in [BATCH, 500] {
                let uniforms = antithetic(sampling, dependence.as_ref(), trials).batch(0);
                assert_eq!(uniforms.len(), 3 * trials);
                for pair in uniforms.chunks_exact(6) {
                    for (u, mirror) in pair[..3].iter().zip(&pair[3..]) {
                        // Through the copula up to the rounding of the last bits.
                        assert!((u + mirror - 1.0).abs() < 1e-14, "{sampling:?}: {u}, {mirror}");
                    }
                }
            }
        }
    }
    let plain = design(3, &["a", "b", "c"], Sampling::Plain, None, BATCH).batch(0);
    let pairs = antithetic(Sampling::Plain, None, BATCH).batch(0);
    for (plain, pair) in plain.chunks(6).zip(pairs.chunks(6)) {
        assert_eq!(plain[..3], pair[..3]);
    }
    let sobol = design(3, &["a", "b", "c"], Sampling::Sobol, None, BATCH).batch(0);
    assert_eq!(antithetic(Sampling::Sobol, None, BATCH).batch(0), sobol);
}

#[test]
fn iman_and_conover_reach_the_wanted_rank_correlations_in_every_batch() {
    for sampling in SAMPLINGS {
        let linked = dependence(Correlating::ImanConover);
        let free = design(8, &["a", "b", "c"], sampling, None, BATCH).batch(0);
        let uniforms = design(8, &["a", "b", "c"], sampling, Some(&linked), BATCH).batch(0);
        let found = achieved(&uniforms, 3);
        for (row, column, wanted) in [(0, 1, 0.7), (0, 2, -0.4), (1, 2, 0.1)] {
            // The scores' correlations are exact; from scores to ranks, what is left is of the order 1 / sqrt(n), and
            // scores alone would leave 4 x 0.03.
            assert!((found[row][column] - wanted).abs() < 0.03, "{sampling:?}: {found:?}");
        }
        for at in 0..3 {
            let (mut before, mut after) = (column(&free, 3, at), column(&uniforms, 3, at));
            before.sort_unstable_by(f64::total_cmp);
            after.sort_unstable_by(f64::total_cmp);
            assert_eq!(before, after, "{sampling:?}");
        }
    }
}

#[test]
fn the_copula_reaches_the_wanted_rank_correlations_over_many_trials() {
    for sampling in [Sampling::Plain, Sampling::Sobol] {
        let linked = dependence(Correlating::Copula);
        let design = design(8, &["a", "b", "c"], sampling, Some(&linked), 16 * BATCH);
        let uniforms: Vec<f64> = (0..16).flat_map(|batch| design.batch(batch)).collect();
        let found = achieved(&uniforms, 3);
        for (row, column, wanted) in [(0, 1, 0.7), (0, 2, -0.4), (1, 2, 0.1)] {
            // The standard error of a rank correlation is at most the one at none, 1 / sqrt(n - 1).
            let error = (found[row][column] - wanted).abs();
            assert!(error < 4.0 / libm::sqrt(16.0 * 1_024.0 - 1.0), "{sampling:?}: {found:?}");
        }
        for at in 0..3 {
            let mean = column(&uniforms, 3, at).iter().sum::<f64>() / (16.0 * 1_024.0);
            assert!((mean - 0.5).abs() < 4.0 / libm::sqrt(12.0 * 16.0 * 1_024.0), "{sampling:?}, {at}: {mean}");
        }
    }
}

#[test]
fn even_points_find_a_smooth_mean_with_fewer_trials() {
    // f = a^2 + b^2 + (a - 1/2)(b - 1/2), mean 2/3. Variance of f: 4/45 for each square, 1/144 for the product (they are
    // uncorrelated), 0.18472. Strata take away what one input does alone and leave the product's: 0.18472 x 144 = 26.6
    // times less.
    //
    // A scrambled net in the plane leaves of a square what it varies within strata: (1/9) / n^2 in all, 1.5e-5 of the
    // product's 1/144. Halving intervals k and l times before leaves of the product (3/4)^2 4^-(k + l), for each of the
    // s + 1 ways to have k + l = s; a net of 2^10 points takes away all below s = 9 and multiplies the others by no
    // more than e (Owen 1997): e (9/16) sum over s >= 9 of (s + 1) 4^-s = 8.3e-5. Together 1e-4: 10,000 times less.
    //
    // A variance from 100 seeds has a standard error of 14 %, a ratio of two 20 %: four of these leave at least
    // e^-0.8 = 0.45 of each ratio.
    let variance = |sampling| {
        let errors = (0..100).map(|seed| {
            let uniforms = design(seed, &["a", "b"], sampling, None, BATCH).batch(0);
            let f = |trial: &[f64]| trial[0] * trial[0] + trial[1] * trial[1] + (trial[0] - 0.5) * (trial[1] - 0.5);
            uniforms.chunks(2).map(f).sum::<f64>() / BATCH as f64 - 2.0 / 3.0
        });
        errors.map(|error| error * error).sum::<f64>() / 100.0
    };
    let [plain, latin, sobol] = SAMPLINGS.map(variance);
    // Four standard errors of 14 %.
    assert!((plain * BATCH as f64 / 0.184_72 - 1.0).abs() < 0.56, "{plain}");
    assert!(plain / latin > 0.45 * 26.6, "{}", plain / latin);
    assert!(latin / sobol > 0.45 * 10_000.0, "{}", latin / sobol);
}

/// The rank correlations of a sample, `inputs` numbers a trial.
pub fn achieved(uniforms: &[f64], inputs: usize) -> Vec<Vec<f64>> {
    let column = |at: usize| uniforms.iter().skip(at).step_by(inputs).copied().collect::<Vec<f64>>();
    (0..inputs).map(|one| (0..inputs).map(|other| spearman(&column(one), &column(other))).collect()).collect()
}
