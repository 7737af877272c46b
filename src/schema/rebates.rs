//! Parameters of back-end rebates (docs/model.md, "Rebates").

use super::kind::{Choice, Kind};
use super::value::{Value, text};
use super::{Basis, Group, Parameter};
use crate::programme::{RateBy, RebateBasis};
use crate::units::Rate;

/// Whose rate is paid, by key.
pub const RATES_BY: &[Choice] = &[
    Choice { key: "level", label: text("level held", "niveau détenu") },
    Choice { key: "reached", label: text("band reached", "tranche atteinte") },
];

/// What the rate is paid on, by key.
pub const BASES: &[Choice] = &[
    Choice { key: "whole", label: text("all purchases", "tous les achats") },
    Choice { key: "marginal", label: text("each band's own", "par tranche") },
];

/// Rebates at the end of the year.
pub static REBATES: Group = Group {
    title: text("Back-end rebates", "Remises arrière"),
    parameters: &[
        Parameter {
            key: "rebates.rate_by",
            label: text("Whose rebate rate is paid", "Taux de remise versé"),
            help: text(
                "The rate of the level held, or of the threshold that the year's own purchases reach.",
                "Le taux du niveau détenu, ou du seuil que les achats de l'exercice atteignent.",
            ),
            unit: text("choice", "choix"),
            kind: Kind::Choice(RATES_BY),
            default: Value::Choice("level"),
            basis: Basis::Fact,
            source: text(
                "rebates that depend on status only (trade press, April 2020)",
                "remises arrière liées au seul statut (presse spécialisée, avril 2020)",
            ),
            get: |p| {
                Value::Choice(match p.rebates.rate_by {
                    RateBy::Level => "level",
                    RateBy::Reached => "reached",
                })
            },
            set: |p, v| p.rebates.rate_by = if v.choice() == "reached" { RateBy::Reached } else { RateBy::Level },
        },
        Parameter {
            key: "rebates.basis",
            label: text("What the rebate rate is paid on", "Assiette du taux de remise"),
            help: text(
                "One rate on all purchases, or each level's rate on the purchases between its threshold and the next.",
                "Un taux sur tous les achats, ou celui de chaque niveau sur les achats entre son seuil et le suivant.",
            ),
            unit: text("choice", "choix"),
            kind: Kind::Choice(BASES),
            default: Value::Choice("whole"),
            basis: Basis::Assumption,
            source: super::CHOSEN,
            get: |p| {
                Value::Choice(match p.rebates.basis {
                    RebateBasis::Whole => "whole",
                    RebateBasis::Marginal => "marginal",
                })
            },
            set: |p, v| {
                p.rebates.basis = if v.choice() == "marginal" { RebateBasis::Marginal } else { RebateBasis::Whole };
            },
        },
        Parameter {
            key: "rebates.gate",
            label: text("Share of the target that opens the rebate", "Part de l'objectif qui ouvre la remise"),
            help: text(
                "Below this share of its target a partner gets no rebate; 0 is no gate.",
                "Sous cette part de son objectif, un partenaire n'a pas de remise ; 0 : sans plancher.",
            ),
            unit: text("% of the target", "% de l'objectif"),
            kind: Kind::Rate { min: Rate::ZERO, max: Rate::per_mille(5_000) },
            default: Value::Rate(Rate::ZERO),
            basis: Basis::Fact,
            source: text(
                "targets removed in November 2018 (trade press); 80 % is a likely value before (chosen)",
                "objectifs supprimés en novembre 2018 (presse spécialisée)\u{a0}; 80\u{a0}% est une valeur \
             plausible avant (choisi)",
            ),
            get: |p| Value::Rate(p.rebates.gate),
            set: |p, v| p.rebates.gate = v.rate(),
        },
        Parameter {
            key: "rebates.cap",
            label: text("Share of the target that is rebated at most", "Part de l'objectif remisée au plus"),
            help: text(
                "Purchases above this share of the target count no more; 0 is no cap.",
                "Au-delà de cette part de l'objectif, les achats ne comptent plus ; 0 : sans plafond.",
            ),
            unit: text("% of the target", "% de l'objectif"),
            kind: Kind::Rate { min: Rate::ZERO, max: Rate::per_mille(10_000) },
            default: Value::Rate(Rate::ZERO),
            basis: Basis::Fact,
            source: text(
                "caps removed in November 2018; 300 % to 500 % before (trade press)",
                "plafonds supprimés en novembre 2018\u{a0}; 300\u{a0}% à 500\u{a0}% avant (presse spécialisée)",
            ),
            get: |p| Value::Rate(p.rebates.cap),
            set: |p, v| p.rebates.cap = v.rate(),
        },
        Parameter {
            key: "rebates.target_growth",
            label: text("Growth asked by the target", "Croissance demandée par l'objectif"),
            help: text(
                "A partner's target is last year's run-rate purchases and this much more.",
                "L'objectif est fait des achats courants de l'exercice précédent, augmentés d'autant.",
            ),
            unit: text("% of last year's purchases", "% des achats précédents"),
            kind: Kind::Rate { min: Rate::per_mille(-900), max: Rate::per_mille(5_000) },
            default: Value::Rate(Rate::ZERO),
            basis: Basis::Assumption,
            source: super::CHOSEN,
            get: |p| Value::Rate(p.rebates.target_growth),
            set: |p, v| p.rebates.target_growth = v.rate(),
        },
        Parameter {
            key: "rebates.on_quotations",
            label: text("Rebates on opportunities too", "Remises arrière sur les affaires aussi"),
            help: text(
                "Whether purchases on won opportunities earn rebates as run-rate purchases do.",
                "Les achats sur affaires gagnées donnent-ils droit à remise, comme le flux courant ?",
            ),
            unit: text("yes/no", "oui/non"),
            kind: Kind::YesNo,
            default: Value::YesNo(true),
            basis: Basis::Assumption,
            source: super::CHOSEN,
            get: |p| Value::YesNo(p.rebates.on_quotations),
            set: |p, v| p.rebates.on_quotations = v.yes(),
        },
        Parameter {
            key: "rebates.pass_through",
            label: text("Share of the rebate that partners bid away", "Part de la remise répercutée dans les offres"),
            help: text(
                "Where opportunities earn rebates, bidders ask this share of the expected rebate less.",
                "Si les affaires donnent droit à remise, les offres baissent de cette part de la remise attendue.",
            ),
            unit: text("% of the rebate", "% de la remise"),
            kind: Kind::Rate { min: Rate::ZERO, max: Rate::ONE },
            default: Value::Rate(Rate::ZERO),
            basis: Basis::Assumption,
            source: text(
                "chosen; a cut of 1.5 points raised street prices by 1 to 1.5 % (trade press)",
                "choisi\u{a0}; une baisse de 1,5 point a relevé les prix du marché de 1 à 1,5\u{a0}% (presse \
             spécialisée)",
            ),
            get: |p| Value::Rate(p.rebates.pass_through),
            set: |p, v| p.rebates.pass_through = v.rate(),
        },
    ],
};
