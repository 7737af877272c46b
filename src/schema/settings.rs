//! The `Settings` sheet: how the simulation is run. Scenarios cannot edit these.

use super::kind::{Choice, Kind};
use super::value::{Value, text};
use super::{Basis, Group, Parameter};
use crate::language::Language;
use crate::programme::{Correlating, Date, Readings, Sampling, Tails};
use crate::units::Rate;

/// The languages by key.
pub const LANGUAGES: &[Choice] =
    &[Choice { key: "en", label: text("English", "anglais") }, Choice { key: "fr", label: text("French", "français") }];

/// The key of the setting that says in which language results and messages are.
pub const LANGUAGE: &str = "settings.language";

/// A language as that setting names it.
pub fn language(language: Language) -> Value {
    Value::Choice(match language {
        Language::En => "en",
        Language::Fr => "fr",
    })
}

/// The readings by key.
pub const READINGS: &[Choice] = &[
    Choice { key: "static", label: text("without responses", "sans réactions") },
    Choice { key: "behavioural", label: text("with responses", "avec réactions") },
    Choice { key: "both", label: text("both", "les deux") },
];

fn readings(key: &str) -> Readings {
    match key {
        "static" => Readings::Static,
        "behavioural" => Readings::Behavioural,
        _ => Readings::Both,
    }
}

fn readings_key(readings: Readings) -> &'static str {
    match readings {
        Readings::Static => "static",
        Readings::Behavioural => "behavioural",
        Readings::Both => "both",
    }
}

/// The samplings by key.
pub const SAMPLINGS: &[Choice] = &[
    Choice { key: "plain", label: text("independent draws", "tirages indépendants") },
    Choice { key: "lhs", label: text("Latin hypercube", "hypercube latin") },
    Choice { key: "sobol", label: text("scrambled Sobol sequence", "suite de Sobol brouillée") },
];

/// The ways to put correlations on inputs, by key.
pub const CORRELATING: &[Choice] = &[
    Choice { key: "iman-conover", label: text("Iman and Conover", "Iman et Conover") },
    Choice { key: "copula", label: text("Gaussian copula", "copule gaussienne") },
];

/// What Low and High are, by key.
pub const TAILS: &[Choice] = &[
    Choice { key: "p05-p95", label: text("5th and 95th percentile", "5e et 95e centile") },
    Choice { key: "p10-p90", label: text("10th and 90th percentile", "10e et 90e centile") },
];

/// The place of a key among choices.
fn place(choices: &[Choice], key: &str) -> usize {
    choices.iter().position(|choice| choice.key == key).unwrap_or(0)
}

