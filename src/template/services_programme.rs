//! The template of a services programme: who may sell and deliver, and who goes to the customer's site.

use super::entries::{LEVELS, NO, SEGMENTS, YES, by_default, change, edit, group, include, money, over, rate};
use super::{Template, TemplateRow, TemplateScenario, TemplateTable};
use crate::programme::Date;
use crate::schema::value::text;
use crate::schema::{Basis, Text, Value, field, partners, services, trade};

const THRESHOLD: Text = text("Threshold 10,000", "Seuil à 10 000");
const STAFF: Text = text("200 new technicians", "200 techniciens de plus");
const PARTNERS: Text = text("More tickets to partners", "Plus de tickets aux partenaires");

const OF_SERVICES: Text = text(
    "counts of a French programme in 2013; service sales Pareto with tail 1, so that 70 reach 14,300 \
             and 100 reach 10,000 (derived)",
    "effectifs d'un programme français en 2013\u{a0}; ventes de services de Pareto de queue 1\u{a0}: 70 \
             atteignent 14\u{202f}300 et 100 atteignent 10\u{202f}000 (dérivé)",
);

/// Partners whose service sales have a Pareto tail of 1: at 10,000 a year 10 + 48 + 42 sell, at 14,300 7 + 34 + 29.
pub(super) static SELLERS: [TemplateRow; 4] = [
    TemplateRow {
        values: &group("Platinum", [10, 18], [5_000_000, 100_000_000], 10_000, true, "Power Services"),
        basis: Basis::Derived,
        source: OF_SERVICES,
    },
    TemplateRow {
        values: &group("Gold", [80, 7], [750_000, 5_000_000], 6_000, true, "Power"),
        basis: Basis::Derived,
        source: OF_SERVICES,
    },
    TemplateRow {
        values: &group("Silver", [130, 3], [175_000, 750_000], 3_231, false, "-"),
        basis: Basis::Derived,
        source: OF_SERVICES,
    },
    TemplateRow {
        values: &group("Business", [4_500, 0], [5_000, 175_000], 0, false, "-"),
        basis: Basis::Derived,
        source: text(
            "counts of a French programme in 2013; purchases Pareto with tail 1 (derived)",
            "effectifs d'un programme français en 2013\u{a0}; achats de Pareto de queue 1 (dérivé)",
        ),
    },
];

const OF_LEVELS: Text = text(
    "about 30 deliver, 20 as experts, 6 together with the vendor (trade press, 2012); kick-backs of 2 \
             to 6 % (trade press, 2014); training chosen",
    "environ 30 prestataires, dont 20 experts, et 6 avec le constructeur (presse spécialisée, \
             2012)\u{a0}; rétrocessions de 2 à 6\u{a0}% (presse spécialisée, 2014)\u{a0}; formation choisie",
);

/// The service levels of the programme: how many may hold each or a higher one.
pub(super) static LADDER: [TemplateRow; 4] = [
    TemplateRow {
        values: &[Value::named("seller"), Value::Count(0), rate(20), money(0)],
        basis: Basis::Fact,
        source: OF_LEVELS,
    },
    TemplateRow {
        values: &[Value::named("delivery"), Value::Count(30), rate(40), money(25_000)],
        basis: Basis::Fact,
        source: OF_LEVELS,
    },
    TemplateRow {
        values: &[Value::named("expert"), Value::Count(20), rate(60), money(25_000)],
        basis: Basis::Fact,
        source: OF_LEVELS,
    },
    TemplateRow {
        values: &[Value::named("co-delivery"), Value::Count(6), rate(60), money(25_000)],
        basis: Basis::Fact,
        source: OF_LEVELS,
    },
];

