//! The figures of a programme that a log tells, and where they stand in it.

use crate::inputs::Target;

/// One figure of the programme that a log tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Quantity {
    /// Requests a year if everything were eligible.
    Expected,
    /// Share of eligible opportunities that are registered.
    Propensity,
    /// Share of requests, duplicates apart, that are granted.
    Approval,
    /// Mean months between orders.
    Months,
    /// Spread of bidders' needs.
    Spread,
    /// A segment's share of opportunities.
    Share(usize),
    /// Its share of new accounts.
    NewAccount(usize),
    /// Its median list value, in currency units.
    Median(usize),
    /// Its sigma of the logarithm of list value.
    Sigma(usize),
    /// Its mean number of rivals.
    Rivals(usize),
    /// Its mean competing ask.
    AskMean(usize),
    /// The standard deviation of that.
    AskSd(usize),
}

impl Quantity {
    /// Where it stands in a programme.
    pub fn target(self) -> Target {
        let cell = |row, column| Target::Cell("Segments", row, column);
        match self {
            Quantity::Expected => Target::Parameter("quotations.expected_per_year"),
            Quantity::Propensity => Target::Parameter("registration.propensity"),
            Quantity::Approval => Target::Parameter("registration.approval_rate"),
            Quantity::Months => Target::Parameter("accounts.months_between_orders"),
            Quantity::Spread => Target::Parameter("bidding.cost_spread"),
            Quantity::Share(row) => cell(row, "share"),
            Quantity::NewAccount(row) => cell(row, "new_account"),
            Quantity::Median(row) => cell(row, "deal_median"),
            Quantity::Sigma(row) => cell(row, "deal_sigma"),
            Quantity::Rivals(row) => cell(row, "rivals_mean"),
            Quantity::AskMean(row) => cell(row, "rival_price_mean"),
            Quantity::AskSd(row) => cell(row, "rival_price_sd"),
        }
    }
}
