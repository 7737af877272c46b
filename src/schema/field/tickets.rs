//! Parameters of tickets, and the table `Tickets` (docs/model.md, "Tickets and the field force").

use crate::programme::TicketClass;
use crate::schema::kind::Kind;
use crate::schema::value::{Value, text};
use crate::schema::{Basis, CHOSEN, Column, Group, Parameter, Table};
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
            source: CHOSEN,
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
            source: CHOSEN,
            get: |p| Value::Money(p.tickets.partner_cost),
            set: |p, v| p.tickets.partner_cost = v.money(),
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