/// Sellers, delivering partners, the field force and subcontractors.
pub static SERVICES_PROGRAMME: Template = Template {
    name: "services-programme",
    title: text("Services programme", "Programme de services"),
    about: text(
        "Which partners may sell and deliver services, and whether tickets are best served by partners, by the vendor's own \
         technicians or by subcontractors.",
        "Quels partenaires peuvent vendre et réaliser les services, et qui traite au mieux les tickets : partenaires, \
         techniciens maison ou sous-traitants.",
    ),
    notes: &[
        text(
            "Autumn of 2012: the threshold goes to 10,000 a year, sellers from 70 to about 100; about 30 of them deliver, 20 \
             as experts and 6 of these together with the vendor. The old threshold is not known: 14,300 follows from a Pareto tail of 1.",
            "Automne 2012 : le seuil passe à 10 000 par an, les vendeurs de 70 à 100 environ ; une trentaine réalisent, dont \
             20 experts et, parmi eux, 6 avec le constructeur. L'ancien seuil n'est pas connu : 14 300 découle d'une queue de Pareto de 1.",
        ),
        text(
            "800 people, call centres included, so that half of them on site is an assumption; 200 more, all on site. 300,000 \
             tickets a year, and all prices, are assumptions.",
            "800 personnes, centres d'appels compris : la moitié sur site est une hypothèse ; 200 de plus, toutes sur site. \
             300 000 tickets par an et tous les prix sont des hypothèses.",
        ),
        text(
            "A technician pays from a use of 70,000 / (220 days x 3 calls x 150) = 70.7 %, if every call would have been \
             subcontracted.",
            "Un technicien est rentable à partir de 70 000 / (220 jours x 3 visites x 150) = 70,7 % d'utilisation, si chaque \
             visite eût été sous-traitée.",
        ),
    ],
    groups: &[
        &services::SERVICES,
        &field::TICKETS,
        &field::FIELD,
        &field::PREVENTIVE,
        &trade::DISTRIBUTION,
        &trade::RUN_RATE,
    ],
    tables: &[
        LEVELS,
        TemplateTable { table: &partners::GROUPS, rows: Some(&SELLERS) },
        TemplateTable { table: &services::SERVICE_LEVELS, rows: Some(&LADDER) },
        by_default(&field::TICKET_CLASSES),
        SEGMENTS,
    ],
    overrides: &[
        over(
            "services.threshold",
            money(14_300),
            Basis::Derived,
            text(
                "70 sellers before, 100 at 10,000, Pareto tail of 1",
                "70 vendeurs avant, 100 à 10\u{202f}000, queue de Pareto de 1",
            ),
        ),
        over("tickets.per_year", Value::Number(300_000.0), Basis::Assumption, crate::schema::CHOSEN),
        over(
            "tickets.partner_share",
            rate(100),
            Basis::Assumption,
            text("chosen: about 30 partners deliver", "choisi\u{a0}: environ 30 partenaires prestataires"),
        ),
        over(
            "settings.trials",
            Value::Count(1_000),
            Basis::Assumption,
            text("enough for two significant digits", "assez pour deux chiffres significatifs"),
        ),
        over(
            "settings.start",
            Value::Date(Date { year: 2012, month: 11, day: 1 }),
            Basis::Fact,
            text("the programme of autumn 2012 (trade press)", "le programme de l'automne 2012 (presse spécialisée)"),
        ),
    ],
    scenarios: &[
        TemplateScenario {
            name: THRESHOLD,
            edits: &[edit(
                "services.threshold",
                money(10_000),
                text(
                    "The programme of 2012: from 70 to about 100 sellers",
                    "Le programme de 2012 : de 70 à 100 vendeurs environ",
                ),
            )],
        },
        TemplateScenario {
            name: STAFF,
            edits: &[edit(
                "field.new_staff",
                Value::Count(200),
                text("Work is taken back from subcontractors", "Le travail est repris aux sous-traitants"),
            )],
        },
        TemplateScenario {
            name: PARTNERS,
            edits: &[edit(
                "tickets.partner_share",
                rate(300),
                text(
                    "Partners take 30 % of what they may take",
                    "Les partenaires prennent 30 % de ce qui leur est ouvert",
                ),
            )],
        },
        TemplateScenario {
            name: text("Everything subcontracted", "Tout en sous-traitance"),
            edits: &[
                edit("field.staff", Value::Count(0), text("No technicians of its own", "Aucun technicien maison")),
                edit("tickets.partner_share", rate(0), text("No partners either", "Ni partenaires")),
                edit("Tickets[complex].subcontract", YES, text("Complex ones too", "Y compris les tickets complexes")),
                edit("Tickets[*].in_house", NO, text("Nothing stays in-house", "Rien ne reste en interne")),
            ],
        },
        TemplateScenario {
            name: text("New technicians, well used", "Techniciens mieux employés"),
            edits: &[
                include(STAFF, text("The same 200", "Les mêmes 200")),
                change(
                    "field.utilisation",
                    "+10 pt",
                    text("The upper end of an industry glossary", "Le haut d'un glossaire du métier"),
                ),
            ],
        },
        TemplateScenario {
            name: text("The programme of 2012", "Le programme de 2012"),
            edits: &[
                include(THRESHOLD, text("What was announced, together", "Les annonces, ensemble")),
                include(STAFF, text("The same", "Idem")),
            ],
        },
    ],
    uncertainty: None,
};
