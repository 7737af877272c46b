//! What common random numbers spare.

use super::variance;

/// A variance that is a smaller share of others is one of digits that sums round away: those of a number are 2^-53 of it.
const ROUNDED: f64 = 1e-24;

/// How many times fewer trials a difference takes because both programmes play the same draws:
///
/// ```text
/// (Var(a) + Var(b)) / Var(a - b)
/// ```
///
/// of at least two trials, `a` and `b` paired by trial. The numerator is the variance of a difference between independent
/// runs; for the same standard error they would take this many times the trials. 1 where the draws have nothing in
/// common, below 1 where they work against each other; `None` where the difference never varies, so that one trial tells
/// it, but for what sums of numbers round (Law, Simulation Modeling and Analysis, section 11.2).
pub fn variance_ratio(a: &[f64], b: &[f64]) -> Option<f64> {
    let differences: Vec<f64> = a.iter().zip(b).map(|(a, b)| a - b).collect();
    let paired = variance(&differences);
    let apart = variance(a) + variance(b);
    (paired > apart * ROUNDED).then(|| apart / paired)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ratio_of_worked_samples() {
        // 1 2 3 against 1 2 4: variances 1 and 7/3, differences 0 0 -1 with 1/3: ten times.
        let ratio = variance_ratio(&[1.0, 2.0, 3.0], &[1.0, 2.0, 4.0]);
        assert!(ratio.is_some_and(|ratio| (ratio - 10.0).abs() < 1e-13), "{ratio:?}");
        // Mirrored: twice 1 over 4.
        assert_eq!(variance_ratio(&[1.0, 2.0, 3.0], &[3.0, 2.0, 1.0]), Some(0.5));
        assert_eq!(variance_ratio(&[1.0, 2.0], &[2.0, 3.0]), None);
        // 0.1 + 0.2 is 4e-17 more than 0.3: no difference that varies.
        assert_eq!(variance_ratio(&[0.1 + 0.2, 7.0], &[0.3, 7.0]), None);
    }
}
