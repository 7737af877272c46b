//! The template of thresholds suspended in a year of falling demand, with longer terms, early payment and financing.

use super::entries::{LEVELS, NO, PARTNER_GROUPS, SEGMENTS, YES, edit, include, money, over, rate};
use super::{Template, TemplateRow, TemplateScenario, TemplateTable};
use crate::programme::Date;
use crate::schema::value::text;
use crate::schema::{Basis, Text, Value, behaviour, bidding, calendar, levels, quotations, rebates, terms, trade};

const SUSPENDED: Text = text("Thresholds suspended", "Seuils suspendus");
const NINETY_DAYS: Text = text("90 days to pay", "Paiement à 90 jours");
const EARLY: Text = text("Early payment", "Paiement anticipé");
const FINANCING: Text = text("Financing", "Financement");

/// The year of the shock, the year of grace, and the year after.
pub(super) static YEARS: [TemplateRow; 3] = [
    TemplateRow {
        values: &[Value::Count(1), rate(-160), NO],
        basis: Basis::Fact,
        source: text(
            "revenue 16 % below the year before, second fiscal quarter of 2020 (vendor's accounts)",
            "chiffre d'affaires en baisse de 16\u{a0}% sur un an, deuxième trimestre fiscal 2020 (comptes du \
             constructeur)",
        ),
    },
    TemplateRow {
        values: &[Value::Count(2), rate(-80), NO],
        basis: Basis::Assumption,
        source: text("half of the fall made good", "la moitié de la chute rattrapée"),
    },
    TemplateRow {
        values: &[Value::Count(3), rate(0), NO],
        basis: Basis::Assumption,
        source: text("back to what partners bought before", "retour à ce qu'achetaient les partenaires"),
    },
];

