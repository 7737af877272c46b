//! What signed pay-per-use contracts bring month by month (docs/model.md, "Pay-per-use"): the same amount in every
//! month of the term, and the cents that do not divide in the month of each signature.

use crate::model::horizon::YEAR_MONTHS;
use crate::model::pay_per_use::{Contract, monthly};
use crate::outcome::{DealTally, Field, PartnerContracts, PartnerDeals};
use crate::plan::Plans;
use crate::units::Money;

/// What is recognised of contracts in a month or a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Recognised {
    spend: i64,
    margin: i64,
    distributor: i64,
    goods: i64,
    /// Margin paid ahead of what is recognised.
    advanced: i64,
}

/// A contract as it is signed, and for how long it runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Signature {
    /// What it brings over one term.
    pub contract: Contract,
    /// Months of one term.
    pub term: usize,
    /// Months until it ends, renewals included.
    pub life: usize,
    /// The part of the margin that is paid at each signature.
    pub upfront: Money,
}

/// The contracts of a trial, by month of recognition.
#[derive(Debug, Clone)]
pub struct Accrual {
    months: usize,
    cells: usize,
    years: usize,
    /// By month, then level and segment.
    by_cell: Vec<Recognised>,
    /// By partner of the pool, then fiscal year.
    by_partner: Vec<Recognised>,
    used: bool,
}

impl Recognised {
    fn add(&mut self, other: &Recognised, times: i64) {
        self.spend += times * other.spend;
        self.margin += times * other.margin;
        self.distributor += times * other.distributor;
        self.goods += times * other.goods;
        self.advanced += times * other.advanced;
    }

    /// Adds it to a partner's deals and contracts.
    pub fn book_to_partner(&self, deals: &mut PartnerDeals, contracts: &mut PartnerContracts) {
        let mut booked = DealTally::default();
        self.book(&mut booked);
        *deals += &booked;
        *contracts += &PartnerContracts::of(&booked);
    }

    /// Adds it to a tally.
    pub fn book(&self, tally: &mut DealTally) {
        let revenue = self.spend - self.margin - self.distributor;
        tally[Field::CustomerSpend] += self.spend;
        tally[Field::FrontMargin] += self.margin;
        tally[Field::DistributorMargin] += self.distributor;
        tally[Field::NetRevenue] += revenue;
        tally[Field::GrossProfit] += revenue - self.goods;
        tally[Field::ContractSpend] += self.spend;
        tally[Field::ContractMargin] += self.margin;
        tally[Field::MarginAdvanced] += self.advanced;
    }
}

impl Signature {
    /// What is recognised `age` months after the first signature.
    pub fn in_month(&self, age: usize) -> Recognised {
        let signed = age.is_multiple_of(self.term);
        let part = |amount: Money| {
            let (each, first) = monthly(amount, self.term);
            (each + if signed { first } else { Money::ZERO }).minor()
        };
        let margin = part(self.contract.margin);
        let paid = part(self.contract.margin - self.upfront) + if signed { self.upfront.minor() } else { 0 };
        Recognised {
            spend: part(self.contract.spend),
            margin,
            distributor: part(self.contract.distributor),
            goods: part(self.contract.goods),
            advanced: paid - margin,
        }
    }
}

impl Accrual {
    /// Empty, for the plans' horizon, levels, segments and pool.
    pub fn new(plans: &Plans) -> Accrual {
        let cells = plans.shape.levels * plans.shape.segments;
        let years = plans.months.div_ceil(YEAR_MONTHS);
        Accrual {
            months: plans.months,
            cells,
            years,
            by_cell: vec![Recognised::default(); plans.months * cells],
            by_partner: vec![Recognised::default(); plans.pool() * years],
            used: false,
        }
    }

    /// No contracts.
    pub fn clear(&mut self) {
        if self.used {
            self.by_cell.fill(Recognised::default());
            self.by_partner.fill(Recognised::default());
            self.used = false;
        }
    }

    /// Whether there are any contracts.
    pub fn is_used(&self) -> bool {
        self.used
    }

