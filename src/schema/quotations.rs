//! Parameters of opportunity registration and protected quotations (docs/model.md, "Opportunities").

use super::kind::{Choice, Kind};
use super::value::{Value, text};
use super::{Basis, Group, Parameter};
use crate::programme::Regime;
use crate::units::{Money, Rate};

/// The regimes by key.
pub const REGIMES: &[Choice] = &[
    Choice { key: "none", label: text("nobody", "personne") },
    Choice { key: "restricted", label: text("registered partner", "partenaire déclarant") },
    Choice { key: "open", label: text("all bidders", "tous") },
];

fn regime(key: &str) -> Regime {
    match key {
        "restricted" => Regime::Restricted,
        "open" => Regime::Open,
        _ => Regime::None,
    }
}

fn regime_key(regime: Regime) -> &'static str {
    match regime {
        Regime::None => "none",
        Regime::Restricted => "restricted",
        Regime::Open => "open",
    }
}

/// How many opportunities there are, and when scenarios begin.
pub static ARRIVALS: Group = Group {
    title: text("Opportunities", "Affaires"),
    parameters: &[
        Parameter {
            key: "scenario.from_month",
            label: text("First month of the scenario's rules", "Premier mois des règles du scénario"),
            help: text(
                "Before this month a scenario plays by the baseline's rules.",
                "Avant ce mois, un scénario suit les règles de référence.",
            ),
            unit: text("month", "mois"),
            kind: Kind::Count { min: 1, max: 60 },
            default: Value::Count(1),
            basis: Basis::Assumption,
            source: text("from the start", "dès le début"),
            get: |p| Value::Count(p.from_month),
            set: |p, v| p.from_month = v.count(),
        },
        Parameter {
            key: "quotations.expected_per_year",
            label: text("Quotation requests expected a year", "Demandes de cotation attendues par an"),
            help: text(
                "Requests a year at cruising speed if every opportunity were eligible; not the accepted ones.",
                "Demandes par an en vitesse de croisière si toute affaire était éligible ; pas les acceptées.",
            ),
            unit: text("requests/year", "demandes/an"),
            kind: Kind::Number { min: 1.0, max: 1_000_000.0 },
            default: Value::Number(2_000.0),
            basis: Basis::Fact,
            source: text(
                "more than 2,000 requests a year at cruising speed (trade press, February 2017)",
                "plus de 2\u{202f}000 demandes par an en régime de croisière (presse spécialisée, février 2017)",
            ),
            get: |p| Value::Number(p.expected_per_year),
            set: |p, v| p.expected_per_year = v.number(),
        },
    ],
};