/// Levels, thresholds, rebates, payment terms and financing.
pub static THRESHOLD_SUSPENSION: Template = Template {
    name: "threshold-suspension",
    title: text("Threshold suspension", "Suspension des seuils"),
    about: text(
        "Thresholds that are not held against partners in a bad year, longer terms, early payment and financing: who is \
         saved, who rides free, what it costs and what happens when it ends.",
        "Des seuils non opposés aux partenaires dans une mauvaise année, délais allongés, paiement anticipé et \
         financement : qui est sauvé, qui en profite sans en avoir besoin, ce que cela coûte et ce qui se passe à la fin.",
    ),
    notes: &[
        text(
            "Fiscal years of November to October. Demand falls by 16 % in year 1 (2020); where thresholds are suspended, \
             that is for the status of year 2; in year 3 the rule holds again.",
            "Exercices de novembre à octobre. La demande recule de 16 % en année 1 (2020) ; la suspension vaut pour le \
             statut de l'année 2 ; en année 3 la règle s'applique de nouveau.",
        ),
        text(
            "The baseline has neither targets nor caps: they were removed in November 2018. One scenario brings them back.",
            "La référence n'a ni objectifs ni plafonds : ils ont été supprimés en novembre 2018. Un scénario les rétablit.",
        ),
        text(
            "About 40 % of partners' margin is back-end (said of Germany, April 2020): run-rate margins and rebates are set \
             so that it comes out.",
            "Environ 40 % de la marge des partenaires est arrière (Allemagne, avril 2020) : marges courantes et remises sont \
             réglées pour l'obtenir.",
        ),
        text(
            "French law holds terms to 60 days; 90 days go through a factor (terms.factored).",
            "La loi limite les délais à 60 jours ; 90 jours passent par un affactureur (terms.factored).",
        ),
    ],
    groups: &[
        &levels::LEVEL_RULES,
        &rebates::REBATES,
        &terms::TERMS,
        &terms::FINANCING,
        &trade::RUN_RATE,
        &trade::DISTRIBUTION,
        &quotations::ARRIVALS,
        &quotations::REGISTRATION,
        &quotations::QUOTATION,
        &bidding::BIDDING,
        &bidding::PRESALES,
        &behaviour::BEHAVIOUR,
        &behaviour::LINKS,
    ],
    tables: &[LEVELS, PARTNER_GROUPS, SEGMENTS, TemplateTable { table: &calendar::YEARS, rows: Some(&YEARS) }],
    overrides: &[
        over(
            "levels.training_pass_rate",
            rate(970),
            Basis::Assumption,
            text(
                "chosen: certifications still cost some their level",
                "choisi\u{a0}: les certifications coûtent encore leur niveau à quelques-uns",
            ),
        ),
        over(
            "terms.early_days",
            Value::Number(30.0),
            Basis::Assumption,
            text(
                "30 to 80 (chosen): within the 60 days of the law",
                "30 à 80 (choisi)\u{a0}: dans les 60 jours de la loi",
            ),
        ),
        over(
            "settings.trials",
            Value::Count(TRIALS),
            Basis::Assumption,
            text("enough for two significant digits", "assez pour deux chiffres significatifs"),
        ),
        over(
            "settings.start",
            START,
            Basis::Fact,
            text("fiscal year 2020 of the vendor", "exercice 2020 du constructeur"),
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
            name: SUSPENDED,
            edits: &[edit(
                "Years[2].thresholds_suspended",
                YES,
                text(
                    "Nobody loses its status of fiscal year 2021 for revenue missed in 2020",
                    "Personne ne perd son statut 2021 pour le chiffre manqué en 2020",
                ),
            )],
        },
        TemplateScenario {
            name: NINETY_DAYS,
            edits: &[
                edit(
                    "terms.days_after",
                    Value::Number(90.0),
                    text("From 60 to 90 days (June 2020)", "De 60 à 90 jours (juin 2020)"),
                ),
                edit(
                    "terms.factored",
                    YES,
                    text(
                        "Through a factor: French law allows 60 days without one",
                        "Par un affactureur : la loi française admet 60 jours sans lui",
                    ),
                ),
            ],
        },
        TemplateScenario {
            name: EARLY,
            edits: &[edit(
                "terms.early_uptake",
                rate(200),
                text(
                    "A fifth of purchases is paid 30 days early for 1 % less",
                    "Un cinquième des achats payé 30 jours plus tôt contre 1 %",
                ),
            )],
        },
        TemplateScenario {
            name: FINANCING,
            edits: &[edit(
                "financing.envelope",
                money(80_000_000),
                text(
                    "4 % of 2 bn world-wide: 1 % of the contract a month for eight months, then evenly",
                    "4 % de 2 milliards mondiaux : 1 % du contrat par mois pendant huit mois, puis à parts égales",
                ),
            )],
        },
        TemplateScenario {
            name: text("Targets and caps", "Objectifs et plafonds"),
            edits: &[
                edit(
                    "rebates.gate",
                    rate(800),
                    text(
                        "The rule before November 2018: nothing below 80 % of target",
                        "La règle d'avant novembre 2018 : rien sous 80 % de l'objectif",
                    ),
                ),
                edit(
                    "rebates.cap",
                    rate(3_000),
                    text(
                        "Purchases above 300 % of target count no more",
                        "Au-delà de 300 % de l'objectif, rien ne compte plus",
                    ),
                ),
            ],
        },
        TemplateScenario {
            name: text("All relief", "Toutes les aides"),
            edits: &[
                include(
                    SUSPENDED,
                    text("What the vendor announced in June 2020, together", "Les annonces de juin 2020, ensemble"),
                ),
                include(NINETY_DAYS, text("The same", "Idem")),
                include(EARLY, text("The same", "Idem")),
                include(FINANCING, text("The same", "Idem")),
            ],
        },
    ],
    uncertainty: None,
};

/// Trials: with both readings of all scenarios a run takes some seconds.
const TRIALS: i64 = 500;
/// First day of the vendor's fiscal year 2020.
pub(super) const START: Value = Value::Date(Date { year: 2019, month: 11, day: 1 });
