//! The tables `Partners` and `Partner groups` (docs/model.md, "Population").

use super::kind::{Choice, Kind};
use super::value::{Value, text};
use super::{Basis, Column, Table};
use crate::programme::{Partner, PartnerGroup, SizeFamily};
use crate::units::{Money, Rate};

/// The families of size distributions by key.
pub const FAMILIES: &[Choice] = &[
    Choice { key: "fixed", label: text("fixed", "fixe") },
    Choice { key: "uniform", label: text("uniform", "uniforme") },
    Choice { key: "pareto", label: text("Pareto", "Pareto") },
    Choice { key: "lognormal", label: text("log-normal", "log-normale") },
];

fn family(key: &str) -> SizeFamily {
    match key {
        "uniform" => SizeFamily::Uniform,
        "pareto" => SizeFamily::Pareto,
        "lognormal" => SizeFamily::Lognormal,
        _ => SizeFamily::Fixed,
    }
}

fn family_key(family: SizeFamily) -> &'static str {
    match family {
        SizeFamily::Fixed => "fixed",
        SizeFamily::Uniform => "uniform",
        SizeFamily::Pareto => "pareto",
        SizeFamily::Lognormal => "lognormal",
    }
}

/// The columns that say the same of a listed partner and of each partner of a group.
macro_rules! trait_column {
    (level, $rows:ident) => {
        Column {
            key: "level",
            label: text("Level", "Niveau"),
            help: text("Initial level.", "Niveau initial."),
            unit: text("level", "niveau"),
            kind: Kind::Level,
            default: None,
            get: |p, i| Value::Name(p.$rows[i].traits.level.clone().into()),
            set: |p, i, v| p.$rows[i].traits.level = v.name(),
        }
    };
    (certifications, $rows:ident) => {
        Column {
            key: "certifications",
            label: text("Certifications", "Certifications"),
            help: text("Certifications held.", "Certifications détenues."),
            unit: text("certifications", "certifications"),
            kind: Kind::Count { min: 0, max: 10_000 },
            default: Some(Value::Count(0)),
            get: |p, i| Value::Count(p.$rows[i].traits.certifications),
            set: |p, i, v| p.$rows[i].traits.certifications = v.count(),
        }
    };
    (cost_of_capital, $rows:ident) => {
        Column {
            key: "cost_of_capital",
            label: text("Cost of capital", "Coût du capital"),
            help: text("Cost of the partner's money, a year.", "Coût annuel de l'argent du partenaire."),
            unit: text("%/year", "%/an"),
            kind: Kind::Rate { min: Rate::ZERO, max: Rate::ONE },
            default: Some(Value::Rate(Rate::per_mille(50))),
            get: |p, i| Value::Rate(p.$rows[i].traits.cost_of_capital),
            set: |p, i, v| p.$rows[i].traits.cost_of_capital = v.rate(),
        }
    };
    (delivers_services, $rows:ident) => {
        Column {
            key: "delivers_services",
            label: text("Delivers services", "Délivre des services"),
            help: text("Whether it delivers services.", "Délivre-t-il des services ?"),
            unit: text("yes/no", "oui/non"),
            kind: Kind::YesNo,
            default: Some(Value::YesNo(false)),
            get: |p, i| Value::YesNo(p.$rows[i].traits.delivers_services),
            set: |p, i, v| p.$rows[i].traits.delivers_services = v.yes(),
        }
    };
    (shares_data, $rows:ident) => {
        Column {
            key: "shares_data",
            label: text("Shares data", "Partage ses données"),
            help: text("Whether it shares data with the vendor.", "Partage-t-il ses données avec le constructeur ?"),
            unit: text("yes/no", "oui/non"),
            kind: Kind::YesNo,
            default: Some(Value::YesNo(true)),
            get: |p, i| Value::YesNo(p.$rows[i].traits.shares_data),
            set: |p, i, v| p.$rows[i].traits.shares_data = v.yes(),
        }
    };
    (compensation_track, $rows:ident) => {
        Column {
            key: "compensation_track",
            label: text("Compensation track", "Voie de rémunération"),
            help: text("Compensation track; a dash is the first.", "Voie de rémunération ; un tiret vaut la première."),
            unit: text("track", "voie"),
            kind: Kind::Track,
            default: Some(Value::named("-")),
            get: |p, i| Value::Name(p.$rows[i].traits.compensation_track.clone().into()),
            set: |p, i, v| p.$rows[i].traits.compensation_track = v.name(),
        }
    };
}

