//! How what is not known is sampled, and how exact a run shall be (docs/model.md, "Uncertainty").

use crate::units::Rate;

/// How the trials of one input are spread over its distribution.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sampling {
    /// Independent draws.
    #[default]
    Plain,
    /// Each batch has one draw in each of as many equal strata as it has trials, in random order (McKay, Beckman and
    /// Conover 1979).
    LatinHypercube,
    /// Sobol's sequence with the direction numbers of Joe and Kuo (2008), scrambled.
    Sobol,
}

/// How rank correlations are put on the inputs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Correlating {
    /// Each input's values of a batch are put in another order (Iman and Conover 1982). They stay the same values:
    /// strata stay filled, and the batch's rank correlations are nearly those wanted.
    #[default]
    ImanConover,
    /// Gaussian copula: trial by trial, without regard to the batch. The rank correlations vary as those of a random
    /// sample do, and only the first input of the matrix keeps its strata.
    Copula,
}

/// Which percentiles Low and High are, where they are not the ends of a distribution.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tails {
    /// The 5th and the 95th.
    #[default]
    FiveNinetyFive,
    /// The 10th and the 90th.
    TenNinety,
}

impl Tails {
    /// The probabilities below Low and below High.
    pub fn probabilities(self) -> [f64; 2] {
        match self {
            Tails::FiveNinetyFive => [0.05, 0.95],
            Tails::TenNinety => [0.10, 0.90],
        }
    }
}

/// How uncertain inputs are sampled, and when a run has played enough.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct UncertaintySettings {
    /// How the trials of one input are spread.
    pub sampling: Sampling,
    /// Whether each trial is followed by its mirror.
    pub antithetic: bool,
    /// How rank correlations are put on the inputs.
    pub correlating: Correlating,
    /// What Low and High are.
    pub tails: Tails,
    /// The run ends when the 95 % confidence half-width of every watched difference is below this share of it; 0: it
    /// plays all its trials.
    pub precision: Rate,
    /// The measures that are watched, by id, perhaps with a percentile such as `p05`, apart by commas.
    pub precision_measures: String,
    /// The measure, by id, that sensitivity explains and the optimiser raises or lowers.
    pub objective: String,
}
