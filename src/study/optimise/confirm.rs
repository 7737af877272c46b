//! Whether the best of a few settings is better than the others, or only looks so.

use crate::stats::interval::Estimate;
use crate::stats::student::student_above;
use crate::study::levers::estimate;

/// A runner-up beside the best.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Comparison {
    /// Mean of the best less that of the runner-up in the same trial, with its standard error.
    pub lead: Estimate,
    /// The confidence with which the best is better, all runners-up taken together.
    pub confidence: f64,
}

/// Compares the gains of the best with those of each runner-up, all paired by trial.
///
/// Of `k` runners-up, each has the confidence `1 - k p`, with `p` the one-sided chance of Student's t that such a lead
/// comes from luck alone (Bonferroni). Where a runner-up counts as beaten only with a confidence of at least `c`, the
/// truly best of them all is beaten with a chance of at most `1 - c`, whichever it is and although the best was
/// chosen by the same trials: to be beaten it must lie behind by luck, in one of `k` comparisons (Hsu 1984, multiple
/// comparisons with the best).
pub fn compare(best: &[f64], runners_up: &[Vec<f64>]) -> Vec<Comparison> {
    let others = runners_up.len() as f64;
    let compare = |gains: &Vec<f64>| {
        let lead = estimate(best.iter().zip(gains).map(|(best, gain)| best - gain).collect());
        let chance = match lead.se {
            _ if best.len() < 2 => 1.0,
            0.0 if lead.value > 0.0 => 0.0,
            0.0 => 1.0,
            se => student_above(lead.value / se, (best.len() - 1) as f64),
        };
        Comparison { lead, confidence: (1.0 - others * chance).max(0.0) }
    };
    runners_up.iter().map(compare).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantile::normal;
    use crate::sim::draws::{Draws, Kind};

    #[test]
    fn a_lead_is_worth_its_t() {
        // Leads 1, 2, 3: mean 2, error 1 / sqrt(3), t = 3.4641 with 2 degrees: P = 1/2 - t / (2 sqrt(2 + t^2)) = 0.037.
        let t = 2.0 * libm::sqrt(3.0);
        let p = 0.5 - t / (2.0 * libm::sqrt(2.0 + t * t));
        let compared = compare(&[2.0, 4.0, 6.0], &[vec![1.0, 2.0, 3.0], vec![2.0, 4.0, 6.0]]);
        assert!((compared[0].confidence - (1.0 - 2.0 * p)).abs() < 1e-12, "{compared:?}");
        assert_eq!(compared[1], Comparison { lead: Estimate { value: 0.0, se: 0.0 }, confidence: 0.0 });
    }

    #[test]
    fn among_equals_a_winner_is_claimed_as_rarely_as_stated() {
        // 1,000 rounds of five equal candidates: a claim against all four runners-up at 95 % is wrong in at most 5 %,
        // and so is, by the theorem, one against the one candidate that is named the truly best; 4 standard errors
        // of 0.69 % above.
        let (rounds, trials) = (1_000, 40);
        let mut source = Draws::new(5).of_entity(Kind::Scrambling, 0);
        let mut numbers = vec![0_u64; rounds * trials * 5];
        source.bits(&mut numbers);
        let mut numbers = numbers.into_iter().map(|bits| normal((bits >> 12) as f64 / 4_503_599_627_370_496.0 + 1e-17));
        let (mut winners, mut beaten) = (0, 0);
        for _ in 0..rounds {
            let mut gains: Vec<Vec<f64>> = (0..5).map(|_| (&mut numbers).take(trials).collect()).collect();
            let mean = |gains: &Vec<f64>| gains.iter().sum::<f64>();
            let best = (0..5).max_by(|a, b| mean(&gains[*a]).total_cmp(&mean(&gains[*b]))).expect("five");
            let top = gains.remove(best);
            let compared = compare(&top, &gains);
            winners += usize::from(compared.iter().all(|comparison| comparison.confidence >= 0.95));
            // Candidate 0 is the one that is named; it is among the runners-up unless it leads.
            beaten += usize::from(best != 0 && compared[0].confidence >= 0.95);
        }
        for claims in [winners, beaten] {
            assert!((claims as f64 / rounds as f64) < 0.05 + 4.0 * 0.0069, "{winners} {beaten}");
        }
    }
}
