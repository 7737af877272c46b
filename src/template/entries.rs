//! What several templates say: shorthand for their entries, the groups of parameters and the rows they share.

use super::{Override, SetTo, TemplateEdit, TemplateTable};
use crate::schema::{Basis, Table, Text, Value, levels, partners, segments};
use crate::units::{Money, Rate};

/// The default population, the levels it starts at and the market it meets.
pub(super) const LEVELS: TemplateTable = by_default(&levels::LEVELS);
/// See [`LEVELS`].
pub(super) const PARTNER_GROUPS: TemplateTable = by_default(&partners::GROUPS);
/// See [`LEVELS`].
pub(super) const SEGMENTS: TemplateTable = by_default(&segments::SEGMENTS);

/// A table with its default rows.
pub(super) const fn by_default(table: &'static Table) -> TemplateTable {
    TemplateTable { table, rows: None }
}

/// A parameter with another value than its default.
pub(super) const fn over(key: &'static str, value: Value, basis: Basis, source: Text) -> Override {
    Override { key, value, basis, source }
}

/// One row of a scenario.
pub(super) const fn edit(target: &'static str, to: Value, why: Text) -> TemplateEdit {
    TemplateEdit { target, to: SetTo::Value(to), why }
}

/// One row of a scenario that changes what was there, such as `x 1.1` or `+2 pt`.
pub(super) const fn change(target: &'static str, by: &'static str, why: Text) -> TemplateEdit {
    TemplateEdit { target, to: SetTo::Change(by), why }
}

/// A row of a scenario that starts from another.
pub(super) const fn include(scenario: Text, why: Text) -> TemplateEdit {
    TemplateEdit { target: "include", to: SetTo::Scenario(scenario), why }
}

/// A rate in thousandths.
pub(super) const fn rate(per_mille: i64) -> Value {
    Value::Rate(Rate::per_mille(per_mille))
}

/// An amount in currency units.
pub(super) const fn money(units: i64) -> Value {
    Value::Money(Money::from_units(units))
}

/// Yes.
pub(super) const YES: Value = Value::YesNo(true);
/// No.
pub(super) const NO: Value = Value::YesNo(false);

/// A group of partners of the level of the same name, Pareto with tail 1 in purchases and service sales: count and
/// certifications, range of purchases, least service sales (0 sells none), whether it delivers services, its track.
pub(super) const fn group(
    name: &'static str,
    [count, certifications]: [i64; 2],
    [low, high]: [i64; 2],
    services: i64,
    delivers: bool,
    track: &'static str,
) -> [Value; 16] {
    [
        Value::named(name),
        Value::named(name),
        Value::Count(count),
        Value::Count(certifications),
        Value::Choice("pareto"),
        money(low),
        money(high),
        Value::Number(1.0),
        Value::Choice(if services > 0 { "pareto" } else { "fixed" }),
        money(services),
        money(0),
        Value::Number(1.0),
        rate(50),
        Value::YesNo(delivers),
        YES,
        Value::named(track),
    ]
}
