//! The `Settings` sheet: how the simulation is run. Scenarios cannot edit these.

use super::kind::{Choice, Kind};
use super::value::{Value, text};
use super::{Basis, Group, Parameter};
use crate::programme::{Date, Language, Readings};
use crate::units::Rate;

/// The languages by key.
pub const LANGUAGES: &[Choice] =
    &[Choice { key: "en", label: text("English", "anglais") }, Choice { key: "fr", label: text("French", "français") }];

/// The readings by key.
pub const READINGS: &[Choice] = &[
    Choice { key: "static", label: text("without responses", "sans réactions") },
    Choice { key: "behavioural", label: text("with responses", "avec réactions") },
    Choice { key: "both", label: text("both", "les deux") },
];

fn readings(key: &str) -> Readings {
    match key {
        "static" => Readings::Static,
        "behavioural" => Readings::Behavioural,
        _ => Readings::Both,
    }
}

fn readings_key(readings: Readings) -> &'static str {
    match readings {
        Readings::Static => "static",
        Readings::Behavioural => "behavioural",
        Readings::Both => "both",
    }
}

/// The settings.
pub static SETTINGS: Group = Group {
    title: text("Settings", "Réglages"),
    parameters: &[
        Parameter {
            key: "settings.trials",
            label: text("Trials", "Tirages"),
            help: text("Number of possible futures that are played.", "Nombre de futurs possibles joués."),
            unit: text("trials", "tirages"),
            kind: Kind::Count { min: 2, max: 1_000_000 },
            default: Value::Count(10_000),
            basis: Basis::Assumption,
            source: "enough for two significant digits of every difference",
            get: |p| Value::Count(p.settings.trials),
            set: |p, v| p.settings.trials = v.count(),
        },
        Parameter {
            key: "settings.seed",
            label: text("Seed", "Graine"),
            help: text(
                "The same seed gives the same figures; another seed, other futures.",
                "La même graine redonne les mêmes chiffres ; une autre, d'autres futurs.",
            ),
            unit: text("number", "nombre"),
            kind: Kind::Count { min: 0, max: 999_999_999_999_999 },
            default: Value::Count(2017),
            basis: Basis::Assumption,
            source: "any",
            get: |p| Value::Count(p.settings.seed),
            set: |p, v| p.settings.seed = v.count(),
        },
        Parameter {
            key: "settings.start",
            label: text("First day of fiscal year 1", "Premier jour de l'exercice 1"),
            help: text(
                "Months and fiscal years are counted from here.",
                "Les mois et les exercices se comptent à partir d'ici.",
            ),
            unit: text("date", "date"),
            kind: Kind::Date,
            default: Value::Date(Date { year: 2017, month: 2, day: 1 }),
            basis: Basis::Fact,
            source: "the installed base was opened on 1 February 2017 (trade press)",
            get: |p| Value::Date(p.settings.start),
            set: |p, v| p.settings.start = v.date(),
        },
        Parameter {
            key: "settings.months",
            label: text("Horizon", "Horizon"),
            help: text("Months that are simulated.", "Nombre de mois simulés."),
            unit: text("months", "mois"),
            kind: Kind::Count { min: 12, max: 60 },
            default: Value::Count(12),
            basis: Basis::Assumption,
            source: "one fiscal year",
            get: |p| Value::Count(p.settings.months),
            set: |p, v| p.settings.months = v.count(),
        },
        Parameter {
            key: "settings.discount_rate",
            label: text("Discount rate", "Taux d'actualisation"),
            help: text(
                "What a later payment loses a year in present values; a twelfth of it each month.",
                "Ce que perd par an un paiement ultérieur dans les valeurs actuelles ; un douzième par mois.",
            ),
            unit: text("%/year", "%/an"),
            kind: Kind::Rate { min: Rate::ZERO, max: Rate::per_mille(500) },
            default: Value::Rate(Rate::per_mille(80)),
            basis: Basis::Assumption,
            source: "chosen",
            get: |p| Value::Rate(p.settings.discount_rate),
            set: |p, v| p.settings.discount_rate = v.rate(),
        },
        Parameter {
            key: "settings.currency",
            label: text("Currency", "Monnaie"),
            help: text("Currency of every amount, in and out.", "Monnaie de tous les montants."),
            unit: text("ISO code", "code ISO"),
            kind: Kind::Currency,
            default: Value::named("EUR"),
            basis: Basis::Assumption,
            source: "a French programme",
            get: |p| Value::Name(p.settings.currency.clone().into()),
            set: |p, v| p.settings.currency = v.name(),
        },
        Parameter {
            key: "settings.language",
            label: text("Language", "Langue"),
            help: text(
                "Language of the result; this version writes results in English.",
                "Langue du résultat ; cette version écrit les résultats en anglais.",
            ),
            unit: text("choice", "choix"),
            kind: Kind::Choice(LANGUAGES),
            default: Value::Choice("en"),
            basis: Basis::Assumption,
            source: "any",
            get: |p| Value::Choice(if p.settings.language == Language::Fr { "fr" } else { "en" }),
            set: |p, v| p.settings.language = if v.choice() == "fr" { Language::Fr } else { Language::En },
        },
        Parameter {
            key: "settings.readings",
            label: text("Readings", "Lectures"),
            help: text(
                "static: partners do not respond to the rules; behavioural: they do; both: one beside the other.",
                "static : les partenaires ne réagissent pas aux règles ; behavioural : ils réagissent ; both : les deux.",
            ),
            unit: text("choice", "choix"),
            kind: Kind::Choice(READINGS),
            default: Value::Choice("both"),
            basis: Basis::Assumption,
            source: "any",
            get: |p| Value::Choice(readings_key(p.settings.readings)),
            set: |p, v| p.settings.readings = readings(v.choice()),
        },
    ],
};
