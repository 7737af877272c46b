//! Parameters of who comes to a deal, what they ask and what they spend before the sale.

use super::kind::Kind;
use super::value::{Value, text};
use super::{Basis, Group, Parameter};
use crate::units::{Money, Rate};

/// Accounts, origination and bids.
pub static BIDDING: Group = Group {
    title: text("Accounts and bidders", "Comptes et candidats"),
    parameters: &[
        Parameter {
            key: "rivals.drop_out",
            label: text("Rivals who leave when a deal is protected", "Rivaux qui renoncent si l'affaire est protégée"),
            help: text(
                "Probability that a rival neither bids nor spends on a protected deal (regime restricted).",
                "Probabilité qu'un rival ne réponde pas à une affaire protégée (régime restricted).",
            ),
            unit: text("% of rivals", "% des rivaux"),
            kind: Kind::Rate { min: Rate::ZERO, max: Rate::ONE },
            default: Value::Rate(Rate::per_mille(600)),
            basis: Basis::Assumption,
            source: super::CHOSEN,
            get: |p| Value::Rate(p.bidding.drop_out),
            set: |p, v| p.bidding.drop_out = v.rate(),
        },
        Parameter {
            key: "bidding.cost_spread",
            label: text("Spread of partners' own costs", "Dispersion des coûts propres des partenaires"),
            help: text(
                "A bidder's own cost-and-margin need lies evenly between 0 and this share of list.",
                "Le besoin de marge d'un candidat est uniforme entre 0 et cette part du catalogue.",
            ),
            unit: text("% of list", "% du catalogue"),
            kind: Kind::Rate { min: Rate::ZERO, max: Rate::ONE },
            default: Value::Rate(Rate::per_mille(100)),
            basis: Basis::Assumption,
            source: text(
                "tuned to a front margin of 6 to 7 % of customer spend without support",
                "calé sur une marge avant de 6 à 7\u{a0}% de la dépense du client sans soutien",
            ),
            get: |p| Value::Rate(p.bidding.cost_spread),
            set: |p, v| p.bidding.cost_spread = v.rate(),
        },
        Parameter {
            key: "accounts.months_between_orders",
            label: text("Mean months between orders", "Mois moyens entre deux commandes"),
            help: text(
                "An installed account last ordered an exponential time ago with this mean.",
                "La dernière commande d'un compte installé remonte à une durée exponentielle de cette moyenne.",
            ),
            unit: text("months", "mois"),
            kind: Kind::Number { min: 0.1, max: 600.0 },
            default: Value::Number(14.0),
            basis: Basis::Assumption,
            source: text(
                "leaves 18 % of installed accounts without an order for two years",
                "laisse 18\u{a0}% des comptes installés sans commande pendant deux ans",
            ),
            get: |p| Value::Number(p.bidding.months_between_orders),
            set: |p, v| p.bidding.months_between_orders = v.number(),
        },
        Parameter {
            key: "origination.size_elasticity",
            label: text("How size brings opportunities", "Effet de la taille sur les affaires apportées"),
            help: text(
                "Partners meet opportunities in proportion to purchases to this power: 0 evenly, 1 by size.",
                "Les affaires vont aux partenaires selon leurs achats à cette puissance : 0 égal, 1 selon la taille.",
            ),
            unit: text("power", "puissance"),
            kind: Kind::Number { min: 0.0, max: 2.0 },
            default: Value::Number(0.7),
            basis: Basis::Assumption,
            source: super::CHOSEN,
            get: |p| Value::Number(p.bidding.size_elasticity),
            set: |p, v| p.bidding.size_elasticity = v.number(),
        },
        Parameter {
            key: "origination.pool_level",
            label: text("Lowest level that meets opportunities", "Niveau minimal des candidats"),
            help: text(
                "Originators and rivals are drawn from the partners that start at this level or above.",
                "Apporteurs et rivaux sont tirés parmi les partenaires de ce niveau initial ou plus.",
            ),
            unit: text("level", "niveau"),
            kind: Kind::Level,
            default: Value::named("Silver"),
            basis: Basis::Assumption,
            source: super::CHOSEN,
            get: |p| Value::Name(p.bidding.pool_level.clone().into()),
            set: |p, v| p.bidding.pool_level = v.name(),
        },
    ],
};

/// Spending before the sale.
pub static PRESALES: Group = Group {
    title: text("Pre-sales", "Avant-vente"),
    parameters: &[
        Parameter {
            key: "presales.originator",
            label: text("Pre-sales cost of the originator", "Avant-vente de l'apporteur"),
            help: text(
                "Fixed spending of the originator on each opportunity.",
                "Dépense fixe de l'apporteur par affaire.",
            ),
            unit: text("currency/deal", "monnaie/affaire"),
            kind: Kind::Money { min: Money::ZERO, max: Money::from_units(10_000_000) },
            default: Value::Money(Money::from_units(1_500)),
            basis: Basis::Assumption,
            source: super::CHOSEN,
            get: |p| Value::Money(p.presales.originator),
            set: |p, v| p.presales.originator = v.money(),
        },
        Parameter {
            key: "presales.originator_rate",
            label: text("Pre-sales cost of the originator, by size", "Avant-vente de l'apporteur, selon la taille"),
            help: text(
                "Spending of the originator that grows with the deal, as a share of list.",
                "Dépense de l'apporteur proportionnelle au montant catalogue.",
            ),
            unit: text("% of list", "% du catalogue"),
            kind: Kind::Rate { min: Rate::ZERO, max: Rate::per_mille(500) },
            default: Value::Rate(Rate::ZERO),
            basis: Basis::Assumption,
            source: super::CHOSEN,
            get: |p| Value::Rate(p.presales.originator_rate),
            set: |p, v| p.presales.originator_rate = v.rate(),
        },
        Parameter {
            key: "presales.rival",
            label: text("Bid cost of a rival", "Coût de réponse d'un rival"),
            help: text("Spending of each rival that bids.", "Dépense de chaque rival qui répond."),
            unit: text("currency/deal", "monnaie/affaire"),
            kind: Kind::Money { min: Money::ZERO, max: Money::from_units(10_000_000) },
            default: Value::Money(Money::from_units(300)),
            basis: Basis::Assumption,
            source: text(
                "three bidders are only rational if rivals bid cheaply",
                "trois candidats ne sont rationnels que si les concurrents soumissionnent à bas coût",
            ),
            get: |p| Value::Money(p.presales.rival),
            set: |p, v| p.presales.rival = v.money(),
        },
    ],
};
