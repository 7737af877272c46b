//! How partners are paid for performance: tracks and indicators (docs/model.md, "Tracks" and "Indicators").

use crate::units::{Money, Rate};

/// How partners are paid for performance.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Compensation {
    /// Rebates by level, or tracks.
    pub model: CompensationModel,
    /// Share of partners enrolled in the tracks.
    pub enrolled: Rate,
    /// Share of the partners that could share data with the vendor that agree to.
    pub data_sharing_opt_in: Rate,
    /// Whether the payouts of a year are scaled to what the rebates by level would have cost.
    pub budget_neutral: bool,
}

/// What partners are paid by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum CompensationModel {
    /// Back-end rebates by level.
    #[default]
    Legacy,
    /// One model for all: a track's rates, the upper one by the score.
    Tracks,
}

/// One track of the compensation model.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Track {
    /// Name.
    pub track: String,
    /// Paid on purchases whatever the score.
    pub base_rate: Rate,
    /// Paid on purchases at the full score, and in proportion below.
    pub bonus_rate: Rate,
    /// What being on the track costs a partner a year.
    pub fixed_cost: Money,
    /// Whether only partners that deliver services may be on it.
    pub needs_services: bool,
    /// Whether only partners that share data may be on it.
    pub needs_data_sharing: bool,
}

/// One indicator of the score.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Indicator {
    /// Name; the names in docs/model.md, "Indicators", are computed, all others drawn.
    pub indicator: String,
    /// Share of the score, 0 to 1.
    pub weight: f64,
    /// Unit of what follows, in words.
    pub unit: String,
    /// Value at which it begins to count.
    pub floor: f64,
    /// Value from which it counts fully; below the floor where less is better.
    pub target: f64,
    /// Mean of a partner's year, where it is drawn.
    pub mean: f64,
    /// Standard deviation over partners and years, where it is drawn.
    pub sd: f64,
}
