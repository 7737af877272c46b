//! What a trial adds up: integer totals, so that sums are exact and independent of their order.

use std::ops::{AddAssign, Index, IndexMut, SubAssign};

use crate::units::Money;

macro_rules! fields {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {
        /// What is added up, in cents or in pieces, by whoever the comment names.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Field {
            $($(#[$doc])* $name),*
        }

        impl Field {
            /// All fields, in the order of a tally.
            pub const ALL: &'static [Field] = &[$(Field::$name),*];
        }
    };
}

fields! {
    /// What customers paid the winner.
    CustomerSpend,
    /// Winner's price less its purchase price.
    FrontMargin,
    /// Winner's price less its reserve.
    Rent,
    /// What the distributor of the winner keeps.
    DistributorMargin,
    /// Vendor's revenue from the winner's purchase.
    NetRevenue,
    /// That revenue less cost of goods.
    GrossProfit,
    /// Deals won, by the winner.
    DealsWon,
    /// List value of won deals.
    ListWon,
    /// What a bidder spent before the sale.
    Presales,
    /// The part of it spent by those who won their deal.
    WinnersPresales,
    /// Support paid to the winner.
    SupportCost,
    /// Support paid on deals that would have been won without it.
    Deadweight,
    /// On those deals, what the customer paid less because of it.
    PriceCut,
    /// Won deals of granted requests, by the winner.
    QuotationsWon,
    /// Vendor's gross profit of won deals with support.
    SupportedProfit,
    /// What that profit is less than without the support, at the same deals.
    SupportedLoss,
    /// Customer spend if no deal had support.
    SpendWithout,
    /// List value of won deals if no deal had support.
    ListWithout,
    /// The part of customer spend outside deals.
    RunRateSpend,
    /// The part of the front margin outside deals.
    RunRateMargin,
    /// Opportunities, by the originator.
    Opportunities,
    /// Requests, by the originator.
    Requests,
    /// Granted requests, by the originator.
    Granted,
    /// Requests in the first 13 days of the programme's own rules, by the originator.
    EarlyRequests,
    /// Cost of the desk; belongs to nobody.
    DeskCost,
    /// Thousandths of a minute worked at the desk; belongs to nobody.
    DeskWork,
    /// Thousandths of a minute the desk can work; belongs to nobody.
    DeskCapacity,
    /// Millionths of a working day that requests waited; belongs to nobody.
    WaitedMicroDays,
    /// Partners whose net margin is below the baseline's; belongs to nobody.
    WorseOff,
}

/// Number of fields.
pub const FIELDS: usize = Field::ALL.len();

/// The fields' totals over some deals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tally(pub [i64; FIELDS]);

impl Default for Tally {
    fn default() -> Tally {
        Tally([0; FIELDS])
    }
}

impl Tally {
    /// A field that counts money.
    pub fn money(&self, field: Field) -> Money {
        Money::from_minor(self[field])
    }

    /// Front margin less pre-sales spending: what is left to the partner.
    pub fn net_margin(&self) -> Money {
        self.money(Field::FrontMargin) - self.money(Field::Presales)
    }
}

impl Index<Field> for Tally {
    type Output = i64;
    #[inline(always)]
    fn index(&self, field: Field) -> &i64 {
        &self.0[field as usize]
    }
}

impl IndexMut<Field> for Tally {
    #[inline(always)]
    fn index_mut(&mut self, field: Field) -> &mut i64 {
        &mut self.0[field as usize]
    }
}

// The sums of a tally cannot overflow: a trial has at most some millions of deals of at most 5 billion each, far below
// the 92 million billion an i64 of cents holds. Wrapping sums let the compiler add several fields at a time.

impl SubAssign<&Tally> for Tally {
    #[inline]
    fn sub_assign(&mut self, other: &Tally) {
        for (sum, value) in self.0.iter_mut().zip(&other.0) {
            *sum = sum.wrapping_sub(*value);
        }
    }
}

impl AddAssign<&Tally> for Tally {
    #[inline]
    fn add_assign(&mut self, other: &Tally) {
        for (sum, value) in self.0.iter_mut().zip(&other.0) {
            *sum = sum.wrapping_add(*value);
        }
    }
}

/// The three businesses of a programme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Business {
    /// Outside quotations.
    RunRate,
    /// Opportunities as they come.
    Opportunities,
    /// Opportunities that waited for a rule.
    Launch,
}

impl Business {
    /// All, in order.
    pub const ALL: [Business; 3] = [Business::RunRate, Business::Opportunities, Business::Launch];

    /// The key of the JSON and the result.
    pub fn key(self) -> &'static str {
        match self {
            Business::RunRate => "run_rate",
            Business::Opportunities => "opportunities",
            Business::Launch => "launch",
        }
    }
}

/// How the rows of a breakdown are laid out: every dimension has a last row for what belongs to no row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shape {
    /// Number of levels.
    pub levels: usize,
    /// Number of segments; run-rate business has a row of its own after them.
    pub segments: usize,
    /// Number of months.
    pub months: usize,
}

/// A dimension of the breakdown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dimension {
    /// By level held at arrival.
    Level,
    /// By segment.
    Segment,
    /// By month.
    Month,
    /// By business.
    Business,
}

impl Shape {
    /// The dimensions in the order of the rows.
    pub const DIMENSIONS: [Dimension; 4] =
        [Dimension::Level, Dimension::Segment, Dimension::Month, Dimension::Business];

    /// The rows of a dimension, its `Unassigned` row last.
    pub fn rows(&self, dimension: Dimension) -> std::ops::Range<usize> {
        let level_rows = self.levels + 1;
        let segment_rows = self.segments + 2;
        let month_rows = self.months;
        let business_rows = Business::ALL.len() + 1;
        let (start, rows) = match dimension {
            Dimension::Level => (0, level_rows),
            Dimension::Segment => (level_rows, segment_rows),
            Dimension::Month => (level_rows + segment_rows, month_rows),
            Dimension::Business => (level_rows + segment_rows + month_rows, business_rows),
        };
        start..start + rows
    }

    /// Rows of all dimensions together.
    pub fn len(&self) -> usize {
        self.rows(Dimension::Business).end
    }

    /// Never: every dimension has rows.
    pub fn is_empty(&self) -> bool {
        false
    }

    /// The row of an entity of a dimension.
    pub fn row(&self, dimension: Dimension, entity: usize) -> usize {
        self.rows(dimension).start + entity
    }

    /// The row of what belongs to no entity of a dimension.
    pub fn unassigned(&self, dimension: Dimension) -> usize {
        self.rows(dimension).end - 1
    }
}
