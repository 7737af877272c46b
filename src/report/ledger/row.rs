//! One deal of the ledger: each cell a value or a formula, with what the program made of it.

use crate::model::market::Market;
use crate::programme::Programme;
use crate::report::ledger::columns::Columns;
use crate::report::ledger::terms::{Side, Terms};
use crate::report::{Cell, Format, Story};
use crate::schema::Value;
use crate::sim::trace::DealTrace;
use crate::units::{Money, Rate};

mod auction;
mod facts;
mod money;

pub use facts::request;
pub use money::booked;

/// What the cells of a deal are made from.
pub struct Row<'a> {
    pub story: &'a Story<'a>,
    pub columns: &'a Columns,
    pub terms: &'a Terms,
    /// The programme whose rules held.
    pub programme: &'a Programme,
    /// Its market.
    pub market: &'a Market,
    /// Which terms hold.
    pub side: Side,
    /// Months of the horizon.
    pub months: usize,
    /// The deal's number in the trial, from 1.
    pub number: usize,
    pub deal: &'a DealTrace,
}

impl Row<'_> {
    /// The cells, in the order of the columns.
    pub fn cells(&self) -> Vec<Cell> {
        self.columns.ids().map(|id| self.cell(id)).collect()
    }

    fn cell(&self, id: &str) -> Cell {
        let slot = |what: &str| id.strip_prefix(what).and_then(|slot| slot.parse::<usize>().ok());
        for (what, of) in [
            ("partner", Row::partner as fn(&Self, usize) -> Cell),
            ("need", Row::need),
            ("cost", Row::cost),
            ("reserve", Row::reserve),
        ] {
            if let Some(slot) = slot(what) {
                return if slot < self.deal.bidders.len() { of(self, slot) } else { Cell::Empty };
            }
        }
        self.fact(id)
            .or_else(|| self.bid(id))
            .or_else(|| self.brought(id))
            .or_else(|| self.booked(id))
            .unwrap_or(Cell::Empty)
    }

    fn amount(&self, formula: &str, value: Money) -> Cell {
        self.formula(formula, value.to_units(), Format::Cents)
    }

    fn rate(&self, formula: String, value: Rate) -> Cell {
        self.formula(&formula, value.to_f64(), Format::Percent)
    }

    fn formula(&self, formula: &str, value: f64, format: Format) -> Cell {
        Cell::Formula(self.columns.formula(formula), value, format)
    }
}

fn yes(is: bool) -> String {
    Value::YesNo(is).shown()
}
