//! Parameters of compensation and the tables `Tracks` and `Indicators` (docs/model.md, "Tracks" and "Indicators").

use super::kind::{Choice, Kind};
use super::value::{Value, text};
use super::{Basis, Column, Group, Parameter, Table};
use crate::programme::{CompensationModel, Indicator, Track};
use crate::units::{Money, Rate};

/// The compensation models by key.
pub const MODELS: &[Choice] = &[
    Choice { key: "legacy", label: text("rebates by level", "remises par niveau") },
    Choice { key: "tracks", label: text("tracks", "voies") },
];

fn model(key: &str) -> CompensationModel {
    match key {
        "tracks" => CompensationModel::Tracks,
        _ => CompensationModel::Legacy,
    }
}

fn model_key(model: CompensationModel) -> &'static str {
    match model {
        CompensationModel::Legacy => "legacy",
        CompensationModel::Tracks => "tracks",
    }
}

/// What partners are paid by, and who takes part.
pub static COMPENSATION: Group = Group {
    title: text("Compensation", "Rémunération"),
    parameters: &[
        Parameter {
            key: "compensation.model",
            label: text("What partners are paid by", "Mode de rémunération"),
            help: text(
                "legacy: back-end rebates by level; tracks: a track's rates and the score.",
                "legacy : remises arrière par niveau ; tracks : taux de la voie et score.",
            ),
            unit: text("choice", "choix"),
            kind: Kind::Choice(MODELS),
            default: Value::Choice("legacy"),
            basis: Basis::Assumption,
            source: text("as before tracks", "comme avant les voies"),
            get: |p| Value::Choice(model_key(p.compensation.model)),
            set: |p, v| p.compensation.model = model(v.choice()),
        },
        Parameter {
            key: "compensation.enrolled",
            label: text("Partners enrolled in the tracks", "Partenaires inscrits aux voies"),
            help: text(
                "Share of partners paid by their track; the others stay with the rebates by level.",
                "Part des partenaires payés selon leur voie ; les autres gardent les remises par niveau.",
            ),
            unit: text("% of partners", "% des partenaires"),
            kind: Kind::Rate { min: Rate::ZERO, max: Rate::ONE },
            default: Value::Rate(Rate::per_mille(990)),
            basis: Basis::Fact,
            source: text(
                "99 % of partners enrolled (trade press, November 2020)",
                "99\u{a0}% des partenaires inscrits (presse spécialisée, novembre 2020)",
            ),
            get: |p| Value::Rate(p.compensation.enrolled),
            set: |p, v| p.compensation.enrolled = v.rate(),
        },
        Parameter {
            key: "data_sharing.opt_in",
            label: text("Partners that agree to share data", "Partenaires qui acceptent de partager leurs données"),
            help: text(
                "Share of the partners entered as sharing data that do so.",
                "Part des partenaires saisis comme partageant leurs données qui le font.",
            ),
            unit: text("% of partners", "% des partenaires"),
            kind: Kind::Rate { min: Rate::ZERO, max: Rate::ONE },
            default: Value::Rate(Rate::per_mille(980)),
            basis: Basis::Fact,
            source: text(
                "98 % of partners (trade press, February 2022)",
                "98\u{a0}% des partenaires (presse spécialisée, février 2022)",
            ),
            get: |p| Value::Rate(p.compensation.data_sharing_opt_in),
            set: |p, v| p.compensation.data_sharing_opt_in = v.rate(),
        },
        Parameter {
            key: "compensation.budget_neutral",
            label: text("Payouts scaled to the former cost", "Budget constant"),
            help: text(
                "Whether each year's payouts are scaled to what the rebates by level would have cost.",
                "Les montants de l'année sont-ils ramenés au coût des remises par niveau ?",
            ),
            unit: text("yes/no", "oui/non"),
            kind: Kind::YesNo,
            default: Value::YesNo(false),
            basis: Basis::Assumption,
            source: super::CHOSEN,
            get: |p| Value::YesNo(p.compensation.budget_neutral),
            set: |p, v| p.compensation.budget_neutral = v.yes(),
        },
    ],
};

