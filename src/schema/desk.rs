//! Parameters of the quotation desk.

use super::kind::Kind;
use super::value::{Value, text};
use super::{Basis, Group, Parameter};
use crate::units::{Money, Rate};

/// The desk's capacity, its cost and what waiting costs.
pub static DESK: Group = Group {
    title: text("Quotation desk", "Cellule de cotation"),
    parameters: &[
        Parameter {
            key: "desk.reviewers",
            label: text("People on the quotation desk", "Personnes à la cellule de cotation"),
            help: text("How many people review requests.", "Nombre de personnes qui examinent les demandes."),
            unit: text("people", "personnes"),
            kind: Kind::Count { min: 1, max: 1_000 },
            default: Value::Count(2),
            basis: Basis::Assumption,
            source: text("1 to 4 (chosen)", "1 à 4 (choisi)"),
            get: |p| Value::Count(p.desk.reviewers),
            set: |p, v| p.desk.reviewers = v.count(),
        },
        Parameter {
            key: "desk.minutes_per_request",
            label: text("Minutes per request", "Minutes par demande"),
            help: text("Time one request takes to review.", "Temps d'examen d'une demande."),
            unit: text("minutes", "minutes"),
            kind: Kind::Number { min: 0.1, max: 10_000.0 },
            default: Value::Number(45.0),
            basis: Basis::Assumption,
            source: text("20 to 120 (chosen)", "20 à 120 (choisi)"),
            get: |p| Value::Number(p.desk.minutes_per_request),
            set: |p, v| p.desk.minutes_per_request = v.number(),
        },
        Parameter {
            key: "desk.hours_per_day",
            label: text("Hours a day of review", "Heures d'examen par jour"),
            help: text("Hours each person reviews on a working day.", "Heures d'examen par personne et jour ouvré."),
            unit: text("hours", "heures"),
            kind: Kind::Number { min: 0.1, max: 24.0 },
            default: Value::Number(7.0),
            basis: Basis::Assumption,
            source: text("a French working day", "une journée de travail française"),
            get: |p| Value::Number(p.desk.hours_per_day),
            set: |p, v| p.desk.hours_per_day = v.number(),
        },
        Parameter {
            key: "desk.hourly_cost",
            label: text("Cost of an hour of review", "Coût d'une heure d'examen"),
            help: text(
                "Loaded cost; hours worked on requests are charged.",
                "Coût complet ; les heures passées sur les demandes sont comptées.",
            ),
            unit: text("currency/hour", "monnaie/heure"),
            kind: Kind::Money { min: Money::ZERO, max: Money::from_units(10_000) },
            default: Value::Money(Money::from_units(45)),
            basis: Basis::Assumption,
            source: super::CHOSEN,
            get: |p| Value::Money(p.desk.hourly_cost),
            set: |p, v| p.desk.hourly_cost = v.money(),
        },
        Parameter {
            key: "desk.free_days",
            label: text("Days of wait that cost nothing", "Jours d'attente sans effet"),
            help: text("Customers accept this wait.", "Attente acceptée par les clients."),
            unit: text("working days", "jours ouvrés"),
            kind: Kind::Number { min: 0.0, max: 365.0 },
            default: Value::Number(2.0),
            basis: Basis::Assumption,
            source: super::CHOSEN,
            get: |p| Value::Number(p.desk.free_days),
            set: |p, v| p.desk.free_days = v.number(),
        },
        Parameter {
            key: "desk.win_loss_per_day",
            label: text("What a further day of wait costs", "Effet d'un jour d'attente de plus"),
            help: text(
                "Each day beyond the free ones takes this off the competing vendor's ask on granted deals.",
                "Chaque jour au-delà réduit d'autant l'offre concurrente sur les affaires accordées.",
            ),
            unit: text("% of the competing ask a day", "% de l'offre concurrente par jour"),
            kind: Kind::Rate { min: Rate::ZERO, max: Rate::per_mille(200) },
            default: Value::Rate(Rate::per_mille(2)),
            basis: Basis::Assumption,
            source: super::CHOSEN,
            get: |p| Value::Rate(p.desk.win_loss_per_day),
            set: |p, v| p.desk.win_loss_per_day = v.rate(),
        },
    ],
};
