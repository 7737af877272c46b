//! The template of opportunity registration with what is not known about it.

use super::deal_registration::{INSTALLED_BASE, OPEN};
use super::limits::TemplateGuardrail;
use super::uncertain::{TemplateInput, TemplateLaw, TemplateUncertainty};
use super::{DEAL_REGISTRATION, Template, entries};
use crate::law::Family;
use crate::schema::value::text;
use crate::schema::{Basis, Text, Value};

const fn input(target: &'static str, law: TemplateLaw, basis: Basis, source: Text) -> TemplateInput {
    TemplateInput { target, law, basis, source }
}

const fn law(family: Family, low: Value, high: Value) -> TemplateLaw {
    TemplateLaw { family, low, high }
}

const fn rates(family: Family, low: i64, high: i64) -> TemplateLaw {
    law(family, entries::rate(low), entries::rate(high))
}

const fn numbers(family: Family, low: f64, high: f64) -> TemplateLaw {
    law(family, Value::Number(low), Value::Number(high))
}

/// Opportunity registration, fifteen of its assumptions uncertain.
pub static UNCERTAIN_REGISTRATION: Template = Template {
    name: "uncertain-registration",
    title: text("Deal registration, what is not known", "Déclaration d'affaires, ce qu'on ignore"),
    about: text(
        "Does opening protected quotations to the installed base still pay once its assumptions are taken as ranges, \
         and which of them decides?",
        "L'ouverture des cotations protégées à la base installée paie-t-elle encore si ses hypothèses sont des plages, \
         et laquelle en décide ?",
    ),
    notes: &[
        text(
            "The baseline and the scenarios are those of deal-registration. Ranges come from other vendors' published \
             figures where there are any; the rest is chosen, to be discussed.",
            "La référence et les scénarios sont ceux de deal-registration. Les plages viennent de chiffres publiés \
             ailleurs quand il y en a ; le reste est choisi, à discuter.",
        ),
        text(
            "An entered value is the most likely one where the distribution is pert or triangular.",
            "La valeur saisie est la plus probable quand la loi est pert ou triangulaire.",
        ),
    ],
    groups: DEAL_REGISTRATION.groups,
    tables: DEAL_REGISTRATION.tables,
    overrides: &[entries::over(
        "settings.readings",
        Value::Choice("static"),
        Basis::Assumption,
        text(
            "one reading: what is not known is in the ranges",
            "une seule lecture\u{a0}: l'inconnu est dans les plages",
        ),
    )],
    scenarios: &[OPEN, INSTALLED_BASE],
    uncertainty: Some(&UNCERTAINTY),
};

