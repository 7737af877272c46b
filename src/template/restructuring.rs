//! The template of a restructuring plan: savings by fiscal year, fewer channel managers, pay-per-use contracts.

use super::entries::{LEVELS, PARTNER_GROUPS, SEGMENTS, edit, include, money, over, rate};
use super::threshold_suspension::START;
use super::{Template, TemplateRow, TemplateScenario, TemplateTable};
use crate::schema::value::text;
use crate::schema::{Basis, Text, Value, behaviour, bidding, desk, pay_per_use, quotations, rebates, savings, trade};

const PLAN: Text = text("World-wide plan", "Plan mondial");
const COUNTRY: Text = text("The country's part", "La part du pays");
const CUT: Text = text("Fewer channel managers", "Moins de responsables partenaires");
const CONTRACTS: Text = text("Pay-per-use", "Paiement à l'usage");
const MARKETPLACES: Text = text("Pay-per-use on marketplaces", "Usage sur places de marché");

const OF_THE_PLAN: Text = text(
    "gross savings of 1.0 bn a year (a vendor's plan, May 2020) and charges of 384, 690 and 253 M in \
             fiscal years 2020 to 2022 (its accounts); split by kind chosen",
    "économies brutes de 1,0 Md par an (plan d'un constructeur, mai 2020) et charges de 384, 690 et 253 \
             M aux exercices 2020 à 2022 (ses comptes)\u{a0}; répartition choisie",
);

/// A line of the plan: units, saving a year and cost once of each, months before the first goes and to the last.
const fn line(
    name: &'static str,
    kind: &'static str,
    units: f64,
    [saving, one_off]: [i64; 2],
    [start, ramp]: [f64; 2],
) -> [Value; 8] {
    [
        Value::named(name),
        Value::Choice(kind),
        Value::Number(units),
        money(saving),
        money(one_off),
        Value::Number(start),
        Value::Number(ramp),
        rate(1_000),
    ]
}

/// Three waves and the jobs that the press named: 1,000 M a year in all, 384, 690 and 253 M of charges by year.
pub(super) static LINES: [TemplateRow; 7] = [
    TemplateRow {
        values: &line("Jobs, United States", "jobs", 500.0, [125_000, 100_000], [6.0, 30.0]),
        basis: Basis::Fact,
        source: text(
            "at least 500 jobs in the United States (trade press, October 2020); 125,000 a job as in another \
             vendor's plan of 2019; 100,000 of cost a job from two plans (derived)",
            "au moins 500 postes aux États-Unis (presse spécialisée, octobre 2020)\u{a0}; 125\u{202f}000 par \
             poste comme au plan 2019 d'un autre constructeur\u{a0}; 100\u{202f}000 de coût par poste d'après \
             deux plans (dérivé)",
        ),
    },
    TemplateRow {
        values: &line("Wave 1, jobs", "jobs", 1_000.0, [125_000, 100_000], [6.0, 6.0]),
        basis: Basis::Derived,
        source: OF_THE_PLAN,
    },
    TemplateRow {
        values: &line("Wave 1, sites", "real estate", 1.0, [62_500_000, 274_000_000], [6.0, 6.0]),
        basis: Basis::Derived,
        source: OF_THE_PLAN,
    },
    TemplateRow {
        values: &line("Wave 2, jobs", "jobs", 2_000.0, [125_000, 100_000], [12.0, 12.0]),
        basis: Basis::Derived,
        source: OF_THE_PLAN,
    },
    TemplateRow {
        values: &line("Wave 2, ways of working", "process", 1.0, [125_000_000, 470_000_000], [12.0, 12.0]),
        basis: Basis::Derived,
        source: OF_THE_PLAN,
    },
    TemplateRow {
        values: &line("Wave 3, jobs", "jobs", 1_500.0, [125_000, 100_000], [24.0, 12.0]),
        basis: Basis::Derived,
        source: OF_THE_PLAN,
    },
    TemplateRow {
        values: &line("Wave 3, range of products", "process", 1.0, [187_500_000, 83_000_000], [24.0, 12.0]),
        basis: Basis::Derived,
        source: OF_THE_PLAN,
    },
];

