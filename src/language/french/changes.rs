//! The sheet of changes, and waterfalls.

pub const ENTRIES: &[(&str, &str)] = &[
    ("Changes", "Modifications"),
    ("What each change brings", "Ce qu'apporte chaque modification"),
    (
        "Mean differences with the baseline over the whole horizon, in {currency}; {reading}",
        "Écarts moyens avec la référence sur tout l'horizon, en {currency}\u{a0}; {reading}",
    ),
    (
        "Each change is played alone on the baseline, in the first {trials} futures of the run; what is left of the whole is the interaction: what the changes do to each other. Their order does not matter. The whole differs from the other sheets by chance, as they rest on all futures.",
        "Chaque modification est jouée seule sur la référence, dans les {trials} premiers futurs simulés\u{a0}; ce qui reste du total est l'interaction\u{a0}: l'effet que les modifications ont les unes sur les autres. Leur ordre est indifférent. Le total diffère de celui des autres feuilles par le seul hasard, car celles-ci reposent sur tous les futurs.",
    ),
    ("Figures of the charts", "Chiffres des graphiques"),
    (
        "{names}: nothing alone; what it adds to the others is in the interaction.",
        "{names}\u{a0}: aucun effet isolément\u{a0}; ce qui s'ajoute aux autres modifications est dans l'interaction.",
    ),
    (
        "{names}: one change, for each does nothing, or does not hold, without the other.",
        "{names}\u{a0}: une seule modification, car l'une sans l'autre n'a pas d'effet ou n'est pas valide.",
    ),
    (
        "{part}: nothing alone; measured by what it adds to {on}.",
        "{part}\u{a0}: aucun effet isolément\u{a0}; mesuré par ce qui s'ajoute à {on}.",
    ),
    ("{what} {whole}: {part} brings {alone}", "{what} {whole}\u{a0}: {part} apporte {alone}"),
    (
        "{scenario} changes {what} by {whole}: no change does anything alone",
        "{scenario}\u{a0}: {whole} pour {what}\u{a0}; aucune modification n'a d'effet isolément",
    ),
    (
        "{scenario} changes {what} by {whole}: {part} brings {alone}, and the changes add up",
        "{scenario}\u{a0}: {whole} pour {what}\u{a0}; {part} apporte {alone}, et les modifications s'additionnent",
    ),
    (
        "{scenario} changes {what} by {whole}: {part} brings {alone}, and {left} comes only from the changes together",
        "{scenario}\u{a0}: {whole} pour {what}\u{a0}; {part} apporte {alone}, et {left} ne vient que de l'ensemble des modifications",
    ),
    (
        "{scenario} changes {what} by {whole}: {part} brings {alone}, and the changes add up but for {left}",
        "{scenario}\u{a0}: {whole} pour {what}\u{a0}; {part} apporte {alone}, et les modifications s'additionnent à {left} près",
    ),
    ("Change", "Modification"),
    ("Its value in the baseline.", "Sa valeur dans la référence."),
    ("{measure}: standard error", "{measure}\u{a0}: erreur type"),
    ("Of the mean, because the trials are finite.", "De la moyenne, car le nombre d'tirages est fini."),
    ("Interaction", "Interaction"),
    ("All changes", "Toutes les modifications"),
    (
        "Steps of {what}, {scenario}: {steps}; interaction {left}, standard error {error}; all changes {whole}.",
        "Étapes, {what}, {scenario}\u{a0}: {steps}\u{a0}; interaction {left}, erreur type {error}\u{a0}; toutes les modifications {whole}.",
    ),
    ("partner front margin", "la marge avant des partenaires"),
    ("partner net margin", "la marge nette des partenaires"),
    ("vendor contribution", "la contribution du constructeur"),
    ("savings less one-off cost", "les économies nettes des coûts ponctuels"),
    ("Step", "Étape"),
    ("Amount", "Montant"),
    ("Not drawn", "Non dessiné"),
    ("More", "Plus"),
    ("More, below zero", "Plus, sous zéro"),
    ("Less", "Moins"),
    ("Less, below zero", "Moins, sous zéro"),
    ("End", "Fin"),
    ("A part of the chart's bar.", "Une partie de la barre du graphique."),
    ("What the chart's bar stands on.", "Ce sur quoi repose la barre du graphique."),
    ("Cash", "Trésorerie"),
];