/// Who may register what.
pub static REGISTRATION: Group = Group {
    title: text("Registration", "Déclaration d'affaires"),
    parameters: &[
        Parameter {
            key: "registration.regime",
            label: text("Who gets support", "Qui reçoit le soutien"),
            help: text(
                "none: no quotations; restricted: the registered partner alone; open: every bidder.",
                "none : pas de cotation ; restricted : le seul déclarant ; open : tous les candidats.",
            ),
            unit: text("choice", "choix"),
            kind: Kind::Choice(REGIMES),
            default: Value::Choice("restricted"),
            basis: Basis::Fact,
            source: text(
                "one partner only for a declared deal (trade press, February 2017)",
                "un seul partenaire par affaire déclarée (presse spécialisée, février 2017)",
            ),
            get: |p| Value::Choice(regime_key(p.registration.regime)),
            set: |p, v| p.registration.regime = regime(v.choice()),
        },
        Parameter {
            key: "registration.installed_base",
            label: text("Installed base may be registered", "Base installée éligible"),
            help: text(
                "Whether accounts that ordered lately may be registered too.",
                "Les comptes ayant commandé récemment sont-ils éligibles ?",
            ),
            unit: text("yes/no", "oui/non"),
            kind: Kind::YesNo,
            default: Value::YesNo(false),
            basis: Basis::Fact,
            source: text("rule before February 2017 (trade press)", "règle d'avant février 2017 (presse spécialisée)"),
            get: |p| Value::YesNo(p.registration.installed_base),
            set: |p, v| p.registration.installed_base = v.yes(),
        },
        Parameter {
            key: "registration.lookback_months",
            label: text("Months without an order that count as new", "Mois sans commande valant nouveau client"),
            help: text(
                "An installed account whose last order is this old is eligible.",
                "Un compte installé dont la dernière commande est aussi ancienne est éligible.",
            ),
            unit: text("months", "mois"),
            kind: Kind::Number { min: 0.0, max: 240.0 },
            default: Value::Number(24.0),
            basis: Basis::Fact,
            source: text(
                "no order for two years (trade press, February 2017)",
                "aucune commande depuis deux ans (presse spécialisée, février 2017)",
            ),
            get: |p| Value::Number(p.registration.lookback_months),
            set: |p, v| p.registration.lookback_months = v.number(),
        },
        Parameter {
            key: "registration.min_level",
            label: text("Lowest level that may register", "Niveau minimal pour déclarer"),
            help: text(
                "Partners below this level cannot request quotations.",
                "En dessous de ce niveau, pas de demande de cotation.",
            ),
            unit: text("level", "niveau"),
            kind: Kind::Level,
            default: Value::named("Silver"),
            basis: Basis::Fact,
            source: text(
                "Silver, Gold and Platinum may apply (interview, 7 February 2017)",
                "ouvert à Silver, Gold et Platinum (entretien, 7 février 2017)",
            ),
            get: |p| Value::Name(p.registration.min_level.clone().into()),
            set: |p, v| p.registration.min_level = v.name(),
        },
        Parameter {
            key: "registration.min_deal",
            label: text("Smallest list value that may be registered", "Montant catalogue minimal"),
            help: text(
                "Opportunities below this list value cannot be registered; 0 admits all.",
                "Pas de déclaration en dessous de ce montant catalogue ; 0 les admet toutes.",
            ),
            unit: text("currency/deal", "monnaie/affaire"),
            kind: Kind::Money { min: Money::ZERO, max: Money::from_units(100_000_000) },
            default: Value::Money(Money::ZERO),
            basis: Basis::Assumption,
            source: text("none is known for this programme", "aucun n'est connu pour ce programme"),
            get: |p| Value::Money(p.registration.min_deal),
            set: |p, v| p.registration.min_deal = v.money(),
        },
        Parameter {
            key: "registration.propensity",
            label: text("Share of eligible deals that are registered", "Part des affaires éligibles déclarées"),
            help: text(
                "How often the originator of an eligible opportunity registers it. The baseline's value also says how \
                 many opportunities stand behind the expected requests.",
                "Fréquence de déclaration d'une affaire éligible. La valeur de référence dit aussi combien d'affaires \
                 il y a derrière les demandes attendues.",
            ),
            unit: text("% of eligible", "% des éligibles"),
            kind: Kind::Rate { min: Rate::ZERO, max: Rate::ONE },
            default: Value::Rate(Rate::per_mille(500)),
            basis: Basis::Assumption,
            source: text(
                "40 to 70 % of eligible deals go unregistered (vendor studies)",
                "40 à 70\u{a0}% des affaires éligibles ne sont pas déclarées (études de constructeurs)",
            ),
            get: |p| Value::Rate(p.registration.propensity),
            set: |p, v| p.registration.propensity = v.rate(),
        },
        Parameter {
            key: "registration.conflict_rate",
            label: text("Requests in conflict with another", "Demandes en double"),
            help: text(
                "Share of requests that are lost because the deal is registered already.",
                "Part des demandes perdues car l'affaire est déjà déclarée.",
            ),
            unit: text("% of requests", "% des demandes"),
            kind: Kind::Rate { min: Rate::ZERO, max: Rate::ONE },
            default: Value::Rate(Rate::per_mille(43)),
            basis: Basis::Fact,
            source: text(
                "13 of 300, another vendor, 2008 (trade press)",
                "13 sur 300, autre constructeur, 2008 (presse spécialisée)",
            ),
            get: |p| Value::Rate(p.registration.conflict_rate),
            set: |p, v| p.registration.conflict_rate = v.rate(),
        },
        Parameter {
            key: "registration.approval_rate",
            label: text("Requests approved", "Demandes approuvées"),
            help: text(
                "Share of the requests without conflict that are granted.",
                "Part des demandes sans conflit qui sont accordées.",
            ),
            unit: text("% of requests", "% des demandes"),
            kind: Kind::Rate { min: Rate::ZERO, max: Rate::ONE },
            default: Value::Rate(Rate::per_mille(740)),
            basis: Basis::Fact,
            source: text(
                "74 %, another vendor, 2008 (trade press)",
                "74\u{a0}%, autre constructeur, 2008 (presse spécialisée)",
            ),
            get: |p| Value::Rate(p.registration.approval_rate),
            set: |p, v| p.registration.approval_rate = v.rate(),
        },
    ],
};