static UNCERTAINTY: TemplateUncertainty = TemplateUncertainty {
    inputs: &[
        input(
            "quotations.expected_per_year",
            numbers(Family::Pert, 1_200.0, 3_500.0),
            Basis::Derived,
            text(
                "120 requests in the first 13 days make 3,370 a year; 1,200 chosen",
                "120 demandes en 13 jours en font 3\u{202f}370 par an\u{a0}; 1\u{202f}200 choisi",
            ),
        ),
        input(
            "cycle.mean_days",
            numbers(Family::Lognormal, 40.0, 180.0),
            Basis::Assumption,
            text("40 to 180 days (chosen)", "40 à 180 jours (choisi)"),
        ),
        input(
            "registration.propensity",
            rates(Family::Pert, 300, 600),
            Basis::Derived,
            text(
                "40 to 70 % of eligible deals go unregistered (vendor studies)",
                "40 à 70\u{a0}% des affaires éligibles ne sont pas déclarées (études de constructeurs)",
            ),
        ),
        input(
            "registration.conflict_rate",
            rates(Family::Pert, 20, 100),
            Basis::Assumption,
            text(
                "around 13 of 300, another vendor, 2008 (trade press)",
                "autour de 13 sur 300, autre constructeur, 2008 (presse spécialisée)",
            ),
        ),
        input(
            "registration.approval_rate",
            rates(Family::Pert, 600, 900),
            Basis::Assumption,
            text(
                "around 74 %, another vendor, 2008 (trade press)",
                "autour de 74\u{a0}%, autre constructeur, 2008 (presse spécialisée)",
            ),
        ),
        input("protection.extension_rate", rates(Family::Beta, 600, 950), Basis::Assumption, crate::schema::CHOSEN),
        input(
            "rivals.drop_out",
            rates(Family::Triangular, 0, 1_000),
            Basis::Assumption,
            text("nothing is known: 0 to 100 %", "on n'en sait rien\u{a0}: 0 à 100\u{a0}%"),
        ),
        input(
            "bidding.cost_spread",
            rates(Family::Pert, 60, 200),
            Basis::Assumption,
            text(
                "6 to 20 % (chosen); 10 % gives a front margin of 6 to 7 %",
                "6 à 20\u{a0}% (choisi)\u{a0}; 10\u{a0}% donne une marge avant de 6 à 7\u{a0}%",
            ),
        ),
        input(
            "accounts.months_between_orders",
            numbers(Family::Lognormal, 10.0, 20.0),
            Basis::Assumption,
            text("chosen around 14 months", "choisi autour de 14 mois"),
        ),
        input(
            "presales.originator",
            law(Family::Pert, entries::money(1_000), entries::money(10_000)),
            Basis::Assumption,
            text("1,000 to 10,000 (chosen)", "1\u{202f}000 à 10\u{202f}000 (choisi)"),
        ),
        input(
            "desk.minutes_per_request",
            numbers(Family::Gamma, 20.0, 120.0),
            Basis::Assumption,
            text("20 to 120 minutes (chosen)", "20 à 120 minutes (choisi)"),
        ),
        input(
            "run_rate.unit_cost",
            rates(Family::Triangular, 670, 700),
            Basis::Fact,
            text(
                "gross margin of 30 to 33 % (vendor's accounts, 2018 to 2020)",
                "marge brute de 30 à 33\u{a0}% (comptes du constructeur, 2018 à 2020)",
            ),
        ),
        input("Segments[*].loyalty", rates(Family::Pert, 0, 60), Basis::Assumption, crate::schema::CHOSEN),
        input(
            "Segments[Servers].rivals_mean",
            numbers(Family::Pert, 1.27, 4.0),
            Basis::Assumption,
            text(
                "from 1.27 rivals a tender (public tenders) to 4 (chosen)",
                "de 1,27 concurrent par appel d'offres (marchés publics) à 4 (choisi)",
            ),
        ),
        input(
            "Segments[Servers].rival_price_mean",
            rates(Family::Normal, 735, 795),
            Basis::Assumption,
            text("3 points to either side (chosen)", "3 points de part et d'autre (choisi)"),
        ),
    ],
    edits: &[("Installed base", "launch.backlog", numbers(Family::Pert, 108.0, 350.0))],
    correlations: &[
        ("registration.propensity", "registration.approval_rate", 0.4),
        ("cycle.mean_days", "presales.originator", 0.5),
        ("cycle.mean_days", "protection.extension_rate", 0.3),
    ],
    levers: &[
        ("quotation.support", [entries::rate(20), entries::rate(140), entries::rate(20)]),
        ("desk.reviewers", [Value::Count(1), Value::Count(6), Value::Count(1)]),
    ],
    guardrails: &[
        TemplateGuardrail {
            measure: "partner_net_margin",
            statistic: "mean",
            of: "difference",
            operator: ">=",
            limit: 0.0,
            why: text("partners as a whole must not lose", "les partenaires ne doivent pas y perdre dans l'ensemble"),
        },
        TemplateGuardrail {
            measure: "vendor_contribution",
            statistic: "probability",
            of: "difference",
            operator: ">=",
            limit: 0.6,
            why: text("the vendor must more likely gain than lose", "le constructeur doit plutôt y gagner"),
        },
        TemplateGuardrail {
            measure: "desk_wait_days",
            statistic: "p95",
            of: "value",
            operator: "<=",
            limit: 5.0,
            why: text("a quotation within a working week", "une cotation en une semaine ouvrée"),
        },
    ],
};
