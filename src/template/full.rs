//! The template of all five policy systems at once, in one country.

use super::entries::{LEVELS, SEGMENTS, YES, by_default, edit, include, money, over, rate};
use super::restructuring::LINES;
use super::services_programme::SELLERS;
use super::threshold_suspension::YEARS;
use super::{Template, TemplateScenario, TemplateTable};
use crate::programme::Date;
use crate::schema::value::text;
use crate::schema::{Basis, GROUPS, Text, Value, calendar, compensation, field, partners, savings, services};

const REGISTRATION: Text = text("Registration", "Déclaration");
const SUSPENSION: Text = text("Suspension and terms", "Suspension et délais");
const RESTRUCTURING: Text = text("Restructuring", "Restructuration");
const TRACKS: Text = text("Tracks", "Voies");
const SERVICES: Text = text("Services", "Services");

/// Everything, in one country.
pub static FULL: Template = Template {
    name: "full",
    title: text("All five systems", "Les cinq systèmes"),
    about: text(
        "Registration, thresholds, restructuring, tracks and services in one country over three fiscal years: each on its \
         own, then together. Do they add up?",
        "Déclaration, seuils, restructuration, voies et services dans un pays sur trois exercices : chacun seul, puis \
         ensemble. S'additionnent-ils ?",
    ),
    notes: &[
        text(
            "The five systems are those of trade articles of 2012 to 2020, of more than one company: five policies of one \
             fictional vendor, not the history of a real one.",
            "Les cinq systèmes viennent d'articles de 2012 à 2020, sur plus d'une société : cinq politiques d'un constructeur \
             fictif, non l'histoire d'un vrai.",
        ),
        text(
            "The baseline has none of the five changes. Each scenario makes one of them; the last includes all, and the \
             result shows what they do together beyond the sum of each (interaction). The switches link.* take single \
             links between systems out.",
            "La référence ne contient aucun des cinq changements. Chaque scénario en fait un ; le dernier les réunit, et le \
             résultat montre ce qu'ils font ensemble au-delà de la somme (interaction). Les clés link.* coupent un à un les \
             liens entre systèmes.",
        ),
        text(
            "Of the world-wide savings plan 4 % is counted for the country (assumption), in the scenarios that have it.",
            "Du plan mondial d'économies, 4 % sont comptés pour le pays (hypothèse), dans les scénarios qui l'ont.",
        ),
    ],
    groups: GROUPS,
    tables: &[
        LEVELS,
        by_default(&partners::PARTNERS),
        TemplateTable { table: &partners::GROUPS, rows: Some(&SELLERS) },
        SEGMENTS,
        TemplateTable { table: &savings::SAVINGS_LINES, rows: Some(&LINES) },
        by_default(&compensation::TRACKS),
        by_default(&compensation::INDICATORS),
        by_default(&services::SERVICE_LEVELS),
        by_default(&field::TICKET_CLASSES),
        TemplateTable { table: &calendar::YEARS, rows: Some(&YEARS) },
        by_default(&calendar::SEASONALITY),
    ],
    overrides: &[
        over(
            "levels.training_pass_rate",
            rate(970),
            Basis::Assumption,
            text(
                "chosen: certifications cost some their level",
                "choisi\u{a0}: les certifications coûtent leur niveau à quelques-uns",
            ),
        ),
        over(
            "savings.country_share",
            rate(0),
            Basis::Assumption,
            text("the baseline is the time before the plan", "la référence est la période d'avant le plan"),
        ),
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
            Value::Count(500),
            Basis::Assumption,
            text("enough for two significant digits", "assez pour deux chiffres significatifs"),
        ),
        over(
            "settings.start",
            Value::Date(Date { year: 2020, month: 11, day: 1 }),
            Basis::Assumption,
            text("any; fiscal years of November to October", "au choix\u{a0}; exercices de novembre à octobre"),
        ),
        over(
            "settings.months",
            Value::Count(36),
            Basis::Assumption,
            text("the shock, the suspension, and the year after", "le choc, la suspension et l'année suivante"),
        ),
    ],
    scenarios: &[
        TemplateScenario {
            name: REGISTRATION,
            edits: &[
                edit(
                    "registration.installed_base",
                    YES,
                    text(
                        "Quotations for the installed base too (2017)",
                        "Cotations aussi pour la base installée (2017)",
                    ),
                ),
                edit(
                    "launch.backlog",
                    Value::Number(188.0),
                    text(
                        "Deals that waited for the rule: they explain 120 requests in its first 13 days",
                        "Affaires qui attendaient la règle : elles expliquent 120 demandes en 13 jours",
                    ),
                ),
            ],
        },
        TemplateScenario {
            name: SUSPENSION,
            edits: &[
                edit(
                    "Years[2].thresholds_suspended",
                    YES,
                    text(
                        "Nobody falls for revenue after the shock (2020)",
                        "Personne ne descend pour son chiffre après le choc (2020)",
                    ),
                ),
                edit(
                    "terms.days_after",
                    Value::Number(90.0),
                    text("From 60 to 90 days (2020)", "De 60 à 90 jours (2020)"),
                ),
                edit(
                    "terms.factored",
                    YES,
                    text("Through a factor, as the law asks", "Par un affactureur, comme la loi l'exige"),
                ),
            ],
        },
        TemplateScenario {
            name: RESTRUCTURING,
            edits: &[
                edit("savings.country_share", rate(40), text("4 % of the plan of 2020", "4 % du plan de 2020")),
                edit(
                    "coverage.cut",
                    rate(200),
                    text("A fifth of the channel managers go", "Un cinquième des responsables partenaires part"),
                ),
                edit(
                    "aas.share_end",
                    rate(100),
                    text(
                        "A tenth of deals paid as used after three years",
                        "Un dixième des affaires à l'usage après trois ans",
                    ),
                ),
            ],
        },
        TemplateScenario {
            name: TRACKS,
            edits: &[edit(
                "compensation.model",
                Value::Choice("tracks"),
                text("One compensation model for all (2020)", "Un seul modèle de rémunération (2020)"),
            )],
        },
        TemplateScenario {
            name: SERVICES,
            edits: &[
                edit(
                    "services.threshold",
                    money(10_000),
                    text("From 70 to about 100 sellers (2012)", "De 70 à 100 vendeurs environ (2012)"),
                ),
                edit(
                    "field.new_staff",
                    Value::Count(200),
                    text("Work taken back from subcontractors (2012)", "Travail repris aux sous-traitants (2012)"),
                ),
            ],
        },
        TemplateScenario {
            name: text("All five", "Les cinq"),
            edits: &[
                include(REGISTRATION, text("All at once", "Tout à la fois")),
                include(SUSPENSION, text("All at once", "Tout à la fois")),
                include(RESTRUCTURING, text("All at once", "Tout à la fois")),
                include(TRACKS, text("All at once", "Tout à la fois")),
                include(SERVICES, text("All at once", "Tout à la fois")),
            ],
        },
    ],
    uncertainty: None,
};