/// Partners by name.
pub static PARTNERS: Table = Table {
    sheet: text("Partners", "Partenaires"),
    help: text("Partners by name; may stand beside groups.", "Partenaires nommés ; compatible avec les groupes."),
    columns: &[
        Column {
            key: "id",
            label: text("Partner", "Partenaire"),
            help: text("Identifier, unique among all partners.", "Identifiant, unique parmi tous les partenaires."),
            unit: text("name", "nom"),
            kind: Kind::Name,
            default: None,
            get: |p, i| Value::Name(p.partners[i].id.clone().into()),
            set: |p, i, v| p.partners[i].id = v.name(),
        },
        Column {
            key: "name",
            label: text("Name", "Nom"),
            help: text(
                "Name for display; a dash repeats the identifier.",
                "Nom affiché ; un tiret répète l'identifiant.",
            ),
            unit: text("name", "nom"),
            kind: Kind::Name,
            default: Some(Value::named("-")),
            get: |p, i| Value::Name(p.partners[i].name.clone().into()),
            set: |p, i, v| p.partners[i].name = v.name(),
        },
        trait_column!(level, partners),
        Column {
            key: "purchases",
            label: text("Annual purchases", "Achats annuels"),
            help: text("Annual run-rate purchases, outside quotations.", "Achats annuels courants, hors cotations."),
            unit: text("currency/year", "monnaie/an"),
            kind: Kind::Money { min: Money::ZERO, max: Money::from_units(10_000_000_000) },
            default: None,
            get: |p, i| Value::Money(p.partners[i].purchases),
            set: |p, i, v| p.partners[i].purchases = v.money(),
        },
        Column {
            key: "service_sales",
            label: text("Annual service sales", "Ventes de services annuelles"),
            help: text("Annual sales of services.", "Ventes annuelles de services."),
            unit: text("currency/year", "monnaie/an"),
            kind: Kind::Money { min: Money::ZERO, max: Money::from_units(10_000_000_000) },
            default: Some(Value::Money(Money::ZERO)),
            get: |p, i| Value::Money(p.partners[i].service_sales),
            set: |p, i, v| p.partners[i].service_sales = v.money(),
        },
        trait_column!(certifications, partners),
        trait_column!(cost_of_capital, partners),
        trait_column!(delivers_services, partners),
        trait_column!(shares_data, partners),
        trait_column!(compensation_track, partners),
    ],
    defaults: &[],
    basis: (Basis::Assumption, text("none are listed; see the groups", "aucun n'est nommé\u{a0}; voir les groupes")),
    editable: false,
    len: |p| p.partners.len(),
    clear: |p| p.partners.clear(),
    push: |p| p.partners.push(Partner::default()),
};

/// Whether a table lists partners by name: thousands of rows, and none of them a rule.
pub fn is_list(table: &Table) -> bool {
    std::ptr::eq(table, &PARTNERS)
}

/// The columns of a size distribution: of purchases, and of service sales.
macro_rules! size_column {
    (distribution, $prefix:literal, $sizes:ident, $en:literal, $fr:literal) => {
        Column {
            key: concat!($prefix, "distribution"),
            label: text(concat!("Distribution of ", $en), concat!("Loi des ", $fr)),
            help: text("fixed, uniform, pareto or lognormal.", "fixe, uniforme, pareto ou log-normale."),
            unit: text("choice", "choix"),
            kind: Kind::Choice(FAMILIES),
            default: Some(Value::Choice("fixed")),
            get: |p, i| Value::Choice(family_key(p.groups[i].$sizes.family)),
            set: |p, i, v| p.groups[i].$sizes.family = family(v.choice()),
        }
    };
    (low, $prefix:literal, $sizes:ident, $en:literal, $fr:literal, $low:expr) => {
        Column {
            key: concat!($prefix, "low"),
            label: text(concat!("Low ", $en), concat!("Bas des ", $fr)),
            help: text(
                "The amount (fixed), the least (uniform, pareto), the median (lognormal).",
                "Le montant (fixe), le minimum (uniforme, pareto), la médiane (log-normale).",
            ),
            unit: text("currency/year", "monnaie/an"),
            kind: Kind::Money { min: Money::ZERO, max: Money::from_units(10_000_000_000) },
            default: $low,
            get: |p, i| Value::Money(p.groups[i].$sizes.low),
            set: |p, i, v| p.groups[i].$sizes.low = v.money(),
        }
    };
    (high, $prefix:literal, $sizes:ident, $en:literal, $fr:literal) => {
        Column {
            key: concat!($prefix, "high"),
            label: text(concat!("High ", $en), concat!("Haut des ", $fr)),
            help: text(
                "The most; 0 is no limit where the distribution allows it.",
                "Le maximum ; 0 : sans limite si la loi le permet.",
            ),
            unit: text("currency/year", "monnaie/an"),
            kind: Kind::Money { min: Money::ZERO, max: Money::from_units(10_000_000_000) },
            default: Some(Value::Money(Money::ZERO)),
            get: |p, i| Value::Money(p.groups[i].$sizes.high),
            set: |p, i, v| p.groups[i].$sizes.high = v.money(),
        }
    };
    (shape, $prefix:literal, $sizes:ident, $en:literal, $fr:literal) => {
        Column {
            key: concat!($prefix, "shape"),
            label: text(concat!("Shape of ", $en), concat!("Forme des ", $fr)),
            help: text("Tail index (pareto) or sigma (lognormal).", "Indice de queue (pareto) ou sigma (log-normale)."),
            unit: text("number", "nombre"),
            kind: Kind::Number { min: 0.0, max: 20.0 },
            default: Some(Value::Number(1.0)),
            get: |p, i| Value::Number(p.groups[i].$sizes.shape),
            set: |p, i, v| p.groups[i].$sizes.shape = v.number(),
        }
    };
}

