//! Terms that are values of the workbook, each a formula on the sheet Inputs and what the scenario does to it.

use rust_decimal::Decimal;

use crate::inputs::Target;
use crate::programme::Programme;
use crate::report::ledger::terms::{Term, Terms};
use crate::report::{Cell, Format, Story};
use crate::say;
use crate::scenario::{Change, Scenario, Step};
use crate::schema::levels::LEVELS;
use crate::schema::segments::SEGMENTS;
use crate::schema::{self, Kind, Value, place};
use crate::study::audit::Audit;

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

/// Adds them.
pub fn add(terms: &mut Terms, story: &Story<'_>, audit: &Audit) {
    let scenario = audit.subject.programme.checked_sub(1).and_then(|at| story.scenarios.get(at));
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
}

impl Terms {
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
        let entered = refers(name.clone(), kind, &value(&story.inputs.programme));
        let drawn = story.drawn.is_some_and(|drawn| {
            drawn.uncertainty.inputs.iter().flat_map(|input| &input.places).any(|place| is(place, &target))
        });
        let before = match drawn {
            true => figure(kind, &value(&audit.baseline)),
            false => entered.clone(),
        };
        let steps: Vec<&Step> =
            scenario.iter().flat_map(|scenario| &scenario.steps).filter(|step| is(&step.place, &target)).collect();
        let own = match (drawn, steps.last()) {
            (true, _) => (figure(kind, &value(&audit.own)), say!("drawn for this trial")),
            (false, None) => (entered.clone(), say!("sheet Inputs")),
            (false, Some(last)) => {
                let cell = last.at.to_string();
                (edited(&name, &steps, kind, &value(&audit.own)), say!("set by the scenario, {cell}", cell))
            }
        };
        let before = self.mixed.then_some(before);
        self.terms.push(Term { name, label: label.to_owned(), key: place::said(key), entered, own, before });
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
fn figure(kind: &Kind, value: &Value) -> Cell {
    value.as_number().map_or_else(|| Cell::text(kind.shown(value)), |number| Cell::Figure(number, format(value)))
}

/// A formula that gives a value.
fn refers(formula: String, kind: &Kind, value: &Value) -> Cell {
    let formula = format!("={formula}");
    match value.as_number() {
        Some(number) => Cell::Formula(formula, number, format(value)),
        None => Cell::Words(formula, kind.shown(value)),
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
    formula.map_or_else(|| figure(kind, value), |formula| refers(formula, kind, value))
}
