//! The sheet of partner margin.

pub const ENTRIES: &[(&str, &str)] = &[
    ("By programme", "Par programme"),
    ("All", "Tout"),
    ("What partners earn", "Ce que gagnent les partenaires"),
    (
        "Means over {trials} trials and the whole horizon, in {currency}; {reading}",
        "Moyennes sur {trials} {trials?tirage|tirages} et tout l'horizon, en {currency}\u{a0}; {reading}",
    ),
    ("Front margin by level, mean in {currency}", "Marge avant par niveau, moyenne en {currency}"),
    ("Front margin by segment, mean in {currency}", "Marge avant par segment, moyenne en {currency}"),
    ("Net margin by level, mean in {currency}", "Marge nette par niveau, moyenne en {currency}"),
    ("Net margin by segment, mean in {currency}", "Marge nette par segment, moyenne en {currency}"),
    (
        "Difference of front margin by level, mean in {currency}",
        "Écart de marge avant par niveau, moyenne en {currency}",
    ),
    (
        "Difference of front margin by segment, mean in {currency}",
        "Écart de marge avant par segment, moyenne en {currency}",
    ),
    (
        "{measure} over the futures: share of the futures by its total, in millions of {currency}",
        "{measure} selon les futurs\u{a0}: part des futurs par total, en millions de {currency}",
    ),
    (
        "Front margin on deals is {baseline} of what customers pay",
        "La marge avant sur les affaires est de {baseline} de ce que paient les clients",
    ),
    (
        "Front margin on deals: {baseline} in the baseline, {one}",
        "Marge avant sur les affaires\u{a0}: {baseline} dans la référence, {one}",
    ),
    (
        "Front margin on deals: {baseline} in the baseline, {low} to {high} in the scenarios",
        "Marge avant sur les affaires\u{a0}: {baseline} dans la référence, de {low} à {high} dans les scénarios",
    ),
    ("{title}. One column a programme.", "{title}. Une colonne par programme."),
    ("share of customer spend", "part de la dépense des clients"),
    ("{scenario}: standard error", "{scenario}\u{a0}: erreur type"),
    (
        "Of the mean difference, over the trials; errors do not add up.",
        "De l'écart moyen, sur les tirages\u{a0}; les erreurs ne s'additionnent pas.",
    ),
    ("Around, M", "Autour de, M"),
    ("Middle of the bin, in millions.", "Milieu de la classe, en millions."),
    (
        "{scenario}: {what} is {own} in nine futures of ten",
        "{scenario}\u{a0}: {what} de {own} dans neuf futurs sur dix",
    ),
    (
        "{scenario}: {what} is above the baseline's {share}, {own} against {base} in nine of ten",
        "{scenario}\u{a0}: {what} au-dessus de la référence {share}, {own} contre {base} dans neuf sur dix",
    ),
    (
        "{title}. Histogram of the trials, the baseline behind it.",
        "{title}. Histogramme des tirages, la référence derrière.",
    ),
    ("share of trials", "part des tirages"),
];
