//! Parameters of tickets, the field force and preventive contracts (docs/model.md, "Tickets and the field force").

use super::kind::Kind;
use super::value::{Value, text};
use super::{Basis, Group, Parameter};
use crate::units::{Money, Rate};

mod tickets;

pub use tickets::{TICKET_CLASSES, TICKETS};

/// The vendor's own technicians, and the subcontractors that take what is too much for them.
pub static FIELD: Group = Group {
    title: text("Field force", "Techniciens d'intervention"),
    parameters: &[
        Parameter {
            key: "field.staff",
            label: text("Service staff", "Effectif de services"),
            help: text(
                "People employed already, at their desks and on site.",
                "Personnes déjà employées, au bureau et sur site.",
            ),
            unit: text("people", "personnes"),
            kind: Kind::Count { min: 0, max: 100_000 },
            default: Value::Count(800),
            basis: Basis::Fact,
            source: text(
                "800 people, call centres included (trade press, 2012)",
                "800 personnes, centres d'appels compris (presse spécialisée, 2012)",
            ),
            get: |p| Value::Count(p.field.staff),
            set: |p, v| p.field.staff = v.count(),
        },
        Parameter {
            key: "field.new_staff",
            label: text("Staff added", "Effectif ajouté"),
            help: text("People added; all of them work on site.", "Personnes ajoutées ; toutes sur site."),
            unit: text("people", "personnes"),
            kind: Kind::Count { min: 0, max: 100_000 },
            default: Value::Count(0),
            basis: Basis::Assumption,
            source: text(
                "not used; 200 were added in one case (trade press, 2012)",
                "non utilisé\u{a0}; 200 de plus dans un cas (presse spécialisée, 2012)",
            ),
            get: |p| Value::Count(p.field.new_staff),
            set: |p, v| p.field.new_staff = v.count(),
        },
        Parameter {
            key: "field.share_on_site",
            label: text("Staff on site", "Part sur site"),
            help: text(
                "Share of the service staff that works on site; the others cost the field force nothing.",
                "Part de l'effectif de services qui travaille sur site ; les autres ne sont pas comptés.",
            ),
            unit: text("% of service staff", "% de l'effectif"),
            kind: Kind::Rate { min: Rate::ZERO, max: Rate::ONE },
            default: Value::Rate(Rate::per_mille(500)),
            basis: Basis::Assumption,
            source: super::CHOSEN,
            get: |p| Value::Rate(p.field.share_on_site),
            set: |p, v| p.field.share_on_site = v.rate(),
        },
        Parameter {
            key: "field.calls_per_day",
            label: text("Calls a technician and day", "Interventions par technicien et jour"),
            help: text(
                "Calls of mean length that a technician makes on a day in use.",
                "Interventions de durée moyenne d'un technicien par jour occupé.",
            ),
            unit: text("calls/day", "interventions/jour"),
            kind: Kind::Number { min: 0.1, max: 100.0 },
            default: Value::Number(3.0),
            basis: Basis::Assumption,
            source: text("2 to 4 (chosen)", "2 à 4 (choisi)"),
            get: |p| Value::Number(p.field.calls_per_day),
            set: |p, v| p.field.calls_per_day = v.number(),
        },
        Parameter {
            key: "field.days",
            label: text("Working days a year", "Jours ouvrés par an"),
            help: text("Days a technician works in a year.", "Jours travaillés par technicien et par an."),
            unit: text("days/year", "jours/an"),
            kind: Kind::Number { min: 1.0, max: 365.0 },
            default: Value::Number(220.0),
            basis: Basis::Assumption,
            source: text("200 to 225 (chosen)", "200 à 225 (choisi)"),
            get: |p| Value::Number(p.field.days),
            set: |p, v| p.field.days = v.number(),
        },
        Parameter {
            key: "field.utilisation",
            label: text("Technicians in use", "Taux d'occupation"),
            help: text(
                "Share of their days that technicians are on calls; the rest is travel, training and idle time.",
                "Part des jours passée en intervention ; le reste est trajet, formation et attente.",
            ),
            unit: text("% of working days", "% des jours ouvrés"),
            kind: Kind::Rate { min: Rate::ZERO, max: Rate::ONE },
            default: Value::Rate(Rate::per_mille(750)),
            basis: Basis::Assumption,
            source: text("65 to 85 % (industry glossary)", "65 à 85\u{a0}% (glossaire du secteur)"),
            get: |p| Value::Rate(p.field.utilisation),
            set: |p, v| p.field.utilisation = v.rate(),
        },
        Parameter {
            key: "field.cost",
            label: text("Cost of a technician", "Coût d'un technicien"),
            help: text(
                "Loaded cost of a person on site a year, whether in use or not.",
                "Coût complet annuel d'une personne sur site, occupée ou non.",
            ),
            unit: text("currency/year", "monnaie/an"),
            kind: Kind::Money { min: Money::ZERO, max: Money::from_units(1_000_000) },
            default: Value::Money(Money::from_units(70_000)),
            basis: Basis::Assumption,
            source: text("50,000 to 90,000 (chosen)", "50\u{202f}000 à 90\u{202f}000 (choisi)"),
            get: |p| Value::Money(p.field.cost),
            set: |p, v| p.field.cost = v.money(),
        },
        Parameter {
            key: "subcontract.price",
            label: text("Subcontractor's price for a ticket", "Prix d'un ticket en sous-traitance"),
            help: text("What a subcontractor takes for a ticket.", "Ce que prend un sous-traitant par ticket."),
            unit: text("currency/ticket", "monnaie/ticket"),
            kind: Kind::Money { min: Money::ZERO, max: Money::from_units(100_000) },
            default: Value::Money(Money::from_units(150)),
            basis: Basis::Assumption,
            source: text("100 to 250 (chosen)", "100 à 250 (choisi)"),
            get: |p| Value::Money(p.subcontract.price),
            set: |p, v| p.subcontract.price = v.money(),
        },
    ],
};