/// The settings.
pub static SETTINGS: Group = Group {
    title: text("Settings", "Réglages"),
    parameters: &[
        Parameter {
            key: "settings.trials",
            label: text("Trials", "Tirages"),
            help: text("Number of possible futures that are played.", "Nombre de futurs possibles joués."),
            unit: text("trials", "tirages"),
            kind: Kind::Count { min: 2, max: 1_000_000 },
            default: Value::Count(10_000),
            basis: Basis::Assumption,
            source: text(
                "enough for two significant digits of every difference",
                "assez pour deux chiffres significatifs de chaque écart",
            ),
            get: |p| Value::Count(p.settings.trials),
            set: |p, v| p.settings.trials = v.count(),
        },
        Parameter {
            key: "settings.seed",
            label: text("Seed", "Graine"),
            help: text(
                "The same seed gives the same figures; another seed, other futures.",
                "La même graine redonne les mêmes chiffres ; une autre, d'autres futurs.",
            ),
            unit: text("number", "nombre"),
            kind: Kind::Identifier { max: 999_999_999_999_999 },
            default: Value::Identifier(2017),
            basis: Basis::Assumption,
            source: text("any", "au choix"),
            get: |p| Value::Identifier(p.settings.seed),
            set: |p, v| p.settings.seed = v.identifier(),
        },
        Parameter {
            key: "settings.start",
            label: text("First day of fiscal year 1", "Premier jour de l'exercice 1"),
            help: text(
                "Months and fiscal years are counted from here.",
                "Les mois et les exercices se comptent à partir d'ici.",
            ),
            unit: text("date", "date"),
            kind: Kind::Date,
            default: Value::Date(Date { year: 2017, month: 2, day: 1 }),
            basis: Basis::Fact,
            source: text(
                "the installed base was opened on 1 February 2017 (trade press)",
                "la base installée a été ouverte le 1er février 2017 (presse spécialisée)",
            ),
            get: |p| Value::Date(p.settings.start),
            set: |p, v| p.settings.start = v.date(),
        },
        Parameter {
            key: "settings.months",
            label: text("Horizon", "Horizon"),
            help: text("Months that are simulated.", "Nombre de mois simulés."),
            unit: text("months", "mois"),
            kind: Kind::Count { min: 12, max: 60 },
            default: Value::Count(12),
            basis: Basis::Assumption,
            source: text("one fiscal year", "un exercice"),
            get: |p| Value::Count(p.settings.months),
            set: |p, v| p.settings.months = v.count(),
        },
        Parameter {
            key: "settings.discount_rate",
            label: text("Discount rate", "Taux d'actualisation"),
            help: text(
                "What a later payment loses a year in present values; a twelfth of it each month.",
                "Ce que perd par an un paiement ultérieur dans les valeurs actuelles ; un douzième par mois.",
            ),
            unit: text("%/year", "%/an"),
            kind: Kind::Rate { min: Rate::ZERO, max: Rate::per_mille(500) },
            default: Value::Rate(Rate::per_mille(80)),
            basis: Basis::Assumption,
            source: super::CHOSEN,
            get: |p| Value::Rate(p.settings.discount_rate),
            set: |p, v| p.settings.discount_rate = v.rate(),
        },
        Parameter {
            key: "settings.currency",
            label: text("Currency", "Monnaie"),
            help: text("Currency of every amount, in and out.", "Monnaie de tous les montants."),
            unit: text("ISO code", "code ISO"),
            kind: Kind::Currency,
            default: Value::named("EUR"),
            basis: Basis::Assumption,
            source: text("a French programme", "un programme français"),
            get: |p| Value::Name(p.settings.currency.clone().into()),
            set: |p, v| p.settings.currency = v.name(),
        },
        Parameter {
            key: LANGUAGE,
            label: text("Language", "Langue"),
            help: text(
                "Language of the result and of messages, unless --lang asks for another.",
                "Langue du résultat et des messages, sauf si --lang en demande une autre.",
            ),
            unit: text("choice", "choix"),
            kind: Kind::Choice(LANGUAGES),
            default: Value::Choice("en"),
            basis: Basis::Assumption,
            source: text("any", "au choix"),
            get: |p| language(p.settings.language),
            set: |p, v| p.settings.language = if v.choice() == "fr" { Language::Fr } else { Language::En },
        },
        Parameter {
            key: "settings.readings",
            label: text("Readings", "Lectures"),
            help: text(
                "static: partners do not respond to the rules; behavioural: they do; both: one beside the other.",
                "static : les partenaires ne réagissent pas aux règles ; behavioural : ils réagissent ; both : les deux.",
            ),
            unit: text("choice", "choix"),
            kind: Kind::Choice(READINGS),
            default: Value::Choice("both"),
            basis: Basis::Assumption,
            source: text("any", "au choix"),
            get: |p| Value::Choice(readings_key(p.settings.readings)),
            set: |p, v| p.settings.readings = readings(v.choice()),
        },
        Parameter {
            key: "settings.sampling",
            label: text("Sampling of uncertain inputs", "Échantillonnage des entrées incertaines"),
            help: text(
                "plain: independent draws; lhs: Latin hypercube; sobol: scrambled Sobol sequence. Luck is always drawn plainly.",
                "plain : tirages indépendants ; lhs : hypercube latin ; sobol : suite de Sobol brouillée. Le hasard est toujours \
                 tiré simplement.",
            ),
            unit: text("choice", "choix"),
            kind: Kind::Choice(SAMPLINGS),
            default: Value::Choice("plain"),
            basis: Basis::Assumption,
            source: text("its standard errors are exact", "ses erreurs types sont exactes"),
            get: |p| Value::Choice(SAMPLINGS[p.settings.uncertainty.sampling as usize].key),
            set: |p, v| {
                p.settings.uncertainty.sampling =
                    [Sampling::Plain, Sampling::LatinHypercube, Sampling::Sobol][place(SAMPLINGS, v.choice())];
            },
        },
        Parameter {
            key: "settings.antithetic",
            label: text("Antithetic pairs", "Paires antithétiques"),
            help: text(
                "Every second trial takes the mirror of the uncertain inputs before it: low for high.",
                "Un tirage sur deux prend le miroir des entrées incertaines précédentes : bas pour haut.",
            ),
            unit: text("yes/no", "oui/non"),
            kind: Kind::YesNo,
            default: Value::YesNo(false),
            basis: Basis::Assumption,
            source: text("on request", "sur demande"),
            get: |p| Value::YesNo(p.settings.uncertainty.antithetic),
            set: |p, v| p.settings.uncertainty.antithetic = v.yes(),
        },
        Parameter {
            key: "settings.correlation",
            label: text("How correlations are put on inputs", "Mise en œuvre des corrélations"),
            help: text(
                "iman-conover reorders the values of a batch; copula draws each trial's values together.",
                "iman-conover réordonne les valeurs d'un lot ; copula tire ensemble les valeurs d'un tirage.",
            ),
            unit: text("choice", "choix"),
            kind: Kind::Choice(CORRELATING),
            default: Value::Choice("iman-conover"),
            basis: Basis::Assumption,
            source: text(
                "it reaches the wanted rank correlations in every batch",
                "atteint les corrélations de rang voulues dans chaque lot",
            ),
            get: |p| Value::Choice(CORRELATING[p.settings.uncertainty.correlating as usize].key),
            set: |p, v| {
                p.settings.uncertainty.correlating =
                    [Correlating::ImanConover, Correlating::Copula][place(CORRELATING, v.choice())];
            },
        },
        Parameter {
            key: "settings.low_high",
            label: text("What Low and High are", "Sens de Bas et Haut"),
            help: text(
                "The percentiles that Low and High give, wherever they are not the ends of a distribution.",
                "Les centiles donnés par Bas et Haut, là où ce ne sont pas les bornes de la loi.",
            ),
            unit: text("choice", "choix"),
            kind: Kind::Choice(TAILS),
            default: Value::Choice("p05-p95"),
            basis: Basis::Assumption,
            source: text("nine times in ten", "neuf fois sur dix"),
            get: |p| Value::Choice(TAILS[p.settings.uncertainty.tails as usize].key),
            set: |p, v| {
                p.settings.uncertainty.tails = [Tails::FiveNinetyFive, Tails::TenNinety][place(TAILS, v.choice())];
            },
        },
        Parameter {
            key: "settings.precision",
            label: text("Wanted precision of differences", "Précision voulue des écarts"),
            help: text(
                "The run ends as soon as the 95 % confidence half-width of every watched difference is below this share of \
                 it; 0 % plays all trials.",
                "La simulation s'arrête dès que la demi-largeur à 95 % de chaque écart suivi est sous cette part de l'écart ; \
                 0 % joue tous les tirages.",
            ),
            unit: text("% of the difference", "% de l'écart"),
            kind: Kind::Rate { min: Rate::ZERO, max: Rate::ONE },
            default: Value::Rate(Rate::ZERO),
            basis: Basis::Assumption,
            source: text("off", "désactivé"),
            get: |p| Value::Rate(p.settings.uncertainty.precision),
            set: |p, v| p.settings.uncertainty.precision = v.rate(),
        },
        Parameter {
            key: "settings.precision_measures",
            label: text("Measures watched for precision", "Mesures suivies pour la précision"),
            help: text(
                "Ids of measures apart by commas; with a percentile such as p05 after one, that percentile is watched.",
                "Identifiants séparés par des virgules ; suivi d'un centile tel que p05, c'est lui qui est suivi.",
            ),
            unit: text("measures", "mesures"),
            kind: Kind::Name,
            default: Value::named("partner_net_margin, vendor_contribution"),
            basis: Basis::Assumption,
            source: text("what both sides decide by", "ce sur quoi les deux parties décident"),
            get: |p| Value::Name(p.settings.uncertainty.precision_measures.clone().into()),
            set: |p, v| p.settings.uncertainty.precision_measures = v.name(),
        },
        Parameter {
            key: "settings.objective",
            label: text("Measure that decides", "Mesure qui décide"),
            help: text(
                "Id of the measure that the sensitivity explains and that the optimiser improves.",
                "Identifiant de la mesure expliquée par la sensibilité et améliorée par l'optimisation.",
            ),
            unit: text("measure", "mesure"),
            kind: Kind::Name,
            default: Value::named("vendor_contribution"),
            basis: Basis::Assumption,
            source: text("what the vendor keeps", "ce que garde le constructeur"),
            get: |p| Value::Name(p.settings.uncertainty.objective.clone().into()),
            set: |p, v| p.settings.uncertainty.objective = v.name(),
        },
    ],
};
