use super::*;
use crate::selftest::sampling::{MILDENHALL, MILDENHALL_RESULT, MILDENHALL_WANTED};
use crate::sim::design::tests::achieved;

fn names(count: usize) -> Vec<String> {
    (0..count).map(|at| format!("input {at}")).collect()
}

#[test]
fn the_worked_example_of_mildenhall_comes_out() {
    // The first row of his matrix T.
    const FIRST: [f64; 4] = [-1.92062, -0.74213, -2.28105, -1.33232];
    let wanted = MILDENHALL_WANTED.map(Vec::from).to_vec();
    let factor = matrix::factor(&wanted);
    let waerden = waerden(20);
    let scores = MILDENHALL.map(|column| column.map(|rank| waerden[rank - 1]).to_vec());
    let result = correlated(&scores, &factor);
    for (column, (found, first)) in result.iter().zip(FIRST).enumerate() {
        // He scales the scores to a standard deviation of one.
        assert!((found[0] / 0.868_674_836_252_965 - first).abs() < 5e-6, "{column}: {}", found[0]);
        for (other, row) in result.iter().zip(&wanted) {
            let r = matrix::dot(found, other) / matrix::dot(&result[0], &result[0]);
            assert!((r - row[column]).abs() < 1e-12);
        }
    }

    // The same through a batch: values that stand in the ranks of M come to stand in those of T.
    let mut uniforms: Vec<f64> =
        (0..20).flat_map(|trial| MILDENHALL.map(|column| (column[trial] as f64 - 0.5) / 20.0)).collect();
    iman_conover(&mut uniforms, &wanted);
    for (trial, values) in uniforms.chunks(4).enumerate() {
        for (column, value) in values.iter().enumerate() {
            assert!(
                (value - (20.5 - MILDENHALL_RESULT[column][trial] as f64) / 20.0).abs() < 1e-12,
                "{trial}, {column}"
            );
        }
    }
}

#[test]
fn a_possible_matrix_is_not_repaired() {
    for r in [-1.0, -0.5, 0.0, 1.0] {
        assert_eq!(Dependence::new(Correlating::Copula, names(2), &[vec![1.0, r], vec![r, 1.0]]).1, None);
    }
    assert_eq!(Dependence::new(Correlating::Copula, Vec::new(), &[]).1, None);
}

#[test]
fn an_impossible_matrix_is_repaired_and_says_so() {
    // Rank correlations of 1 and 0 are scores' too, so the repair is Higham's example: 0.7607 and 0.1573 in scores,
    // 6 / pi asin(r / 2) in ranks: 0.7452 and 0.1504.
    let matrix = vec![vec![1.0, 1.0, 0.0], vec![1.0, 1.0, 1.0], vec![0.0, 1.0, 1.0]];
    let (dependence, repair) = Dependence::new(Correlating::ImanConover, names(3), &matrix);
    let repair = repair.expect("a repair");
    assert!((repair.smallest_eigenvalue - (1.0 - std::f64::consts::SQRT_2)).abs() < 1e-12);
    assert!((repair.matrix[0][1] - 0.7452).abs() < 1e-4, "{:?}", repair.matrix);
    assert!((repair.matrix[0][2] - 0.1504).abs() < 1e-4, "{:?}", repair.matrix);
    assert!((repair.largest_change - 0.2548).abs() < 1e-4);
    assert!(repair.between == (0, 1) || repair.between == (1, 2));
    // What is aimed at needs no repair.
    assert_eq!(Dependence::new(Correlating::ImanConover, names(3), &repair.matrix).1, None);
    assert!(dependence.among(&names(3)).is_some());
}

#[test]
fn inputs_a_design_lacks_are_left_out() {
    let matrix = vec![vec![1.0, 0.9, 0.5], vec![0.9, 1.0, 0.3], vec![0.5, 0.3, 1.0]];
    let (dependence, _) = Dependence::new(Correlating::Copula, names(3), &matrix);
    let design = ["input 2".to_owned(), "other".to_owned(), "input 0".to_owned()];
    let linked = dependence.among(&design).expect("two inputs");
    assert_eq!(linked.columns, [2, 0]);
    assert!((linked.factor[1][0] - 2.0 * libm::sin(std::f64::consts::PI / 12.0)).abs() < 1e-15);
    assert!(dependence.among(&design[..2]).is_none());
}

#[test]
fn perfect_correlation_gives_the_same_and_the_opposite_ranks() {
    let matrix = vec![vec![1.0, 1.0, -1.0], vec![1.0, 1.0, -1.0], vec![-1.0, -1.0, 1.0]];
    for method in [Correlating::ImanConover, Correlating::Copula] {
        let linked = Dependence::new(method, names(3), &matrix).0.among(&names(3)).expect("three inputs");
        let mut uniforms: Vec<f64> = (1..=30_u32).map(|i| f64::from(i * 37 % 101) / 101.0).collect();
        linked.apply(&mut uniforms, 3);
        for (found, expected) in achieved(&uniforms, 3).iter().flatten().zip(matrix.iter().flatten()) {
            assert!((found - expected).abs() < 1e-12, "{method:?}");
        }
    }
}

#[test]
fn batches_of_a_few_trials_are_put_in_order_too() {
    let matrix = vec![vec![1.0, 0.5, 0.5], vec![0.5, 1.0, 0.5], vec![0.5, 0.5, 1.0]];
    let linked = Dependence::new(Correlating::ImanConover, names(3), &matrix).0.among(&names(3)).expect("three inputs");
    for trials in 0..4 {
        let mut uniforms: Vec<f64> = (0..3 * trials).map(|i| (f64::from(i * 5 % 11) + 0.5) / 11.0).collect();
        let mut before = uniforms.clone();
        linked.apply(&mut uniforms, 3);
        uniforms.sort_unstable_by(f64::total_cmp);
        before.sort_unstable_by(f64::total_cmp);
        assert_eq!(uniforms, before, "{trials}");
    }
}

#[test]
fn extreme_scores_stay_inside_the_unit_interval() {
    for score in [-40.0, -9.0, 0.0, 9.0, 40.0] {
        let p = probability(score);
        assert!(p > 0.0 && p < 1.0, "{score}: {p}");
    }
}
