//! A stretch of a fiscal year under one set of rules.

use crate::model::horizon::YEAR_MONTHS;
use crate::plan::Office;
use crate::sim::partners::PartnerDraws;
use crate::units::Money;

/// A part of a fiscal year that is settled under one set of rules.
#[derive(Debug, Clone, Copy)]
pub struct Spell<'a> {
    /// The rules.
    pub office: &'a Office,
    /// Fiscal year, from 0.
    pub year: usize,
    /// First month within the year.
    pub first: usize,
    /// Month within the year before which it ends.
    pub end: usize,
    /// Months of the year that are played.
    pub months: usize,
    /// The share of each month in the year's run-rate business.
    pub shares: [f64; YEAR_MONTHS],
    /// Whether the rules begin with it: what changes once is booked then.
    pub opens: bool,
    /// The rules that held before, where others did.
    pub before: Option<&'a Office>,
    /// Trial within the chunk.
    pub trial: usize,
    /// The draws of the chunk.
    pub draws: &'a PartnerDraws,
}

impl Spell<'_> {
    /// Whether it is all of its year.
    pub fn is_whole(&self) -> bool {
        self.first == 0 && self.end == self.months
    }

    /// Whether the year ends with it.
    pub fn is_last(&self) -> bool {
        self.end == self.months
    }

    /// Whether the year has all its months, so that levels are evaluated at its end.
    pub fn evaluates(&self) -> bool {
        self.is_last() && self.months == YEAR_MONTHS
    }

    /// The part of a year's amount that falls into the spell; as a running total, so that the spells of a year add up.
    #[inline(always)]
    pub fn portion(&self, amount: Money) -> Money {
        if self.is_whole() {
            return amount;
        }
        let season = &self.office.season;
        season.before(amount, self.end, self.months) - season.before(amount, self.first, self.months)
    }

    /// The part of what is due for a whole year, whatever of it is played.
    #[inline(always)]
    pub fn part_of_year(&self, amount: Money) -> Money {
        if self.first == 0 && self.end == YEAR_MONTHS {
            return amount;
        }
        let season = &self.office.season;
        season.before(amount, self.end, YEAR_MONTHS) - season.before(amount, self.first, YEAR_MONTHS)
    }
}