/// What a granted quotation gives.
pub static QUOTATION: Group = Group {
    title: text("Quotations", "Cotations"),
    parameters: &[
        Parameter {
            key: "quotation.support",
            label: text("Support for the registered partner", "Soutien au partenaire déclarant"),
            help: text(
                "Extra discount of the registered partner under the regime restricted.",
                "Remise supplémentaire du déclarant sous le régime restricted.",
            ),
            unit: text("% of list", "% du catalogue"),
            kind: Kind::Rate { min: Rate::ZERO, max: Rate::per_mille(600) },
            default: Value::Rate(Rate::per_mille(80)),
            basis: Basis::Fact,
            source: text(
                "6 to 10 % more front margin (interview, 7 February 2017)",
                "6 à 10\u{a0}% de marge avant en plus (entretien, 7 février 2017)",
            ),
            get: |p| Value::Rate(p.quotation.support),
            set: |p, v| p.quotation.support = v.rate(),
        },
        Parameter {
            key: "quotation.open_support",
            label: text("Support for everyone under the open rule", "Soutien à tous sous la règle ouverte"),
            help: text(
                "Extra discount of every bidder under the regime open.",
                "Remise supplémentaire de chaque candidat sous le régime open.",
            ),
            unit: text("% of list", "% du catalogue"),
            kind: Kind::Rate { min: Rate::ZERO, max: Rate::per_mille(600) },
            default: Value::Rate(Rate::per_mille(50)),
            basis: Basis::Assumption,
            source: text(
                "a small extra discount for all (trade press, February 2017)",
                "une petite remise de plus pour tous (presse spécialisée, février 2017)",
            ),
            get: |p| Value::Rate(p.quotation.open_support),
            set: |p, v| p.quotation.open_support = v.rate(),
        },
        Parameter {
            key: "quotation.originator_topup",
            label: text("Top-up for the originator under the open rule", "Complément à l'apporteur, règle ouverte"),
            help: text(
                "What the originator gets beyond the others under the regime open.",
                "Ce que l'apporteur reçoit de plus que les autres sous le régime open.",
            ),
            unit: text("% of list", "% du catalogue"),
            kind: Kind::Rate { min: Rate::ZERO, max: Rate::per_mille(600) },
            default: Value::Rate(Rate::per_mille(10)),
            basis: Basis::Assumption,
            source: super::CHOSEN,
            get: |p| Value::Rate(p.quotation.originator_topup),
            set: |p, v| p.quotation.originator_topup = v.rate(),
        },
        Parameter {
            key: "quotation.budget",
            label: text("Yearly support budget", "Budget annuel de soutien"),
            help: text(
                "Support paid in a fiscal year, first come; once it is spent, grants carry none. 0 is no limit.",
                "Soutien versé par exercice, premier arrivé premier servi ; au-delà, plus de soutien. 0 : sans limite.",
            ),
            unit: text("currency/year", "monnaie/an"),
            kind: Kind::Money { min: Money::ZERO, max: Money::from_units(10_000_000_000) },
            default: Value::Money(Money::ZERO),
            basis: Basis::Assumption,
            source: text("none is known for this programme", "aucun n'est connu pour ce programme"),
            get: |p| Value::Money(p.quotation.budget),
            set: |p, v| p.quotation.budget = v.money(),
        },
        Parameter {
            key: "protection.days",
            label: text("Days a grant protects", "Jours de protection"),
            help: text(
                "If review and sales cycle take longer, the support lapses unless extended.",
                "Si l'examen et le cycle de vente durent plus, le soutien tombe, sauf prolongation.",
            ),
            unit: text("days", "jours"),
            kind: Kind::Number { min: 0.0, max: 3_650.0 },
            default: Value::Number(90.0),
            basis: Basis::Assumption,
            source: text(
                "60 to 180 days elsewhere (vendor terms)",
                "60 à 180 jours ailleurs (conditions de constructeurs)",
            ),
            get: |p| Value::Number(p.quotation.protection_days),
            set: |p, v| p.quotation.protection_days = v.number(),
        },
        Parameter {
            key: "protection.extension_rate",
            label: text("Grants that are extended", "Cotations prolongées"),
            help: text("Share of overdue grants that are extended.", "Part des cotations échues qui sont prolongées."),
            unit: text("% of overdue", "% des échues"),
            kind: Kind::Rate { min: Rate::ZERO, max: Rate::ONE },
            default: Value::Rate(Rate::per_mille(800)),
            basis: Basis::Assumption,
            source: super::CHOSEN,
            get: |p| Value::Rate(p.quotation.extension_rate),
            set: |p, v| p.quotation.extension_rate = v.rate(),
        },
        Parameter {
            key: "cycle.mean_days",
            label: text("Mean sales cycle", "Cycle de vente moyen"),
            help: text(
                "Mean days from opportunity to order, exponential.",
                "Jours moyens de l'affaire à la commande, loi exponentielle.",
            ),
            unit: text("days", "jours"),
            kind: Kind::Number { min: 1.0, max: 3_650.0 },
            default: Value::Number(75.0),
            basis: Basis::Assumption,
            source: text("40 to 180 days (chosen)", "40 à 180 jours (choisi)"),
            get: |p| Value::Number(p.quotation.cycle_days),
            set: |p, v| p.quotation.cycle_days = v.number(),
        },
    ],
};

