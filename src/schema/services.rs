//! Parameters and table of the services programme (docs/model.md, "Services programme").

use super::kind::Kind;
use super::value::{Value, text};
use super::{Basis, Column, Group, Parameter, Table};
use crate::programme::ServiceLevel;
use crate::units::{Money, Rate};

/// Who sells the vendor's services, and what they cost.
pub static SERVICES: Group = Group {
    title: text("Services programme", "Programme de services"),
    parameters: &[
        Parameter {
            key: "services.threshold",
            label: text("Service sales to be in the programme", "Ventes de services exigées"),
            help: text(
                "Partners whose yearly service sales reach this sell the vendor's services.",
                "Les partenaires qui atteignent ces ventes annuelles vendent les services du constructeur.",
            ),
            unit: text("currency/year", "monnaie/an"),
            kind: Kind::Money { min: Money::ZERO, max: Money::from_units(10_000_000_000) },
            default: Value::Money(Money::from_units(10_000)),
            basis: Basis::Fact,
            source: text(
                "threshold of a French programme (trade press, 2012)",
                "seuil d'un programme français (presse spécialisée, 2012)",
            ),
            get: |p| Value::Money(p.services.threshold),
            set: |p, v| p.services.threshold = v.money(),
        },
        Parameter {
            key: "services.unit_cost",
            label: text("Vendor's cost of services sold", "Coût des services vendus"),
            help: text(
                "What the services that partners sell cost the vendor to deliver.",
                "Ce que coûtent au constructeur les services vendus par les partenaires.",
            ),
            unit: text("% of service sales", "% des ventes de services"),
            kind: Kind::Rate { min: Rate::ZERO, max: Rate::per_mille(2_000) },
            default: Value::Rate(Rate::per_mille(700)),
            basis: Basis::Assumption,
            source: super::CHOSEN,
            get: |p| Value::Rate(p.services.unit_cost),
            set: |p, v| p.services.unit_cost = v.rate(),
        },
        Parameter {
            key: "services.training_share",
            label: text("Training paid by the vendor", "Formation payée par le constructeur"),
            help: text(
                "Share of the training cost that the vendor pays; the partner pays the rest.",
                "Part du coût de formation payée par le constructeur ; le partenaire paie le reste.",
            ),
            unit: text("% of training cost", "% du coût de formation"),
            kind: Kind::Rate { min: Rate::ZERO, max: Rate::ONE },
            default: Value::Rate(Rate::per_mille(300)),
            basis: Basis::Assumption,
            source: super::CHOSEN,
            get: |p| Value::Rate(p.services.training_share),
            set: |p, v| p.services.training_share = v.rate(),
        },
    ],
};

/// Levels of the services programme, lowest first.
pub static SERVICE_LEVELS: Table = Table {
    sheet: text("Service levels", "Niveaux de service"),
    help: text(
        "Levels of the services programme, lowest first; the first is open to every seller, the others to partners \
         that deliver services.",
        "Niveaux du programme de services, du plus bas au plus haut ; le premier est ouvert à tout vendeur, les autres \
         aux partenaires qui délivrent des services.",
    ),
    columns: &[
        Column {
            key: "level",
            label: text("Service level", "Niveau de service"),
            help: text("Name of the service level.", "Nom du niveau de service."),
            unit: text("name", "nom"),
            kind: Kind::Name,
            default: None,
            get: |p, i| Value::Name(p.service_levels[i].level.clone().into()),
            set: |p, i, v| p.service_levels[i].level = v.name(),
        },
        Column {
            key: "partners",
            label: text("Partners allowed", "Partenaires admis"),
            help: text(
                "Most partners that may hold this level or a higher one, the largest sellers first; 0 is no limit.",
                "Plus grand nombre admis à ce niveau ou au-dessus, les gros vendeurs d'abord ; 0 : sans limite.",
            ),
            unit: text("partners", "partenaires"),
            kind: Kind::Count { min: 0, max: 200_000 },
            default: Some(Value::Count(0)),
            get: |p, i| Value::Count(p.service_levels[i].partners),
            set: |p, i, v| p.service_levels[i].partners = v.count(),
        },
        Column {
            key: "kickback",
            label: text("Kick-back", "Rétrocession"),
            help: text(
                "What the vendor pays back of the partner's service sales.",
                "Ce que le constructeur reverse des ventes de services du partenaire.",
            ),
            unit: text("% of service sales", "% des ventes de services"),
            kind: Kind::Rate { min: Rate::ZERO, max: Rate::ONE },
            default: Some(Value::Rate(Rate::ZERO)),
            get: |p, i| Value::Rate(p.service_levels[i].kickback),
            set: |p, i, v| p.service_levels[i].kickback = v.rate(),
        },
        Column {
            key: "training_cost",
            label: text("Training cost", "Coût de formation"),
            help: text(
                "What a partner of the level costs to train a year, whoever pays it.",
                "Coût annuel de formation d'un partenaire du niveau, quel que soit le payeur.",
            ),
            unit: text("currency/partner and year", "monnaie/partenaire et an"),
            kind: Kind::Money { min: Money::ZERO, max: Money::from_units(100_000_000) },
            default: Some(Value::Money(Money::ZERO)),
            get: |p, i| Value::Money(p.service_levels[i].training_cost),
            set: |p, i, v| p.service_levels[i].training_cost = v.money(),
        },
    ],
    defaults: &[
        &service_level("seller", 0, 20, 0),
        &service_level("delivery", 30, 40, 25_000),
        &service_level("expert", 20, 60, 25_000),
    ],
    basis: (
        Basis::Assumption,
        text(
            "about 30 deliver, 20 expert (trade press, 2012); kick-backs of 2 to 6 % (trade press, 2014); \
             training chosen",
            "environ 30 prestataires, 20 experts (presse spécialisée, 2012)\u{a0}; rétrocessions de 2 à \
             6\u{a0}% (presse spécialisée, 2014)\u{a0}; formation choisie",
        ),
    ),
    editable: true,
    len: |p| p.service_levels.len(),
    clear: |p| p.service_levels.clear(),
    push: |p| p.service_levels.push(ServiceLevel::default()),
};

/// A default row: partners allowed, kick-back in thousandths, training cost in currency units.
const fn service_level(name: &'static str, partners: i64, kickback: i64, training: i64) -> [Value; 4] {
    [
        Value::named(name),
        Value::Count(partners),
        Value::Rate(Rate::per_mille(kickback)),
        Value::Money(Money::from_units(training)),
    ]
}
