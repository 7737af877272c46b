//! The sheets Measures, Checks, Run and Scenarios, figures in both readings, and the tables of the terminal.

pub const ENTRIES: &[(&str, &str)] = &[
    ("difference, 90 % range", "écart, intervalle 90\u{a0}%"),
    ("Win rate", "Taux de victoire"),
    (
        "{measure} and vendor contribution in{suffix} {currency}, {reading}",
        "{measure} et contribution du constructeur en{suffix} {currency}, {reading}",
    ),
    (
        "{name}: for partners {partners}, for the vendor {vendor}",
        "{name}\u{a0}: pour les partenaires {partners}, pour le constructeur {vendor}",
    ),
    ("the same", "inchangé"),
    ("better {share}", "mieux {share}"),
    (
        "The same differences in the behavioural reading, where people answer to the rules:",
        "Les mêmes écarts en lecture comportementale, où les acteurs réagissent aux règles\u{a0}:",
    ),
    (
        "{name}: difference of {measure} in{suffix} {unit}, one input at a time, {reading}",
        "{name}\u{a0}: écart de {measure} en{suffix} {unit}, une donnée à la fois, {reading}",
    ),
    ("at 5 %", "à 5\u{a0}%"),
    ("at 95 %", "à 95\u{a0}%"),
    ("of variance", "de la variance"),
    ("flips at", "bascule à"),
    (" (not plausible)", " (non plausible)"),
    ("never", "jamais"),
    ("{mean} ({low} to {high})", "{mean} ({low} à {high})"),
    ("Headline measures by fiscal year, means", "Mesures principales par exercice, moyennes"),
    ("Values over the whole horizon", "Valeurs sur l'horizon entier"),
    (
        "Share of the futures in which the difference is better for its owner; ties count half.",
        "Part des futurs où l'écart est meilleur pour son propriétaire\u{a0}; les égalités comptent pour moitié.",
    ),
    (
        "Differences with the baseline of the same reading in the same future, percentages in points",
        "Écarts avec la référence de la même lecture dans le même futur, pourcentages en points",
    ),
    (
        "Left out, because they are 0 in every programme and every future: {names}.",
        "Omises, car nulles dans tous les programmes et tous les futurs\u{a0}: {names}.",
    ),
    ("What the measures are", "Ce que sont les mesures"),
    ("All measures", "Toutes les mesures"),
    (
        "{readings}, {trials} trials; amounts in {currency}, ratios are ratios of a future's totals",
        "{readings}, {trials} {trials?tirage|tirages}\u{a0}; montants en {currency}, les ratios sont ceux des totaux d'un futur",
    ),
    ("{readings} reading", "lecture {readings}"),
    (
        "Of the mean: how far it could be off because the trials are finite.",
        "De la moyenne\u{a0}: de combien elle peut s'écarter, le nombre de tirages étant fini.",
    ),
    ("more is better", "mieux si elle monte"),
    ("less is better", "mieux si elle baisse"),
    ("{label} {value}", "{label} {value}"),
    ("For all partners the default: {values}.", "Pour tous les partenaires la valeur par défaut\u{a0}: {values}."),
    (
        "{label}: {help} Belongs to the {owner}, {better}; {id} in the JSON output.",
        "{label}\u{a0}: {help} Concerne\u{a0}: {owner}, {better}\u{a0}; {id} dans la sortie JSON.",
    ),
    ("Identity", "Identité"),
    ("Trials", "Tirages"),
    ("Programmes", "Programmes"),
    (
        "Each in every reading, and the baseline played again.",
        "Chacun dans chaque lecture, et la référence simulée de nouveau.",
    ),
    ("Failures", "Échecs"),
    ("holds", "vérifiée"),
    (
        "What the same futures for every programme are worth, in times the trials",
        "Ce qu'apportent les mêmes futurs pour tous les programmes, en multiples des tirages",
    ),
    (
        "Two runs that are independent of each other would take so many times the trials to know the difference with \
         the baseline as well: the variances of both programmes added up, over the variance of their difference. \
         Blank: the difference never varies.",
        "Deux simulations indépendantes demanderaient autant de fois les tirages pour connaître aussi bien l'écart \
         avec la référence\u{a0}: somme des variances des deux programmes sur la variance de leur écart. Vide\u{a0}: \
         l'écart ne varie jamais.",
    ),
    ("What was checked", "Ce qui a été contrôlé"),
    (
        "Identities that must hold to the cent in every trial and every reading; a failure stops the run and nothing \
         is written",
        "Identités à vérifier au centime près dans chaque tirage et chaque lecture\u{a0}; un échec arrête la \
         simulation et rien n'est écrit",
    ),
    ("Trials played", "Tirages simulés"),
    ("Readings", "Lectures"),
    ("Base points of Sobol indices", "Points de base des indices de Sobol"),
    ("Trials of each value that was tried alone", "Tirages par valeur essayée seule"),
    ("Measure explained", "Mesure expliquée"),
    ("How to repeat this run", "Comment répéter cette simulation"),
    (
        "The same input, seed, trials and version give the same bytes, on any number of threads",
        "Mêmes fichier, graine, tirages et version donnent les mêmes octets, quel que soit le nombre de fils",
    ),
    ("{share} % each, 95 % all together", "{share}\u{a0}% chacune, 95\u{a0}% toutes ensemble"),
    ("reached", "atteinte"),
    ("not reached: all trials were played", "non atteinte\u{a0}: tous les tirages ont été simulés"),
    ("Precision", "Précision"),
    ("Confidence of the half-widths", "Confiance des demi-largeurs"),
    (", {share} %", ", {share}\u{a0}%"),
    ("{value} with a half-width of {half_width}{share}", "{value}, demi-largeur {half_width}{share}"),
    ("No scenario was played.", "Aucun scénario n'a été simulé."),
    ("The cell of the input workbook that says so.", "La cellule du classeur d'entrée qui le dit."),
    ("Included from", "Repris de"),
    (
        "The scenario whose edit it is, if it was included.",
        "Le scénario d'où vient la modification, si elle est reprise.",
    ),
    ("What each scenario changes", "Ce que change chaque scénario"),
    (
        "Every edit against the baseline, in the order in which it is applied",
        "Chaque modification de la référence, dans l'ordre d'application",
    ),
    (
        "Both readings: without and with people's answer to the rules",
        "Deux lectures\u{a0}: sans et avec la réaction des acteurs aux règles",
    ),
    ("Mean over the trials; people do as entered.", "Moyenne des tirages\u{a0}; chacun fait comme saisi."),
    (
        "Mean over the same trials; people answer to the rules as the keys behaviour.* say.",
        "Moyenne des mêmes tirages\u{a0}; les acteurs réagissent aux règles comme le disent les clés behaviour.*.",
    ),
    ("{name}, {reading}: {what}", "{name}, {reading}\u{a0}: {what}"),
    ("Partners at {level}", "Partenaires {level}"),
    (
        "Partners that hold the level {level} after the last evaluation.",
        "Partenaires qui détiennent le niveau {level} après la dernière évaluation.",
    ),
];
