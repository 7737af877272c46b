//! The terms. What is a measure is explained in the words of its help.

use super::{Meaning, Term};
use crate::schema::Text;
use crate::schema::value::text;

/// What "better" means of a difference.
pub const BETTER: Text = text(
    "Share of the futures in which the difference is better for whom the measure belongs to; ties count half.",
    "Part des futurs où l'écart est favorable à celui à qui revient la mesure\u{a0}; les égalités comptent pour moitié.",
);

const fn own(name: Text, words: Text, en: &'static str, fr: &'static str) -> Term {
    Term { name, words, means: Meaning::Own(text(en, fr)) }
}

const fn measure(id: &'static str, name: Text, words: Text) -> Term {
    Term { name, words, means: Meaning::Measure(id) }
}

/// All terms.
pub(super) static TERMS: [Term; 37] = [
    own(
        text("Simulated future", "Futur simulé"),
        text("simulated future|simulated futures|future|futures", "futur simulé|futurs simulés|futur|futurs"),
        "One course that the whole horizon may take: which deals come, who bids, who wins. Every programme meets the same ones.",
        "Un déroulement possible de tout l'horizon\u{a0}: quelles affaires se présentent, qui soumissionne, qui gagne. Chaque \
         programme rencontre les mêmes.",
    ),
    own(
        text("Trial", "Tirage"),
        text("trial|trials", "tirage|tirages"),
        "One simulated future, played under every programme.",
        "Un futur simulé, joué sous chaque programme.",
    ),
    own(
        text("Seed", "Graine"),
        text("seed", "graine"),
        "The number that the draws start from: the same seed gives the same figures.",
        "Le nombre dont partent les tirages au sort\u{a0}: la même graine redonne les mêmes chiffres.",
    ),
    own(
        text("Horizon", "Horizon"),
        text("horizon", "horizon"),
        "All the months that are simulated.",
        "Tous les mois simulés.",
    ),
    own(
        text("Baseline", "Référence"),
        text("baseline", "référence"),
        "The programme as the workbook's parameters describe it, without the edits of any scenario.",
        "Le programme tel que le décrivent les paramètres du classeur, sans les modifications d'aucun scénario.",
    ),
    own(
        text("Static reading", "Lecture statique"),
        text("static", "statique"),
        "Partners and customers do as they do today; only what the rules give and take changes.",
        "Partenaires et clients font comme aujourd'hui\u{a0}; seul change ce que les règles donnent et prennent.",
    ),
    own(
        text("Behavioural reading", "Lecture comportementale"),
        text("behavioural", "comportementale|comportement"),
        "Partners and customers answer to the rules: they register, compete, buy ahead or leave as it pays.",
        "Partenaires et clients réagissent aux règles\u{a0}: ils enregistrent, concourent, anticipent ou renoncent selon leur \
         intérêt.",
    ),
    own(
        text("90 % range", "Intervalle à 90\u{a0}%"),
        text("90 % range|ranges", "intervalle à 90 %|fourchette à 90 %|intervalles|fourchettes"),
        "Nine simulated futures in ten lie in it, one in twenty below and one in twenty above.",
        "Neuf futurs simulés sur dix s'y trouvent, un sur vingt est au-dessous et un sur vingt au-dessus.",
    ),
    Term {
        name: text("Better in", "Meilleur dans"),
        words: text(
            "better in|better for|probability of being better",
            "meilleur dans|mieux dans|mieux pour|favorable aux|probabilité d'être favorable",
        ),
        means: Meaning::Own(BETTER),
    },
    own(
        text("The sign changes", "Le signe change"),
        text("sign changes|sign flips|signs", "signe ne change|signe change|signe s'inverse|signes"),
        "A rise becomes a fall, or a fall a rise; what is within two standard errors of nothing counts as neither.",
        "Une hausse devient une baisse, ou l'inverse\u{a0}; ce qui est à moins de deux erreurs types de zéro n'est ni l'une ni \
         l'autre.",
    ),
    own(
        text("Beyond chance", "Au-delà du hasard"),
        text("beyond chance|within chance", "au-delà du hasard|dans le hasard"),
        "Larger than two standard errors, so that the number of trials is no explanation.",
        "Plus grand que deux erreurs types, si bien que le nombre de tirages ne l'explique pas.",
    ),
    measure(
        "partner_front_margin",
        text("Partner front margin", "Marge avant des partenaires"),
        text("front margin", "marge avant"),
    ),
    measure(
        "partner_net_margin",
        text("Partner net margin", "Marge nette des partenaires"),
        text("net margin", "marge nette"),
    ),
    measure("partner_rent", text("Partner rent", "Rente des partenaires"), text("rent", "rente")),
    measure("partner_rebates", text("Back-end", "Remises arrière"), text("back-end", "remise arrière|remises arrière")),
    measure("partner_presales", text("Pre-sales", "Avant-vente"), text("pre-sales", "avant-vente")),
    measure(
        "vendor_contribution",
        text("Vendor contribution", "Contribution du constructeur"),
        text("contribution", "contribution"),
    ),
    measure("vendor_gross_profit", text("Gross profit", "Marge brute"), text("gross profit", "marge brute")),
    measure("vendor_support_cost", text("Support", "Soutien"), text("support", "soutien|soutiens")),
    measure("vendor_deadweight", text("Deadweight", "Effet d'aubaine"), text("deadweight", "effet d'aubaine")),
    measure("break_even_win_uplift", text("Break-even", "Point mort"), text("break-even|break even", "point mort")),
    measure(
        "savings_cumulative",
        text("Savings less one-off cost", "Économies moins leur coût unique"),
        text(
            "savings less their one-off cost|savings less one-off cost|cumulative savings",
            "économies moins leur coût unique|économies moins coût unique|économies cumulées",
        ),
    ),
    measure("savings_one_off", text("One-off cost", "Coût unique"), text("one-off", "coût unique|coûts uniques")),
    measure("win_rate", text("Win rate", "Taux de victoire"), text("win rate", "taux de victoire")),
    measure(
        "customer_price_index",
        text("Customer price index", "Indice des prix clients"),
        text("price index", "indice des prix"),
    ),
    measure(
        "partners_free_riding",
        text("To ride free", "Passagers clandestins"),
        text("ride free|rides free|riding free|free-riding|free riders", "passager clandestin|passagers clandestins"),
    ),
    own(
        text("Kick-backs", "Rétrocessions"),
        text("kick-back|kick-backs", "rétrocession|rétrocessions"),
        "What the vendor pays partners on the services of its own that they sell.",
        "Ce que le constructeur verse aux partenaires sur ceux de ses services qu'ils vendent.",
    ),
    own(
        text("Quotation", "Cotation"),
        text("quotation|quotations", "cotation|cotations"),
        "A special price that a partner asks the vendor for, for one deal.",
        "Un prix spécial qu'un partenaire demande au constructeur pour une affaire.",
    ),
    own(
        text("Desk", "Cellule de cotation"),
        text("desk", "cellule de cotation|cellule"),
        "The vendor's people who examine requests for quotations.",
        "Les personnes du constructeur qui examinent les demandes de cotation.",
    ),
    own(
        text("Dead band", "Zone neutre"),
        text("dead band", "zone neutre"),
        "Changes too small to be called a gain or a loss.",
        "Des changements trop petits pour être appelés gain ou perte.",
    ),
    own(
        text("Interaction", "Interaction"),
        text("interaction|interactions", "interaction|interactions"),
        "What policies bring together beyond the sum of what each brings alone.",
        "Ce que des politiques apportent ensemble au-delà de la somme de ce que chacune apporte seule.",
    ),
    own(
        text("Guardrail", "Garde-fou"),
        text("guardrail|guardrails", "garde-fou|garde-fous"),
        "A limit that a policy must keep, from the sheet Guardrails of the input.",
        "Une limite qu'une politique doit respecter, donnée par la feuille Garde-fous du classeur d'entrée.",
    ),
    own(
        text("Percentile", "Centile"),
        text("percentile|percentiles", "centile|centiles"),
        "The value that so many futures in a hundred are below.",
        "La valeur au-dessous de laquelle se trouvent tant de futurs sur cent.",
    ),
    own(
        text("Assumption", "Hypothèse"),
        text("assumption|assumptions", "hypothèse|hypothèses"),
        "A value that somebody chose; to be discussed.",
        "Une valeur que quelqu'un a choisie\u{a0}; à discuter.",
    ),
    own(
        text("Fact", "Fait"),
        text("fact|facts", "fait|faits"),
        "A value that a source states.",
        "Une valeur énoncée par une source.",
    ),
    own(
        text("Uncertain input", "Donnée incertaine"),
        text("uncertain input|uncertain inputs", "donnée incertaine|données incertaines"),
        "An input for which the workbook gives a distribution instead of one value.",
        "Une donnée pour laquelle le classeur donne une loi au lieu d'une seule valeur.",
    ),
    own(
        text("Variance", "Variance"),
        text("variance", "variance"),
        "How widely futures are spread: the mean square of their distance from the mean.",
        "L'étendue de la dispersion des futurs\u{a0}: la moyenne du carré de leur distance à la moyenne.",
    ),
];
