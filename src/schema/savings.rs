//! Parameters and the table of restructuring: savings (docs/model.md, "Savings") and the managers it leaves (docs/model.md,
//! "Coverage").

use super::kind::{Choice, Kind};
use super::value::{Value, text};
use super::{Basis, Column, Group, Parameter, Table};
use crate::programme::{SavingsKind, SavingsLine};
use crate::units::{Money, Rate};

/// What a line saves on, by key.
pub const KINDS: &[Choice] = &[
    Choice { key: "jobs", label: text("jobs", "postes") },
    Choice { key: "real estate", label: text("real estate", "immobilier") },
    Choice { key: "process", label: text("process", "processus") },
    Choice { key: "subcontracting", label: text("subcontracting", "sous-traitance") },
];

fn savings_kind(key: &str) -> SavingsKind {
    match key {
        "real estate" => SavingsKind::RealEstate,
        "process" => SavingsKind::Process,
        "subcontracting" => SavingsKind::Subcontracting,
        _ => SavingsKind::Jobs,
    }
}

/// The key of what a line saves on.
pub fn kind_key(kind: SavingsKind) -> &'static str {
    match kind {
        SavingsKind::Jobs => "jobs",
        SavingsKind::RealEstate => "real estate",
        SavingsKind::Process => "process",
        SavingsKind::Subcontracting => "subcontracting",
    }
}

/// What holds for the whole plan.
pub static SAVINGS: Group = Group {
    title: text("Savings plan", "Plan d'économies"),
    parameters: &[
        Parameter {
            key: "savings.reinvestment",
            label: text("Savings spent again", "Économies réinvesties"),
            help: text(
                "Share of the gross saving that is spent again; the rest is the net saving.",
                "Part de l'économie brute qui est redépensée ; le reste est l'économie nette.",
            ),
            unit: text("% of gross savings", "% des économies brutes"),
            kind: Kind::Rate { min: Rate::ZERO, max: Rate::ONE },
            default: Value::Rate(Rate::per_mille(200)),
            basis: Basis::Derived,
            source: text(
                "1.0 bn gross and 0.8 bn net a year (a vendor's plan, May 2020)",
                "1,0 Md brut et 0,8 Md net par an (plan d'un constructeur, mai 2020)",
            ),
            get: |p| Value::Rate(p.savings.reinvestment),
            set: |p, v| p.savings.reinvestment = v.rate(),
        },
        Parameter {
            key: "savings.country_share",
            label: text("Country's share of the plan", "Part du pays dans le plan"),
            help: text(
                "Scales every line, savings and one-off costs. For a world-wide plan, 4 % is an assumption for one country.",
                "Met à l'échelle chaque ligne, économies et coûts. Pour un plan mondial, 4 % est une hypothèse pour un pays.",
            ),
            unit: text("% of the plan", "% du plan"),
            kind: Kind::Rate { min: Rate::ZERO, max: Rate::ONE },
            default: Value::Rate(Rate::ONE),
            basis: Basis::Assumption,
            source: text("lines are entered for the country itself", "les lignes sont saisies pour le pays lui-même"),
            get: |p| Value::Rate(p.savings.country_share),
            set: |p, v| p.savings.country_share = v.rate(),
        },
    ],
};

/// Channel managers and what their absence does.
pub static COVERAGE: Group = Group {
    title: text("Coverage", "Couverture"),
    parameters: &[
        Parameter {
            key: "coverage.managers",
            label: text("Channel managers", "Responsables partenaires"),
            help: text(
                "People who look after partners before any cut; 0 leaves coverage out.",
                "Personnes qui suivent les partenaires avant toute réduction ; 0 : sans effet de couverture.",
            ),
            unit: text("people", "personnes"),
            kind: Kind::Count { min: 0, max: 100_000 },
            default: Value::Count(40),
            basis: Basis::Assumption,
            source: super::CHOSEN,
            get: |p| Value::Count(p.coverage.managers),
            set: |p, v| p.coverage.managers = v.count(),
        },
        Parameter {
            key: "coverage.cut",
            label: text("Channel managers who go", "Réduction des responsables partenaires"),
            help: text(
                "Share of them that goes, in whole people; at least one stays.",
                "Part qui part, en personnes entières ; il en reste au moins une.",
            ),
            unit: text("% of managers", "% des responsables"),
            kind: Kind::Rate { min: Rate::ZERO, max: Rate::ONE },
            default: Value::Rate(Rate::ZERO),
            basis: Basis::Assumption,
            source: text("no cut; 0 to 15 % (chosen)", "pas de coupe\u{a0}; 0 à 15\u{a0}% (choisi)"),
            get: |p| Value::Rate(p.coverage.cut),
            set: |p, v| p.coverage.cut = v.rate(),
        },
        Parameter {
            key: "coverage.win_elasticity",
            label: text("Effect of coverage on customers", "Effet de la couverture sur les clients"),
            help: text(
                "Twice as many partners a manager take this share off the competing vendor's ask.",
                "Deux fois plus de partenaires par responsable réduisent d'autant l'offre concurrente.",
            ),
            unit: text("of the competing ask", "de l'offre concurrente"),
            kind: Kind::Number { min: 0.0, max: 10.0 },
            default: Value::Number(0.013),
            basis: Basis::Assumption,
            source: text(
                "tuned: a quarter more partners a manager cost 2.5 % of the deals won (0 to 7 %, chosen)",
                "calé\u{a0}: un quart de partenaires en plus par responsable coûte 2,5\u{a0}% des affaires gagnées \
             (0 à 7\u{a0}%, choisi)",
            ),
            get: |p| Value::Number(p.coverage.win_elasticity),
            set: |p, v| p.coverage.win_elasticity = v.number(),
        },
        Parameter {
            key: "coverage.desk_elasticity",
            label: text("Effect of coverage on the desk", "Effet de la couverture sur la cellule"),
            help: text(
                "Twice as many partners a manager add this share to the minutes of a request.",
                "Deux fois plus de partenaires par responsable ajoutent cette part au temps d'une demande.",
            ),
            unit: text("of the minutes", "du temps d'examen"),
            kind: Kind::Number { min: 0.0, max: 10.0 },
            default: Value::Number(0.1),
            basis: Basis::Assumption,
            source: super::CHOSEN,
            get: |p| Value::Number(p.coverage.desk_elasticity),
            set: |p, v| p.coverage.desk_elasticity = v.number(),
        },
    ],
};

