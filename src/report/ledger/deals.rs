//! The deals of the ledger: which are listed, and the table of them.

use crate::outcome::{Business, DealTally};
use crate::plan::Plan;
use crate::programme::{CompensationModel, RateBy, RebateBasis};
use crate::report::ledger::columns::{Columns, Shown};
use crate::report::ledger::row::{self, Row};
use crate::report::ledger::terms::{Side, Terms};
use crate::report::{Cell, CellName, Story, Table, Total};
use crate::say;
use crate::sim::trace::DealTrace;
use crate::study::audit::Audit;
use crate::units::Rate;

/// [`Table::id`] of the deals.
const ID: &str = "ledger";

/// The deals of a fiscal year, of which some are listed.
pub struct Deals<'a> {
    story: &'a Story<'a>,
    audit: &'a Audit,
    terms: &'a Terms,
    columns: Columns,
    /// What the ledger has columns for.
    pub shown: Shown,
    /// Those that are listed, with their numbers.
    listed: Vec<(usize, &'a DealTrace)>,
    /// What is booked in the year of those that are not.
    pub others: DealTally,
    /// What is recognised in the year of contracts of the years before.
    pub earlier: DealTally,
}

impl<'a> Deals<'a> {
    /// The deals of an audit.
    pub fn new(story: &'a Story<'a>, audit: &'a Audit, terms: &'a Terms) -> Deals<'a> {
        let year = audit.subject.year;
        let months = audit.plans.months;
        let of_year = || audit.trace.of_year(year);
        let listed: Vec<(usize, &DealTrace)> =
            (1..).zip(&audit.trace.deals).filter(|(_, deal)| deal.month / 12 == year && is_listed(deal)).collect();
        let mut others = DealTally::default();
        of_year().filter(|deal| !is_listed(deal)).for_each(|deal| others += &deal.tally());
        let mut earlier = DealTally::default();
        for deal in audit.trace.deals.iter().filter(|deal| deal.month / 12 < year) {
            (year * 12..months.min((year + 1) * 12)).for_each(|month| earlier += &deal.recognised(month));
        }
        let rules = &audit.own.rebates;
        let shown = Shown {
            bidders: listed.iter().map(|(_, deal)| deal.bidders.len()).max().unwrap_or(1),
            launch: listed.iter().any(|(_, deal)| deal.business == Business::Launch),
            by_use: listed.iter().any(|(_, deal)| deal.by_use),
            // Elsewhere a rebate is no deal's own: it depends on all that the partner buys in the year.
            rebates: rules.on_quotations
                && rules.rate_by == RateBy::Level
                && rules.basis == RebateBasis::Whole
                && rules.gate == Rate::ZERO
                && audit.own.compensation.model == CompensationModel::Legacy,
        };
        Deals { story, audit, terms, columns: Columns::new(shown), shown, listed, others, earlier }
    }

    /// How many are listed.
    pub fn len(&self) -> usize {
        self.listed.len()
    }

    /// Whether none is.
    pub fn is_empty(&self) -> bool {
        self.listed.is_empty()
    }

    /// The deals that are listed.
    pub fn listed(&self) -> impl Iterator<Item = &DealTrace> {
        self.listed.iter().map(|(_, deal)| *deal)
    }

    /// What those that are listed are booked in the year.
    pub fn booked(&self) -> DealTally {
        let mut sum = DealTally::default();
        self.listed().for_each(|deal| sum += &row::booked(deal, self.audit.plans.months));
        sum
    }

    /// Rebates on those that are listed, in cents, where they have a column.
    pub fn rebates(&self) -> i64 {
        if !self.shown.rebates {
            return 0;
        }
        self.listed.iter().map(|(number, deal)| self.row(*number, deal).rebate().minor()).sum()
    }

    /// The table.
    pub fn table(&self) -> Table {
        let columns = self.columns.columns();
        let rows: Vec<Vec<Cell>> = self.listed.iter().map(|(number, deal)| self.row(*number, deal).cells()).collect();
        let totals = self.columns.ids().map(|id| match id {
            "deal" => Total::Label(say!("Total")),
            _ if SUMMED.contains(&id) => Total::Sum,
            _ => Total::Empty,
        });
        Table { id: ID.to_owned(), totals: Some(totals.collect()), columns, rows }
    }

    fn row(&self, number: usize, deal: &'a DealTrace) -> Row<'_> {
        let plan: &Plan = &self.audit.plans.plans[deal.rules];
        let own = deal.rules == self.audit.subject.programme;
        Row {
            story: self.story,
            columns: &self.columns,
            terms: self.terms,
            programme: if own { &self.audit.own } else { &self.audit.baseline },
            market: &self.audit.plans.markets[plan.market],
            side: if own { Side::Own } else { Side::Before },
            months: self.audit.plans.months,
            number,
            deal,
        }
    }

    /// The names of the columns that totals are made from.
    pub fn names(&self) -> Vec<CellName> {
        let named = self.columns.ids().filter(|id| SUMMED.contains(id) || ["request", "slot"].contains(id));
        let name = |id: &str| {
            let column = self.columns.place(id)?;
            Some(CellName { name: format!("deals_{id}"), table: ID.to_owned(), column, row: None })
        };
        named.filter_map(name).collect()
    }

    /// The column of the ledger with what is booked in the year.
    pub fn column(&self, outright: &'static str) -> String {
        let booked = match outright {
            "price" => "booked_spend",
            "margin" => "booked_margin",
            "distributor" => "booked_distributor",
            "revenue" => "booked_revenue",
            "profit" => "booked_profit",
            other => other,
        };
        format!("deals_{}", if self.shown.by_use { booked } else { outright })
    }
}

/// Columns that are added up.
const SUMMED: &[&str] = &[
    "price",
    "purchase",
    "support",
    "margin",
    "rent",
    "distributor",
    "revenue",
    "goods",
    "profit",
    "booked_spend",
    "booked_margin",
    "booked_distributor",
    "booked_revenue",
    "booked_profit",
    "presales",
    "wasted",
    "rebate",
];

/// Whether a deal is listed: if a partner won it, or its request was granted.
fn is_listed(deal: &DealTrace) -> bool {
    deal.won.is_some() || deal.grant.is_some()
}
