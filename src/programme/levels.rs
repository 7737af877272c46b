//! Levels and the rebates they pay.

use crate::units::Rate;

/// How levels are held, beyond the table of levels (docs/model.md, "Levels").
#[derive(Debug, Clone, PartialEq, Default)]
pub struct LevelRules {
    /// Share of partners that pass their training in a year.
    pub training_pass_rate: Rate,
    /// How near a threshold counts as near in reports, as a share of the threshold.
    pub cliff_window: Rate,
}

/// Whose rate a rebate pays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum RateBy {
    /// That of the level held: status pays.
    #[default]
    Level,
    /// That of the band which the year's own purchases reach, certifications apart.
    Reached,
}

/// What a rebate's rate is paid on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum RebateBasis {
    /// On all eligible purchases: crossing a threshold lifts the rate of the first one too (a notch).
    #[default]
    Whole,
    /// Each rate on the purchases of its own band (a kink).
    Marginal,
}

/// Back-end rebates (docs/model.md, "Rebates").
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Rebates {
    /// Whose rate is paid.
    pub rate_by: RateBy,
    /// What it is paid on.
    pub basis: RebateBasis,
    /// Attainment of the target below which nothing is paid; 0 is no gate.
    pub gate: Rate,
    /// Attainment of the target above which purchases count no more; 0 is no cap.
    pub cap: Rate,
    /// Growth that a target asks over last year's run-rate purchases.
    pub target_growth: Rate,
    /// Whether purchases on won quotations earn rebates too.
    pub on_quotations: bool,
    /// Share of the expected rebate that partners bid away.
    pub pass_through: Rate,
}
