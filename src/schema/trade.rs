//! Parameters of distributors and of business outside quotations.

use super::kind::Kind;
use super::value::{Value, text};
use super::{Basis, Group, Parameter};
use crate::units::Rate;

/// What distributors keep.
pub static DISTRIBUTION: Group = Group {
    title: text("Distribution", "Distribution"),
    parameters: &[
        Parameter {
            key: "distribution.margin",
            label: text("Distributor's margin", "Marge du grossiste"),
            help: text(
                "What a distributor keeps of the price partners buy at.",
                "Part du prix d'achat des partenaires que garde le grossiste.",
            ),
            unit: text("% of purchases", "% des achats"),
            kind: Kind::Rate { min: Rate::ZERO, max: Rate::per_mille(300) },
            default: Value::Rate(Rate::per_mille(20)),
            basis: Basis::Assumption,
            source: text(
                "2 % on larger partners before 2012 (trade press)",
                "2\u{a0}% sur les plus gros partenaires avant 2012 (presse spécialisée)",
            ),
            get: |p| Value::Rate(p.distribution.margin),
            set: |p, v| p.distribution.margin = v.rate(),
        },
        Parameter {
            key: "distribution.share",
            label: text("Purchases through distributors", "Achats via grossistes"),
            help: text(
                "Share of deals and of run-rate business that goes through a distributor.",
                "Part des affaires et du flux courant qui passe par un grossiste.",
            ),
            unit: text("% of purchases", "% des achats"),
            kind: Kind::Rate { min: Rate::ZERO, max: Rate::ONE },
            default: Value::Rate(Rate::per_mille(300)),
            basis: Basis::Assumption,
            source: super::CHOSEN,
            get: |p| Value::Rate(p.distribution.share),
            set: |p, v| p.distribution.share = v.rate(),
        },
    ],
};

/// Business outside quotations.
pub static RUN_RATE: Group = Group {
    title: text("Run-rate business", "Flux courant"),
    parameters: &[
        Parameter {
            key: "run_rate.unit_cost",
            label: text("Vendor's cost of run-rate goods", "Coût du constructeur, flux courant"),
            help: text("Cost of goods as a share of purchases.", "Coût des produits en part des achats."),
            unit: text("% of purchases", "% des achats"),
            kind: Kind::Rate { min: Rate::ZERO, max: Rate::per_mille(2_000) },
            default: Value::Rate(Rate::per_mille(680)),
            basis: Basis::Derived,
            source: text(
                "gross margin of 32 % (vendor's accounts, 2020)",
                "marge brute de 32\u{a0}% (comptes du constructeur, 2020)",
            ),
            get: |p| Value::Rate(p.run_rate.unit_cost),
            set: |p, v| p.run_rate.unit_cost = v.rate(),
        },
        Parameter {
            key: "demand.common_sd",
            label: text("Yearly shock shared by all partners", "Choc annuel commun"),
            help: text(
                "Standard deviation of the logarithm of run-rate demand that all partners share.",
                "Écart-type du logarithme de la demande courante, commun à tous.",
            ),
            unit: text("log points", "points log"),
            kind: Kind::Number { min: 0.0, max: 2.0 },
            default: Value::Number(0.05),
            basis: Basis::Assumption,
            source: super::CHOSEN,
            get: |p| Value::Number(p.run_rate.common_sd),
            set: |p, v| p.run_rate.common_sd = v.number(),
        },
        Parameter {
            key: "demand.own_sd",
            label: text("Yearly shock of each partner", "Choc annuel propre à chaque partenaire"),
            help: text(
                "Standard deviation of the logarithm of each partner's own run-rate demand.",
                "Écart-type du logarithme de la demande courante propre à chaque partenaire.",
            ),
            unit: text("log points", "points log"),
            kind: Kind::Number { min: 0.0, max: 2.0 },
            default: Value::Number(0.25),
            basis: Basis::Assumption,
            source: text("0.1 to 0.4 (chosen)", "0,1 à 0,4 (choisi)"),
            get: |p| Value::Number(p.run_rate.own_sd),
            set: |p, v| p.run_rate.own_sd = v.number(),
        },
    ],
};
