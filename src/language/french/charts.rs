//! The tornado, the spider and the frontier.

pub const ENTRIES: &[(&str, &str)] = &[
    ("Change at 5 %", "Variation à 5\u{a0}%"),
    ("Change at 95 %", "Variation à 95\u{a0}%"),
    ("below it; plausible", "au-dessous\u{a0}; plausible"),
    ("below it; outside the plausible range", "au-dessous\u{a0}; hors de l'intervalle plausible"),
    ("above it; plausible", "au-dessus\u{a0}; plausible"),
    ("above it; outside the plausible range", "au-dessus\u{a0}; hors de l'intervalle plausible"),
    ("Entered", "Saisie"),
    ("The workbook's own value.", "La valeur du classeur."),
    (
        "Low end of the plausible range: one value in twenty lies below.",
        "Bas de l'intervalle plausible\u{a0}: une valeur sur vingt est au-dessous.",
    ),
    (
        "High end of the plausible range: one value in twenty lies above.",
        "Haut de l'intervalle plausible\u{a0}: une valeur sur vingt est au-dessus.",
    ),
    ("Difference at 5 %", "Écart à 5\u{a0}%"),
    (
        "Mean difference with this input at the low end, all others as entered.",
        "Écart moyen avec cette donnée en bas, toutes les autres comme saisies.",
    ),
    ("Difference at 95 %", "Écart à 95\u{a0}%"),
    (
        "Mean difference with this input at the high end, all others as entered.",
        "Écart moyen avec cette donnée en haut, toutes les autres comme saisies.",
    ),
    (
        "The difference at the low end less the difference with all inputs as entered.",
        "L'écart en bas moins l'écart avec toutes les données comme saisies.",
    ),
    (
        "The difference at the high end less the difference with all inputs as entered.",
        "L'écart en haut moins l'écart avec toutes les données comme saisies.",
    ),
    ("Swing", "Amplitude"),
    ("How far the differences at the two ends lie apart.", "Distance entre les écarts aux deux extrémités."),
    ("Flips at", "Bascule à"),
    (
        "Where the mean difference changes its sign, all other inputs as entered; of several values the nearest to the entered one.",
        "Où l'écart moyen change de signe, toutes les autres données comme saisies\u{a0}; de plusieurs valeurs, la plus proche de la saisie.",
    ),
    ("Error", "Erreur"),
    (
        "Standard error of that value: how far it could be off because the trials are finite.",
        "Erreur type de cette valeur\u{a0}: de combien elle peut s'écarter, car le nombre de tirages est fini.",
    ),
    ("The decision flips", "La décision bascule"),
    ("Name", "Nom"),
    ("The name of the workbook.", "Le nom dans le classeur."),
    ("never between {from} and {to}", "jamais entre {from} et {to}"),
    (
        "{name}: {input} alone moves the difference from {low} to {high}",
        "{name}\u{a0}: {input} fait à lui seul varier l'écart de {low} à {high}",
    ),
    (
        "{title}. Bars show how the mean difference changes with each input at the 5th and the 95th percentile, all others as entered; the largest swing on top.",
        "{title}. Les barres montrent comment l'écart moyen varie avec chaque donnée au 5e et au 95e centile, toutes les autres comme saisies\u{a0}; la plus grande amplitude en haut.",
    ),
    ("input at its 5th percentile", "donnée à son 5e centile"),
    ("input at its 95th percentile", "donnée à son 95e centile"),
    (
        "change of the difference from {entered} with all inputs as entered",
        "variation de l'écart par rapport à {entered} avec toutes les données comme saisies",
    ),
    ("Percentile of the input", "Centile de la donnée"),
    (
        "{name}: no input alone turns the sign of the difference within its plausible range",
        "{name}\u{a0}: aucune donnée n'inverse à elle seule le signe de l'écart dans son intervalle plausible",
    ),
    (
        "{name}: one input alone turns the sign of the difference within its plausible range",
        "{name}\u{a0}: une donnée inverse à elle seule le signe de l'écart dans son intervalle plausible",
    ),
    (
        "{name}: {flips} inputs turn the sign of the difference within their plausible range",
        "{name}\u{a0}: {flips} {flips?donnée inverse|données inversent chacune} le signe de l'écart dans leur intervalle plausible",
    ),
    (
        "{title}. The mean difference along each input, all others as entered: a line an input, over five percentiles.",
        "{title}. L'écart moyen le long de chaque donnée, toutes les autres comme saisies\u{a0}: une courbe par donnée, sur cinq centiles.",
    ),
    ("percentile of the input", "centile de la donnée"),
    ("mean difference, {unit}", "écart moyen, {unit}"),
    ("No setting keeps every guardrail", "Aucun réglage ne respecte tous les garde-fous"),
    (
        "One setting is best for both sides: {partners} for partners, {vendor} for the vendor",
        "Un réglage est le meilleur pour les deux parties\u{a0}: {partners} pour les partenaires, {vendor} pour le constructeur",
    ),
    (
        "{count} settings trade one side for the other: from {least} for partners and {dear} for the vendor to {most} and {cheap}",
        "{count} {count?réglage échange|réglages échangent} une partie contre l'autre\u{a0}: de {least} pour les partenaires et {dear} pour le constructeur à {most} et {cheap}",
    ),
    (
        "{title}. Each point is a setting: partner net margin and vendor contribution against the baseline.",
        "{title}. Chaque point est un réglage\u{a0}: marge nette des partenaires et contribution du constructeur par rapport à la référence.",
    ),
];
