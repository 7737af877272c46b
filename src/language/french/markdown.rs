//! The answer as Markdown.

pub const ENTRIES: &[(&str, &str)] = &[
    ("What the policies of {file} bring", "Ce qu'apportent les politiques de {file}"),
    (
        "The workbook has no scenario; these are the figures of its baseline.",
        "Le classeur n'a pas de scénario\u{a0}; voici les chiffres de sa référence.",
    ),
    (
        "Compared with the baseline: {names}. All were played on the same simulated futures, so that a difference is the \
         policy's and not luck; ranges hold nine futures in ten.",
        "Comparaison avec la référence\u{a0}: {names}. Tous ont été simulés sur les mêmes futurs, si bien qu'un écart tient à \
         la politique et non au hasard\u{a0}; les fourchettes contiennent neuf futurs sur dix.",
    ),
    (" Where people answer to the rules: {words}.", " Si chacun s'adapte aux règles\u{a0}: {words}."),
    (
        "{trials} trials of {months} months from {start}, seed {seed}, amounts in {currency}",
        "{trials} {trials?tirage|tirages} de {months} mois à partir du {start}, graine {seed}, montants en {currency}",
    ),
    ("With the scenario", "Avec le scénario"),
    ("90 % range", "Fourchette à 90\u{a0}%"),
];
