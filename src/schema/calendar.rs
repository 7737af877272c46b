//! The tables `Years` and `Seasonality`.

use super::kind::Kind;
use super::value::{Value, text};
use super::{Basis, Column, Table};
use crate::programme::{Season, Year};
use crate::units::Rate;

/// Fiscal years; a year that is not listed has no change and no suspension.
pub static YEARS: Table = Table {
    sheet: text("Years", "Exercices"),
    help: text(
        "What changes in a fiscal year; years that are not listed have no change.",
        "Ce qui change dans un exercice ; sans ligne, rien ne change.",
    ),
    columns: &[
        Column {
            key: "year",
            label: text("Fiscal year", "Exercice"),
            help: text("Number of the fiscal year, from 1.", "Numéro de l'exercice, à partir de 1."),
            unit: text("number", "numéro"),
            kind: Kind::Count { min: 1, max: 5 },
            default: None,
            get: |p, i| Value::Count(p.years[i].year),
            set: |p, i, v| p.years[i].year = v.count(),
        },
        Column {
            key: "demand_change",
            label: text("Change of run-rate demand", "Variation de la demande courante"),
            help: text(
                "Mean change of run-rate purchases against the partner's entered purchases.",
                "Variation moyenne du flux courant par rapport aux achats saisis.",
            ),
            unit: text("% of purchases", "% des achats"),
            kind: Kind::Rate { min: Rate::per_mille(-900), max: Rate::per_mille(5_000) },
            default: Some(Value::Rate(Rate::ZERO)),
            get: |p, i| Value::Rate(p.years[i].demand_change),
            set: |p, i, v| p.years[i].demand_change = v.rate(),
        },
        Column {
            key: "thresholds_suspended",
            label: text("Thresholds suspended", "Seuils suspendus"),
            help: text(
                "Whether nobody falls for missing the revenue threshold into this year.",
                "Personne ne perd son niveau pour cet exercice faute d'achats.",
            ),
            unit: text("yes/no", "oui/non"),
            kind: Kind::YesNo,
            default: Some(Value::YesNo(false)),
            get: |p, i| Value::YesNo(p.years[i].thresholds_suspended),
            set: |p, i, v| p.years[i].thresholds_suspended = v.yes(),
        },
    ],
    defaults: &[],
    basis: (Basis::Assumption, text("no change", "sans changement")),
    editable: true,
    len: |p| p.years.len(),
    clear: |p| p.years.clear(),
    push: |p| p.years.push(Year::default()),
};

/// Weights of the months of the fiscal year.
pub static SEASONALITY: Table = Table {
    sheet: text("Seasonality", "Saisonnalité"),
    help: text(
        "Weight of each month of the fiscal year; only the proportions count.",
        "Poids de chaque mois de l'exercice ; seules les proportions comptent.",
    ),
    columns: &[
        Column {
            key: "month",
            label: text("Month", "Mois"),
            help: text("Month of the fiscal year, 1 to 12.", "Mois de l'exercice, 1 à 12."),
            unit: text("number", "numéro"),
            kind: Kind::Count { min: 1, max: 12 },
            default: None,
            get: |p, i| Value::Count(p.seasonality[i].month),
            set: |p, i, v| p.seasonality[i].month = v.count(),
        },
        Column {
            key: "weight",
            label: text("Weight", "Poids"),
            help: text("Weight of the month.", "Poids du mois."),
            unit: text("weight", "poids"),
            kind: Kind::Number { min: 0.0, max: 1_000_000.0 },
            default: Some(Value::Number(1.0)),
            get: |p, i| Value::Number(p.seasonality[i].weight),
            set: |p, i, v| p.seasonality[i].weight = v.number(),
        },
    ],
    defaults: &[
        &even(1),
        &even(2),
        &even(3),
        &even(4),
        &even(5),
        &even(6),
        &even(7),
        &even(8),
        &even(9),
        &even(10),
        &even(11),
        &even(12),
    ],
    basis: (Basis::Assumption, text("even", "uniforme")),
    editable: true,
    len: |p| p.seasonality.len(),
    clear: |p| p.seasonality.clear(),
    push: |p| p.seasonality.push(Season::default()),
};

const fn even(month: i64) -> [Value; 2] {
    [Value::Count(month), Value::Number(1.0)]
}
