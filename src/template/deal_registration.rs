//! The template of opportunity registration: the rule of 1 February 2017 against its alternatives.

use super::entries::{LEVELS, PARTNER_GROUPS, SEGMENTS, by_default};
use super::{SetTo, Template, TemplateEdit, TemplateScenario};
use crate::schema::value::text;
use crate::schema::{Value, behaviour, bidding, calendar, desk, partners, quotations, rebates, trade};
use crate::units::Rate;

/// Opportunity registration and protected quotations.
pub static DEAL_REGISTRATION: Template = Template {
    name: "deal-registration",
    title: text("Deal registration", "Déclaration d'affaires"),
    about: text(
        "Who may register an opportunity, what support a granted quotation gives, and what that does to partners, \
         vendor and customers.",
        "Qui peut déclarer une affaire, quel soutien donne une cotation accordée, et ce qu'y gagnent partenaires, \
         constructeur et clients.",
    ),
    notes: &[],
    groups: &[
        &quotations::ARRIVALS,
        &quotations::REGISTRATION,
        &quotations::QUOTATION,
        &bidding::BIDDING,
        &bidding::PRESALES,
        &desk::DESK,
        &quotations::LAUNCH,
        &trade::DISTRIBUTION,
        &trade::RUN_RATE,
        &rebates::REBATES,
        &behaviour::BEHAVIOUR,
    ],
    tables: &[
        LEVELS,
        by_default(&partners::PARTNERS),
        PARTNER_GROUPS,
        SEGMENTS,
        by_default(&calendar::YEARS),
        by_default(&calendar::SEASONALITY),
    ],
    overrides: &[],
    scenarios: &[
        TemplateScenario {
            name: text("No support", "Sans soutien"),
            edits: &[TemplateEdit {
                target: "registration.regime",
                to: SetTo::Value(Value::Choice("none")),
                why: text(
                    "What partners and vendor would earn without any quotation",
                    "Ce que gagneraient partenaires et constructeur sans aucune cotation",
                ),
            }],
        },
        OPEN,
        INSTALLED_BASE,
        TemplateScenario {
            name: text("Installed base, less support", "Base installée, soutien réduit"),
            edits: &[
                TemplateEdit {
                    target: "include",
                    to: SetTo::Scenario(text("Installed base", "Base installée")),
                    why: text("Starts from the rule of February 2017", "Part de la règle de février 2017"),
                },
                TemplateEdit {
                    target: "quotation.support",
                    to: SetTo::Value(Value::Rate(Rate::per_mille(60))),
                    why: text(
                        "The lower end of what partners report (6 to 10 %)",
                        "Le bas de ce que disent les partenaires (6 à 10 %)",
                    ),
                },
            ],
        },
    ],
    uncertainty: None,
};

/// A small discount for every bidder.
pub(super) const OPEN: TemplateScenario = TemplateScenario {
    name: text("Open to all", "Ouvert à tous"),
    edits: &[
        TemplateEdit {
            target: "registration.regime",
            to: SetTo::Value(Value::Choice("open")),
            why: text(
                "A small discount for every bidder instead of one protected partner",
                "Une petite remise à chaque candidat au lieu d'un seul partenaire protégé",
            ),
        },
        TemplateEdit {
            target: "registration.installed_base",
            to: SetTo::Value(Value::YesNo(true)),
            why: text(
                "Deals at existing customers may be registered too",
                "Les affaires chez les clients existants sont éligibles aussi",
            ),
        },
    ],
};

/// The rule from 1 February 2017.
pub(super) const INSTALLED_BASE: TemplateScenario = TemplateScenario {
    name: text("Installed base", "Base installée"),
    edits: &[
        TemplateEdit {
            target: "registration.installed_base",
            to: SetTo::Value(Value::YesNo(true)),
            why: text("The rule from 1 February 2017", "La règle à partir du 1er février 2017"),
        },
        TemplateEdit {
            target: "launch.backlog",
            to: SetTo::Value(Value::Number(188.0)),
            why: text(
                "Deals that waited for the rule: they explain 120 requests in its first 13 days",
                "Affaires qui attendaient la règle : elles expliquent 120 demandes en 13 jours",
            ),
        },
    ],
};