/// Contracts that prevent tickets.
pub static PREVENTIVE: Group = Group {
    title: text("Preventive contracts", "Contrats préventifs"),
    parameters: &[
        Parameter {
            key: "preventive.partners",
            label: text("Expert partners it takes", "Partenaires experts nécessaires"),
            help: text(
                "Partners of the highest service level needed to serve the whole coverage; with fewer, less is served; \
                 0: none are needed.",
                "Partenaires du plus haut niveau de service nécessaires à toute la couverture ; moins nombreux, ils en \
                 servent moins ; 0 : aucun.",
            ),
            unit: text("partners", "partenaires"),
            kind: Kind::Count { min: 0, max: 100_000 },
            default: Value::Count(0),
            basis: Basis::Assumption,
            source: text("not used", "non utilisé"),
            get: |p| Value::Count(p.preventive.partners),
            set: |p, v| p.preventive.partners = v.count(),
        },
        Parameter {
            key: "preventive.coverage",
            label: text("Tickets covered", "Tickets couverts"),
            help: text(
                "Share of tickets that come from customers with a preventive contract.",
                "Part des tickets venant de clients sous contrat préventif.",
            ),
            unit: text("% of tickets", "% des tickets"),
            kind: Kind::Rate { min: Rate::ZERO, max: Rate::ONE },
            default: Value::Rate(Rate::ZERO),
            basis: Basis::Assumption,
            source: text("not used", "non utilisé"),
            get: |p| Value::Rate(p.preventive.coverage),
            set: |p, v| p.preventive.coverage = v.rate(),
        },
        Parameter {
            key: "preventive.ticket_cut",
            label: text("Tickets prevented", "Tickets évités"),
            help: text(
                "Share of the covered tickets that the contract prevents.",
                "Part des tickets couverts que le contrat évite.",
            ),
            unit: text("% of tickets covered", "% des tickets couverts"),
            kind: Kind::Rate { min: Rate::ZERO, max: Rate::ONE },
            default: Value::Rate(Rate::ZERO),
            basis: Basis::Assumption,
            source: text("not used", "non utilisé"),
            get: |p| Value::Rate(p.preventive.ticket_cut),
            set: |p, v| p.preventive.ticket_cut = v.rate(),
        },
    ],
};
