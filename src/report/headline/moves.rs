//! How a scenario moves a measure.

use std::cmp::Ordering;

use crate::summary::{Difference, ProgrammeSummary};

/// The mean difference of a measure with the baseline; 0 for the baseline.
pub fn mean(programme: &ProgrammeSummary, id: &str) -> f64 {
    programme.difference(id).map_or(0.0, |difference| difference.statistics.mean)
}

/// Where a difference lies: it is called a rise or a fall only where it is larger than its error.
pub fn direction(difference: &Difference) -> Ordering {
    let mean = difference.statistics.mean;
    if mean.abs() <= 2.0 * difference.statistics.se { Ordering::Equal } else { mean.total_cmp(&0.0) }
}

/// Whether a scenario raises a measure.
pub fn raises(scenario: &ProgrammeSummary, id: &str) -> bool {
    scenario.difference(id).is_some_and(|moved| direction(moved).is_gt())
}

/// The place of the first scenario of which a figure is largest; nothing of no scenario.
pub fn best(scenarios: &[ProgrammeSummary], of: impl Fn(&ProgrammeSummary) -> f64) -> Option<usize> {
    let figures = scenarios.iter().map(of).enumerate();
    figures.reduce(|best, next| if next.1 > best.1 { next } else { best }).map(|(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::Statistics;

    #[test]
    fn a_difference_within_two_errors_has_no_direction() {
        let of = |mean: f64| {
            let statistics = Statistics { mean, sd: 10.0, se: 1.0, percentiles: [mean; 5] };
            direction(&Difference { statistics, probability_better: 0.5, variance_ratio: None })
        };
        assert_eq!(
            [of(2.1), of(2.0), of(-1.9), of(-2.1)],
            [Ordering::Greater, Ordering::Equal, Ordering::Equal, Ordering::Less]
        );
    }
}