/// What comes when new eligibility opens.
pub static LAUNCH: Group = Group {
    title: text("Launch", "Lancement"),
    parameters: &[
        Parameter {
            key: "launch.backlog",
            label: text("Requests that waited for the rule", "Demandes en attente de la règle"),
            help: text(
                "Extra requests released when a scenario opens new eligibility.",
                "Demandes supplémentaires libérées quand un scénario élargit l'éligibilité.",
            ),
            unit: text("requests", "demandes"),
            kind: Kind::Number { min: 0.0, max: 1_000_000.0 },
            default: Value::Number(0.0),
            basis: Basis::Derived,
            source: text(
                "188 explains 120 requests from 1 to 13 February 2017; a baseline has none",
                "188 expliquent 120 demandes du 1er au 13 février 2017\u{a0}; une référence n'en a pas",
            ),
            get: |p| Value::Number(p.launch.backlog),
            set: |p, v| p.launch.backlog = v.number(),
        },
        Parameter {
            key: "launch.day",
            label: text("Day the backlog starts to come", "Jour de lancement"),
            help: text("Day of the horizon, counted from 0.", "Jour de l'horizon, compté à partir de 0."),
            unit: text("day", "jour"),
            kind: Kind::Number { min: 0.0, max: 1_825.0 },
            default: Value::Number(0.0),
            basis: Basis::Assumption,
            source: text("from the start", "dès le début"),
            get: |p| Value::Number(p.launch.day),
            set: |p, v| p.launch.day = v.number(),
        },
        Parameter {
            key: "launch.half_life_days",
            label: text("Half-life of the launch backlog", "Demi-vie du stock de lancement"),
            help: text(
                "Days in which half of what is left of the backlog comes.",
                "Jours au bout desquels la moitié du reste est arrivée.",
            ),
            unit: text("days", "jours"),
            kind: Kind::Number { min: 0.1, max: 3_650.0 },
            default: Value::Number(30.0),
            basis: Basis::Assumption,
            source: text(
                "15 to 60 days fit the first 13 days (derived)",
                "15 à 60 jours s'accordent aux 13 premiers jours (dérivé)",
            ),
            get: |p| Value::Number(p.launch.half_life_days),
            set: |p, v| p.launch.half_life_days = v.number(),
        },
    ],
};