/// Partners by number and size.
pub static GROUPS: Table = Table {
    sheet: text("Partner groups", "Groupes de partenaires"),
    help: text(
        "Partners by number: each group is spread over the quantiles of its size distribution.",
        "Partenaires par effectif : chaque groupe suit les quantiles de sa loi de taille.",
    ),
    columns: &[
        Column {
            key: "group",
            label: text("Group", "Groupe"),
            help: text("Name of the group.", "Nom du groupe."),
            unit: text("name", "nom"),
            kind: Kind::Name,
            default: None,
            get: |p, i| Value::Name(p.groups[i].name.clone().into()),
            set: |p, i, v| p.groups[i].name = v.name(),
        },
        trait_column!(level, groups),
        Column {
            key: "count",
            label: text("Partners", "Nombre"),
            help: text("Number of partners in the group.", "Nombre de partenaires du groupe."),
            unit: text("partners", "partenaires"),
            kind: Kind::Count { min: 0, max: 100_000 },
            default: None,
            get: |p, i| Value::Count(p.groups[i].count),
            set: |p, i, v| p.groups[i].count = v.count(),
        },
        trait_column!(certifications, groups),
        size_column!(distribution, "", purchases, "purchases", "achats"),
        size_column!(low, "", purchases, "purchases", "achats", None),
        size_column!(high, "", purchases, "purchases", "achats"),
        size_column!(shape, "", purchases, "purchases", "achats"),
        size_column!(distribution, "service_", services, "service sales", "ventes de services"),
        size_column!(low, "service_", services, "service sales", "ventes de services", Some(Value::Money(Money::ZERO))),
        size_column!(high, "service_", services, "service sales", "ventes de services"),
        size_column!(shape, "service_", services, "service sales", "ventes de services"),
        trait_column!(cost_of_capital, groups),
        trait_column!(delivers_services, groups),
        trait_column!(shares_data, groups),
        trait_column!(compensation_track, groups),
    ],
    defaults: &[
        &group("Platinum", 10, 18, [5_000_000, 100_000_000]),
        &group("Gold", 80, 7, [750_000, 5_000_000]),
        &group("Silver", 130, 3, [175_000, 750_000]),
        &group("Business", 4_500, 0, [5_000, 175_000]),
    ],
    basis: (
        Basis::Derived,
        text(
            "counts of a French programme in 2013; Pareto tail 1.0 from two thresholds (trade press)",
            "effectifs d'un programme français en 2013\u{a0}; queue de Pareto 1,0 d'après deux seuils (presse \
             spécialisée)",
        ),
    ),
    editable: false,
    len: |p| p.groups.len(),
    clear: |p| p.groups.clear(),
    push: |p| p.groups.push(PartnerGroup::default()),
};

/// A default row: as many partners of the level of the same name, purchases Pareto with tail 1 over the range.
const fn group(name: &'static str, count: i64, certifications: i64, [low, high]: [i64; 2]) -> [Value; 16] {
    [
        Value::named(name),
        Value::named(name),
        Value::Count(count),
        Value::Count(certifications),
        Value::Choice("pareto"),
        Value::Money(Money::from_units(low)),
        Value::Money(Money::from_units(high)),
        Value::Number(1.0),
        Value::Choice("fixed"),
        Value::Money(Money::ZERO),
        Value::Money(Money::ZERO),
        Value::Number(1.0),
        Value::Rate(Rate::per_mille(50)),
        Value::YesNo(false),
        Value::YesNo(true),
        Value::named("-"),
    ]
}
