//! What a trial adds up: integer totals, so that sums are exact and independent of their order.

use std::ops::{AddAssign, Index, IndexMut, SubAssign};

use crate::schema::Text;
use crate::schema::value::text;
use crate::units::Money;

pub mod account;
mod contracts;
mod fields;
pub mod partner;

pub use contracts::PartnerContracts;
pub use fields::Field;

/// Number of fields.
pub const FIELDS: usize = Field::ALL.len();

/// Number of fields that deals add to: the first ones.
pub const DEAL_FIELDS: usize = Field::LAST_OF_DEALS as usize + 1;

/// Number of fields that deals add to by partner: the first ones.
pub const PARTNER_DEAL_FIELDS: usize = Field::LAST_OF_PARTNERS as usize + 1;

/// Totals of the first `N` fields, on lines of memory of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(align(64))]
pub struct Totals<const N: usize>(pub [i64; N]);

/// Totals of all fields.
pub type Tally = Totals<FIELDS>;

/// Totals of what deals add to, kept apart because the hot loop's memory is made of them.
pub type DealTally = Totals<DEAL_FIELDS>;

/// Totals of what deals add to by partner, a line of memory: every plan has one for each partner.
pub type PartnerDeals = Totals<PARTNER_DEAL_FIELDS>;

impl<const N: usize> Default for Totals<N> {
    fn default() -> Totals<N> {
        Totals([0; N])
    }
}

impl<const N: usize> Totals<N> {
    /// A field that counts money.
    pub fn money(&self, field: Field) -> Money {
        Money::from_minor(self[field])
    }

    #[inline(always)]
    fn add<const M: usize>(&mut self, other: &Totals<M>) {
        for (sum, value) in self.0.iter_mut().zip(&other.0) {
            *sum = sum.wrapping_add(*value);
        }
    }
}

impl<const N: usize> Index<Field> for Totals<N> {
    type Output = i64;
    #[inline(always)]
    fn index(&self, field: Field) -> &i64 {
        &self.0[field as usize]
    }
}

impl<const N: usize> IndexMut<Field> for Totals<N> {
    #[inline(always)]
    fn index_mut(&mut self, field: Field) -> &mut i64 {
        &mut self.0[field as usize]
    }
}

// The sums of a tally cannot overflow: a trial has at most some millions of deals of at most 5 billion each, far below
// the 92 million billion an i64 of cents holds. Wrapping sums let the compiler add several fields at a time.

impl<const N: usize> SubAssign<&Totals<N>> for Totals<N> {
    #[inline]
    fn sub_assign(&mut self, other: &Totals<N>) {
        for (sum, value) in self.0.iter_mut().zip(&other.0) {
            *sum = sum.wrapping_sub(*value);
        }
    }
}

/// Adds totals of as many fields, of fewer, or the first of more.
impl<const N: usize, const M: usize> AddAssign<&Totals<M>> for Totals<N> {
    #[inline]
    fn add_assign(&mut self, other: &Totals<M>) {
        self.add(other);
    }
}

/// The sum of some tallies. Compiled for several processors, as [`crate::units::column`].
#[multiversion::multiversion(targets("x86_64+avx512f+avx512dq+avx512vl", "x86_64+avx2"))]
pub fn sum(tallies: &[Tally]) -> Tally {
    let mut sum = Tally::default();
    for tally in tallies {
        sum.add(tally);
    }
    sum
}

/// Adds tallies to as many others, one by one.
#[multiversion::multiversion(targets("x86_64+avx512f+avx512dq+avx512vl", "x86_64+avx2"))]
pub fn add_each<const N: usize>(sums: &mut [Totals<N>], tallies: &[Totals<N>]) {
    for (sum, tally) in sums.iter_mut().zip(tallies) {
        sum.add(tally);
    }
}

/// What amounts of a deal are booked into.
pub trait Book {
    /// Adds an amount, in cents or in pieces, to a field; what does not keep the field leaves it out.
    fn book(&mut self, field: Field, amount: i64);
}

impl<const N: usize> Book for Totals<N> {
    #[inline(always)]
    fn book(&mut self, field: Field, amount: i64) {
        if let Some(sum) = self.0.get_mut(field as usize) {
            *sum = sum.wrapping_add(amount);
        }
    }
}

/// Two tallies that are booked into together.
#[derive(Debug)]
pub struct Both<'a>(pub &'a mut DealTally, pub &'a mut PartnerDeals);

impl Book for Both<'_> {
    #[inline(always)]
    fn book(&mut self, field: Field, amount: i64) {
        self.0.book(field, amount);
        self.1.book(field, amount);
    }
}

/// The businesses of a programme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Business {
    /// Outside quotations.
    RunRate,
    /// Opportunities as they come.
    Opportunities,
    /// Opportunities that waited for a rule.
    Launch,
    /// Services sold and delivered.
    Services,
}

impl Business {
    /// All, in order.
    pub const ALL: [Business; 4] = [Business::RunRate, Business::Opportunities, Business::Launch, Business::Services];

    /// What the result calls it.
    pub fn label(self) -> Text {
        match self {
            Business::RunRate => text("Run-rate", "Flux courant"),
            Business::Opportunities => text("Opportunities", "Affaires"),
            Business::Launch => text("Launch", "Lancement"),
            Business::Services => text("Services", "Services"),
        }
    }

    /// The key of the JSON.
    pub fn key(self) -> &'static str {
        match self {
            Business::RunRate => "run_rate",
            Business::Opportunities => "opportunities",
            Business::Launch => "launch",
            Business::Services => "services",
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

    /// The total of all rows: the months', as everything happens in a month.
    pub fn total(&self, rows: &[Tally]) -> Tally {
        sum(&rows[self.rows(Dimension::Month)])
    }
}
