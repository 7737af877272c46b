//! The table `Segments` (docs/model.md, "Opportunities").

use super::kind::Kind;
use super::value::{Value, text};
use super::{Basis, Column, Table};
use crate::programme::Segment;
use crate::units::{Money, Rate};

/// Market segments.
pub static SEGMENTS: Table = Table {
    sheet: text("Segments", "Segments"),
    help: text(
        "Market segments of the opportunities; their shares add up to 100 %.",
        "Segments de marché ; leurs parts font 100 %.",
    ),
    columns: &[
        Column {
            key: "segment",
            label: text("Segment", "Segment"),
            help: text("Name of the segment.", "Nom du segment."),
            unit: text("name", "nom"),
            kind: Kind::Name,
            default: None,
            get: |p, i| Value::Name(p.segments[i].name.clone().into()),
            set: |p, i, v| p.segments[i].name = v.name(),
        },
        Column {
            key: "share",
            label: text("Share of opportunities", "Part des affaires"),
            help: text("Share of all opportunities.", "Part de toutes les affaires."),
            unit: text("% of opportunities", "% des affaires"),
            kind: Kind::Rate { min: Rate::ZERO, max: Rate::ONE },
            default: None,
            get: |p, i| Value::Rate(p.segments[i].share),
            set: |p, i, v| p.segments[i].share = v.rate(),
        },
        Column {
            key: "new_generation",
            label: text("Newest technology", "Nouvelle génération"),
            help: text("Share of its deals on newest technology.", "Part de ses affaires en nouvelle génération."),
            unit: text("% of deals", "% des affaires"),
            kind: Kind::Rate { min: Rate::ZERO, max: Rate::ONE },
            default: Some(Value::Rate(Rate::per_mille(300))),
            get: |p, i| Value::Rate(p.segments[i].new_generation),
            set: |p, i, v| p.segments[i].new_generation = v.rate(),
        },
        Column {
            key: "new_account",
            label: text("New accounts", "Nouveaux comptes"),
            help: text("Share of its deals at new accounts.", "Part de ses affaires chez de nouveaux comptes."),
            unit: text("% of deals", "% des affaires"),
            kind: Kind::Rate { min: Rate::ZERO, max: Rate::ONE },
            default: Some(Value::Rate(Rate::per_mille(250))),
            get: |p, i| Value::Rate(p.segments[i].new_account),
            set: |p, i, v| p.segments[i].new_account = v.rate(),
        },
        Column {
            key: "deal_median",
            label: text("Median list value", "Montant catalogue médian"),
            help: text("Median list value of a deal, log-normal.", "Médiane du montant catalogue, loi log-normale."),
            unit: text("currency/deal", "monnaie/affaire"),
            kind: Kind::Money { min: Money::from_units(1), max: Money::from_units(100_000_000) },
            default: Some(Value::Money(Money::from_units(49_000))),
            get: |p, i| Value::Money(p.segments[i].deal_median),
            set: |p, i, v| p.segments[i].deal_median = v.money(),
        },
        Column {
            key: "deal_sigma",
            label: text("Spread of list value", "Dispersion du montant"),
            help: text("Sigma of the logarithm of list value.", "Sigma du logarithme du montant."),
            unit: text("log points", "points log"),
            kind: Kind::Number { min: 0.0, max: 3.0 },
            default: Some(Value::Number(1.1)),
            get: |p, i| Value::Number(p.segments[i].deal_sigma),
            set: |p, i, v| p.segments[i].deal_sigma = v.number(),
        },
        Column {
            key: "rivals_mean",
            label: text("Mean number of rivals", "Nombre moyen de rivaux"),
            help: text(
                "Mean of the Poisson number of partners beside the originator, at most 7.",
                "Moyenne du nombre (Poisson) de partenaires autres que l'apporteur, 7 au plus.",
            ),
            unit: text("rivals/deal", "rivaux/affaire"),
            kind: Kind::Number { min: 0.0, max: 7.0 },
            default: Some(Value::Number(2.0)),
            get: |p, i| Value::Number(p.segments[i].rivals_mean),
            set: |p, i, v| p.segments[i].rivals_mean = v.number(),
        },
        Column {
            key: "rival_price_mean",
            label: text("Competing vendor's ask", "Offre du concurrent"),
            help: text("Mean ask of the competing vendor.", "Offre moyenne du constructeur concurrent."),
            unit: text("% of list", "% du catalogue"),
            kind: Kind::Rate { min: Rate::ZERO, max: Rate::per_mille(2_000) },
            default: Some(Value::Rate(Rate::per_mille(770))),
            get: |p, i| Value::Rate(p.segments[i].rival_price_mean),
            set: |p, i, v| p.segments[i].rival_price_mean = v.rate(),
        },
        Column {
            key: "rival_price_sd",
            label: text("Spread of the competing ask", "Dispersion de l'offre concurrente"),
            help: text("Standard deviation of that ask, normal.", "Écart-type de cette offre, loi normale."),
            unit: text("% of list", "% du catalogue"),
            kind: Kind::Rate { min: Rate::ZERO, max: Rate::ONE },
            default: Some(Value::Rate(Rate::per_mille(80))),
            get: |p, i| Value::Rate(p.segments[i].rival_price_sd),
            set: |p, i, v| p.segments[i].rival_price_sd = v.rate(),
        },
        Column {
            key: "unit_cost",
            label: text("Vendor's unit cost", "Coût du constructeur"),
            help: text("Vendor's cost of goods.", "Coût des produits pour le constructeur."),
            unit: text("% of list", "% du catalogue"),
            kind: Kind::Rate { min: Rate::ZERO, max: Rate::per_mille(2_000) },
            default: Some(Value::Rate(Rate::per_mille(540))),
            get: |p, i| Value::Rate(p.segments[i].unit_cost),
            set: |p, i, v| p.segments[i].unit_cost = v.rate(),
        },
        Column {
            key: "loyalty",
            label: text("Loyalty of installed customers", "Fidélité des clients installés"),
            help: text(
                "Installed customers accept to pay this much more than the competing ask.",
                "Ce que les clients installés acceptent de payer de plus que l'offre concurrente.",
            ),
            unit: text("% of the competing ask", "% de l'offre concurrente"),
            kind: Kind::Rate { min: Rate::ZERO, max: Rate::ONE },
            default: Some(Value::Rate(Rate::per_mille(20))),
            get: |p, i| Value::Rate(p.segments[i].loyalty),
            set: |p, i, v| p.segments[i].loyalty = v.rate(),
        },
    ],
    defaults: &[
        &segment("Servers", [530, 120, 550], 42_000, 1.1, 2.4, [765, 80]),
        &segment("Composable", [120, 1_000, 490], 90_000, 1.0, 1.4, [785, 90]),
        &segment("Flash storage", [150, 700, 490], 70_000, 1.1, 1.8, [775, 90]),
        &segment("Networking", [200, 60, 510], 30_000, 1.1, 2.0, [755, 80]),
    ],
    basis: (
        Basis::Assumption,
        text(
            "deal sizes after a public sales sample (median 49,000, sigma 1.1); asks tuned to 40 % of deals won \
             without support",
            "tailles d'affaires d'après un échantillon public de ventes (médiane 49\u{202f}000, sigma \
             1,1)\u{a0}; offres calées sur 40\u{a0}% d'affaires gagnées sans soutien",
        ),
    ),
    editable: true,
    len: |p| p.segments.len(),
    clear: |p| p.segments.clear(),
    push: |p| p.segments.push(Segment::default()),
};

/// A default row: share, newest technology and unit cost in thousandths; median in currency units; sigma; rivals; mean
/// and spread of the competing ask in thousandths. A quarter are new accounts; loyalty is 2 %.
const fn segment(
    name: &'static str,
    [share, newest, unit_cost]: [i64; 3],
    median: i64,
    sigma: f64,
    rivals: f64,
    [ask, ask_sd]: [i64; 2],
) -> [Value; 11] {
    [
        Value::named(name),
        Value::Rate(Rate::per_mille(share)),
        Value::Rate(Rate::per_mille(newest)),
        Value::Rate(Rate::per_mille(250)),
        Value::Money(Money::from_units(median)),
        Value::Number(sigma),
        Value::Number(rivals),
        Value::Rate(Rate::per_mille(ask)),
        Value::Rate(Rate::per_mille(ask_sd)),
        Value::Rate(Rate::per_mille(unit_cost)),
        Value::Rate(Rate::per_mille(20)),
    ]
}