/// Lines of the savings plan.
pub static SAVINGS_LINES: Table = Table {
    sheet: text("Savings lines", "Lignes d'économies"),
    help: text("What a restructuring saves and what it costs.", "Ce qu'une restructuration économise et coûte."),
    columns: &[
        Column {
            key: "line",
            label: text("Line", "Ligne"),
            help: text("Name of the line.", "Nom de la ligne."),
            unit: text("name", "nom"),
            kind: Kind::Name,
            default: None,
            get: |p, i| Value::Name(p.savings_lines[i].line.clone().into()),
            set: |p, i, v| p.savings_lines[i].line = v.name(),
        },
        Column {
            key: "kind",
            label: text("Kind", "Nature"),
            help: text(
                "What is saved on; groups the lines in the results.",
                "Nature ; regroupe les lignes du résultat.",
            ),
            unit: text("choice", "choix"),
            kind: Kind::Choice(KINDS),
            default: Some(Value::Choice("jobs")),
            get: |p, i| Value::Choice(kind_key(p.savings_lines[i].kind)),
            set: |p, i, v| p.savings_lines[i].kind = savings_kind(v.choice()),
        },
        Column {
            key: "units",
            label: text("Units", "Unités"),
            help: text(
                "Jobs, sites or contracts that go; 0 leaves the line out.",
                "Postes, sites ou contrats supprimés ; 0 : ligne sans effet.",
            ),
            unit: text("units", "unités"),
            kind: Kind::Number { min: 0.0, max: 10_000_000.0 },
            default: Some(Value::Number(1.0)),
            get: |p, i| Value::Number(p.savings_lines[i].units),
            set: |p, i, v| p.savings_lines[i].units = v.number(),
        },
        Column {
            key: "saving_per_unit",
            label: text("Saving per unit", "Économie par unité"),
            help: text("What a unit saves a year once it has gone.", "Économie annuelle d'une unité supprimée."),
            unit: text("currency/year", "monnaie/an"),
            kind: Kind::Money { min: Money::ZERO, max: Money::from_units(100_000_000_000) },
            default: Some(Value::Money(Money::ZERO)),
            get: |p, i| Value::Money(p.savings_lines[i].saving_per_unit),
            set: |p, i, v| p.savings_lines[i].saving_per_unit = v.money(),
        },
        Column {
            key: "one_off_per_unit",
            label: text("One-off cost per unit", "Coût unique par unité"),
            help: text("What it costs once that a unit goes.", "Coût unique de suppression d'une unité."),
            unit: text("currency", "monnaie"),
            kind: Kind::Money { min: Money::ZERO, max: Money::from_units(100_000_000_000) },
            default: Some(Value::Money(Money::ZERO)),
            get: |p, i| Value::Money(p.savings_lines[i].one_off_per_unit),
            set: |p, i, v| p.savings_lines[i].one_off_per_unit = v.money(),
        },
        Column {
            key: "start_month",
            label: text("Months before the start", "Mois avant le début"),
            help: text(
                "Months that pass before the first effect; 0 is from the first day.",
                "Mois écoulés avant le premier effet ; 0 : dès le premier jour.",
            ),
            unit: text("months", "mois"),
            kind: Kind::Number { min: 0.0, max: 600.0 },
            default: Some(Value::Number(0.0)),
            get: |p, i| Value::Number(p.savings_lines[i].start_month),
            set: |p, i, v| p.savings_lines[i].start_month = v.number(),
        },
        Column {
            key: "ramp_months",
            label: text("Months of ramp", "Mois de montée"),
            help: text(
                "Months from the first effect to the full one, evenly; 0 is all at once.",
                "Mois du premier au plein effet, régulièrement ; 0 : d'un coup.",
            ),
            unit: text("months", "mois"),
            kind: Kind::Number { min: 0.0, max: 600.0 },
            default: Some(Value::Number(0.0)),
            get: |p, i| Value::Number(p.savings_lines[i].ramp_months),
            set: |p, i, v| p.savings_lines[i].ramp_months = v.number(),
        },
        Column {
            key: "realisation",
            label: text("Realisation", "Réalisation"),
            help: text(
                "Share of the planned saving that is achieved; the one-off cost is spent in full.",
                "Part de l'économie prévue qui est atteinte ; le coût unique est dépensé en entier.",
            ),
            unit: text("% of the saving", "% de l'économie"),
            kind: Kind::Rate { min: Rate::ZERO, max: Rate::per_mille(2_000) },
            default: Some(Value::Rate(Rate::ONE)),
            get: |p, i| Value::Rate(p.savings_lines[i].realisation),
            set: |p, i, v| p.savings_lines[i].realisation = v.rate(),
        },
    ],
    defaults: &[],
    basis: (Basis::Assumption, text("no savings plan", "aucun plan d'économies")),
    editable: true,
    len: |p| p.savings_lines.len(),
    clear: |p| p.savings_lines.clear(),
    push: |p| p.savings_lines.push(SavingsLine::default()),
};