/// A savings plan, coverage of partners, pay-per-use.
pub static RESTRUCTURING: Template = Template {
    name: "restructuring",
    title: text("Restructuring and pay-per-use", "Restructuration et paiement à l'usage"),
    about: text(
        "When the savings and the costs of a plan arrive, what fewer channel managers cost in deals, and what pay-per-use \
         does to revenue and to partners' margin, then and now.",
        "Quand arrivent les économies et les coûts d'un plan, ce que coûtent en affaires moins de responsables \
         partenaires, et ce que le paiement à l'usage fait au chiffre d'affaires et à la marge des partenaires.",
    ),
    notes: &[
        text(
            "The plan is world-wide, the partners are one country's. savings.country_share says how much of the plan is \
             counted: none in the baseline, which is the time before it; 100 % in World-wide plan, to be read for savings \
             only; 4 % (assumption) where savings stand beside this country's sales.",
            "Le plan est mondial, les partenaires d'un seul pays. savings.country_share dit la part comptée : aucune dans la \
             référence, avant le plan ; 100 % dans Plan mondial, à lire pour les économies seulement ; 4 % (hypothèse) là \
             où elles voisinent avec les ventes du pays.",
        ),
        text(
            "Gross savings in the year: 5, 40, 80 and 100 % of 1 bn; exit run-rate at each year's end: 20, 60 and 100 %. \
             The two must not be mixed up.",
            "Économies brutes de l'année : 5, 40, 80 et 100 % d'un milliard ; rythme en fin d'année : 20, 60 et 100 %. À ne \
             pas confondre.",
        ),
        text(
            "The 500 jobs that the press named explain 62.5 M of it, 6 %; the rest is other countries, sites and processes.",
            "Les 500 postes cités par la presse en expliquent 62,5 M, soit 6 % ; le reste vient d'autres pays, des sites et \
             des processus.",
        ),
        text(
            "Pay-per-use: customers pay over four years, and revenue falls before it comes back. The share of such contracts \
             is an assumption.",
            "Paiement à l'usage : le client paie sur quatre ans et le chiffre d'affaires baisse avant de revenir. La part de \
             ces contrats est une hypothèse.",
        ),
    ],
    groups: &[
        &savings::SAVINGS,
        &savings::COVERAGE,
        &pay_per_use::PAY_PER_USE,
        &desk::DESK,
        &quotations::ARRIVALS,
        &quotations::REGISTRATION,
        &quotations::QUOTATION,
        &bidding::BIDDING,
        &bidding::PRESALES,
        &trade::DISTRIBUTION,
        &trade::RUN_RATE,
        &rebates::REBATES,
        &behaviour::BEHAVIOUR,
        &behaviour::LINKS,
    ],
    tables: &[LEVELS, PARTNER_GROUPS, SEGMENTS, TemplateTable { table: &savings::SAVINGS_LINES, rows: Some(&LINES) }],
    overrides: &[
        over(
            "savings.country_share",
            rate(0),
            Basis::Assumption,
            text("the baseline is the time before the plan", "la référence est la période d'avant le plan"),
        ),
        over(
            "settings.trials",
            Value::Count(500),
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
            Value::Count(48),
            Basis::Assumption,
            text("three years of the plan and the one after", "trois années de plan et la suivante"),
        ),
        over(
            "settings.currency",
            Value::named("USD"),
            Basis::Fact,
            text("the plan is stated in dollars", "le plan est exprimé en dollars"),
        ),
    ],
    scenarios: &[
        TemplateScenario {
            name: PLAN,
            edits: &[edit(
                "savings.country_share",
                rate(1_000),
                text(
                    "The whole plan; read its savings, not its sales",
                    "Le plan entier ; pour les économies seulement",
                ),
            )],
        },
        TemplateScenario {
            name: COUNTRY,
            edits: &[edit(
                "savings.country_share",
                rate(40),
                text(
                    "4 % of the plan, as the country's part of sales (assumption)",
                    "4 % du plan, comme la part du pays (hypothèse)",
                ),
            )],
        },
        TemplateScenario {
            name: CUT,
            edits: &[edit(
                "coverage.cut",
                rate(200),
                text(
                    "Those in charge of partners are among the jobs that go: a fifth of them",
                    "Des responsables partenaires sont parmi les postes supprimés : un cinquième",
                ),
            )],
        },
        TemplateScenario {
            name: CONTRACTS,
            edits: &[
                edit(
                    "aas.share_end",
                    rate(100),
                    text(
                        "A tenth of won deals after three years (3 to 30 %)",
                        "Un dixième des affaires après trois ans (3 à 30 %)",
                    ),
                ),
                edit(
                    "aas.marketplace_share",
                    rate(0),
                    text("All of it through partners directly", "Le tout par les partenaires en direct"),
                ),
            ],
        },
        TemplateScenario {
            name: MARKETPLACES,
            edits: &[
                include(CONTRACTS, text("The same contracts", "Les mêmes contrats")),
                edit(
                    "aas.marketplace_share",
                    rate(1_000),
                    text(
                        "All of it on distributors' marketplaces, at their fee",
                        "Le tout sur les places de marché des grossistes, contre leur commission",
                    ),
                ),
            ],
        },
        TemplateScenario {
            name: text("Plan, cut and pay-per-use", "Plan, coupe et usage"),
            edits: &[
                include(
                    COUNTRY,
                    text("What a country's head sees together", "Ce que voit ensemble un directeur de pays"),
                ),
                include(CUT, text("The same", "Idem")),
                include(CONTRACTS, text("The same", "Idem")),
            ],
        },
    ],
    uncertainty: None,
};