    /// Adds a contract that a partner signs in `month`, `times` times: -1 takes it back.
    pub fn sign(&mut self, month: usize, cell: usize, partner: u32, signature: &Signature, times: i64) {
        self.used = true;
        let end = self.months.min(month + signature.life);
        // Two kinds of month: those of a signature and the others.
        let (first, other) = (signature.in_month(0), signature.in_month(1));
        for at in month..end {
            let part = if (at - month).is_multiple_of(signature.term) { &first } else { &other };
            self.by_cell[at * self.cells + cell].add(part, times);
            self.by_partner[partner as usize * self.years + at / YEAR_MONTHS].add(part, times);
        }
    }

    /// What is recognised in a month, by level and segment; `None` if there are no contracts.
    pub fn month(&self, month: usize) -> Option<&[Recognised]> {
        self.used.then(|| &self.by_cell[month * self.cells..][..self.cells])
    }

    /// What is recognised of a partner's contracts in a fiscal year, from 0.
    pub fn partner(&self, partner: usize, year: usize) -> Option<&Recognised> {
        self.used.then(|| &self.by_partner[partner * self.years + year])
    }

    /// Takes over the contracts of another, from `month` on: what came before has been booked by level and segment.
    pub fn take_over(&mut self, other: &Accrual, month: usize) {
        if !other.used {
            return;
        }
        self.used = true;
        let from = month * self.cells;
        for (mine, part) in self.by_cell[from..].iter_mut().zip(&other.by_cell[from..]) {
            mine.add(part, 1);
        }
        for (mine, part) in self.by_partner.iter_mut().zip(&other.by_partner) {
            mine.add(part, 1);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema;

    fn cents(minor: i64) -> Money {
        Money::from_minor(minor)
    }

    fn signature() -> Signature {
        // A year of 1,000 cents: 83 a month and 4 more at the signature; margin 280: 23 and 4; of it 170 at once.
        let contract = Contract { spend: cents(1_000), margin: cents(280), distributor: cents(30), goods: cents(500) };
        Signature { contract, term: 12, life: 12, upfront: cents(170) }
    }

    #[test]
    fn a_contract_is_recognised_whole_over_its_term() {
        let mut programme = schema::defaults();
        programme.settings.months = 24;
        let mut accrual = Accrual::new(&Plans::new(&programme, &[]));
        accrual.sign(3, 1, 5, &signature(), 1);
        let month = |at: usize| accrual.month(at).map(|cells| cells[1].spend);
        assert_eq!([2, 3, 4, 14, 15].map(month), [0, 87, 83, 83, 0].map(Some));
        let mut tally = DealTally::default();
        for year in 0..2 {
            accrual.partner(5, year).expect("contracts").book(&mut tally);
        }
        assert_eq!((tally[Field::CustomerSpend], tally[Field::FrontMargin]), (1_000, 280));
        assert_eq!((tally[Field::NetRevenue], tally[Field::GrossProfit]), (690, 190));
        assert_eq!(tally[Field::MarginAdvanced], 0, "paid ahead and earned later");
        // In its first month 170 + 9 + 2 is paid (110 over 12 months) and 27 earned.
        let mut first = DealTally::default();
        accrual.month(3).expect("contracts")[1].book(&mut first);
        assert_eq!(first[Field::MarginAdvanced], 170 + 11 - 27);
    }

    #[test]
    fn a_renewed_contract_is_signed_again() {
        let mut programme = schema::defaults();
        programme.settings.months = 24;
        let mut accrual = Accrual::new(&Plans::new(&programme, &[]));
        accrual.sign(0, 0, 0, &Signature { life: 24, ..signature() }, 1);
        let month = |at: usize| accrual.month(at).map(|cells| cells[0].spend);
        assert_eq!([0, 11, 12, 13].map(month), [87, 83, 87, 83].map(Some));
        accrual.sign(0, 0, 0, &Signature { life: 24, ..signature() }, -1);
        assert_eq!([0, 11, 12, 13].map(|at| accrual.month(at).map(|cells| cells[0].spend)), [Some(0); 4]);
    }
}
