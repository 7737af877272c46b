//! Parameters of tickets, the field force and preventive contracts, and the table `Tickets` (docs/model.md, "Tickets
//! and the field force").

use super::kind::Kind;
use super::value::{Value, text};
use super::{Basis, Column, Group, Parameter, Table};
use crate::programme::TicketClass;
use crate::units::{Money, Rate};

/// Tickets, and what delivering partners take of them.
pub static TICKETS: Group = Group {
    title: text("Tickets", "Tickets"),
    parameters: &[
        Parameter {
            key: "tickets.per_year",
            label: text("Tickets a year", "Tickets par an"),
            help: text(
                "Expected calls on site a year, before preventive contracts; 0 is no field service.",
                "Interventions attendues par an, avant contrats préventifs ; 0 : pas d'intervention.",
            ),
            unit: text("tickets/year", "tickets/an"),
            kind: Kind::Number { min: 0.0, max: 10_000_000.0 },
            default: Value::Number(0.0),
            basis: Basis::Assumption,
            source: text("not used", "non utilisé"),
            get: |p| Value::Number(p.tickets.per_year),
            set: |p, v| p.tickets.per_year = v.number(),
        },
        Parameter {
            key: "tickets.partner_share",
            label: text("Tickets that partners take", "Tickets pris par les partenaires"),
            help: text(
                "Share of the tickets open to partners that delivering partners take.",
                "Part des tickets ouverts aux partenaires que prennent ceux qui délivrent.",
            ),
            unit: text("% of tickets open to partners", "% des tickets ouverts aux partenaires"),
            kind: Kind::Rate { min: Rate::ZERO, max: Rate::ONE },
            default: Value::Rate(Rate::per_mille(300)),
            basis: Basis::Assumption,
            source: super::CHOSEN,
            get: |p| Value::Rate(p.tickets.partner_share),
            set: |p, v| p.tickets.partner_share = v.rate(),
        },
        Parameter {
            key: "tickets.partner_handback",
            label: text("Tickets that partners hand back", "Tickets rendus par les partenaires"),
            help: text(
                "Share of the tickets they took that partners do not handle themselves.",
                "Part des tickets pris que les partenaires ne traitent pas eux-mêmes.",
            ),
            unit: text("% of tickets taken", "% des tickets pris"),
            kind: Kind::Rate { min: Rate::ZERO, max: Rate::ONE },
            default: Value::Rate(Rate::per_mille(200)),
            basis: Basis::Fact,
            source: text(
                "20 % at one delivering partner (trade press, 2012); 5 to 40 % (chosen)",
                "20\u{a0}% chez un partenaire prestataire (presse spécialisée, 2012)\u{a0}; 5 à 40\u{a0}% (choisi)",
            ),
            get: |p| Value::Rate(p.tickets.partner_handback),
            set: |p, v| p.tickets.partner_handback = v.rate(),
        },
        Parameter {
            key: "tickets.partner_fee",
            label: text("Partner's fee for a ticket", "Forfait du partenaire par ticket"),
            help: text(
                "What the vendor pays a partner for each ticket it handles.",
                "Ce que le constructeur paie au partenaire par ticket traité.",
            ),
            unit: text("currency/ticket", "monnaie/ticket"),
            kind: Kind::Money { min: Money::ZERO, max: Money::from_units(100_000) },
            default: Value::Money(Money::from_units(110)),
            basis: Basis::Assumption,
            source: text("70 to 160 (chosen)", "70 à 160 (choisi)"),
            get: |p| Value::Money(p.tickets.partner_fee),
            set: |p, v| p.tickets.partner_fee = v.money(),
        },
        Parameter {
            key: "tickets.partner_cost",
            label: text("Partner's cost of a ticket", "Coût d'un ticket pour le partenaire"),
            help: text(
                "What a ticket costs the partner that handles it.",
                "Ce que coûte un ticket au partenaire qui le traite.",
            ),
            unit: text("currency/ticket", "monnaie/ticket"),
            kind: Kind::Money { min: Money::ZERO, max: Money::from_units(100_000) },
            default: Value::Money(Money::from_units(90)),
            basis: Basis::Assumption,
            source: super::CHOSEN,
            get: |p| Value::Money(p.tickets.partner_cost),
            set: |p, v| p.tickets.partner_cost = v.money(),
        },
    ],
};

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

