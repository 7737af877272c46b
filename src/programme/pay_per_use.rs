//! Deals that are paid as they are used instead of at once.

use crate::units::Rate;

/// Which deals are moved to pay-per-use, and the contract they become (docs/model.md, "Pay-per-use").
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PayPerUse {
    /// Share of won deals that are moved at the start.
    pub share_start: Rate,
    /// Share of won deals that are moved at the end of the ramp.
    pub share_end: Rate,
    /// Months from the one share to the other; zero is at once.
    pub ramp_months: f64,
    /// Years of a contract.
    pub term_years: i64,
    /// What the contract is worth above the price of the deal.
    pub uplift: Rate,
    /// Partner's margin, of the contract.
    pub partner_margin: Rate,
    /// Part of the contract that the partner is paid at signing, out of its margin.
    pub upfront: Rate,
    /// Share of contracts that are renewed when they end.
    pub renewal: Rate,
    /// Share of contracts that go through a distributor's marketplace.
    pub marketplace_share: Rate,
    /// What the distributor keeps of those.
    pub marketplace_fee: Rate,
    /// What of a contract counts for levels.
    pub counts_as: CountsAs,
}

/// What of a pay-per-use contract counts for levels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum CountsAs {
    /// The whole contract, when it is signed.
    #[default]
    Tcv,
    /// What is billed, month by month.
    Billings,
}
