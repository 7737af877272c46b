//! The template of one compensation model: tracks and indicators instead of rebates by level.

use super::entries::{LEVELS, NO, SEGMENTS, YES, by_default, edit, group, include, money, over, rate};
use super::{Template, TemplateRow, TemplateScenario, TemplateTable};
use crate::programme::Date;
use crate::schema::value::text;
use crate::schema::{
    Basis, Text, Value, behaviour, bidding, compensation, levels, partners, quotations, rebates, services, trade,
};

const TRACKS: Text = text("Tracks", "Voies");

/// A partner by name: purchases, service sales, certifications, whether it delivers and shares data, its track.
const fn partner(
    [id, name, level]: [&'static str; 3],
    [purchases, services, certifications]: [i64; 3],
    [delivers, shares]: [bool; 2],
    track: &'static str,
) -> [Value; 10] {
    [
        Value::named(id),
        Value::named(name),
        Value::named(level),
        money(purchases),
        money(services),
        Value::Count(certifications),
        rate(50),
        Value::YesNo(delivers),
        Value::YesNo(shares),
        Value::named(track),
    ]
}

const INVENTED: Text = text("an invented partner", "partenaire imaginaire");

/// Partners by name, so that winners and losers have one.
static PARTNERS: [TemplateRow; 12] = [
    TemplateRow {
        values: &partner(
            ["P01", "Atlas Informatique", "Platinum"],
            [42_000_000, 400_000, 20],
            [true, true],
            "Power Services",
        ),
        basis: Basis::Assumption,
        source: INVENTED,
    },
    TemplateRow {
        values: &partner(
            ["P02", "Boreal Systems", "Platinum"],
            [12_000_000, 150_000, 18],
            [true, true],
            "Power Services",
        ),
        basis: Basis::Assumption,
        source: INVENTED,
    },
    TemplateRow {
        values: &partner(["P03", "Cadence Group", "Platinum"], [6_500_000, 0, 16], [false, true], "Power"),
        basis: Basis::Assumption,
        source: INVENTED,
    },
    TemplateRow {
        values: &partner(["P04", "Delta Bureau", "Gold"], [4_200_000, 90_000, 9], [true, true], "Power Services"),
        basis: Basis::Assumption,
        source: INVENTED,
    },
    TemplateRow {
        values: &partner(["P05", "Eridan Conseil", "Gold"], [2_600_000, 0, 8], [false, true], "Power"),
        basis: Basis::Assumption,
        source: INVENTED,
    },
    TemplateRow {
        values: &partner(["P06", "Fjord Networks", "Gold"], [1_500_000, 0, 7], [false, false], "Power"),
        basis: Basis::Assumption,
        source: INVENTED,
    },
    TemplateRow {
        values: &partner(["P07", "Garonne Services", "Gold"], [1_100_000, 60_000, 7], [true, true], "Power"),
        basis: Basis::Assumption,
        source: INVENTED,
    },
    TemplateRow {
        values: &partner(["P08", "Helios Négoce", "Gold"], [800_000, 0, 6], [false, true], "-"),
        basis: Basis::Assumption,
        source: INVENTED,
    },
    TemplateRow {
        values: &partner(["P09", "Iroise Micro", "Silver"], [650_000, 0, 4], [false, true], "Power"),
        basis: Basis::Assumption,
        source: INVENTED,
    },
    TemplateRow {
        values: &partner(["P10", "Jura Digital", "Silver"], [400_000, 12_000, 3], [false, true], "-"),
        basis: Basis::Assumption,
        source: INVENTED,
    },
    TemplateRow {
        values: &partner(["P11", "Kerguelen IT", "Silver"], [200_000, 0, 3], [false, true], "-"),
        basis: Basis::Assumption,
        source: INVENTED,
    },
    TemplateRow {
        values: &partner(["P12", "Lumen Boutique", "Business"], [60_000, 0, 0], [false, true], "-"),
        basis: Basis::Assumption,
        source: INVENTED,
    },
];

const REST: Text = text(
    "counts of a French programme in 2013, less those that are listed; tracks and service sales chosen",
    "effectifs d'un programme français en 2013, moins ceux qui sont nommés\u{a0}; voies et ventes de \
             services choisies",
);

static GROUPS: [TemplateRow; 4] = [
    TemplateRow {
        values: &group("Platinum", [7, 18], [5_000_000, 100_000_000], 30_000, true, "Power Services"),
        basis: Basis::Derived,
        source: REST,
    },
    TemplateRow {
        values: &group("Gold", [75, 7], [750_000, 5_000_000], 6_000, true, "Power"),
        basis: Basis::Derived,
        source: REST,
    },
    TemplateRow {
        values: &group("Silver", [127, 3], [175_000, 750_000], 3_231, false, "-"),
        basis: Basis::Derived,
        source: REST,
    },
    TemplateRow {
        values: &group("Business", [4_499, 0], [5_000, 175_000], 0, false, "-"),
        basis: Basis::Derived,
        source: REST,
    },
];

/// Rebates by level against tracks and indicators.
pub static COMPENSATION_TRACKS: Template = Template {
    name: "compensation-tracks",
    title: text("Compensation tracks", "Voies de rémunération"),
    about: text(
        "One compensation model for all instead of rebates by level: tracks, twelve indicators, shared data. Who wins and \
         who loses, by name, at the former cost or not.",
        "Un seul modèle de rémunération au lieu des remises par niveau : voies, douze indicateurs, données partagées. Qui \
         gagne et qui perd, par nom, à budget constant ou non.",
    ),
    notes: &[
        text(
            "The tracks Synergy, Power and Power Services, the twelve kinds of indicators and 99 % of partners enrolled are \
             reported (November 2020), 98 % sharing data too (February 2022). No rate, weight or cost is public: all are \
             assumptions, set near 3 % of purchases.",
            "Les voies Synergy, Power et Power Services, les douze indicateurs et 99 % de partenaires inscrits sont rapportés \
             (novembre 2020), comme 98 % de partage des données (février 2022). Aucun taux, poids ou coût n'est public : \
             tous sont des hypothèses, proches de 3 % des achats.",
        ),
        text(
            "The partners of the sheet Partners are invented. Put yours there: winners and losers are then told by name.",
            "Les partenaires de la feuille Partenaires sont inventés. Mettez les vôtres : gagnants et perdants seront nommés.",
        ),
        text(
            "With compensation.budget_neutral, payouts of a year cost in every future exactly what rebates by level would have.",
            "Avec compensation.budget_neutral, les montants d'une année coûtent, dans chaque futur, exactement les remises \
             par niveau.",
        ),
    ],
    groups: &[
        &compensation::COMPENSATION,
        &rebates::REBATES,
        &levels::LEVEL_RULES,
        &services::SERVICES,
        &quotations::ARRIVALS,
        &quotations::REGISTRATION,
        &quotations::QUOTATION,
        &bidding::BIDDING,
        &bidding::PRESALES,
        &trade::RUN_RATE,
        &trade::DISTRIBUTION,
        &behaviour::BEHAVIOUR,
        &behaviour::LINKS,
    ],
    tables: &[
        LEVELS,
        TemplateTable { table: &partners::PARTNERS, rows: Some(&PARTNERS) },
        TemplateTable { table: &partners::GROUPS, rows: Some(&GROUPS) },
        by_default(&compensation::TRACKS),
        by_default(&compensation::INDICATORS),
        by_default(&services::SERVICE_LEVELS),
        SEGMENTS,
    ],
    overrides: &[
        over(
            "settings.trials",
            Value::Count(500),
            Basis::Assumption,
            text("enough for two significant digits", "assez pour deux chiffres significatifs"),
        ),
        over(
            "settings.start",
            Value::Date(Date { year: 2020, month: 11, day: 1 }),
            Basis::Fact,
            text(
                "one model from November 2020 (trade press)",
                "un seul modèle à partir de novembre 2020 (presse spécialisée)",
            ),
        ),
        over("settings.months", Value::Count(24), Basis::Assumption, text("two fiscal years", "deux exercices")),
    ],
    scenarios: &[
        TemplateScenario {
            name: TRACKS,
            edits: &[edit(
                "compensation.model",
                Value::Choice("tracks"),
                text("One model for all partners (November 2020)", "Un seul modèle pour tous (novembre 2020)"),
            )],
        },
        TemplateScenario {
            name: text("Tracks at the former cost", "Voies à budget constant"),
            edits: &[
                include(TRACKS, text("The same tracks", "Les mêmes voies")),
                edit(
                    "compensation.budget_neutral",
                    YES,
                    text(
                        "Payouts scaled to what rebates by level cost",
                        "Montants ramenés au coût des remises par niveau",
                    ),
                ),
            ],
        },
        TemplateScenario {
            name: text("Weight on registrations", "Poids des déclarations"),
            edits: &[
                include(TRACKS, text("The same tracks", "Les mêmes voies")),
                edit(
                    "Indicators[Registrations].weight",
                    Value::Number(0.30),
                    text("An indicator that can be gamed weighs 30 %", "Un indicateur manipulable pèse 30 %"),
                ),
                edit(
                    "Indicators[Sales volume].weight",
                    Value::Number(0.18),
                    text("Taken from sales volume", "Pris sur le volume de ventes"),
                ),
            ],
        },
        TemplateScenario {
            name: text("Less data shared", "Moins de données partagées"),
            edits: &[
                include(TRACKS, text("The same tracks", "Les mêmes voies")),
                edit(
                    "data_sharing.opt_in",
                    rate(600),
                    text("What if 40 % of partners refuse", "Et si 40 % des partenaires refusaient"),
                ),
            ],
        },
        TemplateScenario {
            name: text("One track for all", "Une voie pour tous"),
            edits: &[
                include(TRACKS, text("The same indicators", "Les mêmes indicateurs")),
                edit(
                    "Tracks[*].base_rate",
                    rate(15),
                    text("The same rates on every track ...", "Les mêmes taux pour toutes les voies ..."),
                ),
                edit(
                    "Tracks[*].bonus_rate",
                    rate(30),
                    text("... about 3 % at half the score", "... environ 3 % à mi-score"),
                ),
                edit("Tracks[*].fixed_cost", money(0), text("No cost of being on a track", "Aucun coût d'entrée")),
                edit("Tracks[*].needs_services", NO, text("Nothing is asked for", "Rien n'est exigé")),
                edit("Tracks[*].needs_data_sharing", NO, text("Nothing is asked for", "Rien n'est exigé")),
            ],
        },
    ],
    uncertainty: None,
};