/// A column that says whether a class of tickets may take a route.
macro_rules! route_column {
    ($route:ident, $default:literal, $label:expr, $help:expr) => {
        Column {
            key: stringify!($route),
            label: $label,
            help: $help,
            unit: text("yes/no", "oui/non"),
            kind: Kind::YesNo,
            default: Some(Value::YesNo($default)),
            get: |p, i| Value::YesNo(p.ticket_classes[i].$route),
            set: |p, i, v| p.ticket_classes[i].$route = v.yes(),
        }
    };
}

/// Classes of tickets by complexity.
pub static TICKET_CLASSES: Table = Table {
    sheet: text("Tickets", "Tickets"),
    help: text(
        "Classes of tickets by complexity, and who may take them; their shares add up to 100 %.",
        "Classes de tickets par complexité, et qui peut les prendre ; leurs parts font 100 %.",
    ),
    columns: &[
        Column {
            key: "class",
            label: text("Class", "Classe"),
            help: text("Name of the class.", "Nom de la classe."),
            unit: text("name", "nom"),
            kind: Kind::Name,
            default: None,
            get: |p, i| Value::Name(p.ticket_classes[i].class.clone().into()),
            set: |p, i, v| p.ticket_classes[i].class = v.name(),
        },
        Column {
            key: "share",
            label: text("Share of tickets", "Part des tickets"),
            help: text("Share of all tickets.", "Part de tous les tickets."),
            unit: text("% of tickets", "% des tickets"),
            kind: Kind::Rate { min: Rate::ZERO, max: Rate::ONE },
            default: None,
            get: |p, i| Value::Rate(p.ticket_classes[i].share),
            set: |p, i, v| p.ticket_classes[i].share = v.rate(),
        },
        Column {
            key: "minutes",
            label: text("Minutes on site", "Minutes sur site"),
            help: text(
                "Length of a call; only the proportions between classes count.",
                "Durée d'une intervention ; seuls comptent les rapports entre classes.",
            ),
            unit: text("minutes/ticket", "minutes/ticket"),
            kind: Kind::Number { min: 0.1, max: 100_000.0 },
            default: Some(Value::Number(120.0)),
            get: |p, i| Value::Number(p.ticket_classes[i].minutes),
            set: |p, i, v| p.ticket_classes[i].minutes = v.number(),
        },
        route_column!(
            partner,
            true,
            text("Partners may take it", "Ouvert aux partenaires"),
            text("Whether delivering partners may take it.", "Les partenaires qui délivrent peuvent-ils le prendre ?")
        ),
        route_column!(
            in_house,
            true,
            text("Field force may take it", "Ouvert aux techniciens"),
            text("Whether the vendor's technicians may take it.", "Les techniciens maison peuvent-ils le prendre ?")
        ),
        route_column!(
            subcontract,
            true,
            text("Subcontractors may take it", "Ouvert à la sous-traitance"),
            text("Whether subcontractors may take it.", "Les sous-traitants peuvent-ils le prendre ?")
        ),
    ],
    defaults: &[
        &ticket_class("simple", 500, 60.0, true),
        &ticket_class("standard", 350, 120.0, true),
        &ticket_class("complex", 150, 320.0, false),
    ],
    basis: (
        Basis::Assumption,
        text(
            "two hours on site on average; classes and routes chosen",
            "deux heures sur site en moyenne\u{a0}; classes et circuits choisis",
        ),
    ),
    editable: true,
    len: |p| p.ticket_classes.len(),
    clear: |p| p.ticket_classes.clear(),
    push: |p| p.ticket_classes.push(TicketClass::default()),
};

/// A default row: share in thousandths, minutes, and whether anybody but the vendor's technicians may take it.
const fn ticket_class(name: &'static str, share: i64, minutes: f64, others: bool) -> [Value; 6] {
    [
        Value::named(name),
        Value::Rate(Rate::per_mille(share)),
        Value::Number(minutes),
        Value::YesNo(others),
        Value::YesNo(true),
        Value::YesNo(others),
    ]
}
