//! The table `Levels` and how levels are held (docs/model.md, "Levels").

use super::kind::Kind;
use super::value::{Value, text};
use super::{Basis, Column, Group, Parameter, Table};
use crate::programme::Level;
use crate::units::{Money, Rate};

/// Levels, lowest first.
pub static LEVELS: Table = Table {
    sheet: text("Levels", "Niveaux"),
    help: text("Levels of the programme, lowest first.", "Niveaux du programme, du plus bas au plus haut."),
    columns: &[
        Column {
            key: "level",
            label: text("Level", "Niveau"),
            help: text("Name of the level.", "Nom du niveau."),
            unit: text("name", "nom"),
            kind: Kind::Name,
            default: None,
            get: |p, i| Value::Name(p.levels[i].name.clone().into()),
            set: |p, i, v| p.levels[i].name = v.name(),
        },
        Column {
            key: "threshold",
            label: text("Revenue threshold", "Seuil d'achats"),
            help: text("Trailing 12-month purchases the level takes.", "Achats sur 12 mois glissants exigés."),
            unit: text("currency/year", "monnaie/an"),
            kind: Kind::Money { min: Money::ZERO, max: Money::from_units(100_000_000_000) },
            default: Some(Value::Money(Money::ZERO)),
            get: |p, i| Value::Money(p.levels[i].threshold),
            set: |p, i, v| p.levels[i].threshold = v.money(),
        },
        Column {
            key: "certifications",
            label: text("Certifications required", "Certifications exigées"),
            help: text("Certifications the level takes.", "Certifications exigées par le niveau."),
            unit: text("certifications", "certifications"),
            kind: Kind::Count { min: 0, max: 10_000 },
            default: Some(Value::Count(0)),
            get: |p, i| Value::Count(p.levels[i].certifications),
            set: |p, i, v| p.levels[i].certifications = v.count(),
        },
        Column {
            key: "base_discount",
            label: text("Base discount", "Remise de base"),
            help: text("Discount off list without any quotation.", "Remise sur catalogue sans cotation."),
            unit: text("% of list", "% du catalogue"),
            kind: Kind::Rate { min: Rate::ZERO, max: Rate::per_mille(900) },
            default: Some(Value::Rate(Rate::per_mille(200))),
            get: |p, i| Value::Rate(p.levels[i].base_discount),
            set: |p, i, v| p.levels[i].base_discount = v.rate(),
        },
        Column {
            key: "rebate",
            label: text("Back-end rebate", "Remise arrière"),
            help: text("Back-end rate on purchases.", "Taux de remise arrière sur achats."),
            unit: text("% of purchases", "% des achats"),
            kind: Kind::Rate { min: Rate::ZERO, max: Rate::per_mille(500) },
            default: Some(Value::Rate(Rate::ZERO)),
            get: |p, i| Value::Rate(p.levels[i].rebate),
            set: |p, i, v| p.levels[i].rebate = v.rate(),
        },
        Column {
            key: "run_rate_margin",
            label: text("Run-rate margin", "Marge du flux courant"),
            help: text(
                "Partner's margin on sales outside quotations.",
                "Marge du partenaire sur les ventes hors cotation.",
            ),
            unit: text("% of sales", "% des ventes"),
            kind: Kind::Rate { min: Rate::ZERO, max: Rate::per_mille(900) },
            default: Some(Value::Rate(Rate::per_mille(30))),
            get: |p, i| Value::Rate(p.levels[i].run_rate_margin),
            set: |p, i, v| p.levels[i].run_rate_margin = v.rate(),
        },
    ],
    defaults: &[
        &level("Business", 0, 0, 180, 0),
        &level("Silver", 175_000, 2, 200, 15),
        &level("Gold", 750_000, 5, 220, 30),
        &level("Platinum", 5_000_000, 15, 250, 50),
    ],
    basis: (
        Basis::Assumption,
        text(
            "thresholds of 2008 for two levels (trade press); the rest chosen",
            "seuils de 2008 pour deux niveaux (presse spécialisée)\u{a0}; le reste choisi",
        ),
    ),
    editable: true,
    len: |p| p.levels.len(),
    clear: |p| p.levels.clear(),
    push: |p| p.levels.push(Level::default()),
};

/// How levels are held, beyond the table.
pub static LEVEL_RULES: Group = Group {
    title: text("Levels", "Niveaux"),
    parameters: &[
        Parameter {
            key: "levels.training_pass_rate",
            label: text("Partners that pass their yearly training", "Partenaires qui réussissent leur formation"),
            help: text(
                "Each year a partner passes with this probability; failing counts as the level below's certifications.",
                "Chance annuelle de réussite ; un échec vaut les certifications du niveau inférieur.",
            ),
            unit: text("% of partners a year", "% des partenaires par an"),
            kind: Kind::Rate { min: Rate::ZERO, max: Rate::ONE },
            default: Value::Rate(Rate::ONE),
            basis: Basis::Assumption,
            source: super::CHOSEN,
            get: |p| Value::Rate(p.level_rules.training_pass_rate),
            set: |p, v| p.level_rules.training_pass_rate = v.rate(),
        },
        Parameter {
            key: "levels.cliff_window",
            label: text("Near a threshold", "Proximité d'un seuil"),
            help: text(
                "Partners that miss a threshold by no more than this share of it count as near it.",
                "Un partenaire auquel manque au plus cette part du seuil en est jugé proche.",
            ),
            unit: text("% of the threshold", "% du seuil"),
            kind: Kind::Rate { min: Rate::ZERO, max: Rate::ONE },
            default: Value::Rate(Rate::per_mille(100)),
            basis: Basis::Assumption,
            source: super::CHOSEN,
            get: |p| Value::Rate(p.level_rules.cliff_window),
            set: |p, v| p.level_rules.cliff_window = v.rate(),
        },
    ],
};

/// A default row: threshold in currency units, discount and rebate in thousandths, run-rate margin 3 %.
const fn level(name: &'static str, threshold: i64, certifications: i64, discount: i64, rebate: i64) -> [Value; 6] {
    [
        Value::named(name),
        Value::Money(Money::from_units(threshold)),
        Value::Count(certifications),
        Value::Rate(Rate::per_mille(discount)),
        Value::Rate(Rate::per_mille(rebate)),
        Value::Rate(Rate::per_mille(30)),
    ]
}