/// Tracks; the first is open to all.
pub static TRACKS: Table = Table {
    sheet: text("Tracks", "Voies"),
    help: text(
        "Tracks of the compensation model; the first is open to all and holds whoever is on no other.",
        "Voies de rémunération ; la première, ouverte à tous, accueille qui n'est dans aucune autre.",
    ),
    columns: &[
        Column {
            key: "track",
            label: text("Track", "Voie"),
            help: text("Name of the track.", "Nom de la voie."),
            unit: text("name", "nom"),
            kind: Kind::Name,
            default: None,
            get: |p, i| Value::Name(p.tracks[i].track.clone().into()),
            set: |p, i, v| p.tracks[i].track = v.name(),
        },
        Column {
            key: "base_rate",
            label: text("Base rate", "Taux de base"),
            help: text("Paid on purchases whatever the score.", "Versé sur les achats quel que soit le score."),
            unit: text("% of purchases", "% des achats"),
            kind: Kind::Rate { min: Rate::ZERO, max: Rate::per_mille(500) },
            default: Some(Value::Rate(Rate::ZERO)),
            get: |p, i| Value::Rate(p.tracks[i].base_rate),
            set: |p, i, v| p.tracks[i].base_rate = v.rate(),
        },
        Column {
            key: "bonus_rate",
            label: text("Bonus rate at the full score", "Taux de bonus au score maximal"),
            help: text(
                "Paid on purchases at the full score, in proportion below.",
                "Versé sur les achats au score maximal, en proportion en dessous.",
            ),
            unit: text("% of purchases", "% des achats"),
            kind: Kind::Rate { min: Rate::ZERO, max: Rate::per_mille(500) },
            default: Some(Value::Rate(Rate::ZERO)),
            get: |p, i| Value::Rate(p.tracks[i].bonus_rate),
            set: |p, i, v| p.tracks[i].bonus_rate = v.rate(),
        },
        Column {
            key: "fixed_cost",
            label: text("Partner's cost of the track", "Coût de la voie pour le partenaire"),
            help: text("What being on the track costs a partner a year.", "Coût annuel de la voie pour le partenaire."),
            unit: text("currency/year", "monnaie/an"),
            kind: Kind::Money { min: Money::ZERO, max: Money::from_units(100_000_000) },
            default: Some(Value::Money(Money::ZERO)),
            get: |p, i| Value::Money(p.tracks[i].fixed_cost),
            set: |p, i, v| p.tracks[i].fixed_cost = v.money(),
        },
        Column {
            key: "needs_services",
            label: text("Needs service delivery", "Exige de délivrer des services"),
            help: text(
                "Whether it is open only to partners that deliver services.",
                "Réservée aux partenaires qui délivrent des services ?",
            ),
            unit: text("yes/no", "oui/non"),
            kind: Kind::YesNo,
            default: Some(Value::YesNo(false)),
            get: |p, i| Value::YesNo(p.tracks[i].needs_services),
            set: |p, i, v| p.tracks[i].needs_services = v.yes(),
        },
        Column {
            key: "needs_data_sharing",
            label: text("Needs data sharing", "Exige le partage des données"),
            help: text(
                "Whether it is open only to partners that share data.",
                "Réservée aux partenaires qui partagent leurs données ?",
            ),
            unit: text("yes/no", "oui/non"),
            kind: Kind::YesNo,
            default: Some(Value::YesNo(false)),
            get: |p, i| Value::YesNo(p.tracks[i].needs_data_sharing),
            set: |p, i, v| p.tracks[i].needs_data_sharing = v.yes(),
        },
    ],
    defaults: &[
        &track("Synergy", [10, 15], 0, [false, false]),
        &track("Power", [15, 35], 40_000, [false, true]),
        &track("Power Services", [20, 45], 120_000, [true, true]),
    ],
    basis: (
        Basis::Assumption,
        text(
            "names from a programme of 2020 (trade press); rates and costs chosen",
            "noms d'un programme de 2020 (presse spécialisée)\u{a0}; taux et coûts choisis",
        ),
    ),
    editable: true,
    len: |p| p.tracks.len(),
    clear: |p| p.tracks.clear(),
    push: |p| p.tracks.push(Track::default()),
};

/// A default row: base and bonus rate in thousandths, cost in currency units, whether it needs services and data.
const fn track(name: &'static str, rates: [i64; 2], fixed_cost: i64, needs: [bool; 2]) -> [Value; 6] {
    [
        Value::named(name),
        Value::Rate(Rate::per_mille(rates[0])),
        Value::Rate(Rate::per_mille(rates[1])),
        Value::Money(Money::from_units(fixed_cost)),
        Value::YesNo(needs[0]),
        Value::YesNo(needs[1]),
    ]
}

/// What a floor, a target, a mean may be: ratios, days or amounts, according to the indicator.
const LARGEST: f64 = 1_000_000_000.0;

