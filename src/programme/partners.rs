//! Partners, by name and by number.

use crate::units::{Money, Rate};

/// What is said of a partner, or of each partner of a group, besides its purchases.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PartnerTraits {
    /// Initial level.
    pub level: String,
    /// Certifications held.
    pub certifications: i64,
    /// Cost of capital a year.
    pub cost_of_capital: Rate,
    /// Whether it delivers services.
    pub delivers_services: bool,
    /// Whether it shares data with the vendor.
    pub shares_data: bool,
    /// Compensation track; blank is the first.
    pub compensation_track: String,
}

/// A partner given by name.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Partner {
    /// Identifier, unique.
    pub id: String,
    /// Name for display.
    pub name: String,
    /// Annual run-rate purchases.
    pub purchases: Money,
    /// Annual service sales.
    pub service_sales: Money,
    /// The rest.
    pub traits: PartnerTraits,
}

/// A number of partners whose sizes follow a distribution.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PartnerGroup {
    /// Name; partner i of it is called `<name> 001`.
    pub name: String,
    /// How many partners.
    pub count: i64,
    /// Distribution of annual run-rate purchases.
    pub purchases: SizeDistribution,
    /// Distribution of annual service sales.
    pub services: SizeDistribution,
    /// The rest.
    pub traits: PartnerTraits,
}

/// Distribution of an amount over the partners of a group.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SizeDistribution {
    /// Shape.
    pub family: SizeFamily,
    /// The amount (fixed), the least (uniform, pareto) or the median (lognormal).
    pub low: Money,
    /// The most; zero is no limit where the family allows it.
    pub high: Money,
    /// Tail index (pareto) or sigma (lognormal).
    pub shape: f64,
}

/// Families of [`SizeDistribution`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SizeFamily {
    /// All the same.
    #[default]
    Fixed,
    /// Even between low and high.
    Uniform,
    /// Pareto from low, truncated at high.
    Pareto,
    /// Log-normal around the median low, truncated at high if given.
    Lognormal,
}
