//! What is kept of each partner.

use crate::outcome::{Field, PartnerDeals};

macro_rules! partner_fields {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {
        /// What is added up for each partner, in cents or in pieces.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum PartnerField {
            $($(#[$doc])* $name),*
        }

        /// Number of fields.
        pub const PARTNER_FIELDS: usize = [$(PartnerField::$name),*].len();
    };
}

// The first eight are those of partners that meet no deals: of most of them one line of the memory is touched.
partner_fields! {
    /// What customers paid it.
    Spend,
    /// Its front margin.
    FrontMargin,
    /// Rebates, or the payouts of its track.
    BackEnd,
    /// What it bought.
    Purchases,
    /// What it bought in the last fiscal year that was evaluated.
    LastPurchases,
    /// Level after the last evaluation, 0 the lowest.
    LastLevel,
    /// What it spent before sales.
    Presales,
    /// Rebates that the old model would have paid where tracks pay.
    LegacyRebates,
    /// Kick-backs and fees less what its tickets cost it.
    ServiceMargin,
    /// Gain of payment terms, early payment and financing.
    FinanceGain,
    /// What it spent to be in its track, on training and on stretching to a threshold.
    ProgrammeCosts,
    /// Requests.
    Requests,
    /// Granted requests.
    Granted,
    /// Deals won.
    DealsWon,
    /// Millionths of the score of its indicators, by fiscal year.
    Score,
    /// Year ends at which only a suspension keeps it at its level.
    Saved,
    /// Suspended fiscal years in which it misses the threshold of the level that it holds.
    RidesFree,
    /// Fiscal years in the first track, second track and so on, weighted by the track's place.
    Track,
}

/// Totals of one partner.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PartnerTally(pub [i64; PARTNER_FIELDS]);

impl Default for PartnerTally {
    fn default() -> PartnerTally {
        PartnerTally([0; PARTNER_FIELDS])
    }
}

impl PartnerTally {
    /// What deals brought.
    pub fn of_deals(deals: &PartnerDeals) -> PartnerTally {
        let mut tally = PartnerTally::default();
        for (field, of) in [
            (PartnerField::Spend, Field::CustomerSpend),
            (PartnerField::FrontMargin, Field::FrontMargin),
            (PartnerField::Presales, Field::Presales),
            (PartnerField::Requests, Field::Requests),
            (PartnerField::Granted, Field::Granted),
            (PartnerField::DealsWon, Field::DealsWon),
        ] {
            tally[field] = deals[of];
        }
        tally[PartnerField::Purchases] = deals[Field::CustomerSpend] - deals[Field::FrontMargin];
        tally
    }

    /// What is left to the partner: its incomes less pre-sales and what the programme costs it.
    pub fn net_margin(&self) -> i64 {
        use PartnerField::{BackEnd, FinanceGain, FrontMargin, Presales, ProgrammeCosts, ServiceMargin};
        self[FrontMargin] + self[BackEnd] + self[ServiceMargin] + self[FinanceGain]
            - self[Presales]
            - self[ProgrammeCosts]
    }
}

impl std::ops::Index<PartnerField> for PartnerTally {
    type Output = i64;
    #[inline(always)]
    fn index(&self, field: PartnerField) -> &i64 {
        &self.0[field as usize]
    }
}

impl std::ops::IndexMut<PartnerField> for PartnerTally {
    #[inline(always)]
    fn index_mut(&mut self, field: PartnerField) -> &mut i64 {
        &mut self.0[field as usize]
    }
}

impl std::ops::AddAssign<&PartnerTally> for PartnerTally {
    #[inline(always)]
    fn add_assign(&mut self, other: &PartnerTally) {
        for (sum, value) in self.0.iter_mut().zip(&other.0) {
            *sum = sum.wrapping_add(*value);
        }
    }
}
