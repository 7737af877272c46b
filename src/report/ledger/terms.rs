//! The terms of the ledger: what its formulas calculate with, each a formula on the sheet Inputs and what the scenario does
//! to it.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::inputs::Target;
use crate::programme::Programme;
use crate::report::{Cell, CellName, Column, Family, Format, Story, Table};
use crate::say;
use crate::scenario::{Change, Scenario, Step};
use crate::schema::levels::LEVELS;
use crate::schema::segments::SEGMENTS;
use crate::schema::{self, Kind, Value};
use crate::study::audit::Audit;

mod derived;

/// [`Table::id`] of the terms.
const ID: &str = "ledger_terms";
/// The parameters that the ledger's formulas read.
const KEYS: &[&str] = &[
    "registration.regime",
    "quotation.support",
    "quotation.open_support",
    "quotation.originator_topup",
    "bidding.cost_spread",
    "desk.free_days",
    "desk.win_loss_per_day",
    "presales.originator",
    "presales.originator_rate",
    "presales.rival",
    "distribution.margin",
    "distribution.share",
    "rebates.on_quotations",
    "rebates.pass_through",
];
/// Those that it reads where deals are paid by use.
const BY_USE: &[&str] =
    &["aas.term_years", "aas.uplift", "aas.partner_margin", "aas.marketplace_fee", "link.aas_margin"];
/// Cells of tables that it reads, for every row.
const CELLS: &[(&schema::Table, &str)] =
    &[(&LEVELS, "base_discount"), (&LEVELS, "rebate"), (&SEGMENTS, "loyalty"), (&SEGMENTS, "unit_cost")];

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
        let scenario = own.checked_sub(1).and_then(|at| story.scenarios.get(at));
        let by_use = if audit.plans.sells_by_use() { BY_USE } else { &[] };
        for key in KEYS.iter().chain(by_use) {
            let Some(parameter) = schema::parameter(key) else { continue };
            let value = |programme: &Programme| (parameter.get)(programme);
            let target = Target::Parameter(parameter.key);
            terms.read(story, audit, scenario, (target, &parameter.kind, parameter.label.said(), *key), value);
        }
        for (table, column) in CELLS {
            let Some(column) = table.columns.iter().find(|known| known.key == *column) else { continue };
            for row in 0..(table.len)(&audit.own) {
                let of = (table.columns[0].get)(&audit.own, row).shown();
                let label = format!("{}, {of}", column.label.said());
                let key = format!("{}[{of}].{}", table.sheet.en, column.key);
                let target = Target::Cell(table.sheet.en, row, column.key);
                let value = |programme: &Programme| (column.get)(programme, row);
                terms.read(story, audit, scenario, (target, &column.kind, &label, &key), value);
            }
        }
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

    /// Adds a value of the workbook.
    fn read(
        &mut self,
        story: &Story<'_>,
        audit: &Audit,
        scenario: Option<&Scenario>,
        (target, kind, label, key): (Target, &Kind, &str, &str),
        value: impl Fn(&Programme) -> Value,
    ) {
        let Some(name) = self.names.get(&target).cloned() else { return };
        let entered = refers(name.clone(), &value(&story.inputs.programme));
        let drawn = story.drawn.is_some_and(|drawn| {
            drawn.uncertainty.inputs.iter().flat_map(|input| &input.places).any(|place| is(place, &target))
        });
        let before = match drawn {
            true => figure(&value(&audit.baseline)),
            false => entered.clone(),
        };
        let steps: Vec<&Step> =
            scenario.iter().flat_map(|scenario| &scenario.steps).filter(|step| is(&step.place, &target)).collect();
        let own = match (drawn, steps.last()) {
            (true, _) => (figure(&value(&audit.own)), say!("drawn for this trial")),
            (false, None) => (entered.clone(), say!("sheet Inputs")),
            (false, Some(last)) => {
                let cell = last.at.to_string();
                (edited(&name, &steps, kind, &value(&audit.own)), say!("set by the scenario, {cell}", cell))
            }
        };
        let before = self.mixed.then_some(before);
        self.terms.push(Term { name, label: label.to_owned(), key: key.to_owned(), entered, own, before });
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

/// Whether a place is the one of a value.
fn is(place: &schema::Place, target: &Target) -> bool {
    match (target, place.cell()) {
        (Target::Parameter(key), None) => place.name == *key,
        (Target::Cell(sheet, row, column), Some((table, at, of))) => {
            table.sheet.en == *sheet && at == *row && of.key == *column
        }
        _ => false,
    }
}

fn format(value: &Value) -> Format {
    match value {
        Value::Money(_) => Format::Cents,
        Value::Rate(_) => Format::Percent,
        _ => Format::Plain,
    }
}

/// A value that is no formula.
fn figure(value: &Value) -> Cell {
    value.as_number().map_or_else(|| Cell::text(value.shown()), |number| Cell::Figure(number, format(value)))
}

/// A formula that gives a value.
fn refers(formula: String, value: &Value) -> Cell {
    let formula = format!("={formula}");
    match value.as_number() {
        Some(number) => Cell::Formula(formula, number, format(value)),
        None => Cell::Words(formula, value.shown()),
    }
}

/// What a scenario makes of an entered value: a formula on it, unless it sets another.
fn edited(name: &str, steps: &[&Step], kind: &Kind, value: &Value) -> Cell {
    let decimals = if matches!(kind, Kind::Money { .. }) { 2 } else { 9 };
    let mut formula = Some(name.to_owned());
    for step in steps {
        formula = match (&step.change, formula) {
            (Change::Set(_), _) | (_, None) => None,
            (Change::Points(points), Some(before)) => {
                Some(format!("ROUND({before}+{},9)", points / Decimal::ONE_HUNDRED))
            }
            (Change::Times(factor), Some(before)) => Some(format!("ROUND({before}*{factor},{decimals})")),
        };
    }
    formula.map_or_else(|| figure(value), |formula| refers(formula, value))
}
