//! The sheets Optimise and Goal seek.

pub const ENTRIES: &[(&str, &str)] = &[
    ("Partner programme: {file}", "Programme partenaires\u{a0}: {file}"),
    ("{title}, seed {seed}", "{title}, graine {seed}"),
    ("Levers put on", "Leviers appliqués à"),
    ("try fewer settings, or fewer trials of each", "essayez moins de réglages, ou moins de tirages de chacun"),
    ("How to repeat this", "Comment répéter ceci"),
    (
        "The same input, command line and version give the same bytes, on any number of threads",
        "Mêmes fichier, ligne de commande et version donnent les mêmes octets, quel que soit le nombre de fils",
    ),
    (
        "{settings} settings on {trials} trials",
        "{settings} {settings?réglage|réglages} sur {trials} {trials?tirage|tirages}",
    ),
    ("Objective", "Objectif visé"),
    ("most", "le plus"),
    ("least", "le moins"),
    ("Settings on the grid", "Réglages de la grille"),
    ("Rounds of the search", "Tours de la recherche"),
    (", then ", ", puis "),
    ("New trials of the confirmation", "Nouveaux tirages de la confirmation"),
    ("Trials played, counting each setting", "Tirages simulés, tous réglages comptés"),
    ("Confidence asked for", "Confiance demandée"),
    ("No setting that was tried keeps every guardrail.", "Aucun réglage essayé ne respecte tous les garde-fous."),
    ("The nearest is {setting}; it misses {rules}.", "Le plus proche est {setting}\u{a0}; il enfreint {rules}."),
    (
        "Best setting: {setting}. It changes {label} by {gain} against the baseline ({low} to {high}, {confidence} \
         confidence).",
        "Meilleur réglage\u{a0}: {setting}. Il change {label} de {gain} contre la référence ({low} à {high}, confiance \
         {confidence}).",
    ),
    (
        "Whether it is better than the baseline at all is not certain.",
        "Il n'est pas certain qu'il soit meilleur que la référence.",
    ),
    ("{name} has this setting already.", "{name} a déjà ce réglage."),
    ("It keeps the guardrail.", "Il respecte le garde-fou."),
    ("It keeps the guardrail, by chance perhaps.", "Il respecte le garde-fou, peut-être par hasard."),
    ("It keeps all {guardrails} guardrails.", "Il respecte les {guardrails} garde-fous."),
    (
        "It keeps all {guardrails} guardrails, by chance perhaps: {unsure}.",
        "Il respecte les {guardrails} garde-fous, peut-être par hasard\u{a0}: {unsure}.",
    ),
    (
        "Without guardrails {setting} would look better: it misses {rules}.",
        "Sans garde-fous, {setting} paraîtrait meilleur\u{a0}: il enfreint {rules}.",
    ),
    (
        "{settings} settings cannot be played; the first: {reason}.",
        "{settings} {settings?réglage ne peut être simulé|réglages ne peuvent être simulés}\u{a0}; le premier\u{a0}: {reason}.",
    ),
    (
        "No other setting that was played to the end keeps every guardrail.",
        "Aucun autre réglage simulé jusqu'au bout ne respecte tous les garde-fous.",
    ),
    (
        "On new trials it is better than every runner-up with {confidence} confidence.",
        "Sur de nouveaux tirages, il bat tous les suivants avec une confiance de {confidence}.",
    ),
    (
        "On new trials it cannot be told from: {settings}.",
        "Sur de nouveaux tirages, rien ne le distingue de\u{a0}: {settings}.",
    ),
    ("The best setting", "Le meilleur réglage"),
    ("The nearest setting", "Le réglage le plus proche"),
    ("Its guardrails", "Ses garde-fous"),
    ("The best beside the runners-up, on new trials", "Le meilleur face aux suivants, sur de nouveaux tirages"),
    (
        "Every setting was played on the same {trials} new trials that the search had not seen. A lead counts with the \
         confidence shown, all runners-up taken together; those below {confidence} cannot be told from the best.",
        "Chaque réglage a été simulé sur les mêmes {trials} nouveaux tirages, inconnus de la recherche. Une avance \
         vaut avec la confiance indiquée, tous les suivants pris ensemble\u{a0}; ceux sous {confidence} ne se \
         distinguent pas du meilleur.",
    ),
    ("What is traded: partners against the vendor", "Ce qui s'échange\u{a0}: partenaires contre constructeur"),
    ("The best setting as rows of the sheet {sheet}", "Le meilleur réglage en lignes de la feuille {sheet}"),
    ("Settings of the chart", "Réglages du graphique"),
    ("The best setting of {levers} levers", "Le meilleur réglage de {levers} {levers?levier|leviers}"),
    (
        "{levers} put on {scenario}; {settings} settings tried, differences are with the baseline in the same future",
        "{levers} appliqués à {scenario}\u{a0}; {settings} {settings?réglage essayé|réglages essayés}, écarts avec la référence dans le même \
         futur",
    ),
    ("Optimised", "Optimisé"),
    ("As entered in what the levers were put on.", "Comme saisi là où les leviers sont appliqués."),
    ("Of the values that the lever may take.", "Des valeurs que le levier peut prendre."),
    ("At an end", "À un bord"),
    ("The best may lie beyond the lever's range.", "Le meilleur est peut-être au-delà de l'étendue du levier."),
    ("Guardrail", "Garde-fou"),
    ("Limit", "Limite"),
    ("Beyond by", "Dépassement"),
    (
        "By how much the limit is missed; below 0 the room that is left.",
        "De combien la limite est dépassée\u{a0}; sous 0, la marge qui reste.",
    ),
    ("Setting", "Réglage"),
    ("Mean difference of the objective with the baseline.", "Écart moyen de l'objectif avec la référence."),
    ("Keeps all guardrails", "Respecte tous les garde-fous"),
    ("Behind the best by", "Retard sur le meilleur"),
    ("Its standard error", "Son erreur type"),
    (
        "That the best is better, all runners-up taken together.",
        "Que le meilleur soit meilleur, tous les suivants pris ensemble.",
    ),
    ("for comparison", "pour comparaison"),
    ("beaten", "battu"),
    ("cannot be told apart", "indiscernable"),
    ("the best", "le meilleur"),
    ("misses a guardrail", "enfreint un garde-fou"),
    (
        "Vendor contribution, mean difference with the baseline.",
        "Contribution du constructeur, écart moyen avec la référence.",
    ),
    ("partner net margin, difference, {currency}", "marge nette des partenaires, écart, {currency}"),
    ("vendor contribution, difference, {currency}", "contribution du constructeur, écart, {currency}"),
    ("found by optimise", "trouvé par optimise"),
    ("Trials of each value", "Tirages par valeur"),
    ("{number} days", "{number} {number?jour|jours}"),
    ("the difference of {label}", "l'écart de {label}"),
    (
        "With {lever} at {value}, {label} is {mean} on average; wanted is {target}.",
        "Avec {lever} à {value}, {label} vaut {mean} en moyenne\u{a0}; la cible est {target}.",
    ),
    ("Luck has no part in it: the value is exact.", "Le hasard n'y a aucune part\u{a0}: la valeur est exacte."),
    (
        "Because the trials are finite, the true value lies between {low} and {high} with 95 % confidence. On {trials} \
         new trials the mean is {mean}.",
        "Le nombre de tirages étant fini, la vraie valeur est entre {low} et {high} avec une confiance de 95\u{a0}%. \
         Sur {trials} nouveaux tirages, la moyenne est {mean}.",
    ),
    (
        "The goal is met in other parts of the lever's range too: this is the one nearest to the value entered.",
        "L'objectif est atteint ailleurs aussi dans l'étendue du levier\u{a0}: ceci est la valeur la plus proche de \
         celle saisie.",
    ),
    ("{mean} (at {value})", "{mean} (à {value})"),
    (
        "{label} of {target} is out of reach of {lever}: it goes from {least} to {most}.",
        "{target} pour {label} est hors de portée de {lever}\u{a0}: l'étendue va de {least} à {most}.",
    ),
    (
        "{lever} cannot be played over its range: {reason}.",
        "{lever} ne peut être simulé sur son étendue\u{a0}: {reason}.",
    ),
    ("Values that were tried, all on the same trials", "Valeurs essayées, toutes sur les mêmes tirages"),
    (
        "{lever}: the value that brings {measure} to its goal",
        "{lever}\u{a0}: la valeur qui amène {measure} à son objectif",
    ),
    (
        "Put on {scenario}; {trials} trials of each value",
        "Appliqué à {scenario}\u{a0}; {trials} {trials?tirage|tirages} par valeur",
    ),
    ("{measure}, difference", "{measure}, écart"),
    ("{measure} comes to {target} at {value}", "{measure}\u{a0}: {target} atteint à {value}"),
    ("{measure} comes to {target} nowhere", "{measure}\u{a0}: {target} n'est atteint nulle part"),
    ("{measure} at each value of {lever} that was tried.", "{measure} à chaque valeur essayée de {lever}."),
];
