//! How people respond to the rules, and which systems act on each other.

use crate::units::{Money, Rate};

/// How partners respond to the rules in the behavioural reading; each response has a switch of its own
/// (docs/model.md, "Behaviour").
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Behaviour {
    /// Whether partners register more where a registration earns more.
    pub registration: bool,
    /// Elasticity of the propensity to what a registration earns.
    pub registration_elasticity: f64,
    /// Whether the originator's effort follows what it expects to earn.
    pub effort: bool,
    /// How strongly effort follows the expected rent.
    pub effort_theta: f64,
    /// What full effort costs on an opportunity.
    pub effort_cost: Money,
    /// What full effort adds to the competing vendor's ask.
    pub effort_gain: Rate,
    /// Whether rivals enter while the expected rent covers their bid.
    pub entry: bool,
    /// Whether partners just below a threshold buy up to it.
    pub stretch: bool,
    /// Purchases that can be stretched, as a multiple of the threshold.
    pub stretch_capacity: f64,
    /// Share of stretched purchases that is missing the next year.
    pub pull_forward: Rate,
    /// Whether partners choose the compensation track that pays most.
    pub track_choice: bool,
    /// Requests added for each unit of weight that tracks put on registrations; 0 is off.
    pub gaming: f64,
}

/// Which systems act on each other (docs/model.md, "Interactions").
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Links {
    /// The level held decides who may register and at which discount; else the initial level does, for ever.
    pub level_quotations: bool,
    /// Won deals count in trailing purchases, indicators and tracks.
    pub quotations_levels: bool,
    /// Coverage cuts change the competing ask and the desk's minutes.
    pub coverage_quotations: bool,
    /// Contracts moved to pay-per-use earn its own margin; else the auction's margin rate.
    pub aas_margin: bool,
    /// Moved contracts count for levels by their own rule; else as if sold outright.
    pub aas_levels: bool,
    /// The services indicator and Power Services follow the service level.
    pub service_indicator: bool,
    /// Avoided subcontracting is a savings line.
    pub subcontract_savings: bool,
}

/// With or without people's responses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Readings {
    /// Without responses.
    Static,
    /// With responses.
    Behavioural,
    /// Both, the static reading first.
    #[default]
    Both,
}
