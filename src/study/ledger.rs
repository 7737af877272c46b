//! The assumption ledger: on what the variance of a difference rests (docs/model.md, "Sensitivity").

use super::sensitivity::{Decision, Factor};
use crate::schema::Basis;

/// On what a part of the variance rests.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rests {
    /// On inputs of a basis; `None` where none is said.
    On(Option<Basis>),
    /// On luck.
    Luck,
    /// On what acts together; without Sobol indices luck is in it.
    Together,
}

/// A line of the ledger.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// On what it rests.
    pub rests: Rests,
    /// The inputs of the line, the largest share first, by their places.
    pub inputs: Vec<usize>,
    /// The share of the variance, 0 to 1; all lines make 1.
    pub share: f64,
}

/// The lines of a decision: one for each basis that some input has, then luck and what acts together.
///
/// The shares are first-order Sobol indices; one below 0 counts as nothing, and if they make more than 1 they are scaled
/// to make 1. Without indices they are contributions to the part of the variance of ranks that is explained. All are 0
/// where nothing varies.
pub fn ledger(decision: &Decision, factors: &[Factor]) -> Vec<Line> {
    let share = |at: usize| match &decision.effects[at] {
        effect if effect.index.is_none() => decision.share(effect),
        effect => effect.index.map_or(0.0, |index| index.first.value.max(0.0)),
    };
    let mut lines: Vec<Line> = Vec::new();
    for basis in [Some(Basis::Fact), Some(Basis::Derived), Some(Basis::Assumption), None] {
        let mut inputs: Vec<usize> = (0..factors.len()).filter(|at| factors[*at].basis == basis).collect();
        inputs.sort_by(|a, b| share(*b).total_cmp(&share(*a)));
        if !inputs.is_empty() {
            let share = inputs.iter().map(|at| share(*at)).sum();
            lines.push(Line { rests: Rests::On(basis), inputs, share });
        }
    }
    if let Some(luck) = decision.luck {
        lines.push(Line { rests: Rests::Luck, inputs: Vec::new(), share: luck.first.value.max(0.0) });
    }
    let sum: f64 = lines.iter().map(|line| line.share).sum();
    if sum > 1.0 {
        lines.iter_mut().for_each(|line| line.share /= sum);
    }
    let rest = if sum > 0.0 { (1.0 - sum).max(0.0) } else { 0.0 };
    lines.push(Line { rests: Rests::Together, inputs: Vec::new(), share: rest });
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::Kind;
    use crate::schema::value::text;
    use crate::stats::interval::Estimate;
    use crate::stats::rank::Contribution;
    use crate::study::{Effect, Flip};

    fn factor(basis: Basis) -> Factor {
        Factor {
            name: String::new(),
            label: text("X", "X"),
            unit: text("", ""),
            kind: &Kind::Number { min: 0.0, max: 1.0 },
            basis: Some(basis),
            entered: 0.0,
            percentiles: [0.0; 5],
        }
    }

    #[test]
    fn without_indices_an_input_makes_its_part_of_what_ranks_explain() {
        // Ranks explain 10 %: contributions of 70 % and -30 % make 7 % and 3 %, and 90 % rest on luck and the like.
        let effect = |share| Effect {
            spider: [Estimate { value: 0.0, se: 0.0 }; 5],
            flip: Flip::Never { from: 0.0, to: 1.0 },
            contribution: Contribution { rank_correlation: 0.0, se: 0.0, share, partial: None },
            index: None,
        };
        let decision = Decision {
            name: String::new(),
            entered: Estimate { value: 0.0, se: 0.0 },
            effects: vec![effect(0.7), effect(-0.3)],
            explained: 0.1,
            luck: None,
        };
        let lines = ledger(&decision, &[factor(Basis::Fact), factor(Basis::Assumption)]);
        let found: Vec<f64> = lines.iter().map(|line| line.share).collect();
        assert!(found.iter().zip([0.07, 0.03, 0.9]).all(|(found, share)| (found - share).abs() < 1e-15), "{found:?}");
        // What is said of an input is what the ledger counts of it.
        assert_eq!([decision.share(&decision.effects[0]), decision.share(&decision.effects[1])], found[..2]);
    }
}
