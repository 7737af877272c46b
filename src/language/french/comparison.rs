//! Comparing results.

pub const ENTRIES: &[(&str, &str)] = &[
    // What differs.
    ("Trials, at most", "Tirages, au plus"),
    ("scenario {name}", "scénario {name}"),
    ("distribution of {target}", "loi de {target}"),
    ("rows of {sheet}", "lignes de {sheet}"),
    ("there", "présente"),
    ("not there", "absente"),
    ("added", "ajoutée"),
    ("removed", "supprimée"),
    // Sentences.
    ("{a} and {b}", "{a} et {b}"),
    ("A: {a}; B: {b}", "A\u{a0}: {a}\u{a0}; B\u{a0}: {b}"),
    ("What differs between two results, and why", "Ce qui distingue deux résultats, et pourquoi"),
    ("What moved between two results", "Ce qui a bougé entre deux résultats"),
    (
        "The inputs of A and B are the same, and nothing moved.",
        "Les données de A et de B sont les mêmes, et rien n'a bougé.",
    ),
    (
        "One input differs, and none of {all} figures moved.",
        "Une donnée diffère, et aucun des {all} {all?chiffre|chiffres} n'a bougé.",
    ),
    (
        "One input differs; {moved} of {all} figures moved beyond chance.",
        "Une donnée diffère\u{a0}; {moved} {moved?chiffre|chiffres} sur {all} {moved?a|ont} bougé plus que le hasard ne l'explique.",
    ),
    (
        "{many} inputs differ, and none of {all} figures moved.",
        "{many} {many?donnée diffère|données diffèrent}, et aucun des {all} {all?chiffre|chiffres} n'a bougé.",
    ),
    (
        "{many} inputs differ; {moved} of {all} figures moved beyond chance.",
        "{many} {many?donnée diffère|données diffèrent}\u{a0}; {moved} {moved?chiffre|chiffres} sur {all} {moved?a|ont} bougé plus que le hasard ne l'explique.",
    ),
    (
        "A was made by partnersim {a}, B by {b}; both were played again by {own}, so that what the versions differ in does not show.",
        "A vient de partnersim {a}, B de {b}\u{a0}; les deux ont été rejoués par {own}, si bien que ce qui sépare les versions ne se voit pas.",
    ),
    (
        "{trials} trials with the same draws: moves are differences in the same futures, and their errors are those of paired differences.",
        "{trials} {trials?tirage commun|tirages communs}\u{a0}: chaque mouvement est un écart dans les mêmes futurs, et son erreur celle d'écarts appariés.",
    ),
    (
        "{a} and {b} trials with draws of their own: part of every move is luck, and the errors are those of independent runs.",
        "{a} et {b} {b?tirage|tirages} distincts\u{a0}: une part de chaque mouvement tient au hasard, et les erreurs sont celles de simulations indépendantes.",
    ),
    ("{programme}, {measure}", "{programme}, {measure}"),
    ("{programme} ({reading}), {measure}", "{programme} ({reading}), {measure}"),
    ("{programme}, difference of {measure} with the baseline", "{programme}, {measure}, écart avec la référence"),
    (
        "{programme} ({reading}), difference of {measure} with the baseline",
        "{programme} ({reading}), {measure}, écart avec la référence",
    ),
    ("{figure} goes from {before} to {after} ({change}).", "{figure}\u{a0}: de {before} à {after} ({change})."),
    (
        "{figure} goes from {before} to {after} ({change}): {cause} alone explains {share} of the move.",
        "{figure}\u{a0}: de {before} à {after} ({change})\u{a0}; à lui seul, {cause} explique {share} du mouvement.",
    ),
    (
        "{figure} goes from {before} to {after} ({change}): {cause} alone explains {share} of the move, the interaction of all changes {interaction}.",
        "{figure}\u{a0}: de {before} à {after} ({change})\u{a0}; à lui seul, {cause} explique {share} du mouvement, l'interaction de toutes les modifications {interaction}.",
    ),
    // Sheets.
    (
        "The {most} of {all} that moved most against their standard error; all that moved are on the sheet {sheet}.",
        "Les {most} sur {all} qui ont le plus bougé par rapport à leur erreur type\u{a0}; tous ceux qui ont bougé sont sur la \
         feuille {sheet}.",
    ),
    ("Headline figures", "Chiffres clés"),
    ("Headline figures that moved", "Chiffres clés qui ont bougé"),
    ("Inputs that differ", "Données différentes"),
    ("Which inputs differ", "Quelles données diffèrent"),
    (
        "Every value that A and B do not share, with the cells of their input workbooks",
        "Chaque valeur que A et B n'ont pas en commun, avec les cellules de leurs classeurs de données",
    ),
    ("Every input of A is also that of B.", "Toutes les données de A sont aussi celles de B."),
    ("Cell in A", "Cellule dans A"),
    ("Cell in B", "Cellule dans B"),
    (
        "Blank: a default, or an option of the run.",
        "Vide\u{a0}: une valeur par défaut, ou une option de la simulation.",
    ),
    ("Played as", "Jouée comme"),
    (
        "The change that it is part of where moves are explained; blank: it moves no figure.",
        "La modification dont elle fait partie là où les mouvements sont expliqués\u{a0}; vide\u{a0}: elle ne change aucun chiffre.",
    ),
    ("Which figures moved", "Quels chiffres ont bougé"),
    (
        "Means over the whole horizon; percentages move in points",
        "Moyennes sur tout l'horizon\u{a0}; les pourcentages bougent en points",
    ),
    ("{still} other figures are the same in A and in B.", "{still} autres chiffres sont les mêmes dans A et dans B."),
    ("Kind", "Nature"),
    ("value", "valeur"),
    ("difference with the baseline", "écart avec la référence"),
    ("Figure", "Chiffre"),
    ("Move", "Mouvement"),
    ("B less A.", "B moins A."),
    (
        "Of the move: how far it could be off because the trials are finite.",
        "Du mouvement\u{a0}: de combien il pourrait s'écarter parce que les tirages sont en nombre fini.",
    ),
    (
        "For the measure's owner; within chance: the move is smaller than twice its standard error.",
        "Pour celui à qui la mesure appartient\u{a0}; dans le hasard\u{a0}: le mouvement est inférieur à deux erreurs types.",
    ),
    ("no move", "immobile"),
    ("within chance", "dans le hasard"),
    ("better", "mieux"),
    ("worse", "moins bien"),
    ("What explains it", "Explication"),
    ("How much of each move a changed input explains", "Quelle part de chaque mouvement explique une donnée modifiée"),
    (
        "Each change is made alone on A, the rest as it was there, so that their order does not matter; the interaction is what is left",
        "Chaque modification est faite seule sur A, le reste inchangé\u{a0}: leur ordre est donc indifférent, et l'interaction est ce qui reste",
    ),
    (
        "Not played alone, because A does not hold together with it or lacks what it is about: {names}. What it does is in the interaction.",
        "Non jouées seules, parce que A ne s'y prête pas ou n'a pas ce dont il s'agit\u{a0}: {names}. Leur effet est dans l'interaction.",
    ),
    ("No headline figure moved.", "Aucun chiffre clé n'a bougé."),
    ("Effect alone", "Effet isolé"),
    (
        "The mean with this change made on A, less the mean of A.",
        "La moyenne avec cette seule modification de A, moins la moyenne de A.",
    ),
    ("Share of the move", "Part du mouvement"),
    (
        "Shares and the interaction add up to the whole; they may be negative or above 100 %.",
        "Les parts et l'interaction font ensemble le tout\u{a0}; elles peuvent être négatives ou dépasser 100\u{a0}%.",
    ),
    ("The whole move", "Mouvement total"),
    ("Other changes", "Autres modifications"),
    (
        "{figure}: {cause} alone brings {alone} of {whole}",
        "{figure}\u{a0}: {cause} apporte à lui seul {alone} sur {whole}",
    ),
    (
        "{figure}: {whole}, and no change brings anything alone",
        "{figure}\u{a0}: {whole}, et aucune modification n'a d'effet isolément",
    ),
    (
        "Steps of {figure}: {steps}; interaction {left}; the whole move {whole}.",
        "Étapes de {figure}\u{a0}: {steps}\u{a0}; interaction {left}\u{a0}; mouvement total {whole}.",
    ),
    // What cannot be compared.
    ("these results cannot be compared: {reason}", "ces résultats ne peuvent pas être comparés\u{a0}: {reason}"),
    (
        "amounts are in {of_a} in the first result and in {of_b} in the second",
        "les montants sont en {of_a} dans le premier résultat et en {of_b} dans le second",
    ),
    ("the inputs that they carry can no longer be played", "leurs données ne peuvent plus être jouées"),
    (
        "one was played with people's responses and the other without",
        "l'un a été joué avec les réactions des acteurs, l'autre sans",
    ),
    ("the comparison could not be made: {reason}", "la comparaison n'a pas pu être écrite\u{a0}: {reason}"),
];
