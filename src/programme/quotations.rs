//! Opportunity registration: who may register what, what a grant gives, how bidders come to a deal.

use crate::units::{Money, Rate};

/// Who gets support on a granted request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Regime {
    /// Nobody: there are no quotations.
    #[default]
    None,
    /// The registered partner alone; rivals may stay out.
    Restricted,
    /// Every bidder, the originator a little more.
    Open,
}

/// Who may register which opportunities (docs/model.md, "Eligibility and requests").
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Registration {
    /// Who gets support.
    pub regime: Regime,
    /// Lowest level that may register.
    pub min_level: String,
    /// Smallest list value that may be registered.
    pub min_deal: Money,
    /// Months without an order after which an installed account counts as new.
    pub lookback_months: f64,
    /// Whether installed accounts may be registered whatever they ordered.
    pub installed_base: bool,
    /// Share of eligible opportunities whose originator registers.
    pub propensity: Rate,
    /// Share of requests lost as duplicates.
    pub conflict_rate: Rate,
    /// Share of the other requests that are approved.
    pub approval_rate: Rate,
}

/// What a granted quotation gives and for how long.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Quotation {
    /// Support of the registered partner under `restricted`, of list.
    pub support: Rate,
    /// Support of every bidder under `open`, of list.
    pub open_support: Rate,
    /// What the originator gets more under `open`, of list.
    pub originator_topup: Rate,
    /// Yearly support budget; zero is none.
    pub budget: Money,
    /// Days a grant protects.
    pub protection_days: f64,
    /// Share of grants that are extended when they run out.
    pub extension_rate: Rate,
    /// Mean days from opportunity to order.
    pub cycle_days: f64,
}

/// How bidders come to a deal and what they ask.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Bidding {
    /// Share of rivals that stay out of a protected deal.
    pub drop_out: Rate,
    /// Width of bidders' own cost-and-margin need, of list.
    pub cost_spread: Rate,
    /// Mean months between orders of an installed account.
    pub months_between_orders: f64,
    /// How strongly a partner's size brings it opportunities.
    pub size_elasticity: f64,
    /// Lowest initial level of the partners that meet opportunities.
    pub pool_level: String,
}

/// What bidders spend on an opportunity before the sale.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Presales {
    /// Fixed spending of the originator.
    pub originator: Money,
    /// Spending of the originator as a share of list.
    pub originator_rate: Rate,
    /// Spending of each bidding rival.
    pub rival: Money,
}

/// The desk that reviews requests.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Desk {
    /// People on the desk.
    pub reviewers: i64,
    /// Minutes one request takes.
    pub minutes_per_request: f64,
    /// Hours a day each person reviews.
    pub hours_per_day: f64,
    /// Cost of an hour of review.
    pub hourly_cost: Money,
    /// Days of wait that cost nothing.
    pub free_days: f64,
    /// What each further day takes off the competing vendor's ask on granted deals.
    pub win_loss_per_day: Rate,
}

/// Requests that waited for a rule (docs/model.md, "Launch").
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Launch {
    /// Expected number of extra requests.
    pub backlog: f64,
    /// Day of the horizon, from 0, on which they start to come.
    pub day: f64,
    /// Days in which half of what is left comes.
    pub half_life_days: f64,
}
