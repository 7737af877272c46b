//! Restructuring: what a plan saves, what it costs, and how many channel managers it leaves.

use crate::units::{Money, Rate};

/// One line of a savings plan (docs/model.md, "Savings").
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SavingsLine {
    /// Name.
    pub line: String,
    /// What is saved on.
    pub kind: SavingsKind,
    /// Jobs, sites, contracts: what the two amounts below are counted by.
    pub units: f64,
    /// What a unit saves a year once it has gone.
    pub saving_per_unit: Money,
    /// What it costs once that a unit goes.
    pub one_off_per_unit: Money,
    /// Months that pass before the first unit goes.
    pub start_month: f64,
    /// Months from the first unit to the last; zero is all at once.
    pub ramp_months: f64,
    /// Share of the planned saving that is achieved.
    pub realisation: Rate,
}

/// What a line of a savings plan saves on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SavingsKind {
    /// Jobs.
    #[default]
    Jobs,
    /// Offices and sites.
    RealEstate,
    /// Ways of working, product lines, systems.
    Process,
    /// Work bought from others.
    Subcontracting,
}

/// What holds for all lines of a savings plan.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Savings {
    /// Share of the gross saving that is spent again.
    pub reinvestment: Rate,
    /// Share of a world-wide plan that falls to the country.
    pub country_share: Rate,
}

/// The managers who look after partners (docs/model.md, "Coverage").
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Coverage {
    /// Channel managers before the cut.
    pub managers: i64,
    /// Share of them that goes.
    pub cut: Rate,
    /// How strongly the competing ask falls with partners per manager.
    pub win_elasticity: f64,
    /// How strongly the minutes of a request rise with partners per manager.
    pub desk_elasticity: f64,
}
