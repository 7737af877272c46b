//! When partners pay, and what the vendor finances.

use crate::units::{Money, Rate};

/// Payment terms (docs/model.md, "Payment terms").
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Terms {
    /// Days to pay before the change.
    pub days_before: f64,
    /// Days to pay after it.
    pub days_after: f64,
    /// Share of purchases that the change covers.
    pub scope: Rate,
    /// What the vendor's money costs a year.
    pub vendor_capital_cost: Rate,
    /// Share of partners that default in a year.
    pub default_hazard: Rate,
    /// Share of what a defaulting partner owes that is lost.
    pub loss_given_default: Rate,
    /// The longest terms the law allows, in days.
    pub legal_cap_days: f64,
    /// Whether a factor carries the terms, so that the law's limit does not bind.
    pub factored: bool,
    /// Discount for paying early, of what is paid early.
    pub early_discount: Rate,
    /// How many days earlier.
    pub early_days: f64,
    /// Share of purchases that are paid early.
    pub early_uptake: Rate,
}

/// Contracts that the vendor finances with deferred payments (docs/model.md, "Financing").
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Financing {
    /// What the vendor puts up in a fiscal year; zero is none.
    pub envelope: Money,
    /// Share of the envelope that is taken up.
    pub uptake: Rate,
    /// Months at the low rate.
    pub deferral_months: i64,
    /// Share of the contract paid in each of these months.
    pub deferral_rate: Rate,
    /// Months in which the contract is paid.
    pub term_months: i64,
}
