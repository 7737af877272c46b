//! What belongs to whom: sums of fields, each named once (docs/model.md, "Measures" and "What must hold").

use crate::outcome::Field::{self, *};

/// A sum of fields with their signs.
#[derive(Debug, Clone, Copy)]
pub struct Account(pub &'static [(i8, Field)]);

impl Account {
    /// The sum, of fields read as whole numbers.
    pub fn whole(&self, read: impl Fn(Field) -> i64) -> i64 {
        self.0.iter().map(|(sign, field)| i64::from(*sign) * read(*field)).sum()
    }

    /// The sum, of fields read as numbers.
    pub fn number(&self, read: impl Fn(Field) -> f64) -> f64 {
        self.0.iter().map(|(sign, field)| f64::from(*sign) * read(*field)).sum()
    }
}

/// What partners earn on services: kick-backs, and fees less what tickets cost them.
pub const SERVICE_MARGIN: Account = Account(&[(1, Kickbacks), (1, TicketFees), (-1, TicketCosts)]);

/// What partners gain by payment terms, early payment and financing.
pub const FINANCE_GAIN: Account =
    Account(&[(1, TermsGain), (1, EarlyDiscounts), (-1, EarlyPartnerCapital), (1, FinancingGain)]);

/// What is left to partners: their incomes less pre-sales and what the programme costs them.
pub const NET_MARGIN: Account = Account(&[
    (1, FrontMargin),
    (1, Rebates),
    (1, TrackPayouts),
    (1, Kickbacks),
    (1, TicketFees),
    (-1, TicketCosts),
    (1, TermsGain),
    (1, EarlyDiscounts),
    (-1, EarlyPartnerCapital),
    (1, FinancingGain),
    (-1, Presales),
    (-1, TrackCosts),
    (-1, TrainingPartner),
    (-1, StretchCosts),
]);

/// What the vendor pays for the programme: rebates, payouts, kick-backs, its part of training.
pub const PROGRAMME_COST: Account = Account(&[(1, Rebates), (1, TrackPayouts), (1, Kickbacks), (1, TrainingVendor)]);

/// What payment terms and financing cost the vendor.
pub const FINANCE_COST: Account =
    Account(&[(1, TermsCapital), (1, CreditLoss), (1, EarlyDiscounts), (-1, EarlyVendorCapital), (1, FinancingCost)]);

/// What tickets cost the vendor.
pub const SERVICE_COST: Account = Account(&[(1, TicketFees), (1, FieldCost), (1, SubcontractCost)]);

/// What is left to the vendor: gross profit less programme, finance, service and desk cost.
pub const CONTRIBUTION: Account = Account(&[
    (1, GrossProfit),
    (-1, Rebates),
    (-1, TrackPayouts),
    (-1, Kickbacks),
    (-1, TrainingVendor),
    (-1, TermsCapital),
    (-1, CreditLoss),
    (-1, EarlyDiscounts),
    (1, EarlyVendorCapital),
    (-1, FinancingCost),
    (-1, TicketFees),
    (-1, FieldCost),
    (-1, SubcontractCost),
    (-1, DeskCost),
]);

/// The difference in cost of money between partners and vendor, and the loss on credit: what longer terms, early payment
/// and financing cost the vendor more than partners gain.
pub const MONEY_GAP: Account = Account(&[
    (1, TermsCapital),
    (1, CreditLoss),
    (-1, EarlyVendorCapital),
    (1, FinancingCost),
    (-1, TermsGain),
    (1, EarlyPartnerCapital),
    (-1, FinancingGain),
]);

/// What is spent and earned by nobody here: goods, selling, the desk, tracks, training, tickets, stretching.
pub const RESOURCES: Account = Account(&[
    (1, NetRevenue),
    (-1, GrossProfit),
    (1, Presales),
    (1, DeskCost),
    (1, TrackCosts),
    (1, TrainingVendor),
    (1, TrainingPartner),
    (1, TicketCosts),
    (1, FieldCost),
    (1, SubcontractCost),
    (1, StretchCosts),
]);

#[cfg(test)]
mod tests {
    use super::*;

    /// What customers pay is what partners, vendor and distributors keep and what is spent, whatever the fields hold: a
    /// flow that one account counts and no other does would show.
    #[test]
    fn every_flow_has_two_ends() {
        for field in Field::ALL {
            let one = |other: Field| i64::from(other as usize == *field as usize);
            let kept = NET_MARGIN.whole(one) + CONTRIBUTION.whole(one) + RESOURCES.whole(one) + MONEY_GAP.whole(one);
            // Customer spend = front margin + distributor margin + net revenue holds in every row.
            let spend = i64::from(matches!(field, FrontMargin | NetRevenue));
            assert_eq!(kept, spend, "{field:?}");
        }
    }
}
