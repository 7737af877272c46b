//! The terms of the ledger: what its formulas calculate with, by their names and in a table.

use std::collections::BTreeMap;

use crate::inputs::Target;
use crate::report::{Cell, CellName, Column, Family, Format, Story, Table};
use crate::say;
use crate::schema::levels::LEVELS;
use crate::schema::segments::SEGMENTS;
use crate::study::audit::Audit;

mod derived;
mod entered;

/// [`Table::id`] of the terms.
const ID: &str = "ledger_terms";

/// Whose terms hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// The programme's own.
    Own,
    /// The baseline's, before the programme starts.
    Before,
}

impl Side {
    /// What the names of its terms begin with.
    fn prefix(self) -> &'static str {
        match self {
            Side::Own => "ledger",
            Side::Before => "before",
        }
    }
}

/// One term.
struct Term {
    /// Its name without what says whose it is.
    name: String,
    label: String,
    key: String,
    entered: Cell,
    own: (Cell, String),
    before: Option<Cell>,
}

/// The terms of a ledger.
pub struct Terms {
    terms: Vec<Term>,
    /// By what they are the value of.
    names: BTreeMap<Target, String>,
    /// Whether the baseline's rules hold for some of the deals.
    mixed: bool,
}

impl Terms {
    /// The terms of an audit; `named` are the names of the values on the sheet Inputs.
    pub fn new(story: &Story<'_>, audit: &Audit, named: &[(Target, CellName)]) -> Terms {
        let names = named.iter().map(|(target, name)| (target.clone(), name.name.clone())).collect();
        let own = audit.subject.programme;
        let mixed = audit.trace.of_year(audit.subject.year).any(|deal| deal.rules != own);
        let mut terms = Terms { terms: Vec::new(), names, mixed };
        entered::add(&mut terms, story, audit);
        derived::add(&mut terms, audit);
        terms
    }

    /// The name of a value on a side.
    pub fn parameter(&self, side: Side, key: &'static str) -> String {
        self.named(side, &Target::Parameter(key))
    }

    /// The name of a cell of the table of levels.
    pub fn level(&self, side: Side, level: usize, column: &'static str) -> String {
        self.named(side, &Target::Cell(LEVELS.sheet.en, level, column))
    }

    /// The name of a cell of the table of segments.
    pub fn segment(&self, side: Side, segment: usize, column: &'static str) -> String {
        self.named(side, &Target::Cell(SEGMENTS.sheet.en, segment, column))
    }

    /// The name of a term that others are made into.
    pub fn derived(&self, side: Side, name: &str) -> String {
        format!("{}_{name}", side.prefix())
    }

    /// The name of what a level bids from, of its purchase price.
    pub fn bid(&self, side: Side, level: usize) -> String {
        format!("{}_bid_{}", side.prefix(), level + 1)
    }

    fn named(&self, side: Side, target: &Target) -> String {
        format!("{}_{}", side.prefix(), self.names.get(target).map_or("", String::as_str))
    }

    /// The names of the terms.
    pub fn names(&self) -> Vec<CellName> {
        let sides: &[(Side, usize)] = if self.mixed { &[(Side::Own, 3), (Side::Before, 5)] } else { &[(Side::Own, 3)] };
        let name = |(row, term): (usize, &Term)| {
            sides
                .iter()
                .map(move |(side, column)| CellName {
                    name: format!("{}_{}", side.prefix(), term.name),
                    table: ID.to_owned(),
                    column: *column,
                    row: Some(row),
                })
                .collect::<Vec<_>>()
        };
        self.terms.iter().enumerate().flat_map(name).collect()
    }

    /// The table of terms.
    pub fn table(&self) -> Table {
        let mut columns = vec![
            Column::new(say!("Term"), Format::Plain, 40),
            Column::new(say!("Key"), Format::Plain, 34),
            Column::new(say!("Entered"), Format::Plain, 14)
                .family(Family::Terms)
                .note(say!("The baseline's value on the sheet Inputs.")),
            Column::new(say!("In the ledger"), Format::Plain, 14)
                .family(Family::Terms)
                .note(say!("What the formulas read: the entered value with what the scenario does to it.")),
            Column::new(say!("Where from"), Format::Plain, 34),
        ];
        if self.mixed {
            columns.push(
                Column::new(say!("Before the start"), Format::Plain, 14)
                    .family(Family::Terms)
                    .note(say!("The baseline's value, which holds for deals before the scenario starts.")),
            );
        }
        let row = |term: &Term| {
            let mut cells = vec![
                Cell::text(&*term.label),
                Cell::text(&*term.key),
                term.entered.clone(),
                term.own.0.clone(),
                Cell::text(&*term.own.1),
            ];
            cells.extend(term.before.clone());
            cells
        };
        Table { id: ID.to_owned(), columns, rows: self.terms.iter().map(row).collect(), totals: None }
    }
}