/// Indicators of the score.
pub static INDICATORS: Table = Table {
    sheet: text("Indicators", "Indicateurs"),
    help: text(
        "Indicators of the score; their weights add up to 1.",
        "Indicateurs du score ; la somme de leurs poids vaut 1.",
    ),
    columns: &[
        Column {
            key: "indicator",
            label: text("Indicator", "Indicateur"),
            help: text(
                "Name; those that the simulation knows are computed, the others drawn.",
                "Nom ; ceux que la simulation connaît sont calculés, les autres tirés au sort.",
            ),
            unit: text("name", "nom"),
            kind: Kind::Name,
            default: None,
            get: |p, i| Value::Name(p.indicators[i].indicator.clone().into()),
            set: |p, i, v| p.indicators[i].indicator = v.name(),
        },
        Column {
            key: "weight",
            label: text("Weight", "Poids"),
            help: text("Share of the score.", "Part du score."),
            unit: text("share of the score", "part du score"),
            kind: Kind::Number { min: 0.0, max: 1.0 },
            default: None,
            get: |p, i| Value::Number(p.indicators[i].weight),
            set: |p, i, v| p.indicators[i].weight = v.number(),
        },
        Column {
            key: "unit",
            label: text("Unit", "Unité"),
            help: text("Unit of floor, target, mean and spread.", "Unité du plancher, de l'objectif et de la moyenne."),
            unit: text("words", "texte"),
            kind: Kind::Name,
            default: Some(Value::named("-")),
            get: |p, i| Value::Name(p.indicators[i].unit.clone().into()),
            set: |p, i, v| p.indicators[i].unit = v.name(),
        },
        Column {
            key: "floor",
            label: text("Floor", "Plancher"),
            help: text("Where it begins to count.", "Valeur à partir de laquelle il compte."),
            unit: text("as the indicator", "selon l'indicateur"),
            kind: Kind::Number { min: -LARGEST, max: LARGEST },
            default: None,
            get: |p, i| Value::Number(p.indicators[i].floor),
            set: |p, i, v| p.indicators[i].floor = v.number(),
        },
        Column {
            key: "target",
            label: text("Target", "Objectif"),
            help: text(
                "Where it counts fully; below the floor if less is better.",
                "Valeur où il compte pleinement ; sous le plancher si moins vaut mieux.",
            ),
            unit: text("as the indicator", "selon l'indicateur"),
            kind: Kind::Number { min: -LARGEST, max: LARGEST },
            default: None,
            get: |p, i| Value::Number(p.indicators[i].target),
            set: |p, i, v| p.indicators[i].target = v.number(),
        },
        Column {
            key: "mean",
            label: text("Mean", "Moyenne"),
            help: text("Mean of what is drawn; not used where computed.", "Moyenne du tirage ; inutile si calculé."),
            unit: text("as the indicator", "selon l'indicateur"),
            kind: Kind::Number { min: -LARGEST, max: LARGEST },
            default: Some(Value::Number(0.0)),
            get: |p, i| Value::Number(p.indicators[i].mean),
            set: |p, i, v| p.indicators[i].mean = v.number(),
        },
        Column {
            key: "sd",
            label: text("Standard deviation", "Écart-type"),
            help: text(
                "Spread of what is drawn, over partners and years; not used where computed.",
                "Écart-type du tirage, entre partenaires et années ; inutile si calculé.",
            ),
            unit: text("as the indicator", "selon l'indicateur"),
            kind: Kind::Number { min: 0.0, max: LARGEST },
            default: Some(Value::Number(0.0)),
            get: |p, i| Value::Number(p.indicators[i].sd),
            set: |p, i, v| p.indicators[i].sd = v.number(),
        },
    ],
    defaults: &[
        &indicator("Service capability", 0.049, "share of the service ladder", [0.0, 1.0], [0.3, 0.2]),
        &indicator("Sales volume", 0.4, "purchases / entered purchases", [0.8, 1.2], [0.0, 0.0]),
        &indicator("Sales against target", 0.049, "run-rate purchases / target", [0.8, 1.1], [0.0, 0.0]),
        &indicator("Registrations", 0.08, "requests a year", [0.0, 10.0], [0.0, 0.0]),
        &indicator("Conversion rate", 0.08, "quotations won / requests", [0.0, 0.5], [0.0, 0.0]),
        &indicator("Pre-sales use", 0.049, "pre-sales spending / purchases", [0.0, 0.02], [0.0, 0.0]),
        &indicator("Average sale", 0.049, "currency a deal won", [20_000.0, 100_000.0], [0.0, 0.0]),
        &indicator("Revenue per account", 0.049, "currency an account", [15_000.0, 40_000.0], [25_000.0, 10_000.0]),
        &indicator("Delivery time", 0.049, "working days", [15.0, 5.0], [10.0, 4.0]),
        &indicator("Retention", 0.049, "share of accounts kept", [0.75, 0.95], [0.85, 0.08]),
        &indicator("Expansion", 0.049, "growth at accounts kept", [0.0, 0.2], [0.08, 0.08]),
        &indicator("Satisfaction", 0.048, "score of 10", [6.0, 9.0], [7.5, 1.0]),
    ],
    basis: (
        Basis::Assumption,
        text(
            "the twelve kinds of a programme of 2020 (trade press); volume, registrations and conversion weigh \
             40, 8 and 8 %, the others about alike; all figures chosen",
            "les douze familles d'un programme de 2020 (presse spécialisée)\u{a0}; volume, déclarations et \
             conversion pèsent 40, 8 et 8\u{a0}%, les autres à peu près autant\u{a0}; chiffres choisis",
        ),
    ),
    editable: true,
    len: |p| p.indicators.len(),
    clear: |p| p.indicators.clear(),
    push: |p| p.indicators.push(Indicator::default()),
};

/// A default row: floor and target, then mean and standard deviation.
const fn indicator(
    name: &'static str,
    weight: f64,
    unit: &'static str,
    scale: [f64; 2],
    drawn: [f64; 2],
) -> [Value; 7] {
    [
        Value::named(name),
        Value::Number(weight),
        Value::named(unit),
        Value::Number(scale[0]),
        Value::Number(scale[1]),
        Value::Number(drawn[0]),
        Value::Number(drawn[1]),
    ]
}
